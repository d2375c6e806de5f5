/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("project_id"),
  [MAPPE_PROJECT_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Project"),
  },
  [MAPPE_PROJECT_SUMMARY] = {
    .name = "summary", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Summary"),
  },
  [MAPPE_PROJECT_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "project_status", .preset = "idea",
  },
  [MAPPE_PROJECT_BEST_PRACTICE] = {
    .name = "best_practice", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Best practice"),
    .preset = "0",
  },
  [MAPPE_PROJECT_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Area"), .group = N_("Place and responsibility"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PROJECT_BODY] = {
    .name = "body", .alias = "body_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Body"),
    .target = "body", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PROJECT_LEAD_ORGANISATION] = {
    .name = "lead_organisation", .alias = "lead_org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Lead organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PROJECT_AGREEMENT] = {
    .name = "agreement", .alias = "agreement_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Agreement"),
    .target = "agreement", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PROJECT_APPROACH] = {
    .name = "approach", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Approach"), .group = N_("Prevention concept"),
    .code_list = "approach",
  },
  [MAPPE_PROJECT_PREVENTION_LEVEL] = {
    .name = "prevention_level", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Prevention level"),
    .code_list = "prevention_level",
  },
  [MAPPE_PROJECT_TARGET_GROUP] = {
    .name = "target_group", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Target group"),
    .code_list = "target_group",
  },
  [MAPPE_PROJECT_EVIDENCE_RATING] = {
    .name = "evidence_rating", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Evidence for the programme used"),
    .code_list = "evidence_rating",
  },
  [MAPPE_PROJECT_PROGRAMME] = {
    .name = "programme", .alias = "programme_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Programme used"),
    .target = "prevention-programme", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PROJECT_BECCARIA_PHASE] = {
    .name = "beccaria_phase", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Phase"),
    .code_list = "beccaria_phase",
  },
  [MAPPE_PROJECT_BECCARIA_STEP] = {
    .name = "beccaria_step", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Beccaria step"),
    .code_list = "beccaria_step",
  },
  [MAPPE_PROJECT_STEPS] = {
    .name = "steps", .type = MAPPE_FIELD_CODE, .since = 4,
    .label = N_("Steps"),
    .code_list = "project_steps", .preset = "beccaria",
  },
  [MAPPE_PROJECT_SARA_STEP] = {
    .name = "sara_step", .type = MAPPE_FIELD_CODE, .since = 4,
    .label = N_("SARA step"),
    .code_list = "sara",
  },
  [MAPPE_PROJECT_PROBLEM] = {
    .name = "problem", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Problem"), .group = N_("What the steps say"),
  },
  [MAPPE_PROJECT_CAUSES] = {
    .name = "causes", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Causes"),
  },
  [MAPPE_PROJECT_GOALS] = {
    .name = "goals", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Goals and target groups"),
  },
  [MAPPE_PROJECT_MECHANISM] = {
    .name = "mechanism", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Why the measures should work"),
  },
  [MAPPE_PROJECT_IMPLEMENTATION] = {
    .name = "implementation", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("How it is carried out"),
  },
  [MAPPE_PROJECT_REVIEW] = {
    .name = "review", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("What the review found"),
  },
  [MAPPE_PROJECT_CONCLUSIONS] = {
    .name = "conclusions", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Conclusions"),
  },
  [MAPPE_PROJECT_START_ON] = {
    .name = "start_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Starts on"), .group = N_("Time and money"),
  },
  [MAPPE_PROJECT_END_ON] = {
    .name = "end_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Ends on"),
  },
  [MAPPE_PROJECT_BUDGET_EUR] = {
    .name = "budget_eur", .type = MAPPE_FIELD_DECIMAL, .since = 1,
    .label = N_("Budget"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  MAPPE_NOTE_FIELD (MAPPE_PROJECT_NOTE),
};

static const int title_fields[] = { MAPPE_PROJECT_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_PROJECT_START_ON, MAPPE_PROJECT_END_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeProject, mappe_project, "project", "project", N_("Project"), N_("Projects"),
                     "P", 2, fields, title_fields, check)
