/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* One criterion of a site audit, from 1 (bad) to 5 (good).
 * Field numbers of the kind "site-audit-score", in the order of its form. */
enum {
  MAPPE_SITE_AUDIT_SCORE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_SITE_AUDIT_SCORE_AUDIT,
  MAPPE_SITE_AUDIT_SCORE_CRITERION,
  MAPPE_SITE_AUDIT_SCORE_SCORE,
  MAPPE_SITE_AUDIT_SCORE_NOTE,
};

extern const MappeKind mappe_site_audit_score_kind;

G_END_DECLS
