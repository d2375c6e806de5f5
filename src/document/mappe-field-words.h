/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-node.h"
#include "mappe-row.h"

G_BEGIN_DECLS

char *mappe_field_words     (const MappeRow *row, guint field, const char *shown, MappeCodes *codes,
                             const MappeLanguage *language);
void  mappe_field_words_add (MappeNode *table, const MappeRow *row, char *const *shown, MappeCodes *codes,
                             const MappeLanguage *language);

G_END_DECLS
