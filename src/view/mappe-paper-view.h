/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappePaperView:
 *
 * A document as it will come out of the printer, page beneath page. Scrolls by itself.
 */
#define MAPPE_TYPE_PAPER_VIEW (mappe_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (MappePaperView, mappe_paper_view, MAPPE, PAPER_VIEW, GtkWidget)

GtkWidget *mappe_paper_view_new          (void);
void       mappe_paper_view_set_document (MappePaperView *self, MappeNode *document);

G_END_DECLS
