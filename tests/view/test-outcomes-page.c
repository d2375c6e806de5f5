/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcomes: what is listed, filters, the evaluation of a measure, how it was computed, new figures. */
#include <string.h>

#include "mappe-area.h"
#include "mappe-evaluation-section.h"
#include "mappe-evaluation-trace.h"
#include "mappe-evaluation-view.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-outcome-map.h"
#include "mappe-outcome-pairing.h"
#include "mappe-outcome-paper.h"
#include "mappe-outcome-print.h"
#include "mappe-outcomes-list.h"
#include "mappe-outcomes-page.h"
#include "mappe-project.h"
#include "mappe-test-demo.h"
#include "mappe-trace-window.h"
#include "view-test.h"

#define MEASURE "MS-P11-1"  /* with a comparison area, surroundings, roll-out */

typedef struct {
  MappeTestStore     base;
  GtkWidget         *window;
  GtkWidget         *page;
  MappeOutcomesList *list;
  GtkWidget         *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (data != NULL)
    mappe_test_demo_set_up (&fixture->base, data);
  else
    mappe_test_store_set_up (&fixture->base, NULL);
  fixture->page = mappe_outcomes_page_new (fixture->base.store, "outcomes");
  mappe_page_set_title (MAPPE_PAGE (fixture->page), "Outcomes");
  fixture->window = view_test_show (fixture->page);
  fixture->list = MAPPE_OUTCOMES_LIST (view_test_find (fixture->page, MAPPE_TYPE_OUTCOMES_LIST));
  fixture->view = view_test_find (fixture->page, MAPPE_TYPE_EVALUATION_VIEW);
  view_test_wait (mappe_outcomes_list_is_loaded (fixture->list));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->page);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static GPtrArray *
entries (Fixture *fixture)
{
  return mappe_outcomes_list_get_entries (fixture->list);
}

static gint64
find (Fixture *fixture, const MappeKind *kind, const char *reference)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mappe_store_find (fixture->base.store, kind, reference, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static const MappeOutcomeEntry *
entry_of (Fixture *fixture, gint64 measure)
{
  for (guint i = 0; i < entries (fixture)->len; i++)
    if (((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i))->measure == measure)
      return g_ptr_array_index (entries (fixture), i);
  return NULL;
}

/* --- the list --- */

static gboolean
has_label (GtkWidget *widget, const char *part)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  view_test_find_all (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  const MappeOutcomeEntry *entry = entry_of (fixture, find (fixture, &mappe_measure_kind, MEASURE));

  g_assert_nonnull (entry);
  g_assert_cmpint (entry->level, ==, 3);
  g_assert_cmpint (entry->direction, ==, MAPPE_DIRECTION_BETTER);
  g_assert_nonnull (strstr (entry->finding, "656"));
  g_assert_cmpint (entry->first_year, ==, 2024);
  g_assert_cmpuint (entry->line->len, >, 40);
  /* Neither indicators nor goals: nothing to be said. */
  g_assert_null (entry_of (fixture, find (fixture, &mappe_measure_kind, "MS-P01-3")));
}

/* What is not shown is not drawn either. */
static void
test_line_hides (Fixture *fixture, gconstpointer data)
{
  guint drawn = 0, hidden = 0;

  for (guint i = 0; i < entries (fixture)->len; i++)
    {
      const MappeOutcomeEntry *entry = g_ptr_array_index (entries (fixture), i);
      const GPtrArray *points = entry->evaluation->of != NULL ? entry->evaluation->of->series->points : NULL;

      if (entry->evaluation->kind == MAPPE_EVALUATION_SURVEY || points == NULL || points->len != entry->line->len)
        continue;
      for (guint k = 0; k < points->len; k++)
        {
          const MappePoint *point = g_ptr_array_index (points, k);
          double value = g_array_index (entry->line, double, k);

          hidden += point->hidden || point->excluded;
          drawn += value == value;
          g_assert_true (!(point->hidden || point->excluded) || value != value);
        }
    }
  g_assert_cmpuint (drawn, >, 0);
  g_assert_cmpuint (hidden, >, 0);
}

/* Rows that are seen, from top to bottom. */
static GPtrArray *
rows_seen (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *seen = g_ptr_array_new ();

  view_test_find_all (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_BOX_ROW, all);
  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (all, i)))
      g_ptr_array_add (seen, g_ptr_array_index (all, i));
  return seen;
}

