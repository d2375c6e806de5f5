/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Answers a group below which a rank test by the normal distribution is only a hint. */
#define MAPPE_SCALE_SMALL_GROUP 10

/**
 * MappeLikert: answers on a scale, shares in percent
 * @n: answers
 * @negative: below the middle
 * @neutral: in the middle; 0 of a scale with an even number of steps
 * @positive: above the middle
 * @net: @positive - @negative
 * @left: left end of the diverging bar, -(negative + neutral/2)
 * @right: right end, positive + neutral/2
 * @mean: of the steps, counted from 1
 * @sd: with n - 1
 * @positive_interval: Wilson's for @positive, 95 %
 * @median: of the steps
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_SMALL_N below 30, MAPPE_STATS_SUPPRESS below 5, MAPPE_STATS_NO_ANSWERS
 */
typedef struct {
  double           n;
  double           negative, neutral, positive;
  double           net;
  double           left, right;
  double           mean, sd;
  MappeInterval    positive_interval;
  double           median;
  MappeStatsStatus status;
} MappeLikert;

/**
 * MappeRankSum: two groups of answers compared by their ranks
 * @n1: of the first group
 * @n2: of the second
 * @w: pairs in which the first answered higher, ties half
 * @z: with ties and continuity correction
 * @p: two-sided
 * @superiority: w / (n1 n2): probability that one of the first group answers higher; 0.5 = no change
 * @delta: Cliff's delta, 2 @superiority - 1
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_SMALL_N below 10 in a group, MAPPE_STATS_NO_ANSWERS
 */
typedef struct {
  double           n1, n2;
  double           w;
  double           z;
  double           p;
  double           superiority;
  double           delta;
  MappeStatsStatus status;
} MappeRankSum;

/**
 * MappeMeanCase: means, standard deviations and numbers of two groups
 */
typedef struct {
  double m1, s1, n1;
  double m2, s2, n2;
  double conf;
} MappeMeanCase;

/**
 * MappeMeanDifference:
 * @diff: m1 - m2
 * @se: √(s1²/n1 + s2²/n2)
 * @df: Welch's degrees of freedom
 * @t: @diff / @se
 * @p: two-sided
 * @interval: of @diff
 * @d: Cohen's d, @diff by the pooled standard deviation
 * @g: Hedges' g, @d less its bias
 * @var_g: variance of @g
 * @status: MAPPE_STATS_OK, MAPPE_STATS_TOO_FEW below two in a group, MAPPE_STATS_UNDEFINED where nothing varies
 */
typedef struct {
  double           diff;
  double           se;
  double           df;
  double           t;
  double           p;
  MappeInterval    interval;
  double           d;
  double           g;
  double           var_g;
  MappeStatsStatus status;
} MappeMeanDifference;

MappeLikert         mappe_likert            (const double *counts, gsize n_steps, double *shares);
MappeRankSum        mappe_rank_sum          (const double *first, gsize n1, const double *second, gsize n2);
MappeRankSum        mappe_rank_sum_of_steps (const double *first, const double *second, gsize n_steps);
MappeMeanDifference mappe_mean_difference   (const MappeMeanCase *given);

G_END_DECLS
