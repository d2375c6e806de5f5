/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-paper-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "mappe-chart-view.h"
#include "mappe-date.h"

#define MARGIN 51.0           /* 18 mm */
#define FOOT 24.0             /* beneath the text, for the number of the page */
#define FAMILY "Cantarell, Sans"
#define UNIT 0.75             /* of a chart: a pixel of 96 dpi, in points */
#define CHART_PART 0.62       /* height of a chart, of its width */
#define SMALL_PART 0.85
#define KEPT_LINES 6          /* a sentence of up to so many lines is not torn */

#define BESIDE_GAP 12.0       /* between two charts */
#define LABEL_PART 0.4        /* of a line that is a label and its value */

static const struct {
  const char *font;
  double      above, indent;
  gboolean    heading;
} styles[MAPPE_PAPER_N_STYLES] = {
  [MAPPE_PAPER_TITLE] = { FAMILY " Bold 18", 0, 0, TRUE },
  [MAPPE_PAPER_MEASURE] = { FAMILY " Bold 14", 16, 0, TRUE },
  [MAPPE_PAPER_RESULT] = { FAMILY " Bold 11", 12, 0, TRUE },
  [MAPPE_PAPER_HEADING] = { FAMILY " Bold 9", 8, 0, TRUE },
  [MAPPE_PAPER_BODY] = { FAMILY " 10", 4, 0, FALSE },
  [MAPPE_PAPER_LIMIT] = { FAMILY " Bold 10", 4, 0, FALSE },
  [MAPPE_PAPER_SMALL] = { FAMILY " 9", 3, 10, FALSE },
  [MAPPE_PAPER_PAIR] = { FAMILY " 8", 1, 10, FALSE },
};

/* A line of a text, or charts: what no page tears. */
typedef struct {
  PangoLayout     *text;      /* NULL for charts */
  PangoLayout     *value;     /* (nullable): what stands beside it, of a pair */
  int              line;      /* of both; one of them may have fewer */
  MappeChartView  *charts[MAPPE_PAPER_BESIDE];
  double           above, height, indent;
  double           baseline;  /* below the upper edge */
  gboolean         with_next;
  guint            page;
  double           y;
} Piece;

struct _MappeOutcomePaper {
  char               *title;
  double              width, height;
  PangoFontMap       *fonts;
  PangoContext       *context;
  GArray             *pieces;  /* (element-type Piece) */
  guint               n_pages;
  char               *foot;
};

static void
piece_clear (Piece *piece)
{
  g_clear_object (&piece->text);
  g_clear_object (&piece->value);
  for (guint i = 0; i < MAPPE_PAPER_BESIDE; i++)
    g_clear_pointer (&piece->charts[i], mappe_chart_view_free);
}

/* --- pieces --- */

/* The same measures for every surface: without hints, at a resolution where a unit is a point. */
static void
make_context (MappeOutcomePaper *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->fonts = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->fonts);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  cairo_font_options_destroy (options);
}

static PangoLayout *
layout_new (const MappeOutcomePaper *self, MappePaperStyle style, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (styles[style].font);
  double width = self->width - 2 * MARGIN - styles[style].indent;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/** mappe_outcome_paper_add_text: Adds a paragraph; a heading stays with what follows it. */
void
mappe_outcome_paper_add_text (MappeOutcomePaper *self, MappePaperStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = layout_new (self, style, text);
  PangoLayoutIter *lines = pango_layout_get_iter (layout);
  int n = pango_layout_get_line_count (layout), line = 0;

  do
    {
      Piece piece = { .text = g_object_ref (layout), .line = line, .indent = styles[style].indent };
      PangoRectangle box;

      pango_layout_iter_get_line_extents (lines, NULL, &box);
      piece.above = line == 0 ? styles[style].above : 0;
      piece.height = (double) box.height / PANGO_SCALE;
      piece.baseline = (double) (pango_layout_iter_get_baseline (lines) - box.y) / PANGO_SCALE;
      piece.with_next = styles[style].heading || (n <= KEPT_LINES && line + 1 < n);
      g_array_append_val (self->pieces, piece);
      line++;
    }
  while (pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);
}

static double
line_height (PangoLayout *layout)
{
  PangoRectangle box;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &box);
  return (double) box.height / PANGO_SCALE;
}

