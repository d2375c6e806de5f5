/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeHistoryView:
 *
 * What happened to one record, newest first: who, when, which field, from what to what.
 */
#define MAPPE_TYPE_HISTORY_VIEW (mappe_history_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeHistoryView, mappe_history_view, MAPPE, HISTORY_VIEW, GtkBox)

GtkWidget *mappe_history_view_new  (MappeStore *store);
void       mappe_history_view_show (MappeHistoryView *self, const MappeKind *kind, gint64 id);

G_END_DECLS
