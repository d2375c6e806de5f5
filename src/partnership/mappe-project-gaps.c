/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-gaps.h"

#include <glib/gi18n-lib.h>

#include "mappe-prevention-programme.h"
#include "mappe-programme-factor.h"
#include "mappe-project-factor.h"
#include "mappe-project-factors.h"
#include "mappe-project.h"

/* What is read to find the gaps. */
typedef struct {
  GPtrArray  *projects, *programmes, *links;
  GHashTable *names;   /* code of a factor → what a profile calls it */
} Sources;

static void
sources_clear (Sources *self)
{
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, sources_clear)

static void
factor_free (gpointer data)
{
  MappeGapFactor *self = data;

  mappe_row_unref (self->factor);
  mappe_row_unref (self->project);
  g_ptr_array_unref (self->used);
  g_ptr_array_unref (self->listed);
  g_free (self);
}

static void
programme_free (gpointer data)
{
  MappeGapProgramme *self = data;

  mappe_row_unref (self->programme);
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->firsts);
  g_free (self);
}

static gboolean
has_status (const MappeRow *project, const char *const *statuses)
{
  const char *status = mappe_row_get_text (project, MAPPE_PROJECT_STATUS);

  return status != NULL && g_strv_contains (statuses, status);
}

static gboolean
is_over (const MappeRow *project)
{
  static const char *const over[] = { "completed", "stopped", NULL };

  return has_status (project, over);
}

/* An idea does nothing about a factor yet. */
static gboolean
is_active (const MappeRow *project)
{
  static const char *const active[] = { "planned", "running", "paused", NULL };

  return has_status (project, active);
}

static const char *
code_of (const MappeRow *factor)
{
  return mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_FACTOR_CODE);
}

static GPtrArray *
load_rows (MappeSnapshot *snapshot, const MappeKind *kind, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  return mappe_snapshot_rows (snapshot, query, error);
}

/* --- factors --- */

static void
add_factor (MappeProjectGaps *self, MappeRow *factor, MappeRow *project)
{
  MappeGapFactor *gap = g_new0 (MappeGapFactor, 1);

  gap->factor = mappe_row_ref (factor);
  gap->project = mappe_row_ref (project);
  gap->used = g_ptr_array_new ();
  gap->listed = g_ptr_array_new ();
  g_ptr_array_add (self->factors, gap);
}

/* All factors name their codes; the priorities of projects that are not over are what programmes are looked for. */
static gboolean
add_factors (MappeProjectGaps *self, Sources *sources, MappeSnapshot *snapshot, GError **error)
{
  for (guint i = 0; i < sources->projects->len; i++)
    {
      MappeRow *project = g_ptr_array_index (sources->projects, i);
      g_autoptr (GPtrArray) factors = mappe_project_factors_load (snapshot, project->id, error);

      if (factors == NULL)
        return FALSE;
      for (guint n = 0; n < factors->len; n++)
        {
          MappeRow *factor = g_ptr_array_index (factors, n);

          if (code_of (factor) != NULL && !g_hash_table_contains (sources->names, code_of (factor)))
            g_hash_table_insert (sources->names, g_strdup (code_of (factor)),
                                 g_strdup (mappe_project_factor_name (factor)));
          if (mappe_project_factor_is_first (factor) && !is_over (project))
            add_factor (self, factor, project);
        }
    }
  return TRUE;
}

/* --- programmes --- */

static void
add_users (MappeGapProgramme *gap, const Sources *sources)
{
  for (guint i = 0; i < sources->projects->len; i++)
    {
      MappeRow *project = g_ptr_array_index (sources->projects, i);

      if (is_active (project) && mappe_row_get_int (project, MAPPE_PROJECT_PROGRAMME) == gap->programme->id)
        g_ptr_array_add (gap->users, mappe_row_ref (project));
    }
}

static void
add_first (MappeProjectGaps *self, MappeGapProgramme *gap, const char *code)
{
  for (guint i = 0; i < self->factors->len; i++)
    {
      MappeGapFactor *factor = g_ptr_array_index (self->factors, i);

      if (g_strcmp0 (code_of (factor->factor), code) != 0)
        continue;
      g_ptr_array_add (gap->firsts, factor);
      g_ptr_array_add (gap->users->len > 0 ? factor->used : factor->listed, gap);
    }
}

static void
add_programme (MappeProjectGaps *self, const Sources *sources, MappeRow *programme)
{
  MappeGapProgramme *gap = g_new0 (MappeGapProgramme, 1);

  gap->programme = mappe_row_ref (programme);
  gap->users = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  gap->factors = g_ptr_array_new_with_free_func (g_free);
  gap->firsts = g_ptr_array_new ();
  g_ptr_array_add (self->programmes, gap);
  add_users (gap, sources);
  for (guint i = 0; i < sources->links->len; i++)
    {
      const MappeRow *link = g_ptr_array_index (sources->links, i);
      const char *code = mappe_row_get_text (link, MAPPE_PROGRAMME_FACTOR_FACTOR_CODE);
      const char *name = code != NULL ? g_hash_table_lookup (sources->names, code) : NULL;

      if (mappe_row_get_int (link, MAPPE_PROGRAMME_FACTOR_PROGRAMME) != programme->id || code == NULL)
        continue;
      g_ptr_array_add (gap->factors, g_strdup (name != NULL ? name : code));
      add_first (self, gap, code);
    }
}

