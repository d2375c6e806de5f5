/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-series-acts.h"
#include "mappe-test-store.h"
#include "mappe-values.h"

/* Acts on the values of an indicator, each taken back in one step. */

typedef struct {
  MappeTestStore test;
  gint64         indicator;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->indicator = mappe_test_add (fixture->test.store, "indicator", "name", "Offences", "scale", "count",
                                       "frequency", "quarterly", "definition", "Recorded by the police", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_tear_down (&fixture->test, data);
}

static MappeRow *
load (Fixture *fixture, gint64 id)
{
  MappeRow *row = mappe_store_load (fixture->test.store, &mappe_indicator_kind, id, NULL);

  g_assert_nonnull (row);
  return row;
}

static MappeValues *
values_of (Fixture *fixture)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (MappeRow) indicator = load (fixture, fixture->indicator);

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, fixture->indicator);
  listed = mappe_store_list (fixture->test.store, query, NULL);
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (rows, ((MappeListed *) g_ptr_array_index (listed, i))->row);
  return mappe_values_new (indicator, rows);
}

/* "2026Q1=4 provisional|2026Q2= missing" */
static char *
say (Fixture *fixture)
{
  g_autoptr (MappeValues) values = values_of (fixture);
  GPtrArray *rows = mappe_values_rows (values);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      g_autofree char *value = mappe_row_get_canonical (row, MAPPE_INDICATOR_VALUE_VALUE);

      g_string_append_printf (text, "%s%s=%s %s", i > 0 ? "|" : "",
                              mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), value != NULL ? value : "",
                              mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS));
    }
  return g_string_free (text, FALSE);
}

static void
assert_said (Fixture *fixture, const char *said)
{
  g_autofree char *text = say (fixture);

  g_assert_cmpstr (text, ==, said);
}

/* @edit: (transfer full) */
static void
apply (Fixture *fixture, MappeEdit *edit, GError *refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  g_assert_no_error (refused);
  g_assert_nonnull (edit);
  applied = mappe_store_apply (fixture->test.store, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
set (Fixture *fixture, const char *period, guint field, const char *canonical)
{
  g_autoptr (MappeValues) values = values_of (fixture);
  GError *error = NULL;
  MappeEdit *edit = mappe_values_set (values, mappe_period_parse (period), field, canonical, &error);

  apply (fixture, edit, error);
}

static void
assert_refused (Fixture *fixture, const char *period, guint field, const char *canonical, int code)
{
  g_autoptr (MappeValues) values = values_of (fixture);
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = mappe_values_set (values, mappe_period_parse (period), field, canonical, &error);

  g_assert_null (edit);
  g_assert_error (error, MAPPE_VALUES_ERROR, code);
}

static MappeRow *
given (const char *period, const char *value)
{
  /* Without the status of a new record: a paste does not speak of it. */
  return mappe_test_row (&mappe_indicator_value_kind, "period", period, "value", value, "status", NULL, NULL);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (fixture->test.store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  assert_said (fixture, "2026Q1=4 provisional");
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_STATUS, "final");
  assert_said (fixture, "2026Q1=4 final");
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_NOTE, "checked");
  assert_said (fixture, "2026Q1=4 final");
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "5");
  assert_said (fixture, "2026Q1=5 revised");
  set (fixture, "2026Q2", MAPPE_INDICATOR_VALUE_STATUS, "suppressed");
  assert_said (fixture, "2026Q1=5 revised|2026Q2= suppressed");
  set (fixture, "2026Q2", MAPPE_INDICATOR_VALUE_VALUE, "7");
  assert_said (fixture, "2026Q1=5 revised|2026Q2=7 provisional");
  set (fixture, "2026Q2", MAPPE_INDICATOR_VALUE_STATUS, "missing");
  assert_said (fixture, "2026Q1=5 revised|2026Q2= missing");
  undo (fixture);
  assert_said (fixture, "2026Q1=5 revised|2026Q2=7 provisional");
}

