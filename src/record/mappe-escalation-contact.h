/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Who is asked next when a topic cannot be settled: offices and roles, never private numbers.
 * Field numbers of the kind "escalation-contact", in the order of its form. */
enum {
  MAPPE_ESCALATION_CONTACT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ESCALATION_CONTACT_TOPIC,
  MAPPE_ESCALATION_CONTACT_STEP,
  MAPPE_ESCALATION_CONTACT_ORGANISATION,
  MAPPE_ESCALATION_CONTACT_ROLE,
  MAPPE_ESCALATION_CONTACT_PHONE,
  MAPPE_ESCALATION_CONTACT_HOURS,
  MAPPE_ESCALATION_CONTACT_DEPUTY,
  MAPPE_ESCALATION_CONTACT_DEPUTY_PHONE,
  MAPPE_ESCALATION_CONTACT_NOTE,
};

extern const MappeKind mappe_escalation_contact_kind;

G_END_DECLS
