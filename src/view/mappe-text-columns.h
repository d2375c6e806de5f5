/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table for looking only: each row is a text of #GtkStringObject whose cells are parted by tabs. */

void mappe_text_columns_add (GtkColumnView *view, const char *title, int width, gboolean number);

G_END_DECLS
