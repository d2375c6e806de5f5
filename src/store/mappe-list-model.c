/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-model.h"

#include "mappe-list-cache.h"
#include "mappe-list-diff.h"
#include "mappe-query-private.h"

#define PAGE 256          /* rows of one request */
#define MOST_OUTSTANDING 8
#define MOST_HELD 4096    /* records kept when no view holds them */
#define HEAD 512          /* rows asked for first, so that the first frame need not wait for all keys */

struct _MappeListModel {
  GObject       parent_instance;
  MappeStore   *store;
  MappeQuery   *query;
  GArray       *ids;          /* gint64, what the view sees */
  GHashTable   *touched;      /* gint64 set: records that changed since @ids was read */
  gboolean      touched_all;  /* too much changed to say what */
  GCancellable *cancellable;  /* of the key query under way */
  guint         generation;   /* answers to older questions are dropped */
  guint         requery_idle;
  gboolean      complete;     /* all keys are there, not only the head */
  gboolean      moved;        /* records went and came, so one of them may have another place */
  gboolean      refilled;     /* all were replaced */
  gint64        n_total;

  MappeListCache *held;       /* loaded records */
  GHashTable   *awaited;      /* id → Awaited: handed out without a row */
  GHashTable   *asked;        /* gint64 set of the ids of all requests under way; the keys belong to these */
  GQueue        pages;        /* numbers of pages to ask for, newest at the head */
  GArray       *stray;        /* ids to ask for, whatever their place */
  GCancellable *row_cancellable;
  guint         outstanding;
  guint         request_idle;
};

typedef struct {
  gint64          id;
  MappeListModel *model;
  MappeRecord    *record;  /* not owned: a record nobody looks at any more needs no row */
} Awaited;

typedef struct {
  GWeakRef         model;
  guint            generation;
  gboolean         head;
  const MappeKind *kind;
  GArray          *ids;
} Request;

enum { PROP_0, PROP_QUERY, PROP_LOADING, PROP_N_TOTAL, N_PROPS };
enum { REFRESHED, LOADED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void mappe_list_model_request (MappeListModel *self);
static void mappe_list_model_ask_keys (MappeListModel *self, gboolean head);

G_DEFINE_FINAL_TYPE_WITH_CODE (MappeListModel, mappe_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static const MappeKind *
mappe_list_model_kind (MappeListModel *self)
{
  return mappe_query_get_kind (self->query);
}

static Request *
request_new (MappeListModel *self)
{
  Request *request = g_new0 (Request, 1);
  g_weak_ref_init (&request->model, self);
  request->generation = self->generation;
  request->kind = mappe_list_model_kind (self);
  return request;
}

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->model);
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* --- records kept and records waited for --- */

static void
awaited_gone_cb (gpointer data, GObject *where_the_record_was)
{
  Awaited *awaited = data;
  g_hash_table_remove (awaited->model->awaited, &awaited->id);
}

static void
mappe_list_model_forget_awaited (Awaited *awaited)
{
  g_object_weak_unref (G_OBJECT (awaited->record), awaited_gone_cb, awaited);
}

static void
mappe_list_model_await (MappeListModel *self, MappeRecord *record)
{
  Awaited *awaited = g_new0 (Awaited, 1);
  awaited->id = mappe_record_get_id (record);
  awaited->model = self;
  awaited->record = record;
  g_object_weak_ref (G_OBJECT (record), awaited_gone_cb, awaited);
  g_hash_table_insert (self->awaited, &awaited->id, awaited);
}

static void
mappe_list_model_settle (MappeListModel *self, gint64 id)
{
  Awaited *awaited = g_hash_table_lookup (self->awaited, &id);
  if (awaited == NULL)
    return;
  mappe_list_model_forget_awaited (awaited);
  g_hash_table_remove (self->awaited, &id);
}

static void
mappe_list_model_forget_all (MappeListModel *self)
{
  GHashTableIter iter;
  gpointer awaited;

  g_hash_table_iter_init (&iter, self->awaited);
  while (g_hash_table_iter_next (&iter, NULL, &awaited))
    {
      mappe_list_model_forget_awaited (awaited);
      g_hash_table_iter_remove (&iter);
    }
  mappe_list_cache_clear (self->held);
  g_queue_clear (&self->pages);
  g_array_set_size (self->stray, 0);
}

/* --- rows --- */

static void
mappe_list_model_take_rows (MappeListModel *self, GPtrArray *listed)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_full (listed->len, g_object_unref);

