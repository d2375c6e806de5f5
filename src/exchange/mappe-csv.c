/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Where in the grammar of a row the reader stands. */
typedef enum {
  STATE_START,    /* of a field */
  STATE_PLAIN,    /* in a field without quotes */
  STATE_QUOTED,   /* between quotes */
  STATE_CLOSED,   /* after a quote that ended the field or begins a doubled one */
  STATE_RETURN,   /* after a carriage return */
} State;

typedef enum { STEP_MORE, STEP_ROW, STEP_FAILED } Step;

struct _MappeCsvReader {
  GInputStream  *stream;
  char          *name;
  char           separator;
  MappeCsvLimits limits;

  char          *buffer;
  gsize          at, end;
  guint64        bytes;       /* taken from the stream */
  guint64        line, column;
  guint64        row_line;
  guint64        quote_line, quote_column;

  State          state;
  GString       *text;        /* the fields of the row, each ended by NUL */
  GArray        *starts;      /* gsize: where each begins in @text */
  GPtrArray     *cells;
  guint          n_fields;    /* of the first row; 0 before it */
  gboolean       finished;
  gboolean       lenient;
  gboolean       held_back;   /* the byte after a lone carriage return belongs to the next row */
};

G_DEFINE_QUARK (mappe-csv-error-quark, mappe_csv_error)

static Step fail_at (MappeCsvReader *self, guint64 line, guint64 column, MappeCsvError code, GError **error,
                     const char *format, ...) G_GNUC_PRINTF (6, 7);

static Step
fail_at (MappeCsvReader *self, guint64 line, guint64 column, MappeCsvError code, GError **error,
         const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MAPPE_CSV_ERROR, code, "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s", self->name,
               line, column, what);
  self->finished = TRUE;
  return STEP_FAILED;
}

static Step
fail_here (MappeCsvReader *self, MappeCsvError code, GError **error, const char *what)
{
  return fail_at (self, self->line, self->column, code, error, "%s", what);
}

static gboolean
fill (MappeCsvReader *self, GError **error)
{
  gssize n;

  if (self->at < self->end)
    return TRUE;
  n = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, NULL, error);
  if (n <= 0)
    return FALSE;
  self->at = 0;
  self->end = (gsize) n;
  self->bytes += (guint64) n;
  return TRUE;
}

static void
begin_row (MappeCsvReader *self)
{
  gsize zero = 0;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_array_append_val (self->starts, zero);
  self->state = STATE_START;
  self->row_line = self->line;
}

static Step
begin_field (MappeCsvReader *self, GError **error)
{
  gsize start;

  if (self->starts->len >= self->limits.fields)
    return fail_here (self, MAPPE_CSV_ERROR_LIMIT, error, _("too many columns"));
  g_string_append_c (self->text, '\0');
  start = self->text->len;
  g_array_append_val (self->starts, start);
  self->state = STATE_START;
  return STEP_MORE;
}

static gsize
cell_bytes (MappeCsvReader *self)
{
  return self->text->len - g_array_index (self->starts, gsize, self->starts->len - 1);
}

/* A field without an end is mostly one whose closing quotation mark is missing: then the place to look at is where it
 * begins. */
static Step
fail_length (MappeCsvReader *self, GError **error, const char *what)
{
  if (self->state == STATE_QUOTED)
    return fail_at (self, self->quote_line, self->quote_column, MAPPE_CSV_ERROR_LIMIT, error,
                    _("the quotation mark that begins here is not closed, or column %u is too long"),
                    self->starts->len);
  return fail_at (self, self->line, self->column, MAPPE_CSV_ERROR_LIMIT, error, "%s", what);
}

static Step
take (MappeCsvReader *self, char c, GError **error)
{
  if (self->text->len >= self->limits.row_bytes)
    return fail_length (self, error, _("the row is too long"));
  if (self->limits.cell_bytes > 0 && cell_bytes (self) >= self->limits.cell_bytes)
    {
      g_autofree char *what = g_strdup_printf (_("column %u is too long"), self->starts->len);

      return fail_length (self, error, what);
    }
  g_string_append_c (self->text, c);
  return STEP_MORE;
}

static Step
take_unquoted (MappeCsvReader *self, char c, GError **error)
{
  if (c == '"' && self->state == STATE_START)
    {
      self->state = STATE_QUOTED;
      self->quote_line = self->line;
      self->quote_column = self->column;
      return STEP_MORE;
    }
  if (c == '"' && !self->lenient)
    return fail_here (self, MAPPE_CSV_ERROR_FORM, error,
                      _("a quotation mark inside a field without quotation marks"));
  if (c == self->separator)
    return begin_field (self, error);
  if (c == '\n')
    return STEP_ROW;
  if (c == '\r')
    {
      self->state = STATE_RETURN;
      return STEP_MORE;
    }
  self->state = STATE_PLAIN;
  return take (self, c, error);
}

