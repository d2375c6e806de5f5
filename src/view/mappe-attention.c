/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attention.h"

#include "mappe-date.h"
#include "mappe-places.h"

typedef struct {
  const char *place;
  const char *kind;
  struct {
    const char *field;
    MappeOp op;
    const char *value; /* "+N": a day, N days from today */
  } conditions[5];
} Rule;

static const Rule rules[] = {
  { "meetings", "meeting",
    { { "state", MAPPE_OP_EQUAL, "held" },
      { "minutes_state", MAPPE_OP_EQUAL, "draft" },
      { "minutes_state", MAPPE_OP_EQUAL, "in_review" } } },
  { "decisions", "task",
    { { "status", MAPPE_OP_NOT_EQUAL, "done" },
      { "status", MAPPE_OP_NOT_EQUAL, "dropped" },
      { "due_on", MAPPE_OP_LESS, "+0" } } },
  { "people", "person",
    { { "status", MAPPE_OP_EQUAL, "active" },
      { "term_end", MAPPE_OP_GREATER_EQUAL, "+0" },
      { "term_end", MAPPE_OP_LESS_EQUAL, "+90" } } },
  { "projects", "finance-line",
    { { "use_report_status", MAPPE_OP_EQUAL, "open" }, { "use_report_due_on", MAPPE_OP_LESS_EQUAL, "+14" } } },
  { "agreements", "agreement",
    { { "status", MAPPE_OP_EQUAL, "active" }, { "next_review_on", MAPPE_OP_LESS_EQUAL, "+14" } } },
};

struct _MappeAttention {
  GObject parent_instance;

  MappeStore *store;
  GCancellable *cancellable;
  gint64 counts[G_N_ELEMENTS (rules)];
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (MappeAttention, mappe_attention, G_TYPE_OBJECT)

enum {
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MappeQuery *
make_query (const Rule *rule, const char *today)
{
  const MappeKind *kind = mappe_kind_lookup (rule->kind, NULL);
  g_autoptr (MappeQuery) query = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  query = mappe_query_new (kind);
  for (guint i = 0; rule->conditions[i].field; i++)
    {
      int field = mappe_kind_find_field (kind, rule->conditions[i].field);
      const char *value = rule->conditions[i].value;
      g_autofree char *day = *value == '+' ? mappe_date_add_days (today, atoi (value + 1)) : NULL;

      g_return_val_if_fail (field >= 0, NULL);
      mappe_query_where (query, field, rule->conditions[i].op, day ? day : value);
    }
  return g_steal_pointer (&query);
}

typedef struct {
  MappeAttention *self;
  guint nth;
} Counting;

static void
announce (MappeAttention *self, const char *place)
{
  g_signal_emit (self, signals[COUNTED], 0, place, mappe_attention_get_count (self, place));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Counting *counting = data;
  g_autoptr (MappeAttention) self = counting->self;
  g_autoptr (GError) error = NULL;
  gint64 count = mappe_store_count_finish (MAPPE_STORE (source), result, &error);

  if (error)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("What is to be done was not counted: %s", error->message);
      return;
    }
  self->counts[counting->nth] = count;
  announce (self, rules[counting->nth].place);
  announce (self, "overview");
}

static gboolean
refresh_cb (gpointer data)
{
  MappeAttention *self = MAPPE_ATTENTION (data);

  self->refresh_id = 0;
  mappe_attention_refresh (self);
  return G_SOURCE_REMOVE;
}

/* An import announces itself many times; one count at the end is enough. */
static void
changed_cb (MappeAttention *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
mappe_attention_dispose (GObject *object)
{
  MappeAttention *self = MAPPE_ATTENTION (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_attention_parent_class)->dispose (object);
}

static void
mappe_attention_class_init (MappeAttentionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_attention_dispose;

  /**
   * MappeAttention::counted:
   * @place: name of the place
   * @count: how many things are to be done there
   */
  signals[COUNTED] = g_signal_new ("counted", MAPPE_TYPE_ATTENTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
mappe_attention_init (MappeAttention *self)
{
}

/**
 * mappe_attention_new:
 * @store: the council file
 *
 * Returns: (transfer full): counts that are made with the first mappe_attention_refresh()
 */
MappeAttention *
mappe_attention_new (MappeStore *store)
{
  MappeAttention *self = g_object_new (MAPPE_TYPE_ATTENTION, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mappe_attention_refresh:
 *
 * Counts anew, off the UI thread.
 */
void
mappe_attention_refresh (MappeAttention *self)
{
  g_autofree char *today = mappe_date_today ();

  g_return_if_fail (MAPPE_IS_ATTENTION (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (MappeQuery) query = make_query (&rules[i], today);
      Counting *counting = g_new0 (Counting, 1);

      counting->self = g_object_ref (self);
      counting->nth = i;
      mappe_store_count_async (self->store, query, self->cancellable, counted_cb, counting);
    }
}

/**
 * mappe_attention_get_count:
 * @place: name of a place; "overview" has the sum of all
 *
 * Returns: how many things are to be done there, 0 before they were counted
 */
gint64
mappe_attention_get_count (MappeAttention *self, const char *place)
{
  gboolean all = g_strcmp0 (place, "overview") == 0;
  gint64 sum = 0;

  g_return_val_if_fail (MAPPE_IS_ATTENTION (self), 0);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (all || g_strcmp0 (rules[i].place, place) == 0)
      sum += self->counts[i];
  return sum;
}

/**
 * mappe_attention_queries:
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type MappeQuery): what is counted, for tests
 */
GPtrArray *
mappe_attention_queries (const char *today)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_query_free);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_ptr_array_add (queries, make_query (&rules[i], today));
  return g_steal_pointer (&queries);
}
