/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_MINUTES_MEETING] = {
    .name = "meeting", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Minutes"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_MINUTES_EDITION] = {
    .name = "edition", .type = MAPPE_FIELD_INT, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Version"),
    .minimum = 1, .maximum = 1e6, .preset = "1",
  },
  [MAPPE_MINUTES_STATE] = {
    .name = "state", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "minutes_state", .preset = "draft",
  },
  [MAPPE_MINUTES_OPENING] = {
    .name = "opening", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Text before the agenda items"), .group = N_("Text"),
  },
  [MAPPE_MINUTES_CLOSING] = {
    .name = "closing", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Text after the agenda items"),
  },
  [MAPPE_MINUTES_REASON] = {
    .name = "reason", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for the correction"), .group = N_("Correction"),
  },
  [MAPPE_MINUTES_DECISION] = {
    .name = "decision", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Decided by"),
    .target = "decision", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MINUTES_WITH_CHAIR_ON] = {
    .name = "with_chair_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("With the chair since"), .group = N_("Course"),
  },
  [MAPPE_MINUTES_SENT_ON] = {
    .name = "sent_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("Minutes sent on"),
  },
  [MAPPE_MINUTES_APPROVED_ON] = {
    .name = "approved_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("Minutes approved on"),
  },
  [MAPPE_MINUTES_SIGNED_ON] = {
    .name = "signed_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("Signed on"), .group = N_("Signatures"),
  },
  [MAPPE_MINUTES_SIGNED_CHAIR] = {
    .name = "signed_chair", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("Signed by the chair"),
  },
  [MAPPE_MINUTES_SIGNED_MINUTE_TAKER] = {
    .name = "signed_minute_taker", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("Signed by the minute-taker"),
  },
  [MAPPE_MINUTES_SEALED_AT] = {
    .name = "sealed_at", .type = MAPPE_FIELD_DATETIME, .since = 2,
    .flags = MAPPE_FIELD_READONLY,
    .label = N_("Sealed at"),
  },
  [MAPPE_MINUTES_CONTENT] = {
    .name = "content", .type = MAPPE_FIELD_BLOB, .since = 2,
    .flags = MAPPE_FIELD_READONLY,
    .label = N_("Sealed text"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_MINUTES_NOTE),
};

static const int title_fields[] = { MAPPE_MINUTES_REFERENCE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_MINUTES_SENT_ON, MAPPE_MINUTES_APPROVED_ON, field, error) &&
         mappe_check_order (row, MAPPE_MINUTES_APPROVED_ON, MAPPE_MINUTES_SIGNED_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeMinutes, mappe_minutes, "minutes", "minutes", N_("Minutes"), N_("Minutes"),
                     "MIN-", 2, fields, title_fields, check)
