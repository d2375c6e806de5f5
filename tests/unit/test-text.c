/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "mappe-text.h"

typedef struct {
  const char *in;
  const char *out;
} Pair;

static void
test_fold (void)
{
  static const Pair cases[] = {
    { "", "" },
    { NULL, "" },
    { "Müller", "muller" },
    { "Mueller", "muller" },
    { "Muller", "muller" },
    { "MUELLER", "muller" },
    { "MÜLLER", "muller" },
    { "Mu\u0308ller", "muller" },
    { "Äpfel", "apfel" },
    { "Aepfel", "apfel" },
    { "Goethe", "gothe" },
    { "Göthe", "gothe" },
    { "Straße", "strasse" },
    { "STRASSE", "strasse" },
    { "STRA\u1E9EE", "strasse" },
    { "Søren Ærø", "soren aro" },
    { "Œuvre", "ouvre" },
    { "Ångström", "angstrom" },
    { "A\u030Angstro\u0308m", "angstrom" },
    { "\u212Bngström", "angstrom" },
    { "Łódź", "lodz" },
    { "Đorđe", "dorde" },
    { "Þór", "thor" },
    { "Ðað", "dad" },
    { "İstanbul ısı", "istanbul isi" },
    { "Čeština", "cestina" },
    { "Nguyễn", "nguyen" },
    { "José", "jose" },
    { "Σίσυφος", "σισυφοσ" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "Йошкар", "иошкар" },
    { "ﬁnal", "final" },
    { "O\u2019Brien", "o'brien" },
    { "O\u00B4Brien", "o'brien" },
    { "O`Brien", "o'brien" },
    { "Müller\u2013Lüdenscheidt", "muller-ludenscheidt" },
    { "\u201EHut\u201C", "\"hut\"" },
    { "Zu\u00ADcker\u200Bguss", "zuckerguss" },
    { "a\u00A0b", "a b" },
    { "§ 34 (2), Nr. 1!", "§ 34 (2), nr. 1!" },
    { "aee ooe uee", "a oo u" },
    { "neue Idee", "neu idee" },
    { "\xC3", "\uFFFD" },
    { "M\xFCller", "m\uFFFDller" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = mappe_text_fold (cases[i].in);
      g_autofree char *again = mappe_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].out);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* Search finds "Mueller" while it is typed only if every beginning folds to a beginning. */
static void
test_fold_prefix (void)
{
  static const char *const words[] = {
    "Mueller", "Müller", "Straßenfest", "Aegidienplatz", "Œuvre", "Mu\u0308ller", "Kriminalpräventiver Rat",
    "Zu\u00ADckerguss", "Nguyễn", "ﬁnal", "aeeeoeue",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *whole = mappe_text_fold (words[i]);

      for (const char *end = words[i]; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *beginning = g_strndup (words[i], (gsize) (end - words[i]));
          g_autofree char *folded = mappe_text_fold (beginning);

          g_assert_true (g_str_has_prefix (whole, folded));
        }
    }
}

/* For every character there is: valid, stable under a second folding, the same for NFC, NFD and upper case. */
static void
test_fold_all_characters (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char utf8[7] = { 0 };
      g_autofree char *decomposed = NULL;
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;
      g_autofree char *from_decomposed = NULL;

      if (!g_unichar_validate (c))
        continue;
      /* Unassigned and private planes have nothing to fold. */
      if (c == 0x30000)
        c = 0xe0000;
      if (c == 0xe1000)
        break;
      g_unichar_to_utf8 (c, utf8);
      decomposed = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFD);
      folded = mappe_text_fold (utf8);
      again = mappe_text_fold (folded);
      from_decomposed = mappe_text_fold (decomposed);
      if (!g_utf8_validate (folded, -1, NULL) || !g_str_equal (folded, again)
          || !g_str_equal (folded, from_decomposed))
        g_error ("U+%04X folds to “%s”, again “%s”, decomposed “%s”", c, folded, again, from_decomposed);
    }
}

