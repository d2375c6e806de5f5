/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum { MAPPE_HELP_MOST_PARAGRAPHS = 10 };

/**
 * MappeHelpChapter:
 * @title: English title, marked for translation
 * @paragraphs: English paragraphs, marked for translation, ended by %NULL
 */
typedef struct {
  const char *title;
  const char *paragraphs[MAPPE_HELP_MOST_PARAGRAPHS];
} MappeHelpChapter;

const MappeHelpChapter *mappe_help_chapters (guint *n_chapters);

G_END_DECLS
