/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-due.h"
#include "mappe-store-private.h"

G_BEGIN_DECLS

gboolean mappe_due_collect          (MappeConn *conn, const char *today, GPtrArray *items, GError **error);
gint64   mappe_due_missing_periods  (const char *frequency, const char *newest, const char *today, char **first);

MappeDueLight mappe_due_light        (const char *date, int days_left);

G_END_DECLS
