/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-register.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** MappeShow: whether readers see a record, and if not, why */
typedef enum {
  MAPPE_SHOWN,
  MAPPE_ANNOUNCED,     /* that there is something, in general words */
  MAPPE_CONFIDENTIAL,
  MAPPE_PERSONAL,
  MAPPE_DRAFT,
  MAPPE_ABSENT,        /* part of something that is not shown */
} MappeShow;

/**
 * MappeVeil:
 *
 * The council as readers of a profile see it: the one place that says what may leave the house, for the register and
 * for every other file. Lives as long as the snapshot it is made of.
 */
typedef struct _MappeVeil MappeVeil;

MappeVeil *mappe_veil_new       (MappeSnapshot *snapshot, const MappeRegisterOrder *order, GError **error);
void       mappe_veil_free      (MappeVeil *self);
guint64    mappe_veil_fields    (const MappeVeil *self, const MappeKind *kind);
gboolean   mappe_veil_show      (MappeVeil *self, const MappeRow *row, MappeShow *show, GError **error);
gboolean   mappe_veil_has_field (MappeVeil *self, const MappeRow *row, MappeShow row_show, guint field, gboolean *has,
                                 GError **error);
MappeRow  *mappe_veil_row       (MappeVeil *self, MappeRow *row, GError **error);
MappeRow  *mappe_veil_see       (MappeVeil *self, MappeRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeVeil, mappe_veil_free)

G_END_DECLS
