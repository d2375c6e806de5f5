/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-line.h"

#include "mappe-table-cures.h"

struct _MappeSittingLine {
  GtkListBoxRow parent_instance;

  gint64      id;
  const char *look;  /* static */
  GtkLabel   *mark;
  GtkLabel   *title;
  GtkLabel   *detail;
};

G_DEFINE_FINAL_TYPE (MappeSittingLine, mappe_sitting_line, GTK_TYPE_LIST_BOX_ROW)

static void
mappe_sitting_line_class_init (MappeSittingLineClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, float xalign)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, xalign);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
mappe_sitting_line_init (MappeSittingLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->mark = add_label (box, 0.5f);
  gtk_label_set_ellipsize (self->mark, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->mark, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "line-mark");
  self->title = add_label (box, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->detail = add_label (box, 1);
  gtk_label_set_max_width_chars (self->detail, 26);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "numeric");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/** mappe_sitting_line_new: Returns: (transfer floating): an empty line that stands for a record */
GtkWidget *
mappe_sitting_line_new (gint64 id)
{
  MappeSittingLine *self = g_object_new (MAPPE_TYPE_SITTING_LINE, NULL);

  self->id = id;
  return GTK_WIDGET (self);
}

/** mappe_sitting_line_get_id: Returns: id of the record that the line stands for */
gint64
mappe_sitting_line_get_id (MappeSittingLine *self)
{
  g_return_val_if_fail (MAPPE_IS_SITTING_LINE (self), 0);
  return self->id;
}

/** mappe_sitting_line_fill: @spoken: the same as a sentence, for screen readers */
void
mappe_sitting_line_fill (MappeSittingLine *self, const char *mark, const char *title, const char *detail,
                         const char *spoken)
{
  g_return_if_fail (MAPPE_IS_SITTING_LINE (self));
  gtk_label_set_label (self->mark, mark);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/** mappe_sitting_line_set_look: @look: (nullable): style class, a static string */
void
mappe_sitting_line_set_look (MappeSittingLine *self, const char *look)
{
  g_return_if_fail (MAPPE_IS_SITTING_LINE (self));
  if (g_strcmp0 (self->look, look) == 0)
    return;
  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  self->look = look;
  if (look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look);
}

/**
 * mappe_sitting_line_make_list:
 * @parent: gets the list, which scrolls
 * @name: accessible name
 *
 * Returns: (transfer none): an empty list for lines, one of which is selected
 */
GtkListBox *
mappe_sitting_line_make_list (AdwBin *parent, const char *name)
{
  GtkWidget *list = gtk_list_box_new (), *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (list, "sitting-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (scrolled));
  adw_bin_set_child (parent, scrolled);
  return GTK_LIST_BOX (list);
}

/** mappe_sitting_line_get_selected: Returns: id of the record that the selected line of @list stands for, or 0 */
gint64
mappe_sitting_line_get_selected (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return row != NULL ? mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row)) : 0;
}
