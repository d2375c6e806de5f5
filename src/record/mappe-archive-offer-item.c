/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-archive-offer-item.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (5, NULL),
  [MAPPE_ARCHIVE_OFFER_ITEM_OFFER] = {
    .name = "offer", .type = MAPPE_FIELD_REF, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_OWNER | MAPPE_FIELD_LIST,
    .label = N_("Offer"), .group = N_("Record"),
    .target = "archive-offer", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_SCOPE] = {
    .name = "scope", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Records"),
    .code_list = "retention_scope",
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_RECORD] = {
    .name = "record", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Record"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_UID] = {
    .name = "uid", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_READONLY,
    .label = N_("Unique name"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_FILE_PLAN] = {
    .name = "file_plan", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("File plan sign"), .group = N_("For the archive"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_BEGINS_ON] = {
    .name = "begins_on", .type = MAPPE_FIELD_DATE, .since = 5,
    .label = N_("From"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_ENDS_ON] = {
    .name = "ends_on", .type = MAPPE_FIELD_DATE, .since = 5,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Until"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_FILES] = {
    .name = "files", .type = MAPPE_FIELD_INT, .since = 5,
    .label = N_("Files"),
    .minimum = 0, .maximum = 1000000,
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_PAGES] = {
    .name = "pages", .type = MAPPE_FIELD_INT, .since = 5,
    .label = N_("Pages"),
    .minimum = 0, .maximum = 10000000,
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_FORM] = {
    .name = "form", .type = MAPPE_FIELD_CODE, .since = 5,
    .label = N_("Form"),
    .code_list = "archive_form", .preset = "electronic",
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_PLACE] = {
    .name = "place", .type = MAPPE_FIELD_TEXT, .since = 5,
    .label = N_("Place"),
  },
  [MAPPE_ARCHIVE_OFFER_ITEM_DECISION] = {
    .name = "decision", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Decision that differs"),
    .code_list = "archive_decision",
  },
  MAPPE_NOTE_FIELD_SINCE (5, MAPPE_ARCHIVE_OFFER_ITEM_NOTE),
};

static const int title_fields[] = { MAPPE_ARCHIVE_OFFER_ITEM_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_ARCHIVE_OFFER_ITEM_BEGINS_ON, MAPPE_ARCHIVE_OFFER_ITEM_ENDS_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeArchiveOfferItem, mappe_archive_offer_item, "archive-offer-item", "archive_offer_item",
                     N_("Record offered to the archive"), N_("Records offered to the archive"),
                     "ANI-", 3, fields, title_fields, check)
