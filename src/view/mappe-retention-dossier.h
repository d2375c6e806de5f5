/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeRetentionDossier: What is past its retention period, what was offered to the archive, what is kept how long. */
#define MAPPE_TYPE_RETENTION_DOSSIER (mappe_retention_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeRetentionDossier, mappe_retention_dossier, MAPPE, RETENTION_DOSSIER, MappeDossier)

G_END_DECLS
