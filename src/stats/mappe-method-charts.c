/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-control-chart.h"
#include "mappe-cusum.h"
#include "mappe-method-private.h"
#include "mappe-run-chart.h"
#include "mappe-signals.h"

/* Methods for run charts and control charts. */

/* Periods of a baseline; all of them if none is given, or more than there are. */
static gsize
baseline_of (const MappeMethodValue *value, gsize n)
{
  return value->number < (double) n ? (gsize) value->number : n;
}

/* The line: a number, or the median or mean of the baseline. */
static double
centre_of (const MappeMethodValue *rule, const MappeMethodValue *series, gsize baseline)
{
  g_autofree double *values = NULL;

  if (!rule->is_word)
    return rule->number;
  if (rule->number == 0)
    return mappe_run_chart_median (series->numbers, baseline);
  values = g_new (double, baseline + 1);
  return mappe_stats_mean (values, mappe_stats_present (series->numbers, baseline, values, NULL));
}

static void
run_run_chart (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  double centre = centre_of (&in[1], &in[0], baseline_of (&in[2], in[0].n));
  MappeRunChart chart;
  gboolean runs;

  chart = mappe_run_chart (in[0].numbers, in[0].n, centre);
  runs = chart.n_useful > 0;
  mappe_answer_number (answer, chart.centre);
  mappe_answer_number (answer, (double) chart.n_useful);
  mappe_answer_number (answer, runs ? (double) chart.longest : NAN);
  mappe_answer_number (answer, runs ? (double) chart.longest_max : NAN);
  mappe_answer_number (answer, runs ? (double) chart.crossings : NAN);
  mappe_answer_number (answer, runs ? (double) chart.crossings_min : NAN);
  mappe_answer_number (answer, chart.signal ? 1 : 0);
  mappe_answer_status (answer, chart.status);
}

static void
run_xmr (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeXmr chart = mappe_xmr (in[0].numbers, in[0].n, baseline_of (&in[1], in[0].n));
  g_autofree gsize *out = g_new (gsize, in[0].n + 1);
  gsize n_out = 0;

  for (gsize i = 0; i < in[0].n; i++)
    if (mappe_control_chart_is_out (in[0].numbers[i], chart.limits))
      out[n_out++] = i + 1;
  mappe_answer_number (answer, chart.mean);
  mappe_answer_number (answer, chart.mean_range);
  mappe_answer_interval (answer, chart.limits);
  mappe_answer_number (answer, chart.range_limit);
  if (isnan (chart.limits.lo))
    mappe_answer_number (answer, NAN);
  else
    mappe_answer_places (answer, out, n_out);
  mappe_answer_status (answer, chart.status);
}

/* --- attribute charts --- */

static gboolean
check_attributes (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeAttributeKind kind = (MappeAttributeKind) in[0].number;
  gboolean of_shares = kind == MAPPE_ATTRIBUTE_P || kind == MAPPE_ATTRIBUTE_P_LANEY;

  if (kind == MAPPE_ATTRIBUTE_C)
    return TRUE;
  if (!mappe_answer_same_length (answer, in, 2, 1))
    return FALSE;
  for (gsize i = 0; of_shares && i < in[1].n; i++)
    if (in[1].numbers[i] > in[2].numbers[i])
      {
        mappe_answer_fault (answer, 1, i + 1, MAPPE_METHOD_MORE_THAN_ALL);
        return FALSE;
      }
  return TRUE;
}

static gboolean *
read_excluded (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  gboolean *excluded = g_new0 (gboolean, in[1].n + 1);

  for (gsize i = 0; i < in[3].n; i++)
    {
      if (in[3].numbers[i] > (double) in[1].n)
        mappe_answer_fault (answer, 3, i + 1, MAPPE_METHOD_TOO_LARGE);
      else if (!isnan (in[3].numbers[i]))
        excluded[(gsize) in[3].numbers[i] - 1] = TRUE;
    }
  return excluded;
}