static gboolean
all_rows_seen (Fixture *fixture)
{
  g_autoptr (GPtrArray) seen = rows_seen (fixture);

  return seen->len == entries (fixture)->len;
}

/* The rows below those that are seen at once come a little later. */
static void
assert_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) seen = NULL;

  view_test_wait (all_rows_seen (fixture));
  seen = rows_seen (fixture);

  g_assert_cmpuint (seen->len, ==, entries (fixture)->len);
  for (guint i = 0; i < seen->len; i++)
    g_assert_true (has_label (g_ptr_array_index (seen, i),
                              ((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i))->title));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  gint64 project = find (fixture, &mappe_project_kind, "P11");
  guint all = entries (fixture)->len;

  mappe_outcomes_list_filter (fixture->list, project, 0, 0, NULL);
  g_assert_cmpuint (entries (fixture)->len, <, all);
  g_assert_cmpuint (entries (fixture)->len, >, 0);
  for (guint i = 0; i < entries (fixture)->len; i++)
    g_assert_cmpint (((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i))->project_id, ==, project);
  mappe_outcomes_list_filter (fixture->list, 0, 0, 0, "NIGHT bus");
  g_assert_cmpuint (entries (fixture)->len, ==, 1);
  assert_rows (fixture);
  mappe_outcomes_list_filter (fixture->list, 0, 0, 2022, NULL);
  g_assert_null (entry_of (fixture, find (fixture, &mappe_measure_kind, MEASURE)));
  g_assert_cmpuint (entries (fixture)->len, >, 0);
  mappe_outcomes_list_filter (fixture->list, 0, 0, 0, "no such thing");
  g_assert_cmpuint (entries (fixture)->len, ==, 0);
  mappe_outcomes_list_filter (fixture->list, 0, 0, 0, NULL);
  g_assert_cmpuint (entries (fixture)->len, ==, all);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  mappe_outcomes_list_sort (fixture->list, MAPPE_OUTCOMES_BY_LEVEL);
  for (guint i = 1; i < entries (fixture)->len; i++)
    g_assert_cmpint (((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i - 1))->level, >=,
                     ((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i))->level);
  assert_rows (fixture);
  mappe_outcomes_list_sort (fixture->list, MAPPE_OUTCOMES_BY_START);
  assert_rows (fixture);
  for (guint i = 1; i < entries (fixture)->len; i++)
    g_assert_cmpint (((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i - 1))->first_year, >=,
                     ((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), i))->first_year);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (entries (fixture)->len, ==, 0);
  g_assert_true (gtk_widget_get_mapped (view_test_find (GTK_WIDGET (fixture->list), ADW_TYPE_STATUS_PAGE)));
}

/* --- the evaluation --- */

static GPtrArray *
sections (Fixture *fixture)
{
  GPtrArray *found = g_ptr_array_new ();

  view_test_find_all (fixture->view, MAPPE_TYPE_EVALUATION_SECTION, found);
  return found;
}

static void
open (Fixture *fixture, const MappeKind *kind, const char *reference)
{
  g_assert_true (mappe_page_open_record (MAPPE_PAGE (fixture->page), kind, find (fixture, kind, reference)));
  view_test_wait (mappe_evaluation_view_is_filled (MAPPE_EVALUATION_VIEW (fixture->view)));
}

