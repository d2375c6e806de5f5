/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-layout-private.h"

#define END_SIZE 0.9
#define NAME_SIZE 0.88
#define MOST_END 0.28       /* of the width of a panel */
#define MARK_GAP 0.2        /* in text sizes: between a figure and a mark */
#define FAR_AWAY 0.75       /* of its height: a label so far from its line is tied to it */

/* --- spreading --- */

/**
 * mappe_chart_spread:
 * @middles: (inout) (array length=n): where the middles should be, ascending; then where they are
 * @heights: (array length=n): of the labels
 * @top: upper end of the space
 * @bottom: lower end; the heights fit in between
 *
 * Moves labels apart, each as little as its neighbours allow: labels that touch form a block, whose middle is the
 * mean of what its members want.
 */
void
mappe_chart_spread (double *middles, const double *heights, guint n, double top, double bottom)
{
  g_autofree double *sums = g_new (double, MAX (n, 1)), *lengths = g_new (double, MAX (n, 1));
  g_autofree guint *counts = g_new (guint, MAX (n, 1));
  guint blocks = 0, next = 0;

  for (guint i = 0; i < n; i++)
    {
      /* A block remembers where its upper edge should be, as its members see it. */
      sums[blocks] = middles[i] - heights[i] / 2;
      lengths[blocks] = heights[i];
      counts[blocks++] = 1;
      while (blocks > 1)
        {
          guint a = blocks - 2, b = blocks - 1;
          double above = CLAMP (sums[a] / counts[a], top, MAX (bottom - lengths[a], top));
          double below = CLAMP (sums[b] / counts[b], top, MAX (bottom - lengths[b], top));

          if (above + lengths[a] <= below)
            break;
          sums[a] += sums[b] - counts[b] * lengths[a];
          lengths[a] += lengths[b];
          counts[a] += counts[b];
          blocks--;
        }
    }
  for (guint i = 0; i < blocks; i++)
    {
      double y = CLAMP (sums[i] / counts[i], top, MAX (bottom - lengths[i], top));

      for (guint j = 0; j < counts[i]; j++, next++)
        {
          middles[next] = y + heights[next] / 2;
          y += heights[next];
        }
    }
}

/* --- names at the ends of lines --- */

typedef struct {
  MappeChartLabel *label;
  double           x, y;    /* end of the line */
  MappeChartRole   role;
  gboolean         reference;
} End;

/* Last visible point of a series: @value of it; FALSE when there is none. */
static gboolean
find_end (const MappeChartPlace *place, const MappeChartSeries *series, double *x, double *y)
{
  for (gsize i = series->n; i > 0; i--)
    {
      double position = mappe_chart_series_x (series, i - 1);

      if (isnan (series->y[i - 1]) || position > place->position.to)
        continue;
      if (position < place->position.from)
        return FALSE;
      if ((series->draw & MAPPE_CHART_STEPS) != 0)
        position = MIN (position + place->panel->position.step / 2.0, place->position.to);
      mappe_chart_place_point (place, position, series->y[i - 1], x, y);
      return isfinite (*y);
    }
  return FALSE;
}

static MappeChartLabel *
end_label (MappeChartLayout *self, const char *text, double most_width)
{
  return mappe_chart_label_new (self, MAPPE_CHART_LABEL_END, text, self->size * END_SIZE, FALSE, most_width, 0);
}

static void
add_end (MappeChartLayout *self, MappeChartPlace *place, GArray *ends, const MappeChartSeries *series)
{
  double most = place->x + place->width - place->right - self->size * 0.7;
  End end = { .role = series->role, .reference = series->reference };

  if (series->label == NULL || mappe_chart_series_is_hidden (self, series) ||
      !find_end (place, series, &end.x, &end.y))
    return;
  end.label = end_label (self, series->label, MAX (most, 1));
  end.label->role = series->role;
  g_array_append_val (ends, end);
}

