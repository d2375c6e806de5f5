/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-table.h"

G_BEGIN_DECLS

/**
 * MappeViewOptions:
 *
 * The menu button of a list: how it is sorted, which columns it has, and what can be done with all of it. Column
 * headers take no focus in GTK 4.8, so sorting has to be offered here. Signals: "sort-changed", "columns-changed"
 * after the table was told.
 */
#define MAPPE_TYPE_VIEW_OPTIONS (mappe_view_options_get_type ())
G_DECLARE_FINAL_TYPE (MappeViewOptions, mappe_view_options, MAPPE, VIEW_OPTIONS, GtkWidget)

GtkWidget *mappe_view_options_new (MappeTable *table, const MappeKind *kind);

G_END_DECLS
