/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-displacement.h"
#include "mappe-evidence.h"
#include "mappe-goal.h"
#include "mappe-interrupted.h"
#include "mappe-outcome.h"
#include "mappe-paired.h"
#include "mappe-rate-ratio.h"
#include "mappe-relative-effect.h"
#include "mappe-share.h"
#include "mappe-spread.h"
#include "mappe-survey.h"

G_BEGIN_DECLS

/** MappeZoneOrder: the areas of a case */
typedef enum {
  MAPPE_AREA_MEASURED,
  MAPPE_AREA_BUFFER,
  MAPPE_AREA_COMPARISON,
  MAPPE_AREA_BUFFER_COMPARISON,
  MAPPE_AREA_N,
} MappeAreaOrder;

/**
 * MappeEvaluationKind: what data there is
 * @MAPPE_EVALUATION_COUNT: cases of a time
 * @MAPPE_EVALUATION_MEASURED: means, rates, shares: figures that cannot be added up
 * @MAPPE_EVALUATION_SURVEY: answers
 * @MAPPE_EVALUATION_GOALS: goals with five levels
 * @MAPPE_EVALUATION_AREAS: the same indicator in several areas, pooled
 */
typedef enum {
  MAPPE_EVALUATION_COUNT,
  MAPPE_EVALUATION_MEASURED,
  MAPPE_EVALUATION_SURVEY,
  MAPPE_EVALUATION_GOALS,
  MAPPE_EVALUATION_AREAS,
} MappeEvaluationKind;

/**
 * MappeCaution: what must be said beside a result
 * @MAPPE_CAUTION_NO_START: nobody wrote down when the measure began
 * @MAPPE_CAUTION_NO_BEFORE: nothing was counted before
 * @MAPPE_CAUTION_TOO_FEW_BEFORE: fewer periods before than a test needs (OUTCOMES 2: 8 and 8)
 * @MAPPE_CAUTION_TOO_FEW_AFTER: fewer periods after
 * @MAPPE_CAUTION_NO_SEASON: fewer than 12 months after: seasons are not reckoned with
 * @MAPPE_CAUTION_SEASONS: before and after cover different months of the year
 * @MAPPE_CAUTION_PEAK: the time before was the highest of the series (regression to the mean, OUTCOMES 1.8)
 * @MAPPE_CAUTION_NOT_COMPARABLE: the comparison area was not judged similar
 * @MAPPE_CAUTION_DISAGREE: differences and ratios say different things
 * @MAPPE_CAUTION_TRANSITION: months of roll-out are left out
 * @MAPPE_CAUTION_LEFT_OUT: other times are left out
 * @MAPPE_CAUTION_PROVISIONAL: figures that may still change
 * @MAPPE_CAUTION_GAPS: periods without figure
 * @MAPPE_CAUTION_LATE: defined after the start
 * @MAPPE_CAUTION_UNDATED: nobody noted when it was defined
 * @MAPPE_CAUTION_SMALL: too few cases to be shown
 * @MAPPE_CAUTION_SMALL_GROUP: fewer than 30 answers
 * @MAPPE_CAUTION_POLICE: recorded by the police (OUTCOMES 3: reports may rise because people report more)
 * @MAPPE_CAUTION_OVERLAP: periods have days in common, so that nothing can be added up
 * @MAPPE_CAUTION_UNEVEN: periods of unknown length, so that before and after cannot be compared (OUTCOMES 1.2)
 * @MAPPE_CAUTION_NOT_ASKED: nobody was asked in the comparison area before or after
 * @MAPPE_CAUTION_FEW_ASKED: fewer than 30 answers before or after in one of both areas (OUTCOMES 5.1)
 * @MAPPE_CAUTION_QUESTIONS: not everybody was asked with the same words
 * @MAPPE_CAUTION_FEW_AREAS: fewer than 5 areas are pooled (OUTCOMES 4.14)
 * @MAPPE_CAUTION_AREAS_DIFFER: the areas differ by more than chance
 * @MAPPE_CAUTION_AREAS_LEFT_OUT: some areas are not pooled
 * @MAPPE_CAUTION_AREAS_SHARE: several areas have the same comparison area
 * @MAPPE_CAUTION_IMPOSSIBLE: figures that cannot be are left out
 * @MAPPE_CAUTION_NARROW: periods depend on each other, so that the interval is too narrow (OUTCOMES 4.9)
 */
