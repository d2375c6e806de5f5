/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mappe_start_clock_attach (GtkApplication *application, gint64 main_entered);

G_END_DECLS
