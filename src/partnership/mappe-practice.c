/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-practice.h"

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-project.h"
#include "mappe-transfer.h"

/* The minimum criteria of the European Crime Prevention Network for what may be called good practice. */
static const guint criteria[MAPPE_PRACTICE_CRITERIA] = {
  MAPPE_BEST_PRACTICE_PROFILE_PROBLEM_DESCRIBED, MAPPE_BEST_PRACTICE_PROFILE_MECHANISM_DESCRIBED,
  MAPPE_BEST_PRACTICE_PROFILE_EVALUATED, MAPPE_BEST_PRACTICE_PROFILE_REPLICABLE,
};

/* Context and the five I of Ekblom. */
static const guint parts[MAPPE_PRACTICE_PARTS] = {
  MAPPE_BEST_PRACTICE_PROFILE_CONTEXT, MAPPE_BEST_PRACTICE_PROFILE_INTELLIGENCE,
  MAPPE_BEST_PRACTICE_PROFILE_INTERVENTION, MAPPE_BEST_PRACTICE_PROFILE_IMPLEMENTATION,
  MAPPE_BEST_PRACTICE_PROFILE_INVOLVEMENT, MAPPE_BEST_PRACTICE_PROFILE_IMPACT,
};

static GPtrArray *
load_transfers (MappeSnapshot *snapshot, gint64 profile, const MappeLanguage *language, GError **error)
{
  g_autoptr (GPtrArray) rows = mappe_listing_of (snapshot, &mappe_transfer_kind, MAPPE_TRANSFER_PROFILE, profile,
                                                 MAPPE_TRANSFER_BEGUN_ON, error);
  g_autoptr (GPtrArray) transfers = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_transfer_check_free);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeTransferCheck *check = mappe_transfer_check_load (
          snapshot, ((MappeListed *) g_ptr_array_index (rows, i))->row->id, language, error);

      if (check == NULL)
        return NULL;
      g_ptr_array_add (transfers, check);
    }
  return rows != NULL ? g_steal_pointer (&transfers) : NULL;
}

/**
 * mappe_practice_load:
 * @id: of the profile
 *
 * Returns: (transfer full) (nullable): the profile; %NULL without an error when it is gone
 */
MappePractice *
mappe_practice_load (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappePractice) self = g_new0 (MappePractice, 1);
  GError *cause = NULL;

  self->profile = mappe_snapshot_load (snapshot, &mappe_best_practice_profile_kind, id, error);
  if (self->profile == NULL)
    return NULL;
  self->project = mappe_listing_one (snapshot, &mappe_project_kind,
                                     mappe_row_get_int (self->profile, MAPPE_BEST_PRACTICE_PROFILE_PROJECT), &cause);
  if (self->project != NULL && !mappe_row_is_null (self->project->row, MAPPE_PROJECT_AREA))
    self->area = mappe_snapshot_load (snapshot, &mappe_area_kind,
                                      mappe_row_get_int (self->project->row, MAPPE_PROJECT_AREA), &cause);
  if (cause == NULL)
    self->transfers = load_transfers (snapshot, id, language, &cause);
  if (cause == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, cause);
  return NULL;
}

/** mappe_practice_free: @self: (transfer full) */
void
mappe_practice_free (MappePractice *self)
{
  g_clear_pointer (&self->profile, mappe_row_unref);
  g_clear_pointer (&self->project, mappe_listed_free);
  g_clear_pointer (&self->area, mappe_row_unref);
  g_clear_pointer (&self->transfers, g_ptr_array_unref);
  g_free (self);
}

/** mappe_practice_criterion: Returns: number of the field of the @nth minimum criterion */
guint
mappe_practice_criterion (guint nth)
{
  return criteria[nth];
}

/** mappe_practice_part: Returns: number of the field of the @nth part: the context, then the five I */
guint
mappe_practice_part (guint nth)
{
  return parts[nth];
}

/** mappe_practice_n_met: Returns: how many of the minimum criteria the profile meets */
guint
mappe_practice_n_met (const MappeRow *profile)
{
  guint n = 0;

  for (guint i = 0; i < MAPPE_PRACTICE_CRITERIA; i++)
    n += mappe_row_get_int (profile, criteria[i]) != 0;
  return n;
}

/** mappe_practice_publish: @day: (nullable): %NULL takes it back. Returns: (transfer full): the edit */
MappeEdit *
mappe_practice_publish (const MappeRow *profile, const char *day, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (profile);

  mappe_row_set_canonical (mine, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON, day, NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) profile), mine);
  return edit;
}
