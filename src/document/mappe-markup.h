/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that people type with a little form: paragraphs divided by an empty line, "- " and "1. " begin the items of a
 * list, **bold** and *italic* stand in the line; a backslash takes the meaning from the next character.
 *
 * What was typed is never changed in meaning: stars without a partner are stars, a line feed within a paragraph stays
 * one, and "2. " begins an item only behind an item 1, so that "3. Oktober" remains a date. */

typedef enum {
  MAPPE_MARKUP_PARAGRAPH,
  MAPPE_MARKUP_BULLET,
  MAPPE_MARKUP_NUMBERED,
} MappeMarkupBlock;

typedef struct {
  char  *text;
  guint  flags;  /* MAPPE_TEXT_BOLD, MAPPE_TEXT_ITALIC */
} MappeMarkupRun;

/** MappeMarkupLine: a paragraph or an item of a list. @runs: (element-type MappeMarkupRun) */
typedef struct {
  MappeMarkupBlock  block;
  GPtrArray        *runs;
} MappeMarkupLine;

GPtrArray       *mappe_markup_parse        (const char *markup);
char            *mappe_markup_format       (GPtrArray *lines);

GPtrArray       *mappe_markup_lines_new    (void);
MappeMarkupLine *mappe_markup_lines_add    (GPtrArray *lines, MappeMarkupBlock block);
void             mappe_markup_line_add_run (MappeMarkupLine *line, guint flags, const char *text, gsize length);

G_END_DECLS
