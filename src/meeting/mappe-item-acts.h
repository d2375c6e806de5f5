/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeTaskDraft: who does what until when
 * @title: what
 * @member: id of a person, or 0
 * @office: id of an organisation, or 0
 * @due_on: (nullable): day
 * @decision: id of the decision it comes from, or 0
 */
typedef struct {
  const char *title;
  gint64      member;
  gint64      office;
  const char *due_on;
  gint64      decision;
} MappeTaskDraft;

/**
 * MappeConflictDraft: a declaration of a conflict of interest
 * @person: whose
 * @ground_code: code of the list conflict_ground
 * @ground: (nullable): explanation
 * @decided_by: (nullable): who found so
 * @left_room: whether the person left the room
 * @excluded: whether the person is excluded from debate and vote
 */
typedef struct {
  gint64      person;
  const char *ground_code;
  const char *ground;
  const char *decided_by;
  gboolean    left_room;
  gboolean    excluded;
} MappeConflictDraft;

MappeEdit *mappe_item_call          (const MappeSitting *sitting, gint64 item, int minute, GError **error);
MappeEdit *mappe_item_call_next     (const MappeSitting *sitting, int minute, GError **error);
MappeEdit *mappe_item_conclude      (const MappeSitting *sitting, gint64 item, const char *result, int minute,
                                     GError **error);
MappeEdit *mappe_item_correct       (const MappeSitting *sitting, gint64 item, int opened, int closed,
                                     GError **error);
MappeEdit *mappe_item_discuss       (const MappeSitting *sitting, const MappeRow *base, const char *text,
                                     GError **error);
MappeEdit *mappe_item_bring_forward (const MappeSitting *sitting, gint64 item, gint64 before, const char *note,
                                     GError **error);
MappeEdit *mappe_item_declare       (const MappeSitting *sitting, gint64 item, const MappeConflictDraft *draft,
                                     int minute, GError **error);
MappeEdit *mappe_item_undeclare     (const MappeSitting *sitting, gint64 conflict, GError **error);
MappeEdit *mappe_item_add_task      (const MappeSitting *sitting, gint64 item, const MappeTaskDraft *draft,
                                     GError **error);
MappeEdit *mappe_item_state         (const MappeSitting *sitting, gint64 item, gint64 person, const char *kind,
                                     const char *text, int minute, GError **error);

G_END_DECLS
