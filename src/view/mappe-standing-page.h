/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeStandingPage:
 *
 * How the council stands, to read and to print. Action: "page.open" (sx) leads to a record.
 */
#define MAPPE_TYPE_STANDING_PAGE (mappe_standing_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeStandingPage, mappe_standing_page, MAPPE, STANDING_PAGE, MappePage)

GtkWidget *mappe_standing_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
