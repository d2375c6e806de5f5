/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-view-private.h"

/* --- hits --- */

static const MappeChartSeries *
series_of (MappeChartView *self, guint panel, guint series)
{
  const MappeChartPanel *of = g_ptr_array_index (self->chart->panels, panel);

  return g_ptr_array_index (of->series, series);
}

static gboolean
can_hit (MappeChartView *self, const MappeChartSeries *series)
{
  return !series->reference && (series->toggle < 0 || !self->hidden[series->toggle]);
}

/* Where a point is, if it can be seen. */
static gboolean
locate (MappeChartView *self, const MappeChartPlace *place, const MappeChartSeries *series, gsize nth, double *x,
        double *y)
{
  if (isnan (series->y[nth]) && !mappe_chart_series_is_suppressed (series, nth))
    return FALSE;
  if (!mappe_chart_point_at (mappe_chart_view_get_layout (self), place, series, nth, x, y))
    return FALSE;
  return *x >= place->left - 1 && *x <= place->right + 1;
}

/* Distance from a point; 0 anywhere within a bar. */
static double
distance_to (const MappeChartLayout *layout, const MappeChartPlace *place, const MappeChartSeries *series, gsize nth,
             double x, double y, double px, double py)
{
  double position = mappe_chart_series_x (series, nth) + series->offset, x0, y0, x1, y1;
  double half = mappe_chart_bar_half (layout, place, series);

  if ((series->draw & MAPPE_CHART_BARS) == 0 || isnan (series->y[nth]))
    return hypot (px - x, py - y);
  mappe_chart_place_point (place, position - half,
                           series->lower != NULL ? series->lower[nth] : 0, &x0, &y0);
  mappe_chart_place_point (place, position + half, series->y[nth], &x1, &y1);
  return hypot (MAX (0, MAX (MIN (x0, x1) - x, x - MAX (x0, x1))), MAX (0, MAX (MIN (y0, y1) - y, y - MAX (y0, y1))));
}

/* Points between @x - @radius and @x + @radius of an ascending series over time. */
static void
narrow (const MappeChartPlace *place, const MappeChartSeries *series, double x, double radius, gsize *from, gsize *to)
{
  double least = mappe_chart_scale_unmap (&place->position, x - radius);
  double most = mappe_chart_scale_unmap (&place->position, x + radius);
  gsize low = 0, high = series->n;

  *from = 0;
  *to = series->n;
  if (!series->ascending || place->panel->position.kind == MAPPE_CHART_AXIS_CATEGORY)
    return;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (mappe_chart_series_x (series, middle) < least)
        low = middle + 1;
      else
        high = middle;
    }
  *from = low;
  for (high = low; high < series->n && mappe_chart_series_x (series, high) <= most;)
    high++;
  *to = high;
}

/* A mark that lies on a bar is hit rather than the bar around it. */
#define MARK_REACH 2

static gboolean
is_nearer (double distance, gboolean bar, double nearest, gboolean on_bar)
{
  if (on_bar && !bar)
    return distance <= MAX (nearest, MARK_REACH);
  return distance < nearest;
}

/**
 * mappe_chart_view_hit:
 * @x: in units of the drawing
 * @y: in units of the drawing
 * @radius: how far away a point may be
 * @hit: (out): the nearest visible point
 *
 * Returns: whether there is one
 */
gboolean
mappe_chart_view_hit (MappeChartView *self, double x, double y, double radius, MappeChartHit *hit)
{
  const MappeChartLayout *layout = mappe_chart_view_get_layout (self);
  double nearest = radius;
  gboolean found = FALSE, on_bar = FALSE;

  for (guint i = 0; i < layout->places->len; i++)
    {
      const MappeChartPlace *place = g_ptr_array_index (layout->places, i);

      for (guint j = 0; j < place->panel->series->len; j++)
        {
          const MappeChartSeries *series = g_ptr_array_index (place->panel->series, j);
          gboolean bar = (series->draw & MAPPE_CHART_BARS) != 0;
          gsize from, to;

          if (!can_hit (self, series))
            continue;
          narrow (place, series, x, radius, &from, &to);
          for (gsize k = from; k < to; k++)
            {
              double px, py, distance;

              if (!locate (self, place, series, k, &px, &py))
                continue;
              distance = distance_to (layout, place, series, k, x, y, px, py);
              if (distance > radius || (found && !is_nearer (distance, bar, nearest, on_bar)))
                continue;
              nearest = distance;
              found = TRUE;
              on_bar = bar;
              *hit = (MappeChartHit) { i, j, k, px, py };
            }
        }
    }
  return found;
}

