/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sitting as it is recorded: by actions, one after the other, in a window. */
#include "mappe-agenda-item.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-motion.h"
#include "mappe-presence-acts.h"
#include "mappe-sitting-acts.h"
#include "mappe-sitting-notes.h"
#include "mappe-sitting-step.h"
#include "mappe-test-demo.h"
#include "mappe-vote-pane.h"
#include "view-test.h"

typedef struct {
  MappeTestStore test;
  GtkWidget     *window;
  GtkWidget     *step;
  MappeSitting  *sitting;
  GCancellable  *loading;
} Fixture;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  MappeSitting *sitting = mappe_sitting_load_finish (MAPPE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_assert_no_error (error);
  mappe_sitting_unref (fixture->sitting);
  fixture->sitting = sitting;
  mappe_meeting_step_set_sitting (MAPPE_MEETING_STEP (fixture->step), sitting);
}

/* What the meeting page does after every change. */
static void
changed_cb (Fixture *fixture)
{
  g_cancellable_cancel (fixture->loading);
  g_clear_object (&fixture->loading);
  fixture->loading = g_cancellable_new ();
  mappe_sitting_load_async (fixture->test.store, fixture->sitting->meeting->id, fixture->loading, loaded_cb, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  g_autoptr (MappeSitting) planned = NULL;

  mappe_test_demo_set_up (&fixture->test, "en");
  planned = mappe_test_sitting (fixture->test.store, "MTG06");
  mappe_test_set (fixture->test.store, &mappe_meeting_kind, planned->meeting->id, "held_on", today);
  fixture->sitting = mappe_test_sitting (fixture->test.store, "MTG06");
  fixture->step = g_object_new (MAPPE_TYPE_SITTING_STEP, "store", fixture->test.store, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->step);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mappe_meeting_step_set_sitting (MAPPE_MEETING_STEP (fixture->step), fixture->sitting);
  gtk_widget_grab_focus (fixture->step);
  g_signal_connect_swapped (fixture->test.store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->test.store, fixture);
  g_cancellable_cancel (fixture->loading);
  g_clear_object (&fixture->loading);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_test_settle ();
  mappe_sitting_unref (fixture->sitting);
  mappe_test_store_tear_down (&fixture->test, NULL);
}

static void
do_action (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->step, action, NULL));
}

static guint
n_here (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->sitting->participants->len; i++)
    n += mappe_presence_is_here (g_ptr_array_index (fixture->sitting->participants, i));
  return n;
}

/* Ten arrivals in a row, faster than the file: none is lost, and nobody comes twice. */
static void
test_arrivals (Fixture *fixture, gconstpointer data)
{
  do_action (fixture, "sitting.toggle");
  for (guint i = 0; i < 10; i++)
    do_action (fixture, "sitting.arrive");
  view_test_wait (n_here (fixture) == 10);
  g_assert_cmpint (mappe_sitting_state (fixture->sitting), ==, MAPPE_SITTING_RUNNING);
  do_action (fixture, "sitting.excuse");
  view_test_wait (g_strcmp0 (((MappeParticipant *) g_ptr_array_index (fixture->sitting->participants, 10))->status,
                             "excused") == 0);
}

static void
test_vote (Fixture *fixture, gconstpointer data)
{
  const MappeSittingItem *item;

  do_action (fixture, "sitting.toggle");
  for (guint i = 0; i < 10; i++)
    do_action (fixture, "sitting.arrive");
  do_action (fixture, "sitting.next");
  do_action (fixture, "sitting.next");
  view_test_wait (mappe_sitting_running (fixture->sitting) != NULL &&
                  g_str_equal (mappe_sitting_running (fixture->sitting)->number, "2"));
  do_action (fixture, "sitting.vote");
  mappe_vote_pane_unanimous (MAPPE_VOTE_PANE (view_test_find (fixture->step, MAPPE_TYPE_VOTE_PANE)));
  view_test_wait (mappe_test_item (fixture->sitting, "2")->decisions->len == 1);
  item = mappe_test_item (fixture->sitting, "2");
  g_assert_cmpstr (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_RESULT), ==, "adopted");
}

