/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-disclosure.h"
#include "mappe-displacement.h"
#include "mappe-evidence.h"
#include "mappe-goal.h"
#include "mappe-paired.h"
#include "mappe-poisson.h"
#include "mappe-rate-ratio.h"
#include "mappe-rate.h"
#include "mappe-relative-effect.h"
#include "mappe-scale.h"
#include "mappe-share.h"
#include "mappe-special.h"
#include "mappe-spread.h"
#include "mappe-survey.h"

/* Properties of the methods for counts, areas and surveys, on random cases of fixed seeds: an interval holds its
 * estimate and widens with confidence, turning the question round turns the answer round, sums obvious and slow
 * agree. */

#define SEED 20261130
#define ROUNDS 400

static int
up_to (GRand *rand, int highest)
{
  return g_rand_int_range (rand, 0, highest + 1);
}

/* Small and large counts, 0 among them. */
static double
random_count (GRand *rand)
{
  static const int highest[] = { 0, 3, 30, 400, 50000 };

  return up_to (rand, highest[g_rand_int_range (rand, 0, G_N_ELEMENTS (highest))]);
}

static void
assert_near (double got, double expected)
{
  if (isnan (expected) || isinf (expected))
    g_assert_true (isnan (expected) ? isnan (got) : got == expected);
  else
    g_assert_cmpfloat_with_epsilon (got, expected, 1e-9 * fabs (expected) + 1e-12);
}

static void
assert_inside (MappeInterval interval, double value)
{
  double least = 1e-12 * fabs (value);

  g_assert_true (interval.lo <= value + least && value <= interval.hi + least);
}

static void
assert_within (MappeInterval inner, MappeInterval outer)
{
  g_assert_true (outer.lo <= inner.lo * (1 + 1e-9) + 1e-12 && inner.hi <= outer.hi * (1 + 1e-9) + 1e-12);
}

/* --- one area --- */

static void
test_rate (void)
{
  MappeRateCase given = { 48, 12400, 36, 12900, 1000 };
  MappeRate one = mappe_rate_compare (&given), other;

  given.per = 100000;
  other = mappe_rate_compare (&given);
  assert_near (other.rate0, 100 * one.rate0);
  assert_near (other.index1, one.index1);
  assert_near (one.index1, 100 + one.pct_rate);
  given.pop1 = 0;
  other = mappe_rate_compare (&given);
  g_assert_cmpint (other.status, ==, MAPPE_STATS_UNDEFINED);
  g_assert_true (isnan (other.rate1) && isnan (other.pct_rate) && other.pct_count == -25);
  given = (MappeRateCase){ NAN, 100, 3, 100, 1000 };
  other = mappe_rate_compare (&given);
  g_assert_true (isnan (other.diff_count) && isnan (other.rate0) && other.rate1 == 30);
}

static void
test_poisson (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double x = random_count (rand), t = 1 + up_to (rand, 30);
      MappePoissonIntervals narrow = mappe_poisson_intervals (x, t, 0.8),
                            wide = mappe_poisson_intervals (x, t, 0.95);

      assert_inside (wide.exact, x / t);
      assert_inside (wide.byar, x / t);
      assert_inside (wide.score, x / t);
      assert_inside (wide.midp, x / t);
      assert_within (narrow.exact, wide.exact);
      assert_within (narrow.byar, wide.byar);
      assert_within (narrow.score, wide.score);
      assert_within (narrow.midp, wide.midp);
      assert_within (wide.midp, wide.exact);
      g_assert_true (x > 0 || (wide.exact.lo == 0 && wide.exact.hi > 0 && wide.midp.lo == 0 && wide.byar.lo == 0));
      /* The exact limits are the means at which the count is just as rare as agreed. */
      assert_near (x > 0 ? mappe_gamma_lower (x, wide.exact.lo * t) : 0.025, 0.025);
      assert_near (mappe_gamma_upper (x + 1, wide.exact.hi * t), 0.025);
    }
  g_assert_true (isnan (mappe_poisson_intervals (3, 0, 0.95).rate));
  g_assert_true (isnan (mappe_poisson_intervals (-1, 1, 0.95).exact.lo));
  g_assert_true (isnan (mappe_poisson_intervals (3, 1, 95).exact.lo));
}

