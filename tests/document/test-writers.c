/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "document-sample.h"
#include "mappe-format.h"
#include "mappe-pdf-private.h"
#include "mappe-test-store.h"
#include "mappe-zip.h"

static char *folder;

static GBytes *
write_as (const char *format, const MappeNode *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mappe_format_find (format)->write (document, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A sample with all that is awkward in XML. */
static MappeNode *
awkward (void)
{
  MappeNode *document = document_sample ("de");
  MappeNode *section = mappe_node_add_section (document, 1, "A < B & \"C\" ]]> 'D'");
  MappeNode *paragraph = mappe_node_add (section, MAPPE_ROLE_PARAGRAPH);
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_text (paragraph, MAPPE_TEXT_BOLD | MAPPE_TEXT_ITALIC, " zwei  Räume\tund\neine Zeile ");
  mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, "ﬁ Ł Ω 日本 e\xcc\x81 \xf0\x9f\x98\x80");
  mappe_node_add_row (table, MAPPE_NODE_HEADER, "nur", "Köpfe", NULL);
  mappe_node_add (section, MAPPE_ROLE_LIST);
  document_sample_table (section, 3);
  return document;
}

/* --- the text of what was written --- */

/* All text in the order of the file, with what stands for white space as such; white space is told by one space. */
static char *
text_of_xml (const char *bytes, gsize length, const char *body)
{
  xmlTextReaderPtr reader = xmlReaderForMemory (bytes, (int) length, NULL, "UTF-8", XML_PARSE_NONET);
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE;
  int result;

  while ((result = xmlTextReaderRead (reader)) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (reader);
      int type = xmlTextReaderNodeType (reader);

      inside = inside || g_str_equal (name, body);
      if (inside && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
      else if (inside && type == XML_READER_TYPE_ELEMENT && !g_str_equal (name, "span") && !g_str_equal (name, "strong")
               && !g_str_equal (name, "em"))
        g_string_append_c (text, ' ');
    }
  g_assert_cmpint (result, ==, 0);
  xmlFreeTextReader (reader);
  return g_string_free (text, FALSE);
}

/* The words, one space between them. */
static char *
words_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\f\r", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s ", words[i]);
  return g_string_free (joined, FALSE);
}

static void
assert_same_text (const MappeNode *document, const char *text)
{
  g_autofree char *plain = mappe_node_get_text (document), *expected = words_of (plain), *found = words_of (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_text (gconstpointer data)
{
  const char *const *pair = data;
  g_autoptr (MappeNode) document = awkward ();
  g_autoptr (GBytes) bytes = write_as (pair[0], document);
  g_autofree char *text = text_of_xml (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), pair[1]);

  assert_same_text (document, text);
}

/* --- other programs --- */

static char *
save (GBytes *bytes, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  mappe_save_bytes (bytes, path, &error);
  g_assert_no_error (error);
  return path;
}

/* Runs a program; the case is skipped where it is not there. Returns: (nullable): what it printed */
static char *
ask (const char *const *arguments)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autoptr (GError) error = NULL;
  char *printed = NULL;
  g_autofree char *complaint = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip_printf ("no %s", arguments[0]);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, &complaint, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s: %s%s", arguments[0], printed, complaint);
  g_assert_cmpint (status, ==, 0);
  return printed;
}

/* Valid by the schema in ../shared. */
static void
judge (const char *path, const char *schema)
{
  g_autofree char *rules = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "schemas", schema, NULL);
  g_autofree char *printed = NULL;

  if (!g_file_test (rules, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("../shared/schemas is not there");
      return;
    }
  printed = ask ((const char *[]) { "xmllint", "--nonet", "--noout", "--relaxng", rules, path, NULL });
}

static void
test_valid (gconstpointer data)
{
  const char *const *pair = data;
  g_autoptr (MappeNode) document = awkward ();
  g_autoptr (GBytes) bytes = write_as (pair[0], document);
  g_autofree char *path = save (bytes, pair[0]);

  judge (path, pair[1]);
}

/* Each part of the package is valid, and it is told by its first bytes what it is. */
static void
test_package (void)
{
  static const char *const parts[][2] = { { "content.xml", "odf13/OpenDocument-v1.3-schema.rng" },
                                          { "styles.xml", "odf13/OpenDocument-v1.3-schema.rng" },
                                          { "meta.xml", "odf13/OpenDocument-v1.3-schema.rng" },
                                          { "META-INF/manifest.xml", "odf13/OpenDocument-v1.3-manifest-schema.rng" } };
  static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.textPK";
  g_autoptr (MappeNode) document = awkward ();
  g_autoptr (GBytes) bytes = write_as ("odt", document);
  g_autofree char *path = save (bytes, "a.odt");

  g_assert_cmpmem ((const char *) g_bytes_get_data (bytes, NULL) + 30, strlen (type), type, strlen (type));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = ask ((const char *[]) { "unzip", "-p", path, parts[i][0], NULL });
      g_autoptr (GBytes) content = part != NULL ? g_bytes_new (part, strlen (part)) : NULL;
      g_autofree char *extracted = NULL;

      if (content == NULL)
        return;
      extracted = save (content, "part.xml");
      judge (extracted, parts[i][1]);
    }
}

static void
test_same_bytes (gconstpointer data)
{
  g_autoptr (MappeNode) document = awkward ();
  g_autoptr (GBytes) first = write_as (data, document);
  g_autoptr (GBytes) second = write_as (data, document);

  g_assert_true (g_bytes_equal (first, second));
}

