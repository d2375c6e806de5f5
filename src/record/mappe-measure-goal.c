/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-measure-goal.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (3, "goal_id"),
  [MAPPE_MEASURE_GOAL_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Goal"),
  },
  [MAPPE_MEASURE_GOAL_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_MEASURE_GOAL_WEIGHT] = {
    .name = "weight", .type = MAPPE_FIELD_REAL, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Weight"),
    .minimum = 0, .maximum = 100, .preset = "1",
  },
  [MAPPE_MEASURE_GOAL_MUCH_LESS] = {
    .name = "much_less", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .label = N_("−2: much less than expected"), .group = N_("Five levels, written before the start"),
  },
  [MAPPE_MEASURE_GOAL_LESS] = {
    .name = "less", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .label = N_("−1: less than expected"),
  },
  [MAPPE_MEASURE_GOAL_EXPECTED] = {
    .name = "expected", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH,
    .label = N_("0: as expected"),
  },
  [MAPPE_MEASURE_GOAL_MORE] = {
    .name = "more", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .label = N_("+1: more than expected"),
  },
  [MAPPE_MEASURE_GOAL_MUCH_MORE] = {
    .name = "much_more", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .label = N_("+2: much more than expected"),
  },
  [MAPPE_MEASURE_GOAL_WRITTEN_ON] = {
    .name = "written_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Written down on"),
  },
  [MAPPE_MEASURE_GOAL_START_LEVEL] = {
    .name = "start_level", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Level at the start"), .group = N_("Where it stands"),
    .minimum = -2, .maximum = 2,
  },
  [MAPPE_MEASURE_GOAL_REACHED_LEVEL] = {
    .name = "reached_level", .type = MAPPE_FIELD_INT, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Level reached"),
    .minimum = -2, .maximum = 2,
  },
  [MAPPE_MEASURE_GOAL_JUDGED_ON] = {
    .name = "judged_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Judged on"),
  },
  MAPPE_NOTE_FIELD_SINCE (3, MAPPE_MEASURE_GOAL_NOTE),
};

static const int title_fields[] = { MAPPE_MEASURE_GOAL_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_MEASURE_GOAL_WRITTEN_ON, MAPPE_MEASURE_GOAL_JUDGED_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeMeasureGoal, mappe_measure_goal, "measure-goal", "measure_goal",
                     N_("Goal"), N_("Goals"),
                     "G-", 2, fields, title_fields, check)
