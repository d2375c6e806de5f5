/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-content-text.h"

#include "mappe-document.h"
#include "mappe-search-private.h"
#include "mappe-store-private.h"
#include "mappe-text.h"

/* Pages that are put into the index before searches get their turn. */
#define PAGES_A_TURN 32
/* How often a file is handed out before it is given up: reading it may have ended the program. */
#define MOST_TRIES 3

/** mappe_content_text_new: Returns: (transfer full): nothing read yet */
MappeContentText *
mappe_content_text_new (void)
{
  MappeContentText *self = g_new0 (MappeContentText, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/** mappe_content_text_free: @self: (transfer full) (nullable) */
void
mappe_content_text_free (MappeContentText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/** mappe_content_text_is_accessible: Returns: whether a PDF can be read by everybody, also with a screen reader */
gboolean
mappe_content_text_is_accessible (const MappeContentText *self)
{
  return self->state == MAPPE_CONTENT_PDF && self->has_text && self->tagged && self->n_scanned == 0;
}

/* --- the table of contents that were read --- */

static gboolean
run_with_hash (MappeSearchIndex *index, const char *sql, const char *hash, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (index->conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, hash);
  return mappe_stmt_run (stmt, error);
}

/* Runs @func in a transaction of the index. */
typedef gboolean (*Change) (MappeSearchIndex *index, gpointer data, GError **error);

static gboolean
change_index (MappeSearchIndex *index, Change change, gpointer data, GError **error)
{
  if (mappe_search_index_begin (index, error) && change (index, data, error)
      && mappe_search_index_commit (index, error))
    return TRUE;
  mappe_search_index_rollback (index);
  return FALSE;
}

/* Returns: (transfer full) (nullable) (element-type utf8): contents that documents have now */
static GHashTable *
live_contents (MappeConn *council, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL",
                                          mappe_document_kind.fields[MAPPE_DOCUMENT_CONTENT].name,
                                          mappe_document_kind.table,
                                          mappe_document_kind.fields[MAPPE_DOCUMENT_CONTENT].name);
  g_autoptr (GHashTable) live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MappeStmt *stmt = mappe_conn_prepare (council, sql, error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_add (live, g_strdup (mappe_stmt_get_text (stmt, 0)));
    }
  return stmt != NULL ? g_steal_pointer (&live) : NULL;
}

typedef struct {
  GHashTable *live;
  char       *hash;   /* (nullable): the next one to read */
  GPtrArray  *gone;   /* (element-type utf8): read once, and of no document any more */
} Unread;

/* Takes from @live what needs no reading, and notes what is of no use any more. */
static gboolean
compare (MappeSearchIndex *index, Unread *unread, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (index->conn, "SELECT hash, state, tries FROM content", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      const char *hash;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      hash = mappe_stmt_get_text (stmt, 0);
      if (!g_hash_table_contains (unread->live, hash))
        g_ptr_array_add (unread->gone, g_strdup (hash));
      else if (mappe_stmt_get_int (stmt, 1) >= 0 || mappe_stmt_get_int (stmt, 2) >= MOST_TRIES)
        g_hash_table_remove (unread->live, hash);
    }
  return stmt != NULL;
}

static gboolean
remove_pages (MappeSearchIndex *index, const char *hash, GError **error)
{
  g_autoptr (GArray) docs = g_array_new (FALSE, FALSE, sizeof (gint64));
  MappeStmt *stmt = mappe_conn_prepare (index->conn,
                                        "SELECT page.doc FROM page JOIN content ON content.id = page.content"
                                        " WHERE content.hash = $1", error);
  gboolean has_row = stmt != NULL;

  if (stmt != NULL)
    mappe_stmt_bind_text (stmt, 1, hash);
  while (has_row)
    {
      gint64 doc;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      doc = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
      if (has_row)
        g_array_append_val (docs, doc);
    }
  for (guint i = 0; i < docs->len; i++)
    if (!mappe_search_index_remove (index, g_array_index (docs, gint64, i), error))
      return FALSE;
  return stmt != NULL
         && run_with_hash (index, "DELETE FROM page WHERE content IN (SELECT id FROM content WHERE hash = $1)", hash,
                           error);
}

static gboolean
choose (MappeSearchIndex *index, gpointer data, GError **error)
{
  Unread *unread = data;
  GHashTableIter iter;
  gpointer hash;

  if (!compare (index, unread, error))
    return FALSE;
  for (guint i = 0; i < unread->gone->len; i++)
    if (!remove_pages (index, g_ptr_array_index (unread->gone, i), error)
        || !run_with_hash (index, "DELETE FROM content WHERE hash = $1", g_ptr_array_index (unread->gone, i), error))
      return FALSE;
  g_hash_table_iter_init (&iter, unread->live);
  if (!g_hash_table_iter_next (&iter, &hash, NULL))
    return TRUE;
  unread->hash = g_strdup (hash);
  return run_with_hash (index,
                        "INSERT INTO content (hash, tries, state) VALUES ($1, 1, -1)"
                        " ON CONFLICT (hash) DO UPDATE SET tries = tries + 1", hash, error);
}

static gboolean
next_on_index (MappeSearchIndex *index, MappeConn *council, gpointer data, GCancellable *cancellable, GError **error)
{
  Unread *unread = data;
  guint progress;

  g_clear_pointer (&unread->hash, g_free);
  g_clear_pointer (&unread->live, g_hash_table_unref);
  g_ptr_array_set_size (unread->gone, 0);
  /* An index of another file's past is emptied first. */
  if (!mappe_search_feed (index, council, 0, &progress, cancellable, error))
    return FALSE;
  unread->live = live_contents (council, error);
  if (unread->live == NULL)
    return mappe_store_prefix_sql (error);
  return change_index (index, choose, unread, error);
}

static gpointer
next_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Unread unread = { .gone = g_ptr_array_new_with_free_func (g_free) };
  gboolean success = mappe_search_on_index (self, conn, next_on_index, &unread, cancellable, error);

  g_ptr_array_unref (unread.gone);
  g_clear_pointer (&unread.live, g_hash_table_unref);
  if (success)
    return unread.hash != NULL ? unread.hash : g_strdup ("");
  g_free (unread.hash);
  return NULL;
}

/**
 * mappe_store_next_unread:
 *
 * Hands out the next file to read; mappe_store_put_content_text() brings its text. A file whose text never came is
 * handed out twice more and then given up, so that one which ends the program does not do so for ever.
 *
 * Returns: (transfer full) (nullable): content of a document whose text is not known yet; "" when there is none; %NULL
 *   with an error
 */
char *
mappe_store_next_unread (MappeStore *self, GError **error)
{
  g_return_val_if_fail (MAPPE_IS_STORE (self), NULL);

  return mappe_store_run_sync (self, MAPPE_LANE_INDEX, next_on_lane, NULL, error);
}

void
mappe_store_next_unread_async (MappeStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data)
{
  mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, next_on_lane, NULL, NULL, g_free, cancellable,
                         callback, data);
}

