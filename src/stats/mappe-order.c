/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-order.h"

#include <math.h>
#include <stdlib.h>

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/** mappe_order_sort: sorts @values, none of them NAN, the lowest first */
void
mappe_order_sort (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_values);
}

static void
swap (double *one, double *other)
{
  double kept = *one;

  *one = *other;
  *other = kept;
}

/* The middle of three, as a pivot that sorted values do not spoil. */
static double
middle_of (double a, double b, double c)
{
  return a < b ? MAX (a, MIN (b, c)) : MAX (b, MIN (a, c));
}

/**
 * mappe_order_nth:
 * @values: (array length=n): none of them NAN; they are put into another order
 * @n: more than @nth
 * @nth: from 0
 *
 * Hoare's selection, in time proportional to @n.
 *
 * Returns: the value that would stand at place @nth if they were sorted
 */
double
mappe_order_nth (double *values, gsize n, gsize nth)
{
  gsize lo = 0, hi = n - 1;

  while (lo < hi)
    {
      double pivot = middle_of (values[lo], values[lo + (hi - lo) / 2], values[hi]);
      gsize below = lo, at = lo, above = hi + 1;

      /* Three parts: equal values, of which counts have many, cost nothing more. */
      while (at < above)
        {
          if (values[at] < pivot)
            swap (&values[below++], &values[at++]);
          else if (values[at] > pivot)
            swap (&values[--above], &values[at]);
          else
            at++;
        }
      if (nth < below)
        hi = below - 1;
      else if (nth >= above)
        lo = above;
      else
        return pivot;
    }
  return values[lo];
}

/** mappe_order_median: Returns: the median of @values, which are put into another order; NAN of none */
double
mappe_order_median (double *values, gsize n)
{
  double low;

  if (n == 0)
    return NAN;
  low = mappe_order_nth (values, n, (n - 1) / 2);
  return n % 2 == 1 ? low : (low + mappe_order_nth (values, n, n / 2)) / 2;
}

/** mappe_order_tie_sum: Returns: the sum of @of_size over the sizes of the runs of equal values in @sorted */
double
mappe_order_tie_sum (const double *sorted, gsize n, double (*of_size) (double size))
{
  double sum = 0;

  for (gsize from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && sorted[to] == sorted[from];)
        to++;
      sum += of_size ((double) (to - from));
    }
  return sum;
}
