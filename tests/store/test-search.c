/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mappe-search-private.h"
#include "mappe-search.h"

static const MappeKind *
kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

static gint64
add_organisation (MappeStore *store, const char *name, const char *note)
{
  return mappe_test_insert (store, mappe_test_row (kind ("organisation"), "name", name, "note", note, NULL));
}

static gint64
add_person (MappeStore *store, const char *last, const char *first)
{
  return mappe_test_insert (store, mappe_test_row (kind ("person"), "last_name", last, "first_name", first, NULL));
}

/* The titles of the hits, one a line; code lists, of which every council is full, are left out. */
static char *
titles (MappeStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mappe_store_search (store, text, 100, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const MappeSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind != kind ("code"))
        g_string_append_printf (all, all->len > 0 ? "|%s" : "%s", hit->title);
    }
  return g_string_free (all, FALSE);
}

static void
assert_titles (MappeStore *store, const char *text, const char *expected)
{
  g_autofree char *found = titles (store, text);

  g_assert_cmpstr (found, ==, expected);
}

static char *
index_path (MappeTestStore *test)
{
  return mappe_search_index_file_name (mappe_store_get_council_id (test->store), test->path);
}

static void
test_umlauts (MappeTestStore *test, gconstpointer data)
{
  const char *const asked[] = { "müller", "MUELLER", "Muller", "müll", "Mue", "xaver muell", "Müller, Xaver" };

  add_person (test->store, "Müller", "Xaver");
  add_person (test->store, "Schmidt", "Jörg");
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    assert_titles (test->store, asked[i], "Müller, Xaver");
  assert_titles (test->store, "joerg", "Schmidt, Jörg");
  assert_titles (test->store, "jorg", "Schmidt, Jörg");
  assert_titles (test->store, "jörg müller", "");
}

static void
test_parts (MappeTestStore *test, gconstpointer data)
{
  add_organisation (test->store, "Verein im Schloßgarten", NULL);
  add_organisation (test->store, "Gartenamt", NULL);
  assert_titles (test->store, "garten", "Gartenamt|Verein im Schloßgarten");
  assert_titles (test->store, "schlossg", "Verein im Schloßgarten");
  assert_titles (test->store, "ssgart", "Verein im Schloßgarten");
  assert_titles (test->store, "verein gart", "Verein im Schloßgarten");
  /* Two letters are the start of a word or nothing. */
  assert_titles (test->store, "ga", "Gartenamt");
  assert_titles (test->store, "rt", "");
  assert_titles (test->store, "v", "Verein im Schloßgarten");
}

static void
test_order (MappeTestStore *test, gconstpointer data)
{
  add_organisation (test->store, "Dritter", "Treffen bei der Laterne");
  add_organisation (test->store, "Straßenlaterne", NULL);
  add_organisation (test->store, "Vierter", "an der Straßenlaterne");
  add_organisation (test->store, "Laternenfest der Altstadt mit allen Vereinen", NULL);
  add_organisation (test->store, "Laterne", NULL);
  assert_titles (test->store, "laterne",
                 "Laterne|Laternenfest der Altstadt mit allen Vereinen|Straßenlaterne|Dritter|Vierter");
}

static void
test_phrase (MappeTestStore *test, gconstpointer data)
{
  add_organisation (test->store, "Vermerk 07.07.2026", NULL);
  add_organisation (test->store, "KPR 2026/07, ein ziemlich langer Beschluss mit vielen Worten", NULL);
  assert_titles (test->store, "2026/07",
                 "KPR 2026/07, ein ziemlich langer Beschluss mit vielen Worten|Vermerk 07.07.2026");
}

/* "Schule" stands in a code list of every council. */
static void
test_codes_last (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  add_organisation (test->store, "Verein", "trifft sich in der Schule");
  hits = mappe_store_search (test->store, "schule", 100, NULL);
  g_assert_cmpuint (hits->len, >, 1);
  g_assert_cmpstr (((MappeSearchHit *) g_ptr_array_index (hits, 0))->title, ==, "Verein");
}