/* Every sentence stands there whole. */
static void
test_evaluation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shown = NULL;

  open (fixture, &mappe_measure_kind, MEASURE);
  shown = sections (fixture);
  g_assert_cmpuint (shown->len, ==, 3);
  for (guint i = 0; i < shown->len; i++)
    {
      MappeEvaluationSection *section = g_ptr_array_index (shown, i);
      g_autoptr (GPtrArray) sentences =
          mappe_evaluation_sentences (mappe_evaluation_section_get_evaluation (section), NULL);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();

      for (guint k = 0; k < sentences->len; k++)
        g_assert_true (has_label (GTK_WIDGET (section), ((MappeSentence *) g_ptr_array_index (sentences, k))->text));
      view_test_find_all (GTK_WIDGET (section), GTK_TYPE_LABEL, labels);
      for (guint k = 0; k < labels->len; k++)
        if (gtk_label_get_wrap (g_ptr_array_index (labels, k)))
          g_assert_cmpint (gtk_label_get_ellipsize (g_ptr_array_index (labels, k)), ==, PANGO_ELLIPSIZE_NONE);
    }
  g_assert_true (has_label (fixture->view, "Not examined"));
  g_assert_cmpstr (mappe_page_get_title (MAPPE_PAGE (fixture->page)), ==, "Night bus line N1");
  g_assert_true (mappe_page_get_back_visible (MAPPE_PAGE (fixture->page)));
  /* A chart takes at least half of the width. */
  g_assert_cmpint (2 * gtk_widget_get_width (GTK_WIDGET (mappe_chart_pane_get_area (
                           mappe_evaluation_section_get_pane (g_ptr_array_index (shown, 0))))),
                   >=, gtk_widget_get_width (GTK_WIDGET (g_ptr_array_index (shown, 0))));
  g_assert_true (mappe_page_go_back (MAPPE_PAGE (fixture->page)));
  g_assert_cmpstr (mappe_page_get_title (MAPPE_PAGE (fixture->page)), ==, "Outcomes");
  g_assert_cmpint (mappe_outcomes_list_get_selected (fixture->list), ==,
                   find (fixture, &mappe_measure_kind, MEASURE));
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shown = NULL;
  MappeEvaluationSection *section;
  MappeChartArea *area;
  MappeChart *first, *second;

  open (fixture, &mappe_measure_kind, MEASURE);
  shown = sections (fixture);
  section = g_ptr_array_index (shown, 0);
  area = mappe_chart_pane_get_area (mappe_evaluation_section_get_pane (section));
  first = mappe_chart_area_get_chart (area);
  mappe_evaluation_section_set_kind (section, 1);
  view_test_wait (mappe_chart_area_get_chart (area) != first);
  second = mappe_chart_area_get_chart (area);
  /* What was looked at is kept, and of a quick choice only the last one comes. */
  mappe_evaluation_section_set_kind (section, 0);
  g_assert_true (mappe_chart_area_get_chart (area) == first);
  mappe_evaluation_section_set_kind (section, 2);
  mappe_evaluation_section_set_kind (section, 3);
  mappe_evaluation_section_set_kind (section, 1);
  view_test_settle ();
  g_assert_true (mappe_chart_area_get_chart (area) == second);
}

static void
test_project_and_indicator (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) of_project = NULL;
  g_autoptr (GPtrArray) of_indicator = NULL;

  open (fixture, &mappe_project_kind, "P11");
  of_project = sections (fixture);
  g_assert_cmpuint (of_project->len, >, 2);
  open (fixture, &mappe_indicator_kind, "I31");
  of_indicator = sections (fixture);
  g_assert_cmpuint (of_indicator->len, ==, 1);
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  gint64 measure = find (fixture, &mappe_measure_kind, MEASURE);
  g_autofree char *state = NULL;
  const MappeKind *kind;

  open (fixture, &mappe_measure_kind, MEASURE);
  state = mappe_page_get_state (MAPPE_PAGE (fixture->page));
  mappe_page_go_back (MAPPE_PAGE (fixture->page));
  g_assert_cmpint (mappe_page_get_record (MAPPE_PAGE (fixture->page), &kind), ==, 0);
  mappe_page_set_state (MAPPE_PAGE (fixture->page), "evaluation:nothing:5");
  mappe_page_set_state (MAPPE_PAGE (fixture->page), "evaluation");
  g_assert_cmpint (mappe_page_get_record (MAPPE_PAGE (fixture->page), &kind), ==, 0);
  mappe_page_set_state (MAPPE_PAGE (fixture->page), state);
  g_assert_cmpint (mappe_page_get_record (MAPPE_PAGE (fixture->page), &kind), ==, measure);
  g_assert_true (kind == &mappe_measure_kind);
}

