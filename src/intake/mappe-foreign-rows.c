/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-foreign-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-foreign-error.h"

enum { MOST_ROWS = 2000000 };

/* --- the row in front --- */

/** mappe_foreign_rows_clear_row: Makes room for the record that begins at @line. */
void
mappe_foreign_rows_clear_row (MappeForeignRows *self, guint64 line)
{
  g_strfreev (self->row.cells);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->uid, g_free);
  self->row = (MappeForeignRow) { .line = line, .cells = g_new0 (char *, self->n_columns + 1) };
  for (guint i = 0; i < self->n_columns; i++)
    self->row.cells[i] = g_strdup ("");
}

/** mappe_foreign_rows_put: Puts @text into a cell, behind what stands there, with @joiner between. */
void
mappe_foreign_rows_put (MappeForeignRows *self, guint column, const char *text, const char *joiner)
{
  char *cell = self->row.cells[column];

  if (text == NULL || *text == '\0' || strlen (cell) > 1024 * 1024)
    return;
  self->row.cells[column] = *cell == '\0' ? g_strdup (text) : g_strconcat (cell, joiner, text, NULL);
  g_free (cell);
}

/* --- tables --- */

/* Which other mark would part the row as the first one was parted. */
static char
other_separator (const MappeForeignRows *self, const char *const *cells)
{
  static const char candidates[] = { ';', '\t', ',', '|' };

  for (guint i = 0; cells[0] != NULL && cells[1] == NULL && i < G_N_ELEMENTS (candidates); i++)
    {
      guint n = 1;

      for (const char *at = cells[0]; *at != '\0'; at++)
        n += *at == candidates[i];
      if (n == self->n_columns && candidates[i] != self->file->separator)
        return candidates[i];
    }
  return '\0';
}

static void
complain_width (MappeForeignRows *self, const char *const *cells, guint n_cells)
{
  char other = self->n_columns > 1 ? other_separator (self, cells) : '\0';

  if (other != '\0')
    self->fault = g_strdup_printf (_("the row is parted by “%c”, the first one by “%c”"), other == '\t' ? ' ' : other,
                                   self->file->separator == '\t' ? ' ' : self->file->separator);
  else
    self->fault = g_strdup_printf (_("the row has %u columns instead of %u"), n_cells, self->n_columns);
}

static gboolean
is_blank (const char *const *cells)
{
  for (; *cells != NULL; cells++)
    for (const char *at = *cells; *at != '\0'; at = g_utf8_next_char (at))
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
  return TRUE;
}

/* Spreadsheets write empty cells beyond the last column; text there is a row that was parted wrongly. */
static guint
used_cells (const char *const *cells, guint n_cells)
{
  while (n_cells > 0 && *cells[n_cells - 1] == '\0')
    n_cells--;
  return n_cells;
}

