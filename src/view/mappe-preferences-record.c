/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-preferences-record.h"

#include <glib/gi18n.h>

#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-feedback.h"
#include "mappe-field-rows.h"
#include "mappe-file-content.h"
#include "mappe-picture.h"

enum { LOGO_SIZE = 96 };

struct _MappePreferencesRecord {
  AdwPreferencesPage parent_instance;

  MappeStore *store;
  const MappeKind *kind;
  const char *label;        /* of the step, translated */
  GCancellable *cancellable;
  MappeRow *base;           /* as it is in the file */
  GPtrArray *rows;          /* (element-type MappeFieldRow), owned by their groups */
  AdwComboRow *chooser;     /* (nullable): which record */
  GArray *ids;              /* of the chooser */
  GtkWidget *picture;       /* (nullable): the logo */
  gboolean saving;
  guint commit_id;
};

G_DEFINE_FINAL_TYPE (MappePreferencesRecord, mappe_preferences_record, ADW_TYPE_PREFERENCES_PAGE)

/* --- the record --- */

static void
logo_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesRecord) self = MAPPE_PREFERENCES_RECORD (data);
  g_autoptr (GBytes) content = mappe_store_blob_finish (MAPPE_STORE (source), result, NULL);
  g_autoptr (MappePicture) picture = content ? mappe_picture_new (content, NULL) : NULL;
  g_autoptr (GdkTexture) texture = picture ? gdk_texture_new_from_bytes (content, NULL) : NULL;

  if (self->picture == NULL)
    return;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), texture ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (self->picture, texture != NULL);
}

static void
show_logo (MappePreferencesRecord *self)
{
  const char *hash = mappe_row_get_text (self->base, MAPPE_COUNCIL_LOGO);

  gtk_widget_set_visible (self->picture, FALSE);
  if (hash && *hash)
    mappe_store_blob_async (self->store, hash, self->cancellable, logo_cb, g_object_ref (self));
}

/* What is being typed stays; only what it is compared with changes. */
static void
show_base (MappePreferencesRecord *self, gboolean same_record)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MappeFieldRow *row = self->rows->pdata[i];
      g_autofree char *canonical = mappe_row_get_canonical (self->base, mappe_field_row_get_field (row));

      if (same_record && mappe_field_row_is_dirty (row))
        mappe_field_row_rebase (row, canonical, NULL);
      else
        mappe_field_row_set_base (row, canonical, NULL);
      mappe_field_row_set_locked (row, mappe_store_get_state (self->store) != MAPPE_STORE_WRITABLE);
    }
  if (self->picture)
    show_logo (self);
}

static void
take_base (MappePreferencesRecord *self, MappeRow *row)
{
  gboolean same_record = self->base && self->base->id == row->id;

  g_clear_pointer (&self->base, mappe_row_unref);
  self->base = mappe_row_ref (row);
  show_base (self, same_record);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesRecord) self = MAPPE_PREFERENCES_RECORD (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) row = mappe_store_load_finish (MAPPE_STORE (source), result, &error);

  if (row)
    take_base (self, row);
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The settings were not read"));
}

