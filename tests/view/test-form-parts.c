/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "form-test.h"
#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-document.h"
#include "mappe-error.h"
#include "mappe-field-input.h"
#include "mappe-field-rows.h"
#include "mappe-file-content.h"
#include "mappe-fit.h"
#include "mappe-form.h"
#include "mappe-history-view.h"
#include "mappe-links-view.h"
#include "mappe-membership.h"
#include "mappe-memberships.h"
#include "mappe-merge-dialog.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-record-error.h"
#include "mappe-timeline.h"

/* The parts of a form and of the pane around it. */

static guint
count_rows (GtkWidget *widget)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  view_test_find_all (widget, ADW_TYPE_ACTION_ROW, rows);
  return rows->len;
}

static gboolean
has_rows (gpointer widget)
{
  return count_rows (widget) > 0;
}

static gboolean
has_row (GtkWidget *widget, const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  view_test_find_all (widget, ADW_TYPE_ACTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (rows->pdata[i]), title) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_group (GtkWidget *widget, const char *title)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  view_test_find_all (widget, ADW_TYPE_PREFERENCES_GROUP, groups);
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (adw_preferences_group_get_title (groups->pdata[i]), title) == 0)
      return TRUE;
  return FALSE;
}

/** A person who sits in a body, in a window that can show a part. */
typedef struct {
  MappeTestStore base;
  GtkWidget     *window;
  gint64         person, other, body, membership;
} Fixture;

static gboolean
display_is_ready (gpointer store)
{
  return mappe_display_is_ready (mappe_display_get (store));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *person = NULL, *body = NULL;
  mappe_test_store_set_up (&self->base, data);
  self->person =
      mappe_test_insert (self->base.store, mappe_test_row (&mappe_person_kind, "last_name", "Amsel", "email",
                                                           "a@example.org", NULL));
  self->other = mappe_test_insert (self->base.store, mappe_test_row (&mappe_person_kind, "last_name", "Amssel", "phone",
                                                                     "110", NULL));
  self->body = mappe_test_insert (self->base.store, mappe_test_row (&mappe_body_kind, "name", "Plenary", NULL));
  person = g_strdup_printf ("%" G_GINT64_FORMAT, self->person);
  body = g_strdup_printf ("%" G_GINT64_FORMAT, self->body);
  self->membership =
      mappe_test_insert (self->base.store, mappe_test_row (&mappe_membership_kind, "person", person, "body", body,
                                                           "valid_from", "2024-07-01", NULL));
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  view_test_wait (display_is_ready (self->base.store));
}

static void
present (Fixture *self, GtkWidget *widget)
{
  adw_window_set_content (ADW_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  mappe_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  mappe_test_settle ();
  mappe_draft_rescan ();
  mappe_test_store_tear_down (&self->base, data);
}

static void
test_links (Fixture *self, gconstpointer data)
{
  GtkWidget *view = mappe_links_view_new (self->base.store);
  present (self, view);
  mappe_links_view_show (MAPPE_LINKS_VIEW (view), &mappe_person_kind, self->person);
  view_test_wait (has_rows (view));
  g_assert_true (has_group (view, "Memberships: Person (1)"));
  g_assert_cmpuint (count_rows (view), ==, 1);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *view = mappe_history_view_new (self->base.store);
  mappe_test_set (self->base.store, &mappe_person_kind, self->person, "last_name", "Drossel");
  present (self, view);
  mappe_history_view_show (MAPPE_HISTORY_VIEW (view), &mappe_person_kind, self->person);
  view_test_wait (has_rows (view));
  view_test_find_all (view, ADW_TYPE_ACTION_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 2);
  const char *about = adw_action_row_get_subtitle (rows->pdata[0]);
  g_assert_nonnull (strstr (about, "Last name: from “Amsel” to “Drossel”"));
}

static void
test_memberships (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) timelines = g_ptr_array_new ();
  GtkWidget *view = mappe_memberships_new (self->base.store);
  present (self, view);
  mappe_memberships_show (MAPPE_MEMBERSHIPS (view), &mappe_person_kind, self->person);
  view_test_wait (has_rows (view));
  view_test_find_all (view, MAPPE_TYPE_TIMELINE, timelines);
  g_assert_cmpuint (timelines->len, ==, 1);
  g_assert_true (gtk_widget_get_visible (timelines->pdata[0]));
  mappe_memberships_show (MAPPE_MEMBERSHIPS (view), &mappe_project_kind, 1);
  g_assert_false (gtk_widget_get_visible (view));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

/* Drawing must bear what is in the file: no dates, dates the wrong way round, a century, no width. */
static void
test_timeline (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *timeline = mappe_timeline_new ();
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  mappe_timeline_add (MAPPE_TIMELINE (timeline), "No dates", NULL, NULL);
  mappe_timeline_add (MAPPE_TIMELINE (timeline), "Backwards", "2025-01-01", "2024-01-01");
  mappe_timeline_add (MAPPE_TIMELINE (timeline), "A century", "1926-02-03", "2031-12-31");
  mappe_timeline_set_summary (MAPPE_TIMELINE (timeline), "Three");
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (is_mapped (timeline));
  for (int width = 0; width < 900; width += 299)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      gtk_widget_allocate (timeline, MAX (width, 160), 200, -1, NULL);
      GTK_WIDGET_GET_CLASS (timeline)->snapshot (timeline, snapshot);
      GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
      g_clear_pointer (&node, gsk_render_node_unref);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gint64 *) data = mappe_merge_dialog_finish (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gint64 *) data != -1;
}

