/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "form-test.h"
#include "mappe-create-dialog.h"
#include "mappe-date-entry.h"
#include "mappe-detail.h"
#include "mappe-detail-private.h"
#include "mappe-duplicates.h"
#include "mappe-person.h"
#include "mappe-record-window.h"
#include "mappe-reference-entry.h"

/* Typing into a form, and going from record to record while it is not saved. */

#define N_PEOPLE 5

/** A window with one pane, over a council of @N_PEOPLE people. */
typedef struct {
  MappeTestStore base;
  GtkWidget     *window;
  MappeDetail   *detail;
  gint64         people[N_PEOPLE];
} Fixture;

static gboolean
is_quiet (gpointer data)
{
  MappeDetail *detail = data;
  MappeRow *base = detail->form != NULL ? mappe_form_get_base (detail->form) : NULL;
  return !mappe_detail_is_busy (detail) && !detail->reloading && detail->job == NULL &&
         (detail->id < 0 || (base != NULL && base->id == detail->id));
}

static void
settle (Fixture *self)
{
  view_test_wait (is_quiet (self->detail));
  mappe_test_settle ();
  view_test_wait (is_quiet (self->detail));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[N_PEOPLE] = { "Amsel", "Berg", "Cramer", "Dorn", "Eich" };
  mappe_test_store_set_up (&self->base, data);
  for (guint i = 0; i < N_PEOPLE; i++)
    self->people[i] = mappe_test_insert (self->base.store, mappe_test_row (&mappe_person_kind, "last_name", names[i],
                                                                           "first_name", "Ruth", NULL));
  self->window = adw_window_new ();
  self->detail = mappe_detail_new (self->base.store);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->detail));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  mappe_test_settle ();
}

static gboolean
has_no_windows (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer detail = self->detail;
  g_object_add_weak_pointer (detail, &detail);
  gtk_window_destroy (GTK_WINDOW (self->window));
  view_test_wait (has_no_windows (NULL));
  mappe_test_settle ();
  g_assert_null (detail);
  mappe_draft_rescan ();
  mappe_test_store_tear_down (&self->base, data);
}

static MappeFieldRow *
row_of (Fixture *self, guint field)
{
  return mappe_form_get_row (self->detail->form, field);
}

/* As a user: the row is opened, and the text goes into whatever has the focus then. */
static void
type_text (Fixture *self, guint field, const char *text)
{
  g_assert_true (mappe_field_row_begin_edit (row_of (self, field)));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row_of (self, field))));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
}

static void
show (Fixture *self, guint nth)
{
  mappe_detail_show (self->detail, &mappe_person_kind, self->people[nth]);
}

static void
assert_stored (Fixture *self, guint nth, const char *field, const char *expected)
{
  g_autofree char *value = mappe_test_get (self->base.store, &mappe_person_kind, self->people[nth], field);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_show (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRecord) record = NULL;
  show (self, 0);
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Amsel");
  g_assert_false (mappe_detail_is_dirty (self->detail));
  g_object_get (self->detail, "record", &record, NULL);
  g_assert_cmpint (mappe_record_get_id (record), ==, self->people[0]);
  GtkWidget *form = GTK_WIDGET (self->detail->form);
  show (self, 1);
  settle (self);
  g_assert_true (GTK_WIDGET (self->detail->form) == form);
  g_assert_cmpstr (mappe_detail_get_title (self->detail), ==, "Berg, Ruth");
}

static void
test_save (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Amsel-Zwölf");
  g_assert_true (mappe_detail_is_dirty (self->detail));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row_of (self, MAPPE_PERSON_LAST_NAME)), "dirty"));
  mappe_detail_save (self->detail);
  settle (self);
  g_assert_false (mappe_detail_is_dirty (self->detail));
  assert_stored (self, 0, "last_name", "Amsel-Zwölf");
  g_assert_cmpstr (mappe_detail_get_title (self->detail), ==, "Amsel-Zwölf, Ruth");
  g_assert_nonnull (mappe_store_get_undo_label (self->base.store));
}

static void
test_typed_while_saving (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_ROLE, "one");
  mappe_detail_save (self->detail);
  type_text (self, MAPPE_PERSON_ROLE, "two");
  mappe_detail_save (self->detail);
  type_text (self, MAPPE_PERSON_ROLE, "three");
  show (self, 1);
  settle (self);
  assert_stored (self, 0, "role", "three");
  assert_stored (self, 1, "role", NULL);
}

