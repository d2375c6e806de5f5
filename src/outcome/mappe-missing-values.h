/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-language.h"
#include "mappe-period.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeMissingValues: an indicator that misses values
 * @indicator: its row
 * @periods: (element-type MappePeriod): periods that are over and have no entry, by time
 */
typedef struct {
  MappeRow *indicator;
  GArray   *periods;
} MappeMissingValues;

/**
 * MappeMissingValuesList: all indicators that miss values, of one state of the file
 * @entries: (element-type MappeMissingValues): by source
 * @codes: labels of codes
 * @council: (nullable): who asks
 * @logo: (nullable): its logo, as the file that was chosen
 */
typedef struct {
  GPtrArray  *entries;
  MappeCodes *codes;
  MappeRow   *council;
  GBytes     *logo;
} MappeMissingValuesList;

MappeMissingValuesList *mappe_missing_values_load    (MappeSnapshot *snapshot, const char *today, GError **error);
void              mappe_missing_values_free    (MappeMissingValuesList *self);
GPtrArray        *mappe_missing_values_sources (const MappeMissingValuesList *self);
const char       *mappe_missing_values_source_name (const MappeMissingValuesList *self, const char *source,
                                             const MappeLanguage *language);
const MappeLanguage *mappe_missing_values_language (const MappeMissingValuesList *self);
char             *mappe_missing_values_words   (const MappeMissingValuesList *self, const char *source,
                                         const MappeLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeMissingValuesList, mappe_missing_values_free)

G_END_DECLS
