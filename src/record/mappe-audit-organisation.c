/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-audit-organisation.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_AUDIT_ORGANISATION_AUDIT] = {
    .name = "audit", .alias = "audit_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Site audit"), .group = N_("Participant"),
    .target = "site-audit", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AUDIT_ORGANISATION_ORGANISATION] = {
    .name = "organisation", .alias = "organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CASCADE,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_AUDIT_ORGANISATION_NOTE),
};

static const int title_fields[] = { MAPPE_AUDIT_ORGANISATION_ORGANISATION, -1 };

MAPPE_DEFINE_RECORD (MappeAuditOrganisation, mappe_audit_organisation, "audit-organisation",
                     "audit_organisation", N_("Participant of a site audit"), N_("Participants of site audits"),
                     "AO", 3, fields, title_fields, NULL)
