/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-person.h"
#include "mappe-test-store.h"

/* Which records, in which order. */

static const MappeKind *
kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

/* The field @shown of what @query finds, joined by spaces; empty values as "-". */
static char *
found_by (MappeStore *store, const MappeQuery *query, const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_list (store, query, &error);
  g_autoptr (GArray) ids = mappe_store_query (store, query, &error);
  int field = mappe_kind_find_field (mappe_query_get_kind (query), shown);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, ids->len);
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeListed *item = g_ptr_array_index (listed, i);
      g_autofree char *value = mappe_row_get_canonical (item->row, field);

      g_assert_cmpint (item->row->id, ==, g_array_index (ids, gint64, i));
      g_string_append_printf (text, text->len > 0 ? " %s" : "%s", value != NULL ? value : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (MappeStore *store, MappeQuery *query, const char *shown, const char *expected)
{
  g_autofree char *found = found_by (store, query, shown);

  g_assert_cmpstr (found, ==, expected);
}

static void
add_projects (MappeStore *store)
{
  static const struct { const char *title, *status, *budget, *start_on; } projects[] = {
    { "A", "idea", "100.50", "2026-01-10" }, { "B", "planned", "99", NULL }, { "C", NULL, NULL, "2025-12-31" },
    { "D", "completed", "1000", "2026-01-09" }, { "E", "idea", "5", "2026-11-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    mappe_test_add (store, "project", "title", projects[i].title, "status", projects[i].status, "budget_eur",
                    projects[i].budget, "start_on", projects[i].start_on, NULL);
}

static void
test_operators (MappeTestStore *fixture, gconstpointer data)
{
  static const struct { const char *field; MappeOp op; const char *value; const char *expected; } cases[] = {
    { "budget_eur", MAPPE_OP_EQUAL, "100.5", "A" },
    { "budget_eur", MAPPE_OP_EQUAL, "100.50", "A" },
    { "budget_eur", MAPPE_OP_NOT_EQUAL, "100.5", "B C D E" },
    { "budget_eur", MAPPE_OP_LESS, "100.5", "B E" },
    { "budget_eur", MAPPE_OP_LESS_EQUAL, "100.5", "A B E" },
    { "budget_eur", MAPPE_OP_GREATER, "99", "A D" },
    { "budget_eur", MAPPE_OP_GREATER_EQUAL, "99", "A B D" },
    { "budget_eur", MAPPE_OP_EMPTY, NULL, "C" },
    { "budget_eur", MAPPE_OP_NOT_EMPTY, NULL, "A B D E" },
    { "start_on", MAPPE_OP_LESS, "2026-01-10", "C D" },
    { "start_on", MAPPE_OP_GREATER_EQUAL, "2026-01-10", "A E" },
    { "start_on", MAPPE_OP_NOT_EQUAL, "2026-01-10", "B C D E" },
    { "status", MAPPE_OP_EQUAL, "idea", "A E" },
    { "status", MAPPE_OP_EQUAL, "nothing", "" },
    { "title", MAPPE_OP_EQUAL, "B", "B" },
    { "title", MAPPE_OP_GREATER, "C", "D E" },
  };

  add_projects (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));
      g_autoptr (GArray) ids = NULL;

      mappe_query_where (query, mappe_kind_find_field (kind ("project"), cases[i].field), cases[i].op, cases[i].value);
      assert_found (fixture->store, query, "title", cases[i].expected);
      ids = mappe_store_query (fixture->store, query, NULL);
      g_assert_cmpint (mappe_store_count (fixture->store, query, NULL), ==, ids->len);
    }
}

static void
test_alternatives (MappeTestStore *fixture, gconstpointer data)
{
  int status = mappe_kind_find_field (kind ("project"), "status");
  int start = mappe_kind_find_field (kind ("project"), "start_on");
  g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));

  add_projects (fixture->store);
  mappe_query_where (query, status, MAPPE_OP_EQUAL, "idea");
  mappe_query_where (query, start, MAPPE_OP_LESS, "2026-11-01");
  mappe_query_where (query, status, MAPPE_OP_EQUAL, "completed");
  assert_found (fixture->store, query, "title", "A D");
  /* Between: several conditions of other kinds all hold. */
  mappe_query_where (query, start, MAPPE_OP_GREATER, "2026-01-09");
  assert_found (fixture->store, query, "title", "A");
}

/* A text that is no number asks for nothing, and does no harm. */
static void
test_odd_values (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const odd[] = { "abc", "1 OR 1=1", "'; DROP TABLE project; --", "99999999999999999999", "" };

  add_projects (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));

      mappe_query_where (query, mappe_kind_find_field (kind ("project"), "budget_eur"), MAPPE_OP_EQUAL, odd[i]);
      assert_found (fixture->store, query, "title", "");
    }
  g_assert_cmpint (mappe_test_count (fixture->store, "project"), ==, 5);
}

