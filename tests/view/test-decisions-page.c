/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions and tasks: what is listed, filters, done, a new date with its reason. */
#include <string.h>

#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-decisions-page.h"
#include "mappe-due-date.h"
#include "mappe-follow-up-filters.h"
#include "mappe-follow-up-list.h"
#include "mappe-follow-up-pane.h"
#include "mappe-follow-up-text.h"
#include "mappe-reminders.h"
#include "mappe-task.h"
#include "mappe-test-demo.h"
#include "view-test.h"

typedef struct {
  MappeTestStore        base;
  GtkWidget            *window;
  GtkWidget            *page;
  GtkWidget            *pane;
  MappeFollowUpList    *list;
  MappeFollowUpFilters *filters;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (data != NULL)
    mappe_test_demo_set_up (&fixture->base, data);
  else
    mappe_test_store_set_up (&fixture->base, NULL);
  fixture->page = mappe_decisions_page_new (fixture->base.store, "decisions");
  fixture->window = view_test_show (fixture->page);
  fixture->pane = view_test_find (fixture->page, MAPPE_TYPE_FOLLOW_UP_PANE);
  fixture->list = MAPPE_FOLLOW_UP_LIST (view_test_find (fixture->pane, MAPPE_TYPE_FOLLOW_UP_LIST));
  fixture->filters = MAPPE_FOLLOW_UP_FILTERS (view_test_find (fixture->pane, MAPPE_TYPE_FOLLOW_UP_FILTERS));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->page);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static GPtrArray *
entries (Fixture *fixture)
{
  return mappe_follow_up_model_get_entries (mappe_follow_up_list_get_model (fixture->list));
}

