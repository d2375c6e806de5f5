/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-body.h"
#include "mappe-columns.h"
#include "mappe-date.h"
#include "mappe-due-act.h"
#include "mappe-due-card.h"
#include "mappe-due-date.h"
#include "mappe-due-row.h"
#include "mappe-due-text.h"
#include "mappe-overview-page.h"
#include "mappe-task.h"
#include "mappe-test-store.h"
#include "view-test.h"

typedef struct {
  MappeTestStore test;
  GtkWidget     *window;
  GtkWidget     *page;
} Fixture;

/* --- texts --- */

static void
expect_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_days (void)
{
  expect_text (mappe_due_text_days (-1), "1 day late");
  expect_text (mappe_due_text_days (-54), "54 days late");
  expect_text (mappe_due_text_days (0), "today");
  expect_text (mappe_due_text_days (1), "tomorrow");
  expect_text (mappe_due_text_days (8), "in 8 days");
}

static MappeDueItem *
add (GPtrArray *due, MappeDueTopic topic, MappeDueLight light, int days_left)
{
  MappeDueItem *item = g_new0 (MappeDueItem, 1);

  item->topic = topic;
  item->light = light;
  item->kind = &mappe_task_kind;
  item->id = due->len + 1;
  item->days_left = days_left;
  g_ptr_array_add (due, item);
  return item;
}

static void
test_headline (void)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_due_item_free);

  expect_text (mappe_due_text_headline (due), "Nothing overdue");
  add (due, MAPPE_DUE_TASK, MAPPE_DUE_OVERDUE, -3);
  add (due, MAPPE_DUE_REVIEW, MAPPE_DUE_OVERDUE, -1);
  add (due, MAPPE_DUE_OPEN, MAPPE_DUE_OVERDUE, -3);
  add (due, MAPPE_DUE_DECISION, MAPPE_DUE_SOON, 3);
  expect_text (mappe_due_text_headline (due), "2 overdue, 1 due within 14 days");
  add (due, MAPPE_DUE_MEETING, MAPPE_DUE_AHEAD, 12);
  add (due, MAPPE_DUE_MEETING, MAPPE_DUE_AHEAD, 30);
  expect_text (mappe_due_text_headline (due), "2 overdue, 1 due within 14 days, next meeting in 12 days");
  add (due, MAPPE_DUE_MINUTES, MAPPE_DUE_SOON, 12);
  add (due, MAPPE_DUE_NUMBERS, MAPPE_DUE_OVERDUE, -12);
  add (due, MAPPE_DUE_NUMBERS, MAPPE_DUE_OVERDUE, -12);
  expect_text (mappe_due_text_headline (due), "2 overdue, 1 due within 14 days, minutes of 1 meeting not sent, "
                                              "2 numbers missing, next meeting in 12 days");
}

/* The notice period says its arithmetic. */
static void
test_meeting_lines (void)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_due_item_free);
  MappeDueItem *item = add (due, MAPPE_DUE_MEETING, MAPPE_DUE_SOON, 14);
  g_autoptr (GPtrArray) lines = NULL;

  item->date = g_strdup ("2026-11-27");
  item->deadline = g_strdup ("2026-11-12");
  item->of = 14;
  item->lacks = MAPPE_DUE_LACKS_AGENDA | MAPPE_DUE_LACKS_INVITATION;
  lines = mappe_due_text_lines (item);
  g_assert_cmpuint (lines->len, ==, 3);
  const MappeDueLine *first = g_ptr_array_index (lines, 0);
  g_autofree char *deadline = mappe_date_format (item->deadline);
  g_autofree char *held = mappe_date_format (item->date);
  g_autofree char *expected = g_strdup_printf ("Invitation not sent. Must be received by %s: 14 full days before %s",
                                               deadline, held);
  g_assert_cmpstr (first->text, ==, expected);
  g_assert_cmpint (first->state, ==, MAPPE_STATE_DUE_SOON);
}

