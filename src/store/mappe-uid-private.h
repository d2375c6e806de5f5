/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store-private.h"
#include "mappe-uid.h"

G_BEGIN_DECLS

MappeUids *mappe_uids_new_on (MappeConn *conn, GError **error);
gboolean   mappe_uids_keep   (MappeUids *self, const MappeKind *kind, gint64 id, const MappeUid *uid, GError **error);

G_END_DECLS
