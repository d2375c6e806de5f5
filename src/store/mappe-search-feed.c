/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-private.h"
#include "mappe-store-private.h"

#include "mappe-text.h"

#define PAGE_ROWS 256

/* A run of the feed: as much as fits into its time. */
typedef struct {
  MappeSearchIndex *index;
  MappeConn        *council;
  MappeSearchMark   mark;
  GCancellable     *cancellable;
  gint64            until;
} Feed;

typedef struct {
  gint64           id;
  gint64           set_id;
  const MappeKind *kind;
  gint64           first;
  gint64           last;
} Change;

static gboolean
is_in_title (const MappeKind *kind, guint field)
{
  for (const int *title = kind->title_fields; *title >= 0; title++)
    if ((guint) *title == field)
      return TRUE;
  return FALSE;
}

/* Fields whose text is indexed. References are not: every record has one, and they are looked up directly. */
static gboolean
is_indexed (const MappeKind *kind, guint field)
{
  return field != MAPPE_FIELD_REFERENCE && mappe_field_is_text (&kind->fields[field])
         && ((kind->fields[field].flags & MAPPE_FIELD_SEARCH) || is_in_title (kind, field));
}

static gboolean
add_folded (GString *text, const char *value)
{
  g_autofree char *folded = NULL;

  if (value == NULL)
    return FALSE;
  folded = mappe_text_fold_words (value);
  if (text->len > 0 && *folded != '\0')
    g_string_append_c (text, ' ');
  g_string_append (text, folded);
  return TRUE;
}

/* A name is looked for by a "title" only where the record has words of its own: "2026Q3" names a million values. */
static gboolean
put_record (Feed *feed, const MappeKind *kind, MappeStmt *stmt, GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  gint64 doc = MAPPE_SEARCH_DOC (kind, mappe_stmt_get_int (stmt, 0));
  gboolean searched = FALSE;
  guint column = 1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean any;

      if (!is_indexed (kind, i))
        continue;
      any = add_folded (is_in_title (kind, i) ? title : body, mappe_stmt_get_text (stmt, column++));
      searched |= any && (kind->fields[i].flags & MAPPE_FIELD_SEARCH);
    }
  return mappe_search_index_put (feed->index, doc, searched ? title->str : "", searched ? body->str : "", error);
}

static char *
page_statement (const MappeKind *kind)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) filled = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_indexed (kind, i))
      {
        g_string_append_printf (columns, ", %s", kind->fields[i].name);
        if (kind->fields[i].flags & MAPPE_FIELD_SEARCH)
          g_string_append_printf (filled, "%s%s IS NOT NULL", filled->len > 0 ? " OR " : "", kind->fields[i].name);
      }
  if (filled->len == 0)
    return NULL;
  return g_strdup_printf ("SELECT %s FROM %s WHERE id > $1 AND id <= $2 AND (%s) ORDER BY id LIMIT %d",
                          columns->str, kind->table, filled->str, PAGE_ROWS);
}

/* Errors of the council are not the index's: see mappe-search-private.h. */
static MappeStmt *
prepare_council (Feed *feed, const char *sql, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (feed->council, sql, error);

  if (stmt == NULL)
    mappe_store_prefix_sql (error);
  return stmt;
}

static gboolean
step_council (MappeStmt *stmt, gboolean *has_row, GError **error)
{
  return mappe_stmt_step (stmt, has_row, error) || mappe_store_prefix_sql (error);
}

