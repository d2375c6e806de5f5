/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search.h"

#include <string.h>

#include "mappe-document.h"
#include "mappe-erase-private.h"
#include "mappe-search-private.h"
#include "mappe-store-private.h"
#include "mappe-text.h"

/* The index is fed in turns this long, so that a search never waits longer for a large first reading. */
#define TURN_US (50 * 1000)
#define BESIDE_SEARCH_US (20 * 1000)
#define WAITING_US (500 * 1000)
#define REFERENCE_LONGEST 40
#define REFERENCES_PER_KIND 3

/* What a store has for search. @index is the lane's alone. */
typedef struct {
  MappeSearchIndex *index;
  gboolean          in_memory;
  int               progress;  /* atomic, 0 … 1000 */
  int               warming;   /* atomic: a turn is waiting on the lane */
} SearchState;

typedef struct {
  char    *text;
  guint    most;
  gboolean wait;  /* for the whole index; else what is there will do */
} Search;

static void
state_free (SearchState *state)
{
  g_clear_pointer (&state->index, mappe_search_index_free);
  g_free (state);
}

static SearchState *
get_state (MappeStore *store)
{
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  SearchState *state = g_object_get_data (G_OBJECT (store), "mappe-search");

  if (state == NULL)
    {
      state = g_new0 (SearchState, 1);
      g_object_set_data_full (G_OBJECT (store), "mappe-search", state, (GDestroyNotify) state_free);
    }
  return state;
}

static void
search_free (Search *search)
{
  g_free (search->text);
  g_free (search);
}

/**
 * mappe_search_hit_free:
 * @self: (transfer full): a hit
 */
void
mappe_search_hit_free (MappeSearchHit *self)
{
  g_free (self->title);
  g_free (self->reference);
  g_free (self->context);
  g_free (self);
}

/* The cache may take no files, or take none any more; then the index lives as long as the window. */
static gboolean
open_index (MappeStore *store, SearchState *state, GError **error)
{
  if (state->index != NULL)
    return TRUE;
  if (!state->in_memory)
    state->index = mappe_search_index_open (mappe_store_get_council_id (store), mappe_store_get_path (store), NULL);
  if (state->index == NULL)
    {
      state->in_memory = TRUE;
      state->index = mappe_search_index_open_memory (mappe_store_get_council_id (store), error);
    }
  return state->index != NULL;
}

static void
interrupt_cb (GCancellable *cancellable, gpointer conn)
{
  mappe_conn_interrupt (conn);
}

typedef gboolean (*IndexFunc) (SearchState *state, MappeConn *council, gpointer data, GCancellable *cancellable,
                               GError **error);

static gboolean
is_fault_of_index (const GError *error)
{
  return error->domain == MAPPE_SQL_ERROR && error->code != MAPPE_SQL_ERROR_INTERRUPTED
         && error->code != MAPPE_SQL_ERROR_BUSY;
}

/* Runs @func on an index that works. A fault of the index costs the index: it is thrown away and made anew, the
 * second time in memory. Errors of the council itself are handed on. */
static gboolean
with_index (MappeStore *store, MappeConn *council, IndexFunc func, gpointer data, GCancellable *cancellable,
            GError **error)
{
  SearchState *state = get_state (store);

  for (guint attempt = 0; ; attempt++)
    {
      g_autoptr (GError) local = NULL;
      gulong handler;
      gboolean success;

      if (!open_index (store, state, error))
        return FALSE;
      handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb),
                                                            g_object_ref (state->index->conn), g_object_unref) : 0;
      success = func (state, council, data, cancellable, &local);
      if (cancellable != NULL)
        g_cancellable_disconnect (cancellable, handler);
      mappe_conn_resume (state->index->conn);
      if (success)
        return TRUE;
      if (attempt == 2 || !is_fault_of_index (local))
        {
          mappe_store_take_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      mappe_search_index_discard (g_steal_pointer (&state->index));
      state->in_memory = attempt == 1;
    }
}

typedef struct {
  MappeSearchFunc func;
  gpointer        data;
} OnIndex;

static gboolean
run_on_index (SearchState *state, MappeConn *council, gpointer data, GCancellable *cancellable, GError **error)
{
  const OnIndex *job = data;

  return job->func (state->index, council, job->data, cancellable, error);
}

gboolean
mappe_search_on_index (MappeStore *store, MappeConn *council, MappeSearchFunc func, gpointer data,
                       GCancellable *cancellable, GError **error)
{
  OnIndex job = { func, data };

  return with_index (store, council, run_on_index, &job, cancellable, error);
}

