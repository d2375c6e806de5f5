/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What has to be seen to at an event; findings of the event before come back here.
 * Field numbers of the kind "event-check", in the order of its form. */
enum {
  MAPPE_EVENT_CHECK_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_EVENT_CHECK_EVENT,
  MAPPE_EVENT_CHECK_PHASE,
  MAPPE_EVENT_CHECK_TEXT,
  MAPPE_EVENT_CHECK_FINDING,
  MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION,
  MAPPE_EVENT_CHECK_DONE,
  MAPPE_EVENT_CHECK_DONE_ON,
  MAPPE_EVENT_CHECK_NOTE,
};

extern const MappeKind mappe_event_check_kind;

G_END_DECLS
