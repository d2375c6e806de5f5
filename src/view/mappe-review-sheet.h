/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeReviewSheet:
 *
 * The yearly review of an agreement: agreement and year to choose, the clauses, signing off; beneath it what was agreed
 * but stands in no duty roster.
 */
#define MAPPE_TYPE_REVIEW_SHEET (mappe_review_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MappeReviewSheet, mappe_review_sheet, MAPPE, REVIEW_SHEET, AdwBin)

GtkWidget *mappe_review_sheet_new   (MappeStore *store);
void       mappe_review_sheet_print (MappeReviewSheet *self);

G_END_DECLS
