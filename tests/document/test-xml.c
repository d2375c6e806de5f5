/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "document-sample.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN "<document xmlns=\"urn:x-ratsmappe:text:1\">"
#define CLOSE "</document>"

static void
assert_refused (const char *xml, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeNode) document = mappe_read_xml (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, code);
}

static void
assert_round_trip (const MappeNode *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = mappe_write_xml (document, &error);
  g_autoptr (MappeNode) read = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  read = mappe_read_xml (xml, &error);
  g_assert_no_error (error);
  g_assert_true (mappe_node_equal (document, read));
  again = mappe_write_xml (read, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (xml, again));
}

static void
test_bytes (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("A & \"B\"", mappe_language_get ("de"));
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *text = NULL;
  MappeNode *section;

  mappe_node_set_meta (document, "date", "2026-10-27");
  mappe_node_set_meta (document, "council", "Rat <1>");
  section = mappe_node_add_section (document, 1, "zwei\nZeilen");
  section->class = MAPPE_CLASS_MEMBERS;
  mappe_node_set_substitute (section, "<eins>");
  mappe_node_set_source (section, "minutes", "N-1");
  mappe_node_set_typed (section, "preamble");
  mappe_node_add_text (mappe_node_add (section, MAPPE_ROLE_PARAGRAPH), MAPPE_TEXT_BOLD | MAPPE_TEXT_ITALIC, " ä\n]]> ");
  mappe_node_add_paragraph (section, "");
  xml = mappe_write_xml (document, NULL);
  text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_assert_cmpstr (text, ==,
                   HEAD "<document xmlns=\"urn:x-ratsmappe:text:1\" heading=\"A &amp; &quot;B&quot;\">\n"
                        "  <meta name=\"council\">Rat &lt;1&gt;</meta>\n"
                        "  <meta name=\"date\">2026-10-27</meta>\n"
                        "  <meta name=\"language\">de</meta>\n"
                        "  <section class=\"members\" depth=\"1\" heading=\"zwei&#10;Zeilen\""
                        " substitute=\"&lt;eins&gt;\" flags=\"typed\" source=\"minutes/N-1\" field=\"preamble\">\n"
                        "    <paragraph>\n"
                        "      <text flags=\"bold italic\"> ä\n]]&gt; </text>\n"
                        "    </paragraph>\n"
                        "    <paragraph>\n"
                        "      <text/>\n"
                        "    </paragraph>\n"
                        "  </section>\n"
                        "</document>\n");
  assert_round_trip (document);
}

static void
test_round_trip (void)
{
  g_autoptr (MappeNode) german = document_sample ("de");
  g_autoptr (MappeNode) english = document_sample ("en");
  g_autoptr (MappeNode) large = document_sample_long (0, 2000);
  g_autoptr (MappeNode) empty = mappe_node_new_document (NULL, NULL);

  assert_round_trip (german);
  assert_round_trip (english);
  assert_round_trip (large);
  assert_round_trip (empty);
}

/* Every beginning of a document but the whole is damaged. */
static void
test_truncated (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");
  g_autoptr (GBytes) xml = mappe_write_xml (document, NULL);
  gsize length = g_bytes_get_size (xml);

  for (gsize i = 0; i < length - 1; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (xml, 0, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MappeNode) read = mappe_read_xml (part, &error);

      g_assert_null (read);
      g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT);
    }
}

/* One byte changed: refused, or a document that can be written again; never anything else. */
static void
test_damaged (void)
{
  g_autoptr (MappeNode) document = document_sample ("en");
  g_autoptr (GBytes) xml = mappe_write_xml (document, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gsize length = g_bytes_get_size (xml);
  guint n_read = 0, n_refused = 0;

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *bytes = g_memdup2 (g_bytes_get_data (xml, NULL), length);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (MappeNode) read = NULL;

      bytes[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 0, 256);
      damaged = g_bytes_new (bytes, length);
      read = mappe_read_xml (damaged, NULL);
      if (read != NULL)
        assert_round_trip (read);
      n_read += read != NULL;
      n_refused += read == NULL;
    }
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_refused (void)
{
  const int format = MAPPE_DOCUMENT_ERROR_FORMAT;

  assert_refused ("", format);
  assert_refused ("no markup", format);
  assert_refused (HEAD "<html/>", format);
  assert_refused (HEAD "<document/>", format);
  assert_refused (OPEN "</section>", format);
  assert_refused (OPEN CLOSE "<x/>", format);
  assert_refused (OPEN "<table><paragraph/></table>" CLOSE, format);
  assert_refused (OPEN "<text><text/></text>" CLOSE, format);
  assert_refused (OPEN "<document/>" CLOSE, format);
  assert_refused (OPEN "<section>loose</section>" CLOSE, format);
  assert_refused (OPEN "<section colour=\"red\"/>" CLOSE, format);
  assert_refused (OPEN "<section flags=\"bold odd\"/>" CLOSE, format);
  assert_refused (OPEN "<section depth=\"-1\"/>" CLOSE, format);
  assert_refused (OPEN "<section class=\"secret\"/>" CLOSE, format);
  assert_refused (OPEN "<section><meta name=\"a\"/></section>" CLOSE, format);
  assert_refused (OPEN "<meta name=\"a\"/><meta name=\"a\"/>" CLOSE, format);
  assert_refused (OPEN "<?php x?>" CLOSE, format);
  assert_refused (OPEN "<text>\xff</text>" CLOSE, format);
  assert_refused (OPEN "<text>&amp;&unknown;</text>" CLOSE, format);
}

static void
test_version (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<document xmlns=\"urn:x-ratsmappe:text:2\"/>", 42);
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_read_xml (bytes, &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "another version"));
}

