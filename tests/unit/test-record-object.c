/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement-clause.h"
#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-decision.h"
#include "mappe-indicator-value.h"
#include "mappe-measure.h"
#include "mappe-meeting.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-record-error.h"
#include "mappe-record.h"
#include "mappe-roll-call-vote.h"
#include "mappe-task.h"

/* Texts of a row: pairs of a field number and a canonical value, ended by -1. */
static MappeRow *
new_row (const MappeKind *kind, ...)
{
  MappeRow *row = mappe_row_new (kind);
  va_list pairs;
  va_start (pairs, kind);
  for (int field = va_arg (pairs, int); field >= 0; field = va_arg (pairs, int))
    {
      g_autoptr (GError) error = NULL;
      mappe_row_set_canonical (row, (guint) field, va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  return row;
}

/* Takes the row. @field is the one at fault, -1 for none. */
static void
assert_rule (MappeRow *taken, int field)
{
  g_autoptr (MappeRow) row = taken;
  g_autoptr (GError) error = NULL;
  int at = -2;
  g_assert_true (mappe_row_validate (row, &at, &error) == (field < 0));
  g_assert_cmpint (at, ==, field);
  if (field >= 0)
    g_assert_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE);
  g_assert_true (mappe_row_validate (row, NULL, NULL) == (field < 0));
}

/* Rules between fields */

static void
test_period (void)
{
  assert_rule (new_row (&mappe_project_kind, MAPPE_PROJECT_TITLE, "P", MAPPE_PROJECT_START_ON, "2026-01-02",
                        MAPPE_PROJECT_END_ON, "2026-01-01", -1), MAPPE_PROJECT_END_ON);
  assert_rule (new_row (&mappe_project_kind, MAPPE_PROJECT_TITLE, "P", MAPPE_PROJECT_START_ON, "2026-01-02",
                        MAPPE_PROJECT_END_ON, "2026-01-02", -1), -1);
  assert_rule (new_row (&mappe_project_kind, MAPPE_PROJECT_TITLE, "P",
                        MAPPE_PROJECT_END_ON, "2026-01-01", -1), -1);
  assert_rule (new_row (&mappe_meeting_kind, MAPPE_MEETING_BODY, "1", MAPPE_MEETING_TITLE, "T",
                        MAPPE_MEETING_HELD_ON, "2026-05-01", MAPPE_MEETING_START_AT, "10:00",
                        MAPPE_MEETING_END_AT, "09:59", -1), MAPPE_MEETING_END_AT);
  assert_rule (new_row (&mappe_meeting_kind, MAPPE_MEETING_BODY, "1", MAPPE_MEETING_TITLE, "T",
                        MAPPE_MEETING_HELD_ON, "2026-05-01", MAPPE_MEETING_MINUTES_SENT_ON, "2026-04-30", -1),
               MAPPE_MEETING_MINUTES_SENT_ON);
}

static MappeRow *
new_decision (const char *present, const char *eligible, const char *yes, const char *no, const char *abstain)
{
  return new_row (&mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, "1", MAPPE_DECISION_TEXT, "T",
                  MAPPE_DECISION_VOTING_PRESENT, present, MAPPE_DECISION_ELIGIBLE, eligible,
                  MAPPE_DECISION_YES, yes, MAPPE_DECISION_NO, no, MAPPE_DECISION_ABSTAIN, abstain, -1);
}

static void
test_votes (void)
{
  assert_rule (new_decision ("16", "15", "10", "3", "2"), -1);
  assert_rule (new_decision (NULL, "15", "10", "3", "2"), -1);
  assert_rule (new_decision (NULL, NULL, NULL, NULL, NULL), -1);
  assert_rule (new_decision ("16", "15", "10", NULL, "2"), -1);
  assert_rule (new_decision ("16", "15", "10", "3", "1"), MAPPE_DECISION_ELIGIBLE);
  assert_rule (new_decision ("14", "15", "10", "3", "2"), MAPPE_DECISION_ELIGIBLE);
}

static void
test_done (void)
{
  assert_rule (new_row (&mappe_measure_kind, MAPPE_MEASURE_TITLE, "T", MAPPE_MEASURE_PROJECT, "1",
                        MAPPE_MEASURE_STATUS, "done", MAPPE_MEASURE_PROGRESS_PCT, "90", -1),
               MAPPE_MEASURE_PROGRESS_PCT);
  assert_rule (new_row (&mappe_measure_kind, MAPPE_MEASURE_TITLE, "T", MAPPE_MEASURE_PROJECT, "1",
                        MAPPE_MEASURE_STATUS, "done", MAPPE_MEASURE_PROGRESS_PCT, "100", -1), -1);
  assert_rule (new_row (&mappe_task_kind, MAPPE_TASK_TITLE, "T",
                        MAPPE_TASK_STATUS, "done", -1), MAPPE_TASK_DONE_ON);
  assert_rule (new_row (&mappe_task_kind, MAPPE_TASK_TITLE, "T", MAPPE_TASK_STATUS, "done",
                        MAPPE_TASK_DONE_ON, "2026-01-01", -1), -1);
}

static MappeRow *
new_indicator_value (const char *status, const char *value)
{
  return new_row (&mappe_indicator_value_kind, MAPPE_INDICATOR_VALUE_INDICATOR, "1",
                  MAPPE_INDICATOR_VALUE_PERIOD, "2026Q3", MAPPE_INDICATOR_VALUE_STATUS, status,
                  MAPPE_INDICATOR_VALUE_VALUE, value, -1);
}

static void
test_gap (void)
{
  assert_rule (new_indicator_value ("final", "0"), -1);
  assert_rule (new_indicator_value ("missing", NULL), -1);
  assert_rule (new_indicator_value ("suppressed", NULL), -1);
  assert_rule (new_indicator_value ("missing", "0"), MAPPE_INDICATOR_VALUE_VALUE);
  assert_rule (new_indicator_value ("suppressed", "4"), MAPPE_INDICATOR_VALUE_VALUE);
  assert_rule (new_indicator_value ("final", NULL), MAPPE_INDICATOR_VALUE_VALUE);
}

/* Rows */

static MappeRow *
new_person (const char *last_name, const char *first_name)
{
  return new_row (&mappe_person_kind, MAPPE_PERSON_LAST_NAME, last_name, MAPPE_PERSON_FIRST_NAME, first_name, -1);
}

static void
test_copy (void)
{
  g_autoptr (MappeRow) row = new_person ("Ahornstein", "Amalia");
  row->id = 3;
  row->version = 8;
  g_autoptr (MappeRow) copy = mappe_row_copy (row);
  g_assert_true (mappe_row_equal (row, copy));
  g_assert_cmpint (copy->version, ==, 8);
  g_assert_true (mappe_row_set_canonical (copy, MAPPE_PERSON_FIRST_NAME, "Anna", NULL));
  g_assert_false (mappe_row_equal (row, copy));
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_PERSON_FIRST_NAME), ==, "Amalia");
}