static void
test_text (MappeTestStore *fixture, gconstpointer data)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "mueller", "Müller Mueller" }, { "Müller", "Müller Mueller" }, { "MÜLL", "Müller Mueller" },
    { "muell ann", "Müller" }, { "ann muell", "Müller" }, { "weiss", "Weiß" }, { "weiß", "Weiß" },
    { "eiß", "Weiß" }, { "100%", "Prozent" }, { "%", "Müller Mueller Prozent Weiß" }, { "a_b", "" },
    { "  ", "Müller Mueller Prozent Weiß" },
    { "nobody", "" }, { "M02", "Mueller" },
  };

  mappe_test_add (fixture->store, "person", "last_name", "Müller", "first_name", "Anna", NULL);
  mappe_test_add (fixture->store, "person", "last_name", "Mueller", NULL);
  mappe_test_add (fixture->store, "person", "last_name", "Prozent", "role", "100% da", NULL);
  mappe_test_add (fixture->store, "person", "last_name", "Weiß", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);

      g_test_message ("“%s”", cases[i].text);
      mappe_query_match (query, cases[i].text);
      assert_found (fixture->store, query, "last_name", cases[i].expected);
    }
}

static void
test_sort_text (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const names[] = { "Zander", "apfel", "Ärger", "Abel", "Müller", "Muller", "Mueller", "2", "10" };
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (MappeQuery) reverse = mappe_query_new (&mappe_person_kind);
  g_autofree char *back = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mappe_test_add (fixture->store, "person", "last_name", names[i], NULL);
  mappe_query_order (query, MAPPE_PERSON_LAST_NAME, FALSE);
  assert_found (fixture->store, query, "last_name", "2 10 Abel apfel Ärger Mueller Muller Müller Zander");
  mappe_query_order (reverse, MAPPE_PERSON_LAST_NAME, TRUE);
  back = found_by (fixture->store, reverse, "last_name");
  g_assert_cmpstr (back, ==, "Zander Müller Muller Mueller Ärger apfel Abel 10 2");
}

static void
test_sort_others (MappeTestStore *fixture, gconstpointer data)
{
  static const struct { const char *field; gboolean descending; const char *expected; } cases[] = {
    { "budget_eur", FALSE, "C E B A D" }, { "budget_eur", TRUE, "D A B E C" },
    { "start_on", FALSE, "B C D A E" }, { "start_on", TRUE, "E A D C B" },
    { "reference", FALSE, "A B C D E" }, { "reference", TRUE, "E D C B A" },
  };

  add_projects (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));

      mappe_query_order (query, mappe_kind_find_field (kind ("project"), cases[i].field), cases[i].descending);
      assert_found (fixture->store, query, "title", cases[i].expected);
    }
}

/* Codes sort as their list says, not by their letters. */
static void
test_sort_codes (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const levels[] = { "proven", "none", NULL, "probable", "theory_founded" };
  g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));
  g_autoptr (MappeQuery) reverse = mappe_query_new (kind ("project"));
  int field = mappe_kind_find_field (kind ("project"), "evidence_rating");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    mappe_test_add (fixture->store, "project", "title", "P", "evidence_rating", levels[i], NULL);
  mappe_query_order (query, field, FALSE);
  assert_found (fixture->store, query, "evidence_rating", "- none theory_founded probable proven");
  mappe_query_order (reverse, field, TRUE);
  assert_found (fixture->store, reverse, "evidence_rating", "proven probable theory_founded none -");
}

/* References sort by what they show, two fields after one another, and twice the same field does no harm. */
static void
test_sort_references (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const names[] = { "Zoll", "Ärzte", "Bahn" };
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             mappe_test_add (fixture->store, "organisation", "name", names[i], NULL));

      mappe_test_add (fixture->store, "person", "last_name", names[i], "first_name", "1", "organisation", id, NULL);
      mappe_test_add (fixture->store, "person", "last_name", names[i], "first_name", "2", "organisation", id, NULL);
    }
  mappe_test_add (fixture->store, "person", "last_name", "None", NULL);
  mappe_query_order (query, MAPPE_PERSON_ORGANISATION, FALSE);
  mappe_query_order (query, MAPPE_PERSON_FIRST_NAME, TRUE);
  assert_found (fixture->store, query, "last_name", "None Ärzte Ärzte Bahn Bahn Zoll Zoll");
  assert_found (fixture->store, query, "first_name", "- 2 1 2 1 2 1");
  mappe_query_order (query, MAPPE_PERSON_ORGANISATION, TRUE);
  assert_found (fixture->store, query, "first_name", "- 2 1 2 1 2 1");
  mappe_query_limit (query, 2);
  assert_found (fixture->store, query, "last_name", "None Ärzte");
}

static void
test_references_in_order (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const references[] = { "M10", "M2", "m2", "X", "M1" };
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    mappe_test_add (fixture->store, "person", "last_name", "x", "reference", references[i], NULL);
  assert_found (fixture->store, query, "reference", "M1 M2 m2 M10 X");
}

