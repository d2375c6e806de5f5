/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-archive.h"

#include <glib/gi18n-lib.h>

#include "mappe-archive-offer-item.h"
#include "mappe-archive-offer.h"
#include "mappe-council.h"
#include "mappe-event-words.h"
#include "mappe-letterhead.h"
#include "mappe-retention-words.h"

/* Papers for the archive and for the yearly check of the records: the list of what is offered (file plan sign, title,
 * period, volume, form, place: § 7 LArchG RLP and the notes of the state archive), and what is kept for how long. */

static const char *
text_of (const MappeRow *row, guint field)
{
  const char *text = mappe_row_get_text (row, field);

  return text != NULL ? text : "–";
}

static void
narrow (MappeNode *row, guint column)
{
  ((MappeNode *) g_ptr_array_index (row->children, column))->flags |= MAPPE_NODE_NARROW;
}

static MappeNode *
new_paper (const char *title, const char *kind, const MappeArchivePaper *paper, const char *to,
           const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (title, language);

  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_meta (document, "kind", kind);
  mappe_node_set_meta (document, "date", paper->today);
  if (paper->council != NULL)
    {
      mappe_node_set_meta (document, "council", mappe_row_get_text (paper->council, MAPPE_COUNCIL_NAME));
      mappe_letterhead_add (document, paper->council);
    }
  if (to != NULL)
    mappe_node_add_paragraph (document, to);
  mappe_letterhead_add_day (document, paper->council, paper->today, language);
  return document;
}

/* --- the offer --- */

static const char *
decision_of (const MappeRow *offer, const MappeRow *item, MappeCodes *codes, const MappeLanguage *language)
{
  const char *code = mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_DECISION);

  if (code == NULL)
    code = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_DECISION);
  return code != NULL ? mappe_event_words_code (codes, "archive_decision", code, language) : "";
}

static void
add_item (MappeNode *table, const MappeRow *offer, const MappeRow *item, guint number, MappeCodes *codes,
          const MappeLanguage *language)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *title = g_strdup_printf ("%s (%s, %s)", text_of (item, MAPPE_ARCHIVE_OFFER_ITEM_TITLE),
                                            mappe_event_words_code (codes, "retention_scope",
                                                                    mappe_row_get_text (item,
                                                                        MAPPE_ARCHIVE_OFFER_ITEM_SCOPE), language),
                                            text_of (item, MAPPE_ARCHIVE_OFFER_ITEM_RECORD));
  g_autofree char *period = mappe_retention_words_period (
      mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_BEGINS_ON),
      mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_ENDS_ON), language);
  g_autofree char *volume = mappe_retention_words_volume (
      mappe_row_get_int (item, MAPPE_ARCHIVE_OFFER_ITEM_FILES),
      mappe_row_get_int (item, MAPPE_ARCHIVE_OFFER_ITEM_PAGES), language);
  const char *form = mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_FORM);
  MappeNode *row = mappe_node_add_row (
      table, 0, count, text_of (item, MAPPE_ARCHIVE_OFFER_ITEM_FILE_PLAN), title, period, volume,
      form != NULL ? mappe_event_words_code (codes, "archive_form", form, language) : "–",
      text_of (item, MAPPE_ARCHIVE_OFFER_ITEM_PLACE), decision_of (offer, item, codes, language), NULL);

  mappe_node_set_source (row, "archive-offer-item", mappe_row_get_text (item, MAPPE_FIELD_REFERENCE));
  narrow (row, 0);
}

static void
add_decision (MappeNode *document, const MappeRow *offer, MappeCodes *codes, const MappeLanguage *language)
{
  const char *code = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_DECISION);
  const char *on = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_DECIDED_ON);
  g_autofree char *day = on != NULL ? mappe_language_date (language, on) : NULL;
  g_autofree char *text = NULL;
  MappeNode *signatures;

  if (code != NULL && day != NULL)
    {
      /* Translators: decision of the archive, day, name */
      text = g_strdup_printf (L_("Decision of the archive: %s, on %s by %s."),
                              mappe_event_words_code (codes, "archive_decision", code, language), day,
                              text_of (offer, MAPPE_ARCHIVE_OFFER_DECIDED_BY));
      mappe_node_add_paragraph (document, text);
      return;
    }
  mappe_node_add_paragraph (document, L_("Please tell us which of these records the archive takes over. Nothing is"
                                         " deleted before your decision."));
  signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
  mappe_node_add_paragraph (signatures, L_("For the secretariat"));
  mappe_node_add_paragraph (signatures, L_("For the archive"));
}

