/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-layout-private.h"

#define TICK_SIZE 0.88
#define MOST_TICK 0.4         /* share of a panel that figures at the axis may take */
#define MOST_CATEGORY 0.36    /* share of a panel that names of rows may take */
#define MOST_BROKEN 0.5       /* before a word of them is broken */
#define MOST_COLUMN 0.34      /* and the figures at the right */
#define LEAST_PLOT 8          /* in text sizes: what figures at the right leave of it */
#define TALLEST_ROW 7         /* in text sizes; few rows do not fill a large picture */
#define MOST_END 0.28         /* and the names at the ends of lines */

/* --- what stands around a plot --- */

static gboolean
is_time (const MappeChartPanel *panel)
{
  return panel->position.kind == MAPPE_CHART_AXIS_TIME || panel->position.kind == MAPPE_CHART_AXIS_SEASON;
}

static const char *
heading_of (const MappeChartLayout *self, const MappeChartPanel *panel)
{
  if (panel->name != NULL || panel->bare)
    return panel->name;
  /* Small multiples share their title; it stands above all of them. */
  return self->chart->columns == 0 ? NULL : panel->value.title;
}

static gboolean
has_events (const MappeChartPanel *panel)
{
  for (guint i = 0; i < panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (panel->rules, MappeChartRule, i);

      if (!rule->on_value && rule->text != NULL)
        return TRUE;
    }
  return FALSE;
}

static MappeChartLabel *
heading_label (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  const char *text = heading_of (self, panel);
  MappeChartLabel *label;

  if (text == NULL || *text == '\0')
    return NULL;
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_HEADING, text, self->size * 0.92, panel->name != NULL,
                                 width, 2);
  label->dim = panel->name == NULL;
  return label;
}

static double
head_height (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  MappeChartLabel *label = heading_label (self, panel, width);
  double height = label != NULL ? label->height : 0;

  if (label != NULL)
    mappe_chart_label_free (label);
  /* The topmost tick reaches above the plot, or the line of the events is there. */
  return height + self->size * (has_events (panel) ? 1.45 : 0.75);
}

static double
line_height (MappeChartLayout *self)
{
  MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_TICK, "0g", self->size * TICK_SIZE, FALSE,
                                                  0, 0);
  double height = label->height;

  mappe_chart_label_free (label);
  return height;
}

/* Names beneath a plot stand in one row, and in two in turns where a word would not fit into its column. */
typedef struct {
  double width;       /* of a name */
  guint  n_rows;
  double heights[2];  /* of each row */
} NameRows;

/* @width: where it wraps; the label is as wide as its longest line */
static MappeChartLabel *
name_label (MappeChartLayout *self, const char *name, double width)
{
  MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_CATEGORY, name, self->size * TICK_SIZE,
                                                  FALSE, MAX (width, 1), 3);

  pango_layout_set_alignment (label->text, PANGO_ALIGN_CENTER);
  label->width = ceil (label->width);
  mappe_chart_label_wrap (label, label->width);
  return label;
}

static NameRows
name_rows (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  char **names = mappe_chart_axis_labels (&panel->position);
  double column = width / MAX (g_strv_length (names), 1), word = 0;
  NameRows rows = { .n_rows = 1 };

  for (guint i = 0; names[i] != NULL; i++)
    word = MAX (word, mappe_chart_longest_word (self, names[i], self->size * TICK_SIZE));
  if (word > column - self->size * 0.4 && g_strv_length (names) > 1)
    rows.n_rows = 2;
  rows.width = column * rows.n_rows - self->size * 0.4;
  for (guint i = 0; names[i] != NULL; i++)
    {
      MappeChartLabel *label = name_label (self, names[i], rows.width);

      rows.heights[i % rows.n_rows] = MAX (rows.heights[i % rows.n_rows], label->height);
      mappe_chart_label_free (label);
    }
  return rows;
}

static double
names_height (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  NameRows rows = name_rows (self, panel, width);

  return rows.heights[0] + rows.heights[1];
}

/* The words at both ends of the values, each on its half. */
static double
words_height (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  double height = 0;

  if (panel->value.low == NULL || self->thrift >= 5)
    return 0;
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? panel->value.low : panel->value.high;
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_HEADING, text, self->size * TICK_SIZE,
                                                      FALSE, MAX (width / 2 - self->size, 1), 3);

      height = MAX (height, label->height);
      mappe_chart_label_free (label);
    }
  return height;
}

