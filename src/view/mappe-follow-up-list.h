/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-follow-up-model.h"

G_BEGIN_DECLS

/**
 * MappeFollowUpList:
 *
 * Decisions and tasks, one line each: light and word, number, wording, who, day, meeting. Signals: "selected" and
 * "opened" (Enter, double click), both without arguments.
 */
#define MAPPE_TYPE_FOLLOW_UP_LIST (mappe_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpList, mappe_follow_up_list, MAPPE, FOLLOW_UP_LIST, GtkWidget)

MappeFollowUpModel  *mappe_follow_up_list_get_model    (MappeFollowUpList *self);
const MappeFollowUp *mappe_follow_up_list_get_selected (MappeFollowUpList *self);
void                 mappe_follow_up_list_take         (MappeFollowUpList *self, GPtrArray *entries);
void                 mappe_follow_up_list_select       (MappeFollowUpList *self, const MappeKind *kind, gint64 id);
void                 mappe_follow_up_list_set_narrow   (MappeFollowUpList *self, gboolean narrow);
void                 mappe_follow_up_list_focus        (MappeFollowUpList *self);

G_END_DECLS
