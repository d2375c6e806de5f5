/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeZone: cases of one zone
 * @before: NAN, with @after, if there is no such zone
 * @after: cases after
 * @weight: size of the area against the others (residents, km²); counts are divided by it; 1 for none
 */
typedef struct {
  double before, after;
  double weight;
} MappeZone;

/**
 * MappeWddCase:
 * @measure: measure area
 * @comparison: comparison area
 * @buffer: zone that the cases may have moved to
 * @buffer_comparison: comparison for it
 * @weight_before: length of the period before (years, months); counts are divided by it
 * @weight_after: length of the period after
 * @phi: inflation of the variance; 1 for none, below 1 it is taken for 1
 * @conf: confidence
 */
typedef struct {
  MappeZone measure;
  MappeZone comparison;
  MappeZone buffer;
  MappeZone buffer_comparison;
  double    weight_before, weight_after;
  double    phi;
  double    conf;
} MappeWddCase;

/**
 * MappeWdd: weighted displacement difference, in cases per period
 * @local: difference of differences of measure and comparison area
 * @displaced: the same of buffer and its comparison
 * @total: sum of both; below 0 = fewer cases than by the comparison
 * @z: @total by its standard error
 * @p: two-sided
 * @interval: of @total
 * @status: MAPPE_STATS_OK, MAPPE_STATS_NO_EVENTS (differences 0, nothing else) or MAPPE_STATS_UNDEFINED
 */
typedef struct {
  double           local, local_se;
  double           displaced, displaced_se;
  double           total, total_se;
  double           z;
  double           p;
  MappeInterval    interval;
  MappeStatsStatus status;
} MappeWdd;

/**
 * MappeWdqReading: what the quotient says, if the measure area fell more than the comparison area
 */
typedef enum {
  MAPPE_WDQ_DIFFUSION_ABOVE_DIRECT,     /* > 1: the buffer gained more than the area */
  MAPPE_WDQ_DIFFUSION,                  /* 0 to 1: the buffer gained as well */
  MAPPE_WDQ_NONE,                       /* 0: the buffer went with the comparison */
  MAPPE_WDQ_DISPLACEMENT_PARTIAL,       /* -1 to 0: a part may have moved */
  MAPPE_WDQ_DISPLACEMENT_EQUALS_DIRECT, /* -1: as many as were saved */
  MAPPE_WDQ_DISPLACEMENT_ABOVE_DIRECT,  /* < -1: more than were saved */
  MAPPE_WDQ_NO_SUCCESS,                 /* the area did not fall more: no quotient */
  MAPPE_WDQ_CONTROL_ZERO,               /* no cases in the comparison area */
  MAPPE_WDQ_UNDEFINED,                  /* a count is missing */
} MappeWdqReading;

/**
 * MappeWdq: weighted displacement quotient of measure area (R), buffer (D) and comparison area (C)
 * @gross: gross effect R0 - R1, cases
 * @net: net effect R0/C0 - R1/C1
 * @success: R1/C1 - R0/C0
 * @buffer: D1/C1 - D0/C0
 * @wdq: @buffer / @success; NAN unless @success < 0
 * @total_net: total net effect (R0 C1/C0 - R1) + (D0 C1/C0 - D1), cases
 * @reading: what it says
 */
typedef struct {
  double          gross;
  double          net;
  double          success;
  double          buffer;
  double          wdq;
  double          total_net;
  MappeWdqReading reading;
} MappeWdq;

/**
 * MappeWddSum: differences of several offences, weighed by harm
 */
typedef struct {
  double        total, total_se;
  double        z;
  MappeInterval interval;
} MappeWddSum;

MappeWdd    mappe_wdd              (const MappeWddCase *given);
MappeWddSum mappe_wdd_harm         (const double *estimates, const double *errors, const double *weights, gsize n,
                                    double conf);
MappeWdq    mappe_wdq              (const MappeZone *measure, const MappeZone *buffer,
                                    const MappeZone *comparison);
const char *mappe_wdq_reading_word (MappeWdqReading reading);

G_END_DECLS
