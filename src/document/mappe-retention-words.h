/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-retention.h"

G_BEGIN_DECLS

/* Sentences about retention, in the language asked for (%NULL: that of the user); transfer full but for words. */

char       *mappe_retention_words_rule   (const MappeRetentionRule *rule, const MappeLanguage *language);
const char *mappe_retention_words_basis  (const MappeRetentionRule *rule, const MappeLanguage *language);
const char *mappe_retention_words_state  (MappeRetentionState state, const MappeLanguage *language);
char       *mappe_retention_words_period (const char *from, const char *until, const MappeLanguage *language);
char       *mappe_retention_words_volume (gint64 files, gint64 pages, const MappeLanguage *language);

G_END_DECLS
