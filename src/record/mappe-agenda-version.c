/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-version.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_AGENDA_VERSION_MEETING] = {
    .name = "meeting", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Sent agenda"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AGENDA_VERSION_EDITION] = {
    .name = "edition", .type = MAPPE_FIELD_INT, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Version"),
    .minimum = 1, .maximum = 1e6, .preset = "1",
  },
  [MAPPE_AGENDA_VERSION_SENT_ON] = {
    .name = "sent_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Sent on"),
  },
  [MAPPE_AGENDA_VERSION_REASON] = {
    .name = "reason", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Reason"),
  },
  [MAPPE_AGENDA_VERSION_CONTENT] = {
    .name = "content", .type = MAPPE_FIELD_BLOB, .since = 2,
    .label = N_("Content"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_AGENDA_VERSION_NOTE),
};

static const int title_fields[] = { MAPPE_AGENDA_VERSION_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeAgendaVersion, mappe_agenda_version, "agenda-version", "agenda_version",
                     N_("Sent agenda"), N_("Sent agendas"),
                     "AV", 3, fields, title_fields, NULL)
