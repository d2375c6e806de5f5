/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-finance-line.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("finance_id"),
  [MAPPE_FINANCE_LINE_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Project"), .group = N_("Finance line"),
    .target = "project", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_FINANCE_LINE_SOURCE] = {
    .name = "source", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Source"),
    .code_list = "finance_source", .preset = "own",
  },
  [MAPPE_FINANCE_LINE_PLAN_EUR] = {
    .name = "plan_eur", .type = MAPPE_FIELD_DECIMAL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Planned"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FINANCE_LINE_ACTUAL_EUR] = {
    .name = "actual_eur", .type = MAPPE_FIELD_DECIMAL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Actual"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FINANCE_LINE_AS_OF] = {
    .name = "as_of", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("As of"),
  },
  [MAPPE_FINANCE_LINE_USE_REPORT_DUE_ON] = {
    .name = "use_report_due_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Use report due on"), .group = N_("Use report"),
  },
  [MAPPE_FINANCE_LINE_USE_REPORT_STATUS] = {
    .name = "use_report_status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Use report"),
    .code_list = "use_report_status",
  },
  MAPPE_NOTE_FIELD (MAPPE_FINANCE_LINE_NOTE),
};

static const int title_fields[] = { MAPPE_FINANCE_LINE_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeFinanceLine, mappe_finance_line, "finance-line",
                     "finance_line", N_("Finance line"), N_("Finance lines"),
                     "F", 3, fields, title_fields, NULL)
