/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "roll-call-vote", in the order of its form. */
enum {
  MAPPE_ROLL_CALL_VOTE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ROLL_CALL_VOTE_DECISION,
  MAPPE_ROLL_CALL_VOTE_PERSON,
  MAPPE_ROLL_CALL_VOTE_VOTE,
  MAPPE_ROLL_CALL_VOTE_NOTE,
};

extern const MappeKind mappe_roll_call_vote_kind;

G_END_DECLS
