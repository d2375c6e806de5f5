/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"
#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeSwitchPage:
 *
 * A place of the sidebar with a page of its own and, behind a switch, the plain lists of its kinds. What the window
 * asks goes to the one in front; what the own page does not answer, the lists do. Dossiers may stand between them.
 */
#define MAPPE_TYPE_SWITCH_PAGE (mappe_switch_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeSwitchPage, mappe_switch_page, MAPPE, SWITCH_PAGE, MappePage)

GtkWidget *mappe_switch_page_new          (MappePage *own, const char *state, const char *title,
                                           const char *lists_title);
void       mappe_switch_page_add_dossier  (MappeSwitchPage *self, const char *name, const char *title,
                                           GtkWidget *dossier);
void       mappe_switch_page_set_new_kind (MappeSwitchPage *self, const MappeKind *kind);

G_END_DECLS
