/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeOutcomesPage:
 *
 * What the measures achieved, as far as it can be said: the list of all, and the evaluation of one of them, of an
 * indicator, or of a project. Beside it the places: the map of all areas, and what is recorded and perceived in one.
 */
#define MAPPE_TYPE_OUTCOMES_PAGE (mappe_outcomes_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeOutcomesPage, mappe_outcomes_page, MAPPE, OUTCOMES_PAGE, MappePage)

GtkWidget *mappe_outcomes_page_new    (MappeStore *store, const char *page_name);
gboolean   mappe_outcomes_page_allows (const MappeKind *kind);

G_END_DECLS