  for (guint i = 0; i < listed->len; i++)
    {
      MappeListed *item = g_ptr_array_index (listed, i);
      MappeRecord *record = mappe_store_get_record (self->store, item->row->kind, item->row->id);
      mappe_listed_show (item, record);
      mappe_list_model_settle (self, item->row->id);
      mappe_list_cache_add (self->held, record);
      g_ptr_array_add (loaded, record);
    }
  g_signal_emit (self, signals[LOADED], 0, loaded);
}

/* After a jump nobody looks at the rows any more that were asked for before it. */
static gboolean
mappe_list_model_wants (MappeListModel *self, const Request *request)
{
  if (request->kind != mappe_list_model_kind (self))
    return FALSE;
  for (guint i = 0; i < request->ids->len; i++)
    {
      const gint64 *id = &g_array_index (request->ids, gint64, i);
      if (g_hash_table_contains (self->awaited, id) || mappe_list_cache_contains (self->held, *id))
        return TRUE;
    }
  return FALSE;
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (MappeListModel) self = g_weak_ref_get (&request->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, &error);

  if (self == NULL)
    return;
  self->outstanding--;
  for (guint i = 0; i < request->ids->len; i++)
    g_hash_table_remove (self->asked, &g_array_index (request->ids, gint64, i));
  if (listed != NULL && mappe_list_model_wants (self, request))
    mappe_list_model_take_rows (self, listed);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
  /* What did not come was deleted meanwhile; the change that says so is on its way. */
  for (guint i = 0; i < request->ids->len; i++)
    mappe_list_model_settle (self, g_array_index (request->ids, gint64, i));
  mappe_list_model_request (self);
}

static void
mappe_list_model_send (MappeListModel *self, GArray *ids)
{
  Request *request = request_new (self);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->asked, &g_array_index (ids, gint64, i));
  request->ids = g_array_ref (ids);
  self->outstanding++;
  mappe_store_rows_async (self->store, request->kind, (const gint64 *) ids->data, ids->len, self->row_cancellable,
                          rows_cb, request);
}

/* The rows of a page that are not there yet; NULL when nobody waits for any of them. */
static GArray *
mappe_list_model_page_ids (MappeListModel *self, guint page)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), PAGE);
  guint end = MIN (self->ids->len, (page + 1) * PAGE);
  gboolean wanted = FALSE;

  for (guint i = page * PAGE; i < end; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      if (mappe_list_cache_contains (self->held, id) || g_hash_table_contains (self->asked, &id))
        continue;
      wanted = wanted || g_hash_table_contains (self->awaited, &id);
      g_array_append_val (ids, id);
    }
  return wanted ? g_steal_pointer (&ids) : NULL;
}

static GArray *
mappe_list_model_stray_ids (MappeListModel *self)
{
  guint n = MIN (self->stray->len, PAGE);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  g_array_append_vals (ids, self->stray->data, n);
  g_array_remove_range (self->stray, 0, n);
  return ids;
}

static void
mappe_list_model_request (MappeListModel *self)
{
  while (self->outstanding < MOST_OUTSTANDING && (self->pages.length > 0 || self->stray->len > 0))
    {
      g_autoptr (GArray) ids = NULL;
      if (self->pages.length > 0)
        ids = mappe_list_model_page_ids (self, GPOINTER_TO_UINT (g_queue_pop_head (&self->pages)));
      else
        ids = mappe_list_model_stray_ids (self);
      if (ids != NULL)
        mappe_list_model_send (self, ids);
    }
}

static gboolean
request_idle_cb (gpointer data)
{
  MappeListModel *self = data;
  self->request_idle = 0;
  mappe_list_model_request (self);
  return G_SOURCE_REMOVE;
}

static void
mappe_list_model_queue_request (MappeListModel *self)
{
  if (self->request_idle == 0)
    self->request_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, request_idle_cb, self, NULL);
}

static void
mappe_list_model_want_page (MappeListModel *self, guint page)
{
  if (g_queue_peek_head (&self->pages) != GUINT_TO_POINTER (page) || self->pages.length == 0)
    {
      g_queue_remove (&self->pages, GUINT_TO_POINTER (page));
      g_queue_push_head (&self->pages, GUINT_TO_POINTER (page));
    }
  mappe_list_model_queue_request (self);
}

