/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-attachment.h"

G_BEGIN_DECLS

/**
 * MappeAttachmentView:
 *
 * A PDF or a picture to read: pages, size, words that are looked for, the text alone. Opened on a thread of its own;
 * what cannot be shown is said in its place.
 *
 * Keys: arrows, Page Up and Page Down, Home and End scroll; Ctrl+Page Down and Ctrl+Page Up go from page to page;
 * Ctrl+plus, Ctrl+minus and Ctrl+0 change the size; Ctrl+F looks for words, F3 and Shift+F3 go on; Ctrl+T shows the
 * text alone; Ctrl+C copies what is selected, or else the page.
 */
#define MAPPE_TYPE_ATTACHMENT_VIEW (mappe_attachment_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeAttachmentView, mappe_attachment_view, MAPPE, ATTACHMENT_VIEW, GtkWidget)

GtkWidget       *mappe_attachment_view_new       (void);
void             mappe_attachment_view_open      (MappeAttachmentView *self, GBytes *bytes);
void             mappe_attachment_view_fail      (MappeAttachmentView *self, const GError *error);
void             mappe_attachment_view_go_to     (MappeAttachmentView *self, guint page, const char *words);
MappeAttachment *mappe_attachment_view_get_file  (MappeAttachmentView *self);
guint            mappe_attachment_view_get_page  (MappeAttachmentView *self);
guint            mappe_attachment_view_get_found (MappeAttachmentView *self);
const char      *mappe_attachment_view_get_fault (MappeAttachmentView *self);

G_END_DECLS