/* Tab leads through charts and buttons, not into every sentence. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shown = NULL;
  GtkWidget *second = NULL, *focus;
  guint steps = 0;

  open (fixture, &mappe_measure_kind, MEASURE);
  shown = sections (fixture);
  second = GTK_WIDGET (mappe_chart_pane_get_area (mappe_evaluation_section_get_pane (g_ptr_array_index (shown, 1))));
  gtk_widget_grab_focus (fixture->page);
  for (focus = gtk_root_get_focus (GTK_ROOT (fixture->window)); focus != second && steps < 12; steps++)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_false (GTK_IS_LABEL (focus));
    }
  g_assert_true (focus == second);
}

/* What has no figures yet says so, and offers no chart. */
static void
test_no_values (Fixture *fixture, gconstpointer data)
{
  gint64 project = mappe_test_add (fixture->base.store, "project", "title", "Park", NULL);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, project);
  gint64 measure = mappe_test_add (fixture->base.store, "measure", "title", "Lamps", "project", owner, NULL);
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, measure);
  g_autoptr (GPtrArray) shown = NULL;

  mappe_test_add (fixture->base.store, "indicator", "name", "Incidents", "measure", of, NULL);
  view_test_wait (entries (fixture)->len == 1);
  g_assert_cmpint (((MappeOutcomeEntry *) g_ptr_array_index (entries (fixture), 0))->direction, ==,
                   MAPPE_DIRECTION_TOO_LITTLE);
  g_assert_true (mappe_page_open_record (MAPPE_PAGE (fixture->page), &mappe_measure_kind, measure));
  view_test_wait (mappe_evaluation_view_get_title (MAPPE_EVALUATION_VIEW (fixture->view)) != NULL);
  shown = sections (fixture);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_null (mappe_chart_area_get_chart (
      mappe_chart_pane_get_area (mappe_evaluation_section_get_pane (g_ptr_array_index (shown, 0)))));
  gtk_widget_grab_focus (fixture->page);
}

/* --- how it was computed --- */

static gint64
value_of (Fixture *fixture, const char *indicator, const char *period)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, find (fixture, &mappe_indicator_kind, indicator));
  listed = mappe_store_list (fixture->base.store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), period) == 0)
        return row->id;
    }
  g_assert_not_reached ();
}

static void
test_trace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *text = NULL;
  GtkWidget *window;

  open (fixture, &mappe_measure_kind, MEASURE);
  shown = sections (fixture);
  g_signal_emit_by_name (g_ptr_array_index (shown, 0), "trace");
  window = view_test_modal (fixture->window);
  g_assert_true (MAPPE_IS_TRACE_WINDOW (window));
  text = mappe_trace_window_get_text (MAPPE_TRACE_WINDOW (window));
  g_assert_nonnull (strstr (text, "737"));
  g_assert_nonnull (strstr (text, "1.28"));
  g_assert_null (mappe_trace_window_get_answer (MAPPE_TRACE_WINDOW (window)));
  g_assert_true (gtk_widget_activate_action (window, "trace.recompute", NULL));
  view_test_wait (mappe_trace_window_get_answer (MAPPE_TRACE_WINDOW (window)) != NULL);
  g_assert_nonnull (strstr (mappe_trace_window_get_answer (MAPPE_TRACE_WINDOW (window)), "the same"));
  /* Another figure in the file, another answer, which says which one. */
  mappe_test_set (fixture->base.store, &mappe_indicator_value_kind, value_of (fixture, "I31", "2023-01"), "value",
                  "90");
  g_assert_true (gtk_widget_activate_action (window, "trace.recompute", NULL));
  view_test_wait (strstr (mappe_trace_window_get_answer (MAPPE_TRACE_WINDOW (window)), "changed") != NULL);
  g_assert_nonnull (strstr (mappe_trace_window_get_answer (MAPPE_TRACE_WINDOW (window)), "737"));
  view_test_close (window, window);
}

/* --- places --- */

static MappeOutcomeMap *
turn_to_places (Fixture *fixture)
{
  MappeOutcomeMap *map = MAPPE_OUTCOME_MAP (view_test_find (fixture->page, MAPPE_TYPE_OUTCOME_MAP));

  mappe_page_set_state (MAPPE_PAGE (fixture->page), "map:area:0");
  view_test_wait (mappe_outcome_map_is_loaded (map));
  view_test_settle ();
  return map;
}

