/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation.h"
#include "mappe-language.h"

G_BEGIN_DECLS

/** MappeTrace: a line of "How was this computed?": @key: stable, for other programs; @label and @value in words */
typedef struct {
  const char *key;
  char       *label;
  char       *value;
} MappeTrace;

GPtrArray *mappe_evaluation_trace (const MappeEvaluation *self, const MappeLanguage *language);

G_END_DECLS
