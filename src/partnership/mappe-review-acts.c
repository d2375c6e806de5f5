/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-clause-review.h"
#include "mappe-date.h"
#include "mappe-field-work-error.h"

/* The usual rhythm, where an agreement does not say its own. */
#define MONTHS 12

static gboolean
is_open (const MappeReview *self, GError **error)
{
  return !mappe_review_is_signed (self)
         || mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("This review is signed off")) != NULL;
}

static MappeRow *
update (MappeEdit *edit, const MappeRow *base)
{
  MappeRow *mine = mappe_row_copy (base);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), mine);
  return mine;
}

/* The review as it shall be; its record is made with the first thing that is written into it. Returns: its id, which
 * mappe_edit_insert() gave to a new one. */
static gint64
write_review (const MappeReview *self, MappeEdit *edit, MappeRow **mine)
{
  if (self->review != NULL)
    {
      *mine = update (edit, self->review);
      return self->review->id;
    }
  *mine = mappe_row_new_preset (&mappe_agreement_review_kind);
  mappe_value_set_int (&(*mine)->values[MAPPE_AGREEMENT_REVIEW_AGREEMENT], self->agreement->id);
  mappe_value_set_int (&(*mine)->values[MAPPE_AGREEMENT_REVIEW_YEAR], self->year);
  return mappe_edit_insert (edit, *mine);
}

static MappeRow *
write_clause (const MappeReviewClause *clause, gint64 review, MappeEdit *edit)
{
  MappeRow *mine;

  if (clause->mine != NULL)
    return update (edit, clause->mine);
  mine = mappe_row_new_preset (&mappe_clause_review_kind);
  mappe_value_set_int (&mine->values[MAPPE_CLAUSE_REVIEW_REVIEW], review);
  mappe_value_set_int (&mine->values[MAPPE_CLAUSE_REVIEW_CLAUSE], clause->clause->id);
  mappe_edit_insert (edit, mine);
  return mine;
}

/**
 * mappe_review_judge:
 * @clause: one of the sheet
 * @fulfilment: code of the list "fulfilment"
 * @remark: (nullable): in words
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it was signed off, or when nothing is new
 */
MappeEdit *
mappe_review_judge (const MappeReview *self, const MappeReviewClause *clause, const char *fulfilment,
                    const char *remark, GError **error)
{
  const char *number = mappe_row_get_text (clause->clause, MAPPE_AGREEMENT_CLAUSE_NUMBER);
  const char *before = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_REMARK) : NULL;
  const char *after = remark != NULL && *remark != '\0' ? remark : NULL;
  g_autofree char *label = g_strdup_printf (_("Review %d: %s"), self->year, number != NULL ? number : "");
  g_autoptr (MappeEdit) edit = NULL;
  MappeRow *mine;
  gint64 review;

  if (!is_open (self, error))
    return NULL;
  if (g_strcmp0 (fulfilment, mappe_review_fulfilment (clause)) == 0 && g_strcmp0 (before, after) == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_NOTHING, _("There is nothing to change"));
  edit = mappe_edit_new (label);
  if (self->review != NULL)
    review = self->review->id;
  else
    review = write_review (self, edit, &mine);
  mine = write_clause (clause, review, edit);
  if (!mappe_row_set_canonical (mine, MAPPE_CLAUSE_REVIEW_FULFILMENT, fulfilment, error)
      || !mappe_row_set_canonical (mine, MAPPE_CLAUSE_REVIEW_REMARK, after, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* --- signing off --- */

static gboolean
may_sign (const MappeReview *self, gint64 decision, const char *day, GError **error)
{
  g_autofree char *text = NULL;

  if (!is_open (self, error))
    return FALSE;
  if (self->year > atoi (day))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE,
                                    _("A year that is still to come cannot be reviewed")) != NULL;
  if (self->clauses->len == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("The agreement has no clauses")) != NULL;
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const MappeReviewClause *clause = g_ptr_array_index (self->clauses, i);

      if (!g_str_equal (mappe_review_fulfilment (clause), "open"))
        continue;
      text = g_strdup_printf (_("Say of each clause how far it is fulfilled; %s is still open"),
                              mappe_row_get_text (clause->clause, MAPPE_AGREEMENT_CLAUSE_NUMBER));
      return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, text) != NULL;
    }
  return decision > 0 || mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING,
                                                  _("Choose the decision that the review is signed off with")) != NULL;
}

static void
sign_clause (const MappeReviewClause *clause, gint64 review, MappeEdit *edit, const char *day)
{
  MappeRow *mine = write_clause (clause, review, edit), *duty = update (edit, clause->clause);
  const char *evidence = *clause->evidence != '\0' ? clause->evidence : NULL;

  mappe_row_set_canonical (mine, MAPPE_CLAUSE_REVIEW_EVIDENCE, evidence, NULL);
  mappe_row_set_canonical (duty, MAPPE_AGREEMENT_CLAUSE_FULFILMENT, mappe_review_fulfilment (clause), NULL);
  mappe_row_set_canonical (duty, MAPPE_AGREEMENT_CLAUSE_LAST_REVIEWED_ON, day, NULL);
}

/* The same day so many months later; at the end of a shorter month. */
static char *
months_later (const char *day, guint months)
{
  GDate date;

  if (!mappe_date_parse_iso (day, &date))
    return NULL;
  g_date_add_months (&date, months);
  return mappe_date_to_iso (&date);
}

static void
sign_agreement (const MappeReview *self, MappeEdit *edit, const char *day)
{
  MappeRow *mine = update (edit, self->agreement);
  gint64 months = mappe_row_get_int (self->agreement, MAPPE_AGREEMENT_REVIEW_EVERY_MONTHS);
  g_autofree char *next = months_later (day, months > 0 ? (guint) months : MONTHS);

  mappe_row_set_canonical (mine, MAPPE_AGREEMENT_LAST_REVIEWED_ON, day, NULL);
  mappe_row_set_canonical (mine, MAPPE_AGREEMENT_NEXT_REVIEW_ON, next, NULL);
}

/**
 * mappe_review_sign_off:
 * @decision: id of the decision that it is signed off with
 * @day: "YYYY-MM-DD"
 *
 * Signs the review off: the evidence is frozen, clauses and agreement take over what it found, and the next review is
 * due in the rhythm of the agreement.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_review_sign_off (const MappeReview *self, gint64 decision, const char *day, GError **error)
{
  g_autofree char *label = NULL, *id = g_strdup_printf ("%" G_GINT64_FORMAT, decision);
  g_autoptr (MappeEdit) edit = NULL;
  MappeRow *mine;
  gint64 review;

  if (!may_sign (self, decision, day, error))
    return NULL;
  label = g_strdup_printf (_("Sign off the review of %d"), self->year);
  edit = mappe_edit_new (label);
  review = write_review (self, edit, &mine);
  mappe_row_set_canonical (mine, MAPPE_AGREEMENT_REVIEW_STATUS, "signed_off", NULL);
  mappe_row_set_canonical (mine, MAPPE_AGREEMENT_REVIEW_REVIEWED_ON, day, NULL);
  mappe_row_set_canonical (mine, MAPPE_AGREEMENT_REVIEW_DECISION, id, NULL);
  for (guint i = 0; i < self->clauses->len; i++)
    sign_clause (g_ptr_array_index (self->clauses, i), review, edit, day);
  sign_agreement (self, edit, day);
  return g_steal_pointer (&edit);
}