static MappeOutcomePairing *
shown_pairing (Fixture *fixture)
{
  MappeOutcomePairing *pairing = MAPPE_OUTCOME_PAIRING (view_test_find (fixture->page, MAPPE_TYPE_OUTCOME_PAIRING));

  view_test_wait (mappe_outcome_pairing_get_title (pairing) != NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pairing)));
  return pairing;
}

/* From the map to the pairing of each area, whichever of its points is meant, and back to its row. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  MappeOutcomeMap *map = turn_to_places (fixture);
  MappeChartArea *area = mappe_chart_pane_get_area (mappe_outcome_map_get_pane (map));
  MappeOutcomePairing *pairing;
  MappeChartHit hit;
  g_autofree char *said = NULL, *summary = NULL;

  g_assert_nonnull (strstr (mappe_chart_get_title (mappe_chart_area_get_chart (area)), "of 9 areas"));
  g_assert_true (has_label (GTK_WIDGET (map), "deficit recorded 2, perceived 4"));
  g_assert_true (mappe_chart_view_step (mappe_chart_area_get_view (area), NULL, MAPPE_CHART_STEP_FIRST, &hit));
  do
    {
      g_free (said);
      said = mappe_chart_view_get_text (mappe_chart_area_get_view (area), &hit);
    }
  while (!g_str_has_prefix (said, "Schlossgarten park")
         && mappe_chart_view_step (mappe_chart_area_get_view (area), &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_signal_emit_by_name (area, "point-activated", hit.panel, hit.series, (guint) hit.point);
  pairing = shown_pairing (fixture);
  g_assert_cmpint (mappe_outcome_pairing_get (pairing), ==, find (fixture, &mappe_area_kind, "AR-01"));
  g_assert_cmpstr (mappe_page_get_title (MAPPE_PAGE (fixture->page)), ==, "Schlossgarten park");
  summary = mappe_chart_get_summary (
      mappe_chart_area_get_chart (mappe_chart_pane_get_area (mappe_outcome_pairing_get_pane (pairing))));
  g_assert_true (has_label (GTK_WIDGET (pairing), summary));
  g_assert_true (has_label (GTK_WIDGET (pairing), "Share feeling safe after dark"));
  g_assert_true (mappe_page_go_back (MAPPE_PAGE (fixture->page)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (map)));
  g_assert_cmpint (mappe_outcome_map_get_selected (map), ==, find (fixture, &mappe_area_kind, "AR-01"));
  g_assert_cmpstr (mappe_page_get_title (MAPPE_PAGE (fixture->page)), ==, "Outcomes");
}

/* From the record of an area, also one that has nothing to stand beside each other; the place is kept. */
static void
test_place_of_record (Fixture *fixture, gconstpointer data)
{
  gint64 id = find (fixture, &mappe_area_kind, "AR-03");
  MappeOutcomePairing *pairing;
  g_autofree char *state = NULL;
  const MappeKind *kind = NULL;

  g_assert_true (mappe_page_open_record (MAPPE_PAGE (fixture->page), &mappe_area_kind, id));
  pairing = shown_pairing (fixture);
  g_assert_true (has_label (GTK_WIDGET (pairing), "an indicator of each nature"));
  g_assert_cmpint (mappe_page_get_record (MAPPE_PAGE (fixture->page), &kind), ==, id);
  g_assert_true (kind == &mappe_area_kind);
  state = mappe_page_get_state (MAPPE_PAGE (fixture->page));
  mappe_page_go_back (MAPPE_PAGE (fixture->page));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pairing)));
  mappe_page_set_state (MAPPE_PAGE (fixture->page), state);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pairing)));
  /* What is written down meanwhile is seen. */
  mappe_test_set (fixture->base.store, &mappe_area_kind, id, "name", "Another bank");
  view_test_wait (g_strcmp0 (mappe_outcome_pairing_get_title (pairing), "Another bank") == 0);
}

/* --- on paper --- */

