/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-meeting-dates.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-sitting-words.h"
#include "mappe-template-private.h"

/* What the fields of a letter are filled from. */
typedef struct {
  const MappeSitting     *sitting;
  const MappeLetterFacts *facts;
  const MappeLanguage    *language;
} Filling;

typedef char *(*FieldFunc) (const Filling *filling);

/* --- notes that the law asks for --- */

/**
 * mappe_second_note:
 *
 * GemO § 39 (1): called a second time for the same matter, the body can decide when three members are present; the
 * invitation must say so.
 *
 * Returns: (transfer full): that sentence with the items it is about; "" when there are none
 */
char *
mappe_second_note (const MappeSitting *sitting, const MappeLanguage *language)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_SECOND_INVITATION) == 0)
    return g_strdup ("");
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (mappe_sitting_is_second (sitting, item))
        g_string_append_printf (numbers, "%s%s", n++ > 0 ? ", " : "", item->number);
    }
  if (n == 0)
    return g_strdup ("");
  /* Translators: numbers of agenda items, number of members */
  return g_strdup_printf (mappe_language_plural (
                              language,
                              "This is the second invitation for item %s: on this item the body can decide when at"
                              " least %u members entitled to vote are present (GemO § 39 (1)). The other items need"
                              " the usual quorum.",
                              "This is the second invitation for the items %s: on these items the body can decide when"
                              " at least %u members entitled to vote are present (GemO § 39 (1)). The other items need"
                              " the usual quorum.", n),
                          numbers->str, sitting->rules.second_needed);
}

/* GemO § 34 (3): in an urgent case the notice period may be cut to one full calendar day; the invitation must say so.
 * "" when the meeting is not urgent. */
static char *
urgent_note (const MappeSitting *sitting, const MappeLanguage *language)
{
  const char *reason = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_URGENCY_REASON);

  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) == 0)
    return g_strdup ("");
  /* Translators: %s is the reason */
  return g_strdup_printf (L_("The notice period is shortened because the matter is urgent (GemO § 34 (3)). Reason: %s."
                             " Before the agenda the body decides by majority whether the matter is urgent; only"
                             " urgent items are dealt with."),
                          reason != NULL ? reason : "–");
}

/* --- fields --- */

static char *
meeting_text (const Filling *self, guint field)
{
  const char *text = mappe_row_get_text (self->sitting->meeting, field);

  return g_strdup (text != NULL ? text : "");
}

static char *
time_of (const Filling *self, guint field)
{
  int minute = mappe_minute_parse (mappe_row_get_text (self->sitting->meeting, field));

  return minute != MAPPE_MINUTE_NONE ? mappe_words_time (minute, self->language) : g_strdup ("");
}

static char *
long_date (const Filling *self, const char *day)
{
  return day != NULL && mappe_date_is_valid (day) ? mappe_language_long_date (self->language, day) : g_strdup ("");
}

static char *
get_title (const Filling *self)
{
  return meeting_text (self, MAPPE_MEETING_TITLE);
}

static char *
get_number (const Filling *self)
{
  return meeting_text (self, MAPPE_MEETING_NUMBER);
}

static char *
get_place (const Filling *self)
{
  return meeting_text (self, MAPPE_MEETING_PLACE);
}

static char *
get_body (const Filling *self)
{
  return g_strdup (mappe_row_get_text (self->sitting->body, MAPPE_BODY_NAME));
}

static char *
get_council (const Filling *self)
{
  const MappeRow *council = self->sitting->council;

  return g_strdup (council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_NAME) : "");
}

static char *
get_date (const Filling *self)
{
  return long_date (self, mappe_row_get_text (self->sitting->meeting, MAPPE_MEETING_HELD_ON));
}

static char *
get_time (const Filling *self)
{
  return time_of (self, MAPPE_MEETING_START_AT);
}

static char *
get_end (const Filling *self)
{
  return time_of (self, MAPPE_MEETING_END_AT);
}

static char *
get_today (const Filling *self)
{
  return long_date (self, self->facts->sent_on);
}

static char *
get_chair (const Filling *self)
{
  return g_strdup (self->sitting->chair != NULL ? self->sitting->chair : "");
}

