/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an indicator: typed, pasted, cleared; what is wrong is said and not stored. */
#include "mappe-date.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-test-store.h"
#include "mappe-value-grid.h"
#include "mappe-value-pane.h"
#include "view-test.h"

typedef struct {
  MappeTestStore  test;
  gint64          indicator;
  MappeValuePane *pane;
  MappeValueGrid *grid;
  GtkWidget      *window;
} Fixture;

static MappeSheet *
sheet (Fixture *fixture)
{
  return mappe_value_grid_get_sheet (fixture->grid);
}

static guint
n_lines (Fixture *fixture)
{
  return sheet (fixture) != NULL ? sheet (fixture)->lines->len : 0;
}

static void
set_up (Fixture *fixture, gconstpointer scale)
{
  mappe_test_store_set_up (&fixture->test, NULL);
  fixture->indicator = mappe_test_add (fixture->test.store, "indicator", "name", "Offences", "scale", scale,
                                       "frequency", "quarterly", "suppress_below_5", "1", NULL);
  fixture->pane = MAPPE_VALUE_PANE (mappe_value_pane_new (fixture->test.store));
  fixture->grid = MAPPE_VALUE_GRID (view_test_find (GTK_WIDGET (fixture->pane), MAPPE_TYPE_VALUE_GRID));
  fixture->window = view_test_show (GTK_WIDGET (fixture->pane));
  mappe_value_pane_show (fixture->pane, fixture->indicator);
  view_test_wait (n_lines (fixture) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->pane);
  mappe_test_settle ();
  mappe_test_store_tear_down (&fixture->test, data);
}

static char *
label_at (Fixture *fixture, guint line, MappeLineField field)
{
  GtkWidget *cell = mappe_value_grid_get_cell (fixture->grid, line, field);

  return g_strdup (gtk_label_get_label (GTK_LABEL (adw_bin_get_child (ADW_BIN (cell)))));
}

/* What the file says: "16 provisional|21 final", by period. */
static char *
stored (Fixture *fixture)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  g_autoptr (GPtrArray) listed = NULL;
  GString *text = g_string_new (NULL);

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, fixture->indicator);
  mappe_query_order (query, MAPPE_INDICATOR_VALUE_PERIOD, FALSE);
  listed = mappe_store_list (fixture->test.store, query, NULL);
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      g_autofree char *value = mappe_row_get_canonical (row, MAPPE_INDICATOR_VALUE_VALUE);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "|" : "", value != NULL ? value : "-",
                              mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS));
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_stored (Fixture *fixture, const char *expected)
{
  g_autofree char *text = stored (fixture);

  return g_str_equal (text, expected);
}

static gboolean
is_shown (Fixture *fixture, guint line, MappeLineField field, const char *expected)
{
  g_autofree char *text = label_at (fixture, line, field);

  return g_str_equal (text, expected);
}

static gboolean
type_at (Fixture *fixture, guint line, MappeLineField field, const char *text)
{
  mappe_value_grid_move (fixture->grid, (int) line, (int) field, FALSE);
  g_assert_true (mappe_value_grid_begin_edit (fixture->grid, text));
  return mappe_value_grid_commit (fixture->grid);
}

/* --- */

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  MappePeriod last = mappe_sheet_get (sheet (fixture), n_lines (fixture) - 1)->period;

  g_assert_cmpuint (n_lines (fixture), ==, 9);
  g_assert_cmpint (mappe_period_distance (last, mappe_period_at (today, MAPPE_PERIOD_QUARTER)), ==, 0);
  for (guint i = 1; i < n_lines (fixture); i++)
    g_assert_cmpint (mappe_period_distance (mappe_sheet_get (sheet (fixture), i - 1)->period,
                                            mappe_sheet_get (sheet (fixture), i)->period), ==, 1);
}

