/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-goal.h"
#include "mappe-method-private.h"
#include "mappe-paired.h"
#include "mappe-scale.h"
#include "mappe-share.h"
#include "mappe-survey.h"

/* Methods for surveys and goals. */

/* Notes a fault where a part is larger than its whole. */
static gboolean
is_part (MappeMethodAnswer *answer, const MappeMethodValue *in, guint part, guint whole)
{
  if (!(in[part].number > in[whole].number))
    return TRUE;
  mappe_answer_fault (answer, part, 0, MAPPE_METHOD_MORE_THAN_ALL);
  return FALSE;
}

static void
run_wilson (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeShare share = mappe_share_of (in[0].number, in[1].number, in[2].number);

  if (!is_part (answer, in, 0, 1))
    return;
  mappe_answer_number (answer, share.p);
  mappe_answer_interval (answer, share.wilson);
  mappe_answer_interval (answer, share.wilson_corrected);
  mappe_answer_interval (answer, share.exact);
  mappe_answer_status (answer, share.status);
}

static void
run_newcombe (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeShareCase given = { in[0].number, in[1].number, in[2].number, in[3].number, in[4].number };
  MappeShareDifference found = mappe_share_difference (&given);

  if (!is_part (answer, in, 0, 1) || !is_part (answer, in, 2, 3))
    return;
  mappe_answer_number (answer, found.diff);
  mappe_answer_interval (answer, found.score);
  mappe_answer_interval (answer, found.corrected);
  mappe_answer_number (answer, found.z);
  mappe_answer_number (answer, found.p);
  mappe_answer_number (answer, found.h);
  mappe_answer_status (answer, found.status);
}

static void
run_paired (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappePairedCase given = { in[0].number, in[1].number, in[2].number, in[3].number, in[4].number };
  MappePaired found = mappe_paired (&given);

  mappe_answer_number (answer, found.before);
  mappe_answer_number (answer, found.after);
  mappe_answer_number (answer, found.diff);
  mappe_answer_interval (answer, found.newcombe);
  mappe_answer_interval (answer, found.tango);
  mappe_answer_number (answer, found.p_mcnemar);
  mappe_answer_number (answer, found.chi2);
  mappe_answer_number (answer, found.chi2_corrected);
  mappe_answer_status (answer, found.status);
}

/* Of shares the waves hold counts, of means any number with a standard error. */
static gboolean
are_waves (MappeMethodAnswer *answer, const MappeMethodValue *in, gboolean are_shares)
{
  for (guint i = 1; i <= 7; i += 2)
    {
      if (are_shares && !is_part (answer, in, i, i + 1))
        return FALSE;
      if ((are_shares && in[i].number < 0) || in[i + 1].number < 0)
        {
          mappe_answer_fault (answer, in[i + 1].number < 0 ? i + 1 : i, 0, MAPPE_METHOD_NEGATIVE);
          return FALSE;
        }
    }
  return TRUE;
}

static void
run_did (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeDidCase given = {
    .are_shares = in[0].number == 0,
    .measure = { { in[1].number, in[2].number }, { in[3].number, in[4].number } },
    .comparison = { { in[5].number, in[6].number }, { in[7].number, in[8].number } },
    .conf = in[9].number,
  };
  MappeDid found;

  if (!are_waves (answer, in, given.are_shares))
    return;
  found = mappe_did (&given);
  mappe_answer_number (answer, found.did);
  mappe_answer_number (answer, found.se);
  mappe_answer_number (answer, found.z);
  mappe_answer_number (answer, found.p);
  mappe_answer_interval (answer, found.interval);
}

static gboolean
are_answers (MappeMethodAnswer *answer, const MappeMethodValue *in, guint column)
{
  for (gsize i = 0; i < in[column].n; i++)
    if (in[column].numbers[i] != 0 && in[column].numbers[i] != 1 && !isnan (in[column].numbers[i]))
      {
        mappe_answer_fault (answer, column, i + 1, MAPPE_METHOD_NOT_A_FLAG);
        return FALSE;
      }
  return TRUE;
}

