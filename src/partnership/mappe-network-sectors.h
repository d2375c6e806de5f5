/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-network.h"

G_BEGIN_DECLS

/**
 * MappeNetworkSector: a sector and its people in bodies
 * @name: (nullable): %NULL: people of no organisation, or of one without a sector
 */
typedef struct {
  const char *name;
  guint       voting, advisory;
} MappeNetworkSector;

/**
 * MappeNetworkPresence: in how many bodies a kind of organisation sits
 * @kind: code of the list "org_kind"
 * @reference: share of the bodies of the region compared with, in percent
 */
typedef struct {
  const char *kind;
  guint       bodies, of;
  double      reference;
} MappeNetworkPresence;

/**
 * MappeNetworkReference: figures to compare with
 * @region: whose bodies they are of
 * @source: who publishes them, and where
 * @year: in which they were read there; the source does not say of which year they are
 */
typedef struct {
  const char *region, *source;
  int         year;
} MappeNetworkReference;

GArray                      *mappe_network_composition (const MappeNetwork *self);
GArray                      *mappe_network_presence    (const MappeNetwork *self);
const MappeNetworkReference *mappe_network_reference   (void);

G_END_DECLS