static Step
take_closed (MappeCsvReader *self, char c, GError **error)
{
  if (c == '"')
    {
      self->state = STATE_QUOTED;
      return take (self, c, error);
    }
  if (c == self->separator)
    return begin_field (self, error);
  if (c == '\n')
    return STEP_ROW;
  if (c != '\r')
    return fail_here (self, MAPPE_CSV_ERROR_FORM, error, _("text after the closing quotation mark"));
  self->state = STATE_RETURN;
  return STEP_MORE;
}

static Step
take_byte (MappeCsvReader *self, char c, GError **error)
{
  if (c == '\0')
    return fail_here (self, MAPPE_CSV_ERROR_FORM, error, _("a NUL character"));
  switch (self->state)
    {
    case STATE_QUOTED:
      if (c != '"')
        return take (self, c, error);
      self->state = STATE_CLOSED;
      return STEP_MORE;
    case STATE_CLOSED:
      return take_closed (self, c, error);
    case STATE_RETURN:
      if (c != '\n' && self->lenient)
        {
          self->at--;
          self->held_back = TRUE;
          return STEP_ROW;
        }
      return c == '\n' ? STEP_ROW
                       : fail_here (self, MAPPE_CSV_ERROR_FORM, error, _("a carriage return without a line feed"));
    case STATE_START:
    case STATE_PLAIN:
    default:
      return take_unquoted (self, c, error);
    }
}

static void
advance (MappeCsvReader *self, char c)
{
  if (c == '\n')
    {
      self->line++;
      self->column = 1;
    }
  else if (((guchar) c & 0xC0) != 0x80)
    self->column++;
}

/* The byte that decides: the first separator of the heading outside of quotes. */
static char
guess_separator (MappeCsvReader *self)
{
  gboolean quoted = FALSE;

  for (gsize i = self->at; i < self->end; i++)
    {
      char c = self->buffer[i];

      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == ',' || c == ';' || c == '\t'))
        return c;
      else if (!quoted && c == '\n')
        break;
    }
  return ',';
}

static gboolean
start (MappeCsvReader *self, GError **error)
{
  if (self->bytes > 0 || !fill (self, error))
    return TRUE;
  if (self->end >= 3 && memcmp (self->buffer, BYTE_ORDER_MARK, 3) == 0)
    self->at = 3;
  if (self->separator == '\0')
    self->separator = guess_separator (self);
  return TRUE;
}

/* Reads to the end of the row that was begun. */
static Step
read_row (MappeCsvReader *self, GError **error)
{
  GError *cause = NULL;
  Step step = STEP_MORE;

  while (step == STEP_MORE)
    {
      char c;

      if (!fill (self, &cause))
        break;
      if (self->bytes > self->limits.bytes)
        return fail_here (self, MAPPE_CSV_ERROR_LIMIT, error, _("the file is too large"));
      c = self->buffer[self->at++];
      step = take_byte (self, c, error);
      if (step != STEP_FAILED)
        advance (self, self->held_back ? '\n' : c);
      self->held_back = FALSE;
    }
  if (step != STEP_MORE)
    return step;
  self->finished = TRUE;
  if (cause != NULL)
    {
      g_propagate_prefixed_error (error, cause, "%s: ", self->name);
      return STEP_FAILED;
    }
  if (self->state == STATE_QUOTED)
    return fail_at (self, self->quote_line, self->quote_column, MAPPE_CSV_ERROR_FORM, error,
                    _("the quotation mark that begins here is not closed"));
  return STEP_ROW;
}

static gboolean
is_blank_row (MappeCsvReader *self)
{
  return self->starts->len == 1 && self->text->len == 0 && self->state != STATE_CLOSED;
}

/* The place of a byte of the row is gone by now; its field is still known. */
static Step
check_row (MappeCsvReader *self, GError **error)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      const char *field = self->text->str + g_array_index (self->starts, gsize, i);

      if (!g_utf8_validate (field, -1, NULL))
        return fail_at (self, self->row_line, 1, MAPPE_CSV_ERROR_ENCODING, error, _("column %u is not UTF-8"),
                        i + 1);
    }
  if (self->n_fields == 0)
    self->n_fields = self->starts->len;
  if (self->starts->len != self->n_fields && !self->lenient)
    return fail_at (self, self->row_line, 1, MAPPE_CSV_ERROR_FORM, error,
                    _("the row has %u columns instead of %u"), self->starts->len, self->n_fields);
  return STEP_ROW;
}

static const char * const *
collect_cells (MappeCsvReader *self)
{
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, self->text->str + g_array_index (self->starts, gsize, i));
  g_ptr_array_add (self->cells, NULL);
  return (const char * const *) self->cells->pdata;
}

/**
 * mappe_csv_reader_new:
 * @stream: where the bytes come from
 * @name: what the messages call it
 * @separator: what stands between fields, or 0 to take the first of "," ";" and tab in the heading
 * @limits: (nullable): what to accept; %NULL is MAPPE_CSV_LIMITS_DEFAULT
 *
 * Returns: (transfer full): a reader before the first row
 */
