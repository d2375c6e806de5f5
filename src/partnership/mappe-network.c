/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-network.h"

#include "mappe-code.h"
#include "mappe-date.h"
#include "mappe-network-private.h"
#include "mappe-organisation.h"
#include "mappe-standing-report.h"

static void
node_free (gpointer data)
{
  MappeNetworkNode *self = data;

  mappe_row_unref (self->organisation);
  g_free (self->last.title);
  g_free (self->last.date);
  g_free (self);
}

static void
shared_free (gpointer data)
{
  MappeNetworkShared *self = data;

  g_free (self->title);
  g_free (self->date);
  g_array_unref (self->nodes);
  g_free (self);
}

static void
body_free (gpointer data)
{
  MappeNetworkBody *self = data;

  mappe_row_unref (self->body);
  g_hash_table_unref (self->kinds);
  g_free (self);
}

/* --- what readers put into it --- */

/* Returns: the number of what has that id; %G_MAXUINT: it has none */
guint
mappe_network_reader_find (GHashTable *numbers, gint64 id)
{
  guint found = id > 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &id)) : 0;

  return found > 0 ? found - 1 : G_MAXUINT;
}

/* Something that organisation @nth did; the latest stays. */
void
mappe_network_reader_note (MappeNetworkReader *self, guint nth, const MappeKind *kind, gint64 id, const char *title,
                           const char *date)
{
  MappeNetworkActivity *last = &((MappeNetworkNode *) g_ptr_array_index (self->network->nodes, nth))->last;

  if (date == NULL || g_strcmp0 (date, self->network->today) > 0
      || (last->date != NULL && g_strcmp0 (last->date, date) >= 0))
    return;
  g_free (last->title);
  g_free (last->date);
  *last = (MappeNetworkActivity) { kind, id, g_strdup (title), g_strdup (date) };
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static void
count_pairs (MappeNetwork *self, const MappeNetworkShared *shared)
{
  for (guint i = 0; i < shared->nodes->len; i++)
    for (guint j = 0; j < shared->nodes->len; j++)
      if (i != j)
        self->counts[shared->tie][g_array_index (shared->nodes, guint, i) * self->nodes->len
                                  + g_array_index (shared->nodes, guint, j)]++;
}

/* @organisations: ids, perhaps some of them twice or 0; @date: (nullable) */
void
mappe_network_reader_add (MappeNetworkReader *self, MappeTie tie, const MappeListed *listed, const char *date,
                          gboolean current, const gint64 *organisations, guint n)
{
  MappeNetworkShared *shared = g_new0 (MappeNetworkShared, 1);

  *shared = (MappeNetworkShared) { tie, listed->row->kind, listed->row->id, g_strdup (listed->title), g_strdup (date),
                                   g_array_new (FALSE, FALSE, sizeof (guint)), current };
  for (guint i = 0; i < n; i++)
    {
      guint nth = mappe_network_reader_find (self->index, organisations[i]);
      gboolean known = nth == G_MAXUINT;

      for (guint j = 0; j < shared->nodes->len && !known; j++)
        known = g_array_index (shared->nodes, guint, j) == nth;
      if (known)
        continue;
      g_array_append_val (shared->nodes, nth);
      mappe_network_reader_note (self, nth, shared->kind, shared->id, shared->title, date);
    }
  g_array_sort (shared->nodes, compare_numbers);
  if (current)
    count_pairs (self->network, shared);
  g_ptr_array_add (self->network->shared, shared);
}

/* --- reading --- */

static gboolean
load_nodes (MappeNetworkReader *self, GError **error)
{
  MappeNetwork *network = self->network;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_organisation_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_ORGANISATION_STATUS, MAPPE_OP_NOT_EQUAL, "ended");
  mappe_query_order (query, MAPPE_ORGANISATION_NAME, FALSE);
  rows = mappe_snapshot_rows (self->snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeNetworkNode *node = g_new0 (MappeNetworkNode, 1);

      node->organisation = mappe_row_ref (g_ptr_array_index (rows, i));
      g_ptr_array_add (network->nodes, node);
      g_hash_table_insert (self->index, &node->organisation->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint tie = 0; tie < MAPPE_N_TIES; tie++)
    network->counts[tie] = g_new0 (guint16, network->nodes->len * network->nodes->len + 1);
  return rows != NULL;
}

static gboolean
load_codes (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, "org_kind");
  rows = mappe_snapshot_rows (self->snapshot, query, error);
  if (rows != NULL)
    self->network->codes = mappe_codes_new (rows);
  return rows != NULL;
}

static MappeNetwork *
network_new (const char *today)
{
  MappeNetwork *self = g_new0 (MappeNetwork, 1);
  g_autofree char *year_ago = mappe_standing_months_after (today, -12);

  self->today = g_strdup (today);
  self->from = mappe_date_add_days (year_ago, 1);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->shared = g_ptr_array_new_with_free_func (shared_free);
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  return self;
}

/**
 * mappe_network_load:
 * @today: day to reckon from, "YYYY-MM-DD"
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): who works with whom
 */
MappeNetwork *
mappe_network_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeNetwork) self = network_new (today);
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  MappeNetworkReader reader = { self, snapshot, index, people };

  if (!load_codes (&reader, error) || !load_nodes (&reader, error) || !mappe_network_reader_bodies (&reader, error)
      || !mappe_network_reader_ties (&reader, error) || !mappe_network_reader_activity (&reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** mappe_network_free: @self: (transfer full) */
void
mappe_network_free (MappeNetwork *self)
{
  g_free (self->today);
  g_free (self->from);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->shared);
  g_ptr_array_unref (self->bodies);
  for (guint tie = 0; tie < MAPPE_N_TIES; tie++)
    g_free (self->counts[tie]);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self);
}

