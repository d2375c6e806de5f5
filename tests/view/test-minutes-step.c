/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes step: its paper, saving what is typed, refreshing what was recorded. */
#include "mappe-agenda-item.h"
#include "mappe-build-minutes.h"
#include "mappe-conn.h"
#include "mappe-draft.h"
#include "mappe-follow-up-step.h"
#include "mappe-meeting.h"
#include "mappe-minutes-dialogs.h"
#include "mappe-minutes-paper.h"
#include "mappe-minutes-step.h"
#include "mappe-minutes.h"
#include "mappe-person.h"
#include "mappe-reference-entry.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"
#include "view-test.h"

typedef struct {
  MappeTestStore    base;
  MappeSitting     *sitting;
  MappeMeetingStep *step;
} Fixture;

static void
show_meeting (Fixture *fixture, const char *reference)
{
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  fixture->sitting = mappe_test_sitting (fixture->base.store, reference);
  mappe_meeting_step_set_sitting (fixture->step, fixture->sitting);
}

static void
show (Fixture *fixture)
{
  show_meeting (fixture, "MTG05");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GType (*get_type) (void) = data;

  mappe_test_demo_set_up (&fixture->base, "de");
  mappe_draft_rescan ();
  fixture->step = g_object_ref_sink (g_object_new (get_type (), "store", fixture->base.store, NULL));
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mappe_meeting_step_leave (fixture->step);
  view_test_settle ();
  g_assert_finalize_object (fixture->step);
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  mappe_draft_flush ();
  mappe_test_store_tear_down (&fixture->base, NULL);
}

/* The editors of the paper, in the order of the document. */
static void
find_editors (GtkWidget *widget, GPtrArray *editors)
{
  if (MAPPE_IS_RICH_TEXT (widget))
    g_ptr_array_add (editors, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_editors (child, editors);
}

/* 0: the text before the items, then one an item, last the text behind them. */
static MappeRichText *
editor (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) editors = g_ptr_array_new ();

  find_editors (GTK_WIDGET (fixture->step), editors);
  g_assert_cmpuint (editors->len, ==, fixture->sitting->items->len + 2);
  return g_ptr_array_index (editors, n);
}

static void
type (MappeRichText *self, const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), text, -1, TRUE);
}

static char *
saved (Fixture *fixture, guint item)
{
  const MappeSittingItem *each = g_ptr_array_index (fixture->sitting->items, item);

  return mappe_test_get (fixture->base.store, &mappe_agenda_item_kind, each->row->id, "discussion");
}

static gboolean
is_saved (Fixture *fixture, guint item, const char *expected)
{
  g_autofree char *text = saved (fixture, item);

  return g_strcmp0 (text, expected) == 0;
}

