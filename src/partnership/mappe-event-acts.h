/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-file.h"

G_BEGIN_DECLS

/* What is done with an event. Each act is one edit, so one step of undo; a refused one says why
 * (MAPPE_FIELD_WORK_ERROR). */

/**
 * MappeFindingGiven: a finding as it is typed at the debrief
 * @rating: code: keep, improve, stop
 * @category: (nullable): code
 * @text: what was found
 * @responsible: id of the office, or 0
 * @due_on: (nullable): day
 */
typedef struct {
  const char *rating, *category, *text;
  gint64      responsible;
  const char *due_on;
} MappeFindingGiven;

/* Consents and concept */
MappeEdit *mappe_event_consent         (const MappeRow *consent, const char *state, const char *day);
MappeEdit *mappe_event_release_concept (const MappeEventFile *file, const char *reason, GError **error);

/* Deployment plan */
const char *mappe_event_move_phase      (const MappeEventFile *file, gint64 line, int direction);
MappeEdit *mappe_event_move_line       (const MappeEventFile *file, gint64 line, int direction, GError **error);
MappeEdit *mappe_event_release_plan    (const MappeEventFile *file, gint64 person, const char *name, const char *day,
                                        GError **error);

/* Debrief */
MappeEdit *mappe_event_debrief         (const MappeEventFile *file, const char *held_on, const char *participants,
                                        GError **error);
MappeEdit *mappe_event_waive_debrief   (const MappeEventFile *file, GError **error);
MappeEdit *mappe_event_add_finding     (const MappeEventFile *file, const MappeFindingGiven *given, GError **error);
MappeEdit *mappe_event_make_task       (const MappeRow *finding, GError **error);

/* Check list and the next event */
MappeEdit *mappe_event_check           (const MappeRow *check, gboolean done, const char *day);
MappeEdit *mappe_event_ask_findings    (const MappeEventFile *file, GError **error);
MappeEdit *mappe_event_next            (const MappeEventFile *file, gint64 *id, GError **error);
char      *mappe_event_next_title      (const char *title, const char *from, const char *to);
char      *mappe_event_next_day      (const char *day);

G_END_DECLS
