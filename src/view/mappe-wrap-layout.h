/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeWrapLayout:
 *
 * Children side by side, each as wide as it likes; what does not fit goes into the next line. Children that expand
 * share what a line has left. (GtkFlowBox puts its children into columns, libadwaita has such a box from 1.7 on.)
 */
#define MAPPE_TYPE_WRAP_LAYOUT (mappe_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (MappeWrapLayout, mappe_wrap_layout, MAPPE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *mappe_wrap_layout_new (void);

G_END_DECLS
