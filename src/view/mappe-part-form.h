/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePartForm:
 *
 * A few fields of a part of a record, at the place where the parts stand: a new one, or one that is there. Ctrl+Enter
 * saves and, after a new one, begins the next; Escape puts the form away. What was typed and not saved is kept beside
 * the drafts of forms and is there when the part is opened again. Hidden while nothing is asked. Signal: "closed".
 */
#define MAPPE_TYPE_PART_FORM (mappe_part_form_get_type ())
G_DECLARE_FINAL_TYPE (MappePartForm, mappe_part_form, MAPPE, PART_FORM, AdwBin)

GtkWidget *mappe_part_form_new    (MappeStore *store, const MappeKind *kind, const int *fields);
void       mappe_part_form_add    (MappePartForm *self, MappeRow *preset);
void       mappe_part_form_edit   (MappePartForm *self, const MappeListed *part);
void       mappe_part_form_follow (MappePartForm *self, const MappeListed *part);
gint64     mappe_part_form_get_id (MappePartForm *self);

G_END_DECLS
