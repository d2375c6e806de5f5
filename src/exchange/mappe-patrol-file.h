/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-patrol-week.h"

G_BEGIN_DECLS

void  mappe_patrol_file_add   (GString *out, const MappeListed *patrol, const char *council, const char *stamp,
                               gboolean deleted);
char *mappe_patrol_file_csv   (const MappePatrolWeek *week, gboolean german);
char *mappe_patrol_file_ics   (const MappePatrolWeek *week, const char *council, gint64 now);
char *mappe_patrol_file_staff (const MappeListed *patrol);

G_END_DECLS