/** mappe_chart_view_get_text: Returns: (transfer full): what the point says: "Bahnhof, March 2026: 12, provisional" */
char *
mappe_chart_view_get_text (MappeChartView *self, const MappeChartHit *hit)
{
  const MappeChartPanel *panel;
  const MappeChartSeries *series;

  g_return_val_if_fail (hit->panel < self->chart->panels->len, NULL);
  panel = g_ptr_array_index (self->chart->panels, hit->panel);
  g_return_val_if_fail (hit->series < panel->series->len, NULL);
  series = g_ptr_array_index (panel->series, hit->series);
  g_return_val_if_fail (hit->point < series->n, NULL);
  return mappe_chart_point_text (self->chart, panel, series, hit->point);
}

/* --- walking by keyboard --- */

/* First point that can be seen, from @nth on, forwards or backwards. */
static gboolean
find_along (MappeChartView *self, MappeChartHit *hit, gssize nth, int way)
{
  const MappeChartPlace *place = g_ptr_array_index (mappe_chart_view_get_layout (self)->places, hit->panel);
  const MappeChartSeries *series = series_of (self, hit->panel, hit->series);

  for (gssize i = nth; i >= 0 && i < (gssize) series->n; i += way)
    if (locate (self, place, series, (gsize) i, &hit->x, &hit->y))
      {
        hit->point = (gsize) i;
        return TRUE;
      }
  return FALSE;
}

/* --- points of a map: by where they lie, not by their names --- */

/* Of two points: which comes first from left to right, or from top to bottom. */
static int
compare_places (const MappeChartHit *one, const MappeChartHit *other, gboolean down)
{
  double a = down ? one->y : one->x, b = down ? other->y : other->x;

  if (a == b)
    {
      a = down ? one->x : one->y;
      b = down ? other->x : other->y;
    }
  if (a == b)
    return one->point < other->point ? -1 : one->point > other->point;
  return a < b ? -1 : 1;
}

static gboolean
is_map (const MappeChartSeries *series)
{
  return (series->draw & MAPPE_CHART_NAMES) != 0;
}

/* @from: (nullable): the next point after it, %NULL: the first one; @way: -1 backwards */
static gboolean
find_on_map (MappeChartView *self, const MappeChartHit *from, gboolean down, int way, MappeChartHit *hit)
{
  const MappeChartPlace *place = g_ptr_array_index (mappe_chart_view_get_layout (self)->places, hit->panel);
  const MappeChartSeries *series = series_of (self, hit->panel, hit->series);
  MappeChartHit each = *hit, best = *hit;
  gboolean found = FALSE;

  for (gsize i = 0; i < series->n; i++)
    {
      each.point = i;
      if (!locate (self, place, series, i, &each.x, &each.y)
          || (from != NULL && compare_places (&each, from, down) * way <= 0)
          || (found && compare_places (&each, &best, down) * way >= 0))
        continue;
      best = each;
      found = TRUE;
    }
  *hit = best;
  return found;
}

static gboolean
step_on_map (MappeChartView *self, const MappeChartHit *from, MappeChartStep step, MappeChartHit *hit)
{
  const MappeChartPlace *place = g_ptr_array_index (mappe_chart_view_get_layout (self)->places, from->panel);
  gboolean down = step == MAPPE_CHART_STEP_NEXT_SERIES || step == MAPPE_CHART_STEP_PREVIOUS_SERIES;
  gboolean end = step == MAPPE_CHART_STEP_FIRST || step == MAPPE_CHART_STEP_LAST;
  gboolean back = step == MAPPE_CHART_STEP_PREVIOUS || step == MAPPE_CHART_STEP_PREVIOUS_SERIES
                  || step == MAPPE_CHART_STEP_LAST;
  MappeChartHit start = *from;

  /* The size may have changed since. */
  locate (self, place, series_of (self, from->panel, from->series), from->point, &start.x, &start.y);
  return find_on_map (self, end ? NULL : &start, down, back ? -1 : 1, hit);
}

/* --- along and between series --- */

