/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list: texts that wrap, and lights and buttons beside them; where there is no room, beneath them. */

GtkWidget *mappe_wrap_row_new    (const char *title, const char *subtitle);
void       mappe_wrap_row_append (GtkWidget *row, GtkWidget *widget);

G_END_DECLS