/* How many there are, asked from the file itself. */
static guint
expected (Fixture *fixture, MappeFollowUpState state)
{
  g_autofree char *today = mappe_date_today ();
  MappeFollowUpFilter filter = { .state = state, .today = today };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mappe_store_follow_up (fixture->base.store, &filter, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  guint n = expected (fixture, MAPPE_FOLLOW_UP_AGENDA);

  g_assert_cmpuint (n, >, 0);
  view_test_wait (entries (fixture)->len == n);
  g_assert_nonnull (mappe_follow_up_list_get_selected (fixture->list));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint all = expected (fixture, MAPPE_FOLLOW_UP_ALL);
  guint finished = expected (fixture, MAPPE_FOLLOW_UP_FINISHED);

  g_assert_cmpuint (finished, <, all);
  mappe_follow_up_filters_show (fixture->filters, MAPPE_FOLLOW_UP_FINISHED, 0);
  view_test_wait (entries (fixture)->len == finished);
  for (guint i = 0; i < finished; i++)
    g_assert_true (((const MappeFollowUp *) g_ptr_array_index (entries (fixture), i))->finished);
  mappe_follow_up_filters_reset (fixture->filters);
  view_test_wait (entries (fixture)->len == all);
}

/* Selects an unfinished task that has a date; the record it is. */
static const MappeKind *
select_dated (Fixture *fixture, gint64 *id)
{
  const MappeFollowUp *entry = NULL;

  mappe_follow_up_filters_show (fixture->filters, MAPPE_FOLLOW_UP_UNFINISHED, 0);
  view_test_wait (entries (fixture)->len == expected (fixture, MAPPE_FOLLOW_UP_UNFINISHED));
  for (guint i = 0; i < entries (fixture)->len && entry == NULL; i++)
    {
      const MappeFollowUp *each = g_ptr_array_index (entries (fixture), i);

      if (each->due_on != NULL && g_str_equal (each->kind->name, "task"))
        entry = each;
    }
  g_assert_nonnull (entry);
  *id = entry->id;
  mappe_follow_up_list_select (fixture->list, entry->kind, entry->id);
  view_test_wait (mappe_follow_up_list_get_selected (fixture->list) != NULL &&
                  mappe_follow_up_list_get_selected (fixture->list)->id == *id);
  return entry->kind;
}

static gboolean
has (Fixture *fixture, const MappeKind *kind, gint64 id, const char *field, const char *value)
{
  g_autofree char *text = mappe_test_get (fixture->base.store, kind, id, field);

  return g_strcmp0 (text, value) == 0;
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  const MappeKind *kind = select_dated (fixture, &id);

  g_assert_true (gtk_widget_activate_action (fixture->pane, "follow-up.done", NULL));
  view_test_wait (has (fixture, kind, id, "status", "done"));
}

static void
test_new_date (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  const MappeKind *kind = select_dated (fixture, &id);
  g_autofree char *before = mappe_test_get (fixture->base.store, kind, id, "due_on");
  GtkWidget *popover;
  GObject *reason;

  g_assert_true (gtk_widget_activate_action (fixture->pane, "follow-up.new-date", NULL));
  popover = view_test_find (fixture->pane, MAPPE_TYPE_DUE_DATE);
  g_assert_nonnull (popover);
  reason = gtk_widget_get_template_child (popover, MAPPE_TYPE_DUE_DATE, "reason");
  /* Without a reason, nothing is chosen. */
  g_signal_emit_by_name (reason, "activate");
  view_test_settle ();
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_true (has (fixture, kind, id, "due_on", before));
  gtk_editable_set_text (GTK_EDITABLE (reason), "waits for the police");
  g_signal_emit_by_name (reason, "activate");
  view_test_wait (has (fixture, kind, id, "due_reason", "waits for the police"));
  g_assert_false (has (fixture, kind, id, "due_on", before));
}

/* A decision that is followed through an open task: D-05, with T-05 of September. */
static gint64
select_decision (Fixture *fixture)
{
  gint64 id = mappe_store_find (fixture->base.store, &mappe_decision_kind, "D-05", NULL);

  view_test_wait (entries (fixture)->len == expected (fixture, MAPPE_FOLLOW_UP_AGENDA));
  mappe_follow_up_list_select (fixture->list, &mappe_decision_kind, id);
  view_test_wait (mappe_follow_up_list_get_selected (fixture->list) != NULL &&
                  mappe_follow_up_list_get_selected (fixture->list)->id == id);
  return id;
}

static gint64
task_of_decision (Fixture *fixture)
{
  return mappe_store_find (fixture->base.store, &mappe_task_kind, "T-05", NULL);
}

/* What is done is done with its tasks, and comes back with them. */
static void
test_decision_done (Fixture *fixture, gconstpointer data)
{
  gint64 id = select_decision (fixture), task = task_of_decision (fixture);

  g_assert_true (gtk_widget_activate_action (fixture->pane, "follow-up.done", NULL));
  view_test_wait (has (fixture, &mappe_decision_kind, id, "status", "done"));
  g_assert_true (has (fixture, &mappe_task_kind, task, "status", "done"));
  g_free (mappe_store_undo (fixture->base.store, NULL));
  g_assert_false (has (fixture, &mappe_decision_kind, id, "status", "done"));
  g_assert_false (has (fixture, &mappe_task_kind, task, "status", "done"));
}

/* The day on show is the one that moves. */
static void
test_decision_new_date (Fixture *fixture, gconstpointer data)
{
  gint64 id = select_decision (fixture), task = task_of_decision (fixture);
  g_autofree char *due_on = g_strdup (mappe_follow_up_list_get_selected (fixture->list)->due_on);
  g_autofree char *own = mappe_test_get (fixture->base.store, &mappe_decision_kind, id, "due_on");
  g_autoptr (GPtrArray) dates = NULL;
  GtkWidget *popover;
  GObject *reason;

  g_assert_true (has (fixture, &mappe_task_kind, task, "due_on", due_on));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "follow-up.new-date", NULL));
  popover = view_test_find (fixture->pane, MAPPE_TYPE_DUE_DATE);
  reason = gtk_widget_get_template_child (popover, MAPPE_TYPE_DUE_DATE, "reason");
  gtk_editable_set_text (GTK_EDITABLE (reason), "high water");
  g_signal_emit_by_name (reason, "activate");
  view_test_wait (has (fixture, &mappe_task_kind, task, "due_reason", "high water"));
  g_assert_true (has (fixture, &mappe_decision_kind, id, "due_on", own));
  view_test_wait (mappe_follow_up_list_get_selected (fixture->list) != NULL &&
                  g_strcmp0 (mappe_follow_up_list_get_selected (fixture->list)->due_on, due_on) != 0);
  g_assert_cmpstr (mappe_follow_up_list_get_selected (fixture->list)->due_reason, ==, "high water");
  dates = mappe_store_new_dates (fixture->base.store, &mappe_decision_kind, id, NULL);
  g_assert_cmpuint (dates->len, ==, 1);
  g_assert_nonnull (((MappeNewDate *) g_ptr_array_index (dates, 0))->task);
}