static double
foot_height (MappeChartLayout *self, const MappeChartPanel *panel, double width)
{
  double line = line_height (self), rows = 0.4 * self->size;

  if (panel->horizontal)
    return rows + line + words_height (self, panel, width * (panel->column != NULL ? 0.6 : 0.48));
  if (panel->position.silent)
    return rows;
  if (panel->position.kind == MAPPE_CHART_AXIS_CATEGORY)
    return rows + names_height (self, panel, width * 0.86);
  if (panel->position.title != NULL && self->thrift < 5)
    rows += line;
  return rows + line * (panel->position.kind == MAPPE_CHART_AXIS_TIME ? 2 : 1);
}

/* --- gutters --- */

/* Names of rows wrap, but a word is broken only if it takes half of the panel. Rows with little room give their
 * names that half. */
static double
names_width (MappeChartLayout *self, const MappeChartPlace *place)
{
  char **names = mappe_chart_axis_labels (&place->panel->position);
  double row = (place->bottom - place->top) / MAX (g_strv_length (names), 1);
  double most = place->width * (row < 3 * line_height (self) ? MOST_BROKEN : MOST_CATEGORY);
  double width = 0, word = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      width = MAX (width, mappe_chart_text_width (self, names[i], self->size * TICK_SIZE));
      word = MAX (word, mappe_chart_longest_word (self, names[i], self->size * TICK_SIZE));
    }
  return MIN (width + self->size * 0.2, MAX (most, MIN (word + self->size * 0.2, place->width * MOST_BROKEN)));
}

static double
ticks_width (MappeChartLayout *self, const GArray *ticks)
{
  double width = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const char *text = g_array_index (ticks, MappeChartTick, i).text;

      if (text != NULL)
        width = MAX (width, mappe_chart_text_width (self, text, self->size * TICK_SIZE));
    }
  return width;
}

static double
left_gutter (MappeChartLayout *self, MappeChartPlace *place)
{
  if (!place->panel->horizontal)
    return MIN (ticks_width (self, place->value_ticks), place->width * MOST_TICK) + self->size * 0.45;
  if (place->panel->position.silent && self->columns > 1)
    return self->size * 0.8;
  return names_width (self, place) + self->size * 0.7;
}

static double
column_width (MappeChartLayout *self, const MappeChartPanel *panel, double most)
{
  double widest = 0;

  for (guint i = 0; panel->column[i] != NULL; i++)
    {
      double width = mappe_chart_text_width (self, panel->column[i], self->size * TICK_SIZE);

      /* Figures stand there all or none; that one is not shown the row says with its mark as well. */
      if (width > most && !g_str_equal (panel->column[i], mappe_chart_suppressed_text (self->chart)))
        return 0;
      widest = width <= most ? MAX (widest, width) : widest;
    }
  return widest;
}

static double
right_gutter (MappeChartLayout *self, MappeChartPlace *place)
{
  const MappeChartPanel *panel = place->panel;
  double width = 0;

  if (panel->column != NULL)
    width = column_width (self, panel, MIN (MIN (place->width * MOST_COLUMN * 1.3, self->width * MOST_COLUMN),
                                            place->width - left_gutter (self, place) - self->size * LEAST_PLOT));
  else if (self->direct && !panel->horizontal)
    width = mappe_chart_layout_end_width (self, panel, place->width * MOST_END);
  if (width > 0)
    return width + self->size * 0.9;
  /* The last tick is centred at the end of its axis. */
  return panel->horizontal || panel->position.kind == MAPPE_CHART_AXIS_NUMBER ? self->size * 1.2 : self->size * 0.4;
}

/* --- placing the plots --- */

static void
set_plot (MappeChartLayout *self, MappeChartPlace *place, double left, double right)
{
  const MappeChartPanel *panel = place->panel;
  gboolean windowed = self->chart->windowed && self->from < self->to;

  place->left = place->x + left;
  place->right = MAX (place->x + place->width - right, place->left + 1);
  place->top = place->y + place->head;
  place->bottom = MAX (place->y + place->height - place->foot, place->top + 1);
  if (panel->horizontal)
    place->bottom = MIN (place->bottom, place->top + self->size * TALLEST_ROW *
                                                         MAX (g_strv_length (panel->position.names), 2));
  place->position = (MappeChartScale) { panel->position.from, panel->position.to, place->left, place->right,
                                        panel->position.kind == MAPPE_CHART_AXIS_LOG };
  place->value = (MappeChartScale) { panel->value.from, panel->value.to, place->bottom, place->top,
                                     panel->value.kind == MAPPE_CHART_AXIS_LOG };
  if (panel->horizontal)
    {
      place->position.start = place->top;
      place->position.end = place->bottom;
      place->value.start = place->left;
      place->value.end = place->right;
    }
  else if (windowed)
    {
      place->position.from = self->from;
      place->position.to = self->to;
    }
}

