/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-row.h"

G_BEGIN_DECLS

gboolean    mappe_agenda_has_public_part (const MappeRow *meeting);
const char *mappe_agenda_neutral_title   (const MappeLanguage *language);
void        mappe_agenda_suit_meeting    (MappeRow *item, const MappeRow *meeting, const MappeLanguage *language);

G_END_DECLS
