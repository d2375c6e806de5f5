/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an indicator: the day it was written down, another definition, its parts; sums of a survey round. */
#include "mappe-date.h"
#include "mappe-detail.h"
#include "mappe-form.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-survey-result.h"
#include "mappe-survey-sums.h"
#include "mappe-test-store.h"
#include "view-test.h"

typedef struct {
  MappeTestStore test;
  gint64         id;
  MappeDetail   *detail;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->id = mappe_test_add (fixture->test.store, "indicator", "name", "Offences", "definition",
                                "Recorded by the police", "frequency", "quarterly", NULL);
  fixture->detail = mappe_detail_new (fixture->test.store);
  fixture->window = view_test_show (GTK_WIDGET (fixture->detail));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->detail);
  mappe_test_settle ();
  mappe_test_store_tear_down (&fixture->test, data);
}

static MappeForm *
form (Fixture *fixture)
{
  return MAPPE_FORM (view_test_find (GTK_WIDGET (fixture->detail), MAPPE_TYPE_FORM));
}

static void
show (Fixture *fixture)
{
  mappe_detail_show (fixture->detail, &mappe_indicator_kind, fixture->id);
  view_test_wait (form (fixture) != NULL && mappe_form_get_id (form (fixture)) == fixture->id);
}

static const char *
value_of (Fixture *fixture, guint field)
{
  return mappe_field_row_get_value (mappe_form_get_row (form (fixture), field));
}

static void
set_value (Fixture *fixture, guint field, const char *value)
{
  mappe_field_row_set_value (mappe_form_get_row (form (fixture), field), value, NULL);
}

static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();

  show (fixture);
  set_value (fixture, MAPPE_INDICATOR_NOTE, "seen");
  g_assert_null (value_of (fixture, MAPPE_INDICATOR_DEFINED_ON));
  set_value (fixture, MAPPE_INDICATOR_TARGET, "12");
  g_assert_cmpstr (value_of (fixture, MAPPE_INDICATOR_DEFINED_ON), ==, today);
  set_value (fixture, MAPPE_INDICATOR_TARGET, NULL);
  g_assert_null (value_of (fixture, MAPPE_INDICATOR_DEFINED_ON));
  set_value (fixture, MAPPE_INDICATOR_DEFINED_ON, "2024-05-14");
  set_value (fixture, MAPPE_INDICATOR_BASELINE, "3");
  g_assert_cmpstr (value_of (fixture, MAPPE_INDICATOR_DEFINED_ON), ==, "2024-05-14");
}

/* The levels of a goal have their day as well; what was reached has not. */
static void
test_stamp_of_goal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  gint64 project = mappe_test_add (fixture->test.store, "project", "title", "Lights", NULL);
  g_autofree char *in_project = g_strdup_printf ("%" G_GINT64_FORMAT, project);
  gint64 measure = mappe_test_add (fixture->test.store, "measure", "title", "Lamps", "project", in_project, NULL);
  g_autofree char *of_measure = g_strdup_printf ("%" G_GINT64_FORMAT, measure);
  gint64 goal = mappe_test_add (fixture->test.store, "measure-goal", "title", "Known", "measure", of_measure,
                                "expected", "half", NULL);

  mappe_detail_show (fixture->detail, &mappe_measure_goal_kind, goal);
  view_test_wait (g_strcmp0 (mappe_detail_get_title (fixture->detail), "Known") == 0);
  set_value (fixture, MAPPE_MEASURE_GOAL_REACHED_LEVEL, "1");
  g_assert_null (value_of (fixture, MAPPE_MEASURE_GOAL_WRITTEN_ON));
  set_value (fixture, MAPPE_MEASURE_GOAL_MORE, "two thirds");
  g_assert_cmpstr (value_of (fixture, MAPPE_MEASURE_GOAL_WRITTEN_ON), ==, today);
}

static guint
n_indicators (Fixture *fixture)
{
  return (guint) mappe_test_count (fixture->test.store, "indicator");
}

static void
test_new_series (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->id);

  mappe_test_add (fixture->test.store, "indicator-value", "indicator", id, "period", "2026Q1", "value", "4", NULL);
  show (fixture);
  set_value (fixture, MAPPE_INDICATOR_DEFINITION, "Reported by residents");
  gtk_widget_activate_action (GTK_WIDGET (fixture->detail), "detail.save", NULL);
  view_test_wait (!mappe_detail_is_busy (fixture->detail));
  g_assert_true (mappe_detail_is_dirty (fixture->detail));
  gtk_widget_activate_action (GTK_WIDGET (fixture->detail), "detail.start-series", NULL);
  view_test_wait (n_indicators (fixture) == 2 && !mappe_detail_is_busy (fixture->detail));
  g_assert_false (mappe_detail_is_dirty (fixture->detail));
  g_assert_cmpint (mappe_test_count (fixture->test.store, "series-mark"), ==, 1);
  g_free (mappe_store_undo (fixture->test.store, NULL));
  g_assert_cmpuint (n_indicators (fixture), ==, 1);
}

/* A title of a code and a day is said in words. */
static void
test_round (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->id);
  gint64 id = mappe_test_add (fixture->test.store, "survey-result", "indicator", indicator, "wave", "after", "held_on",
                              "2026-06-13", NULL);

  mappe_detail_show (fixture->detail, &mappe_survey_result_kind, id);
  view_test_wait (g_strcmp0 (mappe_detail_get_title (fixture->detail), "After, 13 Jun 2026") == 0);
}

static void
assert_sums (MappeForm *survey, const char *said)
{
  g_autofree char *text = mappe_survey_sums (survey);

  g_assert_cmpstr (text, ==, said);
}

static void
test_sums (Fixture *fixture, gconstpointer data)
{
  MappeForm *survey = MAPPE_FORM (g_object_ref_sink (mappe_form_new (fixture->test.store, &mappe_survey_result_kind)));
  g_autoptr (MappeRow) row = mappe_row_new_preset (&mappe_survey_result_kind);

  mappe_form_show (survey, row, NULL);
  assert_sums (survey, "");
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_COUNTS), "12;30;25;8", NULL);
  assert_sums (survey, "✓ Sum of the steps: 75");
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_ANSWERED), "80", NULL);
  assert_sums (survey, "⚠ 4 steps: 75 of 80 answers");
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_FAVOURABLE), "42", NULL);
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_ANSWERED), "75", NULL);
  assert_sums (survey, "✓ 42 of 75 answers are favourable: 56.0 %\n✓ 4 steps: 75 of 75 answers");
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_COUNTS), NULL, NULL);
  mappe_field_row_set_value (mappe_form_get_row (survey, MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE), "30", NULL);
  assert_sums (survey, "✓ 42 of 75 answers are favourable: 56.0 %\n⚠ Of the same persons all four numbers are needed");
  g_object_unref (survey);
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("/series-detail/stamp", test_stamp);
  CASE ("/series-detail/stamp-of-goal", test_stamp_of_goal);
  CASE ("/series-detail/new-series", test_new_series);
  CASE ("/series-detail/round", test_round);
  CASE ("/series-detail/sums", test_sums);
  return g_test_run ();
}
