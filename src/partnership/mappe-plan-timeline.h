/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mappe-chart-theme.h"
#include "mappe-event-file.h"
#include "mappe-language.h"

G_BEGIN_DECLS

/**
 * MappePlanTimelineBar: a line of the deployment plan, or a closure, in time
 * @row: number of its row
 * @phase: number of the phase; %MAPPE_EVENT_N_PHASES for a closure
 * @from: minutes since the origin
 * @to: the same; of what has no end, that of all
 * @strength: people, 0 where nobody said
 * @id: of the line, or of the closure
 * @text: task, or the road
 */
typedef struct {
  guint  row, phase;
  gint64 from, to, strength, id;
  char  *text;
} MappePlanTimelineBar;

/**
 * MappePlanTimeline: the deployment plan of an event in time
 * @origin: day that minutes are counted from
 * @from: begin of the first, in minutes
 * @to: end of the last
 * @rows: (element-type utf8): units, then roads that are closed; a unit has as many rows as it has lines at once, and
 *   its name stands at the first
 * @n_units: rows of units
 * @bars: (element-type MappePlanTimelineBar): by row and begin
 * @phases: begin and end of each phase; from > to where it has no line
 *
 * Never changed once it is made.
 */
typedef struct {
  char      *origin;
  gint64     from, to;
  GPtrArray *rows, *bars;
  guint      n_units;
  struct { gint64 from, to; } phases[MAPPE_EVENT_N_PHASES];
} MappePlanTimeline;

/** MappePlanTimelineLabels: what is said beside names. @phases: names of the phases. @closures: heading */
typedef struct {
  const char          *phases[MAPPE_EVENT_N_PHASES];
  const char          *closures;
  const MappeLanguage *language;
} MappePlanTimelineLabels;

/**
 * MappePlanTimelineMarks: what is beside the picture
 * @texts: (nullable) (element-type cairo_rectangle_t): gets the places of all texts
 * @bars: (nullable) (element-type cairo_rectangle_t): gets the places of the bars, in their order
 * @pointed: number of the bar that is framed, or −1
 */
typedef struct {
  GArray *texts, *bars;
  int     pointed;
} MappePlanTimelineMarks;

/* Where the keyboard goes from a bar: along the time, or to the rows beside it. */
typedef enum {
  MAPPE_PLAN_TIMELINE_EARLIER,
  MAPPE_PLAN_TIMELINE_LATER,
  MAPPE_PLAN_TIMELINE_ABOVE,
  MAPPE_PLAN_TIMELINE_BELOW,
  MAPPE_PLAN_TIMELINE_FIRST,
  MAPPE_PLAN_TIMELINE_LAST,
} MappePlanTimelineStep;

MappePlanTimeline *mappe_plan_timeline_new    (const MappeEventFile *file);
void           mappe_plan_timeline_free   (MappePlanTimeline *self);
gint64         mappe_plan_timeline_peak   (const MappePlanTimeline *self, gint64 *from, gint64 *to);
char          *mappe_plan_timeline_moment (const MappePlanTimeline *self, gint64 minute);

double         mappe_plan_timeline_height (const MappePlanTimeline *self, double text_scale);
void           mappe_plan_timeline_draw   (const MappePlanTimeline *self, cairo_t *cr,
                                           const MappePlanTimelineLabels *labels, MappeChartTheme theme,
                                           const char *family, double width, double text_scale,
                                           const MappePlanTimelineMarks *marks);
int            mappe_plan_timeline_step   (const MappePlanTimeline *self, int bar, MappePlanTimelineStep step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePlanTimeline, mappe_plan_timeline_free)

G_END_DECLS
