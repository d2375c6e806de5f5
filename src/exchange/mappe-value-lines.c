/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-indicator-value.h"
#include "mappe-number.h"
#include "mappe-text.h"

#define MOST_QUOTED 40

static void
line_free (MappeValueLine *self)
{
  g_clear_pointer (&self->row, mappe_row_unref);
  g_free (self->fault);
  g_free (self->typed);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeValueLine, line_free)

/* @reason: (transfer full) */
static gboolean
reject (MappeValueLine *line, MappeLineField field, const char *typed, char *reason)
{
  g_free (line->fault);
  g_free (line->typed);
  g_clear_pointer (&line->row, mappe_row_unref);
  line->fault = reason;
  line->field = field;
  line->typed = mappe_text_ellipsize (typed, MOST_QUOTED);
  return FALSE;
}

static const char *
cell_of (const MappeCells *cells, const MappeValuePlan *plan, guint row, MappeLineField field)
{
  return plan->columns[field] >= 0 ? mappe_cells_get (cells, row, (guint) plan->columns[field]) : "";
}

/* --- the fields of a line --- */

static const char *
length_in_words (MappePeriodKind kind)
{
  switch (kind)
    {
    case MAPPE_PERIOD_MONTH:
      return _("The series has months");
    case MAPPE_PERIOD_QUARTER:
      return _("The series has quarters");
    case MAPPE_PERIOD_HALF:
      return _("The series has half-years");
    case MAPPE_PERIOD_YEAR:
    case MAPPE_PERIOD_NONE:
    default:
      return _("The series has years");
    }
}

static void
set_period (MappeRow *row, MappePeriod period)
{
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], mappe_period_to_text (period));
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_START], mappe_period_first_day (period));
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_END], mappe_period_last_day (period));
}

static gboolean
read_period (MappeValueLine *line, const MappeCells *cells, const MappeValuePlan *plan, guint row)
{
  const char *typed = cell_of (cells, plan, row, MAPPE_LINE_PERIOD);
  MappePeriod period = plan->columns[MAPPE_LINE_PERIOD] >= 0
                           ? mappe_period_parse_typed (typed)
                           : mappe_period_add (plan->first, (int) (row - (plan->has_head ? 1 : 0)));

  if (period.kind == MAPPE_PERIOD_NONE)
    return reject (line, MAPPE_LINE_PERIOD, typed,
                   g_strdup (mappe_cells_is_blank (typed) ? _("The period is missing")
                                                          : _("This is no period like “Q3 2026” or “07/2026”")));
  if (plan->kind != MAPPE_PERIOD_NONE && period.kind != plan->kind)
    return reject (line, MAPPE_LINE_PERIOD, typed, g_strdup (length_in_words (plan->kind)));
  set_period (line->row, period);
  g_free (line->typed);
  line->typed = mappe_period_to_text (period);
  return TRUE;
}

static gboolean
read_number (MappeValueLine *line, const MappeValuePlan *plan, const char *typed, MappeLineField field, guint at)
{
  g_autoptr (GError) error = NULL;
  double number;

  if (mappe_value_cell_is_gap (typed))
    return TRUE;
  if (plan->mark == '?' && mappe_number_mark (typed) == '?')
    return reject (line, field, typed, g_strdup (_("This can be read in two ways")));
  if (!mappe_value_cell_number (typed, plan->mark != '\0' ? plan->mark : '.', plan->scale, field, &number, &error))
    return reject (line, field, typed, g_strdup (error->message));
  mappe_value_set_real (&line->row->values[at], number);
  return TRUE;
}

static gboolean
read_status (MappeValueLine *line, const char *typed)
{
  const char *code = mappe_cells_is_blank (typed) ? NULL : mappe_value_cell_status (typed);

  if (code == NULL && !mappe_cells_is_blank (typed))
    return reject (line, MAPPE_LINE_STATUS, typed, g_strdup (_("This is no status like “Final” or “Missing”")));
  mappe_value_set_text (&line->row->values[MAPPE_INDICATOR_VALUE_STATUS], code);
  if (code != NULL && (g_str_equal (code, "missing") || g_str_equal (code, "suppressed"))
      && !mappe_row_is_null (line->row, MAPPE_INDICATOR_VALUE_VALUE))
    return reject (line, MAPPE_LINE_STATUS, typed, g_strdup (_("With this status there is no value")));
  return TRUE;
}

static gboolean
read_value (MappeValueLine *line, const MappeCells *cells, const MappeValuePlan *plan, guint row)
{
  const char *typed = cell_of (cells, plan, row, MAPPE_LINE_VALUE);
  const char *status = cell_of (cells, plan, row, MAPPE_LINE_STATUS);

  if (mappe_value_cell_is_withheld (typed))
    return read_status (line, "suppressed");
  return read_number (line, plan, typed, MAPPE_LINE_VALUE, MAPPE_INDICATOR_VALUE_VALUE)
         && read_status (line, status);
}

static gboolean
read_note (MappeValueLine *line, const char *typed)
{
  g_autofree char *note = g_strstrip (g_strdup (typed));

  mappe_value_set_text (&line->row->values[MAPPE_INDICATOR_VALUE_NOTE], *note != '\0' ? note : NULL);
  return TRUE;
}

