/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-build-follow-up.h"

G_BEGIN_DECLS

MappeNode *mappe_build_tasks (GPtrArray *entries, const char *office, const MappeFollowUpPaper *paper,
                              const MappeLanguage *language);

G_END_DECLS
