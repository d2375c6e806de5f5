/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mappe-chart-private.h"
#include "mappe-chart-reduce.h"
#include "mappe-chart-scale.h"
#include "mappe-chart-view.h"

G_BEGIN_DECLS

/* Where everything of a chart is, at one size. Made anew when the size or what is visible changes. */

/**
 * MappeChartLabel:
 * @text: laid out at one size for all labels: each further size of a font takes as long as drawing a chart
 * @scale: of the text as it is drawn; it is not hinted, so it only grows or shrinks
 * @width: as it is drawn, like the other lengths
 */
typedef struct {
  PangoLayout        *text;
  double              scale;
  MappeChartLabelKind kind;
  double              x, y, width, height;
  gboolean            dim;
  int                 on_role;   /* role of the area it stands on; -1: paper */
  int                 role;      /* role whose colour it has; -1: that of texts */
} MappeChartLabel;

typedef struct {
  double x0, y0, x1, y1;
  MappeChartRole role;
} MappeChartLeader;

typedef enum {
  MAPPE_CHART_GLYPH_SERIES,
  MAPPE_CHART_GLYPH_SUPPRESSED,
  MAPPE_CHART_GLYPH_PROVISIONAL,
  MAPPE_CHART_GLYPH_SIGNAL,
  MAPPE_CHART_GLYPH_GAP,
  MAPPE_CHART_GLYPH_SPAN,
} MappeChartGlyphKind;

/* A picture in the key, beside its text. */
typedef struct {
  MappeChartGlyphKind     kind;
  const MappeChartSeries *series;
  double                  x, y, width;  /* @y: middle */
} MappeChartGlyph;

typedef struct {
  const MappeChartPanel *panel;
  double          x, y, width, height;       /* all of it */
  double          left, top, right, bottom;  /* the plot */
  double          head, foot;                /* rows above and beneath the plot */
  MappeChartScale position, value;
  GArray         *position_ticks;            /* MappeChartTick */
  GArray         *value_ticks;
  GArray         *leaders;                   /* MappeChartLeader */
} MappeChartPlace;

typedef struct {
  MappeChart     *chart;
  double          width, height;
  double          size;                      /* of normal text */
  double          pad;
  guint           thrift;                    /* 0: everything; more: the dispensable is left out */
  guint           columns;                   /* of panels */
  guint           n_panels;                  /* that have room */
  gboolean        direct;                    /* names stand at the ends of their lines */
  double          from, to;                  /* visible positions */
  const gboolean *hidden;                    /* of each toggle */
  PangoContext   *context;
  PangoFontDescription *font;
  GPtrArray      *labels;                    /* MappeChartLabel */
  GArray         *glyphs;                    /* MappeChartGlyph */
  GPtrArray      *places;                    /* MappeChartPlace */
  double          top, bottom;               /* of the area of the panels */
} MappeChartLayout;

typedef struct {
  MappeChart     *chart;
  double          width, height;
  double          text_scale;
  const char     *family;
  double          from, to;
  const gboolean *hidden;
} MappeChartLayoutOptions;

MappeChartLayout *mappe_chart_layout_new   (const MappeChartLayoutOptions *options);
void              mappe_chart_layout_free  (MappeChartLayout *self);

void              mappe_chart_label_wrap   (MappeChartLabel *label, double width);
MappeChartLabel  *mappe_chart_label_new    (MappeChartLayout *self, MappeChartLabelKind kind, const char *text,
                                            double size, gboolean bold, double most_width, guint most_lines);
void              mappe_chart_label_free   (MappeChartLabel *label);
void              mappe_chart_label_place  (MappeChartLayout *self, MappeChartLabel *label, double x, double y);
gboolean          mappe_chart_label_is_free (const MappeChartLayout *self, const MappeChartLabel *label,
                                             guint from_nth);
double            mappe_chart_longest_word (MappeChartLayout *self, const char *text, double size);
double            mappe_chart_text_width   (MappeChartLayout *self, const char *text, double size);

gboolean          mappe_chart_series_is_hidden (const MappeChartLayout *self, const MappeChartSeries *series);
void              mappe_chart_layout_decide (MappeChartLayout *self);
double            mappe_chart_layout_key   (MappeChartLayout *self, double y);
double            mappe_chart_layout_flags (MappeChartLayout *self, double y, gboolean place);
double            mappe_chart_layout_strip (MappeChartLayout *self, double y, gboolean place);
gboolean          mappe_chart_layout_panels (MappeChartLayout *self);
void              mappe_chart_layout_ticks (MappeChartLayout *self, MappeChartPlace *place);
double            mappe_chart_layout_end_width (MappeChartLayout *self, const MappeChartPanel *panel,
                                                double most_width);
void              mappe_chart_layout_ends  (MappeChartLayout *self, MappeChartPlace *place);
void              mappe_chart_layout_events (MappeChartLayout *self, MappeChartPlace *place);
void              mappe_chart_layout_names (MappeChartLayout *self, MappeChartPlace *place);
void              mappe_chart_layout_corners (MappeChartLayout *self, MappeChartPlace *place);
void              mappe_chart_layout_inside (MappeChartLayout *self, MappeChartPlace *place);
double            mappe_chart_bar_half    (const MappeChartLayout *layout, const MappeChartPlace *place,
                                            const MappeChartSeries *series);
void              mappe_chart_spread       (double *middles, const double *heights, guint n, double top,
                                            double bottom);

static inline MappeChartScale
mappe_chart_place_across (const MappeChartPlace *place)
{
  return place->panel->horizontal ? place->value : place->position;
}

/* Pixels of a point of @place: @position and @value of it. */
static inline void
mappe_chart_place_point (const MappeChartPlace *place, double position, double value, double *x, double *y)
{
  double p = mappe_chart_scale_map (&place->position, position), v = mappe_chart_scale_map (&place->value, value);

  *x = place->panel->horizontal ? v : p;
  *y = place->panel->horizontal ? p : v;
}

G_END_DECLS