static void
test_autosave (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Group");
  g_assert_true (mappe_field_row_begin_edit (row_of (self, MAPPE_PERSON_EMAIL)));
  settle (self);
  assert_stored (self, 0, "last_name", "Group");
  g_assert_true (mappe_field_row_is_editing (row_of (self, MAPPE_PERSON_EMAIL)));
}

/* The fault of the peers: text that ends up in the record clicked next. */
static void
test_switch_at_random (Fixture *self, gconstpointer data)
{
  static const guint fields[] = { MAPPE_PERSON_FIRST_NAME, MAPPE_PERSON_LAST_NAME, MAPPE_PERSON_ROLE,
                                  MAPPE_PERSON_EMAIL, MAPPE_PERSON_PHONE };
  g_auto (GStrv) expected = g_new0 (char *, N_PEOPLE * G_N_ELEMENTS (fields) + 1);
  guint at = 0;
  for (guint i = 0; i < N_PEOPLE * G_N_ELEMENTS (fields); i++)
    expected[i] = g_strdup ("");
  show (self, at);
  settle (self);
  for (guint step = 0; step < 150; step++)
    {
      gboolean open = mappe_form_get_id (self->detail->form) == self->people[at];
      if (open && g_test_rand_int_range (0, 3) > 0)
        {
          guint f = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (fields));
          g_autofree char *text = g_strdup_printf ("p%u-f%u-s%u", at, f, step);
          type_text (self, fields[f], text);
          g_free (expected[at * G_N_ELEMENTS (fields) + f]);
          expected[at * G_N_ELEMENTS (fields) + f] = g_steal_pointer (&text);
        }
      else
        {
          at = (guint) g_test_rand_int_range (0, N_PEOPLE);
          show (self, at);
          /* Before the record has come nothing can be typed, into none of the two. */
          if (!is_quiet (self->detail) && mappe_form_get_id (self->detail->form) < 0)
            g_assert_false (mappe_field_row_begin_edit (row_of (self, fields[0])));
        }
      if (g_test_rand_int_range (0, 8) == 0)
        mappe_detail_save (self->detail);
      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_main_context_iteration (NULL, FALSE);
      if (g_test_rand_int_range (0, 4) == 0)
        settle (self);
    }
  mappe_detail_save (self->detail);
  settle (self);
  for (guint i = 0; i < N_PEOPLE; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      if (*expected[i * G_N_ELEMENTS (fields) + f] != '\0')
        assert_stored (self, i, mappe_person_kind.fields[fields[f]].name, expected[i * G_N_ELEMENTS (fields) + f]);
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  MappeFieldRow *date, *name;
  show (self, 0);
  settle (self);
  date = row_of (self, MAPPE_PERSON_TERM_END);
  name = row_of (self, MAPPE_PERSON_LAST_NAME);
  type_text (self, MAPPE_PERSON_TERM_END, "31.11.2026");
  g_assert_nonnull (mappe_field_row_get_fault (date));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (date), "faulty"));
  type_text (self, MAPPE_PERSON_LAST_NAME, "");
  g_assert_nonnull (mappe_field_row_get_fault (name));
  mappe_detail_save (self->detail);
  settle (self);
  assert_stored (self, 0, "last_name", "Amsel");
  type_text (self, MAPPE_PERSON_LAST_NAME, "Amsel");
  type_text (self, MAPPE_PERSON_TERM_END, "30.11.2026");
  g_assert_null (mappe_field_row_get_fault (date));
  g_assert_cmpstr (mappe_field_row_get_value (date), ==, "2026-11-30");
  type_text (self, MAPPE_PERSON_APPOINTED_ON, "1.12.2026");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (date), "faulty"));
  type_text (self, MAPPE_PERSON_APPOINTED_ON, "1.12.2025");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (date), "faulty"));
  mappe_detail_save (self->detail);
  settle (self);
  assert_stored (self, 0, "term_end", "2026-11-30");
  assert_stored (self, 0, "appointed_on", "2025-12-01");
}

static gboolean
has_dialog (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1;
}

