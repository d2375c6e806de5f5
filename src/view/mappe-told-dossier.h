/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeToldDossier:
 *
 * “You said – we did”: answered contributions as everybody may read them.
 */
#define MAPPE_TYPE_TOLD_DOSSIER (mappe_told_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeToldDossier, mappe_told_dossier, MAPPE, TOLD_DOSSIER, MappeDossier)

G_END_DECLS
