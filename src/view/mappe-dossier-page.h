/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-list-page.h"
#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeDossierPage:
 *
 * Records as lists with their forms, and beside them dossiers: one for all of them as a view of its own, or one
 * for each record of a kind. Actions: "page.open" (sx) shows a record on its dossier, "page.edit" (sx) in its form.
 */
#define MAPPE_TYPE_DOSSIER_PAGE (mappe_dossier_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeDossierPage, mappe_dossier_page, MAPPE, DOSSIER_PAGE, MappePage)

GtkWidget *mappe_dossier_page_new        (MappeStore *store, const char *page_name, MappeListPage *lists);
void       mappe_dossier_page_add_tab     (MappeDossierPage *self, const char *name, const char *title,
                                           GtkWidget *dossier);
void       mappe_dossier_page_add_dossier (MappeDossierPage *self, const MappeKind *kind, GtkWidget *dossier,
                                           gboolean first);

G_END_DECLS
