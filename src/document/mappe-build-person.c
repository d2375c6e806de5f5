/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-person.h"

#include <glib/gi18n-lib.h>

#include "mappe-build-council-letter.h"
#include "mappe-field-words.h"
#include "mappe-letterhead.h"
#include "mappe-membership.h"
#include "mappe-organisation.h"
#include "mappe-council.h"
#include "mappe-person.h"

/* Letters to a person of the council: what is stored of them (Art. 15 GDPR), and their appointment. */

/* --- head --- */

/* As one is addressed: "Dr. Jörg Weiß". */
static char *
name_of (const MappeRow *person)
{
  static const guint fields[] = { MAPPE_PERSON_TITLE, MAPPE_PERSON_FIRST_NAME, MAPPE_PERSON_LAST_NAME };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (mappe_row_get_text (person, fields[i]) != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", mappe_row_get_text (person, fields[i]));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* The address of a member is that of the office that sends the member. */
static char *
recipient_lines (const MappePersonData *data)
{
  const MappeRow *office = data->organisation;
  const char *text = office != NULL ? mappe_row_get_text (office, MAPPE_ORGANISATION_ADDRESS) : NULL;
  g_autofree char *address = text != NULL ? mappe_letterhead_lines (text) : NULL;
  g_autofree char *name = name_of (data->person->row);

  return g_strconcat (office != NULL ? mappe_row_get_text (office, MAPPE_ORGANISATION_NAME) : "",
                      office != NULL ? "\n" : "", name, address != NULL ? "\n" : "", address, NULL);
}

static MappeNode *
new_letter (const MappePersonData *data, const char *title, const char *kind, const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (title, language);
  g_autofree char *lines = recipient_lines (data);

  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_meta (document, "kind", kind);
  mappe_node_set_meta (document, "date", data->today);
  if (data->council != NULL)
    mappe_node_set_meta (document, "council", mappe_row_get_text (data->council, MAPPE_COUNCIL_NAME));
  mappe_letterhead_add_logo (document, data->council, data->logo);
  mappe_letterhead_add_address (document, data->council, lines, data->today, language);
  return document;
}

/* --- what is stored --- */

static void
add_data (MappeNode *document, const MappePersonData *data, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("What is stored about you"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Field"), L_("Content"), NULL);
  mappe_field_words_add (table, data->person->row, data->person->shown, data->codes, language);
}

static void
add_link (MappeNode *section, const MappeLink *link, const MappeLanguage *language)
{
  g_autofree char *heading = g_strdup_printf ("%s – %s (%" G_GINT64_FORMAT ")",
                                              mappe_language_text (language, link->kind->label_plural),
                                              mappe_language_text (language, link->kind->fields[link->field].label),
                                              link->count);
  MappeNode *list;

  if (link->count == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (section, 2, heading), MAPPE_ROLE_LIST);
  for (guint i = 0; i < link->listed->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (link->listed, i);
      const char *reference = mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE);
      g_autofree char *line = g_strdup_printf ("%s%s%s", reference != NULL ? reference : "",
                                               reference != NULL ? " · " : "", listed->title);

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, line);
    }
  if (link->listed->len < link->count)
    mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, "…");
}

static void
add_links (MappeNode *document, const MappePersonData *data, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Where you are named"));

  for (guint i = 0; i < data->links->len; i++)
    if (((const MappeLink *) g_ptr_array_index (data->links, i))->count > 0)
      add_link (section, g_ptr_array_index (data->links, i), language);
  if (section->children->len == 0)
    mappe_node_add_paragraph (section, L_("No other record names you."));
}

/* Without titles: another person of that name may be meant. */
static void
add_mentions (MappeNode *document, const MappePersonData *data, const MappeLanguage *language)
{
  MappeNode *section, *list;

  if (data->mentions == NULL || data->mentions->len == 0)
    return;
  section = mappe_node_add_section (document, 1, L_("Texts and files with your last name"));
  mappe_node_add_paragraph (section, L_("Another person of that name may be meant. Of those that mean you, you get a"
                                        " copy."));
  list = mappe_node_add (section, MAPPE_ROLE_LIST);
  for (guint i = 0; i < data->mentions->len; i++)
    {
      const MappeEraseMention *mention = g_ptr_array_index (data->mentions, i);
      const char *kind = mappe_language_text (language, mention->kind->label);
      g_autofree char *line = mention->page > 0 ? g_strdup_printf (L_("%1$s %2$s, page %3$u"), kind, mention->reference,
                                                                   mention->page)
                                                : g_strdup_printf ("%s %s", kind, mention->reference);

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, line);
    }
}