static void
add_rule_ends (MappeChartLayout *self, MappeChartPlace *place, GArray *ends)
{
  double most = place->x + place->width - place->right - self->size * 0.7;

  for (guint i = 0; i < place->panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (place->panel->rules, MappeChartRule, i);
      End end = { .x = place->right, .role = MAPPE_CHART_ROLE_CENTER, .reference = TRUE };

      if (!rule->on_value || rule->text == NULL)
        continue;
      end.y = mappe_chart_scale_map (&place->value, rule->at);
      end.label = end_label (self, rule->text, MAX (most, 1));
      end.label->role = MAPPE_CHART_ROLE_CENTER;
      g_array_append_val (ends, end);
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *other = b;

  return one->y < other->y ? -1 : one->y > other->y;
}

static double
sum_heights (const GArray *ends)
{
  double sum = 0;

  for (guint i = 0; i < ends->len; i++)
    sum += g_array_index (ends, End, i).label->height;
  return sum;
}

/* Lines to read others by go without a name first. */
static void
drop_what_does_not_fit (GArray *ends, double room)
{
  while (ends->len > 0 && sum_heights (ends) > room)
    {
      guint victim = ends->len - 1;

      for (guint i = 0; i < ends->len; i++)
        if (g_array_index (ends, End, i).reference)
          victim = i;
      mappe_chart_label_free (g_array_index (ends, End, victim).label);
      g_array_remove_index (ends, victim);
    }
}

static void
place_ends (MappeChartLayout *self, MappeChartPlace *place, GArray *ends, double top, double bottom)
{
  g_autofree double *middles = g_new (double, MAX (ends->len, 1)), *heights = g_new (double, MAX (ends->len, 1));
  double x = place->right + self->size * 0.6;

  for (guint i = 0; i < ends->len; i++)
    {
      middles[i] = g_array_index (ends, End, i).y;
      heights[i] = g_array_index (ends, End, i).label->height;
    }
  mappe_chart_spread (middles, heights, ends->len, top, bottom);
  for (guint i = 0; i < ends->len; i++)
    {
      End *end = &g_array_index (ends, End, i);

      mappe_chart_label_place (self, end->label, x, middles[i] - heights[i] / 2);
      if (fabs (middles[i] - end->y) > heights[i] * FAR_AWAY || place->right - end->x > self->size * 2)
        {
          MappeChartLeader leader = { end->x + self->size * 0.35, end->y, x - self->size * 0.15, middles[i],
                                      end->role };

          g_array_append_val (place->leaders, leader);
        }
    }
}

void
mappe_chart_layout_ends (MappeChartLayout *self, MappeChartPlace *place)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (End));
  double top = place->top - self->size * 0.4, bottom = place->bottom + self->size * 0.2;

  if (!self->direct || place->panel->horizontal)
    return;
  for (guint i = 0; i < place->panel->series->len; i++)
    add_end (self, place, ends, g_ptr_array_index (place->panel->series, i));
  add_rule_ends (self, place, ends);
  g_array_sort (ends, compare_ends);
  drop_what_does_not_fit (ends, bottom - top);
  place_ends (self, place, ends, top, bottom);
}

static double
wrapped_width (MappeChartLayout *self, const char *text, double most, double *height)
{
  MappeChartLabel *label = end_label (self, text, most);
  double width = label->width;

  *height += label->height;
  mappe_chart_label_free (label);
  return width;
}

/* What the names at the ends of lines need. @word: (out): the longest word of them */
static double
measure_ends (MappeChartLayout *self, const MappeChartPanel *panel, double most, double *height, double *word)
{
  double width = 0;

  *height = *word = 0;
  for (guint i = 0; i < panel->series->len; i++)
    {
      const MappeChartSeries *series = g_ptr_array_index (panel->series, i);

      if (series->label == NULL || mappe_chart_series_is_hidden (self, series))
        continue;
      width = MAX (width, wrapped_width (self, series->label, most, height));
      *word = MAX (*word, mappe_chart_longest_word (self, series->label, self->size * END_SIZE));
    }
  for (guint i = 0; i < panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (panel->rules, MappeChartRule, i);

      if (rule->on_value && rule->text != NULL)
        width = MAX (width, wrapped_width (self, rule->text, most, height));
    }
  return width;
}

/* Returns: what the names at the ends of lines need, at most @most_width; 0: there are none */
double
mappe_chart_layout_end_width (MappeChartLayout *self, const MappeChartPanel *panel, double most_width)
{
  double height, word;

  return MIN (measure_ends (self, panel, most_width, &height, &word), most_width);
}

/* Names stand at their lines if they fit there; otherwise a key explains the lines. */
void
mappe_chart_layout_decide (MappeChartLayout *self)
{
  self->direct = TRUE;
  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, i);
      double most = (self->width - 2 * self->pad) * MOST_END, height, word;

      if (panel->horizontal)
        continue;
      measure_ends (self, panel, most, &height, &word);
      /* No word is broken, and what is written fits beside the plot. */
      if (height > self->height * 0.42 || word > most)
        self->direct = FALSE;
    }
}

