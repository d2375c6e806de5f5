/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

GtkWidget *mappe_goal_ladder_new (MappeStore *store, const MappeListed *goal);

G_END_DECLS
