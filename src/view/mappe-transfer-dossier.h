/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeTransferDossier:
 *
 * The transfer of a best practice to another area: conditions side by side, the verdict, the project made of it and the
 * result reported back. Actions: "transfer.propose", "transfer.add", "transfer.start", "transfer.report".
 */
#define MAPPE_TYPE_TRANSFER_DOSSIER (mappe_transfer_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeTransferDossier, mappe_transfer_dossier, MAPPE, TRANSFER_DOSSIER, MappeDossier)

G_END_DECLS
