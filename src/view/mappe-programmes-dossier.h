/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeProgrammesDossier: All programmes of volunteers with the figures of a year. */
#define MAPPE_TYPE_PROGRAMMES_DOSSIER (mappe_programmes_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeProgrammesDossier, mappe_programmes_dossier, MAPPE, PROGRAMMES_DOSSIER, MappeDossier)

G_END_DECLS