static void
place_heading (MappeChartLayout *self, MappeChartPlace *place)
{
  MappeChartLabel *label = heading_label (self, place->panel, place->width);

  if (label != NULL)
    mappe_chart_label_place (self, label, place->x, place->y);
}

static guint
choose_columns (const MappeChartLayout *self, double width, double height)
{
  guint n = self->n_panels, best = 1;
  double least = INFINITY;

  if (self->chart->columns == 2)
    return width < height * 1.05 ? 1 : MIN (n, 2);
  if (self->chart->columns > 0)
    return self->chart->columns;
  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double shape = width / columns / (height / rows);
      double distance = fabs (log (shape / 1.7)) + 0.25 * (rows * columns - n);

      if (distance < least)
        {
          least = distance;
          best = columns;
        }
    }
  return best;
}

/* Panels of the row of @nth, and what they share. */
static void
measure_row (const MappeChartLayout *self, guint nth, double *weight, double *tall)
{
  guint first = nth - nth % self->columns;

  *weight = *tall = 0;
  for (guint i = first; i < first + self->columns; i++)
    {
      const MappeChartPanel *panel = i < self->n_panels ? g_ptr_array_index (self->chart->panels, i) : NULL;

      /* What stands alone in its row has all of it, except among many of the same kind. */
      *weight += panel != NULL ? panel->weight : self->chart->columns == 0 ? 1 : 0;
      *tall = MAX (*tall, panel != NULL ? panel->tall : 0);
    }
}

/* Frames of the panels in rows; those of a row have their share of its width, rows theirs of the height. */
static void
place_frames (MappeChartLayout *self)
{
  guint n = self->n_panels, columns = self->columns, rows = (n + columns - 1) / columns;
  double gap = self->size * (n > 3 ? 1.1 : 1.3), row_gap = self->size * 0.6, all = 0, weight, tall;
  double width = self->width - 2 * self->pad - gap * (columns - 1), x = 0, y = self->top;
  double height = self->bottom - self->top - row_gap * (rows - 1);

  for (guint i = 0; i < n; i += columns)
    {
      measure_row (self, i, &weight, &tall);
      all += tall;
    }
  for (guint i = 0; i < n; i++)
    {
      MappeChartPlace *place = g_new0 (MappeChartPlace, 1);

      measure_row (self, i, &weight, &tall);
      place->panel = g_ptr_array_index (self->chart->panels, i);
      place->x = i % columns == 0 ? self->pad : x;
      place->y = y;
      place->width = MAX (width * place->panel->weight / weight, 1);
      place->height = MAX (height * tall / all, 1);
      place->leaders = g_array_new (FALSE, TRUE, sizeof (MappeChartLeader));
      x = place->x + place->width + gap;
      y += i % columns == columns - 1 ? height * tall / all + row_gap : 0;
      g_ptr_array_add (self->places, place);
    }
}

/* Plots of a row begin and end at the same height. */
static void
align_rows (MappeChartLayout *self)
{
  guint columns = self->columns;

  for (guint row = 0; row < self->places->len; row += columns)
    {
      guint end = MIN (row + columns, self->places->len);
      double head = 0, foot = 0;

      for (guint i = row; i < end; i++)
        {
          MappeChartPlace *place = g_ptr_array_index (self->places, i);

          head = MAX (head, head_height (self, place->panel, place->width));
          foot = MAX (foot, foot_height (self, place->panel, place->width));
        }
      for (guint i = row; i < end; i++)
        {
          MappeChartPlace *place = g_ptr_array_index (self->places, i);

          place->head = head;
          place->foot = foot;
        }
    }
}

/* Plots of a column begin and end at the same place across. */
static void
align_columns (MappeChartLayout *self)
{
  guint columns = self->columns;

  for (guint column = 0; column < columns; column++)
    {
      double left = 0, right = 0;

      for (guint i = column; i < self->places->len; i += columns)
        {
          MappeChartPlace *place = g_ptr_array_index (self->places, i);

          set_plot (self, place, self->size * 3, self->size);
          mappe_chart_layout_ticks (self, place);
          left = MAX (left, left_gutter (self, place));
          right = MAX (right, right_gutter (self, place));
        }
      for (guint i = column; i < self->places->len; i += columns)
        {
          MappeChartPlace *place = g_ptr_array_index (self->places, i);

          set_plot (self, place, left, right);
          mappe_chart_layout_ticks (self, place);
        }
    }
}