static gboolean
feed_once (SearchState *state, MappeConn *council, gpointer budget, GCancellable *cancellable, GError **error)
{
  guint progress;

  if (!mappe_search_feed (state->index, council, GPOINTER_TO_INT (budget), &progress, cancellable, error))
    return FALSE;
  g_atomic_int_set (&state->progress, (int) progress);
  return TRUE;
}

static gpointer
warm_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  SearchState *state = get_state (store);

  g_atomic_int_set (&state->warming, FALSE);
  if (!with_index (store, conn, feed_once, GINT_TO_POINTER (TURN_US), cancellable, error))
    return NULL;
  if (g_atomic_int_get (&state->progress) < 1000)
    mappe_store_search_warm (store);
  return GINT_TO_POINTER (TRUE);
}

static gpointer
forget_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  SearchState *state = get_state (store);

  if (open_index (store, state, NULL))
    mappe_search_index_discard (g_steal_pointer (&state->index));
  g_atomic_int_set (&state->progress, 0);
  return GINT_TO_POINTER (TRUE);
}

/** mappe_search_forget: Throws the index away, with all that it still holds of erased data; it is made anew. */
void
mappe_search_forget (MappeStore *store)
{
  mappe_store_run_sync (store, MAPPE_LANE_INDEX, forget_on_lane, NULL, NULL);
}

/** mappe_search_forget_async: The same, without waiting; @callback fetches nothing but the end. */
void
mappe_search_forget_async (MappeStore *store, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_run_async (store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_PAGE, forget_on_lane, NULL, NULL, NULL, NULL, callback,
                         data);
}

/**
 * mappe_store_search_warm:
 *
 * Brings the index up to date in the background, in short turns between the searches. May be called at any time.
 */
void
mappe_store_search_warm (MappeStore *self)
{
  g_return_if_fail (MAPPE_IS_STORE (self));

  if (g_atomic_int_compare_and_exchange (&get_state (self)->warming, FALSE, TRUE))
    mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, warm_on_lane, NULL, NULL, NULL, NULL, NULL,
                           NULL);
}

/**
 * mappe_store_search_progress:
 *
 * Returns: how much of the council the index holds, 0 … 1, as far as is known from the last search
 */
double
mappe_store_search_progress (MappeStore *self)
{
  g_return_val_if_fail (MAPPE_IS_STORE (self), 1);

  return g_atomic_int_get (&get_state (self)->progress) / 1000.0;
}

/* --- from texts back to records --- */

typedef struct {
  Search    *search;
  GPtrArray *words;
  GArray    *found;
  GPtrArray *pages;  /* (element-type MappeSearchPage): of attached files, among @found */
} Ask;

static gboolean
ask_index (SearchState *state, MappeConn *council, gpointer data, GCancellable *cancellable, GError **error)
{
  Ask *ask = data;
  gint64 budget = ask->search->wait ? WAITING_US : BESIDE_SEARCH_US;

  do
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !feed_once (state, council, GINT_TO_POINTER (budget), cancellable, error))
      return FALSE;
  while (ask->search->wait && g_atomic_int_get (&state->progress) < 1000);
  g_clear_pointer (&ask->found, g_array_unref);
  g_clear_pointer (&ask->pages, g_ptr_array_unref);
  ask->found = mappe_search_rank (state->index, ask->words, ask->search->most, error);
  ask->pages = ask->found != NULL ? mappe_search_pages_load (state->index, ask->found, error) : NULL;
  return ask->pages != NULL;
}

static gboolean
is_told_by (const char *text, const MappeSearchWord *word)
{
  MappeSearchSpan span;

  return mappe_search_find_word (text, word, &span);
}

/* The place in the texts of the record that shows a word its title does not. */
static char *
find_context (const MappeRow *row, const char *title, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const MappeSearchWord *word = g_ptr_array_index (words, i);

      if (is_told_by (title, word))
        continue;
      for (guint j = 1; j < row->kind->n_fields; j++)
        {
          MappeSearchSpan span;
          const char *text = NULL;

          if ((row->kind->fields[j].flags & MAPPE_FIELD_SEARCH) && mappe_field_is_text (&row->kind->fields[j]))
            text = mappe_row_get_text (row, j);
          if (text != NULL && mappe_search_find_word (text, word, &span))
            return mappe_search_snippet (text, &span);
        }
    }
  return NULL;
}

