/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-sheet.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "mappe-chart-text.h"
#include "mappe-indicator-series.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-number.h"

/* Lines as first shown, and how many more each step back brings: what a screen can hold and a person can read. */
#define LINES_AT_FIRST 60
#define LINES_MORE 60

static const MappePeriod no_period = { MAPPE_PERIOD_NONE, 0, 0 };

/* --- lines --- */

static void
add_line (MappeSheet *self, MappePeriod period, const MappeRow *row)
{
  MappeSheetLine line = { period, row };

  g_array_append_val (self->lines, line);
}

/* Values of different lengths stand as they are: no row of periods leads from one to the next. */
static void
list_values (MappeSheet *self)
{
  GPtrArray *rows = mappe_values_rows (self->values);
  guint most = LINES_AT_FIRST + self->earlier * LINES_MORE;

  self->is_cut = rows->len > most;
  for (guint i = self->is_cut ? rows->len - most : 0; i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);

      add_line (self, mappe_period_parse_typed (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD)), row);
    }
}

static MappePeriod
first_of_kind (const MappeSheet *self, MappePeriodKind kind)
{
  GPtrArray *rows = mappe_values_rows (self->values);
  MappePeriod period = no_period;

  for (guint i = 0; i < rows->len && period.kind != kind; i++)
    period = mappe_period_parse_typed (mappe_row_get_text (g_ptr_array_index (rows, i), MAPPE_INDICATOR_VALUE_PERIOD));
  return period.kind == kind ? period : no_period;
}

/* From the first value, or two years before the start: figures from before are what a comparison needs. */
static MappePeriod
first_wanted (const MappeSheet *self, MappePeriodKind kind, MappePeriod now)
{
  MappePeriod first = first_of_kind (self, kind);
  MappePeriod start = mappe_period_at (self->start, kind);
  MappePeriod two_years = mappe_period_add (start.kind != MAPPE_PERIOD_NONE ? start : now, -24 / (int) kind);

  if (first.kind == MAPPE_PERIOD_NONE || mappe_period_distance (two_years, first) > 0)
    return two_years;
  return first;
}

static MappePeriod
last_wanted (const MappeSheet *self, MappePeriod now)
{
  GPtrArray *rows = mappe_values_rows (self->values);
  MappePeriod newest = no_period;

  for (guint i = rows->len; i > 0 && newest.kind != now.kind; i--)
    newest = mappe_period_parse_typed (
        mappe_row_get_text (g_ptr_array_index (rows, i - 1), MAPPE_INDICATOR_VALUE_PERIOD));
  return newest.kind == now.kind && mappe_period_distance (now, newest) > 0 ? newest : now;
}

static void
list_periods (MappeSheet *self, MappePeriodKind kind, const char *today)
{
  MappePeriod now = mappe_period_at (today, kind);
  MappePeriod last = last_wanted (self, now);
  MappePeriod first = first_wanted (self, kind, now);
  int most = LINES_AT_FIRST + (int) self->earlier * LINES_MORE;
  int n = mappe_period_distance (first, last) + 1;

  /* More are there only when somebody asks for them: before the first value there is nothing to see. */
  if (n > most)
    first = mappe_period_add (last, 1 - most);
  else if (self->earlier > 0)
    first = mappe_period_add (first, -(int) self->earlier * 24 / (int) kind);
  for (MappePeriod at = first; at.kind != MAPPE_PERIOD_NONE && mappe_period_distance (at, last) >= 0;
       at = mappe_period_add (at, 1))
    add_line (self, at, mappe_values_find (self->values, at));
}

/* @day: (nullable): none is before all days */
static gboolean
begins_after (const MappeSheetLine *line, const char *day)
{
  g_autofree char *first = mappe_period_first_day (line->period);
  const char *start = first != NULL || line->row == NULL
                          ? first
                          : mappe_row_get_text (line->row, MAPPE_INDICATOR_VALUE_PERIOD_START);

  return g_strcmp0 (start, day) > 0;
}

/* Values of another length or of none stand between the periods, by their first day; those without a day on top. */
static void
insert_others (MappeSheet *self, MappePeriodKind kind)
{
  GPtrArray *rows = mappe_values_rows (self->values);
  guint most = LINES_AT_FIRST + self->earlier * LINES_MORE, at = self->lines->len, n = 0;

  for (guint i = rows->len; i > 0; i--)
    {
      const MappeRow *row = g_ptr_array_index (rows, i - 1);
      MappeSheetLine line = { mappe_period_parse_typed (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD)), row };
      g_autofree char *day = mappe_period_first_day (line.period);

      if (line.period.kind == kind)
        continue;
      if (n++ == most)
        break;
      if (day == NULL)
        day = g_strdup (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START));
      while (at > 0 && begins_after (&g_array_index (self->lines, MappeSheetLine, at - 1), day))
        at--;
      g_array_insert_val (self->lines, at, line);
    }
  self->is_cut = n > most;
}

