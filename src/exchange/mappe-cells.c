/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cells.h"

#include <string.h>

#include "mappe-period.h"

/* Lines that a guess looks at. */
#define LINES_LOOKED_AT 50

/* --- encoding --- */

static char *
convert (const char *data, gsize size, const char *from)
{
  return g_convert (data, (gssize) size, "UTF-8", from, NULL, NULL, NULL);
}

/**
 * mappe_cells_decode:
 * @bytes: content of a file
 * @encoding: (out): what it was taken to be
 *
 * A byte order mark says it; what is no UTF-8 comes from a German or English Windows.
 *
 * Returns: (transfer full) (nullable): the text as UTF-8; %NULL when it is none or too large
 */
char *
mappe_cells_decode (GBytes *bytes, const char **encoding)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  *encoding = "UTF-8";
  if (size > MAPPE_CELLS_MOST_BYTES)
    return NULL;
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_utf8_validate (data + 3, (gssize) size - 3, NULL) ? g_strndup (data + 3, size - 3) : NULL;
  if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      *encoding = data[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
      text = convert (data + 2, size - 2, *encoding);
      return text;
    }
  if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  if (memchr (data, '\0', size) != NULL)
    return NULL;
  *encoding = "WINDOWS-1252";
  text = convert (data, size, *encoding);
  if (text != NULL)
    return text;
  *encoding = "ISO-8859-1";
  return convert (data, size, *encoding);
}

/* --- separator --- */

static char *
line_at (const char **text)
{
  gsize length = strcspn (*text, "\r\n");
  char *line = g_strndup (*text, length);

  *text += length;
  *text += (*text)[0] == '\r' && (*text)[1] == '\n' ? 2 : **text != '\0' ? 1 : 0;
  return line;
}

/* "2026Q1,12" and "period,value" are tables, "12,5" is a number. */
static gboolean
parts_at_comma (const char *line)
{
  const char *comma = strchr (line, ',');
  g_autofree char *first = comma != NULL ? g_strndup (line, (gsize) (comma - line)) : NULL;

  if (comma == NULL)
    return FALSE;
  if (mappe_period_parse_typed (g_strstrip (first)).kind > MAPPE_PERIOD_NONE && strpbrk (line, ".,") == comma)
    return strlen (first) > 4 || strchr (comma + 1, ',') != NULL || strchr (comma + 1, '"') != NULL;
  return strpbrk (first, "0123456789") == NULL || strpbrk (line, "\"") != NULL;
}

/**
 * mappe_cells_guess_separator:
 * @text: a table
 *
 * A tab or a semicolon stands in no number, so it parts cells wherever it appears; a comma does where what is before it
 * is no number.
 *
 * Returns: '\t', ';', ',' or 0 when each line is one cell
 */
char
mappe_cells_guess_separator (const char *text)
{
  const char *at = text;
  guint n_commas = 0, n_lines = 0;
  gboolean semicolon = FALSE;

  for (guint i = 0; i < LINES_LOOKED_AT && *at != '\0'; i++)
    {
      g_autofree char *line = line_at (&at);

      if (strchr (line, '\t') != NULL)
        return '\t';
      semicolon = semicolon || strchr (line, ';') != NULL;
      n_lines += *line != '\0';
      n_commas += parts_at_comma (line);
    }
  if (semicolon)
    return ';';
  return n_lines > 0 && n_commas * 2 > n_lines ? ',' : '\0';
}

/* --- cells --- */

typedef struct {
  MappeCells *cells;
  GPtrArray  *row;
  GString    *cell;
  guint       line, row_line;
} Splitter;

static void
end_cell (Splitter *self)
{
  g_ptr_array_add (self->row, g_strdup (self->cell->str));
  g_string_truncate (self->cell, 0);
}

static void
end_row (Splitter *self)
{
  end_cell (self);
  self->cells->n_columns = MAX (self->cells->n_columns, self->row->len);
  g_ptr_array_add (self->row, NULL);
  g_ptr_array_add (self->cells->rows, g_ptr_array_free (self->row, FALSE));
  g_array_append_val (self->cells->lines, self->row_line);
  self->row = g_ptr_array_new ();
  self->row_line = self->line;
}

/* Returns: behind the closing quote, or behind the text where there is none. */
static const char *
take_quoted (Splitter *self, const char *at)
{
  for (; *at != '\0'; at++)
    {
      if (at[0] == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        return at + 1;
      self->line += *at == '\n';
      g_string_append_c (self->cell, *at == '\n' || *at == '\r' || *at == '\t' ? ' ' : *at);
    }
  return at;
}

/**
 * mappe_cells_new:
 * @text: UTF-8
 * @separator: between cells; 0 for none
 *
 * Takes every text: who reads the cells says what is wrong with them. A line break at the end begins no row.
 *
 * Returns: (transfer full): the cells
 */
MappeCells *
mappe_cells_new (const char *text, char separator)
{
  Splitter self = { g_new0 (MappeCells, 1), g_ptr_array_new (), g_string_new (NULL), 1, 1 };
  const char *at = text;
  gboolean open = FALSE;

  self.cells->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self.cells->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self.cells->separator = separator;
  self.cells->encoding = "UTF-8";
  while (*at != '\0')
    {
      open = TRUE;
      if (*at == '"' && self.cell->len == 0)
        at = take_quoted (&self, at + 1);
      else if (separator != '\0' && *at == separator)
        {
          end_cell (&self);
          at++;
        }
      else if (*at == '\n' || *at == '\r')
        {
          at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
          self.line++;
          end_row (&self);
          open = FALSE;
        }
      else
        g_string_append_c (self.cell, *at++);
    }
  if (open)
    end_row (&self);
  g_ptr_array_free (self.row, TRUE);
  g_string_free (self.cell, TRUE);
  return self.cells;
}

/** mappe_cells_get: Returns: (transfer none): the cell; "" beyond the end of a row */
const char *
mappe_cells_get (const MappeCells *self, guint row, guint column)
{
  char **cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  for (guint i = 0; cells != NULL && cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

/** mappe_cells_transpose: Returns: (transfer full): the same with rows as columns; a row's line is its column then */
MappeCells *
mappe_cells_transpose (const MappeCells *self)
{
  MappeCells *turned = g_new0 (MappeCells, 1);

  turned->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  turned->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  turned->n_columns = self->rows->len;
  turned->separator = self->separator;
  turned->encoding = self->encoding;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint line = column + 1;

      g_ptr_array_add (turned->rows, g_new0 (char *, self->rows->len + 1));
      g_array_append_val (turned->lines, line);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);
      gboolean ended = FALSE;

      for (guint column = 0; column < self->n_columns; column++)
        {
          ended = ended || cells[column] == NULL;
          ((char **) g_ptr_array_index (turned->rows, column))[i] = g_strdup (ended ? "" : cells[column]);
        }
    }
  return turned;
}

/** mappe_cells_is_blank: Returns: whether there is nothing but space in @cell */
gboolean
mappe_cells_is_blank (const char *cell)
{
  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    if (!g_unichar_isspace (g_utf8_get_char (cell)))
      return FALSE;
  return TRUE;
}

void
mappe_cells_free (MappeCells *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self);
}