/* --- what began when --- */

void
mappe_chart_layout_events (MappeChartLayout *self, MappeChartPlace *place)
{
  for (guint i = 0; i < place->panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (place->panel->rules, MappeChartRule, i);
      double at = mappe_chart_scale_map (&place->position, rule->at), gap = self->size * 0.3;
      double right = place->x + place->width - at - gap, left = at - gap - place->x;
      MappeChartLabel *label;

      if (rule->on_value || rule->text == NULL || at < place->left || at > place->right)
        continue;
      label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_EVENT, rule->text, self->size * NAME_SIZE, FALSE,
                                     MAX (MAX (right, left), 1), 1);
      label->x = label->width <= right || right >= left ? at + gap : at - gap - label->width;
      label->y = place->top - self->size * 0.25 - label->height;
      if (mappe_chart_label_is_free (self, label, 0))
        g_ptr_array_add (self->labels, label);
      else
        mappe_chart_label_free (label);
    }
}

/* --- names of points --- */

static gboolean
touches_point (const MappeChartPlace *place, const MappeChartSeries *series, const MappeChartLabel *label,
               double radius)
{
  for (gsize i = 0; i < series->n; i++)
    {
      double x, y;

      mappe_chart_place_point (place, mappe_chart_series_x (series, i), series->y[i], &x, &y);
      if (x + radius > label->x && x - radius < label->x + label->width && y + radius > label->y &&
          y - radius < label->y + label->height)
        return TRUE;
    }
  return FALSE;
}

/* How many lines to read by run through a label. */
static guint
count_crossings (const MappeChartPlace *place, const MappeChartLabel *label)
{
  guint n = 0;

  for (guint i = 0; i < place->panel->series->len; i++)
    {
      const MappeChartSeries *line = g_ptr_array_index (place->panel->series, i);

      for (gsize j = 0; line->reference && j + 1 < line->n; j++)
        {
          double x0, y0, x1, y1, from, to;

          mappe_chart_place_point (place, mappe_chart_series_x (line, j), line->y[j], &x0, &y0);
          mappe_chart_place_point (place, mappe_chart_series_x (line, j + 1), line->y[j + 1], &x1, &y1);
          if (!(x1 > label->x) || !(x0 < label->x + label->width) || !(x1 > x0))
            continue;
          from = y0 + (y1 - y0) * (MAX (label->x, x0) - x0) / (x1 - x0);
          to = y0 + (y1 - y0) * (MIN (label->x + label->width, x1) - x0) / (x1 - x0);
          n += MIN (from, to) < label->y + label->height * 0.9 && MAX (from, to) > label->y + label->height * 0.1;
        }
    }
  for (guint i = 0; i < place->panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (place->panel->rules, MappeChartRule, i);
      double at = mappe_chart_scale_map (rule->on_value ? &place->value : &place->position, rule->at);

      n += rule->on_value ? at > label->y && at < label->y + label->height
                          : at > label->x && at < label->x + label->width;
    }
  return n;
}

/* Around the point, the right first, as one reads; elsewhere if a line runs through it there. */
static gboolean
find_place (MappeChartLayout *self, const MappeChartPlace *place, const MappeChartSeries *series,
            MappeChartLabel *label, double x, double y)
{
  static const double ways[][2] = { { 1, 0 }, { 1, -0.7 }, { 1, 0.7 }, { 0, -1 }, { 0, 1 },
                                    { -1, 0 }, { -1, -0.7 }, { -1, 0.7 } };
  double radius = self->size * 0.36 * series->strength, gap = radius + self->size * 0.2, best_x = 0, best_y = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      double across = ways[i][0], up = ways[i][1];

      label->x = across > 0 ? x + gap : across < 0 ? x - gap - label->width : x - label->width / 2;
      label->y = y - label->height / 2 + up * (across == 0 ? gap + label->height / 2 : label->height * 0.8);
      if (label->x < place->left || label->x + label->width > place->right + self->size * 0.2 ||
          label->y < place->top || label->y + label->height > place->bottom)
        continue;
      if (!mappe_chart_label_is_free (self, label, 0) || touches_point (place, series, label, radius) ||
          count_crossings (place, label) >= least)
        continue;
      least = count_crossings (place, label);
      best_x = label->x;
      best_y = label->y;
    }
  label->x = best_x;
  label->y = best_y;
  return least < G_MAXUINT;
}

