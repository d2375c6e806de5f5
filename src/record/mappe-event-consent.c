/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-consent.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_EVENT_CONSENT_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Consent"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_EVENT_CONSENT_ORGANISATION] = {
    .name = "organisation", .alias = "organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Office"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_EVENT_CONSENT_PART] = {
    .name = "part", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Part of the concept"),
  },
  [MAPPE_EVENT_CONSENT_STATE] = {
    .name = "state", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Consent"),
    .code_list = "consent_state", .preset = "open",
  },
  [MAPPE_EVENT_CONSENT_DECIDED_ON] = {
    .name = "decided_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Declared on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_EVENT_CONSENT_NOTE),
};

static const int title_fields[] = { MAPPE_EVENT_CONSENT_PART, -1 };

MAPPE_DEFINE_RECORD (MappeEventConsent, mappe_event_consent, "event-consent",
                     "event_consent", N_("Consent to the concept"), N_("Consents to concepts"),
                     "EC", 3, fields, title_fields, NULL)