static void
test_poisson_z (void)
{
  static const struct {
    double before, after;
    MappePoissonLevel level;
  } cases[] = {
    { 16, 25, MAPPE_POISSON_WEAK },    { 0, 4, MAPPE_POISSON_STRONG },    { 9, 9, MAPPE_POISSON_NONE },
    { 100, 49, MAPPE_POISSON_STRONG }, { NAN, 4, MAPPE_POISSON_UNKNOWN }, { -1, 4, MAPPE_POISSON_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_poisson_level (mappe_poisson_z (cases[i].before, cases[i].after)), ==, cases[i].level);
  g_assert_null (mappe_poisson_level_word (MAPPE_POISSON_UNKNOWN));
}

/* All pairs one by one. */
static double
etest_by_hand (const MappeETestCase *given, gboolean pooled)
{
  double rate = (given->k1 + given->k2) / (given->n1 + given->n2), sum = 0, observed = 0;

  for (int pass = 0; pass < 2; pass++)
    for (double i = 0; i < 120; i++)
      for (double j = 0; j < 120; j++)
        {
          double variance = pooled ? (i + j) / (given->n1 + given->n2) * (1 / given->n1 + 1 / given->n2)
                                   : i / (given->n1 * given->n1) + j / (given->n2 * given->n2);
          double t = variance > 0 ? fabs (i / given->n1 - j / given->n2) / sqrt (variance) : 0;

          if (pass == 0 && i == given->k1 && j == given->k2)
            observed = t;
          if (pass == 1 && t >= observed - 1e-9)
            sum += mappe_poisson_mass (i, rate * given->n1) * mappe_poisson_mass (j, rate * given->n2);
        }
  return sum;
}

static void
test_etest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS / 10; round++)
    {
      MappeETestCase given = { up_to (rand, 15), 1 + up_to (rand, 2), up_to (rand, 15), 1 + up_to (rand, 2) };
      MappeETestCase turned = { given.k2, given.n2, given.k1, given.n1 };
      MappeETest test = mappe_etest (&given), other = mappe_etest (&turned);

      if (given.k1 + given.k2 == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (test.p_separate, etest_by_hand (&given, FALSE), 1e-9);
      g_assert_cmpfloat_with_epsilon (test.p_pooled, etest_by_hand (&given, TRUE), 1e-9);
      g_assert_cmpfloat_with_epsilon (other.p_pooled, test.p_pooled, 1e-12);
    }
}

static double
binomial_by_hand (double x, double n, double p)
{
  double sum = 0, most = mappe_binomial_mass (x, n, p) * (1 + 1e-7);

  for (double k = 0; k <= n; k++)
    if (mappe_binomial_mass (k, n, p) <= most)
      sum += mappe_binomial_mass (k, n, p);
  return sum;
}

static void
test_rate_ratio (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      MappeRateRatioCase given = { random_count (rand), 12, random_count (rand), 9, 0.95, 2 };
      MappeRateRatioCase turned = { given.x0, 9, given.x1, 12, 0.95, 2 };
      MappeRateRatio one = mappe_rate_ratio (&given), other = mappe_rate_ratio (&turned);

      if (one.status == MAPPE_STATS_NO_EVENTS)
        continue;
      assert_inside (one.exact, one.ratio);
      assert_inside (one.score, one.ratio);
      assert_near (other.ratio, 1 / one.ratio);
      assert_near (other.exact.lo, 1 / one.exact.hi);
      assert_near (other.score.hi, 1 / one.score.lo);
      g_assert_cmpfloat_with_epsilon (other.p_exact, one.p_exact, 1e-9);
      if (given.x1 + given.x0 < 1000)
        g_assert_cmpfloat_with_epsilon (one.p_exact, binomial_by_hand (given.x1, given.x1 + given.x0, 12.0 / 21),
                                        1e-9);
      if (one.status == MAPPE_STATS_OK)
        assert_within (one.log, one.inflated);
      g_assert_true ((one.status == MAPPE_STATS_OK) == isfinite (one.log.lo));
    }
}