/* Pages name places, and places have changed: what is still waited for is asked for by id. */
static void
mappe_list_model_pages_to_stray (MappeListModel *self)
{
  GHashTableIter iter;
  gpointer data;

  g_queue_clear (&self->pages);
  g_hash_table_iter_init (&iter, self->awaited);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      Awaited *awaited = data;
      if (!g_hash_table_contains (self->asked, &awaited->id))
        g_array_append_val (self->stray, awaited->id);
    }
  if (self->stray->len > 0)
    mappe_list_model_queue_request (self);
}

/* --- keys --- */

static void
mappe_list_model_splice (MappeListModel *self, const MappeHunk *hunk, GArray *after)
{
  if (hunk->removed > 0)
    g_array_remove_range (self->ids, hunk->position, hunk->removed);
  if (hunk->added > 0)
    g_array_insert_vals (self->ids, hunk->position, &g_array_index (after, gint64, hunk->from), hunk->added);
  g_list_model_items_changed (G_LIST_MODEL (self), hunk->position, hunk->removed, hunk->added);
}

static void
mappe_list_model_take_keys (MappeListModel *self, GArray *after, gboolean known)
{
  gboolean refilled;
  g_autoptr (GArray) hunks = mappe_list_diff (self->ids, after, known ? self->touched : NULL, &refilled);
  gboolean removed = FALSE, added = FALSE;

  if (hunks->len > 0)
    mappe_list_model_pages_to_stray (self);
  for (guint i = 0; i < hunks->len; i++)
    {
      const MappeHunk *hunk = &g_array_index (hunks, MappeHunk, i);
      removed = removed || hunk->removed > 0;
      added = added || hunk->added > 0;
      mappe_list_model_splice (self, hunk, after);
    }
  self->refilled = self->refilled || refilled;
  self->moved = self->moved || (removed && added) || !self->complete;
  if (!self->complete)
    return;
  g_hash_table_remove_all (self->touched);
  if (self->moved)
    g_signal_emit (self, signals[REFRESHED], 0, self->refilled);
  self->moved = self->refilled = FALSE;
}

static void
total_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (MappeListModel) self = g_weak_ref_get (&request->model);
  gint64 n = mappe_store_count_finish (MAPPE_STORE (source), result, NULL);

  if (self == NULL || request->generation != self->generation || n < 0 || n == self->n_total)
    return;
  self->n_total = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

static void
mappe_list_model_finish_keys (MappeListModel *self)
{
  g_autoptr (MappeQuery) all = mappe_query_new (mappe_list_model_kind (self));

  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  mappe_store_count_async (self->store, all, self->row_cancellable, total_cb, request_new (self));
}

static void
keys_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (MappeListModel) self = g_weak_ref_get (&request->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) after = mappe_store_query_finish (MAPPE_STORE (source), result, &error);

  if (self == NULL || request->generation != self->generation)
    return;
  if (after == NULL)
    {
      mappe_list_model_finish_keys (self);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  gboolean known = self->complete && !self->touched_all;
  self->complete = !request->head || after->len < HEAD;
  self->touched_all = self->touched_all && !self->complete;
  mappe_list_model_take_keys (self, after, known);
  /* A handler of the change may have asked for something else. */
  if (request->generation != self->generation)
    return;
  if (self->complete)
    mappe_list_model_finish_keys (self);
  else
    mappe_list_model_ask_keys (self, FALSE);
}

static void
mappe_list_model_ask_keys (MappeListModel *self, gboolean head)
{
  g_autoptr (MappeQuery) query = mappe_query_copy (self->query);
  Request *request;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  request = request_new (self);
  request->head = head;
  if (head)
    mappe_query_limit (query, query->limit == 0 ? HEAD : MIN (query->limit, HEAD));
  mappe_store_query_async (self->store, query, head ? MAPPE_PRIORITY_PAGE : MAPPE_PRIORITY_LIST, self->cancellable,
                           keys_cb, request);
}

