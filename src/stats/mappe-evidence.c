/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evidence.h"

#include "mappe-control-chart.h"
#include "mappe-interrupted.h"
#include "mappe-run-chart.h"

/* Values from which a trend without a start date is looked for. */
#define LEAST_TREND 8
/* Months before and after from which a season can be told from an effect. */
#define SEASON_PRE 24
#define SEASON_POST 12
/* Areas of each sort that are several. */
#define SEVERAL 2

static void
add (MappeEvidence *evidence, gboolean wanted, const char *method)
{
  if (wanted)
    evidence->methods[evidence->n_methods++] = method;
}

/* One pair of areas is not several, drawn by lot or not. */
static int
level_of (const MappeEvidenceDesign *design)
{
  gboolean several = design->has_control && design->n_units_t >= SEVERAL && design->n_units_c >= SEVERAL;

  if (!design->has_before || !design->has_after)
    return design->has_after && design->has_control ? 1 : 0;
  if (several && design->random)
    return 5;
  if (several && design->adjusted)
    return 4;
  return design->has_control && design->control_similar ? 3 : 2;
}

static void
add_count_methods (MappeEvidence *evidence, const MappeEvidenceDesign *design)
{
  gboolean compared = design->has_before && design->has_after;
  double n = design->n_pre + design->n_post, fewer = MIN (design->n_pre, design->n_post);

  add (evidence, !compared, "poisson_ci");
  add (evidence, compared && !design->has_control, "rate_ratio");
  /* Of totals there is nothing but a flag beside it. */
  add (evidence, compared && !design->has_control && fewer < MAPPE_INTERRUPTED_LEAST, "poisson_z");
  add (evidence, compared && design->has_control, "res");
  add (evidence, compared && design->has_control, "wdd");
  add (evidence, compared && design->has_control && design->has_buffer, "wdq");
  add (evidence, n >= MAPPE_RUN_CHART_LEAST, "run_chart");
  add (evidence, n >= MAPPE_CONTROL_CHART_BASELINE, "xmr");
  add (evidence, compared && fewer >= MAPPE_INTERRUPTED_SHORT, "its");
  add (evidence, compared && design->n_pre >= SEASON_PRE && design->n_post >= SEASON_POST, "its_glm");
  add (evidence, !compared && n >= LEAST_TREND, "mann_kendall");
}

static void
add_survey_methods (MappeEvidence *evidence, const MappeEvidenceDesign *design)
{
  gboolean compared = design->has_before && design->has_after;

  add (evidence, !compared, "wilson");
  add (evidence, compared && design->has_control, "did");
  add (evidence, compared && design->same_persons, "paired");
  add (evidence, compared && !design->same_persons, "newcombe");
  add (evidence, compared && !design->same_persons, "mean_diff");
  add (evidence, compared && !design->same_persons, "mwu");
  add (evidence, TRUE, "likert");
}

/**
 * mappe_evidence_grade:
 *
 * Level by the Maryland scale as used in criminology: 1 with and without at one time, 2 before and after, 3 with a
 * comparable control, 4 several areas and other factors controlled for, 5 several areas drawn by lot; 0, of the
 * house, for description. One random pair is not level 5, and a comparison area that is not comparable leaves
 * level 2. Fewer than 8 + 8 periods: no model; 24 + 12: a model with season as well. Source: Farrington and others
 * 2002.
 *
 * Returns: level, claim and methods
 */
MappeEvidence
mappe_evidence_grade (const MappeEvidenceDesign *design)
{
  MappeEvidence evidence = { .level = 0, .claim = MAPPE_EVIDENCE_G };

  if (design->kind == MAPPE_EVIDENCE_GOAL)
    {
      add (&evidence, TRUE, "gas");
      return evidence;
    }
  evidence.level = level_of (design);
  evidence.claim = (MappeEvidenceClaim) evidence.level;
  if (design->kind == MAPPE_EVIDENCE_COUNT)
    add_count_methods (&evidence, design);
  else
    add_survey_methods (&evidence, design);
  return evidence;
}

/** mappe_evidence_claim_word: Returns: the stable word for @claim */
const char *
mappe_evidence_claim_word (MappeEvidenceClaim claim)
{
  static const char *const words[] = { "C0", "C1", "C2", "C3", "C4", "C5", "G" };

  return words[claim];
}
