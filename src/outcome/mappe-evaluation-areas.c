/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-private.h"

#include <math.h>

#include "mappe-measure.h"

/* The same indicator in several areas: each area's own effect, and all of them pooled (OUTCOMES 2, 4.5, 4.6, 4.14). */

/* Chance that areas differ as much, below which they are said to differ. */
#define DIFFER_BELOW 0.05

void
mappe_pooled_areas_free (MappePooledAreas *self)
{
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->pooled, g_ptr_array_unref);
  g_free (self->effects);
  g_free (self->variances);
  g_free (self);
}

/* --- which ones --- */

static gboolean
is_member (const GPtrArray *members, const MappeEvaluation *evaluation)
{
  for (guint i = 0; i < members->len; i++)
    if (!mappe_outcome_is_like (((MappeEvaluation *) g_ptr_array_index (members, i))->of, evaluation->of))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): @evaluations that count the same as the one at @first, each in an area of its own */
static GPtrArray *
find_members (const GPtrArray *evaluations, guint first)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_evaluation_unref);

  g_ptr_array_add (members, mappe_evaluation_ref (g_ptr_array_index (evaluations, first)));
  for (guint i = first + 1; i < evaluations->len; i++)
    if (is_member (members, g_ptr_array_index (evaluations, i)))
      g_ptr_array_add (members, mappe_evaluation_ref (g_ptr_array_index (evaluations, i)));
  return members;
}

/* Small counts of one area could be worked back from the others and the whole, so such an area stays out. */
static gboolean
can_pool (const MappeEvaluation *of)
{
  return of->kind == MAPPE_EVALUATION_COUNT && of->grade.level >= 3 && of->effect.variance > 0
         && of->verdict != MAPPE_OUTCOME_VERDICT_NONE && (of->cautions & MAPPE_CAUTION_SMALL) == 0;
}

static gint64
comparison_of (const MappeEvaluation *of)
{
  const MappeSeries *series = of->of->comparison;

  return series->area != NULL ? series->area->id : -series->indicator->id;
}

/* Returns: how many of the pooled areas are compared with the comparison area of @of */
static guint
shares_of (const MappePooledAreas *self, const MappeEvaluation *of)
{
  guint n = 0;

  for (guint i = 0; i < self->pooled->len; i++)
    n += comparison_of (g_ptr_array_index (self->pooled, i)) == comparison_of (of);
  return n;
}

static void
count_comparisons (MappePooledAreas *self)
{
  double n = 0;

  for (guint i = 0; i < self->pooled->len; i++)
    n += 1.0 / shares_of (self, g_ptr_array_index (self->pooled, i));
  self->n_comparisons = (guint) round (n);
}

/* --- pooling --- */

/* A comparison area that serves several areas is split between them, so that it does not count several times
 * (Cochrane Handbook 23.3.4): its part of the variance is as many times larger. */
static double
inverse (double count, double added)
{
  return 1 / (count + added);
}

static double
variance_of_effect (const MappePooledAreas *self, const MappeEvaluation *of)
{
  double added = of->effect.status == MAPPE_STATS_OK_HALF_ADDED ? 0.5 : 0;
  double there = inverse (of->before[MAPPE_AREA_COMPARISON].sum, added)
                 + inverse (of->after[MAPPE_AREA_COMPARISON].sum, added);
  double here = inverse (of->before[MAPPE_AREA_MEASURED].sum, added)
                + inverse (of->after[MAPPE_AREA_MEASURED].sum, added);

  return of->effect.variance * (here + there * shares_of (self, of)) / (here + there);
}

static double
error_of_difference (const MappePooledAreas *self, const MappeEvaluation *of)
{
  double m0 = pow (of->before[0].months, 2), m1 = pow (of->after[0].months, 2);
  double here = of->before[MAPPE_AREA_MEASURED].sum / m0 + of->after[MAPPE_AREA_MEASURED].sum / m1;
  double there = of->before[MAPPE_AREA_COMPARISON].sum / m0 + of->after[MAPPE_AREA_COMPARISON].sum / m1;

  return here + there > 0 ? of->local.local_se * sqrt ((here + there * shares_of (self, of)) / (here + there)) : 0;
}

