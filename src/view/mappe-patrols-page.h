/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappePatrolsPage:
 *
 * Joint foot patrols: a week of them as a planner with its figures, or the plain list.
 */
#define MAPPE_TYPE_PATROLS_PAGE (mappe_patrols_page_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolsPage, mappe_patrols_page, MAPPE, PATROLS_PAGE, MappePage)

GtkWidget *mappe_patrols_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
