/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-letter.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-changes.h"
#include "mappe-build-agenda.h"
#include "mappe-council.h"
#include "mappe-document.h"
#include "mappe-letterhead.h"
#include "mappe-meeting.h"

/* A letter about a meeting: head, recipient, subject, text, changes, agenda, enclosures. */

/* --- head --- */

static const char *
council_text (const MappeSitting *sitting, guint field)
{
  return sitting->council != NULL ? mappe_row_get_text (sitting->council, field) : NULL;
}

/* An office stands above the person in it: the letter is the office's (DIN 5008). */
static char *
recipient_lines (const MappeRecipient *recipient)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (recipient->office != NULL)
    g_string_append_printf (lines, "%s\n", recipient->office);
  g_string_append (lines, recipient->name);
  if (recipient->address != NULL)
    {
      g_autofree char *address = mappe_letterhead_lines (recipient->address);

      g_string_append_printf (lines, "\n%s", address);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_head (MappeNode *document, const MappeSitting *sitting, const MappeLetterFacts *facts,
          const MappeLanguage *language)
{
  mappe_node_set_meta (document, "kind", "letter");
  mappe_node_set_meta (document, "meeting", mappe_row_get_text (sitting->meeting, MAPPE_FIELD_REFERENCE));
  if (facts->sent_on != NULL)
    mappe_node_set_meta (document, "date", facts->sent_on);
  if (council_text (sitting, MAPPE_COUNCIL_NAME) != NULL)
    mappe_node_set_meta (document, "council", council_text (sitting, MAPPE_COUNCIL_NAME));
  mappe_letterhead_add_logo (document, sitting->council, sitting->logo);
  if (facts->recipient != NULL)
    {
      g_autofree char *lines = recipient_lines (facts->recipient);

      mappe_letterhead_add_address (document, sitting->council, lines, facts->sent_on, language);
      return;
    }
  mappe_letterhead_add (document, sitting->council);
  if (facts->sent_on != NULL)
    mappe_letterhead_add_day (document, sitting->council, facts->sent_on, language);
}

/* --- what is beneath the text --- */

static void
add_list_item (MappeNode *list, const char *text)
{
  mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text);
}

/* A non-public item is only named to who gets its papers. */
static gboolean
may_read (const MappeSitting *sitting, const MappeAgendaChange *change, const MappeRecipient *recipient)
{
  if (change->public || recipient == NULL)
    return change->public;
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (g_strcmp0 (mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE), change->reference) == 0)
        return mappe_recipient_gets (recipient, sitting, item);
    }
  /* An item that was removed cannot be asked any more who is excluded from it. */
  return recipient->standing >= MAPPE_STANDING_ADVISORY && *recipient->withheld == '\0';
}

static void
add_changes (MappeNode *document, const MappeSitting *sitting, const MappeLetterFacts *facts,
             const MappeLanguage *language)
{
  g_autoptr (GPtrArray) changes = mappe_agenda_news (sitting, NULL, NULL);
  MappeNode *list = NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MappeAgendaChange *change = g_ptr_array_index (changes, i);
      g_autofree char *words = mappe_agenda_change_words (change, language);

      if (list == NULL)
        list = mappe_node_add (mappe_node_add_section (document, 2, L_("Changes")), MAPPE_ROLE_LIST);
      add_list_item (list, may_read (sitting, change, facts->recipient) ? words
                                                                        : L_("Change in the non-public part"));
    }
}

static void
add_enclosures (MappeNode *document, const MappeSitting *sitting, const MappeRecipient *recipient,
                const MappeLanguage *language)
{
  MappeNode *list = NULL;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint d = 0; mappe_recipient_gets (recipient, sitting, item) && d < item->documents->len; d++)
        {
          const MappeListed *paper = g_ptr_array_index (item->documents, d);
          g_autofree char *line = g_strdup_printf (L_("Item %s: %s"), item->number,
                                                   mappe_row_get_text (paper->row, MAPPE_DOCUMENT_TITLE));

          if (list == NULL)
            list = mappe_node_add (mappe_node_add_section (document, 2, L_("Enclosures")), MAPPE_ROLE_LIST);
          add_list_item (list, line);
        }
    }
}

