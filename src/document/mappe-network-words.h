/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-network-sectors.h"

G_BEGIN_DECLS

/* Words about who works with whom, in the language asked for (%NULL: that of the user). All are transfer full, except
 * that of a kind. */

char       *mappe_network_words_quiet   (const MappeNetwork *network, guint n, const MappeLanguage *language);
char       *mappe_network_words_last    (const MappeNetworkActivity *last, const MappeLanguage *language);
char       *mappe_network_words_source  (const MappeLanguage *language);
char       *mappe_network_words_share   (guint part, guint of, const MappeLanguage *language);
char       *mappe_network_words_percent (double percent, const MappeLanguage *language);
const char *mappe_network_words_kind    (const MappeNetwork *network, const char *kind, const MappeLanguage *language);

G_END_DECLS
