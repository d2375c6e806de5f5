/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "text-template", in the order of its form. */
enum {
  MAPPE_TEXT_TEMPLATE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_TEXT_TEMPLATE_PURPOSE,
  MAPPE_TEXT_TEMPLATE_LANGUAGE,
  MAPPE_TEXT_TEMPLATE_SUBJECT,
  MAPPE_TEXT_TEMPLATE_TEXT,
  MAPPE_TEXT_TEMPLATE_NOTE,
};

extern const MappeKind mappe_text_template_kind;

G_END_DECLS
