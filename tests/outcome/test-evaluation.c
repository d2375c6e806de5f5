/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outcome-test.h"

/* What may be said of a measure, case by case. */

typedef MappeTestStore Fixture;

/* 24 months before and @n_after from 2020-01 on; counts of a mean with a little up and down, no season. */
static gint64
write_months (Fixture *fixture, gint64 measure, double before, double after, guint n_after)
{
  g_autofree double *values = g_new (double, 24 + n_after);
  gint64 indicator = outcome_test_indicator (fixture->store, measure, FALSE);

  for (guint i = 0; i < 24 + n_after; i++)
    values[i] = (i < 24 ? before : after) + (i % 2 == 0 ? 2 : -2);
  outcome_test_values (fixture->store, indicator, "2018-01", values, 24 + n_after);
  return indicator;
}

static void
test_fell (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  write_months (fixture, measure, 40, 20, 24);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 2);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_FEWER);
  g_assert_cmpfloat (evaluation->before[0].sum, ==, 960);
  g_assert_cmpfloat (evaluation->after[0].sum, ==, 480);
  g_assert_cmpfloat (evaluation->ratio.ratio, ==, 0.5);
  outcome_test_says (evaluation, "960 before, 480 incidents after (per 24 months): 480 fewer.");
  outcome_test_says (evaluation, "This is more than chance alone would lead us to expect (ratio 0.50");
  outcome_test_says (evaluation, "Without a comparison area we cannot say whether the measure is the reason.");
}

static void
test_unclear (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  write_months (fixture, measure, 40, 39, 24);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_UNCLEAR);
  outcome_test_says (evaluation, "A swing like this also occurs when nothing has changed");
  outcome_test_is_silent (evaluation, "more than chance alone");
}

/* OUTCOMES 2: below 8 periods a picture, and no word about chance. */
static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  write_months (fixture, measure, 40, 10, 7);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 2);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_NONE);
  outcome_test_says (evaluation, "Too few months after (7)");
  outcome_test_is_silent (evaluation, "more than chance alone");
}

static void
test_no_start (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, NULL);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  write_months (fixture, measure, 40, 10, 24);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 0);
  outcome_test_says (evaluation, "This says nothing about an effect.");
  outcome_test_says (evaluation, "Nobody has written down when the measure began.");
}

/* Success is what was called so before the start: a day after it is said, and so is that there is none. */
static void
test_written_on (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *day; gboolean late, undated; } cases[] = {
    { NULL, FALSE, TRUE }, { "2020-01-01", FALSE, FALSE }, { "2020-01-02", TRUE, FALSE },
  };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 indicator = write_months (fixture, measure, 40, 20, 24);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeEvaluation) evaluation = NULL;
      g_autofree char *text = NULL;

      if (cases[i].day != NULL)
        mappe_test_set (fixture->store, &mappe_indicator_kind, indicator, "defined_on", cases[i].day);
      evaluation = outcome_test_evaluate (fixture->store, measure);
      text = outcome_test_words (evaluation);
      g_assert_cmpint (strstr (text, "was written down after the start") != NULL, ==, cases[i].late);
      g_assert_cmpint (strstr (text, "Nobody noted when it was written down") != NULL, ==, cases[i].undated);
    }
}

/* --- against a comparison area --- */

static gint64
add_comparison (Fixture *fixture, gint64 measure, gint64 series, double before, double after, const char *similar)
{
  g_autofree char *of = outcome_test_id (series);
  g_autofree double *values = g_new (double, 48);
  gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Elsewhere", "scale", "count", "frequency",
                                     "monthly", "area_role", "comparison", "measure_series", of, "similar", similar,
                                     NULL);

  for (guint i = 0; i < 48; i++)
    values[i] = (i < 24 ? before : after) + (i % 2 == 0 ? 2 : -2);
  outcome_test_values (fixture->store, indicator, "2018-01", values, 48);
  return indicator;
}

static void
test_compared (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = write_months (fixture, measure, 40, 20, 24);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_comparison (fixture, measure, series, 38, 36, "1");
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 3);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_FEWER);
  /* T0 + (C1 − C0), for as many months. */
  g_assert_cmpfloat_with_epsilon (evaluation->expected, 960 - 48, 1e-9);
  g_assert_cmpfloat_with_epsilon (evaluation->effect.res, 40.0 * 36 / (20 * 38), 1e-9);
  outcome_test_says (evaluation, "912 incidents were expected and 480 counted: 432 fewer");
  outcome_test_says (evaluation, "other reasons cannot be ruled out");
}

