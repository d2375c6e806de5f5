/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-follow-up.h"

G_BEGIN_DECLS

/** MappeFollowUpObject: an entry of the follow-up as an object of the UI thread. */
#define MAPPE_TYPE_FOLLOW_UP_OBJECT (mappe_follow_up_object_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpObject, mappe_follow_up_object, MAPPE, FOLLOW_UP_OBJECT, GObject)

const MappeFollowUp *mappe_follow_up_object_get (MappeFollowUpObject *self);

/**
 * MappeFollowUpModel:
 *
 * What mappe_store_follow_up() gave, as a list. Objects are made when they are asked for.
 */
#define MAPPE_TYPE_FOLLOW_UP_MODEL (mappe_follow_up_model_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpModel, mappe_follow_up_model, MAPPE, FOLLOW_UP_MODEL, GObject)

MappeFollowUpModel  *mappe_follow_up_model_new         (void);
void                 mappe_follow_up_model_set_entries (MappeFollowUpModel *self, GPtrArray *entries);
GPtrArray           *mappe_follow_up_model_get_entries (MappeFollowUpModel *self);
guint                mappe_follow_up_model_find        (MappeFollowUpModel *self, const MappeKind *kind, gint64 id);

G_END_DECLS
