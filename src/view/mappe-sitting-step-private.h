/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting-step.h"

G_BEGIN_DECLS

/* --- mappe-sitting-step.c --- */
gint64   mappe_sitting_step_get_item    (MappeSittingStep *self);
gint64   mappe_sitting_step_get_person  (MappeSittingStep *self);
int      mappe_sitting_step_get_minute  (MappeSittingStep *self);
gboolean mappe_sitting_step_carry_out   (MappeSittingStep *self, MappeEdit *edit, const char *what_failed);

/* --- mappe-sitting-forms.c, mappe-sitting-people-forms.c --- */
void     mappe_sitting_step_install_forms        (GtkWidgetClass *widget_class);
void     mappe_sitting_step_install_people_forms (GtkWidgetClass *widget_class);

G_END_DECLS
