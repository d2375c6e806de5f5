/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-chart-text.h"
#include "mappe-chart-theme.h"
#include "mappe-language.h"

G_BEGIN_DECLS

/**
 * MappeChart:
 *
 * A finished chart: texts, axes and figures, nothing of their size or colour. Never changes once it is made, so that
 * any thread may read it. A figure that is suppressed is forgotten when the chart is made: no picture, text, table or
 * file made from it can show it.
 */
typedef struct _MappeChart MappeChart;

/**
 * MappeChartHead:
 * @language: (nullable): what the chart speaks; %NULL: that of the user
 * @title: the finding, one sentence; it wraps
 * @subtitle: (nullable): n and period
 * @source: (nullable): where the figures come from; "Source: " is put before it
 * @notes: (nullable) (array zero-terminated=1): more lines beneath, e.g. that parts need not add up
 * @summary: (nullable): what is read aloud instead of the picture, the allowed sentence with its limit sentence;
 *   %NULL: @title and @subtitle
 */
typedef struct {
  const MappeLanguage *language;
  const char          *title;
  const char          *subtitle;
  const char          *source;
  const char *const   *notes;
  const char          *summary;
} MappeChartHead;

/**
 * MappeChartPointFlags:
 * @MAPPE_CHART_POINT_SUPPRESSED: too small to be published; the value is not even looked at
 * @MAPPE_CHART_POINT_PROVISIONAL: drawn hollow
 * @MAPPE_CHART_POINT_SIGNAL: outside of the limits or part of a run: ringed
 * @MAPPE_CHART_POINT_EXCLUDED: shown, but not part of the reckoning (roll-out): grey
 */
typedef enum {
  MAPPE_CHART_POINT_PLAIN       = 0,
  MAPPE_CHART_POINT_SUPPRESSED  = 1 << 0,
  MAPPE_CHART_POINT_PROVISIONAL = 1 << 1,
  MAPPE_CHART_POINT_SIGNAL      = 1 << 2,
  MAPPE_CHART_POINT_EXCLUDED    = 1 << 3,
} MappeChartPointFlags;

/**
 * MappeChartPoints:
 * @n: their number
 * @x: (nullable): positions, ascending; on an axis of time as of mappe_chart_month(); %NULL: 0, 1, 2, …
 * @y: values; %NAN is a gap
 * @flags: (nullable): #MappeChartPointFlags of each
 */
typedef struct {
  gsize         n;
  const double *x;
  const double *y;
  const guint8 *flags;
} MappeChartPoints;

/** MappeChartEstimate: a figure with its 95 % interval; %NAN where there is none */
typedef struct {
  double estimate, lower, upper;
} MappeChartEstimate;

/**
 * MappeChartEvent:
 * @at: the first period that belongs to what begins there
 * @text: short: "Start: new lamps"
 */
typedef struct {
  double      at;
  const char *text;
} MappeChartEvent;

/**
 * MappeChartSpan:
 * @first: first period that is left out
 * @last: last one
 */
typedef struct {
  double first, last;
} MappeChartSpan;

/**
 * MappeChartTimeline:
 * @step: months of a period: 1, 3, 6 or 12; 0: positions are plain numbers
 * @events: (nullable) (array length=n_events): the start first, then others, e.g. changed definitions
 * @excluded: (nullable) (array length=n_excluded): roll-out periods that do not count
 * @excluded_text: (nullable): what is said about them: "May and June 2024 not counted (roll-out)"
 */
typedef struct {
  guint                  step;
  const MappeChartEvent *events;
  guint                  n_events;
  const MappeChartSpan  *excluded;
  guint                  n_excluded;
  const char            *excluded_text;
} MappeChartTimeline;

/**
 * MappeChartQuantity:
 * @name: what is counted: "Incidents per month"; axis title and column heading
 * @unit: (nullable): behind each value in texts: "%", "lx"
 * @digits: after the decimal mark in texts
 * @free: the axis need not begin at 0; never for counts, shares and rates
 */
typedef struct {
  const char *name;
  const char *unit;
  guint       digits;
  gboolean    free;
} MappeChartQuantity;

MappeChart *mappe_chart_ref              (MappeChart *self);
void        mappe_chart_unref            (MappeChart *self);

const char *mappe_chart_get_title        (const MappeChart *self);
char       *mappe_chart_get_summary      (const MappeChart *self);
const MappeLanguage *mappe_chart_get_language (const MappeChart *self);

guint       mappe_chart_n_series         (const MappeChart *self);
const char *mappe_chart_get_series_name  (const MappeChart *self, guint series);
gboolean    mappe_chart_get_extent       (const MappeChart *self, double *from, double *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeChart, mappe_chart_unref)

G_END_DECLS
