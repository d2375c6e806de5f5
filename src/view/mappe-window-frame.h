/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A modal window for one decision: header bar with "Cancel" and the verb, content that scrolls at a readable width. */

AdwWindow *mappe_window_frame_new (GtkWidget *near, const char *title, const char *verb, GtkWidget *content,
                                   GtkWidget **accept);
void       mappe_window_close_on_escape (GtkWidget *window);

G_END_DECLS
