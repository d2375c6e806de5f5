/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-notice.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/* The arithmetic as sentences, the same in the window, in the minutes and on the command line. All are in @language,
 * %NULL being that of the user, and (transfer full) where they return char *. */

const char *mappe_words_majority_rule (MappeMajorityRule rule, const MappeLanguage *language);
char       *mappe_words_quorum        (const MappeQuorum *quorum, const MappeLanguage *language);
char       *mappe_words_counts        (guint yes, guint no, guint abstain, const MappeLanguage *language);
char       *mappe_words_verdict       (const MappeSittingRules *rules, const MappeVerdict *verdict,
                                       const MappeLanguage *language);
char       *mappe_words_vote_fault    (const MappeVerdict *verdict, guint entitled, const MappeLanguage *language);
char       *mappe_words_notice        (const MappeNotice *notice, const char *received_on, const char *held_on,
                                       const MappeLanguage *language);
char       *mappe_words_stay          (const MappeParticipant *participant, const MappeLanguage *language);
char       *mappe_words_time          (int minute, const MappeLanguage *language);

G_END_DECLS
