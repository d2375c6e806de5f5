/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_request_letter_show (GtkWidget *near, MappeStore *store, gint64 indicator);

G_END_DECLS
