/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-document.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("doc_id"),
  [MAPPE_DOCUMENT_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Document"),
  },
  [MAPPE_DOCUMENT_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "doc_kind", .preset = "paper",
  },
  [MAPPE_DOCUMENT_DESCRIPTION] = {
    .name = "description", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Description"),
  },
  [MAPPE_DOCUMENT_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Meeting"), .group = N_("Belongs to"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DOCUMENT_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DOCUMENT_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DOCUMENT_EVENT] = {
    .name = "event", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Event"),
    .target = "event", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DOCUMENT_AGREEMENT] = {
    .name = "agreement", .alias = "agreement_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Agreement"),
    .target = "agreement", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DOCUMENT_CONTENT] = {
    .name = "content", .alias = "content_hash", .type = MAPPE_FIELD_BLOB, .since = 1,
    .label = N_("Content"), .group = N_("File"),
  },
  [MAPPE_DOCUMENT_FILE_NAME] = {
    .name = "file_name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("File name"),
  },
  [MAPPE_DOCUMENT_MIME] = {
    .name = "mime", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("File type"),
  },
  [MAPPE_DOCUMENT_PAGES] = {
    .name = "pages", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Pages"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DOCUMENT_BYTES] = {
    .name = "bytes", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Size"),
    .unit = N_("bytes"), .minimum = 0, .maximum = 1e15,
  },
  [MAPPE_DOCUMENT_LANGUAGE] = {
    .name = "language", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Language"),
    .code_list = "language", .preset = "de",
  },
  [MAPPE_DOCUMENT_ACCESSIBLE_PDF] = {
    .name = "accessible_pdf", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Accessible PDF"),
    .preset = "0",
  },
  [MAPPE_DOCUMENT_CLASSIFICATION] = {
    .name = "classification", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Classification"), .group = N_("Publication"),
    .code_list = "classification", .preset = "internal",
  },
  [MAPPE_DOCUMENT_EDITION] = {
    .name = "edition", .alias = "version", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Version"),
    .minimum = 1, .maximum = 1e6, .preset = "1",
  },
  [MAPPE_DOCUMENT_PUBLISHED_ON] = {
    .name = "published_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Published on"),
  },
  MAPPE_NOTE_FIELD (MAPPE_DOCUMENT_NOTE),
};

static const int title_fields[] = { MAPPE_DOCUMENT_TITLE, -1 };

MAPPE_DEFINE_RECORD (MappeDocument, mappe_document, "document", "document", N_("Document"), N_("Documents"),
                     "DOC-", 3, fields, title_fields, NULL)
