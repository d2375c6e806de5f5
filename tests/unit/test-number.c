/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "mappe-error.h"
#include "mappe-number.h"

static void
test_decimal_parse (void)
{
  static const struct {
    const char *in;
    guint digits;
    gint64 out;
  } cases[] = {
    { "0", 2, 0 }, { "-0", 2, 0 }, { "1", 2, 100 }, { "1.5", 2, 150 }, { "1.50", 2, 150 },
    { "1.500", 2, 150 }, { "-1.05", 2, -105 }, { "-0.01", 2, -1 }, { "007", 0, 7 }, { "12", 0, 12 },
    { "12.000", 0, 12 }, { "0.000000000000000001", 18, 1 }, { "9223372036854775807", 0, G_MAXINT64 },
    { "-9223372036854775808", 0, G_MININT64 }, { "92233720368547758.07", 2, G_MAXINT64 },
    { "-92233720368547758.08", 2, G_MININT64 }, { "9.223372036854775807", 18, G_MAXINT64 },
    { "000000000000000000000000000001", 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 out = 42;

      g_assert_true (mappe_decimal_parse (cases[i].in, cases[i].digits, &out));
      g_assert_cmpint (out, ==, cases[i].out);
      g_assert_true (mappe_decimal_parse (cases[i].in, cases[i].digits, NULL));
    }
}

static void
test_decimal_parse_refuses (void)
{
  static const char *const bad[] = {
    "", "-", ".", "1.", ".5", "+1", "--1", " 1", "1 ", "1,5", "1.2.3", "1e3", "0x10", "a", "1a", "1.-5",
    "1.5x", "inf", "nan", "１", "1.555", "0.001", "92233720368547758.08", "-92233720368547758.09",
    "92233720368547759", "99999999999999999999999",
  };
  gint64 out = 42;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (mappe_decimal_parse (bad[i], 2, &out))
        g_error ("“%s” read as %" G_GINT64_FORMAT, bad[i], out);
      g_assert_cmpint (out, ==, 42);
    }
  g_assert_false (mappe_decimal_parse (NULL, 2, &out));
  g_assert_false (mappe_decimal_parse ("9223372036854775808", 0, &out));
  g_assert_false (mappe_decimal_parse ("-9223372036854775809", 0, &out));
  g_assert_false (mappe_decimal_parse ("10", 18, &out));
  g_assert_cmpint (out, ==, 42);
}

static void
test_decimal_canonical (void)
{
  static const struct {
    gint64 in;
    guint digits;
    const char *out;
  } cases[] = {
    { 0, 0, "0" },        { 0, 2, "0.00" },       { 5, 2, "0.05" },     { -5, 2, "-0.05" }, { 150, 2, "1.50" },
    { -150, 2, "-1.50" }, { 1234567, 0, "1234567" }, { 1, 18, "0.000000000000000001" },
    { G_MAXINT64, 0, "9223372036854775807" },     { G_MININT64, 0, "-9223372036854775808" },
    { G_MININT64, 2, "-92233720368547758.08" },   { G_MININT64, 18, "-9.223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = mappe_decimal_to_canonical (cases[i].in, cases[i].digits);
      gint64 back;

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_true (mappe_decimal_parse (out, cases[i].digits, &back));
      g_assert_cmpint (back, ==, cases[i].in);
    }
}

static gint64
random_int64 (void)
{
  gint64 value = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());

  return value >> g_test_rand_int_range (0, 63);
}

static void
test_decimal_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 value = random_int64 ();
      guint digits = (guint) g_test_rand_int_range (0, 19);
      g_autofree char *text = mappe_decimal_to_canonical (value, digits);
      gint64 back;

      g_assert_true (mappe_decimal_parse (text, digits, &back));
      g_assert_cmpint (back, ==, value);
    }
}

static void
test_real_parse (void)
{
  static const char *const bad[] = {
    "", "-", ".", "1.", ".5", " 1", "1 ", "+1", "0x1p3", "inf", "-inf", "nan", "1e", "1e+", "1e999", "-1e999",
    "1,5", "1.5.2", "abc", "1d",
  };
  double value = 42;

  g_assert_true (mappe_real_parse ("1.5", &value));
  g_assert_cmpfloat (value, ==, 1.5);
  g_assert_true (mappe_real_parse ("-2e-3", &value));
  g_assert_cmpfloat (value, ==, -0.002);
  g_assert_true (mappe_real_parse ("1E5", &value));
  g_assert_cmpfloat (value, ==, 100000);
  g_assert_true (mappe_real_parse ("1e-400", &value));
  g_assert_cmpfloat (value, ==, 0);
  value = 42;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mappe_real_parse (bad[i], &value));
  g_assert_false (mappe_real_parse (NULL, &value));
  g_assert_cmpfloat (value, ==, 42);
}