static MappeSearchHit *
hit_new (MappeConn *council, const MappeRow *row, GPtrArray *words, double rank)
{
  MappeSearchHit *hit = g_new0 (MappeSearchHit, 1);

  hit->kind = row->kind;
  hit->id = row->id;
  hit->reference = g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  hit->title = mappe_rows_title (council, row, NULL) ?: g_strdup (hit->reference);
  hit->context = find_context (row, hit->title, words);
  hit->rank = rank;
  return hit;
}

static gboolean
has_hit (GPtrArray *hits, const MappeKind *kind, gint64 id)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const MappeSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == kind && hit->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Loads the rows of one kind among the found texts into @rows, by doc number. */
static gboolean
load_kind (MappeConn *council, GArray *found, guint kind_number, GHashTable *rows, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) loaded = NULL;
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < found->len; i++)
    {
      gint64 doc = g_array_index (found, MappeSearchFound, i).doc;
      gint64 id = MAPPE_SEARCH_DOC_RECORD (doc);

      if (MAPPE_SEARCH_DOC_KIND (doc) == kind_number)
        g_array_append_val (ids, id);
    }
  if (ids->len == 0 || kind_number >= n_kinds)
    return TRUE;
  loaded = mappe_rows_load_many (council, kinds[kind_number], (const gint64 *) (gpointer) ids->data, ids->len, error);
  for (guint i = 0; loaded != NULL && i < loaded->len; i++)
    {
      MappeRow *row = g_ptr_array_index (loaded, i);
      gint64 doc = MAPPE_SEARCH_DOC (row->kind, row->id);

      g_hash_table_insert (rows, g_memdup2 (&doc, sizeof doc), mappe_row_ref (row));
    }
  return loaded != NULL;
}

static char *
page_context (const char *text, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      MappeSearchSpan span;

      if (mappe_search_find_word (text, g_ptr_array_index (words, i), &span))
        return mappe_search_snippet (text, &span);
    }
  return NULL;
}

/* Each document that has the file; those that have it twice, or were found by their own words, are there already. */
static gboolean
add_page (MappeConn *council, const Ask *ask, const MappeSearchFound *found, GPtrArray *hits, GError **error)
{
  const MappeSearchPage *page = NULL;

  for (guint i = 0; i < ask->pages->len && page == NULL; i++)
    if (((MappeSearchPage *) g_ptr_array_index (ask->pages, i))->doc == found->doc)
      page = g_ptr_array_index (ask->pages, i);
  for (guint i = 0; page != NULL && i < page->documents->len && hits->len < ask->search->most; i++)
    {
      gint64 id = g_array_index (page->documents, gint64, i);
      g_autoptr (MappeRow) row = NULL;
      MappeSearchHit *hit;

      if (has_hit (hits, &mappe_document_kind, id))
        continue;
      row = mappe_rows_load (council, &mappe_document_kind, id, error);
      if (row == NULL)
        return FALSE;
      hit = hit_new (council, row, ask->words, found->rank);
      g_free (hit->context);
      hit->context = page_context (page->text, ask->words);
      hit->page = MAPPE_SEARCH_PAGE_NUMBER (page->doc) + 1;
      g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

/* A text may be newer or older than its record while the index is behind: only records that exist are shown. */
static gboolean
add_found (MappeConn *council, const Ask *ask, GPtrArray *hits, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify) mappe_row_unref);
  guint n_kinds;

  mappe_kinds (&n_kinds);
  for (guint kind = 0; kind < n_kinds; kind++)
    if (!load_kind (council, ask->found, kind, rows, error))
      return FALSE;
  if (!mappe_search_pages_link (council, ask->pages, error))
    return FALSE;
  for (guint i = 0; i < ask->found->len && hits->len < ask->search->most; i++)
    {
      const MappeSearchFound *found = &g_array_index (ask->found, MappeSearchFound, i);
      const MappeRow *row = g_hash_table_lookup (rows, &found->doc);

      if (found->doc >= MAPPE_SEARCH_PAGES && !add_page (council, ask, found, hits, error))
        return FALSE;
      if (row != NULL && !has_hit (hits, row->kind, row->id))
        g_ptr_array_add (hits, hit_new (council, row, ask->words, found->rank));
    }
  return TRUE;
}

/* --- references --- */

