/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation.h"
#include "mappe-language.h"

G_BEGIN_DECLS

/* The sentences of OUTCOMES 3: what may be said, and nothing else. Counts that are too small for being shown stand in
 * none of them. */

/**
 * MappeSentenceKind:
 * @MAPPE_SENTENCE_FINDING: what was counted
 * @MAPPE_SENTENCE_CHANCE: whether it is more than chance
 * @MAPPE_SENTENCE_DISPLACEMENT: what happened around it
 * @MAPPE_SENTENCE_LIMIT: what it does not show; never left out
 * @MAPPE_SENTENCE_CAUTION: what to bear in mind
 */
typedef enum {
  MAPPE_SENTENCE_FINDING,
  MAPPE_SENTENCE_CHANCE,
  MAPPE_SENTENCE_DISPLACEMENT,
  MAPPE_SENTENCE_LIMIT,
  MAPPE_SENTENCE_CAUTION,
} MappeSentenceKind;

typedef struct {
  MappeSentenceKind kind;
  char             *text;
} MappeSentence;

GPtrArray  *mappe_evaluation_sentences   (const MappeEvaluation *self, const MappeLanguage *language);
char       *mappe_evaluation_text        (const MappeEvaluation *self, const MappeLanguage *language);
char       *mappe_evaluation_finding     (const MappeEvaluation *self, const MappeLanguage *language);
char       *mappe_evaluation_name        (const MappeEvaluation *self, const MappeLanguage *language);
const char *mappe_evaluation_level_words (const MappeEvaluation *self, const MappeLanguage *language);
const char *mappe_evaluation_next_level  (const MappeEvaluation *self, const MappeLanguage *language);
char       *mappe_series_period_words    (const MappeSeries *self, MappeSpan span, const MappeLanguage *language);

G_END_DECLS
