/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What all statistics share.  A number that is not available is NAN and never 0; an open limit is INFINITY.  Counts
 * are doubles, so that a missing one can be NAN.  No function here knows a locale, keeps anything or allocates what
 * it does not free, unless its comment says so. */

/**
 * MappeStatsStatus:
 *
 * Why a result is what it is. From MAPPE_STATS_UNDEFINED on the main result is not available.
 */
typedef enum {
  MAPPE_STATS_OK,
  MAPPE_STATS_OK_SMALL_N,        /* available, but few cases or answers: to be shown with that remark */
  MAPPE_STATS_OK_SHORT,          /* available, but the series is too short for more than a picture */
  MAPPE_STATS_OK_FEW_POINTS,     /* available, but too few points for the rule of the chart */
  MAPPE_STATS_OK_HALF_ADDED,     /* a zero cell: one half was added to every cell */
  MAPPE_STATS_OK_MANY_GOALS,     /* more goals than should stand in one figure */
  MAPPE_STATS_TRIAL_LIMITS,      /* limits from a short baseline */
  MAPPE_STATS_PERFECT_FIT,       /* no residuals, so no standard errors */
  MAPPE_STATS_PERCENT_UNDEFINED, /* no case before: counts yes, percent no */
  MAPPE_STATS_ZERO_BEFORE,       /* no case before: the ratio is infinite */
  MAPPE_STATS_ZERO_AFTER,        /* no case after: the ratio is 0 */
  MAPPE_STATS_INFINITE,          /* a division by what has become nothing */
  MAPPE_STATS_NO_CHANGERS,       /* nobody changed the answer */
  MAPPE_STATS_SUPPRESS,          /* available, but of so few persons that it must not be shown */
  MAPPE_STATS_UNDEFINED,         /* the data do not determine it */
  MAPPE_STATS_NO_EVENTS,         /* no case at all */
  MAPPE_STATS_NO_ANSWERS,        /* nobody was asked or answered */
  MAPPE_STATS_NO_GOALS,
  MAPPE_STATS_NO_USEFUL_POINTS,  /* every point is on the line */
  MAPPE_STATS_TOO_FEW,           /* too few answers */
  MAPPE_STATS_TOO_SHORT,         /* the series is too short */
  MAPPE_STATS_BAD_INPUT,         /* not a possible input */
} MappeStatsStatus;

/**
 * MappeInterval: an interval; NAN at both ends if it is not available, infinite at an open end
 */
typedef struct {
  double lo;
  double hi;
} MappeInterval;

#define MAPPE_INTERVAL_NONE ((MappeInterval){ NAN, NAN })

/* Confidence of the intervals whose method has no switch for it. */
#define MAPPE_STATS_CONFIDENCE 0.95

const char   *mappe_stats_status_word  (MappeStatsStatus status);
gboolean      mappe_stats_is_count     (double value);
gboolean      mappe_stats_is_amount    (double value);
gboolean      mappe_stats_is_share     (double value);
double        mappe_stats_z            (double conf);
MappeInterval mappe_stats_normal       (double estimate, double se, double conf);
MappeInterval mappe_stats_clamp        (MappeInterval interval, double lowest, double highest);
double        mappe_stats_mean         (const double *values, gsize n);
double        mappe_stats_variance     (const double *values, gsize n);
gsize         mappe_stats_present      (const double *values, gsize n, double *present, double *positions);

G_END_DECLS
