/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeListPage:
 *
 * Records of one kind or of several related ones: a list with the record selected in it beside it.
 */
#define MAPPE_TYPE_LIST_PAGE (mappe_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeListPage, mappe_list_page, MAPPE, LIST_PAGE, MappePage)

struct _MappeListPageClass {
  MappePageClass parent_class;
};

GtkWidget *mappe_list_page_new      (MappeStore *store, const char *page_name, const MappeKind *kind);
void       mappe_list_page_add_kind (MappeListPage *self, const MappeKind *kind);

const MappeKind *mappe_list_page_get_front_kind (MappeListPage *self);

G_END_DECLS
