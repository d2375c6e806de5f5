/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"
#include "mappe-minutes-missing.h"

G_BEGIN_DECLS

/* The lists in the head of the minutes step. */

void                mappe_minutes_fill_missing    (GtkListBox *list, GPtrArray *missing);
const MappeMissing *mappe_minutes_missing_of      (GtkListBoxRow *row);
void                mappe_minutes_fill_objections (GtkListBox *list, MappeMeetingStep *step);
char               *mappe_minutes_stages_text     (const MappeSitting *sitting);

G_END_DECLS
