/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement-clause.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("clause_id"),
  [MAPPE_AGREEMENT_CLAUSE_AGREEMENT] = {
    .name = "agreement", .alias = "agreement_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agreement"), .group = N_("Clause"),
    .target = "agreement", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AGREEMENT_CLAUSE_NUMBER] = {
    .name = "number", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Number"),
  },
  [MAPPE_AGREEMENT_CLAUSE_TOPIC] = {
    .name = "topic", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Topic"),
    .code_list = "clause_topic",
  },
  [MAPPE_AGREEMENT_CLAUSE_OBLIGATION] = {
    .name = "obligation", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Duty"),
  },
  [MAPPE_AGREEMENT_CLAUSE_PER_WEEK] = {
    .name = "per_week", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Times a week"),
    .minimum = 1, .maximum = 1000,
  },
  [MAPPE_AGREEMENT_CLAUSE_BODY] = {
    .name = "body", .alias = "body_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Body that coordinates"),
    .target = "body", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGREEMENT_CLAUSE_PER_YEAR] = {
    .name = "per_year", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Meetings a year"),
    .minimum = 1, .maximum = 1000,
  },
  [MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR] = {
    .name = "duty_roster_anchor", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Anchored in the duty roster"), .group = N_("Review"),
    .preset = "0",
  },
  [MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_REF] = {
    .name = "duty_roster_ref", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Duty roster"),
  },
  [MAPPE_AGREEMENT_CLAUSE_LAST_REVIEWED_ON] = {
    .name = "last_reviewed_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Last reviewed on"),
  },
  [MAPPE_AGREEMENT_CLAUSE_FULFILMENT] = {
    .name = "fulfilment", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Fulfilment"),
    .code_list = "fulfilment", .preset = "open",
  },
  MAPPE_NOTE_FIELD (MAPPE_AGREEMENT_CLAUSE_NOTE),
};

static const int title_fields[] = { MAPPE_AGREEMENT_CLAUSE_NUMBER, MAPPE_AGREEMENT_CLAUSE_OBLIGATION, -1 };

MAPPE_DEFINE_RECORD (MappeAgreementClause, mappe_agreement_clause, "agreement-clause",
                     "agreement_clause", N_("Clause"), N_("Clauses"),
                     "CL-", 2, fields, title_fields, NULL)