static char *
get_secretary (const Filling *self)
{
  for (guint i = 0; i < self->sitting->participants->len; i++)
    {
      const MappeParticipant *each = g_ptr_array_index (self->sitting->participants, i);

      if (each->membership != NULL
          && g_strcmp0 (mappe_row_get_text (each->membership, MAPPE_MEMBERSHIP_FUNCTION), "secretary") == 0)
        return g_strdup (each->name);
    }
  return g_strdup ("");
}

static char *
get_recipient (const Filling *self)
{
  return g_strdup (self->facts->recipient != NULL ? self->facts->recipient->name : "");
}

static char *
get_salutation (const Filling *self)
{
  const MappeLanguage *language = self->language;

  if (self->facts->recipient == NULL)
    return g_strdup (L_("Dear Sir or Madam,"));
  /* Translators: salutation of a letter; %s is a name */
  return g_strdup_printf (L_("Dear %s,"), self->facts->recipient->name);
}

static char *
get_agenda (const Filling *self)
{
  const MappeLanguage *language = self->language;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (self->sitting->items, i);
      const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);

      if (self->facts->recipient == NULL ? !item->public
                                         : !mappe_recipient_gets (self->facts->recipient, self->sitting, item))
        title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);
      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", item->number,
                              title != NULL ? title : L_("Non-public matter"));
    }
  return g_string_free (text, FALSE);
}

static char *
get_deadline (const Filling *self)
{
  const MappeSittingRules *rules = &self->sitting->rules;
  const MappeMeetingRules days = { rules->call_days, rules->papers_days, rules->notice_days, rules->minutes_days };
  const char *day = mappe_row_get_text (self->sitting->meeting, MAPPE_MEETING_CALL_CLOSES_ON);
  g_auto (MappeMeetingDates) dates = { 0 };

  if (day != NULL)
    return long_date (self, day);
  if (!mappe_meeting_dates_find (mappe_row_get_text (self->sitting->meeting, MAPPE_MEETING_HELD_ON), &days, &dates))
    return g_strdup ("");
  return long_date (self, dates.call_closes_on);
}

static char *
get_notice (const Filling *self)
{
  const char *held_on = mappe_row_get_text (self->sitting->meeting, MAPPE_MEETING_HELD_ON);
  g_auto (MappeNotice) notice = { 0 };

  if (!mappe_notice_check (self->facts->sent_on, held_on, self->sitting->rules.notice_days, &notice))
    return g_strdup ("");
  return mappe_words_notice (&notice, self->facts->sent_on, held_on, self->language);
}

static char *
get_reason (const Filling *self)
{
  if (self->facts->reason != NULL)
    return g_strdup (self->facts->reason);
  return meeting_text (self, MAPPE_MEETING_CANCEL_REASON);
}

static char *
get_edition (const Filling *self)
{
  return g_strdup_printf ("%u", MAX (self->facts->edition, 2) - 1);
}

static char *
get_second_note (const Filling *self)
{
  return mappe_second_note (self->sitting, self->language);
}

static char *
get_urgent_note (const Filling *self)
{
  return urgent_note (self->sitting, self->language);
}

static const MappeTemplateField fields[] = {
  { "title", N_("title of the meeting") },
  { "number", N_("number of the meeting") },
  { "body", N_("name of the body") },
  { "council", N_("name of the council") },
  { "date", N_("day of the meeting") },
  { "time", N_("begin of the meeting") },
  { "end", N_("end of the meeting") },
  { "place", N_("place of the meeting") },
  { "today", N_("day of the letter") },
  { "chair", N_("name of the chair") },
  { "secretary", N_("name of the managing secretary") },
  { "recipient", N_("name of the recipient") },
  { "salutation", N_("salutation with the name") },
  { "agenda", N_("numbers and titles of the agenda") },
  { "deadline", N_("last day for sending in items") },
  { "notice", N_("notice period with its arithmetic") },
  { "reason", N_("reason of a change or cancellation") },
  { "edition", N_("number of the supplement") },
  { "second_note", N_("note on the quorum after a second invitation") },
  { "urgent_note", N_("note on the shortened notice period") },
};

