/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-due.h"

G_BEGIN_DECLS

/* The usual next step for a task or decision. @near stays in the window, whatever becomes of the row. */

gboolean  mappe_due_act_is_possible (const MappeDueItem *item);
void      mappe_due_act_done        (GtkWidget *near, MappeStore *store, const MappeDueItem *item);
void      mappe_due_act_new_date    (GtkWidget *near, MappeStore *store, const MappeDueItem *item, const char *iso,
                                     const char *reason);
void      mappe_due_act_remind      (GtkWidget *near, const MappeDueItem *item);

G_END_DECLS