/* What a value is out of may come before the value. */
static void
test_base_first (Fixture *fixture, gconstpointer data)
{
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_BASE, "200");
  assert_said (fixture, "2026Q1= missing");
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  assert_said (fixture, "2026Q1=4 provisional");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_STATUS, "final", MAPPE_VALUES_ERROR_NOTHING);
  assert_refused (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, NULL, MAPPE_VALUES_ERROR_NOTHING);
  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  assert_refused (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4", MAPPE_VALUES_ERROR_NOTHING);
  assert_refused (fixture, "2026-02", MAPPE_INDICATOR_VALUE_VALUE, "4", MAPPE_VALUES_ERROR_OVERLAP);
  assert_refused (fixture, "2026", MAPPE_INDICATOR_VALUE_VALUE, "4", MAPPE_VALUES_ERROR_OVERLAP);
  assert_said (fixture, "2026Q1=4 provisional");
}

static MappeEdit *
clear (const MappeValues *values, const MappePeriod *periods, guint n, const guint *fields, guint n_fields,
       GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (mappe_values_find (values, periods[i]) != NULL)
      g_ptr_array_add (rows, (gpointer) mappe_values_find (values, periods[i]));
  return mappe_values_clear (values, rows, fields, n_fields, error);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  static const guint all[] = { MAPPE_INDICATOR_VALUE_VALUE, MAPPE_INDICATOR_VALUE_NOTE };
  MappePeriod periods[3] = { mappe_period_parse ("2026Q1"), mappe_period_parse ("2026Q2"),
                             mappe_period_parse ("2026Q3") };
  g_autoptr (MappeValues) values = NULL;
  GError *error = NULL;
  MappeEdit *edit;

  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  set (fixture, "2026Q3", MAPPE_INDICATOR_VALUE_VALUE, "5");
  set (fixture, "2026Q3", MAPPE_INDICATOR_VALUE_NOTE, "counted twice");
  values = values_of (fixture);
  edit = clear (values, periods, G_N_ELEMENTS (periods), all, 1, &error);
  apply (fixture, edit, error);
  assert_said (fixture, "2026Q3= missing");
  undo (fixture);
  assert_said (fixture, "2026Q1=4 provisional|2026Q3=5 provisional");
  g_clear_pointer (&values, mappe_values_free);
  values = values_of (fixture);
  edit = clear (values, periods, G_N_ELEMENTS (periods), all, G_N_ELEMENTS (all), &error);
  apply (fixture, edit, error);
  assert_said (fixture, "");
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  g_autoptr (MappeValues) values = NULL;
  GError *error = NULL;
  MappeEdit *edit;

  set (fixture, "2025Q4", MAPPE_INDICATOR_VALUE_VALUE, "9");
  set (fixture, "2025Q4", MAPPE_INDICATOR_VALUE_STATUS, "final");
  values = values_of (fixture);
  g_ptr_array_add (rows, given ("2025Q3", "8"));
  g_ptr_array_add (rows, given ("2025Q4", "10"));
  g_ptr_array_add (rows, given ("2026Q1", "11"));
  g_assert_cmpint (mappe_values_judge (values, g_ptr_array_index (rows, 0), NULL, NULL), ==, MAPPE_VALUE_ADDED);
  g_assert_cmpint (mappe_values_judge (values, g_ptr_array_index (rows, 1), NULL, NULL), ==, MAPPE_VALUE_CHANGED);
  edit = mappe_values_enter (values, rows, "Paste", &error);
  apply (fixture, edit, error);
  assert_said (fixture, "2025Q3=8 provisional|2025Q4=10 revised|2026Q1=11 provisional");
  undo (fixture);
  assert_said (fixture, "2025Q4=9 final");
}

