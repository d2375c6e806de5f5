/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-site-audits.h"

#include <math.h>

#include "mappe-code.h"
#include "mappe-listing.h"
#include "mappe-site-audit-score.h"
#include "mappe-site-audit.h"

/* --- reading --- */

static void
criterion_free (MappeCriterion *criterion)
{
  g_free (criterion->code);
  g_free (criterion->label);
  g_free (criterion);
}

static GPtrArray *
load_criteria (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *criteria;
  guint label = mappe_language_is_german (language) ? MAPPE_CODE_LABEL_DE : MAPPE_CODE_LABEL_EN;

  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, "audit_criterion");
  mappe_query_order (query, MAPPE_CODE_POSITION, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows == NULL)
    return NULL;
  criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *code = g_ptr_array_index (rows, i);
      MappeCriterion *criterion = g_new (MappeCriterion, 1);
      const char *text = mappe_row_get_text (code, label);

      criterion->code = g_strdup (mappe_row_get_text (code, MAPPE_CODE_CODE));
      criterion->label = g_strdup (text != NULL ? text : criterion->code);
      g_ptr_array_add (criteria, criterion);
    }
  return criteria;
}

static GPtrArray *
load_scores (MappeSnapshot *snapshot, const GPtrArray *audits, GError **error)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  for (guint i = 0; i < audits->len; i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_site_audit_score_kind);
      g_autoptr (GPtrArray) rows = NULL;

      mappe_query_where_id (query, MAPPE_SITE_AUDIT_SCORE_AUDIT, ((MappeRow *) g_ptr_array_index (audits, i))->id);
      rows = mappe_snapshot_rows (snapshot, query, error);
      if (rows == NULL)
        {
          g_ptr_array_unref (scores);
          return NULL;
        }
      for (guint n = 0; n < rows->len; n++)
        g_ptr_array_add (scores, mappe_row_ref (g_ptr_array_index (rows, n)));
    }
  return scores;
}

/**
 * mappe_site_audits_load:
 * @area: id
 * @language: (nullable): of the words
 *
 * Returns: (transfer full) (nullable): the audits of the area
 */
MappeSiteAudits *
mappe_site_audits_load (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeSiteAudits) self = g_new0 (MappeSiteAudits, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_site_audit_kind);

  mappe_query_where_id (query, MAPPE_SITE_AUDIT_AREA, area);
  mappe_query_order (query, MAPPE_SITE_AUDIT_HELD_ON, FALSE);
  self->criteria = load_criteria (snapshot, language, error);
  self->audits = self->criteria != NULL ? mappe_snapshot_rows (snapshot, query, error) : NULL;
  self->scores = self->audits != NULL ? load_scores (snapshot, self->audits, error) : NULL;
  if (self->scores == NULL)
    return NULL;
  self->light = g_new0 (char *, self->audits->len + 1);
  for (guint i = 0; i < self->audits->len; i++)
    {
      const char *code = mappe_row_get_text (g_ptr_array_index (self->audits, i), MAPPE_SITE_AUDIT_LIGHT_CONDITION);
      char *label = mappe_listing_code (snapshot, "light_condition", code, language);

      self->light[i] = label != NULL ? label : g_strdup ("");
    }
  return g_steal_pointer (&self);
}

/** mappe_site_audits_free: @self: (transfer full) */
void
mappe_site_audits_free (MappeSiteAudits *self)
{
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->audits, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_strfreev (self->light);
  g_free (self);
}

/* --- reckoning --- */

static const MappeRow *
find_score (const MappeSiteAudits *self, guint audit, const char *criterion)
{
  gint64 id = ((MappeRow *) g_ptr_array_index (self->audits, audit))->id;

  for (guint i = 0; i < self->scores->len; i++)
    {
      const MappeRow *score = g_ptr_array_index (self->scores, i);

      if (mappe_row_get_int (score, MAPPE_SITE_AUDIT_SCORE_AUDIT) == id
          && g_strcmp0 (mappe_row_get_text (score, MAPPE_SITE_AUDIT_SCORE_CRITERION), criterion) == 0)
        return score;
    }
  return NULL;
}

/** mappe_site_audits_score: Returns: score from 1, bad, to 5, good; 0: none was given */
int
mappe_site_audits_score (const MappeSiteAudits *self, guint audit, const char *criterion)
{
  const MappeRow *score = find_score (self, audit, criterion);

  return score != NULL ? (int) mappe_row_get_int (score, MAPPE_SITE_AUDIT_SCORE_SCORE) : 0;
}

/**
 * mappe_site_audits_mean:
 * @audit: number of an audit
 * @mean: (out): of the scores that were given; %NAN without one
 *
 * Returns: how many criteria have a score
 */
guint
mappe_site_audits_mean (const MappeSiteAudits *self, guint audit, double *mean)
{
  guint n = 0;
  int sum = 0;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MappeCriterion *criterion = g_ptr_array_index (self->criteria, i);
      int score = mappe_site_audits_score (self, audit, criterion->code);

      n += score > 0;
      sum += score;
    }
  *mean = n > 0 ? (double) sum / n : NAN;
  return n;
}

/** mappe_site_audits_weakest: Returns: (transfer none) (nullable): the first criterion with the lowest @score */
const MappeCriterion *
mappe_site_audits_weakest (const MappeSiteAudits *self, guint audit, int *score)
{
  const MappeCriterion *weakest = NULL;

  *score = 0;
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MappeCriterion *criterion = g_ptr_array_index (self->criteria, i);
      int given = mappe_site_audits_score (self, audit, criterion->code);

      if (given == 0 || (weakest != NULL && given >= *score))
        continue;
      weakest = criterion;
      *score = given;
    }
  return weakest;
}

/**
 * mappe_site_audits_enter:
 * @audit: number of an audit
 * @scores: one for each criterion; 0 takes a score away
 * @label: of the undo step
 *
 * Returns: (transfer full): the edit, of nothing where nothing changed
 */
MappeEdit *
mappe_site_audits_enter (const MappeSiteAudits *self, guint audit, const int *scores, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  const MappeRow *of = g_ptr_array_index (self->audits, audit);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MappeCriterion *criterion = g_ptr_array_index (self->criteria, i);
      MappeRow *old = (MappeRow *) find_score (self, audit, criterion->code);
      MappeRow *mine;

      if (scores[i] == mappe_site_audits_score (self, audit, criterion->code))
        continue;
      if (scores[i] == 0)
        {
          mappe_edit_delete (edit, &mappe_site_audit_score_kind, old->id, old->version);
          continue;
        }
      mine = old != NULL ? mappe_row_copy (old) : mappe_row_new_preset (&mappe_site_audit_score_kind);
      mappe_value_set_int (&mine->values[MAPPE_SITE_AUDIT_SCORE_SCORE], scores[i]);
      if (old != NULL)
        {
          mappe_edit_update (edit, mappe_row_ref (old), mine);
          continue;
        }
      mappe_value_set_int (&mine->values[MAPPE_SITE_AUDIT_SCORE_AUDIT], of->id);
      mappe_value_set_text (&mine->values[MAPPE_SITE_AUDIT_SCORE_CRITERION], criterion->code);
      mappe_edit_insert (edit, mine);
    }
  return edit;
}
