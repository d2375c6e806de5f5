/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-recipients.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeAgendaView: how an agenda is shown
 * @reader: %MAPPE_CLASS_PUBLIC: non-public items with number and neutral title only; %MAPPE_CLASS_MEMBERS: all titles
 * @recipient: (nullable): for whom: an item of which they get nothing has its neutral title
 * @times: planned times and rapporteurs
 */
typedef struct {
  MappeClass            reader;
  const MappeRecipient *recipient;
  gboolean              times;
} MappeAgendaView;

MappeNode *mappe_build_agenda       (const MappeSitting *sitting, const MappeAgendaView *view,
                                     const MappeLanguage *language);
void       mappe_build_agenda_parts (MappeNode *parent, guint depth, const MappeSitting *sitting,
                                     const MappeAgendaView *view, const MappeLanguage *language);
GBytes    *mappe_freeze_agenda      (const MappeSitting *sitting, GError **error);

G_END_DECLS