static void
test_rate_ratio_edges (void)
{
  MappeRateRatioCase given = { 5, 12, 0, 12, 0.95, 2 };
  MappeRateRatio ratio = mappe_rate_ratio (&given);

  g_assert_cmpint (ratio.status, ==, MAPPE_STATS_ZERO_BEFORE);
  g_assert_true (isinf (ratio.ratio) && isinf (ratio.exact.hi) && isinf (ratio.score.hi) && ratio.exact.lo > 0);
  /* An inflation below 1 never narrows. */
  given = (MappeRateRatioCase){ 5, 12, 8, 12, 0.95, 0.3 };
  ratio = mappe_rate_ratio (&given);
  assert_near (ratio.inflated.lo, ratio.log.lo);
  given.t0 = 0;
  g_assert_cmpint (mappe_rate_ratio (&given).status, ==, MAPPE_STATS_UNDEFINED);
  given = (MappeRateRatioCase){ NAN, 12, 8, 12, 0.95, 1 };
  g_assert_true (isnan (mappe_rate_ratio (&given).p_exact));
  /* Of the most cases that a double counts one by one; the search for the other tail must end. */
  {
    MappeRateRatioCase most = { 0, 12, 9007199254740992.0, 12, 0.95, 1 };

    g_assert_cmpint (mappe_rate_ratio (&most).status, ==, MAPPE_STATS_ZERO_AFTER);
    g_assert_true (isfinite (mappe_rate_ratio (&most).exact.hi));
  }
}

/* --- areas --- */

static void
test_relative_effect (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      MappeEffectCase given = { .a = random_count (rand),
                                .b = random_count (rand),
                                .c = random_count (rand),
                                .d = random_count (rand),
                                .conf = 0.95 };
      MappeEffectCase turned = given, inflated = given;
      MappeEffect one, other, third;

      turned.a = given.c, turned.b = given.d, turned.c = given.a, turned.d = given.b;
      inflated.inflation = MAPPE_INFLATION_X2;
      one = mappe_relative_effect (&given);
      other = mappe_relative_effect (&turned);
      third = mappe_relative_effect (&inflated);
      g_assert_cmpint (one.status, ==, other.status);
      if (one.status == MAPPE_STATS_UNDEFINED)
        continue;
      assert_inside (one.interval, one.res);
      assert_near (other.res, 1 / one.res);
      assert_near (other.interval.lo, 1 / one.interval.hi);
      assert_near (one.rirr, 1 / one.res);
      assert_near (third.variance, 2 * one.variance);
      assert_within (one.interval, third.interval);
      g_assert_true ((one.status == MAPPE_STATS_OK_HALF_ADDED) ==
                     (given.a == 0 || given.b == 0 || given.c == 0 || given.d == 0));
    }
  g_assert_cmpint (mappe_relative_effect_of_percents (-20, -100).status, ==, MAPPE_STATS_INFINITE);
  g_assert_cmpint (mappe_relative_effect_of_percents (-100, -100).status, ==, MAPPE_STATS_UNDEFINED);
  g_assert_true (isnan (mappe_relative_effect_of_percents (-101, 0).res));
}

