/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-method-private.h"
#include "mappe-number.h"

/* From text to values. */

/* No figure of a council is larger, and none of them but 0 smaller than its inverse: their squares and products
 * can still be held. */
#define LARGEST 1e100

static gboolean
is_missing_text (const char *text)
{
  return *text == '\0' || g_str_equal (text, "NA");
}

static MappeMethodProblem
check_number (MappeMethodForm form, double value)
{
  if (isnan (value))
    return MAPPE_METHOD_FINE;
  if (isinf (value))
    return MAPPE_METHOD_NOT_FINITE;
  if (fabs (value) > LARGEST || (value != 0 && fabs (value) < 1 / LARGEST))
    return fabs (value) > 1 ? MAPPE_METHOD_TOO_LARGE : MAPPE_METHOD_TOO_SMALL;
  switch (form)
    {
    case MAPPE_METHOD_AMOUNT:
    case MAPPE_METHOD_AMOUNTS:
      return value >= 0 ? MAPPE_METHOD_FINE : MAPPE_METHOD_NEGATIVE;
    case MAPPE_METHOD_COUNT:
    case MAPPE_METHOD_COUNTS:
    case MAPPE_METHOD_TABLE:
      if (!(value >= 0))
        return MAPPE_METHOD_NEGATIVE;
      return floor (value) == value ? mappe_stats_is_count (value) ? MAPPE_METHOD_FINE : MAPPE_METHOD_TOO_LARGE
                                    : MAPPE_METHOD_NOT_WHOLE;
    case MAPPE_METHOD_PLACE:
    case MAPPE_METHOD_PLACES:
      return value >= 1 && mappe_stats_is_count (value) ? MAPPE_METHOD_FINE : MAPPE_METHOD_NOT_A_PLACE;
    case MAPPE_METHOD_SHARE:
      return mappe_stats_is_share (value) ? MAPPE_METHOD_FINE : MAPPE_METHOD_NOT_A_SHARE;
    case MAPPE_METHOD_FLAG:
      return value == 0 || value == 1 ? MAPPE_METHOD_FINE : MAPPE_METHOD_NOT_A_FLAG;
    case MAPPE_METHOD_TEXT:
    case MAPPE_METHOD_REAL:
    case MAPPE_METHOD_WORD:
    case MAPPE_METHOD_WORD_OR_REAL:
    case MAPPE_METHOD_REALS:
    default:
      return MAPPE_METHOD_FINE;
    }
}

static MappeMethodProblem
read_number (MappeMethodForm form, const char *text, double *value)
{
  static const char *const endless[] = { "Inf", "+Inf", "-Inf", "inf", "-inf", "NaN", "nan", NULL };

  *value = NAN;
  if (is_missing_text (text))
    return MAPPE_METHOD_FINE;
  if (g_strv_contains (endless, text))
    return MAPPE_METHOD_NOT_FINITE;
  if (!mappe_real_parse (text, value))
    return MAPPE_METHOD_NOT_A_NUMBER;
  return check_number (form, *value);
}

/* --- words --- */

static gboolean
read_word (const MappeMethodColumn *column, const char *text, MappeMethodValue *value)
{
  g_auto (GStrv) words = g_strsplit (column->words, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      {
        value->number = i;
        value->is_word = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* --- lists --- */

static MappeMethodProblem
add_values (MappeMethodForm form, const char *text, GArray *values, gsize *place)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  MappeMethodProblem problem = MAPPE_METHOD_FINE;

  for (guint i = 0; parts[i] != NULL && problem == MAPPE_METHOD_FINE; i++)
    {
      double value;

      problem = read_number (form, g_strstrip (parts[i]), &value);
      g_array_append_val (values, value);
      *place = values->len;
    }
  return problem;
}

static MappeMethodProblem
read_table (const char *text, MappeMethodValue *value, GArray *values, gsize *place)
{
  g_auto (GStrv) rows = g_strsplit (text, "/", -1);
  gsize width = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      gsize before = values->len;
      MappeMethodProblem problem = add_values (MAPPE_METHOD_TABLE, rows[i], values, place);

      if (problem != MAPPE_METHOD_FINE)
        return problem;
      if (i > 0 && values->len - before != width)
        return MAPPE_METHOD_UNEQUAL;
      width = values->len - before;
      value->n_rows = i + 1;
    }
  return MAPPE_METHOD_FINE;
}

/* A series of a file has passed no check yet. */
static MappeMethodProblem
check_series (MappeMethodForm form, const GArray *values, gsize *place)
{
  for (guint i = 0; i < values->len; i++)
    {
      MappeMethodProblem problem = check_number (form, g_array_index (values, double, i));

      *place = i + 1;
      if (problem != MAPPE_METHOD_FINE)
        return problem;
    }
  return MAPPE_METHOD_FINE;
}

static MappeMethodProblem
read_list (const MappeMethodColumn *column,
           const char *cell,
           MappeSeriesFunc series,
           gpointer user_data,
           MappeMethodValue *value,
           gsize *place,
           GError **error)
{
  g_autoptr (GArray) values = NULL;
  MappeMethodProblem problem = MAPPE_METHOD_FINE;

  if (strchr (cell, '#') != NULL && series != NULL)
    {
      values = series (cell, user_data, error);
      if (values == NULL)
        return MAPPE_METHOD_NO_SERIES;
      problem = check_series (column->form, values, place);
    }
  else
    {
      values = g_array_new (FALSE, FALSE, sizeof (double));
      if (column->form == MAPPE_METHOD_TABLE)
        problem = read_table (cell, value, values, place);
      else if (*cell != '\0' && !g_str_equal (cell, "none"))
        problem = add_values (column->form, cell, values, place);
    }
  if (problem == MAPPE_METHOD_FINE && values->len > MAPPE_METHOD_MOST_VALUES)
    problem = MAPPE_METHOD_TOO_LONG;
  value->n = values->len;
  value->numbers = (double *) g_array_free (g_steal_pointer (&values), FALSE);
  return problem;
}

/**
 * mappe_method_read:
 * @column: what is expected
 * @cell: the text
 * @series: (nullable): reads a series that @cell refers to
 * @user_data: for @series
 * @value: (out): what was read; its @numbers must be freed
 * @fault: (out): place and problem, left alone if there is none
 *
 * Returns: whether @cell can be taken
 */
gboolean
mappe_method_read (const MappeMethodColumn *column,
                   const char *cell,
                   MappeSeriesFunc series,
                   gpointer user_data,
                   MappeMethodValue *value,
                   MappeMethodFault *fault,
                   GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  MappeMethodProblem problem = MAPPE_METHOD_FINE;
  gsize place = 0;

  *value = (MappeMethodValue){ .text = cell, .number = NAN, .is_missing = is_missing_text (text) };
  if (column->form >= MAPPE_METHOD_REALS)
    problem = read_list (column, text, series, user_data, value, &place, error);
  else if (column->form == MAPPE_METHOD_WORD)
    problem = read_word (column, text, value) ? MAPPE_METHOD_FINE : MAPPE_METHOD_NO_SUCH_WORD;
  else if (column->form == MAPPE_METHOD_WORD_OR_REAL)
    problem =
        read_word (column, text, value) ? MAPPE_METHOD_FINE : read_number (column->form, text, &value->number);
  else if (column->form != MAPPE_METHOD_TEXT)
    problem = read_number (column->form, text, &value->number);
  if (problem == MAPPE_METHOD_FINE)
    return TRUE;
  fault->problem = problem;
  fault->place = problem == MAPPE_METHOD_NO_SERIES || problem == MAPPE_METHOD_TOO_LONG ? 0 : place;
  return FALSE;
}
