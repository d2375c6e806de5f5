/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letter-texts.h"

#include <glib/gi18n-lib.h>

#include "mappe-meeting-error.h"
#include "mappe-template-private.h"
#include "mappe-text-template.h"

enum { MOST_FIELDS = 10 };

/** Letter: @fields: their names and what they mean; @samples: what stands for each in a preview */
typedef struct {
  const char        *purpose;
  const char        *subject;
  const char        *text;
  MappeTemplateField fields[MOST_FIELDS];
  const char        *samples[MOST_FIELDS];
} Letter;

#define COMMON { "council", N_("name of the council") }, { "today", N_("day of the letter") },                        \
               { "recipient", N_("name of the recipient") }
#define COMMON_SAMPLES N_("Crime prevention council"), N_("30 November 2026"), N_("Dr. Erika Ahorn")

/* Translators: texts of letters. What stands in braces is filled in and must stay as it is; "- " begins the item of a
 * list; an empty line divides paragraphs, and a paragraph that has nothing to say disappears. */
static const Letter letters[] = {
  { MAPPE_LETTER_THANKS, N_("Thank you for your work as a volunteer"),
    N_("Dear {recipient},\n\nYou give your time to “{programme}”. People in our town feel safer because somebody like"
       " you is there for them.\n\n{service}\n\nThank you very much. We are glad to have you.\n\n"
       "With kind regards\n{council}"),
    { COMMON, { "programme", N_("name of the volunteer programme") }, { "years", N_("years of service") },
      { "service", N_("sentence about the years of service") }, { "year", N_("year for which thanks are given") } },
    { COMMON_SAMPLES, N_("Safety advice for seniors"), "5", N_("You have done so for 5 years."), "2026" } },
  { MAPPE_LETTER_TOLD, N_("What became of your contribution"),
    N_("Good day,\n\nyou wrote to us on {received}:\n\n“{contribution}”\n\nThis is what we did:\n\n{answer}\n\n"
       "{measure}\n\nThank you for telling us. Please write again when you notice something.\n\nWith kind regards\n"
       "{council}"),
    { COMMON, { "received", N_("day the contribution came in") }, { "contribution", N_("text of the contribution") },
      { "answer", N_("answer of the council") }, { "measure", N_("sentence about the measure that came of it") } },
    { COMMON_SAMPLES, N_("3 June 2026"), N_("The underpass at the station is dark."),
      N_("The lamps were replaced in August."), N_("It is part of the measure “Light at stops”.") } },
  { MAPPE_LETTER_APPOINTMENT, N_("Letter of appointment"),
    N_("Dear {recipient},\n\nYou are hereby appointed a member of the crime-prevention council. Thank you for taking"
       " part.\n\n{memberships}\n\n{term}\n\nMembers perform their duties conscientiously and keep confidential what"
       " they learn in non-public meetings, also after their term of office."),
    { COMMON, { "memberships", N_("bodies and functions, one a line") },
      { "term", N_("sentence about the end of the appointment") } },
    { COMMON_SAMPLES, N_("- Plenary: member, entitled to vote"), N_("The appointment ends on 31 December 2029.") } },
  { MAPPE_LETTER_ESCALATION, N_("Escalation: {topic}"),
    N_("Good day,\n\nThe matter “{topic}” could not be settled at the working level. By the agreed"
       " chain it comes to you now as step {step}.\n\nPlease call us back today: {phone}.\n\n"
       "With kind regards\n{council}"),
    { COMMON, { "topic", N_("topic of the agreement") }, { "office", N_("office that is called") },
      { "step", N_("number of the step") }, { "phone", N_("telephone of the secretariat") },
      { "deputy", N_("who is called when nobody answers") } },
    { COMMON_SAMPLES, N_("Closing of roads"), N_("Public order office"), "2", "0651 123456",
      N_("Deputy: Mr Birke, 0651 123457") } },
  { MAPPE_LETTER_REQUEST, N_("Request for missing figures"),
    N_("To: {recipient}\n\nTo see how our measures develop, we still need these figures from you:\n\n{list}\n\n"
       "Please send them as a table with two columns, period and value. Say which figures are provisional. Where a"
       " figure is too small to be told, write “<5”. Zero means counted and none found; where nobody counted, leave"
       " the cell empty.\n\n{council}"),
    { COMMON, { "list", N_("figures that are missing, one a line") } },
    { COMMON_SAMPLES, N_("Offences at the station: 2026-Q2, 2026-Q3") } },
};

static const Letter *
letter_of (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_strcmp0 (letters[i].purpose, purpose) == 0)
      return &letters[i];
  return NULL;
}

/** mappe_letter_text_purposes: Returns: (transfer none): codes of the list template_purpose, ended by %NULL */
const char *const *
mappe_letter_text_purposes (void)
{
  static const char *const purposes[] = { MAPPE_LETTER_THANKS, MAPPE_LETTER_TOLD, MAPPE_LETTER_APPOINTMENT,
                                          MAPPE_LETTER_ESCALATION, MAPPE_LETTER_REQUEST, NULL };

  return purposes;
}

/** mappe_letter_text_fields: Returns: (transfer none) (array length=n_fields): the fields that letters of @purpose
 * know */
