/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-display.h"
#include "mappe-value-lines.h"
#include "mappe-values.h"

G_BEGIN_DECLS

/**
 * MappeSheetLine: a line of the grid of values
 * @period: of kind %MAPPE_PERIOD_NONE for a value of a time without a known length
 * @row: (nullable): the value; owned by the values
 */
typedef struct {
  MappePeriod     period;
  const MappeRow *row;
} MappeSheetLine;

/**
 * MappeSheet: what the grid of values shows: a line a period, without holes, and the texts of its cells
 * @lines: (element-type MappeSheetLine): by time
 * @start: (nullable): first day of the measure
 * @earlier: how often earlier periods were asked for
 * @is_cut: there are earlier values that are not listed
 */
typedef struct {
  MappeValues  *values;
  MappeDisplay *display;
  GArray       *lines;
  char         *start;
  guint         earlier;
  gboolean      is_cut;
} MappeSheet;

MappeSheet     *mappe_sheet_new       (MappeValues *values, MappeDisplay *display, const char *start,
                                       const char *today, guint earlier);
void            mappe_sheet_free      (MappeSheet *self);
MappeSheetLine *mappe_sheet_get       (const MappeSheet *self, guint line);
gboolean        mappe_sheet_is_odd    (const MappeSheetLine *line);
gboolean        mappe_sheet_hides     (const MappeSheet *self, guint line);
gboolean        mappe_sheet_is_earliest (const MappeSheet *self);
char           *mappe_sheet_text      (const MappeSheet *self, guint line, MappeLineField field);
char           *mappe_sheet_typed     (const MappeSheet *self, guint line, MappeLineField field);
char           *mappe_sheet_spoken    (const MappeSheet *self, guint line, MappeLineField field);
char           *mappe_sheet_period    (MappePeriod period);
int             mappe_sheet_field     (MappeLineField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSheet, mappe_sheet_free)

G_END_DECLS
