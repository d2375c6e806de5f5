/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closure-support.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_CLOSURE_SUPPORT_CLOSURE] = {
    .name = "closure", .alias = "closure_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Road closure"), .group = N_("Support"),
    .target = "road-closure", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CLOSURE_SUPPORT_ORGANISATION] = {
    .name = "organisation", .alias = "organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CASCADE,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_CLOSURE_SUPPORT_NOTE),
};

static const int title_fields[] = { MAPPE_CLOSURE_SUPPORT_ORGANISATION, -1 };

MAPPE_DEFINE_RECORD (MappeClosureSupport, mappe_closure_support, "closure-support",
                     "closure_support", N_("Support at a road closure"), N_("Support at road closures"),
                     "CS", 3, fields, title_fields, NULL)
