/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <hb.h>

#include "mappe-layout-private.h"

#define FONT_FAMILY "Cantarell, sans"
#define LINE_SPACING 1.15f
#define NO_BREAK_SPACE 0xa0

/* The same measures for every surface: without hints, at a resolution where a unit is a point. With fonts of its own,
 * so that a layout can be made on one thread and drawn on another. */
PangoContext *
mappe_layout_create_context (const MappeLanguage *language)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (mappe_language_get_code (language)));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  return context;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* A space at which no line breaks is drawn by the glyph of any other, and one glyph has one text in a PDF: it becomes a
 * space, and what forbids the break is an attribute over it and its neighbours. */
static void
append_text (GString *text, const char *added, PangoAttrList *attributes)
{
  const char *from = added, *space;

  while ((space = g_utf8_strchr (from, -1, NO_BREAK_SPACE)) != NULL)
    {
      const char *before = space > added ? g_utf8_prev_char (space) : space;
      const char *behind = g_utf8_next_char (space);
      gsize start = text->len + (gsize) (before - from), taken = (gsize) (behind - space) - 1;
      const char *end = *behind != '\0' ? g_utf8_next_char (behind) : behind;

      g_string_append_len (text, from, space - from);
      g_string_append_c (text, ' ');
      insert (attributes, pango_attr_allow_breaks_new (FALSE), start, start + (gsize) (end - before) - taken);
      from = behind;
    }
  g_string_append (text, from);
}

static void
append_run (const MappeNode *node, GString *text, PangoAttrList *attributes)
{
  gsize start = text->len;

  append_text (text, node->text != NULL ? node->text : "", attributes);
  if ((node->flags & MAPPE_TEXT_BOLD) != 0)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
  if ((node->flags & MAPPE_TEXT_ITALIC) != 0)
    insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, text->len);
}

/* All runs in @node; parts within it, as paragraphs of a cell, begin a line each. */
static void
append_runs (const MappeNode *node, GString *text, PangoAttrList *attributes)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (node->children, i);

      if (child->role == MAPPE_ROLE_TEXT)
        {
          append_run (child, text, attributes);
          continue;
        }
      if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      g_string_append (text, child->role == MAPPE_ROLE_LIST_ITEM ? "– " : "");
      append_runs (child, text, attributes);
    }
}

/* The length of a paragraph up to which Pango can reckon with its width, and takes no time to speak of. */
#define LONGEST_PARAGRAPH (32 * 1024)

static gboolean
is_start_of_character (char c)
{
  return ((guchar) c & 0xc0) != 0x80;
}

/* Pango measures a paragraph as one line before it breaks it; beyond some 150,000 letters its numbers overflow and text
 * is lost. Where a paragraph is longer than that, a space becomes the end of a line; within a word one is added. */
static void
part_long_paragraphs (GString *text, PangoAttrList *attributes)
{
  gsize start = 0, space = 0;

  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] == '\n')
        start = i + 1;
      else if (text->str[i] == ' ')
        space = i;
      if (i - start < LONGEST_PARAGRAPH || text->str[i] == '\n' || !is_start_of_character (text->str[i]))
        continue;
      if (space > start)
        text->str[space] = '\n';
      else
        {
          g_string_insert_c (text, (gssize) i, '\n');
          pango_attr_list_update (attributes, (int) i, 0, 1);
        }
      start = space > start ? space + 1 : i + 1;
    }
}

