/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-intake.h"

#include <glib/gi18n.h>

#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-text.h"

#define MOST_SHOWN_OF_A_CELL 24

/* A value of another length that lies there already is a fault of the line, named with its place. */
static void
judge_line (MappeIntake *self, MappeValueLine *line)
{
  const MappeRow *other = NULL;

  if (line->row == NULL)
    {
      self->n_faults += line->fault != NULL;
      self->n_gaps += line->fault == NULL;
      return;
    }
  switch (mappe_values_judge (self->values, line->row, NULL, &other))
    {
    case MAPPE_VALUE_ADDED:
      self->n_added++;
      break;
    case MAPPE_VALUE_CHANGED:
      self->n_changed++;
      break;
    case MAPPE_VALUE_OVERLAPS:
      self->n_faults++;
      line->field = MAPPE_LINE_PERIOD;
      /* Translators: a period that has a value already, e.g. "2026Q1" */
      line->fault = g_strdup_printf (_("The value of %s covers a part of this time"),
                                     mappe_row_get_text (other, MAPPE_INDICATOR_VALUE_PERIOD));
      g_clear_pointer (&line->row, mappe_row_unref);
      break;
    case MAPPE_VALUE_SAME:
    default:
      self->n_same++;
    }
}

static void
read_lines (MappeIntake *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = mappe_value_lines_read (self->cells, &self->plan);
  self->n_added = self->n_changed = self->n_same = self->n_gaps = self->n_faults = 0;
  for (guint i = 0; i < self->lines->len; i++)
    judge_line (self, g_ptr_array_index (self->lines, i));
}

static void
split (MappeIntake *self)
{
  MappeCells *turned;

  g_clear_pointer (&self->cells, mappe_cells_free);
  self->cells = mappe_cells_new (self->text, self->separator);
  turned = mappe_value_plan_guess (&self->plan, self->cells, self->at);
  if (turned != NULL)
    {
      mappe_cells_free (self->cells);
      self->cells = turned;
    }
  read_lines (self);
}

/**
 * mappe_intake_new:
 * @values: (transfer full): what is there
 * @text: a table
 * @encoding: what it was taken to be, or "UTF-8"
 * @first: period of its first row, where it does not say it; of kind %MAPPE_PERIOD_NONE when there is none
 * @at: column of the grid it is put at
 *
 * Returns: (transfer full): the intake; nothing is changed by it
 */
MappeIntake *
mappe_intake_new (MappeValues *values, const char *text, const char *encoding, MappePeriod first, MappeLineField at)
{
  MappeIntake *self = g_new0 (MappeIntake, 1);

  self->values = values;
  self->text = g_strdup (text);
  self->encoding = encoding;
  self->at = at;
  self->separator = mappe_cells_guess_separator (text);
  self->plan.first = first;
  self->plan.kind = mappe_values_length (values);
  self->plan.scale = mappe_row_get_text (mappe_values_indicator (values), MAPPE_INDICATOR_SCALE);
  split (self);
  return self;
}

void
mappe_intake_free (MappeIntake *self)
{
  g_ptr_array_unref (self->lines);
  mappe_cells_free (self->cells);
  mappe_values_free (self->values);
  g_free (self->text);
  g_free (self);
}

/** mappe_intake_set_separator: Parts the table anew and guesses everything else again. */
void
mappe_intake_set_separator (MappeIntake *self, char separator)
{
  self->separator = separator;
  split (self);
}

static void
reread (MappeIntake *self)
{
  mappe_value_plan_weigh (&self->plan, self->cells);
  read_lines (self);
}

/** mappe_intake_set_column: @column: from 0; -1: no column holds @field */
void
mappe_intake_set_column (MappeIntake *self, MappeLineField field, int column)
{
  for (guint i = 0; column >= 0 && i < MAPPE_LINE_N_FIELDS; i++)
    if (self->plan.columns[i] == column)
      self->plan.columns[i] = -1;
  self->plan.columns[field] = column;
  reread (self);
}

/** mappe_intake_set_head: Says whether the first row names the columns. */
void
mappe_intake_set_head (MappeIntake *self, gboolean has_head)
{
  self->plan.has_head = has_head;
  reread (self);
}

/** mappe_intake_set_mark: @mark: '.' or ',', for cells that may be read in two ways */
void
mappe_intake_set_mark (MappeIntake *self, char mark)
{
  self->plan.mark = mark;
  read_lines (self);
}

static gboolean
uses_all_columns (const MappeIntake *self)
{
  guint used = 0;

  for (guint i = 0; i < MAPPE_LINE_N_FIELDS; i++)
    used += self->plan.columns[i] >= 0;
  return used >= self->cells->n_columns;
}

/** mappe_intake_is_plain: Returns: whether it only fills gaps and leaves nothing to ask: no preview is needed */
gboolean
mappe_intake_is_plain (const MappeIntake *self)
{
  return self->n_added > 0 && self->n_changed == 0 && self->n_faults == 0 && self->plan.mark != '?'
         && uses_all_columns (self);
}

/** mappe_intake_rows: Returns: (transfer container) (element-type MappeRow): what mappe_values_enter() takes */
GPtrArray *
mappe_intake_rows (const MappeIntake *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MappeValueLine *line = g_ptr_array_index (self->lines, i);

      if (line->row != NULL)
        g_ptr_array_add (rows, line->row);
    }
  return rows;
}

/* @part: (transfer full) */
static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/** mappe_intake_summary: Returns: (transfer full): "12 new · 2 changed · 1 rejected" */
char *
mappe_intake_summary (const MappeIntake *self)
{
  GString *text = g_string_new (NULL);

  /* Translators: numbers of values in a table */
  add_part (text, self->n_added, g_strdup_printf (ngettext ("%u new", "%u new", self->n_added), self->n_added));
  add_part (text, self->n_changed,
            g_strdup_printf (ngettext ("%u changed", "%u changed", self->n_changed), self->n_changed));
  add_part (
      text, self->n_same,
      g_strdup_printf (ngettext ("%u as it is already", "%u as they are already", self->n_same), self->n_same));
  add_part (text, self->n_gaps, g_strdup_printf (ngettext ("%u gap", "%u gaps", self->n_gaps), self->n_gaps));
  add_part (text, self->n_faults,
            g_strdup_printf (ngettext ("%u rejected", "%u rejected", self->n_faults), self->n_faults));
  if (text->len == 0)
    g_string_append (text, _("There are no values in it"));
  return g_string_free (text, FALSE);
}

/** mappe_intake_column_name: Returns: (transfer full): "2: Wert", with the first thing that stands in the column */
char *
mappe_intake_column_name (const MappeIntake *self, guint column)
{
  g_autofree char *cell = NULL;

  for (guint row = 0; row < self->cells->rows->len && cell == NULL; row++)
    if (!mappe_cells_is_blank (mappe_cells_get (self->cells, row, column)))
      cell = mappe_text_ellipsize (mappe_cells_get (self->cells, row, column), MOST_SHOWN_OF_A_CELL);
  return cell != NULL ? g_strdup_printf ("%u: %s", column + 1, cell) : g_strdup_printf ("%u", column + 1);
}