/* --- labels of the axes --- */

static void
offer_label (MappeChartLayout *self, MappeChartLabel *label, double x, double y)
{
  label->x = x;
  label->y = y;
  if (x >= 0 && x + label->width <= self->width && mappe_chart_label_is_free (self, label, 0))
    g_ptr_array_add (self->labels, label);
  else
    mappe_chart_label_free (label);
}

static void
place_ticks_across (MappeChartLayout *self, MappeChartPlace *place, const GArray *ticks,
                    const MappeChartScale *scale)
{
  double line = line_height (self);

  for (guint i = 0; i < ticks->len; i++)
    {
      const MappeChartTick *tick = &g_array_index (ticks, MappeChartTick, i);
      MappeChartLabel *label;
      double x;

      if (tick->text == NULL)
        continue;
      label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_TICK, tick->text, self->size * TICK_SIZE, FALSE, 0, 0);
      label->dim = TRUE;
      x = mappe_chart_scale_map (scale, tick->label_at) - label->width / 2;
      x = MIN (x, self->width - self->pad * 0.5 - label->width);
      offer_label (self, label, x, place->bottom + self->size * 0.35 + tick->row * line);
    }
}

static void
place_ticks_up (MappeChartLayout *self, MappeChartPlace *place)
{
  for (guint i = 0; i < place->value_ticks->len; i++)
    {
      const MappeChartTick *tick = &g_array_index (place->value_ticks, MappeChartTick, i);
      MappeChartLabel *label;

      if (tick->text == NULL)
        continue;
      label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_TICK, tick->text, self->size * TICK_SIZE, FALSE, 0, 0);
      label->dim = TRUE;
      offer_label (self, label, place->left - self->size * 0.4 - label->width,
                   mappe_chart_scale_map (&place->value, tick->value) - label->height / 2);
    }
}

static void
place_names_beside (MappeChartLayout *self, MappeChartPlace *place)
{
  char **names = mappe_chart_axis_labels (&place->panel->position);
  guint n = g_strv_length (names);
  double row = (place->bottom - place->top) / MAX (n, 1), line = line_height (self);
  guint lines = (guint) MAX (row * 0.98 / line, 1);
  double width = place->left - place->x - self->size * 0.6;

  for (guint i = 0; i < n; i++)
    {
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_CATEGORY, names[i],
                                                      self->size * TICK_SIZE, FALSE, MAX (width, 1), lines);

      offer_label (self, label, place->x, mappe_chart_scale_map (&place->position, i) - label->height / 2);
    }
}

static void
place_names_beneath (MappeChartLayout *self, MappeChartPlace *place)
{
  char **names = mappe_chart_axis_labels (&place->panel->position);
  NameRows rows = name_rows (self, place->panel, place->right - place->left);

  for (guint i = 0; names[i] != NULL; i++)
    {
      MappeChartLabel *label = name_label (self, names[i], rows.width);
      double x = mappe_chart_scale_map (&place->position, i) - label->width / 2;

      /* The first and the last of two rows are wider than their columns. */
      if (rows.n_rows > 1)
        x = CLAMP (x, place->x, MAX (place->x + place->width - label->width, place->x));
      offer_label (self, label, x, place->bottom + self->size * 0.35 + (i % rows.n_rows) * rows.heights[0]);
    }
}

static void
place_column (MappeChartLayout *self, MappeChartPlace *place)
{
  double most = place->x + place->width - place->right - self->size * 0.5;

  for (guint i = 0; place->panel->column != NULL && place->panel->column[i] != NULL; i++)
    {
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_COLUMN, place->panel->column[i],
                                                      self->size * TICK_SIZE, FALSE, 0, 0);

      if (label->width <= most)
        offer_label (self, label, place->right + self->size * 0.7,
                     mappe_chart_scale_map (&place->position, i) - label->height / 2);
      else
        mappe_chart_label_free (label);
    }
}