/**
 * mappe_letter_now:
 * @edition: (out) (optional): number of the sent agenda that it goes with, 1 being the first
 *
 * Returns: (transfer none): purpose of the letter to write now: the invitation until something changed after it
 */
const char *
mappe_letter_now (const MappeSitting *sitting, guint *edition)
{
  guint number = 0;
  g_autoptr (GPtrArray) changes = mappe_agenda_news (sitting, &number, NULL);

  if (edition != NULL)
    *edition = number;
  return number <= 1 ? mappe_invitation_purpose (sitting) : mappe_letter_purpose (sitting);
}

/**
 * mappe_build_letter:
 * @text: the template; its purpose decides what stands beneath the text
 * @facts: recipient, day, reason; without a recipient the letter is for everybody and names public matters only
 * @language: (nullable): language of the letter
 *
 * Returns: (transfer full): the letter
 */
MappeNode *
mappe_build_letter (const MappeSitting *sitting, const MappeTemplate *text, const MappeLetterFacts *facts,
                    const MappeLanguage *language)
{
  g_autoptr (MappeFilledText) filled = mappe_template_fill (text, sitting, facts, language);
  const MappeAgendaView view = {
    .reader = facts->recipient != NULL ? MAPPE_CLASS_MEMBERS : MAPPE_CLASS_PUBLIC, .recipient = facts->recipient,
  };
  MappeNode *document = mappe_node_new_document (filled->subject, language);

  document->class = view.reader;
  add_head (document, sitting, facts, language);
  mappe_node_add_markup (document, filled->text);
  if (g_str_equal (text->purpose, MAPPE_TEMPLATE_SUPPLEMENT))
    add_changes (document, sitting, facts, language);
  if (mappe_template_invites (text))
    mappe_build_agenda_parts (mappe_node_add_section (document, 1, L_("Agenda")), 2, sitting, &view, language);
  if (mappe_template_invites (text) && facts->recipient != NULL)
    add_enclosures (document, sitting, facts->recipient, language);
  return document;
}

/* --- list to sign --- */

/**
 * mappe_build_signing_list:
 *
 * Returns: (transfer full): everybody who is invited, with a field to sign in
 */
MappeNode *
mappe_build_signing_list (const MappeSitting *sitting, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  const char *held_on = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON);
  g_autofree char *day = held_on != NULL ? mappe_language_long_date (language, held_on) : g_strdup ("");
  g_autofree char *head = g_strdup_printf ("%s, %s", mappe_row_get_text (sitting->meeting, MAPPE_MEETING_TITLE), day);
  MappeNode *document = mappe_node_new_document (L_("Attendance list"), language);
  MappeNode *table;

  document->class = MAPPE_CLASS_MEMBERS;
  mappe_node_set_meta (document, "kind", "attendance-list");
  if (held_on != NULL)
    mappe_node_set_meta (document, "date", held_on);
  mappe_node_add_paragraph (document, head);
  table = mappe_node_add (document, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Name"), L_("Organisation"), L_("Entitled to vote"),
                      L_("Signature"), NULL);
  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);
      const char *office = recipient->office != NULL ? recipient->office : "";
      const char *votes = recipient->voting ? L_("yes") : L_("no");
      MappeNode *row = mappe_node_add_row (table, 0, recipient->name, office, votes, "", NULL);

      ((MappeNode *) g_ptr_array_index (row->children, 2))->flags |= MAPPE_NODE_NARROW;
      ((MappeNode *) g_ptr_array_index (row->children, 3))->flags |= MAPPE_NODE_TO_SIGN;
    }
  return document;
}
