/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "statement", in the order of its form. */
enum {
  MAPPE_STATEMENT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_STATEMENT_AGENDA_ITEM,
  MAPPE_STATEMENT_PERSON,
  MAPPE_STATEMENT_KIND,
  MAPPE_STATEMENT_STATED_AT,
  MAPPE_STATEMENT_TEXT,
  MAPPE_STATEMENT_NOTE,
};

extern const MappeKind mappe_statement_kind;

G_END_DECLS
