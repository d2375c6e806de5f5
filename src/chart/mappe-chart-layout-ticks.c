/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-layout-private.h"

#define TICK_SIZE 0.88

static void
clear_tick (gpointer data)
{
  g_free (((MappeChartTick *) data)->text);
}

static char *
tick_text (const MappeChartLayout *self, const MappeChartAxis *axis, double value, guint digits)
{
  const MappeLanguage *language = self->chart->language;
  char *text = axis->kind == MAPPE_CHART_AXIS_LOG
                   ? mappe_chart_round_text (value, language)
                   : mappe_chart_number_text (axis->absolute ? fabs (value) : value, digits, language);

  /* Differences show their direction. */
  if (axis->kind == MAPPE_CHART_AXIS_NUMBER && axis->from < 0 && !axis->absolute && value > 0)
    {
      char *signed_text = g_strconcat ("+", text, NULL);

      g_free (text);
      text = signed_text;
    }
  return g_strcmp0 (axis->unit, "%") == 0 ? mappe_chart_with_unit (text, "%") : text;
}

/* One figure alone is no scale: then they stand closer than they should. */
static GArray *
tick_values (const MappeChartScale *scale, guint most, gboolean whole)
{
  GArray *values = NULL;

  if (scale->log)
    return mappe_chart_ticks_log (scale->from, scale->to, most);
  for (guint i = 0; i < 3 && (values == NULL || values->len < 2); i++)
    {
      g_clear_pointer (&values, g_array_unref);
      values = mappe_chart_ticks_linear (scale->from, scale->to, most + i, whole);
    }
  return values;
}

/* Ticks of numbers; the ends of the scale move out to them unless they are fixed. */
static GArray *
number_ticks (const MappeChartLayout *self, const MappeChartAxis *axis, MappeChartScale *scale, guint most)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (MappeChartTick));
  g_autoptr (GArray) values = NULL;
  guint digits;

  g_array_set_clear_func (ticks, clear_tick);
  if (!axis->fixed && !scale->log)
    mappe_chart_nice_limits (&scale->from, &scale->to, most, axis->whole);
  values = tick_values (scale, most, axis->whole);
  digits = values->len > 1
               ? mappe_chart_tick_digits (g_array_index (values, double, 1) - g_array_index (values, double, 0))
               : axis->digits;
  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);
      MappeChartTick tick = { value, value, 0, NULL };

      if (value >= axis->ticks_to)
        break;
      tick.text = tick_text (self, axis, value, digits);
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

static void
measure_times (MappeChartLayout *self, MappeChartTimeFit *fit)
{
  const MappeLanguage *language = self->chart->language;
  double size = self->size * TICK_SIZE, gap = size * 0.5;

  fit->letter = mappe_chart_text_width (self, "M", size) + gap * 0.4;
  for (int month = 0; month < 12; month++)
    fit->month = MAX (fit->month, mappe_chart_text_width (self, mappe_chart_month_name (month, language), size) + gap);
  fit->quarter = mappe_chart_text_width (self, "Q4", size) + gap;
  fit->year = mappe_chart_text_width (self, "2026", size) + gap * 1.4;
}

static GArray *
position_ticks (MappeChartLayout *self, MappeChartPlace *place)
{
  const MappeChartAxis *axis = &place->panel->position;
  double span = place->position.to - place->position.from;
  MappeChartTimeFit fit = { .month_width = fabs (place->position.end - place->position.start) / MAX (span, 1e-9) };

  switch (axis->kind)
    {
    case MAPPE_CHART_AXIS_TIME:
      measure_times (self, &fit);
      return mappe_chart_ticks_time (place->position.from, place->position.to, axis->step, &fit,
                                     self->chart->language);
    case MAPPE_CHART_AXIS_SEASON:
      measure_times (self, &fit);
      return mappe_chart_ticks_season (&fit, self->chart->language);
    case MAPPE_CHART_AXIS_NUMBER:
    case MAPPE_CHART_AXIS_LOG:
      return number_ticks (self, axis, &place->position,
                           (guint) CLAMP ((place->right - place->left) / (self->size * 5), 2, 9));
    case MAPPE_CHART_AXIS_CATEGORY:
    default:
      return NULL;
    }
}

void
mappe_chart_layout_ticks (MappeChartLayout *self, MappeChartPlace *place)
{
  double length = fabs (place->value.end - place->value.start);
  double each = self->size * (place->panel->horizontal ? place->value.log ? 2.4 : 3.1 : 2.6);

  g_clear_pointer (&place->value_ticks, g_array_unref);
  g_clear_pointer (&place->position_ticks, g_array_unref);
  place->value_ticks = number_ticks (self, &place->panel->value, &place->value, (guint) CLAMP (length / each, 2, 8));
  place->position_ticks = position_ticks (self, place);
}