/* Everybody with an open task is reminded of that task, also when it is not the first of its decision. */
static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;
  guint n_tasks = 0;

  view_test_wait (entries (fixture)->len == expected (fixture, MAPPE_FOLLOW_UP_AGENDA));
  people = mappe_follow_up_text_people (entries (fixture));
  for (guint i = 0; i < entries (fixture)->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries (fixture), i);

      n_tasks = MAX (n_tasks, entry->tasks->len);
      for (guint j = 0; j < entry->tasks->len; j++)
        {
          const MappeFollowUpTask *task = g_ptr_array_index (entry->tasks, j);
          g_autofree char *letter = mappe_follow_up_text_reminder (entries (fixture), task->who);

          g_assert_true (g_ptr_array_find_with_equal_func (people, task->who, g_str_equal, NULL));
          g_assert_nonnull (strstr (letter, task->title));
          g_assert_null (strstr (letter, entry->text));
        }
    }
  g_assert_cmpuint (n_tasks, ==, 2);
}

static char *
letter_of (GtkWidget *window)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view_test_find (window, GTK_TYPE_TEXT_VIEW)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_letter (Fixture *fixture, GtkWidget *window, const char *who)
{
  g_autofree char *expected = mappe_follow_up_text_reminder (entries (fixture), who);
  g_autofree char *letter = letter_of (window);

  g_assert_cmpstr (letter, ==, expected);
}

/* The window shows the letter to whoever is chosen, first to the one it was asked for. */
static void
test_reminders_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);
  g_autoptr (GtkWidget) window = NULL;
  GtkWidget *recipients;

  view_test_wait (entries (fixture)->len == expected (fixture, MAPPE_FOLLOW_UP_AGENDA));
  people = mappe_follow_up_text_people (entries (fixture));
  g_assert_cmpuint (people->len, >, 1);
  mappe_reminders_show (fixture->pane, entries (fixture), g_ptr_array_index (people, 1));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  window = g_list_model_get_item (windows, n_windows);
  assert_letter (fixture, window, g_ptr_array_index (people, 1));
  recipients = view_test_find (window, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (recipients), 0);
  assert_letter (fixture, window, g_ptr_array_index (people, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (fixture->pane, MAPPE_TYPE_FOLLOW_UP_PANE, "stack"));

  view_test_wait (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") == 0);
  mappe_test_add (fixture->base.store, "task", "title", "Call the school", NULL);
  view_test_wait (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "list") == 0);
  g_assert_cmpuint (entries (fixture)->len, ==, 1);
}

#define ADD(path, data, function) g_test_add ("/decisions-page/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("lists", "en", test_lists);
  ADD ("filters", "en", test_filters);
  ADD ("done", "en", test_done);
  ADD ("new-date", "en", test_new_date);
  ADD ("decision-done", "en", test_decision_done);
  ADD ("decision-new-date", "en", test_decision_new_date);
  ADD ("reminders", "en", test_reminders);
  ADD ("reminders-window", "en", test_reminders_window);
  ADD ("empty", NULL, test_empty);
  return g_test_run ();
}
