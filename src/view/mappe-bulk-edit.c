/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-bulk-edit.h"

#include <glib/gi18n.h>

#include "mappe-field-rows.h"
#include "mappe-list-acts.h"
#include "mappe-window-frame.h"

#define WIDTH 480
#define HEIGHT 340

/** One dialog: which field, which value. Freed with its window. */
typedef struct {
  GtkWidget       *near;
  AdwWindow       *window;
  MappeStore      *store;
  const MappeKind *kind;
  GArray          *ids;
  GArray          *fields;  /* guint: field of each line of the drop-down */
  GtkWidget       *choice;
  GtkWidget       *list;
  MappeFieldRow   *row;     /* for the chosen field; belongs to @list */
  GtkWidget       *accept;
} BulkEdit;

static void
bulk_edit_free (BulkEdit *self)
{
  g_object_unref (self->near);
  g_object_unref (self->store);
  g_array_unref (self->ids);
  g_array_unref (self->fields);
  g_free (self);
}

/* What many records can have in common: not what names one, nor what the program sets. */
static gboolean
is_common (const MappeKind *kind, guint field)
{
  const MappeFieldSpec *spec = &kind->fields[field];

  if (field == MAPPE_FIELD_REFERENCE || spec->type == MAPPE_FIELD_BLOB)
    return FALSE;
  return (spec->flags & (MAPPE_FIELD_READONLY | MAPPE_FIELD_UNIQUE)) == 0;
}

static guint
chosen_field (BulkEdit *self)
{
  return g_array_index (self->fields, guint, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)));
}

static void
chosen_cb (BulkEdit *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (selected >= self->fields->len)
    return;
  if (self->row != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (self->row));
  self->row = MAPPE_FIELD_ROW (mappe_field_row_new (self->store, self->kind, chosen_field (self)));
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->row));
  if (self->window != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    mappe_field_row_begin_edit (self->row);
}

static void
shown_cb (BulkEdit *self)
{
  mappe_field_row_begin_edit (self->row);
}

static void
activated_cb (BulkEdit *self, GtkListBoxRow *row)
{
  mappe_field_row_begin_edit (MAPPE_FIELD_ROW (row));
}

static void
accept_cb (BulkEdit *self)
{
  g_autofree char *value = NULL;

  mappe_field_row_end_edit (self->row);
  if (mappe_field_row_get_fault (self->row) != NULL)
    {
      mappe_field_row_show_faults (self->row);
      return;
    }
  value = g_strdup (mappe_field_row_get_value (self->row));
  mappe_list_set (self->near, self->store, self->kind, self->ids, chosen_field (self), value);
  gtk_window_close (GTK_WINDOW (self->window));
}

static GtkWidget *
make_choice (BulkEdit *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint usual = 0;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (!is_common (self->kind, i))
        continue;
      if (usual == 0 && (self->kind->fields[i].flags & MAPPE_FIELD_FILTER))
        usual = self->fields->len;
      gtk_string_list_append (names, _(self->kind->fields[i].label));
      g_array_append_val (self->fields, i);
    }
  self->choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), usual);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Field"), -1);
  return self->choice;
}

static GtkWidget *
make_content (BulkEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *text = g_strdup_printf (ngettext ("Give a field of %u record this value:",
                                                     "Give a field of %u records the same value:", self->ids->len),
                                           self->ids->len);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), self->list);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  return box;
}

/**
 * mappe_bulk_edit_open:
 * @near: widget in the window to be modal for; toasts appear there
 * @ids: (element-type gint64): ids of records of @kind
 *
 * Asks for a field and a value and sets it in all of them, as one step that can be undone.
 */
void
mappe_bulk_edit_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids)
{
  BulkEdit *self;

  if (ids->len == 0)
    return;
  self = g_new0 (BulkEdit, 1);
  self->near = g_object_ref (near);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->ids = g_array_ref (ids);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->window = mappe_window_frame_new (near, _("Set a field"), _("_Set"), make_content (self), &self->accept);
  gtk_button_set_use_underline (GTK_BUTTON (self->accept), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Set"), -1);
  g_object_set_data_full (G_OBJECT (self->window), "bulk-edit", self, (GDestroyNotify) bulk_edit_free);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accept_cb), self);
  chosen_cb (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_signal_connect_swapped (self->window, "map", G_CALLBACK (shown_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}
