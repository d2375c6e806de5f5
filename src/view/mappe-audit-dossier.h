/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeAuditDossier:
 *
 * The scores of a site audit in a small grid: a digit from 1 to 5 goes on to the next criterion. What is typed is one
 * step when it is saved. Action: "audit.save".
 */
#define MAPPE_TYPE_AUDIT_DOSSIER (mappe_audit_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeAuditDossier, mappe_audit_dossier, MAPPE, AUDIT_DOSSIER, MappeDossier)

G_END_DECLS