/* Fast typing: each value is based on the one before, whatever the file has got by then. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "16"));
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_BASE, "200"));
  g_assert_true (type_at (fixture, 1, MAPPE_LINE_VALUE, "1,234"));
  g_assert_true (type_at (fixture, 1, MAPPE_LINE_NOTE, "counted twice"));
  view_test_wait (is_stored (fixture, "16 provisional|1234 provisional"));
  view_test_wait (is_shown (fixture, 1, MAPPE_LINE_NOTE, "counted twice"));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_STATUS, "○ Provisional"));
  g_assert_true (is_shown (fixture, 1, MAPPE_LINE_VALUE, "1234"));
}

/* A value of a time of its own has a line among the quarters, which can be typed all the same. */
static void
test_other_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->indicator);
  g_autofree char *day = mappe_period_first_day (mappe_sheet_get (sheet (fixture), 2)->period);
  g_autofree char *next = mappe_date_add_days (day, 3);
  g_autofree char *shown = mappe_date_format (day), *until = mappe_date_format (next);
  g_autofree char *time = g_strdup_printf ("Fair: %s–%s", shown, until);
  guint n = n_lines (fixture);

  mappe_test_add (fixture->test.store, "indicator-value", "indicator", id, "period", "Fair", "period_start", day,
                  "period_end", next, "value", "6", NULL);
  view_test_wait (n_lines (fixture) == n + 1);
  view_test_wait (is_shown (fixture, 3, MAPPE_LINE_PERIOD, time));
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "16"));
  g_assert_true (type_at (fixture, 3, MAPPE_LINE_VALUE, "8"));
  g_assert_true (type_at (fixture, 3, MAPPE_LINE_NOTE, "four days"));
  view_test_wait (is_stored (fixture, "16 provisional|8 provisional"));
  g_assert_true (type_at (fixture, 3, MAPPE_LINE_PERIOD, "Christmas fair"));
  g_free (time);
  time = g_strdup_printf ("Christmas fair: %s–%s", shown, until);
  view_test_wait (is_shown (fixture, 3, MAPPE_LINE_PERIOD, time));
  view_test_wait (is_shown (fixture, 3, MAPPE_LINE_NOTE, "four days"));
  /* The time of a quarter is no matter of opinion. */
  mappe_value_grid_move (fixture->grid, 0, MAPPE_LINE_PERIOD, FALSE);
  g_assert_false (mappe_value_grid_begin_edit (fixture->grid, "x"));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "16"));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_STATUS, "○ Provisional"));
  g_free (mappe_store_undo (fixture->test.store, NULL));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_VALUE, ""));
  g_assert_true (is_stored (fixture, ""));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "many", "-1", "1.5", "inf", "nan", "1e400", "12-13" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (type_at (fixture, 0, MAPPE_LINE_VALUE, wrong[i]));
      g_assert_true (mappe_value_grid_is_editing (fixture->grid));
      mappe_value_grid_cancel (fixture->grid);
      g_assert_false (mappe_value_grid_is_editing (fixture->grid));
    }
  view_test_settle ();
  g_assert_true (is_stored (fixture, ""));
  g_assert_true (is_shown (fixture, 0, MAPPE_LINE_VALUE, ""));
}

/* Who clicks elsewhere does not lose what was typed, and nothing wrong is stored. */
static void
test_fault_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = mappe_value_grid_get_cell (fixture->grid, 0, MAPPE_LINE_VALUE);

  g_assert_false (type_at (fixture, 0, MAPPE_LINE_VALUE, "many"));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  view_test_wait (!mappe_value_grid_is_editing (fixture->grid));
  g_assert_true (is_shown (fixture, 0, MAPPE_LINE_VALUE, "many"));
  g_assert_true (gtk_widget_has_css_class (cell, "error"));
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "12"));
  view_test_wait (is_stored (fixture, "12 provisional"));
  g_assert_false (gtk_widget_has_css_class (cell, "error"));
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  g_assert_false (type_at (fixture, 0, MAPPE_LINE_VALUE, "100.1"));
  mappe_value_grid_cancel (fixture->grid);
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "12.5 %"));
  view_test_wait (is_stored (fixture, "12.5 provisional"));
}

/* A small count is in the grid, marked, because it is the secretary's own figure. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "4"));
  g_assert_true (type_at (fixture, 1, MAPPE_LINE_VALUE, "5"));
  g_assert_true (type_at (fixture, 2, MAPPE_LINE_VALUE, "0"));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_VALUE, "4 *"));
  view_test_wait (is_shown (fixture, 2, MAPPE_LINE_VALUE, "0"));
  g_assert_true (is_shown (fixture, 1, MAPPE_LINE_VALUE, "5"));
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  mappe_value_grid_move (fixture->grid, 2, MAPPE_LINE_VALUE, FALSE);
  mappe_value_pane_paste_text (fixture->pane, "16\n\n26\n");
  view_test_wait (is_stored (fixture, "16 provisional|26 provisional"));
  view_test_wait (is_shown (fixture, 4, MAPPE_LINE_VALUE, "26"));
  g_assert_true (is_shown (fixture, 2, MAPPE_LINE_VALUE, "16"));
  g_assert_true (is_shown (fixture, 3, MAPPE_LINE_VALUE, ""));
  g_free (mappe_store_undo (fixture->test.store, NULL));
  view_test_wait (is_shown (fixture, 2, MAPPE_LINE_VALUE, ""));
  g_assert_true (is_stored (fixture, ""));
}

static GtkWidget *
button_named (GtkWidget *window, const char *label)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  view_test_find_all (window, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

/* What would overwrite is shown before; nothing happens until somebody agrees. */
static void
test_paste_over (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preview;

  g_assert_true (type_at (fixture, 2, MAPPE_LINE_VALUE, "16"));
  view_test_wait (is_shown (fixture, 2, MAPPE_LINE_STATUS, "○ Provisional"));
  mappe_value_grid_move (fixture->grid, 2, MAPPE_LINE_VALUE, FALSE);
  mappe_value_pane_paste_text (fixture->pane, "17\n18\nmany\n");
  preview = view_test_modal (fixture->window);
  g_assert_nonnull (preview);
  g_assert_nonnull (button_named (preview, "Save rejected lines…"));
  g_assert_true (is_stored (fixture, "16 provisional"));
  g_signal_emit_by_name (button_named (preview, "Enter 2 values"), "clicked");
  view_test_wait (is_stored (fixture, "17 provisional|18 provisional"));
  view_test_wait (view_test_modal (fixture->window) == NULL);
  view_test_wait (is_shown (fixture, 3, MAPPE_LINE_VALUE, "18"));
}

