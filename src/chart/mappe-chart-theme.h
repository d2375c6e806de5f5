/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeChartTheme:
 * @MAPPE_CHART_THEME_LIGHT: colours on white, for the window and for paper
 * @MAPPE_CHART_THEME_DARK: colours on dark grey
 * @MAPPE_CHART_THEME_PRINT: black and greys on white
 * @MAPPE_CHART_THEME_CONTRAST: black and deep colours on white, stronger lines
 * @MAPPE_CHART_THEME_CONTRAST_DARK: white and bright colours on black, stronger lines
 */
typedef enum {
  MAPPE_CHART_THEME_LIGHT,
  MAPPE_CHART_THEME_DARK,
  MAPPE_CHART_THEME_PRINT,
  MAPPE_CHART_THEME_CONTRAST,
  MAPPE_CHART_THEME_CONTRAST_DARK,
  MAPPE_CHART_N_THEMES
} MappeChartTheme;

/**
 * MappeChartRole:
 *
 * What a series stands for. Each role has a colour that people with any colour vision tell apart, and beside it a
 * marker and a dash pattern of its own, so that a copy in grey says the same.
 */
typedef enum {
  MAPPE_CHART_ROLE_MEASURE,     /* the area with the measure; the first series of any chart */
  MAPPE_CHART_ROLE_BUFFER,      /* its surroundings */
  MAPPE_CHART_ROLE_COMPARISON,  /* the area it is compared with */
  MAPPE_CHART_ROLE_FOURTH,
  MAPPE_CHART_ROLE_FIFTH,
  MAPPE_CHART_ROLE_BEFORE,
  MAPPE_CHART_ROLE_AFTER,
  MAPPE_CHART_ROLE_EXPECTED,    /* what would have been without a change */
  MAPPE_CHART_ROLE_CENTER,      /* median, mean */
  MAPPE_CHART_ROLE_LIMIT,       /* control limits */
  MAPPE_CHART_ROLE_HISTORY,     /* other years, other quarters */
  MAPPE_CHART_ROLE_POOLED,      /* the sum of a forest plot */
  MAPPE_CHART_ROLE_WORST,       /* answers, from the most negative one */
  MAPPE_CHART_ROLE_BAD,
  MAPPE_CHART_ROLE_NEUTRAL,
  MAPPE_CHART_ROLE_GOOD,
  MAPPE_CHART_ROLE_BEST,
  MAPPE_CHART_N_ROLES
} MappeChartRole;

typedef enum {
  MAPPE_CHART_MARKER_CIRCLE,
  MAPPE_CHART_MARKER_SQUARE,
  MAPPE_CHART_MARKER_TRIANGLE,
  MAPPE_CHART_MARKER_DIAMOND,
  MAPPE_CHART_MARKER_CROSS,
} MappeChartMarker;

typedef struct {
  double red, green, blue;
} MappeChartColor;

/**
 * MappeChartLook:
 * @color: of line and marker
 * @marker: its shape
 * @hollow: the marker is an outline
 * @dash: (nullable): lengths of the dash pattern in line widths, 0 at the end
 * @hatched: an area of this role is hatched, so that neighbours of like lightness differ
 */
typedef struct {
  MappeChartColor  color;
  MappeChartMarker marker;
  gboolean         hollow;
  const double    *dash;
  gboolean         hatched;
} MappeChartLook;

/**
 * MappeChartPaint:
 * @paper: the background
 * @text: titles and labels
 * @dim: subtitle, ticks, notes
 * @axis: axis lines
 * @grid: grid lines
 * @shade: excluded periods
 * @width: of a normal line, in units of the drawing at a text size of 12
 */
typedef struct {
  MappeChartColor paper, text, dim, axis, grid, shade;
  double          width;
} MappeChartPaint;

const MappeChartPaint *mappe_chart_theme_get_paint (MappeChartTheme theme);
MappeChartLook         mappe_chart_theme_get_look  (MappeChartTheme theme, MappeChartRole role);
gboolean               mappe_chart_theme_from_name (const char *name, MappeChartTheme *theme);
double                 mappe_chart_color_contrast  (const MappeChartColor *one, const MappeChartColor *other);

G_END_DECLS
