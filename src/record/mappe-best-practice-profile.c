/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-best-practice-profile.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "profile_id"),
  [MAPPE_BEST_PRACTICE_PROFILE_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Best-practice profile"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_BEST_PRACTICE_PROFILE_CONTEXT] = {
    .name = "context", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Context"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_INTELLIGENCE] = {
    .name = "intelligence", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Intelligence: problem and causes"), .group = N_("Five I"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_INTERVENTION] = {
    .name = "intervention", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Intervention: what works how"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_IMPLEMENTATION] = {
    .name = "implementation", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Implementation: inputs, outputs, ethics"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_INVOLVEMENT] = {
    .name = "involvement", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Involvement: who, and how won"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_IMPACT] = {
    .name = "impact", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Impact: result and how measured"),
  },
  [MAPPE_BEST_PRACTICE_PROFILE_COST_EUR] = {
    .name = "cost_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Cost"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_BEST_PRACTICE_PROFILE_PROBLEM_DESCRIBED] = {
    .name = "problem_described", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("The problem is described"), .group = N_("Minimum criteria of the EUCPN"),
    .preset = "0",
  },
  [MAPPE_BEST_PRACTICE_PROFILE_MECHANISM_DESCRIBED] = {
    .name = "mechanism_described", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("The mechanism is described"),
    .preset = "0",
  },
  [MAPPE_BEST_PRACTICE_PROFILE_EVALUATED] = {
    .name = "evaluated", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("A robust evaluation was positive, or it is plausible"),
    .preset = "0",
  },
  [MAPPE_BEST_PRACTICE_PROFILE_REPLICABLE] = {
    .name = "replicable", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("There is enough to replicate it"),
    .preset = "0",
  },
  [MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON] = {
    .name = "published_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Published on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_BEST_PRACTICE_PROFILE_NOTE),
};

static const int title_fields[] = { MAPPE_BEST_PRACTICE_PROFILE_TITLE, -1 };

MAPPE_DEFINE_RECORD (MappeBestPracticeProfile, mappe_best_practice_profile, "best-practice-profile",
                     "best_practice_profile", N_("Best-practice profile"), N_("Best-practice profiles"),
                     "BP-", 2, fields, title_fields, NULL)
