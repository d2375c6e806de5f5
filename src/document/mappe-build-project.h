/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-project-file.h"

G_BEGIN_DECLS

MappeNode *mappe_build_project (const MappeProjectFile *file, const MappeLanguage *language);

G_END_DECLS
