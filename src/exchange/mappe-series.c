/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-number.h"

G_DEFINE_QUARK (mappe - series - error - quark, mappe_series_error)

/* A reference taken apart. */
typedef struct {
  char *path;
  char *column;
  gint64 first, last; /* data rows, from 1 */
  char *filter;       /* (nullable): a column … */
  char *value;        /* … that must hold this */
} Reference;

static void
reference_free (Reference *self)
{
  g_free (self->path);
  g_free (self->column);
  g_free (self->filter);
  g_free (self->value);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

static gboolean
read_rows (Reference *self, const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);

  return ends[0] != NULL && ends[1] != NULL && mappe_int_parse (ends[0], &self->first) &&
         mappe_int_parse (ends[1], &self->last) && self->first >= 1 && self->last >= self->first;
}

static gboolean
read_condition (Reference *self, const char *text)
{
  const char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    return FALSE;
  if (g_str_has_prefix (text, "rows="))
    return read_rows (self, sign + 1);
  if (self->filter != NULL)
    return FALSE;
  self->filter = g_strndup (text, (gsize) (sign - text));
  self->value = g_strdup (sign + 1);
  return TRUE;
}

static Reference *
reference_parse (const char *text, GError **error)
{
  g_autoptr (Reference) self = g_new0 (Reference, 1);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const char *sign = strchr (parts[0] != NULL ? parts[0] : "", '#');
  gboolean good = sign != NULL && sign != parts[0] && sign[1] != '\0';

  self->first = 1;
  self->last = G_MAXINT64;
  if (good)
    {
      self->path = g_strndup (parts[0], (gsize) (sign - parts[0]));
      self->column = g_strdup (sign + 1);
    }
  for (guint i = 1; good && parts[i] != NULL; i++)
    good = read_condition (self, parts[i]);
  if (good)
    return g_steal_pointer (&self);
  g_set_error (error, MAPPE_SERIES_ERROR, MAPPE_SERIES_ERROR_REFERENCE,
               _("“%s” is not like FILE.csv#COLUMN, with “;rows=A-B” or “;COLUMN=VALUE”"), text);
  return NULL;
}

/* The number of a column of the heading; -1 with an error. Of two columns of one name nobody knows which is meant. */
static int
find_column (MappeCsvReader *reader, const char *const *heading, const char *name, GError **error)
{
  int found = -1;
  gboolean twice = FALSE;

  for (guint i = 0; i < mappe_csv_reader_n_fields (reader); i++)
    if (g_str_equal (heading[i], name))
      {
        twice = found >= 0;
        found = (int) i;
      }
  if (found >= 0 && !twice)
    return found;
  g_set_error (error, MAPPE_SERIES_ERROR, MAPPE_SERIES_ERROR_COLUMN,
               twice ? _("%s: there are two columns “%s”") : _("%s: there is no column “%s”"),
               mappe_csv_reader_name (reader), name);
  return -1;
}

static gboolean
add_value (GArray *values, MappeCsvReader *reader, const Reference *reference, const char *text, GError **error)
{
  double value = NAN;

  if (*text != '\0' && !g_str_equal (text, "NA") && !mappe_real_parse (text, &value))
    {
      g_set_error (error, MAPPE_SERIES_ERROR, MAPPE_SERIES_ERROR_VALUE,
                   _("%s:%u: column “%s”: “%s” is not a number"), mappe_csv_reader_name (reader),
                   (guint) mappe_csv_reader_line (reader), reference->column, text);
      return FALSE;
    }
  g_array_append_val (values, value);
  return TRUE;
}

static GArray *
read_values (MappeCsvReader *reader, const Reference *reference, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) cause = NULL;
  const char *const *cells = mappe_csv_reader_next (reader, &cause);
  int column = cells != NULL ? find_column (reader, cells, reference->column, &cause) : -1;
  int filter =
      column >= 0 && reference->filter != NULL ? find_column (reader, cells, reference->filter, &cause) : -1;

  for (gint64 row = 1; column >= 0 && cause == NULL && row <= reference->last; row++)
    {
      cells = mappe_csv_reader_next (reader, &cause);
      if (cells == NULL)
        break;
      if (row >= reference->first && (filter < 0 || g_str_equal (cells[filter], reference->value)) &&
          !add_value (values, reader, reference, cells[column], &cause))
        break;
    }
  if (cause == NULL)
    return g_steal_pointer (&values);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/**
 * mappe_series_read:
 * @folder: what a relative path in @reference begins at
 * @reference: "FILE.csv#COLUMN", perhaps with ";rows=A-B" (data rows, the first is 1) or ";COLUMN=VALUE" (rows in
 * which another column holds this)
 * @error: return location for a #MappeSeriesError, #MappeCsvError or #GIOErrorEnum
 *
 * Reads one column of a table: an empty cell or NA is a gap.
 *
 * Returns: (transfer full) (nullable) (element-type double): the values in order, NAN for gaps
 */
GArray *
mappe_series_read (const char *folder, const char *reference, GError **error)
{
  g_autoptr (Reference) parsed = reference_parse (reference, error);
  g_autoptr (MappeCsvReader) reader = NULL;
  g_autofree char *path = NULL;

  if (parsed == NULL)
    return NULL;
  path =
      g_path_is_absolute (parsed->path) ? g_strdup (parsed->path) : g_build_filename (folder, parsed->path, NULL);
  /* A pipe or a device may never end. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, MAPPE_SERIES_ERROR, MAPPE_SERIES_ERROR_REFERENCE, _("%s is not an ordinary file"),
                   parsed->path);
      return NULL;
    }
  reader = mappe_csv_reader_open (path, '\0', error);
  return reader != NULL ? read_values (reader, parsed, error) : NULL;
}
