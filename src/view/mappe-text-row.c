/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-input.h"
#include "mappe-field-rows.h"

#include <glib/gi18n-lib.h>

/* One line: text, numbers, times. */
struct _MappeTextRow {
  MappeFieldRow parent_instance;
  GtkWidget    *entry;
};

G_DEFINE_FINAL_TYPE (MappeTextRow, mappe_text_row, MAPPE_TYPE_FIELD_ROW)

static void
changed_cb (MappeTextRow *self)
{
  mappe_field_row_take_typed (MAPPE_FIELD_ROW (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
set_purpose (GtkEntry *entry, const MappeFieldSpec *spec)
{
  if (spec->type == MAPPE_FIELD_INT || spec->type == MAPPE_FIELD_DECIMAL || spec->type == MAPPE_FIELD_REAL)
    gtk_entry_set_input_purpose (entry, spec->type == MAPPE_FIELD_INT ? GTK_INPUT_PURPOSE_DIGITS
                                                                      : GTK_INPUT_PURPOSE_NUMBER);
  else if (g_str_equal (spec->name, "email"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_EMAIL);
  else if (g_str_equal (spec->name, "phone"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_PHONE);
}

static GtkWidget *
mappe_text_row_create_editor (MappeFieldRow *row)
{
  MappeTextRow *self = MAPPE_TEXT_ROW (row);
  const MappeFieldSpec *spec = mappe_field_row_get_spec (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "field-editor");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_box_append (GTK_BOX (box), self->entry);
  set_purpose (GTK_ENTRY (self->entry), spec);
  mappe_field_row_name_widget (row, self->entry);
  if (spec->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (_(spec->unit));
      gtk_widget_add_css_class (unit, "dim-label");
      gtk_box_append (GTK_BOX (box), unit);
    }
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
mappe_text_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  MappeTextRow *self = MAPPE_TEXT_ROW (row);
  g_autofree char *text = mappe_field_format_typed (mappe_field_row_get_spec (row), canonical);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : text);
}

static void
mappe_text_row_focus (MappeFieldRow *row)
{
  gtk_widget_grab_focus (MAPPE_TEXT_ROW (row)->entry);
}

static void
mappe_text_row_class_init (MappeTextRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  row_class->create_editor = mappe_text_row_create_editor;
  row_class->load = mappe_text_row_load;
  row_class->focus = mappe_text_row_focus;
}

static void
mappe_text_row_init (MappeTextRow *self)
{
}
