/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_closure_form_run (GtkWidget *near, MappeStore *store, gint64 event, gint64 area, const char *area_title);

G_END_DECLS
