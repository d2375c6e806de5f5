/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappePresenceTimes: a corrected line of the attendance list
 * @status: code of the list attendance_status; the times are for "present" and "deputised" only
 * @arrived: minute of arrival, or %MAPPE_MINUTE_NONE
 * @left: minute of departure, or %MAPPE_MINUTE_NONE while still there
 * @absences: temporary absences
 * @n_absences: how many
 */
typedef struct {
  const char          *status;
  int                  arrived;
  int                  left;
  const MappeStay *absences;
  guint                n_absences;
} MappePresenceTimes;

gboolean   mappe_presence_is_here      (const MappeParticipant *participant);
MappeEdit *mappe_presence_arrive       (const MappeSitting *sitting, gint64 person, int minute, GError **error);
MappeEdit *mappe_presence_arrive_all   (const MappeSitting *sitting, int minute, GError **error);
MappeEdit *mappe_presence_leave        (const MappeSitting *sitting, gint64 person, int minute, GError **error);
MappeEdit *mappe_presence_depute       (const MappeSitting *sitting, gint64 person, gint64 deputy,
                                        const char *deputy_name, int minute, GError **error);
MappeEdit *mappe_presence_mark         (const MappeSitting *sitting, gint64 person, const char *status,
                                        GError **error);
MappeEdit *mappe_presence_correct      (const MappeSitting *sitting, gint64 person, const MappePresenceTimes *times,
                                        GError **error);
MappeEdit *mappe_presence_add_guest    (const MappeSitting *sitting, const char *name, const char *reason,
                                        gint64 organisation, GError **error);
MappeEdit *mappe_presence_remove_guest (const MappeSitting *sitting, gint64 guest, GError **error);

G_END_DECLS
