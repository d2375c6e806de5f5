/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeAgendaOrder:
 *
 * The order of an agenda while it is changed: items with their depth, public part first. Writes position, parent and
 * number of every item whose place changed. An item is moved together with those beneath it.
 */
typedef struct _MappeAgendaOrder MappeAgendaOrder;

typedef enum {
  MAPPE_AGENDA_UP,
  MAPPE_AGENDA_DOWN,
  MAPPE_AGENDA_IN,   /* beneath the item before it */
  MAPPE_AGENDA_OUT,
} MappeAgendaMove;

typedef enum {
  MAPPE_AGENDA_BEFORE,
  MAPPE_AGENDA_AFTER,
  MAPPE_AGENDA_INTO,
} MappeAgendaWhere;

/* Items stand at most this deep; main items are at 0. */
#define MAPPE_AGENDA_DEEPEST 4

MappeAgendaOrder *mappe_agenda_order_new    (const MappeSitting *sitting);
void              mappe_agenda_order_free   (MappeAgendaOrder *self);
int               mappe_agenda_order_find   (const MappeAgendaOrder *self, gint64 item);
gboolean          mappe_agenda_order_holds  (const MappeAgendaOrder *self, guint n, guint other);
gboolean          mappe_agenda_order_move   (MappeAgendaOrder *self, guint n, MappeAgendaMove move);
gboolean          mappe_agenda_order_place  (MappeAgendaOrder *self, guint n, guint target, MappeAgendaWhere where);
void              mappe_agenda_order_insert (MappeAgendaOrder *self, MappeRow *row, int after, guint depth);
void              mappe_agenda_order_insert_standing (MappeAgendaOrder *self, MappeRow *row);
void              mappe_agenda_order_remove (MappeAgendaOrder *self, guint n);
void              mappe_agenda_order_set_public (MappeAgendaOrder *self, guint n, gboolean public, const char *neutral);
gint64            mappe_agenda_order_write  (MappeAgendaOrder *self, MappeEdit *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeAgendaOrder, mappe_agenda_order_free)

G_END_DECLS