/**
 * mappe_sheet_new:
 * @values: (transfer full): the values
 * @display: labels of codes
 * @start: (nullable): first day of the measure
 * @today: the day up to which there can be values
 * @earlier: how often somebody asked for earlier periods
 *
 * Returns: (transfer full): the sheet
 */
MappeSheet *
mappe_sheet_new (MappeValues *values, MappeDisplay *display, const char *start, const char *today, guint earlier)
{
  MappeSheet *self = g_new0 (MappeSheet, 1);
  MappePeriodKind kind = mappe_values_usual (values);

  self->values = values;
  self->display = g_object_ref (display);
  self->lines = g_array_new (FALSE, FALSE, sizeof (MappeSheetLine));
  self->start = g_strdup (start);
  self->earlier = earlier;
  if (kind == MAPPE_PERIOD_NONE)
    list_values (self);
  else
    {
      list_periods (self, kind, today);
      insert_others (self, kind);
    }
  return self;
}

void
mappe_sheet_free (MappeSheet *self)
{
  mappe_values_free (self->values);
  g_object_unref (self->display);
  g_array_unref (self->lines);
  g_free (self->start);
  g_free (self);
}

/** mappe_sheet_get: Returns: (transfer none) (nullable): a line */
MappeSheetLine *
mappe_sheet_get (const MappeSheet *self, guint line)
{
  return line < self->lines->len ? &g_array_index (self->lines, MappeSheetLine, line) : NULL;
}

/** mappe_sheet_is_earliest: Returns: whether a step back brings nothing, because the year 1 is reached or all is
 * listed */
gboolean
mappe_sheet_is_earliest (const MappeSheet *self)
{
  MappePeriod first = no_period;

  for (guint i = 0; i < self->lines->len && first.kind == MAPPE_PERIOD_NONE; i++)
    first = mappe_sheet_get (self, i)->period;
  if (self->is_cut)
    return FALSE;
  return mappe_values_usual (self->values) == MAPPE_PERIOD_NONE
         || mappe_period_add (first, -1).kind == MAPPE_PERIOD_NONE;
}

/** mappe_sheet_is_odd: Returns: whether the line is a value whose period says nothing of its length */
gboolean
mappe_sheet_is_odd (const MappeSheetLine *line)
{
  return line->row != NULL && line->period.kind == MAPPE_PERIOD_NONE;
}

/* --- cells --- */

/** mappe_sheet_field: Returns: number of the field of an indicator value that a column shows */
int
mappe_sheet_field (MappeLineField field)
{
  static const int fields[] = { MAPPE_INDICATOR_VALUE_PERIOD, MAPPE_INDICATOR_VALUE_VALUE, MAPPE_INDICATOR_VALUE_BASE,
                                MAPPE_INDICATOR_VALUE_STATUS, MAPPE_INDICATOR_VALUE_NOTE };

  return fields[field];
}

/** mappe_sheet_period: Returns: (transfer full): "Q3 2026", "July 2026" */
char *
mappe_sheet_period (MappePeriod period)
{
  return mappe_chart_period_text (period.year * 12 + period.month - 1, (guint) period.kind, NULL);
}

static gboolean
is_status (const MappeRow *row, const char *code)
{
  return g_strcmp0 (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS), code) == 0;
}

/** mappe_sheet_hides: Returns: whether the value of the line is shown here only: it is too small for charts and
 * exports */
gboolean
mappe_sheet_hides (const MappeSheet *self, guint line)
{
  const MappeSheetLine *at = mappe_sheet_get (self, line);
  const MappeRow *indicator = mappe_values_indicator (self->values);

  return at != NULL && at->row != NULL && mappe_row_get_int (indicator, MAPPE_INDICATOR_SUPPRESS_BELOW_5) != 0
         && !mappe_row_is_null (at->row, MAPPE_INDICATOR_VALUE_VALUE)
         && mappe_row_get_real (at->row, MAPPE_INDICATOR_VALUE_VALUE) > 0
         && mappe_row_get_real (at->row, MAPPE_INDICATOR_VALUE_VALUE) < MAPPE_SERIES_THRESHOLD;
}

