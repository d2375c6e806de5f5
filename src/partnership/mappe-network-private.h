/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-listing.h"
#include "mappe-network.h"

G_BEGIN_DECLS

/* While a network is read. @index: id of an organisation → its number + 1; @people: id of a person → the same */
typedef struct {
  MappeNetwork  *network;
  MappeSnapshot *snapshot;
  GHashTable    *index, *people;
} MappeNetworkReader;

guint     mappe_network_reader_find      (GHashTable *numbers, gint64 id);
void      mappe_network_reader_add       (MappeNetworkReader *self, MappeTie tie, const MappeListed *listed,
                                          const char *date, gboolean current, const gint64 *organisations, guint n);
void      mappe_network_reader_note      (MappeNetworkReader *self, guint nth, const MappeKind *kind, gint64 id,
                                          const char *title, const char *date);
gboolean  mappe_network_reader_ties      (MappeNetworkReader *self, GError **error);
gboolean  mappe_network_reader_bodies    (MappeNetworkReader *self, GError **error);
gboolean  mappe_network_reader_activity  (MappeNetworkReader *self, GError **error);

G_END_DECLS
