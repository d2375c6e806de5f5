/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-write.h"
#include "mappe-outcome-chart.h"
#include "outcome-test.h"

/* The same indicator in several areas: what is pooled, how, and what may be said of it. */

typedef MappeTestStore Fixture;

/**
 * Area: @here, @there: cases a month before and after, in the area and in the one it is compared with
 * @definition: (nullable): of what is counted
 */
typedef struct {
  double      here[2], there[2];
  const char *definition, *unit;
  gboolean    hides;
} Area;

#define N_MONTHS 48

static void
write_values (Fixture *fixture, gint64 indicator, const double *means)
{
  double values[N_MONTHS];

  for (guint i = 0; i < N_MONTHS; i++)
    values[i] = means[i < N_MONTHS / 2 ? 0 : 1];
  /* Less than one a month: all of them in the third month, or in the third month after. */
  if (means[0] < 1)
    values[2] = means[0] * 24;
  if (means[1] < 1)
    values[26] = means[1] * 24;
  for (guint i = 0; i < N_MONTHS; i++)
    values[i] = values[i] < 1 ? 0 : values[i];
  outcome_test_values (fixture->store, indicator, "2018-01", values, N_MONTHS);
}

static char *
new_area (Fixture *fixture, const char *name)
{
  return outcome_test_id (mappe_test_add (fixture->store, "area", "name", name, NULL));
}

/* @elsewhere: id of the comparison area. Returns: id of the indicator */
static gint64
add_pair (Fixture *fixture, gint64 measure, const char *place, const char *elsewhere, const Area *area)
{
  g_autofree char *of = outcome_test_id (measure);
  const char *hides = area->hides ? "1" : "0";
  gint64 here = mappe_test_add (fixture->store, "indicator", "name", "Offences", "measure", of, "scale", "count",
                                "definition", area->definition, "unit", area->unit, "area", place, "direction", "lower",
                                "suppress_below_5", hides, NULL);
  g_autofree char *series = outcome_test_id (here);
  gint64 there = mappe_test_add (fixture->store, "indicator", "name", "Elsewhere", "scale", "count", "area", elsewhere,
                                 "area_role", "comparison", "measure_series", series, "similar", "1", NULL);

  write_values (fixture, here, area->here);
  write_values (fixture, there, area->there);
  return here;
}

static void
add_areas (Fixture *fixture, gint64 measure, const Area *areas, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Quarter %u", i + 1);
      g_autofree char *place = new_area (fixture, name);
      g_autofree char *elsewhere = new_area (fixture, "Other quarter");

      add_pair (fixture, measure, place, elsewhere, &areas[i]);
    }
}

static void
set_design (Fixture *fixture, gint64 measure, const char *field)
{
  if (field != NULL)
    mappe_test_set (fixture->store, mappe_kind_lookup ("measure", NULL), measure, field, "1");
}

static GPtrArray *
evaluate (Fixture *fixture, const Area *areas, guint n, const char *design)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeOutcome) outcome = NULL;

  add_areas (fixture, measure, areas, n);
  set_design (fixture, measure, design);
  outcome = outcome_test_outcome (fixture->store, measure);
  return mappe_evaluation_list (outcome);
}

static MappeEvaluation *
nth (GPtrArray *all, guint i)
{
  g_assert_cmpuint (i, <, all->len);
  return g_ptr_array_index (all, i);
}

#define DEFINED "Recorded offences in public places.", "offences", FALSE

/* Ratios to the comparison of 0.6, 0.7, 0.75, 0.8 and 0.9. */
static const Area five[] = {
  { { 20, 12 }, { 20, 20 }, DEFINED }, { { 20, 14 }, { 20, 20 }, DEFINED }, { { 20, 15 }, { 20, 20 }, DEFINED },
  { { 20, 16 }, { 20, 20 }, DEFINED }, { { 20, 18 }, { 20, 20 }, DEFINED },
};

