/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MappeSidebar:
 *
 * The places of the program in their groups. Property "page": name of the selected place. Signal "activated": a place
 * was chosen, be it the selected one again.
 */
#define MAPPE_TYPE_SIDEBAR (mappe_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MappeSidebar, mappe_sidebar, MAPPE, SIDEBAR, AdwBin)

GtkWidget  *mappe_sidebar_new       (void);
const char *mappe_sidebar_get_page  (MappeSidebar *self);
void        mappe_sidebar_set_page  (MappeSidebar *self, const char *page);
void        mappe_sidebar_set_count (MappeSidebar *self, const char *page, gint64 count);

G_END_DECLS
