/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for each step of a scale: cells that are typed, pasted and added up. */
#include "mappe-display.h"
#include "mappe-form.h"
#include "mappe-survey-result.h"
#include "mappe-survey-steps.h"
#include "mappe-test-store.h"
#include "view-test.h"

typedef struct {
  MappeTestStore test;
  MappeForm     *form;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->form = MAPPE_FORM (mappe_form_new (fixture->test.store, &mappe_survey_result_kind));
  fixture->window = view_test_show (GTK_WIDGET (fixture->form));
  view_test_wait (mappe_display_is_ready (mappe_display_get (fixture->test.store)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->form);
  mappe_test_settle ();
  mappe_test_store_tear_down (&fixture->test, data);
}

static MappeFieldRow *
row (Fixture *fixture)
{
  return mappe_form_get_row (fixture->form, MAPPE_SURVEY_RESULT_COUNTS);
}

static MappeSurveySteps *
edit (Fixture *fixture)
{
  g_assert_true (mappe_field_row_begin_edit (row (fixture)));
  return MAPPE_SURVEY_STEPS (view_test_find (GTK_WIDGET (row (fixture)), MAPPE_TYPE_SURVEY_STEPS));
}

static MappeSurveySteps *
open_round (Fixture *fixture, const char *answered, const char *counts)
{
  g_autoptr (MappeRow) round = mappe_row_new_preset (&mappe_survey_result_kind);

  mappe_row_set_canonical (round, MAPPE_SURVEY_RESULT_ANSWERED, answered, NULL);
  mappe_row_set_canonical (round, MAPPE_SURVEY_RESULT_COUNTS, counts, NULL);
  mappe_row_set_canonical (round, MAPPE_SURVEY_RESULT_HELD_ON, "2026-06-13", NULL);
  mappe_row_set_canonical (round, MAPPE_SURVEY_RESULT_INDICATOR, "1", NULL);
  mappe_form_show (fixture->form, round, NULL);
  return edit (fixture);
}

static GtkEditable *
cell (MappeSurveySteps *steps, guint n)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  view_test_find_all (GTK_WIDGET (steps), GTK_TYPE_ENTRY, cells);
  g_assert_cmpuint (n, <, cells->len);
  return GTK_EDITABLE (g_ptr_array_index (cells, n));
}

/* As keys and the clipboard do it: what is selected goes, the text comes at the cursor. */
static void
insert (MappeSurveySteps *steps, guint n, const char *text)
{
  GtkEditable *inner = gtk_editable_get_delegate (cell (steps, n));
  int position = 0;

  gtk_widget_grab_focus (GTK_WIDGET (cell (steps, n)));
  gtk_editable_delete_text (inner, 0, -1);
  gtk_editable_insert_text (inner, text, -1, &position);
}

static void
assert_cells (MappeSurveySteps *steps, const char *joined)
{
  g_auto (GStrv) texts = g_strsplit (joined, "|", -1);

  g_assert_cmpuint (mappe_survey_steps_get_number (steps), ==, g_strv_length (texts));
  for (guint i = 0; texts[i] != NULL; i++)
    g_assert_cmpstr (gtk_editable_get_text (cell (steps, i)), ==, texts[i]);
}

static gboolean
has_focus (Fixture *fixture, GtkEditable *at)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (at));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  view_test_find_all (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_is_visible (g_ptr_array_index (labels, i))
        && g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, "75", NULL);
  static const char *const numbers[] = { "12", "30", "25", "8" };

  g_assert_true (has_focus (fixture, cell (steps, 0)));
  for (guint i = 0; i < 4; i++)
    {
      insert (steps, i, numbers[i]);
      g_assert_cmpint (mappe_field_row_get_fault (row (fixture)) != NULL, ==, i < 3);
      g_assert_cmpint (says (GTK_WIDGET (steps), "✓ Sum: 75 of 75 answers"), ==, i == 3);
    }
  g_assert_cmpstr (mappe_field_row_get_value (row (fixture)), ==, "12;30;25;8");
  for (guint i = 0; i < 4; i++)
    insert (steps, i, "");
  g_assert_null (mappe_field_row_get_value (row (fixture)));
  g_assert_null (mappe_field_row_get_fault (row (fixture)));
}

static void
test_mismatch (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, "80", "12;30;25;13");
  MappeFieldRow *answered = mappe_form_get_row (fixture->form, MAPPE_SURVEY_RESULT_ANSWERED);

  g_assert_true (says (GTK_WIDGET (steps), "✓ Sum: 80 of 80 answers"));
  insert (steps, 3, "8");
  g_assert_true (says (GTK_WIDGET (steps), "⚠ Sum: 75 of 80 answers"));
  g_assert_true (says (GTK_WIDGET (row (fixture)), "The steps add up to 75, but there are 80 answers: 5 too few."));
  mappe_field_row_set_value (answered, "71", NULL);
  g_assert_true (says (GTK_WIDGET (steps), "⚠ Sum: 75 of 71 answers"));
  g_assert_true (says (GTK_WIDGET (row (fixture)), "The steps add up to 75, but there are 71 answers: 4 too many."));
  mappe_field_row_set_value (answered, "75", NULL);
  g_assert_true (says (GTK_WIDGET (steps), "✓ Sum: 75 of 75 answers"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row (fixture)), "faulty"));
}