static void
load (MappePreferencesRecord *self, gint64 id)
{
  mappe_store_load_async (self->store, self->kind, id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- saving --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesRecord) self = MAPPE_PREFERENCES_RECORD (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  self->saving = FALSE;
  if (applied == NULL)
    {
      if (gtk_widget_get_root (GTK_WIDGET (self)))
        mappe_feedback_error (GTK_WIDGET (self), error, _("The change was not saved"));
      return;
    }
  if (self->rows == NULL)
    return;
  load (self, self->base->id ? self->base->id : g_array_index (applied->ids, gint64, 0));
}

static gboolean
take_field (MappeRow *mine, MappeEdit *edit, MappeFieldRow *row)
{
  guint field = mappe_field_row_get_field (row);
  const char *value = mappe_field_row_get_value (row);
  g_autofree char *hash = NULL;

  if (!mappe_field_row_is_dirty (row) || mappe_field_row_get_fault (row))
    return FALSE;
  if (MAPPE_IS_FILE_ROW (row) && mappe_file_row_get_content (MAPPE_FILE_ROW (row)))
    hash = mappe_edit_add_blob (edit, mappe_file_row_get_content (MAPPE_FILE_ROW (row)));
  return mappe_row_set_canonical (mine, field, hash ? hash : value, NULL);
}

/**
 * mappe_preferences_record_commit:
 *
 * Saves what was changed and is valid.
 */
void
mappe_preferences_record_commit (MappePreferencesRecord *self)
{
  g_autoptr (MappeEdit) edit = NULL;
  g_autoptr (MappeRow) mine = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (MAPPE_IS_PREFERENCES_RECORD (self));
  if (self->base == NULL || self->saving)
    return;
  edit = mappe_edit_new (self->label);
  mine = mappe_row_copy (self->base);
  for (guint i = 0; i < self->rows->len; i++)
    changed |= take_field (mine, edit, self->rows->pdata[i]);
  if (!changed)
    return;
  if (self->base->id)
    mappe_edit_update (edit, mappe_row_ref (self->base), g_steal_pointer (&mine));
  else
    mappe_edit_insert (edit, g_steal_pointer (&mine));
  self->saving = TRUE;
  mappe_store_apply_async (self->store, g_steal_pointer (&edit), NULL, applied_cb, g_object_ref (self));
}

static gboolean
commit_cb (gpointer data)
{
  MappePreferencesRecord *self = MAPPE_PREFERENCES_RECORD (data);

  self->commit_id = 0;
  mappe_preferences_record_commit (self);
  return G_SOURCE_REMOVE;
}

static void
commit_soon (MappePreferencesRecord *self)
{
  if (self->commit_id == 0)
    self->commit_id = g_idle_add (commit_cb, self);
}

/* Typing is saved when the field is left, a choice at once. */
static void
row_changed_cb (MappePreferencesRecord *self, MappeFieldRow *row)
{
  if (MAPPE_IS_BOOL_ROW (row) || MAPPE_IS_CODE_ROW (row) || MAPPE_IS_FILE_ROW (row))
    commit_soon (self);
}

static void
row_left_cb (MappePreferencesRecord *self)
{
  commit_soon (self);
}

/* --- the page --- */

static void
add_row (MappePreferencesRecord *self, AdwPreferencesGroup *group, guint field)
{
  GtkWidget *row = mappe_field_row_new (self->store, self->kind, field);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_groups (MappePreferencesRecord *self, guint first, guint last)
{
  AdwPreferencesGroup *group = NULL;

  for (guint field = first; field <= last; field++)
    {
      const MappeFieldSpec *spec = &self->kind->fields[field];

      if (group == NULL || spec->group)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, spec->group ? _(spec->group) : "");
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
        }
      add_row (self, group, field);
    }
}

static void
mappe_preferences_record_dispose (GObject *object)
{
  MappePreferencesRecord *self = MAPPE_PREFERENCES_RECORD (object);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->base, mappe_row_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  self->picture = NULL;
  G_OBJECT_CLASS (mappe_preferences_record_parent_class)->dispose (object);
}

static void
mappe_preferences_record_class_init (MappePreferencesRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_preferences_record_dispose;
}

static void
mappe_preferences_record_init (MappePreferencesRecord *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

static MappePreferencesRecord *
make_page (MappeStore *store, const MappeKind *kind, const char *title, const char *icon_name, const char *label)
{
  MappePreferencesRecord *self = g_object_new (MAPPE_TYPE_PREFERENCES_RECORD, "title", title, "icon-name", icon_name,
                                               "name", kind->name, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->label = label;
  return self;
}

/* --- the council --- */

static void
council_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesRecord) self = MAPPE_PREFERENCES_RECORD (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_list_finish (MAPPE_STORE (source), result, &error);
  g_autoptr (MappeRow) fresh = NULL;

  if (listed == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The settings were not read"));
      return;
    }
  /* A file made by another tool may have no council record yet; it is made with the first change. */
  fresh = listed->len > 0 ? mappe_row_ref (((MappeListed *) listed->pdata[0])->row)
                          : mappe_row_new_preset (self->kind);
  take_base (self, fresh);
}

/* What cannot stand on a letter is not taken. */
static void
logo_attached_cb (MappePreferencesRecord *self, const MappeFileContent *content, MappeFieldRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappePicture) picture = mappe_picture_new (content->bytes, &error);
  g_autofree char *before = g_strdup (mappe_field_row_get_base (row));

  if (picture)
    return;
  mappe_field_row_set_value (row, before, NULL);
  mappe_feedback_error (GTK_WIDGET (self), error, _("This file cannot be the logo"));
}

