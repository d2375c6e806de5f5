/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-displacement.h"

#include <math.h>

#include "mappe-normal.h"

/* Quotients of counts this near a border of the reading lie on it. */
#define BORDER 1e-9

/* --- difference --- */

typedef struct {
  double change;
  double variance;
} Change;

static gboolean
is_missing (const MappeZone *zone)
{
  return isnan (zone->before) && isnan (zone->after);
}

/* Change of a zone per unit of period and area. Its variance is that of Poisson counts, each divided by the
 * square. */
static Change
change_of (const MappeZone *zone, const MappeWddCase *given)
{
  double before = given->weight_before * zone->weight, after = given->weight_after * zone->weight;

  if (is_missing (zone))
    return (Change){ 0, 0 };
  if (!mappe_stats_is_amount (zone->before) || !mappe_stats_is_amount (zone->after) || !(before > 0) ||
      !(after > 0) || !isfinite (before + after))
    return (Change){ NAN, NAN };
  return (Change){ zone->after / after - zone->before / before,
                   zone->before / (before * before) + zone->after / (after * after) };
}

/**
 * mappe_wdd:
 *
 * WDD = [(T1 - T0) - (C1 - C0)] + [(D1 - D0) - (DC1 - DC0)]; its variance is the sum of all eight counts, each
 * divided by its weights squared, times phi; interval and z normal. A missing buffer, or comparison of a buffer,
 * counts as 0 and 0; without a comparison the buffer's part contains the general trend. Two zones must not share
 * one comparison: its difference would enter twice and its variance four times. The measure area with its
 * comparison must be there. Source: Wheeler and Ratcliffe 2018, Crime Science 7:11; the formula, not the bracket
 * of an early release of ptools.
 *
 * Returns: the difference
 */
MappeWdd
mappe_wdd (const MappeWddCase *given)
{
  MappeWdd found = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, MAPPE_INTERVAL_NONE, MAPPE_STATS_UNDEFINED };
  Change measure = change_of (&given->measure, given), comparison = change_of (&given->comparison, given);
  Change buffer = change_of (&given->buffer, given), other = change_of (&given->buffer_comparison, given);
  double phi = MAX (1, given->phi);

  if (is_missing (&given->measure) || is_missing (&given->comparison) ||
      isnan (measure.change + comparison.change + buffer.change + other.change) || isnan (given->phi))
    return found;
  found.local = measure.change - comparison.change;
  found.local_se = sqrt (phi * (measure.variance + comparison.variance));
  found.displaced = buffer.change - other.change;
  found.displaced_se = sqrt (phi * (buffer.variance + other.variance));
  found.total = found.local + found.displaced;
  found.total_se = sqrt (phi * (measure.variance + comparison.variance + buffer.variance + other.variance));
  found.status = found.total_se > 0 ? MAPPE_STATS_OK : MAPPE_STATS_NO_EVENTS;
  if (found.status == MAPPE_STATS_OK)
    {
      found.z = found.total / found.total_se;
      found.p = mappe_normal_two_sided (found.z);
      found.interval = mappe_stats_normal (found.total, found.total_se, given->conf);
    }
  return found;
}

/**
 * mappe_wdd_harm:
 * @estimates: (array length=n): differences, one for each offence
 * @errors: (array length=n): their standard errors
 * @weights: (array length=n): harm of one case of each (days of sentence, cost)
 * @n: number of offences
 * @conf: confidence
 *
 * Sum of weight × difference; variance is the sum of weight² × error². Source: Wheeler 2020, "Amending the WDD
 * test to incorporate harm weights".
 *
 * Returns: the sum in units of harm; NAN of no offence
 */
MappeWddSum
mappe_wdd_harm (const double *estimates, const double *errors, const double *weights, gsize n, double conf)
{
  MappeWddSum sum = { NAN, NAN, NAN, MAPPE_INTERVAL_NONE };
  double total = 0, variance = 0;

  for (gsize i = 0; i < n; i++)
    {
      total += weights[i] * estimates[i];
      variance += weights[i] * weights[i] * errors[i] * errors[i];
    }
  if (n == 0 || isnan (total) || isnan (variance))
    return sum;
  sum.total = total;
  sum.total_se = sqrt (variance);
  if (sum.total_se > 0)
    sum.z = sum.total / sum.total_se;
  sum.interval = mappe_stats_normal (sum.total, sum.total_se, conf);
  return sum;
}

/* --- quotient --- */

static MappeWdqReading
read_quotient (double success, double wdq)
{
  if (isnan (success))
    return MAPPE_WDQ_UNDEFINED;
  if (isnan (wdq))
    return MAPPE_WDQ_NO_SUCCESS;
  if (fabs (wdq) <= BORDER)
    return MAPPE_WDQ_NONE;
  if (wdq > 0)
    return wdq > 1 + BORDER ? MAPPE_WDQ_DIFFUSION_ABOVE_DIRECT : MAPPE_WDQ_DIFFUSION;
  if (fabs (wdq + 1) <= BORDER)
    return MAPPE_WDQ_DISPLACEMENT_EQUALS_DIRECT;
  return wdq < -1 ? MAPPE_WDQ_DISPLACEMENT_ABOVE_DIRECT : MAPPE_WDQ_DISPLACEMENT_PARTIAL;
}

/**
 * mappe_wdq:
 *
 * WDQ = (D1/C1 - D0/C0) / (R1/C1 - R0/C0). It is read only if the denominator, the success measure, is below 0:
 * the area fell more than its comparison. There is no standard error: it describes, and the weighted displacement
 * difference carries the interval. Near a success of 0 it is unstable. Sources: Bowers and Johnson 2003, J Quant
 * Criminol 19:275; POP Center, tool guide 10.
 *
 * Returns: the quotient with its parts
 */
MappeWdq
mappe_wdq (const MappeZone *measure, const MappeZone *buffer, const MappeZone *comparison)
{
  MappeWdq found = { NAN, NAN, NAN, NAN, NAN, NAN, MAPPE_WDQ_UNDEFINED };
  double c0 = comparison->before, c1 = comparison->after;
  double share0 = measure->before / c0, share1 = measure->after / c1;

  found.gross = measure->before - measure->after;
  if (c0 <= 0 || c1 <= 0)
    {
      found.reading = MAPPE_WDQ_CONTROL_ZERO;
      return found;
    }
  found.net = share0 - share1;
  found.success = share1 - share0;
  found.buffer = buffer->after / c1 - buffer->before / c0;
  found.total_net = (measure->before * c1 / c0 - measure->after) + (buffer->before * c1 / c0 - buffer->after);
  if (isnan (found.success + found.buffer))
    return found;
  if (found.success < -BORDER * (share0 + share1))
    found.wdq = found.buffer / found.success;
  found.reading = read_quotient (found.success, found.wdq);
  return found;
}

/** mappe_wdq_reading_word: Returns: the stable word for @reading; not translated */
const char *
mappe_wdq_reading_word (MappeWdqReading reading)
{
  static const char *const words[] = {
    "diffusion_above_direct",
    "diffusion",
    "none",
    "displacement_partial",
    "displacement_equals_direct",
    "displacement_above_direct",
    "no_success",
    "undefined_control_zero",
    "undefined",
  };

  return words[reading];
}
