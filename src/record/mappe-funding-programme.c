/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-programme.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "funding_programme_id"),
  [MAPPE_FUNDING_PROGRAMME_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Funding programme"),
  },
  [MAPPE_FUNDING_PROGRAMME_FUNDER] = {
    .name = "funder", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Funder"),
  },
  [MAPPE_FUNDING_PROGRAMME_OPEN] = {
    .name = "open", .type = MAPPE_FIELD_BOOL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Open for applications"),
    .preset = "1",
  },
  [MAPPE_FUNDING_PROGRAMME_QUOTA_PCT] = {
    .name = "quota_pct", .type = MAPPE_FIELD_REAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Highest share"), .group = N_("Rules"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  [MAPPE_FUNDING_PROGRAMME_CAP_EUR] = {
    .name = "cap_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Cap a year"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_PROGRAMME_MOST_YEARS] = {
    .name = "most_years", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Longest time"),
    .unit = N_("years"), .minimum = 0, .maximum = 100,
  },
  [MAPPE_FUNDING_PROGRAMME_OWN_SHARE_PCT] = {
    .name = "own_share_pct", .type = MAPPE_FIELD_REAL, .since = 4,
    .label = N_("Least own share"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  [MAPPE_FUNDING_PROGRAMME_VOLUNTEER_RATE_EUR] = {
    .name = "volunteer_rate_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Volunteer hour counts"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_FUNDING_PROGRAMME_DEADLINE_ON] = {
    .name = "deadline_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Applications until"),
  },
  [MAPPE_FUNDING_PROGRAMME_DEADLINE_YEARLY] = {
    .name = "deadline_yearly", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("Every year on this day"),
    .preset = "1",
  },
  [MAPPE_FUNDING_PROGRAMME_USE_REPORT_MONTHS] = {
    .name = "use_report_months", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Use report after"),
    .unit = N_("months"), .minimum = 0, .maximum = 240,
  },
  [MAPPE_FUNDING_PROGRAMME_NEEDS_STATEMENT] = {
    .name = "needs_statement", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("Needs a statement of the council"),
    .preset = "0",
  },
  [MAPPE_FUNDING_PROGRAMME_PAPERS] = {
    .name = "papers", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Papers needed"),
  },
  [MAPPE_FUNDING_PROGRAMME_CONDITIONS] = {
    .name = "conditions", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Conditions"),
  },
  [MAPPE_FUNDING_PROGRAMME_SOURCE] = {
    .name = "source", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Source"), .group = N_("Source"),
  },
  [MAPPE_FUNDING_PROGRAMME_SOURCE_ON] = {
    .name = "source_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Read on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_FUNDING_PROGRAMME_NOTE),
};

static const int title_fields[] = { MAPPE_FUNDING_PROGRAMME_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeFundingProgramme, mappe_funding_programme, "funding-programme",
                     "funding_programme", N_("Funding programme"), N_("Funding programmes"),
                     "FP-", 2, fields, title_fields, NULL)
