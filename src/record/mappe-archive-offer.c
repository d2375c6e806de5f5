/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-archive-offer.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (5, NULL),
  [MAPPE_ARCHIVE_OFFER_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Offer"),
  },
  [MAPPE_ARCHIVE_OFFER_ARCHIVE] = {
    .name = "archive", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Archive"),
  },
  [MAPPE_ARCHIVE_OFFER_OFFERED_ON] = {
    .name = "offered_on", .type = MAPPE_FIELD_DATE, .since = 5,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Offered on"),
  },
  [MAPPE_ARCHIVE_OFFER_DECISION] = {
    .name = "decision", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Decision of the archive"), .group = N_("Decision"),
    .code_list = "archive_decision",
  },
  [MAPPE_ARCHIVE_OFFER_DECIDED_ON] = {
    .name = "decided_on", .type = MAPPE_FIELD_DATE, .since = 5,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Decided on"),
  },
  [MAPPE_ARCHIVE_OFFER_DECIDED_BY] = {
    .name = "decided_by", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Decided by"),
  },
  MAPPE_NOTE_FIELD_SINCE (5, MAPPE_ARCHIVE_OFFER_NOTE),
};

static const int title_fields[] = { MAPPE_ARCHIVE_OFFER_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_ARCHIVE_OFFER_OFFERED_ON, MAPPE_ARCHIVE_OFFER_DECIDED_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeArchiveOffer, mappe_archive_offer, "archive-offer", "archive_offer",
                     N_("Offer to the archive"), N_("Offers to the archive"),
                     "AN-", 2, fields, title_fields, check)
