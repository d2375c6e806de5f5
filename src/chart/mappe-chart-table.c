/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-table.h"

#include <math.h>
#include <string.h>

#include "mappe-chart-private.h"

typedef enum {
  PART_POSITION,
  PART_VALUE,
  PART_LOWER,
  PART_UPPER,
} Part;

typedef struct {
  char                   *title;
  Part                    part;
  guint                   nth;     /* of the series in points of a row */
  const MappeChartPanel  *panel;
  const MappeChartSeries *series;
} Column;

/* The figures of a row: for each series with columns the index of its point, or NONE. */
#define NONE G_MAXSIZE

typedef struct {
  char  *text;
  double order;  /* rows of charts over time are in the order of time */
  gsize *points;
  const MappeChartSeries **of;  /* (nullable): where the points are of another series than that of the column */
} Row;

struct _MappeChartTable {
  MappeChart *chart;
  GArray     *columns;
  GPtrArray  *series;   /* tabular MappeChartSeries */
  GPtrArray  *panels;   /* of each of them */
  GPtrArray  *joined;   /* tabular MappeChartSeries without a column of their own */
  GPtrArray  *joined_panels;
  GPtrArray  *rows;
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->title);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->text);
  g_free (row->points);
  g_free (row->of);
  g_free (row);
}

/* --- columns --- */

static void
add_column (MappeChartTable *self, const char *title, Part part, guint nth)
{
  Column column = { g_strdup (title), part, nth, NULL, NULL };

  if (part != PART_POSITION)
    {
      column.panel = g_ptr_array_index (self->panels, nth);
      column.series = g_ptr_array_index (self->series, nth);
    }
  g_array_append_val (self->columns, column);
}

static char *
series_title (const MappeChartTable *self, guint nth)
{
  const MappeChartSeries *series = g_ptr_array_index (self->series, nth);
  const MappeChartPanel *panel = g_ptr_array_index (self->panels, nth);
  const char *name = *series->name != '\0' ? series->name : panel->value.title;

  return mappe_chart_with_unit (g_strdup (name != NULL ? name : ""),
                                name == NULL || g_strcmp0 (name, panel->value.unit) == 0 ? NULL : panel->value.unit);
}

static gboolean
has_interval (const MappeChartSeries *series)
{
  return series->lower != NULL && series->upper != NULL &&
         (series->draw & (MAPPE_CHART_WHISKERS | MAPPE_CHART_BAND | MAPPE_CHART_DIAMOND)) != 0;
}

static void
add_series_columns (MappeChartTable *self, guint nth)
{
  const MappeLanguage *language = self->chart->language;
  g_autofree char *title = series_title (self, nth);
  g_autofree char *lower = NULL, *upper = NULL;

  add_column (self, title, PART_VALUE, nth);
  if (!has_interval (g_ptr_array_index (self->series, nth)))
    return;
  /* Translators: columns of a table: ends of the 95% interval of the column before */
  lower = g_strdup_printf (L_ ("%s: from"), title);
  upper = g_strdup_printf (L_ ("%s: to"), title);
  add_column (self, lower, PART_LOWER, nth);
  add_column (self, upper, PART_UPPER, nth);
}

static const char *
position_title (const MappeChartTable *self)
{
  const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, 0);
  const MappeLanguage *language = self->chart->language;

  switch (panel->position.kind)
    {
    case MAPPE_CHART_AXIS_TIME:
      return L_ ("Period");
    case MAPPE_CHART_AXIS_SEASON:
      return L_ ("Month");
    case MAPPE_CHART_AXIS_NUMBER:
    case MAPPE_CHART_AXIS_LOG:
    case MAPPE_CHART_AXIS_CATEGORY:
    default:
      return panel->position.title != NULL ? panel->position.title : L_ ("Name");
    }
}

static void
add_series (MappeChartTable *self)
{
  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, i);

      for (guint j = 0; j < panel->series->len; j++)
        {
          MappeChartSeries *series = g_ptr_array_index (panel->series, j);

          if (!series->tabular)
            continue;
          g_ptr_array_add (series->joined ? self->joined : self->series, series);
          g_ptr_array_add (series->joined ? self->joined_panels : self->panels, panel);
        }
    }
}

/* Points with names (areas, quarters) have their position as a column. */
static gboolean
is_named (const MappeChartTable *self)
{
  return self->series->len > 0 && ((const MappeChartSeries *) g_ptr_array_index (self->series, 0))->texts != NULL;
}