typedef enum {
  MAPPE_CAUTION_NO_START       = 1 << 0,
  MAPPE_CAUTION_NO_BEFORE      = 1 << 1,
  MAPPE_CAUTION_TOO_FEW_BEFORE = 1 << 2,
  MAPPE_CAUTION_TOO_FEW_AFTER  = 1 << 3,
  MAPPE_CAUTION_NO_SEASON      = 1 << 4,
  MAPPE_CAUTION_SEASONS        = 1 << 5,
  MAPPE_CAUTION_PEAK           = 1 << 6,
  MAPPE_CAUTION_NOT_COMPARABLE = 1 << 7,
  MAPPE_CAUTION_DISAGREE       = 1 << 8,
  MAPPE_CAUTION_TRANSITION     = 1 << 9,
  MAPPE_CAUTION_LEFT_OUT       = 1 << 10,
  MAPPE_CAUTION_PROVISIONAL    = 1 << 11,
  MAPPE_CAUTION_GAPS           = 1 << 12,
  MAPPE_CAUTION_LATE           = 1 << 13,
  MAPPE_CAUTION_SMALL          = 1 << 14,
  MAPPE_CAUTION_SMALL_GROUP    = 1 << 15,
  MAPPE_CAUTION_POLICE         = 1 << 16,
  MAPPE_CAUTION_OVERLAP        = 1 << 17,
  MAPPE_CAUTION_UNEVEN         = 1 << 18,
  MAPPE_CAUTION_NOT_ASKED      = 1 << 19,
  MAPPE_CAUTION_FEW_ASKED      = 1 << 20,
  MAPPE_CAUTION_QUESTIONS      = 1 << 21,
  MAPPE_CAUTION_FEW_AREAS      = 1 << 22,
  MAPPE_CAUTION_AREAS_DIFFER   = 1 << 23,
  MAPPE_CAUTION_AREAS_LEFT_OUT = 1 << 24,
  MAPPE_CAUTION_AREAS_SHARE    = 1 << 25,
  MAPPE_CAUTION_UNDATED        = 1 << 26,
  MAPPE_CAUTION_NARROW         = 1 << 28,
  MAPPE_CAUTION_IMPOSSIBLE     = 1 << 29,
} MappeCaution;

/**
 * MappeOutcomeVerdict: what the interval says of the change
 * @MAPPE_OUTCOME_VERDICT_NONE: chance was not reckoned with, because there is too little data
 * @MAPPE_OUTCOME_VERDICT_UNCLEAR: "no change" lies within the interval
 * @MAPPE_OUTCOME_VERDICT_FEWER: fewer than chance, or the comparison, explains
 * @MAPPE_OUTCOME_VERDICT_MORE: more
 */
typedef enum {
  MAPPE_OUTCOME_VERDICT_NONE,
  MAPPE_OUTCOME_VERDICT_UNCLEAR,
  MAPPE_OUTCOME_VERDICT_FEWER,
  MAPPE_OUTCOME_VERDICT_MORE,
} MappeOutcomeVerdict;

typedef struct _MappeEvaluation MappeEvaluation;

/* Areas below which a pooled value is only a hint (OUTCOMES 4.14). */
#define MAPPE_AREAS_ENOUGH 5

/**
 * MappePooledAreas: the same indicator in several areas (OUTCOMES 4.14)
 * @members: (element-type MappeEvaluation): each area
 * @pooled: (element-type MappeEvaluation): those that are pooled: with a comparable area, long enough, and shown
 * @n_comparisons: different comparison areas of @pooled
 * @effects: (array): log RES of each of @pooled
 * @variances: (array): their variances, with phi of each, and larger where areas share a comparison area
 * @pooling: of these
 * @random: the areas were drawn by lot
 * @adjusted: other influences are controlled for
 * @before: cases in the measure areas of @pooled, before
 * @after: after
 * @elsewhere_before: cases in their comparison areas, before
 */
typedef struct {
  GPtrArray   *members, *pooled;
  guint        n_comparisons;
  double      *effects, *variances;
  MappePooling pooling;
  gboolean     random, adjusted;
  double       before, after, elsewhere_before;
} MappePooledAreas;

