/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-write.h"
#include "mappe-outcome-chart.h"
#include "outcome-test.h"

/* Surveys with a comparison area: difference in differences, and what is said where there is not enough for it. */

typedef MappeTestStore Fixture;

/* Of a round: answers, favourable ones, and (nullable) each step. */
typedef struct {
  const char *answered, *favourable, *counts;
} Round;

static void
add_round (Fixture *fixture, gint64 indicator, gboolean after, Round round)
{
  g_autofree char *of = outcome_test_id (indicator);

  mappe_test_add (fixture->store, "survey-result", "indicator", of, "held_on", after ? "2021-06-01" : "2019-06-01",
                  "wave", after ? "after" : "before", "answered", round.answered, "favourable", round.favourable,
                  "question", "Safe?", "counts", round.counts, "asked", "residents", NULL);
}

/* Returns: the measure; @there: rounds of the comparison area, if it has any answers */
static gint64
write_rounds (Fixture *fixture, const Round *here, const Round *there, const char *similar)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Safe", "measure", of, "scale", "percent",
                                     NULL);
  g_autofree char *main_series = outcome_test_id (indicator);
  gint64 comparison = mappe_test_add (fixture->store, "indicator", "name", "Safe elsewhere", "scale", "percent",
                                      "area_role", "comparison", "measure_series", main_series, "similar", similar,
                                      NULL);

  for (guint i = 0; i < 2; i++)
    {
      add_round (fixture, indicator, i == 1, here[i]);
      if (there[i].answered != NULL)
        add_round (fixture, comparison, i == 1, there[i]);
    }
  return measure;
}

static MappeEvaluation *
evaluate (Fixture *fixture, const Round *here, const Round *there, const char *similar)
{
  return outcome_test_evaluate (fixture->store, write_rounds (fixture, here, there, similar));
}

static const Round here[] = { { "212", "72", "14;58;92;48" }, { "236", "121", "31;90;79;36" } };
static const Round there[] = { { "205", "70", "13;57;88;47" }, { "198", "66", "12;54;86;46" } };

static gboolean
has_method (const MappeEvaluation *evaluation, const char *method)
{
  for (guint i = 0; i < evaluation->grade.n_methods; i++)
    if (g_str_equal (evaluation->grade.methods[i], method))
      return TRUE;
  return FALSE;
}

static void
test_compared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, here, there, "1");
  double t0 = 72.0 / 212, t1 = 121.0 / 236, c0 = 70.0 / 205, c1 = 66.0 / 198;
  double variance = t0 * (1 - t0) / 212 + t1 * (1 - t1) / 236 + c0 * (1 - c0) / 205 + c1 * (1 - c1) / 198;

  g_assert_cmpint (evaluation->grade.level, ==, 3);
  g_assert_true (has_method (evaluation, "did"));
  g_assert_cmpfloat_with_epsilon (evaluation->did.did, t1 - t0 - (c1 - c0), 1e-12);
  g_assert_cmpfloat_with_epsilon (evaluation->did.se, sqrt (variance), 1e-12);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_MORE);
  outcome_test_says (evaluation, "went from 34.0% to 51.3% in the measure area and from 34.1% to 33.3% in the "
                                 "comparison area: 18.1 points better (95% range 5.2 to 31.0; n = 212/236 and "
                                 "205/198).");
  outcome_test_says_in_german (evaluation, "ging im Maßnahmengebiet von 34,0 % auf 51,3 %, im Vergleichsgebiet von "
                                           "34,1 % auf 33,3 %: 18,1 Prozentpunkte günstiger (95-%-Bereich 5,2 bis "
                                           "31,0; n = 212/236 und 205/198).");
  outcome_test_says_in_german (evaluation, "andere Gründe sind nicht ausgeschlossen. Befragt wurden residents; wer "
                                           "nicht antwortete, kann anders denken.");
  outcome_test_says (evaluation, "This points to an improvement linked to the measure; other reasons cannot be ruled "
                                 "out.");
  outcome_test_says (evaluation, "Asked were residents; those who did not answer may think differently.");
  outcome_test_is_silent (evaluation, "Without a comparison area");
  outcome_test_says (evaluation, "prop,72,212,121,236,70,205,66,198,0.95");
}

/* Whoever turns it round reads the same with other words, not with a sign. */
static void
test_worse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, there, here, "1");

  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_FEWER);
  outcome_test_says (evaluation, ": 18.1 points worse (95% range 5.2 to 31.0;");
  outcome_test_says (evaluation, "This points to a worsening linked to the measure");
}

static void
test_unclear (Fixture *fixture, gconstpointer data)
{
  const Round same[] = { { "212", "72" }, { "236", "84" } };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, same, there, "1");

  g_assert_cmpint (evaluation->grade.level, ==, 3);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_UNCLEAR);
  outcome_test_says (evaluation, "A difference from the comparison area cannot be shown. That does not mean there is "
                                 "none.");
  outcome_test_is_silent (evaluation, "linked to the measure");
}

