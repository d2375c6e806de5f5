/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int  mappe_scaled        (GtkWidget *widget, int pixels);
void mappe_scaled_follow (GtkWidget *widget, GCallback changed);

G_END_DECLS
