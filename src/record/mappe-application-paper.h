/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A paper that has to go with an application.
 * Field numbers of the kind "application-paper", in the order of its form. */
enum {
  MAPPE_APPLICATION_PAPER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_APPLICATION_PAPER_APPLICATION,
  MAPPE_APPLICATION_PAPER_TITLE,
  MAPPE_APPLICATION_PAPER_SUPPLIED_ON,
  MAPPE_APPLICATION_PAPER_NOTE,
};

extern const MappeKind mappe_application_paper_kind;

G_END_DECLS