static void
assert_markup (MappeRichText *self, const char *expected)
{
  g_autofree char *markup = mappe_rich_text_get_markup (self);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_saves (Fixture *fixture, gconstpointer data)
{
  type (editor (fixture, 1), "Anfang");
  /* By itself, a moment after the last key. */
  view_test_wait (is_saved (fixture, 0, "Anfang"));
}

static void
test_leaving_saves (Fixture *fixture, gconstpointer data)
{
  type (editor (fixture, 2), "Kurz");
  mappe_meeting_step_leave (fixture->step);
  view_test_wait (is_saved (fixture, 1, "Kurz"));
}

/* What was recorded is refreshed around the typing, the editor and its text stay. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  MappeRichText *typing = editor (fixture, 1);

  type (typing, "halb");
  mappe_test_set (fixture->base.store, &mappe_meeting_kind, fixture->sitting->meeting->id, "place", "Anderswo");
  show (fixture);
  g_assert_true (editor (fixture, 1) == typing);
  assert_markup (typing, "halb");
}

/* Somebody else's text comes into an editor in which nothing is typed. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  const MappeSittingItem *item = g_ptr_array_index (fixture->sitting->items, 1);
  MappeRichText *mine = editor (fixture, 1);

  type (mine, "meins");
  mappe_test_set (fixture->base.store, &mappe_agenda_item_kind, item->row->id, "discussion", "ihres");
  show (fixture);
  assert_markup (editor (fixture, 2), "ihres");
  assert_markup (mine, "meins");
}

/* Typed, and the program is gone before it was saved: the next one has it. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  const MappeSittingItem *item = g_ptr_array_index (fixture->sitting->items, 2);
  g_autofree char *before = g_strdup (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_DISCUSSION));
  g_autoptr (MappeDraft) draft = mappe_draft_new (item->row);

  g_hash_table_insert (draft->base, g_strdup ("discussion"), g_strdup (before));
  g_hash_table_insert (draft->input, g_strdup ("discussion"), g_strdup ("vor dem Absturz"));
  mappe_draft_save (fixture->base.store, draft);
  g_assert_finalize_object (fixture->step);
  fixture->step = g_object_ref_sink (g_object_new (MAPPE_TYPE_MINUTES_STEP, "store", fixture->base.store, NULL));
  show (fixture);
  assert_markup (editor (fixture, 3), "vor dem Absturz");
  view_test_wait (is_saved (fixture, 2, "vor dem Absturz"));
}

/* --- sealed --- */

static char *
labels_of (GtkWidget *widget)
{
  GString *text = g_string_new (GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *inner = labels_of (child);

      g_string_append_printf (text, "\n%s", inner);
    }
  return g_string_free (text, FALSE);
}

static gboolean
shows (Fixture *fixture, const char *words)
{
  g_autofree char *text = labels_of (view_test_find (GTK_WIDGET (fixture->step), MAPPE_TYPE_MINUTES_PAPER));

  return strstr (text, words) != NULL;
}

/* Seals the minutes of MTG05 as they are. */
static void
seal (Fixture *fixture)
{
  static const struct { guint field; const char *value; } values[] = {
    { MAPPE_MINUTES_STATE, "sealed" },          { MAPPE_MINUTES_APPROVED_ON, "2026-12-08" },
    { MAPPE_MINUTES_SIGNED_ON, "2026-12-08" },  { MAPPE_MINUTES_SIGNED_CHAIR, "A" },
    { MAPPE_MINUTES_SIGNED_MINUTE_TAKER, "B" }, { MAPPE_MINUTES_SEALED_AT, "2026-12-08T10:00" },
  };
  g_autoptr (MappeNode) document = mappe_build_minutes (fixture->sitting, MAPPE_CLASS_CONFIDENTIAL, NULL);
  g_autoptr (GBytes) content = mappe_write_xml (document, NULL);
  const MappeRow *base = mappe_sitting_last_minutes (fixture->sitting);
  g_autoptr (MappeApplied) applied = NULL;
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("seal");
  g_autofree char *hash = mappe_edit_add_blob (edit, content);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (mappe_row_set_canonical (mine, values[i].field, values[i].value, NULL));
  g_assert_true (mappe_row_set_canonical (mine, MAPPE_MINUTES_CONTENT, hash, NULL));
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), mine);
  applied = mappe_store_apply (fixture->base.store, edit, NULL, NULL);
  g_assert_nonnull (applied);
}

/* What is sealed is shown to every reader as it was sealed, whoever is called something else now. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *reader = GTK_DROP_DOWN (view_test_find (GTK_WIDGET (fixture->step), GTK_TYPE_DROP_DOWN));

  seal (fixture);
  mappe_test_set (fixture->base.store, &mappe_person_kind, mappe_test_participant (fixture->sitting, "M24")->person,
                  "last_name", "Zymbal");
  show (fixture);
  view_test_wait (shows (fixture, "Auftragnehmer"));
  g_assert_true (shows (fixture, "Xaver Xylophon"));
  gtk_drop_down_set_selected (reader, 2);
  g_assert_true (shows (fixture, "Xaver Xylophon"));
  g_assert_false (shows (fixture, "Zymbal"));
  g_assert_false (shows (fixture, "Auftragnehmer"));
}

/* Who was excluded from an item is a reader of their own, and gets the minutes without it. */
static void
test_excluded (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *reader = GTK_DROP_DOWN (view_test_find (GTK_WIDGET (fixture->step), GTK_TYPE_DROP_DOWN));
  GListModel *readers = gtk_drop_down_get_model (reader);

  g_assert_cmpuint (g_list_model_get_n_items (readers), ==, 3);
  show_meeting (fixture, "MTG01");
  g_assert_cmpuint (g_list_model_get_n_items (readers), ==, 4);
  gtk_drop_down_set_selected (reader, 1);
  g_assert_true (shows (fixture, "KPR 2025/10"));
  gtk_drop_down_set_selected (reader, 3);
  g_assert_false (shows (fixture, "KPR 2025/10"));
  g_assert_true (shows (fixture, "KPR 2025/09"));
  show (fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (reader), ==, 0);
}

