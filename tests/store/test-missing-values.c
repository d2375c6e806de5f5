/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-indicator.h"
#include "mappe-missing-values.h"
#include "mappe-test-store.h"

/* Which values are asked for, and the letter that asks. */

typedef struct {
  MappeTestStore test;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_tear_down (&fixture->test, data);
}

static char *
add_indicator (Fixture *fixture, const char *name, const char *frequency, const char *source)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          mappe_test_add (fixture->test.store, "indicator", "name", name, "frequency", frequency,
                                          "source_kind", source, "unit", "cases", NULL));
}

static void
add_value (Fixture *fixture, const char *indicator, const char *period, const char *value, const char *status)
{
  mappe_test_add (fixture->test.store, "indicator-value", "indicator", indicator, "period", period, "value", value,
                  "status", status, NULL);
}

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_missing_values_load (snapshot, data, error);
}

static MappeMissingValuesList *
missing_on (Fixture *fixture, const char *today)
{
  g_autoptr (GError) error = NULL;
  MappeMissingValuesList *list = mappe_store_read (fixture->test.store, read_func, (gpointer) today, &error);

  g_assert_no_error (error);
  return list;
}

/* "Offences: 2025Q2 2025Q4|…" */
static char *
say (const MappeMissingValuesList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      const MappeMissingValues *entry = g_ptr_array_index (list->entries, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "|" : "",
                              mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_NAME));
      for (guint j = 0; j < entry->periods->len; j++)
        {
          g_autofree char *period = mappe_period_to_text (g_array_index (entry->periods, MappePeriod, j));
          g_string_append_printf (text, " %s", period);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_missing (Fixture *fixture, const char *today, const char *said)
{
  g_autoptr (MappeMissingValuesList) list = missing_on (fixture, today);
  g_autofree char *text = say (list);

  g_assert_cmpstr (text, ==, said);
}

/* Gaps within and after the values; what was answered with "missing" or withheld is not asked for again. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = add_indicator (fixture, "Offences", "quarterly", "police");

  add_value (fixture, indicator, "2025Q1", "4", "final");
  add_value (fixture, indicator, "2025Q3", NULL, "suppressed");
  add_value (fixture, indicator, "2025Q4", NULL, "missing");
  add_value (fixture, indicator, "2026Q1", "5", "final");
  assert_missing (fixture, "2026-06-30", "Offences: 2025Q2");
  assert_missing (fixture, "2026-07-01", "Offences: 2025Q2 2026Q2");
}

/* A yearly figure that is noted for the quarter of its survey is asked for once a year. */
static void
test_yearly_in_quarters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = add_indicator (fixture, "Survey", "yearly", "survey");

  add_value (fixture, indicator, "2024Q2", "4", "final");
  add_value (fixture, indicator, "2025Q3", "4", "final");
  assert_missing (fixture, "2026-06-30", "");
  assert_missing (fixture, "2027-04-01", "Survey: 2026Q2");
}

static void
test_continued (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = add_indicator (fixture, "Old", "quarterly", "police");

  add_value (fixture, old, "2025Q1", "4", "final");
  assert_missing (fixture, "2025-08-01", "Old: 2025Q2");
  mappe_test_add (fixture->test.store, "indicator", "name", "New", "frequency", "quarterly", "continues", old, NULL);
  assert_missing (fixture, "2025-08-01", "");
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_indicator (fixture, "Offences", "quarterly", "police");
  g_autofree char *second = add_indicator (fixture, "Complaints", "quarterly", "order_office");
  g_autoptr (MappeMissingValuesList) list = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *letter = NULL;

  add_value (fixture, first, "2025Q1", "4", "final");
  add_value (fixture, second, "2025Q1", "4", "final");
  list = missing_on (fixture, "2026-05-01");
  sources = mappe_missing_values_sources (list);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (sources, 0), ==, "order_office");
  letter = mappe_missing_values_words (list, "police", mappe_language_get ("en"));
  g_assert_nonnull (strstr (letter, "- Offences (cases): Q2 2025 to Q1 2026\n"));
  g_assert_null (strstr (letter, "Complaints"));
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/missing-values/gaps", test_gaps);
  CASE ("/missing-values/yearly-in-quarters", test_yearly_in_quarters);
  CASE ("/missing-values/continued", test_continued);
  CASE ("/missing-values/letter", test_letter);
  return g_test_run ();
}
