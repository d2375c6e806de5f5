/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-direction.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-indicator.h"

#define AS_EXPECTED 50  /* points of goal attainment (OUTCOMES 5.3) */

static const struct { const char *shape; const char *word; } directions[MAPPE_DIRECTION_N] = {
  [MAPPE_DIRECTION_TOO_LITTLE] = { "○", N_("too little data") },
  [MAPPE_DIRECTION_NOT_SHOWN] = { "◇", N_("not shown") },
  [MAPPE_DIRECTION_BETTER] = { "●", N_("better") },
  [MAPPE_DIRECTION_WORSE] = { "◆", N_("worse") },
  [MAPPE_DIRECTION_CHANGED] = { "■", N_("changed") },
  [MAPPE_DIRECTION_DONE] = { "▷", N_("what was done") },
  [MAPPE_DIRECTION_REACHED] = { "●", N_("goals reached") },
  [MAPPE_DIRECTION_MISSED] = { "◆", N_("goals not reached") },
};

static MappeDirection
of_goals (double attained)
{
  if (isnan (attained))
    return MAPPE_DIRECTION_TOO_LITTLE;
  return attained >= AS_EXPECTED ? MAPPE_DIRECTION_REACHED : MAPPE_DIRECTION_MISSED;
}

static gboolean
is_deed (const MappeEvaluation *evaluation)
{
  static const char *const deeds[] = { "input", "process", "output", NULL };
  const char *kind = mappe_row_get_text (evaluation->of->series->indicator, MAPPE_INDICATOR_KIND);

  return kind != NULL && g_strv_contains (deeds, kind);
}

/** mappe_direction_of: Returns: which way it went, as far as neither chance nor the comparison explains it */
MappeDirection
mappe_direction_of (const MappeEvaluation *evaluation)
{
  const char *better = evaluation->of != NULL && evaluation->kind != MAPPE_EVALUATION_SURVEY
                           ? mappe_row_get_text (evaluation->of->series->indicator, MAPPE_INDICATOR_DIRECTION)
                           : "higher";
  gboolean lower = g_strcmp0 (better, "lower") == 0;
  MappeOutcomeVerdict good = lower ? MAPPE_OUTCOME_VERDICT_FEWER : MAPPE_OUTCOME_VERDICT_MORE;

  if (evaluation->kind == MAPPE_EVALUATION_GOALS)
    return of_goals (evaluation->goals.t);
  if (is_deed (evaluation))
    return MAPPE_DIRECTION_DONE;
  if (evaluation->verdict == MAPPE_OUTCOME_VERDICT_NONE)
    return MAPPE_DIRECTION_TOO_LITTLE;
  if (evaluation->verdict == MAPPE_OUTCOME_VERDICT_UNCLEAR)
    return MAPPE_DIRECTION_NOT_SHOWN;
  if (!lower && g_strcmp0 (better, "higher") != 0)
    return MAPPE_DIRECTION_CHANGED;
  return evaluation->verdict == good ? MAPPE_DIRECTION_BETTER : MAPPE_DIRECTION_WORSE;
}

/** mappe_direction_word: Returns: (transfer none): the word in the language of the window */
const char *
mappe_direction_word (MappeDirection direction)
{
  return _(directions[direction].word);
}

/** mappe_direction_shape: Returns: (transfer none): a shape of its own, as different in grey as in colour */
const char *
mappe_direction_shape (MappeDirection direction)
{
  return directions[direction].shape;
}
