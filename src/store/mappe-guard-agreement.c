/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-agreement-review.h"
#include "mappe-clause-review.h"
#include "mappe-date.h"

/* Reviews of agreements. What was signed off with a decision stays as it is, whoever asks: a form, an import, the
 * command line, a merge, or the deletion of the agreement, the clause or the decision. Undo takes the sign-off back. */

static const char signed_off[] =
    N_("This review was signed off with a decision and stays as it is; only undoing the sign-off opens it again");

static gboolean
is_signed (const MappeRow *review)
{
  return review != NULL && mappe_guard_is (review, MAPPE_AGREEMENT_REVIEW_STATUS, "signed_off");
}

/* The first field that was changed, but for the note of the secretariat; -1 for none, and for a record that went. */
static int
changed_field (const MappeGuardChange *change, guint note, gboolean *changed)
{
  *changed = TRUE;
  if (change->before == NULL || change->after == NULL)
    return -1;
  for (guint i = 0; i < change->kind->n_fields; i++)
    if (i != note && !mappe_value_equal (&change->before->values[i], &change->after->values[i]))
      return (int) i;
  *changed = FALSE;
  return -1;
}

static gboolean
judge_year (MappeApply *apply, const MappeRow *row, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  if (mappe_row_get_int (row, MAPPE_AGREEMENT_REVIEW_YEAR) > atoi (today))
    return mappe_guard_refuse (apply, row, MAPPE_AGREEMENT_REVIEW_YEAR,
                               N_("A year that is still to come cannot be reviewed"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_AGREEMENT_REVIEW_YEAR,
                                   N_("There is a review of this agreement for this year already"), error,
                                   "SELECT id FROM agreement_review WHERE agreement = $1 AND year = $2 AND id <> $3",
                                   "iii", mappe_row_get_int (row, MAPPE_AGREEMENT_REVIEW_AGREEMENT),
                                   mappe_row_get_int (row, MAPPE_AGREEMENT_REVIEW_YEAR), row->id);
}

/* Signing off, by whatever way, needs what the review sheet asks for. */
static gboolean
judge_sign_off (MappeApply *apply, const MappeRow *row, GError **error)
{
  if (mappe_row_is_null (row, MAPPE_AGREEMENT_REVIEW_DECISION))
    return mappe_guard_refuse (apply, row, MAPPE_AGREEMENT_REVIEW_DECISION,
                               N_("Choose the decision that the review is signed off with"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_AGREEMENT_REVIEW_STATUS,
                                   N_("Say of each clause how far it is fulfilled before the review is signed off"),
                                   error,
                                   "SELECT c.id FROM agreement_clause c WHERE c.agreement = $1 AND NOT EXISTS"
                                   " (SELECT 1 FROM clause_review r WHERE r.review = $2 AND r.clause = c.id"
                                   " AND r.fulfilment <> 'open') LIMIT 1", "ii",
                                   mappe_row_get_int (row, MAPPE_AGREEMENT_REVIEW_AGREEMENT), row->id);
}

gboolean
mappe_guard_agreement_review (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  gboolean changed;
  int field = changed_field (change, MAPPE_AGREEMENT_REVIEW_NOTE, &changed);

  if (is_signed (change->before))
    return !changed || mappe_guard_refuse (apply, change->before, field, signed_off, error);
  if (change->after == NULL)
    return TRUE;
  if (mappe_guard_changed (change, MAPPE_AGREEMENT_REVIEW_YEAR, MAPPE_AGREEMENT_REVIEW_AGREEMENT, -1)
      && !judge_year (apply, change->after, error))
    return FALSE;
  return !is_signed (change->after) || judge_sign_off (apply, change->after, error);
}

/* Whether a review was signed off before this edit: the edit that signs it off writes its clauses too. */
static gboolean
judge_signed (MappeApply *apply, const MappeGuardChange *change, const MappeRow *row, GError **error)
{
  gboolean changed;
  int field = changed_field (change, MAPPE_CLAUSE_REVIEW_NOTE, &changed);
  gint64 review = row != NULL ? mappe_row_get_int (row, MAPPE_CLAUSE_REVIEW_REVIEW) : 0;
  const MappeRow *before = mappe_guard_row_before (apply, &mappe_agreement_review_kind, review);

  if (row == NULL || !changed || mappe_guard_is_new (apply, &mappe_agreement_review_kind, review))
    return TRUE;
  if (before != NULL)
    return !is_signed (before) || mappe_guard_refuse (apply, row, field, signed_off, error);
  return mappe_guard_refuse_found (apply, row, field, signed_off, error,
                                   "SELECT id FROM agreement_review WHERE id = $1 AND status = 'signed_off'", "i",
                                   review);
}

static gboolean
judge_clause (MappeApply *apply, const MappeRow *row, GError **error)
{
  gint64 review = mappe_row_get_int (row, MAPPE_CLAUSE_REVIEW_REVIEW);
  gint64 clause = mappe_row_get_int (row, MAPPE_CLAUSE_REVIEW_CLAUSE);

  return mappe_guard_refuse_found (apply, row, MAPPE_CLAUSE_REVIEW_CLAUSE,
                                   N_("This clause belongs to another agreement"), error,
                                   "SELECT agreement_clause.id FROM agreement_clause, agreement_review"
                                   " WHERE agreement_clause.id = $1 AND agreement_review.id = $2"
                                   " AND agreement_clause.agreement <> agreement_review.agreement", "ii", clause,
                                   review)
         && mappe_guard_refuse_found (apply, row, MAPPE_CLAUSE_REVIEW_CLAUSE,
                                      N_("This clause is reviewed in this review already"), error,
                                      "SELECT id FROM clause_review WHERE review = $1 AND clause = $2 AND id <> $3",
                                      "iii", review, clause, row->id);
}

gboolean
mappe_guard_clause_review (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (!judge_signed (apply, change, change->before, error) || !judge_signed (apply, change, change->after, error))
    return FALSE;
  return change->after == NULL
         || !mappe_guard_changed (change, MAPPE_CLAUSE_REVIEW_REVIEW, MAPPE_CLAUSE_REVIEW_CLAUSE, -1)
         || judge_clause (apply, change->after, error);
}
