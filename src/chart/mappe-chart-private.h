/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"

G_BEGIN_DECLS

/* A chart is a grid of panels, a panel two axes with series and marks of reference. The kinds of charts differ in
 * what they put there; layout, drawing, hits and tables know only this. */

typedef enum {
  MAPPE_CHART_AXIS_NUMBER,
  MAPPE_CHART_AXIS_LOG,
  MAPPE_CHART_AXIS_TIME,      /* months; series hold the middle of their period */
  MAPPE_CHART_AXIS_SEASON,    /* 0 to 12: months of any year; series hold the middle of the month */
  MAPPE_CHART_AXIS_CATEGORY,  /* 0, 1, 2, … */
} MappeChartAxisKind;

typedef struct {
  MappeChartAxisKind kind;
  char    *title;
  char    *unit;
  guint    digits;
  gboolean whole;             /* no ticks between whole numbers */
  gboolean zero;              /* 0 belongs to it */
  gboolean fixed;             /* from and to are not moved out to ticks */
  gboolean absolute;          /* ticks without sign: both sides of a diverging bar */
  gboolean silent;            /* no ticks: another panel shows them */
  double   from, to;
  double   ticks_to;          /* no ticks beyond it */
  guint    step;              /* TIME: months of a period */
  char   **names;             /* CATEGORY: as texts and tables say it */
  char   **labels;            /* CATEGORY (nullable): as it stands beside the axis */
  char    *low, *high;        /* (nullable): words at both ends */
} MappeChartAxis;

/* What of a series is drawn. */
typedef enum {
  MAPPE_CHART_LINE     = 1 << 0,
  MAPPE_CHART_STEPS    = 1 << 1,  /* a level over each period */
  MAPPE_CHART_MARKERS  = 1 << 2,
  MAPPE_CHART_WHISKERS = 1 << 3,
  MAPPE_CHART_BAND     = 1 << 4,  /* area between lower and upper */
  MAPPE_CHART_BARS     = 1 << 5,  /* from lower (or 0) to the value */
  MAPPE_CHART_LEVELS   = 1 << 6,  /* a short line across the category */
  MAPPE_CHART_SQUARES  = 1 << 7,  /* sized by weight */
  MAPPE_CHART_DIAMOND  = 1 << 8,  /* from lower to upper */
  MAPPE_CHART_NAMES    = 1 << 9,  /* the text of each point beside it */
  MAPPE_CHART_INSIDE   = 1 << 10, /* the shown value of each bar in it */
  MAPPE_CHART_ARROWS   = 1 << 11, /* from lower to the value */
} MappeChartDraw;

typedef struct {
  char          *name;
  char          *label;       /* (nullable): text at the end of its line */
  MappeChartRole role;
  guint          draw;        /* MappeChartDraw */
  gboolean       dashed;      /* even where the role is not */
  gboolean       solid;       /* even where the role is dashed: alone in its panel */
  double         strength;    /* width of the line, 1 is normal */
  double         offset;      /* across a category, in its width */
  double         thickness;   /* of bars, in the width of a category */
  gboolean       reference;   /* a line to read others by: no hits, not hidden, no marker */
  gboolean       tabular;     /* has a column in the table */
  gboolean       joined;      /* in the column of the series of this name before it */
  gboolean       keyed;       /* needs an entry in the key, if its line has no label */
  int            toggle;      /* which series of the user this belongs to; -1: none */
  gboolean       ascending;   /* x never goes back */
  gsize          n;
  double        *x;           /* (nullable): 0, 1, 2, … */
  double        *y;           /* NAN: gap or suppressed */
  double        *lower;       /* (nullable) */
  double        *upper;       /* (nullable) */
  double        *weights;     /* (nullable): 0 to 1 */
  double        *shown;       /* (nullable): what texts say instead of y */
  guint8        *flags;       /* (nullable) */
  char         **texts;       /* (nullable): name of each point */
} MappeChartSeries;

typedef struct {
  double   at;
  gboolean on_value;          /* across the axis of values; otherwise across that of positions */
  gboolean strong;
  gboolean dashed;
  char    *text;              /* (nullable) */
} MappeChartRule;

