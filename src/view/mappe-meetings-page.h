/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeMeetingsPage:
 *
 * The list of meetings and agenda items; a meeting that is opened takes the whole page, with its steps.
 */
#define MAPPE_TYPE_MEETINGS_PAGE (mappe_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeMeetingsPage, mappe_meetings_page, MAPPE, MEETINGS_PAGE, MappePage)

GtkWidget *mappe_meetings_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