static gboolean
can_merge (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

static gboolean
offers_people (gpointer dialog)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) popovers = g_ptr_array_new ();
  view_test_find_all (dialog, GTK_TYPE_POPOVER, popovers);
  view_test_find_all (popovers->pdata[0], GTK_TYPE_LIST_BOX_ROW, rows);
  return rows->len == 1;
}

static void
test_merge (Fixture *self, gconstpointer data)
{
  gint64 kept = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) popovers = g_ptr_array_new ();
  GtkWidget *accept = NULL;
  present (self, gtk_label_new (NULL));
  mappe_merge_dialog_run (self->window, self->base.store, &mappe_person_kind, self->other, merged_cb, &kept);
  GtkWidget *dialog = view_test_modal (self->window);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (dialog))), "Am");
  /* The record itself is not offered. */
  view_test_wait (offers_people (dialog));
  view_test_find_all (dialog, GTK_TYPE_POPOVER, popovers);
  view_test_find_all (popovers->pdata[0], GTK_TYPE_LIST_BOX_ROW, rows);
  gtk_widget_activate (rows->pdata[0]);
  view_test_find_all (dialog, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
      accept = buttons->pdata[i];
  view_test_wait (can_merge (accept));
  g_assert_true (has_row (dialog, "110"));
  g_signal_emit_by_name (accept, "clicked");
  view_test_wait (is_set (&kept));
  /* The older one stays unless the user says otherwise. */
  g_assert_cmpint (kept, ==, self->person);
  g_autofree char *phone = mappe_test_get (self->base.store, &mappe_person_kind, self->person, "phone");
  g_assert_cmpstr (phone, ==, "110");
  g_assert_null (mappe_store_load (self->base.store, &mappe_person_kind, self->other, &error));
  g_clear_error (&error);
  g_autofree char *undone = mappe_store_undo (self->base.store, &error);
  g_assert_no_error (error);
  g_autoptr (MappeRow) back = mappe_store_load (self->base.store, &mappe_person_kind, self->other, &error);
  g_assert_nonnull (back);
}

static gboolean
has_content (gpointer row)
{
  return mappe_file_row_get_content (row) != NULL;
}

