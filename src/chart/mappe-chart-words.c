/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"

/* @text: (transfer full) */
char *
mappe_chart_with_unit (char *text, const char *unit)
{
  char *whole;

  if (unit == NULL || *unit == '\0')
    return text;
  whole = g_strconcat (text, "\u00a0", unit, NULL);
  g_free (text);
  return whole;
}

const char *
mappe_chart_suppressed_text (const MappeChart *self)
{
  const MappeLanguage *language = self->language;

  return L_ ("not shown (small count)");
}

char *
mappe_chart_value_text (const MappeChart *self, const MappeChartAxis *axis, double value)
{
  const MappeLanguage *language = self->language;

  if (isnan (value))
    return g_strdup (L_ ("no entry"));
  return mappe_chart_with_unit (mappe_chart_number_text (value, axis->digits, self->language), axis->unit);
}

/* "−12 (−21 to −3)"; the brackets only where there is an interval. */
char *
mappe_chart_estimate_text (const MappeChart *self, const MappeChartAxis *axis, double value, double lower,
                           double upper)
{
  g_autofree char *estimate = mappe_chart_value_text (self, axis, value);
  g_autofree char *range = NULL;

  if (isnan (lower) || isnan (upper) || isnan (value))
    return g_steal_pointer (&estimate);
  range = mappe_chart_range_text (lower, upper, axis->digits, self->language);
  return g_strdup_printf ("%s (%s)", estimate, range);
}

char *
mappe_chart_position_text (const MappeChart *self, const MappeChartPanel *panel, double position)
{
  const MappeChartAxis *axis = &panel->position;

  switch (axis->kind)
    {
    case MAPPE_CHART_AXIS_TIME:
      return mappe_chart_period_text (position, axis->step, self->language);
    case MAPPE_CHART_AXIS_SEASON:
      return g_strdup (mappe_chart_month_name (CLAMP ((int) floor (position), 0, 11), self->language));
    case MAPPE_CHART_AXIS_CATEGORY:
      return g_strdup (axis->names[CLAMP ((int) lround (position), 0, (int) g_strv_length (axis->names) - 1)]);
    case MAPPE_CHART_AXIS_NUMBER:
    case MAPPE_CHART_AXIS_LOG:
    default:
      return mappe_chart_with_unit (mappe_chart_round_text (position, self->language), axis->unit);
    }
}

static void
add_flag_words (const MappeChart *self, GString *text, guint flags)
{
  const MappeLanguage *language = self->language;

  if ((flags & MAPPE_CHART_POINT_PROVISIONAL) != 0)
    g_string_append_printf (text, ", %s", L_ ("provisional"));
  if ((flags & MAPPE_CHART_POINT_SIGNAL) != 0)
    g_string_append_printf (text, ", %s", L_ ("signal"));
  if ((flags & MAPPE_CHART_POINT_EXCLUDED) != 0)
    g_string_append_printf (text, ", %s", L_ ("not counted"));
}

static char *
shown_text (const MappeChart *self, const MappeChartPanel *panel, const MappeChartSeries *series, gsize nth)
{
  gboolean interval = (series->draw & (MAPPE_CHART_WHISKERS | MAPPE_CHART_BAND | MAPPE_CHART_DIAMOND)) != 0 &&
                      series->lower != NULL && series->upper != NULL;

  if (mappe_chart_series_is_suppressed (series, nth))
    return g_strdup (mappe_chart_suppressed_text (self));
  return mappe_chart_estimate_text (self, &panel->value, mappe_chart_series_shown (series, nth),
                                    interval ? series->lower[nth] : NAN, interval ? series->upper[nth] : NAN);
}

/* "Schlossgarten, March 2026: 12 (8 to 17), provisional" */
char *
mappe_chart_point_text (const MappeChart *self, const MappeChartPanel *panel, const MappeChartSeries *series,
                        gsize nth)
{
  gboolean named = series->texts != NULL;
  g_autofree char *position = named ? g_strdup (series->texts[nth])
                                    : mappe_chart_position_text (self, panel, mappe_chart_series_x (series, nth));
  g_autofree char *value = shown_text (self, panel, series, nth);
  GString *text = g_string_new (NULL);

  if (*series->name != '\0' && !named)
    g_string_append_printf (text, "%s, ", series->name);
  g_string_append_printf (text, "%s: ", position);
  if (panel->bare)
    g_string_append_printf (text, "%s ", panel->value.title);
  else if (named && !mappe_chart_series_is_suppressed (series, nth))
    {
      g_autofree char *at = mappe_chart_position_text (self, panel, mappe_chart_series_x (series, nth));

      g_string_append_printf (text, "%s %s, ", panel->position.title != NULL ? panel->position.title : "", at);
      g_string_append_printf (text, "%s ", panel->value.title != NULL ? panel->value.title : "");
    }
  g_string_append (text, value);
  add_flag_words (self, text, series->flags != NULL ? series->flags[nth] : 0);
  return g_string_free (text, FALSE);
}
