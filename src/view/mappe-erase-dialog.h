/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_erase_dialog_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id,
                              gboolean period_over);

G_END_DECLS