static void
add_columns (MappeChartTable *self)
{
  if (is_named (self))
    {
      const MappeLanguage *language = self->chart->language;

      add_column (self, L_ ("Name"), PART_POSITION, 0);
      if (!((const MappeChartPanel *) g_ptr_array_index (self->panels, 0))->bare)
        add_column (self, position_title (self), PART_LOWER, 0);
      add_column (self, ((const MappeChartPanel *) g_ptr_array_index (self->panels, 0))->value.title, PART_VALUE, 0);
      return;
    }
  add_column (self, position_title (self), PART_POSITION, 0);
  for (guint i = 0; i < self->series->len; i++)
    add_series_columns (self, i);
}

/* --- rows --- */

static Row *
add_row (MappeChartTable *self, char *text, double order)
{
  Row *row = g_new0 (Row, 1);

  row->text = text;
  row->order = order;
  row->points = g_new (gsize, MAX (self->series->len, 1));
  for (guint i = 0; i < self->series->len; i++)
    row->points[i] = NONE;
  g_ptr_array_add (self->rows, row);
  return row;
}

static char *
row_text (const MappeChartTable *self, const MappeChartPanel *panel, const MappeChartSeries *series, gsize nth)
{
  if (series->texts != NULL)
    return g_strdup (series->texts[nth]);
  return mappe_chart_position_text (self->chart, panel, mappe_chart_series_x (series, nth));
}

/* @series: that of the columns @nth, or one that is joined to it */
static void
add_points (MappeChartTable *self, GHashTable *known, const MappeChartPanel *panel, const MappeChartSeries *series,
            guint nth)
{
  gboolean rows = panel->position.kind == MAPPE_CHART_AXIS_CATEGORY;

  for (gsize i = 0; i < series->n; i++)
    {
      g_autofree char *text = row_text (self, panel, series, i);
      Row *row = g_hash_table_lookup (known, text);

      /* Two figures of one series for one period are two rows. */
      if (row == NULL || row->points[nth] != NONE)
        {
          row = add_row (self, g_strdup (text), rows || series->texts != NULL ? 0 : mappe_chart_series_x (series, i));
          g_hash_table_insert (known, row->text, row);
        }
      row->points[nth] = i;
      if (series->joined && row->of == NULL)
        row->of = g_new0 (const MappeChartSeries *, self->series->len);
      if (series->joined)
        row->of[nth] = series;
    }
}

static void
add_joined (MappeChartTable *self, GHashTable *known, const MappeChartPanel *panel, const MappeChartSeries *series)
{
  for (guint i = 0; i < self->series->len; i++)
    if (g_str_equal (((const MappeChartSeries *) g_ptr_array_index (self->series, i))->name, series->name))
      {
        add_points (self, known, panel, series, i);
        return;
      }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = *(const Row *const *) a, *other = *(const Row *const *) b;

  return one->order < other->order ? -1 : one->order > other->order;
}

static void
add_rows (MappeChartTable *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->series->len; i++)
    add_points (self, known, g_ptr_array_index (self->panels, i), g_ptr_array_index (self->series, i), i);
  for (guint i = 0; i < self->joined->len; i++)
    add_joined (self, known, g_ptr_array_index (self->joined_panels, i), g_ptr_array_index (self->joined, i));
  g_ptr_array_sort (self->rows, compare_rows);
}

/** mappe_chart_table_new: Returns: (transfer full): the table of @chart */
MappeChartTable *
mappe_chart_table_new (MappeChart *chart)
{
  MappeChartTable *self = g_new0 (MappeChartTable, 1);

  self->chart = mappe_chart_ref (chart);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->series = g_ptr_array_new ();
  self->panels = g_ptr_array_new ();
  self->joined = g_ptr_array_new ();
  self->joined_panels = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
  add_series (self);
  add_columns (self);
  add_rows (self);
  return self;
}

/** mappe_chart_table_free: @self: (transfer full) (nullable) */
void
mappe_chart_table_free (MappeChartTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->joined);
  g_ptr_array_unref (self->joined_panels);
  g_ptr_array_unref (self->rows);
  mappe_chart_unref (self->chart);
  g_free (self);
}

/** mappe_chart_table_n_columns: Returns: number of columns, the first of which names the row */
guint
mappe_chart_table_n_columns (MappeChartTable *self)
{
  return self->columns->len;
}

/** mappe_chart_table_n_rows: Returns: number of rows, the heading not counted */
gsize
mappe_chart_table_n_rows (MappeChartTable *self)
{
  return self->rows->len;
}

