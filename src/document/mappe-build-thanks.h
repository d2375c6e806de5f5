/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-volunteers.h"

G_BEGIN_DECLS

MappeNode *mappe_build_thanks (const MappeVolunteers *volunteers, int year, const MappeLanguage *language);

G_END_DECLS