static MappeOutcomeReport *
read_report (Fixture *fixture, const MappeKind *kind, const char *reference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MappeOutcomeReport *report;

  mappe_outcome_report_async (fixture->base.store, kind, find (fixture, kind, reference), NULL,
                              view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
  report = mappe_outcome_report_finish (fixture->base.store, result, &error);
  g_assert_no_error (error);
  return report;
}

/* Letters alone: where a line breaks, or a narrow space is not seen, is no matter. */
static char *
squeezed (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  return g_strjoinv (NULL, words);
}

/* Returns: (nullable): letters of a PDF; NULL where no pdftotext is */
static char *
text_of (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext"), *text = NULL;
  const char *const argv[] = { program, "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return squeezed (text);
}

/* Returns: (nullable): what stands on the pages of @reference */
static char *
printed_text (Fixture *fixture, MappeOutcomeReport *report)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "printed-text.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mappe_outcome_print_pdf_async (report, file, NULL, view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
  g_assert_true (mappe_outcome_print_pdf_finish (result, &error));
  g_assert_no_error (error);
  return text_of (path);
}

static void
assert_printed (const char *text, const char *part)
{
  g_autofree char *letters = squeezed (part);

  if (strstr (text, letters) == NULL)
    g_error ("“%s” is not on paper: %s", part, text);
}

/* Of a line of a table: further lines of its two columns mix. */
static void
assert_begins_printed (const char *text, const char *part)
{
  g_autofree char *begin = g_utf8_substring (part, 0, MIN (g_utf8_strlen (part, -1), 24));
  char *end = strrchr (begin, ' ');

  if (end != NULL)
    *end = '\0';
  assert_printed (text, begin);
}

/* Every sentence with its limit and every line of how it was computed. Returns: sentences */
static guint
assert_evaluation_printed (const char *text, const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, NULL);
  g_autoptr (GPtrArray) trace = mappe_evaluation_trace (evaluation, NULL);

  for (guint i = 0; i < sentences->len; i++)
    assert_printed (text, ((MappeSentence *) g_ptr_array_index (sentences, i))->text);
  for (guint i = 0; i < trace->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (trace, i);

      assert_begins_printed (text, line->label);
      assert_begins_printed (text, line->value);
    }
  assert_printed (text, mappe_evaluation_level_words (evaluation, NULL));
  return sentences->len;
}

/* What a page of outcomes must carry, of a project and of a measure. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeOutcomeReport) report = read_report (fixture, &mappe_project_kind, "P11");
  g_autofree char *text = printed_text (fixture, report);
  guint n = 0;

  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  for (guint i = 0; i < report->measures->len; i++)
    {
      const MappeReportMeasure *measure = g_ptr_array_index (report->measures, i);

      assert_printed (text, mappe_outcome_get_title (measure->outcome));
      for (guint k = 0; k < measure->parts->len; k++)
        n += assert_evaluation_printed (text,
                                        ((MappeReportPart *) g_ptr_array_index (measure->parts, k))->evaluation);
    }
  g_assert_cmpuint (n, >, 8);
  assert_printed (text, "Costs and benefits: What did it cost, what did it save? Not examined");
  assert_printed (text, "Beccaria steps ✓");
  assert_printed (text, "Elsewhere: the programme used");
  assert_printed (text, "It says nothing about the result here");
}

/* The page of a measure has more than one chart of a result, each with its source. */
static void
test_paper_of_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeOutcomeReport) report = read_report (fixture, &mappe_measure_kind, MEASURE);
  g_autofree char *text = printed_text (fixture, report);
  const char *found = text;
  guint n = 0;

  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  while ((found = strstr (found, "Source:")) != NULL)
    {
      found++;
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
  assert_printed (text, "n = ");
  assert_printed (text, "How was this computed? ");
  assert_printed (text, "Elsewhere: the programme used");
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeOutcomeReport) report = read_report (fixture, &mappe_project_kind, "P11");
  g_autoptr (MappeOutcomePaper) paper = mappe_outcome_paper_new (report, MAPPE_OUTCOME_PAPER_WIDTH,
                                                                 MAPPE_OUTCOME_PAPER_HEIGHT);
  g_autoptr (MappeOutcomePaper) small = mappe_outcome_paper_new (report, 300, 420);
  g_autofree char *path = g_build_filename (fixture->base.folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = mappe_outcome_print_operation_new (report);
  g_autoptr (GError) error = NULL;
  guint done = 0;

  g_assert_cmpuint (mappe_outcome_paper_n_pages (small), >, mappe_outcome_paper_n_pages (paper));
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (view_test_count_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  view_test_wait (done == 1);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >, 1);
}

