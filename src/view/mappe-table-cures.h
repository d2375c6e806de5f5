/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Faults of the list widgets before GTK 4.10 and 4.12, and what cures them.  Nothing is done where GTK is newer. */

void mappe_table_cure_scrolling (GtkScrolledWindow *scrolled);
void mappe_table_cure_tab       (GtkScrolledWindow *scrolled);
void mappe_table_cure_click     (GtkListItem *item, GtkSelectionModel *selection);
void mappe_table_cure_row_name  (GtkWidget *cell_child, const char *name);

G_END_DECLS
