/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-private.h"

#include <string.h>

#include "mappe-decision.h"
#include "mappe-sample.h"
#include "mappe-task.h"
#include "mappe-test-store.h"

#define TODAY "2026-11-23"
#define MANY 20000

typedef MappeTestStore Fixture;

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

#define ADD(fixture, name, ...) (text_of (mappe_test_add ((fixture)->store, name, __VA_ARGS__, NULL)))
#define NUMBER(id) (g_ascii_strtoll ((id), NULL, 10))

static GPtrArray *
fetch (Fixture *fixture, const MappeFollowUpFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = mappe_store_follow_up (fixture->store, filter, &error);

  g_assert_no_error (error);
  return found;
}

/* The references found, joined by blanks. */
static void
expect (Fixture *fixture, MappeFollowUpFilter filter, const char *expected)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  filter.today = TODAY;
  found = fetch (fixture, &filter);
  for (guint i = 0; i < found->len; i++)
    {
      const MappeFollowUp *item = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", item->reference);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define EXPECT(fixture, expected, ...) (expect (fixture, (MappeFollowUpFilter) { __VA_ARGS__ }, expected))

static const MappeFollowUp *
entry (GPtrArray *found, const char *reference)
{
  for (guint i = 0; i < found->len; i++)
    if (strcmp (((MappeFollowUp *) g_ptr_array_index (found, i))->reference, reference) == 0)
      return g_ptr_array_index (found, i);
  g_assert_not_reached ();
}

static char *
item_of (Fixture *fixture, const char *body, const char *held_on, const char *state)
{
  g_autofree char *meeting = ADD (fixture, "meeting", "title", held_on, "body", body, "held_on", held_on, "state",
                                  state);

  return ADD (fixture, "agenda-item", "meeting", meeting, "number", "4", "title", "Item", "public", "1");
}

/* Two bodies, three meetings; D-A to D-D of the plenary, D-E of the group. */
typedef struct {
  char *body, *group, *office, *other, *person;
} Council;

static void
council_clear (Council *council)
{
  g_free (council->body);
  g_free (council->group);
  g_free (council->office);
  g_free (council->other);
  g_free (council->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Council, council_clear)

static void
fill (Fixture *fixture, Council *council)
{
  g_autofree char *old = NULL, *last = NULL, *group_item = NULL, *decision = NULL;

  council->body = ADD (fixture, "body", "name", "Plenary");
  council->group = ADD (fixture, "body", "name", "Group");
  council->office = ADD (fixture, "organisation", "name", "Order office");
  council->other = ADD (fixture, "organisation", "name", "Youth office");
  council->person = ADD (fixture, "person", "first_name", "Ruth", "last_name", "Ängstlich");
  old = item_of (fixture, council->body, "2025-10-01", "held");
  last = item_of (fixture, council->body, "2026-10-27", "held");
  group_item = item_of (fixture, council->group, "2026-11-01", "held");
  g_free (item_of (fixture, council->body, "2026-12-08", "invited"));
  g_free (ADD (fixture, "decision", "reference", "D-A", "agenda_item", old, "text", "Lamps", "number", "KPR 2025/01",
               "status", "done", "done_on", "2026-10-27", "public", "1", "responsible_organisation", council->office));
  g_free (ADD (fixture, "decision", "reference", "D-B", "agenda_item", old, "text", "Benches", "number", "KPR 2025/02",
               "status", "done", "done_on", "2026-10-28"));
  decision = ADD (fixture, "decision", "reference", "D-C", "agenda_item", last, "text", "Patrols", "number",
                  "KPR 2026/10", "due_on", "2027-01-01", "responsible_organisation", council->office);
  g_free (ADD (fixture, "decision", "reference", "D-D", "agenda_item", last, "text", "Prices up 50% of all", "number",
               "KPR 2026/9", "due_on", "2026-11-22", "public", "1"));
  g_free (ADD (fixture, "decision", "reference", "D-E", "agenda_item", group_item, "text", "Survey", "status",
               "dropped"));
  g_free (ADD (fixture, "task", "reference", "T-A", "title", "Roster", "decision", decision, "due_on", "2026-12-01",
               "responsible_member", council->person));
  g_free (ADD (fixture, "task", "reference", "T-B", "title", "Report", "decision", decision, "due_on", "2026-11-30",
               "status", "dropped", "responsible_organisation", council->other));
  g_free (ADD (fixture, "task", "reference", "T-C", "title", "Ask around", "agenda_item", last, "responsible_member",
               council->person));
  g_free (ADD (fixture, "task", "reference", "T-D", "title", "Without a meeting", "due_on", "2026-11-01"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_auto (Council) council = { NULL };

  fill (fixture, &council);
  EXPECT (fixture, "D-E D-D D-C T-C D-A D-B T-D", .body = 0);
  EXPECT (fixture, "D-D D-C T-C D-A D-B", .body = NUMBER (council.body));
  EXPECT (fixture, "D-A D-B", .year = 2025);
  EXPECT (fixture, "D-E", .year = 2026, .body = NUMBER (council.group));
  EXPECT (fixture, "D-D T-C D-A", .part = MAPPE_FOLLOW_UP_PUBLIC);
  EXPECT (fixture, "D-E D-C D-B T-D", .part = MAPPE_FOLLOW_UP_CONFIDENTIAL);
  EXPECT (fixture, "D-C D-A", .office = NUMBER (council.office));
  EXPECT (fixture, "D-C", .office = NUMBER (council.other));
  EXPECT (fixture, "D-C T-C", .person = NUMBER (council.person));
  EXPECT (fixture, "D-E", .meeting = 3);
  EXPECT (fixture, "", .meeting = 4);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_auto (Council) council = { NULL };

  fill (fixture, &council);
  EXPECT (fixture, "D-D D-C T-C T-D", .state = MAPPE_FOLLOW_UP_UNFINISHED);
  EXPECT (fixture, "D-D T-D", .state = MAPPE_FOLLOW_UP_OVERDUE);
  EXPECT (fixture, "D-E D-A D-B", .state = MAPPE_FOLLOW_UP_FINISHED);
  /* Late first, then by day; D-B was finished after the meeting of the 27th, D-A on its day was told there. */
  EXPECT (fixture, "T-D D-D D-C T-C D-B", .state = MAPPE_FOLLOW_UP_AGENDA);
  EXPECT (fixture, "D-D D-C T-C D-B", .state = MAPPE_FOLLOW_UP_AGENDA, .body = NUMBER (council.body));
  g_free (ADD (fixture, "task", "reference", "T-E", "title", "Done now", "status", "done", "done_on", TODAY));
  EXPECT (fixture, "T-D D-D D-C T-C D-B T-E", .state = MAPPE_FOLLOW_UP_AGENDA);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_auto (Council) council = { NULL };

  fill (fixture, &council);
  EXPECT (fixture, "D-C", .text = "ROSTER");
  EXPECT (fixture, "D-C", .text = "patrols angst");
  EXPECT (fixture, "D-C T-C", .text = "ruth");
  EXPECT (fixture, "D-C D-A", .text = "order office");
  EXPECT (fixture, "D-D", .text = "KPR 2026/9");
  EXPECT (fixture, "T-C", .text = "around");
  EXPECT (fixture, "D-D", .text = "50%");
  EXPECT (fixture, "", .text = "benches_x");
  EXPECT (fixture, "", .text = "roster lamps");
  EXPECT (fixture, "D-D T-D", .text = "  ", .state = MAPPE_FOLLOW_UP_OVERDUE);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  g_auto (Council) council = { NULL };
  const MappeFollowUpFilter filter = { .today = TODAY };
  g_autoptr (GPtrArray) found = NULL;
  const MappeFollowUpTask *task;
  const MappeFollowUp *item;

  fill (fixture, &council);
  found = fetch (fixture, &filter);
  item = entry (found, "D-C");
  g_assert_true (item->kind == &mappe_decision_kind);
  g_assert_cmpint (item->id, ==, 3);
  g_assert_cmpstr (item->number, ==, "KPR 2026/10");
  g_assert_cmpstr (item->text, ==, "Patrols");
  g_assert_cmpstr (item->body, ==, "Plenary");
  g_assert_cmpint (item->body_id, ==, NUMBER (council.body));
  g_assert_cmpstr (item->held_on, ==, "2026-10-27");
  g_assert_cmpstr (item->item_number, ==, "4");
  g_assert_cmpstr (item->office, ==, "Order office");
  g_assert_cmpstr (item->who, ==, "Ruth Ängstlich");
  g_assert_cmpstr (item->due_on, ==, "2026-12-01");  /* of the open task, not of the dropped one */
  g_assert_cmpint (item->days_left, ==, 8);
  g_assert_cmpint (item->light, ==, MAPPE_DUE_SOON);
  g_assert_cmpuint (item->n_tasks, ==, 2);
  g_assert_cmpuint (item->n_open, ==, 1);
  g_assert_cmpuint (item->tasks->len, ==, 1);
  task = g_ptr_array_index (item->tasks, 0);
  g_assert_cmpstr (task->reference, ==, "T-A");
  g_assert_cmpstr (task->title, ==, "Roster");
  g_assert_cmpstr (task->who, ==, "Ruth Ängstlich");
  g_assert_cmpstr (task->due_on, ==, "2026-12-01");
  g_assert_cmpint (task->light, ==, MAPPE_DUE_SOON);
  g_assert_false (item->finished);
  g_assert_false (item->public);
  item = entry (found, "D-D");
  g_assert_cmpint (item->light, ==, MAPPE_DUE_OVERDUE);
  g_assert_cmpint (item->days_left, ==, -1);
  g_assert_true (item->public);
  item = entry (found, "D-A");
  g_assert_true (item->finished);
  g_assert_cmpint (item->light, ==, MAPPE_DUE_AHEAD);
  g_assert_cmpstr (item->done_on, ==, "2026-10-27");
  item = entry (found, "T-D");
  g_assert_true (item->kind == &mappe_task_kind);
  g_assert_null (item->number);
  g_assert_null (item->meeting);
  g_assert_cmpint (item->light, ==, MAPPE_DUE_OVERDUE);
}

/* --- dates that were moved --- */

static void
move (Fixture *fixture, const char *due_on, const char *reason)
{
  MappeRow *base = mappe_store_load (fixture->store, &mappe_task_kind, 1, NULL);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("move");
  g_autoptr (MappeApplied) applied = NULL;

  mappe_row_set_canonical (mine, MAPPE_TASK_DUE_ON, due_on, NULL);
  mappe_row_set_canonical (mine, MAPPE_TASK_DUE_REASON, reason, NULL);
  mappe_edit_update (edit, base, mine);
  applied = mappe_store_apply (fixture->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
}

static void
expect_dates (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = mappe_store_new_dates (fixture->store, &mappe_task_kind, 1, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < dates->len; i++)
    {
      const MappeNewDate *date = g_ptr_array_index (dates, i);

      g_assert_nonnull (date->at);
      g_string_append_printf (text, "%s%s>%s %s", i > 0 ? ", " : "", date->from, date->to != NULL ? date->to : "-",
                              date->reason);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_new_dates (Fixture *fixture, gconstpointer data)
{
  g_free (ADD (fixture, "task", "title", "a"));
  move (fixture, "2026-10-01", NULL);
  expect_dates (fixture, "");
  move (fixture, "2026-11-01", "Ill");
  move (fixture, NULL, "Nobody is there");
  expect_dates (fixture, "2026-10-01>2026-11-01 Ill, 2026-11-01>- Nobody is there");
  g_free (mappe_store_undo (fixture->store, NULL));
  expect_dates (fixture, "2026-10-01>2026-11-01 Ill");
  g_free (mappe_store_redo (fixture->store, NULL));
  expect_dates (fixture, "2026-10-01>2026-11-01 Ill, 2026-11-01>- Nobody is there");
  g_free (mappe_store_undo (fixture->store, NULL));
  g_free (mappe_store_undo (fixture->store, NULL));
  expect_dates (fixture, "");
}

/* --- numbers, demo, much --- */

static gpointer
read_numbers (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_decision_numbers (snapshot, NUMBER ((const char *) data), error);
}

static gpointer
read_entries (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_follow_up (snapshot, data, error);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_auto (Council) council = { NULL };
  g_auto (GStrv) numbers = NULL, none = NULL;
  g_autofree char *joined = NULL;

  fill (fixture, &council);
  numbers = mappe_store_read (fixture->store, read_numbers, council.body, NULL);
  joined = g_strjoinv ("|", numbers);
  g_assert_cmpstr (joined, ==, "KPR 2025/01|KPR 2025/02|KPR 2026/9|KPR 2026/10");
  none = mappe_store_read (fixture->store, read_numbers, council.group, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  MappeFollowUpFilter filter = { .today = TODAY, .state = MAPPE_FOLLOW_UP_AGENDA, .body = 1 };
  g_autoptr (GAsyncResult) result = NULL, dates = NULL;
  g_autoptr (GPtrArray) found = NULL, moved = NULL, same = NULL;

  mappe_sample_load (fixture->store, folder, "en", NULL);
  EXPECT (fixture, "D-13 D-14 D-15 T-16 T-17", .meeting = 5);
  EXPECT (fixture, "D-05", .state = MAPPE_FOLLOW_UP_OVERDUE, .body = 2);
  mappe_store_follow_up_async (fixture->store, &filter, NULL, finished_cb, &result);
  mappe_store_new_dates_async (fixture->store, &mappe_decision_kind, 1, NULL, finished_cb, &dates);
  while (result == NULL || dates == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = mappe_store_follow_up_finish (fixture->store, result, NULL);
  moved = mappe_store_new_dates_finish (fixture->store, dates, NULL);
  g_assert_cmpuint (moved->len, ==, 0);
  g_assert_cmpuint (found->len, >=, 3);
  g_assert_cmpstr (((MappeFollowUp *) g_ptr_array_index (found, 0))->reference, ==, "D-09");
  same = mappe_store_read (fixture->store, read_entries, &filter, NULL);
  g_assert_cmpuint (same->len, ==, found->len);
}

/* 20,000 decisions of 500 meetings, each with a task. */
static void
fill_much (Fixture *fixture)
{
  MappeEdit *edit = mappe_edit_new_base ("much");
  const MappeKind *kinds[] = { mappe_kind_lookup ("body", NULL), mappe_kind_lookup ("meeting", NULL),
                               mappe_kind_lookup ("agenda-item", NULL) };
  gint64 meeting = 0, item;
  gint64 body = mappe_edit_insert (edit, mappe_test_row (kinds[0], "name", "Plenary", NULL));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      MappeRow *row;
      gint64 decision;

      if (i % 40 == 0)
        {
          g_autofree char *day = g_strdup_printf ("%u-%02u-%02u", 2000 + i / 40 / 20, i / 40 % 12 + 1, i / 40 % 28 + 1);

          row = mappe_test_row (kinds[1], "title", "Meeting", "state", "held", "held_on", day, NULL);
          mappe_value_set_int (&row->values[mappe_kind_find_field (kinds[1], "body")], body);
          meeting = mappe_edit_insert (edit, row);
        }
      row = mappe_test_row (kinds[2], "title", "Item", NULL);
      mappe_value_set_int (&row->values[mappe_kind_find_field (kinds[2], "meeting")], meeting);
      item = mappe_edit_insert (edit, row);
      row = mappe_test_row (&mappe_decision_kind, "text", "Wording", "due_on", "2026-01-01", "status",
                            i % 2 ? "done" : "open", NULL);
      mappe_value_set_int (&row->values[MAPPE_DECISION_AGENDA_ITEM], item);
      decision = mappe_edit_insert (edit, row);
      row = mappe_test_row (&mappe_task_kind, "title", "Task", NULL);
      mappe_value_set_int (&row->values[MAPPE_TASK_DECISION], decision);
      mappe_edit_insert (edit, row);
    }
  mappe_applied_free (mappe_store_apply (fixture->store, edit, NULL, &error));
  g_assert_no_error (error);
}

/* The steps of the plan that read a table from end to end. */
static char *
scans (Fixture *fixture, const MappeFollowUpFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeConn) conn = mappe_conn_open (fixture->path, MAPPE_CONN_READ_ONLY, &error);
  GString *text = g_string_new (NULL);
  MappeStmt *stmt = mappe_follow_up_prepare (conn, filter, "EXPLAIN QUERY PLAN ", &error);
  gboolean has_row = TRUE;

  g_assert_no_error (error);
  while (mappe_stmt_step (stmt, &has_row, &error) && has_row)
    if (g_str_has_prefix (mappe_stmt_get_text (stmt, 3), "SCAN"))
      g_string_append_printf (text, "%s|", mappe_stmt_get_text (stmt, 3));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* At most one table is walked through for each half; all others are reached by an index. */
static void
test_much (Fixture *fixture, gconstpointer data)
{
  MappeFollowUpFilter filters[] = {
    { .today = TODAY },
    { .today = TODAY, .body = 1, .state = MAPPE_FOLLOW_UP_AGENDA },
    { .today = TODAY, .meeting = 7 },
    { .today = TODAY, .state = MAPPE_FOLLOW_UP_OVERDUE, .text = "wording" },
  };
  const guint expected[] = { MANY, MANY / 2, 40, MANY / 2 };

  fill_much (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GPtrArray) found = fetch (fixture, &filters[i]);
      g_autofree char *plan = scans (fixture, &filters[i]);
      g_auto (GStrv) steps = g_strsplit (plan, "|", -1);
      guint n_tables = 0;

      g_test_message ("%u: %s", i, plan);
      g_assert_cmpuint (found->len, ==, expected[i]);
      for (char **step = steps; *step != NULL; step++)
        n_tables += **step != '\0' && strstr (*step, "SCAN l") == NULL && strstr (*step, "CONSTANT") == NULL;
      g_assert_cmpuint (n_tables, <=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func)                                                                                              \
  g_test_add ("/follow-up/" name, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)
  TEST ("filters", test_filters);
  TEST ("states", test_states);
  TEST ("words", test_words);
  TEST ("entry", test_entry);
  TEST ("new-dates", test_new_dates);
  TEST ("numbers", test_numbers);
  TEST ("demo", test_demo);
  TEST ("much", test_much);
  return g_test_run ();
}
