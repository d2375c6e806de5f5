/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Counts below this are hidden where nothing else is set. */
#define MAPPE_DISCLOSURE_THRESHOLD 5

/**
 * MappeDisclosureCase:
 * @counts: (array): the table, row by row
 * @n_rows: rows
 * @n_columns: columns
 * @threshold: counts from 1 to one less are hidden
 * @zero_shown: unless the absence itself tells something
 * @protect: hide more, where totals would give a hidden count away
 */
typedef struct {
  const double *counts;
  gsize         n_rows, n_columns;
  double        threshold;
  gboolean      zero_shown;
  gboolean      protect;
} MappeDisclosureCase;

/**
 * MappeDisclosure:
 * @n_small: counts hidden because they are small
 * @n_hidden: all that are hidden
 * @gives_away: hidden counts of a row or column can be had from its total all the same: hide the total or merge
 *   categories
 */
typedef struct {
  gsize    n_small;
  gsize    n_hidden;
  gboolean gives_away;
} MappeDisclosure;

MappeDisclosure mappe_disclosure_hide  (const MappeDisclosureCase *given, gboolean *hidden);
double          mappe_disclosure_round (double count, double base);

G_END_DECLS
