/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-partner.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_PROJECT_PARTNER_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Project"), .group = N_("Project partner"),
    .target = "project", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_PROJECT_PARTNER_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_PROJECT_PARTNER_INVOLVEMENT] = {
    .name = "involvement", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Involvement"),
    .code_list = "involvement", .preset = "supports",
  },
  MAPPE_NOTE_FIELD (MAPPE_PROJECT_PARTNER_NOTE),
};

static const int title_fields[] = { MAPPE_PROJECT_PARTNER_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeProjectPartner, mappe_project_partner, "project-partner",
                     "project_partner", N_("Project partner"), N_("Project partners"),
                     "PP", 3, fields, title_fields, NULL)
