/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What a project answers to a question that stands before its next step.
 * Field numbers of the kind "gate-answer", in the order of its form. */
enum {
  MAPPE_GATE_ANSWER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_GATE_ANSWER_PROJECT,
  MAPPE_GATE_ANSWER_QUESTION,
  MAPPE_GATE_ANSWER_ANSWER,
  MAPPE_GATE_ANSWER_ANSWERED_ON,
  MAPPE_GATE_ANSWER_NOTE,
};

extern const MappeKind mappe_gate_answer_kind;

G_END_DECLS
