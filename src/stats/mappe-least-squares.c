/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-least-squares.h"

#include <math.h>

/* A column that keeps less than this of its length beside those before it says nothing new. */
#define DEPENDENT 1e-10

static double
norm_of (const double *values, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i] * values[i];
  return sqrt (sum);
}

/* Mirrors @values at the plane of @normal. */
static void
reflect (const double *normal, double length, double *values, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += normal[i] * values[i];
  sum *= 2 / length;
  for (gsize i = 0; i < n; i++)
    values[i] -= sum * normal[i];
}

/* Turns column @j into the normal of the plane that leaves it one value, which is returned; the columns behind it
 * and @y go along. */
static double
eliminate (double *x, double *y, gsize n, gsize k, gsize j)
{
  double *column = x + j * n + j;
  double norm = norm_of (column, n - j);
  double diagonal = column[0] > 0 ? -norm : norm;
  double length;

  column[0] -= diagonal;
  length = norm_of (column, n - j);
  length *= length;
  for (gsize other = j + 1; length > 0 && other < k; other++)
    reflect (column, length, x + other * n + j, n - j);
  if (length > 0)
    reflect (column, length, y + j, n - j);
  return diagonal;
}

/* The inverse of the upper triangle, in place of @inverse, then times its transpose: (X'X)^-1. */
static void
invert (const double *triangle, double *inverse, gsize k)
{
  g_autofree double *upper = g_new0 (double, k *k);

  for (gsize column = 0; column < k; column++)
    for (gsize row = column + 1; row-- > 0;)
      {
        double sum = row == column ? 1 : 0;

        for (gsize i = row + 1; i <= column; i++)
          sum -= triangle[row * k + i] * upper[i * k + column];
        upper[row * k + column] = sum / triangle[row * k + row];
      }
  for (gsize row = 0; row < k; row++)
    for (gsize column = 0; column < k; column++)
      {
        double sum = 0;

        for (gsize i = MAX (row, column); i < k; i++)
          sum += upper[row * k + i] * upper[column * k + i];
        inverse[row * k + column] = sum;
      }
}

/**
 * mappe_least_squares:
 * @x: (array): @k columns of @n values, one after the other; overwritten
 * @y: (array length=n): what is to be explained; overwritten
 * @n: rows, at least @k
 * @k: columns
 * @coefficients: (out caller-allocates) (array length=k): of the columns
 * @inverse: (out caller-allocates): (X'X)^-1, @k × @k, by rows
 *
 * Least squares by Householder reflections, which keep the digits that normal equations lose.
 *
 * Returns: %FALSE if a column depends on those before it
 */
gboolean
mappe_least_squares (double *x, double *y, gsize n, gsize k, double *coefficients, double *inverse)
{
  g_autofree double *triangle = g_new0 (double, k *k);

  if (n < k)
    return FALSE;
  for (gsize j = 0; j < k; j++)
    {
      double whole = norm_of (x + j * n, n);

      for (gsize i = 0; i < j; i++)
        triangle[i * k + j] = x[j * n + i];
      triangle[j * k + j] = eliminate (x, y, n, k, j);
      if (!(fabs (triangle[j * k + j]) > DEPENDENT * whole))
        return FALSE;
    }
  for (gsize row = k; row-- > 0;)
    {
      double sum = y[row];

      for (gsize i = row + 1; i < k; i++)
        sum -= triangle[row * k + i] * coefficients[i];
      coefficients[row] = sum / triangle[row * k + row];
    }
  invert (triangle, inverse, k);
  return TRUE;
}
