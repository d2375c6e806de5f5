/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-practice.h"

G_BEGIN_DECLS

MappeNode *mappe_build_practice (const MappePractice *practice, const MappeLanguage *language);
MappeNode *mappe_build_transfer (const MappeTransferCheck *check, const MappeLanguage *language);

G_END_DECLS
