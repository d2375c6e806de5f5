/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-event-acts.h"

G_BEGIN_DECLS

/**
 * MappeFindingForm:
 *
 * Findings of a debrief typed one after the other: what was found, whether it is to be kept, improved or stopped, who
 * sees to it, until when. Enter adds it. Signal "add"; read it with mappe_finding_form_take().
 */
#define MAPPE_TYPE_FINDING_FORM (mappe_finding_form_get_type ())
G_DECLARE_FINAL_TYPE (MappeFindingForm, mappe_finding_form, MAPPE, FINDING_FORM, AdwBin)

GtkWidget *mappe_finding_form_new   (MappeStore *store);
char      *mappe_finding_form_take  (MappeFindingForm *self, MappeFindingGiven *given, char **due_on);
void       mappe_finding_form_clear (MappeFindingForm *self);
void       mappe_finding_form_begin (MappeFindingForm *self);

G_END_DECLS
