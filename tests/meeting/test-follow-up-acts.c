/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks and decisions after a meeting, and the extracts for the offices. */
#include "mappe-build-extract.h"
#include "mappe-decision.h"
#include "mappe-follow-up-acts.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-task.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static const MappeSittingDecision *
decision_of (const MappeSitting *sitting, const char *number)
{
  return g_ptr_array_index (mappe_test_item (sitting, number)->decisions, 0);
}

static const MappeRow *
task_of (const MappeSitting *sitting, const char *number, guint n)
{
  return ((MappeListed *) g_ptr_array_index (mappe_test_item (sitting, number)->tasks, n))->row;
}

static void
test_add_task (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  const MappeSittingItem *item = mappe_test_item (sitting, "5");
  const MappeParticipant *who = mappe_test_participant (sitting, "M10");
  MappeTaskGiven given = { item->row->id, decision_of (sitting, "5")->row->id, "Anwohner befragen", who->person, 0,
                           "2026-12-31" };
  gint64 office = mappe_row_get_int (who->row, MAPPE_PERSON_ORGANISATION);
  guint before = item->tasks->len;
  GError *error = NULL;
  MappeEdit *edit;
  const MappeRow *task;

  edit = mappe_follow_up_add_task (sitting, &(MappeTaskGiven) { .title = "" }, &error);
  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_MISSING);
  edit = mappe_follow_up_add_task (sitting, &(MappeTaskGiven) { .title = "x", .due_on = "2026-10-01" }, &error);
  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_STATE);
  edit = mappe_follow_up_add_task (sitting, &given, &error);
  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  g_assert_cmpuint (mappe_test_item (sitting, "5")->tasks->len, ==, before + 1);
  task = task_of (sitting, "5", before);
  g_assert_cmpstr (mappe_row_get_text (task, MAPPE_TASK_TITLE), ==, "Anwohner befragen");
  /* The office comes with the person. */
  g_assert_cmpint (mappe_row_get_int (task, MAPPE_TASK_RESPONSIBLE_ORGANISATION), ==, office);
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_done (task_of (sitting, "4", 0), "2026-11-23", &error);

  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  g_assert_true (mappe_follow_up_is_finished (task_of (sitting, "4", 0)));
  g_assert_cmpstr (mappe_row_get_text (task_of (sitting, "4", 0), MAPPE_TASK_DONE_ON), ==, "2026-11-23");
  edit = mappe_follow_up_done (task_of (sitting, "4", 0), "2026-11-23", &error);
  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_STATE);
  edit = mappe_follow_up_reopen (task_of (sitting, "4", 0), &error);
  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  g_assert_false (mappe_follow_up_is_finished (task_of (sitting, "4", 0)));
  g_assert_true (mappe_row_is_null (task_of (sitting, "4", 0), MAPPE_TASK_DONE_ON));
}

static void
test_new_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  const MappeRow *decision = decision_of (sitting, "5")->row;
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_new_date (decision, "2027-08-01", "", &error);

  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_MISSING);
  edit = mappe_follow_up_new_date (decision, "2027-08-01", "Ausschreibung verzögert", &error);
  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  decision = decision_of (sitting, "5")->row;
  g_assert_cmpstr (mappe_row_get_text (decision, MAPPE_DECISION_DUE_ON), ==, "2027-08-01");
  g_assert_cmpstr (mappe_row_get_text (decision, MAPPE_DECISION_DUE_REASON), ==, "Ausschreibung verzögert");
}

static void
test_extract_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  gint64 office = mappe_row_get_int (decision_of (sitting, "5")->row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION);
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_extract_sent (sitting, office, "2026-11-20", &error);

  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  g_assert_cmpstr (mappe_row_get_text (decision_of (sitting, "5")->row, MAPPE_DECISION_EXTRACT_SENT_ON), ==,
                   "2026-11-20");
  g_assert_true (mappe_row_is_null (decision_of (sitting, "4")->row, MAPPE_DECISION_EXTRACT_SENT_ON));
  edit = mappe_follow_up_extract_sent (sitting, 0, "2026-11-20", &error);
  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_MISSING);
}

static void
test_assign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  gint64 office = mappe_store_find (fixture->store, &mappe_organisation_kind, "U-02", NULL);
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_assign (task_of (sitting, "6", 0), office, &error);

  sitting = mappe_test_act (fixture->store, sitting, edit, error);
  g_assert_cmpint (mappe_row_get_int (task_of (sitting, "6", 0), MAPPE_TASK_RESPONSIBLE_ORGANISATION), ==, office);
  edit = mappe_follow_up_assign (task_of (sitting, "6", 0), 0, &error);
  mappe_test_refused (edit, g_steal_pointer (&error), MAPPE_MEETING_ERROR_MISSING);
}

/* --- extracts --- */

static char *
extract_text (const MappeSitting *sitting, gint64 organisation)
{
  g_autoptr (MappeNode) document = mappe_build_extract (sitting, organisation, mappe_language_get ("en"));

  return mappe_node_get_text (document);
}

static void
test_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  gint64 garden = mappe_store_find (fixture->store, &mappe_organisation_kind, "U-07", NULL);
  g_autofree char *text = extract_text (sitting, garden);

  /* Its decision with the vote, its task of another decision, and nothing of others. */
  g_assert_nonnull (strstr (text, "KPR 2026/08"));
  g_assert_nonnull (strstr (text, "9 in favour, 1 against, 1 abstention. Adopted (majority of those present: 6 of 10"));
  g_assert_nonnull (strstr (text, "Sperrmaterial am Moselufer lagern"));
  g_assert_null (strstr (text, "Funkkanal"));
  g_assert_null (strstr (text, "Zweite Einladung"));
  g_assert_null (strstr (text, "KPR 2026/06"));
}

/* MTG01: the grant of item 8 is not public; only the youth office reads of it. */
static void
test_extract_confidential (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG01");
  gint64 youth = mappe_store_find (fixture->store, &mappe_organisation_kind, "U-04", NULL);
  g_autoptr (GPtrArray) offices = mappe_extract_offices (sitting);
  g_autofree char *own = extract_text (sitting, youth), *all = extract_text (sitting, 0);

  g_assert_nonnull (strstr (own, "5.000 Euro"));
  g_assert_null (strstr (all, "5.000 Euro"));
  g_assert_nonnull (strstr (all, "KPR 2025/08"));
  for (guint i = 0; i < offices->len; i++)
    {
      const MappeExtractOffice *office = g_ptr_array_index (offices, i);
      g_autofree char *text = office->id != 0 && office->id != youth ? extract_text (sitting, office->id)
                                                                      : g_strdup ("");

      g_assert_null (strstr (text, "5.000 Euro"));
    }
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/follow-up-acts/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add-task", test_add_task);
  ADD ("done", test_done);
  ADD ("new-date", test_new_date);
  ADD ("extract-sent", test_extract_sent);
  ADD ("assign", test_assign);
  ADD ("extract", test_extract);
  ADD ("extract-confidential", test_extract_confidential);
  return g_test_run ();
}
