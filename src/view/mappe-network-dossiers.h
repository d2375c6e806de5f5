/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeNetworkDossier: who works with whom, as a matrix that leads to the records, and as a picture. */
#define MAPPE_TYPE_NETWORK_DOSSIER (mappe_network_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeNetworkDossier, mappe_network_dossier, MAPPE, NETWORK_DOSSIER, MappeDossier)

/** MappeQuietDossier: partners who did nothing in the last twelve months. */
#define MAPPE_TYPE_QUIET_DOSSIER (mappe_quiet_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeQuietDossier, mappe_quiet_dossier, MAPPE, QUIET_DOSSIER, MappeDossier)

/** MappeSectorsDossier: people in bodies by sector, and which sectors sit in how many bodies. */
#define MAPPE_TYPE_SECTORS_DOSSIER (mappe_sectors_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeSectorsDossier, mappe_sectors_dossier, MAPPE, SECTORS_DOSSIER, MappeDossier)

gpointer   mappe_network_dossier_load  (MappeSnapshot *snapshot, gpointer data, GError **error);
MappeNode *mappe_network_dossier_paper (MappeDossier *dossier, gconstpointer result);

G_END_DECLS
