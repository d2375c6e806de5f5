/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-due.h"
#include "mappe-follow-up.h"
#include "mappe-state-light.h"

G_BEGIN_DECLS

/* What the follow-up says of an entry, in the language of the window. */

MappeState  mappe_follow_up_text_state     (const MappeFollowUp *entry);
const char *mappe_follow_up_text_word      (const MappeFollowUp *entry);
char       *mappe_follow_up_text_due       (const MappeFollowUp *entry);
const char *mappe_follow_up_text_who       (const MappeFollowUp *entry);
char       *mappe_follow_up_text_origin    (const MappeFollowUp *entry);
char       *mappe_follow_up_text_spoken    (const MappeFollowUp *entry);
char       *mappe_follow_up_text_table     (GPtrArray *entries);
char       *mappe_follow_up_text_reminder  (GPtrArray *entries, const char *who);
GPtrArray  *mappe_follow_up_text_people    (GPtrArray *entries);
void        mappe_follow_up_text_due_item  (const MappeFollowUp *entry, MappeDueItem *item);
const MappeFollowUpTask *mappe_follow_up_text_due_task (const MappeFollowUp *entry);

G_END_DECLS
