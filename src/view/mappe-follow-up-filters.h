/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-follow-up.h"

G_BEGIN_DECLS

/**
 * MappeFollowUpFilters:
 *
 * What the follow-up shows: state, body, year, office, part and words. Signal "changed".
 */
#define MAPPE_TYPE_FOLLOW_UP_FILTERS (mappe_follow_up_filters_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpFilters, mappe_follow_up_filters, MAPPE, FOLLOW_UP_FILTERS, GtkWidget)

void       mappe_follow_up_filters_offer   (MappeFollowUpFilters *self, GPtrArray *entries);
void       mappe_follow_up_filters_fill    (MappeFollowUpFilters *self, MappeFollowUpFilter *filter);
void       mappe_follow_up_filters_focus   (MappeFollowUpFilters *self);
void       mappe_follow_up_filters_reset   (MappeFollowUpFilters *self);
void       mappe_follow_up_filters_show    (MappeFollowUpFilters *self, MappeFollowUpState state, gint64 meeting);
char      *mappe_follow_up_filters_get_state (MappeFollowUpFilters *self);

G_END_DECLS
