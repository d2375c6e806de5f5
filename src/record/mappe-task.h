/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "task", in the order of its form. */
enum {
  MAPPE_TASK_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_TASK_TITLE,
  MAPPE_TASK_DECISION,
  MAPPE_TASK_AGENDA_ITEM,
  MAPPE_TASK_RESPONSIBLE_MEMBER,
  MAPPE_TASK_RESPONSIBLE_ORGANISATION,
  MAPPE_TASK_DUE_ON,
  MAPPE_TASK_DUE_REASON,
  MAPPE_TASK_STATUS,
  MAPPE_TASK_DONE_ON,
  MAPPE_TASK_NOTE,
};

extern const MappeKind mappe_task_kind;

G_END_DECLS
