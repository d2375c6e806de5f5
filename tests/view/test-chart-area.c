/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in the window: the pointer and the keyboard find values, zoom, series, table, files. */
#include <math.h>
#include <string.h>

#include "mappe-chart-files.h"
#include "mappe-chart-pane.h"
#include "mappe-chart-series.h"
#include "mappe-chart-table-view.h"
#include "view-test.h"

#define N 24

typedef struct {
  GtkWidget      *window;
  GtkWidget      *pane;
  MappeChartArea *area;
  MappeChart     *chart;
} Fixture;

/* Two areas over two years; one value is a gap, one is suppressed. */
static MappeChart *
make_chart (void)
{
  static const char *const names[] = { "Park", "Town" };
  MappeChartHead head = { .language = mappe_language_get ("en"), .title = "Fewer incidents", .subtitle = "n = 2",
                          .summary = "Fewer incidents were counted. This says nothing about an effect." };
  double values[2][N], months[N];
  guint8 flags[N] = { 0 };
  MappeChartIndexLine lines[2];
  MappeChartIndex index = { .timeline = { .step = 1 }, .quantity = { .name = "Index" }, .lines = lines, .n_lines = 2 };

  for (guint i = 0; i < N; i++)
    {
      months[i] = mappe_chart_month (2024, 1) + i;
      values[0][i] = 100 + i;
      values[1][i] = 200 - i;
    }
  values[0][1] = NAN;
  flags[2] = MAPPE_CHART_POINT_SUPPRESSED;
  for (guint i = 0; i < 2; i++)
    lines[i] = (MappeChartIndexLine) { .name = names[i],
                                       .role = i == 0 ? MAPPE_CHART_ROLE_MEASURE : MAPPE_CHART_ROLE_COMPARISON,
                                       .points = { N, months, values[i], i == 0 ? flags : NULL } };
  return mappe_chart_new_index (&head, &index);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->chart = make_chart ();
  fixture->pane = mappe_chart_pane_new ();
  fixture->area = mappe_chart_pane_get_area (MAPPE_CHART_PANE (fixture->pane));
  fixture->window = view_test_show (fixture->pane);
  mappe_chart_pane_set_chart (MAPPE_CHART_PANE (fixture->pane), fixture->chart);
  view_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->area)) > 600);
  view_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->pane);
  mappe_chart_unref (fixture->chart);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->area));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (each))
        g_signal_emit_by_name (each, "key-pressed", key, 0, state, &handled);
    }
  view_test_settle ();
  return handled;
}

static gboolean
says (Fixture *fixture, const char *part)
{
  const char *text = mappe_chart_area_get_readout (fixture->area);

  return text != NULL && strstr (text, part) != NULL;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->area));
  g_assert_null (mappe_chart_area_get_readout (fixture->area));
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_true (says (fixture, "January 2024") && says (fixture, "100"));
  /* The gap has no place to stand on; a suppressed one is not passed over and does not tell its value. */
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_true (says (fixture, "March 2024"));
  g_assert_false (says (fixture, "102"));
  g_assert_true (press (fixture, GDK_KEY_End, 0));
  g_assert_true (says (fixture, "December 2025") && says (fixture, "123"));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_true (says (fixture, "Town") && says (fixture, "177"));
  g_assert_true (press (fixture, GDK_KEY_Home, 0));
  g_assert_true (says (fixture, "Town") && says (fixture, "200"));
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_true (says (fixture, "Park"));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_null (mappe_chart_area_get_readout (fixture->area));
  /* Keys of the window are not taken. */
  g_assert_false (press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_Left, GDK_ALT_MASK));
}

static void
test_point (Fixture *fixture, gconstpointer data)
{
  MappeChartView *view = mappe_chart_area_get_view (fixture->area);
  MappeChartHit first, last;

  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &first));
  g_assert_true (mappe_chart_view_step (view, &first, MAPPE_CHART_STEP_LAST, &last));
  mappe_chart_area_point_at (fixture->area, last.x + 3, last.y - 2);
  g_assert_true (says (fixture, "December 2025"));
  mappe_chart_area_point_at (fixture->area, 1, 1);
  g_assert_null (mappe_chart_area_get_readout (fixture->area));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  MappeChartView *view = mappe_chart_area_get_view (fixture->area);
  GtkWidget *area = GTK_WIDGET (fixture->area);
  double from, to, panned, all_from, all_to;

  mappe_chart_view_get_window (view, &all_from, &all_to);
  g_assert_true (gtk_widget_activate_action (area, "chart.zoom", "i", 1));
  mappe_chart_view_get_window (view, &from, &to);
  g_assert_true (mappe_chart_view_is_zoomed (view));
  g_assert_cmpfloat (to - from, <, all_to - all_from);
  gtk_widget_activate_action (area, "chart.pan", "i", 1);
  mappe_chart_view_get_window (view, &panned, &to);
  g_assert_cmpfloat (panned, >, from);
  /* The way back is offered as long as there is one. */
  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.zoom", "i", 0));
  g_assert_false (mappe_chart_view_is_zoomed (view));
}

