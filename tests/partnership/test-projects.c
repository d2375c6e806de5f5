/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-build-project.h"
#include "mappe-indicator.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factors.h"
#include "mappe-project-words.h"
#include "mappe-project.h"
#include "mappe-chart-table.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

/* Projects of the demo; figures counted by hand in data/sample: projects, gate_answers, project_factors,
 * prevention_programmes, programme_factors, indicators, agenda_items, decisions and tasks. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_project_file_load (snapshot, *(gint64 *) data, mappe_language_get ("en"), error);
}

static MappeProjectFile *
load (MappeTestStore *test, const char *reference)
{
  gint64 id = mappe_test_id (test->store, "project", reference);
  g_autoptr (GError) error = NULL;
  MappeProjectFile *file = mappe_store_read (test->store, load_cb, &id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static void
apply (MappeTestStore *test, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (test->store, edit, NULL, &error);

  g_assert_no_error (error);
}

static void
undo (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (test->store, &error);

  g_assert_no_error (error);
}

static const MappeProjectStep *
step_at (const MappeProjectFile *file, guint nth)
{
  return g_ptr_array_index (file->steps, nth);
}

static MappeGateQuestion *
question_at (const MappeProjectFile *file, guint step, guint nth)
{
  return g_ptr_array_index (step_at (file, step)->questions, nth);
}

static void
assert_sum (const MappeProjectFile *file, guint nth, guint met, guint unmet, guint open)
{
  MappeGateSum sum = mappe_project_step_sum (step_at (file, nth));

  g_test_message ("step %u", nth + 1);
  g_assert_cmpuint (sum.met, ==, met);
  g_assert_cmpuint (sum.unmet, ==, unmet);
  g_assert_cmpuint (sum.open, ==, open);
}

/* P01 is at step 6; of its twelve answers 3b and 6b are "partly", and step 7 is not answered. */
static void
test_steps (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P01");
  g_autofree char *words = NULL, *answer = NULL, *open = NULL;

  g_assert_cmpuint (file->steps->len, ==, 7);
  g_assert_cmpuint (mappe_project_steps_now (file->steps), ==, 5);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (step_at (file, i)->state, ==, i < 5 ? MAPPE_STEP_DONE
                                                   : i == 5 ? MAPPE_STEP_NOW : MAPPE_STEP_TO_COME);
  assert_sum (file, 0, 2, 0, 0);
  assert_sum (file, 2, 1, 1, 0);
  assert_sum (file, 5, 1, 1, 0);
  assert_sum (file, 6, 0, 0, 2);
  words = mappe_project_words_questions (step_at (file, 5), mappe_language_get ("en"));
  g_assert_cmpstr (words, ==, "1 of 2 questions met, 1 not yet");
  answer = mappe_project_words_answer (question_at (file, 2, 1), file, mappe_language_get ("en"));
  g_assert_cmpstr (answer, ==, "◐ Partly, 6 September 2022");
  open = mappe_project_words_answer (question_at (file, 6, 0), file, mappe_language_get ("en"));
  g_assert_cmpstr (open, ==, "○ not answered yet");
  g_assert_cmpstr (step_at (file, 2)->title, ==, "Goals and target groups");
  g_assert_false (mappe_row_is_null (file->project->row, mappe_project_step_text (3)));
}

/* P04 goes the short way and is at the third of four steps: 1a, 1b, 2a, 3a and 4a of twelve questions up to there. */
static void
test_sara (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P04"), after = NULL;

  g_assert_cmpuint (file->steps->len, ==, 4);
  g_assert_cmpuint (mappe_project_steps_now (file->steps), ==, 2);
  g_assert_cmpstr (step_at (file, 2)->title, ==, "Response");
  assert_sum (file, 0, 2, 0, 0);
  assert_sum (file, 1, 2, 0, 2);
  assert_sum (file, 2, 1, 0, 3);
  assert_sum (file, 3, 0, 0, 4);
  g_assert_false (mappe_project_steps_gated (file->steps, 0));
  g_assert_true (mappe_project_steps_gated (file->steps, 1));
  apply (test, mappe_project_steps_go (file->project->row, file->steps, 3, "Go on"));
  after = load (test, "P04");
  g_assert_cmpuint (mappe_project_steps_now (after->steps), ==, 3);
  g_assert_cmpstr (mappe_row_get_text (after->project->row, MAPPE_PROJECT_SARA_STEP), ==, "assessment");
  g_assert_cmpstr (mappe_row_get_text (after->project->row, MAPPE_PROJECT_BECCARIA_PHASE), ==, "evaluation");
}