static void
test_wdd (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      MappeWddCase given = { .measure = { random_count (rand), random_count (rand), 1 },
                             .comparison = { random_count (rand), random_count (rand), 1 },
                             .buffer = { random_count (rand), random_count (rand), 1 },
                             .buffer_comparison = { random_count (rand), random_count (rand), 1 },
                             .weight_before = 1,
                             .weight_after = 1,
                             .phi = 1,
                             .conf = 0.95 };
      MappeWddCase longer = given, without = given;
      MappeWdd one = mappe_wdd (&given), other, third;

      longer.weight_before = longer.weight_after = 2;
      other = mappe_wdd (&longer);
      assert_near (other.total, one.total / 2);
      assert_near (other.total_se, one.total_se / 2);
      assert_near (one.total, one.local + one.displaced);
      assert_near (one.total_se, hypot (one.local_se, one.displaced_se));
      without.buffer.before = without.buffer.after = NAN;
      without.buffer_comparison.before = without.buffer_comparison.after = NAN;
      third = mappe_wdd (&without);
      assert_near (third.total, one.local);
      if (one.status == MAPPE_STATS_OK)
        assert_inside (one.interval, one.total);
      /* The spread is four times as wide with four times the variance. */
      given.phi = 4;
      assert_near (mappe_wdd (&given).total_se, 2 * one.total_se);
    }
}

static void
test_wdd_edges (void)
{
  MappeWddCase given = { .measure = { 10, 5, 1 },
                         .comparison = { 10, NAN, 1 },
                         .buffer = { NAN, NAN, 1 },
                         .buffer_comparison = { NAN, NAN, 1 },
                         .weight_before = 1,
                         .weight_after = 1,
                         .phi = 1,
                         .conf = 0.95 };

  g_assert_cmpint (mappe_wdd (&given).status, ==, MAPPE_STATS_UNDEFINED);
  given.comparison.after = 9;
  g_assert_cmpint (mappe_wdd (&given).status, ==, MAPPE_STATS_OK);
  given.buffer.before = 3;
  g_assert_true (isnan (mappe_wdd (&given).total));
  given.buffer.after = 4;
  given.weight_after = 0;
  g_assert_cmpint (mappe_wdd (&given).status, ==, MAPPE_STATS_UNDEFINED);
}

static void
test_wdq (void)
{
  static const struct {
    double counts[6];
    MappeWdqReading reading;
  } cases[] = {
    { { 100, 50, 100, 40, 100, 100 }, MAPPE_WDQ_DIFFUSION_ABOVE_DIRECT },
    { { 100, 50, 100, 50, 100, 100 }, MAPPE_WDQ_DIFFUSION },
    { { 100, 50, 100, 75, 100, 100 }, MAPPE_WDQ_DIFFUSION },
    { { 100, 50, 100, 100, 100, 100 }, MAPPE_WDQ_NONE },
    { { 100, 50, 100, 120, 100, 100 }, MAPPE_WDQ_DISPLACEMENT_PARTIAL },
    { { 40, 36, 20, 24, 400, 400 }, MAPPE_WDQ_DISPLACEMENT_EQUALS_DIRECT },
    { { 100, 50, 100, 170, 100, 100 }, MAPPE_WDQ_DISPLACEMENT_ABOVE_DIRECT },
    { { 100, 110, 100, 90, 100, 100 }, MAPPE_WDQ_NO_SUCCESS },
    { { 30, 10, 5, 5, 9, 3 }, MAPPE_WDQ_NO_SUCCESS }, /* fell as the comparison did */
    { { 100, 50, 100, 90, 0, 100 }, MAPPE_WDQ_CONTROL_ZERO },
    { { 100, 50, NAN, 90, 100, 100 }, MAPPE_WDQ_UNDEFINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *c = cases[i].counts;
      MappeWdq found =
          mappe_wdq (&(MappeZone){ c[0], c[1], 1 }, &(MappeZone){ c[2], c[3], 1 }, &(MappeZone){ c[4], c[5], 1 });

      g_assert_cmpstr (mappe_wdq_reading_word (found.reading), ==, mappe_wdq_reading_word (cases[i].reading));
      g_assert_true (isnan (found.wdq) == (cases[i].reading >= MAPPE_WDQ_NO_SUCCESS));
    }
}

static void
test_pooling (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double effects[8], variances[8], moved[8];
      gsize n = 1 + (gsize) up_to (rand, 7);
      MappePooling one, other;

      for (gsize i = 0; i < n; i++)
        {
          effects[i] = g_rand_double_range (rand, -1, 1);
          variances[i] = g_rand_double_range (rand, 0.01, 0.5);
          moved[i] = effects[i] + 3;
        }
      one = mappe_pool_effects (effects, variances, n);
      other = mappe_pool_effects (moved, variances, n);
      assert_near (other.fixed.estimate, one.fixed.estimate + 3);
      g_assert_cmpfloat_with_epsilon (other.tau2, one.tau2, 1e-9);
      g_assert_true (one.random.se >= one.fixed.se * (1 - 1e-12) && one.tau2 >= 0 && one.i2 >= 0 && one.i2 <= 100);
      assert_inside (one.random.interval, one.random.estimate);
    }
  g_assert_true (isnan (mappe_pool_effects (NULL, NULL, 0).fixed.estimate));
}

