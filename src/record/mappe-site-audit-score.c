/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-site-audit-score.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_SITE_AUDIT_SCORE_AUDIT] = {
    .name = "audit", .alias = "audit_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Site audit"), .group = N_("Score"),
    .target = "site-audit", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_SITE_AUDIT_SCORE_CRITERION] = {
    .name = "criterion", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Criterion"),
    .code_list = "audit_criterion",
  },
  [MAPPE_SITE_AUDIT_SCORE_SCORE] = {
    .name = "score", .alias = "score_1_5", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Score"),
    .minimum = 1, .maximum = 5,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_SITE_AUDIT_SCORE_NOTE),
};

static const int title_fields[] = { MAPPE_SITE_AUDIT_SCORE_CRITERION, -1 };

MAPPE_DEFINE_RECORD (MappeSiteAuditScore, mappe_site_audit_score, "site-audit-score",
                     "site_audit_score", N_("Score of a site audit"), N_("Scores of site audits"),
                     "SS", 3, fields, title_fields, NULL)