/* References are alike whatever their case and zeros: "mtg5" is MTG05. Their sort keys begin alike then. */
static char *
reference_key (const char *text)
{
  g_autofree char *typed = g_strstrip (g_strndup (text, strnlen (text, REFERENCE_LONGEST + 1)));
  char *key;

  if (strlen (typed) > REFERENCE_LONGEST || !g_utf8_validate (typed, -1, NULL) || strpbrk (typed, "0123456789") == NULL
      || strpbrk (typed, " \t\n") != NULL)
    return NULL;
  key = mappe_text_sort_key (typed, MAPPE_SORT_DIN_5007_1);
  /* What stands behind the mark tells apart what is alike here. */
  key[strcspn (key, "\x01")] = '\0';
  return key;
}

static gboolean
add_reference_hits (MappeConn *council, const MappeKind *kind, const char *key, const Ask *ask, GPtrArray *hits,
                    GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE reference_key >= $1 AND reference_key < $2"
                                          " ORDER BY reference_key, reference LIMIT %d",
                                          kind->table, REFERENCES_PER_KIND);
  g_autofree char *end = g_strconcat (key, "\x02", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) no_words = g_ptr_array_new ();
  MappeStmt *stmt = mappe_conn_prepare (council, sql, error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, key);
  mappe_stmt_bind_text (stmt, 2, end);
  while (has_row)
    {
      gint64 id;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      id = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
      if (has_row)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len && hits->len < ask->search->most; i++)
    {
      g_autoptr (MappeRow) row = mappe_rows_load (council, kind, g_array_index (ids, gint64, i), error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (hits, hit_new (council, row, no_words, 0));
    }
  return TRUE;
}

static gboolean
add_references (MappeConn *council, const Ask *ask, GPtrArray *hits, GError **error)
{
  g_autofree char *key = reference_key (ask->search->text);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; key != NULL && i < n_kinds; i++)
    if (!add_reference_hits (council, kinds[i], key, ask, hits, error))
      return mappe_store_prefix_sql (error);
  return TRUE;
}

static gpointer
search_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Ask ask = { .search = data };
  g_autoptr (GPtrArray) words = mappe_search_words_new (ask.search->text);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_search_hit_free);
  gboolean success;

  ask.words = words;
  success = with_index (store, conn, ask_index, &ask, cancellable, error);
  if (success && g_atomic_int_get (&get_state (store)->progress) < 1000)
    mappe_store_search_warm (store);
  success = success && add_references (conn, &ask, hits, error) && add_found (conn, &ask, hits, error);
  g_clear_pointer (&ask.found, g_array_unref);
  g_clear_pointer (&ask.pages, g_ptr_array_unref);
  if (!success)
    {
      mappe_store_prefix_sql (error);
      return NULL;
    }
  return g_steal_pointer (&hits);
}

/* The same on the INDEX lane itself. Returns: (transfer full) (nullable) (element-type MappeSearchHit) */
GPtrArray *
mappe_search_on_lane (MappeStore *store, MappeConn *conn, const char *text, guint most, GCancellable *cancellable,
                      GError **error)
{
  Search search = { (char *) text, most, TRUE };

  return search_on_lane (store, conn, &search, cancellable, error);
}

static Search *
search_new (const char *text, guint most, gboolean wait)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->most = most;
  search->wait = wait;
  return search;
}

/**
 * mappe_store_search:
 * @text: what was typed
 * @most: how many hits at most
 *
 * Finds records of all kinds by words, beginnings of words and, from three letters on, parts of words, however
 * umlauts and capitals are written; and by reference. Waits until all records are indexed.
 *
 * Returns: (transfer full) (nullable) (element-type MappeSearchHit): the hits, best first
 */
GPtrArray *
mappe_store_search (MappeStore *self, const char *text, guint most, GError **error)
{
  Search search = { (char *) text, most, TRUE };

  g_return_val_if_fail (MAPPE_IS_STORE (self) && text != NULL && most > 0, NULL);

  return mappe_store_run_sync (self, MAPPE_LANE_INDEX, search_on_lane, &search, error);
}

/**
 * mappe_store_search_async:
 *
 * As mappe_store_search(), but answers at once from what is indexed: see mappe_store_search_progress().
 */
void
mappe_store_search_async (MappeStore *self, const char *text, guint most, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MAPPE_IS_STORE (self) && text != NULL && most > 0);

  mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_PAGE, search_on_lane,
                         search_new (text, most, FALSE), (GDestroyNotify) search_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/** mappe_store_search_finish: Returns: (transfer full) (nullable): see mappe_store_search() */
GPtrArray *
mappe_store_search_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
