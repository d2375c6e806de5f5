/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-signals.h"

#include <math.h>
#include <string.h>

/* On a line is inside and on no side, also where rounding parts what is equal. */
#define LINE 1e-12

/* Standardised points: what each rule looks at. */
typedef struct {
  const double *values;
  gsize n;
  double centre;
  double sigma;
} Points;

/* 1 above the centre, -1 below it, 0 on it or at a gap: the side on which a point lies beyond @sigmas. */
static int
side_beyond (const Points *points, gsize i, double sigmas)
{
  double apart = points->values[i] - points->centre;
  double least = LINE * (fabs (points->values[i]) + fabs (points->centre));
  double limit = sigmas > 0 ? sigmas * points->sigma : 0;

  if (apart > limit + least)
    return 1;
  return apart < -limit - least ? -1 : 0;
}

/* 1 where the series rises to this point, -1 where it falls, 0 where it does not or is not known. */
static int
direction (const Points *points, gsize i)
{
  double step = i > 0 ? points->values[i] - points->values[i - 1] : 0;

  return step > 0 ? 1 : step < 0 ? -1 : 0;
}

/* Points of the run that ends at @i; a run continues while the sign is the same and not 0. */
static gsize
add_to_run (int sign, int *before, gsize run)
{
  run = sign == 0 ? 0 : sign == *before ? run + 1 : 1;
  *before = sign;
  return run;
}

static void
mark_back (gboolean *marks, gsize i, gsize length)
{
  for (gsize j = 0; j < length; j++)
    marks[i - j] = TRUE;
}

/* @length points in a row on one side; @all marks those before as well. */
static void
mark_runs (const Points *points, gsize length, gboolean all, gboolean *marks)
{
  int before = 0;
  gsize run = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      run = add_to_run (side_beyond (points, i, 0), &before, run);
      if (run >= length)
        mark_back (marks, i, all ? length : 1);
    }
}

/* @length points in a row that rise or fall: one step less. */
static void
mark_trends (const Points *points, gsize length, gboolean all, gboolean *marks)
{
  int before = 0;
  gsize run = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      run = add_to_run (direction (points, i), &before, run);
      if (run >= length - 1)
        mark_back (marks, i, all ? length : 1);
    }
}

/* @length points in a row whose steps change their direction each time. */
static void
mark_alternating (const Points *points, gsize length, gboolean *marks)
{
  int before = 0;
  gsize run = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      int step = direction (points, i);

      run = step == 0 ? 0 : step == -before ? run + 1 : 1;
      before = step;
      marks[i] = run >= length - 1;
    }
}

/* @least of the last @length points beyond @sigmas on the side of the point itself. */
static void
mark_some_of (const Points *points, gsize least, gsize length, double sigmas, gboolean *marks)
{
  for (gsize i = 0; i < points->n; i++)
    {
      int side = side_beyond (points, i, sigmas);
      gsize found = 0;

      for (gsize j = 0; side != 0 && j < length && j <= i; j++)
        found += side_beyond (points, i - j, sigmas) == side ? 1 : 0;
      marks[i] = found >= least;
    }
}

/* Fifteen in a row within one sigma, or eight beyond it on whatever side; a gap is neither. */
static void
mark_zone (const Points *points, gsize length, gboolean inside, gboolean *marks)
{
  gsize run = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      gboolean beyond = side_beyond (points, i, 1) != 0;

      run = !isnan (points->values[i]) && beyond != inside ? run + 1 : 0;
      marks[i] = run >= length;
    }
}

/* The side of a point between two and three sigma. */
static int
side_near_limit (const Points *points, gsize i)
{
  return side_beyond (points, i, 3) == 0 ? side_beyond (points, i, 2) : 0;
}

/* Two of three in a row near the limit of one side: these two or three, not one between them. */
static void
mark_near_limit (const Points *points, gboolean *marks)
{
  for (gsize i = 2; i < points->n; i++)
    for (int side = -1; side <= 1; side += 2)
      {
        gsize found = 0;

        for (gsize j = i - 2; j <= i; j++)
          found += side_near_limit (points, j) == side ? 1 : 0;
        for (gsize j = i - 2; found >= 2 && j <= i; j++)
          marks[j] = marks[j] || side_near_limit (points, j) == side;
      }
}

