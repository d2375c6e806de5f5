/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeEscalationDossier: whom to call, topic by topic and step by step, with the gaps. */
#define MAPPE_TYPE_ESCALATION_DOSSIER (mappe_escalation_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeEscalationDossier, mappe_escalation_dossier, MAPPE, ESCALATION_DOSSIER, MappeDossier)

G_END_DECLS
