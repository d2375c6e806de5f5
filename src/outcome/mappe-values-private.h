/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-values.h"

G_BEGIN_DECLS

void mappe_values_read_time (MappeRow *row, const char *typed);

G_END_DECLS
