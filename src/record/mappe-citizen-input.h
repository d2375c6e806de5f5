/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What a citizen said. Anonymous unless somebody wants an answer.
 * Field numbers of the kind "citizen-input", in the order of its form. */
enum {
  MAPPE_CITIZEN_INPUT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CITIZEN_INPUT_TEXT,
  MAPPE_CITIZEN_INPUT_CATEGORY,
  MAPPE_CITIZEN_INPUT_PARTICIPATION,
  MAPPE_CITIZEN_INPUT_AREA,
  MAPPE_CITIZEN_INPUT_RECEIVED_ON,
  MAPPE_CITIZEN_INPUT_STATUS,
  MAPPE_CITIZEN_INPUT_ANSWER,
  MAPPE_CITIZEN_INPUT_ANSWERED_ON,
  MAPPE_CITIZEN_INPUT_MEASURE,
  MAPPE_CITIZEN_INPUT_ANONYMOUS,
  MAPPE_CITIZEN_INPUT_CONTACT,
  MAPPE_CITIZEN_INPUT_NOTE,
};

extern const MappeKind mappe_citizen_input_kind;

G_END_DECLS
