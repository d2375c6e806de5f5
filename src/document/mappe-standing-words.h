/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-standing-report.h"

G_BEGIN_DECLS

/* Sentences about how the council stands, in the language asked for (%NULL: that of the user). All are transfer full,
 * except the headings. */

GPtrArray  *mappe_standing_words_warnings (const MappeStandingBody *body, const MappeLanguage *language);
char       *mappe_standing_words_verdict  (const MappeStandingReport *report, const MappeLanguage *language);
char       *mappe_standing_words_meeting  (const MappeRow *meeting, const MappeLanguage *language);
char       *mappe_standing_words_rhythm   (const MappeStandingBody *body, const MappeLanguage *language);
char       *mappe_standing_words_members  (const MappeStandingBody *body, const MappeLanguage *language);
char       *mappe_standing_words_activity (const MappeStandingActivity *activity, const MappeLanguage *language);
char       *mappe_standing_words_open     (const MappeStandingActivity *activity, const MappeLanguage *language);
char       *mappe_standing_words_entry    (const MappeStandingReport *report, const MappeStandingEntry *entry,
                                           const MappeLanguage *language);
char       *mappe_standing_words_count    (const MappeStandingReport *report, MappeStandingTopic topic,
                                           const MappeLanguage *language);
const char *mappe_standing_words_topic    (MappeStandingTopic topic, const MappeLanguage *language);

G_END_DECLS
