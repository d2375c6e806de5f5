/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeCalendarPage:
 *
 * Meetings, their deadlines and whatever else is due: a month with the day selected beside it, or a list.
 */
#define MAPPE_TYPE_CALENDAR_PAGE (mappe_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeCalendarPage, mappe_calendar_page, MAPPE, CALENDAR_PAGE, MappePage)

GtkWidget *mappe_calendar_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
