/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_share_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id);

G_END_DECLS
