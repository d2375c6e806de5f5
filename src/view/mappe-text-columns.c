/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-text-columns.h"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer number)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "single-line-mode", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "xalign",
                GPOINTER_TO_INT (number) ? 1.0f : 0.0f, NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  const char *cell = cells[GPOINTER_TO_INT (column)];

  gtk_label_set_label (GTK_LABEL (label), cell);
  gtk_widget_set_tooltip_text (label, *cell != '\0' ? cell : NULL);
}

/**
 * mappe_text_columns_add:
 * @title: translated
 * @width: in pixels; 0 for what is left
 * @number: whether its cells are numbers, which end alike
 *
 * Adds the next column; what does not fit is told by a tooltip.
 */
void
mappe_text_columns_add (GtkColumnView *view, const char *title, int width, gboolean number)
{
  const guint column = g_list_model_get_n_items (gtk_column_view_get_columns (view));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  shown = gtk_column_view_column_new (title, factory);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (shown, width);
  else
    gtk_column_view_column_set_expand (shown, TRUE);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (view, shown);
}