/* "1.234" alone may be a thousand or one: nothing can be entered before somebody says which. */
static void
test_paste_doubtful (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preview, *enter;
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  mappe_value_grid_move (fixture->grid, 0, MAPPE_LINE_VALUE, FALSE);
  mappe_value_pane_paste_text (fixture->pane, "1.234\n12\n");
  preview = view_test_modal (fixture->window);
  g_assert_nonnull (preview);
  enter = button_named (preview, "Enter 1 value");
  g_assert_nonnull (enter);
  g_assert_false (gtk_widget_get_sensitive (enter));
  view_test_find_all (preview, ADW_TYPE_COMBO_ROW, choices);
  adw_combo_row_set_selected (g_ptr_array_index (choices, 0), 1);
  enter = button_named (preview, "Enter 2 values");
  g_assert_nonnull (enter);
  g_assert_true (gtk_widget_get_sensitive (enter));
  g_signal_emit_by_name (enter, "clicked");
  view_test_wait (is_stored (fixture, "1234 provisional|12 provisional"));
  view_test_wait (view_test_modal (fixture->window) == NULL);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char table[] =
      "Zeitraum;F\xE4lle;Stand\r\n1. Quartal 2026;16;endg\xFCltig\r\nQ1 2026;3;\r\nSumme;19;\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  GtkWidget *preview;

  mappe_value_pane_take_bytes (fixture->pane, bytes);
  preview = view_test_modal (fixture->window);
  g_assert_nonnull (preview);
  g_signal_emit_by_name (button_named (preview, "Enter 1 value"), "clicked");
  view_test_wait (is_stored (fixture, "16 final"));
  view_test_wait (view_test_modal (fixture->window) == NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "1234"));
  g_assert_true (type_at (fixture, 0, MAPPE_LINE_BASE, "5000"));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_BASE, "5,000") ||
                  is_shown (fixture, 0, MAPPE_LINE_STATUS, "○ Provisional"));
  view_test_wait (is_stored (fixture, "1234 provisional"));
  mappe_value_grid_move (fixture->grid, 0, MAPPE_LINE_VALUE, FALSE);
  mappe_value_grid_move (fixture->grid, 1, MAPPE_LINE_STATUS, TRUE);
  view_test_settle ();
  text = mappe_value_grid_copy (fixture->grid, FALSE);
  g_assert_cmpstr (text, ==, "1234\t5000\tProvisional\n\t\t\n");
}

/* A small count leaves the grid only when it is moved. */
static void
test_copy_hidden (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL, *moved = NULL;

  g_assert_true (type_at (fixture, 0, MAPPE_LINE_VALUE, "3"));
  view_test_wait (is_shown (fixture, 0, MAPPE_LINE_VALUE, "3 *"));
  mappe_value_grid_move (fixture->grid, 0, MAPPE_LINE_VALUE, FALSE);
  view_test_settle ();
  copied = mappe_value_grid_copy (fixture->grid, FALSE);
  moved = mappe_value_grid_copy (fixture->grid, TRUE);
  g_assert_cmpstr (copied, ==, "<5\n");
  g_assert_cmpstr (moved, ==, "3\n");
}

static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  guint before = n_lines (fixture);

  mappe_value_grid_move (fixture->grid, 3, MAPPE_LINE_VALUE, FALSE);
  g_signal_emit_by_name (fixture->grid, "earlier");
  g_assert_cmpuint (n_lines (fixture), ==, before + 8);
  {
    guint line;
    MappeLineField field;

    mappe_value_grid_get_cursor (fixture->grid, &line, &field);
    g_assert_cmpuint (line, ==, 11);
  }
}

#define CASE(path, scale, func) g_test_add (path, Fixture, scale, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("/value-grid/lines", "count", test_lines);
  CASE ("/value-grid/type", "count", test_type);
  CASE ("/value-grid/other-time", "count", test_other_time);
  CASE ("/value-grid/undo", "count", test_undo);
  CASE ("/value-grid/faults", "count", test_faults);
  CASE ("/value-grid/fault-stays", "count", test_fault_stays);
  CASE ("/value-grid/share", "percent", test_share);
  CASE ("/value-grid/small", "count", test_small);
  CASE ("/value-grid/paste", "count", test_paste);
  CASE ("/value-grid/paste-over", "count", test_paste_over);
  CASE ("/value-grid/paste-doubtful", "count", test_paste_doubtful);
  CASE ("/value-grid/import", "count", test_import);
  CASE ("/value-grid/copy", "count", test_copy);
  CASE ("/value-grid/copy-hidden", "count", test_copy_hidden);
  CASE ("/value-grid/earlier", "count", test_earlier);
  return g_test_run ();
}
