/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

void     mappe_letter_files_save  (GtkWidget *near, GPtrArray *letters, GPtrArray *names);
gboolean mappe_letter_files_write (const char *folder, GPtrArray *letters, GPtrArray *names, GError **error);

G_END_DECLS
