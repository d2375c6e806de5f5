/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "mappe-order.h"

/* Up to this many slopes are written down; of more only so many near a rank. */
#define MOST_WRITTEN 4000000
#define MOST_LISTED 1000000
/* Slopes that are drawn to know about where a rank lies. */
#define SAMPLE 20000
/* So near both ends of a window are one slope, which many pairs have. */
#define NEAR 1e-15

static double
slope_of (const MappeSlopes *self, gsize i, gsize j)
{
  return (self->values[j] - self->values[i]) / (self->times[j] - self->times[i]);
}

/** mappe_slopes_pairs: Returns: number of pairs, and so of slopes */
guint64
mappe_slopes_pairs (const MappeSlopes *self)
{
  guint64 pairs = 0;

  for (gsize i = 0; i < self->n_groups; i++)
    {
      guint64 n = self->starts[i + 1] - self->starts[i];

      pairs += n > 1 ? n * (n - 1) / 2 : 0;
    }
  return pairs;
}

/* Merges two sorted runs of @from to @to; returns the pairs of which the later one is not above the earlier one,
 * or below it. */
static guint64
merge_runs (const double *from, double *to, gsize middle, gsize end, gboolean below_only)
{
  gsize left = 0, right = middle, out = 0;
  guint64 pairs = 0;

  while (left < middle)
    {
      if (right < end && (below_only ? from[right] < from[left] : from[right] <= from[left]))
        to[out++] = from[right++];
      else
        {
          pairs += right - middle;
          to[out++] = from[left++];
        }
    }
  while (right < end)
    to[out++] = from[right++];
  return pairs;
}

/* The same of all values, by merge sort; @values and @spare change places. */
static guint64
falling_pairs (double *values, double *spare, gsize n, gboolean below_only)
{
  guint64 pairs = 0;

  for (gsize width = 1; width < n; width *= 2)
    {
      double *kept = values;

      for (gsize at = 0; at < n; at += 2 * width)
        pairs += merge_runs (values + at, spare + at, MIN (width, n - at), MIN (2 * width, n - at), below_only);
      values = spare;
      spare = kept;
    }
  return pairs;
}

typedef struct {
  double *values;
  double *spare;
} Room;

static guint64
count_up_to (const MappeSlopes *self, double slope, gboolean below_only, Room *room)
{
  guint64 pairs = 0;

  /* A pair rises no faster than @slope if it does not rise once that slope is taken out. */
  for (gsize i = 0; i < self->n_groups; i++)
    {
      gsize n = self->starts[i + 1] - self->starts[i];

      for (gsize j = 0; j < n; j++)
        room->values[j] = self->values[self->starts[i] + j] - slope * self->times[self->starts[i] + j];
      pairs += falling_pairs (room->values, room->spare, n, below_only);
    }
  return pairs;
}

static gsize
largest_group (const MappeSlopes *self)
{
  gsize largest = 0;

  for (gsize i = 0; i < self->n_groups; i++)
    largest = MAX (largest, self->starts[i + 1] - self->starts[i]);
  return largest;
}

/**
 * mappe_slopes_up_to:
 * @self: points
 * @slope: a slope
 * @below_only: leave out those that equal @slope
 *
 * Counts without looking at each pair, in steps of the order n log n.
 *
 * Returns: how many slopes are not above @slope
 */
guint64
mappe_slopes_up_to (const MappeSlopes *self, double slope, gboolean below_only)
{
  gsize n = largest_group (self);
  Room room = { g_new (double, n + 1), g_new (double, n + 1) };
  guint64 count = count_up_to (self, slope, below_only, &room);

  g_free (room.values);
  g_free (room.spare);
  return count;
}

/* All slopes lie between those of neighbours, as each is a mean of them; with room, so that no rounding puts one
 * outside. */