static void
test_adjusted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = evaluate (fixture, five, 5, "adjusted");
  const MappeEvaluation *pooled = nth (all, 0);
  double effects[5], variances[5];
  MappePooling pooling;

  g_assert_cmpuint (all->len, ==, 6);
  for (guint i = 0; i < 5; i++)
    {
      const MappeEvaluation *of = nth (all, i + 1);

      g_assert_cmpint (of->grade.level, ==, 3);
      g_assert_cmpfloat_with_epsilon (of->effect.res, five[i].here[0] / five[i].here[1], 1e-9);
      effects[i] = of->effect.log_res;
      variances[i] = of->phi * (1 / of->before[0].sum + 1 / of->after[0].sum + 2.0 / 480);
    }
  pooling = mappe_pool_effects (effects, variances, 5);
  g_assert_cmpint (pooled->kind, ==, MAPPE_EVALUATION_AREAS);
  g_assert_cmpstr (mappe_evidence_claim_word (pooled->grade.claim), ==, "C4");
  g_assert_cmpfloat_with_epsilon (pooled->areas->pooling.random.estimate, pooling.random.estimate, 1e-9);
  g_assert_cmpfloat_with_epsilon (pooled->areas->pooling.random.interval.lo, pooling.random.interval.lo, 1e-9);
  g_assert_cmpint (pooled->verdict, ==, MAPPE_OUTCOME_VERDICT_FEWER);
  outcome_test_says (pooled, "In 5 areas with the measure incidents developed 26% better on average than in 5 "
                             "comparison areas (95% range ");
  outcome_test_says_in_german (pooled, "In 5 Gebieten mit Maßnahme entwickelten sich die Fälle im Mittel um 26 % "
                                       "günstiger als in 5 Vergleichsgebieten (95-%-Bereich 15 bis 35 %).");
  outcome_test_says (pooled, "This points to a reduction linked to the measure; other reasons cannot be ruled out.");
  outcome_test_says (pooled, "Quarter 1: RES 1.67 (95% range ");
  outcome_test_is_silent (pooled, "Fewer than five areas");
  outcome_test_is_silent (pooled, "indicators were looked at");
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = evaluate (fixture, five, 5, "random_allocation");

  g_assert_cmpstr (mappe_evidence_claim_word (nth (all, 0)->grade.claim), ==, "C5");
  outcome_test_says (nth (all, 0), "The areas were drawn by lot, which rules out other reasons as far as that is "
                                   "possible.");
  outcome_test_says (nth (all, 0), "Areas allocated at random: yes");
}

/* Without lot and without control of other influences nothing is said in percent: the sum of the cases is. */
static void
test_only_compared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = evaluate (fixture, five, 5, NULL);
  const MappeEvaluation *pooled = nth (all, 0);

  g_assert_cmpint (pooled->grade.level, ==, 3);
  g_assert_cmpfloat_with_epsilon (pooled->fewer, 24 * (8 + 6 + 5 + 4 + 2), 1e-6);
  outcome_test_says (pooled, "Going by the comparison areas, 2,400 incidents were expected in 5 areas and 1,800 "
                             "counted: 600 fewer (95% range ");
  outcome_test_says_in_german (pooled, "waren in 5 Gebieten 2.400 Fälle zu erwarten, gezählt wurden 1.800: 600 "
                                       "weniger (95-%-Bereich ");
  outcome_test_is_silent (pooled, "% better");
  g_assert_nonnull (strstr (mappe_evaluation_next_level (pooled, mappe_language_get ("en")),
                            "drawing the areas by lot"));
}

static void
test_few_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = evaluate (fixture, five, 4, "adjusted");

  outcome_test_says (nth (all, 0), "In 4 areas with the measure");
  outcome_test_says (nth (all, 0), "Fewer than five areas: their average is only a hint; look at each of them.");
}

