/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a repetition is taken in; an endless one is as long as this. */
enum { MAPPE_RECURRENCE_MOST = 100, MAPPE_RECURRENCE_DAYS = 2 * 366 };

gboolean mappe_recurrence_days (const char *rule, const char *start, GHashTable *without, GPtrArray *days,
                                gboolean *cut);

G_END_DECLS