static void
test_title (void)
{
  g_autoptr (MappeRow) person = new_person ("Ahornstein", "Amalia");
  g_autofree char *name = mappe_row_get_title (person);
  g_assert_cmpstr (name, ==, "Ahornstein, Amalia");

  g_autoptr (MappeRow) nameless = new_row (&mappe_roll_call_vote_kind, MAPPE_FIELD_REFERENCE, "RV001", -1);
  g_autofree char *reference = mappe_row_get_title (nameless);
  g_assert_cmpstr (reference, ==, "RV001");

  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *lines = g_strconcat ("one\ntwo ", long_text, NULL);
  g_autoptr (MappeRow) clause = new_row (&mappe_agreement_clause_kind, MAPPE_AGREEMENT_CLAUSE_NUMBER, "§ 2",
                                         MAPPE_AGREEMENT_CLAUSE_OBLIGATION, lines, -1);
  g_autofree char *title = mappe_row_get_title (clause);
  g_assert_true (g_str_has_prefix (title, "§ 2, one two x"));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 130);

  g_autoptr (MappeRow) empty = mappe_row_new (&mappe_person_kind);
  g_autofree char *nothing = mappe_row_get_title (empty);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_search (void)
{
  g_autoptr (MappeRow) row = new_row (&mappe_person_kind, MAPPE_FIELD_REFERENCE, "M01",
                                      MAPPE_PERSON_FIRST_NAME, "Jörg", MAPPE_PERSON_LAST_NAME, "Weiß",
                                      MAPPE_PERSON_STATUS, "active", MAPPE_PERSON_NOTE, "zwei\nZeilen", -1);
  g_autofree char *search = mappe_row_get_search (row);
  g_assert_cmpstr (search, ==, "M01\nJörg\nWeiß\nzwei\nZeilen");
}