/** mappe_outcome_paper_add_pair: Adds a line of a table: @label at the left, @value beside it. */
void
mappe_outcome_paper_add_pair (MappeOutcomePaper *self, const char *label, const char *value)
{
  g_autoptr (PangoLayout) left = layout_new (self, MAPPE_PAPER_PAIR, label);
  g_autoptr (PangoLayout) right = layout_new (self, MAPPE_PAPER_PAIR, value);
  int width = pango_layout_get_width (left), n;

  pango_layout_set_width (left, (int) (width * (LABEL_PART - 0.02)));
  pango_layout_set_width (right, (int) (width * (1 - LABEL_PART)));
  n = MAX (pango_layout_get_line_count (left), pango_layout_get_line_count (right));
  for (int line = 0; line < n; line++)
    {
      Piece piece = { .text = g_object_ref (left), .value = g_object_ref (right), .line = line,
                      .indent = styles[MAPPE_PAPER_PAIR].indent, .height = line_height (left),
                      .above = line == 0 ? styles[MAPPE_PAPER_PAIR].above : 0,
                      .baseline = (double) pango_layout_get_baseline (left) / PANGO_SCALE,
                      .with_next = n <= KEPT_LINES && line + 1 < n };

      g_array_append_val (self->pieces, piece);
    }
}

static MappeChartView *
view_new (MappeChart *chart, double width, double height)
{
  MappeChartView *view = mappe_chart_view_new (chart);

  mappe_chart_view_set_theme (view, MAPPE_CHART_THEME_PRINT);
  mappe_chart_view_set_size (view, width / UNIT, height / UNIT);
  return view;
}

/** mappe_outcome_paper_add_chart: Adds a chart as wide as the text. */
void
mappe_outcome_paper_add_chart (MappeOutcomePaper *self, MappeChart *chart)
{
  double width = self->width - 2 * MARGIN, height = MIN (width * CHART_PART, self->height / 2);
  Piece piece = { .charts = { view_new (chart, width, height) }, .above = 6, .height = height, .with_next = TRUE };

  g_array_append_val (self->pieces, piece);
}

/** mappe_outcome_paper_add_charts: Adds up to two small charts beside each other. */
void
mappe_outcome_paper_add_charts (MappeOutcomePaper *self, MappeChart *const *charts, guint n)
{
  double width = (self->width - 2 * MARGIN - BESIDE_GAP) / MAPPE_PAPER_BESIDE, height = width * SMALL_PART;
  Piece piece = { .above = 6, .height = height, .with_next = TRUE };

  g_return_if_fail (n <= MAPPE_PAPER_BESIDE);
  for (guint i = 0; i < n; i++)
    piece.charts[i] = view_new (charts[i], width, height);
  if (n > 0)
    g_array_append_val (self->pieces, piece);
}

/* --- pages --- */

/* Height of a piece with what must stand on the same page. */
static double
height_together (const MappeOutcomePaper *self, guint first, guint *end)
{
  double height = 0;
  guint i = first;

  for (; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      height += piece->height + (i > first ? piece->above : 0);
      if (!piece->with_next)
        break;
    }
  *end = MIN (i + 1, self->pieces->len);
  return height;
}

static void
break_pages (MappeOutcomePaper *self)
{
  double room = self->height - 2 * MARGIN - FOOT, y = 0;
  guint page = 0, end = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);
      /* Of what belongs together only the first one asks; if it is more than a page, each asks for itself. */
      double together = i >= end ? height_together (self, i, &end) : 0;
      double above = y > 0 ? piece->above : 0;

      if (together > room)
        end = i + 1;
      if (y > 0 && y + above + MAX (together <= room ? together : 0, piece->height) > room)
        {
          page++;
          y = above = 0;
        }
      piece->page = page;
      piece->y = y + above;
      y = piece->y + piece->height;
    }
  self->n_pages = page + 1;
}