static void
test_real_canonical (void)
{
  static const struct {
    double in;
    const char *out;
  } cases[] = {
    { 0.0, "0" },    { -0.0, "0" },  { 0.1, "0.1" },     { 0.3, "0.3" },    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.5, "1.5" },  { -2, "-2" },   { 1e20, "1e+20" },  { 1e15, "1e+15" }, { 123456789, "123456789" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = mappe_real_to_canonical (cases[i].in);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
  g_assert_null (mappe_real_to_canonical (NAN));
  g_assert_null (mappe_real_to_canonical (INFINITY));
  g_assert_null (mappe_real_to_canonical (-INFINITY));
}

static void
test_real_round_trip (void)
{
  static const double edges[] = {
    5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1.0 / 3, -1e-5, 9007199254740993.0,
  };

  for (guint i = 0; i < 20000; i++)
    {
      gint64 bits = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());
      g_autofree char *text = NULL;
      double value, back;

      memcpy (&value, &bits, sizeof value);
      if (i < G_N_ELEMENTS (edges))
        value = edges[i];
      if (!isfinite (value))
        continue;
      text = mappe_real_to_canonical (value);
      g_assert_true (mappe_real_parse (text, &back));
      g_assert_true (back == value);
    }
}

static void
test_int_parse (void)
{
  static const char *const bad[] = { "", "-", "1.0", "1.", "1e3", " 1", "9223372036854775808", "abc", "+5" };
  gint64 value = 42;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mappe_int_parse (bad[i], &value));
  g_assert_false (mappe_int_parse (NULL, &value));
  g_assert_cmpint (value, ==, 42);
  g_assert_true (mappe_int_parse ("-9223372036854775808", &value));
  g_assert_cmpint (value, ==, G_MININT64);
  g_assert_true (mappe_int_parse ("12", &value));
  g_assert_cmpint (value, ==, 12);
}

static void
test_format (void)
{
  g_autofree char *money = mappe_decimal_format (-123456, 2);
  g_autofree char *count = mappe_int_format (1234567);
  g_autofree char *smallest = mappe_int_format (G_MININT64);
  g_autofree char *real = mappe_real_format (1234.5, 2);
  g_autofree char *shortest = mappe_real_format (0.1, -1);
  g_autofree char *no_minus = mappe_real_format (-0.001, 2);
  g_autofree char *huge = mappe_real_format (-1.7976931348623157e308, 18);
  g_autofree char *none = mappe_real_format (NAN, 2);
  g_autofree char *infinite = mappe_real_format (-INFINITY, 2);

  /* The C locale does not group. */
  g_assert_cmpstr (money, ==, "-1234.56");
  g_assert_cmpstr (count, ==, "1234567");
  g_assert_cmpstr (smallest, ==, "-9223372036854775808");
  g_assert_cmpstr (real, ==, "1234.50");
  g_assert_cmpstr (shortest, ==, "0.1");
  g_assert_cmpstr (no_minus, ==, "0.00");
  g_assert_cmpuint (strlen (huge), ==, 1 + 309 + 1 + 18);
  g_assert_cmpstr (none, ==, "–");
  g_assert_cmpstr (infinite, ==, "-∞");
}

static void
check_typed (const char *const cases[][2], gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *number = mappe_number_parse_typed (cases[i][0], &error);

      if (g_strcmp0 (number, cases[i][1]) != 0)
        g_error ("“%s”: %s instead of %s", cases[i][0], number, cases[i][1]);
      if (number == NULL)
        g_assert_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_NUMBER);
      else
        g_assert_true (mappe_real_parse (number, NULL));
    }
}

static void
test_typed (void)
{
  static const char *const cases[][2] = {
    { "0", "0" }, { "12", "12" }, { "1.234,5", "1234.5" }, { "1,234.5", "1234.5" }, { "1 234,5", "1234.5" },
    { "1\u00A0234,5", "1234.5" }, { "1\u202F234,5", "1234.5" }, { "1'234.50", "1234.50" },
    { "1\u2019234.50", "1234.50" }, { "1.234.567", "1234567" }, { "1,234,567", "1234567" },
    { "1.234.567,89", "1234567.89" }, { "1,234,567.89", "1234567.89" }, { "1,5", "1.5" }, { "1.5", "1.5" },
    { "1,50", "1.50" }, { "0,125", "0.125" }, { "0.125", "0.125" }, { "1234,567", "1234.567" },
    { "1234.567", "1234.567" }, { "1 234,567", "1234.567" }, { "1'234.567", "1234.567" }, { ",5", "0.5" },
    { ".5", "0.5" }, { "-3", "-3" }, { "\u22123", "-3" }, { "- 3", "-3" }, { "+3", "3" }, { "-0", "0" },
    { "-0,00", "0.00" }, { "007", "7" }, { " 42 ", "42" }, { "-,5", "-0.5" }, { "00,5", "0.5" }, { "", NULL },
    { "  ", NULL }, { "-", NULL }, { ".", NULL }, { "1.", NULL }, { "1,", NULL }, { "1.23.456", NULL },
    { "1.2345.678", NULL }, { "1.234,5,6", NULL }, { "1,2.3", NULL }, { "12 34", NULL }, { "1 234 56", NULL },
    { "1'234 567", NULL }, { "1234.567,8", NULL }, { "abc", NULL }, { "1a", NULL }, { "1e5", NULL },
    { "--1", NULL }, { "1-2", NULL }, { "1+", NULL }, { "5 €", NULL }, { "\xFF", NULL }, { "1..2", NULL },
    { ".123.456", NULL }, { "1  234", NULL }, { "'123", NULL },
    { "11111111111111111111111111111111111111111111111111111111111111111111111111", NULL },
  };

  check_typed (cases, G_N_ELEMENTS (cases));
}

