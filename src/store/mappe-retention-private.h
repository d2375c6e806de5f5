/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-apply-private.h"
#include "mappe-retention.h"

G_BEGIN_DECLS

/* --- mappe-retention.c --- */
MappeRetention *mappe_retention_load_on (MappeConn *conn, const char *today, GError **error);
GPtrArray *mappe_retention_rules   (MappeConn *conn, GError **error);
gboolean   mappe_retention_is_about (const MappeKind *kind);
GPtrArray *mappe_retention_ended   (MappeConn *conn, const MappeRetentionRule *rule, gint64 id, GError **error);
gboolean   mappe_retention_decided (MappeConn *conn, const char *uid, char **decision, gint64 *offer, GError **error);

/* --- mappe-guard-retention.c --- */
gboolean   mappe_guard_retention   (MappeApply *apply, const MappeRow *row, GError **error);
gboolean   mappe_guard_erasing     (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error);

G_END_DECLS
