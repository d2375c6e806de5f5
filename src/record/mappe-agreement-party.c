/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement-party.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_AGREEMENT_PARTY_AGREEMENT] = {
    .name = "agreement", .alias = "agreement_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agreement"), .group = N_("Party to the agreement"),
    .target = "agreement", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AGREEMENT_PARTY_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  MAPPE_NOTE_FIELD (MAPPE_AGREEMENT_PARTY_NOTE),
};

static const int title_fields[] = { MAPPE_AGREEMENT_PARTY_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeAgreementParty, mappe_agreement_party, "agreement-party",
                     "agreement_party", N_("Party to the agreement"), N_("Parties to the agreement"),
                     "AP", 3, fields, title_fields, NULL)
