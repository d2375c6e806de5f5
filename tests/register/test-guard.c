/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard says the same of a text in one piece and in many. */
#include <string.h>

#include "mappe-xml-guard.h"

static gboolean
guard (const char *text, gsize length, gsize piece, guint64 most, int *code)
{
  g_autoptr (GError) error = NULL;
  MappeXmlGuard self;
  gboolean fine = TRUE;

  mappe_xml_guard_init (&self, most);
  for (gsize at = 0; at < length && fine; at += piece)
    fine = mappe_xml_guard_feed (&self, text + at, MIN (piece, length - at), &error);
  fine = fine && mappe_xml_guard_end (&self, &error);
  g_assert_true (fine == (error == NULL));
  *code = error != NULL ? error->code : -1;
  return fine;
}

static void
say (const char *text, gsize length, int wanted)
{
  static const gsize pieces[] = { 1, 2, 3, 7, 8, 9, 4096, G_MAXSIZE / 4 };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      int code;

      guard (text, length, pieces[i], 1 << 20, &code);
      if (code != wanted)
        g_test_message ("%.60s in pieces of %" G_GSIZE_FORMAT, text, pieces[i]);
      g_assert_cmpint (code, ==, wanted);
    }
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "",
    "text only",
    "<a b='>' c=\"'>'\"/>",
    "<!-- <!DOCTYPE x> - -- > --><a/>",
    "<a><![CDATA[ <!DOCTYPE ]] > ]>]]></a>",
    "<?x <!DOCTYPE ? > ?><a/>",
    "Grüße, Łódź, 日本, 😀, \xf4\x8f\xbf\xbf",
    "<a>\xee\x80\x80</a>",
    "<!----><a/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    say (texts[i], strlen (texts[i]), -1);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "<!DOCTYPE a>",
    "<a/><!ENTITY b 'c'>",
    "<![INCLUDE[<a/>]]>",
    "<!>",
    "<!->",
    "12345678\xff",
    "1234567\xc3",
    "\xc0\xaf",
    "\xe0\x9f\xbf",
    "\xed\xa0\x80",
    "\xf4\x90\x80\x80",
    "\xf0\x8f\xbf\xbf",
    "\x80",
    "abc\xe2\x82",
    "\xc3(",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    say (texts[i], strlen (texts[i]), MAPPE_XML_ERROR_FORMAT);
  say ("<\0a\0>\0", 6, MAPPE_XML_ERROR_FORMAT);
  say ("12345678\0", 9, MAPPE_XML_ERROR_FORMAT);
}

static void
test_limits (void)
{
  g_autofree char *tag = g_strnfill (MAPPE_XML_MAX_TAG + 20, 'a');
  g_autofree char *text = g_strnfill (MAPPE_XML_MAX_TAG + 20, 'a');
  int code;

  memcpy (tag, "<a b='>", 7);
  say (tag, strlen (tag), MAPPE_XML_ERROR_LIMIT);
  say (text, strlen (text), -1);
  g_assert_false (guard (text, strlen (text), 1000, strlen (text) - 1, &code));
  g_assert_cmpint (code, ==, MAPPE_XML_ERROR_LIMIT);
  g_assert_true (guard (text, strlen (text), 1000, strlen (text), &code));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-guard/accepted", test_accepted);
  g_test_add_func ("/xml-guard/refused", test_refused);
  g_test_add_func ("/xml-guard/limits", test_limits);
  return g_test_run ();
}