static void
test_by_office (void)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_due_item_free);

  for (guint i = 0; i < 3; i++)
    {
      MappeDueItem *item = add (due, MAPPE_DUE_OPEN, MAPPE_DUE_UNDATED, 0);

      item->title = g_strdup_printf ("Task %u", i);
      item->where = i < 2 ? g_strdup ("Order office") : NULL;
      item->who = i == 1 ? g_strdup ("Ruth Amsel") : g_strdup (item->where);
    }
  expect_text (mappe_due_text_by_office (due),
               "Order office\n– Task 0 (no date)\n– Task 1 (no date, Ruth Amsel)\n\n"
               "No office named\n– Task 2 (no date)\n");
}

/* --- columns --- */

static void
test_columns (void)
{
  GtkWidget *columns = g_object_ref_sink (mappe_columns_new ());
  GtkWidget *children[3];
  int height;

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (children[i], 200, 100);
      mappe_columns_add (MAPPE_COLUMNS (columns), children[i], i % 2, i);
    }
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 500, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 300 + 2 * 24);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 900, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 200 + 24);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 1400, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 100);
  gtk_widget_set_visible (children[0], FALSE);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 900, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 100);
  g_object_add_weak_pointer (G_OBJECT (columns), (gpointer *) &columns);
  g_object_unref (columns);
  g_assert_null (columns);
}

/* --- the page --- */

static gint64
insert (Fixture *fixture, MappeRow *row)
{
  return mappe_test_insert (fixture->test.store, row);
}

#define ADD(fixture, kind, ...) insert (fixture, mappe_test_row (&mappe_##kind##_kind, __VA_ARGS__, NULL))

static gint64
add_task (Fixture *fixture, const char *title, const char *due_on)
{
  return ADD (fixture, task, "title", title, "due_on", due_on);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (MAPPE_IS_DUE_ROW (widget))
    return g_strcmp0 (mappe_due_row_get_item (MAPPE_DUE_ROW (widget))->title, title) == 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
wait_row (Fixture *fixture, const char *title)
{
  view_test_wait (find_row (fixture->page, title) != NULL);
  return find_row (fixture->page, title);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, NULL);
}

static void
start (Fixture *fixture)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  fixture->page = mappe_overview_page_new (fixture->test.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      GtkWidget *page = fixture->page;

      g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      view_test_wait (page == NULL);
    }
  mappe_store_close (fixture->test.store);
  view_test_settle ();
  mappe_test_store_tear_down (&fixture->test, NULL);
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  ADD (fixture, body, "name", "Plenary", "kind", "plenary");
  start (fixture);
  view_test_wait (shows_text (fixture->page, "Nothing to do yet"));
  add_task (fixture, "Plan the exercise", "2026-11-01");
  wait_row (fixture, "Plan the exercise");
  view_test_wait (shows_text (fixture->page, "1 overdue"));
  view_test_wait (shows_text (fixture->page, "Nothing is due within 14 days."));
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_task (fixture, "Plan the exercise", "2026-11-01");
  g_autofree char *status = NULL;
  g_autofree char *day = NULL;

  add_task (fixture, "Ask the school", "2026-11-03");
  start (fixture);
  gtk_widget_grab_focus (wait_row (fixture, "Plan the exercise"));
  gtk_widget_activate_action (find_row (fixture->page, "Plan the exercise"), "due.done", NULL);
  view_test_wait (find_row (fixture->page, "Plan the exercise") == NULL);
  status = mappe_test_get (fixture->test.store, &mappe_task_kind, id, "status");
  day = mappe_test_get (fixture->test.store, &mappe_task_kind, id, "done_on");
  g_assert_cmpstr (status, ==, "done");
  g_assert_cmpstr (day, ==, "2026-11-23");
  /* The next one takes the focus, so that the keyboard goes on. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_row (fixture->page, "Ask the school"));
  g_free (mappe_store_undo (fixture->test.store, NULL));
  wait_row (fixture, "Plan the exercise");
}

static void
test_new_date (Fixture *fixture, gconstpointer data)
{
  gint64 id = ADD (fixture, task, "title", "Plan the exercise", "due_on", "2026-11-01", "status", "overdue");
  g_autofree char *due_on = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *status = NULL;

  start (fixture);
  GtkWidget *row = wait_row (fixture, "Plan the exercise");
  gtk_widget_activate_action (row, "due.new-date", NULL);
  GtkWidget *popover = gtk_widget_get_last_child (row);
  g_assert_true (MAPPE_IS_DUE_DATE (popover));
  g_signal_emit_by_name (popover, "chosen", "2026-12-07", "Fire brigade was on duty");
  view_test_wait (mappe_due_row_get_item (MAPPE_DUE_ROW (wait_row (fixture, "Plan the exercise")))->days_left == 14);
  due_on = mappe_test_get (fixture->test.store, &mappe_task_kind, id, "due_on");
  reason = mappe_test_get (fixture->test.store, &mappe_task_kind, id, "due_reason");
  status = mappe_test_get (fixture->test.store, &mappe_task_kind, id, "status");
  g_assert_cmpstr (due_on, ==, "2026-12-07");
  g_assert_cmpstr (status, ==, "in_progress");
  g_assert_cmpstr (reason, ==, "Fire brigade was on duty");
}

/* What did not change keeps its widget and the focus, whatever happens around it. */
static void
test_steady (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  first = add_task (fixture, "First", "2026-11-01");
  add_task (fixture, "Second", "2026-11-03");
  start (fixture);
  GtkWidget *row = wait_row (fixture, "Second");
  gtk_widget_grab_focus (row);
  add_task (fixture, "Between", "2026-11-02");
  wait_row (fixture, "Between");
  g_assert_true (find_row (fixture->page, "Second") == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  mappe_test_set (fixture->test.store, &mappe_task_kind, first, "title", "Renamed");
  wait_row (fixture, "Renamed");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 2);
}

