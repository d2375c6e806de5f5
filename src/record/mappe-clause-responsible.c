/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-clause-responsible.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_CLAUSE_RESPONSIBLE_CLAUSE] = {
    .name = "clause", .alias = "clause_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Clause"), .group = N_("Responsibility"),
    .target = "agreement-clause", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CLAUSE_RESPONSIBLE_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  MAPPE_NOTE_FIELD (MAPPE_CLAUSE_RESPONSIBLE_NOTE),
};

static const int title_fields[] = { MAPPE_CLAUSE_RESPONSIBLE_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeClauseResponsible, mappe_clause_responsible, "clause-responsible",
                     "clause_responsible", N_("Clause responsibility"), N_("Clause responsibilities"),
                     "CR", 3, fields, title_fields, NULL)
