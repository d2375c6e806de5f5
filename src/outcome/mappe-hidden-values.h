/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

gpointer mappe_hidden_values_load (MappeSnapshot *snapshot, gpointer data, GError **error);
void     mappe_hidden_values_veil (GHashTable *hidden, GPtrArray *listed);

G_END_DECLS
