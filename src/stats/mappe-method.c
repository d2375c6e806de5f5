/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-method-private.h"

#define MOST_INPUTS 16
/* Digits that a double surely has. */
#define DIGITS "%.15g"

/* --- the methods --- */

static const MappeMethod *const groups[] = {
  mappe_methods_counts, mappe_methods_areas,  mappe_methods_surveys,
  mappe_methods_series, mappe_methods_charts, mappe_methods_publication,
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MappeMethod *const *one = a, *const *other = b;

  return g_strcmp0 ((*one)->name, (*other)->name);
}

static gpointer
collect_methods (gpointer unused)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MappeMethod *method = groups[i]; method->name != NULL; method++)
      g_ptr_array_add (all, (gpointer) method);
  g_ptr_array_sort (all, compare_names);
  return all;
}

/**
 * mappe_methods:
 * @n_methods: (out): how many
 *
 * Returns: (transfer none) (array length=n_methods): all methods, by name
 */
const MappeMethod *const *
mappe_methods (guint *n_methods)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *all = g_once (&once, collect_methods, NULL);

  *n_methods = all->len;
  return (const MappeMethod *const *) all->pdata;
}

/** mappe_method_find: Returns: (transfer none) (nullable): the method called @name */
const MappeMethod *
mappe_method_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MappeMethod *method = groups[i]; method->name != NULL; method++)
      if (g_strcmp0 (method->name, name) == 0)
        return method;
  return NULL;
}

/** mappe_method_n_inputs: Returns: number of input columns */
guint
mappe_method_n_inputs (const MappeMethod *self)
{
  guint n = 0;

  while (self->inputs[n].name != NULL)
    n++;
  return n;
}

/** mappe_method_outputs: Returns: (transfer full): the headings of the answer */
GStrv
mappe_method_outputs (const MappeMethod *self)
{
  return g_strsplit (self->outputs, " ", -1);
}

/* --- running --- */

static void
clear_values (MappeMethodValue *values, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (values[i].numbers);
}

/* Where the inputs are at fault, nothing of the answer is available, and the status says why. */
static void
answer_nothing (const MappeMethod *self, MappeMethodAnswer *answer)
{
  g_auto (GStrv) outputs = mappe_method_outputs (self);

  g_ptr_array_set_size (answer->cells, 0);
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      gboolean tells = g_str_equal (outputs[i], "status") || g_str_equal (outputs[i], "code");

      mappe_answer_text (answer, tells ? mappe_stats_status_word (MAPPE_STATS_BAD_INPUT) : "NA");
    }
}

/**
 * mappe_method_run:
 * @self: a method
 * @cells: (array): the text of each input column
 * @series: (nullable): reads a series that a cell refers to
 * @user_data: for @series
 * @fault: (out): what is wrong with the row
 * @error: return location for what @series reports, with MAPPE_METHOD_NO_SERIES in @fault
 *
 * A row at fault is answered with NA and the status bad_input: there is always an answer and never a figure that
 * was computed from a half of its inputs.
 *
 * Returns: (transfer full): the text of each output column
 */
GStrv
mappe_method_run (const MappeMethod *self,
                  const char *const *cells,
                  MappeSeriesFunc series,
                  gpointer user_data,
                  MappeMethodFault *fault,
                  GError **error)
{
  MappeMethodValue values[MOST_INPUTS] = { 0 };
  MappeMethodAnswer answer = { g_ptr_array_new_with_free_func (g_free), fault };
  guint n = mappe_method_n_inputs (self);
  guint read = 0;

  g_return_val_if_fail (n <= MOST_INPUTS, NULL);
  *fault = (MappeMethodFault){ 0 };
  while (read < n && fault->problem == MAPPE_METHOD_FINE)
    {
      if (!mappe_method_read (&self->inputs[read], cells[read], series, user_data, &values[read], fault, error))
        fault->column = read;
      read++;
    }
  if (fault->problem == MAPPE_METHOD_FINE)
    self->run (values, &answer);
  if (fault->problem != MAPPE_METHOD_FINE)
    answer_nothing (self, &answer);
  clear_values (values, read);
  g_ptr_array_add (answer.cells, NULL);
  return (GStrv) g_ptr_array_free (answer.cells, FALSE);
}

/* --- answers --- */

/** mappe_method_number: Returns: (transfer full): @value with 15 digits and a point; NA, Inf, -Inf; no -0 */
char *
mappe_method_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("NA");
  if (isinf (value))
    return g_strdup (value > 0 ? "Inf" : "-Inf");
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, DIGITS, value == 0 ? 0 : value));
}

/** mappe_answer_number: adds a cell with a number */
void
mappe_answer_number (MappeMethodAnswer *self, double value)
{
  g_ptr_array_add (self->cells, mappe_method_number (value));
}

/** mappe_answer_interval: adds two cells, for the lower and the upper end */
void
mappe_answer_interval (MappeMethodAnswer *self, MappeInterval interval)
{
  mappe_answer_number (self, interval.lo);
  mappe_answer_number (self, interval.hi);
}

/** mappe_answer_numbers: adds a cell with a list of numbers; NA of an empty one */
void
mappe_answer_numbers (MappeMethodAnswer *self, const double *values, gsize n)
{
  GString *text = g_string_new (n > 0 ? NULL : "NA");

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *number = mappe_method_number (values[i]);

      if (i > 0)
        g_string_append_c (text, ';');
      g_string_append (text, number);
    }
  g_ptr_array_add (self->cells, g_string_free (text, FALSE));
}

/** mappe_answer_places: adds a cell with a list of places, counted from 1; "none" of an empty one */
void
mappe_answer_places (MappeMethodAnswer *self, const gsize *places, gsize n)
{
  GString *text = g_string_new (n > 0 ? NULL : "none");

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%" G_GSIZE_FORMAT, i > 0 ? ";" : "", places[i]);
  g_ptr_array_add (self->cells, g_string_free (text, FALSE));
}

/** mappe_answer_text: adds a cell with a word; NA for %NULL */
void
mappe_answer_text (MappeMethodAnswer *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text != NULL ? text : "NA"));
}

/** mappe_answer_status: adds a cell with the word of @status */
void
mappe_answer_status (MappeMethodAnswer *self, MappeStatsStatus status)
{
  mappe_answer_text (self, mappe_stats_status_word (status));
}

/** mappe_answer_fault: the row cannot be answered after all; the cells so far are dropped */
void
mappe_answer_fault (MappeMethodAnswer *self, guint column, gsize place, MappeMethodProblem problem)
{
  *self->fault = (MappeMethodFault){ column, place, problem };
}

/** mappe_answer_same_length: Returns: whether both lists are of one length; a fault is noted if not */
gboolean
mappe_answer_same_length (MappeMethodAnswer *self, const MappeMethodValue *in, guint column, guint other)
{
  if (in[column].n == in[other].n)
    return TRUE;
  mappe_answer_fault (self, column, 0, MAPPE_METHOD_UNEQUAL);
  return FALSE;
}