/* Overlaps are found wherever the other value lies, and whatever its period is called. */
static void
test_overlap (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *period; MappeValueChange change; } cases[] = {
    { "2024-12", MAPPE_VALUE_ADDED },   { "2025-01", MAPPE_VALUE_OVERLAPS }, { "2025-03", MAPPE_VALUE_OVERLAPS },
    { "2025-04", MAPPE_VALUE_ADDED },   { "2025Q1", MAPPE_VALUE_CHANGED },   { "2025", MAPPE_VALUE_OVERLAPS },
    { "2025Q3", MAPPE_VALUE_OVERLAPS }, { "2025-09", MAPPE_VALUE_ADDED },    { "2025-08", MAPPE_VALUE_OVERLAPS },
    { "2026", MAPPE_VALUE_ADDED },
  };
  g_autoptr (MappeValues) values = NULL;
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->indicator);

  mappe_test_add (fixture->test.store, "indicator-value", "indicator", indicator, "period", "Q1 2025", "value", "1",
                  NULL);
  mappe_test_add (fixture->test.store, "indicator-value", "indicator", indicator, "period", "Summer", "period_start",
                  "2025-06-21", "period_end", "2025-08-31", "value", "1", NULL);
  values = values_of (fixture);
  g_assert_cmpint (mappe_values_length (values), ==, MAPPE_PERIOD_NONE);
  g_assert_cmpint (mappe_values_usual (values), ==, MAPPE_PERIOD_QUARTER);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) row = given (cases[i].period, "2");

      g_assert_cmpint (mappe_values_judge (values, row, NULL, NULL), ==, cases[i].change);
    }
}

/* --- times that are no month, quarter, half or year --- */

static void
set_of (Fixture *fixture, gint64 id, guint field, const char *canonical)
{
  g_autoptr (MappeValues) values = values_of (fixture);
  GError *error = NULL;
  MappeEdit *edit = mappe_values_set_of (values, id, field, canonical, &error);

  apply (fixture, edit, error);
}

static void
assert_time (Fixture *fixture, gint64 id, const char *period, const char *start, const char *end)
{
  g_autoptr (MappeRow) row = mappe_store_load (fixture->test.store, &mappe_indicator_value_kind, id, NULL);

  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), ==, period);
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START), ==, start);
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END), ==, end);
}

static void
test_other_times (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->indicator);
  gint64 id = mappe_test_add (fixture->test.store, "indicator-value", "indicator", indicator, "period", "Easter",
                              "value", "7", NULL);
  g_autoptr (MappeValues) values = NULL;
  g_autoptr (GError) error = NULL;

  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_VALUE, "9");
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_NOTE, "four days");
  assert_said (fixture, "Easter=9 provisional|2026Q1=4 provisional");
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_PERIOD, "Easter 2026: 3.4.2026–6.4.2026");
  assert_time (fixture, id, "Easter 2026", "2026-04-03", "2026-04-06");
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_PERIOD, "Holidays");
  assert_time (fixture, id, "Holidays", "2026-04-03", "2026-04-06");
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_PERIOD, "4.4.2026 - 6.4.2026");
  assert_time (fixture, id, "2026-04-04–2026-04-06", "2026-04-04", "2026-04-06");
  values = values_of (fixture);
  g_assert_null (mappe_values_set_of (values, id, MAPPE_INDICATOR_VALUE_PERIOD, "Winter: 1.1.2026–31.1.2026", &error));
  g_assert_error (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_OVERLAP);
  set_of (fixture, id, MAPPE_INDICATOR_VALUE_PERIOD, "2026-05");
  assert_time (fixture, id, "2026-05", "2026-05-01", "2026-05-31");
  assert_said (fixture, "2026Q1=4 provisional|2026-05=9 provisional");
}

/* What is written in the line of such a value is read back as the same. */
static void
test_time_text (Fixture *fixture, gconstpointer data)
{
  static const char *const times[][3] = { { "Easter", "2026-04-03", "2026-04-06" }, { "Easter", NULL, NULL },
                                          { "2026-04-03–2026-04-06", "2026-04-03", "2026-04-06" },
                                          { "A: b", "2026-04-03", "2026-04-06" } };
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->indicator);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 id = mappe_test_add (fixture->test.store, "indicator-value", "indicator", indicator, "period", times[i][0],
                                  "period_start", times[i][1], "period_end", times[i][2], "value", "7", NULL);
      g_autoptr (MappeRow) row = mappe_store_load (fixture->test.store, &mappe_indicator_value_kind, id, NULL);
      g_autofree char *text = mappe_values_time_text (row);
      g_autoptr (MappeValues) values = values_of (fixture);
      g_autoptr (GError) error = NULL;

      g_assert_null (mappe_values_set_of (values, id, MAPPE_INDICATOR_VALUE_PERIOD, text, &error));
      g_assert_error (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING);
      undo (fixture);
    }
}

