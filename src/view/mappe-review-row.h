/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-display.h"
#include "mappe-review.h"

G_BEGIN_DECLS

/**
 * MappeReviewRow:
 *
 * A clause of the review: duty, offices, duty roster and evidence; fulfilment and remark to be chosen. Signal "judged":
 * one of the two was changed.
 */
#define MAPPE_TYPE_REVIEW_ROW (mappe_review_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeReviewRow, mappe_review_row, MAPPE, REVIEW_ROW, AdwBin)

GtkWidget  *mappe_review_row_new            (void);
void        mappe_review_row_show           (MappeReviewRow *self, const MappeReviewClause *clause,
                                             MappeDisplay *display, gboolean writable);
gint64      mappe_review_row_get_clause     (MappeReviewRow *self);
const char *mappe_review_row_get_fulfilment (MappeReviewRow *self);
const char *mappe_review_row_get_remark     (MappeReviewRow *self);

G_END_DECLS
