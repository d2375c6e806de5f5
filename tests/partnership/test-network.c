/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-network.h"
#include "mappe-chart-table.h"
#include "mappe-network-chart.h"
#include "mappe-network-sectors.h"
#include "mappe-organisation.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

/* Who works with whom in the demo council; counted by hand in data/sample: project_partners, patrols, agreements,
 * events with their consents and deployment plans, memberships. */

#define TODAY "2026-11-30"

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_network_load (snapshot, data, error);
}

static MappeNetwork *
load (MappeTestStore *test, const char *today)
{
  g_autoptr (GError) error = NULL;
  MappeNetwork *network = mappe_store_read (test->store, load_cb, (gpointer) today, &error);

  g_assert_no_error (error);
  return network;
}

static guint
nth (const MappeNetwork *network, const char *reference)
{
  for (guint i = 0; i < network->nodes->len; i++)
    if (g_str_equal (mappe_row_get_text (mappe_network_node (network, i)->organisation, MAPPE_FIELD_REFERENCE),
                     reference))
      return i;
  g_assert_not_reached ();
}

/* Projects, patrols, agreements, events, bodies; both ways round, and as many records. */
static void
check (const MappeNetwork *network, const char *one, const char *other, const guint counts[MAPPE_N_TIES])
{
  guint a = nth (network, one), b = nth (network, other), sum = 0;

  for (guint tie = 0; tie < MAPPE_N_TIES; tie++)
    {
      g_autoptr (GPtrArray) records = mappe_network_between (network, a, b, tie);

      g_assert_cmpuint (mappe_network_count (network, a, b, tie), ==, counts[tie]);
      g_assert_cmpuint (mappe_network_count (network, b, a, tie), ==, counts[tie]);
      g_assert_cmpuint (records->len, ==, counts[tie]);
      sum += counts[tie];
    }
  g_assert_cmpuint (mappe_network_count (network, a, b, MAPPE_TIE_ANY), ==, sum);
}

static void
test_ties (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeNetwork) network = load (test, TODAY);

  g_assert_cmpuint (network->nodes->len, ==, 33);
  /* P01 to P03; 22 patrols but the four of U-10; EV-03 and EV-07; B01, B04 and B05. */
  check (network, "U-03", "U-09", (const guint[]) { 3, 18, 0, 2, 3 });
  /* P12; AG-01 to AG-03; B01 and B02. */
  check (network, "U-01", "U-08", (const guint[]) { 1, 0, 3, 0, 2 });
  check (network, "P-09", "P-20", (const guint[]) { 1, 0, 1, 0, 0 });
  /* P10 ended within the year. */
  check (network, "P-10", "P-15", (const guint[]) { 1, 0, 0, 0, 0 });
  check (network, "P-16", "U-02", (const guint[]) { 0, 0, 0, 1, 0 });
  check (network, "P-16", "P-15", (const guint[]) { 0, 0, 0, 0, 0 });
  g_assert_cmpuint (mappe_network_n_partners (network, nth (network, "P-16"), MAPPE_TIE_ANY), ==, 1);
  g_assert_cmpuint (mappe_network_count (network, nth (network, "U-03"), nth (network, "U-03"), MAPPE_TIE_ANY), ==, 0);
}

static void
test_pick (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeNetwork) network = load (test, TODAY);
  g_autoptr (GArray) patrols = mappe_network_pick (network, NULL, MAPPE_TIE_PATROL, 10);
  g_autoptr (GArray) police = mappe_network_pick (network, "Police", MAPPE_TIE_ANY, 10);
  g_autoptr (GArray) three = mappe_network_pick (network, NULL, MAPPE_TIE_ANY, 3);
  g_autoptr (GArray) beside = mappe_network_across (network, police, MAPPE_TIE_PATROL, 10);
  g_autoptr (GPtrArray) sectors = mappe_network_sectors (network);

  /* U-03 walks with U-09 and with U-10. */
  g_assert_cmpuint (patrols->len, ==, 3);
  g_assert_cmpuint (g_array_index (patrols, guint, 0), ==, nth (network, "U-03"));
  g_assert_cmpuint (police->len, ==, 4);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (beside->len, ==, 1);
  g_assert_cmpuint (g_array_index (beside, guint, 0), ==, nth (network, "U-03"));
  g_assert_true (g_ptr_array_find_with_equal_func (sectors, "Police", g_str_equal, NULL));
}

static void
test_quiet (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeNetwork) now = load (test, TODAY), later = load (test, "2027-01-01");
  g_autoptr (GArray) none = mappe_network_quiet (now), quiet = mappe_network_quiet (later);
  const MappeNetworkActivity *last;

  g_assert_cmpuint (none->len, ==, 0);
  /* P10 was the only work of the housing cooperative and of the fan project; it ended on 31 December 2025. */
  g_assert_cmpuint (quiet->len, ==, 2);
  g_assert_cmpuint (g_array_index (quiet, guint, 0), ==, MIN (nth (later, "P-10"), nth (later, "P-15")));
  last = &mappe_network_node (later, nth (later, "P-15"))->last;
  g_assert_cmpstr (last->date, ==, "2025-12-31");
  g_assert_cmpstr (last->kind->name, ==, "project");
}