static void
click_suggested (GtkWidget *window)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  view_test_find_all (window, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
      {
        g_assert_true (gtk_widget_is_sensitive (buttons->pdata[i]));
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
change_elsewhere (Fixture *self, const char *field, const char *value)
{
  mappe_test_set (self->base.store, &mappe_person_kind, self->people[0], field, value);
}

static void
conflict (Fixture *self, guint choice, const char *expected)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Mine");
  type_text (self, MAPPE_PERSON_FIRST_NAME, "Also mine");
  change_elsewhere (self, "last_name", "Theirs");
  change_elsewhere (self, "phone", "112");
  mappe_detail_save (self->detail);
  view_test_wait (has_dialog (NULL));
  GtkWidget *dialog = view_test_modal (self->window);
  view_test_find_all (dialog, GTK_TYPE_CHECK_BUTTON, checks);
  g_assert_cmpuint (checks->len, ==, 2);
  gtk_check_button_set_active (checks->pdata[choice], TRUE);
  click_suggested (dialog);
  settle (self);
  assert_stored (self, 0, "last_name", expected);
  assert_stored (self, 0, "first_name", "Also mine");
  assert_stored (self, 0, "phone", "112");
  g_assert_false (mappe_detail_is_dirty (self->detail));
}

static void
test_conflict_mine (Fixture *self, gconstpointer data)
{
  conflict (self, 0, "Mine");
}

static void
test_conflict_theirs (Fixture *self, gconstpointer data)
{
  conflict (self, 1, "Theirs");
}

static void
test_changed_elsewhere (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  change_elsewhere (self, "role", "Chair");
  mappe_test_settle ();
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_ROLE)), ==, "Chair");
  type_text (self, MAPPE_PERSON_PHONE, "110");
  change_elsewhere (self, "role", "Deputy");
  mappe_test_settle ();
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_ROLE)), ==, "Deputy");
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_PHONE)), ==, "110");
  mappe_detail_save (self->detail);
  settle (self);
  assert_stored (self, 0, "phone", "110");
  assert_stored (self, 0, "role", "Deputy");
}

static void
replace_pane (Fixture *self)
{
  self->detail = mappe_detail_new (self->base.store);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->detail));
  mappe_test_settle ();
}

static gboolean
draft_is_there (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GPtrArray) drafts = mappe_draft_list (self->base.store);
  return drafts->len > 0;
}

/* A crash: what is on the disk by then is all there is. */
static void
test_draft (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "ratsmappe", "drafts",
                                              mappe_store_get_council_id (self->base.store), NULL);
  GStatBuf info;
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_TERM_END, "31.11.");
  type_text (self, MAPPE_PERSON_LAST_NAME, "Not saved yet");
  view_test_wait (draft_is_there (self));
  mappe_draft_flush ();
  g_autofree char *name = g_strdup_printf ("person-%" G_GINT64_FORMAT ".draft", self->people[0]);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  mappe_draft_rescan ();
  replace_pane (self);
  show (self, 0);
  settle (self);
  g_assert_true (mappe_detail_is_dirty (self->detail));
  g_assert_cmpstr (mappe_field_row_get_typed (row_of (self, MAPPE_PERSON_TERM_END)), ==, "31.11.");
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Not saved yet");
  assert_stored (self, 0, "last_name", "Amsel");
  type_text (self, MAPPE_PERSON_TERM_END, "30.11.2026");
  mappe_detail_save (self->detail);
  settle (self);
  g_assert_false (mappe_detail_is_dirty (self->detail));
  mappe_draft_flush ();
  g_assert_cmpint (g_stat (path, &info), ==, -1);
}

static void
test_draft_passed_by (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_LAST_NAME, "From before");
  view_test_wait (draft_is_there (self));
  mappe_draft_rescan ();
  replace_pane (self);
  show (self, 0);
  settle (self);
  g_assert_true (mappe_detail_is_dirty (self->detail));
  show (self, 1);
  settle (self);
  assert_stored (self, 0, "last_name", "Amsel");
  show (self, 0);
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "From before");
  mappe_detail_discard (self->detail);
  settle (self);
  g_assert_false (draft_is_there (self));
}

static void
test_draft_conflict (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_TERM_END, "never");
  type_text (self, MAPPE_PERSON_LAST_NAME, "Draft");
  show (self, 1);
  settle (self);
  assert_stored (self, 0, "last_name", "Amsel");
  change_elsewhere (self, "last_name", "Theirs");
  show (self, 0);
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Draft");
  type_text (self, MAPPE_PERSON_TERM_END, "");
  mappe_detail_save (self->detail);
  view_test_wait (has_dialog (NULL));
  gtk_window_close (GTK_WINDOW (view_test_modal (self->window)));
  settle (self);
  assert_stored (self, 0, "last_name", "Theirs");
  mappe_detail_discard (self->detail);
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Theirs");
}

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_person_kind);
  mappe_detail_new_record (self->detail, preset);
  g_assert_true (mappe_detail_is_new (self->detail));
  mappe_detail_save (self->detail);
  g_assert_cmpint (mappe_detail_get_id (self->detail), ==, 0);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Neu");
  mappe_detail_save (self->detail);
  settle (self);
  g_assert_cmpint (mappe_detail_get_id (self->detail), >, 0);
  g_autofree char *name =
      mappe_test_get (self->base.store, &mappe_person_kind, mappe_detail_get_id (self->detail), "last_name");
  g_assert_cmpstr (name, ==, "Neu");
  g_assert_nonnull (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_REFERENCE)));
}