static gboolean
next_series (MappeChartView *self, MappeChartHit *hit, int way)
{
  const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, hit->panel);
  int series = (int) hit->series + way;

  if (series < 0 || series >= (int) panel->series->len)
    {
      int next = (int) hit->panel + way;

      if (next < 0 || next >= (int) mappe_chart_view_get_layout (self)->places->len)
        return FALSE;
      hit->panel = (guint) next;
      panel = g_ptr_array_index (self->chart->panels, hit->panel);
      series = way > 0 ? 0 : (int) panel->series->len - 1;
      if (panel->series->len == 0)
        return FALSE;
    }
  hit->series = (guint) series;
  return TRUE;
}

/* In the next series the point that is nearest along the positions. */
static gboolean
find_beside (MappeChartView *self, const MappeChartHit *from, int way, MappeChartHit *hit)
{
  double position = mappe_chart_series_x (series_of (self, from->panel, from->series), from->point);
  MappeChartHit next = *from;

  while (next_series (self, &next, way))
    {
      const MappeChartSeries *series = series_of (self, next.panel, next.series);
      gsize nth = 0;

      if (!can_hit (self, series) || series->n == 0)
        continue;
      while (nth + 1 < series->n &&
             fabs (mappe_chart_series_x (series, nth + 1) - position) <
                 fabs (mappe_chart_series_x (series, nth) - position))
        nth++;
      if (find_along (self, &next, (gssize) nth, 1) || find_along (self, &next, (gssize) nth, -1))
        {
          *hit = next;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_start (MappeChartView *self, MappeChartHit *hit)
{
  MappeChartHit start = { 0 };

  for (guint i = 0; i < mappe_chart_view_get_layout (self)->places->len; i++)
    {
      const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, i);

      for (guint j = 0; j < panel->series->len; j++)
        {
          start.panel = i;
          start.series = j;
          if (!can_hit (self, g_ptr_array_index (panel->series, j))
              || !(is_map (g_ptr_array_index (panel->series, j)) ? find_on_map (self, NULL, FALSE, 1, &start)
                                                                 : find_along (self, &start, 0, 1)))
            continue;
          *hit = start;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * mappe_chart_view_step:
 * @from: (nullable): where the keyboard is; %NULL: nowhere yet, which leads to the first point
 * @step: where it goes; gaps are passed over, suppressed figures are not. On a map of points with names, which has
 *   one series, from left to right, and with another series from top to bottom
 * @hit: (out): where it comes to; may be @from
 *
 * Returns: whether there is a point that way
 */
gboolean
mappe_chart_view_step (MappeChartView *self, const MappeChartHit *from, MappeChartStep step, MappeChartHit *hit)
{
  MappeChartHit next;
  gssize last;
  gboolean found;

  /* A panel may have gone when the size changed. */
  if (from == NULL || from->panel >= mappe_chart_view_get_layout (self)->places->len)
    return find_start (self, hit);
  next = *from;
  /* What was switched off is left, to the series beside it. */
  if (!can_hit (self, series_of (self, from->panel, from->series)))
    {
      found = find_beside (self, from, 1, &next) || find_beside (self, from, -1, &next);
      if (found)
        *hit = next;
      return found;
    }
  if (is_map (series_of (self, from->panel, from->series)))
    {
      found = step_on_map (self, from, step, &next);
      if (found)
        *hit = next;
      return found;
    }
  last = (gssize) series_of (self, from->panel, from->series)->n - 1;
  switch (step)
    {
    case MAPPE_CHART_STEP_NEXT:
      found = find_along (self, &next, (gssize) from->point + 1, 1);
      break;
    case MAPPE_CHART_STEP_PREVIOUS:
      found = find_along (self, &next, (gssize) from->point - 1, -1);
      break;
    case MAPPE_CHART_STEP_FIRST:
      found = find_along (self, &next, 0, 1);
      break;
    case MAPPE_CHART_STEP_LAST:
      found = find_along (self, &next, last, -1);
      break;
    case MAPPE_CHART_STEP_NEXT_SERIES:
    case MAPPE_CHART_STEP_PREVIOUS_SERIES:
    default:
      found = find_beside (self, from, step == MAPPE_CHART_STEP_NEXT_SERIES ? 1 : -1, &next);
      break;
    }
  if (found)
    *hit = next;
  return found;
}