static const MappeRow *
first_motion (Fixture *fixture)
{
  GPtrArray *motions = mappe_test_item (fixture->sitting, "2")->motions;

  return motions->len > 0 ? g_ptr_array_index (motions, 0) : NULL;
}

static const char *
wording (Fixture *fixture)
{
  const MappeRow *motion = first_motion (fixture);

  return motion != NULL ? mappe_row_get_text (motion, MAPPE_MOTION_TEXT) : NULL;
}

static void
type_wording (const char *text)
{
  GtkWidget *view = view_test_find (GTK_WIDGET (view_test_question ()), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* A motion is put and its wording changed; one without a wording comes back. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  do_action (fixture, "sitting.toggle");
  do_action (fixture, "sitting.next");
  do_action (fixture, "sitting.next");
  view_test_wait (mappe_sitting_running (fixture->sitting) != NULL &&
                  g_str_equal (mappe_sitting_running (fixture->sitting)->number, "2"));
  do_action (fixture, "sitting.motion");
  type_wording ("More light");
  view_test_respond ("do");
  view_test_wait (g_strcmp0 (wording (fixture), "More light") == 0);
  g_assert_true (gtk_widget_activate_action (fixture->step, "sitting.change-motion", "x",
                                             first_motion (fixture)->id));
  type_wording ("");
  view_test_respond ("do");
  g_assert_nonnull (view_test_question ());
  type_wording ("More light and more benches");
  view_test_respond ("do");
  view_test_wait (g_strcmp0 (wording (fixture), "More light and more benches") == 0);
}

static void
type_notes (MappeSittingNotes *notes, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (view_test_find (GTK_WIDGET (notes), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static const char *
stored_notes (Fixture *fixture)
{
  return mappe_row_get_text (mappe_test_item (fixture->sitting, "1")->row, MAPPE_AGENDA_ITEM_DISCUSSION);
}

/* Notes are in the file a moment after they were typed, and typing goes on. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  MappeSittingNotes *notes = MAPPE_SITTING_NOTES (view_test_find (fixture->step, MAPPE_TYPE_SITTING_NOTES));
  g_autofree char *shown = NULL;

  type_notes (notes, "One");
  mappe_meeting_step_leave (MAPPE_MEETING_STEP (fixture->step));
  type_notes (notes, " two");
  view_test_wait (g_strcmp0 (stored_notes (fixture), "One two") == 0);
  /* Another window adds something while we type. */
  type_notes (notes, " three");
  mappe_test_set (fixture->test.store, &mappe_agenda_item_kind, mappe_test_item (fixture->sitting, "1")->row->id,
                  "discussion", "One two, says the other");
  view_test_wait (g_strcmp0 (stored_notes (fixture), "One two, says the other three") == 0);
  shown = mappe_sitting_notes_get_text (notes);
  g_assert_cmpstr (shown, ==, "One two, says the other three");
}

static void
test_join (void)
{
  static const struct { const char *base, *mine, *theirs, *joined; } cases[] = {
    { "", "mine", "", "mine" },
    { "", "mine", "theirs", "theirs\nmine" },
    { "a", "a", "b", "b" },
    { "a", "a mine", "a theirs", "a theirs mine" },
    { "a", "mine", "theirs", "theirs\nmine" },
    { "a", "same", "same", "same" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = mappe_sitting_notes_join (cases[i].base, cases[i].mine, cases[i].theirs);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/sitting-step/arrivals", test_arrivals);
  ADD ("/sitting-step/vote", test_vote);
  ADD ("/sitting-step/motion", test_motion);
  ADD ("/sitting-step/notes", test_notes);
  g_test_add_func ("/sitting-step/join", test_join);
  return g_test_run ();
}