static void
test_context (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  const MappeSearchHit *hit;

  add_organisation (test->store, "Jugendhaus",
                    "Ein langer Satz steht davor, damit etwas weggelassen wird, und dann kommt\nder "
                    "Schloss\u00adgarten am Rand der Altstadt, wo im Sommer abends viele Leute sitzen und ein "
                    "Konzert hören und lange bleiben.");
  hits = mappe_store_search (test->store, "garten", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Jugendhaus");
  g_assert_cmpstr (hit->reference, !=, NULL);
  g_assert_true (g_str_has_prefix (hit->context, "… "));
  g_assert_true (g_str_has_suffix (hit->context, " …"));
  g_assert_nonnull (strstr (hit->context, "dann kommt der Schloss\u00adgarten am Rand"));
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mappe_store_search (test->store, "jugend", 10, NULL);
  g_assert_null (((MappeSearchHit *) g_ptr_array_index (hits, 0))->context);
}

static void
test_references (MappeTestStore *test, gconstpointer data)
{
  gint64 body = mappe_test_insert (test->store, mappe_test_row (kind ("body"), "name", "Plenum", NULL));
  g_autofree char *body_id = mappe_test_get (test->store, kind ("body"), body, "reference");
  g_autofree char *body_number = g_strdup_printf ("%" G_GINT64_FORMAT, body);

  mappe_test_insert (test->store, mappe_test_row (kind ("meeting"), "reference", "MTG05", "body", body_number, "title",
                                                  "Herbstsitzung", "number", "2026/12", "held_on", "2026-10-27", NULL));
  mappe_test_insert (test->store, mappe_test_row (kind ("task"), "reference", "T-05", "title", "Aushang", NULL));
  assert_titles (test->store, "MTG05", "Herbstsitzung, 2026/12");
  assert_titles (test->store, " mtg5 ", "Herbstsitzung, 2026/12");
  assert_titles (test->store, "t-05", "Aushang");
  assert_titles (test->store, body_id, "Plenum");
  assert_titles (test->store, "2026/12", "Herbstsitzung, 2026/12");
  assert_titles (test->store, "MTG06", "");
}

static void
test_follows (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_organisation (test->store, "Turnverein", NULL);
  g_autoptr (GError) error = NULL;

  assert_titles (test->store, "turn", "Turnverein");
  mappe_test_set (test->store, kind ("organisation"), id, "name", "Ruderclub");
  assert_titles (test->store, "turn", "");
  assert_titles (test->store, "ruder", "Ruderclub");
  g_free (mappe_store_undo (test->store, &error));
  assert_titles (test->store, "ruder", "");
  assert_titles (test->store, "turn", "Turnverein");
  g_free (mappe_store_undo (test->store, &error));
  g_assert_no_error (error);
  assert_titles (test->store, "turn", "");
  g_free (mappe_store_redo (test->store, &error));
  assert_titles (test->store, "verein", "Turnverein");
  mappe_test_store_reopen (test);
  assert_titles (test->store, "verein", "Turnverein");
}

static MappeRow *
next_row (gpointer data, GError **error)
{
  guint *left = data;
  g_autofree char *name = g_strdup_printf ("Reihenhaus %u", *left);

  if (*left == 0)
    return NULL;
  --*left;
  return mappe_test_row (kind ("organisation"), "name", name, NULL);
}

static void
import (MappeStore *store, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new_import ("import");

  mappe_edit_set_source (edit, next_row, &n_rows);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
}

/* An import is one line in the log; the records of its middle may be gone when it is read. */
static void
test_range (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  assert_titles (test->store, "reihenhaus", "");
  import (test->store, 1000);
  hits = mappe_store_search (test->store, "reihenhaus", 2000, NULL);
  g_assert_cmpuint (hits->len, ==, 500);
  assert_titles (test->store, "reihenhaus 777", "Reihenhaus 777");
  g_free (mappe_store_undo (test->store, NULL));
  assert_titles (test->store, "reihenhaus", "");
  g_free (mappe_store_redo (test->store, NULL));
  assert_titles (test->store, "reihenhaus 777", "Reihenhaus 777");
}

/* The same council id and the same number of sets, but another past. */
static void
test_replaced (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (test->folder, "copy", NULL);
  g_autofree char *content = NULL;
  gsize length;

  add_organisation (test->store, "Anfang", NULL);
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&test->store));
  g_assert_true (g_file_get_contents (test->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, length, NULL));
  test->store = mappe_store_open (test->path, MAPPE_STORE_OPEN_DEFAULT, NULL);
  add_organisation (test->store, "Erste", NULL);
  assert_titles (test->store, "erste", "Erste");
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&test->store));

  g_assert_cmpint (g_rename (copy, test->path), ==, 0);
  /* The stamps have milliseconds. */
  test->store = mappe_store_open (test->path, MAPPE_STORE_OPEN_DEFAULT, NULL);
  add_organisation (test->store, "Zweite", NULL);
  assert_titles (test->store, "erste", "");
  assert_titles (test->store, "zweite", "Zweite");
  assert_titles (test->store, "anfang", "Anfang");
}