static void
answer_attributes (MappeMethodAnswer *answer, const MappeAttributeChart *chart, const MappeAttributeCase *given)
{
  g_autofree gsize *out = g_new (gsize, given->n + 1);
  MappeInterval first = MAPPE_INTERVAL_NONE, last = MAPPE_INTERVAL_NONE;
  gsize n_out = 0;

  for (gsize i = 0; i < given->n; i++)
    {
      MappeInterval limits = mappe_attribute_chart_limits (chart, given, i);

      if (mappe_control_chart_is_out (mappe_attribute_chart_point (given, i), limits))
        out[n_out++] = i + 1;
      first = i == 0 ? limits : first;
      last = limits;
    }
  mappe_answer_number (answer, chart->centre);
  mappe_answer_number (answer, chart->sigma_z);
  mappe_answer_interval (answer, first);
  mappe_answer_interval (answer, last);
  if (isnan (first.lo) && isnan (last.lo))
    mappe_answer_number (answer, NAN);
  else
    mappe_answer_places (answer, out, n_out);
}

static void
run_attribute_chart (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  g_autofree gboolean *excluded = read_excluded (in, answer);
  MappeAttributeCase given = { (MappeAttributeKind) in[0].number, in[1].numbers, in[2].numbers, excluded,
                               in[1].n };
  MappeAttributeChart chart;

  if (!check_attributes (in, answer))
    return;
  chart = mappe_attribute_chart (&given);
  answer_attributes (answer, &chart, &given);
}

/* --- signals --- */

static void
run_rules (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  double centre = in[1].number, sigma = in[2].number;
  g_autofree gsize *places = g_new (gsize, in[0].n + 1);

  for (MappeSignalRule rule = 0; rule < MAPPE_SIGNAL_N_RULES; rule++)
    {
      if (isnan (centre) || (isnan (sigma) && mappe_signal_needs_sigma (rule)))
        mappe_answer_number (answer, NAN);
      else
        mappe_answer_places (answer, places,
                             mappe_signal_find (rule, in[0].numbers, in[0].n, centre, sigma, places));
    }
}

static void
answer_first (MappeMethodAnswer *answer, gsize place, double limit)
{
  if (isnan (limit))
    mappe_answer_number (answer, NAN);
  else
    mappe_answer_places (answer, &place, place > 0 ? 1 : 0);
}

static void
run_cusum (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  const double settings[] = { in[1].number, in[2].number, in[3].number };
  gsize n = in[0].n;
  g_autofree double *upper = g_new (double, n + 1), *lower = g_new (double, n + 1);
  gboolean known = !isnan (settings[0]) && !isnan (settings[1]);
  MappeCusum found = mappe_cusum (in[0].numbers, n, settings, upper, lower);

  mappe_answer_numbers (answer, upper, known ? n : 0);
  mappe_answer_numbers (answer, lower, known ? n : 0);
  answer_first (answer, found.first_up, known ? settings[2] : NAN);
  answer_first (answer, found.first_down, known ? settings[2] : NAN);
}

const MappeMethod mappe_methods_charts[] = {
  { "run_chart",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS },
                          { "centre_rule", MAPPE_METHOD_WORD_OR_REAL, "median|mean" },
                          { "freeze", MAPPE_METHOD_PLACE }),
    "centre n_useful longest longest_max crossings crossings_min signal status", run_run_chart },
  { "xmr", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS }, { "baseline", MAPPE_METHOD_PLACE }),
    "mean mrbar lcl ucl mr_ucl out status", run_xmr },
  { "attribute_chart",
    MAPPE_METHOD_COLUMNS ({ "kind", MAPPE_METHOD_WORD, "c|u|p|u'|p'" },
                          { "x", MAPPE_METHOD_AMOUNTS },
                          { "n", MAPPE_METHOD_AMOUNTS },
                          { "exclude", MAPPE_METHOD_PLACES }),
    "centre sigma_z lcl_first ucl_first lcl_last ucl_last out", run_attribute_chart },
  { "rules",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS },
                          { "centre", MAPPE_METHOD_REAL },
                          { "sigma", MAPPE_METHOD_AMOUNT }),
    "beyond3 run9 run8 trend6 alt14 two3 four5 in15 out8 nhs_shift7 nhs_trend7 nhs_two3", run_rules },
  { "cusum",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS },
                          { "target", MAPPE_METHOD_REAL },
                          { "k", MAPPE_METHOD_AMOUNT },
                          { "h", MAPPE_METHOD_AMOUNT }),
    "cplus cminus first_up first_down", run_cusum },
  { NULL }
};