/* --- surveys --- */

static void
test_share (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double n = 1 + random_count (rand), x = up_to (rand, (int) n);
      MappeShare one = mappe_share_of (x, n, 0.95), other = mappe_share_of (n - x, n, 0.95);

      assert_inside (one.wilson, one.p);
      assert_inside (one.wilson_corrected, one.p);
      assert_inside (one.exact, one.p);
      assert_within (one.wilson, one.wilson_corrected);
      assert_within (mappe_share_of (x, n, 0.8).exact, one.exact);
      g_assert_cmpfloat_with_epsilon (other.wilson.lo, 1 - one.wilson.hi, 1e-12);
      g_assert_cmpfloat_with_epsilon (other.exact.hi, 1 - one.exact.lo, 1e-9);
      g_assert_cmpfloat_with_epsilon (other.wilson_corrected.hi, 1 - one.wilson_corrected.lo, 1e-12);
      g_assert_true (x > 0 || (one.wilson.lo == 0 && one.exact.lo == 0 && one.wilson_corrected.lo == 0));
      g_assert_true (x < n || (one.wilson.hi == 1 && one.exact.hi == 1 && one.wilson_corrected.hi == 1));
    }
  g_assert_cmpint (mappe_share_of (3, 2, 0.95).status, ==, MAPPE_STATS_BAD_INPUT);
  g_assert_cmpint (mappe_share_of (0, 0, 0.95).status, ==, MAPPE_STATS_NO_ANSWERS);
  g_assert_cmpint (mappe_share_of (NAN, 9, 0.95).status, ==, MAPPE_STATS_UNDEFINED);
}

static void
test_share_difference (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double n1 = 1 + up_to (rand, 300), n2 = 1 + up_to (rand, 300);
      MappeShareCase given = { up_to (rand, (int) n1), n1, up_to (rand, (int) n2), n2, 0.95 };
      MappeShareCase turned = { given.x2, n2, given.x1, n1, 0.95 };
      MappeShareDifference one = mappe_share_difference (&given), other = mappe_share_difference (&turned);

      assert_inside (one.score, one.diff);
      assert_within ((MappeInterval){ one.score.lo + 2, one.score.hi + 2 },
                     (MappeInterval){ one.corrected.lo + 2, one.corrected.hi + 2 });
      g_assert_cmpfloat_with_epsilon (other.score.lo, -one.score.hi, 1e-12);
      assert_near (other.z, -one.z);
      assert_near (other.h, -one.h);
    }
}

static void
test_paired (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      MappePairedCase given = { up_to (rand, 40), up_to (rand, round % 3 == 0 ? 1 : 40), up_to (rand, 40),
                                up_to (rand, 40), 0.95 };
      MappePairedCase turned = { given.both, given.lost, given.gained, given.neither, 0.95 };
      MappePaired one = mappe_paired (&given), other = mappe_paired (&turned);

      if (one.status == MAPPE_STATS_NO_ANSWERS)
        continue;
      assert_inside (one.tango, one.diff);
      assert_inside (one.newcombe, one.diff);
      g_assert_cmpfloat_with_epsilon (other.tango.lo, -one.tango.hi, 1e-9);
      g_assert_cmpfloat_with_epsilon (other.newcombe.lo, -one.newcombe.hi, 1e-12);
      g_assert_cmpfloat_with_epsilon (other.p_mcnemar, one.p_mcnemar, 1e-12);
      g_assert_cmpfloat_with_epsilon (one.p_mcnemar,
                                      binomial_by_hand (given.gained, given.gained + given.lost, 0.5), 1e-9);
      g_assert_true (one.tango.lo >= -1 && one.tango.hi <= 1);
      g_assert_true (one.status == MAPPE_STATS_NO_CHANGERS || one.chi2_corrected <= one.chi2);
    }
}

