/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"

G_BEGIN_DECLS

MappeNode *bench_minutes (guint n_pages);

G_END_DECLS
