/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-language.h"

G_BEGIN_DECLS

/* Numbers and periods as they are written in a chart, in its language and whatever the locale of the process. */

double      mappe_chart_month         (int year, int month);
const char *mappe_chart_month_name    (int month, const MappeLanguage *language);
char       *mappe_chart_number_text   (double value, guint digits, const MappeLanguage *language);
char       *mappe_chart_round_text    (double value, const MappeLanguage *language);
char       *mappe_chart_range_text    (double lower, double upper, guint digits, const MappeLanguage *language);
char       *mappe_chart_period_text   (double month, guint step, const MappeLanguage *language);

G_END_DECLS
