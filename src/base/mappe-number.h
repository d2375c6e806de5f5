#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stored form: "." as decimal mark, no grouping, no locale. Decimals are integers scaled by 10^digits. */

gboolean  mappe_decimal_parse         (const char *canonical, guint digits, gint64 *scaled);
char     *mappe_decimal_to_canonical  (gint64 scaled, guint digits);
gboolean  mappe_real_parse            (const char *canonical, double *value);
char     *mappe_real_to_canonical     (double value);
gboolean  mappe_int_parse             (const char *canonical, gint64 *value);

/* For people: the decimal mark and grouping of the locale; typed text may use "," or "." as the decimal mark. */
char     *mappe_decimal_format        (gint64 scaled, guint digits);
char     *mappe_real_format           (double value, int digits);
char     *mappe_int_format            (gint64 value);
char     *mappe_number_parse_typed    (const char *typed, GError **error);
char     *mappe_number_parse_marked   (const char *typed, char mark, GError **error);
char      mappe_number_mark           (const char *typed);

G_END_DECLS