static void
test_limit (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind ("project"));

  add_projects (fixture->store);
  mappe_query_limit (query, 2);
  assert_found (fixture->store, query, "title", "A B");
  /* The count is that of all. */
  g_assert_cmpint (mappe_store_count (fixture->store, query, NULL), ==, 5);
  mappe_query_limit (query, 0);
  assert_found (fixture->store, query, "title", "A B C D E");
}

static void
test_where_id (MappeTestStore *fixture, gconstpointer data)
{
  gint64 police = mappe_test_add (fixture->store, "organisation", "name", "Police", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, police);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (GPtrArray) listed = NULL;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", "organisation", id, NULL);
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  mappe_query_where_id (query, MAPPE_PERSON_ORGANISATION, police);
  assert_found (fixture->store, query, "last_name", "Ahorn");
  listed = mappe_store_list (fixture->store, query, NULL);
  g_assert_cmpstr (((MappeListed *) g_ptr_array_index (listed, 0))->shown[MAPPE_PERSON_ORGANISATION], ==, "Police");
  g_assert_cmpstr (((MappeListed *) g_ptr_array_index (listed, 0))->title, ==, "Ahorn");
}

static void
test_links (MappeTestStore *fixture, gconstpointer data)
{
  gint64 police = mappe_test_add (fixture->store, "organisation", "name", "Police", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, police);
  g_autoptr (GPtrArray) links = NULL;
  guint n_found = 0;

  for (guint i = 0; i < 5; i++)
    mappe_test_add (fixture->store, "person", "last_name", "Ahorn", "organisation", id, NULL);
  links = mappe_store_links (fixture->store, kind ("organisation"), police, 3, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const MappeLink *link = g_ptr_array_index (links, i);

      if (link->kind != &mappe_person_kind)
        {
          g_assert_cmpint (link->count, ==, 0);
          continue;
        }
      n_found++;
      g_assert_cmpuint (link->field, ==, MAPPE_PERSON_ORGANISATION);
      g_assert_cmpint (link->count, ==, 5);
      g_assert_cmpuint (link->listed->len, ==, 3);
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_rows (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    {
      gint64 id = mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);

      g_array_prepend_val (ids, id);
    }
  g_array_index (ids, gint64, 7) = 4711;
  g_array_index (ids, gint64, 8) = g_array_index (ids, gint64, 9);
  listed = mappe_store_rows (fixture->store, &mappe_person_kind, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  /* In the order asked for, a double one twice, without the one that is not there. */
  g_assert_cmpuint (listed->len, ==, 199);
  g_assert_cmpint (((MappeListed *) g_ptr_array_index (listed, 0))->row->id, ==, g_array_index (ids, gint64, 0));
  g_assert_cmpint (((MappeListed *) g_ptr_array_index (listed, 7))->row->id, ==, g_array_index (ids, gint64, 9));
  g_assert_cmpint (((MappeListed *) g_ptr_array_index (listed, 8))->row->id, ==, g_array_index (ids, gint64, 9));
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = mappe_store_rows (fixture->store, &mappe_person_kind, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 0);
}

static void
test_copy_equal (void)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (MappeQuery) plain = mappe_query_new (&mappe_person_kind);
  g_autoptr (MappeQuery) copy = NULL, shorter = NULL, other = NULL;

  g_assert_true (mappe_query_equal (query, plain));
  mappe_query_where (query, MAPPE_PERSON_LAST_NAME, MAPPE_OP_EQUAL, "x");
  mappe_query_where (query, MAPPE_PERSON_FIRST_NAME, MAPPE_OP_EMPTY, NULL);
  mappe_query_order (query, MAPPE_PERSON_LAST_NAME, TRUE);
  mappe_query_match (query, "müll");
  mappe_query_limit (query, 3);
  copy = mappe_query_copy (query);
  g_assert_true (mappe_query_equal (query, copy));
  g_assert_false (mappe_query_equal (query, plain));
  mappe_query_limit (copy, 4);
  g_assert_false (mappe_query_equal (query, copy));
  mappe_query_limit (copy, 3);
  mappe_query_match (copy, "");
  g_assert_false (mappe_query_equal (query, copy));
  shorter = mappe_query_copy (query);
  mappe_query_order (shorter, MAPPE_PERSON_FIRST_NAME, FALSE);
  g_assert_false (mappe_query_equal (query, shorter));
  other = mappe_query_new (kind ("project"));
  g_assert_false (mappe_query_equal (plain, other));
}

static void
add (const char *path, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, NULL, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/query/operators", test_operators);
  add ("/query/alternatives", test_alternatives);
  add ("/query/odd-values", test_odd_values);
  add ("/query/text", test_text);
  add ("/query/sort/text", test_sort_text);
  add ("/query/sort/others", test_sort_others);
  add ("/query/sort/codes", test_sort_codes);
  add ("/query/sort/references", test_sort_references);
  add ("/query/sort/own-reference", test_references_in_order);
  add ("/query/limit", test_limit);
  add ("/query/where-id", test_where_id);
  add ("/query/links", test_links);
  add ("/query/rows", test_rows);
  g_test_add_func ("/query/copy-equal", test_copy_equal);
  return g_test_run ();
}