/* Records */

static int
compare_cb (gconstpointer left, gconstpointer right, gpointer data)
{
  return g_strcmp0 (left, right);
}

static void
note_property_cb (GObject *object, GParamSpec *pspec, GSequence *notes)
{
  g_sequence_insert_sorted (notes, g_strdup (pspec->name), compare_cb, NULL);
}

/* Which properties were notified since the last call, in the order of the alphabet. */
static void
assert_notes (GSequence *notes, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GSequenceIter *i = g_sequence_get_begin_iter (notes);
  for (; !g_sequence_iter_is_end (i); i = g_sequence_iter_next (i))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) g_sequence_get (i));
  g_assert_cmpstr (text->str, ==, expected);
  g_sequence_remove_range (g_sequence_get_begin_iter (notes), g_sequence_get_end_iter (notes));
}

static void
test_notify (void)
{
  g_autoptr (MappeRecord) record = mappe_record_new (&mappe_person_kind, 1);
  g_autoptr (MappeRow) first = new_person ("Ahornstein", "Amalia");
  first->id = 1;
  g_autoptr (MappeRow) second = mappe_row_copy (first);
  g_assert_true (mappe_row_set_canonical (second, MAPPE_PERSON_VOTING, "1", NULL));
  g_autoptr (GSequence) notes = g_sequence_new (g_free);
  g_signal_connect (record, "notify", G_CALLBACK (note_property_cb), notes);

  g_assert_true (mappe_record_is_loading (record));
  g_assert_null (mappe_record_get_text (record, MAPPE_PERSON_LAST_NAME));
  mappe_record_set_row (record, first);
  assert_notes (notes, "first-name last-name loading");
  g_assert_false (mappe_record_is_loading (record));
  g_assert_cmpstr (mappe_record_get_text (record, MAPPE_PERSON_LAST_NAME), ==, "Ahornstein");

  mappe_record_set_row (record, first);
  assert_notes (notes, "");
  mappe_record_set_row (record, second);
  assert_notes (notes, "voting");
  g_assert_true (mappe_record_get_row (record) == second);

  mappe_record_set_row (record, NULL);
  g_assert_true (mappe_record_is_loading (record));
  assert_notes (notes, "first-name last-name loading voting");
}

static void
test_properties (void)
{
  g_autoptr (MappeRecord) record = mappe_record_new (&mappe_project_kind, 0);
  g_autoptr (MappeRow) row = new_row (&mappe_project_kind, MAPPE_PROJECT_TITLE, "Licht",
                                      MAPPE_PROJECT_BUDGET_EUR, "325000.50", MAPPE_PROJECT_AREA, "7",
                                      MAPPE_PROJECT_BEST_PRACTICE, "1", -1);
  row->id = 9;
  mappe_record_set_row (record, row);
  g_assert_cmpint (mappe_record_get_id (record), ==, 9);
  g_assert_true (mappe_record_get_kind (record) == &mappe_project_kind);

  g_autofree char *title = NULL, *end_on = NULL;
  double budget = 0;
  gint64 area = 0;
  gboolean best_practice = FALSE, loading = TRUE;
  g_object_get (record, "title", &title, "end-on", &end_on, "budget-eur", &budget, "area", &area,
                "best-practice", &best_practice, "loading", &loading, NULL);
  g_assert_cmpstr (title, ==, "Licht");
  g_assert_null (end_on);
  g_assert_cmpfloat (budget, ==, 325000.5);
  g_assert_cmpint (area, ==, 7);
  g_assert_true (best_practice);
  g_assert_false (loading);
}

/* Each kind makes its class, and each field its property. */
static void
test_all_kinds (void)
{
  guint n_kinds = 0;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (MappeRecord) record = mappe_record_new (kinds[i], 0);
      g_autoptr (MappeRow) row = mappe_row_new_preset (kinds[i]);
      mappe_record_set_row (record, row);
      for (guint field = 0; field < kinds[i]->n_fields; field++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (kinds[i]->fields[field].name), "_", '-');
          g_auto (GValue) value = G_VALUE_INIT;
          g_object_get_property (G_OBJECT (record), name, &value);
          g_assert_true (G_IS_VALUE (&value));
        }
    }
}