static MappeInterval
bounds_of (const MappeSlopes *self)
{
  MappeInterval bounds = { INFINITY, -INFINITY };
  double room;

  for (gsize i = 0; i < self->n_groups; i++)
    for (gsize j = self->starts[i] + 1; j < self->starts[i + 1]; j++)
      {
        double slope = slope_of (self, j - 1, j);

        bounds.lo = MIN (bounds.lo, slope);
        bounds.hi = MAX (bounds.hi, slope);
      }
  room = 1e-6 * MAX (fabs (bounds.lo), fabs (bounds.hi)) + DBL_MIN;
  bounds.lo -= room;
  bounds.hi += room;
  return bounds;
}

/* --- search among many --- */

/* What a search knows: more than @below slopes, but not the wanted one, are up to @lo; it is up to @hi. */
typedef struct {
  double lo, hi;
  guint64 below, up_to;
} Window;

/* Some slopes, in order: pairs drawn by a fixed sequence, so that a report can be repeated. */
static gsize
draw_sample (const MappeSlopes *self, double *sample)
{
  guint64 state = 1;
  gsize drawn = 0;

  for (gsize i = 0; i < SAMPLE; i++)
    {
      const gsize *ends = self->starts + i % self->n_groups;
      gsize n = ends[1] - ends[0], one, other;

      /* Knuth's MMIX generator. */
      state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
      one = n > 1 ? (state >> 33) % n : 0;
      state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
      other = n > 1 ? (state >> 33) % n : 0;
      if (one != other)
        sample[drawn++] = slope_of (self, ends[0] + MIN (one, other), ends[0] + MAX (one, other));
    }
  mappe_order_sort (sample, drawn);
  return drawn;
}

/* Takes @slope for one of the ends of the window, whichever it is. */
static void
narrow (Window *window, const MappeSlopes *self, guint64 rank, double slope, Room *room)
{
  guint64 count = slope > window->lo && slope < window->hi ? count_up_to (self, slope, FALSE, room) : 0;

  if (count >= rank)
    {
      window->hi = slope;
      window->up_to = count;
    }
  else if (count > 0)
    {
      window->lo = slope;
      window->below = count;
    }
}

/* The sample tells about where the rank lies; slopes of 0, which counts have many of, are tried before. */
static Window
first_window (const MappeSlopes *self, guint64 rank, const double *sample, gsize drawn, Room *room)
{
  MappeInterval bounds = bounds_of (self);
  Window window = { bounds.lo, bounds.hi, 0, mappe_slopes_pairs (self) };
  double share = (double) rank / (double) window.up_to * (double) drawn;
  double spread = 4 * sqrt ((double) drawn) / 2;

  if (window.lo < 0 && window.hi > 0)
    narrow (&window, self, rank, 0, room);
  if (share - spread > 0 && drawn > 0)
    narrow (&window, self, rank, sample[(gsize) (share - spread)], room);
  if (share + spread < (double) drawn)
    narrow (&window, self, rank, sample[(gsize) (share + spread)], room);
  return window;
}

typedef struct {
  double at_lo, at_hi;
  gsize at;
} Point;

/* By what is left without the lower slope; the later of equal ones first, as their slope is not above it. */
static int
compare_points (gconstpointer a, gconstpointer b)
{
  const Point *one = a, *other = b;

  if (one->at_lo != other->at_lo)
    return one->at_lo < other->at_lo ? -1 : 1;
  return one->at > other->at ? -1 : 1;
}

/* Merges two runs that are sorted by what is left without the upper slope; pairs that change their order between
 * both slopes have one in the window. */
static void
merge_points (const MappeSlopes *self, const Point *from, Point *to, gsize middle, gsize end, GArray *slopes)
{
  gsize left = 0, right = middle, out = 0;

  while (left < middle || right < end)
    if (right >= end || (left < middle && from[left].at_hi < from[right].at_hi))
      to[out++] = from[left++];
    else
      {
        for (gsize i = left; i < middle; i++)
          {
            double slope = slope_of (self, MIN (from[i].at, from[right].at), MAX (from[i].at, from[right].at));

            g_array_append_val (slopes, slope);
          }
        to[out++] = from[right++];
      }
}

