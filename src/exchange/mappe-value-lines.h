/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cells.h"
#include "mappe-period.h"
#include "mappe-row.h"

G_BEGIN_DECLS

/** MappeLineField: what a column holds, in the order of the grid of values */
typedef enum {
  MAPPE_LINE_PERIOD,
  MAPPE_LINE_VALUE,
  MAPPE_LINE_BASE,
  MAPPE_LINE_STATUS,
  MAPPE_LINE_NOTE,
  MAPPE_LINE_N_FIELDS,
} MappeLineField;

/**
 * MappeValuePlan: how cells become values of a series
 * @columns: column of each field; -1 for none
 * @has_head: the first row names the columns
 * @transposed: periods stand side by side, so that the cells were turned
 * @first: the period of the first row where no column says it
 * @kind: length of the periods of the series; %MAPPE_PERIOD_NONE: any
 * @scale: (nullable): code of the list "scale"
 * @mark: decimal mark, '.' or ','; '?' when a cell may be read in two ways and the others do not say which;
 *   0 when no cell has one
 * @doubtful: (nullable): the first cell that may be read in two ways
 */
typedef struct {
  int             columns[MAPPE_LINE_N_FIELDS];
  gboolean        has_head;
  gboolean        transposed;
  MappePeriod     first;
  MappePeriodKind kind;
  const char     *scale;
  char            mark;
  const char     *doubtful;
} MappeValuePlan;

/**
 * MappeValueLine: what one row of cells says
 * @line: where it stands, from 1
 * @row: (nullable): an indicator value without its indicator; fields that are not given are empty. %NULL for a gap,
 *   which says nothing, and with @fault
 * @fault: (nullable): why it cannot be taken, in words
 * @field: what is at fault
 * @typed: (nullable): the cell at fault, or the period of a good row
 */
typedef struct {
  guint          line;
  MappeRow      *row;
  char          *fault;
  MappeLineField field;
  char          *typed;
} MappeValueLine;

MappeCells *mappe_value_plan_guess   (MappeValuePlan *self, const MappeCells *cells, MappeLineField at);
void        mappe_value_plan_weigh   (MappeValuePlan *self, const MappeCells *cells);
GPtrArray  *mappe_value_lines_read   (const MappeCells *cells, const MappeValuePlan *plan);
char       *mappe_value_lines_reject (GPtrArray *lines);

/* One cell */
gboolean    mappe_value_cell_number  (const char *typed, char mark, const char *scale, MappeLineField field,
                                      double *number, GError **error);
const char *mappe_value_cell_status  (const char *typed);
gboolean    mappe_value_cell_is_gap  (const char *typed);
gboolean    mappe_value_cell_is_withheld (const char *typed);
const char *mappe_line_field_name    (MappeLineField field);

G_END_DECLS