static gboolean
put_rows (Feed *feed, const MappeKind *kind, MappeStmt *stmt, guint *n_rows, GError **error)
{
  gboolean has_row;

  for (*n_rows = 0;; ++*n_rows)
    {
      if (!step_council (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!put_record (feed, kind, stmt, error))
        return FALSE;
      feed->mark.row = mappe_stmt_get_int (stmt, 0);
    }
}

/* Indexes the next records of @kind with mark.row < id ≤ @last; @done when there are no more. */
static gboolean
put_page (Feed *feed, const MappeKind *kind, gint64 last, gboolean *done, GError **error)
{
  g_autofree char *sql = page_statement (kind);
  MappeStmt *stmt;
  guint n_rows;
  gboolean success;

  *done = TRUE;
  if (sql == NULL)
    return TRUE;
  stmt = prepare_council (feed, sql, error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, feed->mark.row);
  mappe_stmt_bind_int (stmt, 2, last);
  success = put_rows (feed, kind, stmt, &n_rows, error);
  mappe_stmt_reset (stmt);
  *done = n_rows < PAGE_ROWS;
  return success;
}

static gboolean
has_time (Feed *feed)
{
  return g_get_monotonic_time () < feed->until && !g_cancellable_is_cancelled (feed->cancellable);
}

/* The first reading: kind after kind. What is saved meanwhile comes from the log afterwards. */
static gboolean
read_kinds (Feed *feed, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  gboolean done;

  while (feed->mark.kind < n_kinds && has_time (feed))
    {
      if (!put_page (feed, kinds[feed->mark.kind], G_MAXINT64, &done, error))
        return FALSE;
      if (!done)
        continue;
      feed->mark.kind++;
      feed->mark.row = 0;
    }
  feed->mark.ready = feed->mark.kind >= n_kinds;
  return TRUE;
}

/* Finds the next line of the log; @change is left with kind %NULL for kinds this program does not know. */
static gboolean
next_change (Feed *feed, Change *change, gboolean *found, GError **error)
{
  MappeStmt *stmt = prepare_council (feed,
                                     "SELECT id, set_id, kind_name, record_id, last_id FROM change"
                                     " WHERE id > $1 ORDER BY id LIMIT 1", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, feed->mark.change_id);
  if (!step_council (stmt, found, error))
    return FALSE;
  if (*found)
    *change = (Change) { mappe_stmt_get_int (stmt, 0), mappe_stmt_get_int (stmt, 1),
                         mappe_kind_lookup (mappe_stmt_get_text (stmt, 2), NULL), mappe_stmt_get_int (stmt, 3),
                         mappe_stmt_get_int (stmt, 4) };
  mappe_stmt_reset (stmt);
  return TRUE;
}

/* Whatever happened to a record: it is indexed as it is now, or not at all. */
static gboolean
put_change (Feed *feed, const Change *change, gboolean *done, GError **error)
{
  *done = TRUE;
  if (change->kind == NULL)
    return TRUE;
  feed->mark.row = MAX (feed->mark.row, change->first - 1);
  if (!put_page (feed, change->kind, change->last, done, error))
    return FALSE;
  /* Records that are gone from the middle of a range have a line of their own further on. */
  return change->first < change->last || feed->mark.row == change->first
         || mappe_search_index_remove (feed->index, MAPPE_SEARCH_DOC (change->kind, change->first), error);
}

static gboolean
follow_log (Feed *feed, gboolean *found, GError **error)
{
  Change change = { 0 };
  gboolean done;

  *found = TRUE;
  while (has_time (feed))
    {
      if (!next_change (feed, &change, found, error))
        return FALSE;
      if (!*found)
        return TRUE;
      if (!put_change (feed, &change, &done, error))
        return FALSE;
      if (!done)
        continue;
      feed->mark.change_id = change.id;
      feed->mark.row = 0;
    }
  return TRUE;
}

/* The stamp of a change set; "" for the set 0 of an empty log, NULL without an error when there is no such set. */
static char *
load_stamp (Feed *feed, gint64 set_id, GError **error)
{
  MappeStmt *stmt = prepare_council (feed, "SELECT at FROM change_set WHERE id = $1", error);
  char *at = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, set_id);
  if (!step_council (stmt, &has_row, error))
    return NULL;
  if (has_row)
    at = g_strdup (mappe_stmt_get_text (stmt, 0));
  else if (set_id == 0)
    at = g_strdup ("");
  mappe_stmt_reset (stmt);
  return at;
}

