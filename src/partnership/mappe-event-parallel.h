/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-file.h"

G_BEGIN_DECLS

GPtrArray *mappe_event_parallel (MappeSnapshot *snapshot, const MappeEventFile *file, GError **error);

G_END_DECLS
