/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-targets.h"

#include <string.h>

#include "mappe-foreign-value.h"
#include "mappe-number.h"
#include "mappe-person.h"

enum { MOST_KNOWN = 200000 };

/** MappeTargets: @titles: (element-type utf8 gint64): per kind, by mappe_foreign_key(); made when first asked for */
struct _MappeTargets {
  MappeIntake *intake;
  GHashTable **titles;
};

/** mappe_targets_new: Returns: (transfer full): knows nothing yet; for the time of @intake */
MappeTargets *
mappe_targets_new (MappeIntake *intake)
{
  MappeTargets *self = g_new0 (MappeTargets, 1);
  guint n_kinds;

  mappe_kinds (&n_kinds);
  self->intake = intake;
  self->titles = g_new0 (GHashTable *, n_kinds);
  return self;
}

/** mappe_targets_free: @self: (transfer full) */
void
mappe_targets_free (MappeTargets *self)
{
  guint n_kinds;

  mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_clear_pointer (&self->titles[i], g_hash_table_unref);
  g_free (self->titles);
  g_free (self);
}

static void
note (GHashTable *titles, const char *title, gint64 id)
{
  g_autofree char *key = mappe_foreign_key (title);
  gint64 *known = g_hash_table_lookup (titles, key);

  if (*key == '\0' || g_hash_table_size (titles) >= MOST_KNOWN)
    return;
  if (known == NULL)
    g_hash_table_insert (titles, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  else if (*known != id)
    *known = MAPPE_TARGETS_SEVERAL;
}

/* People are called "Ahornstein, Amalia" in lists, "Amalia Ahornstein" and "Dr. Amalia Ahornstein" elsewhere. */
static gboolean
note_row_cb (gpointer data, const MappeRow *row, const char *title)
{
  GHashTable *titles = data;

  note (titles, title, row->id);
  if (row->kind == &mappe_person_kind)
    {
      const char *first = mappe_row_get_text (row, MAPPE_PERSON_FIRST_NAME) ?: "";
      const char *last = mappe_row_get_text (row, MAPPE_PERSON_LAST_NAME) ?: "";
      g_autofree char *plain = g_strconcat (first, last, NULL);
      g_autofree char *full = g_strconcat (mappe_row_get_text (row, MAPPE_PERSON_TITLE) ?: "", first, last, NULL);

      note (titles, plain, row->id);
      note (titles, full, row->id);
      note (titles, last, row->id);
    }
  return g_hash_table_size (titles) < MOST_KNOWN;
}

static GHashTable *
titles_of (MappeTargets *self, const MappeKind *kind, GError **error)
{
  GHashTable **titles = &self->titles[mappe_kind_index (kind)];

  if (*titles != NULL)
    return *titles;
  *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return mappe_intake_visit (self->intake, kind, note_row_cb, *titles, error) ? *titles : NULL;
}

static gint64
find_title (MappeTargets *self, const MappeKind *kind, const char *text, GError **error)
{
  GHashTable *titles = titles_of (self, kind, error);
  g_autofree char *key = mappe_foreign_key (text);
  const gint64 *id = titles != NULL ? g_hash_table_lookup (titles, key) : NULL;

  if (titles == NULL)
    return -1;
  return id != NULL ? *id : 0;
}

/* "#12", as on the command line */
static gint64
find_id (MappeTargets *self, const MappeKind *kind, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = NULL;
  gint64 id;

  if (!mappe_int_parse (text, &id) || id < 1)
    return 0;
  row = mappe_intake_load (self->intake, kind, id, &cause);
  if (cause == NULL)
    return row != NULL ? id : 0;
  g_propagate_error (error, g_steal_pointer (&cause));
  return -1;
}

/* "Police station (P-02)" */
static gint64
find_in_brackets (MappeTargets *self, const MappeKind *kind, const char *text, GError **error)
{
  const char *open = strrchr (text, '(');
  gboolean closed = open != NULL && g_str_has_suffix (text, ")");
  g_autofree char *inner = closed ? g_strndup (open + 1, strlen (open) - 2) : NULL;

  return inner != NULL && *inner != '\0' ? mappe_intake_find (self->intake, kind, inner, error) : 0;
}

/**
 * mappe_targets_find:
 * @text: a reference, "#" and an id, or what a record is called
 *
 * Returns: the id; 0 for none, %MAPPE_TARGETS_SEVERAL where several are called so, -1 with an error
 */
gint64
mappe_targets_find (MappeTargets *self, const MappeKind *kind, const char *text, GError **error)
{
  gint64 id = mappe_intake_find (self->intake, kind, text, error);

  if (id == 0 && *text == '#')
    id = find_id (self, kind, text + 1, error);
  if (id == 0)
    id = find_title (self, kind, text, error);
  if (id == 0)
    id = find_in_brackets (self, kind, text, error);
  return id;
}

/** mappe_targets_add: Lets it know a record that came in, where records of its kind were asked for. */
void
mappe_targets_add (MappeTargets *self, const MappeRow *row, const char *title)
{
  GHashTable *titles = self->titles[mappe_kind_index (row->kind)];

  if (titles != NULL)
    note_row_cb (titles, row, title);
}