static void
write_over (const char *path, gsize offset, gsize length)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  offset = MIN (offset, size);
  memset (content + offset, 0x5a, MIN (length, size - offset));
  g_assert_true (g_file_set_contents (path, content, size, NULL));
}

static void
test_damaged_index (MappeTestStore *test, gconstpointer data)
{
  const gsize offsets[] = { 0, 100, 4096, 3 * 4096, 8 * 4096 };
  g_autofree char *path = index_path (test);

  import (test->store, 300);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      assert_titles (test->store, "reihenhaus 77", "Reihenhaus 77");
      mappe_test_settle ();
      g_assert_finalize_object (g_steal_pointer (&test->store));
      write_over (path, offsets[i], offsets[i] == 0 ? 20 : 40 * 4096);
      test->store = mappe_store_open (test->path, MAPPE_STORE_OPEN_DEFAULT, NULL);
      add_organisation (test->store, "Neu", NULL);
    }
  assert_titles (test->store, "reihenhaus 77", "Reihenhaus 77");
  assert_titles (test->store, "neu", "Neu|Neu|Neu|Neu|Neu");
}

static void
test_foreign_index (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *path = index_path (test);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "not a database at all", -1, NULL));
  add_organisation (test->store, "Turnverein", NULL);
  assert_titles (test->store, "turn", "Turnverein");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, >, 1000);
}

/* A folder stands where the file should be: no index can be made, and search works all the same. */
static void
test_no_place (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *path = index_path (test);
  g_autofree char *inside = g_build_filename (path, "x", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  add_organisation (test->store, "Turnverein", NULL);
  assert_titles (test->store, "turn", "Turnverein");
  add_organisation (test->store, "Turnhalle", NULL);
  assert_titles (test->store, "turnh", "Turnhalle");
  g_rmdir (inside);
  g_rmdir (path);
}

typedef struct {
  guint    n_done;
  guint    n_hits;
  GError  *error;
} Waiting;

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GPtrArray) hits = NULL;

  g_clear_error (&waiting->error);
  hits = mappe_store_search_finish (MAPPE_STORE (source), result, &waiting->error);
  waiting->n_hits = hits != NULL ? hits->len : 0;
  waiting->n_done++;
}