/* P10 is over: all steps are finished. Reopening one lets it run again; undo finishes it. */
static void
test_reopen (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P10"), reopened = NULL, back = NULL;

  g_assert_cmpint (step_at (file, 6)->state, ==, MAPPE_STEP_DONE);
  apply (test, mappe_project_steps_go (file->project->row, file->steps, 5, "Reopen"));
  reopened = load (test, "P10");
  g_assert_cmpuint (mappe_project_steps_now (reopened->steps), ==, 5);
  g_assert_cmpstr (mappe_row_get_text (reopened->project->row, MAPPE_PROJECT_STATUS), ==, "running");
  g_assert_cmpstr (mappe_row_get_text (reopened->project->row, MAPPE_PROJECT_BECCARIA_PHASE), ==, "evaluation");
  undo (test);
  back = load (test, "P10");
  g_assert_cmpint (step_at (back, 6)->state, ==, MAPPE_STEP_DONE);
  g_assert_cmpstr (mappe_row_get_text (back->project->row, MAPPE_PROJECT_STATUS), ==, "completed");
}

/* Answering inserts, changes and takes away one record, each as one step of undo. */
static void
test_answer (MappeTestStore *test, gconstpointer data)
{
  static const MappeGateState states[] = { MAPPE_GATE_NO, MAPPE_GATE_YES, MAPPE_GATE_OPEN };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (MappeProjectFile) file = load (test, "P01"), after = NULL;

      apply (test, mappe_project_answer (file->project->row, question_at (file, 6, 0), states[i], "2026-11-23",
                                         "Answer"));
      after = load (test, "P01");
      g_assert_cmpint (question_at (after, 6, 0)->state, ==, states[i]);
    }
  undo (test);
  {
    g_autoptr (MappeProjectFile) file = load (test, "P01");
    g_autoptr (MappeEdit) edit = mappe_project_answer (file->project->row, question_at (file, 6, 0), MAPPE_GATE_YES,
                                                       "2026-11-23", "Answer");

    g_assert_cmpint (question_at (file, 6, 0)->state, ==, MAPPE_GATE_YES);
    g_assert_cmpuint (mappe_edit_size (edit), ==, 0);
  }
}

static gint64
add_project (MappeTestStore *test)
{
  return mappe_test_add (test->store, "project", "reference", "P99", "title", "New lights", "status", "planned",
                         "beccaria_step", "3", NULL);
}

/* The gate: the store refuses what the page does not offer, and both say what is missing. */
static void
test_gate (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_project (test), indicator;
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, id), *without = NULL, *lacking = NULL, *whole = NULL;
  g_autoptr (MappeProjectFile) file = load (test, "P99"), second = NULL, third = NULL;
  g_autoptr (GError) error = NULL;
  const MappeLanguage *english = mappe_language_get ("en");

  without = mappe_project_words_goal (file, english);
  g_assert_cmpstr (without, ==, "▲ No start without a goal: the project has no indicator yet. It needs one with "
                                "baseline and target.");
  g_assert_false (mappe_project_file_may_go (file, 3));
  g_assert_true (mappe_project_file_may_go (file, 0));
  g_assert_null (mappe_store_apply (test->store, mappe_project_steps_go (file->project->row, file->steps, 3, "Go on"),
                                    NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED);
  indicator = mappe_test_add (test->store, "indicator", "name", "Light", "project", owner, "baseline", "4", NULL);
  second = load (test, "P99");
  lacking = mappe_project_words_goal (second, english);
  g_assert_cmpstr (lacking, ==, "▲ No start without a goal: the indicator “Light” still lacks the target.");
  g_assert_cmpint (mappe_project_file_next_goal (second)->indicator->row->id, ==, indicator);
  mappe_test_set (test->store, &mappe_indicator_kind, indicator, "target", "10");
  third = load (test, "P99");
  whole = mappe_project_words_goal (third, english);
  g_assert_cmpstr (whole, ==, "✓ 1 indicator has a baseline and a target.");
  g_assert_true (mappe_project_file_may_go (third, 3));
  apply (test, mappe_project_steps_go (third->project->row, third->steps, 3, "Go on"));
}

