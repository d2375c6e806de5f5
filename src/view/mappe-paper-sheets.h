/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-writers.h"

G_BEGIN_DECLS

/**
 * MappePaperSheets:
 *
 * The pages of a layout, one beneath the other, white in the dark too. For the inside of a scrolled window.
 */
#define MAPPE_TYPE_PAPER_SHEETS (mappe_paper_sheets_get_type ())
G_DECLARE_FINAL_TYPE (MappePaperSheets, mappe_paper_sheets, MAPPE, PAPER_SHEETS, GtkWidget)

/* A4, in points */
#define MAPPE_PAPER_WIDTH 595.28
#define MAPPE_PAPER_HEIGHT 841.89

GtkWidget *mappe_paper_sheets_new        (void);
void       mappe_paper_sheets_set_layout (MappePaperSheets *self, MappeLayout *layout);
guint      mappe_paper_sheets_get_n      (MappePaperSheets *self);
void       mappe_paper_sheets_set_zoom   (MappePaperSheets *self, double zoom);
double     mappe_paper_sheets_get_zoom   (MappePaperSheets *self);

G_END_DECLS
