/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/** MappeMinutesSignatures: who signs the minutes and when; any may be %NULL */
typedef struct {
  const char *chair;
  const char *minute_taker;
  const char *signed_on;
} MappeMinutesSignatures;

MappeNode *mappe_build_minutes             (const MappeSitting *sitting, MappeClass reader,
                                            const MappeLanguage *language);
MappeNode *mappe_build_minutes_for_editing (const MappeSitting *sitting, const MappeLanguage *language);
MappeNode *mappe_minutes_for_reader        (const MappeNode *minutes, MappeClass reader);
MappeNode *mappe_minutes_for_member        (const MappeNode *minutes, const MappeSitting *sitting,
                                            const MappeParticipant *participant);
char      *mappe_minutes_withheld          (const MappeSitting *sitting, const MappeParticipant *participant);
MappeNode *mappe_build_minutes_signed      (const MappeSitting *sitting, const MappeMinutesSignatures *signatures,
                                            const MappeLanguage *language);

G_END_DECLS
