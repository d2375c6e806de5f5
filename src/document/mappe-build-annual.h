/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

MappeNode *mappe_build_annual (MappeSnapshot *snapshot, int year, const char *today, const MappeLanguage *language,
                               GError **error);

G_END_DECLS
