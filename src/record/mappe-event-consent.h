/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* An office agrees to the part of a safety concept that concerns it.
 * Field numbers of the kind "event-consent", in the order of its form. */
enum {
  MAPPE_EVENT_CONSENT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_EVENT_CONSENT_EVENT,
  MAPPE_EVENT_CONSENT_ORGANISATION,
  MAPPE_EVENT_CONSENT_PART,
  MAPPE_EVENT_CONSENT_STATE,
  MAPPE_EVENT_CONSENT_DECIDED_ON,
  MAPPE_EVENT_CONSENT_NOTE,
};

extern const MappeKind mappe_event_consent_kind;

G_END_DECLS
