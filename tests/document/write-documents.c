/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every document of a council, in both languages and for every reader, in every format into a folder, and
 * beside each what its tree says, for judges that stand outside of this program.
 *
 * write-documents FOLDER [COUNCIL [READER]]: of every record of COUNCIL, for READER only; without it, of some of the
 * demo council, which is made and removed again.
 * write-documents FOLDER --awkward: those that are hard to write.
 *
 * A file of a tree has a line a part: what it is, its level, its text, with tabs between; see tests/document/trees.py.
 */
#include <string.h>

#include "document-awkward.h"
#include "mappe-document-kinds.h"
#include "mappe-format.h"
#include "mappe-node-walk.h"
#include "mappe-test-demo.h"

#define MOST_RECORDS 3

static const char *const readers[] = { "public", "members", "full" };
static const char *const languages[] = { "de", "en" };

/* --- the tree --- */

static const char *
role_of (const MappeNode *node)
{
  switch (node->role)
    {
    case MAPPE_ROLE_LIST:
      return (node->flags & MAPPE_NODE_ORDERED) != 0 ? "numbers" : "list";
    case MAPPE_ROLE_LIST_ITEM:
      return "item";
    case MAPPE_ROLE_TABLE:
      return "table";
    case MAPPE_ROLE_ROW:
      return (node->flags & MAPPE_NODE_HEADER) != 0 ? "head" : "row";
    case MAPPE_ROLE_CELL:
      return "cell";
    case MAPPE_ROLE_SIGNATURES:
      return "signatures";
    default:
      return "part";
    }
}

static void
tell (GString *out, const char *what, guint level, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  g_autofree char *line = g_strjoinv ("\\n", words);

  g_string_append_printf (out, "%s\t%u\t%s\n", what, level, g_strdelimit (line, "\t", ' '));
}

static void
begin_cb (const MappeNode *node, gpointer data)
{
  tell (data, "begin", 0, role_of (node));
}

static void
end_cb (const MappeNode *node, gpointer data)
{
  tell (data, "end", 0, role_of (node));
}

static void
heading_cb (const MappeNode *node, const char *text, guint level, gpointer data)
{
  tell (data, "heading", level, text);
}

static void
label_cb (const MappeNode *node, const char *text, gpointer data)
{
  tell (data, "label", 0, text);
}

/* A figure of a sealed text has lost its chart: its text stands alone. */
static void
figure_cb (const MappeNode *node, gpointer data)
{
  tell (data, "figure", node->chart != NULL, node->text != NULL ? node->text : "");
}

static void
paragraph_cb (const MappeNode *parent, guint first, guint end, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const MappeNode *run = g_ptr_array_index (parent->children, i);

      g_string_append (text, run->text != NULL ? run->text : "");
    }
  tell (data, "paragraph", 0, text->str);
}

static GBytes *
tree_of (const MappeNode *document)
{
  static const MappeNodeVisitor visitor = { begin_cb, end_cb, heading_cb, label_cb, figure_cb, paragraph_cb };
  GString *out = g_string_new (NULL);
  static const char *const names[] = { "about", "council", "date", "kind", "language" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (mappe_node_get_meta (document, names[i]) != NULL)
      g_string_append_printf (out, "meta\t%s\t%s\n", names[i], mappe_node_get_meta (document, names[i]));
  mappe_node_walk (document, &visitor, out);
  return g_string_free_to_bytes (out);
}

/* --- the files --- */

static void
save (const char *folder, const char *name, const char *extension, GBytes *bytes)
{
  g_autofree char *file = g_strconcat (name, ".", extension, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  mappe_save_bytes (bytes, path, &error);
  g_assert_no_error (error);
}

static void
write_formats (const char *folder, const char *name, const MappeNode *document)
{
  g_autoptr (GBytes) tree = tree_of (document);
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);

  save (folder, name, "tree", tree);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = formats[i].write (document, &error);

      g_assert_no_error (error);
      save (folder, name, formats[i].name, bytes);
    }
}

static const char *only_reader;

static void
write_for (MappeStore *store, const char *folder, const MappeDocumentKind *kind, gint64 id, MappeClass reader,
           const char *language)
{
  const MappeDocumentOrder order = { reader, mappe_language_get (language), "2026-11-30", 2026 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeNode) document = mappe_document_make (kind, store, id, &order, &error);
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%s-%s", kind->name, id, language, readers[reader]);

  if (document == NULL)
    g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY);
  else
    write_formats (folder, name, document);
}

static void
write_document (MappeStore *store, const char *folder, const MappeDocumentKind *kind, gint64 id)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint r = 0; r < G_N_ELEMENTS (readers); r++)
      if (only_reader == NULL || g_str_equal (only_reader, readers[r]))
        write_for (store, folder, kind, id, (MappeClass) r, languages[l]);
}

static void
write_all (MappeStore *store, const char *folder, guint most)
{
  guint n_kinds;
  const MappeDocumentKind *kinds = mappe_document_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MappeQuery) query = kinds[i].about != NULL ? mappe_query_new (kinds[i].about) : NULL;
      g_autoptr (GArray) ids = query != NULL ? mappe_store_query (store, query, &error) : NULL;

      g_assert_no_error (error);
      if (ids == NULL)
        write_document (store, folder, &kinds[i], 0);
      for (guint j = 0; ids != NULL && j < MIN (ids->len, most); j++)
        write_document (store, folder, &kinds[i], g_array_index (ids, gint64, j));
    }
}

static void
write_awkward (const char *folder)
{
  for (guint i = 0; document_awkward_names[i] != NULL; i++)
    {
      g_autoptr (MappeNode) document = document_awkward (document_awkward_names[i]);

      write_formats (folder, document_awkward_names[i], document);
    }
}

int
main (int argc, char **argv)
{
  MappeTestStore demo = { 0 };
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    return 2;
  mappe_test_use_catalogues ();
  if (argc == 3 && g_str_equal (argv[2], "--awkward"))
    {
      write_awkward (argv[1]);
      return 0;
    }
  if (argc == 2)
    {
      mappe_test_demo_set_up (&demo, "de");
      write_all (demo.store, argv[1], MOST_RECORDS);
      mappe_test_store_tear_down (&demo, NULL);
      return 0;
    }
  only_reader = argc > 3 ? argv[3] : NULL;
  demo.store = mappe_store_open (argv[2], MAPPE_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  write_all (demo.store, argv[1], G_MAXUINT);
  mappe_store_close (demo.store);
  g_object_unref (demo.store);
  return 0;
}
