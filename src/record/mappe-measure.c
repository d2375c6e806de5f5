/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-measure.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("measure_id"),
  [MAPPE_MEASURE_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Measure"),
  },
  [MAPPE_MEASURE_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_MEASURE_NUMBER] = {
    .name = "number", .alias = "no", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Number"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MEASURE_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "measure_kind",
  },
  [MAPPE_MEASURE_RESPONSIBLE_ORGANISATION] = {
    .name = "responsible_organisation", .alias = "responsible_org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MEASURE_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"), .group = N_("Progress"),
    .code_list = "measure_status", .preset = "planned",
  },
  [MAPPE_MEASURE_PROGRESS_PCT] = {
    .name = "progress_pct", .type = MAPPE_FIELD_INT, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Progress"),
    .unit = "%", .minimum = 0, .maximum = 100, .preset = "0",
  },
  [MAPPE_MEASURE_START_ON] = {
    .name = "start_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Starts on"),
  },
  [MAPPE_MEASURE_ROLLOUT_UNTIL] = {
    .name = "rollout_until", .type = MAPPE_FIELD_DATE, .since = 3,
    .label = N_("Fully in place on"),
  },
  [MAPPE_MEASURE_DUE_ON] = {
    .name = "due_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Due on"),
  },
  [MAPPE_MEASURE_COST_PLAN_EUR] = {
    .name = "cost_plan_eur", .type = MAPPE_FIELD_DECIMAL, .since = 1,
    .label = N_("Planned cost"), .group = N_("Money"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_MEASURE_RANDOM_ALLOCATION] = {
    .name = "random_allocation", .type = MAPPE_FIELD_BOOL, .since = 3,
    .label = N_("Areas allocated at random"), .group = N_("Evaluation"),
    .preset = "0",
  },
  [MAPPE_MEASURE_ADJUSTED] = {
    .name = "adjusted", .type = MAPPE_FIELD_BOOL, .since = 3,
    .label = N_("Other influences controlled for"),
    .preset = "0",
  },
  [MAPPE_MEASURE_EMMIE_EFFECT] = {
    .name = "emmie_effect", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Effect"), .group = N_("EMMIE"),
  },
  [MAPPE_MEASURE_EMMIE_MECHANISM] = {
    .name = "emmie_mechanism", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Mechanism"),
  },
  [MAPPE_MEASURE_EMMIE_MODERATORS] = {
    .name = "emmie_moderators", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Moderators"),
  },
  [MAPPE_MEASURE_EMMIE_IMPLEMENTATION] = {
    .name = "emmie_implementation", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Implementation"),
  },
  [MAPPE_MEASURE_EMMIE_ECONOMICS] = {
    .name = "emmie_economics", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Costs and benefits"),
  },
  MAPPE_NOTE_FIELD (MAPPE_MEASURE_NOTE),
};

static const int title_fields[] = { MAPPE_MEASURE_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  if (!mappe_check_order (row, MAPPE_MEASURE_START_ON, MAPPE_MEASURE_DUE_ON, field, error)
      || !mappe_check_order (row, MAPPE_MEASURE_START_ON, MAPPE_MEASURE_ROLLOUT_UNTIL, field, error))
    return FALSE;
  if (g_strcmp0 (mappe_row_get_text (row, MAPPE_MEASURE_STATUS), "done") == 0 &&
      !mappe_row_is_null (row, MAPPE_MEASURE_PROGRESS_PCT) &&
      mappe_row_get_int (row, MAPPE_MEASURE_PROGRESS_PCT) != 100)
    return mappe_check_fail (row, MAPPE_MEASURE_PROGRESS_PCT, "must be 100 when done", field, error);
  return TRUE;
}

MAPPE_DEFINE_RECORD (MappeMeasure, mappe_measure, "measure", "measure", N_("Measure"), N_("Measures"),
                     "MS-", 3, fields, title_fields, check)