/**
 * MappeEvaluation: what may be said of one indicator or of the goals of a measure. Reference counted and never changed.
 * @outcome: what it was reckoned from
 * @of: (nullable): the indicator, of several areas that of the first one; %NULL for goals
 * @kind: what data there is
 * @grade: level of evidence, methods and claim (OUTCOMES 2 and 7)
 * @has_change: there are figures from before and after
 * @cautions: #MappeCaution
 * @before: (array fixed-size=4): the time before, of each area
 * @after: (array fixed-size=4): the time after
 * @phi: inflation of the variance, at least 1
 * @phi_of_periods: it was reckoned from the periods; otherwise it is the usual 2
 * @ratio: of the measure area alone
 * @effect: against the comparison area
 * @wdd: against the comparison area, per period; with the surroundings as far as they are known
 * @local: its part of the measure area alone
 * @wdq: only to describe
 * @expected: cases after, going by the comparison area
 * @fewer: cases fewer than expected, negative for more
 * @fewer_interval: 95 %
 * @line: a line before and one after, if there are 8 periods on each side
 * @model: the same of counts with their season, if there are 24 months before and 12 after
 * @verdict: of the change that the claim is about
 * @share_before: of favourable answers, the first round
 * @share_after: the same of the last round
 * @n_before: answers
 * @n_after: answers
 * @difference: of the shares, of different persons
 * @paired: of the same persons
 * @is_paired: the same persons were asked twice
 * @elsewhere_before: of the comparison area, if it is reckoned with: favourable answers, the first round
 * @elsewhere_after: the same of the last round
 * @n_elsewhere_before: answers
 * @n_elsewhere_after: answers
 * @did_given: what @did was reckoned from
 * @did: change of the share here less that in the comparison area (OUTCOMES 5.1)
 * @goals: goal attainment
 * @areas: (nullable): several areas; @expected, @fewer and @fewer_interval are then of all that are pooled
 */
struct _MappeEvaluation {
  gatomicrefcount         references;
  MappeOutcome           *outcome;
  const MappeOutcomeCase *of;
  MappeEvaluationKind     kind;
  MappeEvidence           grade;
  gboolean                has_change;
  guint                   cautions;
  MappeSpan               before[MAPPE_AREA_N], after[MAPPE_AREA_N];
  double                  phi;
  gboolean                phi_of_periods;
  MappeRateRatio          ratio;
  MappeEffect             effect;
  MappeWdd                wdd, local;
  MappeWdq                wdq;
  double                  expected, fewer;
  MappeInterval           fewer_interval;
  MappeInterrupted        line;
  MappeInterruptedCount   model;
  MappeOutcomeVerdict            verdict;
  MappeShare              share_before, share_after;
  double                  n_before, n_after;
  MappeShareDifference    difference;
  MappePaired             paired;
  gboolean                is_paired;
  MappeShare              elsewhere_before, elsewhere_after;
  double                  n_elsewhere_before, n_elsewhere_after;
  MappeDidCase            did_given;
  MappeDid                did;
  MappeGoalAttainment     goals;
  MappePooledAreas       *areas;
};

/**
 * MappeDependence: autocorrelation of what a model leaves over
 * @neighbours: at lag 1
 * @year: at the lag of a year; NAN for yearly values, or where no pair is left
 * @is_strong: one of them is above MAPPE_INTERRUPTED_DEPENDENT
 */
typedef struct {
  double   neighbours, year;
  gboolean is_strong;
} MappeDependence;

#define MAPPE_DEPENDENCE_NONE ((MappeDependence) { NAN, NAN, FALSE })

MappeEvaluation   *mappe_evaluation_new        (MappeOutcome *outcome, const MappeOutcomeCase *of);
GPtrArray         *mappe_evaluation_list       (MappeOutcome *outcome);
MappeEvaluation   *mappe_evaluation_ref        (MappeEvaluation *self);
void               mappe_evaluation_unref      (MappeEvaluation *self);
MappeSpan          mappe_evaluation_baseline   (const MappeEvaluation *self);
const MappeRow    *mappe_evaluation_round      (const GPtrArray *surveys, const char *wave);
const MappeSeries *mappe_evaluation_get_series (const MappeEvaluation *self, MappeAreaOrder area);
MappeDependence    mappe_evaluation_line_dependence  (const MappeEvaluation *self);
MappeDependence    mappe_evaluation_model_dependence (const MappeEvaluation *self);
gboolean           mappe_evaluation_is_dependent     (const MappeEvaluation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeEvaluation, mappe_evaluation_unref)

G_END_DECLS
