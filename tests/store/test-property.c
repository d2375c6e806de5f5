/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include "mappe-number.h"

/* Random edits over all kinds. Whatever they do, undoing all of them gives back the first state to the last value,
 * and redoing all of them the last one. The seed is printed by GLib's test runner. */

#define N_STEPS 300

static gint64
random_id (MappeStore *store, const MappeKind *kind)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GArray) ids = mappe_store_query (store, query, NULL);

  return ids->len > 0 ? g_array_index (ids, gint64, g_test_rand_int_range (0, ids->len)) : 0;
}

static char *
random_code (MappeStore *store, const char *list)
{
  const MappeKind *codes = mappe_kind_lookup ("code", NULL);
  g_autoptr (MappeQuery) query = mappe_query_new (codes);
  g_autoptr (GPtrArray) listed = NULL;
  MappeListed *chosen;

  mappe_query_where (query, mappe_kind_find_field (codes, "list"), MAPPE_OP_EQUAL, list);
  listed = mappe_store_list (store, query, NULL);
  if (listed->len == 0)
    return NULL;
  chosen = g_ptr_array_index (listed, g_test_rand_int_range (0, listed->len));
  return g_strdup (mappe_row_get_text (chosen->row, mappe_kind_find_field (codes, "code")));
}

static char *
random_text (void)
{
  static const char *const words[] = { "Müller", "ß", "Schloßgarten", "Ärger", "a\"b", "x;y", "100 %", "'", "–",
                                       "garten", "öffentlich", "日本", "e\xcc\x81" };
  GString *text = g_string_new (NULL);
  int n_words = g_test_rand_int_range (1, 5);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, i == 0 ? "%s" : " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static char *
random_value (MappeStore *store, const MappeFieldSpec *field)
{
  double low = field->minimum < field->maximum ? field->minimum : 0;
  double high = field->minimum < field->maximum ? MIN (field->maximum, low + 1000) : 1000;

  switch (field->type)
    {
    case MAPPE_FIELD_INT:
      return g_strdup_printf ("%d", (int) g_test_rand_double_range (low, high));
    case MAPPE_FIELD_DECIMAL:
      return g_strdup_printf ("%d.5", (int) g_test_rand_double_range (low, high));
    case MAPPE_FIELD_REAL:
      return mappe_real_to_canonical (g_test_rand_double_range (low, high));
    case MAPPE_FIELD_BOOL:
      return g_strdup (g_test_rand_bit () ? "1" : "0");
    case MAPPE_FIELD_DATE:
      return g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (1990, 2040), g_test_rand_int_range (1, 13),
                              g_test_rand_int_range (1, 29));
    case MAPPE_FIELD_TIME:
      return g_strdup_printf ("%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
    case MAPPE_FIELD_DATETIME:
      return g_strdup_printf ("2026-%02d-15T%02d:30", g_test_rand_int_range (1, 13), g_test_rand_int_range (0, 24));
    case MAPPE_FIELD_CODE:
      return random_code (store, field->code_list);
    case MAPPE_FIELD_REF:
      {
        gint64 id = random_id (store, mappe_kind_lookup (field->target, NULL));

        return id > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
      }
    case MAPPE_FIELD_BLOB:
      return NULL;
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    default:
      return random_text ();
    }
}

static void
randomize (MappeStore *store, MappeRow *row, double share)
{
  for (guint i = 1; i < row->kind->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (g_test_rand_double () >= share && !(row->kind->fields[i].flags & MAPPE_FIELD_REQUIRED))
        continue;
      value = random_value (store, &row->kind->fields[i]);
      if (value != NULL || g_test_rand_int_range (0, 4) == 0)
        mappe_row_set_canonical (row, i, value, NULL);
    }
}

static void
add_random_change (MappeStore *store, MappeEdit *edit, const MappeKind *kind)
{
  gint64 id = random_id (store, kind);
  int what = g_test_rand_int_range (0, 10);

  if (id == 0 || what < 5)
    {
      MappeRow *row = mappe_row_new_preset (kind);

      randomize (store, row, 0.4);
      mappe_edit_insert (edit, row);
    }
  else if (what < 8)
    {
      MappeRow *base = mappe_store_load (store, kind, id, NULL);
      MappeRow *mine = mappe_row_copy (base);

      randomize (store, mine, 0.2);
      mappe_edit_update (edit, base, mine);
    }
  else
    mappe_edit_delete (edit, kind, id, 0);
}

static gboolean
random_step (MappeStore *store, GPtrArray *labels)
{
  g_autofree char *label = g_strdup_printf ("step %u", labels->len + 1);
  MappeEdit *edit = mappe_edit_new (label);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  int n_changes = g_test_rand_int_range (1, 4);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (int i = 0; i < n_changes; i++)
    add_random_change (store, edit, kinds[g_test_rand_int_range (0, n_kinds)]);
  applied = mappe_store_apply (store, edit, NULL, &error);
  if (applied == NULL)
    {
      /* Refused for a reason the user would be told; anything else is a fault of the store. */
      g_assert_true (error->domain == MAPPE_STORE_ERROR);
      g_assert_true (error->code == MAPPE_STORE_ERROR_INVALID || error->code == MAPPE_STORE_ERROR_REFERENCE
                     || error->code == MAPPE_STORE_ERROR_REFUSED
                     || error->code == MAPPE_STORE_ERROR_DUPLICATE || error->code == MAPPE_STORE_ERROR_CONFLICT
                     || error->code == MAPPE_STORE_ERROR_GONE);
      return FALSE;
    }
  if (applied->set_id != 0)
    g_ptr_array_add (labels, g_steal_pointer (&label));
  return applied->set_id != 0;
}

static void
assert_same (const char *left, const char *right)
{
  g_auto (GStrv) a = g_strsplit (left, "\n", -1);
  g_auto (GStrv) b = g_strsplit (right, "\n", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
}

static void
test_undo_all (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = mappe_test_store_content (fixture->store);
  g_autofree char *last = NULL, *undone = NULL, *redone = NULL;
  guint n_refused = 0;

  for (int i = 0; i < N_STEPS; i++)
    if (!random_step (fixture->store, labels))
      n_refused++;
  g_test_message ("%u steps, %u refused", labels->len, n_refused);
  g_assert_cmpuint (labels->len, >, N_STEPS / 10);
  last = mappe_test_store_content (fixture->store);

  for (guint i = labels->len; i > 0; i--)
    {
      g_autofree char *label = mappe_store_undo (fixture->store, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, g_ptr_array_index (labels, i - 1));
      if (i % 40 == 0)
        mappe_test_store_reopen (fixture);
    }
  g_assert_null (mappe_store_undo (fixture->store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  undone = mappe_test_store_content (fixture->store);
  assert_same (undone, first);

  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *label = mappe_store_redo (fixture->store, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, g_ptr_array_index (labels, i));
    }
  redone = mappe_test_store_content (fixture->store);
  assert_same (redone, last);
}

/* Undo, redo and new steps in any mixture: the path back always leads through the states that were there. */
static void
test_undo_mixed (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, mappe_test_store_content (fixture->store));
  for (int i = 0; i < N_STEPS / 2; i++)
    {
      g_autofree char *now = NULL;

      if (states->len > 1 && g_test_rand_int_range (0, 3) == 0)
        {
          g_autofree char *label = mappe_store_undo (fixture->store, NULL);
          g_autofree char *again = NULL;

          g_assert_nonnull (label);
          now = mappe_test_store_content (fixture->store);
          g_assert_cmpstr (now, ==, g_ptr_array_index (states, states->len - 2));
          if (g_test_rand_bit ())
            {
              again = mappe_store_redo (fixture->store, NULL);
              g_assert_cmpstr (again, ==, label);
              g_free (now);
              now = mappe_test_store_content (fixture->store);
              g_assert_cmpstr (now, ==, g_ptr_array_index (states, states->len - 1));
            }
          else
            g_ptr_array_set_size (states, states->len - 1);
        }
      else if (random_step (fixture->store, labels))
        g_ptr_array_add (states, mappe_test_store_content (fixture->store));
    }
  while (states->len > 1)
    {
      g_autofree char *label = mappe_store_undo (fixture->store, NULL);
      g_autofree char *now = NULL;

      g_assert_nonnull (label);
      g_ptr_array_set_size (states, states->len - 1);
      now = mappe_test_store_content (fixture->store);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, states->len - 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/property/undo-all-redo-all", MappeTestStore, NULL, mappe_test_store_set_up, test_undo_all,
              mappe_test_store_tear_down);
  g_test_add ("/property/undo-mixed", MappeTestStore, NULL, mappe_test_store_set_up, test_undo_mixed,
              mappe_test_store_tear_down);
  return g_test_run ();
}
