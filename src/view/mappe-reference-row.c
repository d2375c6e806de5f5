/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"
#include "mappe-record-error.h"
#include "mappe-reference-entry.h"

#include <glib/gi18n-lib.h>

/* Read as a link to the record, edited by search. */
struct _MappeReferenceRow {
  MappeFieldRow parent_instance;
  GtkWidget    *entry, *link, *link_label;
};

G_DEFINE_FINAL_TYPE (MappeReferenceRow, mappe_reference_row, MAPPE_TYPE_FIELD_ROW)

static void
changed_cb (MappeReferenceRow *self)
{
  MappeReferenceEntry *entry = MAPPE_REFERENCE_ENTRY (self->entry);
  gint64 id = mappe_reference_entry_get_id (entry);
  const char *text = mappe_reference_entry_get_text (entry);
  g_autofree char *canonical = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  if (id != 0 || *text == '\0')
    mappe_field_row_take (MAPPE_FIELD_ROW (self), canonical, id != 0 ? text : NULL);
  else
    mappe_field_row_take_fault (MAPPE_FIELD_ROW (self), text,
                                g_error_new (MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_TYPE, "no record “%s”", text));
}

static GtkWidget *
mappe_reference_row_create_editor (MappeFieldRow *row)
{
  MappeReferenceRow *self = MAPPE_REFERENCE_ROW (row);
  const MappeFieldSpec *spec = mappe_field_row_get_spec (row);
  self->entry = mappe_reference_entry_new (mappe_field_row_get_store (row), mappe_kind_lookup (spec->target, NULL));
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (self->entry), _(spec->label));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self->entry;
}

static void
mappe_reference_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  MappeReferenceEntry *entry = MAPPE_REFERENCE_ENTRY (MAPPE_REFERENCE_ROW (row)->entry);
  gint64 id = canonical != NULL ? g_ascii_strtoll (canonical, NULL, 10) : 0;
  if (typed != NULL)
    mappe_reference_entry_set_text (entry, typed);
  else
    mappe_reference_entry_set_value (entry, id, shown);
}

static void
mappe_reference_row_focus (MappeFieldRow *row)
{
  gtk_widget_grab_focus (MAPPE_REFERENCE_ROW (row)->entry);
}

static void
mappe_reference_row_show_value (MappeFieldRow *row, const char *text)
{
  MappeReferenceRow *self = MAPPE_REFERENCE_ROW (row);
  const char *value = mappe_field_row_get_typed (row) == NULL ? mappe_field_row_get_value (row) : NULL;
  MAPPE_FIELD_ROW_CLASS (mappe_reference_row_parent_class)->show_value (row, text);
  gtk_widget_set_visible (self->link, value != NULL);
  mappe_field_row_show_reader (row, value == NULL);
  if (value == NULL)
    return;
  g_autofree char *label = g_strdup_printf (_("Open %s"), text);
  /* In this order: a name without its target is a warning. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "(sx)", mappe_field_row_get_spec (row)->target,
                                    (gint64) g_ascii_strtoll (value, NULL, 10));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link), "win.open-record");
  gtk_label_set_label (GTK_LABEL (self->link_label), text);
  gtk_widget_set_tooltip_text (self->link, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
mappe_reference_row_is_open (MappeFieldRow *row)
{
  return mappe_reference_entry_is_open (MAPPE_REFERENCE_ENTRY (MAPPE_REFERENCE_ROW (row)->entry));
}

static void
mappe_reference_row_class_init (MappeReferenceRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  row_class->create_editor = mappe_reference_row_create_editor;
  row_class->load = mappe_reference_row_load;
  row_class->focus = mappe_reference_row_focus;
  row_class->show_value = mappe_reference_row_show_value;
  row_class->is_open = mappe_reference_row_is_open;
}

static void
mappe_reference_row_init (MappeReferenceRow *self)
{
  self->link = gtk_button_new ();
  self->link_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->link_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->link_label), 0);
  gtk_button_set_child (GTK_BUTTON (self->link), self->link_label);
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->link, "flat");
  gtk_widget_add_css_class (self->link, "field-link");
  gtk_widget_set_visible (self->link, FALSE);
  mappe_field_row_add_reader (MAPPE_FIELD_ROW (self), self->link);
}
