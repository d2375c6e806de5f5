/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeTrainingDossier: Whose training is due, and whose undertaking is missing. */
#define MAPPE_TYPE_TRAINING_DOSSIER (mappe_training_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeTrainingDossier, mappe_training_dossier, MAPPE, TRAINING_DOSSIER, MappeDossier)

G_END_DECLS
