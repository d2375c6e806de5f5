/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"
#include "mappe-volunteers.h"

G_BEGIN_DECLS

/* What the dossiers of volunteers share. */

gpointer     mappe_volunteers_parts_load      (MappeSnapshot *snapshot, gpointer data, GError **error);
int          mappe_volunteers_parts_add_years (MappeDossier *dossier, GtkBox *box, const GArray *years, int chosen,
                                               GCallback changed);
int          mappe_volunteers_parts_year      (GtkDropDown *years);
char        *mappe_volunteers_parts_hours     (double hours);

G_END_DECLS