static void
test_not_similar (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = write_months (fixture, measure, 40, 20, 24);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_comparison (fixture, measure, series, 38, 36, "0");
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 2);
  outcome_test_says (evaluation, "The comparison area is not similar, so it is not reckoned with.");
  outcome_test_is_silent (evaluation, "[wdd]");
  outcome_test_says (evaluation, "Without a comparison area");
}

/* OUTCOMES 4.6: 100 against 10 is no comparison, whatever somebody ticked. */
static void
test_other_level (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = write_months (fixture, measure, 40, 20, 24);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_comparison (fixture, measure, series, 400, 400, "1");
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->grade.level, ==, 2);
  outcome_test_says (evaluation, "The comparison area is not similar, so it is not reckoned with.");
}

/* A month that one of both has no figure for is left out of both. */
static void
test_aligned (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = write_months (fixture, measure, 40, 20, 24);
  double values[48];
  g_autofree char *of = outcome_test_id (series);
  gint64 comparison = mappe_test_add (fixture->store, "indicator", "name", "Elsewhere", "scale", "count", "frequency",
                                      "monthly", "area_role", "comparison", "measure_series", of, "similar", "1", NULL);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < 48; i++)
    values[i] = i == 5 ? NAN : i == 40 ? -1 : 30;
  outcome_test_values (fixture->store, comparison, "2018-01", values, 48);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpuint (evaluation->before[MAPPE_AREA_MEASURED].n, ==, 23);
  g_assert_cmpuint (evaluation->before[MAPPE_AREA_COMPARISON].n, ==, 23);
  g_assert_cmpuint (evaluation->after[MAPPE_AREA_MEASURED].n, ==, 23);
  g_assert_cmpfloat (evaluation->after[MAPPE_AREA_COMPARISON].sum, ==, 23 * 30);
  outcome_test_says (evaluation, "June 2018, May 2021");
}

/* --- the time --- */

/* Months of roll-out and marked ones are left out; a gap is no 0. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-15");
  gint64 series = outcome_test_indicator (fixture->store, measure, FALSE);
  g_autofree char *of = outcome_test_id (series);
  double values[48];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < 48; i++)
    values[i] = i == 3 ? NAN : i == 4 ? 0 : 10;
  outcome_test_values (fixture->store, series, "2018-01", values, 48);
  mappe_test_set (fixture->store, mappe_kind_lookup ("measure", NULL), measure, "rollout_until", "2020-02-20");
  mappe_test_add (fixture->store, "series-mark", "title", "Flood", "indicator", of, "begins_on", "2021-07-14",
                  "ends_on", "2021-08-02", "excluded", "1", NULL);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  /* January holds the start and February the end of the roll-out. */
  g_assert_cmpuint (evaluation->before[0].n, ==, 23);
  g_assert_cmpfloat (evaluation->before[0].sum, ==, 220);
  g_assert_cmpuint (evaluation->after[0].n, ==, 22 - 2);
  g_assert_true ((evaluation->cautions & MAPPE_CAUTION_TRANSITION) != 0);
  g_assert_true ((evaluation->cautions & MAPPE_CAUTION_GAPS) != 0);
  outcome_test_says (evaluation, "January 2020 to February 2020 (roll-out)");
}

/* What is counted otherwise is not compared: the side of the break without the start goes. */
static void
test_break (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = write_months (fixture, measure, 40, 20, 24);
  g_autofree char *of = outcome_test_id (series);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  mappe_test_add (fixture->store, "series-mark", "title", "New form", "indicator", of, "kind", "definition_break",
                  "begins_on", "2019-01-01", NULL);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpuint (evaluation->before[0].n, ==, 12);
  g_assert_cmpuint (evaluation->after[0].n, ==, 24);
}

/* OUTCOMES 1.8: the year before the start was the worst of all. */
static void
test_peak (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = outcome_test_indicator (fixture->store, measure, FALSE);
  double values[48];
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < 48; i++)
    values[i] = i >= 12 && i < 24 ? 60 : 30;
  outcome_test_values (fixture->store, series, "2018-01", values, 48);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "would have fallen by itself");
}

/* --- figures that are hardly any --- */

