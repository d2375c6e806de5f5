/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeSittingPeople:
 *
 * The attendance list of the sitting, one line a participant.
 */
#define MAPPE_TYPE_SITTING_PEOPLE (mappe_sitting_people_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingPeople, mappe_sitting_people, MAPPE, SITTING_PEOPLE, AdwBin)

void     mappe_sitting_people_show_sitting (MappeSittingPeople *self, const MappeSitting *sitting,
                                            const MappeSittingItem *item);
gint64   mappe_sitting_people_get_person   (MappeSittingPeople *self);
void     mappe_sitting_people_move_on      (MappeSittingPeople *self);
gboolean mappe_sitting_people_focus        (MappeSittingPeople *self);

G_END_DECLS
