/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mappe_focus_child (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