/* Around an oval each name has the room at its side: a long one takes two lines, or is cut. */
static void
place_beside (MappeChartLayout *self, const MappeChartPlace *place, const MappeChartSeries *series, gsize nth, double x,
              double y)
{
  double gap = self->size * (0.36 * series->strength + 0.2), middle = (place->left + place->right) / 2;
  double room = (x > middle ? place->right - x : x - place->left) - gap;

  for (guint lines = 2; lines > 0; lines--)
    {
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_NAME, series->texts[nth],
                                                      self->size * NAME_SIZE, FALSE, MAX (room, 1), lines);

      label->x = x > middle ? x + gap : x - gap - label->width;
      label->y = CLAMP (y - label->height / 2, place->top, MAX (place->bottom - label->height, place->top));
      if (room > self->size * 2 && mappe_chart_label_is_free (self, label, 0))
        {
          g_ptr_array_add (self->labels, label);
          return;
        }
      mappe_chart_label_free (label);
    }
}

static void
place_name (MappeChartLayout *self, MappeChartPlace *place, const MappeChartSeries *series, gsize nth)
{
  MappeChartLabel *label;
  double x, y;

  if (isnan (series->y[nth]))
    return;
  mappe_chart_place_point (place, mappe_chart_series_x (series, nth), series->y[nth], &x, &y);
  if (place->panel->bare)
    {
      place_beside (self, place, series, nth, x, y);
      return;
    }
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_NAME, series->texts[nth], self->size * NAME_SIZE, FALSE, 0,
                                 0);
  if (find_place (self, place, series, label, x, y))
    g_ptr_array_add (self->labels, label);
  else
    mappe_chart_label_free (label);
}

void
mappe_chart_layout_names (MappeChartLayout *self, MappeChartPlace *place)
{
  for (guint i = 0; i < place->panel->series->len; i++)
    {
      const MappeChartSeries *series = g_ptr_array_index (place->panel->series, i);

      if ((series->draw & MAPPE_CHART_NAMES) == 0 || series->texts == NULL)
        continue;
      /* Where not all fit, those that stand out have theirs. */
      for (guint pass = 0; pass < 2; pass++)
        for (gsize j = 0; j < series->n; j++)
          {
            gboolean stands_out = series->flags != NULL && (series->flags[j] & MAPPE_CHART_POINT_SIGNAL) != 0;

            if (stands_out == (pass == 0))
              place_name (self, place, series, j);
          }
    }
}

/* --- words in the quarters of a map --- */

typedef struct {
  double left, top, right, bottom;
} Quarter;

static Quarter
quarter_of (const MappeChartPlace *place, guint nth)
{
  Quarter quarter = { place->left, place->top, place->right, place->bottom };
  gboolean low = nth >= 2, far = nth % 2 != 0;

  for (guint i = 0; i < place->panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (place->panel->rules, MappeChartRule, i);
      double at = mappe_chart_scale_map (rule->on_value ? &place->value : &place->position, rule->at);

      *(rule->on_value ? (low ? &quarter.top : &quarter.bottom) : (far ? &quarter.left : &quarter.right)) = at;
    }
  return quarter;
}

static gboolean
corner_is_free (const MappeChartLayout *self, const MappeChartPlace *place, const MappeChartLabel *label)
{
  for (guint i = 0; i < place->panel->series->len; i++)
    {
      const MappeChartSeries *series = g_ptr_array_index (place->panel->series, i);

      if (touches_point (place, series, label, self->size * 0.36 * series->strength))
        return FALSE;
    }
  return mappe_chart_label_is_free (self, label, 0);
}

/* The outer corner first, where a reader looks for it; then along the edges towards the middle. */
static gboolean
find_corner (const MappeChartLayout *self, const MappeChartPlace *place, MappeChartLabel *label, guint nth)
{
  static const double steps[][2] = { { 0, 0 }, { 0, 0.25 }, { 0.5, 0 }, { 0.5, 0.25 }, { 1, 0.25 }, { 0, 1 },
                                     { 0.5, 1 }, { 0, 0.75 }, { 0.5, 0.75 }, { 1, 0.75 }, { 0, 0.5 }, { 0.5, 0.5 } };
  Quarter quarter = quarter_of (place, nth);
  double gap = self->size * 0.4;
  double across = quarter.right - quarter.left - label->width - 2 * gap;
  double down = quarter.bottom - quarter.top - label->height - 2 * gap;

  for (guint i = 0; i < G_N_ELEMENTS (steps) && across >= 0 && down >= 0; i++)
    {
      label->x = quarter.left + gap + across * (nth % 2 != 0 ? 1 - steps[i][0] : steps[i][0]);
      label->y = quarter.top + gap + down * (nth >= 2 ? 1 - steps[i][1] : steps[i][1]);
      if (corner_is_free (self, place, label))
        return TRUE;
    }
  return FALSE;
}

