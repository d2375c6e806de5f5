/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeAgendaRow:
 *
 * A line of the agenda: number, title, kind, rapporteur, begin and minutes. Signals: "dropped" (gint64 id of the item
 * that was dropped on it, int #MappeAgendaWhere), "file" (GFile): a file was dropped on it.
 */
#define MAPPE_TYPE_AGENDA_ROW (mappe_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeAgendaRow, mappe_agenda_row, MAPPE, AGENDA_ROW, GtkListBoxRow)

GtkWidget *mappe_agenda_row_new      (const MappeSitting *sitting, const MappeSittingItem *item, const char *mark);
gint64     mappe_agenda_row_get_id   (MappeAgendaRow *self);
gboolean   mappe_agenda_row_is_public (MappeAgendaRow *self);

G_END_DECLS
