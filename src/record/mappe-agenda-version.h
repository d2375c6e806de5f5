/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "agenda-version", in the order of its form. */
enum {
  MAPPE_AGENDA_VERSION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_AGENDA_VERSION_MEETING,
  MAPPE_AGENDA_VERSION_EDITION,
  MAPPE_AGENDA_VERSION_SENT_ON,
  MAPPE_AGENDA_VERSION_REASON,
  MAPPE_AGENDA_VERSION_CONTENT,
  MAPPE_AGENDA_VERSION_NOTE,
};

extern const MappeKind mappe_agenda_version_kind;

G_END_DECLS