const MappeTemplateField *
mappe_letter_text_fields (const char *purpose, guint *n_fields)
{
  const Letter *letter = letter_of (purpose);

  *n_fields = 0;
  while (letter != NULL && *n_fields < MOST_FIELDS && letter->fields[*n_fields].name != NULL)
    (*n_fields)++;
  return letter != NULL ? letter->fields : NULL;
}

/** mappe_letter_text_built_in: Returns: (transfer full) (nullable): the built-in text; %NULL for an unknown purpose */
MappeTemplate *
mappe_letter_text_built_in (const char *purpose, const MappeLanguage *language)
{
  const Letter *letter = letter_of (purpose);
  MappeTemplate *self;

  if (letter == NULL)
    return NULL;
  self = g_new0 (MappeTemplate, 1);
  self->purpose = letter->purpose;
  self->subject = g_strdup (mappe_language_text (language, letter->subject));
  self->text = g_strdup (mappe_language_text (language, letter->text));
  return self;
}

static gboolean
is_of (const MappeRow *row, const char *purpose, const MappeLanguage *language)
{
  return g_strcmp0 (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_PURPOSE), purpose) == 0
         && g_strcmp0 (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_LANGUAGE), mappe_language_get_code (language)) == 0;
}

/**
 * mappe_letter_text_load:
 * @purpose: one of mappe_letter_text_purposes()
 *
 * Returns: (transfer full) (nullable): the council's own text, or else the built-in one; %NULL with an error
 */
MappeTemplate *
mappe_letter_text_load (MappeSnapshot *snapshot, const char *purpose, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_text_template_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);
  MappeTemplate *self;

  if (rows == NULL)
    return NULL;
  self = mappe_letter_text_built_in (purpose, language);
  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      if (self->row != NULL || !is_of (row, purpose, language))
        continue;
      g_free (self->subject);
      g_free (self->text);
      self->subject = g_strdup (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_SUBJECT));
      self->text = g_strdup (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_TEXT));
      self->row = mappe_row_ref (row);
    }
  return self;
}

/* --- filling --- */

typedef struct {
  const MappeLetterValue *values;
  guint                   n_values;
} Values;

static char *
value_of (const char *name, gconstpointer data)
{
  const Values *values = data;

  for (guint i = 0; i < values->n_values; i++)
    if (g_str_equal (values->values[i].name, name))
      return g_strdup (values->values[i].value != NULL ? values->values[i].value : "");
  return NULL;
}

/**
 * mappe_letter_text_fill:
 * @values: (array length=n_values): what stands for the fields; %NULL for nothing
 *
 * Returns: (transfer full): the text; fields that nobody knows stay and are named
 */
MappeFilledText *
mappe_letter_text_fill (const MappeTemplate *self, const MappeLetterValue *values, guint n_values)
{
  const Values known = { values, n_values };

  return mappe_template_fill_with (self, value_of, &known);
}

/** mappe_letter_text_sample: Returns: (transfer full): the text filled with an example, for a preview */
MappeFilledText *
mappe_letter_text_sample (const MappeTemplate *self, const MappeLanguage *language)
{
  const Letter *letter = letter_of (self->purpose);
  MappeLetterValue values[MOST_FIELDS];
  guint n;

  mappe_letter_text_fields (self->purpose, &n);
  for (guint i = 0; i < n; i++)
    values[i] = (MappeLetterValue) { letter->fields[i].name,
                                     letter->samples[i] != NULL && *letter->samples[i] != '\0'
                                         ? mappe_language_text (language, letter->samples[i]) : "" };
  return mappe_letter_text_fill (self, values, n);
}

/* --- acts --- */

/**
 * mappe_letter_text_save:
 * @self: the text as it is now
 * @text: the council's own; must not be empty
 *
 * Returns: (transfer full) (nullable): the edit that makes it the text of these letters
 */
MappeEdit *
mappe_letter_text_save (const MappeTemplate *self, const MappeLanguage *language, const char *subject,
                        const char *text, GError **error)
{
  MappeEdit *edit;
  MappeRow *row;

  if (text == NULL || *text == '\0')
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING, _("The text is empty"));
      return NULL;
    }
  edit = mappe_edit_new (_("Change the text of a letter"));
  row = self->row != NULL ? mappe_row_copy (self->row) : mappe_row_new_preset (&mappe_text_template_kind);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_PURPOSE], self->purpose);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_LANGUAGE], mappe_language_get_code (language));
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_SUBJECT], subject);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_TEXT], text);
  if (self->row != NULL)
    mappe_edit_update (edit, mappe_row_ref (self->row), row);
  else
    mappe_edit_insert (edit, row);
  return edit;
}

/** mappe_letter_text_reset: Returns: (transfer full) (nullable): the edit that goes back to the built-in text */
MappeEdit *
mappe_letter_text_reset (const MappeTemplate *self, GError **error)
{
  MappeEdit *edit;

  if (self->row == NULL)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE, _("This is the built-in text"));
      return NULL;
    }
  edit = mappe_edit_new (_("Back to the built-in text"));
  mappe_edit_delete (edit, &mappe_text_template_kind, self->row->id, self->row->version);
  return edit;
}
