/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeTaskGiven: a task as it is entered
 * @item: id of the agenda item
 * @decision: id of the decision it carries out, or 0
 * @title: what
 * @person: id of who, or 0
 * @organisation: id of the office, or 0 for that of the person
 * @due_on: (nullable): until when
 */
typedef struct {
  gint64      item;
  gint64      decision;
  const char *title;
  gint64      person;
  gint64      organisation;
  const char *due_on;
} MappeTaskGiven;

/* For decisions and tasks alike. */
MappeEdit *mappe_follow_up_add_task     (const MappeSitting *sitting, const MappeTaskGiven *given, GError **error);
MappeEdit *mappe_follow_up_done         (const MappeRow *row, const char *day, GError **error);
MappeEdit *mappe_follow_up_reopen       (const MappeRow *row, GError **error);
MappeEdit *mappe_follow_up_new_date     (const MappeRow *row, const char *due_on, const char *reason, GError **error);
MappeEdit *mappe_follow_up_assign       (const MappeRow *row, gint64 organisation, GError **error);
MappeEdit *mappe_follow_up_extract_sent (const MappeSitting *sitting, gint64 organisation, const char *day,
                                         GError **error);
gboolean   mappe_follow_up_is_finished  (const MappeRow *row);

G_END_DECLS
