/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-stats.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-csv.h"
#include "mappe-series.h"

/* So that anyone can recompute what the program states: rows of inputs in, rows of results out. */

#define CASE "case_id"
/* A series of a hundred thousand values fits into a cell several times over. */
#define MOST_ROW_BYTES (64 * 1024 * 1024)
/* Rows at fault that are told one by one. */
#define MOST_COMPLAINTS 100

/* Where the columns of the method stand in the table. */
typedef struct {
  const MappeMethod *method;
  MappeCsvReader *reader;
  char *folder; /* of the table, which the series are named from */
  guint case_at;
  guint *at;          /* of each input column */
  const char **cells; /* of each input column, of the row at hand */
  guint n_inputs;
  guint complaints;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->reader, mappe_csv_reader_free);
  g_free (self->folder);
  g_free (self->at);
  g_free (self->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static gboolean
list_methods (MappeCli *cli, GError **error)
{
  guint n_methods;
  const MappeMethod *const *methods = mappe_methods (&n_methods);

  for (guint i = 0; i < n_methods; i++)
    if (!mappe_cli_print (cli, error, "%s\t%s\n", methods[i]->name, mappe_cli_method_summary (methods[i]->name)))
      return FALSE;
  return TRUE;
}

static gboolean
find_column (const Sheet *self, const char *const *heading, const char *name, guint *at, GError **error)
{
  guint n_found = 0;

  for (guint i = 0; heading != NULL && i < mappe_csv_reader_n_fields (self->reader); i++)
    if (g_str_equal (heading[i], name) && n_found++ == 0)
      *at = i;
  if (n_found == 1)
    return TRUE;
  if (n_found > 1)
    return mappe_cli_wrong (error, _("%s:1: there are %u columns “%s”; only one can be meant"),
                            mappe_csv_reader_name (self->reader), n_found, name);
  return mappe_cli_wrong (error, _("%s:1: there is no column “%s”; “%s” needs case_id and its own columns"),
                          mappe_csv_reader_name (self->reader), name, self->method->name);
}

/* What the reader found is the fault of the table, what the disk did is not. */
static gboolean
take_reader_error (GError *cause, GError **error)
{
  if (cause->domain == MAPPE_CSV_ERROR)
    mappe_cli_wrong (error, "%s", cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
  return FALSE;
}

static gboolean
open_sheet (Sheet *self, const char *path, GError **error)
{
  const MappeCsvLimits limits = { G_GUINT64_CONSTANT (1) << 30, MOST_ROW_BYTES, 1000 };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) cause = NULL;
  const char *const *heading;
  gboolean found;

  if (stream == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  self->folder = g_path_get_dirname (path);
  self->reader = mappe_csv_reader_new (G_INPUT_STREAM (stream), name, ',', &limits);
  heading = mappe_csv_reader_next (self->reader, &cause);
  if (cause != NULL)
    return take_reader_error (cause, error);
  self->n_inputs = mappe_method_n_inputs (self->method);
  self->at = g_new0 (guint, self->n_inputs);
  self->cells = g_new0 (const char *, self->n_inputs + 1);
  found = find_column (self, heading, CASE, &self->case_at, error);
  for (guint i = 0; found && i < self->n_inputs; i++)
    found = find_column (self, heading, self->method->inputs[i].name, &self->at[i], error);
  return found;
}

static GArray *
read_series (const char *reference, gpointer user_data, GError **error)
{
  const Sheet *self = user_data;

  return mappe_series_read (self->folder, reference, error);
}

static void
complain (Sheet *self, const MappeMethodFault *fault, const GError *cause)
{
  g_autofree char *text = mappe_cli_fault_text (self->method, fault, self->cells[fault->column], cause);

  if (self->complaints < MOST_COMPLAINTS)
    mappe_cli_complain ("stats: %s:%" G_GUINT64_FORMAT ": %s", mappe_csv_reader_name (self->reader),
                        mappe_csv_reader_line (self->reader), text);
  else if (self->complaints == MOST_COMPLAINTS)
    mappe_cli_complain (_("stats: %s: more rows that cannot be taken are not told one by one"),
                        mappe_csv_reader_name (self->reader));
  self->complaints++;
}

static gboolean
write_row (MappeCli *cli, const char *name, char **cells, gboolean first, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  g_ptr_array_add (row, (gpointer) name);
  for (guint i = 0; cells[i] != NULL; i++)
    g_ptr_array_add (row, cells[i]);
  return mappe_csv_write_row (cli->out, (const char *const *) row->pdata, row->len, MAPPE_CSV_PLAIN, first, error);
}

static gboolean
answer_row (MappeCli *cli, Sheet *self, const char *const *row, GError **error)
{
  MappeMethodFault fault;
  g_autoptr (GError) cause = NULL;
  g_auto (GStrv) answer = NULL;

  for (guint i = 0; i < self->n_inputs; i++)
    self->cells[i] = row[self->at[i]];
  answer = mappe_method_run (self->method, self->cells, read_series, self, &fault, &cause);
  if (fault.problem != MAPPE_METHOD_FINE)
    {
      complain (self, &fault, cause);
      cli->exit = MAPPE_EXIT_CONTENT;
    }
  return write_row (cli, row[self->case_at], answer, FALSE, error);
}

static gboolean
answer_sheet (MappeCli *cli, Sheet *self, GError **error)
{
  g_auto (GStrv) outputs = mappe_method_outputs (self->method);
  g_autoptr (GError) cause = NULL;
  const char *const *row;

  if (!write_row (cli, CASE, outputs, TRUE, error))
    return FALSE;
  while ((row = mappe_csv_reader_next (self->reader, &cause)) != NULL)
    if (!answer_row (cli, self, row, error))
      return FALSE;
  return cause == NULL || take_reader_error (cause, error);
}

/* The heading that a table for the method begins with. */
static gboolean
print_columns (MappeCli *cli, const MappeMethod *method, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < mappe_method_n_inputs (method); i++)
    g_ptr_array_add (names, (gpointer) method->inputs[i].name);
  g_ptr_array_add (names, NULL);
  return write_row (cli, CASE, (char **) names->pdata, TRUE, error);
}

/** mappe_cli_stats: Computes a statistic for each row of a table; without arguments lists what can be computed. */
gboolean
mappe_cli_stats (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  gboolean columns = FALSE;
  const GOptionEntry entries[] = {
    { "columns", 'c', 0, G_OPTION_ARG_NONE, &columns, N_("Print the heading of the method’s table only"), NULL },
    { NULL }
  };
  g_auto (Sheet) sheet = { 0 };

  if (!mappe_cli_parse (cli, entries, arguments, 0, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL && list_methods (cli, error);
  if (rest[0] == NULL)
    return list_methods (cli, error);
  sheet.method = mappe_method_find (rest[0]);
  if (sheet.method == NULL)
    return mappe_cli_usage (error, _("there is no method “%s”; “mappe stats” lists them"), rest[0]);
  if (columns)
    return print_columns (cli, sheet.method, error);
  if (rest[1] == NULL)
    return mappe_cli_usage (error, _("too few arguments"));
  return open_sheet (&sheet, rest[1], error) && answer_sheet (cli, &sheet, error);
}
