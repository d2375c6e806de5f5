/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-minutes-acts.h"

G_BEGIN_DECLS

gboolean   mappe_minutes_refuse          (GError **error, MappeMeetingError code, const char *reason);
gboolean   mappe_minutes_has_stage       (const MappeSitting *sitting, MappeMinutesStage least,
                                              MappeMinutesStage most, GError **error);
gboolean   mappe_minutes_is_day_after    (const MappeSitting *sitting, const char *day, GError **error);
MappeRow  *mappe_minutes_copy_of_edition (const MappeSitting *sitting);
MappeEdit *mappe_minutes_edit_for        (const MappeSitting *sitting, MappeRow *edition, const char *label);
void       mappe_minutes_set_stage       (MappeRow *edition, MappeMinutesStage stage);
MappeRow  *mappe_minutes_new_edition     (const MappeSitting *sitting, gint64 number);
MappeEdit *mappe_minutes_edit_adding     (const MappeSitting *sitting, MappeRow *edition, const char *label);

G_END_DECLS
