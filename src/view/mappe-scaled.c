/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-scaled.h"

/**
 * mappe_scaled:
 * @widget: whose settings tell the text size
 * @pixels: a width at normal text size
 *
 * Returns: the width that holds as much of larger or smaller text
 */
int
mappe_scaled (GtkWidget *widget, int pixels)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) (pixels * (double) dpi / (96 * PANGO_SCALE)) : pixels;
}

/** mappe_scaled_follow: @changed: called with @widget as its first argument when the text size is another one */
void
mappe_scaled_follow (GtkWidget *widget, GCallback changed)
{
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
}
