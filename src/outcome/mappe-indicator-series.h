/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-period.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappePoint: one period of a series
 * @period: as stored, e.g. "2026-07" or "2026Q3"; never %NULL
 * @first: first day
 * @last: last day
 * @value: %NAN for a gap
 * @base: what the value is out of: answers, residents; %NAN if it has none
 * @hidden: the value is known but must not be shown or written anywhere: too few cases, see mappe_series_hide()
 * @withheld: who delivers it withholds the value, so it is a gap that has a reason
 * @impossible: what is stored cannot be a value of this scale, so it is a gap; see mappe_series_new()
 * @provisional: the value may still change
 * @excluded: lies in a time that is left out of the reckoning
 * @told: what figures that are shown are reckoned from: @value; the mean of the hidden ones of its stretch for a hidden
 *   one, which who knows their sum knows anyway; %NAN where that sum is not shown either
 */
typedef struct {
  char    *period;
  char    *first;
  char    *last;
  double   value;
  double   base;
  gboolean hidden;
  gboolean withheld;
  gboolean impossible;
  gboolean provisional;
  gboolean excluded;
  double   told;
} MappePoint;

/**
 * MappeSeries: the values of an indicator, period after period without holes: what is missing is a point without value
 * @indicator: its row
 * @area: (nullable): row of its area
 * @points: (element-type MappePoint): by time
 * @months: length of a period in months; 0 if the periods have no common length
 * @threshold: counts from 1 to below this are not shown; 0: all are
 */
typedef struct {
  gatomicrefcount references;
  MappeRow       *indicator;
  MappeRow       *area;
  GPtrArray      *points;
  int             months;
  int             threshold;
} MappeSeries;

/* Counts below this are small (OUTCOMES 8; the usual practice of official statistics). */
#define MAPPE_SERIES_THRESHOLD 5
/* More periods than this are no series of a council. */
#define MAPPE_SERIES_LONGEST 200000

/**
 * MappeSpan: a stretch of a series, e.g. what lies before the start
 * @from: index of the first point
 * @to: index behind the last
 * @n: points of it that have a value and are not excluded
 * @sum: of their values
 * @months: that they cover; 0 if that is not known or they overlap
 * @shown: whether @sum may be shown
 */
typedef struct {
  guint    from;
  guint    to;
  guint    n;
  double   sum;
  int      months;
  gboolean shown;
} MappeSpan;

MappeSeries *mappe_series_load      (MappeSnapshot *snapshot, gint64 indicator, GError **error);
MappeSeries *mappe_series_new       (MappeRow *indicator, MappeRow *area, GPtrArray *values);
MappeSeries *mappe_series_ref       (MappeSeries *self);
void         mappe_series_unref     (MappeSeries *self);
void         mappe_series_exclude   (MappeSeries *self, const char *first, const char *last);
MappeSpan    mappe_series_before    (const MappeSeries *self, const char *start);
MappeSpan    mappe_series_after     (const MappeSeries *self, const char *start, const char *rollout_until);
void         mappe_series_hide      (MappeSeries *self, guint before, guint after);
gboolean     mappe_series_hides     (const MappeSeries *self);
gboolean     mappe_series_skips     (const MappeSeries *self, guint i);
gboolean     mappe_series_overlaps  (const MappeSeries *self);
gboolean     mappe_series_is_count  (const MappeSeries *self);
const char  *mappe_series_name      (const MappeSeries *self);
const char  *mappe_series_place     (const MappeSeries *self);
double      *mappe_series_values    (const MappeSeries *self, MappeSpan span, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSeries, mappe_series_unref)

G_END_DECLS