static void
test_zeros (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  double values[48] = { 0 };
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "2018-01", values, 48);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpint (evaluation->verdict, !=, MAPPE_OUTCOME_VERDICT_FEWER);
  g_assert_cmpint (evaluation->verdict, !=, MAPPE_OUTCOME_VERDICT_MORE);
  outcome_test_says (evaluation, "0 before, 0 incidents after (per 24 months): no difference.");
}

static MappeEvaluation *
evaluate_sides (Fixture *fixture, double before, double after)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  double values[24];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i < 12 ? before : after;
  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "2019-01", values, 24);
  return outcome_test_evaluate (fixture->store, measure);
}

/* OUTCOMES 4.3: a ratio of 0 has an interval with an upper end; nothing before has one with a lower end. */
static void
test_zero_side (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) fell = evaluate_sides (fixture, 5, 0);
  g_autoptr (MappeEvaluation) rose = evaluate_sides (fixture, 0, 5);
  double z = mappe_stats_z (MAPPE_STATS_CONFIDENCE);

  g_assert_cmpint (fell->verdict, ==, MAPPE_OUTCOME_VERDICT_FEWER);
  g_assert_cmpfloat (fell->ratio.inflated.lo, ==, 0);
  /* Wilson's upper limit of 0 out of 60 is z²/(60 + z²), as a ratio z²/60. */
  g_assert_cmpfloat_with_epsilon (fell->ratio.inflated.hi, z * z / 60, 1e-9);
  g_assert_cmpint (rose->verdict, ==, MAPPE_OUTCOME_VERDICT_MORE);
  g_assert_true (isinf (rose->ratio.inflated.hi));
  /* phi = 2: as if there were 30. */
  g_assert_cmpfloat_with_epsilon (rose->ratio.inflated.lo, 30 / (z * z), 1e-9);
}

static gint64
add_periods (Fixture *fixture, gint64 measure, const char *const *periods)
{
  g_autofree char *of = outcome_test_id (measure);
  gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Offences", "measure", of, "scale", "count",
                                     NULL);
  g_autofree char *series = outcome_test_id (indicator);
  MappeEdit *edit = mappe_edit_new_base ("values");
  g_autoptr (GError) error = NULL;

  /* What a new file starts with is not asked for the rules between records, so it may have what an edit may not. */
  for (guint i = 0; periods[i] != NULL; i++)
    mappe_edit_insert (edit, mappe_test_row (&mappe_indicator_value_kind, "indicator", series, "period", periods[i],
                                             "value", "30", NULL));
  mappe_applied_free (mappe_store_apply (fixture->store, edit, NULL, &error));
  g_assert_no_error (error);
  return indicator;
}

/* OUTCOMES 1.2: a year and two months are divided by their months. */
static void
test_mixed (Fixture *fixture, gconstpointer data)
{
  static const char *const periods[] = { "2019", "2020-01", "2020-02", NULL };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_periods (fixture, measure, periods);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "30 before in 12 months, 60 incidents after in 2 months: 2.5 and 30.0 a month.");
  outcome_test_is_silent (evaluation, "more.");
}

/* A year and one of its quarters: their sum counts things twice. */
static void
test_overlap (Fixture *fixture, gconstpointer data)
{
  static const char *const periods[] = { "2019", "2019Q4", "2020", NULL };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_periods (fixture, measure, periods);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "Some periods overlap, so their figures cannot be added up.");
  outcome_test_is_silent (evaluation, "60");
  outcome_test_is_silent (evaluation, "90");
}

/* A month that is written twice, in two ways: the sum would count it twice. */
static void
test_period_twice (Fixture *fixture, gconstpointer data)
{
  static const char *const periods[] = { "2019-11", "2019-12", "12/2019", "2020-01", NULL };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  add_periods (fixture, measure, periods);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "Some periods overlap, so their figures cannot be added up.");
  outcome_test_is_silent (evaluation, "90");
}

