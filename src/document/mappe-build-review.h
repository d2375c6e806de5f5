/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-review.h"

G_BEGIN_DECLS

MappeNode *mappe_build_review (const MappeReview *review, const MappeLanguage *language);

G_END_DECLS
