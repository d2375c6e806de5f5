/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-network.h"
#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *mappe_build_network (const MappeNetwork *network, const MappeLanguage *language);

G_END_DECLS
