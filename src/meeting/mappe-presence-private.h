/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-presence-acts.h"

G_BEGIN_DECLS

MappeRow *mappe_presence_line           (MappeEdit *edit, const MappeSitting *sitting,
                                         const MappeParticipant *participant);
void      mappe_presence_set_absence    (MappeRow *row, gint64 attendance, const MappeStay *absence);
void      mappe_presence_add_absence    (MappeEdit *edit, gint64 attendance, const MappeStay *absence);
gboolean  mappe_presence_times_hold     (const MappeSitting *sitting, const MappeParticipant *participant,
                                         const MappePresenceTimes *times, GError **error);
gboolean  mappe_presence_may_come_or_go (const MappeSitting *sitting, int minute, GError **error);
gboolean  mappe_presence_is_away        (const char *status);

G_END_DECLS