static gboolean
requery_cb (gpointer data)
{
  MappeListModel *self = data;

  self->requery_idle = 0;
  mappe_list_model_ask_keys (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  return G_SOURCE_REMOVE;
}

/* --- changes --- */

/* Titles follow references one step, so a row shows texts of the kinds it refers to and of those these refer to.
 */
static gboolean
mappe_list_model_shows (const MappeKind *kind, const char *other, guint depth)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type != MAPPE_FIELD_REF)
        continue;
      if (g_str_equal (kind->fields[i].target, other))
        return TRUE;
      const MappeKind *target = depth > 0 ? mappe_kind_lookup (kind->fields[i].target, NULL) : NULL;
      if (target != NULL && mappe_list_model_shows (target, other, depth - 1))
        return TRUE;
    }
  return FALSE;
}

static void
mappe_list_model_reload_held (MappeListModel *self)
{
  mappe_list_cache_add_ids (self->held, self->stray);
  mappe_list_model_queue_request (self);
}

static void
mappe_list_model_note_record (MappeListModel *self, const MappeTouched *change)
{
  /* A record that was deleted may come back by undo, as another row under the same id. */
  if (change->op == MAPPE_CHANGE_DELETE)
    mappe_list_cache_remove (self->held, change->id);
  else if (mappe_list_cache_contains (self->held, change->id))
    g_array_append_val (self->stray, change->id);
}

/* Returns whether the keys or their order may have changed. */
static gboolean
mappe_list_model_note_touched (MappeListModel *self, GArray *touched)
{
  const MappeKind *kind = mappe_list_model_kind (self);
  gboolean requery = FALSE, reload = FALSE;

  for (guint i = 0; i < touched->len; i++)
    {
      const MappeTouched *change = &g_array_index (touched, MappeTouched, i);
      if (change->kind == kind)
        {
          gint64 *key = g_memdup2 (&change->id, sizeof change->id);
          requery = TRUE;
          g_hash_table_add (self->touched, key);
          mappe_list_model_note_record (self, change);
        }
      else if (!reload && mappe_list_model_shows (kind, change->kind->name, 1))
        reload = requery = TRUE;
    }
  if (reload)
    mappe_list_model_reload_held (self);
  else if (self->stray->len > 0)
    mappe_list_model_queue_request (self);
  return requery;
}

static void
store_changed_cb (MappeListModel *self, GArray *touched, MappeStore *store)
{
  gboolean requery = TRUE;

  if (touched != NULL)
    requery = mappe_list_model_note_touched (self, touched);
  else
    {
      self->touched_all = TRUE;
      mappe_list_model_reload_held (self);
    }
  if (requery && self->requery_idle == 0)
    self->requery_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, requery_cb, self, NULL);
}

/* --- GListModel --- */

static GType
mappe_list_model_get_item_type (GListModel *model)
{
  return MAPPE_TYPE_RECORD;
}

static guint
mappe_list_model_get_n_items (GListModel *model)
{
  return MAPPE_LIST_MODEL (model)->ids->len;
}

static gpointer
mappe_list_model_get_item (GListModel *model, guint position)
{
  MappeListModel *self = MAPPE_LIST_MODEL (model);

  if (position >= self->ids->len)
    return NULL;
  gint64 id = g_array_index (self->ids, gint64, position);
  MappeRecord *record = mappe_list_cache_use (self->held, id);
  if (record != NULL)
    return record;
  record = mappe_store_get_record (self->store, mappe_list_model_kind (self), id);
  /* A record that others have loaded lacks the texts of its references, so it is asked for all the same. */
  if (!g_hash_table_contains (self->awaited, &id))
    mappe_list_model_await (self, record);
  mappe_list_model_want_page (self, position / PAGE);
  return record;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = mappe_list_model_get_item_type;
  iface->get_n_items = mappe_list_model_get_n_items;
  iface->get_item = mappe_list_model_get_item;
}

/* --- GObject --- */

static void
mappe_list_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MappeListModel *self = MAPPE_LIST_MODEL (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_pointer (value, self->query);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, mappe_list_model_get_loading (self));
      break;
    case PROP_N_TOTAL:
      g_value_set_int64 (value, self->n_total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mappe_list_model_dispose (GObject *object)
{
  MappeListModel *self = MAPPE_LIST_MODEL (object);

  self->generation++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->row_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->requery_idle, g_source_remove);
  g_clear_handle_id (&self->request_idle, g_source_remove);
  mappe_list_model_forget_all (self);
  G_OBJECT_CLASS (mappe_list_model_parent_class)->dispose (object);
}

