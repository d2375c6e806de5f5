/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-theme.h"

#include <math.h>

#define RGB(hex) { ((hex) >> 16) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) & 255) / 255.0 }

static const MappeChartPaint paints[MAPPE_CHART_N_THEMES] = {
  [MAPPE_CHART_THEME_LIGHT] = { RGB (0xffffff), RGB (0x1e1e1e), RGB (0x5e5c64), RGB (0x77767b), RGB (0xe4e3e0),
                                RGB (0xf0efed), 1.7 },
  [MAPPE_CHART_THEME_DARK] = { RGB (0x1e1e1e), RGB (0xf6f5f4), RGB (0xb8b6b2), RGB (0x8a898e), RGB (0x39383b),
                               RGB (0x2d2c2e), 1.7 },
  [MAPPE_CHART_THEME_PRINT] = { RGB (0xffffff), RGB (0x000000), RGB (0x454545), RGB (0x606060), RGB (0xdedede),
                                RGB (0xececec), 1.5 },
  [MAPPE_CHART_THEME_CONTRAST] = { RGB (0xffffff), RGB (0x000000), RGB (0x1e1e1e), RGB (0x000000), RGB (0xb4b4b4),
                                   RGB (0xe0e0e0), 2.4 },
  [MAPPE_CHART_THEME_CONTRAST_DARK] = { RGB (0x000000), RGB (0xffffff), RGB (0xececec), RGB (0xffffff),
                                        RGB (0x5a5a5a), RGB (0x303030), 2.4 },
};

/* Rows: roles; columns: themes. Orange against blue, never red against green; greys of the print differ in lightness
 * by a good step where areas lie side by side. */
static const MappeChartColor colors[MAPPE_CHART_N_ROLES][MAPPE_CHART_N_THEMES] = {
  [MAPPE_CHART_ROLE_MEASURE] = { RGB (0x1a5fb4), RGB (0x78aeed), RGB (0x000000), RGB (0x003a80), RGB (0x99c9ff) },
  [MAPPE_CHART_ROLE_BUFFER] = { RGB (0xb84a00), RGB (0xffa348), RGB (0x555555), RGB (0x8a2f00), RGB (0xffbe6f) },
  [MAPPE_CHART_ROLE_COMPARISON] = { RGB (0x5e5c64), RGB (0xc0bfbc), RGB (0x787878), RGB (0x3d3846),
                                    RGB (0xdeddda) },
  [MAPPE_CHART_ROLE_FOURTH] = { RGB (0x1f7a55), RGB (0x57e389), RGB (0x333333), RGB (0x0b5137), RGB (0x8ff0a4) },
  [MAPPE_CHART_ROLE_FIFTH] = { RGB (0x813d9c), RGB (0xdc8add), RGB (0x686868), RGB (0x5a1f74), RGB (0xeebbf0) },
  [MAPPE_CHART_ROLE_BEFORE] = { RGB (0x86858b), RGB (0x8e8c93), RGB (0x8c8c8c), RGB (0x6b6a70), RGB (0xa9a8ad) },
  [MAPPE_CHART_ROLE_AFTER] = { RGB (0x1a5fb4), RGB (0x78aeed), RGB (0x1c1c1c), RGB (0x003a80), RGB (0x99c9ff) },
  [MAPPE_CHART_ROLE_EXPECTED] = { RGB (0xb84a00), RGB (0xffa348), RGB (0x555555), RGB (0x8a2f00), RGB (0xffbe6f) },
  [MAPPE_CHART_ROLE_CENTER] = { RGB (0x5e5c64), RGB (0xc0bfbc), RGB (0x333333), RGB (0x000000), RGB (0xffffff) },
  [MAPPE_CHART_ROLE_LIMIT] = { RGB (0x77767b), RGB (0x9a9996), RGB (0x666666), RGB (0x3d3846), RGB (0xdeddda) },
  [MAPPE_CHART_ROLE_HISTORY] = { RGB (0x8d8c92), RGB (0x838288), RGB (0x8a8a8a), RGB (0x77767b), RGB (0x9a9996) },
  [MAPPE_CHART_ROLE_POOLED] = { RGB (0x1e1e1e), RGB (0xf6f5f4), RGB (0x000000), RGB (0x000000), RGB (0xffffff) },
  [MAPPE_CHART_ROLE_WORST] = { RGB (0xb84a00), RGB (0xe8762b), RGB (0x1c1c1c), RGB (0x8a2f00), RGB (0xff7800) },
  [MAPPE_CHART_ROLE_BAD] = { RGB (0xf2a86b), RGB (0xffc78f), RGB (0x6a6a6a), RGB (0xe08a4a), RGB (0xffd2a3) },
  [MAPPE_CHART_ROLE_NEUTRAL] = { RGB (0xcfcdca), RGB (0x77767b), RGB (0xd8d8d8), RGB (0xc0bfbc), RGB (0x77767b) },
  [MAPPE_CHART_ROLE_GOOD] = { RGB (0x8db6e3), RGB (0xa9cbf2), RGB (0xa6a6a6), RGB (0x6f9fd8), RGB (0xbfdcff) },
  [MAPPE_CHART_ROLE_BEST] = { RGB (0x1a5fb4), RGB (0x5692dc), RGB (0x3e3e3e), RGB (0x003a80), RGB (0x62a0ea) },
};

