/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeColumns:
 *
 * Children in as many columns as fit, one below the other in each. Which column a child stands in depends on the
 * number of columns alone, never on heights, so that nothing changes sides when a child grows.
 */
#define MAPPE_TYPE_COLUMNS (mappe_columns_get_type ())
G_DECLARE_FINAL_TYPE (MappeColumns, mappe_columns, MAPPE, COLUMNS, GtkWidget)

enum { MAPPE_COLUMNS_MOST = 3 };

GtkWidget *mappe_columns_new (void);
void       mappe_columns_add (MappeColumns *self, GtkWidget *child, guint of_two, guint of_three);

G_END_DECLS