static void
test_unclear (Fixture *fixture, gconstpointer data)
{
  const Area same[] = { { { 6, 5 }, { 6, 6 }, DEFINED }, { { 6, 7 }, { 6, 6 }, DEFINED } };
  g_autoptr (GPtrArray) all = evaluate (fixture, same, 2, "adjusted");

  g_assert_cmpint (nth (all, 0)->verdict, ==, MAPPE_OUTCOME_VERDICT_UNCLEAR);
  outcome_test_says (nth (all, 0), "Between 2 areas with the measure and 2 comparison areas no difference can be "
                                   "shown: on average ");
  outcome_test_says (nth (all, 0), "That does not mean there is none.");
  outcome_test_says_in_german (nth (all, 0), "Zwischen 2 Gebieten mit Maßnahme und 2 Vergleichsgebieten ist kein "
                                             "Unterschied nachweisbar: im Mittel ");
  outcome_test_says_in_german (nth (all, 0), "Das heißt nicht, dass es keinen gibt.");
  outcome_test_is_silent (nth (all, 0), "developed");
}

static void
test_worse (Fixture *fixture, gconstpointer data)
{
  const Area worse[] = { { { 20, 30 }, { 20, 20 }, DEFINED }, { { 20, 30 }, { 20, 20 }, DEFINED } };
  g_autoptr (GPtrArray) all = evaluate (fixture, worse, 2, "adjusted");

  g_assert_cmpint (nth (all, 0)->verdict, ==, MAPPE_OUTCOME_VERDICT_MORE);
  outcome_test_says (nth (all, 0), "incidents developed 50% worse on average than in 2 comparison areas (95% range ");
  outcome_test_says (nth (all, 0), "This points to an increase linked to the measure");
}

/* Areas that go different ways are told of. */
static void
test_differ (Fixture *fixture, gconstpointer data)
{
  const Area apart[] = { { { 40, 10 }, { 40, 40 }, DEFINED }, { { 40, 50 }, { 40, 40 }, DEFINED } };
  g_autoptr (GPtrArray) all = evaluate (fixture, apart, 2, "adjusted");
  g_autoptr (GPtrArray) alike = evaluate (fixture, five, 2, "adjusted");

  outcome_test_says (nth (all, 0), "The areas differ from each other by more than chance");
  outcome_test_is_silent (nth (alike, 0), "The areas differ from each other by more than chance");
}

/* --- what is never pooled --- */

static void
test_unlike (Fixture *fixture, gconstpointer data)
{
  const Area offences[] = { five[0], { { 20, 14 }, { 20, 20 }, "Stolen bicycles.", "offences", FALSE } };
  const Area units[] = { five[0], { { 20, 14 }, { 20, 20 }, "Recorded offences in public places.", "reports", FALSE } };
  const Area unknown[] = { { { 20, 14 }, { 20, 20 }, NULL, "offences", FALSE },
                           { { 20, 14 }, { 20, 20 }, NULL, "offences", FALSE } };
  const Area *cases[] = { offences, units, unknown };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) all = evaluate (fixture, cases[i], 2, "adjusted");
      g_autoptr (MappeChart) forest = mappe_outcome_chart_new (nth (all, 0), MAPPE_OUTCOME_CHART_FOREST, NULL);
      g_autoptr (MappeChartView) view = mappe_chart_view_new (forest);
      g_autoptr (GBytes) csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

      g_assert_cmpuint (all->len, ==, 2);
      g_assert_cmpint (nth (all, 0)->grade.level, ==, 3);
      g_assert_null (strstr (text, "Pooled"));
    }
}

/* One area that is written down twice is no two areas. */
static void
test_same_area (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *place = new_area (fixture, "Quarter");
  g_autofree char *one = new_area (fixture, "One");
  g_autofree char *two = new_area (fixture, "Two");
  g_autoptr (MappeOutcome) outcome = NULL;
  g_autoptr (GPtrArray) all = NULL;

  add_pair (fixture, measure, place, one, &five[0]);
  add_pair (fixture, measure, place, two, &five[1]);
  set_design (fixture, measure, "random_allocation");
  outcome = outcome_test_outcome (fixture->store, measure);
  all = mappe_evaluation_list (outcome);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (nth (all, 0)->grade.level, ==, 3);
}

/* --- comparison areas --- */

