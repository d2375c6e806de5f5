/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation-words.h"

G_BEGIN_DECLS

char               *mappe_evaluation_number       (double value, guint digits, const MappeLanguage *language);
void                mappe_evaluation_of_answers   (MappeEvaluation *self);
GPtrArray          *mappe_evaluation_pool         (MappeOutcome *outcome, const GPtrArray *evaluations);
void                mappe_pooled_areas_free       (MappePooledAreas *self);
void                mappe_sentences_add_areas     (const MappeEvaluation *self, GPtrArray *sentences,
                                                   const MappeLanguage *language);
MappeOutcomeVerdict mappe_evaluation_verdict      (MappeInterval interval, double none);
void                mappe_evaluation_keep_methods (MappeEvidence *grade, const char *const *fit);
void                mappe_say                     (GPtrArray *sentences, MappeSentenceKind kind, char *text);
void                mappe_sentences_add_survey    (const MappeEvaluation *self, GPtrArray *sentences,
                                                   const MappeLanguage *language);
char *mappe_evaluation_in_months  (int months, const MappeLanguage *language);
char *mappe_evaluation_in_periods (guint periods, const MappeLanguage *language);

G_END_DECLS