typedef struct {
  char          *name;        /* (nullable): heading */
  gboolean       horizontal;  /* values grow to the right, positions downwards */
  gboolean       bars;        /* lines of reference lie behind the areas */
  gboolean       bare;        /* where a point lies means nothing: no axes, and texts say its figure only */
  double         weight;      /* share of the width */
  double         tall;        /* share of the height of its row */
  gboolean       optional;    /* the last one: may be left out where space is short */
  MappeChartAxis position, value;
  GPtrArray     *series;      /* MappeChartSeries */
  GArray        *rules;       /* MappeChartRule */
  GArray        *spans;       /* MappeChartSpan, in positions */
  char         **column;      /* (nullable): a text for each category at the right */
  char          *column_title;
  char         **corners;     /* (nullable): words in the four quarters between its two rules, by rows */
} MappeChartPanel;

struct _MappeChart {
  const MappeLanguage *language;
  char      *title, *subtitle, *source, *summary;
  char     **notes;
  char      *excluded_text;
  GPtrArray *panels;          /* MappeChartPanel */
  guint      columns;         /* of panels; 0: as the size suggests */
  gboolean   one_position;    /* all panels show the same periods */
  gboolean   windowed;        /* can be zoomed */
  GPtrArray *toggles;         /* names of series that can be hidden */
  guint      present;         /* MappeChartPointFlags of all points */
  gboolean   named;           /* points have names, suppressed ones are not drawn */
  gboolean   gaps;            /* a period without entry lies between others */
  char    ***strip;           /* (nullable): small table beneath: rows of texts, the first a heading */
};

MappeChart       *mappe_chart_new          (const MappeChartHead *head);
MappeChartPanel  *mappe_chart_add_panel    (MappeChart *self, const char *name);
MappeChart       *mappe_chart_finish       (MappeChart *self);

void              mappe_chart_set_quantity (MappeChartAxis *axis, const MappeChartQuantity *quantity);
void              mappe_chart_set_timeline (MappeChart *self, MappeChartPanel *panel,
                                            const MappeChartTimeline *timeline);
void              mappe_chart_set_rows     (MappeChartPanel *panel, const char *const *names, guint n);
MappeChartSeries *mappe_chart_add_series   (MappeChartPanel *panel, const char *name, MappeChartRole role,
                                            guint draw, gsize n);
MappeChartSeries *mappe_chart_add_points   (MappeChartPanel *panel, const char *name, MappeChartRole role,
                                            guint draw, const MappeChartPoints *points);
MappeChartSeries *mappe_chart_add_line     (MappeChartPanel *panel, const char *name, MappeChartRole role,
                                            const MappeChartPoints *points, const double *values);
void              mappe_chart_series_interval (MappeChartSeries *series, const double *lower, const double *upper);
void              mappe_chart_series_set   (MappeChartSeries *series, gsize nth, double at,
                                            const MappeChartEstimate *estimate);
void              mappe_chart_add_rule     (MappeChartPanel *panel, gboolean on_value, double at, gboolean strong,
                                            const char *text);
void              mappe_chart_add_column   (MappeChartPanel *panel, const char *title, guint nth, char *text);
void              mappe_chart_axis_reach   (MappeChartAxis *axis, double value);

/* Texts that hits and the table share. */
char             *mappe_chart_value_text    (const MappeChart *self, const MappeChartAxis *axis, double value);
char             *mappe_chart_estimate_text (const MappeChart *self, const MappeChartAxis *axis, double value,
                                             double lower, double upper);
char             *mappe_chart_position_text (const MappeChart *self, const MappeChartPanel *panel, double position);
char             *mappe_chart_point_text    (const MappeChart *self, const MappeChartPanel *panel,
                                             const MappeChartSeries *series, gsize nth);
const char       *mappe_chart_suppressed_text (const MappeChart *self);
char             *mappe_chart_with_unit     (char *text, const char *unit);

/* What stands beside the rows or beneath the groups. */
static inline char **
mappe_chart_axis_labels (const MappeChartAxis *axis)
{
  return axis->labels != NULL ? axis->labels : axis->names;
}

static inline double
mappe_chart_series_x (const MappeChartSeries *series, gsize nth)
{
  return series->x != NULL ? series->x[nth] : (double) nth;
}

static inline gboolean
mappe_chart_series_is_suppressed (const MappeChartSeries *series, gsize nth)
{
  return series->flags != NULL && (series->flags[nth] & MAPPE_CHART_POINT_SUPPRESSED) != 0;
}

static inline double
mappe_chart_series_shown (const MappeChartSeries *series, gsize nth)
{
  return series->shown != NULL ? series->shown[nth] : series->y[nth];
}

G_END_DECLS
