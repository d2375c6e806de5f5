/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-evaluation.h"

#define MONTHS 12
/* Of fewer residuals than those of 8 and 8 periods, an autocorrelation says nothing. */
#define LEAST_RESIDUALS 16

static gboolean
is_fit (MappeStatsStatus status)
{
  return status == MAPPE_STATS_OK || status == MAPPE_STATS_OK_SHORT;
}

static MappeDependence
dependence_of (const double *acf, int months)
{
  guint year = (guint) CLAMP (MONTHS / months, 1, MAPPE_INTERRUPTED_LAGS);
  MappeDependence found = { acf[0], year > 1 ? acf[year - 1] : NAN, FALSE };

  found.is_strong = found.neighbours > MAPPE_INTERRUPTED_DEPENDENT || found.year > MAPPE_INTERRUPTED_DEPENDENT;
  return found;
}

/**
 * mappe_evaluation_line_dependence:
 *
 * Returns: of the residuals of the lines before and after; NAN where there are none, or too few
 */
MappeDependence
mappe_evaluation_line_dependence (const MappeEvaluation *self)
{
  if (self->of == NULL || self->of->series->months <= 0 || !is_fit (self->line.status)
      || self->line.n_pre + self->line.n_post < LEAST_RESIDUALS)
    return MAPPE_DEPENDENCE_NONE;
  return dependence_of (self->line.acf, self->of->series->months);
}

/** mappe_evaluation_model_dependence: Returns: of the residuals of the model of counts; NAN without one */
MappeDependence
mappe_evaluation_model_dependence (const MappeEvaluation *self)
{
  /* A model that nobody fitted is all zeros. */
  if (self->of == NULL || self->of->series->months <= 0 || !is_fit (self->model.status) || !(self->model.phi > 0))
    return MAPPE_DEPENDENCE_NONE;
  return dependence_of (self->model.acf, self->of->series->months);
}

/**
 * mappe_evaluation_is_dependent:
 *
 * OUTCOMES 4.9: the ranges of counts take each period for one that knows nothing of the others. The model with season
 * tells best. Without it the lines do, but only of neighbours: a year apart they show the season, which widens phi, and
 * with it the range, and which both areas of a comparison have; beside the lines themselves the trace names both.
 *
 * Returns: whether the range of the counts is too narrow
 */
gboolean
mappe_evaluation_is_dependent (const MappeEvaluation *self)
{
  MappeDependence model = mappe_evaluation_model_dependence (self);

  if (self->kind != MAPPE_EVALUATION_COUNT || !self->has_change || (self->cautions & MAPPE_CAUTION_SMALL) != 0)
    return FALSE;
  if (!isnan (model.neighbours))
    return model.is_strong;
  return mappe_evaluation_line_dependence (self).neighbours > MAPPE_INTERRUPTED_DEPENDENT;
}
