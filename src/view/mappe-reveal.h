/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mappe_reveal        (GtkWidget *widget);
void mappe_reveal_cursor (GtkTextView *view);
void mappe_reveal_range  (GtkWidget *widget, double *top, double *bottom);

G_END_DECLS
