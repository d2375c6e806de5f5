/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-contributions.h"
#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *mappe_build_contributions (const MappeContributions *contributions, const char *today,
                                      const MappeLanguage *language);

G_END_DECLS
