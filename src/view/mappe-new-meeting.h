/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

void mappe_new_meeting_run    (GtkWidget *near, MappeStore *store, gint64 body, gint64 copy_from);
void mappe_meeting_series_run (GtkWidget *near, MappeStore *store, const MappeSitting *sitting);

G_END_DECLS
