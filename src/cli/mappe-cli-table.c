/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-table.h"

#include <string.h>

#include "mappe-json.h"
#include "mappe-csv.h"
#include "mappe-text.h"

/* Wider cells are cut in the table for people; the other forms are whole. */
#define CELL_WIDTH 40

struct _MappeCliTable {
  MappeCli        *cli;
  const MappeKind *kind;
  MappeCliTableForm   form;
  const GArray    *fields;  /* guint */
  guint           *widths;  /* of the columns, from the first page */
  gboolean         begun;
};

static guint
field_at (MappeCliTable *self, guint column)
{
  return g_array_index (self->fields, guint, column);
}

static const char *
name_at (MappeCliTable *self, guint column)
{
  return self->kind->fields[field_at (self, column)].name;
}

/* --- table for people --- */

static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static char *
cell_for_people (const char *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\r\n\t", ' ');

  return mappe_text_ellipsize (line, CELL_WIDTH);
}

/* Lines do not end with spaces, not even those of empty cells. */
static void
append_padded (GString *line, const char *text, guint width, gboolean last)
{
  guint own = width_of (text);

  g_string_append (line, text);
  for (guint i = own; i < width && !last; i++)
    g_string_append_c (line, ' ');
  if (!last)
    g_string_append (line, "  ");
  while (last && line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (last)
    g_string_append_c (line, '\n');
}

static void
measure (MappeCliTable *self, GPtrArray *cells)
{
  self->widths = g_new0 (guint, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    self->widths[i] = width_of (name_at (self, i));
  for (guint i = 0; i < cells->len; i++)
    {
      guint *width = &self->widths[i % self->fields->len];

      *width = MAX (*width, width_of (g_ptr_array_index (cells, i)));
    }
}

static gboolean
write_text_page (MappeCliTable *self, GPtrArray *cells, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = self->fields->len;

  if (self->widths == NULL)
    {
      measure (self, cells);
      for (guint i = 0; i < n; i++)
        append_padded (out, name_at (self, i), self->widths[i], i + 1 == n);
    }
  for (guint i = 0; i < cells->len; i++)
    append_padded (out, g_ptr_array_index (cells, i), self->widths[i % n], (i + 1) % n == 0);
  return mappe_cli_write (self->cli, out->str, error);
}

static gboolean
text_page (MappeCliTable *self, GPtrArray *listed, MappeReferences *references, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < listed->len; i++)
    for (guint column = 0; column < self->fields->len; column++)
      {
        const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
        g_autofree char *cell = mappe_references_cell (references, row, field_at (self, column));

        g_ptr_array_add (cells, cell_for_people (cell));
      }
  return write_text_page (self, cells, error);
}

/* --- comma-separated values --- */

static gboolean
csv_heading (MappeCliTable *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    g_ptr_array_add (names, (char *) name_at (self, i));
  return mappe_csv_write_row (self->cli->out, (const char * const *) names->pdata, names->len, MAPPE_CSV_PLAIN,
                              TRUE, error);
}

static gboolean
csv_page (MappeCliTable *self, GPtrArray *listed, MappeReferences *references, GError **error)
{
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint column = 0; column < self->fields->len; column++)
        g_ptr_array_add (cells, mappe_references_cell (references, row, field_at (self, column)));
      if (!mappe_csv_write_row (self->cli->out, (const char * const *) cells->pdata, cells->len, MAPPE_CSV_PLAIN,
                                FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* --- JSON --- */

static void
append_json_value (GString *out, const MappeFieldSpec *field, const char *cell)
{
  if (cell == NULL)
    g_string_append (out, "null");
  else if (field->type == MAPPE_FIELD_BOOL)
    g_string_append (out, g_str_equal (cell, "1") ? "true" : "false");
  else if (field->type == MAPPE_FIELD_INT || field->type == MAPPE_FIELD_DECIMAL || field->type == MAPPE_FIELD_REAL)
    g_string_append (out, cell);
  else
    mappe_json_append_text (out, cell);
}

static void
append_json_object (MappeCliTable *self, GString *out, const MappeRow *row, MappeReferences *references)
{
  for (guint column = 0; column < self->fields->len; column++)
    {
      guint field = field_at (self, column);
      g_autofree char *cell = mappe_references_cell (references, row, field);

      g_string_append_printf (out, "%s\"%s\": ", column == 0 ? "{" : ", ", self->kind->fields[field].name);
      append_json_value (out, &self->kind->fields[field], cell);
    }
  g_string_append_c (out, '}');
}

static gboolean
json_page (MappeCliTable *self, GPtrArray *listed, MappeReferences *references, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < listed->len; i++)
    {
      g_string_append (out, self->begun ? ",\n" : "[\n");
      self->begun = TRUE;
      append_json_object (self, out, ((MappeListed *) g_ptr_array_index (listed, i))->row, references);
    }
  return mappe_cli_write (self->cli, out->str, error);
}

/**
 * mappe_cli_table_new:
 * @fields: (element-type guint): numbers of the fields to write; must live as long as the table
 */
MappeCliTable *
mappe_cli_table_new (MappeCli *cli, const MappeKind *kind, MappeCliTableForm form, const GArray *fields)
{
  MappeCliTable *self = g_new0 (MappeCliTable, 1);

  self->cli = cli;
  self->kind = kind;
  self->form = form;
  self->fields = fields;
  return self;
}

/** mappe_cli_table_free: @self: (transfer full) */
void
mappe_cli_table_free (MappeCliTable *self)
{
  g_free (self->widths);
  g_free (self);
}

/**
 * mappe_cli_table_page:
 * @listed: (element-type MappeListed): the next rows, perhaps none
 * @references: knows what the rows refer to
 */
gboolean
mappe_cli_table_page (MappeCliTable *self, GPtrArray *listed, MappeReferences *references, GError **error)
{
  switch (self->form)
    {
    case MAPPE_CLI_TABLE_CSV:
      if (!self->begun && !csv_heading (self, error))
        return FALSE;
      self->begun = TRUE;
      return csv_page (self, listed, references, error);
    case MAPPE_CLI_TABLE_JSON:
      return json_page (self, listed, references, error);
    case MAPPE_CLI_TABLE_TEXT:
    default:
      return text_page (self, listed, references, error);
    }
}

/** mappe_cli_table_end: Writes what stands behind the last row. */
gboolean
mappe_cli_table_end (MappeCliTable *self, GError **error)
{
  if (self->form != MAPPE_CLI_TABLE_JSON)
    return TRUE;
  return mappe_cli_write (self->cli, self->begun ? "\n]\n" : "[]\n", error);
}
