/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-factor.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_PROJECT_FACTOR_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Project"), .group = N_("Factor"),
    .target = "project", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_PROJECT_FACTOR_LABEL] = {
    .name = "label", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Factor"),
  },
  [MAPPE_PROJECT_FACTOR_FACTOR_CODE] = {
    .name = "factor_code", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Code of the factor"),
  },
  [MAPPE_PROJECT_FACTOR_FACTOR_TYPE] = {
    .name = "factor_type", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Type"),
    .code_list = "factor_type",
  },
  [MAPPE_PROJECT_FACTOR_DOMAIN] = {
    .name = "domain", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Domain"),
    .code_list = "factor_domain",
  },
  [MAPPE_PROJECT_FACTOR_SURVEY_ROUND] = {
    .name = "survey_round", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Survey round"), .group = N_("Profile"),
  },
  [MAPPE_PROJECT_FACTOR_OWN_VALUE] = {
    .name = "own_value", .type = MAPPE_FIELD_REAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Own value"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  [MAPPE_PROJECT_FACTOR_COMPARISON_VALUE] = {
    .name = "comparison_value", .type = MAPPE_FIELD_REAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Comparison value"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  [MAPPE_PROJECT_FACTOR_PRIORITY] = {
    .name = "priority", .type = MAPPE_FIELD_BOOL, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Priority"),
    .preset = "0",
  },
  MAPPE_NOTE_FIELD (MAPPE_PROJECT_FACTOR_NOTE),
};

static const int title_fields[] = { MAPPE_PROJECT_FACTOR_LABEL, -1 };

MAPPE_DEFINE_RECORD (MappeProjectFactor, mappe_project_factor, "project-factor",
                     "project_factor", N_("Risk or protective factor"), N_("Risk and protective factors"),
                     "PF", 3, fields, title_fields, NULL)
