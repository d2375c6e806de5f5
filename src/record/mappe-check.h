/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

gboolean mappe_check_fail  (const MappeRow *row, guint at, const char *what, int *field, GError **error);
gboolean mappe_check_order (const MappeRow *row, guint first, guint second, int *field, GError **error);
gboolean mappe_check_votes (const MappeRow *row, const guint *counts, int *field, GError **error);

G_END_DECLS
