/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "mappe-chart-view.h"
#include "mappe-date.h"
#include "mappe-outcome-direction.h"
#include "mappe-project.h"

#define MARGIN 51.0           /* 18 mm */
#define FOOT 24.0             /* beneath the text, for the number of the page */
#define FAMILY "Cantarell, Sans"
#define UNIT 0.75             /* of a chart: a pixel of 96 dpi, in points */
#define CHART_PART 0.62       /* height of a chart, of its width */
#define KEPT_LINES 6          /* a sentence of up to so many lines is not torn */

typedef enum { STYLE_TITLE, STYLE_MEASURE, STYLE_RESULT, STYLE_BODY, STYLE_LIMIT, STYLE_SMALL, N_STYLES } Style;

static const struct {
  const char *font;
  double      above, indent;
  gboolean    heading;
} styles[N_STYLES] = {
  [STYLE_TITLE] = { FAMILY " Bold 18", 0, 0, TRUE },
  [STYLE_MEASURE] = { FAMILY " Bold 14", 16, 0, TRUE },
  [STYLE_RESULT] = { FAMILY " Bold 11", 12, 0, TRUE },
  [STYLE_BODY] = { FAMILY " 10", 4, 0, FALSE },
  [STYLE_LIMIT] = { FAMILY " Bold 10", 4, 0, FALSE },
  [STYLE_SMALL] = { FAMILY " 9", 3, 10, FALSE },
};

/* A line of a text, or a chart: what no page tears. */
typedef struct {
  PangoLayout     *text;      /* NULL for a chart */
  int              line;
  MappeChartView  *chart;
  double           above, height, indent;
  double           baseline;  /* below the upper edge */
  gboolean         with_next;
  guint            page;
  double           y;
} Piece;

struct _MappeOutcomePaper {
  MappeOutcomeReport *report;
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
  g_clear_pointer (&piece->chart, mappe_chart_view_free);
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
layout_new (const MappeOutcomePaper *self, Style style, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (styles[style].font);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN - styles[style].indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static void
add_text (MappeOutcomePaper *self, Style style, const char *text)
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

static void
add_chart (MappeOutcomePaper *self, MappeChart *chart)
{
  double width = self->width - 2 * MARGIN, height = MIN (width * CHART_PART, self->height / 2);
  Piece piece = { .chart = mappe_chart_view_new (chart), .above = 6, .height = height, .with_next = TRUE };

  mappe_chart_view_set_theme (piece.chart, MAPPE_CHART_THEME_PRINT);
  mappe_chart_view_set_size (piece.chart, width / UNIT, height / UNIT);
  g_array_append_val (self->pieces, piece);
}

/* --- what stands there --- */

/* What must be borne in mind stays with the limit: one paragraph a caution. */
static void
add_sentences (MappeOutcomePaper *self, const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);
      g_autofree char *caution = g_strdup_printf ("• %s", sentence->text);

      if (sentence->kind == MAPPE_SENTENCE_CAUTION)
        add_text (self, STYLE_SMALL, caution);
      else
        add_text (self, sentence->kind == MAPPE_SENTENCE_LIMIT ? STYLE_LIMIT : STYLE_BODY, sentence->text);
    }
}

static void
add_part (MappeOutcomePaper *self, const MappeReportPart *part)
{
  const MappeEvaluation *evaluation = part->evaluation;
  MappeDirection direction = mappe_direction_of (evaluation);
  const char *next = mappe_evaluation_next_level (evaluation, NULL);
  /* Translators: name of an indicator; which way it went, e.g. "better" */
  g_autofree char *heading = g_strdup_printf (_("%1$s: %2$s"),
                                              evaluation->of != NULL ? mappe_series_name (evaluation->of->series)
                                                                     : _("Goals"),
                                              mappe_direction_word (direction));

  add_text (self, STYLE_RESULT, heading);
  if (part->chart != NULL)
    add_chart (self, part->chart);
  add_sentences (self, evaluation);
  add_text (self, STYLE_BODY, mappe_evaluation_level_words (evaluation, NULL));
  if (next != NULL)
    add_text (self, STYLE_SMALL, next);
}

static void
add_programme (MappeOutcomePaper *self)
{
  const MappeRow *project = self->report->project;
  const MappeReportMeasure *first = self->report->measures->len > 0 ? g_ptr_array_index (self->report->measures, 0)
                                                                    : NULL;
  const char *code = project != NULL ? mappe_row_get_text (project, MAPPE_PROJECT_EVIDENCE_RATING) : NULL;
  const char *label = code != NULL && first != NULL
                          ? mappe_codes_label (first->outcome->codes, "evidence_rating", code,
                                               mappe_language_is_german (NULL))
                          : NULL;
  g_autofree char *text = NULL;

  if (project == NULL)
    return;
  add_text (self, STYLE_RESULT, _("Elsewhere: the programme used"));
  add_text (self, STYLE_BODY, label != NULL ? label : _("Not examined"));
  add_text (self, STYLE_SMALL, _("This is what is known of the programme from other places. It says nothing about the "
                                 "result here, and the result here nothing about the programme."));
}

static void
add_all (MappeOutcomePaper *self)
{
  const MappeRow *project = self->report->project;
  gboolean of_project = self->report->kind == &mappe_project_kind;

  add_text (self, STYLE_TITLE, self->report->title != NULL ? self->report->title : _("Outcomes"));
  if (project != NULL && !of_project)
    add_text (self, STYLE_BODY, mappe_row_get_text (project, MAPPE_PROJECT_TITLE));
  for (guint i = 0; i < self->report->measures->len; i++)
    {
      const MappeReportMeasure *measure = g_ptr_array_index (self->report->measures, i);

      if (of_project)
        add_text (self, STYLE_MEASURE, mappe_outcome_get_title (measure->outcome));
      for (guint k = 0; k < measure->parts->len; k++)
        add_part (self, g_ptr_array_index (measure->parts, k));
      if (measure->parts->len == 0)
        add_text (self, STYLE_BODY, _("No indicators and no goals yet."));
    }
  if (self->report->measures->len == 0)
    add_text (self, STYLE_BODY, _("No measure of this project has indicators or goals yet."));
  add_programme (self);
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
  g_autoptr (PangoLayout) layout = layout_new (self, STYLE_SMALL, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  cairo_move_to (cr, MARGIN, self->height - MARGIN - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_piece (const Piece *piece, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, MARGIN + piece->indent, MARGIN + piece->y);
  if (piece->chart != NULL)
    {
      cairo_scale (cr, UNIT, UNIT);
      mappe_chart_view_draw (piece->chart, cr);
    }
  else
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, 0, piece->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->text, piece->line));
    }
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
        draw_piece (piece, cr);
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

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  self->report->title != NULL ? self->report->title : _("Outcomes"));
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

/**
 * mappe_outcome_paper_new:
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Returns: (transfer full): @report, broken into pages
 */
MappeOutcomePaper *
mappe_outcome_paper_new (MappeOutcomeReport *report, double width, double height)
{
  MappeOutcomePaper *self = g_new0 (MappeOutcomePaper, 1);
  g_autofree char *today = mappe_date_today (), *day = mappe_language_date (NULL, today);

  self->report = mappe_outcome_report_ref (report);
  self->width = width;
  self->height = height;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);
  self->foot = g_strdup_printf ("%s · %s", report->title != NULL ? report->title : _("Outcomes"), day);
  make_context (self);
  add_all (self);
  break_pages (self);
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
  mappe_outcome_report_unref (self->report);
  g_free (self);
}
