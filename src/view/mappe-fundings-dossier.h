/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeFundingsDossier: Deadlines, applications and proofs of use; example programmes for a council without any. */
#define MAPPE_TYPE_FUNDINGS_DOSSIER (mappe_fundings_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeFundingsDossier, mappe_fundings_dossier, MAPPE, FUNDINGS_DOSSIER, MappeDossier)

G_END_DECLS
