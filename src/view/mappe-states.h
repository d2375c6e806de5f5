/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkStringList *mappe_states_model (void);
const char    *mappe_states_name  (guint position);

G_END_DECLS
