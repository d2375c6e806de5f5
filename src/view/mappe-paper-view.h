/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappePaperView:
 *
 * A document as it will come out of the printer, page beneath page. Scrolls by itself; Ctrl+plus, Ctrl+minus, Ctrl+0
 * and Ctrl with the wheel change its size, which follows the width of the view until then.
 */
#define MAPPE_TYPE_PAPER_VIEW (mappe_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (MappePaperView, mappe_paper_view, MAPPE, PAPER_VIEW, GtkWidget)

GtkWidget *mappe_paper_view_new          (void);
void       mappe_paper_view_set_document (MappePaperView *self, MappeNode *document);
guint      mappe_paper_view_get_n_pages  (MappePaperView *self);

G_END_DECLS
