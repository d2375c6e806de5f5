/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every chart of the demo council, in both languages, from a small pane to a large screen: all texts can be read. */
#include <math.h>

#include "mappe-area-chart.h"
#include "mappe-chart-layout-private.h"
#include "mappe-chart-view-private.h"
#include "mappe-measure.h"
#include "mappe-outcome-chart.h"
#include "outcome-test.h"

#define SLACK 0.01  /* of a unit: what rounding may take */
#define INK_SLACK 1.0  /* what a letter may reach out of its own width */

typedef MappeTestStore Fixture;

static const double sizes[][2] = { { 320, 240 }, { 480, 320 }, { 800, 500 }, { 1280, 720 }, { 1920, 1080 } };

typedef struct {
  MappeChartView *view;
  const char     *name;
  double          width, height;
  guint           n_faults;
} Check;

static void G_GNUC_PRINTF (2, 3)
fault (Check *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s at %g×%g: %s", self->name, self->width, self->height, text);
  self->n_faults++;
}

static gboolean
overlap (const MappeChartBox *one, const MappeChartBox *other)
{
  return one->x + SLACK < other->x + other->width && other->x + SLACK < one->x + one->width
         && one->y + SLACK < other->y + other->height && other->y + SLACK < one->y + one->height;
}

static void
check_boxes (Check *self)
{
  guint n;
  g_autofree MappeChartBox *boxes = mappe_chart_view_get_boxes (self->view, &n);

  for (guint i = 0; i < n; i++)
    {
      if (boxes[i].x < -SLACK || boxes[i].x + boxes[i].width > self->width + SLACK || boxes[i].y < -SLACK
          || boxes[i].y + boxes[i].height > self->height + SLACK)
        fault (self, "“%s” leaves the picture", boxes[i].text);
      if (boxes[i].ellipsized)
        fault (self, "“%s” is cut", boxes[i].text);
      for (guint j = i + 1; j < n; j++)
        if (overlap (&boxes[i], &boxes[j]))
          fault (self, "“%s” over “%s”", boxes[i].text, boxes[j].text);
    }
}

/* A line that ends inside a word. */
static gboolean
breaks_a_word (PangoLayout *text)
{
  const char *whole = pango_layout_get_text (text);

  for (int i = 1; i < pango_layout_get_line_count (text); i++)
    {
      const char *at = whole + pango_layout_get_line_readonly (text, i)->start_index;
      gunichar before = g_utf8_get_char (g_utf8_prev_char (at)), after = g_utf8_get_char (at);

      if (g_unichar_isalnum (before) && g_unichar_isalnum (after))
        return TRUE;
    }
  return FALSE;
}

/* The box of a text that is wrapped may be wider than what is written in it, never smaller. */
static void
check_ink (Check *self, const MappeChartLabel *label)
{
  PangoRectangle ink;
  double unit;

  pango_layout_get_extents (label->text, &ink, NULL);
  unit = label->scale / PANGO_SCALE;
  if (ink.x * unit < -INK_SLACK || (ink.x + ink.width) * unit > label->width + INK_SLACK
      || (ink.y + ink.height) * unit > label->height + INK_SLACK)
    fault (self, "“%s” is wider than its place", pango_layout_get_text (label->text));
  if (breaks_a_word (label->text))
    fault (self, "“%s” is broken inside a word", pango_layout_get_text (label->text));
}

/* A figure in a bar that the mark of what was expected runs through. */
static void
check_levels (Check *self, const MappeChartLayout *layout, const MappeChartPlace *place, const MappeChartSeries *levels)
{
  double half = mappe_chart_bar_half (layout, place, levels);

  for (gsize i = 0; i < levels->n; i++)
    {
      double position = mappe_chart_series_x (levels, i) + levels->offset, x0, x1, y;

      mappe_chart_place_point (place, position - half, levels->y[i], &x0, &y);
      mappe_chart_place_point (place, position + half, levels->y[i], &x1, &y);
      for (guint j = 0; isfinite (y) && j < layout->labels->len; j++)
        {
          const MappeChartLabel *label = g_ptr_array_index (layout->labels, j);

          if (label->kind == MAPPE_CHART_LABEL_INSIDE && x0 < label->x + label->width && x1 > label->x && y > label->y
              && y < label->y + label->height)
            fault (self, "a mark runs through “%s”", pango_layout_get_text (label->text));
        }
    }
}

static guint
count_labels (const MappeChartLayout *layout, MappeChartLabelKind kind, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MappeChartLabel *label = g_ptr_array_index (layout->labels, i);

      n += label->kind == kind && g_str_equal (pango_layout_get_text (label->text), text);
    }
  return n;
}

/* What has a name shows it, and a scale is one only with two figures. */
static void
check_axes (Check *self, const MappeChartLayout *layout, const MappeChartPlace *place)
{
  char **names = mappe_chart_axis_labels (&place->panel->position);
  gboolean named = place->panel->position.kind == MAPPE_CHART_AXIS_CATEGORY && !place->panel->position.silent;
  guint n_figures = 0;

  for (guint i = 0; named && names[i] != NULL; i++)
    if (count_labels (layout, MAPPE_CHART_LABEL_CATEGORY, names[i]) == 0)
      fault (self, "“%s” has no name", names[i]);
  for (guint i = 0; i < place->value_ticks->len; i++)
    {
      const char *text = g_array_index (place->value_ticks, MappeChartTick, i).text;

      n_figures += text != NULL && count_labels (layout, MAPPE_CHART_LABEL_TICK, text) > 0;
    }
  if (n_figures < 2 && place->panel->value.kind != MAPPE_CHART_AXIS_CATEGORY)
    fault (self, "the scale of “%s” has %u figures", place->panel->value.title, n_figures);
  if (place->right - place->left < 6 * layout->size
      || (!place->panel->horizontal && place->bottom - place->top < 2.75 * layout->size))
    fault (self, "a plot of %.0f×%.0f", place->right - place->left, place->bottom - place->top);
}