static void
test_shown (void)
{
  g_autoptr (MappeRecord) record = mappe_record_new (&mappe_project_kind, 9);
  g_autoptr (MappeRow) row = new_row (&mappe_project_kind, MAPPE_PROJECT_AREA, "7", MAPPE_PROJECT_BODY, "1", -1);
  row->id = 9;
  g_autoptr (GSequence) notes = g_sequence_new (g_free);
  mappe_record_set_row (record, row);
  g_assert_null (mappe_record_get_shown (record, MAPPE_PROJECT_AREA));
  g_signal_connect (record, "notify", G_CALLBACK (note_property_cb), notes);
  mappe_record_set_shown (record, MAPPE_PROJECT_AREA, "Schlossgarten");
  mappe_record_set_shown (record, MAPPE_PROJECT_AREA, "Schlossgarten");
  mappe_record_set_shown (record, MAPPE_PROJECT_BODY, "Plenum");
  assert_notes (notes, "area body");
  g_assert_cmpstr (mappe_record_get_shown (record, MAPPE_PROJECT_AREA), ==, "Schlossgarten");

  /* A title of the old area must not stand beside the new one. */
  g_autoptr (MappeRow) moved = mappe_row_copy (row);
  g_assert_true (mappe_row_set_canonical (moved, MAPPE_PROJECT_AREA, "8", NULL));
  mappe_record_set_row (record, moved);
  g_assert_null (mappe_record_get_shown (record, MAPPE_PROJECT_AREA));
  g_assert_cmpstr (mappe_record_get_shown (record, MAPPE_PROJECT_BODY), ==, "Plenum");
}

/* Code lists */

static void
add_code (GPtrArray *rows, const char *code, const char *german, const char *english, const char *position)
{
  g_ptr_array_add (rows, new_row (&mappe_code_kind, MAPPE_CODE_LIST, "colour", MAPPE_CODE_CODE, code,
                                  MAPPE_CODE_LABEL_DE, german, MAPPE_CODE_LABEL_EN, english,
                                  MAPPE_CODE_POSITION, position, -1));
}

static void
test_codes (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  add_code (rows, "red", "Rot", "Red", "2");
  add_code (rows, "blue", "Blau", NULL, "1");
  add_code (rows, "green", NULL, NULL, "2");
  g_autoptr (MappeCodes) codes = mappe_codes_new (rows);

  const char * const *list = mappe_codes_list (codes, "colour");
  const char *expected[] = { "blue", "green", "red", NULL };
  g_assert_cmpstrv (list, expected);
  g_assert_cmpstr (mappe_codes_label (codes, "colour", "red", TRUE), ==, "Rot");
  g_assert_cmpstr (mappe_codes_label (codes, "colour", "red", FALSE), ==, "Red");
  g_assert_cmpstr (mappe_codes_label (codes, "colour", "blue", FALSE), ==, "Blau");
  g_assert_cmpstr (mappe_codes_label (codes, "colour", "green", TRUE), ==, "green");
  g_assert_null (mappe_codes_label (codes, "colour", "pink", TRUE));
  g_assert_null (mappe_codes_label (codes, "colour", NULL, TRUE));
  g_assert_null (mappe_codes_label (codes, "shape", "red", TRUE));
  g_assert_null (mappe_codes_list (codes, "shape")[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/rule/period", test_period);
  g_test_add_func ("/record/rule/votes", test_votes);
  g_test_add_func ("/record/rule/done", test_done);
  g_test_add_func ("/record/rule/gap", test_gap);
  g_test_add_func ("/record/row/copy", test_copy);
  g_test_add_func ("/record/row/title", test_title);
  g_test_add_func ("/record/row/search", test_search);
  g_test_add_func ("/record/object/notify", test_notify);
  g_test_add_func ("/record/object/properties", test_properties);
  g_test_add_func ("/record/object/all-kinds", test_all_kinds);
  g_test_add_func ("/record/object/shown", test_shown);
  g_test_add_func ("/record/codes", test_codes);
  return g_test_run ();
}
