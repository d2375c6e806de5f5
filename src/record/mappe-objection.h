/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "objection", in the order of its form. */
enum {
  MAPPE_OBJECTION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_OBJECTION_MEETING,
  MAPPE_OBJECTION_AGENDA_ITEM,
  MAPPE_OBJECTION_RAISED_BY,
  MAPPE_OBJECTION_RAISED_ON,
  MAPPE_OBJECTION_TEXT,
  MAPPE_OBJECTION_DECIDED_IN,
  MAPPE_OBJECTION_OUTCOME,
  MAPPE_OBJECTION_NOTE,
};

extern const MappeKind mappe_objection_kind;

G_END_DECLS