static void
test_fold_words (void)
{
  static const Pair cases[] = {
    { "", "" },
    { NULL, "" },
    { "  --  ", "" },
    { " Müller-Lüdenscheidt,  Dr. Anna ", "muller ludenscheidt dr anna" },
    { "O'Brien", "o brien" },
    { "a\n\tb", "a b" },
    { "St. Goar/Loreley (Rhein)", "st goar loreley rhein" },
    { "§ 34", "34" },
    { "हिन्दी!", "हिनदी" },
    { "M\xFC", "m" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = mappe_text_fold_words (cases[i].in);
      g_autofree char *again = mappe_text_fold_words (folded);

      g_assert_cmpstr (folded, ==, cases[i].out);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* Each list is in its order: every key must be smaller than all that follow. */
static void
assert_ascending (const char *const *texts, MappeSortRule rule)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    for (gsize j = i + 1; texts[j] != NULL; j++)
      {
        g_autofree char *first = mappe_text_sort_key (texts[i], rule);
        g_autofree char *second = mappe_text_sort_key (texts[j], rule);

        if (strcmp (first, second) >= 0)
          g_error ("“%s” (%s) must sort before “%s” (%s)", texts[i], first, texts[j], second);
      }
}

static void
test_sort_order (void)
{
  static const char *const marks[] = { "", "(a", "-a", "1", "a", "a b", "a-b", "a1", "aa", "b", "z", "я", NULL };
  static const char *const numbers[] = {
    "TOP 1", "TOP 2", "TOP 2a", "TOP 9", "TOP 10", "TOP 010", "TOP 10a", "TOP 100",
    "TOP 123456789012345678901234567890", "TOP a", NULL,
  };
  static const char *const zeros[] = { "0", "00", "1", "001", "01", "2", "10", NULL };
  static const char *const names[] = { "Mull",   "Muller", "Müller",  "Muller A", "Müller B", "Mullerin",
                                       "Mulzer", "Muster", "Strasse", "Straße",   "Strassen", "Straßenbau", NULL };
  static const char *const punctuation[] = { "a b", "a!b", "a-b", "a/b", "a1b", "aab", NULL };
  static const char *const late_marks[] = { "a:b", "a[b", "a_b", "a|b", "a~b", NULL };

  assert_ascending (marks, MAPPE_SORT_DIN_5007_1);
  assert_ascending (marks, MAPPE_SORT_DIN_5007_2);
  assert_ascending (numbers, MAPPE_SORT_DIN_5007_1);
  assert_ascending (zeros, MAPPE_SORT_DIN_5007_1);
  assert_ascending (names, MAPPE_SORT_DIN_5007_1);
  assert_ascending (punctuation, MAPPE_SORT_DIN_5007_1);
  assert_ascending (late_marks, MAPPE_SORT_DIN_5007_1);
  for (gsize i = 0; late_marks[i] != NULL; i++)
    {
      const char *const before_digits[] = { "a b", late_marks[i], "a1b", "aab", NULL };

      assert_ascending (before_digits, MAPPE_SORT_DIN_5007_1);
    }
}

static void
test_sort_umlauts (void)
{
  static const char *const dictionary[] = {
    "Gobel", "Göbel", "Goethe", "Goldmann", "Göthe", "Gotz", "Götz", NULL,
  };
  static const char *const telephone[] = { "Gobel", "Göbel", "Goethe", "Göthe", "Götz", "Goldmann", "Gotz", NULL };
  g_autofree char *composed = mappe_text_sort_key ("Göthe", MAPPE_SORT_DIN_5007_2);
  g_autofree char *decomposed = mappe_text_sort_key ("Go\u0308the", MAPPE_SORT_DIN_5007_2);
  g_autofree char *capital = mappe_text_sort_key ("GÖTHE", MAPPE_SORT_DIN_5007_2);
  g_autofree char *with_e = mappe_text_sort_key ("Aïda Citroën Übel", MAPPE_SORT_DIN_5007_2);

  assert_ascending (dictionary, MAPPE_SORT_DIN_5007_1);
  assert_ascending (telephone, MAPPE_SORT_DIN_5007_2);
  g_assert_cmpstr (composed, ==, decomposed);
  g_assert_cmpstr (composed, ==, capital);
  g_assert_true (g_str_has_prefix (composed, "goethe"));
  /* Only ä, ö and ü take an e, not other letters with a diaeresis. */
  g_assert_true (g_str_has_prefix (with_e, "aida citroen uebel"));
}

static void
test_sort_key_form (void)
{
  g_autofree char *nothing = mappe_text_sort_key (NULL, MAPPE_SORT_DIN_5007_1);
  g_autofree char *plain = mappe_text_sort_key ("Anna Weber", MAPPE_SORT_DIN_5007_1);
  g_autofree char *spaced = mappe_text_sort_key ("  Anna \t\n Weber ", MAPPE_SORT_DIN_5007_1);
  g_autofree char *broken = mappe_text_sort_key ("M\xFCller", MAPPE_SORT_DIN_5007_1);
  g_autoptr (GString) long_text = g_string_new (NULL);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (plain, ==, "anna weber");
  g_assert_cmpstr (spaced, ==, plain);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  for (guint i = 0; i < 70000; i++)
    g_string_append (long_text, i % 3 == 0 ? "ä漢ß" : "0123𝒳я");
  for (guint start = 0; start < 64; start++)
    {
      g_autofree char *shift = g_strnfill (start, 'x');
      g_autofree char *shifted = g_strconcat (shift, long_text->str, NULL);
      g_autofree char *key = mappe_text_sort_key (shifted, MAPPE_SORT_DIN_5007_2);

      g_assert_cmpuint (strlen (key), <=, 200);
      g_assert_true (g_utf8_validate (key, -1, NULL));
    }
}

static void
test_sort_long_number (void)
{
  g_autofree char *digits = g_strnfill (1000000, '7');
  g_autofree char *key = mappe_text_sort_key (digits, MAPPE_SORT_DIN_5007_1);

  g_assert_cmpuint (strlen (key), <=, 200);
  g_assert_cmpint (key[0], <, 'a');
}

static void
test_clean (void)
{
  static const struct {
    const char *in;
    const char *single;
    const char *multi;
  } cases[] = {
    { NULL, NULL, NULL },
    { "", "", "" },
    { "  Anna  ", "Anna", "Anna" },
    { "\u00A0Anna\u3000", "Anna", "Anna" },
    { "a\r\nb\rc\nd", "a b c d", "a\nb\nc\nd" },
    { "a\tb", "a b", "a\tb" },
    { "\n\t a \n\n", "a", "a" },
    { "a\u2028b\u2029c\xC2\x85" "d", "a b c d", "a\nb\nc\nd" },
    { "a\x01\x1b[31mb\x7f", "a[31mb", "a[31mb" },
    { "a\u202Etxt.exe\u202C", "atxt.exe", "atxt.exe" },
    { "\u2066a\u2069", "a", "a" },
    { "\uFEFFName", "Name", "Name" },
    { "Mu\u0308ller", "Müller", "Müller" },
    { "Mu\x02\u0308ller", "Müller", "Müller" },
    { "M\xFCller", "M\uFFFDller", "M\uFFFDller" },
    { "می\u200Cخواهم", "می\u200Cخواهم", "می\u200Cخواهم" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *single = mappe_text_clean (cases[i].in, FALSE);
      g_autofree char *multi = mappe_text_clean (cases[i].in, TRUE);
      g_autofree char *again = mappe_text_clean (multi, TRUE);

      g_assert_cmpstr (single, ==, cases[i].single);
      g_assert_cmpstr (multi, ==, cases[i].multi);
      g_assert_cmpstr (again, ==, multi);
      g_assert_true (mappe_text_is_clean (single, FALSE));
      g_assert_true (mappe_text_is_clean (multi, TRUE));
    }
}

static void
test_is_clean (void)
{
  static const char *const dirty[] = {
    "a\x01", "\x7f", "\xC2\x80", "\u202A", "\u202E", "\u2066", "\u2069", "\xC3", "M\xFCller", "a\rb",
    "a\r\nb", "\uFEFF", "\u2028",
  };
  static const char *const fine[] = { "", "Müller", "Mu\u0308ller", " a ", "\u200Eabc", "漢字 𝒳 🙂" };

  for (gsize i = 0; i < G_N_ELEMENTS (dirty); i++)
    {
      g_assert_false (mappe_text_is_clean (dirty[i], FALSE));
      g_assert_false (mappe_text_is_clean (dirty[i], TRUE));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_assert_true (mappe_text_is_clean (fine[i], FALSE));
      g_assert_true (mappe_text_is_clean (fine[i], TRUE));
    }
  g_assert_true (mappe_text_is_clean (NULL, FALSE));
  g_assert_false (mappe_text_is_clean ("a\nb\tc", FALSE));
  g_assert_true (mappe_text_is_clean ("a\nb\tc", TRUE));
}

static void
test_ellipsize (void)
{
  static const struct {
    const char *in;
    guint max;
    const char *out;
  } cases[] = {
    { NULL, 5, "" },        { "", 5, "" },         { "abcde", 5, "abcde" }, { "abcdef", 5, "abcd…" },
    { "abc", 0, "" },       { "a", 1, "a" },       { "ab", 1, "…" },        { "äöüßa", 4, "äöü…" },
    { "abc defg", 5, "abc…" }, { "abcu\u0308def", 5, "abc…" }, { "\u0308\u0308\u0308", 2, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = mappe_text_ellipsize (cases[i].in, cases[i].max);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
}

static void
test_similarity (void)
{
  static const struct {
    const char *left;
    const char *right;
    double least;
    double most;
  } cases[] = {
    { "Müller Anna", "Anna Mueller", 1.0, 1.0 },
    { "Hans Peter Weber", "Hanspeter Weber", 1.0, 1.0 },
    { "Anna-Maria Schulz", "Schulz, Anna Maria", 1.0, 1.0 },
    { "Anna Müller", "Anna Miller", 0.9, 0.999 },
    { "Katharina Schmitt", "Katarina Schmidt", 0.9, 0.999 },
    { "Polizeiinspektion Neustadt", "Polizeinspektion Neustadt", 0.95, 0.999 },
    { "Anna Müller", "Anna Weber", 0.3, 0.85 },
    { "Anna Müller", "Bernd Zickgraf", 0.0, 0.6 },
    { "Anna Müller", "Müller", 0.5, 0.85 },
    { "abc", "xyz", 0.0, 0.0 },
    { "", "", 0.0, 0.0 },
    { "", "Anna", 0.0, 0.0 },
    { "…", "Anna", 0.0, 0.0 },
    { NULL, "Anna", 0.0, 0.0 },
    { "漢字", "漢字", 1.0, 1.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double score = mappe_text_similarity (cases[i].left, cases[i].right);
      double mirrored = mappe_text_similarity (cases[i].right, cases[i].left);

      if (score < cases[i].least || score > cases[i].most)
        g_error ("“%s” ~ “%s”: %f", cases[i].left, cases[i].right, score);
      g_assert_cmpfloat_with_epsilon (score, mirrored, 0.02);
    }
}

/* Jaro-Winkler by its published examples. */
static void
test_similarity_reference (void)
{
  g_assert_cmpfloat_with_epsilon (mappe_text_similarity ("MARTHA", "MARHTA"), 0.9611, 0.0001);
  g_assert_cmpfloat_with_epsilon (mappe_text_similarity ("DIXON", "DICKSONX"), 0.8133, 0.0001);
  g_assert_cmpfloat_with_epsilon (mappe_text_similarity ("JELLYFISH", "SMELLYFISH"), 0.8963, 0.0001);
}

static void
test_similarity_huge (void)
{
  g_autofree char *letters = g_strnfill (1000000, 'x');
  g_autofree char *words = g_strnfill (1000000, 'y');

  for (gsize i = 0; i < 1000000; i += 2)
    words[i] = ' ';
  g_assert_cmpfloat (mappe_text_similarity (letters, words), ==, 0.0);
  g_assert_cmpfloat (mappe_text_similarity (letters, "xx"), >, 0.0);
  g_assert_cmpfloat (mappe_text_similarity (letters, letters), ==, 1.0);
}

static void
test_set_str (void)
{
  char *value = NULL;

  g_assert_false (mappe_set_str (&value, NULL));
  g_assert_true (mappe_set_str (&value, "abc"));
  g_assert_cmpstr (value, ==, "abc");
  g_assert_false (mappe_set_str (&value, "abc"));
  g_assert_false (mappe_set_str (&value, value));
  g_assert_true (mappe_set_str (&value, value + 1));
  g_assert_cmpstr (value, ==, "bc");
  g_assert_true (mappe_set_str (&value, ""));
  g_assert_cmpstr (value, ==, "");
  g_assert_true (mappe_set_str (&value, NULL));
  g_assert_null (value);
}

/* Random bytes, valid or not: nothing crashes and every result is valid UTF-8. */
static void
test_random_bytes (void)
{
  static const guchar interesting[] = {
    0xc3, 0xbc, 0xcc, 0x88, 0xe2, 0x80, 0xae, 0xf0, 0x9f, 0x99, 0x82, 'a', 'e', '0', ' ', '\r',
  };

  for (guint round = 0; round < 20000; round++)
    {
      char text[48];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof text);
      g_autofree char *folded = NULL;
      g_autofree char *words = NULL;
      g_autofree char *key = NULL;
      g_autofree char *clean = NULL;
      g_autofree char *cut = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = (char) (g_test_rand_bit () ? interesting[g_test_rand_int_range (0, sizeof interesting)]
                                             : g_test_rand_int_range (1, 256));
      text[length] = '\0';
      folded = mappe_text_fold (text);
      words = mappe_text_fold_words (text);
      key = mappe_text_sort_key (text, MAPPE_SORT_DIN_5007_2);
      clean = mappe_text_clean (text, g_test_rand_bit ());
      cut = mappe_text_ellipsize (text, 10);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_true (g_utf8_validate (cut, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (cut, -1), <=, 10);
      g_assert_true (mappe_text_is_clean (clean, TRUE));
      g_assert_cmpfloat (mappe_text_similarity (text, clean), <=, 1.0);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-prefix", test_fold_prefix);
  g_test_add_func ("/text/fold-all-characters", test_fold_all_characters);
  g_test_add_func ("/text/fold-words", test_fold_words);
  g_test_add_func ("/text/sort-order", test_sort_order);
  g_test_add_func ("/text/sort-umlauts", test_sort_umlauts);
  g_test_add_func ("/text/sort-key-form", test_sort_key_form);
  g_test_add_func ("/text/sort-long-number", test_sort_long_number);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/is-clean", test_is_clean);
  g_test_add_func ("/text/ellipsize", test_ellipsize);
  g_test_add_func ("/text/similarity", test_similarity);
  g_test_add_func ("/text/similarity-reference", test_similarity_reference);
  g_test_add_func ("/text/similarity-huge", test_similarity_huge);
  g_test_add_func ("/text/set-str", test_set_str);
  g_test_add_func ("/text/random-bytes", test_random_bytes);
  return g_test_run ();
}