/* Each running project of the demo has a goal, so that the gate would have let it pass. */
static void
test_demo_passes (MappeTestStore *test, gconstpointer data)
{
  static const guint goals[] = { 3, 3, 2, 2, 2, 2, 2, 2, 3, 2, 4, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *reference = g_strdup_printf ("P%02u", i + 1);
      g_autoptr (MappeProjectFile) file = load (test, reference);

      g_test_message ("%s", reference);
      g_assert_cmpuint (mappe_project_file_n_goals (file), ==, goals[i]);
    }
}

/* P05: six factors measured in 2025, two of them priorities. */
static void
test_factors (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P05"), other = load (test, "P06");
  g_autoptr (MappeChartTable) table = NULL;
  g_autofree char *words = mappe_project_factor_words (g_ptr_array_index (file->factors, 0), mappe_language_get ("en"));
  g_autofree char *name = NULL, *own = NULL, *elsewhere = NULL;

  g_assert_cmpuint (file->factors->len, ==, 6);
  g_assert_cmpstr (words, ==, "Risk factor · 41 %, in comparison 33 % · ◆ priority");
  g_assert_nonnull (file->chart);
  g_assert_cmpstr (mappe_chart_get_title (file->chart), ==,
                   "2 of 6 factors are priorities: Availability of drugs, Low commitment to school");
  table = mappe_chart_table_new (file->chart);
  g_assert_cmpuint (mappe_chart_table_n_columns (table), ==, 3);
  g_assert_cmpuint (mappe_chart_table_n_rows (table), ==, 6);
  name = mappe_chart_table_get_cell (table, 0, 0);
  own = mappe_chart_table_get_cell (table, 5, 1);
  elsewhere = mappe_chart_table_get_cell (table, 5, 2);
  g_assert_cmpstr (name, ==, "Availability of drugs (risk factor, priority)");
  g_assert_cmpstr (own, ==, "61");
  g_assert_cmpstr (elsewhere, ==, "60");
  /* Nothing was measured for P06. */
  g_assert_cmpuint (other->factors->len, ==, 2);
  g_assert_null (other->chart);
}

/* Only the latest round of a survey is the profile. */
static void
test_rounds (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "project", "P05"));
  g_autoptr (MappeProjectFile) file = NULL;

  mappe_test_add (test->store, "project-factor", "project", owner, "label", "Drugs", "factor_code", "drug_availability",
                  "factor_type", "risk", "survey_round", "2027", "own_value", "30.5", "priority", "1", NULL);
  file = load (test, "P05");
  g_assert_cmpuint (file->factors->len, ==, 1);
  g_assert_cmpstr (mappe_chart_get_title (file->chart), ==, "1 of 1 factors is a priority: Drugs");
}

/* Low commitment to school is worked on by PP-01, which P06 uses; nothing works on the availability of drugs. PP-02 is
 * used by nobody and works on no priority. */
static void
test_gaps (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P06");
  const MappeProjectGaps *gaps = file->gaps;
  const MappeGapFactor *school = g_ptr_array_index (gaps->factors, 0), *drugs = g_ptr_array_index (gaps->factors, 1);
  const MappeGapProgramme *own = mappe_project_file_programme (file), *unused = g_ptr_array_index (gaps->programmes, 1);
  g_autofree char *known = mappe_gap_factor_words (school, mappe_language_get ("en"));
  g_autofree char *open = mappe_gap_factor_words (drugs, mappe_language_get ("en"));
  g_autofree char *used = mappe_gap_programme_words (own, mappe_language_get ("en"));
  g_autofree char *idle = mappe_gap_programme_words (unused, mappe_language_get ("en"));

  g_assert_cmpuint (gaps->factors->len, ==, 2);
  g_assert_cmpuint (gaps->programmes->len, ==, 2);
  g_assert_cmpuint (mappe_project_gaps_n_open (gaps), ==, 1);
  g_assert_cmpuint (mappe_project_gaps_n_aimless (gaps), ==, 0);
  g_assert_cmpstr (known, ==, "✓ worked on by Strong classroom climate (example) (Strong classroom climate)");
  g_assert_cmpstr (open, ==, "▲ No programme works on it, in use or in the list");
  g_assert_cmpstr (used, ==, "✓ Used by Strong classroom climate; works on the priority: Low commitment to school");
  g_assert_cmpstr (idle, ==, "– Not in use; works on no priority factor, but on: Family conflict, Family attachment");
  g_assert_cmpstr (mappe_row_get_text (own->programme, MAPPE_PREVENTION_PROGRAMME_REFERENCE), ==, "PP-01");
}

