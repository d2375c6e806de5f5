/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** By what organisations work together. */
typedef enum {
  MAPPE_TIE_PROJECT,
  MAPPE_TIE_PATROL,
  MAPPE_TIE_AGREEMENT,
  MAPPE_TIE_EVENT,
  MAPPE_TIE_BODY,
  MAPPE_N_TIES,
  MAPPE_TIE_ANY = MAPPE_N_TIES,
} MappeTie;

/**
 * MappeNetworkShared: a record that organisations have in common, or that one of them did
 * @date: (nullable): last day on which something was done in it
 * @nodes: (element-type guint): numbers of the organisations, each once, ascending
 * @current: it belongs to the last twelve months, and counts as a tie
 */
typedef struct {
  MappeTie         tie;
  const MappeKind *kind;
  gint64           id;
  char            *title, *date;
  GArray          *nodes;
  gboolean         current;
} MappeNetworkShared;

/** MappeNetworkActivity: what an organisation did last. @kind: (nullable): nothing is known */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  char            *title, *date;
} MappeNetworkActivity;

/**
 * MappeNetworkNode: an organisation
 * @voting: people of it who are entitled to vote in a body
 * @advisory: people of it in bodies who are not
 */
typedef struct {
  MappeRow            *organisation;
  MappeNetworkActivity last;
  guint                voting, advisory;
} MappeNetworkNode;

/**
 * MappeNetworkBody: a body, and whose people sit in it
 * @kinds: (element-type utf8): kinds of these organisations
 */
typedef struct {
  MappeRow   *body;
  GHashTable *kinds;
} MappeNetworkBody;

/**
 * MappeNetwork: who works with whom in the twelve months before a day, and what is running on it
 * @today: the day
 * @from: first of these months' days
 * @nodes: (element-type MappeNetworkNode): organisations that have not left, by name
 * @shared: (element-type MappeNetworkShared)
 * @bodies: (element-type MappeNetworkBody): those that are active
 * @counts: of each tie, number of records that two organisations share
 * @codes: labels of kinds of organisations
 * @voting, @advisory: people in bodies who belong to no organisation
 */
typedef struct {
  char      *today, *from;
  GPtrArray *nodes, *shared, *bodies;
  guint16   *counts[MAPPE_N_TIES];
  MappeCodes *codes;
  guint      voting, advisory;
} MappeNetwork;

MappeNetwork           *mappe_network_load       (MappeSnapshot *snapshot, const char *today, GError **error);
void                    mappe_network_free       (MappeNetwork *self);
const MappeNetworkNode *mappe_network_node       (const MappeNetwork *self, guint nth);
const char             *mappe_network_name       (const MappeNetwork *self, guint nth);
guint                   mappe_network_count      (const MappeNetwork *self, guint one, guint other, MappeTie tie);
guint                   mappe_network_n_partners (const MappeNetwork *self, guint nth, MappeTie tie);
GPtrArray              *mappe_network_between    (const MappeNetwork *self, guint one, guint other, MappeTie tie);
GPtrArray              *mappe_network_sectors    (const MappeNetwork *self);
GArray                 *mappe_network_pick       (const MappeNetwork *self, const char *sector, MappeTie tie,
                                                  guint most);
GArray                 *mappe_network_across     (const MappeNetwork *self, const GArray *rows, MappeTie tie,
                                                  guint most);
GArray                 *mappe_network_quiet      (const MappeNetwork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeNetwork, mappe_network_free)

G_END_DECLS