/* A changed value as people read it; what is referred to is stored by its name. */
static char *
value_words (const MappePersonData *data, guint field, const char *canonical, const MappeLanguage *language)
{
  const MappeKind *kind = data->person->row->kind;
  g_autoptr (MappeRow) row = mappe_row_new (kind);
  g_autofree char *words = NULL;

  if (canonical != NULL && kind->fields[field].type != MAPPE_FIELD_REF
      && mappe_row_set_canonical (row, field, canonical, NULL))
    words = mappe_field_words (row, field, NULL, data->codes, language);
  return g_strdup (words != NULL ? words : canonical != NULL && *canonical != '\0' ? canonical : "–");
}

static void
add_change (MappeNode *table, const MappePersonData *data, const MappeHistoryEntry *entry,
            const MappeLanguage *language)
{
  const MappeFieldSpec *spec = &data->person->row->kind->fields[entry->field];
  g_autofree char *iso = g_strndup (entry->at, 10), *day = mappe_language_date (language, iso);
  g_autofree char *before = value_words (data, (guint) entry->field, entry->old_value, language);
  g_autofree char *after = value_words (data, (guint) entry->field, entry->new_value, language);

  mappe_node_add_row (table, 0, day, mappe_language_text (language, spec->label), before, after, NULL);
}

static void
add_history (MappeNode *document, const MappePersonData *data, const MappeLanguage *language)
{
  MappeNode *section, *table = NULL;

  for (guint i = 0; i < data->history->len; i++)
    {
      const MappeHistoryEntry *entry = g_ptr_array_index (data->history, i);

      if (entry->field < 0)
        continue;
      if (table == NULL)
        {
          section = mappe_node_add_section (document, 1, L_("What was changed"));
          table = mappe_node_add (section, MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Day"), L_("Field"), L_("Before"), L_("After"), NULL);
        }
      add_change (table, data, entry, language);
    }
}

/* Art. 15 (1) GDPR, letter by letter. */
static void
add_law (MappeNode *document, const MappeLanguage *language)
{
  const char *const lines[] = {
    L_("Purpose: the work of the council – memberships, invitations, minutes, follow-up of decisions."),
    L_("Recipients: members of the council and the offices concerned, as far as agendas, minutes and lists are sent to "
       "them; public parts are for everybody. Nothing is sent to countries outside the EU."),
    L_("How long: as long as the records of the council are kept; before they are deleted they are offered to the "
       "archive that is responsible."),
    L_("Your rights: correction, deletion, restriction of processing, objection (Articles 16 to 18 and 21 GDPR), and a "
       "complaint to the supervisory authority for data protection."),
    L_("Origin: what you or your organisation told the secretariat, and what was recorded in meetings."),
    L_("There is no automated decision-making and no profiling."),
  };
  MappeNode *section = mappe_node_add_section (document, 1, L_("Why, for whom, how long"));
  MappeNode *list = mappe_node_add (section, MAPPE_ROLE_LIST);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, lines[i]);
}

/**
 * mappe_build_person:
 * @language: (nullable): of the document
 *
 * Builds the information that a person may ask for: Article 15 (1) and (3) of the General Data Protection Regulation.
 *
 * Returns: (transfer full): the document, for the person alone
 */
MappeNode *
mappe_build_person (const MappePersonData *data, const MappeLanguage *language)
{
  MappeNode *document = new_letter (data, L_("Information about your personal data"), "subject", language);

  mappe_node_add_paragraph (document, L_("You asked which data about you the council holds (Article 15 of the General "
                                         "Data Protection Regulation). This is all of it."));
  add_data (document, data, language);
  add_links (document, data, language);
  add_mentions (document, data, language);
  add_history (document, data, language);
  add_law (document, language);
  return document;
}

