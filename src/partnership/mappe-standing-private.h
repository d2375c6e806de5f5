/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-standing-report.h"

G_BEGIN_DECLS

gboolean           mappe_standing_load_bodies  (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error);
gboolean           mappe_standing_load_entries (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error);
MappeStandingBody *mappe_standing_find_body    (const MappeStandingReport *self, gint64 id);
gint64             mappe_standing_body_of_item (MappeSnapshot *snapshot, gint64 agenda_item, GError **error);

G_END_DECLS
