/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-follow-up-acts.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeTaskForm:
 *
 * A new task in a line: what, who, until when. Signals: "add" (Enter or the button; read it with
 * mappe_task_form_take()), "close" (Escape or the button).
 */
#define MAPPE_TYPE_TASK_FORM (mappe_task_form_get_type ())
G_DECLARE_FINAL_TYPE (MappeTaskForm, mappe_task_form, MAPPE, TASK_FORM, AdwBin)

GtkWidget *mappe_task_form_new   (MappeStore *store);
char      *mappe_task_form_take  (MappeTaskForm *self, MappeTaskGiven *given, char **due_on);
void       mappe_task_form_clear (MappeTaskForm *self);
void       mappe_task_form_begin (MappeTaskForm *self);

G_END_DECLS
