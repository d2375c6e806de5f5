/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-network-chart.h"

#include <glib/gi18n-lib.h>

#include "mappe-chart-network.h"
#include "mappe-network-sectors.h"
#include "mappe-organisation.h"

/* More lines than these for each node, and nobody sees one of them. */
enum { LINES_A_NODE = 2 };

/** mappe_network_tie_name: Returns: (transfer none): what organisations share */
const char *
mappe_network_tie_name (MappeTie tie, const MappeLanguage *language)
{
  static const char *const names[] = {
    [MAPPE_TIE_PROJECT] = N_("Joint projects"), [MAPPE_TIE_PATROL] = N_("Joint foot patrols"),
    [MAPPE_TIE_AGREEMENT] = N_("Agreements"),   [MAPPE_TIE_EVENT] = N_("Events"),
    [MAPPE_TIE_BODY] = N_("Bodies"),            [MAPPE_TIE_ANY] = N_("All ties"),
  };

  return L_ (names[tie]);
}

/* --- the graph --- */

/* Neighbours around the oval are of one sector, within it by name. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  const MappeRow *first = mappe_network_node (data, one)->organisation;
  const MappeRow *second = mappe_network_node (data, other)->organisation;
  int by_sector = g_strcmp0 (mappe_row_get_text (first, MAPPE_ORGANISATION_SECTOR),
                             mappe_row_get_text (second, MAPPE_ORGANISATION_SECTOR));

  return by_sector != 0 ? by_sector : one < other ? -1 : one > other;
}

static GArray *
around (const MappeNetwork *self, const GArray *nodes)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (order, nodes->data, nodes->len);
  g_array_sort_with_data (order, compare_places, (gpointer) self);
  return order;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const MappeChartEdge *one = a, *other = b;

  if (one->weight < other->weight || one->weight > other->weight)
    return one->weight > other->weight ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

/* The strongest lines; weights become shares of the strongest. @n_all: (out): how many there would be */
static GArray *
strongest_edges (const MappeNetwork *self, const GArray *order, MappeTie tie, guint *n_all)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (MappeChartEdge));

  for (guint i = 0; i < order->len; i++)
    for (guint j = i + 1; j < order->len; j++)
      {
        MappeChartEdge edge = { i, j, mappe_network_count (self, g_array_index (order, guint, i),
                                                           g_array_index (order, guint, j), tie) };

        if (edge.weight > 0)
          g_array_append_val (edges, edge);
      }
  g_array_sort (edges, compare_edges);
  *n_all = edges->len;
  g_array_set_size (edges, MIN (edges->len, order->len * LINES_A_NODE));
  for (guint i = edges->len; i > 0; i--)
    g_array_index (edges, MappeChartEdge, i - 1).weight /= g_array_index (edges, MappeChartEdge, 0).weight;
  return edges;
}

static char *
finding (const MappeNetwork *self, const GArray *nodes, MappeTie tie, const MappeLanguage *language)
{
  guint first = nodes->len > 0 ? g_array_index (nodes, guint, 0) : 0;
  guint n = nodes->len > 0 ? mappe_network_n_partners (self, first, tie) : 0;

  if (nodes->len == 0)
    return g_strdup (L_("No organisations share anything yet"));
  /* Translators: name of an organisation, number of others */
  return g_strdup_printf (mappe_language_plural (language, "%1$s works with %2$u other: the most ties",
                                                 "%1$s works with %2$u others: the most ties", n),
                          mappe_network_name (self, first), n);
}

/**
 * mappe_network_chart:
 * @nodes: (element-type guint): organisations to show, the one with most partners first
 *
 * Returns: (transfer full): these organisations around an oval, with their strongest ties as lines
 */
MappeChart *
mappe_network_chart (const MappeNetwork *self, const GArray *nodes, MappeTie tie, const MappeLanguage *language)
{
  g_autoptr (GArray) order = around (self, nodes), edges = NULL;
  g_autofree MappeChartNode *points = g_new (MappeChartNode, MAX (order->len, 1));
  guint n_all;
  g_autofree char *title = finding (self, nodes, tie, language);
  g_autofree char *from = mappe_language_date (language, self->from), *to = mappe_language_date (language, self->today);
  g_autofree char *subtitle = NULL, *note = NULL;
  const char *notes[] = { NULL, NULL };
  MappeChartHead head = { .language = language, .title = title, .notes = notes };
  MappeChartNetwork network = { { L_("Partners"), NULL, 0, FALSE }, points, order->len, NULL, 0 };

  edges = strongest_edges (self, order, tie, &n_all);
  for (guint i = 0; i < order->len; i++)
    {
      guint nth = g_array_index (order, guint, i);

      points[i] = (MappeChartNode) { mappe_network_name (self, nth), mappe_network_n_partners (self, nth, tie) };
    }
  /* Translators: what is counted, number of organisations, first and last day */
  subtitle = g_strdup_printf (L_("%1$s of %2$u organisations, %3$s to %4$s"), mappe_network_tie_name (tie, language),
                              order->len, from, to);
  if (n_all > edges->len)
    note = g_strdup_printf (L_("The %1$u strongest of %2$u ties are drawn."), edges->len, n_all);
  notes[0] = note;
  head.subtitle = subtitle;
  network.edges = (const MappeChartEdge *) edges->data;
  network.n_edges = edges->len;
  return mappe_chart_new_network (&head, &network);
}

/* --- composition --- */

/** mappe_network_chart_composition: Returns: (transfer full) (nullable): people in bodies by sector and vote; %NULL
 * without any */
MappeChart *
mappe_network_chart_composition (const MappeNetwork *self, const MappeLanguage *language)
{
  g_autoptr (GArray) sectors = mappe_network_composition (self);
  g_autofree MappeChartStackRow *rows = g_new (MappeChartStackRow, MAX (sectors->len, 1));
  const MappeNetworkSector *first = (const MappeNetworkSector *) sectors->data;
  g_autofree char *title = NULL, *subtitle = NULL;
  MappeChartHead head = { .language = language };
  guint voting = 0, people = 0;

  for (guint i = 0; i < sectors->len; i++)
    {
      const MappeNetworkSector *sector = &g_array_index (sectors, MappeNetworkSector, i);

      rows[i] = (MappeChartStackRow) { sector->name != NULL ? sector->name : L_("No sector"), sector->voting,
                                       sector->advisory };
      voting += sector->voting;
      people += sector->voting + sector->advisory;
    }
  if (people == 0)
    return NULL;
  /* Translators: name of a sector, number of its people, number of all */
  title = g_strdup_printf (L_("%1$s: %2$u of %3$u people"), rows[0].name, first->voting + first->advisory, people);
  /* Translators: number of people */
  subtitle = g_strdup_printf (mappe_language_plural (language, "%u of them is entitled to vote",
                                                     "%u of them are entitled to vote", voting), voting);
  head.title = title;
  head.subtitle = subtitle;
  return mappe_chart_new_stack (&head, &(MappeChartStack) { { L_("People in bodies"), NULL, 0, FALSE },
                                                            L_("Entitled to vote"), L_("Without a vote"), rows,
                                                            sectors->len });
}
