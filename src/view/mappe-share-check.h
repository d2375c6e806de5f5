/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-outgoing.h"
#include "mappe-share-job.h"

G_BEGIN_DECLS

/* Before something leaves the house: whether parts of it are for others now than when it last went out; and the note
 * that it went. */

void           mappe_share_check_async  (GtkWidget *near, MappeStore *store, const MappeShareWish *wish,
                                         const char *way, GAsyncReadyCallback callback, gpointer data);
MappeOutgoing *mappe_share_check_finish (GAsyncResult *result, GError **error);
void           mappe_share_note         (MappeStore *store, MappeOutgoing *outgoing, const char *hash);

G_END_DECLS