static void
test_ranks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double steps1[5] = { 0 }, steps2[5] = { 0 }, first[40], second[40], w = 0;
      gsize n1 = 1 + (gsize) up_to (rand, 38), n2 = 1 + (gsize) up_to (rand, 38);
      MappeRankSum raw, counted, turned;

      for (gsize i = 0; i < n1; i++)
        steps1[(int) (first[i] = up_to (rand, 4))]++;
      for (gsize i = 0; i < n2; i++)
        steps2[(int) (second[i] = up_to (rand, 4))]++;
      for (gsize i = 0; i < n1; i++)
        for (gsize j = 0; j < n2; j++)
          w += first[i] > second[j] ? 1 : first[i] == second[j] ? 0.5 : 0;
      raw = mappe_rank_sum (first, n1, second, n2);
      counted = mappe_rank_sum_of_steps (steps1, steps2, 5);
      turned = mappe_rank_sum (second, n2, first, n1);
      assert_near (raw.w, w);
      assert_near (counted.w, raw.w);
      assert_near (counted.z, raw.z);
      assert_near (turned.z, -raw.z);
      g_assert_cmpfloat_with_epsilon (turned.superiority, 1 - raw.superiority, 1e-12);
    }
  g_assert_cmpint (mappe_rank_sum (NULL, 0, NULL, 0).status, ==, MAPPE_STATS_NO_ANSWERS);
}

static void
test_means (void)
{
  MappeMeanCase given = { 3.1, 0.9, 240, 2.8, 1, 251, 0.95 }, turned = { 2.8, 1, 251, 3.1, 0.9, 240, 0.95 };
  MappeMeanDifference one = mappe_mean_difference (&given), other = mappe_mean_difference (&turned);

  assert_inside (one.interval, one.diff);
  assert_near (other.interval.lo, -one.interval.hi);
  assert_near (other.g, -one.g);
  assert_near (other.p, one.p);
  given.s1 = given.s2 = 0;
  g_assert_cmpint (mappe_mean_difference (&given).status, ==, MAPPE_STATS_UNDEFINED);
  given.n2 = 1;
  g_assert_cmpint (mappe_mean_difference (&given).status, ==, MAPPE_STATS_TOO_FEW);
}

static void
test_likert (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double counts[7], turned[7], shares[7], others[7], sum = 0;
      gsize n = 2 + (gsize) up_to (rand, 5);
      MappeLikert one, other;

      for (gsize i = 0; i < n; i++)
        turned[n - 1 - i] = counts[i] = up_to (rand, 20);
      one = mappe_likert (counts, n, shares);
      other = mappe_likert (turned, n, others);
      if (one.status == MAPPE_STATS_NO_ANSWERS)
        continue;
      for (gsize i = 0; i < n; i++)
        sum += shares[i];
      assert_near (sum, 100);
      assert_near (one.negative + one.neutral + one.positive, 100);
      assert_near (one.right - one.left, 100);
      assert_near (other.net, -one.net);
      assert_near (other.left, -one.right);
      g_assert_cmpfloat_with_epsilon (other.mean, (double) n + 1 - one.mean, 1e-12);
      assert_near (other.median, (double) n + 1 - one.median);
      g_assert_true (n % 2 == 1 || one.neutral == 0);
      assert_inside (one.positive_interval, one.positive);
    }
}

