/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-scale.h"

#include <math.h>

#define ROOM 1e-9  /* of a step: what rounding may take from a tick at the very end of an axis */

/** mappe_chart_scale_map: Returns: where @value is drawn; %NAN for what a log scale cannot show */
double
mappe_chart_scale_map (const MappeChartScale *self, double value)
{
  double share;

  if (self->log)
    {
      if (!(value > 0))
        return NAN;
      share = log (value / self->from) / log (self->to / self->from);
    }
  else
    share = (value - self->from) / (self->to - self->from);
  /* One single value has its place in the middle. */
  if (self->from == self->to)
    share = 0.5;
  return self->start + share * (self->end - self->start);
}

/** mappe_chart_scale_unmap: Returns: the value that is drawn at @at */
double
mappe_chart_scale_unmap (const MappeChartScale *self, double at)
{
  double share = self->end == self->start ? 0.5 : (at - self->start) / (self->end - self->start);

  if (self->log)
    return self->from * pow (self->to / self->from, share);
  return self->from + share * (self->to - self->from);
}

/**
 * mappe_chart_tick_step:
 * @span: length of the axis in data, above 0
 * @most: that many steps at most, at least 1
 * @whole: counts: no step is less than 1
 *
 * Returns: the smallest of 1, 2, 5, 10, … (also 0.5, 0.2, …) that divides @span into no more than @most steps
 */
double
mappe_chart_tick_step (double span, guint most, gboolean whole)
{
  static const double nice[] = { 1, 2, 5, 10 };
  double least = span / MAX (most, 1);
  double power;

  if (!isfinite (least) || least <= 0)
    return 1;
  if (whole && least <= 1)
    return 1;
  power = pow (10, floor (log10 (least)));
  for (guint i = 0; i < G_N_ELEMENTS (nice); i++)
    if (nice[i] * power >= least * (1 - ROOM))
      return nice[i] * power;
  return 10 * power;
}

/** mappe_chart_tick_digits: Returns: digits after the decimal mark that multiples of @step need */
guint
mappe_chart_tick_digits (double step)
{
  if (!(step > 0) || !isfinite (step))
    return 0;
  return (guint) CLAMP (-floor (log10 (step) + ROOM), 0, 12);
}

/**
 * mappe_chart_nice_limits:
 * @from: (inout): lower end of the axis
 * @to: (inout): upper end
 * @most: steps at most
 * @whole: counts
 *
 * Moves both ends outwards to the next tick.
 */
void
mappe_chart_nice_limits (double *from, double *to, guint most, gboolean whole)
{
  double step;

  if (!isfinite (*from) || !isfinite (*to) || *from > *to)
    {
      *from = 0;
      *to = 1;
    }
  if (*from == *to)
    {
      double room = whole ? 1 : MAX (fabs (*from) * 0.1, 1e-6);

      *from = *from == 0 ? 0 : *from - room;
      *to += room;
    }
  step = mappe_chart_tick_step (*to - *from, most, whole);
  *from = floor (*from / step + ROOM) * step;
  *to = ceil (*to / step - ROOM) * step;
}

/**
 * mappe_chart_ticks_linear:
 *
 * Returns: (transfer full) (element-type double): the multiples of a nice step from @from to @to, ascending; never
 *   more than @most + 1
 */
GArray *
mappe_chart_ticks_linear (double from, double to, guint most, gboolean whole)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step = mappe_chart_tick_step (to - from, most, whole);
  double first = ceil (from / step - ROOM);

  for (guint i = 0; i <= most && (first + i) * step <= to + step * ROOM; i++)
    {
      double value = (first + i) * step;

      /* no "−0" */
      value = value == 0 ? 0 : value;
      g_array_append_val (ticks, value);
    }
  return ticks;
}

/* Whether mantissa @i of 1 … 9 is a tick at that fineness. */
static gboolean
mantissa_counts (guint i, guint fineness)
{
  switch (fineness)
    {
    case 0:
      return TRUE;
    case 1:
      return i == 1 || i == 2 || i == 3 || i == 5;
    case 2:
      return i == 1 || i == 2 || i == 5;
    case 3:
      return i == 1 || i == 3;
    default:
      return i == 1;
    }
}

static GArray *
log_ticks_at (double from, double to, guint fineness)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  int decades = fineness < 5 ? 1 : (int) fineness - 3;

  for (int power = (int) floor (log10 (from)); power <= (int) ceil (log10 (to)); power++)
    for (guint i = 1; i < 10 && power % decades == 0; i++)
      {
        double value = i * pow (10, power);

        if (mantissa_counts (i, fineness) && value >= from * (1 - ROOM) && value <= to * (1 + ROOM))
          g_array_append_val (ticks, value);
      }
  return ticks;
}

/* Halves and doubles are how ratios near 1 are read. */
static GArray *
ratio_ticks (double from, double to)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));

  for (double value = pow (2, ceil (log2 (from) - ROOM)); value <= to * (1 + ROOM); value *= 2)
    g_array_append_val (ticks, value);
  return ticks;
}

/**
 * mappe_chart_ticks_log:
 * @from: above 0
 * @to: above @from
 * @most: ticks at most, at least 2
 *
 * Returns: (transfer full) (element-type double): round values, ascending: for ratios near 1 halves and doubles
 */
GArray *
mappe_chart_ticks_log (double from, double to, guint most)
{
  GArray *ticks;

  if (from >= 1 / 16.0 && to <= 16)
    {
      ticks = ratio_ticks (from, to);
      if (ticks->len >= 3 && ticks->len <= most)
        return ticks;
      g_array_unref (ticks);
    }
  for (guint fineness = 0; fineness < 40; fineness++)
    {
      ticks = log_ticks_at (from, to, fineness);
      if (ticks->len <= most)
        return ticks;
      g_array_unref (ticks);
    }
  return g_array_new (FALSE, FALSE, sizeof (double));
}