static void
draw_foot (const MappeOutcomePaper *self, guint page, cairo_t *cr)
{
  /* Translators: at the foot of a printed page: number of the page, how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, self->n_pages);
  g_autofree char *text = g_strdup_printf ("%s · %s", self->foot, number);
  g_autoptr (PangoLayout) layout = layout_new (self, MAPPE_PAPER_SMALL, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  cairo_move_to (cr, MARGIN, self->height - MARGIN - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_charts (const Piece *piece, cairo_t *cr)
{
  cairo_scale (cr, UNIT, UNIT);
  for (guint i = 0; i < MAPPE_PAPER_BESIDE && piece->charts[i] != NULL; i++)
    {
      double width, height;

      mappe_chart_view_draw (piece->charts[i], cr);
      mappe_chart_view_get_size (piece->charts[i], &width, &height);
      cairo_translate (cr, width + BESIDE_GAP / UNIT, 0);
    }
}

static void
draw_text (PangoLayout *text, const Piece *piece, double x, cairo_t *cr)
{
  if (piece->line >= pango_layout_get_line_count (text))
    return;
  cairo_move_to (cr, x, piece->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (text, piece->line));
}

static void
draw_piece (const MappeOutcomePaper *self, const Piece *piece, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, MARGIN + piece->indent, MARGIN + piece->y);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (piece->text == NULL)
    draw_charts (piece, cr);
  else
    draw_text (piece->text, piece, 0, cr);
  if (piece->value != NULL)
    draw_text (piece->value, piece, (self->width - 2 * MARGIN - piece->indent) * LABEL_PART, cr);
  cairo_restore (cr);
}

/** mappe_outcome_paper_draw: Draws @page, counted from 0, its upper left corner at 0,0; a unit is a point. */
void
mappe_outcome_paper_draw (const MappeOutcomePaper *self, guint page, cairo_t *cr)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (self, piece, cr);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_foot (self, page, cr);
}

/** mappe_outcome_paper_n_pages: Returns: number of pages, at least 1 */
guint
mappe_outcome_paper_n_pages (const MappeOutcomePaper *self)
{
  return self->n_pages;
}

static cairo_status_t
collect_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/** mappe_outcome_paper_to_pdf: Returns: (transfer full): the pages as a PDF file */
GBytes *
mappe_outcome_paper_to_pdf (const MappeOutcomePaper *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ratsmappe");
  for (guint page = 0; page < self->n_pages; page++)
    {
      mappe_outcome_paper_draw (self, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/** mappe_outcome_paper_begin: Returns: (transfer full): paper that only @title stands on, in points */
MappeOutcomePaper *
mappe_outcome_paper_begin (const char *title, double width, double height)
{
  MappeOutcomePaper *self = g_new0 (MappeOutcomePaper, 1);
  g_autofree char *today = mappe_date_today (), *day = mappe_language_date (NULL, today);

  self->title = g_strdup (title != NULL ? title : _("Outcomes"));
  self->width = width;
  self->height = height;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);
  self->foot = g_strdup_printf ("%s · %s", self->title, day);
  make_context (self);
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_TITLE, self->title);
  return self;
}

/** mappe_outcome_paper_end: Breaks what was added into pages. */
void
mappe_outcome_paper_end (MappeOutcomePaper *self)
{
  break_pages (self);
}

/** mappe_outcome_paper_new_chart: Returns: (transfer full): @chart with what it says, in points; @title: of the page */
MappeOutcomePaper *
mappe_outcome_paper_new_chart (MappeChart *chart, const char *title, double width, double height)
{
  MappeOutcomePaper *self = mappe_outcome_paper_begin (title, width, height);
  g_autofree char *summary = mappe_chart_get_summary (chart);

  mappe_outcome_paper_add_chart (self, chart);
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, summary);
  mappe_outcome_paper_end (self);
  return self;
}

/** mappe_outcome_paper_free: @self: (transfer full) (nullable) */
void
mappe_outcome_paper_free (MappeOutcomePaper *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self->foot);
  g_free (self->title);
  g_free (self);
}