static char *
number_text (const MappeSheet *self, const MappeRow *row, MappeLineField field)
{
  int digits = (int) mappe_row_get_int (mappe_values_indicator (self->values), MAPPE_INDICATOR_DECIMALS);
  double number = mappe_row_get_real (row, (guint) mappe_sheet_field (field));
  g_autofree char *rounded = mappe_real_format (number, digits);
  g_autofree char *exact = mappe_real_format (number, -1);

  /* What was typed more exactly than the indicator is shown is shown as it was typed. */
  return field == MAPPE_LINE_BASE || strlen (exact) > strlen (rounded) ? g_steal_pointer (&exact)
                                                                        : g_steal_pointer (&rounded);
}

/* A status is told by a sign and a word, not by colour. */
static char *
status_text (const MappeSheet *self, const MappeRow *row)
{
  static const struct { const char *code, *sign; } signs[] = {
    { "provisional", "○" }, { "final", "●" }, { "revised", "◐" }, { "missing", "–" }, { "suppressed", "×" },
  };
  const char *code = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS);
  const char *word = code != NULL ? mappe_display_code (self->display, "value_status", code) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (signs[i].code, code) == 0)
      return g_strdup_printf ("%s %s", signs[i].sign, word);
  return g_strdup (word != NULL ? word : "");
}

static char *
value_text (const MappeSheet *self, guint line, const MappeRow *row)
{
  g_autofree char *number = NULL;

  if (is_status (row, "suppressed"))
    return g_strdup ("×");
  if (mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE))
    return g_strdup ("–");
  number = number_text (self, row, MAPPE_LINE_VALUE);
  return mappe_sheet_hides (self, line) ? g_strdup_printf ("%s *", number) : g_steal_pointer (&number);
}

/** mappe_sheet_text: Returns: (transfer full): what the cell shows */
char *
mappe_sheet_text (const MappeSheet *self, guint line, MappeLineField field)
{
  const MappeSheetLine *at = mappe_sheet_get (self, line);
  const char *text;

  if (field == MAPPE_LINE_PERIOD)
    return mappe_sheet_is_odd (at) ? mappe_values_time_text (at->row) : mappe_sheet_period (at->period);
  if (at->row == NULL)
    return g_strdup ("");
  if (field == MAPPE_LINE_VALUE)
    return value_text (self, line, at->row);
  if (field == MAPPE_LINE_STATUS)
    return status_text (self, at->row);
  if (mappe_row_is_null (at->row, (guint) mappe_sheet_field (field)))
    return g_strdup ("");
  if (field == MAPPE_LINE_BASE)
    return number_text (self, at->row, field);
  text = mappe_row_get_text (at->row, (guint) mappe_sheet_field (field));
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\r\t", ' ');
}

/**
 * mappe_sheet_typed:
 *
 * Returns: (transfer full): what the cell holds as somebody would type it: for its editor and for other programs, so
 *   without groups of digits, and nothing where there is no value
 */
char *
mappe_sheet_typed (const MappeSheet *self, guint line, MappeLineField field)
{
  const MappeSheetLine *at = mappe_sheet_get (self, line);
  char *text;

  if (at->row == NULL && field != MAPPE_LINE_PERIOD)
    return g_strdup ("");
  if (field == MAPPE_LINE_STATUS)
    {
      const char *code = mappe_row_get_text (at->row, MAPPE_INDICATOR_VALUE_STATUS);
      return g_strdup (code != NULL ? mappe_display_code (self->display, "value_status", code) : "");
    }
  if (field != MAPPE_LINE_VALUE && field != MAPPE_LINE_BASE)
    return mappe_sheet_text (self, line, field);
  text = mappe_row_get_canonical (at->row, (guint) mappe_sheet_field (field));
  return text != NULL ? g_strdelimit (text, ".", *nl_langinfo (RADIXCHAR)) : g_strdup ("");
}

/** mappe_sheet_spoken: Returns: (transfer full): the cell for screen readers: "Q3 2026, Value: 12" */
char *
mappe_sheet_spoken (const MappeSheet *self, guint line, MappeLineField field)
{
  const MappeSheetLine *at = mappe_sheet_get (self, line);
  g_autofree char *period = mappe_sheet_text (self, line, MAPPE_LINE_PERIOD);
  g_autofree char *typed = mappe_sheet_typed (self, line, field);
  g_autofree char *status = field == MAPPE_LINE_VALUE && at->row != NULL ? mappe_sheet_typed (self, line,
                                                                                             MAPPE_LINE_STATUS)
                                                                         : NULL;

  if (field == MAPPE_LINE_PERIOD)
    return g_steal_pointer (&period);
  return g_strdup_printf ("%s, %s: %s%s%s", period, mappe_line_field_name (field),
                          *typed != '\0' ? typed : C_("value", "none"), status != NULL ? ", " : "",
                          status != NULL ? status : "");
}