/* A point that is walked on stays the same one, or goes when it is out of sight. */
static void
test_zoom_with_point (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_End, 0);
  text = g_strdup (mappe_chart_area_get_readout (fixture->area));
  gtk_widget_activate_action (GTK_WIDGET (fixture->area), "chart.zoom", "i", 1);
  g_assert_cmpstr (mappe_chart_area_get_readout (fixture->area), ==, text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->area), "chart.pan", "i", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->area), "chart.pan", "i", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->area), "chart.pan", "i", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->area), "chart.pan", "i", -1);
  g_assert_cmpstr (mappe_chart_area_get_readout (fixture->area), !=, text);
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.series", "i", 0));
  g_assert_true (mappe_chart_area_get_hidden (fixture->area, 0));
  press (fixture, GDK_KEY_Right, 0);
  g_assert_true (says (fixture, "Town"));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.series", "i", 0));
  g_assert_false (mappe_chart_area_get_hidden (fixture->area, 0));
  /* Who stands on the series that is switched off stands on the one beside it, at the same time. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->area));
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_true (press (fixture, GDK_KEY_Home, 0));
  g_assert_true (says (fixture, "Park, January 2024"));
  gtk_widget_activate_action (fixture->pane, "chart.series", "i", 0);
  g_assert_true (says (fixture, "Town, January 2024"));
  gtk_widget_activate_action (fixture->pane, "chart.series", "i", 0);
  /* A series that there is not changes nothing. */
  gtk_widget_activate_action (fixture->pane, "chart.series", "i", 8);
  g_assert_false (mappe_chart_area_get_hidden (fixture->area, 1));
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = view_test_find (fixture->pane, MAPPE_TYPE_CHART_TABLE_VIEW);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.table", NULL));
  g_assert_true (mappe_chart_pane_has_table (MAPPE_CHART_PANE (fixture->pane)));
  view_test_wait (gtk_widget_get_mapped (table));
  text = mappe_chart_table_view_get_text (MAPPE_CHART_TABLE_VIEW (table));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N + 1);
  g_assert_nonnull (strstr (lines[1], "100"));
  g_assert_null (strstr (lines[3], "102"));
  g_assert_nonnull (strstr (lines[3], "198"));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.table", NULL));
  g_assert_false (mappe_chart_pane_has_table (MAPPE_CHART_PANE (fixture->pane)));
}

static GBytes *
draw (Fixture *fixture, MappeChartFormat format, const GArray *hidden)
{
  MappeChartPicture picture = { .chart = fixture->chart, .hidden = hidden, .format = format };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  mappe_chart_files_draw_async (&picture, NULL, view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
  bytes = mappe_chart_files_draw_finish (result, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const struct { MappeChartFormat format; const char *begin; } formats[] = {
    { MAPPE_CHART_FORMAT_PNG, "\x89PNG" }, { MAPPE_CHART_FORMAT_SVG, "<?xml" }, { MAPPE_CHART_FORMAT_PDF, "%PDF-" },
  };
  gboolean on = FALSE, off = TRUE;
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GBytes) csv = draw (fixture, MAPPE_CHART_FORMAT_CSV, NULL);
  g_autoptr (GBytes) all = draw (fixture, MAPPE_CHART_FORMAT_SVG, NULL);
  g_autoptr (GBytes) one = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = draw (fixture, formats[i].format, NULL);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), formats[i].begin, strlen (formats[i].begin)), ==, 0);
    }
  g_assert_nonnull (strstr (text, "Town"));
  g_assert_null (strstr (text, "102"));
  /* What is not seen is not drawn. */
  g_array_append_val (hidden, on);
  g_array_append_val (hidden, off);
  one = draw (fixture, MAPPE_CHART_FORMAT_SVG, hidden);
  g_assert_false (g_bytes_equal (one, all));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->pane);

  g_assert_true (gtk_widget_activate_action (fixture->pane, "chart.copy", NULL));
  view_test_wait (gdk_clipboard_is_local (clipboard)
                  && gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  mappe_chart_pane_set_chart (MAPPE_CHART_PANE (fixture->pane), NULL);
  view_test_settle ();
  g_assert_false (press (fixture, GDK_KEY_Right, 0));
  gtk_widget_activate_action (fixture->pane, "chart.zoom", "i", 1);
  gtk_widget_activate_action (fixture->pane, "chart.copy", NULL);
  gtk_widget_activate_action (fixture->pane, "chart.table", NULL);
  mappe_chart_area_point_at (fixture->area, 100, 100);
  g_assert_null (mappe_chart_area_get_readout (fixture->area));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define TEST(name, test) g_test_add ("/chart-area/" name, Fixture, NULL, set_up, test, tear_down)
  TEST ("walk", test_walk);
  TEST ("point", test_point);
  TEST ("zoom", test_zoom);
  TEST ("zoom-with-point", test_zoom_with_point);
  TEST ("series", test_series);
  TEST ("table", test_table);
  TEST ("files", test_files);
  TEST ("copy", test_copy);
  TEST ("none", test_none);
#undef TEST
  return g_test_run ();
}
