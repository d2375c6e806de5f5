/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outcome-test.h"

/* "How was this computed?": the figures of each method that the data allow. */

typedef MappeTestStore Fixture;

static MappeEvaluation *
evaluate (Fixture *fixture, const char *start, const char *first, const double *values, gsize n)
{
  gint64 measure = outcome_test_measure (fixture->store, start);

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), first, values, n);
  return outcome_test_evaluate (fixture->store, measure);
}

/* OUTCOMES 4.4: 2 (√25 - √16) = 2; the test for unequal times is not needed. */
static void
test_flag (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 7, 9, 12, 13 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2019-11", values, 4);

  outcome_test_says (evaluation, "Flag for two counts (without phi): z = 2.00, but the range with phi holds “no "
                                 "change”");
  outcome_test_is_silent (evaluation, "flagged");
  outcome_test_is_silent (evaluation, "E-test");
}

/* 100 and 40: z = −7.35, and the range with phi = 2 lies below 1 as well. */
static void
test_flag_that_holds (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 48, 52, 19, 21 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2019-11", values, 4);

  outcome_test_says (evaluation, "Flag for two counts (without phi): z = −7.35: flagged");
}

/* 60 in two months, 17 in one: p is small, but the test does not know of phi. */
static void
test_sums_against_phi (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 30, 30, 17 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2019-11", values, 3);

  g_assert_cmpfloat (evaluation->ratio.inflated.hi, >, 1);
  outcome_test_says (evaluation, ", but the range with phi holds “no change”");
}

static void
test_flag_of_unequal_times (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 7, 9, 12 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2019-11", values, 3);

  outcome_test_says (evaluation, "Test of two counts of unequal times (E-test, without phi): p = 0.");
  outcome_test_is_silent (evaluation, "flagged");
}

/* The figures were reckoned by hand from the formulas of OUTCOMES 4.8. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 30, 28, 33, 31, 27, 30, 32, 29, 34, 28, 31, 30,
                            22, 20, 24, 19, 21, 23, 18, 20, 22, 19, 21, 20 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2019-01", values, 24);

  outcome_test_says (evaluation, "jump at the start: −9.05 (standard error 0.76 by Newey and West, lag 2)");
  outcome_test_says (evaluation, "Change of the trend a period: −0.20 (standard error 0.10)");
  outcome_test_says (evaluation, "last period: −11.21 (carried on: 31.17)");
  outcome_test_says (evaluation, "Run chart: median ");
  outcome_test_says (evaluation, "Control chart of single values: mean 30.25, limits ");
}

/* What happened while the measure was set up belongs to neither side of the model (OUTCOMES 1.7). */
static void
test_rollout (Fixture *fixture, gconstpointer data)
{
  double values[27];
  g_autofree char *project = outcome_test_id (mappe_test_add (fixture->store, "project", "title", "Light", NULL));
  gint64 measure = mappe_test_add (fixture->store, "measure", "title", "Lamps", "project", project, "start_on",
                                   "2020-01-01", "rollout_until", "2020-03-31", NULL);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i >= 12 && i < 15 ? 500 : 20 + i % 3;
  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "2019-01", values,
                       G_N_ELEMENTS (values));
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpuint (evaluation->line.n_pre, ==, 12);
  g_assert_cmpuint (evaluation->line.n_post, ==, 12);
  g_assert_cmpfloat (fabs (evaluation->line.b[MAPPE_INTERRUPTED_JUMP]), <, 2);
  outcome_test_says (evaluation, "no standard error because of gaps");
}

