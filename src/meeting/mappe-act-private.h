/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/* What the acts of a sitting share. */

gpointer    mappe_act_refuse       (GError **error, MappeMeetingError code, const char *format,
                                    ...) G_GNUC_PRINTF (3, 4);
MappeEdit  *mappe_act_begin        (const char *format, ...) G_GNUC_PRINTF (1, 2);
MappeRow   *mappe_act_update       (MappeEdit *edit, const MappeRow *base);
void        mappe_act_set_text     (MappeRow *row, guint field, const char *text);
void        mappe_act_set_int      (MappeRow *row, guint field, gint64 number);
void        mappe_act_set_id       (MappeRow *row, guint field, gint64 id);
void        mappe_act_set_minute   (MappeRow *row, guint field, int minute);
int         mappe_act_get_minute   (const MappeRow *row, guint field);
gboolean    mappe_act_is           (const MappeRow *row, guint field, const char *code);
gboolean    mappe_act_is_empty     (const char *text);
gboolean    mappe_act_may_record   (const MappeSitting *sitting, GError **error);
gboolean    mappe_act_may_record_at (const MappeSitting *sitting, int minute, GError **error);
const MappeParticipant *mappe_act_participant (const MappeSitting *sitting, gint64 person, GError **error);

G_END_DECLS
