/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-calendar.h"
#include "mappe-state-light.h"

G_BEGIN_DECLS

MappeState  mappe_calendar_text_state   (const MappeCalendarEntry *entry, const char *today);
const char *mappe_calendar_text_topic   (const MappeCalendarEntry *entry);
char       *mappe_calendar_text_line    (const MappeCalendarEntry *entry);
char       *mappe_calendar_text_holiday (const char *iso, const char *federal_state);

G_END_DECLS