/* What lies further back is found for those who are quiet: a meeting that somebody of theirs came to. */
static void
test_further_back (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *organisation = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                   mappe_test_add (test->store, "organisation", "name", "Club",
                                                                   "is_partner", "1", NULL));
  g_autofree char *person = NULL, *meeting = NULL, *body = NULL;
  g_autoptr (MappeNetwork) before = load (test, TODAY), after = NULL;
  g_autoptr (GArray) unknown = mappe_network_quiet (before), known = NULL;

  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_null (mappe_network_node (before, g_array_index (unknown, guint, 0))->last.kind);
  body = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "body", "B01"));
  person = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_add (test->store, "person", "last_name", "Club",
                                                                 "organisation", organisation, NULL));
  meeting = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_add (test->store, "meeting", "body", body, "title", "Old",
                                                                  "held_on", "2019-05-06", "state", "held", NULL));
  mappe_test_add (test->store, "attendance", "meeting", meeting, "person", person, "status", "present", NULL);
  after = load (test, TODAY);
  known = mappe_network_quiet (after);
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_cmpstr (mappe_network_node (after, g_array_index (known, guint, 0))->last.date, ==, "2019-05-06");
  g_assert_cmpstr (mappe_network_node (after, g_array_index (known, guint, 0))->last.title, ==, "Old");
}

static void
test_sectors (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeNetwork) network = load (test, TODAY);
  g_autoptr (GArray) composition = mappe_network_composition (network), presence = mappe_network_presence (network);
  const MappeNetworkSector *first = &g_array_index (composition, MappeNetworkSector, 0);
  const MappeNetworkPresence *presences = (const MappeNetworkPresence *) presence->data;
  guint voting = 0, advisory = 0;

  /* M01 to M10 but M02 are of the administration; M03, M04 and M06 of them do not vote. */
  g_assert_cmpstr (first->name, ==, "Administration");
  g_assert_cmpuint (first->voting, ==, 6);
  g_assert_cmpuint (first->advisory, ==, 3);
  for (guint i = 0; i < composition->len; i++)
    {
      voting += g_array_index (composition, MappeNetworkSector, i).voting;
      advisory += g_array_index (composition, MappeNetworkSector, i).advisory;
    }
  g_assert_cmpuint (voting + advisory, ==, 25);
  g_assert_cmpuint (voting, ==, 19);
  /* Police sit in all six, the administration too, schools in the plenary and in that on youth. */
  g_assert_cmpuint (presence->len, ==, 3);
  g_assert_cmpstr (presences[0].kind, ==, "police");
  g_assert_cmpuint (presences[0].bodies, ==, 6);
  g_assert_cmpuint (presences[0].of, ==, 6);
  g_assert_cmpuint (presences[1].bodies, ==, 6);
  g_assert_cmpuint (presences[2].bodies, ==, 2);
  g_assert_cmpfloat (presences[2].reference, ==, 56.8);
}

/* The picture says the finding, its table has a line for each organisation; on paper the strongest tie comes first. */
static void
test_shown (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeNetwork) network = load (test, TODAY);
  g_autoptr (GArray) nodes = mappe_network_pick (network, NULL, MAPPE_TIE_ANY, 12);
  g_autoptr (MappeChart) chart = mappe_network_chart (network, nodes, MAPPE_TIE_ANY, mappe_language_get ("en"));
  MappeChartTable *table = mappe_chart_table_new (chart);
  g_autofree char *csv = mappe_chart_table_to_csv (table);
  g_autoptr (MappeNode) paper = mappe_build_network (network, mappe_language_get ("de"));
  g_autofree char *text = mappe_write_text (paper, 500);
  const char *first = strstr (text, "Gemeinsame Projekte 3, Gemeinsame Fußstreifen 18, Ereignisse 2, Gremien 3");

  g_assert_cmpstr (mappe_chart_get_title (chart), ==,
                   "Police station Musterhausen works with 27 others: the most ties");
  g_assert_cmpuint (mappe_chart_table_n_rows (table), ==, 12);
  g_assert_nonnull (strstr (csv, "Police station Musterhausen,27\r\n"));
  g_assert_nonnull (first);
  g_assert_true (first < strstr (text, "Vereinbarungen 3"));
  g_assert_nonnull (strstr (text, "76,8\u00a0%"));
  mappe_chart_table_free (table);
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/network/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  TEST ("ties", test_ties);
  TEST ("pick", test_pick);
  TEST ("quiet", test_quiet);
  TEST ("further-back", test_further_back);
  TEST ("sectors", test_sectors);
  TEST ("shown", test_shown);
  return g_test_run ();
}