static void
check_marks (Check *self, const MappeChartLayout *layout)
{
  for (guint i = 0; i < layout->places->len; i++)
    {
      const MappeChartPlace *place = g_ptr_array_index (layout->places, i);

      check_axes (self, layout, place);
      for (guint j = 0; j < place->panel->series->len; j++)
        {
          const MappeChartSeries *series = g_ptr_array_index (place->panel->series, j);

          if ((series->draw & MAPPE_CHART_LEVELS) != 0)
            check_levels (self, layout, place, series);
        }
    }
}

/* Colours and dashes are no reason to lay out anything elsewhere: what holds for one theme holds for all. */
static void
check_themes (Check *self)
{
  const MappeChartLayout *layout = mappe_chart_view_get_layout (self->view);
  guint n, m;
  g_autofree MappeChartBox *boxes = mappe_chart_view_get_boxes (self->view, &n);

  for (guint theme = 0; theme < MAPPE_CHART_N_THEMES; theme++)
    {
      g_autofree MappeChartBox *others = NULL;

      mappe_chart_view_set_theme (self->view, (MappeChartTheme) theme);
      others = mappe_chart_view_get_boxes (self->view, &m);
      g_assert_cmpuint (n, ==, m);
      for (guint i = 0; i < n; i++)
        if (boxes[i].x != others[i].x || boxes[i].y != others[i].y || boxes[i].width != others[i].width
            || boxes[i].height != others[i].height)
          fault (self, "another theme moves “%s”", others[i].text);
    }
  layout = mappe_chart_view_get_layout (self->view);
  for (guint i = 0; i < layout->labels->len; i++)
    check_ink (self, g_ptr_array_index (layout->labels, i));
  check_marks (self, layout);
}

static guint
check_chart (MappeChart *chart, const char *name)
{
  guint n_faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      Check check = { view, name, sizes[i][0], sizes[i][1], 0 };

      mappe_chart_view_set_size (view, sizes[i][0], sizes[i][1]);
      check_boxes (&check);
      check_themes (&check);
      n_faults += check.n_faults;
    }
  return n_faults;
}

/* --- all charts of the council --- */

static guint
check_evaluation (const MappeEvaluation *evaluation, const char *reference, const MappeLanguage *language,
                  guint *seen)
{
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  guint n = mappe_outcome_chart_kinds (evaluation, kinds), n_faults = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MappeChart) chart = mappe_outcome_chart_new (evaluation, kinds[i], language);
      g_autofree char *name = g_strdup_printf ("%s of %s (%s)", mappe_outcome_chart_word (kinds[i]), reference,
                                               mappe_language_get_code (language));

      n_faults += check_chart (chart, name);
      *seen |= 1u << kinds[i];
    }
  return n_faults;
}

static gpointer
list_measures (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_measure_kind);

  return mappe_snapshot_list (snapshot, query, error);
}

static void
test_outcomes (Fixture *fixture, gconstpointer code)
{
  const MappeLanguage *language = mappe_language_get (code);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = mappe_store_read (fixture->store, list_measures, NULL, &error);
  guint n_faults = 0, seen = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < measures->len; i++)
    {
      const MappeListed *measure = g_ptr_array_index (measures, i);
      g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, measure->row->id);
      g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);

      for (guint k = 0; k < evaluations->len; k++)
        n_faults += check_evaluation (g_ptr_array_index (evaluations, k),
                                      mappe_row_get_text (measure->row, MAPPE_FIELD_REFERENCE), language, &seen);
    }
  /* Twelve kinds, and the demo council has data for each. */
  g_assert_cmpuint (seen, ==, (1u << MAPPE_OUTCOME_CHART_N) - 1);
  g_assert_cmpuint (n_faults, ==, 0);
}

static gpointer
load_map (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_area_chart_map (snapshot, mappe_language_get (data), error);
}

typedef struct {
  gint64      area;
  const char *code;
} Pair;

static gpointer
load_pairing (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Pair *pair = data;

  return mappe_area_chart_pairing (snapshot, pair->area, mappe_language_get (pair->code), error);
}

static void
test_areas (Fixture *fixture, gconstpointer code)
{
  g_autoptr (GError) error = NULL;
  Pair pair = { mappe_test_id (fixture->store, "area", "AR-01"), code };
  g_autoptr (MappeChart) map = mappe_store_read (fixture->store, load_map, (gpointer) code, &error);
  g_autoptr (MappeChart) pairing = mappe_store_read (fixture->store, load_pairing, &pair, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (check_chart (map, "map") + check_chart (pairing, "pairing"), ==, 0);
}

#define ADD(path, code, func) \
  g_test_add ("/chart-labels/" path, Fixture, code, mappe_test_demo_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("outcomes/de", "de", test_outcomes);
  ADD ("outcomes/en", "en", test_outcomes);
  ADD ("areas/de", "de", test_areas);
  ADD ("areas/en", "en", test_areas);
  return g_test_run ();
}
