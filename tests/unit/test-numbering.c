/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-numbering.h"

static void
test_parse (void)
{
  static const struct { const char *text, *prefix; int year; guint serial; } cases[] = {
    { "KPR 2026/08", "KPR", 2026, 8 },
    { "KPR 2026/8", "KPR", 2026, 8 },
    { "2026/08", "", 2026, 8 },
    { "AG4 2026/01", "AG4", 2026, 1 },
    { "AG Öffentlicher Raum 2026/123", "AG Öffentlicher Raum", 2026, 123 },
    { "  KPR  2026/9999", "KPR", 2026, 9999 },
    { "KPR/B 2026/08", "KPR/B", 2026, 8 },
    { "KPR 2026/0008", "KPR", 2026, 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MappeDecisionNumber) number = { 0 };

      g_assert_true (mappe_decision_number_parse (cases[i].text, &number));
      g_assert_cmpstr (number.prefix, ==, cases[i].prefix);
      g_assert_cmpint (number.year, ==, cases[i].year);
      g_assert_cmpuint (number.serial, ==, cases[i].serial);
    }
}

static void
test_no_number (void)
{
  static const char *const wrong[] = { "", "/", "KPR", "KPR 2026", "KPR 2026/", "KPR 2026/0", "KPR 2026/000",
                                       "KPR 2026/8a", "KPR 2026/-8", "KPR 2026/ 8", "KPR 2026/8 ", "KPR2026/08",
                                       "KPR-2026/08", "26/08", "KPR 26/08", "KPR 12026/08", "KPR 2026/10000",
                                       "KPR 2026-08", "KPR 2O26/08" };
  MappeDecisionNumber none;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      MappeDecisionNumber number;

      g_assert_false (mappe_decision_number_parse (wrong[i], &number));
      g_assert_null (number.prefix);
      g_assert_cmpuint (number.serial, ==, 0);
    }
  g_assert_false (mappe_decision_number_parse (NULL, &none));
}

