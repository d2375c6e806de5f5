/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-outcome-entry.h"

G_BEGIN_DECLS

/**
 * MappeOutcomesList:
 *
 * All measures that have indicators or goals, filtered and sorted. Signal "opened" (gint64 measure).
 */
#define MAPPE_TYPE_OUTCOMES_LIST (mappe_outcomes_list_get_type ())
G_DECLARE_FINAL_TYPE (MappeOutcomesList, mappe_outcomes_list, MAPPE, OUTCOMES_LIST, AdwBin)

/** MappeOutcomesSort: by what the list is sorted */
typedef enum {
  MAPPE_OUTCOMES_BY_PROJECT,
  MAPPE_OUTCOMES_BY_TITLE,
  MAPPE_OUTCOMES_BY_DIRECTION,
  MAPPE_OUTCOMES_BY_LEVEL,
  MAPPE_OUTCOMES_BY_START,
} MappeOutcomesSort;

GtkWidget *mappe_outcomes_list_new          (MappeStore *store);
GPtrArray *mappe_outcomes_list_get_entries  (MappeOutcomesList *self);
gboolean   mappe_outcomes_list_is_loaded    (MappeOutcomesList *self);
void       mappe_outcomes_list_filter       (MappeOutcomesList *self, gint64 project, gint64 area, int year,
                                             const char *text);
void       mappe_outcomes_list_sort         (MappeOutcomesList *self, MappeOutcomesSort sort);
void       mappe_outcomes_list_select       (MappeOutcomesList *self, gint64 measure);
gint64     mappe_outcomes_list_get_selected (MappeOutcomesList *self);
void       mappe_outcomes_list_focus_filter (MappeOutcomesList *self);
void       mappe_outcomes_list_print        (MappeOutcomesList *self);
MappeOutcomeSelection *mappe_outcomes_list_get_selection (MappeOutcomesList *self);

G_END_DECLS
