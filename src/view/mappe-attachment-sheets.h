/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-attachment.h"

G_BEGIN_DECLS

/**
 * MappeAttachmentSheets:
 *
 * The pages of an attached file, one beneath the other, for the inside of a scrolled window. Only what can be seen is
 * drawn, on a thread of its own, and only so much is kept.
 *
 * Signals: "selected" when the text that is selected is another one.
 */
#define MAPPE_TYPE_ATTACHMENT_SHEETS (mappe_attachment_sheets_get_type ())
G_DECLARE_FINAL_TYPE (MappeAttachmentSheets, mappe_attachment_sheets, MAPPE, ATTACHMENT_SHEETS, GtkWidget)

/** MappeAttachmentMark: a place that was found */
typedef struct {
  guint              page;
  MappeAttachmentBox box;
} MappeAttachmentMark;

GtkWidget  *mappe_attachment_sheets_new           (void);
void        mappe_attachment_sheets_set_file      (MappeAttachmentSheets *self, MappeAttachment *file);
void        mappe_attachment_sheets_set_zoom      (MappeAttachmentSheets *self, double zoom);
double      mappe_attachment_sheets_get_zoom      (MappeAttachmentSheets *self);
guint       mappe_attachment_sheets_page_at       (MappeAttachmentSheets *self, double y);
void        mappe_attachment_sheets_place         (MappeAttachmentSheets *self, guint page,
                                                   const MappeAttachmentBox *box, graphene_rect_t *place);
void        mappe_attachment_sheets_set_marks     (MappeAttachmentSheets *self, GArray *marks, guint current);
const char *mappe_attachment_sheets_get_selection (MappeAttachmentSheets *self);
gsize       mappe_attachment_sheets_get_kept      (MappeAttachmentSheets *self);

G_END_DECLS
