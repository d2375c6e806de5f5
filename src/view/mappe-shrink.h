/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK never lets be narrower than its words, let be so: a narrow window with large text has no room for them. */

void       mappe_shrink_drop_down (GtkDropDown *down);
void       mappe_shrink_switcher  (GtkWidget *switcher);
GtkWidget *mappe_shrink_text      (GtkWidget *view);

G_END_DECLS
