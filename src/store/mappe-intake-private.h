/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-apply-private.h"
#include "mappe-check-private.h"
#include "mappe-intake.h"

G_BEGIN_DECLS

gboolean mappe_intake_ask        (MappeCheck *check, GError **error);
gboolean mappe_intake_may_follow (MappeApply *apply, const MappeRow *before, const MappeRow *after, GError **error);

G_END_DECLS
