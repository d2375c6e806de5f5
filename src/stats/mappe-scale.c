/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-scale.h"

#include <math.h>

#include "mappe-normal.h"
#include "mappe-share.h"

/* --- one group --- */

/* The step that answer number @place (from 1) is on, in order. */
static double
step_of (const double *counts, gsize n_steps, double place)
{
  double below = 0;

  for (gsize i = 0; i < n_steps; i++)
    {
      below += counts[i];
      if (below >= place)
        return (double) (i + 1);
    }
  return NAN;
}

static double
median_step (const double *counts, gsize n_steps, double n)
{
  return (step_of (counts, n_steps, floor ((n + 1) / 2)) + step_of (counts, n_steps, floor (n / 2) + 1)) / 2;
}

static void
describe_mean (MappeLikert *likert, const double *counts, gsize n_steps)
{
  double sum = 0, squares = 0;

  for (gsize i = 0; i < n_steps; i++)
    sum += (double) (i + 1) * counts[i];
  likert->mean = sum / likert->n;
  for (gsize i = 0; i < n_steps; i++)
    squares += counts[i] * ((double) (i + 1) - likert->mean) * ((double) (i + 1) - likert->mean);
  if (likert->n > 1)
    likert->sd = sqrt (squares / (likert->n - 1));
}

static void
describe_sides (MappeLikert *likert, const double *counts, gsize n_steps)
{
  double sides[3] = { 0, 0, 0 };
  MappeInterval positive;

  for (gsize i = 0; i < n_steps; i++)
    sides[2 * i + 1 < n_steps ? 0 : 2 * i + 1 == n_steps ? 1 : 2] += counts[i];
  likert->negative = 100 * sides[0] / likert->n;
  likert->neutral = 100 * sides[1] / likert->n;
  likert->positive = 100 * sides[2] / likert->n;
  likert->net = 100 * (sides[2] - sides[0]) / likert->n;
  likert->left = -(likert->negative + likert->neutral / 2);
  likert->right = likert->positive + likert->neutral / 2;
  positive = mappe_share_wilson (sides[2], likert->n, MAPPE_STATS_CONFIDENCE);
  likert->positive_interval = (MappeInterval){ 100 * positive.lo, 100 * positive.hi };
}

/**
 * mappe_likert:
 * @counts: (array length=n_steps): answers on each step, the most negative first
 * @n_steps: steps of the scale, from 2 on
 * @shares: (out caller-allocates) (array length=n_steps): percent of each step
 *
 * An odd scale has its neutral step in the middle; the diverging bar is centred on it, that of an even scale on
 * the border. Polarised answers do not show in mean and median: the bar goes first. Source: Heiberger and Robbins
 * 2014, J Stat Softw 57:5.
 *
 * Returns: the shares of both sides and the mean
 */
MappeLikert
mappe_likert (const double *counts, gsize n_steps, double *shares)
{
  MappeLikert likert = {
    0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, MAPPE_INTERVAL_NONE, NAN, MAPPE_STATS_UNDEFINED
  };
  gboolean valid = n_steps > 1;

  for (gsize i = 0; i < n_steps; i++)
    {
      valid = valid && mappe_stats_is_count (counts[i]);
      likert.n += counts[i];
      shares[i] = NAN;
    }
  if (!valid)
    return likert;
  likert.status = MAPPE_STATS_NO_ANSWERS;
  if (likert.n <= 0)
    return likert;
  for (gsize i = 0; i < n_steps; i++)
    shares[i] = 100 * counts[i] / likert.n;
  describe_sides (&likert, counts, n_steps);
  describe_mean (&likert, counts, n_steps);
  likert.median = median_step (counts, n_steps, likert.n);
  likert.status = likert.n < MAPPE_SHARE_SUPPRESS      ? MAPPE_STATS_SUPPRESS
                  : likert.n < MAPPE_SHARE_SMALL_GROUP ? MAPPE_STATS_OK_SMALL_N
                                                       : MAPPE_STATS_OK;
  return likert;
}

/* --- two groups by ranks --- */

/* What is known after each value, from the lowest up. */
typedef struct {
  double below; /* answers of the second group below this value */
  double w;
  double ties; /* sum of t³ - t */
  double n1, n2;
} Ranking;

static void
add_value (Ranking *ranking, double first, double second)
{
  double t = first + second;

  ranking->w += first * (ranking->below + second / 2);
  ranking->ties += t * t * t - t;
  ranking->below += second;
  ranking->n1 += first;
  ranking->n2 += second;
}

