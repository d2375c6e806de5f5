/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeAgreementsPage:
 *
 * Agreements: the yearly review, clause by clause, whom to call, or the lists of agreements, clauses, reviews and
 * contacts.
 */
#define MAPPE_TYPE_AGREEMENTS_PAGE (mappe_agreements_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeAgreementsPage, mappe_agreements_page, MAPPE, AGREEMENTS_PAGE, MappePage)

GtkWidget *mappe_agreements_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