static void
test_format (void)
{
  static const struct { const char *prefix; int year; guint serial; const char *text; } cases[] = {
    { "KPR", 2026, 8, "KPR 2026/08" }, { "KPR", 2026, 10, "KPR 2026/10" }, { "KPR", 2026, 100, "KPR 2026/100" },
    { "", 2026, 1, "2026/01" }, { NULL, 2026, 1, "2026/01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mappe_decision_number_format (cases[i].prefix, cases[i].year, cases[i].serial);
      g_auto (MappeDecisionNumber) number = { 0 };

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (mappe_decision_number_parse (text, &number));
      g_assert_cmpuint (number.serial, ==, cases[i].serial);
    }
}

static void
check_next (const char *prefix, int year, const char *const *taken, const char *expected)
{
  g_autofree char *next = mappe_decision_number_next (prefix, year, taken);

  g_assert_cmpstr (next, ==, expected);
}

/* Each body and each year for itself. */
static void
test_next (void)
{
  static const char *const taken[] = { "KPR 2026/08", "KPR 2025/10", "LG 2026/02", "KPR 2026/7", "AG4 2026/01",
                                       "2026/03", "by word of mouth", "KPR 2026/05", NULL };
  static const char *const full[] = { "KPR 2026/99", NULL };

  check_next ("KPR", 2026, taken, "KPR 2026/09");
  check_next ("KPR", 2025, taken, "KPR 2025/11");
  check_next ("KPR", 2027, taken, "KPR 2027/01");
  check_next ("LG", 2026, taken, "LG 2026/03");
  check_next ("AG5", 2026, taken, "AG5 2026/01");
  check_next ("kpr", 2026, taken, "kpr 2026/01");
  check_next ("", 2026, taken, "2026/04");
  check_next (NULL, 2026, taken, "2026/04");
  check_next ("KPR", 2026, NULL, "KPR 2026/01");
  check_next ("KPR", 2026, full, "KPR 2026/100");
}

static void
check_gaps (const char *const *taken, const char *expected)
{
  g_autoptr (GPtrArray) gaps = mappe_decision_number_gaps (taken);
  g_autofree char *joined = NULL;

  g_ptr_array_add (gaps, NULL);
  joined = g_strjoinv (", ", (char **) gaps->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_gaps (void)
{
  static const char *const none[] = { "KPR 2026/02", "KPR 2026/01", "KPR 2026/03", NULL };
  static const char *const middle[] = { "KPR 2026/09", "KPR 2026/06", "KPR 2026/08", NULL };
  static const char *const years[] = { "KPR 2025/10", "KPR 2026/03", "KPR 2025/07", "KPR 2026/01", NULL };
  static const char *const bodies[] = { "KPR 2026/01", "LG 2026/05", "KPR 2026/02", "LG 2026/07", NULL };
  static const char *const twice[] = { "KPR 2026/01", "KPR 2026/1", "KPR 2026/03", "KPR 2026/03", NULL };
  static const char *const words[] = { "KPR 2026/01", "without number", "KPR 2026/03", NULL };
  static const char *const next_year[] = { "KPR 2025/07", "KPR 2026/02", NULL };
  static const char *const hundred[] = { "KPR 2026/98", "KPR 2026/101", NULL };

  check_gaps (NULL, "");
  check_gaps (none, "");
  check_gaps (middle, "KPR 2026/07");
  check_gaps (years, "KPR 2025/08, KPR 2025/09, KPR 2026/02");
  check_gaps (bodies, "LG 2026/06");
  check_gaps (twice, "KPR 2026/02");
  check_gaps (words, "KPR 2026/02");
  check_gaps (next_year, "KPR 2026/01");
  check_gaps (hundred, "KPR 2026/99, KPR 2026/100");
}

static void
check_agenda (const guint *depths, guint n, const char *expected)
{
  g_autofree MappeAgendaPlace *places = g_new0 (MappeAgendaPlace, MAX (n, 1));
  g_auto (GStrv) numbers = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    places[i].depth = depths[i];
  numbers = mappe_agenda_numbers (places, n);
  g_assert_cmpuint (g_strv_length (numbers), ==, n);
  joined = g_strjoinv (" ", numbers);
  g_assert_cmpstr (joined, ==, expected);
}

#define CHECK_AGENDA(expected, ...) \
  check_agenda ((const guint[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const guint[]) { __VA_ARGS__ })), expected)

static void
test_agenda (void)
{
  check_agenda (NULL, 0, "");
  CHECK_AGENDA ("1", 0);
  CHECK_AGENDA ("1 2 3", 0, 0, 0);
  CHECK_AGENDA ("1 2 2.1 2.2 3", 0, 0, 1, 1, 0);
  CHECK_AGENDA ("1 1.1 1.1.1 1.1.2 1.2 2 2.1", 0, 1, 2, 2, 1, 0, 1);
  CHECK_AGENDA ("1 1.1 1.1.1 2 2.1 2.1.1", 0, 1, 2, 0, 1, 2);  /* counts begin anew */
  CHECK_AGENDA ("1 2 3 4 5 6 7 8 9 10 10.1", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}

/* No level is left out. */
static void
test_agenda_jumps (void)
{
  CHECK_AGENDA ("1 2", 3, 0);
  CHECK_AGENDA ("1 1.1 1.1.1", 5, 5, 5);
  CHECK_AGENDA ("1 1.1 1.1.1", 0, 2, 2);
  CHECK_AGENDA ("1 1.1 2 2.1", 0, 7, 0, G_MAXUINT);
  CHECK_AGENDA ("1 1.1 1.1.1 1.2 1.2.1", 0, 1, 2, 1, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/parse", test_parse);
  g_test_add_func ("/numbering/no-number", test_no_number);
  g_test_add_func ("/numbering/format", test_format);
  g_test_add_func ("/numbering/next", test_next);
  g_test_add_func ("/numbering/gaps", test_gaps);
  g_test_add_func ("/numbering/agenda", test_agenda);
  g_test_add_func ("/numbering/agenda-jumps", test_agenda_jumps);
  return g_test_run ();
}