static void
test_file (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_document_kind);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->base.folder, "Paper.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int field = -1;
  g_assert_true (g_file_set_contents (path, "content of the paper", -1, NULL));
  MappeForm *form = MAPPE_FORM (mappe_form_new (self->base.store, &mappe_document_kind));
  present (self, GTK_WIDGET (form));
  mappe_form_show (form, preset, NULL);
  MappeFileRow *row = MAPPE_FILE_ROW (mappe_form_get_row (form, MAPPE_DOCUMENT_CONTENT));
  mappe_file_row_attach (row, file);
  view_test_wait (has_content (row));
  g_assert_cmpstr (mappe_field_row_get_value (mappe_form_get_row (form, MAPPE_DOCUMENT_TITLE)), ==, "Paper.txt");
  g_assert_cmpstr (mappe_field_row_get_value (mappe_form_get_row (form, MAPPE_DOCUMENT_BYTES)), ==, "20");
  g_autoptr (MappeDraft) draft = mappe_form_get_draft (form);
  g_assert_true (g_str_has_prefix (g_hash_table_lookup (draft->typed, "content"), "file:///"));
  g_autoptr (MappeEdit) edit = mappe_form_make_edit (form, "attach", &field, &error);
  g_assert_no_error (error);
  g_autoptr (MappeApplied) applied = mappe_store_apply (self->base.store, g_steal_pointer (&edit), NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) stored = mappe_store_blob (
      self->base.store, mappe_field_row_get_value (MAPPE_FIELD_ROW (row)), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (stored, NULL), g_bytes_get_size (stored), "content of the paper", 20);
  mappe_form_show (form, preset, NULL);
  g_assert_null (mappe_file_row_get_content (row));
}

static void
test_private_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = mappe_file_content_private_place ("../../etc/passwd", &error);
  g_assert_no_error (error);
  g_autofree char *name = g_file_get_basename (place);
  g_autoptr (GFile) folder = g_file_get_parent (place);
  g_autofree char *path = g_file_get_path (folder);
  GStatBuf info;
  g_assert_cmpstr (name, ==, "passwd");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  mappe_file_content_clean ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static const MappeFieldSpec *
field_of (const MappeKind *kind, const char *name)
{
  return &kind->fields[mappe_kind_find_field (kind, name)];
}

static void
assert_typed (const MappeFieldSpec *field, const char *typed, const char *expected)
{
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;
  gboolean understood = mappe_field_parse_typed (field, typed, &canonical, &error);
  g_assert_true (understood == (error == NULL));
  g_assert_cmpstr (canonical, ==, expected);
}

static void
test_typed (void)
{
  const MappeFieldSpec *date = field_of (&mappe_person_kind, "term_end");
  const MappeFieldSpec *name = field_of (&mappe_person_kind, "last_name");
  const MappeFieldSpec *bytes = field_of (&mappe_document_kind, "bytes");
  g_autofree char *today = mappe_date_today ();
  g_autofree char *later = mappe_date_add_days (today, 14);
  assert_typed (date, "31.12.26", "2026-12-31");
  assert_typed (date, "+14", later);
  assert_typed (date, "31.11.26", NULL);
  assert_typed (date, "  ", NULL);
  assert_typed (name, " Amsel ", "Amsel");
  assert_typed (name, "", NULL);
  assert_typed (bytes, "12", "12");
  assert_typed (bytes, "12,5", NULL);
  assert_typed (bytes, "many", NULL);
}

static void
assert_proposal (const MappeFieldSpec *field, const char *typed, const char *expected)
{
  g_autofree char *canonical = NULL, *proposal = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;
  if (mappe_field_parse_typed (field, typed, &canonical, &error))
    mappe_field_check (field, canonical, &error);
  g_assert_nonnull (error);
  message = mappe_field_explain (field, error);
  g_assert_cmpuint (strlen (message), >, 5);
  proposal = mappe_field_proposal (field, typed, error);
  g_assert_cmpstr (proposal, ==, expected);
}

static void
test_proposals (void)
{
  assert_proposal (field_of (&mappe_person_kind, "term_end"), "31.11.26", "2026-11-30");
  assert_proposal (field_of (&mappe_person_kind, "term_end"), "30.2.2028", "2028-02-29");
  assert_proposal (field_of (&mappe_person_kind, "term_end"), "soon", NULL);
  assert_proposal (field_of (&mappe_document_kind, "bytes"), "-5", "0");
  assert_proposal (field_of (&mappe_person_kind, "last_name"), "", NULL);
  g_autofree char *long_name = g_strnfill (MAPPE_TEXT_MAX + 10, 'x');
  g_autofree char *cut = g_strnfill (MAPPE_TEXT_MAX, 'x');
  assert_proposal (field_of (&mappe_person_kind, "last_name"), long_name, cut);
}

