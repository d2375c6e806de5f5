/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "chart-samples.h"

static void
assert_text (char *text, const char *wanted)
{
  g_assert_cmpstr (text, ==, wanted);
  g_free (text);
}

static void
test_numbers (void)
{
  const MappeLanguage *german = mappe_language_get ("de"), *english = mappe_language_get ("en");

  assert_text (mappe_chart_number_text (1234.5, 1, german), "1.234,5");
  assert_text (mappe_chart_number_text (1234.5, 1, english), "1,234.5");
  assert_text (mappe_chart_number_text (-0.04, 1, german), "0,0");
  assert_text (mappe_chart_number_text (-1234567.891, 2, german), "−1.234.567,89");
  assert_text (mappe_chart_number_text (999, 0, german), "999");
  assert_text (mappe_chart_number_text (1000, 0, english), "1,000");
  assert_text (mappe_chart_number_text (0, 0, german), "0");
  assert_text (mappe_chart_number_text (NAN, 2, german), "–");
  assert_text (mappe_chart_number_text (INFINITY, 2, german), "∞");
  assert_text (mappe_chart_number_text (-INFINITY, 2, english), "−∞");
  assert_text (mappe_chart_round_text (0.25, german), "0,25");
  assert_text (mappe_chart_round_text (2, german), "2");
  assert_text (mappe_chart_round_text (1 / 3.0, english), "0.333");
  assert_text (mappe_chart_range_text (0.65, 0.83, 2, german), "0,65 bis 0,83");
  assert_text (mappe_chart_range_text (-3, 12, 0, english), "−3 to 12");
  assert_text (mappe_chart_number_text (1.25e300, 12, german), "1,25e+300");
  assert_text (mappe_chart_number_text (-999999999999999, 0, english), "−999,999,999,999,999");
}

static void
test_periods (void)
{
  const MappeLanguage *german = mappe_language_get ("de"), *english = mappe_language_get ("en");
  double march = mappe_chart_month (2026, 3);

  assert_text (mappe_chart_period_text (march, 1, german), "März 2026");
  assert_text (mappe_chart_period_text (march + 0.5, 1, english), "March 2026");
  assert_text (mappe_chart_period_text (march, 3, german), "Q1 2026");
  assert_text (mappe_chart_period_text (mappe_chart_month (2026, 12), 3, english), "Q4 2026");
  assert_text (mappe_chart_period_text (march, 6, german), "1. Halbjahr 2026");
  assert_text (mappe_chart_period_text (mappe_chart_month (2025, 7), 6, english), "2nd half of 2025");
  assert_text (mappe_chart_period_text (march, 12, german), "2026");
  assert_text (mappe_chart_period_text (mappe_chart_month (1899, 12) + 0.99, 1, english), "December 1899");
  assert_text (mappe_chart_period_text (NAN, 1, german), "–");
  assert_text (mappe_chart_period_text (1e18, 1, german), "–");
  g_assert_cmpstr (mappe_chart_month_name (2, german), ==, "Mär");
  g_assert_cmpstr (mappe_chart_month_name (9, english), ==, "Oct");
}

/* The process may speak another language than the chart. */
static void
test_any_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "en_US.UTF-8", "C.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_ALL, locales[i]) != NULL)
      {
        test_numbers ();
        test_periods ();
      }
  setlocale (LC_ALL, "C.UTF-8");
}

/* --- colours --- */

static void
test_contrast (void)
{
  const MappeChartColor black = { 0, 0, 0 }, white = { 1, 1, 1 }, grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (mappe_chart_color_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (mappe_chart_color_contrast (&white, &white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mappe_chart_color_contrast (&grey, &white), 4.478, 1e-3);
}

/* WCAG 2.1: text 4.5, in high contrast 7; lines and marks 3. */
static void
test_themes_are_readable (void)
{
  for (guint theme = 0; theme < MAPPE_CHART_N_THEMES; theme++)
    {
      const MappeChartPaint *paint = mappe_chart_theme_get_paint (theme);
      gboolean high = theme == MAPPE_CHART_THEME_CONTRAST || theme == MAPPE_CHART_THEME_CONTRAST_DARK;

      g_assert_cmpfloat (mappe_chart_color_contrast (&paint->text, &paint->paper), >=, 7);
      g_assert_cmpfloat (mappe_chart_color_contrast (&paint->dim, &paint->paper), >=, high ? 7 : 4.5);
      g_assert_cmpfloat (mappe_chart_color_contrast (&paint->axis, &paint->paper), >=, 3);
      for (guint role = 0; role <= MAPPE_CHART_ROLE_POOLED; role++)
        {
          MappeChartLook look = mappe_chart_theme_get_look (theme, role);

          g_assert_cmpfloat (mappe_chart_color_contrast (&look.color, &paint->paper), >=, 3);
        }
    }
}

static gboolean
same_dash (const double *one, const double *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  for (; *one > 0 && *one == *other; one++)
    other++;
  return *one == *other;
}

/* Without colours the five series still differ, by marker and by dash. */
static void
test_series_differ_in_grey (void)
{
  for (guint a = 0; a <= MAPPE_CHART_ROLE_FIFTH; a++)
    for (guint b = a + 1; b <= MAPPE_CHART_ROLE_FIFTH; b++)
      {
        MappeChartLook one = mappe_chart_theme_get_look (MAPPE_CHART_THEME_PRINT, a);
        MappeChartLook other = mappe_chart_theme_get_look (MAPPE_CHART_THEME_PRINT, b);

        g_assert_cmpint (one.marker, !=, other.marker);
        g_assert_false (same_dash (one.dash, other.dash));
      }
}

static void
test_theme_names (void)
{
  MappeChartTheme theme = MAPPE_CHART_THEME_LIGHT;

  g_assert_true (mappe_chart_theme_from_name ("contrast-dark", &theme));
  g_assert_cmpint (theme, ==, MAPPE_CHART_THEME_CONTRAST_DARK);
  g_assert_false (mappe_chart_theme_from_name ("pink", &theme));
  g_assert_false (mappe_chart_theme_from_name (NULL, &theme));
  g_assert_cmpint (theme, ==, MAPPE_CHART_THEME_CONTRAST_DARK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chart_samples_init ();
  g_test_add_func ("/chart/text/numbers", test_numbers);
  g_test_add_func ("/chart/text/periods", test_periods);
  g_test_add_func ("/chart/text/any-locale", test_any_locale);
  g_test_add_func ("/chart/theme/contrast", test_contrast);
  g_test_add_func ("/chart/theme/readable", test_themes_are_readable);
  g_test_add_func ("/chart/theme/differ-in-grey", test_series_differ_in_grey);
  g_test_add_func ("/chart/theme/names", test_theme_names);
  return g_test_run ();
}
