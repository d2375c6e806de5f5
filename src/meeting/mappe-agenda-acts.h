/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-agenda-order.h"

G_BEGIN_DECLS

/**
 * MappeAgendaProposal:
 * @title: what the item is called
 * @kind: code of the list "agenda_item_kind"
 * @draft_decision: what is to be decided
 * @project: id of the project it is about, or 0
 */
typedef struct {
  const char *title, *kind, *draft_decision;
  gint64      project;
} MappeAgendaProposal;

/* Acts on the agenda: each builds one undoable edit, or refuses with MAPPE_MEETING_ERROR. */

gboolean   mappe_agenda_may_change (const MappeSitting *sitting, GError **error);
gboolean   mappe_agenda_is_sent    (const MappeSitting *sitting);
MappeEdit *mappe_agenda_add        (const MappeSitting *sitting, const MappeSittingItem *after, gboolean beneath,
                                    gboolean public, const char *title, int minutes, GError **error);
MappeEdit *mappe_agenda_propose    (const MappeSitting *sitting, const MappeAgendaProposal *proposal, gint64 *item,
                                    GError **error);
MappeEdit *mappe_agenda_delete     (const MappeSitting *sitting, const MappeSittingItem *item, GError **error);
MappeEdit *mappe_agenda_move       (const MappeSitting *sitting, const MappeSittingItem *item, MappeAgendaMove move,
                                    GError **error);
MappeEdit *mappe_agenda_place      (const MappeSitting *sitting, const MappeSittingItem *item,
                                    const MappeSittingItem *target, MappeAgendaWhere where, GError **error);
MappeEdit *mappe_agenda_set_public (const MappeSitting *sitting, const MappeSittingItem *item, gboolean public,
                                    GError **error);
gboolean   mappe_agenda_parse_item (const char *typed, char **title, int *minutes);
char      *mappe_agenda_text       (const MappeSitting *sitting);

G_END_DECLS
