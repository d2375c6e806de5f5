/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-calendar.h"

G_BEGIN_DECLS

/**
 * MappeCalendarMonth:
 *
 * Six weeks, a cell for each day with what falls on it. Signals: "selected" (another day), "opened" (Enter or double
 * click on a day), "turn" (int: -1 or 1: the month before or after is asked for).
 */
#define MAPPE_TYPE_CALENDAR_MONTH (mappe_calendar_month_get_type ())
G_DECLARE_FINAL_TYPE (MappeCalendarMonth, mappe_calendar_month, MAPPE, CALENDAR_MONTH, GtkWidget)

void        mappe_calendar_month_show       (MappeCalendarMonth *self, int year, int month, const char *day);
void        mappe_calendar_month_fill       (MappeCalendarMonth *self, const MappeCalendar *calendar,
                                             const char *today);
const char *mappe_calendar_month_get_first  (MappeCalendarMonth *self);
const char *mappe_calendar_month_get_last   (MappeCalendarMonth *self);
const char *mappe_calendar_month_get_day    (MappeCalendarMonth *self);
void        mappe_calendar_month_focus      (MappeCalendarMonth *self);

G_END_DECLS
