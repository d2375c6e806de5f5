/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mappe-backup.h"
#include "mappe-code.h"

char *
register_of (MappeStore *store, MappeProfile profile)
{
  const MappeRegisterOrder order = { profile, EXPORTED, "de", 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (mappe_store_get_path (store), ".out.xml", NULL);
  char *text;

  mappe_register_save (store, path, &order, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

char *
register_file (MappeTestStore *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

MappeRegisterReport *
register_import (MappeTestStore *fixture, const char *text)
{
  g_autofree char *path = register_file (fixture, "in.xml", text);
  g_autoptr (MappeRegisterReport) fault = NULL;
  g_autoptr (GError) error = NULL;
  MappeRegisterReport *report = mappe_register_import (fixture->store, path, NULL, FALSE, NULL, &fault, &error);

  for (guint i = 0; fault != NULL && i < fault->violations->len; i++)
    {
      const MappeViolation *violation = g_ptr_array_index (fault->violations, i);

      g_test_message ("%s %s:%d %s", violation->code, violation->path, violation->line, violation->detail);
    }
  g_assert_no_error (error);
  return report;
}

MappeRegisterReport *
register_refuse (MappeTestStore *fixture, const char *text, gssize length, int code)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.xml", NULL);
  g_autofree char *before = mappe_test_store_content (fixture->store);
  g_autofree char *after = NULL;
  MappeRegisterReport *fault = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  g_assert_null (mappe_register_import (fixture->store, path, NULL, FALSE, NULL, &fault, &error));
  g_assert_error (error, MAPPE_REGISTER_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  after = mappe_test_store_content (fixture->store);
  g_assert_cmpstr (before, ==, after);
  return fault;
}

char *
register_dump (MappeStore *store)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  mappe_store_dump (store, out, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (out, "", 1, NULL, NULL, NULL);
  g_output_stream_close (out, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));
}

char *
register_edit (char *text, const char *old, const char *new)
{
  g_autofree char *owned = text;
  const char *at = strstr (text, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, new, at + strlen (old));
}

void
register_same (const char *one, const char *other)
{
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;

  if (strcmp (one, other) == 0)
    return;
  left = g_strsplit (one, "\n", -1);
  right = g_strsplit (other, "\n", -1);
  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

gboolean
register_found (const MappeRegisterReport *report, const char *code)
{
  for (guint i = 0; i < report->violations->len; i++)
    if (g_str_equal (((MappeViolation *) g_ptr_array_index (report->violations, i))->code, code))
      return TRUE;
  return FALSE;
}

gint64
register_sum (const MappeRegisterReport *report, gboolean changed)
{
  gint64 sum = 0;

  for (guint i = 0; i < report->counts->len; i++)
    {
      const MappeRegisterCount *count = &g_array_index (report->counts, MappeRegisterCount, i);

      sum += changed ? count->changed : count->added;
    }
  return sum;
}

/* --- councils made by chance --- */

typedef struct {
  MappeStore *store;
  GRand *rand;
  GPtrArray *codes;
  GArray **ids; /* of each kind the ids of its records */
} Filler;

/* What writers and readers of XML stumble over; all composed, so that nothing is changed on the way. */
static char *
random_text (Filler *self, gboolean lines)
{
  static const char *const words[] = {
    "Rat",  "für",       "Größe",     "<b>",   "&amp;", "]]>",    "\"Zitat\"", "'",
    "„so“", "–",         "5 < 6 > 4", "naïve", "Łódź",  "Ελλάδα", "עברית",     "日本",
    "😀",    "a\xcc\xb5", "<!--",      "-->",   "<?x?>", "&#13;",  " ",         "  ",
  };
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (self->rand, 1, 8); n > 0; n--)
    {
      g_string_append (text, words[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (words))]);
      if (lines && g_rand_boolean (self->rand))
        g_string_append (text, g_rand_boolean (self->rand) ? "\n" : "\t");
    }
  g_string_append_printf (text, "%u", g_rand_int (self->rand) % 1000);
  return g_string_free (text, FALSE);
}

static char *
random_code (Filler *self, const char *list)
{
  g_autoptr (GPtrArray) of_list = g_ptr_array_new ();

  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (mappe_row_get_text (g_ptr_array_index (self->codes, i), MAPPE_CODE_LIST), list) == 0)
      g_ptr_array_add (of_list, g_ptr_array_index (self->codes, i));
  if (of_list->len == 0)
    return NULL;
  return g_strdup (mappe_row_get_text (
      g_ptr_array_index (of_list, g_rand_int_range (self->rand, 0, (gint32) of_list->len)), MAPPE_CODE_CODE));
}

static char *
random_id (Filler *self, const char *target)
{
  const GArray *ids = self->ids[mappe_kind_index (mappe_kind_lookup (target, NULL))];

  return ids->len == 0
             ? NULL
             : g_strdup_printf ("%" G_GINT64_FORMAT,
                                g_array_index (ids, gint64, g_rand_int_range (self->rand, 0, (gint32) ids->len)));
}

static char *
random_number (Filler *self, const MappeFieldSpec *field)
{
  double low = field->minimum < field->maximum ? field->minimum : 0;
  double high = field->minimum < field->maximum ? MIN (field->maximum, low + 50) : 50;

  if (field->type == MAPPE_FIELD_REAL)
    return g_strdup_printf ("%g", low + (high - low) * g_rand_int_range (self->rand, 0, 64) / 64.0);
  if (field->type == MAPPE_FIELD_DECIMAL)
    return g_strdup_printf ("%d.%02d", g_rand_int_range (self->rand, (int) low, (int) high + 1) % (int) high,
                            g_rand_int_range (self->rand, 0, 100));
  return g_strdup_printf ("%d", g_rand_int_range (self->rand, (int) low, (int) high + 1));
}

static char *
random_value (Filler *self, MappeEdit *edit, const MappeFieldSpec *field)
{
  int day = g_rand_int_range (self->rand, 1, 29), hour = g_rand_int_range (self->rand, 0, 24);

  switch (field->type)
    {
    case MAPPE_FIELD_BOOL:
      return g_strdup (g_rand_boolean (self->rand) ? "1" : "0");
    case MAPPE_FIELD_DATE:
      return g_strdup_printf ("2026-%02d-%02d", 1 + hour / 2, day);
    case MAPPE_FIELD_TIME:
      return g_strdup_printf ("%02d:%02d", hour, day);
    case MAPPE_FIELD_DATETIME:
      return g_strdup_printf ("2026-%02d-%02dT%02d:%02d", 1 + hour / 2, day, hour, day);
    case MAPPE_FIELD_CODE:
      return random_code (self, field->code_list);
    case MAPPE_FIELD_REF:
      return random_id (self, field->target);
      case MAPPE_FIELD_BLOB: {
        gsize size = (gsize) g_rand_int_range (self->rand, 0, 3) * 40000;
        g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size + 1), size);

        return mappe_edit_add_blob (edit, bytes);
      }
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
      return random_text (self, field->type == MAPPE_FIELD_LONGTEXT);
    default:
      return random_number (self, field);
    }
}

