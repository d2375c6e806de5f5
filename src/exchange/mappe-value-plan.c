/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-number.h"
#include "mappe-text.h"
#include "mappe-value-lines.h"

/* Which column holds what, and how its numbers are written. A guess is always shown before it does any harm. */

/* Rows that a guess looks at. */
#define ROWS_LOOKED_AT 200

/* A bare "2026" is a year only where years may be counted: elsewhere it is a number. */
static gboolean
is_period (const char *cell, MappePeriodKind kind)
{
  MappePeriod period = mappe_period_parse_typed (cell);

  if (period.kind == MAPPE_PERIOD_NONE)
    return FALSE;
  return period.kind != MAPPE_PERIOD_YEAR || kind == MAPPE_PERIOD_YEAR || kind == MAPPE_PERIOD_NONE
         || cell[strspn (cell, " 0123456789")] != '\0';
}

static gboolean
is_number (const char *cell)
{
  g_autofree char *text = g_strdup (cell);
  gsize length = strlen (g_strstrip (text));
  g_autofree char *canonical = NULL;

  if (length > 1 && text[length - 1] == '%')
    text[length - 1] = '\0';
  canonical = mappe_number_parse_marked (text, '.', NULL);
  return canonical != NULL || mappe_value_cell_is_withheld (cell);
}

typedef struct {
  guint filled, periods, numbers, states;
} Tally;

static Tally
tally_column (const MappeValuePlan *self, const MappeCells *cells, guint column, guint from)
{
  Tally tally = { 0 };

  for (guint row = from; row < MIN (cells->rows->len, from + ROWS_LOOKED_AT); row++)
    {
      const char *cell = mappe_cells_get (cells, row, column);

      if (mappe_cells_is_blank (cell))
        continue;
      tally.filled++;
      tally.periods += is_period (cell, self->kind);
      tally.numbers += is_number (cell);
      tally.states += mappe_value_cell_status (cell) != NULL;
    }
  return tally;
}

/* --- rows or columns --- */

static guint
periods_of_row (const MappeValuePlan *self, const MappeCells *cells, guint row)
{
  guint n = 0;

  for (guint column = 0; column < MIN (cells->n_columns, ROWS_LOOKED_AT); column++)
    n += is_period (mappe_cells_get (cells, row, column), self->kind);
  return n;
}

static gboolean
lies_across (const MappeValuePlan *self, const MappeCells *cells)
{
  guint across, down;

  if (cells->rows->len == 0 || cells->n_columns < 2)
    return FALSE;
  across = periods_of_row (self, cells, 0);
  down = tally_column (self, cells, 0, 0).periods;
  /* A row of numbers alone is one value after the other; a single period with its value is a row as usual. */
  if (cells->rows->len == 1)
    return across == 0 && tally_column (self, cells, cells->n_columns - 1, 0).states == 0
           && is_number (mappe_cells_get (cells, 0, 1));
  return across >= 2 && across > down;
}

/* --- what a column holds --- */

static MappeLineField
field_named (const char *cell)
{
  static const struct { const char *begins; MappeLineField field; } words[] = {
    { "period", MAPPE_LINE_PERIOD }, { "zeitraum", MAPPE_LINE_PERIOD }, { "monat", MAPPE_LINE_PERIOD },
    { "month", MAPPE_LINE_PERIOD },  { "quart", MAPPE_LINE_PERIOD },    { "jahr", MAPPE_LINE_PERIOD },
    { "year", MAPPE_LINE_PERIOD },   { "wert", MAPPE_LINE_VALUE },      { "value", MAPPE_LINE_VALUE },
    { "anzahl", MAPPE_LINE_VALUE },  { "faelle", MAPPE_LINE_VALUE },    { "cases", MAPPE_LINE_VALUE },
    { "count", MAPPE_LINE_VALUE },   { "zahl", MAPPE_LINE_VALUE },      { "von", MAPPE_LINE_BASE },
    { "basis", MAPPE_LINE_BASE },    { "base", MAPPE_LINE_BASE },       { "out of", MAPPE_LINE_BASE },
    { "bezug", MAPPE_LINE_BASE },    { "stat", MAPPE_LINE_STATUS },     { "stand", MAPPE_LINE_STATUS },
    { "zustand", MAPPE_LINE_STATUS }, { "note", MAPPE_LINE_NOTE },      { "bemerk", MAPPE_LINE_NOTE },
    { "anmerk", MAPPE_LINE_NOTE },   { "comment", MAPPE_LINE_NOTE },    { "komment", MAPPE_LINE_NOTE },
  };
  g_autofree char *folded = mappe_text_fold (cell);

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (g_strstrip (folded), words[i].begins))
      return words[i].field;
  return MAPPE_LINE_N_FIELDS;
}

