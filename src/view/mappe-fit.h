/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeFit:
 *
 * Shows the first of its children that fits into the width there is: the widest first.
 */
#define MAPPE_TYPE_FIT (mappe_fit_get_type ())
G_DECLARE_FINAL_TYPE (MappeFit, mappe_fit, MAPPE, FIT, GtkWidget)

GtkWidget *mappe_fit_new (void);
void       mappe_fit_add (MappeFit *self, GtkWidget *child);

G_END_DECLS
