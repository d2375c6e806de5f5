/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_AGENDA_DATE,
  MAPPE_AGENDA_TIME,
  MAPPE_AGENDA_PLACE,
  MAPPE_AGENDA_NEW,
  MAPPE_AGENDA_REMOVED,
  MAPPE_AGENDA_RETITLED,
  MAPPE_AGENDA_MOVED,      /* before or behind an item that it stood on the other side of */
} MappeAgendaChangeKind;

/**
 * MappeAgendaChange: a difference between two agendas
 * @kind: what it is
 * @reference: (nullable): of the agenda item
 * @public: of the public part; always for date, time and place
 * @old_number: (nullable): number in the earlier agenda
 * @number: (nullable): number in the later agenda
 * @old_text: (nullable): title (or date, time, place) in the earlier agenda
 * @text: (nullable): in the later agenda
 */
typedef struct {
  MappeAgendaChangeKind kind;
  char                 *reference;
  gboolean              public;
  char                 *old_number;
  char                 *number;
  char                 *old_text;
  char                 *text;
} MappeAgendaChange;

GPtrArray *mappe_agenda_changes        (const MappeSitting *sitting, GError **error);
GPtrArray *mappe_agenda_news           (const MappeSitting *sitting, guint *edition, GError **error);
GPtrArray *mappe_agenda_compare        (const MappeNode *earlier, const MappeNode *later);
char      *mappe_agenda_change_words   (const MappeAgendaChange *self, const MappeLanguage *language);

G_END_DECLS