static gboolean
is_taken (const MappeValuePlan *self, int column)
{
  for (guint i = 0; i < MAPPE_LINE_N_FIELDS; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

static void
guess_periods (MappeValuePlan *self, const MappeCells *cells)
{
  guint most = 0;

  for (guint column = 0; column < MIN (cells->n_columns, ROWS_LOOKED_AT); column++)
    {
      Tally tally = tally_column (self, cells, column, 0);

      if (tally.periods > most && tally.periods * 2 > MAX (tally.filled, 2) - 1)
        {
          most = tally.periods;
          self->columns[MAPPE_LINE_PERIOD] = (int) column;
        }
    }
}

/* The first row names the columns when it has words where the others have periods. Where no column says the period, a
 * word that is not known could be a slip of the first number, and passing over it would move all others. */
static gboolean
guess_head (const MappeValuePlan *self, const MappeCells *cells)
{
  int column = self->columns[MAPPE_LINE_PERIOD];

  if (cells->rows->len < 2)
    return FALSE;
  if (column >= 0)
    return !is_period (mappe_cells_get (cells, 0, (guint) column), self->kind);
  for (guint i = 0; i < cells->n_columns; i++)
    if (field_named (mappe_cells_get (cells, 0, i)) == MAPPE_LINE_N_FIELDS)
      return FALSE;
  return tally_column (self, cells, 0, 1).numbers > 0;
}

static void
take_names (MappeValuePlan *self, const MappeCells *cells)
{
  for (guint column = 0; self->has_head && column < cells->n_columns; column++)
    {
      MappeLineField field = field_named (mappe_cells_get (cells, 0, column));

      if (field < MAPPE_LINE_N_FIELDS && self->columns[field] < 0 && !is_taken (self, (int) column))
        self->columns[field] = (int) column;
    }
}

static void
take_contents (MappeValuePlan *self, const MappeCells *cells)
{
  for (guint column = 0; column < cells->n_columns; column++)
    {
      Tally tally = tally_column (self, cells, column, self->has_head ? 1 : 0);

      if (is_taken (self, (int) column))
        continue;
      if (self->columns[MAPPE_LINE_VALUE] < 0 && (tally.numbers > 0 || tally.filled == 0))
        self->columns[MAPPE_LINE_VALUE] = (int) column;
      else if (self->columns[MAPPE_LINE_STATUS] < 0 && tally.states > 0 && tally.states == tally.filled)
        self->columns[MAPPE_LINE_STATUS] = (int) column;
    }
}

/* Without periods the columns go on from where they are put. */
static void
take_places (MappeValuePlan *self, const MappeCells *cells, MappeLineField at)
{
  guint column = 0;

  for (guint field = MAX (at, MAPPE_LINE_VALUE); field < MAPPE_LINE_N_FIELDS && column < cells->n_columns; field++)
    self->columns[field] = (int) column++;
}

/* --- decimal mark --- */

/** mappe_value_plan_weigh: Finds the decimal mark from all numbers of the columns chosen. */
void
mappe_value_plan_weigh (MappeValuePlan *self, const MappeCells *cells)
{
  static const MappeLineField numbers[] = { MAPPE_LINE_VALUE, MAPPE_LINE_BASE };
  guint points = 0, commas = 0;

  self->doubtful = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint row = self->has_head ? 1 : 0; self->columns[numbers[i]] >= 0 && row < cells->rows->len; row++)
      {
        const char *cell = mappe_cells_get (cells, row, (guint) self->columns[numbers[i]]);
        char mark = mappe_number_mark (cell);

        points += mark == '.';
        commas += mark == ',';
        if (mark == '?' && self->doubtful == NULL)
          self->doubtful = cell;
      }
  self->mark = '\0';
  if (points > 0 && commas == 0)
    self->mark = '.';
  else if (commas > 0 && points == 0)
    self->mark = ',';
  else if (self->doubtful != NULL)
    self->mark = '?';
}

/**
 * mappe_value_plan_guess:
 * @self: with @first, @kind and @scale of the series; the rest is filled in
 * @cells: a table
 * @at: where it is put, for cells without periods
 *
 * Returns: (transfer full) (nullable): the cells turned so that each row is a period; %NULL when they are already
 */
MappeCells *
mappe_value_plan_guess (MappeValuePlan *self, const MappeCells *cells, MappeLineField at)
{
  MappeCells *turned = lies_across (self, cells) ? mappe_cells_transpose (cells) : NULL;
  const MappeCells *upright = turned != NULL ? turned : cells;

  self->transposed = turned != NULL;
  for (guint i = 0; i < MAPPE_LINE_N_FIELDS; i++)
    self->columns[i] = -1;
  guess_periods (self, upright);
  self->has_head = guess_head (self, upright);
  if (self->columns[MAPPE_LINE_PERIOD] >= 0 || self->has_head)
    {
      take_names (self, upright);
      take_contents (self, upright);
    }
  else
    take_places (self, upright, at);
  mappe_value_plan_weigh (self, upright);
  return turned;
}
