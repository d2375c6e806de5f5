/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-closures.h"
#include "mappe-debrief.h"
#include "mappe-event-file.h"
#include "mappe-language.h"
#include "mappe-plan-timeline.h"

G_BEGIN_DECLS

/* Sentences about events and road closures, in the language asked for (%NULL: that of the user). All are transfer full,
 * except labels. */

char       *mappe_event_words_days       (const MappeRow *event, const MappeLanguage *language);
char       *mappe_event_words_times      (const char *from, const char *to, const MappeLanguage *language);
char       *mappe_event_words_parallel   (const MappeParallelEvent *parallel, const MappeLanguage *language);
char       *mappe_event_words_consents   (const MappeEventFile *file, const MappeLanguage *language);
char       *mappe_event_words_plan       (const MappeEventFile *file, const MappeLanguage *language);
char       *mappe_event_words_timeline   (const MappeEventFile *file, const MappePlanTimeline *timeline,
                                          const MappeLanguage *language);
char       *mappe_event_words_bar        (const MappeEventFile *file, const MappePlanTimeline *timeline,
                                          const MappePlanTimelineBar *bar, const MappeLanguage *language);
char       *mappe_event_words_line       (const MappePlanLine *line, MappeCodes *codes,
                                          const MappeLanguage *language);
char       *mappe_event_words_difference (const MappePlanDifference *difference, MappeCodes *codes,
                                          const MappeLanguage *language);
char       *mappe_event_words_debrief    (const MappeRow *event, const char *today, const MappeLanguage *language);
char       *mappe_event_words_share      (const MappeDebriefShare *share, const MappeLanguage *language);
const char *mappe_event_words_code       (MappeCodes *codes, const char *list, const char *code,
                                          const MappeLanguage *language);

char       *mappe_closure_words_minutes  (double minutes, const MappeLanguage *language);
char       *mappe_closure_words_lead     (const MappeClosures *closures, const MappeLanguage *language);
char       *mappe_closure_words_state    (const MappeRow *closure, const char *now, const MappeLanguage *language);
char       *mappe_closure_notice         (const MappeListed *closure, MappeCodes *codes,
                                          const MappeLanguage *language);

G_END_DECLS
