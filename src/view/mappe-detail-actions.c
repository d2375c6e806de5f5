/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-detail.h"

#include <glib/gi18n-lib.h>

#include "mappe-detail-private.h"
#include "mappe-display.h"
#include "mappe-erase-dialog.h"
#include "mappe-feedback.h"
#include "mappe-merge-dialog.h"
#include "mappe-places.h"

/* --- Delete --- */

/** A delete under way; @title is what it is called in the toast. */
typedef struct {
  MappeDetail *detail;
  char        *title, *slot;
} Deletion;

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deletion *deletion = data;
  g_autoptr (MappeDetail) self = deletion->detail;
  g_autofree char *title = deletion->title, *slot = deletion->slot;
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), title);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);
  g_free (deletion);
  if (self->store == NULL)
    return;
  self->busy--;
  if (applied == NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The record was not deleted"));
  else
    {
      mappe_draft_remove (self->store, slot);
      mappe_feedback_undoable (GTK_WIDGET (self), text);
    }
}

/** mappe_detail_delete: Deletes the record on show at once; the toast offers to undo. */
void
mappe_detail_delete (MappeDetail *self)
{
  if (self->id <= 0 || self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return;
  Deletion *deletion = g_new0 (Deletion, 1);
  deletion->detail = g_object_ref (self);
  deletion->title = mappe_detail_make_title (self);
  deletion->slot = g_strdup (self->slot);
  g_autofree char *label = g_strdup_printf (_("Delete %1$s “%2$s”"), _(self->kind->label), deletion->title);
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);
  mappe_edit_delete (edit, self->kind, self->id, self->shown != NULL ? self->shown->row->version : 0);
  self->busy++;
  mappe_form_discard (self->form);
  mappe_store_apply_async (self->store, g_steal_pointer (&edit), NULL, deleted_cb, deletion);
}

/* --- Merge --- */

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDetail) self = MAPPE_DETAIL (data);
  gint64 id = mappe_merge_dialog_finish (result);
  if (id == 0 || self->store == NULL)
    return;
  if (id != self->id)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", self->kind->name, id);
  mappe_feedback_undoable (GTK_WIDGET (self), _("Two records merged"));
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);
  if (self->id > 0)
    mappe_merge_dialog_run (widget, self->store, self->kind, self->id, merged_cb, g_object_ref (self));
}

/* --- Erase --- */

static void
erase_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);

  mappe_detail_leave (self);
  if (self->id > 0)
    mappe_erase_dialog_open (widget, self->store, self->kind, self->id, FALSE);
}

/* --- Copies --- */

/* One line a field, as it is read: for a mail. */
static char *
make_text (MappeDetail *self)
{
  g_autofree char *title = mappe_detail_make_title (self);
  GString *text = g_string_new (title);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const MappeFieldSpec *spec = &self->kind->fields[i];
      if (mappe_row_is_null (self->shown->row, i) || spec->type == MAPPE_FIELD_BLOB)
        continue;
      g_autofree char *value =
          mappe_display_field (mappe_display_get (self->store), self->shown->row, i, self->shown->shown[i]);
      g_string_append_printf (text, "%s: %s\n", _(spec->label), value);
    }
  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);
  if (self->shown == NULL)
    return;
  g_autofree char *text = make_text (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Copied"));
}

static MappeRow *
copy_as_new (const MappeRow *row)
{
  MappeRow *copy = mappe_row_copy (row);
  copy->id = 0;
  copy->version = 0;
  for (guint i = 0; i < row->kind->n_fields; i++)
    if ((row->kind->fields[i].flags & MAPPE_FIELD_UNIQUE) != 0)
      mappe_value_clear (&copy->values[i]);
  return copy;
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);
  if (self->shown == NULL)
    return;
  g_autoptr (MappeRow) copy = copy_as_new (self->shown->row);
  mappe_detail_new_record (self, copy);
}

/* The record is gone, its input is not: it becomes the input of a new one. */
static void
keep_as_new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);
  MappeRow *base = self->form != NULL ? mappe_form_get_base (self->form) : NULL;
  if (base == NULL || self->id <= 0)
    return;
  g_autoptr (MappeDraft) draft = mappe_form_get_draft (self->form);
  g_autoptr (MappeRow) copy = copy_as_new (base);
  mappe_form_discard (self->form);
  mappe_detail_drop_draft (self);
  mappe_detail_new_record (self, copy);
  draft->id = 0;
  mappe_form_apply_draft (self->form, draft);
}

/* --- Actions --- */

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_detail_save (MAPPE_DETAIL (widget));
}

static void
discard_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_detail_discard (MAPPE_DETAIL (widget));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_detail_delete (MAPPE_DETAIL (widget));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_detail_edit (MAPPE_DETAIL (widget));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);

  mappe_detail_leave (self);
  mappe_places_open (widget, mappe_detail_get_kind (self), mappe_detail_get_id (self));
}

static void
outcome_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);

  mappe_detail_leave (self);
  gtk_widget_activate_action (widget, "win.open-outcome", "(sx)", mappe_detail_get_kind (self)->name,
                              mappe_detail_get_id (self));
}

/** mappe_detail_install_actions: Installs the class actions `detail.…` and their keys. */
void
mappe_detail_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "detail.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "detail.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "detail.outcome", NULL, outcome_cb);
  gtk_widget_class_install_action (klass, "detail.start-series", NULL, mappe_detail_start_series);
  gtk_widget_class_install_action (klass, "detail.discard", NULL, discard_cb);
  gtk_widget_class_install_action (klass, "detail.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "detail.erase", NULL, erase_cb);
  gtk_widget_class_install_action (klass, "detail.merge", NULL, merge_cb);
  gtk_widget_class_install_action (klass, "detail.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "detail.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "detail.keep-as-new", NULL, keep_as_new_cb);
  gtk_widget_class_install_action (klass, "detail.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "detail.save", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "detail.edit", NULL);
}
