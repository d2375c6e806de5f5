/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A period that values are reported for, in stored form: "2026" a year, "2026H1" a half, "2026Q3" a quarter,
 * "2026-07" a month. */

/** MappePeriodKind: how long a period is; the value is its length in months. */
typedef enum {
  MAPPE_PERIOD_NONE = 0,
  MAPPE_PERIOD_MONTH = 1,
  MAPPE_PERIOD_QUARTER = 3,
  MAPPE_PERIOD_HALF = 6,
  MAPPE_PERIOD_YEAR = 12,
} MappePeriodKind;

/**
 * MappePeriod:
 * @kind: its length; %MAPPE_PERIOD_NONE stands for no period
 * @year: 1 to 9999
 * @month: its first month, 1 to 12
 */
typedef struct {
  MappePeriodKind kind;
  int             year;
  int             month;
} MappePeriod;

MappePeriod mappe_period_parse        (const char *text);
MappePeriod mappe_period_parse_typed  (const char *typed);
MappePeriod mappe_period_at           (const char *iso, MappePeriodKind kind);
MappePeriod mappe_period_add          (MappePeriod period, int n);
int         mappe_period_distance     (MappePeriod from, MappePeriod to);
char       *mappe_period_to_text      (MappePeriod period);
char       *mappe_period_first_day    (MappePeriod period);
char       *mappe_period_last_day     (MappePeriod period);
gboolean    mappe_period_days         (const char *typed, char **first, char **last);

G_END_DECLS
