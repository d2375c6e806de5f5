/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date-entry.h"
#include "mappe-field-input.h"
#include "mappe-field-rows.h"

#include <glib/gi18n-lib.h>

struct _MappeDateRow {
  MappeFieldRow parent_instance;
  GtkWidget    *entry;
};

G_DEFINE_FINAL_TYPE (MappeDateRow, mappe_date_row, MAPPE_TYPE_FIELD_ROW)

static void
changed_cb (MappeDateRow *self)
{
  mappe_field_row_take_typed (MAPPE_FIELD_ROW (self), mappe_date_entry_get_text (MAPPE_DATE_ENTRY (self->entry)));
}

static GtkWidget *
mappe_date_row_create_editor (MappeFieldRow *row)
{
  MappeDateRow *self = MAPPE_DATE_ROW (row);
  self->entry = mappe_date_entry_new ();
  mappe_date_entry_set_name (MAPPE_DATE_ENTRY (self->entry), _(mappe_field_row_get_spec (row)->label));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self->entry;
}

static void
mappe_date_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  g_autofree char *text = mappe_field_format_typed (mappe_field_row_get_spec (row), canonical);
  mappe_date_entry_set_text (MAPPE_DATE_ENTRY (MAPPE_DATE_ROW (row)->entry), typed != NULL ? typed : text);
}

static void
mappe_date_row_focus (MappeFieldRow *row)
{
  gtk_widget_grab_focus (MAPPE_DATE_ROW (row)->entry);
}

static void
mappe_date_row_class_init (MappeDateRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  row_class->create_editor = mappe_date_row_create_editor;
  row_class->load = mappe_date_row_load;
  row_class->focus = mappe_date_row_focus;
}

static void
mappe_date_row_init (MappeDateRow *self)
{
}
