/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dialogs.h"

G_BEGIN_DECLS

/* Writing a file where the user wants it; how it went is said near the widget. */

void mappe_save_as       (GtkWidget *near, const char *title, const MappeDialogsFilter *filter, const char *name,
                          GBytes *bytes, const char *what_failed);
void mappe_save_as_write (GtkWidget *near, GFile *file, GBytes *bytes, const char *what_failed);

G_END_DECLS
