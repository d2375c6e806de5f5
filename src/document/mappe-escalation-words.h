/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-escalation.h"
#include "mappe-language.h"

G_BEGIN_DECLS

/* Words about chains of escalation, in the language asked for (%NULL: that of the user). */

const char *mappe_escalation_words_topic   (const MappeEscalation *escalation, const MappeEscalationTopic *topic,
                                            const MappeLanguage *language);
char       *mappe_escalation_words_gaps    (const MappeEscalationTopic *topic, const MappeLanguage *language);
char       *mappe_escalation_words_verdict (const MappeEscalation *escalation, const MappeLanguage *language);
char       *mappe_escalation_words_contact (const MappeListed *contact, const MappeLanguage *language);
char       *mappe_escalation_words_stand_in (const MappeListed *contact, const MappeLanguage *language);
char       *mappe_escalation_words_deputy  (const MappeListed *contact, const MappeLanguage *language);

G_END_DECLS
