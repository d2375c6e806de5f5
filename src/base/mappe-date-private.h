#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before 1583 the Gregorian calendar was not in use; after 9999 the stored form no longer sorts. */
#define MAPPE_DATE_MIN_YEAR 1583
#define MAPPE_DATE_MAX_YEAR 9999

gboolean  mappe_date_set            (GDate *date, int year, int month, int day);
gboolean  mappe_date_shift          (GDate *date, gint64 days);

G_END_DECLS
