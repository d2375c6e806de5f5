/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"

G_BEGIN_DECLS

gboolean   mappe_series_is_redefined    (const MappeRow *before, const MappeRow *after);
gboolean   mappe_series_is_stamped      (const MappeRow *before, const MappeRow *after);
gboolean   mappe_series_is_goal_stamped (const MappeRow *before, const MappeRow *after);
int        mappe_series_days_late       (const MappeRow *indicator, const char *start);
MappeEdit *mappe_series_begin_new       (const MappeRow *before, const MappeRow *after, const char *today,
                                         GError **error);

G_END_DECLS
