/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-review.h"

#include <glib/gi18n-lib.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-clause-review.h"

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

static char *
responsible_words (const MappeReviewClause *clause, const MappeLanguage *language)
{
  gboolean anchored = mappe_row_get_int (clause->clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR) != 0;
  const char *roster = mappe_row_get_text (clause->clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_REF);

  if (anchored && roster != NULL)
    /* Translators: offices; name of a duty roster */
    return g_strdup_printf (L_("%s. In the duty roster: %s"), or_dash (clause->offices), roster);
  return g_strdup_printf (anchored ? L_("%s. In the duty roster") : L_("%s. In no duty roster"),
                          or_dash (clause->offices));
}

/* Names of duty rosters are for the secretariat; that there is one is for all who review. */
static void
hide_roster (MappeNode *cell, const MappeReviewClause *clause, const MappeLanguage *language)
{
  MappeNode *words = g_ptr_array_index (cell->children, 0);
  g_autofree char *without = g_strdup_printf (L_("%s. In the duty roster"), or_dash (clause->offices));

  if (mappe_row_get_int (clause->clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR) == 0
      || mappe_row_is_null (clause->clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_REF))
    return;
  mappe_node_restrict (words, MAPPE_CLASS_CONFIDENTIAL);
  mappe_node_set_substitute (words, without);
}

static char *
judgement_words (const MappeReview *review, const MappeReviewClause *clause, const MappeLanguage *language)
{
  const char *code = mappe_review_fulfilment (clause);
  const char *label = mappe_codes_label (review->codes, "fulfilment", code, mappe_language_is_german (language));
  const char *remark = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_REMARK) : NULL;

  return g_strdup_printf ("%s%s%s", label != NULL ? label : code, remark != NULL ? ". " : "",
                          remark != NULL ? remark : "");
}

static void
add_clause (MappeNode *table, const MappeReview *review, const MappeReviewClause *clause, const MappeLanguage *language)
{
  const MappeRow *row = clause->clause;
  g_autofree char *responsible = responsible_words (clause, language);
  g_autofree char *judgement = judgement_words (review, clause, language);
  MappeNode *line = mappe_node_add_row (table, 0, or_dash (mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_NUMBER)),
                                        or_dash (mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_OBLIGATION)),
                                        responsible, or_dash (clause->evidence), judgement, NULL);

  mappe_node_set_source (line, row->kind->name, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  ((MappeNode *) g_ptr_array_index (line->children, 0))->flags |= MAPPE_NODE_NARROW;
  hide_roster (g_ptr_array_index (line->children, 2), clause, language);
}

static char *
status_words (const MappeReview *review, const MappeLanguage *language)
{
  const char *day = review->review != NULL ? mappe_row_get_text (review->review, MAPPE_AGREEMENT_REVIEW_REVIEWED_ON)
                                           : NULL;
  g_autofree char *date = day != NULL ? mappe_language_date (language, day) : NULL;

  if (!mappe_review_is_signed (review))
    return g_strdup (L_("Draft: this review is not signed off yet."));
  return g_strdup_printf (L_("Signed off on %s: %s"), date != NULL ? date : "", or_dash (review->decision));
}

/**
 * mappe_build_review:
 * @language: (nullable): language of the sheet
 *
 * Makes the sheet of a yearly review: a line for each clause.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_review (const MappeReview *review, const MappeLanguage *language)
{
  const char *agreement = mappe_row_get_text (review->agreement, MAPPE_AGREEMENT_TITLE);
  g_autofree char *title = g_strdup_printf (L_("Review %d: %s"), review->year, agreement);
  g_autofree char *from = mappe_language_date (language, review->from);
  g_autofree char *to = mappe_language_date (language, review->to);
  g_autofree char *status = status_words (review, language);
  g_autofree char *head = g_strdup_printf (L_("Evidence of the data from %s to %s. %s"), from, to, status);
  MappeNode *document = mappe_node_new_document (title, language), *table;

  mappe_node_set_meta (document, "kind", "agreement-review");
  mappe_node_set_meta (document, "date", review->to);
  mappe_node_add_paragraph (document, head);
  table = mappe_node_add (document, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("No."), L_("Duty"), L_("Responsible"), L_("Evidence"),
                      L_("Fulfilment"), NULL);
  for (guint i = 0; i < review->clauses->len; i++)
    add_clause (table, review, g_ptr_array_index (review->clauses, i), language);
  return document;
}
