/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

MappeSitting *mappe_sitting_new          (void);
gboolean      mappe_sitting_load_people  (MappeSitting *self, MappeSnapshot *snapshot, GError **error);
gboolean      mappe_sitting_load_agenda  (MappeSitting *self, MappeSnapshot *snapshot, GError **error);
GPtrArray    *mappe_sitting_list         (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id,
                                          guint order, GError **error);
GPtrArray    *mappe_sitting_rows         (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id,
                                          guint order, GError **error);
GPtrArray    *mappe_members_on           (GPtrArray *memberships, const char *day);
char         *mappe_person_display_name  (const MappeRow *person);
char         *mappe_person_sort_name     (const MappeRow *person);

G_END_DECLS
