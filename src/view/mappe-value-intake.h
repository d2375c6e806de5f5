/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-value-lines.h"
#include "mappe-values.h"

G_BEGIN_DECLS

/**
 * MappeIntake: a table of values on its way into a series: how it is read, and what it would change
 * @values: what is there already
 * @text: the table, UTF-8
 * @encoding: what it was taken to be
 * @at: where it is put, for a table without periods
 * @separator: between cells; 0 for none
 * @cells: its cells, each row a period
 * @plan: how they are read
 * @lines: (element-type MappeValueLine): what they say
 * @n_added: lines that fill a gap
 * @n_changed: lines that bring another value than is there
 * @n_same: lines that bring nothing new
 * @n_gaps: lines without a value
 * @n_faults: lines that cannot be taken
 */
typedef struct {
  MappeValues    *values;
  char           *text;
  const char     *encoding;
  MappeLineField  at;
  char            separator;
  MappeCells     *cells;
  MappeValuePlan  plan;
  GPtrArray      *lines;
  guint           n_added, n_changed, n_same, n_gaps, n_faults;
} MappeIntake;

MappeIntake *mappe_intake_new           (MappeValues *values, const char *text, const char *encoding,
                                         MappePeriod first, MappeLineField at);
void         mappe_intake_free          (MappeIntake *self);
void         mappe_intake_set_separator (MappeIntake *self, char separator);
void         mappe_intake_set_column    (MappeIntake *self, MappeLineField field, int column);
void         mappe_intake_set_head      (MappeIntake *self, gboolean has_head);
void         mappe_intake_set_mark      (MappeIntake *self, char mark);
gboolean     mappe_intake_is_plain      (const MappeIntake *self);
GPtrArray   *mappe_intake_rows          (const MappeIntake *self);
char        *mappe_intake_summary       (const MappeIntake *self);
char        *mappe_intake_column_name   (const MappeIntake *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeIntake, mappe_intake_free)

G_END_DECLS
