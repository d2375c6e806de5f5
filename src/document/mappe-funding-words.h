/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-funding-rules.h"

G_BEGIN_DECLS

const char *mappe_funding_words_rule    (MappeFundingRule rule, const MappeLanguage *language);
char       *mappe_funding_words_check   (const MappeFundingFile *file, MappeFundingRule rule, const char *today,
                                         const MappeLanguage *language);
char       *mappe_funding_words_report  (const MappeFundingFile *file, const char *today,
                                         const MappeLanguage *language);
char       *mappe_funding_words_days    (const char *day, const char *today, const MappeLanguage *language);
char       *mappe_funding_words_euro    (gint64 cents, const MappeLanguage *language);

G_END_DECLS
