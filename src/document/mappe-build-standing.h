/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-standing-report.h"

G_BEGIN_DECLS

MappeNode *mappe_build_standing (const MappeStandingReport *report, const MappeLanguage *language);

G_END_DECLS