static MappeRankSum
rank_sum_of (const Ranking *ranking)
{
  MappeRankSum sum = { ranking->n1, ranking->n2, NAN, NAN, NAN, NAN, NAN, MAPPE_STATS_NO_ANSWERS };
  double n = ranking->n1 + ranking->n2, pairs = ranking->n1 * ranking->n2;
  double variance, apart;

  if (!(pairs > 0))
    return sum;
  sum.w = ranking->w;
  sum.superiority = sum.w / pairs;
  sum.delta = 2 * sum.superiority - 1;
  variance = pairs / 12 * (n + 1 - ranking->ties / (n * (n - 1)));
  apart = MAX (0, fabs (sum.w - pairs / 2) - 0.5);
  sum.z = variance > 0 && apart > 0 ? copysign (apart / sqrt (variance), sum.w - pairs / 2) : 0;
  sum.p = mappe_normal_two_sided (sum.z);
  sum.status = MIN (sum.n1, sum.n2) < MAPPE_SCALE_SMALL_GROUP ? MAPPE_STATS_OK_SMALL_N : MAPPE_STATS_OK;
  return sum;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static double *
sorted_copy (const double *values, gsize n, gsize *kept)
{
  double *copy = g_new (double, n + 1);

  *kept = mappe_stats_present (values, n, copy, NULL);
  qsort (copy, *kept, sizeof *copy, compare_values);
  return copy;
}

/**
 * mappe_rank_sum:
 * @first: (array length=n1): answers of the first group; NAN for none
 * @n1: their number
 * @second: (array length=n2): answers of the second group
 * @n2: their number
 *
 * Wilcoxon's rank sum (Mann and Whitney's U): W, its z with the variance n1 n2/12 (N + 1 - Σ(t³ - t)/(N (N - 1)))
 * and continuity correction, as R's wilcox.test(). All answers equal: z 0, p 1. Sorts copies of both groups.
 *
 * Returns: the comparison
 */
MappeRankSum
mappe_rank_sum (const double *first, gsize n1, const double *second, gsize n2)
{
  g_autofree double *one = sorted_copy (first, n1, &n1);
  g_autofree double *other = sorted_copy (second, n2, &n2);
  Ranking ranking = { 0 };
  gsize i = 0, j = 0;

  while (i < n1 || j < n2)
    {
      double value = j >= n2 || (i < n1 && one[i] < other[j]) ? one[i] : other[j];
      gsize from_i = i, from_j = j;

      while (i < n1 && one[i] == value)
        i++;
      while (j < n2 && other[j] == value)
        j++;
      add_value (&ranking, (double) (i - from_i), (double) (j - from_j));
    }
  return rank_sum_of (&ranking);
}

/** mappe_rank_sum_of_steps: the same from the answers on each of @n_steps steps */
MappeRankSum
mappe_rank_sum_of_steps (const double *first, const double *second, gsize n_steps)
{
  Ranking ranking = { 0 };

  for (gsize i = 0; i < n_steps; i++)
    if (first[i] + second[i] > 0)
      add_value (&ranking, first[i], second[i]);
  return rank_sum_of (&ranking);
}

/* --- two groups by means --- */

static void
describe_effect (const MappeMeanCase *given, MappeMeanDifference *found)
{
  double n = given->n1 + given->n2;
  double pooled = ((given->n1 - 1) * given->s1 * given->s1 + (given->n2 - 1) * given->s2 * given->s2) / (n - 2);

  found->d = found->diff / sqrt (pooled);
  found->g = found->d * (1 - 3 / (4 * (n - 2) - 1));
  found->var_g = n / (given->n1 * given->n2) + found->g * found->g / (2 * (n - 3.94));
}

/**
 * mappe_mean_difference:
 *
 * Welch's interval: se² = s1²/n1 + s2²/n2, df = se⁴ / Σ (s²/n)²/(n - 1). d with the pooled standard deviation, g =
 * d (1 - 3/(4 df - 1)) and its variance n/(n1 n2) + g²/(2 (n - 3.94)), as statsmodels and R's meta have it. Below
 * two answers a group only the difference is told; the variance of g needs four answers in all.
 *
 * Returns: the difference
 */
MappeMeanDifference
mappe_mean_difference (const MappeMeanCase *given)
{
  MappeMeanDifference found = {
    NAN, NAN, NAN, NAN, NAN, MAPPE_INTERVAL_NONE, NAN, NAN, NAN, MAPPE_STATS_UNDEFINED
  };
  double v1 = given->s1 * given->s1 / given->n1, v2 = given->s2 * given->s2 / given->n2;
  double half;

  found.diff = given->m1 - given->m2;
  if (isnan (found.diff) || !(given->n1 >= 0 && given->n2 >= 0))
    return found;
  if (given->n1 < 2 || given->n2 < 2)
    {
      found.diff = given->n1 > 0 && given->n2 > 0 ? found.diff : NAN;
      found.status = MAPPE_STATS_TOO_FEW;
      return found;
    }
  if (!(given->s1 >= 0 && given->s2 >= 0) || !(v1 + v2 > 0))
    return found;
  found.se = sqrt (v1 + v2);
  found.df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (given->n1 - 1) + v2 * v2 / (given->n2 - 1));
  found.t = found.diff / found.se;
  found.p = mappe_student_two_sided (found.t, found.df);
  half = mappe_student_quantile ((1 + given->conf) / 2, found.df) * found.se;
  found.interval = (MappeInterval){ found.diff - half, found.diff + half };
  describe_effect (given, &found);
  found.status = MAPPE_STATS_OK;
  return found;
}