/** mappe_store_next_unread_finish: Returns: (transfer full) (nullable): see mappe_store_next_unread() */
char *
mappe_store_next_unread_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/* --- texts come in --- */

typedef struct {
  char             *hash;
  MappeContentText *text;  /* NULL: reading broke off */
  gint64            id;    /* of the content */
  guint             from;  /* pages that are in the index */
} Put;

static void
put_free (gpointer data)
{
  Put *self = data;

  g_free (self->hash);
  mappe_content_text_free (self->text);
  g_free (self);
}

static gboolean
is_done (const Put *self)
{
  return self->text == NULL || self->from >= self->text->texts->len;
}

static gboolean
find_content (MappeSearchIndex *index, Put *put, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (index->conn,
                                        "INSERT INTO content (hash, tries, state) VALUES ($1, 1, -1)"
                                        " ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash RETURNING id", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, put->hash);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  put->id = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gboolean
put_page (MappeSearchIndex *index, Put *put, guint page, GError **error)
{
  const char *text = g_ptr_array_index (put->text->texts, page);
  gint64 doc = MAPPE_SEARCH_PAGE (put->id, page);
  g_autofree char *folded = mappe_text_fold_words (text);
  MappeStmt *stmt;

  if (*folded == '\0')
    return TRUE;
  stmt = mappe_conn_prepare (index->conn, "INSERT INTO page (doc, content, text) VALUES ($1, $2, $3)"
                                          " ON CONFLICT (doc) DO UPDATE SET text = excluded.text", error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, doc);
  mappe_stmt_bind_int (stmt, 2, put->id);
  mappe_stmt_bind_text (stmt, 3, text);
  return mappe_stmt_run (stmt, error) && mappe_search_index_put (index, doc, "", folded, error);
}

/* The last turn says what the file is; until then it counts as not read. */
static gboolean
put_facts (MappeSearchIndex *index, const Put *put, GError **error)
{
  const gint64 facts[] = { put->id, put->text->state, put->text->n_pages, put->text->n_scanned, put->text->has_text,
                           put->text->tagged };
  MappeStmt *stmt = mappe_conn_prepare (index->conn,
                                        "UPDATE content SET state = $2, pages = $3, scanned = $4, has_text = $5,"
                                        " tagged = $6 WHERE id = $1", error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    mappe_stmt_bind_int (stmt, i + 1, facts[i]);
  return mappe_stmt_run (stmt, error);
}

static gboolean
put_turn (MappeSearchIndex *index, gpointer data, GError **error)
{
  Put *put = data;
  guint end;

  if (put->text == NULL)
    return run_with_hash (index, "DELETE FROM content WHERE hash = $1 AND state = -1", put->hash, error);
  end = MIN (put->from + PAGES_A_TURN, put->text->texts->len);
  if (!find_content (index, put, error))
    return FALSE;
  for (; put->from < end; put->from++)
    if (!put_page (index, put, put->from, error))
      return FALSE;
  return end < put->text->texts->len || put_facts (index, put, error);
}

static gboolean
put_on_index (MappeSearchIndex *index, MappeConn *council, gpointer data, GCancellable *cancellable, GError **error)
{
  Put *put = data;
  guint from = put->from;

  if (change_index (index, put_turn, put, error))
    return TRUE;
  put->from = from;
  return FALSE;
}

static gpointer
put_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return mappe_search_on_index (self, conn, put_on_index, data, cancellable, error) ? data : NULL;
}

/**
 * mappe_store_put_content_text:
 * @hash: SHA-256 of the content, as in a BLOB field
 * @text: (nullable): what was read; %NULL when reading was broken off and should be begun again another time
 *
 * Puts the text of a file into the index, a few pages at a time, so that searches need not wait for it.
 */
gboolean
mappe_store_put_content_text (MappeStore *self, const char *hash, const MappeContentText *text, GError **error)
{
  Put put = { (char *) hash, (MappeContentText *) text, 0, 0 };

  g_return_val_if_fail (MAPPE_IS_STORE (self) && hash != NULL, FALSE);
  g_return_val_if_fail (text == NULL || text->texts->len <= MAPPE_SEARCH_MOST_PAGES, FALSE);

  do
    if (mappe_store_run_sync (self, MAPPE_LANE_INDEX, put_on_lane, &put, error) == NULL)
      return FALSE;
  while (!is_done (&put));
  return TRUE;
}

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Put *put = g_task_get_task_data (task);
  GError *error = NULL;

  if (mappe_store_run_finish (MAPPE_STORE (source), result, &error) == NULL)
    g_task_return_error (task, error);
  else if (is_done (put))
    g_task_return_boolean (task, TRUE);
  else
    mappe_store_run_async (MAPPE_STORE (source), MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, put_on_lane, put, NULL, NULL,
                           NULL, turned_cb, g_steal_pointer (&task));
}

