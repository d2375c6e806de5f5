/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-letter-texts.h"
#include "mappe-test-edit.h"

/* Texts of letters that a council makes its own. */

typedef struct {
  const char          *purpose;
  const MappeLanguage *language;
} Wanted;

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_letter_text_load (snapshot, wanted->purpose, wanted->language, error);
}

static MappeTemplate *
load (MappeTestStore *test, const char *purpose, const char *language)
{
  Wanted wanted = { purpose, mappe_language_get (language) };
  g_autoptr (GError) error = NULL;
  MappeTemplate *text = mappe_store_read (test->store, load_job, &wanted, &error);

  g_assert_no_error (error);
  return text;
}

/* Each built-in text uses fields that it knows, in a preview too, and has all of its sample. */
static void
test_built_in (MappeTestStore *test, gconstpointer data)
{
  const char *const *purposes = mappe_letter_text_purposes ();

  for (guint i = 0; purposes[i] != NULL; i++)
    {
      g_autoptr (MappeTemplate) text = load (test, purposes[i], "en");
      g_autoptr (MappeFilledText) filled = mappe_letter_text_sample (text, mappe_language_get ("en"));
      guint n;

      g_assert_nonnull (mappe_letter_text_fields (purposes[i], &n));
      g_assert_cmpuint (n, >=, 4);
      g_assert_cmpuint (g_strv_length (filled->unknown), ==, 0);
      g_assert_null (strchr (filled->text, '{'));
      g_assert_null (text->row);
    }
  g_assert_null (mappe_letter_text_built_in ("no such letter", NULL));
}

static void
test_own (MappeTestStore *test, gconstpointer data)
{
  const MappeLanguage *german = mappe_language_get ("de");
  g_autoptr (MappeTemplate) before = load (test, MAPPE_LETTER_THANKS, "de");
  g_autoptr (MappeTemplate) own = NULL, other = NULL, back = NULL;
  g_autoptr (MappeFilledText) filled = NULL;
  const MappeLetterValue values[] = { { "recipient", "Erika" }, { "years", "5" }, { "programme", NULL } };
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_letter_text_save (before, german, "Danke", "", &error));
  g_assert_nonnull (error);
  mappe_test_accept (test->store, mappe_letter_text_save (before, german, "Danke {recipient}",
                                                          "Hallo {recipient}\n\n{programme}\n\nseit {years}, {jahre}",
                                                          NULL));
  own = load (test, MAPPE_LETTER_THANKS, "de");
  other = load (test, MAPPE_LETTER_THANKS, "en");
  g_assert_nonnull (own->row);
  g_assert_null (other->row);
  filled = mappe_letter_text_fill (own, values, G_N_ELEMENTS (values));
  g_assert_cmpstr (filled->subject, ==, "Danke Erika");
  /* A paragraph without anything is not in it; a field that nobody knows stays and is named. */
  g_assert_cmpstr (filled->text, ==, "Hallo Erika\n\nseit 5, {jahre}");
  g_assert_cmpuint (g_strv_length (filled->unknown), ==, 1);
  g_assert_cmpstr (filled->unknown[0], ==, "jahre");
  mappe_test_accept (test->store, mappe_letter_text_reset (own, NULL));
  back = load (test, MAPPE_LETTER_THANKS, "de");
  g_assert_cmpstr (back->text, ==, before->text);
  g_assert_null (mappe_letter_text_reset (back, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD_TEST(name, func)                                                                                          \
  g_test_add ("/letter-texts/" name, MappeTestStore, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)
  ADD_TEST ("built-in", test_built_in);
  ADD_TEST ("own", test_own);
  return g_test_run ();
}
