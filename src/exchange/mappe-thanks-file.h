/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-volunteers.h"

G_BEGIN_DECLS

char *mappe_thanks_file_csv (const MappeVolunteers *volunteers, int year);

G_END_DECLS