/* --- appointment --- */

static void
append_day (GString *lines, const char *pattern, const char *iso, const MappeLanguage *language)
{
  g_autofree char *day = iso != NULL ? mappe_language_date (language, iso) : NULL;
  g_autoptr (GString) text = g_string_new (pattern);

  if (day == NULL)
    return;
  g_string_replace (text, "%s", day, 1);
  g_string_append (lines, text->str);
}

/* "- Plenary: Chair, entitled to vote, from 1 January 2025" */
static void
append_membership (GString *lines, const MappeListed *membership, MappeCodes *codes, const MappeLanguage *language)
{
  g_autofree char *body = mappe_field_words (membership->row, MAPPE_MEMBERSHIP_BODY,
                                             membership->shown[MAPPE_MEMBERSHIP_BODY], codes, language);
  const char *from = mappe_row_get_text (membership->row, MAPPE_MEMBERSHIP_VALID_FROM);
  const char *until = mappe_row_get_text (membership->row, MAPPE_MEMBERSHIP_VALID_TO);

  g_string_append_printf (lines, "%s- %s", lines->len > 0 ? "\n" : "", body);
  if (!mappe_row_is_null (membership->row, MAPPE_MEMBERSHIP_FUNCTION))
    {
      g_autofree char *function = mappe_field_words (membership->row, MAPPE_MEMBERSHIP_FUNCTION, NULL, codes, language);

      g_string_append_printf (lines, ", %s", function);
    }
  if (mappe_row_get_int (membership->row, MAPPE_MEMBERSHIP_VOTING) != 0)
    g_string_append_printf (lines, ", %s", L_("entitled to vote"));
  append_day (lines, L_(", from %s"), from, language);
  append_day (lines, L_(", until %s"), until, language);
}

static gboolean
is_current (const MappeListed *membership, const char *today)
{
  const char *until = mappe_row_get_text (membership->row, MAPPE_MEMBERSHIP_VALID_TO);

  return until == NULL || g_strcmp0 (until, today) >= 0;
}

static char *
membership_lines (const MappePersonData *data, const MappeLanguage *language)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < data->links->len; i++)
    {
      const MappeLink *link = g_ptr_array_index (data->links, i);

      for (guint j = 0; link->kind == &mappe_membership_kind && link->field == MAPPE_MEMBERSHIP_PERSON
                        && j < link->listed->len; j++)
        if (is_current (g_ptr_array_index (link->listed, j), data->today))
          append_membership (lines, g_ptr_array_index (link->listed, j), data->codes, language);
    }
  return g_string_free (lines, FALSE);
}

/**
 * mappe_build_appointment:
 * @text: of these letters
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): the letter that appoints a member, with the undertaking to sign
 */
MappeNode *
mappe_build_appointment (const MappePersonData *data, const MappeTemplate *text, const MappeLanguage *language)
{
  const char *end = mappe_row_get_text (data->person->row, MAPPE_PERSON_TERM_END);
  g_autofree char *day = end != NULL ? mappe_language_long_date (language, end) : NULL;
  g_autofree char *term = day != NULL ? g_strdup_printf (L_("The appointment ends on %s."), day) : NULL;
  g_autofree char *name = name_of (data->person->row), *memberships = membership_lines (data, language);
  g_autofree char *today = mappe_language_long_date (language, data->today);
  const MappeLetterValue values[] = {
    { "council", data->council != NULL ? mappe_row_get_text (data->council, MAPPE_COUNCIL_NAME) : NULL },
    { "today", today }, { "recipient", name }, { "memberships", memberships }, { "term", term },
  };
  g_autoptr (MappeFilledText) filled = mappe_letter_text_fill (text, values, G_N_ELEMENTS (values));
  g_autofree char *address = recipient_lines (data);
  const MappeCouncilLetter letter = { "appointment", data->council, address, filled, data->today, data->logo };
  MappeNode *document = mappe_build_council_letter (&letter, language);
  MappeNode *signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);

  mappe_node_add_paragraph (signatures, L_("Chair"));
  mappe_node_add_paragraph (signatures, name);
  return document;
}
