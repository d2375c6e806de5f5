/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-funding.h"
#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *mappe_build_use_report (const MappeFundingFile *file, const GPtrArray *outcomes, const char *today,
                                   const MappeLanguage *language);

G_END_DECLS