static PangoFontDescription *
describe (const MappeTextStyle *style)
{
  PangoFontDescription *description = pango_font_description_from_string (FONT_FAMILY);

  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_font_description_set_weight (description, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return description;
}

/*
 * @node: (nullable): a part whose runs are the text
 * @text: (nullable): the text without @node
 *
 * Returns: (transfer full): a text that has no place yet
 */
MappeCell *
mappe_cell_new (MappeLayout *layout, const MappeNode *node, const char *text, const MappeTextStyle *style)
{
  MappeCell *self = g_new0 (MappeCell, 1);
  g_autoptr (GString) all = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *description = describe (style);

  append_text (all, text != NULL ? text : "", attributes);
  if (node != NULL)
    append_runs (node, all, attributes);
  if (all->len > LONGEST_PARAGRAPH)
    part_long_paragraphs (all, attributes);
  /* A ligature would be an /ActualText in a PDF, at which some readers lose the rest of the paragraph. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  /* A word that is longer than its line is broken anywhere: a hyphen there would be none of its own. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (style->grey > 0)
    {
      guint16 grey = (guint16) (style->grey * G_MAXUINT16);

      pango_attr_list_insert (attributes, pango_attr_foreground_new (grey, grey, grey));
    }
  self->layout = pango_layout_new (layout->context);
  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_line_spacing (self->layout, LINE_SPACING);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, all->str, (int) all->len);
  self->lines = g_array_new (FALSE, FALSE, sizeof (MappeLine));
  pango_font_description_free (description);
  pango_attr_list_unref (attributes);
  return self;
}

void
mappe_cell_free (MappeCell *self)
{
  g_clear_object (&self->layout);
  g_array_unref (self->lines);
  g_free (self);
}

/* The width that the text takes where no line is broken. */
double
mappe_cell_natural_width (MappeCell *self)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_size (self->layout, &width, NULL);
  /* Rounded up, so that the text fits into just this width. */
  return (width + 1) / (double) PANGO_SCALE + 0.01;
}

/* The width of the longest word. Takes the text its place. */
double
mappe_cell_least_width (MappeCell *self)
{
  int width;

  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_width (self->layout, 0);
  pango_layout_get_size (self->layout, &width, NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return (width + 1) / (double) PANGO_SCALE + 0.01;
}

/* Whether a line of the text in its place ends within a word. */
gboolean
mappe_cell_breaks_words (MappeCell *self)
{
  const char *text = pango_layout_get_text (self->layout), *at = text;
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (self->layout, &n_attributes);
  glong offset = 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int) i);

      offset += g_utf8_strlen (at, text + line->start_index - at);
      at = text + line->start_index;
      if (!line->is_paragraph_start && offset < n_attributes && !attributes[offset].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* Spaces at which no line was broken get the glyph of a space: without one cairo writes an /ActualText for each. */
static void
show_spaces (PangoLayout *layout, const PangoGlyphItem *run)
{
  const char *text = pango_layout_get_text (layout);
  hb_codepoint_t space;

  if (run->item->analysis.font == NULL
      || !hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
    return;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY
        && text[run->item->offset + run->glyphs->log_clusters[i]] == ' ')
      run->glyphs->glyphs[i].glyph = space;
}

static void
measure_line (MappeCell *self, PangoLayoutIter *iter)
{
  const PangoLayoutLine *line = pango_layout_iter_get_line (iter);
  int top, bottom;
  MappeLine measured;

  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  measured.top = top / (double) PANGO_SCALE;
  measured.bottom = bottom / (double) PANGO_SCALE;
  measured.baseline = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
  g_array_append_val (self->lines, measured);
  for (const GSList *run = line->runs; run != NULL; run = run->next)
    show_spaces (self->layout, run->data);
}

/* Gives the text its place and breaks it into lines. */
void
mappe_cell_place (MappeCell *self, double x, double width)
{
  PangoLayoutIter *iter;

  self->x = x;
  self->width = width;
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  g_array_set_size (self->lines, 0);
  iter = pango_layout_get_iter (self->layout);
  do
    measure_line (self, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Height of the lines from @from to before @to. */
double
mappe_cell_height (const MappeCell *self, guint from, guint to)
{
  if (to <= from)
    return 0;
  return g_array_index (self->lines, MappeLine, to - 1).bottom - g_array_index (self->lines, MappeLine, from).top;
}
