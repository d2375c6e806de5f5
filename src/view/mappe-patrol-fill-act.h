/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_patrol_fill_act_run (GtkWidget *near, MappeStore *store, gint64 indicator);

G_END_DECLS
