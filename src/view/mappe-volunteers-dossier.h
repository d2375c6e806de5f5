/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeVolunteersDossier: A programme of volunteers: chart, entry of a quarter, years, hours as own share, people. */
#define MAPPE_TYPE_VOLUNTEERS_DOSSIER (mappe_volunteers_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeVolunteersDossier, mappe_volunteers_dossier, MAPPE, VOLUNTEERS_DOSSIER, MappeDossier)

G_END_DECLS
