/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-escalation.h"
#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *mappe_build_escalation (const MappeEscalation *escalation, const char *day, const MappeLanguage *language);

G_END_DECLS
