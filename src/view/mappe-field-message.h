/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeFieldMessage:
 *
 * What is wrong with the input of a field, and a value that would be right. Signal "accepted" when the user takes
 * the proposal.
 */
#define MAPPE_TYPE_FIELD_MESSAGE (mappe_field_message_get_type ())
G_DECLARE_FINAL_TYPE (MappeFieldMessage, mappe_field_message, MAPPE, FIELD_MESSAGE, GtkBox)

GtkWidget *mappe_field_message_new (void);
void       mappe_field_message_set (MappeFieldMessage *self, const char *text, const char *proposal);

G_END_DECLS