static void
place_words (MappeChartLayout *self, MappeChartPlace *place)
{
  const MappeChartAxis *axis = &place->panel->value;
  double y = place->bottom + self->size * 0.35 + line_height (self), right = place->right, width;

  if (axis->low == NULL || self->thrift >= 5)
    return;
  width = (right - place->left) / 2 - self->size * 0.4;
  /* Where they need more than the plot, they may take what is beside it. */
  if (place->panel->column != NULL &&
      width < MAX (mappe_chart_text_width (self, axis->low, self->size * TICK_SIZE),
                   mappe_chart_text_width (self, axis->high, self->size * TICK_SIZE)))
    {
      right = place->x + place->width;
      width = (right - place->left) / 2 - self->size * 0.4;
    }
  for (guint i = 0; i < 2; i++)
    {
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_HEADING, i == 0 ? axis->low : axis->high,
                                                      self->size * TICK_SIZE, FALSE, MAX (width, 1), 3);

      label->dim = TRUE;
      if (i == 1)
        pango_layout_set_alignment (label->text, PANGO_ALIGN_RIGHT);
      label->width = MAX (width, 1);
      offer_label (self, label, i == 0 ? place->left : right - width, y);
    }
}

static void
place_position_title (MappeChartLayout *self, MappeChartPlace *place)
{
  const char *title = place->panel->position.title;
  MappeChartLabel *label;

  if (title == NULL || place->panel->horizontal || self->thrift >= 5)
    return;
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_HEADING, title, self->size * 0.92, FALSE,
                                 place->right - place->left, 1);
  label->dim = TRUE;
  offer_label (self, label, place->right - label->width, place->bottom + self->size * 0.35 + line_height (self));
}

static void
place_axes (MappeChartLayout *self, MappeChartPlace *place)
{
  gboolean rows = place->panel->position.kind == MAPPE_CHART_AXIS_CATEGORY;

  if (place->panel->horizontal)
    {
      place_ticks_across (self, place, place->value_ticks, &place->value);
      if (!place->panel->position.silent || self->columns == 1)
        place_names_beside (self, place);
      place_column (self, place);
      place_words (self, place);
      return;
    }
  place_ticks_up (self, place);
  if (rows)
    place_names_beneath (self, place);
  else if (!place->panel->position.silent)
    place_ticks_across (self, place, place->position_ticks, &place->position);
  place_position_title (self, place);
}

/* --- whether there is room for all this --- */

static gboolean
has_room (const MappeChartLayout *self, const MappeChartPlace *place)
{
  double height = place->bottom - place->top;
  guint rows = (self->n_panels + self->columns - 1) / self->columns;

  if (place->panel->horizontal)
    return height >= MIN (g_strv_length (place->panel->position.names) * 1.45 * self->size, self->height * 0.6);
  return height >= self->size * (rows > 1 ? 3 : 5) && place->right - place->left >= self->size * (rows > 1 ? 4 : 8);
}

static void
place_common_title (MappeChartLayout *self)
{
  const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, 0);
  MappeChartLabel *label;

  if (self->chart->columns != 0 || panel->value.title == NULL)
    return;
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_HEADING, panel->value.title, self->size * 0.92, FALSE,
                                 self->width - 2 * self->pad, 1);
  label->dim = TRUE;
  mappe_chart_label_place (self, label, self->pad, self->top);
  self->top += label->height + self->size * 0.45;
}

static guint
count_panels (const MappeChartLayout *self)
{
  guint n = self->chart->panels->len;
  const MappeChartPanel *last = g_ptr_array_index (self->chart->panels, n - 1);

  return last->optional && (self->thrift > 0 || self->height < self->size * 30) ? n - 1 : n;
}

/* Returns: whether the plots are large enough to be read */
gboolean
mappe_chart_layout_panels (MappeChartLayout *self)
{
  gboolean fits = TRUE;

  place_common_title (self);
  self->n_panels = count_panels (self);
  self->columns = choose_columns (self, self->width - 2 * self->pad, MAX (self->bottom - self->top, 1));
  place_frames (self);
  align_rows (self);
  align_columns (self);
  for (guint i = 0; i < self->places->len; i++)
    fits = has_room (self, g_ptr_array_index (self->places, i)) && fits;
  for (guint i = 0; i < self->places->len; i++)
    place_heading (self, g_ptr_array_index (self->places, i));
  for (guint i = 0; i < self->places->len; i++)
    {
      MappeChartPlace *place = g_ptr_array_index (self->places, i);

      place_axes (self, place);
      if (is_time (place->panel) || place->panel->position.kind == MAPPE_CHART_AXIS_NUMBER)
        {
          mappe_chart_layout_ends (self, place);
          mappe_chart_layout_events (self, place);
        }
      mappe_chart_layout_inside (self, place);
      mappe_chart_layout_names (self, place);
      mappe_chart_layout_corners (self, place);
    }
  return fits;
}
