/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-attachment-sheets.h"
#include "mappe-attachment-view.h"

G_BEGIN_DECLS

/**
 * MappeAttachmentView:
 * @cancellable: of what is done on threads for the file on show
 * @to_page, @to_words: (nullable): where to go as soon as the file is open
 * @update_id: shows the number of the page soon: not while widgets are being given their places
 * @described: the page that a screen reader was told, from 1
 * @sought: (nullable): the words that are looked for
 * @marks: (nullable): places found so far
 * @mark: the one that is looked at
 * @seeking: cancels the search under way
 * @seek_from: page that the search began with
 * @seek_page: pages looked through since then
 */
struct _MappeAttachmentView {
  GtkWidget              parent_instance;

  MappeAttachment       *file;
  GCancellable          *cancellable;
  guint                  to_page;
  char                  *to_words, *fault;
  guint                  described, update_id;

  GtkWidget             *box, *bar, *find_bar, *stack;
  GtkScrolledWindow     *scroller;
  MappeAttachmentSheets *sheets;
  GtkTextView           *text;
  gboolean               text_read;
  AdwStatusPage         *status;
  GtkEditable           *page_entry;
  GtkLabel              *n_pages, *zoom_label, *found_label;
  GtkWidget             *text_button, *find_button;
  GtkEditable           *find_entry;

  char                  *sought;
  GArray                *marks;
  guint                  mark;
  GCancellable          *seeking;
  guint                  seek_from, seek_page;
};

/* mappe-attachment-view.c */
void mappe_attachment_view_show_mark (MappeAttachmentView *self);

/* mappe-attachment-find.c */
GtkWidget *mappe_attachment_find_build (MappeAttachmentView *self);
void       mappe_attachment_find_open  (MappeAttachmentView *self, const char *words);
void       mappe_attachment_find_go    (MappeAttachmentView *self, int direction);
void       mappe_attachment_find_stop  (MappeAttachmentView *self);

/* mappe-attachment-text.c */
void       mappe_attachment_text_read  (MappeAttachmentView *self);
void       mappe_attachment_text_copy  (MappeAttachmentView *self);
void       mappe_attachment_text_tell  (MappeAttachmentView *self);

G_END_DECLS