static void
test_length (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeValues) values = values_of (fixture);

  g_assert_cmpint (mappe_values_length (values), ==, MAPPE_PERIOD_QUARTER);
  g_assert_cmpint (mappe_values_first (values).kind, ==, MAPPE_PERIOD_NONE);
  set (fixture, "2026-07", MAPPE_INDICATOR_VALUE_VALUE, "4");
  g_clear_pointer (&values, mappe_values_free);
  values = values_of (fixture);
  g_assert_cmpint (mappe_values_length (values), ==, MAPPE_PERIOD_MONTH);
}

/* --- series --- */

static void
test_new_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRow) before = load (fixture, fixture->indicator);
  g_autoptr (MappeRow) after = mappe_row_copy (before);
  g_autoptr (MappeRow) series = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) refused = NULL;
  GError *error = NULL;
  MappeEdit *edit;

  set (fixture, "2026Q1", MAPPE_INDICATOR_VALUE_VALUE, "4");
  g_assert_null (mappe_series_begin_new (before, after, "2026-11-23", &refused));
  g_assert_error (refused, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING);
  mappe_value_set_text (&after->values[MAPPE_INDICATOR_DEFINITION], "Reported by residents");
  g_assert_true (mappe_series_is_redefined (before, after));
  edit = mappe_series_begin_new (before, after, "2026-11-23", &error);
  g_assert_no_error (error);
  applied = mappe_store_apply (fixture->test.store, edit, NULL, &error);
  g_assert_no_error (error);
  series = load (fixture, g_array_index (applied->ids, gint64, 0));
  g_assert_cmpint (mappe_row_get_int (series, MAPPE_INDICATOR_CONTINUES), ==, fixture->indicator);
  g_assert_cmpstr (mappe_row_get_text (series, MAPPE_INDICATOR_DEFINITION), ==, "Reported by residents");
  g_assert_cmpstr (mappe_row_get_text (series, MAPPE_INDICATOR_DEFINED_ON), ==, "2026-11-23");
  g_assert_cmpstr (mappe_row_get_text (series, MAPPE_INDICATOR_NAME), ==, "Offences");
  g_assert_cmpint (mappe_test_count (fixture->test.store, "series-mark"), ==, 1);
  assert_said (fixture, "2026Q1=4 provisional");
  undo (fixture);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "indicator"), ==, 1);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "series-mark"), ==, 0);
}

static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRow) before = load (fixture, fixture->indicator);
  g_autoptr (MappeRow) after = mappe_row_copy (before);

  mappe_value_set_text (&after->values[MAPPE_INDICATOR_NOTE], "seen");
  g_assert_false (mappe_series_is_stamped (before, after));
  mappe_value_set_real (&after->values[MAPPE_INDICATOR_TARGET], 12);
  g_assert_true (mappe_series_is_stamped (before, after));
  g_assert_cmpint (mappe_series_days_late (after, "2026-03-01"), ==, 0);
  mappe_value_set_text (&after->values[MAPPE_INDICATOR_DEFINED_ON], "2026-03-13");
  g_assert_cmpint (mappe_series_days_late (after, "2026-03-01"), ==, 12);
  g_assert_cmpint (mappe_series_days_late (after, "2026-03-13"), ==, 0);
  g_assert_cmpint (mappe_series_days_late (after, "2027-03-13"), ==, 0);
  g_assert_cmpint (mappe_series_days_late (after, NULL), ==, 0);
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/values/set", test_set);
  CASE ("/values/base-first", test_base_first);
  CASE ("/values/refused", test_refused);
  CASE ("/values/clear", test_clear);
  CASE ("/values/enter", test_enter);
  CASE ("/values/overlap", test_overlap);
  CASE ("/values/length", test_length);
  CASE ("/values/other-times", test_other_times);
  CASE ("/values/time-text", test_time_text);
  CASE ("/values/new-series", test_new_series);
  CASE ("/values/stamp", test_stamp);
  return g_test_run ();
}
