#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the proleptic Gregorian calendar without a time zone, in stored form "YYYY-MM-DD". */

gboolean  mappe_date_is_valid       (const char *iso);
gboolean  mappe_date_parse_iso      (const char *iso, GDate *date);
char     *mappe_date_to_iso         (const GDate *date);
char     *mappe_date_parse_typed    (const char *typed, const char *today, GError **error);
char     *mappe_date_format         (const char *iso);
char     *mappe_date_format_long    (const char *iso);
char     *mappe_date_format_month   (int year, int month);
int       mappe_date_days_between   (const char *from, const char *to);
char     *mappe_date_add_days       (const char *iso, int days);
char     *mappe_date_next_yearly    (const char *iso, const char *today);
char     *mappe_date_today          (void);

/* Local wall-clock time "HH:MM". */
gboolean  mappe_time_is_valid       (const char *hhmm);
char     *mappe_time_parse_typed    (const char *typed, GError **error);
/* Local date and time "YYYY-MM-DDTHH:MM". */
gboolean  mappe_datetime_is_valid   (const char *text);
char     *mappe_datetime_format     (const char *text);
/* Instants of the change log, UTC, "YYYY-MM-DDTHH:MM:SS.mmmZ". */
char     *mappe_stamp_now           (void);
char     *mappe_stamp_format        (const char *stamp);

G_END_DECLS