/* What an edit may not save, a file from elsewhere may hold: it is a gap and said, and never a part of a sum. */
static void
test_impossible (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *scale; double value; gboolean possible; } cases[] = {
    { "count", -5, FALSE },      { "count", INFINITY, FALSE },  { "count", -INFINITY, FALSE },
    { "count", 1e16, FALSE },    { "count", 0, TRUE },          { "percent", 100.5, FALSE },
    { "percent", 100, TRUE },    { "rate", -0.1, FALSE },       { "rate", 250, TRUE },
    { "scale_1_4", 4.5, FALSE }, { "scale_1_5", 4.5, TRUE },    { "value", -7, TRUE },
    { "value", 1e308, FALSE },   { "value", INFINITY, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) indicator = mappe_test_row (&mappe_indicator_kind, "name", "Series", "scale", cases[i].scale,
                                                       NULL);
      MappeRow *row = mappe_test_row (&mappe_indicator_value_kind, "period", "2026Q1", NULL);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
      g_autoptr (MappeSeries) series = NULL;
      const MappePoint *point;

      mappe_value_set_real (&row->values[MAPPE_INDICATOR_VALUE_VALUE], cases[i].value);
      g_ptr_array_add (rows, row);
      series = mappe_series_new (indicator, NULL, rows);
      point = g_ptr_array_index (series->points, 0);
      g_assert_cmpint (point->impossible, ==, !cases[i].possible);
      g_assert_true (cases[i].possible ? point->value == cases[i].value : isnan (point->value));
    }
}

static void
test_impossible_is_said (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "4", "-3", "6" };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *series = outcome_test_id (outcome_test_indicator (fixture->store, measure, FALSE));
  MappeEdit *edit = mappe_edit_new_base ("values");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *period = g_strdup_printf ("2019-0%u", i + 1);

      mappe_edit_insert (edit, mappe_test_row (&mappe_indicator_value_kind, "indicator", series, "period", period,
                                               "value", values[i], NULL));
    }
  mappe_applied_free (mappe_store_apply (fixture->store, edit, NULL, &error));
  g_assert_no_error (error);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "10 incidents were counted in January 2019 to March 2019.");
  outcome_test_says (evaluation, "Some figures cannot be right");
}

/* Years of every length, in both languages; 1 is one. */
static void
test_far_years (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *period, *en, *de; } cases[] = {
    { "0001-01", "30 incidents were counted in January 1.", "Januar 1 " },
    { "0999-12", "30 incidents were counted in December 999.", "Dezember 999 " },
    { "1000-01", "30 incidents were counted in January 1000.", "Januar 1000 " },
    { "1582Q4", "30 incidents were counted in Q4 1582.", "Q4 1582 " },
    { "9999-12", "30 incidents were counted in December 9999.", "Dezember 9999 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 measure = outcome_test_measure (fixture->store, NULL);
      const char *const periods[] = { cases[i].period, NULL };
      g_autoptr (MappeEvaluation) evaluation = NULL;
      g_autofree char *german = NULL;

      add_periods (fixture, measure, periods);
      evaluation = outcome_test_evaluate (fixture->store, measure);
      outcome_test_says (evaluation, cases[i].en);
      german = mappe_evaluation_text (evaluation, mappe_language_get ("de"));
      if (strstr (german, cases[i].de) == NULL)
        g_error ("“%s” is not said in:\n%s", cases[i].de, german);
    }
}

/* OUTCOMES 3, with the number that the words must fit. */
static void
test_singular (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *unit; double before, after; const char *en, *de; } cases[] = {
    { NULL, -1, 1, "1 incident was counted in January 2020.", "wurde 1 Fall gezählt" },
    { "reports", -1, 1, "1 (reports) was counted in January 2020.", "wurde 1 (reports) gezählt" },
    { NULL, -1, 0, "0 incidents were counted in January 2020.", "wurden 0 Fälle gezählt" },
    { NULL, 7, 1, "7 before, 1 incident after (per 1 month): 6 fewer.", "Vorher 7, nachher 1 Fall (je 1 Monat)" },
    { NULL, 1, 7, "1 before, 7 incidents after (per 1 month): 6 more.", "Vorher 1, nachher 7 Fälle (je 1 Monat)" },
    { "reports", 7, 1, "7 before, 1 (reports) after", "nachher 1 (reports)" },
    { NULL, 1, 1, "1 before, 1 incident after (per 1 month): no difference.", "nachher 1 Fall (je 1 Monat)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double values[] = { cases[i].before, cases[i].after };
      gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
      g_autofree char *of = outcome_test_id (measure);
      gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Offences", "measure", of, "scale",
                                         "count", "unit", cases[i].unit != NULL ? cases[i].unit : "number", NULL);
      g_autoptr (MappeEvaluation) evaluation = NULL;
      g_autofree char *german = NULL;

      outcome_test_values (fixture->store, indicator, "2019-12", values, 2);
      evaluation = outcome_test_evaluate (fixture->store, measure);
      outcome_test_says (evaluation, cases[i].en);
      german = mappe_evaluation_text (evaluation, mappe_language_get ("de"));
      if (strstr (german, cases[i].de) == NULL)
        g_error ("“%s” is not said in:\n%s", cases[i].de, german);
    }
}

