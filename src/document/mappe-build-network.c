/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-network.h"

#include <glib/gi18n-lib.h>

#include "mappe-network-chart.h"
#include "mappe-network-words.h"

enum { MOST_PAIRS = 60 };  /* on paper; the window has all of them */

typedef struct {
  guint one, other, count;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  if (one->one != other->one)
    return one->one < other->one ? -1 : 1;
  return one->other < other->other ? -1 : one->other > other->other;
}

static GArray *
pairs_of (const MappeNetwork *network)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < network->nodes->len; i++)
    for (guint j = i + 1; j < network->nodes->len; j++)
      {
        Pair pair = { i, j, mappe_network_count (network, i, j, MAPPE_TIE_ANY) };

        if (pair.count > 0)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* "Joint projects 3, bodies 2" */
static char *
ties_words (const MappeNetwork *network, const Pair *pair, const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);

  for (MappeTie tie = 0; tie < MAPPE_N_TIES; tie++)
    {
      guint n = mappe_network_count (network, pair->one, pair->other, tie);

      if (n > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "", mappe_network_tie_name (tie, language), n);
    }
  return g_string_free (text, FALSE);
}

static void
add_pairs (MappeNode *document, const MappeNetwork *network, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_ ("Who works with whom"));
  g_autoptr (GArray) pairs = pairs_of (network);
  g_autofree char *shown = g_strdup_printf (L_ ("The %1$u strongest of %2$u ties."), MIN (pairs->len, MOST_PAIRS),
                                            pairs->len);
  MappeNode *table;

  mappe_node_add_paragraph (section, shown);
  if (pairs->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Organisation"), L_ ("Organisation"), L_ ("In common"), NULL);
  for (guint i = 0; i < pairs->len && i < MOST_PAIRS; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      g_autofree char *ties = ties_words (network, pair, language);

      mappe_node_add_row (table, 0, mappe_network_name (network, pair->one), mappe_network_name (network, pair->other),
                          ties, NULL);
    }
}

static void
add_quiet (MappeNode *document, const MappeNetwork *network, const MappeLanguage *language)
{
  g_autoptr (GArray) quiet = mappe_network_quiet (network);
  g_autofree char *heading = mappe_network_words_quiet (network, quiet->len, language);
  MappeNode *section = mappe_node_add_section (document, 1, heading), *table;

  if (quiet->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  for (guint i = 0; i < quiet->len; i++)
    {
      guint nth = g_array_index (quiet, guint, i);
      g_autofree char *last = mappe_network_words_last (&mappe_network_node (network, nth)->last, language);

      mappe_node_add_row (table, 0, mappe_network_name (network, nth), last, NULL);
    }
}

static void
add_composition (MappeNode *section, const MappeNetwork *network, const MappeLanguage *language)
{
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  g_autoptr (GArray) sectors = mappe_network_composition (network);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Sector"), L_ ("Entitled to vote"), L_ ("Without a vote"), NULL);
  for (guint i = 0; i < sectors->len; i++)
    {
      const MappeNetworkSector *sector = &g_array_index (sectors, MappeNetworkSector, i);
      g_autofree char *voting = g_strdup_printf ("%u", sector->voting);
      g_autofree char *advisory = g_strdup_printf ("%u", sector->advisory);

      mappe_node_add_row (table, 0, sector->name != NULL ? sector->name : L_ ("No sector"), voting, advisory, NULL);
    }
}

static void
add_presence (MappeNode *section, const MappeNetwork *network, const MappeLanguage *language)
{
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  g_autoptr (GArray) presence = mappe_network_presence (network);
  g_autofree char *source = mappe_network_words_source (language);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Sector"), L_ ("In our bodies"), L_ ("To compare"), NULL);
  for (guint i = 0; i < presence->len; i++)
    {
      const MappeNetworkPresence *each = &g_array_index (presence, MappeNetworkPresence, i);
      g_autofree char *share = mappe_network_words_share (each->bodies, each->of, language);
      g_autofree char *reference = mappe_network_words_percent (each->reference, language);

      mappe_node_add_row (table, 0, mappe_network_words_kind (network, each->kind, language), share, reference, NULL);
    }
  mappe_node_add_paragraph (section, source);
}

/**
 * mappe_build_network:
 * @language: (nullable): language of the report
 *
 * Makes the report on the network: the strongest ties, partners without activity, sectors.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_network (const MappeNetwork *network, const MappeLanguage *language)
{
  g_autofree char *from = mappe_language_date (language, network->from);
  g_autofree char *to = mappe_language_date (language, network->today);
  g_autofree char *title = g_strdup_printf (L_ ("Network of the council, %1$s to %2$s"), from, to);
  MappeNode *document = mappe_node_new_document (title, language), *section;

  mappe_node_set_meta (document, "kind", "network");
  mappe_node_set_meta (document, "date", network->today);
  add_pairs (document, network, language);
  add_quiet (document, network, language);
  section = mappe_node_add_section (document, 1, L_ ("Composition of the council"));
  add_composition (section, network, language);
  add_presence (section, network, language);
  return document;
}
