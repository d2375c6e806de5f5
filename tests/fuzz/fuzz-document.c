/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a document as XML, of which sealed texts are made: what is read is written again as the same, and every
 * writer takes it. */
#include "document-sample.h"
#include "fuzz.h"
#include "mappe-format.h"

const char *const fuzz_words[] = { "<section", "</section>", "<text>", "</text>", "<cell/>", "<row header=\"true\">",
                                   "class=\"confidential\"", "depth=\"99\"", "depth=\"-1\"", "<!DOCTYPE a>", "&#xFFFE;",
                                   "&lt;", "<![CDATA[x]]>", "<!-- x -->", "xmlns=\"urn:x\"", "bold=\"true\"", NULL };

GPtrArray *
fuzz_begin (void)
{
  g_autoptr (MappeNode) document = document_sample ("de"), table = document_sample_long (2, 2);
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  document_sample_table (table, 3);
  g_ptr_array_add (seeds, mappe_write_xml (document, NULL));
  g_ptr_array_add (seeds, mappe_write_xml (table, NULL));
  return seeds;
}

void
fuzz_end (void)
{
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static const char *const formats[] = { "fodt", "html", "akn", "txt" };
  g_autoptr (GBytes) xml = g_bytes_new (bytes, length), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeNode) document = mappe_read_xml (xml, &error), other = NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    return 0;
  again = mappe_write_xml (document, &error);
  g_assert_no_error (error);
  other = mappe_read_xml (again, &error);
  g_assert_no_error (error);
  g_assert_true (mappe_node_equal (document, other));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) written = mappe_format_find (formats[i])->write (document, &error);

      g_assert_no_error (error);
    }
  return 0;
}
