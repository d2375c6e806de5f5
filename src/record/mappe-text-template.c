/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-text-template.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_TEXT_TEMPLATE_PURPOSE] = {
    .name = "purpose", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Purpose"), .group = N_("Text template"),
    .code_list = "template_purpose",
  },
  [MAPPE_TEXT_TEMPLATE_LANGUAGE] = {
    .name = "language", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Language"),
    .code_list = "language", .preset = "de",
  },
  [MAPPE_TEXT_TEMPLATE_SUBJECT] = {
    .name = "subject", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Subject"),
  },
  [MAPPE_TEXT_TEMPLATE_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH,
    .label = N_("Text"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_TEXT_TEMPLATE_NOTE),
};

static const int title_fields[] = { MAPPE_TEXT_TEMPLATE_SUBJECT, -1 };

MAPPE_DEFINE_RECORD (MappeTextTemplate, mappe_text_template, "text-template", "text_template",
                     N_("Text template"), N_("Text templates"),
                     "TX", 2, fields, title_fields, NULL)
