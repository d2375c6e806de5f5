/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

GPtrArray *mappe_register_parts (MappeStore *store, GError **error);

G_END_DECLS