/* The list goes to the printer as it is filtered, with the limits of what it says. */
static void
test_print_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "list.pdf", NULL), *text = NULL;
  g_autoptr (MappeOutcomeSelection) selection = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  guint done = 0;

  mappe_outcomes_list_filter (fixture->list, find (fixture, &mappe_project_kind, "P11"), 0, 0, NULL);
  selection = mappe_outcomes_list_get_selection (fixture->list);
  operation = mappe_outcome_print_list_operation_new (selection);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (view_test_count_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  view_test_wait (done == 1);
  text = text_of (path);
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  assert_printed (text, selection->words);
  for (guint i = 0; i < selection->entries->len; i++)
    {
      const MappeOutcomeEntry *entry = g_ptr_array_index (selection->entries, i);
      g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (entry->evaluation, NULL);

      assert_printed (text, entry->title);
      assert_printed (text, mappe_direction_word (entry->direction));
      assert_printed (text, mappe_evaluation_level_words (entry->evaluation, NULL));
      for (guint k = 0; k < sentences->len; k++)
        if (((MappeSentence *) g_ptr_array_index (sentences, k))->kind == MAPPE_SENTENCE_LIMIT)
          assert_printed (text, ((MappeSentence *) g_ptr_array_index (sentences, k))->text);
    }
  g_assert_null (strstr (text, "35lamps"));
}

/* --- what others change --- */

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  gint64 measure = find (fixture, &mappe_measure_kind, MEASURE);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *focus;
  guint before_n;

  open (fixture, &mappe_measure_kind, MEASURE);
  before = sections (fixture);
  before_n = before->len;
  mappe_evaluation_section_set_kind (g_ptr_array_index (before, 0), 2);
  gtk_widget_child_focus (g_ptr_array_index (before, 1), GTK_DIR_TAB_FORWARD);
  mappe_test_set (fixture->base.store, &mappe_measure_kind, measure, "title", "Another name");
  view_test_wait (g_strcmp0 (mappe_page_get_title (MAPPE_PAGE (fixture->page)), "Another name") == 0);
  view_test_wait (mappe_evaluation_view_is_filled (MAPPE_EVALUATION_VIEW (fixture->view)));
  /* What was looked at stays, and nothing is there twice. */
  after = sections (fixture);
  g_assert_cmpuint (after->len, ==, before_n);
  g_assert_cmpuint (mappe_evaluation_section_get_kind (g_ptr_array_index (after, 0)), ==, 2);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, g_ptr_array_index (after, 1)));
  /* The list is behind it: it is read when it is seen again. */
  g_assert_cmpstr (entry_of (fixture, measure)->title, ==, "Night bus line N1");
  mappe_page_go_back (MAPPE_PAGE (fixture->page));
  view_test_wait (entry_of (fixture, measure) != NULL
                  && g_strcmp0 (entry_of (fixture, measure)->title, "Another name") == 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define TEST(name, test, demo) g_test_add ("/outcomes-page/" name, Fixture, demo, set_up, test, tear_down)
  TEST ("list", test_list, "en");
  TEST ("line-hides", test_line_hides, "en");
  TEST ("filter", test_filter, "en");
  TEST ("sort", test_sort, "en");
  TEST ("empty", test_empty, NULL);
  TEST ("evaluation", test_evaluation, "en");
  TEST ("kinds", test_kinds, "en");
  TEST ("no-values", test_no_values, NULL);
  TEST ("tab", test_tab, "en");
  TEST ("project-and-indicator", test_project_and_indicator, "en");
  TEST ("state", test_state, "en");
  TEST ("trace", test_trace, "en");
  TEST ("places", test_places, "en");
  TEST ("place-of-record", test_place_of_record, "en");
  TEST ("paper", test_paper, "en");
  TEST ("paper-of-measure", test_paper_of_measure, "en");
  TEST ("print", test_print, "en");
  TEST ("print-list", test_print_list, "en");
  TEST ("refresh", test_refresh, "en");
#undef TEST
  return g_test_run ();
}
