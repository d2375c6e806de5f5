/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of attached files in the search of a council. */
#include "mappe-attachment.h"

#include "attachment-sample.h"
#include "mappe-document.h"
#include "mappe-search.h"
#include "mappe-test-store.h"

static const char *const light[] = { "Deckblatt", "Beleuchtung am Müllerplatz, Sicher-\nheit geht vor" };
static const char *const scan[] = { NULL };

static gint64
attach (MappeStore *store, const char *title, GBytes *bytes)
{
  MappeRow *row = mappe_test_row (&mappe_document_kind, "title", title, NULL);
  MappeEdit *edit = mappe_edit_new ("attach");
  g_autofree char *hash = mappe_edit_add_blob (edit, bytes);
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  mappe_value_set_text (&row->values[MAPPE_DOCUMENT_CONTENT], hash);
  mappe_edit_insert (edit, row);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  return g_array_index (applied->ids, gint64, 0);
}

static void
feed (MappeStore *store)
{
  g_autoptr (GError) error = NULL;

  mappe_attachment_feed (store, NULL, &error);
  g_assert_no_error (error);
}

/* "title p2: context|…" */
static char *
hits_of (MappeStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mappe_store_search (store, text, 20, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const MappeSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == &mappe_document_kind)
        g_string_append_printf (all, "%s%s p%u", all->len > 0 ? "|" : "", hit->title, hit->page);
    }
  return g_string_free (all, FALSE);
}

