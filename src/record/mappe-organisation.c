/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-organisation.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("org_id"),
  [MAPPE_ORGANISATION_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Organisation"),
  },
  [MAPPE_ORGANISATION_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "org_kind",
  },
  [MAPPE_ORGANISATION_SECTOR] = {
    .name = "sector", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Sector"),
  },
  [MAPPE_ORGANISATION_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "member_status", .preset = "active",
  },
  [MAPPE_ORGANISATION_IS_PARTNER] = {
    .name = "is_partner", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Partner of the council"), .group = N_("Partnership"),
    .preset = "1",
  },
  [MAPPE_ORGANISATION_PARTNER_SINCE] = {
    .name = "partner_since", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Partner since"),
  },
  [MAPPE_ORGANISATION_CONTACT_POINT] = {
    .name = "contact_point", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Contact point"), .group = N_("Contact"),
  },
  [MAPPE_ORGANISATION_EMAIL] = {
    .name = "email", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("E-mail"),
  },
  [MAPPE_ORGANISATION_PHONE] = {
    .name = "phone", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Telephone"),
  },
  [MAPPE_ORGANISATION_ADDRESS] = {
    .name = "address", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Address"),
  },
  MAPPE_NOTE_FIELD (MAPPE_ORGANISATION_NOTE),
};

static const int title_fields[] = { MAPPE_ORGANISATION_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeOrganisation, mappe_organisation, "organisation",
                     "organisation", N_("Partner organisation"), N_("Partner organisations"),
                     "P-", 2, fields, title_fields, NULL)
