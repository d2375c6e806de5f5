/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-row.h"

G_BEGIN_DECLS

void mappe_letterhead_add     (MappeNode *document, const MappeRow *council);
void mappe_letterhead_add_day (MappeNode *document, const MappeRow *council, const char *day,
                               const MappeLanguage *language);

G_END_DECLS
