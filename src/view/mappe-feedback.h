/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        mappe_feedback_toast    (GtkWidget *near, const char *text);
void        mappe_feedback_undoable (GtkWidget *near, const char *text);
void        mappe_feedback_error    (GtkWidget *near, const GError *error, const char *what_failed);
const char *mappe_feedback_explain  (const GError *error, const char **advice);

G_END_DECLS