static void
test_doctype (void)
{
  const int format = MAPPE_DOCUMENT_ERROR_FORMAT;

  assert_refused (HEAD "<!DOCTYPE document>" OPEN CLOSE, format);
  assert_refused (HEAD "<!doctype document>" OPEN CLOSE, format);
  assert_refused (HEAD "<!-- c --><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                       "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" OPEN "<text>&c;</text>" CLOSE, format);
  assert_refused (HEAD "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">" OPEN CLOSE, format);
  assert_refused ("\xff\xfe<\0", format);
}

static void
test_comments (void)
{
  static const char xml[] = HEAD "<!-- <!DOCTYPE > -->" OPEN "<text>a<!-- x -->b<![CDATA[<!DOCTYPE>]]></text>" CLOSE;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeNode) document = mappe_read_xml (bytes, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = mappe_node_get_text (document);
  g_assert_cmpstr (text, ==, "ab<!DOCTYPE>");
}

static void
append_times (GString *out, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
}

static void
test_limits (void)
{
  const int limit = MAPPE_DOCUMENT_ERROR_LIMIT;
  g_autoptr (GString) deep = g_string_new (OPEN);
  g_autoptr (GString) many = g_string_new (OPEN);
  g_autoptr (GString) large = g_string_new (OPEN);
  g_autoptr (GString) tag = g_string_new (OPEN "<section");

  append_times (deep, "<section>", 64);
  append_times (deep, "</section>", 64);
  g_string_append (deep, CLOSE);
  assert_refused (deep->str, limit);
  append_times (many, "<section/>", 200000);
  g_string_append (many, CLOSE);
  assert_refused (many->str, limit);
  append_times (large, "                                ", 16 * 1024 * 1024 / 32);
  g_string_append (large, CLOSE);
  assert_refused (large->str, limit);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (tag, " a%u=\"\"", i);
  g_string_append (tag, "/>" CLOSE);
  assert_refused (tag->str, limit);
}

/* What could not be read again is not written. */
static void
test_write_limits (void)
{
  for (guint which = 0; which < 5; which++)
    {
      g_autoptr (MappeNode) document = mappe_node_new_document ("x", NULL);
      g_autofree char *long_text = g_strnfill (5 * 1024 * 1024, 'a');
      g_autoptr (GError) error = NULL;
      MappeNode *node = document;

      for (guint i = 0; which == 0 && i < 64; i++)
        node = mappe_node_add_section (node, 1, NULL);
      for (guint i = 0; which == 1 && i < 200000; i++)
        mappe_node_add (document, MAPPE_ROLE_PARAGRAPH);
      if (which == 2)
        mappe_node_add_paragraph (document, long_text);
      if (which == 3)
        mappe_node_add_section (document, 1, long_text);
      for (guint i = 0; which == 4 && i < 6; i++)
        mappe_node_add_text (document, 0, long_text)->text[3 * 1024 * 1024] = '\0';
      g_assert_null (mappe_write_xml (document, &error));
      g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_LIMIT);
    }
}

static void
test_write_refused (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("x", NULL);
  g_autoptr (GError) error = NULL;

  document->number = g_strdup ("a\x01");
  g_assert_null (mappe_write_xml (document, &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE);
  g_clear_error (&error);
  document->number[1] = '\xff';
  g_assert_null (mappe_write_xml (document, &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/bytes", test_bytes);
  g_test_add_func ("/xml/round-trip", test_round_trip);
  g_test_add_func ("/xml/truncated", test_truncated);
  g_test_add_func ("/xml/damaged", test_damaged);
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/version", test_version);
  g_test_add_func ("/xml/doctype", test_doctype);
  g_test_add_func ("/xml/comments", test_comments);
  g_test_add_func ("/xml/limits", test_limits);
  g_test_add_func ("/xml/write-limits", test_write_limits);
  g_test_add_func ("/xml/write-refused", test_write_refused);
  return g_test_run ();
}
