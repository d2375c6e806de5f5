/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mappe-writers.h"

G_BEGIN_DECLS

/* A document becomes a row of blocks (build, measure), which are cut into pieces on pages (break) and drawn (draw).
 * All measures are points; y grows downwards. */

#define MAPPE_MM (72 / 25.4)

/** MappeLine: a line of text, relative to the top of its cell */
typedef struct {
  double top, bottom, baseline;
} MappeLine;

/** MappeCell: a text with a place of its own in a block. @tag: (nullable): in a PDF, below the tag of the block */
typedef struct {
  PangoLayout *layout;
  GArray      *lines;  /* MappeLine */
  double       x, width;
  const char  *tag;
} MappeCell;

typedef enum {
  MAPPE_BLOCK_TEXT,       /* a paragraph; its first cell may be a number or bullet that hangs beside it */
  MAPPE_BLOCK_ROW,        /* of a table, with a rule below */
  MAPPE_BLOCK_HEADER,     /* the same, of headings; stands again on each page of the table */
  MAPPE_BLOCK_FIGURE,     /* a chart as high as @padding says */
  MAPPE_BLOCK_FIXED,      /* stands at @top of the first page, beside the others */
  MAPPE_BLOCK_SIGNATURE,  /* with a line to sign on above each cell */
} MappeBlockKind;

/**
 * MappeBlock:
 * @space: above it, except at the top of a page
 * @padding: above and below the text, inside
 * @keep: on one page with the beginning of the next block
 * @whole: not broken as long as a page can hold it
 * @bar: where a bar stands beside it; 0 for none
 * @bar_joins: whether the bar goes on from the block before
 * @tag: in a PDF; @group_tag around all blocks of one @group (a list, a table)
 * @figure: (nullable): of a figure; its left edge is @x, its width @width
 * @picture: (nullable): of a figure that is a picture, not a chart
 * @top: of a fixed block, from the edge of the page
 * @outline: (nullable): entry in the outline of a PDF, on the level @outline_depth
 */
typedef struct {
  MappeBlockKind kind;
  GPtrArray     *cells;
  double         space, padding;
  gboolean       keep, whole;
  double         bar;
  gboolean       bar_joins;
  const char    *tag;
  gconstpointer  group;
  const char    *group_tag;
  MappeNode     *figure;
  cairo_surface_t *picture;
  double         x, width, top;
  char          *outline;
  guint          outline_depth;
} MappeBlock;

/** MappePiece: the lines from @from[i] to before @to[i] of each cell of a block, on a page */
typedef struct {
  const MappeBlock *block;
  double            y, height, gap;
  guint            *from, *to;
  gboolean          first;
  gboolean          repeated;  /* headings of a table once more */
} MappePiece;

struct _MappeLayout {
  double               width, height;
  double               left, right, top, bottom;  /* edges of the text */
  double               first_top;                 /* of the first page */
  gboolean             letter;                    /* with marks for folding */
  char                *title, *council, *date;
  const MappeLanguage *language;
  PangoContext        *context;
  GPtrArray           *blocks;  /* MappeBlock */
  GPtrArray           *pages;   /* GPtrArray of MappePiece */
};

typedef struct {
  double   size;
  gboolean bold;
  double   grey;  /* 0 is black */
} MappeTextStyle;

/** MappeBlockBuilder: where the next block goes */
typedef struct {
  MappeLayout  *layout;
  double        x;            /* left edge */
  double        hang;         /* width of the column of item numbers */
  double        bar;          /* of the decision that the block is in; 0 for none */
  gboolean      bar_joins;
  gboolean      tight;        /* below a heading that its text follows closely */
  gboolean      keep;         /* all blocks on one page */
  guint         outline_depth;
  gconstpointer group;
  const char   *group_tag;
} MappeBlockBuilder;

/* measure */
PangoContext *mappe_layout_create_context (const MappeLanguage *language);
MappeCell    *mappe_cell_new              (MappeLayout *layout, const MappeNode *node, const char *text,
                                           const MappeTextStyle *style);
double        mappe_cell_natural_width    (MappeCell *self);
double        mappe_cell_least_width      (MappeCell *self);
gboolean      mappe_cell_breaks_words     (MappeCell *self);
void          mappe_cell_place            (MappeCell *self, double x, double width);
void          mappe_cell_free             (MappeCell *self);
double        mappe_cell_height           (const MappeCell *self, guint from, guint to);

/* build */
void          mappe_layout_build          (MappeLayout *self, const MappeNode *document);
MappeBlock   *mappe_block_builder_add     (MappeBlockBuilder *self, MappeBlockKind kind, const char *tag);
void          mappe_block_builder_table   (MappeBlockBuilder *self, const MappeNode *table);
void          mappe_block_free            (MappeBlock *self);

/* letter */
guint         mappe_layout_build_head     (MappeBlockBuilder *self, const MappeNode *document);
void          mappe_layout_draw_marks     (cairo_t *cr);

/* break */
void          mappe_layout_break          (MappeLayout *self);

/* draw */
typedef void (*MappeTagFunc) (const MappePiece *piece, const char *tag, gboolean begins, gpointer data);
void          mappe_layout_draw_page      (MappeLayout *self, guint page, cairo_t *cr, MappeTagFunc tag, gpointer data);

G_END_DECLS