/* One comparison area for both: no lot makes that level 5, and it counts once. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *here = new_area (fixture, "Here");
  g_autofree char *there = new_area (fixture, "There");
  g_autofree char *elsewhere = new_area (fixture, "Elsewhere");
  g_autoptr (MappeOutcome) outcome = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const MappeEvaluation *pooled, *one;

  add_pair (fixture, measure, here, elsewhere, &five[0]);
  add_pair (fixture, measure, there, elsewhere, &five[1]);
  set_design (fixture, measure, "random_allocation");
  outcome = outcome_test_outcome (fixture->store, measure);
  all = mappe_evaluation_list (outcome);
  pooled = nth (all, 0);
  one = nth (all, 1);
  g_assert_cmpuint (pooled->areas->n_comparisons, ==, 1);
  g_assert_cmpint (pooled->grade.level, ==, 3);
  /* 1/480 + 1/288 of the area itself, and twice 1/480 + 1/480 of the one it shares. */
  g_assert_cmpfloat_with_epsilon (pooled->areas->variances[0], one->phi * (1.0 / 480 + 1.0 / 288 + 2 * 2.0 / 480),
                                  1e-9);
  outcome_test_says (pooled, "Several areas share a comparison area; the range is wider for it.");
}

/* OUTCOMES 1.1: no percent of fewer than 20 cases, however many areas. */
static void
test_few_cases (Fixture *fixture, gconstpointer data)
{
  const Area few[] = { { { 9 / 24.0, 8 / 24.0 }, { 9 / 24.0, 9 / 24.0 }, DEFINED },
                       { { 9 / 24.0, 8 / 24.0 }, { 9 / 24.0, 9 / 24.0 }, DEFINED } };
  g_autoptr (GPtrArray) all = evaluate (fixture, few, 2, "adjusted");

  g_assert_cmpint (nth (all, 0)->grade.level, ==, 4);
  g_assert_cmpfloat (nth (all, 0)->areas->before, ==, 18);
  outcome_test_is_silent (nth (all, 0), "on average");
  outcome_test_says (nth (all, 0), "Going by the comparison areas, 18 incidents were expected in 2 areas and 16 "
                                   "counted");
}

/* --- small counts --- */

static char *
everything (const MappeEvaluation *of)
{
  g_autofree char *words = outcome_test_words (of);
  g_autoptr (MappeChart) forest = mappe_outcome_chart_new (of, MAPPE_OUTCOME_CHART_FOREST, mappe_language_get ("en"));
  g_autoptr (MappeChartView) view = mappe_chart_view_new (forest);
  g_autoptr (GBytes) csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);

  return g_strdup_printf ("%s%.*s", words, (int) g_bytes_get_size (csv), (const char *) g_bytes_get_data (csv, NULL));
}

/* The whole less the other areas would tell the hidden one. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (guint hidden = 1; hidden <= 4; hidden++)
    {
      const Area areas[] = { five[0], five[1],
                             { { 6, hidden / 24.0 }, { 6, 6 }, "Recorded offences in public places.", "offences",
                               TRUE } };
      g_autoptr (GPtrArray) all = evaluate (fixture, areas, 3, "adjusted");
      g_autofree char *seen = everything (nth (all, 0));

      g_assert_cmpuint (nth (all, 0)->areas->pooled->len, ==, 2);
      outcome_test_says (nth (all, 0), "Some areas are not pooled");
      outcome_test_says (nth (all, 0), "Quarter 3: not pooled");
      if (first == NULL)
        first = g_steal_pointer (&seen);
      else
        g_assert_cmpstr (seen, ==, first);
    }
}

/* --- charts --- */

static void
test_forest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = evaluate (fixture, five, 5, "adjusted");
  g_autofree char *together = everything (nth (all, 0));
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];

  g_assert_cmpuint (mappe_outcome_chart_kinds (nth (all, 0), kinds), ==, 1);
  g_assert_cmpint (kinds[0], ==, MAPPE_OUTCOME_CHART_FOREST);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = i < 5 ? g_strdup_printf ("Quarter %u", i + 1) : g_strdup ("Pooled");
      g_autofree char *table = everything (nth (all, 3));

      g_assert_nonnull (strstr (together, name));
      g_assert_nonnull (strstr (table, name));
    }
}