static gboolean
fail_read (GError *cause, GError **error)
{
  int code = cause->domain == MAPPE_CSV_ERROR && cause->code == MAPPE_CSV_ERROR_LIMIT ? MAPPE_FOREIGN_ERROR_LIMIT
             : cause->domain == MAPPE_CSV_ERROR && cause->code == MAPPE_CSV_ERROR_FORM ? MAPPE_FOREIGN_ERROR_FORM
                                                                                       : MAPPE_FOREIGN_ERROR_ENCODING;

  if (cause->domain != MAPPE_CSV_ERROR && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error_literal (error, MAPPE_FOREIGN_ERROR, code, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
next_of_table (MappeForeignRows *self, gboolean *has_row, GError **error)
{
  GError *cause = NULL;
  const char *const *cells;
  guint n_cells;

  do
    cells = mappe_csv_reader_next (self->table, &cause);
  while (cells != NULL && is_blank (cells));
  *has_row = cells != NULL;
  if (cause != NULL)
    return fail_read (cause, error);
  if (cells == NULL)
    return TRUE;
  mappe_foreign_rows_clear_row (self, mappe_csv_reader_line (self->table));
  n_cells = mappe_csv_reader_n_cells (self->table);
  if (n_cells < self->n_columns || used_cells (cells, n_cells) > self->n_columns)
    {
      complain_width (self, cells, n_cells);
      g_strfreev (self->row.cells);
      self->row.cells = g_strdupv ((char **) cells);
    }
  else
    for (guint i = 0; i < self->n_columns; i++)
      mappe_foreign_rows_put (self, i, cells[i], "");
  self->row.fault = self->fault;
  return TRUE;
}

static GStrv
numbered_columns (guint n)
{
  GStrv columns = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    columns[i] = g_strdup_printf (_("Column %u"), i + 1);
  return columns;
}

static void
open_reader (MappeForeignRows *self, GInputStream *stream)
{
  static const MappeCsvLimits limits = { 4 * MAPPE_FOREIGN_MOST_BYTES, 16 * 1024 * 1024, 1000, 1024 * 1024 };

  self->table = mappe_csv_reader_new (stream, self->file->name, self->file->separator, &limits);
  mappe_csv_reader_set_lenient (self->table);
}

/* Without a heading the first row is read twice, so that one knows how many columns there are. */
static gboolean
begin_table (MappeForeignRows *self, GInputStream *stream, gboolean has_head, GError **error)
{
  GError *cause = NULL;
  g_autoptr (GInputStream) again = NULL;
  const char *const *cells;

  open_reader (self, stream);
  self->next = next_of_table;
  do
    cells = mappe_csv_reader_next (self->table, &cause);
  while (cells != NULL && is_blank (cells));
  if (cause != NULL)
    return fail_read (cause, error);
  if (cells == NULL)
    {
      self->columns = g_new0 (char *, 1);
      return TRUE;
    }
  self->n_columns = mappe_csv_reader_n_cells (self->table);
  if (has_head)
    {
      self->n_columns = MAX (used_cells (cells, self->n_columns), 1);
      self->columns = g_strdupv ((char **) cells);
      return TRUE;
    }
  self->columns = numbered_columns (self->n_columns);
  again = mappe_foreign_file_read (self->file, self->cancellable, error);
  if (again == NULL)
    return FALSE;
  g_clear_pointer (&self->table, mappe_csv_reader_free);
  open_reader (self, again);
  return TRUE;
}

/* --- columns that the form of the file gives --- */

static GStrv
columns_of_cards (void)
{
  const char *const names[] = {
    [MAPPE_CARD_TITLE] = _("Title"),         [MAPPE_CARD_FIRST_NAME] = _("First name"),
    [MAPPE_CARD_LAST_NAME] = _("Last name"), [MAPPE_CARD_ORGANISATION] = _("Organisation"),
    [MAPPE_CARD_UNIT] = _("Contact point"),  [MAPPE_CARD_POSITION] = _("Role"),
    [MAPPE_CARD_FUNCTION] = _("Function"),   [MAPPE_CARD_EMAIL] = _("E-mail"),
    [MAPPE_CARD_MORE_EMAIL] = _("Further e-mail"), [MAPPE_CARD_PHONE] = _("Telephone"),
    [MAPPE_CARD_ADDRESS] = _("Address"),     [MAPPE_CARD_NOTE] = _("Notes"),
    [MAPPE_CARD_N] = NULL,
  };

  return g_strdupv ((char **) names);
}

static GStrv
columns_of_appointments (void)
{
  const char *const names[] = {
    [MAPPE_APPOINTMENT_TITLE] = _("Title"),       [MAPPE_APPOINTMENT_START_ON] = _("Begins on"),
    [MAPPE_APPOINTMENT_START_AT] = _("Begin"),    [MAPPE_APPOINTMENT_END_ON] = _("Ends on"),
    [MAPPE_APPOINTMENT_END_AT] = _("End"),        [MAPPE_APPOINTMENT_PLACE] = _("Place"),
    [MAPPE_APPOINTMENT_NOTE] = _("Notes"),        [MAPPE_APPOINTMENT_N] = NULL,
  };

  return g_strdupv ((char **) names);
}

static gboolean
begin (MappeForeignRows *self, GInputStream *stream, gboolean has_head, GError **error)
{
  switch (self->file->form)
    {
    case MAPPE_FOREIGN_CARDS:
      self->columns = columns_of_cards ();
      self->next = mappe_cards_next;
      break;
    case MAPPE_FOREIGN_APPOINTMENTS:
      self->columns = columns_of_appointments ();
      self->next = mappe_appointments_next;
      if (!mappe_appointments_begin (self, error))
        return FALSE;
      break;
    case MAPPE_FOREIGN_TABLE:
    default:
      return begin_table (self, stream, has_head, error);
    }
  self->n_columns = g_strv_length (self->columns);
  self->content = mappe_content_reader_new (stream, self->file->name);
  return TRUE;
}

/**
 * mappe_foreign_rows_open:
 * @file: lives as long
 * @has_head: of a table: whether its first row names the columns
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): before the first record
 */
MappeForeignRows *
mappe_foreign_rows_open (const MappeForeignFile *file, gboolean has_head, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = mappe_foreign_file_read (file, cancellable, error);
  g_autoptr (MappeForeignRows) self = NULL;

  if (stream == NULL)
    return NULL;
  self = g_new0 (MappeForeignRows, 1);
  self->file = file;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->pending = g_ptr_array_new_with_free_func (g_free);
  return begin (self, stream, has_head, error) ? g_steal_pointer (&self) : NULL;
}

/** mappe_foreign_rows_free: @self: (transfer full) */
void
mappe_foreign_rows_free (MappeForeignRows *self)
{
  g_clear_pointer (&self->table, mappe_csv_reader_free);
  g_clear_pointer (&self->content, mappe_content_reader_free);
  g_clear_pointer (&self->overridden, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->pending);
  g_strfreev (self->columns);
  g_strfreev (self->row.cells);
  g_free (self->fault);
  g_free (self->note);
  g_free (self->uid);
  g_free (self);
}

/** mappe_foreign_rows_columns: Returns: (transfer none) (array zero-terminated=1): the names of the columns */
const char *const *
mappe_foreign_rows_columns (MappeForeignRows *self)
{
  return (const char *const *) self->columns;
}

/** mappe_foreign_rows_n_columns: Returns: how many columns there are; 0 in an empty table */
guint
mappe_foreign_rows_n_columns (MappeForeignRows *self)
{
  return self->n_columns;
}

/**
 * mappe_foreign_rows_next:
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Returns: (transfer none) (nullable): the next record, until the next call; %NULL at the end, or with @error set
 */
const MappeForeignRow *
mappe_foreign_rows_next (MappeForeignRows *self, GError **error)
{
  gboolean has_row;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (self->n_rows++ >= MOST_ROWS)
    {
      g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_LIMIT, _("%s: the file has more than %u rows"),
                   self->file->name, MOST_ROWS);
      return NULL;
    }
  return self->next (self, &has_row, error) && has_row ? &self->row : NULL;
}

/** mappe_foreign_rows_permille: Returns: how much of the file was read, of 1000 */
guint
mappe_foreign_rows_permille (MappeForeignRows *self)
{
  guint64 bytes = self->table != NULL ? mappe_csv_reader_bytes (self->table)
                                      : mappe_content_reader_bytes (self->content);

  return self->file->bytes == 0 ? 1000 : (guint) MIN (bytes * 1000 / self->file->bytes, 1000);
}
