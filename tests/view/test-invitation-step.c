/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invitation step: who gets it, replies by one key, what can be done when. */
#include "mappe-attendance.h"
#include "mappe-invitation-send.h"
#include "mappe-invitation-step.h"
#include "mappe-invitation-text.h"
#include "mappe-letter-files.h"
#include "mappe-meeting.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"
#include "view-test.h"

#include <glib/gstdio.h>

typedef struct {
  MappeTestStore    test;
  MappeMeetingStep *step;
  GtkWidget        *window;
} Fixture;

static void
show (Fixture *fixture, const char *meeting)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->test.store, meeting);

  mappe_meeting_step_set_sitting (fixture->step, sitting);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_demo_set_up (&fixture->test, data);
  fixture->step = g_object_new (MAPPE_TYPE_INVITATION_STEP, "store", fixture->test.store, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 460);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->step));
  show (fixture, "MTG06");
  gtk_window_present (GTK_WINDOW (fixture->window));
  view_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->step)) == 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  mappe_test_settle ();
  mappe_test_store_tear_down (&fixture->test, data);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->step), MAPPE_TYPE_INVITATION_STEP, name);
}

static GtkSingleSelection *
selection_of (Fixture *fixture)
{
  GtkWidget *view = view_test_find (part (fixture, "table"), GTK_TYPE_COLUMN_VIEW);

  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

/* What the table does at a key: its controller sits on the scrolled window. */
static void
press (Fixture *fixture, guint keyval)
{
  g_assert_true (view_test_press (view_test_find (part (fixture, "table"), GTK_TYPE_SCROLLED_WINDOW), keyval, 0));
}

/* The key of a reply puts it down and goes on to the next member. */
static void
test_replies (Fixture *fixture, gconstpointer data)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (fixture->step);
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  gint64 first = ((MappeRecipient *) g_ptr_array_index (recipients, 0))->person;
  const char *status = NULL;

  g_assert_cmpint (first, >, 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection_of (fixture)), ==, 0);
  press (fixture, GDK_KEY_d);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection_of (fixture)), ==, 1);
  for (guint i = 0; i < 1000 && g_strcmp0 (status, "declined") != 0; i++)
    {
      mappe_test_settle ();
      show (fixture, "MTG06");
      status = mappe_sitting_participant (mappe_meeting_step_get_sitting (fixture->step), first)->status;
    }
  g_assert_cmpstr (status, ==, "declined");
  /* The lines were filled anew in place: the second is still selected. */
  g_assert_cmpuint (gtk_single_selection_get_selected (selection_of (fixture)), ==, 1);
}

static gboolean
letter_names (Fixture *fixture, const char *name)
{
  g_autoptr (MappeNode) letter = mappe_invitation_text_build (part (fixture, "text"));
  g_autofree char *text = mappe_write_text (letter, 76);

  return strstr (text, name) != NULL;
}

/* The preview begins with the letter to everybody and follows the row that the user goes to. */
static void
test_preview_follows (Fixture *fixture, gconstpointer data)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (fixture->step);
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  const MappeRecipient *third = g_ptr_array_index (recipients, 2);
  MappeInvitationText *text = part (fixture, "text");

  g_assert_false (letter_names (fixture, third->name));
  gtk_single_selection_set_selected (selection_of (fixture), 2);
  g_assert_true (letter_names (fixture, third->name));
  g_assert_true (mappe_invitation_text_get_language (text) == third->language);
  show (fixture, "MTG06");
  g_assert_true (letter_names (fixture, third->name));
  show (fixture, "MTG05");
  g_assert_false (letter_names (fixture, third->name));
}

static void
test_what_can_be_done (Fixture *fixture, gconstpointer data)
{
  GtkWidget *send = part (fixture, "send");

  g_assert_true (gtk_widget_get_sensitive (send));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (send)), ==, "Send supplement…");
  show (fixture, "MTG05");
  g_assert_false (gtk_widget_get_sensitive (send));
}

static void
test_not_invited (Fixture *fixture, gconstpointer data)
{
  gint64 id = mappe_meeting_step_get_sitting (fixture->step)->meeting->id;

  mappe_test_set (fixture->test.store, &mappe_meeting_kind, id, "state", "planned");
  mappe_test_set (fixture->test.store, &mappe_meeting_kind, id, "invited_on", NULL);
  show (fixture, "MTG06");
  g_assert_cmpstr (gtk_button_get_label (part (fixture, "send")), ==, "Send invitation");
}

/* A supplement has a reason: it cannot be sent before one is typed. */
static void
test_reason_first (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  mappe_invitation_send_ask (fixture->step, "2026-12-01", "");
  dialog = view_test_question ();
  entry = view_test_find (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_ENTRY);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "send"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "send"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Another paper");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "send"));
  view_test_respond ("cancel");
}

/* All letters or none, and nothing that is there already is replaced. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("mappe-letters-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "01 Erna Beispiel.pdf", NULL);
  g_autofree char *second = g_build_filename (folder, "02 Amt - Stelle.pdf", NULL);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GStatBuf facts;

  g_ptr_array_add (letters, mappe_node_new_document ("Einladung", NULL));
  g_ptr_array_add (letters, mappe_node_new_document ("Einladung", NULL));
  g_ptr_array_add (names, (gpointer) "Erna Beispiel");
  g_ptr_array_add (names, (gpointer) "Amt / Stelle");
  g_assert_true (mappe_letter_files_write (folder, letters, names, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (first, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_unlink (first);
  g_assert_false (mappe_letter_files_write (folder, letters, names, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_unlink (second);
  g_rmdir (folder);
}

#define ADD(path, function) g_test_add ("/invitation-step/" path, Fixture, "de", set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("replies", test_replies);
  ADD ("preview-follows", test_preview_follows);
  ADD ("what-can-be-done", test_what_can_be_done);
  ADD ("not-invited", test_not_invited);
  ADD ("reason-first", test_reason_first);
  ADD ("files", test_files);
  return g_test_run ();
}
