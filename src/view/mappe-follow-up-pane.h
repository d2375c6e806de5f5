/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeFollowUpPane:
 *
 * The follow-up of decisions: filters, list, and the acts on what is selected. Signals: "selected" and "opened"
 * (Enter, double click), both without arguments.
 */
#define MAPPE_TYPE_FOLLOW_UP_PANE (mappe_follow_up_pane_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpPane, mappe_follow_up_pane, MAPPE, FOLLOW_UP_PANE, AdwBin)

GtkWidget       *mappe_follow_up_pane_new          (MappeStore *store);
void             mappe_follow_up_pane_select       (MappeFollowUpPane *self, const MappeKind *kind, gint64 id);
gint64           mappe_follow_up_pane_get_selected (MappeFollowUpPane *self, const MappeKind **kind);
void             mappe_follow_up_pane_focus_filter (MappeFollowUpPane *self);
void             mappe_follow_up_pane_set_narrow   (MappeFollowUpPane *self, gboolean narrow);
void             mappe_follow_up_pane_focus_list   (MappeFollowUpPane *self);
void             mappe_follow_up_pane_print        (MappeFollowUpPane *self);

G_END_DECLS
