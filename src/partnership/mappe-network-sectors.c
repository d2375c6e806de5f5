/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-network-sectors.h"

#include "mappe-organisation.h"

/* Figures of the bodies of Rhineland-Palatinate, as the state's prevention office gives them in its interim balance:
 * the share of the municipal bodies in which a sector sits. Other sectors are named there without a figure. */
static const MappeNetworkReference reference = {
  "Rheinland-Pfalz",
  "Leitstelle Kriminalprävention, https://kriminalpraevention.rlp.de/de/unsere-themen/kriminalpraeventive-gremien/"
  "evaluation/zwischenbilanz-und-optimierungsmoeglichkeiten/",
  2026,
};

static const struct { const char *kind; double percent; } shares[] = {
  { "police", 76.8 }, { "municipality", 67.4 }, { "school", 56.8 },
};

/** mappe_network_reference: Returns: (transfer none): where the figures to compare with come from */
const MappeNetworkReference *
mappe_network_reference (void)
{
  return &reference;
}

/** mappe_network_presence: Returns: (transfer full) (element-type MappeNetworkPresence): each kind with a figure to
 * compare with */
GArray *
mappe_network_presence (const MappeNetwork *self)
{
  GArray *presences = g_array_new (FALSE, FALSE, sizeof (MappeNetworkPresence));

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      MappeNetworkPresence presence = { shares[i].kind, 0, self->bodies->len, shares[i].percent };

      for (guint j = 0; j < self->bodies->len; j++)
        presence.bodies += g_hash_table_contains (((MappeNetworkBody *) g_ptr_array_index (self->bodies, j))->kinds,
                                                  shares[i].kind);
      g_array_append_val (presences, presence);
    }
  return presences;
}

/* The most people first; those without a sector last. */
static int
compare_sectors (gconstpointer a, gconstpointer b)
{
  const MappeNetworkSector *one = a, *other = b;
  guint people = one->voting + one->advisory, others = other->voting + other->advisory;

  if ((one->name == NULL) != (other->name == NULL))
    return one->name == NULL ? 1 : -1;
  if (people != others)
    return people > others ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

static void
add_people (GArray *sectors, const char *name, guint voting, guint advisory)
{
  MappeNetworkSector sector = { name, voting, advisory };

  if (voting + advisory == 0)
    return;
  for (guint i = 0; i < sectors->len; i++)
    {
      MappeNetworkSector *known = &g_array_index (sectors, MappeNetworkSector, i);

      if (g_strcmp0 (known->name, name) != 0)
        continue;
      known->voting += voting;
      known->advisory += advisory;
      return;
    }
  g_array_append_val (sectors, sector);
}

/** mappe_network_composition: Returns: (transfer full) (element-type MappeNetworkSector): the people of all bodies by
 * sector, each person once */
GArray *
mappe_network_composition (const MappeNetwork *self)
{
  GArray *sectors = g_array_new (FALSE, FALSE, sizeof (MappeNetworkSector));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const MappeNetworkNode *node = mappe_network_node (self, i);

      add_people (sectors, mappe_row_get_text (node->organisation, MAPPE_ORGANISATION_SECTOR), node->voting,
                  node->advisory);
    }
  add_people (sectors, NULL, self->voting, self->advisory);
  g_array_sort (sectors, compare_sectors);
  return sectors;
}
