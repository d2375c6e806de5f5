/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeObjectionGiven: an objection as it is raised
 * @person: id of who raises it
 * @item: id of the agenda item, or 0 for the minutes as a whole
 * @raised_on: day, "YYYY-MM-DD"
 * @text: what is objected
 */
typedef struct {
  gint64      person;
  gint64      item;
  const char *raised_on;
  const char *text;
} MappeObjectionGiven;

gboolean   mappe_objection_is_late (const MappeSitting *sitting, const char *raised_on);
MappeEdit *mappe_objection_raise   (const MappeSitting *sitting, const MappeObjectionGiven *given, GError **error);
MappeEdit *mappe_objection_decide  (const MappeSitting *sitting, gint64 objection, gboolean accepted, gint64 meeting,
                                    GError **error);

G_END_DECLS
