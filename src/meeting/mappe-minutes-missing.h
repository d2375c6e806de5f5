/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeMissing: an element that the minutes lack (the elements of GemO § 41 and MGeschO § 26)
 * @text: what is missing
 * @advice: what to do
 * @step: name of the step where it is done
 * @row: (nullable): the item, decision or task it is missing from
 */
typedef struct {
  char       *text;
  char       *advice;
  const char *step;
  MappeRow   *row;
} MappeMissing;

GPtrArray *mappe_minutes_missing (const MappeSitting *sitting);

G_END_DECLS
