/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-node.h"
#include "mappe-retention.h"

G_BEGIN_DECLS

/**
 * MappeArchivePaper: what both papers for the archive say beside their lists
 * @council: (nullable): for the letterhead
 * @codes: words for codes
 * @today: "YYYY-MM-DD"
 */
typedef struct {
  const MappeRow *council;
  MappeCodes     *codes;
  const char     *today;
} MappeArchivePaper;

MappeNode *mappe_build_archive_offer (const MappeRow *offer, GPtrArray *items, const MappeArchivePaper *paper,
                                      const MappeLanguage *language);
MappeNode *mappe_build_retention     (const MappeRetention *retention, const MappeArchivePaper *paper,
                                      const MappeLanguage *language);

G_END_DECLS