static void
list_group (const MappeSlopes *self, gsize group, const Window *window, GArray *slopes)
{
  gsize n = self->starts[group + 1] - self->starts[group];
  g_autofree Point *one = g_new (Point, n + 1), *other = g_new (Point, n + 1);
  Point *from = one, *to = other;

  for (gsize i = 0; i < n; i++)
    {
      gsize at = self->starts[group] + i;

      one[i] = (Point){ self->values[at] - window->lo * self->times[at],
                        self->values[at] - window->hi * self->times[at], at };
    }
  qsort (one, n, sizeof *one, compare_points);
  for (gsize width = 1; width < n; width *= 2)
    {
      Point *kept = from;

      for (gsize at = 0; at < n; at += 2 * width)
        merge_points (self, from + at, to + at, MIN (width, n - at), MIN (2 * width, n - at), slopes);
      from = to;
      to = kept;
    }
}

/* The slope of a rank among those in a window, which are written down. */
static double
select_in (const MappeSlopes *self, guint64 rank, const Window *window)
{
  g_autoptr (GArray) slopes = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < self->n_groups; i++)
    list_group (self, i, window, slopes);
  if (slopes->len == 0)
    return window->hi;
  return mappe_order_nth ((double *) slopes->data, slopes->len, MIN (rank - window->below - 1, slopes->len - 1));
}

/* Halves the window until the slopes in it can be written down, or are all one. */
static double
search (const MappeSlopes *self, guint64 rank, const double *sample, gsize drawn, Room *room)
{
  Window window = first_window (self, rank, sample, drawn, room);

  if (window.hi == 0 && count_up_to (self, 0, TRUE, room) < rank)
    return 0;
  while (window.up_to - window.below > MOST_LISTED)
    {
      double middle = window.lo + (window.hi - window.lo) / 2;
      guint64 count = count_up_to (self, middle, FALSE, room);

      if (window.hi - window.lo <= NEAR * MAX (fabs (window.lo), fabs (window.hi)))
        return window.hi;
      if (count >= rank)
        window = (Window){ window.lo, middle, window.below, count };
      else
        window = (Window){ middle, window.hi, count, window.up_to };
    }
  return select_in (self, rank, &window);
}

static double *
write_slopes (const MappeSlopes *self, guint64 pairs)
{
  double *slopes = g_new (double, pairs);
  gsize at = 0;

  for (gsize g = 0; g < self->n_groups; g++)
    for (gsize i = self->starts[g]; i < self->starts[g + 1]; i++)
      for (gsize j = i + 1; j < self->starts[g + 1]; j++)
        slopes[at++] = slope_of (self, i, j);
  return slopes;
}

/**
 * mappe_slopes_at_ranks:
 * @self: points with one pair at least
 * @ranks: (array length=n_ranks): places in the order of all slopes, from 1
 * @n_ranks: how many
 * @slopes: (out caller-allocates) (array length=n_ranks): the slopes at these places
 *
 * Up to four million slopes are written down and the wanted ones selected. Of more, each is looked for between two
 * bounds, with n log n steps a time, until a million are left: 100,000 points take about a second, and some
 * megabytes.
 */
void
mappe_slopes_at_ranks (const MappeSlopes *self, const guint64 *ranks, guint n_ranks, double *slopes)
{
  guint64 pairs = mappe_slopes_pairs (self);

  if (pairs <= MOST_WRITTEN)
    {
      g_autofree double *all = write_slopes (self, pairs);

      for (guint i = 0; i < n_ranks; i++)
        slopes[i] = mappe_order_nth (all, pairs, ranks[i] - 1);
    }
  else
    {
      gsize n = largest_group (self);
      Room room = { g_new (double, n), g_new (double, n) };
      g_autofree double *sample = g_new (double, SAMPLE);
      gsize drawn = draw_sample (self, sample);

      for (guint i = 0; i < n_ranks; i++)
        slopes[i] = search (self, ranks[i], sample, drawn, &room);
      g_free (room.values);
      g_free (room.spare);
    }
}