static void
run_survey_design (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeWeightedShare share;

  if (!mappe_answer_same_length (answer, in, 1, 0) || !are_answers (answer, in, 1))
    return;
  share = mappe_weighted_share (in[0].numbers, in[1].numbers, in[0].n, in[2].number);
  if (in[2].number < (double) share.n)
    mappe_answer_fault (answer, 2, 0, MAPPE_METHOD_TOO_SMALL);
  mappe_answer_number (answer, (double) share.n);
  mappe_answer_number (answer, share.p);
  mappe_answer_number (answer, share.n_eff);
  mappe_answer_number (answer, share.deff);
  mappe_answer_interval (answer, share.interval);
  mappe_answer_number (answer, share.fpc);
  mappe_answer_interval (answer, share.interval_fpc);
}

static void
run_likert (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  g_autofree double *shares = g_new (double, in[0].n + 1);
  MappeLikert likert = mappe_likert (in[0].numbers, in[0].n, shares);

  mappe_answer_number (answer, likert.n);
  mappe_answer_numbers (answer, shares, isnan (likert.mean) ? 0 : in[0].n);
  mappe_answer_number (answer, likert.negative);
  mappe_answer_number (answer, likert.neutral);
  mappe_answer_number (answer, likert.positive);
  mappe_answer_number (answer, likert.net);
  mappe_answer_number (answer, likert.left);
  mappe_answer_number (answer, likert.right);
  mappe_answer_number (answer, likert.mean);
  mappe_answer_number (answer, likert.sd);
  mappe_answer_interval (answer, likert.positive_interval);
  mappe_answer_number (answer, likert.median);
  mappe_answer_status (answer, likert.status);
}

static gboolean
are_step_counts (MappeMethodAnswer *answer, const MappeMethodValue *in)
{
  for (guint column = 1; column <= 2; column++)
    for (gsize i = 0; i < in[column].n; i++)
      if (!mappe_stats_is_count (in[column].numbers[i]))
        {
          mappe_answer_fault (answer, column, i + 1,
                              in[column].numbers[i] < 0 ? MAPPE_METHOD_NEGATIVE : MAPPE_METHOD_NOT_WHOLE);
          return FALSE;
        }
  return mappe_answer_same_length (answer, in, 2, 1);
}

static void
run_mwu (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeRankSum sum;
  gboolean are_steps = in[0].number == 1;

  if (are_steps && !are_step_counts (answer, in))
    return;
  sum = are_steps ? mappe_rank_sum_of_steps (in[1].numbers, in[2].numbers, in[1].n)
                  : mappe_rank_sum (in[1].numbers, in[1].n, in[2].numbers, in[2].n);
  mappe_answer_number (answer, sum.n1);
  mappe_answer_number (answer, sum.n2);
  mappe_answer_number (answer, sum.w);
  mappe_answer_number (answer, sum.z);
  mappe_answer_number (answer, sum.p);
  mappe_answer_number (answer, sum.superiority);
  mappe_answer_number (answer, sum.delta);
  mappe_answer_status (answer, sum.status);
}

static void
run_mean_diff (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeMeanCase given = { in[0].number, in[1].number, in[2].number, in[3].number,
                          in[4].number, in[5].number, in[6].number };
  MappeMeanDifference found = mappe_mean_difference (&given);

  mappe_answer_number (answer, found.diff);
  mappe_answer_number (answer, found.se);
  mappe_answer_number (answer, found.df);
  mappe_answer_number (answer, found.t);
  mappe_answer_number (answer, found.p);
  mappe_answer_interval (answer, found.interval);
  mappe_answer_number (answer, found.d);
  mappe_answer_number (answer, found.g);
  mappe_answer_number (answer, found.var_g);
  mappe_answer_status (answer, found.status);
}

