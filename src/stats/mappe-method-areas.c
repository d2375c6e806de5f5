/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-displacement.h"
#include "mappe-method-private.h"
#include "mappe-relative-effect.h"

/* Methods for a measure area against comparison area and buffer. */

static void
answer_effect (MappeMethodAnswer *answer, const MappeEffect *effect)
{
  mappe_answer_number (answer, effect->res);
  mappe_answer_number (answer, effect->log_res);
  mappe_answer_number (answer, effect->variance);
  mappe_answer_interval (answer, effect->interval);
  mappe_answer_number (answer, effect->z);
  mappe_answer_number (answer, effect->p);
  mappe_answer_number (answer, effect->rirr);
  mappe_answer_number (answer, effect->percent);
  mappe_answer_status (answer, effect->status);
}

static void
run_res (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeEffectCase given = {
    .a = in[0].number,
    .b = in[1].number,
    .c = in[2].number,
    .d = in[3].number,
    .conf = in[5].number,
    .inflation = in[4].is_word ? (MappeInflation) in[4].number : MAPPE_INFLATION_NUMBER,
    .phi = in[4].number,
  };
  MappeEffect effect = mappe_relative_effect (&given);

  if (!in[4].is_word && in[4].number < 0)
    mappe_answer_fault (answer, 4, 0, MAPPE_METHOD_NEGATIVE);
  answer_effect (answer, &effect);
}

static void
run_res_from_percent (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeEffect effect = mappe_relative_effect_of_percents (in[1].number, in[2].number);

  for (guint i = 1; i <= 2; i++)
    if (in[i].number < -100)
      mappe_answer_fault (answer, i, 0, MAPPE_METHOD_TOO_SMALL);
  mappe_answer_number (answer, effect.res);
  mappe_answer_number (answer, effect.percent);
  mappe_answer_status (answer, effect.status);
}

static void
run_wdd (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeWddCase given = {
    .measure = { in[0].number, in[1].number, in[11].number },
    .comparison = { in[2].number, in[3].number, in[10].number },
    .buffer = { in[4].number, in[5].number, in[13].number },
    .buffer_comparison = { in[6].number, in[7].number, in[12].number },
    .weight_before = in[8].number,
    .weight_after = in[9].number,
    .phi = 1,
    .conf = in[14].number,
  };
  MappeWdd found = mappe_wdd (&given);

  mappe_answer_number (answer, found.local);
  mappe_answer_number (answer, found.local_se);
  mappe_answer_number (answer, found.displaced);
  mappe_answer_number (answer, found.displaced_se);
  mappe_answer_number (answer, found.total);
  mappe_answer_number (answer, found.total_se);
  mappe_answer_number (answer, found.z);
  mappe_answer_number (answer, found.p);
  mappe_answer_interval (answer, found.interval);
  mappe_answer_status (answer, found.status);
}

static void
run_wdd_harm (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeWddSum sum;

  if (!mappe_answer_same_length (answer, in, 1, 0) || !mappe_answer_same_length (answer, in, 2, 0))
    return;
  sum = mappe_wdd_harm (in[0].numbers, in[1].numbers, in[2].numbers, in[0].n, in[3].number);
  mappe_answer_number (answer, sum.total);
  mappe_answer_number (answer, sum.total_se);
  mappe_answer_number (answer, sum.z);
  mappe_answer_interval (answer, sum.interval);
}

static void
run_wdq (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeZone measure = { in[0].number, in[1].number, 1 };
  MappeZone buffer = { in[2].number, in[3].number, 1 };
  MappeZone comparison = { in[4].number, in[5].number, 1 };
  MappeWdq found = mappe_wdq (&measure, &buffer, &comparison);

  mappe_answer_number (answer, found.gross);
  mappe_answer_number (answer, found.net);
  mappe_answer_number (answer, found.success);
  mappe_answer_number (answer, found.buffer);
  mappe_answer_number (answer, found.wdq);
  mappe_answer_number (answer, found.total_net);
  mappe_answer_text (answer, mappe_wdq_reading_word (found.reading));
}

const MappeMethod mappe_methods_areas[] = {
  { "res",
    MAPPE_METHOD_COLUMNS ({ "a", MAPPE_METHOD_AMOUNT },
                          { "b", MAPPE_METHOD_AMOUNT },
                          { "c", MAPPE_METHOD_AMOUNT },
                          { "d", MAPPE_METHOD_AMOUNT },
                          { "vif", MAPPE_METHOD_WORD_OR_REAL, "none|x2|fw" },
                          { "conf", MAPPE_METHOD_SHARE }),
    "res lres var lo hi z p rirr pct status", run_res },
  { "res_from_percent",
    MAPPE_METHOD_COLUMNS ({ "label", MAPPE_METHOD_TEXT },
                          { "pct_exp", MAPPE_METHOD_REAL },
                          { "pct_ctl", MAPPE_METHOD_REAL }),
    "res net_pct status", run_res_from_percent },
  { "wdd",
    MAPPE_METHOD_COLUMNS ({ "t0", MAPPE_METHOD_AMOUNT },
                          { "t1", MAPPE_METHOD_AMOUNT },
                          { "c0", MAPPE_METHOD_AMOUNT },
                          { "c1", MAPPE_METHOD_AMOUNT },
                          { "d0", MAPPE_METHOD_AMOUNT },
                          { "d1", MAPPE_METHOD_AMOUNT },
                          { "dc0", MAPPE_METHOD_AMOUNT },
                          { "dc1", MAPPE_METHOD_AMOUNT },
                          { "tw0", MAPPE_METHOD_AMOUNT },
                          { "tw1", MAPPE_METHOD_AMOUNT },
                          { "aw_c", MAPPE_METHOD_AMOUNT },
                          { "aw_t", MAPPE_METHOD_AMOUNT },
                          { "aw_dc", MAPPE_METHOD_AMOUNT },
                          { "aw_d", MAPPE_METHOD_AMOUNT },
                          { "conf", MAPPE_METHOD_SHARE }),
    "est_local se_local est_disp se_disp est se z p lo hi status", run_wdd },
  { "wdd_harm",
    MAPPE_METHOD_COLUMNS ({ "ests", MAPPE_METHOD_REALS },
                          { "ses", MAPPE_METHOD_AMOUNTS },
                          { "weights", MAPPE_METHOD_AMOUNTS },
                          { "conf", MAPPE_METHOD_SHARE }),
    "est se z lo hi", run_wdd_harm },
  { "wdq",
    MAPPE_METHOD_COLUMNS ({ "Rb", MAPPE_METHOD_AMOUNT },
                          { "Ra", MAPPE_METHOD_AMOUNT },
                          { "Db", MAPPE_METHOD_AMOUNT },
                          { "Da", MAPPE_METHOD_AMOUNT },
                          { "Cb", MAPPE_METHOD_AMOUNT },
                          { "Ca", MAPPE_METHOD_AMOUNT }),
    "ge ne success buffer wdq tne code", run_wdq },
  { NULL }
};