/* 1,200 months are written like every other number. */
static void
test_many_months (Fixture *fixture, gconstpointer data)
{
  g_autofree double *values = g_new (double, 1300);
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  for (guint i = 0; i < 1300; i++)
    values[i] = 10 + i % 3;
  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "1912-01", values,
                       1300);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "14,256 before in 1,296 months, 43 incidents after in 4 months: ");
  outcome_test_says (evaluation, "before 14,256 in 1,296 months (January 1912 to December 2019)");
}

static void
test_one_value (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  const double value = 12;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "2021-01", &value, 1);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "12 incidents were counted in January 2021.");
  outcome_test_says (evaluation, "Nothing was counted before the start.");
}

/* What is counted has the name that the council gave it; "number" is none. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *unit, *kind, *says; } cases[] = {
    { "complaints", "outcome", "12 complaints were counted in January 2021." },
    { "Anzahl", "outcome", "12 incidents were counted in January 2021." },
    { "patrols", "output", "12 patrols in January 2021." },
    { "number", "output", "Offences: 12 in January 2021." },
  };
  const double value = 12;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
      g_autofree char *of = outcome_test_id (measure);
      gint64 indicator = mappe_test_add (fixture->store, "indicator", "name", "Offences", "measure", of, "scale",
                                         "count", "unit", cases[i].unit, "kind", cases[i].kind, NULL);
      g_autoptr (MappeEvaluation) evaluation = NULL;

      outcome_test_values (fixture->store, indicator, "2021-01", &value, 1);
      evaluation = outcome_test_evaluate (fixture->store, measure);
      outcome_test_says (evaluation, cases[i].says);
    }
}

/* The times that are named are those that were counted, not what was left out behind them. */
static void
test_period_ends (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  const double values[] = { 9, 8, 7, 6, 5, 4 };
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "2020-01", values, 6);
  mappe_test_add (fixture->store, "series-mark", "title", "New form", "kind", "definition_break", "measure", of,
                  "begins_on", "2020-04-01", NULL);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "24 incidents were counted in January 2020 to March 2020.");
}

static void
test_police (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  mappe_test_add (fixture->store, "indicator", "name", "Offences", "measure", of, "scale", "count", "source_kind",
                  "police", NULL);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "Counted is only what the police learned of");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_indicator (fixture->store, measure, TRUE);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  outcome_test_says (evaluation, "There are no figures yet.");
}

/* --- the case of the gun law (OUTCOMES 3) --- */

static GArray *
read_boston (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "vectors", "data",
                                                 "boston_armed_robberies.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *values;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    return NULL;
  lines = g_strsplit (content, "\n", -1);
  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      double value = g_ascii_strtod (cells[2], NULL);

      g_array_append_val (values, value);
    }
  return values;
}

static void
test_boston (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) values = read_boston ();
  gint64 measure;
  g_autoptr (MappeEvaluation) evaluation = NULL;

  if (values == NULL)
    {
      g_test_skip ("../shared/vectors is not there");
      return;
    }
  measure = outcome_test_measure (fixture->store, "1975-04-01");
  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, FALSE), "1966-01",
                       (double *) values->data, values->len);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpstr (mappe_evidence_claim_word (evaluation->grade.claim), ==, "C2");
  g_assert_cmpuint (evaluation->after[0].n, ==, 7);
  g_assert_cmpint (evaluation->verdict, ==, MAPPE_OUTCOME_VERDICT_NONE);
  outcome_test_says (evaluation, "Too few months after (7)");
  outcome_test_says (evaluation, "Without a comparison area we cannot say whether the measure is the reason.");
  outcome_test_is_silent (evaluation, "more than chance alone");
}

/* --- answers and goals of the demo council --- */