static void
fill_row (Filler *self, MappeEdit *edit, MappeRow *row)
{
  for (guint i = 1; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[i];
      g_autofree char *value = NULL;

      if ((field->flags & MAPPE_FIELD_REQUIRED) == 0 && g_rand_int_range (self->rand, 0, 3) == 0)
        continue;
      value = random_value (self, edit, field);
      mappe_row_set_canonical (row, i, value, NULL);
    }
}

/* Rules within a record are kept by trying again; what cannot be made is left out. */
static void
add_record (Filler *self, const MappeKind *kind)
{
  for (guint tries = 0; tries < 200; tries++)
    {
      g_autoptr (MappeRow) row = mappe_row_new (kind);
      g_autoptr (MappeEdit) edit = mappe_edit_new_base ("by chance");
      g_autoptr (MappeApplied) applied = NULL;

      fill_row (self, edit, row);
      mappe_row_set_canonical (row, MAPPE_FIELD_REFERENCE, "x", NULL);
      if (!mappe_row_validate (row, NULL, NULL))
        continue;
      mappe_value_clear (&row->values[MAPPE_FIELD_REFERENCE]);
      mappe_edit_insert (edit, g_steal_pointer (&row));
      applied = mappe_store_apply (self->store, g_steal_pointer (&edit), NULL, NULL);
      if (applied != NULL)
        {
          g_array_append_val (self->ids[mappe_kind_index (kind)], g_array_index (applied->ids, gint64, 0));
          return;
        }
    }
  g_test_message ("no %s could be made", kind->name);
}

/* References to what comes later, among records of a kind. */
static void
turn_around (Filler *self, const MappeKind *kind)
{
  const GArray *ids = self->ids[mappe_kind_index (kind)];

  for (guint i = 1; i < kind->n_fields && ids->len > 1; i++)
    {
      g_autoptr (MappeEdit) edit = NULL;
      g_autoptr (MappeApplied) applied = NULL;
      MappeRow *base, *mine;

      if (kind->fields[i].type != MAPPE_FIELD_REF || !g_str_equal (kind->fields[i].target, kind->table))
        continue;
      edit = mappe_edit_new_base ("turned around");
      base = mappe_store_load (self->store, kind, g_array_index (ids, gint64, 0), NULL);
      mine = mappe_row_copy (base);
      mappe_value_set_int (&mine->values[i], g_array_index (ids, gint64, ids->len - 1));
      mappe_edit_update (edit, base, mine);
      applied = mappe_store_apply (self->store, g_steal_pointer (&edit), NULL, NULL);
    }
}

void
register_fill (MappeStore *store, guint32 seed, guint records)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) listed = mappe_store_list (store, query, NULL);
  Filler self = { store, g_rand_new_with_seed (seed), g_ptr_array_new (), NULL };
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (self.codes, ((MappeListed *) g_ptr_array_index (listed, i))->row);
  self.ids = g_new0 (GArray *, n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      self.ids[k] = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < (g_str_equal (kinds[k]->name, "council") ? 1 : records); i++)
        add_record (&self, kinds[k]);
      turn_around (&self, kinds[k]);
    }
  for (guint k = 0; k < n_kinds; k++)
    g_array_unref (self.ids[k]);
  g_free (self.ids);
  g_ptr_array_unref (self.codes);
  g_rand_free (self.rand);
}
