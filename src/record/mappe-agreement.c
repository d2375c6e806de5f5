/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("agreement_id"),
  [MAPPE_AGREEMENT_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Agreement"),
  },
  [MAPPE_AGREEMENT_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "agreement_kind", .preset = "cooperation",
  },
  [MAPPE_AGREEMENT_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "agreement_status", .preset = "draft",
  },
  [MAPPE_AGREEMENT_FILE_NAME] = {
    .name = "file_name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("File name"),
  },
  [MAPPE_AGREEMENT_SIGNED_ON] = {
    .name = "signed_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Signed on"), .group = N_("Validity"),
  },
  [MAPPE_AGREEMENT_VALID_FROM] = {
    .name = "valid_from", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Valid from"),
  },
  [MAPPE_AGREEMENT_VALID_TO] = {
    .name = "valid_to", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Valid to"),
  },
  [MAPPE_AGREEMENT_REVIEW_EVERY_MONTHS] = {
    .name = "review_every_months", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Review every"), .group = N_("Review"),
    .unit = N_("months"), .minimum = 0, .maximum = 600,
  },
  [MAPPE_AGREEMENT_LAST_REVIEWED_ON] = {
    .name = "last_reviewed_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Last reviewed on"),
  },
  [MAPPE_AGREEMENT_NEXT_REVIEW_ON] = {
    .name = "next_review_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Next review on"),
  },
  MAPPE_NOTE_FIELD (MAPPE_AGREEMENT_NOTE),
};

static const int title_fields[] = { MAPPE_AGREEMENT_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_AGREEMENT_VALID_FROM, MAPPE_AGREEMENT_VALID_TO, field, error) &&
         mappe_check_order (row, MAPPE_AGREEMENT_LAST_REVIEWED_ON, MAPPE_AGREEMENT_NEXT_REVIEW_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeAgreement, mappe_agreement, "agreement", "agreement", N_("Agreement"), N_("Agreements"),
                     "AG-", 2, fields, title_fields, check)