/* --- asking --- */

/** mappe_network_node: Returns: (transfer none): an organisation by its number */
const MappeNetworkNode *
mappe_network_node (const MappeNetwork *self, guint nth)
{
  return g_ptr_array_index (self->nodes, nth);
}

/** mappe_network_name: Returns: (transfer none): name of an organisation by its number */
const char *
mappe_network_name (const MappeNetwork *self, guint nth)
{
  return mappe_row_get_text (mappe_network_node (self, nth)->organisation, MAPPE_ORGANISATION_NAME);
}

/** mappe_network_count: Returns: how many records two organisations share by @tie, or by any */
guint
mappe_network_count (const MappeNetwork *self, guint one, guint other, MappeTie tie)
{
  gsize at = (gsize) one * self->nodes->len + other;
  guint n = 0;

  if (tie < MAPPE_N_TIES)
    return self->counts[tie][at];
  for (guint i = 0; i < MAPPE_N_TIES; i++)
    n += self->counts[i][at];
  return n;
}

/** mappe_network_n_partners: Returns: with how many others an organisation shares something */
guint
mappe_network_n_partners (const MappeNetwork *self, guint nth, MappeTie tie)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += mappe_network_count (self, nth, i, tie) > 0;
  return n;
}

static gboolean
has_node (const MappeNetworkShared *shared, guint nth)
{
  for (guint i = 0; i < shared->nodes->len; i++)
    if (g_array_index (shared->nodes, guint, i) == nth)
      return TRUE;
  return FALSE;
}

/** mappe_network_between: Returns: (transfer container) (element-type MappeNetworkShared): the records that
 * mappe_network_count() counts, by tie */
GPtrArray *
mappe_network_between (const MappeNetwork *self, guint one, guint other, MappeTie tie)
{
  GPtrArray *between = g_ptr_array_new ();

  for (guint each = 0; each < MAPPE_N_TIES; each++)
    for (guint i = 0; (tie == MAPPE_TIE_ANY || tie == each) && i < self->shared->len; i++)
      {
        MappeNetworkShared *shared = g_ptr_array_index (self->shared, i);

        if (shared->current && shared->tie == each && has_node (shared, one) && has_node (shared, other))
          g_ptr_array_add (between, shared);
      }
  return between;
}

static const char *
sector_of (const MappeNetwork *self, guint nth)
{
  return mappe_row_get_text (mappe_network_node (self, nth)->organisation, MAPPE_ORGANISATION_SECTOR);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/** mappe_network_sectors: Returns: (transfer container) (element-type utf8): the sectors of the organisations, each
 * once */
GPtrArray *
mappe_network_sectors (const MappeNetwork *self)
{
  GPtrArray *sectors = g_ptr_array_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    if (sector_of (self, i) != NULL
        && !g_ptr_array_find_with_equal_func (sectors, sector_of (self, i), g_str_equal, NULL))
      g_ptr_array_add (sectors, (gpointer) sector_of (self, i));
  g_ptr_array_sort (sectors, compare_texts);
  return sectors;
}

/* An organisation, and what it is sorted by: the greater weight first, then its name, which its number goes by. */
typedef struct {
  guint nth, weight;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return one->nth < other->nth ? -1 : one->nth > other->nth;
}

/* Returns: (transfer full) (element-type guint): at most @most of @ranks, which is sorted */
static GArray *
best_of (GArray *ranks, guint most)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len && i < most; i++)
    g_array_append_val (best, g_array_index (ranks, Rank, i).nth);
  return best;
}

/**
 * mappe_network_pick:
 * @sector: (nullable): only organisations of it
 *
 * Returns: (transfer full) (element-type guint): at most @most organisations, those with most partners first; none
 *   without any
 */
GArray *
mappe_network_pick (const MappeNetwork *self, const char *sector, MappeTie tie, guint most)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Rank rank = { i, mappe_network_n_partners (self, i, tie) };

      if (rank.weight > 0 && (sector == NULL || g_strcmp0 (sector_of (self, i), sector) == 0))
        g_array_append_val (ranks, rank);
    }
  return best_of (ranks, most);
}

/** mappe_network_across: Returns: (transfer full) (element-type guint): at most @most organisations that share most
 * with @rows */
GArray *
mappe_network_across (const MappeNetwork *self, const GArray *rows, MappeTie tie, guint most)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Rank rank = { i, 0 };

      for (guint j = 0; j < rows->len; j++)
        rank.weight += mappe_network_count (self, i, g_array_index (rows, guint, j), tie);
      if (rank.weight > 0)
        g_array_append_val (ranks, rank);
    }
  return best_of (ranks, most);
}

/* --- partners that do nothing --- */

static int
compare_quiet (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  int by_day = g_strcmp0 (mappe_network_node (data, one)->last.date, mappe_network_node (data, other)->last.date);

  return by_day != 0 ? by_day : one < other ? -1 : one > other;
}

/** mappe_network_quiet: Returns: (transfer full) (element-type guint): partners of the council who did nothing in the
 * last twelve months, those of whom nothing is known first, then by the day of their last activity */
GArray *
mappe_network_quiet (const MappeNetwork *self)
{
  GArray *quiet = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const MappeNetworkNode *node = mappe_network_node (self, i);

      if (mappe_row_get_int (node->organisation, MAPPE_ORGANISATION_IS_PARTNER) != 0
          && g_strcmp0 (node->last.date, self->from) < 0)
        g_array_append_val (quiet, i);
    }
  g_array_sort_with_data (quiet, compare_quiet, (gpointer) self);
  return quiet;
}