/* A project that is over does nothing about a factor any more; one that uses a programme for no priority says so. */
static void
test_gaps_change (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *unused = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "prevention-programme",
                                                                                 "PP-02"));
  g_autoptr (MappeProjectFile) file = NULL;
  g_autofree char *words = NULL;

  mappe_test_set (test->store, &mappe_project_kind, mappe_test_id (test->store, "project", "P06"), "status",
                  "completed");
  mappe_test_set (test->store, &mappe_project_kind, mappe_test_id (test->store, "project", "P07"), "programme", unused);
  file = load (test, "P05");
  g_assert_cmpuint (mappe_project_gaps_n_open (file->gaps), ==, 2);
  g_assert_cmpuint (mappe_project_gaps_n_aimless (file->gaps), ==, 1);
  words = mappe_gap_factor_words (mappe_project_file_gap (file, g_ptr_array_index (file->factors, 0)),
                                  mappe_language_get ("en"));
  g_assert_cmpstr (words, ==, "▲ No programme in use works on it; these would: Strong classroom climate (example)");
}

static void
test_figures (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeProjectFile) file = load (test, "P01"), school = load (test, "P06");
  const MappeProjectIndicator *offences = g_ptr_array_index (file->indicators, 0);
  g_autofree char *words = mappe_project_words_indicator (offences, mappe_language_get ("en"));
  g_autofree char *level = mappe_project_words_evidence (school, mappe_language_get ("en"));

  g_assert_cmpuint (file->measures->len, ==, 3);
  g_assert_cmpuint (file->indicators->len, ==, 3);
  g_assert_cmpstr (words, ==, "Baseline 21 · now 15 (Q3 2026, provisional) · target 12 until 31 December 2026 · "
                              "recorded incidents · ✓ goal");
  g_assert_nonnull (offences->evaluation);
  g_assert_nonnull (mappe_project_file_of_measure (file, mappe_test_id (test->store, "measure", "MS-P01-1")));
  g_assert_cmpstr (level, ==, "Level 3: effectiveness proven. This is the level of the programme, not of your result.");
}

/* The sheet holds each step with its questions, what is written, and fits on pages. */
static void
test_sheet (MappeTestStore *test, gconstpointer data)
{
  static const char *const wanted[] = {
    "P05 Growing up well (CTC)", "7. Conclusions and documentation (still to come)", "▲ No, 10 February 2026",
    "For each priority factor a programme", "Level 2: effectiveness probable.", "target 4 until 31 December 2028",
    "Risk factor · 39 %, in comparison 29 % · ◆ priority", "Present community team plan (Overdue)",
  };
  g_autoptr (MappeProjectFile) file = load (test, "P05");
  g_autoptr (MappeNode) document = mappe_build_project (file, mappe_language_get ("en"));
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, 595, 842);
  g_autofree char *text = mappe_write_text (document, 200);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_nonnull (strstr (text, wanted[i]));
    }
  g_assert_cmpuint (mappe_layout_n_pages (layout), >=, 2);
}

#define TEST(name, func) \
  g_test_add ("/projects/" name, MappeTestStore, "en", mappe_test_demo_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("steps", test_steps);
  TEST ("sara", test_sara);
  TEST ("reopen", test_reopen);
  TEST ("answer", test_answer);
  TEST ("gate", test_gate);
  TEST ("demo-passes", test_demo_passes);
  TEST ("factors", test_factors);
  TEST ("rounds", test_rounds);
  TEST ("gaps", test_gaps);
  TEST ("gaps-change", test_gaps_change);
  TEST ("figures", test_figures);
  TEST ("sheet", test_sheet);
  return g_test_run ();
}