static MappeEvaluation *
demo_evaluation (Fixture *fixture, const char *measure, guint nth)
{
  gint64 id = mappe_test_id (fixture->store, "measure", measure);
  g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, id);
  g_autoptr (GPtrArray) all = mappe_evaluation_list (outcome);

  g_assert_cmpuint (all->len, >, nth);
  return mappe_evaluation_ref (g_ptr_array_index (all, nth));
}

static void
test_survey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) others = demo_evaluation (fixture, "MS-P01-1", 0);
  g_autoptr (MappeEvaluation) same = demo_evaluation (fixture, "MS-P11-3", 0);

  g_assert_cmpint (others->kind, ==, MAPPE_EVALUATION_SURVEY);
  g_assert_false (others->is_paired);
  g_assert_cmpfloat_with_epsilon (others->difference.diff, 121.0 / 236 - 72.0 / 212, 1e-12);
  outcome_test_says (others, "rose from 34.0% to 51.3% (17.3 points");
  outcome_test_says (others, "those who did not answer may think differently");
  g_assert_true (same->is_paired);
  g_assert_cmpfloat_with_epsilon (same->paired.diff, (19.0 - 7) / 85, 1e-12);
}

static void
test_goals (Fixture *fixture, gconstpointer data)
{
  gint64 id = mappe_test_id (fixture->store, "measure", "MS-P02-1");
  g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, id);
  g_autoptr (MappeEvaluation) goals = mappe_evaluation_new (outcome, NULL);
  double weights = 2 + 1 + 1, squares = 4 + 1 + 1, sum = 0 * 2 + 1 * 1 + 0 * 1;

  g_assert_cmpint (goals->kind, ==, MAPPE_EVALUATION_GOALS);
  g_assert_cmpfloat_with_epsilon (goals->goals.t, 50 + 10 * sum / sqrt (0.7 * squares + 0.3 * weights * weights), 1e-9);
  outcome_test_says (goals, "This measures the goals set, not crime.");
}

/* The sentences the council may never read (OUTCOMES 3), in no evaluation of the demo council. */
static void
test_never_said (Fixture *fixture, gconstpointer data)
{
  static const char *const never[] = { "proven", "cut crime", "no effect", "no displacement", "probability that" };
  guint n = 0;

  for (guint i = 1; i <= 12; i++)
    for (guint k = 1; k <= 3; k++)
      {
        g_autofree char *reference = g_strdup_printf ("MS-P%02u-%u", i, k);
        gint64 id = mappe_test_id (fixture->store, "measure", reference);
        g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, id);
        g_autoptr (GPtrArray) all = mappe_evaluation_list (outcome);

        for (guint e = 0; e < all->len; e++, n++)
          for (guint word = 0; word < G_N_ELEMENTS (never); word++)
            outcome_test_is_silent (g_ptr_array_index (all, e), never[word]);
      }
  g_assert_cmpuint (n, >, 20);
}

#define ADD(path, func) \
  g_test_add ("/evaluation/" path, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)
#define ADD_DEMO(path, func) \
  g_test_add ("/evaluation/" path, Fixture, "en", mappe_test_demo_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("fell", test_fell);
  ADD ("unclear", test_unclear);
  ADD ("too-few", test_too_few);
  ADD ("no-start", test_no_start);
  ADD ("written-on", test_written_on);
  ADD ("compared", test_compared);
  ADD ("not-similar", test_not_similar);
  ADD ("other-level", test_other_level);
  ADD ("aligned", test_aligned);
  ADD ("left-out", test_left_out);
  ADD ("break", test_break);
  ADD ("peak", test_peak);
  ADD ("zeros", test_zeros);
  ADD ("zero-side", test_zero_side);
  ADD ("mixed", test_mixed);
  ADD ("overlap", test_overlap);
  ADD ("period-twice", test_period_twice);
  ADD ("impossible", test_impossible);
  ADD ("impossible-is-said", test_impossible_is_said);
  ADD ("far-years", test_far_years);
  ADD ("singular", test_singular);
  ADD ("many-months", test_many_months);
  ADD ("one-value", test_one_value);
  ADD ("nothing", test_nothing);
  ADD ("unit", test_unit);
  ADD ("period-ends", test_period_ends);
  ADD ("police", test_police);
  ADD ("boston", test_boston);
  ADD_DEMO ("survey", test_survey);
  ADD_DEMO ("goals", test_goals);
  ADD_DEMO ("never-said", test_never_said);
  return g_test_run ();
}