static void
pool_effects (MappePooledAreas *self)
{
  guint n = self->pooled->len;

  self->effects = g_new (double, n);
  self->variances = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      const MappeEvaluation *of = g_ptr_array_index (self->pooled, i);

      self->effects[i] = of->effect.log_res;
      self->variances[i] = variance_of_effect (self, of);
      self->before += of->before[MAPPE_AREA_MEASURED].sum;
      self->after += of->after[MAPPE_AREA_MEASURED].sum;
      self->elsewhere_before += of->before[MAPPE_AREA_COMPARISON].sum;
    }
  self->pooling = mappe_pool_effects (self->effects, self->variances, n);
}

/* Cases of all areas in their time after: the differences a month, weighed by the months. */
static void
sum_differences (MappeEvaluation *self)
{
  const GPtrArray *pooled = self->areas->pooled;
  g_autofree double *estimates = g_new (double, pooled->len);
  g_autofree double *errors = g_new (double, pooled->len);
  g_autofree double *months = g_new (double, pooled->len);
  MappeWddSum sum;

  for (guint i = 0; i < pooled->len; i++)
    {
      const MappeEvaluation *of = g_ptr_array_index (pooled, i);

      estimates[i] = of->local.local;
      errors[i] = error_of_difference (self->areas, of);
      months[i] = of->after[MAPPE_AREA_MEASURED].months;
    }
  sum = mappe_wdd_harm (estimates, errors, months, pooled->len, MAPPE_STATS_CONFIDENCE);
  self->fewer = -sum.total;
  self->fewer_interval = (MappeInterval) { -sum.interval.hi, -sum.interval.lo };
  self->expected = self->areas->after + self->fewer;
}

/* As with one area, differences and ratios must point the same way (OUTCOMES 4.6). */
static void
judge (MappeEvaluation *self)
{
  const MappePooledAreas *areas = self->areas;
  MappeInterval ratio = { exp (-areas->pooling.random.interval.hi), exp (-areas->pooling.random.interval.lo) };
  MappeInterval difference = { -self->fewer_interval.hi, -self->fewer_interval.lo };
  MappeOutcomeVerdict by_ratio = mappe_evaluation_verdict (ratio, 1);
  MappeOutcomeVerdict by_difference = mappe_evaluation_verdict (difference, 0);

  self->verdict = by_ratio == by_difference ? by_ratio : MAPPE_OUTCOME_VERDICT_UNCLEAR;
  self->cautions |= by_ratio != by_difference ? MAPPE_CAUTION_DISAGREE : 0;
  self->cautions |= areas->pooled->len < MAPPE_AREAS_ENOUGH ? MAPPE_CAUTION_FEW_AREAS : 0;
  self->cautions |= areas->pooling.p < DIFFER_BELOW ? MAPPE_CAUTION_AREAS_DIFFER : 0;
  self->cautions |= areas->pooled->len < areas->members->len ? MAPPE_CAUTION_AREAS_LEFT_OUT : 0;
  self->cautions |= areas->n_comparisons < areas->pooled->len ? MAPPE_CAUTION_AREAS_SHARE : 0;
}

/* --- level of evidence --- */

static gboolean
measure_says (const MappeEvaluation *of, guint field)
{
  return of->outcome->measure != NULL && mappe_row_get_int (of->outcome->measure, field) != 0;
}

/* Only what is true of every area is true of all of them. */
static void
take_design (MappeEvaluation *self, MappeEvidenceDesign *design)
{
  const GPtrArray *pooled = self->areas->pooled;

  self->areas->random = self->areas->adjusted = TRUE;
  for (guint i = 0; i < pooled->len; i++)
    {
      const MappeEvaluation *of = g_ptr_array_index (pooled, i);

      design->n_pre = MIN (design->n_pre, of->before[0].n);
      design->n_post = MIN (design->n_post, of->after[0].n);
      self->areas->random = self->areas->random && measure_says (of, MAPPE_MEASURE_RANDOM_ALLOCATION);
      self->areas->adjusted = self->areas->adjusted && measure_says (of, MAPPE_MEASURE_ADJUSTED);
      self->cautions |= of->cautions & ~(guint) (MAPPE_CAUTION_DISAGREE | MAPPE_CAUTION_NO_SEASON);
    }
  design->random = self->areas->random;
  design->adjusted = self->areas->adjusted;
}

