/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-file.h"
#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *mappe_build_event      (const MappeEventFile *file, const char *today, const MappeLanguage *language);
MappeNode *mappe_build_event_plan (const MappeEventFile *file, const MappeLanguage *language);
MappeNode *mappe_build_event_debrief (const MappeEventFile *file, const char *today,
                                      const MappeLanguage *language);

G_END_DECLS