static void
test_new_given_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_person_kind);
  mappe_detail_new_record (self->detail, preset);
  type_text (self, MAPPE_PERSON_FIRST_NAME, "No last name");
  show (self, 0);
  settle (self);
  mappe_detail_new_record (self->detail, preset);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_FIRST_NAME)), ==, "No last name");
  mappe_detail_discard (self->detail);
  g_assert_cmpint (mappe_detail_get_id (self->detail), ==, -1);
  mappe_detail_new_record (self->detail, preset);
  g_assert_null (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_FIRST_NAME)));
  mappe_detail_discard (self->detail);
}

static gboolean
is_idle (gpointer data)
{
  return !mappe_detail_is_busy (data);
}

/* Typed on while the record is being created, and left before it is. */
static void
test_new_left (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_person_kind);
  mappe_detail_new_record (self->detail, preset);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Neu");
  mappe_detail_save (self->detail);
  type_text (self, MAPPE_PERSON_FIRST_NAME, "Later");
  show (self, 1);
  view_test_wait (is_idle (self->detail));
  settle (self);
  mappe_detail_show (self->detail, &mappe_person_kind, self->people[N_PEOPLE - 1] + 1);
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Neu");
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_FIRST_NAME)), ==, "Later");
  mappe_detail_save (self->detail);
  settle (self);
  g_assert_false (mappe_detail_is_dirty (self->detail));
}

static gboolean
shows_none (gpointer data)
{
  MappeDetail *detail = data;
  return g_strcmp0 (gtk_stack_get_visible_child_name (detail->stack), "none") == 0;
}

static gboolean
shows_record (gpointer data)
{
  return !shows_none (data);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  show (self, 0);
  settle (self);
  mappe_detail_delete (self->detail);
  view_test_wait (shows_none (self->detail));
  g_autofree char *undone = mappe_store_undo (self->base.store, &error);
  g_assert_no_error (error);
  view_test_wait (shows_record (self->detail));
  settle (self);
  g_assert_cmpstr (mappe_field_row_get_value (row_of (self, MAPPE_PERSON_LAST_NAME)), ==, "Amsel");
}

static void
delete_elsewhere (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new ("delete");
  mappe_edit_delete (edit, &mappe_person_kind, self->people[0], 0);
  applied = mappe_store_apply (self->base.store, edit, NULL, &error);
  g_assert_no_error (error);
  mappe_test_settle ();
  settle (self);
}

static void
test_deleted_elsewhere (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  type_text (self, MAPPE_PERSON_LAST_NAME, "Kept");
  delete_elsewhere (self);
  g_assert_true (mappe_detail_is_dirty (self->detail));
  gtk_widget_activate_action (GTK_WIDGET (self->detail), "detail.keep-as-new", NULL);
  g_assert_true (mappe_detail_is_new (self->detail));
  mappe_detail_save (self->detail);
  settle (self);
  g_autofree char *name =
      mappe_test_get (self->base.store, &mappe_person_kind, mappe_detail_get_id (self->detail), "last_name");
  g_assert_cmpstr (name, ==, "Kept");
}

static gboolean
has_one_row (gpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  view_test_find_all (data, ADW_TYPE_ACTION_ROW, rows);
  return rows->len == 1;
}

static void
test_tabs (Fixture *self, gconstpointer data)
{
  show (self, 0);
  settle (self);
  mappe_detail_show_tab (self->detail, "links");
  settle (self);
  mappe_detail_show_tab (self->detail, "history");
  settle (self);
  view_test_wait (has_one_row (self->detail->history));
}

/* Every kind has a form that opens, edits and closes without a word on the terminal. */
static void
test_all_kinds (Fixture *self, gconstpointer data)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (MappeRow) preset = mappe_row_new_preset (kinds[k]);
      mappe_detail_new_record (self->detail, preset);
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          mappe_field_row_begin_edit (row_of (self, i));
          mappe_test_settle ();
        }
      mappe_field_row_show_faults (row_of (self, 1));
      mappe_detail_discard (self->detail);
    }
  mappe_test_settle ();
}

