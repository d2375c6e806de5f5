/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"

G_BEGIN_DECLS

/**
 * MappeEventsPage:
 *
 * The lists of events, closures and findings; an event that is opened takes the whole page, with its steps, and so do
 * the roads that are closed.
 */
#define MAPPE_TYPE_EVENTS_PAGE (mappe_events_page_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventsPage, mappe_events_page, MAPPE, EVENTS_PAGE, MappePage)

GtkWidget *mappe_events_page_new (MappeStore *store, const char *page_name);

G_END_DECLS