static void
mappe_list_model_finalize (GObject *object)
{
  MappeListModel *self = MAPPE_LIST_MODEL (object);

  g_clear_object (&self->row_cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, mappe_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->stray, g_array_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->held, mappe_list_cache_free);
  g_clear_pointer (&self->awaited, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  G_OBJECT_CLASS (mappe_list_model_parent_class)->finalize (object);
}

static void
mappe_list_model_class_init (MappeListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mappe_list_model_get_property;
  object_class->dispose = mappe_list_model_dispose;
  object_class->finalize = mappe_list_model_finalize;
  properties[PROP_QUERY] = g_param_spec_pointer ("query", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TOTAL] = g_param_spec_int64 ("n-total", NULL, NULL, -1, G_MAXINT64, -1,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REFRESHED] = g_signal_new ("refreshed", MAPPE_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[LOADED] = g_signal_new ("loaded", MAPPE_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[FAILED] = g_signal_new ("failed", MAPPE_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
mappe_list_model_init (MappeListModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stray = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->held = mappe_list_cache_new (MOST_HELD);
  self->asked = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->awaited = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->row_cancellable = g_cancellable_new ();
  self->n_total = -1;
}

/**
 * mappe_list_model_new:
 * @store: an open store
 * @query: which records, in which order
 *
 * The model is empty at first; the keys come by themselves.
 *
 * Returns: (transfer full): a new model
 */
MappeListModel *
mappe_list_model_new (MappeStore *store, const MappeQuery *query)
{
  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  MappeListModel *self = g_object_new (MAPPE_TYPE_LIST_MODEL, NULL);
  self->store = g_object_ref (store);
  self->query = mappe_query_copy (query);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  mappe_list_model_ask_keys (self, TRUE);
  return self;
}

/**
 * mappe_list_model_set_query:
 * @query: which records, in which order
 *
 * Asks another question; what is shown stays until the answer comes. The kind may be another one: then the model
 * is emptied at once.
 */
void
mappe_list_model_set_query (MappeListModel *self, const MappeQuery *query)
{
  g_return_if_fail (MAPPE_IS_LIST_MODEL (self));
  g_return_if_fail (query != NULL);

  if (mappe_query_equal (self->query, query))
    return;
  gboolean same_kind = mappe_query_get_kind (query) == mappe_list_model_kind (self);
  mappe_query_free (self->query);
  self->query = mappe_query_copy (query);
  self->complete = FALSE;
  g_clear_handle_id (&self->requery_idle, g_source_remove);
  if (!same_kind)
    {
      guint n = self->ids->len;
      mappe_list_model_forget_all (self);
      g_array_set_size (self->ids, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
      self->n_total = -1;
    }
  mappe_list_model_ask_keys (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * mappe_list_model_get_query:
 *
 * Returns: (transfer none): the question that the model answers
 */
const MappeQuery *
mappe_list_model_get_query (MappeListModel *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), NULL);
  return self->query;
}

/**
 * mappe_list_model_get_loading:
 *
 * Returns: whether keys are on their way; rows are not meant
 */
gboolean
mappe_list_model_get_loading (MappeListModel *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), FALSE);
  return self->cancellable != NULL;
}

/**
 * mappe_list_model_get_n_total:
 *
 * Returns: how many records of the kind there are, with those that the query leaves out; -1 until it is known
 */
gint64
mappe_list_model_get_n_total (MappeListModel *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), -1);
  return self->n_total;
}

/**
 * mappe_list_model_get_id:
 * @position: place in the list
 *
 * Returns: the id of the record there, 0 behind the end; nothing is loaded for it
 */
gint64
mappe_list_model_get_id (MappeListModel *self, guint position)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), 0);
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * mappe_list_model_find:
 * @id: id of a record
 *
 * Returns: its place, or G_MAXUINT (which is GTK_INVALID_LIST_POSITION) when it is not in the list
 */
guint
mappe_list_model_find (MappeListModel *self, gint64 id)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), G_MAXUINT);

  const gint64 *ids = (const gint64 *) self->ids->data;
  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

/**
 * mappe_list_model_peek:
 * @position: place in the list
 *
 * Returns: (transfer none) (nullable): the record there when its row has been loaded; nothing is asked for
 */
MappeRecord *
mappe_list_model_peek (MappeListModel *self, guint position)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (self), NULL);

  gint64 id = mappe_list_model_get_id (self, position);
  return mappe_list_cache_peek (self->held, id);
}
