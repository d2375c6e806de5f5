/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-templates.h"

G_BEGIN_DECLS

MappeNode *mappe_build_letter       (const MappeSitting *sitting, const MappeTemplate *text,
                                     const MappeLetterFacts *facts, const MappeLanguage *language);
const char *mappe_letter_now        (const MappeSitting *sitting, guint *edition);
MappeNode *mappe_build_signing_list (const MappeSitting *sitting, const MappeLanguage *language);

G_END_DECLS
