/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-method-private.h"
#include "mappe-poisson.h"
#include "mappe-rate-ratio.h"
#include "mappe-rate.h"

/* Methods for the counts of one area. */

static void
run_rate (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeRateCase given = { in[0].number, in[1].number, in[2].number, in[3].number, in[4].number };
  MappeRate rate = mappe_rate_compare (&given);

  mappe_answer_number (answer, rate.rate0);
  mappe_answer_number (answer, rate.rate1);
  mappe_answer_number (answer, rate.diff_count);
  mappe_answer_number (answer, rate.pct_count);
  mappe_answer_number (answer, rate.pct_rate);
  mappe_answer_number (answer, rate.index1);
  mappe_answer_status (answer, rate.status);
}

static void
run_poisson_ci (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappePoissonIntervals found = mappe_poisson_intervals (in[0].number, in[1].number, in[2].number);

  mappe_answer_number (answer, found.rate);
  mappe_answer_interval (answer, found.exact);
  mappe_answer_interval (answer, found.byar);
  mappe_answer_interval (answer, found.score);
  mappe_answer_interval (answer, found.midp);
}

static void
run_poisson_z (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  double z = mappe_poisson_z (in[0].number, in[1].number);

  mappe_answer_number (answer, z);
  mappe_answer_text (answer, mappe_poisson_level_word (mappe_poisson_level (z)));
}

static void
run_etest (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeETestCase given = { in[0].number, in[2].number, in[1].number, in[3].number };
  MappeETest test = mappe_etest (&given);

  mappe_answer_number (answer, test.p_separate);
  mappe_answer_number (answer, test.p_pooled);
  mappe_answer_status (answer, test.status);
}

static void
run_rate_ratio (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeRateRatioCase given = {
    in[0].number, in[1].number, in[2].number, in[3].number, in[4].number, in[5].number
  };
  MappeRateRatio found = mappe_rate_ratio (&given);

  mappe_answer_number (answer, found.ratio);
  mappe_answer_interval (answer, found.exact);
  mappe_answer_number (answer, found.p_exact);
  mappe_answer_interval (answer, found.log);
  mappe_answer_interval (answer, found.score);
  mappe_answer_interval (answer, found.inflated);
  mappe_answer_status (answer, found.status);
}

const MappeMethod mappe_methods_counts[] = {
  { "rate",
    MAPPE_METHOD_COLUMNS ({ "n0", MAPPE_METHOD_AMOUNT },
                          { "pop0", MAPPE_METHOD_AMOUNT },
                          { "n1", MAPPE_METHOD_AMOUNT },
                          { "pop1", MAPPE_METHOD_AMOUNT },
                          { "per", MAPPE_METHOD_AMOUNT }),
    "rate0 rate1 diff_count pct_count pct_rate index1 status", run_rate },
  { "poisson_ci",
    MAPPE_METHOD_COLUMNS ({ "x", MAPPE_METHOD_AMOUNT },
                          { "t", MAPPE_METHOD_AMOUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "rate exact_lo exact_hi byar_lo byar_hi score_lo score_hi midp_lo midp_hi", run_poisson_ci },
  { "poisson_z", MAPPE_METHOD_COLUMNS ({ "before", MAPPE_METHOD_AMOUNT }, { "after", MAPPE_METHOD_AMOUNT }),
    "z level", run_poisson_z },
  { "etest",
    MAPPE_METHOD_COLUMNS ({ "k1", MAPPE_METHOD_COUNT },
                          { "k2", MAPPE_METHOD_COUNT },
                          { "n1", MAPPE_METHOD_AMOUNT },
                          { "n2", MAPPE_METHOD_AMOUNT }),
    "p_kt p_pooled status", run_etest },
  { "rate_ratio",
    MAPPE_METHOD_COLUMNS ({ "x1", MAPPE_METHOD_COUNT },
                          { "t1", MAPPE_METHOD_AMOUNT },
                          { "x0", MAPPE_METHOD_COUNT },
                          { "t0", MAPPE_METHOD_AMOUNT },
                          { "conf", MAPPE_METHOD_SHARE },
                          { "phi", MAPPE_METHOD_AMOUNT }),
    "rr exact_lo exact_hi p_exact log_lo log_hi score_lo score_hi log_phi_lo log_phi_hi status", run_rate_ratio },
  { NULL }
};
