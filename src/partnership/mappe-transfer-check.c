/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer-check.h"

#include <glib/gi18n-lib.h>

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-project.h"
#include "mappe-transfer-condition.h"
#include "mappe-transfer.h"

static const char *const fit_codes[MAPPE_FIT_N] = { "open", "fits", "adapt", "no_fit" };

/* --- reading --- */

static void
proposal_free (MappeTransferProposal *self)
{
  g_free (self->topic);
  g_free (self->source_state);
  g_free (self->target_state);
  g_free (self);
}

static gboolean
load_around (MappeTransferCheck *self, MappeSnapshot *snapshot, GError **error)
{
  const MappeRow *row = self->transfer->row;
  GError *cause = NULL;

  self->profile = mappe_snapshot_load (snapshot, &mappe_best_practice_profile_kind,
                                       mappe_row_get_int (row, MAPPE_TRANSFER_PROFILE), &cause);
  if (self->profile != NULL)
    self->origin = mappe_snapshot_load (snapshot, &mappe_project_kind,
                                        mappe_row_get_int (self->profile, MAPPE_BEST_PRACTICE_PROFILE_PROJECT), &cause);
  if (self->origin != NULL)
    self->source = mappe_listing_one (snapshot, &mappe_area_kind,
                                      mappe_row_get_int (self->origin, MAPPE_PROJECT_AREA), &cause);
  if (cause == NULL)
    self->target = mappe_listing_one (snapshot, &mappe_area_kind, mappe_row_get_int (row, MAPPE_TRANSFER_TARGET_AREA),
                                      &cause);
  if (cause == NULL && !mappe_row_is_null (row, MAPPE_TRANSFER_PROJECT))
    self->project = mappe_snapshot_load (snapshot, &mappe_project_kind,
                                         mappe_row_get_int (row, MAPPE_TRANSFER_PROJECT), &cause);
  if (cause == NULL)
    self->conditions = mappe_listing_of (snapshot, &mappe_transfer_condition_kind, MAPPE_TRANSFER_CONDITION_TRANSFER,
                                         row->id, MAPPE_FIELD_REFERENCE, &cause);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return self->conditions != NULL;
}

/**
 * mappe_transfer_check_load:
 * @id: of the transfer
 * @language: (nullable): of what is proposed
 *
 * Returns: (transfer full) (nullable): the transfer; %NULL without an error when it is gone
 */
MappeTransferCheck *
mappe_transfer_check_load (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language, GError **error)
{
  MappeListed *transfer = mappe_listing_one (snapshot, &mappe_transfer_kind, id, error);
  g_autoptr (MappeTransferCheck) self = NULL;

  if (transfer == NULL)
    return NULL;
  self = g_new0 (MappeTransferCheck, 1);
  self->transfer = transfer;
  self->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) proposal_free);
  if (!load_around (self, snapshot, error))
    return NULL;
  mappe_transfer_propose_from (snapshot, self, language);
  return g_steal_pointer (&self);
}

/** mappe_transfer_check_free: @self: (transfer full) */
void
mappe_transfer_check_free (MappeTransferCheck *self)
{
  g_clear_pointer (&self->transfer, mappe_listed_free);
  g_clear_pointer (&self->profile, mappe_row_unref);
  g_clear_pointer (&self->origin, mappe_row_unref);
  g_clear_pointer (&self->project, mappe_row_unref);
  g_clear_pointer (&self->source, mappe_listed_free);
  g_clear_pointer (&self->target, mappe_listed_free);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

/* --- weighing --- */

/** mappe_transfer_fit_of: Returns: how well what was is there fits what is here */
MappeFit
mappe_transfer_fit_of (const MappeRow *condition)
{
  const char *code = mappe_row_get_text (condition, MAPPE_TRANSFER_CONDITION_FIT);

  for (guint i = 0; i < MAPPE_FIT_N; i++)
    if (g_strcmp0 (code, fit_codes[i]) == 0)
      return i;
  return MAPPE_FIT_OPEN;
}

/** mappe_transfer_fit_code: Returns: its code of the list "transfer_fit" */
const char *
mappe_transfer_fit_code (MappeFit fit)
{
  return fit_codes[fit];
}

/** mappe_transfer_check_count: @counts: (out): how many conditions have which fit */
void
mappe_transfer_check_count (const MappeTransferCheck *self, guint counts[MAPPE_FIT_N])
{
  for (guint i = 0; i < MAPPE_FIT_N; i++)
    counts[i] = 0;
  for (guint i = 0; i < self->conditions->len; i++)
    counts[mappe_transfer_fit_of (((MappeListed *) g_ptr_array_index (self->conditions, i))->row)]++;
}

/** mappe_transfer_check_unsolved: Returns: how many conditions do not fit and have no adaptation yet */
guint
mappe_transfer_check_unsolved (const MappeTransferCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (self->conditions, i))->row;

      n += mappe_transfer_fit_of (row) >= MAPPE_FIT_ADAPT
           && mappe_row_is_null (row, MAPPE_TRANSFER_CONDITION_ADAPTATION);
    }
  return n;
}

/**
 * mappe_transfer_check_verdict:
 *
 * Returns: (transfer full): how many conditions fit, in one line
 */
char *
mappe_transfer_check_verdict (const MappeTransferCheck *self, const MappeLanguage *language)
{
  guint counts[MAPPE_FIT_N], unsolved = mappe_transfer_check_unsolved (self);
  GString *text = g_string_new (NULL);

  mappe_transfer_check_count (self, counts);
  if (self->conditions->len == 0)
    {
      g_string_append (text, L_("No condition was compared yet."));
      return g_string_free (text, FALSE);
    }
  /* Translators: numbers of conditions that fit, of all, that need changes, that do not fit */
  g_string_append_printf (text, L_("Fitting: %1$u of %2$u conditions; to adapt: %3$u; not fitting: %4$u"),
                          counts[MAPPE_FIT_FITS], self->conditions->len, counts[MAPPE_FIT_ADAPT],
                          counts[MAPPE_FIT_NONE]);
  if (counts[MAPPE_FIT_OPEN] > 0)
    g_string_append_printf (text, L_("; not checked: %u"), counts[MAPPE_FIT_OPEN]);
  g_string_append_c (text, '.');
  if (unsolved > 0)
    g_string_append_printf (text, mappe_language_plural (language, " %u of them has no adaptation yet.",
                                                         " %u of them have no adaptation yet.", unsolved), unsolved);
  return g_string_free (text, FALSE);
}

/** mappe_transfer_check_steps: Returns: (transfer full) (element-type utf8): the adapted steps, one a line */
GPtrArray *
mappe_transfer_check_steps (const MappeTransferCheck *self)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);
  const char *text = mappe_row_get_text (self->transfer->row, MAPPE_TRANSFER_ADAPTED_STEPS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (steps, g_strdup (lines[i]));
  return steps;
}