/* One mark and three digits: the C locale's decimal mark is the point. */
static void
test_typed_ambiguous (void)
{
  static const char *const cases[][2] = {
    { "1.234", "1.234" }, { "1,234", "1234" }, { "123.456", "123.456" }, { "123,456", "123456" },
    { "-1,234", "-1234" },
  };

  check_typed (cases, G_N_ELEMENTS (cases));
}

/* Where the machine has a German locale, the same text means another number. */
static void
test_german (void)
{
  static const char *const cases[][2] = {
    { "1.234", "1234" }, { "1,234", "1.234" }, { "1.234,5", "1234.5" }, { "1,234.5", "1234.5" },
    { "12.5", "12.5" },
  };
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *money = NULL;
  g_autofree char *count = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *back = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale on this machine");
      return;
    }
  check_typed (cases, G_N_ELEMENTS (cases));
  money = mappe_decimal_format (-123456789, 2);
  count = mappe_int_format (123456);
  canonical = mappe_real_to_canonical (1234.5);
  back = mappe_number_parse_typed (money, NULL);
  setlocale (LC_NUMERIC, before);
  g_assert_cmpstr (money, ==, "-1.234.567,89");
  g_assert_cmpstr (count, ==, "123.456");
  g_assert_cmpstr (canonical, ==, "1234.5");
  g_assert_cmpstr (back, ==, "-1234567.89");
}

/* Numbers from elsewhere: what their writing shows of the decimal mark, whatever the locale is. */
static void
test_marks (void)
{
  static const struct { const char *typed; char mark; const char *by_point, *by_comma; } cases[] = {
    { "1.234,5", ',', "1234.5", "1234.5" },   { "1,234.5", '.', "1234.5", "1234.5" },
    { "1.234", '?', "1.234", "1234" },        { "1,234", '?', "1234", "1.234" },
    { "-1.234", '?', "-1.234", "-1234" },     { "12,5", ',', "12.5", "12.5" },
    { "0.125", '.', "0.125", "0.125" },       { "0,125", ',', "0.125", "0.125" },
    { "1234,567", ',', "1234.567", "1234.567" }, { "1.234.567", ',', "1234567", "1234567" },
    { "1,234,567", '.', "1234567", "1234567" },  { "1 234", '\0', "1234", "1234" },
    { "17", '\0', "17", "17" },               { "1.23.4", '\0', NULL, NULL },
    { "12.5 %", '\0', NULL, NULL },           { "inf", '\0', NULL, NULL },
    { "NaN", '\0', NULL, NULL },              { "1e5", '\0', NULL, NULL },
    { "", '\0', NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *by_point = mappe_number_parse_marked (cases[i].typed, '.', NULL);
      g_autofree char *by_comma = mappe_number_parse_marked (cases[i].typed, ',', NULL);

      g_assert_cmpint (mappe_number_mark (cases[i].typed), ==, cases[i].mark);
      g_assert_cmpstr (by_point, ==, cases[i].by_point);
      g_assert_cmpstr (by_comma, ==, cases[i].by_comma);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/decimal/parse", test_decimal_parse);
  g_test_add_func ("/number/decimal/refuses", test_decimal_parse_refuses);
  g_test_add_func ("/number/decimal/canonical", test_decimal_canonical);
  g_test_add_func ("/number/decimal/round-trip", test_decimal_round_trip);
  g_test_add_func ("/number/real/parse", test_real_parse);
  g_test_add_func ("/number/real/canonical", test_real_canonical);
  g_test_add_func ("/number/real/round-trip", test_real_round_trip);
  g_test_add_func ("/number/int/parse", test_int_parse);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/typed", test_typed);
  g_test_add_func ("/number/typed-ambiguous", test_typed_ambiguous);
  g_test_add_func ("/number/marks", test_marks);
  g_test_add_func ("/number/german", test_german);
  return g_test_run ();
}
