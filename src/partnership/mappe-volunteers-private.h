/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-volunteers.h"

G_BEGIN_DECLS

guint mappe_volunteers_rhythm       (const MappeVolunteers *self, const MappeRow *person);
char *mappe_volunteers_months_later (const char *day, guint months);

G_END_DECLS
