/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_archive_folder_save (GtkWidget *near, MappeStore *store, gint64 offer);

G_END_DECLS