static int
by_use (gconstpointer a, gconstpointer b)
{
  const MappeGapProgramme *one = *(MappeGapProgramme *const *) a, *other = *(MappeGapProgramme *const *) b;

  if ((one->users->len > 0) != (other->users->len > 0))
    return one->users->len > 0 ? -1 : 1;
  return g_strcmp0 (mappe_row_get_text (one->programme, MAPPE_FIELD_REFERENCE),
                    mappe_row_get_text (other->programme, MAPPE_FIELD_REFERENCE));
}

/** mappe_project_gaps_load: Returns: (transfer full) (nullable): priorities and programmes of all projects */
MappeProjectGaps *
mappe_project_gaps_load (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeProjectGaps) self = g_new0 (MappeProjectGaps, 1);
  g_auto (Sources) sources = { NULL, NULL, NULL, NULL };

  self->factors = g_ptr_array_new_with_free_func (factor_free);
  self->programmes = g_ptr_array_new_with_free_func (programme_free);
  sources.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sources.projects = load_rows (snapshot, &mappe_project_kind, error);
  sources.programmes = sources.projects != NULL ? load_rows (snapshot, &mappe_prevention_programme_kind, error) : NULL;
  sources.links = sources.programmes != NULL ? load_rows (snapshot, &mappe_programme_factor_kind, error) : NULL;
  if (sources.links == NULL || !add_factors (self, &sources, snapshot, error))
    return NULL;
  for (guint i = 0; i < sources.programmes->len; i++)
    add_programme (self, &sources, g_ptr_array_index (sources.programmes, i));
  g_ptr_array_sort (self->programmes, by_use);
  return g_steal_pointer (&self);
}

/** mappe_project_gaps_free: @self: (transfer full) */
void
mappe_project_gaps_free (MappeProjectGaps *self)
{
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_free (self);
}

/** mappe_project_gaps_n_open: Returns: number of priority factors that no programme in use works on */
guint
mappe_project_gaps_n_open (const MappeProjectGaps *self)
{
  guint n = 0;

  for (guint i = 0; i < self->factors->len; i++)
    n += ((MappeGapFactor *) g_ptr_array_index (self->factors, i))->used->len == 0;
  return n;
}

/** mappe_project_gaps_n_aimless: Returns: number of programmes in use that work on no priority factor */
guint
mappe_project_gaps_n_aimless (const MappeProjectGaps *self)
{
  guint n = 0;

  for (guint i = 0; i < self->programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (self->programmes, i);

      n += gap->users->len > 0 && gap->firsts->len == 0;
    }
  return n;
}

/* --- words --- */

static void
join (GString *text, const char *name)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name != NULL ? name : "–");
}

static char *
programme_names (const GPtrArray *programmes, gboolean users)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (programmes, i);
      const char *name = mappe_row_get_text (gap->programme, MAPPE_PREVENTION_PROGRAMME_NAME);
      const MappeRow *first = users && gap->users->len > 0 ? g_ptr_array_index (gap->users, 0) : NULL;
      g_autofree char *both = first != NULL
                                  ? g_strdup_printf ("%s (%s)", name, mappe_row_get_text (first, MAPPE_PROJECT_TITLE))
                                  : NULL;

      join (text, both != NULL ? both : name);
    }
  return g_strdup (text->str);
}

/** mappe_gap_factor_words: Returns: (transfer full): what is done about the factor, and how it is known */
char *
mappe_gap_factor_words (const MappeGapFactor *self, const MappeLanguage *language)
{
  g_autofree char *used = programme_names (self->used, TRUE), *listed = programme_names (self->listed, FALSE);

  if (self->used->len > 0)
    return g_strdup_printf (L_("✓ worked on by %s"), used);
  if (self->listed->len > 0)
    return g_strdup_printf (L_("▲ No programme in use works on it; these would: %s"), listed);
  return g_strdup (L_("▲ No programme works on it, in use or in the list"));
}

static char *
row_names (const GPtrArray *rows, guint field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    join (text, mappe_row_get_text (g_ptr_array_index (rows, i), field));
  return g_strdup (text->str);
}

static char *
aim_words (const MappeGapProgramme *self, const MappeLanguage *language)
{
  g_autoptr (GString) factors = g_string_new (NULL), firsts = g_string_new (NULL);

  for (guint i = 0; i < self->factors->len; i++)
    join (factors, g_ptr_array_index (self->factors, i));
  for (guint i = 0; i < self->firsts->len; i++)
    join (firsts, mappe_project_factor_name (((MappeGapFactor *) g_ptr_array_index (self->firsts, i))->factor));
  if (self->factors->len == 0)
    return g_strdup (L_("no factor is noted that it works on"));
  if (self->firsts->len == 0)
    return g_strdup_printf (L_("works on no priority factor, but on: %s"), factors->str);
  return g_strdup_printf (L_("works on the priority: %s"), firsts->str);
}

/** mappe_gap_programme_words: Returns: (transfer full): who uses the programme and what it works on */
char *
mappe_gap_programme_words (const MappeGapProgramme *self, const MappeLanguage *language)
{
  g_autofree char *users = row_names (self->users, MAPPE_PROJECT_TITLE), *aim = aim_words (self, language);

  if (self->users->len == 0)
    /* Translators: what a programme works on */
    return g_strdup_printf (L_("– Not in use; %s"), aim);
  /* Translators: ✓ or ▲; names of projects; what a programme works on */
  return g_strdup_printf (L_("%1$s Used by %2$s; %3$s"), self->firsts->len > 0 ? "✓" : "▲", users, aim);
}
