/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"

/* The switch is always there: reading and editing look the same. */
struct _MappeBoolRow {
  MappeFieldRow parent_instance;
  GtkWidget    *toggle;
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (MappeBoolRow, mappe_bool_row, MAPPE_TYPE_FIELD_ROW)

static void
active_cb (MappeBoolRow *self)
{
  if (!self->showing)
    mappe_field_row_take (MAPPE_FIELD_ROW (self), gtk_switch_get_active (GTK_SWITCH (self->toggle)) ? "1" : "0", NULL);
}

static void
mappe_bool_row_show_value (MappeFieldRow *row, const char *text)
{
  MappeBoolRow *self = MAPPE_BOOL_ROW (row);
  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), g_strcmp0 (mappe_field_row_get_value (row), "1") == 0);
  gtk_widget_set_sensitive (self->toggle, !mappe_field_row_is_locked (row));
  self->showing = FALSE;
  MAPPE_FIELD_ROW_CLASS (mappe_bool_row_parent_class)->show_value (row, text);
}

static void
mappe_bool_row_activated (MappeFieldRow *row)
{
  GtkSwitch *toggle = GTK_SWITCH (MAPPE_BOOL_ROW (row)->toggle);
  gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
}

static gboolean
mappe_bool_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MAPPE_BOOL_ROW (widget)->toggle);
}

/* A row of a list that is left backwards takes the focus itself, and would give it to the switch again: no way out. */
static gboolean
mappe_bool_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *toggle = MAPPE_BOOL_ROW (widget)->toggle;

  return !gtk_widget_has_focus (toggle) && gtk_widget_grab_focus (toggle);
}

static void
mappe_bool_row_constructed (GObject *object)
{
  MappeBoolRow *self = MAPPE_BOOL_ROW (object);
  G_OBJECT_CLASS (mappe_bool_row_parent_class)->constructed (object);
  mappe_field_row_name_widget (MAPPE_FIELD_ROW (self), self->toggle);
}

static void
mappe_bool_row_class_init (MappeBoolRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  G_OBJECT_CLASS (klass)->constructed = mappe_bool_row_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_bool_row_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_bool_row_focus;
  row_class->show_value = mappe_bool_row_show_value;
  row_class->activated = mappe_bool_row_activated;
}

static void
mappe_bool_row_init (MappeBoolRow *self)
{
  self->toggle = gtk_switch_new ();
  /* One stop of Tab, not two. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  mappe_field_row_add_suffix (MAPPE_FIELD_ROW (self), self->toggle);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}