/* Names of points have found their places; a quarter without room goes without its words. */
void
mappe_chart_layout_corners (MappeChartLayout *self, MappeChartPlace *place)
{
  for (guint i = 0; i < 4 && place->panel->corners != NULL; i++)
    {
      Quarter quarter = quarter_of (place, i);
      MappeChartLabel *label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_CORNER, place->panel->corners[i],
                                                      self->size * NAME_SIZE, FALSE,
                                                      MAX (quarter.right - quarter.left - self->size, 1), 0);

      label->dim = TRUE;
      if (find_corner (self, place, label, i))
        g_ptr_array_add (self->labels, label);
      else
        mappe_chart_label_free (label);
    }
}

/* --- figures in bars --- */

/* Returns: where the mark of another series runs through the label; NAN: none does */
static double
struck_at (const MappeChartLayout *self, const MappeChartPlace *place, const MappeChartLabel *label)
{
  double gap = self->size * MARK_GAP;

  for (guint i = 0; i < place->panel->series->len; i++)
    {
      const MappeChartSeries *marks = g_ptr_array_index (place->panel->series, i);
      double half = mappe_chart_bar_half (self, place, marks);

      for (gsize j = 0; (marks->draw & MAPPE_CHART_LEVELS) != 0 && j < marks->n; j++)
        {
          double position = mappe_chart_series_x (marks, j) + marks->offset, x0, x1, y;

          mappe_chart_place_point (place, position - half, marks->y[j], &x0, &y);
          mappe_chart_place_point (place, position + half, marks->y[j], &x1, &y);
          if (x0 < label->x + label->width && x1 > label->x && y + gap > label->y
              && y - gap < label->y + label->height)
            return y;
        }
    }
  return NAN;
}

/* At the top of its bar, or beneath a mark there. @y0: foot of the bar; @y1: its top */
static gboolean
find_inside (MappeChartLayout *self, const MappeChartPlace *place, MappeChartLabel *label, double y0, double y1)
{
  double mark;

  label->y = y1 + self->size * 0.1;
  mark = struck_at (self, place, label);
  if (isnan (mark))
    return label->height <= y0 - y1;
  label->y = mark + self->size * MARK_GAP;
  return label->y + label->height <= y0 && isnan (struck_at (self, place, label));
}

static void
place_inside (MappeChartLayout *self, MappeChartPlace *place, const MappeChartSeries *series, gsize nth)
{
  double base = series->lower != NULL ? series->lower[nth] : 0, position = mappe_chart_series_x (series, nth);
  double half = mappe_chart_bar_half (self, place, series), x0, y0, x1, y1;
  g_autofree char *text = NULL;
  MappeChartLabel *label;
  gboolean fits;

  if (isnan (series->y[nth]))
    return;
  mappe_chart_place_point (place, position + series->offset - half, base, &x0, &y0);
  mappe_chart_place_point (place, position + series->offset + half, series->y[nth], &x1, &y1);
  text = mappe_chart_number_text (mappe_chart_series_shown (series, nth), place->panel->value.digits,
                                  self->chart->language);
  label = mappe_chart_label_new (self, MAPPE_CHART_LABEL_INSIDE, text, self->size * NAME_SIZE, FALSE, 0, 0);
  label->on_role = (int) series->role;
  label->x = (x0 + x1) / 2 - label->width / 2;
  label->y = (y0 + y1) / 2 - label->height / 2;
  fits = place->panel->horizontal ? label->height <= fabs (y1 - y0) : find_inside (self, place, label, y0, y1);
  if (fits && label->width <= fabs (x1 - x0) - 2 && mappe_chart_label_is_free (self, label, 0))
    g_ptr_array_add (self->labels, label);
  else
    mappe_chart_label_free (label);
}

void
mappe_chart_layout_inside (MappeChartLayout *self, MappeChartPlace *place)
{
  for (guint i = 0; i < place->panel->series->len; i++)
    {
      const MappeChartSeries *series = g_ptr_array_index (place->panel->series, i);

      if ((series->draw & MAPPE_CHART_INSIDE) == 0 || mappe_chart_series_is_hidden (self, series))
        continue;
      for (gsize j = 0; j < series->n; j++)
        place_inside (self, place, series, j);
    }
}
