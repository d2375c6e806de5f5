/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-layout-private.h"

#define GLYPH 2.0       /* width of a picture in the key, in text sizes */
#define KEY_SIZE 0.92
#define FLAGS_SIZE 0.85

/* --- entries that flow like words --- */

typedef struct {
  MappeChartLayout *layout;
  double x, y, line;
  double size;
  gboolean place;
  guint n;
} Flow;

static void
flow_entry (Flow *self, MappeChartGlyphKind kind, const MappeChartSeries *series, const char *text)
{
  MappeChartLayout *layout = self->layout;
  double left = layout->pad, right = layout->width - layout->pad;
  double glyph = self->size * GLYPH, gap = self->size * 0.4;
  MappeChartLabel *label = mappe_chart_label_new (layout, MAPPE_CHART_LABEL_KEY, text, self->size, FALSE,
                                                  right - left - glyph - gap, 0);

  label->dim = kind != MAPPE_CHART_GLYPH_SERIES;
  if (self->x > left && self->x + glyph + gap + label->width > right)
    {
      self->x = left;
      self->y += self->line;
      self->line = 0;
    }
  self->line = MAX (self->line, label->height);
  self->n++;
  if (self->place)
    {
      MappeChartGlyph picture = { kind, series, self->x, self->y + MIN (label->height, self->size * 1.3) / 2, glyph };

      g_array_append_val (layout->glyphs, picture);
      mappe_chart_label_place (layout, label, self->x + glyph + gap, self->y);
    }
  self->x += glyph + gap + label->width + self->size * 1.2;
  if (!self->place)
    mappe_chart_label_free (label);
}

static double
flow_end (const Flow *self)
{
  return self->n > 0 ? self->y + self->line : self->y;
}

gboolean
mappe_chart_series_is_hidden (const MappeChartLayout *self, const MappeChartSeries *series)
{
  return series->toggle >= 0 && self->hidden != NULL && self->hidden[series->toggle];
}

/* --- the key at the top --- */

static gboolean
needs_entry (const MappeChartLayout *self, const MappeChartSeries *series)
{
  if (mappe_chart_series_is_hidden (self, series))
    return FALSE;
  if (series->label != NULL)
    return !self->direct;
  return series->keyed;
}

/* Names once, however many panels there are. */
static gboolean
was_named (const MappeChart *chart, guint panel, const char *name)
{
  for (guint i = 0; i < panel; i++)
    {
      const MappeChartPanel *other = g_ptr_array_index (chart->panels, i);

      for (guint j = 0; j < other->series->len; j++)
        if (g_str_equal (((const MappeChartSeries *) g_ptr_array_index (other->series, j))->name, name))
          return TRUE;
    }
  return FALSE;
}

static void
flow_series (Flow *flow)
{
  const MappeChart *chart = flow->layout->chart;

  for (guint i = 0; i < chart->panels->len; i++)
    {
      const MappeChartPanel *panel = g_ptr_array_index (chart->panels, i);

      for (guint j = 0; j < panel->series->len; j++)
        {
          const MappeChartSeries *series = g_ptr_array_index (panel->series, j);

          if (needs_entry (flow->layout, series) && !was_named (chart, i, series->name))
            flow_entry (flow, MAPPE_CHART_GLYPH_SERIES, series,
                        series->label != NULL ? series->label : series->name);
        }
      for (guint j = 0; j < panel->rules->len && !flow->layout->direct; j++)
        {
          const MappeChartRule *rule = &g_array_index (panel->rules, MappeChartRule, j);

          if (rule->on_value && rule->text != NULL)
            flow_entry (flow, MAPPE_CHART_GLYPH_SERIES, NULL, rule->text);
        }
    }
}

/* Returns: the y beneath */
double
mappe_chart_layout_key (MappeChartLayout *self, double y)
{
  Flow flow = { self, self->pad, y, 0, self->size * KEY_SIZE, TRUE, 0 };

  flow_series (&flow);
  return flow_end (&flow);
}

/* --- what marks of points mean, at the bottom --- */

static void
flow_flags (Flow *flow)
{
  const MappeChart *chart = flow->layout->chart;
  const MappeLanguage *language = chart->language;
  gboolean spans = FALSE;

  for (guint i = 0; i < chart->panels->len; i++)
    spans |= ((const MappeChartPanel *) g_ptr_array_index (chart->panels, i))->spans->len > 0;
  if ((chart->present & MAPPE_CHART_POINT_SIGNAL) != 0)
    flow_entry (flow, MAPPE_CHART_GLYPH_SIGNAL, NULL, L_ ("signal"));
  if ((chart->present & MAPPE_CHART_POINT_PROVISIONAL) != 0)
    flow_entry (flow, MAPPE_CHART_GLYPH_PROVISIONAL, NULL, L_ ("provisional"));
  if ((chart->present & MAPPE_CHART_POINT_SUPPRESSED) != 0 && !chart->named)
    flow_entry (flow, MAPPE_CHART_GLYPH_SUPPRESSED, NULL, mappe_chart_suppressed_text (chart));
  if (chart->gaps)
    flow_entry (flow, MAPPE_CHART_GLYPH_GAP, NULL, L_ ("gap: no entry"));
  if (spans)
    flow_entry (flow, MAPPE_CHART_GLYPH_SPAN, NULL,
                chart->excluded_text != NULL ? chart->excluded_text : L_ ("not counted"));
}

/* Returns: the height of it */
double
mappe_chart_layout_flags (MappeChartLayout *self, double y, gboolean place)
{
  Flow flow = { self, self->pad, y, 0, self->size * FLAGS_SIZE, place, 0 };

  flow_flags (&flow);
  return flow_end (&flow) - y;
}

/* --- the small table --- */

static double
column_width (MappeChartLayout *self, guint column)
{
  double width = 0;

  for (guint i = 0; self->chart->strip[i] != NULL; i++)
    width = MAX (width, mappe_chart_text_width (self, self->chart->strip[i][column], self->size * KEY_SIZE));
  return width;
}

static double
strip_row (MappeChartLayout *self, char **row, const double *widths, double y, gboolean place, gboolean heading)
{
  double height = 0, x = self->pad;

  for (guint i = 0; row[i] != NULL; i++)
    {
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_STRIP, row[i], self->size * KEY_SIZE,
                                                      FALSE, i == 0 ? widths[0] : 0, i == 0 ? 1 : 0);

      label->dim = heading || i == 0;
      height = MAX (height, label->height);
      /* Figures end below each other. */
      if (place)
        mappe_chart_label_place (self, label, i == 0 ? x : x + widths[i] - label->width, y);
      else
        mappe_chart_label_free (label);
      x += widths[i] + self->size * 1.5;
    }
  return height;
}

/* Returns: the height of it */
double
mappe_chart_layout_strip (MappeChartLayout *self, double y, gboolean place)
{
  double widths[3], from = y, rest;

  if (self->chart->strip == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    widths[i] = column_width (self, i);
  rest = self->width - 2 * self->pad - widths[1] - widths[2] - self->size * 3;
  widths[0] = MAX (MIN (widths[0], rest), 1);
  y += self->size * 0.4;
  for (guint i = 0; self->chart->strip[i] != NULL; i++)
    y += strip_row (self, self->chart->strip[i], widths, y, place, i == 0);
  return y + self->size * 0.4 - from;
}
