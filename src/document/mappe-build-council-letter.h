/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-letter-texts.h"
#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappeCouncilLetter: a letter of the council that is about no meeting
 * @kind: of the document, for files
 * @council: (nullable): whose letterhead it has
 * @recipient: (nullable): lines of the address
 * @text: subject and text, filled
 * @today: day of the letter, "YYYY-MM-DD"
 * @logo: (nullable): of the council, as the file that was chosen
 */
typedef struct {
  const char            *kind;
  const MappeRow        *council;
  const char            *recipient;
  const MappeFilledText *text;
  const char            *today;
  GBytes                *logo;
} MappeCouncilLetter;

MappeNode *mappe_build_council_letter (const MappeCouncilLetter *letter, const MappeLanguage *language);

G_END_DECLS