static void
grade (MappeEvaluation *self)
{
  static const char *const fit[] = { "res", "wdd", NULL };
  MappeEvidenceDesign given = {
    .kind = MAPPE_EVIDENCE_COUNT, .has_before = TRUE, .has_after = TRUE, .n_pre = G_MAXUINT, .n_post = G_MAXUINT,
    .has_control = TRUE, .control_similar = TRUE,
    .n_units_t = self->areas->pooled->len, .n_units_c = self->areas->n_comparisons,
  };

  take_design (self, &given);
  self->grade = mappe_evidence_grade (&given);
  mappe_evaluation_keep_methods (&self->grade, fit);
  self->grade.methods[self->grade.n_methods++] = "meta";
}

/* --- all of it --- */

/* Returns: (transfer full) (nullable): %NULL if fewer than two areas can be pooled */
static MappeEvaluation *
evaluate_areas (MappeOutcome *outcome, GPtrArray *members)
{
  MappeEvaluation *first = g_ptr_array_index (members, 0);
  MappePooledAreas *areas = g_new0 (MappePooledAreas, 1);
  MappeEvaluation *self = g_new0 (MappeEvaluation, 1);

  g_atomic_ref_count_init (&self->references);
  self->outcome = mappe_outcome_ref (outcome);
  self->of = first->of;
  self->kind = MAPPE_EVALUATION_AREAS;
  self->areas = areas;
  areas->members = g_ptr_array_ref (members);
  areas->pooled = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_evaluation_unref);
  for (guint i = 0; i < members->len; i++)
    if (can_pool (g_ptr_array_index (members, i)))
      g_ptr_array_add (areas->pooled, mappe_evaluation_ref (g_ptr_array_index (members, i)));
  if (areas->pooled->len < 2)
    {
      mappe_evaluation_unref (self);
      return NULL;
    }
  self->phi = 1;
  self->has_change = TRUE;
  memcpy (self->before, first->before, sizeof self->before);
  memcpy (self->after, first->after, sizeof self->after);
  count_comparisons (areas);
  pool_effects (areas);
  sum_differences (self);
  grade (self);
  judge (self);
  return self;
}

static gboolean
are_of_several (const GPtrArray *members)
{
  const MappeEvaluation *first = g_ptr_array_index (members, 0);

  for (guint i = 1; i < members->len; i++)
    if (((MappeEvaluation *) g_ptr_array_index (members, i))->outcome != first->outcome)
      return TRUE;
  return FALSE;
}

static gboolean
is_first (const GPtrArray *evaluations, guint place)
{
  const MappeEvaluation *self = g_ptr_array_index (evaluations, place);

  for (guint i = 0; i < place; i++)
    if (mappe_outcome_is_like (((MappeEvaluation *) g_ptr_array_index (evaluations, i))->of, self->of))
      return FALSE;
  return TRUE;
}

/**
 * mappe_evaluation_pool:
 * @outcome: a measure, or all measures of a project
 * @evaluations: (element-type MappeEvaluation): of its indicators; of a project of all of them
 *
 * Returns: (transfer full) (element-type MappeEvaluation): of each indicator that there is in several areas, all areas
 *   together; of a project only of those that several measures have
 */
GPtrArray *
mappe_evaluation_pool (MappeOutcome *outcome, const GPtrArray *evaluations)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_evaluation_unref);

  for (guint i = 0; i < evaluations->len; i++)
    {
      g_autoptr (GPtrArray) members = is_first (evaluations, i) ? find_members (evaluations, i) : NULL;
      MappeEvaluation *pooled = NULL;

      if (members != NULL && members->len > 1 && (outcome->parts == NULL || are_of_several (members)))
        pooled = evaluate_areas (outcome, members);
      if (pooled != NULL)
        g_ptr_array_add (all, pooled);
    }
  return all;
}