/** mappe_chart_table_get_title: Returns: (transfer none): heading of @column */
const char *
mappe_chart_table_get_title (MappeChartTable *self, guint column)
{
  const char *title;

  g_return_val_if_fail (column < self->columns->len, "");
  title = g_array_index (self->columns, Column, column).title;
  return title != NULL ? title : "";
}

/* --- cells --- */

/* Returns: the series that the points of @row in @column are of */
static const MappeChartSeries *
series_of (const Column *column, const Row *row)
{
  return row->of != NULL && row->of[column->nth] != NULL ? row->of[column->nth] : column->series;
}

static double
part_of (const Column *column, const MappeChartSeries *series, gsize nth)
{
  if (series->texts != NULL && column->part == PART_LOWER)
    return mappe_chart_series_x (series, nth);
  switch (column->part)
    {
    case PART_LOWER:
      return series->lower[nth];
    case PART_UPPER:
      return series->upper[nth];
    case PART_POSITION:
    case PART_VALUE:
    default:
      return mappe_chart_series_shown (series, nth);
    }
}

/* Digits of a figure: lines to read others by have one more, so that a mean is not rounded to a whole number. */
static guint
digits_of (const Column *column)
{
  if (column->series->texts != NULL && column->part == PART_LOWER)
    return column->panel->position.digits;
  return column->panel->value.digits + (column->series->reference ? 1 : 0);
}

/**
 * mappe_chart_table_get_cell:
 *
 * Returns: (transfer full): what is written there: a number in the language of the chart, "not shown (small count)",
 *   "no entry", or nothing where the series has no such row
 */
char *
mappe_chart_table_get_cell (MappeChartTable *self, gsize row, guint column)
{
  const MappeLanguage *language = self->chart->language;
  const Column *of;
  const Row *at;
  gsize nth;
  double value;

  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);
  of = &g_array_index (self->columns, Column, column);
  at = g_ptr_array_index (self->rows, row);
  if (of->part == PART_POSITION)
    return g_strdup (at->text);
  nth = at->points[of->nth];
  if (nth == NONE)
    return g_strdup ("");
  if (mappe_chart_series_is_suppressed (series_of (of, at), nth))
    return g_strdup (mappe_chart_suppressed_text (self->chart));
  value = part_of (of, series_of (of, at), nth);
  if (isnan (value))
    return g_strdup (of->part == PART_VALUE && !of->series->reference
                         ? L_ ("no entry") : "");
  return mappe_chart_number_text (value, digits_of (of), self->chart->language);
}

/* --- comma-separated values --- */

static void
append_csv (GString *csv, const char *text, char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };

  if (strpbrk (text, special) == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

/* A spreadsheet reads "−1.234,5" as text: an ordinary minus sign and no grouping. */
static char *
csv_cell (MappeChartTable *self, gsize row, guint column)
{
  const Column *of = &g_array_index (self->columns, Column, column);
  const Row *at = g_ptr_array_index (self->rows, row);
  gboolean german = mappe_language_is_german (self->chart->language);
  char format[8], buffer[G_ASCII_DTOSTR_BUF_SIZE + 400];
  gsize nth = of->part == PART_POSITION ? NONE : at->points[of->nth];
  double value = nth == NONE ? NAN : part_of (of, series_of (of, at), nth);

  if (!isfinite (value) || mappe_chart_series_is_suppressed (series_of (of, at), nth))
    return mappe_chart_table_get_cell (self, row, column);
  g_snprintf (format, sizeof format, "%%.%uf", MIN (digits_of (of), 9));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  return g_strdelimit (g_strdup (buffer), german ? "." : "", ',');
}

/**
 * mappe_chart_table_to_csv:
 *
 * Returns: (transfer full): the table for spreadsheets of the chart's language: ";" and decimal comma in German, ","
 *   and decimal point in English; UTF-8 with a byte order mark, lines end with CR and LF
 */
char *
mappe_chart_table_to_csv (MappeChartTable *self)
{
  char separator = mappe_language_is_german (self->chart->language) ? ';' : ',';
  GString *csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, separator);
      append_csv (csv, mappe_chart_table_get_title (self, i), separator);
    }
  g_string_append (csv, "\r\n");
  for (gsize row = 0; row < self->rows->len; row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *cell = csv_cell (self, row, i);

          if (i > 0)
            g_string_append_c (csv, separator);
          append_csv (csv, cell, separator);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