static void
test_date_entry (void)
{
  MappeDateEntry *entry = MAPPE_DATE_ENTRY (g_object_ref_sink (mappe_date_entry_new ()));
  g_autofree char *date = NULL, *none = NULL;
  mappe_date_entry_set_text (entry, "31.12.26");
  date = mappe_date_entry_get_date (entry);
  g_assert_cmpstr (date, ==, "2026-12-31");
  mappe_date_entry_set_text (entry, "32.12.26");
  none = mappe_date_entry_get_date (entry);
  g_assert_null (none);
  g_assert_finalize_object (entry);
}

static gboolean
is_open (gpointer data)
{
  return mappe_reference_entry_is_open (data);
}

static void
test_reference_entry (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = mappe_reference_entry_new (self->base.store, &mappe_person_kind);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), "cram");
  view_test_wait (is_open (entry));
  view_test_find_all (entry, GTK_TYPE_LIST_BOX_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 2);
  gtk_widget_activate (rows->pdata[0]);
  g_assert_cmpint (mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (entry)), ==, self->people[2]);
  g_assert_false (mappe_reference_entry_is_open (MAPPE_REFERENCE_ENTRY (entry)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *title = NULL;
  *(gint64 *) data = mappe_create_dialog_finish (result, &title, NULL);
  g_assert_cmpstr (title, ==, "Zander, Kim");
}

static gboolean
is_set (gpointer data)
{
  return *(gint64 *) data != -1;
}

static void
test_create_dialog (Fixture *self, gconstpointer data)
{
  gint64 id = -1;
  mappe_create_dialog_run (self->window, self->base.store, &mappe_person_kind, "Kim Zander", created_cb, &id);
  click_suggested (view_test_modal (self->window));
  view_test_wait (is_set (&id));
  g_assert_cmpint (id, >, 0);
}

static void
test_duplicates (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_person_kind);
  mappe_detail_new_record (self->detail, preset);
  type_text (self, MAPPE_PERSON_FIRST_NAME, "Ruth");
  type_text (self, MAPPE_PERSON_LAST_NAME, "Crammer");
  view_test_wait (has_one_row (self->detail->duplicates_box));
  mappe_detail_discard (self->detail);
}

static void
test_record_window (Fixture *self, gconstpointer data)
{
  mappe_record_window_open (self->window, self->base.store, &mappe_person_kind, self->people[0]);
  view_test_wait (has_dialog (NULL));
  mappe_test_settle ();
  gtk_window_close (GTK_WINDOW (view_test_modal (self->window)));
  mappe_test_settle ();
  g_assert_null (view_test_modal (self->window));
}

static gboolean
has_no_dialog (gpointer data)
{
  return view_test_modal (((Fixture *) data)->window) == NULL;
}

static void
test_record_window_given_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_person_kind);
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  mappe_record_window_new_record (self->window, self->base.store, preset);
  view_test_find_all (view_test_modal (self->window), MAPPE_TYPE_DETAIL, panes);
  mappe_detail_discard (panes->pdata[0]);
  view_test_wait (has_no_dialog (self));
}

#define ADD(path, func) g_test_add ("/form/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  g_test_add_func ("/form/date-entry", test_date_entry);
  ADD ("show", test_show);
  ADD ("save", test_save);
  ADD ("autosave", test_autosave);
  ADD ("typed-while-saving", test_typed_while_saving);
  ADD ("switch-at-random", test_switch_at_random);
  ADD ("faults", test_faults);
  ADD ("conflict-mine", test_conflict_mine);
  ADD ("conflict-theirs", test_conflict_theirs);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("draft", test_draft);
  ADD ("draft-passed-by", test_draft_passed_by);
  ADD ("draft-conflict", test_draft_conflict);
  ADD ("new", test_new);
  ADD ("new-given-up", test_new_given_up);
  ADD ("new-left", test_new_left);
  ADD ("delete", test_delete);
  ADD ("deleted-elsewhere", test_deleted_elsewhere);
  ADD ("tabs", test_tabs);
  ADD ("all-kinds", test_all_kinds);
  ADD ("reference-entry", test_reference_entry);
  ADD ("create-dialog", test_create_dialog);
  ADD ("duplicates", test_duplicates);
  ADD ("record-window", test_record_window);
  ADD ("record-window-given-up", test_record_window_given_up);
}

int
main (int argc, char *argv[])
{
  return form_test_run (argc, argv, add_tests);
}