static const FieldFunc functions[G_N_ELEMENTS (fields)] = {
  get_title, get_number, get_body, get_council, get_date, get_time, get_end, get_place, get_today, get_chair,
  get_secretary, get_recipient, get_salutation, get_agenda, get_deadline, get_notice, get_reason, get_edition,
  get_second_note, get_urgent_note,
};

/** mappe_template_fields: Returns: (transfer none) (array length=n_fields): all fields that a text may have */
const MappeTemplateField *
mappe_template_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/* --- filling --- */

/* Returns: (transfer full) (nullable): what stands for the field of that name */
static char *
value_of (const char *name, gconstpointer self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return functions[i] (self);
  return NULL;
}

/* The end of the name that begins at @text; NULL when no field begins there. */
static const char *
end_of_name (const char *text)
{
  const char *end = text;

  while (g_ascii_islower (*end) || *end == '_')
    end++;
  return end > text && *end == '}' ? end : NULL;
}

static void
note_unknown (GPtrArray *unknown, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (unknown, name, g_str_equal, NULL))
    g_ptr_array_add (unknown, g_strdup (name));
}

static char *
fill (const char *text, MappeTemplateValueFunc func, gconstpointer data, GPtrArray *unknown)
{
  GString *filled = g_string_new (NULL);

  while (text != NULL && *text != '\0')
    {
      const char *end = *text == '{' ? end_of_name (text + 1) : NULL;
      g_autofree char *name = end != NULL ? g_strndup (text + 1, end - text - 1) : NULL;
      g_autofree char *value = name != NULL ? func (name, data) : NULL;

      if (name != NULL && value == NULL)
        note_unknown (unknown, name);
      if (value != NULL)
        {
          g_string_append (filled, value);
          text = end + 1;
        }
      else
        g_string_append_c (filled, *text++);
    }
  return g_string_free (filled, FALSE);
}

/* Paragraphs that came out empty go, with the lines around them. */
static char *
without_gaps (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      g_ptr_array_add (kept, paragraphs[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n\n", (char **) kept->pdata);
}

/* What the law wants said is said, whatever somebody made of the text. */
static char *
with_note (char *text, const char *note)
{
  char *longer;

  if (*note == '\0' || strstr (text, note) != NULL)
    return text;
  longer = g_strconcat (text, "\n\n", note, NULL);
  g_free (text);
  return longer;
}

/**
 * mappe_template_fill_with:
 * @func: tells what stands for a field
 *
 * Returns: (transfer full): the text; paragraphs that came out empty are not in it
 */
MappeFilledText *
mappe_template_fill_with (const MappeTemplate *self, MappeTemplateValueFunc func, gconstpointer data)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  g_autofree char *text = fill (self->text, func, data, unknown);
  MappeFilledText *filled = g_new0 (MappeFilledText, 1);

  filled->subject = fill (self->subject, func, data, unknown);
  filled->text = without_gaps (text);
  g_ptr_array_add (unknown, NULL);
  filled->unknown = (GStrv) g_ptr_array_free (g_steal_pointer (&unknown), FALSE);
  return filled;
}

/**
 * mappe_template_fill:
 * @facts: what the letter says beside the meeting
 * @language: of the text and of what is filled in
 *
 * Fills the fields. The notes on a second invitation and on urgency are added where the text has no place for them.
 *
 * Returns: (transfer full): the text
 */
MappeFilledText *
mappe_template_fill (const MappeTemplate *self, const MappeSitting *sitting, const MappeLetterFacts *facts,
                     const MappeLanguage *language)
{
  const Filling filling = { sitting, facts, language };
  g_autofree char *second = mappe_second_note (sitting, language);
  g_autofree char *urgent = urgent_note (sitting, language);
  MappeFilledText *filled = mappe_template_fill_with (self, value_of, &filling);

  if (mappe_template_invites (self))
    filled->text = with_note (with_note (filled->text, second), urgent);
  return filled;
}

/** mappe_filled_text_free: @self: (transfer full) (nullable) */
void
mappe_filled_text_free (MappeFilledText *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->text);
  g_strfreev (self->unknown);
  g_free (self);
}
