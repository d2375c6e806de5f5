/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-calendar.h"

G_BEGIN_DECLS

/* Other meetings this near are told of. */
#define MAPPE_DAY_HINTS_NEAR 3

GPtrArray *mappe_day_hints_of_day (const char *day, const char *federal_state);
GPtrArray *mappe_day_hints_near   (const MappeCalendar *calendar, const char *day, gint64 without);

G_END_DECLS