/* --- a project --- */

typedef struct {
  gint64 measures[2];
  gint64 project;
} Two;

static gpointer
load_project (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_outcome_list (snapshot, *(gint64 *) data, error);
}

static GPtrArray *
list_project (Fixture *fixture, gint64 project)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *outcomes = mappe_store_read (fixture->store, load_project, &project, &error);

  g_assert_no_error (error);
  return outcomes;
}

/* Two measures of a project, the second from 2020-07-01 on, each in an area of its own. */
static Two
write_project (Fixture *fixture, const Area *first, const Area *second)
{
  Two two = { .project = mappe_test_add (fixture->store, "project", "title", "Light in town", NULL) };
  g_autofree char *project = outcome_test_id (two.project);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *here = new_area (fixture, i == 0 ? "Here" : "There");
      g_autofree char *elsewhere = new_area (fixture, "Elsewhere");

      two.measures[i] = mappe_test_add (fixture->store, "measure", "title", i == 0 ? "Lamps" : "More lamps", "project",
                                        project, "start_on", i == 0 ? "2020-01-01" : "2020-07-01", NULL);
      add_pair (fixture, two.measures[i], here, elsewhere, i == 0 ? first : second);
    }
  return two;
}

static void
test_project (Fixture *fixture, gconstpointer data)
{
  Two two = write_project (fixture, &five[0], &five[1]);
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) one_adjusted = NULL;
  g_autoptr (GPtrArray) both_adjusted = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) fourth = NULL;

  set_design (fixture, two.measures[0], "adjusted");
  one_adjusted = list_project (fixture, two.project);
  set_design (fixture, two.measures[1], "adjusted");
  both_adjusted = list_project (fixture, two.project);
  g_assert_cmpuint (both_adjusted->len, ==, 3);
  g_assert_cmpstr (mappe_outcome_get_title (g_ptr_array_index (both_adjusted, 0)), ==, "Light in town");
  all = mappe_evaluation_list (g_ptr_array_index (one_adjusted, 0));
  fourth = mappe_evaluation_list (g_ptr_array_index (both_adjusted, 0));
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (nth (all, 0)->areas->pooled->len, ==, 2);
  g_assert_cmpint (nth (all, 0)->grade.level, ==, 3);
  g_assert_cmpint (nth (fourth, 0)->grade.level, ==, 4);
  /* Each area has the time of its own measure. */
  g_assert_cmpuint (((MappeEvaluation *) g_ptr_array_index (nth (all, 0)->areas->pooled, 1))->before[0].n, ==, 30);
  /* Of all measures of the town there is no whole. */
  outcomes = list_project (fixture, 0);
  g_assert_cmpuint (outcomes->len, ==, 2);
}

static void
test_unlike_project (Fixture *fixture, gconstpointer data)
{
  const Area other = { { 20, 14 }, { 20, 20 }, "Stolen bicycles.", "offences", FALSE };
  Two two = write_project (fixture, &five[0], &other);
  g_autoptr (GPtrArray) outcomes = list_project (fixture, two.project);

  g_assert_cmpuint (outcomes->len, ==, 2);
}

#define ADD(path, func) \
  g_test_add ("/areas/" path, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("adjusted", test_adjusted);
  ADD ("random", test_random);
  ADD ("only-compared", test_only_compared);
  ADD ("few-areas", test_few_areas);
  ADD ("unclear", test_unclear);
  ADD ("worse", test_worse);
  ADD ("differ", test_differ);
  ADD ("unlike", test_unlike);
  ADD ("same-area", test_same_area);
  ADD ("shared", test_shared);
  ADD ("few-cases", test_few_cases);
  ADD ("hidden", test_hidden);
  ADD ("forest", test_forest);
  ADD ("project", test_project);
  ADD ("unlike-project", test_unlike_project);
  return g_test_run ();
}
