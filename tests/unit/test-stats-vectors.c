/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-method.h"
#include "mappe-number.h"
#include "mappe-series.h"

/* Every row of tests/vectors is a case: "/stats-vectors/METHOD/CASE".  Series in data/ are not part of the
 * program; where they are not beside it, those cases are skipped. */

typedef struct {
  const MappeMethod *method;
  GPtrArray *inputs;   /* text of each input column */
  GPtrArray *expected; /* text of each output column */
  double abs_tol, rel_tol;
} Vector;

static char *data_folder;

static void
find_data (void)
{
  static const char *const places[] = { "../../shared/vectors", "../../../shared/vectors", NULL };
  const char *named = g_getenv ("MAPPE_VECTORS");

  if (named != NULL)
    data_folder = g_strdup (named);
  for (guint i = 0; places[i] != NULL && data_folder == NULL; i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, places[i], NULL);
      g_autofree char *data = g_build_filename (folder, "data", "known_results.csv", NULL);

      if (g_file_test (data, G_FILE_TEST_EXISTS))
        data_folder = g_steal_pointer (&folder);
    }
}

static GArray *
read_series (const char *reference, gpointer unused, GError **error)
{
  return mappe_series_read (data_folder, reference, error);
}

static gboolean
needs_data (const Vector *vector)
{
  for (guint i = 0; i < vector->inputs->len; i++)
    if (strstr (g_ptr_array_index (vector->inputs, i), "data/") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
agrees (const Vector *vector, const char *got, const char *expected)
{
  double one, other;

  if (g_str_equal (got, expected))
    return TRUE;
  if (!mappe_real_parse (got, &one) || !mappe_real_parse (expected, &other))
    return FALSE;
  return fabs (one - other) <= vector->abs_tol + vector->rel_tol * fabs (other);
}

/* A list agrees value by value. */
static void
compare (const Vector *vector, const char *heading, const char *got, const char *expected)
{
  g_auto (GStrv) values = g_strsplit (got, ";", -1);
  g_auto (GStrv) wanted = g_strsplit (expected, ";", -1);
  guint n = g_strv_length (values);
  gboolean good = n == g_strv_length (wanted);

  for (guint i = 0; good && i < n; i++)
    good = agrees (vector, values[i], wanted[i]);
  if (!good)
    g_test_message ("%s: %s, expected %s", heading, got, expected);
  if (!good)
    g_test_fail ();
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  MappeMethodFault fault;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) outputs = mappe_method_outputs (vector->method);
  g_auto (GStrv) answer = NULL;

  if (data_folder == NULL && needs_data (vector))
    {
      g_test_skip ("the series of ../shared/vectors/data are not there");
      return;
    }
  answer = mappe_method_run (vector->method, (const char *const *) vector->inputs->pdata, read_series, NULL,
                             &fault, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fault.problem, ==, MAPPE_METHOD_FINE);
  g_assert_cmpuint (g_strv_length (answer), ==, vector->expected->len);
  for (guint i = 0; i < vector->expected->len; i++)
    compare (vector, outputs[i], answer[i], g_ptr_array_index (vector->expected, i));
}

/* The columns of a vector file are case_id, the inputs and the outputs, in order, and more. */
static guint
check_heading (const MappeMethod *method, const char *const *heading)
{
  g_auto (GStrv) outputs = mappe_method_outputs (method);
  guint n = mappe_method_n_inputs (method), at = 1;

  g_assert_cmpstr (heading[0], ==, "case_id");
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (heading[at++], ==, method->inputs[i].name);
  for (guint i = 0; outputs[i] != NULL; i++)
    g_assert_cmpstr (heading[at++], ==, outputs[i]);
  g_assert_cmpstr (heading[at], ==, "abs_tol");
  return at;
}

static void
vector_free (gpointer data)
{
  Vector *vector = data;

  g_ptr_array_unref (vector->inputs);
  g_ptr_array_unref (vector->expected);
  g_free (vector);
}

static void
add_case (const MappeMethod *method, const char *const *cells, guint tolerance)
{
  Vector *vector = g_new0 (Vector, 1);
  guint n = mappe_method_n_inputs (method);
  g_autofree char *path = g_strdup_printf ("/stats-vectors/%s/%s", method->name, cells[0]);

  vector->method = method;
  vector->inputs = g_ptr_array_new_with_free_func (g_free);
  vector->expected = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; i < tolerance; i++)
    g_ptr_array_add (i <= n ? vector->inputs : vector->expected, g_strdup (cells[i]));
  g_assert_true (mappe_real_parse (cells[tolerance], &vector->abs_tol));
  g_assert_true (mappe_real_parse (cells[tolerance + 1], &vector->rel_tol));
  g_test_add_data_func_full (path, vector, test_vector, vector_free);
}

static guint
add_method (const MappeMethod *method)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", method->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "vectors", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeCsvReader) reader = mappe_csv_reader_open (path, ',', &error);
  const char *const *cells;
  guint tolerance, n = 0;

  g_assert_no_error (error);
  tolerance = check_heading (method, mappe_csv_reader_next (reader, &error));
  for (; (cells = mappe_csv_reader_next (reader, &error)) != NULL; n++)
    add_case (method, cells, tolerance);
  g_assert_no_error (error);
  return n;
}

/* Each vector file has its method. */
static void
test_complete (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "vectors", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_methods, files = 0;

  mappe_methods (&n_methods);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      {
        g_autofree char *method = g_strndup (name, strlen (name) - strlen (".csv"));

        g_test_message ("%s", method);
        g_assert_nonnull (mappe_method_find (method));
        files++;
      }
  g_assert_cmpuint (files, ==, n_methods);
}

int
main (int argc, char *argv[])
{
  guint n_methods, n_cases = 0;
  const MappeMethod *const *methods = mappe_methods (&n_methods);

  g_test_init (&argc, &argv, NULL);
  find_data ();
  for (guint i = 0; i < n_methods; i++)
    n_cases += add_method (methods[i]);
  g_assert_cmpuint (n_cases, >=, 5 * n_methods);
  g_test_add_func ("/stats-vectors/complete", test_complete);
  return g_test_run ();
}