static void
add_logo (MappePreferencesRecord *self)
{
  GtkWidget *row = self->rows->pdata[MAPPE_COUNCIL_LOGO - MAPPE_COUNCIL_NAME];

  g_signal_connect_object (row, "attached", G_CALLBACK (logo_attached_cb), self, G_CONNECT_SWAPPED);
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, LOGO_SIZE, LOGO_SIZE / 2);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), _("Logo of the council"));
  mappe_field_row_add_suffix (MAPPE_FIELD_ROW (row), self->picture);
}

/**
 * mappe_preferences_record_new_council:
 * @store: the council file
 *
 * Returns: (transfer floating): name, logo and addresses of the council
 */
AdwPreferencesPage *
mappe_preferences_record_new_council (MappeStore *store)
{
  MappePreferencesRecord *self = make_page (store, &mappe_council_kind, _("Council"),
                                            "org.ratsmappe.Ratsmappe-symbolic", _("Change council"));
  g_autoptr (MappeQuery) query = mappe_query_new (self->kind);

  add_groups (self, MAPPE_COUNCIL_NAME, MAPPE_COUNCIL_NOTE);
  add_logo (self);
  mappe_query_limit (query, 1);
  mappe_store_list_async (store, query, self->cancellable, council_cb, g_object_ref (self));
  return ADW_PREFERENCES_PAGE (self);
}

/* --- the rules of a body --- */

static void
body_selected_cb (MappePreferencesRecord *self)
{
  guint selected = adw_combo_row_get_selected (self->chooser);

  mappe_preferences_record_commit (self);
  if (self->ids && selected < self->ids->len)
    load (self, g_array_index (self->ids, gint64, selected));
}

static void
bodies_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesRecord) self = MAPPE_PREFERENCES_RECORD (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_list_finish (MAPPE_STORE (source), result, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (listed == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The bodies were not read"));
      return;
    }
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeListed *body = listed->pdata[i];

      gtk_string_list_append (names, mappe_row_get_text (body->row, MAPPE_BODY_NAME));
      g_array_append_val (self->ids, body->row->id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), listed->len > 0);
  adw_combo_row_set_model (self->chooser, G_LIST_MODEL (names));
}

static void
add_chooser (MappePreferencesRecord *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->chooser = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chooser), _("Body"));
  adw_preferences_group_add (group, GTK_WIDGET (self->chooser));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  g_signal_connect_object (self->chooser, "notify::selected-item", G_CALLBACK (body_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mappe_preferences_record_new_rules:
 * @store: the council file
 *
 * Returns: (transfer floating): the rules of procedure, body by body
 */
AdwPreferencesPage *
mappe_preferences_record_new_rules (MappeStore *store)
{
  MappePreferencesRecord *self = make_page (store, &mappe_body_kind, _("Rules"), "emblem-documents-symbolic",
                                            _("Change rules of procedure"));
  g_autoptr (MappeQuery) query = mappe_query_new (self->kind);

  add_chooser (self);
  add_groups (self, MAPPE_BODY_STATUTORY_MEMBERS, MAPPE_BODY_MINUTES_DUE_DAYS);
  mappe_store_list_async (store, query, self->cancellable, bodies_cb, g_object_ref (self));
  return ADW_PREFERENCES_PAGE (self);
}
