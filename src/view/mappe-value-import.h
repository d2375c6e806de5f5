/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-value-intake.h"

G_BEGIN_DECLS

/** Takes the rows that the user agreed to. @intake: (transfer none) */
typedef void (*MappeIntakeFunc) (const MappeIntake *intake, gpointer data);

void mappe_value_import_run (GtkWidget *near, const char *title, MappeIntake *intake, MappeIntakeFunc take,
                             gpointer data, GDestroyNotify data_free);

G_END_DECLS
