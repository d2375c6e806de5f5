/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeDecisionsPage:
 *
 * Decisions until they are done: the follow-up with the record beside it, and the plain lists of decisions and tasks.
 */
#define MAPPE_TYPE_DECISIONS_PAGE (mappe_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeDecisionsPage, mappe_decisions_page, MAPPE, DECISIONS_PAGE, MappePage)

GtkWidget *mappe_decisions_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