static void
test_surveys (void)
{
  const double weights[] = { 1, 2, 0.5, NAN, 3 }, answers[] = { 1, 0, 1, 1, NAN },
               times[] = { 10, 20, 5, NAN, 30 };
  MappeWeightedShare one = mappe_weighted_share (weights, answers, 5, 3), other;
  MappeDidCase did = { TRUE, { { 20, 50 }, { 30, 50 } }, { { 20, 50 }, { 20, 50 } }, 0.95 };

  g_assert_cmpuint (one.n, ==, 3);
  assert_near (one.p, 1.5 / 3.5);
  /* Everybody answered: nothing is left to chance. */
  g_assert_true (one.fpc == 0 && one.interval_fpc.lo == one.p && one.interval_fpc.hi == one.p);
  other = mappe_weighted_share (times, answers, 5, NAN);
  assert_near (other.n_eff, one.n_eff);
  assert_near (other.interval.lo, one.interval.lo);
  g_assert_true (isnan (other.fpc) && isnan (other.interval_fpc.lo));
  assert_near (mappe_did (&did).did, 0.2);
  assert_inside (mappe_did (&did).interval, 0.2);
  did.measure[1].value = 51;
  g_assert_true (isnan (mappe_did (&did).did));
  did = (MappeDidCase){ FALSE, { { 2, 0 }, { 3, 0 } }, { { 2, 0 }, { 2, 0 } }, 0.95 };
  g_assert_true (mappe_did (&did).did == 1 && mappe_did (&did).se == 0 && isnan (mappe_did (&did).z));
}

static void
test_goals (void)
{
  const double weights[] = { 2, 1, 0 }, levels[] = { 1, -1, 2 }, times[] = { 20, 10, 0 };
  const double half[] = { 0.5, 0, 0 }, missing[] = { NAN, 1, 1 }, mirrored[] = { -1, 1, -2 };
  double one = mappe_goal_attainment (weights, levels, 3, 0.3).t;

  assert_near (mappe_goal_attainment (times, levels, 3, 0.3).t, one);
  assert_near (mappe_goal_attainment (weights, mirrored, 3, 0.3).t, 100 - one);
  assert_near (mappe_goal_attainment (weights, levels, 2, 0.3).t, one);
  g_assert_cmpint (mappe_goal_attainment (weights, half, 3, 0.3).status, ==, MAPPE_STATS_BAD_INPUT);
  g_assert_cmpint (mappe_goal_attainment (weights, missing, 3, 0.3).status, ==, MAPPE_STATS_UNDEFINED);
  g_assert_cmpint (mappe_goal_attainment (weights + 2, levels, 1, 0.3).status, ==, MAPPE_STATS_NO_GOALS);
  g_assert_cmpint (mappe_goal_attainment (weights, levels, 3, 1.5).status, ==, MAPPE_STATS_BAD_INPUT);
}

/* --- what may be shown and said --- */

/* No row or column keeps exactly one hidden count, if it has another to hide; small counts never show. */
static void
test_disclosure (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      gsize rows = 1 + (gsize) up_to (rand, 4), columns = 1 + (gsize) up_to (rand, 4);
      double counts[25];
      gboolean hidden[25];
      MappeDisclosureCase given = { counts, rows, columns, 5, round % 2 == 0, TRUE };
      MappeDisclosure found;
      gsize small = 0;

      for (gsize i = 0; i < rows * columns; i++)
        counts[i] = up_to (rand, 12);
      found = mappe_disclosure_hide (&given, hidden);
      for (gsize i = 0; i < rows * columns; i++)
        {
          gboolean is_small = counts[i] < 5 && (counts[i] > 0 || !given.zero_shown);

          g_assert_true (hidden[i] || !is_small);
          small += is_small;
        }
      g_assert_cmpuint (found.n_small, ==, small);
      for (gsize row = 0; columns > 1 && row < rows; row++)
        {
          gsize alone = 0;

          for (gsize i = 0; i < columns; i++)
            alone += hidden[row * columns + i];
          g_assert_cmpuint (alone, !=, 1);
        }
      given.protect = FALSE;
      g_assert_cmpuint (mappe_disclosure_hide (&given, hidden).n_hidden, ==, small);
    }
}