static void
mark_beyond (const Points *points, double sigmas, gboolean *marks)
{
  for (gsize i = 0; i < points->n; i++)
    marks[i] = side_beyond (points, i, sigmas) != 0;
}

static void
mark (MappeSignalRule rule, const Points *points, gboolean *marks)
{
  switch (rule)
    {
    case MAPPE_SIGNAL_BEYOND3:
      return mark_beyond (points, 3, marks);
    case MAPPE_SIGNAL_RUN9:
      return mark_runs (points, 9, FALSE, marks);
    case MAPPE_SIGNAL_RUN8:
      return mark_runs (points, 8, FALSE, marks);
    case MAPPE_SIGNAL_TREND6:
      return mark_trends (points, 6, FALSE, marks);
    case MAPPE_SIGNAL_ALTERNATING14:
      return mark_alternating (points, 14, marks);
    case MAPPE_SIGNAL_TWO_OF_THREE:
      return mark_some_of (points, 2, 3, 2, marks);
    case MAPPE_SIGNAL_FOUR_OF_FIVE:
      return mark_some_of (points, 4, 5, 1, marks);
    case MAPPE_SIGNAL_INSIDE15:
      return mark_zone (points, 15, TRUE, marks);
    case MAPPE_SIGNAL_OUTSIDE8:
      return mark_zone (points, 8, FALSE, marks);
    case MAPPE_SIGNAL_NHS_SHIFT7:
      return mark_runs (points, 7, TRUE, marks);
    case MAPPE_SIGNAL_NHS_TREND7:
      return mark_trends (points, 7, TRUE, marks);
    case MAPPE_SIGNAL_NHS_TWO_OF_THREE:
      return mark_near_limit (points, marks);
    case MAPPE_SIGNAL_N_RULES:
    default:
      return;
    }
}

/** mappe_signal_needs_sigma: Returns: whether @rule looks at distances and not at sides and steps only */
gboolean
mappe_signal_needs_sigma (MappeSignalRule rule)
{
  switch (rule)
    {
    case MAPPE_SIGNAL_RUN9:
    case MAPPE_SIGNAL_RUN8:
    case MAPPE_SIGNAL_TREND6:
    case MAPPE_SIGNAL_ALTERNATING14:
    case MAPPE_SIGNAL_NHS_SHIFT7:
    case MAPPE_SIGNAL_NHS_TREND7:
      return FALSE;
    case MAPPE_SIGNAL_BEYOND3:
    case MAPPE_SIGNAL_TWO_OF_THREE:
    case MAPPE_SIGNAL_FOUR_OF_FIVE:
    case MAPPE_SIGNAL_INSIDE15:
    case MAPPE_SIGNAL_OUTSIDE8:
    case MAPPE_SIGNAL_NHS_TWO_OF_THREE:
    case MAPPE_SIGNAL_N_RULES:
    default:
      return TRUE;
    }
}

/**
 * mappe_signal_find:
 * @rule: what to look for
 * @series: (array length=n): values, NAN for gaps
 * @n: number of periods
 * @centre: the line
 * @sigma: a third of the distance of the limits
 * @places: (out caller-allocates) (array length=n): the points marked, from 1
 *
 * A value on the centre breaks a run, equal neighbours break a trend, a gap breaks either; exactly three sigma is
 * inside. Sources: Nelson 1984; Western Electric 1956; NHSRplotthedots with its tests; qcc.
 *
 * Returns: how many are marked
 */
gsize
mappe_signal_find (MappeSignalRule rule, const double *series, gsize n, double centre, double sigma, gsize *places)
{
  Points points = { series, n, centre, sigma };
  g_autofree gboolean *marks = g_new0 (gboolean, n + 1);
  gsize found = 0;

  mark (rule, &points, marks);
  for (gsize i = 0; i < n; i++)
    if (marks[i])
      places[found++] = i + 1;
  return found;
}