/* A matter that changes its place takes the focus along, and its buttons go on working. */
static void
move_task (Fixture *fixture, gint64 id, const char *due_on)
{
  MappeRow *base = mappe_store_load (fixture->test.store, &mappe_task_kind, id, NULL);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("move");

  mappe_row_set_canonical (mine, MAPPE_TASK_DUE_ON, due_on, NULL);
  mappe_row_set_canonical (mine, MAPPE_TASK_DUE_REASON, "Too early", NULL);
  mappe_edit_update (edit, base, mine);
  mappe_applied_free (mappe_store_apply (fixture->test.store, edit, NULL, NULL));
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_task (fixture, "First", "2026-11-01");

  add_task (fixture, "Second", "2026-11-03");
  start (fixture);
  gtk_widget_grab_focus (wait_row (fixture, "First"));
  move_task (fixture, id, "2026-11-04");
  view_test_wait (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (wait_row (fixture, "First"))) == 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_row (fixture->page, "First"));
  gtk_widget_activate_action (find_row (fixture->page, "First"), "due.done", NULL);
  view_test_wait (find_row (fixture->page, "First") == NULL);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i);

      add_task (fixture, title, "2026-11-01");
    }
  start (fixture);
  wait_row (fixture, "Task 5");
  g_assert_null (find_row (fixture->page, "Task 6"));
  view_test_wait (shows_text (fixture->page, "Show 14 more"));
}

static void
test_reminder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_due_item_free);
  MappeDueItem *item = add (due, MAPPE_DUE_TASK, MAPPE_DUE_OVERDUE, -3);

  item->title = g_strdup ("Plan\nthe exercise");
  item->who = g_strdup ("Ruth Amsel");
  item->date = g_strdup ("2026-11-20");
  g_autofree char *text = mappe_due_text_reminder (item);
  g_assert_true (g_str_has_prefix (text, "Reminder: Plan the exercise\n\nIn charge: Ruth Amsel\nWas due on "));
  start (fixture);
  mappe_due_act_remind (fixture->page, item);
  g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (fixture->page)));
}

int
main (int argc, char **argv)
{
  g_setenv ("MAPPE_TODAY", "2026-11-23", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/overview/days", test_days);
  g_test_add_func ("/overview/headline", test_headline);
  g_test_add_func ("/overview/meeting-lines", test_meeting_lines);
  g_test_add_func ("/overview/by-office", test_by_office);
  g_test_add_func ("/overview/columns", test_columns);
#define TEST(name, func) g_test_add ("/overview/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("fresh", test_fresh);
  TEST ("done", test_done);
  TEST ("new-date", test_new_date);
  TEST ("steady", test_steady);
  TEST ("moved", test_moved);
  TEST ("many", test_many);
  TEST ("reminder", test_reminder);
  return g_test_run ();
}