static void
test_disclosure_gives_away (void)
{
  const double ones[] = { 1, 1, 20 }, other[] = { 1, 2, 20 };
  gboolean hidden[3];
  MappeDisclosureCase given = { ones, 1, 3, 5, TRUE, TRUE };

  g_assert_true (mappe_disclosure_hide (&given, hidden).gives_away);
  given.counts = other;
  g_assert_false (mappe_disclosure_hide (&given, hidden).gives_away);
  given.protect = FALSE;
  given.threshold = 2;
  g_assert_true (mappe_disclosure_hide (&given, hidden).gives_away);
  g_assert_true (mappe_disclosure_round (5, 10) == 10 && mappe_disclosure_round (14.9, 10) == 10);
  g_assert_true (isnan (mappe_disclosure_round (5, 0)) && isnan (mappe_disclosure_round (NAN, 5)));
}

static void
test_evidence (void)
{
  MappeEvidenceDesign design = { .kind = MAPPE_EVIDENCE_COUNT,
                                 .has_before = TRUE,
                                 .has_after = TRUE,
                                 .n_pre = 36,
                                 .n_post = 24,
                                 .has_control = TRUE,
                                 .control_similar = TRUE,
                                 .n_units_t = 1,
                                 .n_units_c = 1,
                                 .random = TRUE };

  /* One random pair is no level 5. */
  g_assert_cmpint (mappe_evidence_grade (&design).level, ==, 3);
  design.n_units_t = design.n_units_c = 4;
  g_assert_cmpint (mappe_evidence_grade (&design).level, ==, 5);
  design.random = FALSE;
  design.adjusted = TRUE;
  g_assert_cmpint (mappe_evidence_grade (&design).claim, ==, MAPPE_EVIDENCE_C4);
  design.adjusted = design.control_similar = FALSE;
  g_assert_cmpint (mappe_evidence_grade (&design).claim, ==, MAPPE_EVIDENCE_C2);
  g_assert_cmpstr (mappe_evidence_grade (&design).methods[0], ==, "res");
  design.has_control = FALSE;
  g_assert_cmpstr (mappe_evidence_grade (&design).methods[0], ==, "rate_ratio");
  g_assert_cmpstr (mappe_evidence_grade (&design).methods[4], ==, "its_glm");
  design.n_pre = design.n_post = 0;
  g_assert_cmpuint (mappe_evidence_grade (&design).n_methods, ==, 2);
  g_assert_cmpstr (mappe_evidence_grade (&design).methods[1], ==, "poisson_z");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats-counts/rate", test_rate);
  g_test_add_func ("/stats-counts/poisson", test_poisson);
  g_test_add_func ("/stats-counts/poisson-z", test_poisson_z);
  g_test_add_func ("/stats-counts/etest", test_etest);
  g_test_add_func ("/stats-counts/rate-ratio", test_rate_ratio);
  g_test_add_func ("/stats-counts/rate-ratio-edges", test_rate_ratio_edges);
  g_test_add_func ("/stats-counts/relative-effect", test_relative_effect);
  g_test_add_func ("/stats-counts/wdd", test_wdd);
  g_test_add_func ("/stats-counts/wdd-edges", test_wdd_edges);
  g_test_add_func ("/stats-counts/wdq", test_wdq);
  g_test_add_func ("/stats-counts/pooling", test_pooling);
  g_test_add_func ("/stats-counts/share", test_share);
  g_test_add_func ("/stats-counts/share-difference", test_share_difference);
  g_test_add_func ("/stats-counts/paired", test_paired);
  g_test_add_func ("/stats-counts/ranks", test_ranks);
  g_test_add_func ("/stats-counts/means", test_means);
  g_test_add_func ("/stats-counts/likert", test_likert);
  g_test_add_func ("/stats-counts/surveys", test_surveys);
  g_test_add_func ("/stats-counts/goals", test_goals);
  g_test_add_func ("/stats-counts/disclosure", test_disclosure);
  g_test_add_func ("/stats-counts/disclosure-gives-away", test_disclosure_gives_away);
  g_test_add_func ("/stats-counts/evidence", test_evidence);
  return g_test_run ();
}