/**
 * mappe_build_archive_offer:
 * @offer: the record of the offer
 * @items: (element-type MappeRow): what is offered
 * @language: (nullable): of the list
 *
 * Returns: (transfer full): the list that goes to the archive
 */
MappeNode *
mappe_build_archive_offer (const MappeRow *offer, GPtrArray *items, const MappeArchivePaper *paper,
                           const MappeLanguage *language)
{
  g_autofree char *title = g_strdup_printf (L_("Offer to the archive: %s"),
                                            mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_TITLE));
  const char *archive = mappe_row_get_text (offer, MAPPE_ARCHIVE_OFFER_ARCHIVE);
  MappeNode *document, *table;

  if (archive == NULL && paper->council != NULL)
    archive = mappe_row_get_text (paper->council, MAPPE_COUNCIL_ARCHIVE);
  document = new_paper (title, "archive-offer", paper, archive, language);
  mappe_node_add_paragraph (document, L_("The retention period of these records is over. They are offered to you before"
                                         " they are deleted."));
  table = mappe_node_add (document, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("No."), L_("File plan sign"), L_("Title"), L_("Period"),
                      L_("Volume"), L_("Form"), L_("Place"), L_("Decision"), NULL);
  for (guint i = 0; i < items->len; i++)
    add_item (table, offer, g_ptr_array_index (items, i), i + 1, paper->codes, language);
  add_decision (document, offer, paper->codes, language);
  return document;
}

/* --- retention --- */

static void
add_rules (MappeNode *document, const MappeRetention *retention, MappeCodes *codes, const MappeLanguage *language)
{
  MappeNode *table = mappe_node_add (mappe_node_add_section (document, 1, L_("Retention periods")), MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Records"), L_("File plan sign"), L_("Rule"), L_("Basis"), NULL);
  for (guint i = 0; i < retention->rules->len; i++)
    {
      const MappeRetentionRule *rule = g_ptr_array_index (retention->rules, i);
      g_autofree char *words = mappe_retention_words_rule (rule, language);

      mappe_node_add_row (table, 0, mappe_event_words_code (codes, "retention_scope", rule->scope, language),
                          rule->file_plan != NULL ? rule->file_plan : "–", words,
                          mappe_retention_words_basis (rule, language), NULL);
    }
}

static void
add_due (MappeNode *document, const MappeRetention *retention, MappeCodes *codes, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("What is due"));
  MappeNode *table = NULL;

  if (retention->due->len == 0)
    mappe_node_add_paragraph (section, L_("No record is past its retention period."));
  for (guint i = 0; i < retention->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (retention->due, i);
      g_autofree char *period = mappe_retention_words_period (due->begins_on, due->ends_on, language);
      g_autofree char *day = mappe_language_date (language, due->due_on);
      MappeNode *row;

      if (table == NULL)
        {
          table = mappe_node_add (section, MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Records"), L_("Title"), L_("Period"), L_("Due since"),
                              L_("What is to be done"), NULL);
        }
      row = mappe_node_add_row (table, 0, mappe_event_words_code (codes, "retention_scope", due->rule->scope, language),
                                due->title, period, day, mappe_retention_words_state (due->state, language), NULL);
      mappe_node_set_source (row, due->rule->kind->name, due->reference);
      narrow (row, 3);
    }
}

/**
 * mappe_build_retention:
 * @language: (nullable): of the list
 *
 * Returns: (transfer full): how long what is kept, and what is due: the paper of the yearly check of the records
 */
MappeNode *
mappe_build_retention (const MappeRetention *retention, const MappeArchivePaper *paper, const MappeLanguage *language)
{
  MappeNode *document = new_paper (L_("Retention and archive"), "retention", paper, NULL, language);

  add_due (document, retention, paper->codes, language);
  add_rules (document, retention, paper->codes, language);
  return document;
}
