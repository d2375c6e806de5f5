/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation.h"

G_BEGIN_DECLS

/**
 * MappeDirection: which way an outcome went, in the sense of its indicator. Never a colour: that a figure is better
 * does not say that the measure did it.
 * @MAPPE_DIRECTION_TOO_LITTLE: too little data
 * @MAPPE_DIRECTION_NOT_SHOWN: the interval holds "no change"
 * @MAPPE_DIRECTION_BETTER: better than before, or than in the comparison area
 * @MAPPE_DIRECTION_WORSE: worse
 * @MAPPE_DIRECTION_CHANGED: more or fewer of something that has no better and worse
 * @MAPPE_DIRECTION_DONE: a figure of what was done, which is no result
 * @MAPPE_DIRECTION_REACHED: goals as expected or above
 * @MAPPE_DIRECTION_MISSED: goals below what was expected
 */
typedef enum {
  MAPPE_DIRECTION_TOO_LITTLE,
  MAPPE_DIRECTION_NOT_SHOWN,
  MAPPE_DIRECTION_BETTER,
  MAPPE_DIRECTION_WORSE,
  MAPPE_DIRECTION_CHANGED,
  MAPPE_DIRECTION_DONE,
  MAPPE_DIRECTION_REACHED,
  MAPPE_DIRECTION_MISSED,
  MAPPE_DIRECTION_N,
} MappeDirection;

MappeDirection mappe_direction_of    (const MappeEvaluation *evaluation);
const char    *mappe_direction_word  (MappeDirection direction);
const char    *mappe_direction_shape (MappeDirection direction);

G_END_DECLS
