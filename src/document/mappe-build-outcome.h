/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-outcome.h"

G_BEGIN_DECLS

void       mappe_build_outcome_part    (MappeNode *parent, guint depth, MappeOutcome *outcome, gboolean brief,
                                        const MappeLanguage *language);
MappeNode *mappe_build_outcome_report  (const char *title, const GPtrArray *outcomes, const char *today,
                                        const MappeLanguage *language);

G_END_DECLS
