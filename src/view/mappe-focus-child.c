/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-focus-child.h"

/**
 * mappe_focus_child:
 *
 * The `focus` of a widget with a `grab_focus` of its own. GTK's falls back to grab_focus() when no child takes the
 * focus any more: then Shift+Tab came back to where it was and never left the widget.
 *
 * Returns: whether a child took the focus
 */
gboolean
mappe_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
  return child != NULL;
}
