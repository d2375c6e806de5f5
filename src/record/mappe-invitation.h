/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "invitation", in the order of its form. */
enum {
  MAPPE_INVITATION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_INVITATION_AGENDA_VERSION,
  MAPPE_INVITATION_PERSON,
  MAPPE_INVITATION_GUEST,
  MAPPE_INVITATION_NAME,
  MAPPE_INVITATION_CHANNEL,
  MAPPE_INVITATION_ADDRESS,
  MAPPE_INVITATION_VOTING,
  MAPPE_INVITATION_SENT_ON,
  MAPPE_INVITATION_NOTE,
};

extern const MappeKind mappe_invitation_kind;

G_END_DECLS
