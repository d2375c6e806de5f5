/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-site-audit.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "audit_id"),
  [MAPPE_SITE_AUDIT_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Area"), .group = N_("Site audit"),
    .target = "area", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_SITE_AUDIT_HELD_ON] = {
    .name = "held_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Held on"),
  },
  [MAPPE_SITE_AUDIT_LIGHT_CONDITION] = {
    .name = "light_condition", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Light condition"),
    .code_list = "light_condition",
  },
  [MAPPE_SITE_AUDIT_METHOD] = {
    .name = "method", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Method"),
    .code_list = "audit_method",
  },
  [MAPPE_SITE_AUDIT_PARTICIPANTS] = {
    .name = "participants", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Participants"),
    .minimum = 0, .maximum = 1e9,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_SITE_AUDIT_NOTE),
};

static const int title_fields[] = { MAPPE_SITE_AUDIT_HELD_ON, MAPPE_SITE_AUDIT_AREA, -1 };

MAPPE_DEFINE_RECORD (MappeSiteAudit, mappe_site_audit, "site-audit",
                     "site_audit", N_("Site audit"), N_("Site audits"),
                     "SA-", 2, fields, title_fields, NULL)
