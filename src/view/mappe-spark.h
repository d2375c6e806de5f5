/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeSpark:
 *
 * A line of figures, as small as a word: its way, no values. Gaps stay gaps; a thin upright marks the start. What
 * stands beside it says the same in words, so a screen reader passes it over.
 */
#define MAPPE_TYPE_SPARK (mappe_spark_get_type ())
G_DECLARE_FINAL_TYPE (MappeSpark, mappe_spark, MAPPE, SPARK, GtkWidget)

GtkWidget *mappe_spark_new (const double *values, gsize n, int start);

G_END_DECLS
