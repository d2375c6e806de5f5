/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-display.h"
#include "mappe-due.h"

G_BEGIN_DECLS

/**
 * MappeDueRow:
 *
 * One matter of the overview: light, what, when, who, and the usual next step. Keys: Enter opens the record, d marks
 * it as done, n asks for a new date, r copies a reminder.
 */
#define MAPPE_TYPE_DUE_ROW (mappe_due_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeDueRow, mappe_due_row, MAPPE, DUE_ROW, GtkListBoxRow)

/** How much of a matter its row shows. */
typedef enum {
  MAPPE_DUE_ROW_PLAIN,
  MAPPE_DUE_ROW_FULL,     /* a meeting with everything ready and missing */
  MAPPE_DUE_ROW_MISSING,  /* a meeting with what is missing only */
} MappeDueRowDetail;

GtkWidget          *mappe_due_row_new       (MappeStore *store);
void                mappe_due_row_set       (MappeDueRow *self, GPtrArray *due, const MappeDueItem *item,
                                             MappeDisplay *display, MappeDueRowDetail detail);
const MappeDueItem *mappe_due_row_get_item  (MappeDueRow *self);
gboolean            mappe_due_row_is_of     (MappeDueRow *self, const MappeDueItem *item);
void                mappe_due_row_open      (MappeDueRow *self);

G_END_DECLS
