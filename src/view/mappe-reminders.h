/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mappe_reminders_show (GtkWidget *near, GPtrArray *entries, const char *who);

G_END_DECLS
