/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-escalation-contact.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_ESCALATION_CONTACT_TOPIC] = {
    .name = "topic", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Topic"), .group = N_("Escalation contact"),
    .code_list = "clause_topic",
  },
  [MAPPE_ESCALATION_CONTACT_STEP] = {
    .name = "step", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Step"),
    .minimum = 1, .maximum = 20, .preset = "1",
  },
  [MAPPE_ESCALATION_CONTACT_ORGANISATION] = {
    .name = "organisation", .alias = "organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_ESCALATION_CONTACT_ROLE] = {
    .name = "role", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Role"),
  },
  [MAPPE_ESCALATION_CONTACT_PHONE] = {
    .name = "phone", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Phone"),
  },
  [MAPPE_ESCALATION_CONTACT_HOURS] = {
    .name = "hours", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Reachable"),
  },
  [MAPPE_ESCALATION_CONTACT_DEPUTY] = {
    .name = "deputy", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT,
    .label = N_("Deputy"),
  },
  [MAPPE_ESCALATION_CONTACT_DEPUTY_PHONE] = {
    .name = "deputy_phone", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Phone of the deputy"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_ESCALATION_CONTACT_NOTE),
};

static const int title_fields[] = { MAPPE_ESCALATION_CONTACT_TOPIC, MAPPE_ESCALATION_CONTACT_ORGANISATION, -1 };

MAPPE_DEFINE_RECORD (MappeEscalationContact, mappe_escalation_contact, "escalation-contact",
                     "escalation_contact", N_("Escalation contact"), N_("Escalation contacts"),
                     "EL-", 2, fields, title_fields, NULL)
