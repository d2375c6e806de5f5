/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeSlopes: the slopes of all pairs of points that lie in one group
 * @times: (array): time of each point, rising within a group
 * @values: (array): its value
 * @starts: (array length=n_groups+1): where each group begins, and the end of the last
 * @n_groups: number of groups
 */
typedef struct {
  const double *times;
  const double *values;
  const gsize  *starts;
  gsize         n_groups;
} MappeSlopes;

double  mappe_order_median    (double *values, gsize n);
double  mappe_order_nth       (double *values, gsize n, gsize nth);
void    mappe_order_sort      (double *values, gsize n);
double  mappe_order_tie_sum   (const double *sorted, gsize n, double (*of_size) (double size));
guint64 mappe_slopes_pairs    (const MappeSlopes *self);
guint64 mappe_slopes_up_to    (const MappeSlopes *self, double slope, gboolean below_only);
void    mappe_slopes_at_ranks (const MappeSlopes *self, const guint64 *ranks, guint n_ranks, double *slopes);

G_END_DECLS