static gboolean
load_number (Feed *feed, const char *sql, gint64 bound, gint64 *number, GError **error)
{
  MappeStmt *stmt = prepare_council (feed, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, bound);
  if (!step_council (stmt, &has_row, error))
    return FALSE;
  *number = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gboolean
start_anew (Feed *feed, gint64 last, GError **error)
{
  mappe_search_mark_clear (&feed->mark);
  feed->mark = (MappeSearchMark) { .set_id = last, .at = load_stamp (feed, last, error) };
  return feed->mark.at != NULL
         && load_number (feed, "SELECT max(id) FROM change WHERE set_id <= $1", last, &feed->mark.change_id, error)
         && mappe_search_index_clear (feed->index, error);
}

/* Whether the index is of this file's past. A restored backup has another one; and what was redacted must leave the
 * index together with all its words. */
static gboolean
belongs (Feed *feed, gboolean *fits, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *at = NULL;
  gint64 n_redacted = 0;

  *fits = FALSE;
  if (feed->mark.set_id < 0)
    return TRUE;
  at = load_stamp (feed, feed->mark.set_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!load_number (feed, "SELECT count(*) FROM change_set WHERE id > $1 AND set_kind = 'REDACT'", feed->mark.set_id,
                    &n_redacted, error))
    return FALSE;
  *fits = n_redacted == 0 && g_strcmp0 (at, feed->mark.at) == 0;
  return TRUE;
}

static gboolean
catch_up (Feed *feed, gint64 last, guint *progress, GError **error)
{
  guint n_kinds;
  gboolean fits, more = TRUE;

  mappe_kinds (&n_kinds);
  if (!belongs (feed, &fits, error) || (!fits && !start_anew (feed, last, error)))
    return FALSE;
  if (!feed->mark.ready && !read_kinds (feed, error))
    return FALSE;
  if (feed->mark.ready && !follow_log (feed, &more, error))
    return FALSE;
  *progress = !more ? 1000 : feed->mark.ready ? 999 : MIN (feed->mark.kind * 1000 / n_kinds, 999);
  if (!more)
    {
      g_free (feed->mark.at);
      feed->mark.set_id = last;
      feed->mark.at = load_stamp (feed, last, error);
    }
  return feed->mark.at != NULL && mappe_search_index_set_mark (feed->index, &feed->mark, error);
}

static gboolean
feed_in_transactions (Feed *feed, guint *progress, GError **error)
{
  gint64 last;

  if (!mappe_conn_begin (feed->council, MAPPE_TXN_READ, error))
    return mappe_store_prefix_sql (error);
  last = mappe_log_last (feed->council, error);
  if (last < 0)
    return mappe_store_prefix_sql (error);
  if (!mappe_search_index_get_mark (feed->index, &feed->mark, error))
    return FALSE;
  if (feed->mark.ready && feed->mark.set_id == last && feed->mark.row == 0)
    {
      g_autofree char *at = load_stamp (feed, last, error);

      *progress = 1000;
      if (at == NULL || g_str_equal (at, feed->mark.at))
        return at != NULL;
    }
  /* The mark is read again: another process may feed the same index. */
  mappe_search_mark_clear (&feed->mark);
  return mappe_search_index_begin (feed->index, error)
         && mappe_search_index_get_mark (feed->index, &feed->mark, error)
         && catch_up (feed, last, progress, error)
         && mappe_search_index_commit (feed->index, error);
}

/**
 * mappe_search_feed:
 * @council: connection to the council file, outside of a transaction
 * @budget: microseconds after which to stop for now
 * @progress: (out): 0 … 1000, with 1000 when the index holds all that was saved
 *
 * Brings the index nearer to the council. What was done stays done, so the next call goes on from there.
 */
gboolean
mappe_search_feed (MappeSearchIndex *self, MappeConn *council, gint64 budget, guint *progress,
                   GCancellable *cancellable, GError **error)
{
  Feed feed = { .index = self, .council = council, .cancellable = cancellable };
  gboolean success;

  feed.until = budget >= G_MAXINT64 / 2 ? G_MAXINT64 : g_get_monotonic_time () + budget;
  *progress = 0;
  success = feed_in_transactions (&feed, progress, error);
  if (!success || mappe_conn_in_txn (self->conn))
    mappe_search_index_rollback (self);
  mappe_conn_rollback (council);
  mappe_search_mark_clear (&feed.mark);
  return success;
}