/** mappe_store_put_content_text_async: @text: (transfer full) (nullable): see mappe_store_put_content_text() */
void
mappe_store_put_content_text_async (MappeStore *self, const char *hash, MappeContentText *text,
                                    GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Put *put = g_new0 (Put, 1);

  put->hash = g_strdup (hash);
  put->text = text;
  g_task_set_source_tag (task, mappe_store_put_content_text_async);
  g_task_set_task_data (task, put, put_free);
  mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, put_on_lane, put, NULL, NULL, NULL, turned_cb,
                         task);
}

/** mappe_store_put_content_text_finish: Returns: whether the text is in the index */
gboolean
mappe_store_put_content_text_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- what is known --- */

typedef struct {
  char             *hash;
  MappeContentText *facts;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *self = data;

  g_free (self->hash);
  mappe_content_text_free (self->facts);
  g_free (self);
}

static gboolean
facts_on_index (MappeSearchIndex *index, MappeConn *council, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *self = data;
  MappeStmt *stmt = mappe_conn_prepare (index->conn,
                                        "SELECT state, pages, scanned, has_text, tagged, tries FROM content"
                                        " WHERE hash = $1 AND (state >= 0 OR tries >= $2)", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, self->hash);
  mappe_stmt_bind_int (stmt, 2, MOST_TRIES);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  g_clear_pointer (&self->facts, mappe_content_text_free);
  if (has_row)
    {
      gint64 state = mappe_stmt_get_int (stmt, 0);

      self->facts = mappe_content_text_new ();
      self->facts->state = state < 0 ? MAPPE_CONTENT_UNREADABLE : (MappeContentState) state;
      self->facts->n_pages = (guint) mappe_stmt_get_int (stmt, 1);
      self->facts->n_scanned = (guint) mappe_stmt_get_int (stmt, 2);
      self->facts->has_text = mappe_stmt_get_int (stmt, 3) != 0;
      self->facts->tagged = mappe_stmt_get_int (stmt, 4) != 0;
    }
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gpointer
facts_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = data;

  return mappe_search_on_index (self, conn, facts_on_index, facts, cancellable, error)
           ? g_steal_pointer (&facts->facts) : NULL;
}

/** mappe_store_content_facts: Returns: (transfer full) (nullable): what is known of a content, without its text; %NULL
 * without an error when it was not read yet */
MappeContentText *
mappe_store_content_facts (MappeStore *self, const char *hash, GError **error)
{
  Facts facts = { (char *) hash, NULL };

  return mappe_store_run_sync (self, MAPPE_LANE_INDEX, facts_on_lane, &facts, error);
}

void
mappe_store_content_facts_async (MappeStore *self, const char *hash, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->hash = g_strdup (hash);
  mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_LIST, facts_on_lane, facts, facts_free,
                         (GDestroyNotify) mappe_content_text_free, cancellable, callback, data);
}

/** mappe_store_content_facts_finish: Returns: (transfer full) (nullable): see mappe_store_content_facts() */
MappeContentText *
mappe_store_content_facts_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