/* Bytes other than those that were sealed are not shown as if they were. */
static void
test_sealed_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeConn) conn = NULL;
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->step));
  seal (fixture);
  conn = mappe_conn_open (fixture->base.path, MAPPE_CONN_DEFAULT, NULL);
  g_assert_true (mappe_conn_script (conn, "UPDATE blob_content SET bytes = CAST (REPLACE (CAST (bytes AS TEXT),"
                                          " 'Xylophon', 'Zymbal') AS BLOB)", NULL));
  g_clear_object (&conn);
  show (fixture);
  view_test_wait (view_test_question () != NULL);
  g_assert_false (shows (fixture, "Zymbal"));
  g_assert_false (shows (fixture, "Xylophon"));
  gtk_window_destroy (GTK_WINDOW (view_test_question ()));
  view_test_wait (view_test_question () == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- questions --- */

/* A correction begins once it has a reason and a decision; until then the question stays with what was typed. */
static void
test_correction_needs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry, *record;

  mappe_minutes_ask_correction (fixture->step);
  view_test_wait (view_test_question () != NULL);
  entry = view_test_find (GTK_WIDGET (view_test_question ()), GTK_TYPE_ENTRY);
  record = view_test_find (GTK_WIDGET (view_test_question ()), MAPPE_TYPE_REFERENCE_ENTRY);
  g_assert_false (adw_message_dialog_get_response_enabled (view_test_question (), "ok"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Wrong count");
  g_assert_false (adw_message_dialog_get_response_enabled (view_test_question (), "ok"));
  mappe_reference_entry_set_value (MAPPE_REFERENCE_ENTRY (record), 1, "D-01");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (view_test_question (), "ok"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Wrong count, twice");
  g_assert_true (adw_message_dialog_get_response_enabled (view_test_question (), "ok"));
  view_test_respond ("cancel");
}

/* --- two windows on one text --- */

/* Both windows type into the first item; this one is the later and answers @answer. Returns: its window */
static GtkWidget *
type_twice (Fixture *fixture, const char *answer)
{
  const MappeSittingItem *item = g_ptr_array_index (fixture->sitting->items, 0);
  GtkWidget *window = gtk_window_new ();
  AdwMessageDialog *dialog;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->step));
  gtk_window_present (GTK_WINDOW (window));
  type (editor (fixture, 1), "meins");
  mappe_test_set (fixture->base.store, &mappe_agenda_item_kind, item->row->id, "discussion", "ihres");
  view_test_wait (view_test_question () != NULL);
  dialog = view_test_question ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "meins"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "ihres"));
  show (fixture);
  assert_markup (editor (fixture, 1), "meins");
  view_test_respond (answer);
  return window;
}

static void
test_conflict_mine (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = type_twice (fixture, "mine");

  view_test_wait (is_saved (fixture, 0, "meins"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_conflict_theirs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = type_twice (fixture, "theirs");

  assert_markup (editor (fixture, 1), "ihres");
  mappe_meeting_step_leave (fixture->step);
  view_test_settle ();
  g_assert_true (is_saved (fixture, 0, "ihres"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who closes the question has not chosen: neither text is lost, and it is asked again. */
static void
test_conflict_closed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = type_twice (fixture, "cancel");

  g_assert_true (is_saved (fixture, 0, "ihres"));
  assert_markup (editor (fixture, 1), "meins");
  mappe_meeting_step_leave (fixture->step);
  view_test_wait (view_test_question () != NULL);
  view_test_respond ("mine");
  view_test_wait (is_saved (fixture, 0, "meins"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The follow-up step shows the same meeting and takes every new state. */
static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->step));
  g_assert_true (mappe_meeting_step_add (fixture->step));
  mappe_test_set (fixture->base.store, &mappe_meeting_kind, fixture->sitting->meeting->id, "place", "Anderswo");
  show (fixture);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, get_type, function) g_test_add ("/minutes-step/" path, Fixture, get_type, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("saves", mappe_minutes_step_get_type, test_saves);
  ADD ("leaving-saves", mappe_minutes_step_get_type, test_leaving_saves);
  ADD ("refresh", mappe_minutes_step_get_type, test_refresh);
  ADD ("others", mappe_minutes_step_get_type, test_others);
  ADD ("crash", mappe_minutes_step_get_type, test_crash);
  ADD ("sealed", mappe_minutes_step_get_type, test_sealed);
  ADD ("excluded", mappe_minutes_step_get_type, test_excluded);
  ADD ("sealed-damaged", mappe_minutes_step_get_type, test_sealed_damaged);
  ADD ("correction-needs", mappe_minutes_step_get_type, test_correction_needs);
  ADD ("conflict-mine", mappe_minutes_step_get_type, test_conflict_mine);
  ADD ("conflict-theirs", mappe_minutes_step_get_type, test_conflict_theirs);
  ADD ("conflict-closed", mappe_minutes_step_get_type, test_conflict_closed);
  ADD ("follow-up", mappe_follow_up_step_get_type, test_follow_up);
  return g_test_run ();
}
