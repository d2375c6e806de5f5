/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** How a road closure stands. */
typedef enum {
  MAPPE_CLOSURE_PLANNED,
  MAPPE_CLOSURE_ACTIVE,
  MAPPE_CLOSURE_OVER,    /* its end is over, but nobody wrote that it was lifted */
  MAPPE_CLOSURE_LIFTED,
} MappeClosureState;

/**
 * MappeLeadTimes: minutes from the request to the closed road
 * @n: closures that have one; the others say nothing
 * @median: middle one, of an even number the mean of both
 * @least: shortest
 * @most: longest
 */
typedef struct {
  guint  n;
  double median;
  gint64 least, most;
} MappeLeadTimes;

/**
 * MappeClosures: road closures
 * @listed: (element-type MappeListed): those that are not lifted first, then by begin, the newest first
 * @n_open: how many are not lifted
 * @all: lead times of all
 * @short_notice: of those that no event was planned for, which is what the partnership is measured by
 * @codes: labels of the code lists
 */
typedef struct {
  GPtrArray     *listed;
  guint          n_open;
  MappeLeadTimes all, short_notice;
  MappeCodes    *codes;
} MappeClosures;

MappeClosures     *mappe_closures_load        (MappeStore *store, GError **error);
void               mappe_closures_load_async  (MappeStore *store, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
MappeClosures     *mappe_closures_load_finish (MappeStore *store, GAsyncResult *result, GError **error);
void               mappe_closures_free        (MappeClosures *self);

MappeClosureState  mappe_closure_state        (const MappeRow *closure, const char *now);
gint64             mappe_closure_minutes      (const char *from, const char *to);
void               mappe_closure_complete     (MappeRow *closure);
MappeEdit         *mappe_closure_lift         (const MappeRow *closure, const char *now, GError **error);
char              *mappe_closures_now         (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeClosures, mappe_closures_free)

G_END_DECLS
