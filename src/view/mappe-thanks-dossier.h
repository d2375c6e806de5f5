/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeThanksDossier: Who is to be thanked for a year. */
#define MAPPE_TYPE_THANKS_DOSSIER (mappe_thanks_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeThanksDossier, mappe_thanks_dossier, MAPPE, THANKS_DOSSIER, MappeDossier)

G_END_DECLS