static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, NULL, NULL);

  insert (steps, 0, "12\t30\t25\t8\r\n");
  assert_cells (steps, "12|30|25|8");
  g_assert_cmpstr (mappe_field_row_get_value (row (fixture)), ==, "12;30;25;8");
  insert (steps, 2, "1\n2\n3\n4");
  assert_cells (steps, "1|2|3|4");
  insert (steps, 2, "7\t9");
  assert_cells (steps, "1|2|7|9");
  insert (steps, 0, "5;4;3;2;1");
  assert_cells (steps, "5|4|3|2|1");
  insert (steps, 0, "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12");
  assert_cells (steps, "|4|3|2|1");
  insert (steps, 0, "1,204\tx\t3\t2\t-1");
  assert_cells (steps, "1204|x|3|2|-1");
  g_assert_nonnull (mappe_field_row_get_fault (row (fixture)));
  g_assert_true (says (GTK_WIDGET (row (fixture)), "“x” is no number of answers."));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, NULL, "1;2;3;4");

  insert (steps, 0, "6");
  gtk_editable_insert_text (gtk_editable_get_delegate (cell (steps, 0)), ";", 1, &(int) { 1 });
  g_assert_true (has_focus (fixture, cell (steps, 1)));
  assert_cells (steps, "6|2|3|4");
  g_assert_true (mappe_survey_steps_move (steps, 1) && mappe_survey_steps_move (steps, 1));
  g_assert_true (has_focus (fixture, cell (steps, 3)));
  g_assert_false (mappe_survey_steps_move (steps, 1));
  for (guint i = 0; i < 3; i++)
    g_assert_true (mappe_survey_steps_move (steps, -1));
  g_assert_true (has_focus (fixture, cell (steps, 0)));
  /* Before the cells stands the button for one step more; that for one fewer is shut while the last cell is full. */
  g_assert_true (mappe_survey_steps_move (steps, -1));
  g_assert_false (mappe_survey_steps_move (steps, -1));
}

static void
press (GtkWidget *widget, const char *hint)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  view_test_find_all (widget, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), hint) == 0
        && gtk_widget_is_sensitive (g_ptr_array_index (buttons, i)))
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, NULL, "1;2;3;4");

  press (GTK_WIDGET (steps), "One step more");
  assert_cells (steps, "1|2|3|4|");
  g_assert_nonnull (mappe_field_row_get_fault (row (fixture)));
  g_assert_true (says (GTK_WIDGET (steps), "5 steps"));
  g_assert_true (says (GTK_WIDGET (steps), "5 worst"));
  press (GTK_WIDGET (steps), "One step fewer");
  assert_cells (steps, "1|2|3|4");
  g_assert_cmpstr (mappe_field_row_get_value (row (fixture)), ==, "1;2;3;4");
}

/* Words are those of the council's scale, when the question asks for them. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Very safe", "Fairly safe", "Fairly unsafe", "Very unsafe" };
  MappeSurveySteps *steps = open_round (fixture, NULL, "12;30;25;8");
  MappeFieldRow *question = mappe_form_get_row (fixture->form, MAPPE_SURVEY_RESULT_QUESTION);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", 4 - i), *order = g_strdup_printf ("%u", i + 1);

      mappe_test_add (fixture->test.store, "code", "list", "survey_scale_4", "code", code, "label_de", labels[i],
                      "label_en", labels[i], "position", order, NULL);
    }
  view_test_wait (*mappe_display_codes (mappe_display_get (fixture->test.store), "survey_scale_4") != NULL);
  g_assert_true (says (GTK_WIDGET (steps), "1 best"));
  mappe_field_row_set_value (question, "How clean is the square?", NULL);
  g_assert_true (says (GTK_WIDGET (steps), "1 best"));
  mappe_field_row_set_value (question, "How safe do you feel here?", NULL);
  g_assert_true (says (GTK_WIDGET (steps), "Very safe"));
  g_assert_true (says (GTK_WIDGET (steps), "Very unsafe"));
  mappe_field_row_end_edit (row (fixture));
  g_assert_true (says (GTK_WIDGET (row (fixture)), "Very safe 12 · Fairly safe 30 · Fairly unsafe 25 · Very unsafe 8"));
}

/* The second round begins with the scale of the first. */
static void
test_other_round (Fixture *fixture, gconstpointer data)
{
  gint64 indicator = mappe_test_add (fixture->test.store, "indicator", "name", "Safety", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);
  MappeSurveySteps *steps;

  g_assert_cmpint (indicator, ==, 1);
  mappe_test_add (fixture->test.store, "survey-result", "indicator", id, "wave", "before", "held_on", "2024-06-13",
                  "counts", "1;2;3;4;5;6", NULL);
  steps = open_round (fixture, NULL, NULL);
  view_test_wait (mappe_survey_steps_get_number (steps) == 6);
  assert_cells (steps, "|||||");
}

/* Input that is not finished comes back with a draft. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  MappeSurveySteps *steps = open_round (fixture, NULL, NULL);

  insert (steps, 0, "12");
  insert (steps, 1, "a");
  {
    g_autofree char *typed = g_strdup (mappe_field_row_get_typed (row (fixture)));

    g_assert_cmpstr (typed, ==, "12;a;;");
    steps = open_round (fixture, NULL, NULL);
    assert_cells (steps, "|||");
    mappe_field_row_set_typed (row (fixture), typed);
    assert_cells (steps, "12|a||");
  }
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("/survey-row/typed", test_typed);
  CASE ("/survey-row/mismatch", test_mismatch);
  CASE ("/survey-row/pasted", test_pasted);
  CASE ("/survey-row/keys", test_keys);
  CASE ("/survey-row/number", test_number);
  CASE ("/survey-row/words", test_words);
  CASE ("/survey-row/other-round", test_other_round);
  CASE ("/survey-row/draft", test_draft);
  return g_test_run ();
}