static void
run_gas (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeGoalAttainment found;

  if (!mappe_answer_same_length (answer, in, 1, 0))
    return;
  for (gsize i = 0; i < in[1].n; i++)
    if (!isnan (in[1].numbers[i]) && !mappe_goal_is_level (in[1].numbers[i]))
      mappe_answer_fault (answer, 1, i + 1,
                          fabs (in[1].numbers[i]) > 2 ? MAPPE_METHOD_TOO_LARGE : MAPPE_METHOD_NOT_WHOLE);
  if (in[2].number > 1)
    mappe_answer_fault (answer, 2, 0, MAPPE_METHOD_TOO_LARGE);
  found = mappe_goal_attainment (in[0].numbers, in[1].numbers, in[0].n, in[2].number);
  mappe_answer_number (answer, found.t);
  mappe_answer_status (answer, found.status);
}

const MappeMethod mappe_methods_surveys[] = {
  { "wilson",
    MAPPE_METHOD_COLUMNS ({ "x", MAPPE_METHOD_COUNT },
                          { "n", MAPPE_METHOD_COUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "p w_lo w_hi wcc_lo wcc_hi cp_lo cp_hi status", run_wilson },
  { "newcombe",
    MAPPE_METHOD_COLUMNS ({ "x1", MAPPE_METHOD_COUNT },
                          { "n1", MAPPE_METHOD_COUNT },
                          { "x2", MAPPE_METHOD_COUNT },
                          { "n2", MAPPE_METHOD_COUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "diff lo hi cc_lo cc_hi z p h status", run_newcombe },
  { "paired",
    MAPPE_METHOD_COLUMNS ({ "e", MAPPE_METHOD_COUNT },
                          { "f", MAPPE_METHOD_COUNT },
                          { "g", MAPPE_METHOD_COUNT },
                          { "h", MAPPE_METHOD_COUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "p_before p_after diff lo hi tango_lo tango_hi p_mcnemar_exact chi2 chi2_cc status", run_paired },
  { "did",
    MAPPE_METHOD_COLUMNS ({ "kind", MAPPE_METHOD_WORD, "prop|mean" },
                          { "t0", MAPPE_METHOD_REAL },
                          { "vt0", MAPPE_METHOD_REAL },
                          { "t1", MAPPE_METHOD_REAL },
                          { "vt1", MAPPE_METHOD_REAL },
                          { "c0", MAPPE_METHOD_REAL },
                          { "vc0", MAPPE_METHOD_REAL },
                          { "c1", MAPPE_METHOD_REAL },
                          { "vc1", MAPPE_METHOD_REAL },
                          { "conf", MAPPE_METHOD_SHARE }),
    "did se z p lo hi", run_did },
  { "survey_design",
    MAPPE_METHOD_COLUMNS ({ "weights", MAPPE_METHOD_AMOUNTS },
                          { "y", MAPPE_METHOD_REALS },
                          { "N", MAPPE_METHOD_COUNT }),
    "n p n_eff deff lo hi fpc lo_fpc hi_fpc", run_survey_design },
  { "likert", MAPPE_METHOD_COLUMNS ({ "counts", MAPPE_METHOD_COUNTS }),
    "n shares neg neutral pos net left right mean sd pos_lo pos_hi median status", run_likert },
  { "mwu",
    MAPPE_METHOD_COLUMNS ({ "kind", MAPPE_METHOD_WORD, "raw|category_counts" },
                          { "group1", MAPPE_METHOD_REALS },
                          { "group2", MAPPE_METHOD_REALS }),
    "n1 n2 W z p ps delta status", run_mwu },
  { "mean_diff",
    MAPPE_METHOD_COLUMNS ({ "m1", MAPPE_METHOD_REAL },
                          { "s1", MAPPE_METHOD_AMOUNT },
                          { "n1", MAPPE_METHOD_COUNT },
                          { "m2", MAPPE_METHOD_REAL },
                          { "s2", MAPPE_METHOD_AMOUNT },
                          { "n2", MAPPE_METHOD_COUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "diff se df t p lo hi d g var_g status", run_mean_diff },
  { "gas",
    MAPPE_METHOD_COLUMNS ({ "weights", MAPPE_METHOD_AMOUNTS },
                          { "scores", MAPPE_METHOD_REALS },
                          { "rho", MAPPE_METHOD_AMOUNT }),
    "T status", run_gas },
  { NULL }
};