static const double dash_long[] = { 5, 2.5, 0 };
static const double dash_short[] = { 2.2, 2, 0 };
static const double dash_mixed[] = { 6, 2, 1.5, 2, 0 };
static const double dash_dots[] = { 1, 1.8, 0 };

static const struct {
  MappeChartMarker marker;
  gboolean         hollow;
  const double    *dash;
  gboolean         hatched;
} shapes[MAPPE_CHART_N_ROLES] = {
  [MAPPE_CHART_ROLE_MEASURE] = { MAPPE_CHART_MARKER_CIRCLE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_BUFFER] = { MAPPE_CHART_MARKER_SQUARE, FALSE, dash_mixed, FALSE },
  [MAPPE_CHART_ROLE_COMPARISON] = { MAPPE_CHART_MARKER_TRIANGLE, FALSE, dash_long, FALSE },
  [MAPPE_CHART_ROLE_FOURTH] = { MAPPE_CHART_MARKER_DIAMOND, FALSE, dash_short, FALSE },
  [MAPPE_CHART_ROLE_FIFTH] = { MAPPE_CHART_MARKER_CROSS, FALSE, dash_dots, FALSE },
  [MAPPE_CHART_ROLE_BEFORE] = { MAPPE_CHART_MARKER_CIRCLE, TRUE, NULL, FALSE },
  [MAPPE_CHART_ROLE_AFTER] = { MAPPE_CHART_MARKER_CIRCLE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_EXPECTED] = { MAPPE_CHART_MARKER_DIAMOND, TRUE, dash_long, FALSE },
  [MAPPE_CHART_ROLE_CENTER] = { MAPPE_CHART_MARKER_CIRCLE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_LIMIT] = { MAPPE_CHART_MARKER_CIRCLE, FALSE, dash_short, FALSE },
  [MAPPE_CHART_ROLE_HISTORY] = { MAPPE_CHART_MARKER_CIRCLE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_POOLED] = { MAPPE_CHART_MARKER_DIAMOND, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_WORST] = { MAPPE_CHART_MARKER_SQUARE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_BAD] = { MAPPE_CHART_MARKER_SQUARE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_NEUTRAL] = { MAPPE_CHART_MARKER_SQUARE, FALSE, NULL, FALSE },
  [MAPPE_CHART_ROLE_GOOD] = { MAPPE_CHART_MARKER_SQUARE, FALSE, NULL, TRUE },
  [MAPPE_CHART_ROLE_BEST] = { MAPPE_CHART_MARKER_SQUARE, FALSE, NULL, TRUE },
};

/** mappe_chart_theme_get_paint: Returns: (transfer none): colours of everything that is not a series */
const MappeChartPaint *
mappe_chart_theme_get_paint (MappeChartTheme theme)
{
  g_return_val_if_fail (theme < MAPPE_CHART_N_THEMES, &paints[0]);
  return &paints[theme];
}

/** mappe_chart_theme_get_look: Returns: how series of @role are drawn */
MappeChartLook
mappe_chart_theme_get_look (MappeChartTheme theme, MappeChartRole role)
{
  g_return_val_if_fail (theme < MAPPE_CHART_N_THEMES && role < MAPPE_CHART_N_ROLES, (MappeChartLook) { 0 });
  return (MappeChartLook) { colors[role][theme], shapes[role].marker, shapes[role].hollow, shapes[role].dash,
                            shapes[role].hatched && theme == MAPPE_CHART_THEME_PRINT };
}

/** mappe_chart_theme_from_name: Returns: whether @name is "light", "dark", "print", "contrast" or "contrast-dark" */
gboolean
mappe_chart_theme_from_name (const char *name, MappeChartTheme *theme)
{
  static const char *const names[MAPPE_CHART_N_THEMES] = { "light", "dark", "print", "contrast", "contrast-dark" };

  for (guint i = 0; i < MAPPE_CHART_N_THEMES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *theme = i;
        return TRUE;
      }
  return FALSE;
}

static double
linear_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const MappeChartColor *color)
{
  return 0.2126 * linear_light (color->red) + 0.7152 * linear_light (color->green) +
         0.0722 * linear_light (color->blue);
}

/** mappe_chart_color_contrast: Returns: the contrast ratio of WCAG 2.1, from 1 to 21 */
double
mappe_chart_color_contrast (const MappeChartColor *one, const MappeChartColor *other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
