/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-templates.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-text-template.h"

typedef struct {
  const char *purpose;
  const char *subject;
  const char *text;
} BuiltIn;

/* Translators: texts of letters. What stands in braces is filled in and must stay as it is; "- " begins the item of a
 * list; an empty line divides paragraphs, and a paragraph that has nothing to say disappears. */
static const BuiltIn built_ins[] = {
  { MAPPE_TEMPLATE_CALL, N_("Call for agenda items: {title}, {date}"),
    N_("{salutation}\n\nthe next meeting is being prepared:\n\n- Body: {body}\n- Meeting: {title} ({number})\n"
       "- Date: {date}, {time}\n- Place: {place}\n\nPlease send items for the agenda, with the papers that belong to"
       " them, to the secretariat by {deadline}.\n\nWith kind regards\n{secretary}") },
  { MAPPE_TEMPLATE_INVITATION, N_("Invitation: {title}, {date}"),
    N_("{salutation}\n\nI invite you to the following meeting:\n\n- Body: {body}\n- Meeting: {title} ({number})\n"
       "- Date: {date}, {time}\n- Place: {place}\n\nThe agenda is below. If you cannot come, please tell the"
       " secretariat and your deputy in good time.\n\nWith kind regards\n{chair}\nChair") },
  { MAPPE_TEMPLATE_SECOND, N_("Second invitation: {title}, {date}"),
    N_("{salutation}\n\nI invite you for the second time, as the body could not decide before:\n\n- Body: {body}\n"
       "- Meeting: {title} ({number})\n- Date: {date}, {time}\n- Place: {place}\n\n{second_note}\n\nThe agenda is"
       " below. If you cannot come, please tell the secretariat and your deputy in good time.\n\nWith kind regards\n"
       "{chair}\nChair") },
  { MAPPE_TEMPLATE_URGENT, N_("Urgent invitation: {title}, {date}"),
    N_("{salutation}\n\nI invite you to a meeting in an urgent matter:\n\n- Body: {body}\n"
       "- Meeting: {title} ({number})\n- Date: {date}, {time}\n- Place: {place}\n\n{urgent_note}\n\n{second_note}\n\n"
       "The agenda is below. If you cannot come, please tell the secretariat and your deputy at once.\n\n"
       "With kind regards\n{chair}\nChair") },
  { MAPPE_TEMPLATE_SUPPLEMENT, N_("Supplement {edition} to the agenda: {title}, {date}"),
    N_("{salutation}\n\nthe agenda of the following meeting has changed since it was sent:\n\n- Body: {body}\n"
       "- Meeting: {title} ({number})\n- Date: {date}, {time}\n- Place: {place}\n\nReason: {reason}\n\n"
       "{second_note}\n\n"
       "{urgent_note}\n\nBelow are the changes and the whole agenda as it is now.\n\nWith kind regards\n{chair}\n"
       "Chair") },
  { MAPPE_TEMPLATE_NOTICE, N_("Public notice: {title}, {date}"),
    N_("{council}\n\n- Body: {body}\n- Meeting: {title} ({number})\n- Date: {date}, {time}\n- Place: {place}\n\n"
       "{second_note}\n\n{urgent_note}\n\nEverybody may listen to the public part of the meeting.") },
  { MAPPE_TEMPLATE_CANCELLATION, N_("Cancellation: {title}, {date}"),
    N_("{salutation}\n\nthe following meeting does not take place:\n\n- Body: {body}\n- Meeting: {title} ({number})\n"
       "- Date: {date}, {time}\n- Place: {place}\n\n{reason}\n\nWith kind regards\n{chair}\nChair") },
  { MAPPE_TEMPLATE_MINUTES, N_("Minutes: {title}, {date}"),
    N_("{salutation}\n\nhere are the minutes of the following meeting:\n\n- Body: {body}\n"
       "- Meeting: {title} ({number})\n- Date: {date}, {time}\n- Place: {place}\n\nPlease send objections in writing"
       " to the secretariat.\n\nWith kind regards\n{secretary}") },
  { MAPPE_TEMPLATE_EXTRACT, N_("Extract from the minutes: {title}, {date}"),
    N_("{salutation}\n\nhere is an extract from the minutes of the following meeting, with the decisions and tasks that"
       " your office is responsible for:\n\n- Body: {body}\n- Meeting: {title} ({number})\n- Date: {date}, {time}\n"
       "- Place: {place}\n\nPlease tell the secretariat when they are done, or what stands in the way.\n\n"
       "With kind regards\n{secretary}") },
};

static const BuiltIn *
built_in (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_ins); i++)
    if (g_strcmp0 (built_ins[i].purpose, purpose) == 0)
      return &built_ins[i];
  return NULL;
}

/** mappe_template_purposes: Returns: (transfer none): the codes of all purposes that have a text, ended by %NULL */
const char *const *
mappe_template_purposes (void)
{
  static const char *const purposes[] = {
    MAPPE_TEMPLATE_INVITATION, MAPPE_TEMPLATE_SECOND, MAPPE_TEMPLATE_URGENT, MAPPE_TEMPLATE_SUPPLEMENT,
    MAPPE_TEMPLATE_NOTICE, MAPPE_TEMPLATE_CALL, MAPPE_TEMPLATE_CANCELLATION, MAPPE_TEMPLATE_MINUTES,
    MAPPE_TEMPLATE_EXTRACT, NULL,
  };

  return purposes;
}