static void
test_draft_bytes (void)
{
  g_autoptr (MappeRow) row = mappe_row_new (&mappe_person_kind);
  g_autoptr (MappeDraft) draft = mappe_draft_new (row);
  g_assert_true (mappe_draft_is_empty (draft));
  g_hash_table_insert (draft->input, g_strdup ("note"), g_strdup (" [a]\n=b\\n\t# ä "));
  g_hash_table_insert (draft->typed, g_strdup ("term_end"), g_strdup ("31.11."));
  g_autoptr (GBytes) bytes = mappe_draft_to_bytes (draft);
  g_autoptr (MappeDraft) copy = mappe_draft_from_bytes (bytes);
  g_assert_cmpstr (g_hash_table_lookup (copy->input, "note"), ==, " [a]\n=b\\n\t# ä ");
  g_assert_cmpstr (copy->slot, ==, "person-new");
  g_autoptr (GBytes) junk = g_bytes_new_static ("\0\1\2", 3);
  g_assert_null (mappe_draft_from_bytes (junk));
  g_autoptr (GBytes) foreign = g_bytes_new_static ("[record]\nkind=dragon\nslot=x\n", 28);
  g_assert_null (mappe_draft_from_bytes (foreign));
}

static void
test_fit (void)
{
  GtkWidget *fit = g_object_ref_sink (mappe_fit_new ());
  GtkWidget *wide = gtk_label_new ("wide"), *narrow = gtk_label_new ("narrow");
  gtk_widget_set_size_request (wide, 400, 20);
  gtk_widget_set_size_request (narrow, 100, 40);
  mappe_fit_add (MAPPE_FIT (fit), wide);
  mappe_fit_add (MAPPE_FIT (fit), narrow);
  int least = 0;
  gtk_widget_measure (fit, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  gtk_widget_allocate (fit, 200, 40, -1, NULL);
  g_assert_true (gtk_widget_get_child_visible (narrow));
  g_assert_false (gtk_widget_get_child_visible (wide));
  gtk_widget_allocate (fit, 500, 40, -1, NULL);
  g_assert_true (gtk_widget_get_child_visible (wide));
  g_assert_finalize_object (fit);
}

static gboolean
shows (GtkWidget *form, MappeRow *item, guint field)
{
  mappe_form_show (MAPPE_FORM (form), item, NULL);
  return gtk_widget_get_visible (GTK_WIDGET (mappe_form_get_row (MAPPE_FORM (form), field)));
}

/* What only a non-public item has is asked for there alone; what was written all the same is not hidden. */
static void
test_pointless (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) item = mappe_test_row (&mappe_agenda_item_kind, "title", "Lamps", "public", "1", NULL);
  GtkWidget *form = g_object_ref_sink (mappe_form_new (self->base.store, &mappe_agenda_item_kind));

  g_assert_false (shows (form, item, MAPPE_AGENDA_ITEM_PUBLIC_TITLE));
  g_assert_false (shows (form, item, MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND));
  g_assert_true (shows (form, item, MAPPE_AGENDA_ITEM_TITLE));
  mappe_row_set_canonical (item, MAPPE_AGENDA_ITEM_PUBLIC_TITLE, "A matter", NULL);
  g_assert_true (shows (form, item, MAPPE_AGENDA_ITEM_PUBLIC_TITLE));
  mappe_row_set_canonical (item, MAPPE_AGENDA_ITEM_PUBLIC, "0", NULL);
  g_assert_true (shows (form, item, MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND));
  g_object_unref (form);
}

#define ADD(path, func) g_test_add ("/form-parts/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("links", test_links);
  ADD ("history", test_history);
  ADD ("memberships", test_memberships);
  ADD ("merge", test_merge);
  ADD ("file", test_file);
  ADD ("pointless", test_pointless);
  g_test_add_func ("/form-parts/timeline", test_timeline);
  g_test_add_func ("/form-parts/private-place", test_private_place);
  g_test_add_func ("/form-parts/typed", test_typed);
  g_test_add_func ("/form-parts/proposals", test_proposals);
  g_test_add_func ("/form-parts/draft-bytes", test_draft_bytes);
  g_test_add_func ("/form-parts/fit", test_fit);
}

int
main (int argc, char *argv[])
{
  return form_test_run (argc, argv, add_tests);
}