/* --- PDF --- */

static void
test_pdf_sound (void)
{
  g_autoptr (MappeNode) document = awkward ();
  g_autoptr (GBytes) bytes = write_as ("pdf", document);
  g_autofree char *path = save (bytes, "a.pdf");
  g_autofree char *checked = ask ((const char *[]) { "qpdf", "--check", path, NULL });
  g_autofree char *structure = ask ((const char *[]) { "pdfinfo", "-struct-text", path, NULL });

  if (structure == NULL)
    return;
  g_assert_nonnull (strstr (structure, "/Scope /Column"));
  g_assert_nonnull (strstr (structure, "\"Łucja Þórsdóttir\""));
  /* The foot of the page is no content. */
  g_assert_null (strstr (structure, "1 of 2"));
}

/* -1 where nobody can tell. */
static int
claims (GBytes *pdf)
{
  g_autofree char *path = save (pdf, "claims.pdf");
  g_autofree char *metadata = ask ((const char *[]) { "pdfinfo", "-meta", path, NULL });

  return metadata != NULL ? strstr (metadata, "<pdfuaid:part>1</pdfuaid:part>") != NULL : -1;
}

/* A standard is claimed only when nothing is missing. */
static void
test_pdf_claims (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");
  g_autoptr (GBytes) whole = write_as ("pdf", document);
  g_autoptr (GBytes) untitled = NULL;

  g_assert_cmpint (claims (whole), !=, 0);
  g_clear_pointer (&document->text, g_free);
  untitled = write_as ("pdf", document);
  g_assert_cmpint (claims (untitled), !=, 1);
}

static void
assert_marked (const char *content, const char *expected)
{
  g_autofree char *marked = mappe_pdf_mark_artifacts (content, strlen (content));

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_artifacts (void)
{
  assert_marked ("q 1 0 0 1 0 0 cm BT (a) Tj ET Q", "q\n1 0 0 1 0 0 cm\n/Artifact BMC\nBT\n(a) Tj\nET\nEMC\nQ\n");
  assert_marked ("/P << /MCID 0 >> BDC BT (EMC) Tj ET EMC", "/P << /MCID 0 >> BDC\nBT\n(EMC) Tj\nET\nEMC\n");
  assert_marked ("0 0 m 1 1 l S", "/Artifact BMC\n0 0 m\n1 1 l\nS\nEMC\n");
  assert_marked ("0 0 9 9 re f /P <</MCID 1>> BDC BT [(\\) BT)-1<00>]TJ ET EMC",
                 "/Artifact BMC\n0 0 9 9 re\nf\nEMC\n/P <</MCID 1>> BDC\nBT\n[(\\) BT)-1<00>]TJ\nET\nEMC\n");
  /* Another text for a glyph is no place in the structure. */
  assert_marked ("BT (a) Tj /Span << /ActualText <FEFF00A0> >> BDC ( ) Tj EMC (b) Tj ET",
                 "/Artifact BMC\nBT\n(a) Tj\n/Span << /ActualText <FEFF00A0> >> BDC\n( ) Tj\nEMC\n(b) Tj\nET\nEMC\n");
  assert_marked ("/P << /MCID 2 >> BDC BT /Span << /ActualText <FEFF00A0> >> BDC ( ) Tj EMC ET EMC 0 0 m 1 1 l S",
                 "/P << /MCID 2 >> BDC\nBT\n/Span << /ActualText <FEFF00A0> >> BDC\n( ) Tj\nEMC\nET\nEMC\n"
                 "/Artifact BMC\n0 0 m\n1 1 l\nS\nEMC\n");
  assert_marked ("% BT\n", "");
  g_assert_null (mappe_pdf_mark_artifacts ("BI /W 1 ID x EI", 15));
  g_assert_null (mappe_pdf_mark_artifacts ("(never ended", 12));
}

/* --- archives --- */

static void
test_zip_refused (void)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("a", 1);
  const MappeZipEntry twice[] = { { "a", content, TRUE }, { "a", content, TRUE } };
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_zip_write (twice, G_N_ELEMENTS (twice), &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  static const char *const html[] = { "html", "body" }, *const fodt[] = { "fodt", "body" };
  static const char *const html_rules[] = { "html", "xhtml/xhtml.rng" };
  static const char *const fodt_rules[] = { "fodt", "odf13/OpenDocument-v1.3-schema.rng" };
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("writers-XXXXXX", NULL);
  g_test_add_data_func ("/writers/text/html", html, test_text);
  g_test_add_data_func ("/writers/text/fodt", fodt, test_text);
  g_test_add_data_func ("/writers/valid/html", html_rules, test_valid);
  g_test_add_data_func ("/writers/valid/fodt", fodt_rules, test_valid);
  g_test_add_func ("/writers/valid/odt", test_package);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *path = g_strconcat ("/writers/same-bytes/", formats[i].name, NULL);

      g_test_add_data_func (path, formats[i].name, test_same_bytes);
    }
  g_test_add_func ("/writers/pdf/sound", test_pdf_sound);
  g_test_add_func ("/writers/pdf/claims", test_pdf_claims);
  g_test_add_func ("/writers/pdf/artifacts", test_artifacts);
  g_test_add_func ("/writers/zip/refused", test_zip_refused);
  status = g_test_run ();
  mappe_test_remove_folder (folder);
  g_free (folder);
  return status;
}
