/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-application.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "application_id"),
  [MAPPE_FUNDING_APPLICATION_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Funding application"),
  },
  [MAPPE_FUNDING_APPLICATION_PROGRAMME] = {
    .name = "programme", .alias = "programme_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Funding programme"),
    .target = "funding-programme", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_FUNDING_APPLICATION_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_FUNDING_APPLICATION_APPLICANT] = {
    .name = "applicant", .alias = "applicant_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Applicant"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_FUNDING_APPLICATION_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "application_status", .preset = "draft",
  },
  [MAPPE_FUNDING_APPLICATION_APPLIED_ON] = {
    .name = "applied_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Applied on"),
  },
  [MAPPE_FUNDING_APPLICATION_TOTAL_EUR] = {
    .name = "total_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Total cost"), .group = N_("Money"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_APPLICATION_ASKED_EUR] = {
    .name = "asked_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Amount asked"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_APPLICATION_OWN_EUR] = {
    .name = "own_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Own funds"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_APPLICATION_OTHER_EUR] = {
    .name = "other_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Other funders"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS] = {
    .name = "volunteer_hours", .type = MAPPE_FIELD_REAL, .since = 4,
    .label = N_("Volunteer hours"),
    .minimum = 0, .maximum = 1e7,
  },
  [MAPPE_FUNDING_APPLICATION_DECIDED_ON] = {
    .name = "decided_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Decided on"), .group = N_("Grant"),
  },
  [MAPPE_FUNDING_APPLICATION_GRANTED_EUR] = {
    .name = "granted_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Amount granted"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON] = {
    .name = "use_report_due_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Use report due on"), .group = N_("Use report"),
  },
  [MAPPE_FUNDING_APPLICATION_USE_REPORT_ON] = {
    .name = "use_report_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Use report sent on"),
  },
  [MAPPE_FUNDING_APPLICATION_USE_REPORT_STATUS] = {
    .name = "use_report_status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Use report"),
    .code_list = "use_report_status",
  },
  [MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT] = {
    .name = "council_statement", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Statement of the council"), .group = N_("Statement of the council"),
  },
  [MAPPE_FUNDING_APPLICATION_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_FUNDING_APPLICATION_DECISION] = {
    .name = "decision", .alias = "decision_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Decision"),
    .target = "decision", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_FUNDING_APPLICATION_NOTE),
};

static const int title_fields[] = { MAPPE_FUNDING_APPLICATION_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_FUNDING_APPLICATION_APPLIED_ON, MAPPE_FUNDING_APPLICATION_DECIDED_ON, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeFundingApplication, mappe_funding_application, "funding-application",
                     "funding_application", N_("Funding application"), N_("Funding applications"),
                     "FA-", 2, fields, title_fields, check)
