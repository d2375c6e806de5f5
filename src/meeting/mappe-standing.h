/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeStandingItems: what comes onto an agenda by itself
 * @approvals: (element-type MappeRow): meetings whose minutes are sent and not approved
 * @objections: open objections against those minutes
 * @deferred: (element-type MappeRow): items of earlier meetings that were deferred and are on the agenda of no other
 * meeting that takes place
 * @unfinished: decisions and tasks of the body to be followed up
 */
typedef struct {
  GPtrArray *approvals;
  guint      objections;
  GPtrArray *deferred;
  guint      unfinished;
} MappeStandingItems;

MappeStandingItems *mappe_standing_load           (MappeStore *store, gint64 body, const char *held_on, GError **error);
void                mappe_standing_load_async     (MappeStore *store, gint64 body, const char *held_on,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                                   gpointer data);
MappeStandingItems *mappe_standing_load_finish    (MappeStore *store, GAsyncResult *result, GError **error);
void                mappe_standing_free           (MappeStandingItems *self);
GPtrArray          *mappe_standing_rows           (const MappeStandingItems *self, const MappeRow *meeting,
                                                   GPtrArray *there, const MappeLanguage *language);
MappeEdit          *mappe_agenda_add_standing     (const MappeSitting *sitting, const MappeStandingItems *standing,
                                                   GError **error);
guint               mappe_agenda_missing_standing (const MappeSitting *sitting, const MappeStandingItems *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeStandingItems, mappe_standing_free)

G_END_DECLS
