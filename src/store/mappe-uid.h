/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeUid: what a record is called in the world, in whatever file it lies
 * @high: the first half of a UUID
 * @low: the second
 *
 * References ("MTG05") are names that people change, and ids count within one file. A record that was made in this file
 * is known by that file and its id, which is never given twice; so its UUID needs no place of its own. It is of
 * version 8 (RFC 9562: own layout): the id stands in the first 60 bits, a hash of file and kind in the last 62. So the
 * order of UUIDs is the order of ids, and a register can be written in that order without sorting. A record that came
 * from another file keeps the UUID it came with. A code is its list and its name, in every file.
 */
typedef struct {
  guint64 high;
  guint64 low;
} MappeUid;

#define MAPPE_UID_LENGTH 36

void     mappe_uid_format  (const MappeUid *uid, char text[MAPPE_UID_LENGTH + 1]);
gboolean mappe_uid_parse   (const char *text, MappeUid *uid);
int      mappe_uid_compare (const MappeUid *left, const MappeUid *right);

static inline gboolean
mappe_uid_is_set (const MappeUid *uid)
{
  return uid->high != 0 || uid->low != 0;
}

/**
 * MappeUids: UUIDs of the records of one state of the file
 *
 * Made for a job and gone with it.
 */
typedef struct _MappeUids MappeUids;

/** A place in the records of a kind, in the order of their UUIDs; begins as { 0 }. */
typedef struct {
  gint64    own;      /* id of the last record of this file */
  MappeUid  foreign;  /* UUID of the last record of another */
  guint     n_codes;
} MappeUidPlace;

/** MappeUidRow: a record with its UUID */
typedef struct {
  MappeUid  uid;
  MappeRow *row;
} MappeUidRow;

MappeUids *mappe_uids_new  (MappeSnapshot *snapshot, GError **error);
void       mappe_uids_free (MappeUids *self);
gboolean   mappe_uids_of   (MappeUids *self, const MappeKind *kind, gint64 id, MappeUid *uid, GError **error);
gint64     mappe_uids_find (MappeUids *self, const MappeKind *kind, const MappeUid *uid, GError **error);
GArray    *mappe_uids_page (MappeUids *self, const MappeKind *kind, MappeUidPlace *place, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeUids, mappe_uids_free)

G_END_DECLS
