/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-series.h"

/* A column of a table as a series. */

static const char table[] = "month,n,area\n1,5,A\n2,NA,A\n3,7.25,B\n4,,B\n5,-9e1,\"A,B\"\n";

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("mappe-series-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "data.csv", NULL);
  g_assert_true (g_file_set_contents (place->path, table, -1, &error));
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_unlink (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
expect (Place *place, const char *reference, const double *values, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) series = mappe_series_read (place->folder, reference, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (series->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (isnan (values[i]) ? isnan (g_array_index (series, double, i))
                                     : g_array_index (series, double, i) == values[i]);
}

static void
test_columns (Place *place, gconstpointer unused)
{
  const double all[] = { 5, NAN, 7.25, NAN, -90 }, months[] = { 1, 2, 3, 4, 5 };
  g_autofree char *absolute = g_strdup_printf ("%s#month", place->path);

  expect (place, "data.csv#n", all, 5);
  expect (place, "data.csv#month", months, 5);
  expect (place, absolute, months, 5);
}

static void
test_parts (Place *place, gconstpointer unused)
{
  const double all[] = { 5, NAN, 7.25, NAN, -90 };

  expect (place, "data.csv#n;rows=2-4", all + 1, 3);
  expect (place, "data.csv#n;rows=5-900", all + 4, 1);
  expect (place, "data.csv#n;rows=6-9", all, 0);
  expect (place, "data.csv#n;area=B", all + 2, 2);
  expect (place, "data.csv#n;area=A,B", all + 4, 1);
  expect (place, "data.csv#n;area=C", all, 0);
  expect (place, "data.csv#n;rows=2-3;area=A", all + 1, 1);
  expect (place, "data.csv#n;area=A;rows=2-3", all + 1, 1);
}

static void
test_faults (Place *place, gconstpointer unused)
{
  static const struct {
    const char *reference;
    MappeSeriesError code;
    const char *says;
  } cases[] = {
    { "data.csv", MAPPE_SERIES_ERROR_REFERENCE, "data.csv" },
    { "#n", MAPPE_SERIES_ERROR_REFERENCE, "#n" },
    { "data.csv#", MAPPE_SERIES_ERROR_REFERENCE, "data.csv#" },
    { "data.csv#n;rows=0-2", MAPPE_SERIES_ERROR_REFERENCE, "rows=0-2" },
    { "data.csv#n;rows=3-2", MAPPE_SERIES_ERROR_REFERENCE, "rows=3-2" },
    { "data.csv#n;rows=x", MAPPE_SERIES_ERROR_REFERENCE, "rows=x" },
    { "data.csv#n;=A", MAPPE_SERIES_ERROR_REFERENCE, ";=A" },
    { "data.csv#n;area=A;month=1", MAPPE_SERIES_ERROR_REFERENCE, "month=1" },
    { "data.csv#N", MAPPE_SERIES_ERROR_COLUMN, "data.csv" },
    { "data.csv#n;place=A", MAPPE_SERIES_ERROR_COLUMN, "place" },
    { "data.csv#area", MAPPE_SERIES_ERROR_VALUE, "data.csv:2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].reference);
      g_assert_null (mappe_series_read (place->folder, cases[i].reference, &error));
      g_assert_error (error, MAPPE_SERIES_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_files (Place *place, gconstpointer unused)
{
  g_autoptr (GError) missing = NULL, broken = NULL;

  g_assert_null (mappe_series_read (place->folder, "none.csv#n", &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (place->path, "month,n\n1,2\n3\n", -1, NULL));
  g_assert_null (mappe_series_read (place->folder, "data.csv#n", &broken));
  g_assert_error (broken, MAPPE_CSV_ERROR, MAPPE_CSV_ERROR_FORM);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/series-read/columns", Place, NULL, set_up, test_columns, tear_down);
  g_test_add ("/series-read/parts", Place, NULL, set_up, test_parts, tear_down);
  g_test_add ("/series-read/faults", Place, NULL, set_up, test_faults, tear_down);
  g_test_add ("/series-read/files", Place, NULL, set_up, test_files, tear_down);
  return g_test_run ();
}
