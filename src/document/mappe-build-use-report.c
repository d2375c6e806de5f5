/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-use-report.h"

#include <glib/gi18n-lib.h>

#include "mappe-application-paper.h"
#include "mappe-build-outcome.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-funding-words.h"

/* The proof of how a grant was used: numbers, and what was achieved as far as that may be said. */

static void
add_sum (MappeNode *table, const char *name, gint64 cents, const MappeLanguage *language)
{
  g_autofree char *euro = mappe_funding_words_euro (cents, language);

  mappe_node_add_row (table, 0, name, euro, NULL);
}

static void
add_sums (MappeNode *document, const MappeFundingSum *sum, const MappeLanguage *language)
{
  MappeNode *table = mappe_node_add (mappe_node_add_section (document, 1, L_("Financing")), MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Item"), L_("Amount"), NULL);
  add_sum (table, L_("Total cost"), sum->total, language);
  add_sum (table, L_("Granted"), sum->granted, language);
  add_sum (table, L_("Own share"), sum->own, language);
  if (sum->volunteer > 0)
    add_sum (table, L_("of it hours of volunteers"), sum->volunteer, language);
  add_sum (table, L_("Other money"), sum->other, language);
  add_sum (table, L_("Paid"), sum->paid, language);
  add_sum (table, L_("Granted and not paid yet"), sum->open, language);
}

/* Notes are the secretary's own. */
static void
hide_note (MappeNode *row)
{
  mappe_node_restrict (g_ptr_array_index (row->children, 2), MAPPE_CLASS_CONFIDENTIAL);
}

static void
add_payments (MappeNode *document, const GPtrArray *payments, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Payments"));
  MappeNode *table;

  if (payments->len == 0)
    {
      mappe_node_add_paragraph (section, L_("Nothing was paid yet."));
      return;
    }
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  hide_note (mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Day"), L_("Amount"), L_("Note"), NULL));
  for (guint i = 0; i < payments->len; i++)
    {
      const MappeRow *payment = ((const MappeListed *) g_ptr_array_index (payments, i))->row;
      const char *iso = mappe_row_get_text (payment, MAPPE_FUNDING_PAYMENT_PAID_ON);
      const char *note = mappe_row_get_text (payment, MAPPE_FUNDING_PAYMENT_NOTE);
      g_autofree char *day = iso != NULL ? mappe_language_date (language, iso) : NULL;
      g_autofree char *euro = mappe_funding_words_euro (mappe_row_get_int (payment, MAPPE_FUNDING_PAYMENT_AMOUNT_EUR),
                                                        language);

      hide_note (mappe_node_add_row (table, 0, day != NULL ? day : "–", euro, note != NULL ? note : "", NULL));
    }
}

static void
add_papers (MappeNode *document, const GPtrArray *papers, const MappeLanguage *language)
{
  MappeNode *list;

  if (papers->len == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (document, 1, L_("Enclosures")), MAPPE_ROLE_LIST);
  for (guint i = 0; i < papers->len; i++)
    {
      const MappeRow *paper = ((const MappeListed *) g_ptr_array_index (papers, i))->row;
      gboolean supplied = !mappe_row_is_null (paper, MAPPE_APPLICATION_PAPER_SUPPLIED_ON);
      g_autofree char *line = g_strdup_printf ("%s (%s)", mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_TITLE),
                                               supplied ? L_("handed in") : L_("missing"));

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, line);
    }
}

/**
 * mappe_build_use_report:
 * @outcomes: (nullable) (element-type MappeOutcome): of the measures of the project that was funded
 * @today: "YYYY-MM-DD"
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): the proof of use of a grant, for those who gave it
 */
MappeNode *
mappe_build_use_report (const MappeFundingFile *file, const GPtrArray *outcomes, const char *today,
                        const MappeLanguage *language)
{
  const MappeListed *application = file->application;
  /* Translators: title of a report to who gave money; of what project */
  g_autofree char *title = g_strdup_printf (L_("Proof of use: %s"), application->title);
  const char *programme = application->shown[MAPPE_FUNDING_APPLICATION_PROGRAMME];
  const char *applicant = application->shown[MAPPE_FUNDING_APPLICATION_APPLICANT];
  g_autofree char *about = g_strdup_printf ("%s%s%s", programme != NULL ? programme : "",
                                            programme != NULL && applicant != NULL ? " · " : "",
                                            applicant != NULL ? applicant : "");
  MappeNode *document = mappe_node_new_document (title, language), *signatures;

  mappe_node_set_meta (document, "kind", "use-report");
  mappe_node_set_meta (document, "date", today);
  document->class = MAPPE_CLASS_MEMBERS;
  if (*about != '\0')
    mappe_node_add_paragraph (document, about);
  add_sums (document, &file->sum, language);
  add_payments (document, file->payments, language);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    mappe_build_outcome_part (document, 1, g_ptr_array_index (outcomes, i), FALSE, language);
  add_papers (document, file->papers, language);
  signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
  mappe_node_add_paragraph (signatures, L_("Place, day, signature"));
  return document;
}
