/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-markup.h"
#include "mappe-node.h"

/* Sanitizers and valgrind ask for less of what takes long. */
static guint
effort (guint full)
{
  return g_getenv ("MAPPE_TEST_ROWS") != NULL ? full / 16 : full;
}

/* The lines in short: P, - or 1 for the block, runs as [flags:text]. */
static char *
describe (const char *markup)
{
  g_autoptr (GPtrArray) lines = mappe_markup_parse (markup);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MappeMarkupLine *line = g_ptr_array_index (lines, i);

      g_string_append_c (out, "P-1"[line->block]);
      for (guint j = 0; j < line->runs->len; j++)
        {
          const MappeMarkupRun *run = g_ptr_array_index (line->runs, j);

          g_string_append_printf (out, "[%s%s:%s]", (run->flags & MAPPE_TEXT_BOLD) != 0 ? "b" : "",
                                  (run->flags & MAPPE_TEXT_ITALIC) != 0 ? "i" : "", run->text);
        }
    }
  return g_string_free (out, FALSE);
}

static char *
normal (const char *markup)
{
  g_autoptr (GPtrArray) lines = mappe_markup_parse (markup);

  return mappe_markup_format (lines);
}

static void
assert_parsed (const char *markup, const char *lines)
{
  g_autofree char *found = describe (markup);

  g_assert_cmpstr (found, ==, lines);
}

/* What is said stays the same through the normal form, and the normal form stays as it is. */
static void
assert_stable (const char *markup)
{
  g_autofree char *once = normal (markup);
  g_autofree char *twice = normal (once);
  g_autofree char *lines = describe (markup);
  g_autofree char *lines_once = describe (once);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (twice, ==, once);
  g_assert_cmpstr (lines_once, ==, lines);
}

static void
assert_normal (const char *markup, const char *wanted)
{
  g_autofree char *found = normal (markup);

  g_assert_cmpstr (found, ==, wanted);
  assert_stable (markup);
}

static void
test_lines (void)
{
  assert_parsed (NULL, "");
  assert_parsed (" \n\n", "");
  assert_parsed ("a\nb\n\nc", "P[:a\nb]P[:c]");
  assert_parsed ("a\r\n\r\nb", "P[:a]P[:b]");
  assert_parsed ("- a\n- b\nmore\n\nc", "-[:a]-[:b\nmore]P[:c]");
  assert_parsed ("text\n1. a\n2. b\n\n3. c", "P[:text]1[:a]1[:b]1[:c]");
  assert_parsed ("-a\n1.b\n12", "P[:-a\n1.b\n12]");
}

/* "never changed in meaning": a date at the start of a line is no item. */
static void
test_numbers (void)
{
  assert_parsed ("3. Oktober\n4. Oktober", "P[:3. Oktober\n4. Oktober]");
  assert_parsed ("1. a\n3. b", "1[:a\n3. b]");
  assert_parsed ("1. a\n\n1. b", "1[:a]P[:1. b]");
  assert_normal ("1. a\n\n1. b", "1. a\n\n1. b");
  assert_normal ("1. a\n\n2\\. b", "1. a\n\n2\\. b");
  assert_normal ("x\n1\\. y", "x\n1\\. y");
}

static void
test_runs (void)
{
  assert_parsed ("a **b** *c* ***d***", "P[:a ][b:b][: ][i:c][: ][bi:d]");
  assert_parsed ("**a *b* c**", "P[b:a ][bi:b][b: c]");
  assert_parsed ("**a***b*", "P[b:a][i:b]");
  assert_parsed ("**a *b** c*", "P[b:a ][bi:b][i: c]");
  assert_parsed ("- **a\nb**", "-[b:a\nb]");
}

static void
test_literal (void)
{
  assert_parsed ("2 * 3 = 6 * 1", "P[:2 * 3 = 6 * 1]");
  assert_parsed ("a* b **c", "P[:a* b **c]");
  assert_parsed ("****", "P[:****]");
  assert_parsed ("**a\n\nb**", "P[:**a]P[:b**]");
  assert_parsed ("\\*a\\* \\\\ C:\\Daten \\", "P[:*a* \\ C:\\Daten \\]");
  assert_parsed ("\\- a", "P[:- a]");
}

static void
test_normal (void)
{
  assert_normal ("  a  \n b\n\n\n\nc", "a\nb\n\nc");
  assert_normal ("a\n- b\n\n- c\n1. d", "a\n\n- b\n- c\n\n1. d");
  assert_normal ("a * b", "a \\* b");
  assert_normal ("\\- a", "\\- a");
  assert_normal ("*a **b** c*", "*a **b** c*");
  assert_normal ("x\xff\x01y", "x\xEF\xBF\xBDy");
}

/* Lines that no text was parsed from: an editor makes them from what is marked. */
static void
test_format (void)
{
  g_autoptr (GPtrArray) lines = mappe_markup_lines_new ();
  MappeMarkupLine *line = mappe_markup_lines_add (lines, MAPPE_MARKUP_PARAGRAPH);
  g_autofree char *markup = NULL;

  mappe_markup_line_add_run (line, 0, " a", 2);
  mappe_markup_line_add_run (line, MAPPE_TEXT_BOLD, " b ", 3);
  mappe_markup_line_add_run (line, MAPPE_TEXT_ITALIC, " ", 1);
  mappe_markup_line_add_run (line, MAPPE_TEXT_BOLD | MAPPE_TEXT_ITALIC, "c \n\n d", 6);
  mappe_markup_lines_add (lines, MAPPE_MARKUP_BULLET);
  line = mappe_markup_lines_add (lines, MAPPE_MARKUP_NUMBERED);
  mappe_markup_line_add_run (line, 0, "1. x", 4);
  markup = mappe_markup_format (lines);
  g_assert_cmpstr (markup, ==, "a **b**  ***c\nd***\n\n1. 1. x");
  assert_stable (markup);
}

/* Pieces that mean something, in any order. */
static void
test_random (void)
{
  static const char *const pieces[] = { "*", "**", "***", "\\", "-", "- ", "1. ", "2. ", "1\\. ", " ", "\n", "\n\n",
                                        "a", "ß", "\t", "\r", "\xff", "\xe2\x82", "\xc2\xa0", "e\xcc\x81", "\x01",
                                        "." };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261027);

  for (guint round = 0; round < effort (12000); round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (random, 0, 24);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_stable (text->str);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < effort (3000); round++)
    {
      char bytes[81] = { 0 };

      for (guint i = 0; i < 80; i++)
        bytes[i] = (char) g_rand_int_range (random, 1, 256);
      assert_stable (bytes);
    }
}

/* A mebibyte of what could take a time that grows with its square. The limit of time is that of the test. */
static void
test_large (void)
{
  static const char *const pieces[] = { "*a ", "**", "\n", "- x\n", "\\", "a* *", "1. ", "*", "a\n\n", " " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_autofree char *once = NULL, *twice = NULL;

      while (text->len < effort (1024 * 1024))
        g_string_append (text, pieces[i]);
      once = normal (text->str);
      twice = normal (once);
      g_assert_true (g_str_equal (once, twice));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/lines", test_lines);
  g_test_add_func ("/markup/numbers", test_numbers);
  g_test_add_func ("/markup/runs", test_runs);
  g_test_add_func ("/markup/literal", test_literal);
  g_test_add_func ("/markup/normal", test_normal);
  g_test_add_func ("/markup/format", test_format);
  g_test_add_func ("/markup/random", test_random);
  g_test_add_func ("/markup/bytes", test_bytes);
  g_test_add_func ("/markup/large", test_large);
  return g_test_run ();
}
