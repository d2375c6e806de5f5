/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-shrink.h"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_label (label, gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/** mappe_shrink_drop_down: @down: of a #GtkStringList; what is chosen is cut where there is no room, the list is not */
void
mappe_shrink_drop_down (GtkDropDown *down)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (down, gtk_drop_down_get_factory (down));
  gtk_drop_down_set_factory (down, chosen);
}

/** mappe_shrink_switcher: @switcher: a #GtkStackSwitcher with all its pages; titles are cut where there is no room */
void
mappe_shrink_switcher (GtkWidget *switcher)
{
  for (GtkWidget *button = gtk_widget_get_first_child (switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      if (GTK_IS_LABEL (label))
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
}

/**
 * mappe_shrink_text:
 * @view: (transfer floating): a #GtkTextView that wraps
 *
 * A text view asks for the width of its widest line, as it was wrapped last: it would never be narrower again, and
 * grow where its margins come on top.
 *
 * Returns: (transfer floating): what holds it, as high as the text
 */
GtkWidget *
mappe_shrink_text (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}
