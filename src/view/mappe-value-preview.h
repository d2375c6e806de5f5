/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-value-intake.h"

G_BEGIN_DECLS

/* The lines of a table and what becomes of each: rejected ones first, then those that change something. */

GtkWidget *mappe_value_preview_new  (void);
void       mappe_value_preview_fill (GtkWidget *preview, const MappeIntake *intake);

G_END_DECLS
