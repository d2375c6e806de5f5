/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-normal.h"
#include "mappe-special.h"

/* Distribution functions and their inverses against R 4.2, and against each other. */

#define CLOSE 1e-11

static void
assert_close (double got, double expected)
{
  if (!(fabs (got - expected) <= CLOSE * fabs (expected)))
    g_test_message ("got %.17g, expected %.17g", got, expected);
  g_assert_true (fabs (got - expected) <= CLOSE * fabs (expected));
}

static void
test_normal (void)
{
  static const double cases[][2] = {
    { 0.975, 1.959963984540054 },   { 1e-10, -6.361340902404056 }, { 0.3, -0.5244005127080407 },
    { 0.0242, -1.973839463313199 }, { 0.9999, 3.719016485455708 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_close (mappe_normal_quantile (cases[i][0]), cases[i][1]);
  g_assert_true (mappe_normal_quantile (0) == -INFINITY && mappe_normal_quantile (1) == INFINITY);
  g_assert_true (isnan (mappe_normal_quantile (1.5)) && isnan (mappe_normal_quantile (NAN)));
  assert_close (mappe_normal_two_sided (-1.959963984540054), 0.05);
  g_assert_true (mappe_normal_two_sided (0) == 1);
}

static void
test_student (void)
{
  static const double tails[][3] = {
    { 2.1, 7, 0.0738711962129226 },
    { 0.5, 1.5, 0.68056711066994 },
    { 40, 3, 3.438068078915854e-05 },
    { 1e-8, 30, 0.9999999920873563 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      assert_close (mappe_student_two_sided (tails[i][0], tails[i][1]), tails[i][2]);
      assert_close (mappe_student_two_sided (-tails[i][0], tails[i][1]), tails[i][2]);
    }
  assert_close (mappe_student_quantile (0.975, 17.776), 2.102821310380222);
  assert_close (mappe_student_quantile (0.995, 2), 9.924843200918289);
  assert_close (mappe_student_quantile (0.1, 1e6), -1.281552412129939);
  g_assert_true (mappe_student_quantile (0.5, 4) == 0);
  g_assert_true (isnan (mappe_student_quantile (0.9, 0)) && isnan (mappe_student_two_sided (1, -1)));
}

/* x, a, lower, upper */
static void
test_gamma (void)
{
  static const double cases[][4] = {
    { 0.5, 2.5, 0.03743422675270363, 0.9625657732472964 },
    { 3, 3, 0.5768099188731566, 0.4231900811268435 },
    { 50, 60, 0.09226505195893313, 0.9077349480410669 },
    { 120, 100, 0.9721362601094794, 0.02786373989052065 },
    { 1e6, 1000500, 0.3086695481000024, 0.6913304518999975 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_close (mappe_gamma_lower (cases[i][1], cases[i][0]), cases[i][2]);
      assert_close (mappe_gamma_upper (cases[i][1], cases[i][0]), cases[i][3]);
    }
  assert_close (mappe_gamma_quantile (0.025, 1), 0.02531780798428988);
  assert_close (mappe_gamma_quantile (0.975, 1001), 1063.952136016302);
  assert_close (mappe_gamma_quantile (1e-6, 5), 0.1690630016214772);
  g_assert_true (mappe_gamma_lower (2, 0) == 0 && mappe_gamma_upper (2, INFINITY) == 0);
  g_assert_true (isnan (mappe_gamma_lower (-1, 2)) && isnan (mappe_gamma_quantile (0.5, 0)));
}

/* The expansion for very large shapes meets the sums where it takes over, and Wilson and Hilferty's cube beyond.
 */
static void
test_large_gamma (void)
{
  static const double z[] = { -4, -1, 0, 0.5, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (z); i++)
    {
      double below = 0.99999999e8, above = 1.00000001e8;
      double one = mappe_gamma_lower (below, below + z[i] * sqrt (below));
      double other = mappe_gamma_lower (above, above + z[i] * sqrt (above));

      g_assert_cmpfloat_with_epsilon (one, other, 1e-9 * MIN (one, 1 - one));
    }
  /* Neighbouring doubles lie 1e-10 standard deviations apart here. */
  g_assert_cmpfloat_with_epsilon (mappe_gamma_lower (1e12, mappe_gamma_quantile (0.025, 1e12)), 0.025, 1e-10);
}

/* x, a, b, lower */
static void
test_beta (void)
{
  static const double cases[][4] = {
    { 0.1, 0.5, 0.5, 0.2048327646991334 },  { 0.5, 3, 7, 0.91015625 },
    { 0.93, 40, 5, 0.8075841964708421 },    { 0.2, 2000, 8000, 0.5019947438067552 },
    { 0.001, 1, 1000, 0.6323045752290359 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = cases[i][0], a = cases[i][1], b = cases[i][2];

      assert_close (mappe_beta_lower (x, 1 - x, a, b), cases[i][3]);
      assert_close (mappe_beta_lower (1 - x, x, b, a), 1 - cases[i][3]);
      assert_close (mappe_beta_quantile (cases[i][3], a, b), x);
    }
  assert_close (mappe_beta_quantile (0.025, 81, 183), 0.2527367455852711);
  assert_close (mappe_beta_quantile (0.975, 3, 40), 0.161641959691654);
  assert_close (mappe_beta_quantile (0.5, 1e5, 2e5), 0.3333329629625057);
  g_assert_true (mappe_beta_quantile (0, 2, 2) == 0 && mappe_beta_quantile (1, 2, 2) == 1);
}

static void
test_counts (void)
{
  assert_close (mappe_poisson_mass (0, 2), 0.1353352832366127);
  assert_close (mappe_poisson_mass (3, 2.5), 0.2137630172497365);
  assert_close (mappe_poisson_mass (1000, 1010), 0.01200336018639546);
  assert_close (mappe_poisson_mass (1e6, 1e6), 0.000398942247156244);
  assert_close (mappe_binomial_mass (0, 10, 0.3), 0.02824752489999998);
  assert_close (mappe_binomial_mass (3, 10, 0.9), 8.747999999999988e-06);
  assert_close (mappe_binomial_mass (500, 1000, 0.49), 0.0206516718258211);
  assert_close (mappe_binomial_mass (123456, 1e6, 0.1234), 0.001195287459548698);
  assert_close (mappe_binomial_lower (2, 10, 0.3), 0.3827827863999997);
  assert_close (mappe_binomial_lower (499, 1000, 0.49), 0.7260985557305039);
  assert_close (mappe_binomial_lower (123456, 1e6, 0.1234), 0.5683430736580631);
  g_assert_true (mappe_binomial_lower (-1, 10, 0.3) == 0 && mappe_binomial_lower (10, 10, 0.3) == 1);
  assert_close (mappe_chi_square_upper (0.1, 1), 0.7518296340458493);
  assert_close (mappe_chi_square_upper (300, 200), 5.924540335483916e-06);
  assert_close (mappe_chi_square_upper (80, 3), 3.069277486172418e-17);
}

static double
parabola (double x, gconstpointer data)
{
  return x * x - *(const double *) data;
}

static void
test_root (void)
{
  static const double squares[] = { 2, 1e-20, 4, 1e12, 0.25 };

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    assert_close (mappe_root (parabola, &squares[i], 0, 1e7), sqrt (squares[i]));
  /* No change of sign: the better end. */
  g_assert_true (mappe_root (parabola, &squares[0], 3, 5) == 3);
}

/* Each inverse undoes its function, over all sizes. */
static void
test_inverses (void)
{
  static const double p[] = { 1e-9, 0.0005, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999 };
  static const double shapes[] = { 0.5, 1, 2.5, 17, 300, 1e4, 1e6 };

  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shapes); j++)
      {
        double x = mappe_gamma_quantile (p[i], shapes[j]);
        double y = mappe_beta_quantile (p[i], shapes[j], 40);

        g_assert_cmpfloat_with_epsilon (mappe_gamma_lower (shapes[j], x), p[i], 1e-9 * p[i]);
        g_assert_cmpfloat_with_epsilon (
            mappe_gamma_upper (shapes[j], mappe_gamma_upper_quantile (p[i], shapes[j])), p[i], 1e-9 * p[i]);
        g_assert_cmpfloat_with_epsilon (mappe_beta_lower (y, 1 - y, shapes[j], 40), p[i], 1e-8 * p[i]);
        g_assert_cmpfloat_with_epsilon (
            mappe_student_two_sided (mappe_student_quantile (p[i], shapes[j]), shapes[j]),
            2 * MIN (p[i], 1 - p[i]), 1e-9 * p[i]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats-special/normal", test_normal);
  g_test_add_func ("/stats-special/student", test_student);
  g_test_add_func ("/stats-special/gamma", test_gamma);
  g_test_add_func ("/stats-special/large-gamma", test_large_gamma);
  g_test_add_func ("/stats-special/beta", test_beta);
  g_test_add_func ("/stats-special/counts", test_counts);
  g_test_add_func ("/stats-special/root", test_root);
  g_test_add_func ("/stats-special/inverses", test_inverses);
  return g_test_run ();
}
