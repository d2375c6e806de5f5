/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A goal on the five levels of goal attainment scaling (Kiresuk, Sherman 1968).
 * Field numbers of the kind "measure-goal", in the order of its form. */
enum {
  MAPPE_MEASURE_GOAL_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_MEASURE_GOAL_TITLE,
  MAPPE_MEASURE_GOAL_MEASURE,
  MAPPE_MEASURE_GOAL_WEIGHT,
  MAPPE_MEASURE_GOAL_MUCH_LESS,
  MAPPE_MEASURE_GOAL_LESS,
  MAPPE_MEASURE_GOAL_EXPECTED,
  MAPPE_MEASURE_GOAL_MORE,
  MAPPE_MEASURE_GOAL_MUCH_MORE,
  MAPPE_MEASURE_GOAL_WRITTEN_ON,
  MAPPE_MEASURE_GOAL_START_LEVEL,
  MAPPE_MEASURE_GOAL_REACHED_LEVEL,
  MAPPE_MEASURE_GOAL_JUDGED_ON,
  MAPPE_MEASURE_GOAL_NOTE,
};

extern const MappeKind mappe_measure_goal_kind;

G_END_DECLS
