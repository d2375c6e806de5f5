/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-outcome-paper.h"

G_BEGIN_DECLS

/* How what stands on paper is put together; pages are broken when all is there. */

typedef enum {
  MAPPE_PAPER_TITLE,
  MAPPE_PAPER_MEASURE,
  MAPPE_PAPER_RESULT,
  MAPPE_PAPER_HEADING,
  MAPPE_PAPER_BODY,
  MAPPE_PAPER_LIMIT,
  MAPPE_PAPER_SMALL,
  MAPPE_PAPER_PAIR,    /* a label, a tab, its value */
  MAPPE_PAPER_N_STYLES,
} MappePaperStyle;

/* A small chart of two beside each other. */
#define MAPPE_PAPER_BESIDE 2

MappeOutcomePaper *mappe_outcome_paper_begin     (const char *title, double width, double height);
void               mappe_outcome_paper_add_text  (MappeOutcomePaper *self, MappePaperStyle style, const char *text);
void               mappe_outcome_paper_add_pair  (MappeOutcomePaper *self, const char *label, const char *value);
void               mappe_outcome_paper_add_chart (MappeOutcomePaper *self, MappeChart *chart);
void               mappe_outcome_paper_add_charts (MappeOutcomePaper *self, MappeChart *const *charts, guint n);
void               mappe_outcome_paper_end       (MappeOutcomePaper *self);

G_END_DECLS
