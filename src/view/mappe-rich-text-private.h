/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-markup.h"
#include "mappe-rich-text.h"

G_BEGIN_DECLS

/* What stands before the items of a list in the buffer, and a line feed within a paragraph. */
#define MAPPE_RICH_BULLET "• "
#define MAPPE_RICH_LINE_FEED "\342\200\250"

/* Tags: of runs of text; of the marker of an item; of its whole line. */
#define MAPPE_RICH_BOLD "bold"
#define MAPPE_RICH_ITALIC "italic"
#define MAPPE_RICH_MARKER "marker"
#define MAPPE_RICH_ITEM "item"

void             mappe_rich_buffer_add_tags   (GtkTextBuffer *buffer);
guint            mappe_rich_buffer_flags_at   (GtkTextBuffer *buffer, const GtkTextIter *iter);
void             mappe_rich_buffer_apply      (GtkTextBuffer *buffer, guint flags, const GtkTextIter *start,
                                               const GtkTextIter *end);
GPtrArray       *mappe_rich_buffer_get_lines  (GtkTextBuffer *buffer);
void             mappe_rich_buffer_set_lines  (GtkTextBuffer *buffer, GPtrArray *lines);

MappeMarkupBlock mappe_rich_line_block        (GtkTextBuffer *buffer, int line, guint *marker);
void             mappe_rich_buffer_tidy       (GtkTextBuffer *buffer);
gboolean         mappe_rich_buffer_enter      (GtkTextBuffer *buffer);
gboolean         mappe_rich_buffer_backspace  (GtkTextBuffer *buffer);
void             mappe_rich_buffer_toggle_list (GtkTextBuffer *buffer, MappeMarkupBlock block);

G_END_DECLS
