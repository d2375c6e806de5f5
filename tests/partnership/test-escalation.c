/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement.h"
#include "mappe-escalation-contact.h"
#include "mappe-escalation.h"
#include "mappe-test-demo.h"

/* The chains of the demo council, of data/sample/escalation_contacts.csv and agreement_clauses.csv. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_escalation_load (snapshot, error);
}

static MappeEscalation *
load (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  MappeEscalation *escalation = mappe_store_read (test->store, load_cb, NULL, &error);

  g_assert_no_error (error);
  return escalation;
}

static const MappeEscalationTopic *
topic (const MappeEscalation *escalation, const char *code)
{
  for (guint i = 0; i < escalation->topics->len; i++)
    {
      const MappeEscalationTopic *each = g_ptr_array_index (escalation->topics, i);

      if (g_str_equal (each->code, code))
        return each;
    }
  return NULL;
}

static gint64
contact (MappeTestStore *test, const char *code, const char *step)
{
  g_autofree char *office = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "organisation", "U-02"));

  return mappe_test_add (test->store, "escalation-contact", "topic", code, "step", step, "organisation", office,
                         "phone", "1", NULL);
}

static void
test_demo (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEscalation) escalation = load (test);
  const MappeEscalationTopic *patrol = topic (escalation, "joint_patrol");
  const MappeListed *second;

  /* Nine topics stand in the clauses; three have contacts, two steps each. */
  g_assert_cmpuint (escalation->topics->len, ==, 9);
  g_assert_cmpuint (mappe_escalation_n_gaps (escalation), ==, 6);
  g_assert_cmpuint (patrol->contacts->len, ==, 2);
  g_assert_cmpuint (patrol->gaps, ==, 0);
  second = g_ptr_array_index (patrol->contacts, 1);
  g_assert_cmpint (mappe_row_get_int (second->row, MAPPE_ESCALATION_CONTACT_STEP), ==, 2);
  g_assert_cmpstr (mappe_row_get_text (second->row, MAPPE_ESCALATION_CONTACT_DEPUTY), ==, "Deputy head of shift");
  g_assert_cmpuint (topic (escalation, "debrief")->gaps, ==, MAPPE_ESCALATION_NO_CONTACT);
  g_assert_cmpuint (topic (escalation, "road_closure")->gaps, ==, 0);
}

static void
test_gaps (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEscalation) one = NULL, later = NULL, nameless = NULL;
  gint64 first = contact (test, "debrief", "1");

  one = load (test);
  g_assert_cmpuint (topic (one, "debrief")->gaps, ==, MAPPE_ESCALATION_NO_SECOND);
  mappe_test_set (test->store, &mappe_escalation_contact_kind, first, "step", "3");
  contact (test, "debrief", "2");
  later = load (test);
  g_assert_cmpuint (topic (later, "debrief")->gaps, ==, MAPPE_ESCALATION_NO_FIRST);
  /* By step, whichever was written first. */
  g_assert_cmpint (((MappeListed *) g_ptr_array_index (topic (later, "debrief")->contacts, 1))->row->id, ==, first);
  mappe_test_set (test->store, &mappe_escalation_contact_kind, first, "deputy", "Somebody");
  nameless = load (test);
  g_assert_cmpuint (topic (nameless, "debrief")->gaps, ==, MAPPE_ESCALATION_NO_FIRST | MAPPE_ESCALATION_NO_PHONE);
}

/* Where the agreement ended, its topics need no contact; those that have one stay. */
static void
test_ended (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEscalation) escalation = NULL;

  mappe_test_set (test->store, &mappe_agreement_kind, mappe_test_id (test->store, "agreement", "AG-01"), "status",
                  "ended");
  escalation = load (test);
  /* AG-02 has public space, AG-03 volunteering; beside them the three with contacts. */
  g_assert_cmpuint (escalation->topics->len, ==, 5);
  g_assert_null (topic (escalation, "debrief"));
  g_assert_nonnull (topic (escalation, "joint_patrol"));
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/escalation/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("demo", test_demo);
  TEST ("gaps", test_gaps);
  TEST ("ended", test_ended);
  return g_test_run ();
}