MappeCsvReader *
mappe_csv_reader_new (GInputStream *stream, const char *name, char separator, const MappeCsvLimits *limits)
{
  static const MappeCsvLimits usual = MAPPE_CSV_LIMITS_DEFAULT;
  MappeCsvReader *self = g_new0 (MappeCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->separator = separator;
  self->limits = limits != NULL ? *limits : usual;
  self->buffer = g_malloc (BUFFER_SIZE);
  self->line = self->column = self->row_line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  return self;
}

/**
 * mappe_csv_reader_open:
 * @path: a file; its name without folders is what the messages call it
 * @separator: see mappe_csv_reader_new()
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
MappeCsvReader *
mappe_csv_reader_open (const char *path, char separator, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *name = g_path_get_basename (path);

  return stream == NULL ? NULL : mappe_csv_reader_new (G_INPUT_STREAM (stream), name, separator, NULL);
}

/**
 * mappe_csv_reader_set_lenient:
 *
 * Takes tables as other programs write them: rows of unequal length, quotation marks within a field that begins without
 * one, and carriage returns that end a row. Who reads judges the length of each row, see mappe_csv_reader_n_cells().
 */
void
mappe_csv_reader_set_lenient (MappeCsvReader *self)
{
  self->lenient = TRUE;
}

/** mappe_csv_reader_free: @self: (transfer full) */
void
mappe_csv_reader_free (MappeCsvReader *self)
{
  g_object_unref (self->stream);
  g_free (self->name);
  g_free (self->buffer);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * mappe_csv_reader_next:
 * @self: a reader
 * @error: return location for a #MappeCsvError or #GIOErrorEnum
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the fields of the next row, valid until the next
 * call; %NULL at the end of the table, or with @error set
 */
const char * const *
mappe_csv_reader_next (MappeCsvReader *self, GError **error)
{
  if (!self->finished && !start (self, error))
    return NULL;
  while (!self->finished)
    {
      begin_row (self);
      if (read_row (self, error) == STEP_FAILED)
        return NULL;
      if (is_blank_row (self))
        continue;
      return check_row (self, error) == STEP_FAILED ? NULL : collect_cells (self);
    }
  return NULL;
}

/** mappe_csv_reader_n_fields: Returns: fields of each row; 0 before the first one was read */
guint
mappe_csv_reader_n_fields (MappeCsvReader *self)
{
  return self->n_fields;
}

/** mappe_csv_reader_n_cells: Returns: fields of the row last read */
guint
mappe_csv_reader_n_cells (MappeCsvReader *self)
{
  return self->starts->len;
}

/** mappe_csv_reader_bytes: Returns: how much was taken from the stream */
guint64
mappe_csv_reader_bytes (MappeCsvReader *self)
{
  return self->bytes;
}

/** mappe_csv_reader_line: Returns: number of the line, from 1, on which the row last read begins */
guint64
mappe_csv_reader_line (MappeCsvReader *self)
{
  return self->row_line;
}

/** mappe_csv_reader_name: Returns: (transfer none): what the messages call the table */
const char *
mappe_csv_reader_name (MappeCsvReader *self)
{
  return self->name;
}

static gboolean
needs_quotes (const char *cell, char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };
  gsize length = strlen (cell);

  return length > 0 && (cell[strcspn (cell, special)] != '\0' || cell[0] == ' ' || cell[length - 1] == ' ');
}

static void
append_cell (GString *out, const char *cell, char separator)
{
  if (!needs_quotes (cell, separator))
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

/**
 * mappe_csv_append_row:
 * @out: text to add to
 * @cells: (array length=n_cells) (element-type utf8): the fields; %NULL is an empty one
 * @n_cells: their number
 * @flags: the form; MAPPE_CSV_BOM puts a byte order mark before the row if @out is empty
 */
void
mappe_csv_append_row (GString *out, const char * const *cells, guint n_cells, MappeCsvFlags flags)
{
  char separator = (flags & MAPPE_CSV_SEMICOLON) != 0 ? ';' : ',';

  if ((flags & MAPPE_CSV_BOM) != 0 && out->len == 0)
    g_string_append (out, BYTE_ORDER_MARK);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      append_cell (out, cells[i] != NULL ? cells[i] : "", separator);
    }
  /* A row of one empty field would be an empty line, which is no row. */
  if (n_cells == 1 && (cells[0] == NULL || *cells[0] == '\0'))
    g_string_append (out, "\"\"");
  g_string_append (out, (flags & MAPPE_CSV_CRLF) != 0 ? "\r\n" : "\n");
}

/**
 * mappe_csv_write_row:
 * @out: where the bytes go
 * @cells: (array length=n_cells) (element-type utf8): the fields; %NULL is an empty one
 * @n_cells: their number
 * @flags: the form
 * @first: whether this is the first row of the table, before which a byte order mark stands
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether all of it was written
 */
gboolean
mappe_csv_write_row (GOutputStream *out, const char * const *cells, guint n_cells, MappeCsvFlags flags,
                     gboolean first, GError **error)
{
  g_autoptr (GString) row = g_string_new (NULL);

  mappe_csv_append_row (row, cells, n_cells, first ? flags : flags & ~MAPPE_CSV_BOM);
  return g_output_stream_write_all (out, row->str, row->len, NULL, NULL, error);
}