/* Whatever keeps the comparison out is said, and what stays is the comparison of before and after. */
static void
check_alone (const MappeEvaluation *evaluation, const char *why)
{
  g_assert_cmpint (evaluation->grade.level, ==, 2);
  g_assert_false (has_method (evaluation, "did"));
  outcome_test_says (evaluation, "rose from 34.0% to 51.3% (17.3 points");
  outcome_test_says (evaluation, "Without a comparison area we cannot say whether the measure is the reason.");
  outcome_test_says (evaluation, why);
  outcome_test_is_silent (evaluation, "points better");
  outcome_test_is_silent (evaluation, "mappe stats did");
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  const Round few[] = { { "30", "10" }, { "29", "9" } };
  const Round enough[] = { { "30", "10" }, { "30", "9" } };
  g_autoptr (MappeEvaluation) alone = evaluate (fixture, here, few, "1");
  g_autoptr (MappeEvaluation) compared = evaluate (fixture, here, enough, "1");

  check_alone (alone, "Before or after, fewer than 30 answered in one of the areas, so the comparison area is not "
                      "reckoned with.");
  outcome_test_is_silent (alone, "29");
  g_assert_cmpint (compared->grade.level, ==, 3);
}

static void
test_not_similar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, here, there, "0");

  check_alone (evaluation, "The comparison area is not similar, so it is not reckoned with.");
}

static void
test_not_asked (Fixture *fixture, gconstpointer data)
{
  const Round once[] = { { "205", "70" }, { NULL } };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, here, once, "1");

  check_alone (evaluation, "In the comparison area nobody was asked before and after, so it is not reckoned with.");
}

/* The change of the same persons varies by those who changed: (19 + 7 − 12²/85) / 85². */
static void
test_same_persons (Fixture *fixture, gconstpointer data)
{
  const Round before[] = { { "85", "38" }, { NULL } };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Safe", "measure", of, NULL);
  g_autofree char *series = outcome_test_id (indicator);
  gint64 comparison = mappe_test_add (fixture->store, "indicator", "name", "Elsewhere", "area_role", "comparison",
                                      "measure_series", series, "similar", "1", NULL);
  double variance = (26 - 144.0 / 85) / (85 * 85) + 70.0 / 205 * 135 / 205 / 205 + 66.0 / 198 * 132 / 198 / 198;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_round (fixture, indicator, FALSE, before[0]);
  mappe_test_add (fixture->store, "survey-result", "indicator", series, "held_on", "2021-06-01", "wave", "after",
                  "answered", "85", "favourable", "50", "stayed_favourable", "31", "became_favourable", "19",
                  "became_unfavourable", "7", "stayed_unfavourable", "28", NULL);
  add_round (fixture, comparison, FALSE, there[0]);
  add_round (fixture, comparison, TRUE, there[1]);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_true (evaluation->is_paired);
  g_assert_cmpint (evaluation->grade.level, ==, 3);
  g_assert_cmpfloat_with_epsilon (evaluation->did.did, 12.0 / 85 - (66.0 / 198 - 70.0 / 205), 1e-12);
  g_assert_cmpfloat_with_epsilon (evaluation->did.se, sqrt (variance), 1e-12);
  outcome_test_says (evaluation, "mean,0.447058823529,0,");
}

/* Standard errors of the means and their difference in differences were reckoned by hand. */
static void
test_means (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, here, there, "1");

  outcome_test_says (evaluation, "Difference in differences of the means (1 is worst): 0.33 (95% range ");
  outcome_test_says (evaluation, "mean,2.17924528302,");
}

static void
test_wording (Fixture *fixture, gconstpointer data)
{
  gint64 measure = write_rounds (fixture, here, there, "1");
  g_autoptr (MappeEvaluation) same = outcome_test_evaluate (fixture->store, measure);
  g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, measure);
  const MappeOutcomeCase *of = g_ptr_array_index (outcome->cases, 0);
  const MappeRow *round = g_ptr_array_index (of->comparison_surveys, 1);
  g_autoptr (MappeEvaluation) other = NULL;

  mappe_test_set (fixture->store, mappe_kind_lookup ("survey-result", NULL), round->id, "question", "Afraid?");
  other = outcome_test_evaluate (fixture->store, measure);
  outcome_test_is_silent (same, "The question did not always have the same wording.");
  outcome_test_says (other, "The question did not always have the same wording.");
}

static char *
table_of (const MappeEvaluation *evaluation, MappeOutcomeChart kind)
{
  g_autoptr (MappeChart) chart = mappe_outcome_chart_new (evaluation, kind, mappe_language_get ("en"));
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autoptr (GBytes) csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);

  return g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
}

static void
test_charts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, here, there, "1");
  g_autofree char *change = table_of (evaluation, MAPPE_OUTCOME_CHART_CHANGE);
  g_autofree char *answers = table_of (evaluation, MAPPE_OUTCOME_CHART_LIKERT);

  g_assert_nonnull (strstr (change, "Difference of both"));
  g_assert_nonnull (strstr (change, "18.1"));
  g_assert_nonnull (strstr (answers, "Safe elsewhere: "));
}

#define ADD(path, func) \
  g_test_add ("/survey-areas/" path, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("compared", test_compared);
  ADD ("worse", test_worse);
  ADD ("unclear", test_unclear);
  ADD ("few", test_few);
  ADD ("not-similar", test_not_similar);
  ADD ("not-asked", test_not_asked);
  ADD ("same-persons", test_same_persons);
  ADD ("means", test_means);
  ADD ("wording", test_wording);
  ADD ("charts", test_charts);
  return g_test_run ();
}
