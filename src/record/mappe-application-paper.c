/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-application-paper.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_APPLICATION_PAPER_APPLICATION] = {
    .name = "application", .alias = "application_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Funding application"), .group = N_("Paper"),
    .target = "funding-application", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_APPLICATION_PAPER_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"),
  },
  [MAPPE_APPLICATION_PAPER_SUPPLIED_ON] = {
    .name = "supplied_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("There since"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_APPLICATION_PAPER_NOTE),
};

static const int title_fields[] = { MAPPE_APPLICATION_PAPER_TITLE, -1 };

MAPPE_DEFINE_RECORD (MappeApplicationPaper, mappe_application_paper, "application-paper",
                     "application_paper", N_("Paper of an application"), N_("Papers of applications"),
                     "AP", 3, fields, title_fields, NULL)
