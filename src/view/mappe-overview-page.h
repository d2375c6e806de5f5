/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeOverviewPage:
 *
 * What must be done now, in one look, with one click to each thing.
 */
#define MAPPE_TYPE_OVERVIEW_PAGE (mappe_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeOverviewPage, mappe_overview_page, MAPPE, OVERVIEW_PAGE, MappePage)

GtkWidget *mappe_overview_page_new (MappeStore *store);

G_END_DECLS