/** mappe_template_built_in: Returns: (transfer full) (nullable): the built-in text; %NULL for an unknown purpose */
MappeTemplate *
mappe_template_built_in (const char *purpose, const MappeLanguage *language)
{
  const BuiltIn *found = built_in (purpose);
  MappeTemplate *self;

  if (found == NULL)
    return NULL;
  self = g_new0 (MappeTemplate, 1);
  self->purpose = found->purpose;
  self->subject = g_strdup (mappe_language_text (language, found->subject));
  self->text = g_strdup (mappe_language_text (language, found->text));
  return self;
}

static MappeRow *
own_row (const MappeSitting *sitting, const char *purpose, const MappeLanguage *language)
{
  for (guint i = 0; i < sitting->templates->len; i++)
    {
      MappeRow *row = g_ptr_array_index (sitting->templates, i);

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_PURPOSE), purpose) == 0
          && g_strcmp0 (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_LANGUAGE),
                        mappe_language_get_code (language)) == 0)
        return row;
    }
  return NULL;
}

/**
 * mappe_template_find:
 * @purpose: a code of the list template_purpose
 *
 * Returns: (transfer full) (nullable): the council's own text for the purpose, or else the built-in one
 */
MappeTemplate *
mappe_template_find (const MappeSitting *sitting, const char *purpose, const MappeLanguage *language)
{
  MappeRow *row = own_row (sitting, purpose, language);
  MappeTemplate *self;

  if (row == NULL)
    return mappe_template_built_in (purpose, language);
  self = g_new0 (MappeTemplate, 1);
  self->row = mappe_row_ref (row);
  self->purpose = mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_PURPOSE);
  self->subject = g_strdup (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_SUBJECT));
  self->text = g_strdup (mappe_row_get_text (row, MAPPE_TEXT_TEMPLATE_TEXT));
  return self;
}

/** mappe_template_free: @self: (transfer full) (nullable) */
void
mappe_template_free (MappeTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->text);
  g_clear_pointer (&self->row, mappe_row_unref);
  g_free (self);
}

/** mappe_template_invites: Returns: whether the letter calls to a meeting, so that the agenda stands beneath it */
gboolean
mappe_template_invites (const MappeTemplate *self)
{
  static const char *const others[] = { MAPPE_TEMPLATE_CALL, MAPPE_TEMPLATE_CANCELLATION, MAPPE_TEMPLATE_MINUTES,
                                        MAPPE_TEMPLATE_EXTRACT, NULL };

  return !g_strv_contains (others, self->purpose);
}

static gboolean
has_second_reading (const MappeSitting *sitting)
{
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_SECOND_INVITATION) == 0)
    return FALSE;
  for (guint i = 0; i < sitting->items->len; i++)
    if (mappe_sitting_is_second (sitting, g_ptr_array_index (sitting->items, i)))
      return TRUE;
  return FALSE;
}

/** mappe_invitation_purpose: Returns: (transfer none): the kind of invitation that is needed, or a cancellation */
const char *
mappe_invitation_purpose (const MappeSitting *sitting)
{
  if (g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), "cancelled") == 0)
    return MAPPE_TEMPLATE_CANCELLATION;
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) != 0)
    return MAPPE_TEMPLATE_URGENT;
  return has_second_reading (sitting) ? MAPPE_TEMPLATE_SECOND : MAPPE_TEMPLATE_INVITATION;
}

/**
 * mappe_letter_purpose:
 *
 * Returns: (transfer none): what would be sent next: a supplement once an agenda was sent, else the invitation
 */
const char *
mappe_letter_purpose (const MappeSitting *sitting)
{
  const char *invitation = mappe_invitation_purpose (sitting);

  return sitting->versions->len > 0 && !g_str_equal (invitation, MAPPE_TEMPLATE_CANCELLATION)
             ? MAPPE_TEMPLATE_SUPPLEMENT : invitation;
}

/* --- acts --- */

/**
 * mappe_template_save:
 * @subject: the council's own subject
 * @text: the council's own text; must not be empty
 *
 * Returns: (transfer full) (nullable): the edit that makes it the text for @purpose in @language
 */
MappeEdit *
mappe_template_save (const MappeSitting *sitting, const char *purpose, const MappeLanguage *language,
                     const char *subject, const char *text, GError **error)
{
  MappeRow *base = own_row (sitting, purpose, language);
  MappeEdit *edit;
  MappeRow *row;

  g_return_val_if_fail (built_in (purpose) != NULL, NULL);

  if (text == NULL || *text == '\0')
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING, _("The text is empty"));
      return NULL;
    }
  edit = mappe_edit_new (_("Change the text of a letter"));
  row = base != NULL ? mappe_row_copy (base) : mappe_row_new_preset (&mappe_text_template_kind);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_PURPOSE], purpose);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_LANGUAGE], mappe_language_get_code (language));
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_SUBJECT], subject);
  mappe_value_set_text (&row->values[MAPPE_TEXT_TEMPLATE_TEXT], text);
  if (base != NULL)
    mappe_edit_update (edit, mappe_row_ref (base), row);
  else
    mappe_edit_insert (edit, row);
  return edit;
}

/** mappe_template_reset: Returns: (transfer full) (nullable): the edit that goes back to the built-in text */
MappeEdit *
mappe_template_reset (const MappeSitting *sitting, const char *purpose, const MappeLanguage *language, GError **error)
{
  const MappeRow *row = own_row (sitting, purpose, language);
  MappeEdit *edit;

  if (row == NULL)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE, _("This is the built-in text"));
      return NULL;
    }
  edit = mappe_edit_new (_("Back to the built-in text"));
  mappe_edit_delete (edit, &mappe_text_template_kind, row->id, row->version);
  return edit;
}
