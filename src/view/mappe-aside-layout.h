/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeAsideLayout:
 *
 * Two children: what matters, and beside it what explains it. The second stands at the right, a third of the width,
 * and beneath the first when there is no room for both.
 */
#define MAPPE_TYPE_ASIDE_LAYOUT (mappe_aside_layout_get_type ())
G_DECLARE_FINAL_TYPE (MappeAsideLayout, mappe_aside_layout, MAPPE, ASIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *mappe_aside_layout_new (void);

G_END_DECLS
