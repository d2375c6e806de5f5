/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeCells: a table of texts from another program: pasted, or a file of unknown making
 * @rows: (element-type GStrv): rows of unequal length as they came; an empty line is a row with one empty cell
 * @lines: (element-type guint): the line of the text each row begins at, from 1
 * @n_columns: cells of the longest row
 * @separator: between cells; 0 when each line is one cell
 * @encoding: what the text was taken to be, e.g. "UTF-8"
 */
typedef struct {
  GPtrArray  *rows;
  GArray     *lines;
  guint       n_columns;
  char        separator;
  const char *encoding;
} MappeCells;

/* Larger than any table of a council; keeps a wrong file from filling the memory. */
#define MAPPE_CELLS_MOST_BYTES (64 * 1024 * 1024)

char       *mappe_cells_decode          (GBytes *bytes, const char **encoding);
char        mappe_cells_guess_separator (const char *text);
MappeCells *mappe_cells_new             (const char *text, char separator);
MappeCells *mappe_cells_transpose       (const MappeCells *self);
const char *mappe_cells_get             (const MappeCells *self, guint row, guint column);
gboolean    mappe_cells_is_blank        (const char *cell);
void        mappe_cells_free            (MappeCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeCells, mappe_cells_free)

G_END_DECLS