static gboolean
says_something (const MappeRow *row)
{
  return !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE) || !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_BASE)
         || !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_STATUS)
         || !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_NOTE);
}

static gboolean
is_blank_row (const MappeCells *cells, guint row)
{
  char **all = g_ptr_array_index (cells->rows, row);

  for (guint i = 0; all[i] != NULL; i++)
    if (!mappe_cells_is_blank (all[i]))
      return FALSE;
  return TRUE;
}

static MappeValueLine *
read_line (const MappeCells *cells, const MappeValuePlan *plan, guint row)
{
  MappeValueLine *line = g_new0 (MappeValueLine, 1);

  line->line = g_array_index (cells->lines, guint, row);
  line->row = mappe_row_new (&mappe_indicator_value_kind);
  if (read_period (line, cells, plan, row) && read_value (line, cells, plan, row)
      && read_number (line, plan, cell_of (cells, plan, row, MAPPE_LINE_BASE), MAPPE_LINE_BASE,
                      MAPPE_INDICATOR_VALUE_BASE)
      && read_note (line, cell_of (cells, plan, row, MAPPE_LINE_NOTE)) && !says_something (line->row))
    g_clear_pointer (&line->row, mappe_row_unref);
  return line;
}

/* --- lines among each other --- */

static const char *
text_of (const MappeValueLine *line, guint field)
{
  return line->row != NULL ? mappe_row_get_text (line->row, field) : NULL;
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const MappeValueLine *left = *(MappeValueLine *const *) a, *right = *(MappeValueLine *const *) b;
  int order = g_strcmp0 (text_of (left, MAPPE_INDICATOR_VALUE_PERIOD_START),
                         text_of (right, MAPPE_INDICATOR_VALUE_PERIOD_START));

  return order != 0 ? order : (left->line > right->line) - (left->line < right->line);
}

/* Of two lines for the same time the later one in the table is refused: which of them is right nobody knows, and the
 * reason names the other. */
static void
reject_second (MappeValueLine *one, MappeValueLine *other)
{
  MappeValueLine *first = one->line <= other->line ? one : other, *second = first == one ? other : one;
  gboolean same = g_strcmp0 (text_of (first, MAPPE_INDICATOR_VALUE_PERIOD),
                             text_of (second, MAPPE_INDICATOR_VALUE_PERIOD)) == 0;
  g_autofree char *period = g_strdup (second->typed);

  reject (second, MAPPE_LINE_PERIOD, period,
          g_strdup_printf (same ? _("The same period stands in line %u")
                                : _("Line %u covers a part of this time"),
                           first->line));
}

static void
reject_overlaps (GPtrArray *lines)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  MappeValueLine *widest = NULL;

  for (guint i = 0; i < lines->len; i++)
    if (text_of (g_ptr_array_index (lines, i), MAPPE_INDICATOR_VALUE_PERIOD_START) != NULL)
      g_ptr_array_add (sorted, g_ptr_array_index (lines, i));
  g_ptr_array_sort (sorted, by_time);
  for (guint i = 0; i < sorted->len; i++)
    {
      MappeValueLine *line = g_ptr_array_index (sorted, i);

      if (widest != NULL && widest->row != NULL
          && g_strcmp0 (text_of (widest, MAPPE_INDICATOR_VALUE_PERIOD_END),
                        text_of (line, MAPPE_INDICATOR_VALUE_PERIOD_START)) >= 0)
        reject_second (widest, line);
      if (line->row != NULL)
        widest = line;
    }
}

/**
 * mappe_value_lines_read:
 * @cells: a table, each row a period
 * @plan: how it is read
 *
 * Rows without anything are left out where a column says the period; elsewhere they keep their place. Nothing is taken
 * for zero that is not written as zero.
 *
 * Returns: (transfer full) (element-type MappeValueLine): what each row says, in its order
 */
GPtrArray *
mappe_value_lines_read (const MappeCells *cells, const MappeValuePlan *plan)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);

  for (guint row = plan->has_head ? 1 : 0; row < cells->rows->len; row++)
    if (plan->columns[MAPPE_LINE_PERIOD] < 0 || !is_blank_row (cells, row))
      g_ptr_array_add (lines, read_line (cells, plan, row));
  reject_overlaps (lines);
  return lines;
}

/** mappe_value_lines_reject: Returns: (transfer full): the lines at fault as CSV: line, field, text, reason */
char *
mappe_value_lines_reject (GPtrArray *lines)
{
  const char *head[] = { _("Line"), _("Field"), _("Text"), _("Reason") };
  MappeCsvFlags flags = MAPPE_CSV_SEMICOLON | MAPPE_CSV_CRLF;
  GString *text = g_string_new ("\xEF\xBB\xBF");

  mappe_csv_append_row (text, head, G_N_ELEMENTS (head), flags);
  for (guint i = 0; i < lines->len; i++)
    {
      const MappeValueLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = g_strdup_printf ("%u", line->line);
      const char *cells[] = { number, mappe_line_field_name (line->field), line->typed, line->fault };

      if (line->fault != NULL)
        mappe_csv_append_row (text, cells, G_N_ELEMENTS (cells), flags);
    }
  return g_string_free (text, FALSE);
}
