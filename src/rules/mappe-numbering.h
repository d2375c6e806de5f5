/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decisions are numbered without gaps per body and year: "KPR 2026/08". */

typedef struct {
  char  *prefix;   /* "KPR", owned; may be "" */
  int    year;
  guint  serial;
} MappeDecisionNumber;

void      mappe_decision_number_clear  (MappeDecisionNumber *self);
gboolean  mappe_decision_number_parse  (const char *text, MappeDecisionNumber *number);
char     *mappe_decision_number_format (const char *prefix, int year, guint serial);
char     *mappe_decision_number_next   (const char *prefix, int year, const char *const *taken);
GPtrArray *mappe_decision_number_gaps  (const char *const *taken);

/**
 * MappeAgendaPlace: an item before numbering
 * @depth: 0 for a main item, 1 for one beneath it, and so on
 */
typedef struct {
  guint depth;
} MappeAgendaPlace;

GStrv     mappe_agenda_numbers         (const MappeAgendaPlace *places, guint n_places);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeDecisionNumber, mappe_decision_number_clear)

G_END_DECLS
