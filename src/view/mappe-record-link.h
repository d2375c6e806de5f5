/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/* Lines that stand for a record and open it. */

void       mappe_record_link_open      (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id);
GtkWidget *mappe_record_link_row       (MappeStore *store, const MappeListed *listed, int without);
GtkWidget *mappe_record_link_add_button (MappeStore *store, const MappeKind *kind, guint field, gint64 id);

G_END_DECLS