static void
assert_hits (MappeStore *store, const char *text, const char *expected)
{
  g_autofree char *found = hits_of (store, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (light, 2, FALSE);
  g_autoptr (GPtrArray) hits = NULL;

  attach (test->store, "Konzept", pdf);
  assert_hits (test->store, "beleuchtung", "");
  feed (test->store);
  assert_hits (test->store, "beleuchtung", "Konzept p2");
  assert_hits (test->store, "muellerplatz", "Konzept p2");
  assert_hits (test->store, "lerplatz", "Konzept p2");
  assert_hits (test->store, "sicherheit", "Konzept p2");
  assert_hits (test->store, "deckblatt", "Konzept p1");
  /* All words on one page. */
  assert_hits (test->store, "beleuchtung vor", "Konzept p2");
  assert_hits (test->store, "beleuchtung deckblatt", "");
  /* Its own words first. */
  assert_hits (test->store, "konzept", "Konzept p0");
  hits = mappe_store_search (test->store, "beleuchtung", 20, NULL);
  g_assert_nonnull (strstr (((MappeSearchHit *) hits->pdata[0])->context, "Beleuchtung am M"));
}

/* Equal content is read once and found for each document that has it; records come before pages. */
static void
test_documents (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (light, 2, FALSE);

  attach (test->store, "Eins", pdf);
  attach (test->store, "Zwei", pdf);
  attach (test->store, "Beleuchtung", pdf);
  feed (test->store);
  assert_hits (test->store, "beleuchtung", "Beleuchtung p0|Eins p2|Zwei p2");
}

static void
test_long_file (MappeTestStore *test, gconstpointer data)
{
  const char *pages[600];
  g_autoptr (GBytes) many = NULL, other = attachment_sample_pdf (light, 2, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i] = "Beleuchtung";
  many = attachment_sample_pdf (pages, G_N_ELEMENTS (pages), FALSE);
  attach (test->store, "Lang", many);
  feed (test->store);
  attach (test->store, "Kurz", other);
  feed (test->store);
  assert_hits (test->store, "beleuchtung", "Lang p1|Kurz p2");
}

/* What is deleted leaves the index, and comes back with undo. */
static void
test_deleted (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (light, 2, FALSE);
  gint64 id = attach (test->store, "Konzept", pdf);
  g_autoptr (MappeRow) row = mappe_store_load (test->store, &mappe_document_kind, id, NULL);
  g_autofree char *hash = g_strdup (mappe_row_get_text (row, MAPPE_DOCUMENT_CONTENT));
  MappeEdit *edit = mappe_edit_new ("delete");

  feed (test->store);
  mappe_edit_delete (edit, &mappe_document_kind, id, row->version);
  mappe_applied_free (mappe_store_apply (test->store, edit, NULL, NULL));
  assert_hits (test->store, "beleuchtung", "");
  feed (test->store);
  g_assert_null (mappe_store_content_facts (test->store, hash, NULL));
  g_free (mappe_store_undo (test->store, NULL));
  feed (test->store);
  assert_hits (test->store, "beleuchtung", "Konzept p2");
}

static MappeContentText *
facts_of (MappeStore *store, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;
  MappeContentText *facts = mappe_store_content_facts (store, hash, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_facts (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) text = attachment_sample_pdf (light, 2, TRUE);
  g_autoptr (GBytes) picture = attachment_sample_pdf (scan, 1, FALSE);
  g_autoptr (GBytes) locked = attachment_sample_lock (text);
  g_autoptr (MappeContentText) before = NULL, good = NULL, scanned = NULL, closed = NULL;

  attach (test->store, "Gut", text);
  attach (test->store, "Scan", picture);
  attach (test->store, "Zu", locked);
  before = facts_of (test->store, text);
  g_assert_null (before);
  feed (test->store);
  good = facts_of (test->store, text);
  scanned = facts_of (test->store, picture);
  closed = facts_of (test->store, locked);
  g_assert_true (mappe_content_text_is_accessible (good));
  g_assert_cmpuint (good->n_pages, ==, 2);
  g_assert_false (scanned->has_text);
  g_assert_cmpuint (scanned->n_scanned, ==, 1);
  g_assert_cmpint (closed->state, ==, MAPPE_CONTENT_LOCKED);
}

/* A file that ends the program is not read for ever; one that was only broken off is read again. */
static void
test_given_up (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (light, 2, FALSE);
  g_autoptr (MappeContentText) facts = NULL;
  g_autofree char *hash = NULL, *last = NULL;

  attach (test->store, "Konzept", pdf);
  hash = mappe_store_next_unread (test->store, NULL);
  g_assert_cmpstr (hash, !=, "");
  g_assert_true (mappe_store_put_content_text (test->store, hash, NULL, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *again = mappe_store_next_unread (test->store, NULL);

      g_assert_cmpstr (again, ==, hash);
      mappe_test_store_reopen (test);
    }
  last = mappe_store_next_unread (test->store, NULL);
  g_assert_cmpstr (last, ==, "");
  facts = facts_of (test->store, pdf);
  g_assert_cmpint (facts->state, ==, MAPPE_CONTENT_UNREADABLE);
}

static void
test_reopened (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (light, 2, FALSE);
  g_autofree char *unread = NULL;

  attach (test->store, "Konzept", pdf);
  feed (test->store);
  mappe_test_store_reopen (test);
  unread = mappe_store_next_unread (test->store, NULL);
  g_assert_cmpstr (unread, ==, "");
  assert_hits (test->store, "beleuchtung", "Konzept p2");
}

/* As a window does it: one reading for all that is attached meanwhile. */
static void
test_background (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GBytes) one = attachment_sample_pdf (light, 2, FALSE);
  g_autoptr (GBytes) two = attachment_sample_pdf (light, 1, FALSE);
  g_autoptr (MappeContentText) facts = NULL;

  attach (test->store, "Eins", one);
  mappe_attachment_feed_async (test->store, NULL);
  attach (test->store, "Zwei", two);
  mappe_attachment_feed_async (test->store, NULL);
  while ((facts = facts_of (test->store, two)) == NULL)
    g_main_context_iteration (NULL, FALSE);
  assert_hits (test->store, "deckblatt", "Eins p1|Zwei p1");
  while (g_object_get_data (G_OBJECT (test->store), "mappe-attachment-feed") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD_TEST(name, function)                                                                                      \
  g_test_add ("/feed/" name, MappeTestStore, NULL, mappe_test_store_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("words", test_words);
  ADD_TEST ("documents", test_documents);
  ADD_TEST ("long-file", test_long_file);
  ADD_TEST ("deleted", test_deleted);
  ADD_TEST ("facts", test_facts);
  ADD_TEST ("given-up", test_given_up);
  ADD_TEST ("reopened", test_reopened);
  ADD_TEST ("background", test_background);
  return g_test_run ();
}
