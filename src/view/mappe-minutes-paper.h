/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-node.h"
#include "mappe-rich-text.h"

G_BEGIN_DECLS

/**
 * MappeMinutesPaper:
 *
 * A document as a page-like column. What was recorded is text to read; what is typed is an editor in its place. Another
 * state of the document changes only what is different in it, so that focus, caret and scroll place stay.
 *
 * Signal "typed" (const char *source, const char *field, const char *markup): a person changed a typed part.
 */
#define MAPPE_TYPE_MINUTES_PAPER (mappe_minutes_paper_get_type ())
G_DECLARE_FINAL_TYPE (MappeMinutesPaper, mappe_minutes_paper, MAPPE, MINUTES_PAPER, AdwBin)

void           mappe_minutes_paper_set_document (MappeMinutesPaper *self, const MappeNode *document,
                                                 gboolean editable);
void           mappe_minutes_paper_hold         (MappeMinutesPaper *self, const char *source, const char *field,
                                                 gboolean hold);
void           mappe_minutes_paper_set_typed    (MappeMinutesPaper *self, const char *source, const char *field,
                                                 const char *markup);
gboolean       mappe_minutes_paper_show_source  (MappeMinutesPaper *self, const char *source);
MappeRichText *mappe_minutes_paper_get_editor   (MappeMinutesPaper *self);

G_END_DECLS
