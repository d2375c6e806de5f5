/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-reveal.h"

#define MARGIN 18

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *ticks = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  /* The layout of this frame is still to come, and so is what it changes. */
  if (++*ticks < 3)
    return G_SOURCE_CONTINUE;
  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double top = bounds.origin.y - MARGIN, bottom = bounds.origin.y + bounds.size.height + MARGIN;
  double height = gtk_widget_get_height (scroller);
  double by = top < 0 || bottom - top > height ? MIN (top, 0) : MAX (bottom - height, 0);
  if (by != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
  return G_SOURCE_REMOVE;
}

/**
 * mappe_reveal:
 * @widget: a widget inside a scrolled window
 *
 * Scrolls, once the layout is done, as little as it takes to see all of @widget: GTK itself follows the cursor only,
 * and leaves what stands below it out of sight.
 */
void
mappe_reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (guint, 1), g_free);
}
