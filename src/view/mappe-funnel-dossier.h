/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeFunnelDossier:
 *
 * The way of contributions: received, answered, realised; all, by year and by participation.
 */
#define MAPPE_TYPE_FUNNEL_DOSSIER (mappe_funnel_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeFunnelDossier, mappe_funnel_dossier, MAPPE, FUNNEL_DOSSIER, MappeDossier)

G_END_DECLS
