/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-wrap-row.h"

#include "mappe-wrap-layout.h"

enum { CHARS = 34 };  /* so much room the texts have before what is beside them goes beneath them */

static GtkWidget *
add_text (GtkWidget *texts, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", CHARS, NULL);

  gtk_box_append (GTK_BOX (texts), label);
  return label;
}

/**
 * mappe_wrap_row_new:
 * @title: no markup; the name of the row
 * @subtitle: (nullable): no markup; its description
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mappe_wrap_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_layout_manager (line, mappe_wrap_layout_new ());
  gtk_widget_add_css_class (line, "wrap-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  add_text (texts, title);
  if (subtitle != NULL && *subtitle != '\0')
    gtk_widget_set_css_classes (add_text (texts, subtitle), (const char *[]) { "subtitle", "dim-label", NULL });
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (subtitle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

/** mappe_wrap_row_append: Puts something at the end of the row. */
void
mappe_wrap_row_append (GtkWidget *row, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), widget);
}
