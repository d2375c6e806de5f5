/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-layout-private.h"

#include <math.h>
#include <string.h>

#define LEAST_SIZE 9.0
#define MOST_SIZE 24.0
#define FONT_SIZE 16.0  /* at which all texts are laid out */
#define SIZES_A_UNIT 4  /* at which they are drawn */
#define MOST_THRIFT 6
#define STRIP_THRIFT 3  /* from which on the small table is a line */
#define PLOT_SHARE 0.4  /* of the height, before texts give way */

/* --- texts --- */

void
mappe_chart_label_free (MappeChartLabel *label)
{
  g_clear_object (&label->text);
  g_free (label);
}

void
mappe_chart_label_wrap (MappeChartLabel *label, double width)
{
  pango_layout_set_width (label->text, (int) ceil (width / label->scale * PANGO_SCALE));
}

/* @most_width: where it wraps; 0: nowhere. @most_lines: where it is cut; 0: nowhere */
MappeChartLabel *
mappe_chart_label_new (MappeChartLayout *self, MappeChartLabelKind kind, const char *text, double size,
                       gboolean bold, double most_width, guint most_lines)
{
  MappeChartLabel *label = g_new0 (MappeChartLabel, 1);
  int width, height;

  label->text = pango_layout_new (self->context);
  label->kind = kind;
  label->role = label->on_role = -1;
  label->scale = round (size * SIZES_A_UNIT) / SIZES_A_UNIT / FONT_SIZE;
  pango_font_description_set_absolute_size (self->font, FONT_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (label->text, self->font);
  pango_layout_set_text (label->text, text, -1);
  pango_layout_set_wrap (label->text, PANGO_WRAP_WORD_CHAR);
  if (most_width > 0)
    mappe_chart_label_wrap (label, most_width);
  if (most_lines > 0)
    {
      pango_layout_set_height (label->text, -(int) most_lines);
      pango_layout_set_ellipsize (label->text, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_size (label->text, &width, &height);
  label->width = width / (double) PANGO_SCALE * label->scale;
  label->height = height / (double) PANGO_SCALE * label->scale;
  return label;
}

/* @label: (transfer full) */
void
mappe_chart_label_place (MappeChartLayout *self, MappeChartLabel *label, double x, double y)
{
  label->x = x;
  label->y = y;
  g_ptr_array_add (self->labels, label);
}

/* Whether no label that was placed since the @from_nth one is touched. */
gboolean
mappe_chart_label_is_free (const MappeChartLayout *self, const MappeChartLabel *label, guint from_nth)
{
  for (guint i = from_nth; i < self->labels->len; i++)
    {
      const MappeChartLabel *other = g_ptr_array_index (self->labels, i);

      if (label->x < other->x + other->width && other->x < label->x + label->width &&
          label->y < other->y + other->height && other->y < label->y + label->height)
        return FALSE;
    }
  return TRUE;
}

double
mappe_chart_text_width (MappeChartLayout *self, const char *text, double size)
{
  MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_TICK, text, size, FALSE, 0, 0);
  double width = label->width;

  mappe_chart_label_free (label);
  return width;
}

double
mappe_chart_longest_word (MappeChartLayout *self, const char *text, double size)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, mappe_chart_text_width (self, words[i], size));
  return width;
}

static PangoContext *
create_context (const MappeLanguage *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same places of glyphs on screen and on paper. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (mappe_language_get_code (language)));
  cairo_font_options_destroy (options);
  return context;
}

/* --- the parts of a chart, from top to bottom --- */

static double
inner_width (const MappeChartLayout *self)
{
  return self->width - 2 * self->pad;
}

static double
lay_line (MappeChartLayout *self, MappeChartLabelKind kind, const char *text, double y, double scale, gboolean bold,
          guint most_lines)
{
  MappeChartLabel *label;

  if (text == NULL || *text == '\0')
    return y;
  label = mappe_chart_label_new (self, kind, text, self->size * scale, bold, inner_width (self), most_lines);
  label->dim = kind != MAPPE_CHART_LABEL_TITLE;
  mappe_chart_label_place (self, label, self->pad, y);
  return y + label->height;
}

static double
lay_head (MappeChartLayout *self)
{
  double y = lay_line (self, MAPPE_CHART_LABEL_TITLE, self->chart->title, self->pad,
                       self->thrift >= 4 ? 1.05 : 1.25, TRUE, self->thrift >= MOST_THRIFT ? 4 : 0);

  y = lay_line (self, MAPPE_CHART_LABEL_SUBTITLE, self->chart->subtitle, y + self->size * 0.15, 0.95, FALSE,
                self->thrift >= 5 ? 1 : 0);
  y = mappe_chart_layout_key (self, y + self->size * (self->thrift >= 3 ? 0.2 : 0.5));
  return y + self->size * (self->thrift >= 3 ? 0.3 : 0.6);
}

