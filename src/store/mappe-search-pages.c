/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-private.h"

#include "mappe-document.h"

static void
page_free (MappeSearchPage *self)
{
  g_free (self->hash);
  g_free (self->text);
  g_array_unref (self->documents);
  g_free (self);
}

/*
 * @found: (element-type MappeSearchFound): records and pages
 *
 * Returns: (transfer full) (nullable) (element-type MappeSearchPage): the pages, of no documents yet
 */
GPtrArray *
mappe_search_pages_load (MappeSearchIndex *index, GArray *found, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  MappeStmt *stmt = mappe_conn_prepare (index->conn,
                                        "SELECT content.hash, page.text FROM page"
                                        " JOIN content ON content.id = page.content WHERE page.doc = $1", error);

  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    {
      gint64 doc = g_array_index (found, MappeSearchFound, i).doc;
      gboolean has_row;

      if (doc < MAPPE_SEARCH_PAGES)
        continue;
      mappe_stmt_bind_int (stmt, 1, doc);
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        {
          MappeSearchPage *page = g_new0 (MappeSearchPage, 1);

          *page = (MappeSearchPage) { doc, g_strdup (mappe_stmt_get_text (stmt, 0)),
                                      g_strdup (mappe_stmt_get_text (stmt, 1)),
                                      g_array_new (FALSE, FALSE, sizeof (gint64)) };
          g_ptr_array_add (pages, page);
        }
      mappe_stmt_reset (stmt);
    }
  return g_steal_pointer (&pages);
}

static void
add_document (GPtrArray *pages, const char *hash, gint64 id)
{
  for (guint i = 0; i < pages->len; i++)
    {
      MappeSearchPage *page = g_ptr_array_index (pages, i);

      if (g_strcmp0 (page->hash, hash) == 0)
        g_array_append_val (page->documents, id);
    }
}

/* Finds the documents that have the files of @pages. One reading for all: there are few documents, and no index. */
gboolean
mappe_search_pages_link (MappeConn *council, GPtrArray *pages, GError **error)
{
  const char *column = mappe_document_kind.fields[MAPPE_DOCUMENT_CONTENT].name;
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s IS NOT NULL ORDER BY id", column,
                                          mappe_document_kind.table, column);
  MappeStmt *stmt = pages->len > 0 ? mappe_conn_prepare (council, sql, error) : NULL;
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        add_document (pages, mappe_stmt_get_text (stmt, 1), mappe_stmt_get_int (stmt, 0));
    }
  return pages->len == 0 || stmt != NULL;
}
