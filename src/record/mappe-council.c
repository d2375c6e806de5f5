/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-council.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_COUNCIL_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Council"),
  },
  [MAPPE_COUNCIL_TOWN] = {
    .name = "town", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Town"),
  },
  [MAPPE_COUNCIL_STATE] = {
    .name = "state", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Federal state"),
  },
  [MAPPE_COUNCIL_LANGUAGE] = {
    .name = "language", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Language of the documents"),
    .code_list = "language", .preset = "de",
  },
  [MAPPE_COUNCIL_LOGO] = {
    .name = "logo", .type = MAPPE_FIELD_BLOB, .since = 1,
    .label = N_("Logo"),
  },
  [MAPPE_COUNCIL_LOGO_TEXT] = {
    .name = "logo_text", .type = MAPPE_FIELD_TEXT, .since = 5,
    .label = N_("Logo in words"),
  },
  [MAPPE_COUNCIL_ADDRESS] = {
    .name = "address", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .label = N_("Office address"), .group = N_("Secretariat"),
  },
  [MAPPE_COUNCIL_EMAIL] = {
    .name = "email", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("E-mail"),
  },
  [MAPPE_COUNCIL_PHONE] = {
    .name = "phone", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Telephone"),
  },
  [MAPPE_COUNCIL_WEBSITE] = {
    .name = "website", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Website"),
  },
  [MAPPE_COUNCIL_ARCHIVE] = {
    .name = "archive", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Archive in charge"), .group = N_("Archive"),
  },
  [MAPPE_COUNCIL_ZONE] = {
    .name = "zone", .type = MAPPE_FIELD_TEXT, .since = 2,
    .label = N_("Time zone of the meeting places"),
    .preset = "Europe/Berlin",
  },
  MAPPE_NOTE_FIELD (MAPPE_COUNCIL_NOTE),
};

static const int title_fields[] = { MAPPE_COUNCIL_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeCouncil, mappe_council, "council", "council", N_("Council"), N_("Councils"),
                     "KPR", 1, fields, title_fields, NULL)