/* Two years before, one after: the same figures as the model has, for who recomputes. */
static void
test_model (Fixture *fixture, gconstpointer data)
{
  double values[36];
  g_autofree char *says = NULL;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i < 24 ? 100 : 50) + 20 * (i % 12 > 5) + (i * 7) % 5;
  evaluation = evaluate (fixture, "2020-01-01", "2018-01", values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (evaluation->model.ratio, >, 0.4);
  g_assert_cmpfloat (evaluation->model.ratio, <, 0.7);
  says = g_strdup_printf ("ratio from the start on: %.2f (95%% range %.2f to %.2f)", evaluation->model.ratio,
                          evaluation->model.safe.lo, evaluation->model.safe.hi);
  outcome_test_says (evaluation, says);
}

/* OUTCOMES 4.9: slow waves over many months, which neither trend nor season explains. */
static void
test_dependence (Fixture *fixture, gconstpointer data)
{
  double values[60];
  g_autofree char *says = NULL;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i < 36 ? 100 : 60) + round (25 * sin (2 * G_PI * i / 17));
  evaluation = evaluate (fixture, "2020-01-01", "2017-01", values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (evaluation->model.acf[0], >, 0.3);
  outcome_test_says (evaluation, "The periods depend on each other, so the interval is too narrow: the true range is "
                                 "wider than the one given.");
  says = g_strdup_printf ("residuals of the counts: %.2f between neighbours, −%.2f a year apart: above 0.3, so the "
                          "interval is too narrow", evaluation->model.acf[0], -evaluation->model.acf[11]);
  outcome_test_says (evaluation, says);
  outcome_test_says (evaluation, "Autocorrelation of the residuals of the lines: ");
}

/* Noise is not called dependent, and what the season explains is none of the residuals. */
static void
test_no_dependence (Fixture *fixture, gconstpointer data)
{
  const double noise[] = { 3, -5, 4, -1, -4, 5, 0, -3, 2, 1, -2, 6, -6 };
  double values[60];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i < 36 ? 100 : 60) * (1 + 0.3 * sin (2 * G_PI * i / 12)) + noise[i % G_N_ELEMENTS (noise)];
  evaluation = evaluate (fixture, "2020-01-01", "2017-01", values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (evaluation->line.acf[0], >, 0.3);
  outcome_test_is_silent (evaluation, "The periods depend on each other");
  outcome_test_says (evaluation, "Pearson’s residuals of the counts: ");
  outcome_test_says (evaluation, ": not above 0.3");
}

/* Too few months for a season: the lines tell. */
static void
test_dependence_of_line (Fixture *fixture, gconstpointer data)
{
  double values[20];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 60 + round (25 * sin (2 * G_PI * i / 9));
  evaluation = evaluate (fixture, "2020-01-01", "2019-03", values, G_N_ELEMENTS (values));
  g_assert_true (isnan (mappe_evaluation_model_dependence (evaluation).neighbours));
  outcome_test_says (evaluation, "The periods depend on each other");
}

/* What comes again each year makes no range of counts too narrow; beside the lines it is told. */
static void
test_season_is_no_dependence (Fixture *fixture, gconstpointer data)
{
  double values[36];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 60 + 20 * ((i * 5) % 12 > 8) + (i * 7) % 5;
  evaluation = evaluate (fixture, "2020-01-01", "2018-03", values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (evaluation->line.acf[0], <, 0.3);
  g_assert_cmpfloat (evaluation->line.acf[11], >, 0.3);
  g_assert_true (isnan (mappe_evaluation_model_dependence (evaluation).neighbours));
  outcome_test_is_silent (evaluation, "The periods depend on each other");
  outcome_test_says (evaluation, "a year apart: above 0.3, so the interval is too narrow");
}

/* One more every year, with a season that is larger than that. */
static void
test_trend (Fixture *fixture, gconstpointer data)
{
  double values[48];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 20 + i / 12 + 10 * (i % 12 > 5);
  evaluation = evaluate (fixture, NULL, "2016-01", values, G_N_ELEMENTS (values));
  outcome_test_says (evaluation, "Trend a year (slope by Sen, test by Mann and Kendall): 1.00; z = ");
  outcome_test_says (evaluation, "p < 0.001, each season by itself");
  outcome_test_says (evaluation, "This says nothing about an effect.");
}

/* OUTCOMES 4.2: 7 cases, exactly 2.8 to 14.4. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  const double value = 7;
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, "2020-01-01", "2021-01", &value, 1);

  outcome_test_says (evaluation, "Count: 7.0 (95% range 2.8 to 14.4)");
}

/* --- answers --- */

static MappeEvaluation *
evaluate_answers (Fixture *fixture, const char *n_before, const char *favourable, const char *counts_before,
                  const char *counts_after)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  g_autofree char *indicator = outcome_test_id (mappe_test_add (fixture->store, "indicator", "name", "Safe", "measure",
                                                                of, "scale", "percent", NULL));

  mappe_test_add (fixture->store, "survey-result", "indicator", indicator, "held_on", "2019-06-01", "wave", "before",
                  "answered", n_before, "favourable", favourable, "counts", counts_before, NULL);
  mappe_test_add (fixture->store, "survey-result", "indicator", indicator, "held_on", "2021-06-01", "wave", "after",
                  "answered", "236", "favourable", "121", "counts", counts_after, NULL);
  return outcome_test_evaluate (fixture->store, measure);
}

