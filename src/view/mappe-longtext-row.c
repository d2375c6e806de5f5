/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"

#include "mappe-shrink.h"

#define MOST_HEIGHT 320

struct _MappeLongtextRow {
  MappeFieldRow parent_instance;
  GtkWidget    *view;
};

G_DEFINE_FINAL_TYPE (MappeLongtextRow, mappe_longtext_row, MAPPE_TYPE_FIELD_ROW)

static char *
get_text (MappeLongtextRow *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (MappeLongtextRow *self)
{
  g_autofree char *text = get_text (self);
  mappe_field_row_take_typed (MAPPE_FIELD_ROW (self), text);
}

static GtkWidget *
mappe_longtext_row_create_editor (MappeFieldRow *row)
{
  MappeLongtextRow *self = MAPPE_LONGTEXT_ROW (row);
  GtkWidget *scroller;

  self->view = gtk_text_view_new ();
  scroller = mappe_shrink_text (self->view);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab leaves the field; tabulators have no place in these texts. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "field-editor");
  mappe_field_row_name_widget (row, self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  return scroller;
}

/* The buffer is left alone when it says the same, so that the cursor stays. */
static void
mappe_longtext_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  MappeLongtextRow *self = MAPPE_LONGTEXT_ROW (row);
  const char *text = typed != NULL ? typed : canonical != NULL ? canonical : "";
  g_autofree char *present = get_text (self);
  if (!g_str_equal (present, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

static void
mappe_longtext_row_focus (MappeFieldRow *row)
{
  gtk_widget_grab_focus (MAPPE_LONGTEXT_ROW (row)->view);
}

static void
mappe_longtext_row_class_init (MappeLongtextRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  row_class->create_editor = mappe_longtext_row_create_editor;
  row_class->load = mappe_longtext_row_load;
  row_class->focus = mappe_longtext_row_focus;
}

static void
mappe_longtext_row_init (MappeLongtextRow *self)
{
}
