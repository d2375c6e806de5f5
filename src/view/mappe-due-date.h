/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeDueDate:
 *
 * Asks for a new day and the reason for it. Signal "chosen" (const char *iso, const char *reason).
 */
#define MAPPE_TYPE_DUE_DATE (mappe_due_date_get_type ())
G_DECLARE_FINAL_TYPE (MappeDueDate, mappe_due_date, MAPPE, DUE_DATE, GtkPopover)

GtkWidget *mappe_due_date_new       (void);
void       mappe_due_date_set_about (MappeDueDate *self, const char *about);

G_END_DECLS
