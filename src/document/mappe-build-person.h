/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-erase.h"
#include "mappe-letter-texts.h"
#include "mappe-node.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePersonData: what is stored of a person
 * @person: their own record
 * @council: (nullable): whose letterhead it has
 * @links: (element-type MappeLink): every record that names them
 * @history: (element-type MappeHistoryEntry): changes of their own record, newest first
 * @mentions: (nullable) (element-type MappeEraseMention): texts and attached files with their last name
 * @today: "YYYY-MM-DD"
 */
typedef struct {
  const MappeListed *person;
  const MappeRow    *council;
  GBytes            *logo;
  const MappeRow    *organisation;
  GPtrArray         *links;
  GPtrArray         *history;
  GPtrArray         *mentions;
  MappeCodes        *codes;
  const char        *today;
} MappePersonData;

MappeNode *mappe_build_person      (const MappePersonData *data, const MappeLanguage *language);
MappeNode *mappe_build_appointment (const MappePersonData *data, const MappeTemplate *text,
                                    const MappeLanguage *language);

G_END_DECLS
