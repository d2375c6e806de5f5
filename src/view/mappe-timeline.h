/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeTimeline:
 *
 * Periods drawn as bars over the years, with a line for today. What it shows stands in a list below as well.
 */
#define MAPPE_TYPE_TIMELINE (mappe_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MappeTimeline, mappe_timeline, MAPPE, TIMELINE, GtkWidget)

GtkWidget *mappe_timeline_new     (void);
void       mappe_timeline_add     (MappeTimeline *self, const char *label, const char *from, const char *to);
void       mappe_timeline_set_summary (MappeTimeline *self, const char *summary);

G_END_DECLS
