/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review.h"

#include <string.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-clause-measure.h"
#include "mappe-clause-responsible.h"
#include "mappe-clause-review.h"
#include "mappe-code.h"
#include "mappe-language.h"
#include "mappe-measure.h"
#include "mappe-review-evidence.h"

static void
clause_free (MappeReviewClause *clause)
{
  g_clear_pointer (&clause->clause, mappe_row_unref);
  g_clear_pointer (&clause->mine, mappe_row_unref);
  g_free (clause->offices);
  g_free (clause->measures);
  g_free (clause->evidence);
  g_free (clause);
}

/** mappe_review_free: @self: (transfer full) */
void
mappe_review_free (MappeReview *self)
{
  g_clear_pointer (&self->agreement, mappe_row_unref);
  g_clear_pointer (&self->review, mappe_row_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self->decision);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/* Records of @kind that refer to @id. */
static GPtrArray *
list_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_where_id (query, field, id);
  return mappe_snapshot_list (snapshot, query, error);
}

static char *
join (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
load_offices (MappeReviewClause *clause, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) listed = list_of (snapshot, &mappe_clause_responsible_kind, MAPPE_CLAUSE_RESPONSIBLE_CLAUSE,
                                          clause->clause->id, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      const MappeListed *office = g_ptr_array_index (listed, i);

      g_ptr_array_add (names, office->shown[MAPPE_CLAUSE_RESPONSIBLE_ORGANISATION]);
    }
  clause->offices = join (names);
  return listed != NULL;
}

/* "Joint foot patrols (running)" */
static gboolean
load_measures (MappeReviewClause *clause, MappeSnapshot *snapshot, MappeCodes *codes, const MappeLanguage *language,
               GError **error)
{
  g_autoptr (GPtrArray) links = list_of (snapshot, &mappe_clause_measure_kind, MAPPE_CLAUSE_MEASURE_CLAUSE,
                                         clause->clause->id, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MappeListed *link = g_ptr_array_index (links, i);
      g_autoptr (MappeRow) measure = mappe_snapshot_load (snapshot, &mappe_measure_kind,
                                                          mappe_row_get_int (link->row, MAPPE_CLAUSE_MEASURE_MEASURE),
                                                          error);
      const char *status;

      if (measure == NULL)
        return FALSE;
      status = mappe_codes_label (codes, "measure_status", mappe_row_get_text (measure, MAPPE_MEASURE_STATUS),
                                  mappe_language_is_german (language));
      g_ptr_array_add (texts, g_strdup_printf (status != NULL ? "%s (%s)" : "%s",
                                               link->shown[MAPPE_CLAUSE_MEASURE_MEASURE], status));
    }
  clause->measures = join (texts);
  return links != NULL;
}

static gboolean
load_mine (MappeReview *self, MappeReviewClause *clause, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_clause_review_kind);
  g_autoptr (GPtrArray) rows = NULL;

  if (self->review == NULL)
    return TRUE;
  mappe_query_where_id (query, MAPPE_CLAUSE_REVIEW_REVIEW, self->review->id);
  mappe_query_where_id (query, MAPPE_CLAUSE_REVIEW_CLAUSE, clause->clause->id);
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows != NULL && rows->len > 0)
    clause->mine = mappe_row_ref (g_ptr_array_index (rows, 0));
  return rows != NULL;
}

/* What was signed off stays as it was, whatever is recorded later. */
static gboolean
load_evidence (MappeReview *self, MappeReviewClause *clause, MappeSnapshot *snapshot, const char *today,
               GError **error)
{
  MappeEvidenceYear year = { self->year, self->from, self->to, today, self->language };
  const char *frozen = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_EVIDENCE) : NULL;

  clause->evidence = mappe_review_is_signed (self) ? g_strdup (frozen != NULL ? frozen : "")
                                                   : mappe_evidence_words (snapshot, clause->clause, &year, error);
  return clause->evidence != NULL;
}

static gboolean
load_clauses (MappeReview *self, MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (GPtrArray) listed = list_of (snapshot, &mappe_agreement_clause_kind, MAPPE_AGREEMENT_CLAUSE_AGREEMENT,
                                          self->agreement->id, error);

  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      MappeReviewClause *clause = g_new0 (MappeReviewClause, 1);

      g_ptr_array_add (self->clauses, clause);
      clause->clause = mappe_row_ref (((MappeListed *) g_ptr_array_index (listed, i))->row);
      if (!load_offices (clause, snapshot, error)
          || !load_measures (clause, snapshot, self->codes, self->language, error)
          || !load_mine (self, clause, snapshot, error) || !load_evidence (self, clause, snapshot, today, error))
        return FALSE;
    }
  return listed != NULL;
}

static gboolean
load_review (MappeReview *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_agreement_review_kind);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autoptr (GPtrArray) listed = NULL;
  const MappeListed *found;

  mappe_query_where_id (query, MAPPE_AGREEMENT_REVIEW_AGREEMENT, self->agreement->id);
  mappe_query_where (query, MAPPE_AGREEMENT_REVIEW_YEAR, MAPPE_OP_EQUAL, year);
  listed = mappe_snapshot_list (snapshot, query, error);
  if (listed == NULL || listed->len == 0)
    return listed != NULL;
  found = g_ptr_array_index (listed, 0);
  self->review = mappe_row_ref (found->row);
  self->decision = g_strdup (found->shown[MAPPE_AGREEMENT_REVIEW_DECISION]);
  return TRUE;
}

static gboolean
load_codes (MappeReview *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

/**
 * mappe_review_load:
 * @agreement: id
 * @year: that is reviewed
 * @today: "YYYY-MM-DD"
 * @language: (nullable): of the evidence
 *
 * Returns: (transfer full) (nullable): the sheet
 */
MappeReview *
mappe_review_load (MappeSnapshot *snapshot, gint64 agreement, int year, const char *today,
                   const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeReview) self = g_new0 (MappeReview, 1);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);

  self->year = year;
  self->language = language;
  self->from = g_strdup_printf ("%04d-01-01", year);
  self->to = g_strdup (strcmp (last, today) < 0 ? last : today);
  self->agreement = mappe_snapshot_load (snapshot, &mappe_agreement_kind, agreement, error);
  if (self->agreement == NULL || !load_codes (self, snapshot, error) || !load_review (self, snapshot, error)
      || !load_clauses (self, snapshot, today, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** mappe_review_is_signed: Returns: whether it was signed off, so that nothing of it changes any more */
gboolean
mappe_review_is_signed (const MappeReview *self)
{
  return self->review != NULL
         && g_strcmp0 (mappe_row_get_text (self->review, MAPPE_AGREEMENT_REVIEW_STATUS), "signed_off") == 0;
}

/** mappe_review_fulfilment: Returns: (transfer none): the code that the review gives the clause; "open" without one */
const char *
mappe_review_fulfilment (const MappeReviewClause *clause)
{
  const char *code = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_FULFILMENT) : NULL;

  return code != NULL ? code : "open";
}

/** mappe_review_unanchored: Returns: (transfer full) (nullable) (element-type MappeListed): clauses that were agreed,
 * but that stand in no duty roster */
GPtrArray *
mappe_review_unanchored (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_agreement_clause_kind);
  g_autoptr (GPtrArray) listed = mappe_snapshot_list (snapshot, query, error);

  for (guint i = listed != NULL ? listed->len : 0; i > 0; i--)
    if (mappe_row_get_int (((MappeListed *) g_ptr_array_index (listed, i - 1))->row,
                           MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR) != 0)
      g_ptr_array_remove_index (listed, i - 1);
  return g_steal_pointer (&listed);
}
