/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-kind.h"

G_BEGIN_DECLS

/**
 * MappeWaypoint: a place the user was at
 * @page: name of the page
 * @kind: (nullable): kind of the record on show
 * @id: its id, or 0
 */
typedef struct {
  const char      *page;
  const MappeKind *kind;
  gint64           id;
} MappeWaypoint;

/* Where the user was, for back and forward. */
typedef struct _MappeNavigation MappeNavigation;

MappeNavigation     *mappe_navigation_new         (void);
void                 mappe_navigation_free        (MappeNavigation *self);
void                 mappe_navigation_visit       (MappeNavigation *self, const char *page, const MappeKind *kind,
                                                   gint64 id, gint64 now);
const MappeWaypoint *mappe_navigation_back        (MappeNavigation *self);
const MappeWaypoint *mappe_navigation_forward     (MappeNavigation *self);
gboolean             mappe_navigation_can_back    (MappeNavigation *self);
gboolean             mappe_navigation_can_forward (MappeNavigation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeNavigation, mappe_navigation_free)

G_END_DECLS