/* The last lines, joined where space is short: texts without the pictures of the key. */
static char *
foot_text (const MappeChartLayout *self, gboolean with_notes)
{
  const MappeChart *chart = self->chart;
  const MappeLanguage *language = chart->language;
  GString *text = g_string_new (NULL);
  const char *between = self->thrift >= 2 ? " · " : "\n";

  /* An index of small counts tells little without them. */
  for (guint i = 1; self->thrift >= STRIP_THRIFT && chart->strip != NULL && chart->strip[i] != NULL; i++)
    g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? between : "", chart->strip[i][0], chart->strip[i][1],
                            chart->strip[i][2]);
  for (guint i = 0; with_notes && chart->notes != NULL && chart->notes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", chart->notes[i]);
  if (chart->source != NULL && *chart->source != '\0')
    {
      if (text->len > 0)
        g_string_append (text, between);
      /* Translators: where the figures of a chart come from */
      g_string_append_printf (text, L_ ("Source: %s"), chart->source);
    }
  return g_string_free (text, FALSE);
}

/* Notes that do not fit are left to the description beside the chart: half a sentence would mislead. */
static MappeChartLabel *
foot_label (MappeChartLayout *self, gboolean with_notes)
{
  g_autofree char *text = foot_text (self, with_notes);
  MappeChartLabel *label;

  if (*text == '\0')
    return NULL;
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_SOURCE, text, self->size * 0.85, FALSE, inner_width (self),
                                 self->thrift >= 4 ? 2 : 0);
  if (!with_notes || !pango_layout_is_ellipsized (label->text))
    return label;
  mappe_chart_label_free (label);
  return foot_label (self, FALSE);
}

/* Laid out upwards from the lower edge. */
static double
lay_foot (MappeChartLayout *self)
{
  MappeChartLabel *label = foot_label (self, self->thrift < 5);
  double y = self->height - self->pad, height;

  if (label != NULL)
    {
      label->dim = TRUE;
      y -= label->height;
      mappe_chart_label_place (self, label, self->pad, y);
      y -= self->size * 0.2;
    }
  height = mappe_chart_layout_flags (self, y, FALSE);
  y -= height;
  mappe_chart_layout_flags (self, y, TRUE);
  if (self->thrift < STRIP_THRIFT)
    {
      height = mappe_chart_layout_strip (self, y, FALSE);
      y -= height;
      mappe_chart_layout_strip (self, y, TRUE);
    }
  return y - self->size * 0.3;
}

static void
clear (MappeChartLayout *self)
{
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->places, 0);
  g_array_set_size (self->glyphs, 0);
}

static gboolean
try_thrift (MappeChartLayout *self, double size, guint thrift)
{
  clear (self);
  self->thrift = thrift;
  self->size = thrift >= 3 ? MAX (round (size * 1.8) / 2, LEAST_SIZE * 0.95) : size;
  self->pad = self->size * (thrift >= 3 ? 0.6 : 0.9);
  mappe_chart_layout_decide (self);
  self->top = lay_head (self);
  self->bottom = lay_foot (self);
  if (thrift < MOST_THRIFT && self->bottom - self->top < self->height * PLOT_SHARE)
    return FALSE;
  return mappe_chart_layout_panels (self) || thrift == MOST_THRIFT;
}

static void
place_free (gpointer data)
{
  MappeChartPlace *place = data;

  g_clear_pointer (&place->position_ticks, g_array_unref);
  g_clear_pointer (&place->value_ticks, g_array_unref);
  g_clear_pointer (&place->leaders, g_array_unref);
  g_free (place);
}

/* Text grows with the picture, less than the picture does; in steps, as each new size of a font takes time. */
static double
text_size (double width, double height, double scale)
{
  double side = MIN (width / 1.6, height);
  double size = CLAMP (LEAST_SIZE + (side - 200) / 62, LEAST_SIZE, MOST_SIZE) * scale;

  return round (size * 2) / 2;
}

MappeChartLayout *
mappe_chart_layout_new (const MappeChartLayoutOptions *options)
{
  MappeChartLayout *self = g_new0 (MappeChartLayout, 1);
  double size = text_size (options->width, options->height, options->text_scale);

  self->chart = mappe_chart_ref (options->chart);
  self->width = options->width;
  self->height = options->height;
  self->from = options->from;
  self->to = options->to;
  self->hidden = options->hidden;
  self->context = create_context (self->chart->language);
  self->font = pango_font_description_from_string (options->family);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_chart_label_free);
  self->glyphs = g_array_new (FALSE, TRUE, sizeof (MappeChartGlyph));
  self->places = g_ptr_array_new_with_free_func (place_free);
  for (guint thrift = 0; thrift <= MOST_THRIFT; thrift++)
    if (try_thrift (self, size, thrift))
      break;
  return self;
}

void
mappe_chart_layout_free (MappeChartLayout *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->places);
  g_array_unref (self->glyphs);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  mappe_chart_unref (self->chart);
  g_free (self);
}