/* The figures were reckoned by hand. */
static void
test_scales (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate_answers (fixture, "212", "72", "14;58;92;48", "31;90;79;36");

  outcome_test_says (evaluation, "Mean of the steps (1 is worst): 2.18 before, 2.49 after");
  outcome_test_says (evaluation, "Difference of the means (Welch): 0.31 (95% range 0.15 to 0.48)");
  outcome_test_says (evaluation, "better than one before: 0.60 (0.5: no change; z = ");
}

static void
test_no_scales (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate_answers (fixture, "212", "72", NULL, NULL);

  outcome_test_says (evaluation, "Difference of the shares");
  outcome_test_is_silent (evaluation, "Mean of the steps");
  outcome_test_is_silent (evaluation, "[mwu]");
}

/* OUTCOMES 5.1: fewer than 5 answers are not shown, on whichever side they are. */
static void
test_few_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate_answers (fixture, "3", "2", "1;1;1;0", "31;90;79;36");

  outcome_test_says (evaluation, "Too few answers to be shown.");
  outcome_test_is_silent (evaluation, "3 before");
  outcome_test_is_silent (evaluation, "Difference of the shares");
  outcome_test_is_silent (evaluation, "Mean of the steps");
}

static void
test_mcnemar (Fixture *fixture, gconstpointer data)
{
  gint64 id = mappe_test_id (fixture->store, "measure", "MS-P11-3");
  g_autoptr (MappeEvaluation) same = outcome_test_evaluate (fixture->store, id);

  outcome_test_says (same, "McNemar’s test: exact, p = 0.029");
  outcome_test_is_silent (same, "Mean of the steps");
}

#define ADD(path, func) \
  g_test_add ("/trace/" path, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("flag", test_flag);
  ADD ("flag-that-holds", test_flag_that_holds);
  ADD ("sums-against-phi", test_sums_against_phi);
  ADD ("flag-of-unequal-times", test_flag_of_unequal_times);
  ADD ("line", test_line);
  ADD ("rollout", test_rollout);
  ADD ("model", test_model);
  ADD ("dependence", test_dependence);
  ADD ("no-dependence", test_no_dependence);
  ADD ("dependence-of-line", test_dependence_of_line);
  ADD ("season-is-no-dependence", test_season_is_no_dependence);
  ADD ("trend", test_trend);
  ADD ("count", test_count);
  ADD ("scales", test_scales);
  ADD ("no-scales", test_no_scales);
  ADD ("few-answers", test_few_answers);
  g_test_add ("/trace/mcnemar", Fixture, "en", mappe_test_demo_set_up, test_mcnemar, mappe_test_store_tear_down);
  return g_test_run ();
}
