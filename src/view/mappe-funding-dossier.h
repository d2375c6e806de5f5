/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeFundingDossier:
 *
 * An application for money beside the rules of its programme: what may be asked for, own share, deadlines, papers,
 * payments, proof of use, statement of the council. Actions: "funding.papers", "funding.paper", "funding.payment",
 * "funding.statement".
 */
#define MAPPE_TYPE_FUNDING_DOSSIER (mappe_funding_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeFundingDossier, mappe_funding_dossier, MAPPE, FUNDING_DOSSIER, MappeDossier)

G_END_DECLS