/* The first answers come from what is indexed; after a while it is everything. */
static void
test_while_building (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *path = index_path (test);
  Waiting waiting = { 0 };

  import (test->store, 20000);
  g_unlink (path);
  while (mappe_store_search_progress (test->store) < 1)
    {
      guint before = waiting.n_done;

      mappe_store_search_async (test->store, "reihenhaus 1", 10, NULL, searched_cb, &waiting);
      while (waiting.n_done == before)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (waiting.error);
    }
  mappe_store_search_async (test->store, "reihenhaus 1", 10, NULL, searched_cb, &waiting);
  waiting.n_done = 0;
  while (waiting.n_done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (waiting.n_hits, ==, 10);
  mappe_store_close (test->store);
}

static void
test_cancel (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { 0 };

  import (test->store, 2000);
  mappe_store_search_async (test->store, "reihenhaus", 10, cancellable, searched_cb, &waiting);
  g_cancellable_cancel (cancellable);
  while (waiting.n_done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  assert_titles (test->store, "reihenhaus 1977", "Reihenhaus 1977");
}

/* What may be typed by accident is no question, or one without answer, but never an error. */
static void
test_odd_questions (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (100000, 'x');
  g_autofree char *many = g_strnfill (3000, ' ');
  const char *const asked[] = { "", " ", "\"", "\"a\" OR", "a* NEAR(b)", "title:x", "{", "-", "*", "'; DROP TABLE doc",
                                "AND", "NOT x", "\xff\xfe", "%", "_", "\\", longest, many, "xx\xcc\x88" };

  for (guint i = 0; many[i] != '\0'; i += 2)
    many[i] = (char) ('a' + i / 2 % 26);
  add_organisation (test->store, "Turnverein", "100 % ehrenamtlich");
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_free (titles (test->store, asked[i]));
  assert_titles (test->store, "100 %", "Turnverein");
  assert_titles (test->store, "", "");
}

/* Records without words of their own leave nothing in the index, and still are found by reference. */
static void
test_no_words (MappeTestStore *test, gconstpointer data)
{
  gint64 indicator = mappe_test_insert (test->store, mappe_test_row (kind ("indicator"), "name", "Diebstähle", NULL));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);
  gint64 value = mappe_test_insert (test->store, mappe_test_row (kind ("indicator-value"), "indicator", number,
                                                                 "period", "2026Q3", "value", "12", NULL));
  g_autofree char *reference = mappe_test_get (test->store, kind ("indicator-value"), value, "reference");
  g_autoptr (GPtrArray) hits = NULL;

  assert_titles (test->store, "2026Q3", "");
  hits = mappe_store_search (test->store, reference, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (((MappeSearchHit *) g_ptr_array_index (hits, 0))->kind == kind ("indicator-value"));
  mappe_test_set (test->store, kind ("indicator-value"), value, "note", "Zählweise geändert");
  assert_titles (test->store, "Zählweise", "2026Q3");
  mappe_test_set (test->store, kind ("indicator-value"), value, "note", NULL);
  assert_titles (test->store, "Zählweise", "");
}

static void
test_snippet (void)
{
  const struct {
    const char *text;
    const char *word;
    const char *expected;
  } cases[] = {
    { "Ein Garten", "gart", "Ein Garten" },
    { "Der Schloßgarten.", "garten", "Der Schloßgarten." },
    { "  \n a  b\n\nGarten  ", "garten", "a b Garten" },
    { "Garten", "x", NULL },
    { NULL, "x", NULL },
    { "Obstgarten und Garten", "garten", "Obstgarten und Garten" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) words = mappe_search_words_new (cases[i].word);
      g_autofree char *snippet = NULL;
      MappeSearchSpan span;

      if (mappe_search_find_word (cases[i].text, g_ptr_array_index (words, 0), &span))
        snippet = mappe_search_snippet (cases[i].text, &span);
      g_assert_cmpstr (snippet, ==, cases[i].expected);
    }
}

#define ADD(path, func) \
  g_test_add ("/search/" path, MappeTestStore, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("umlauts", test_umlauts);
  ADD ("parts", test_parts);
  ADD ("order", test_order);
  ADD ("phrase", test_phrase);
  ADD ("codes-last", test_codes_last);
  ADD ("context", test_context);
  ADD ("references", test_references);
  ADD ("follows", test_follows);
  ADD ("range", test_range);
  ADD ("replaced", test_replaced);
  ADD ("damaged-index", test_damaged_index);
  ADD ("foreign-index", test_foreign_index);
  ADD ("no-place", test_no_place);
  ADD ("while-building", test_while_building);
  ADD ("cancel", test_cancel);
  ADD ("odd-questions", test_odd_questions);
  ADD ("no-words", test_no_words);
  g_test_add_func ("/search/snippet", test_snippet);
  return g_test_run ();
}
