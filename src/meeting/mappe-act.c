/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-act-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-meeting.h"
#include "mappe-sitting-acts.h"

/** mappe_act_refuse: Returns: always %NULL, so that an act can end with this call */
gpointer
mappe_act_refuse (GError **error, MappeMeetingError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MAPPE_MEETING_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return NULL;
}

/**
 * mappe_act_begin:
 * @format: translated label of the undo step
 *
 * Returns: (transfer full): an edit without changes
 */
MappeEdit *
mappe_act_begin (const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list arguments;

  va_start (arguments, format);
  label = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return mappe_edit_new (label);
}

/** mappe_act_update: Returns: (transfer none): the row as it shall be, owned by the edit, to be filled before it is
 * applied */
MappeRow *
mappe_act_update (MappeEdit *edit, const MappeRow *base)
{
  MappeRow *mine = mappe_row_copy (base);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), mine);
  return mine;
}

/** mappe_act_set_text: @text: (nullable): text or code; "" is stored as nothing */
void
mappe_act_set_text (MappeRow *row, guint field, const char *text)
{
  mappe_row_set_canonical (row, field, text != NULL && *text != '\0' ? text : NULL, NULL);
}

/** mappe_act_set_int: Sets a number, a truth value or a reference, which may be one that mappe_edit_insert() gave. */
void
mappe_act_set_int (MappeRow *row, guint field, gint64 number)
{
  mappe_value_set_int (&row->values[field], number);
}

/** mappe_act_set_id: @id: of a record that is there; 0 clears the field */
void
mappe_act_set_id (MappeRow *row, guint field, gint64 id)
{
  g_autofree char *text = id > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  mappe_row_set_canonical (row, field, text, NULL);
}

/** mappe_act_set_minute: @minute: minute of the day; %MAPPE_MINUTE_NONE clears the field */
void
mappe_act_set_minute (MappeRow *row, guint field, int minute)
{
  g_autofree char *time = mappe_minute_format (minute);

  mappe_act_set_text (row, field, time);
}

/** mappe_act_get_minute: Returns: minute of the day, %MAPPE_MINUTE_NONE without one */
int
mappe_act_get_minute (const MappeRow *row, guint field)
{
  return mappe_minute_parse (mappe_row_get_text (row, field));
}

/** mappe_act_is: Returns: whether the field holds @code */
gboolean
mappe_act_is (const MappeRow *row, guint field, const char *code)
{
  return g_strcmp0 (mappe_row_get_text (row, field), code) == 0;
}

/** mappe_act_is_empty: Returns: whether there is nothing but space in @text */
gboolean
mappe_act_is_empty (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/** mappe_act_may_record: Returns: whether anything about the sitting may still be recorded or corrected */
gboolean
mappe_act_may_record (const MappeSitting *sitting, GError **error)
{
  if (mappe_act_is (sitting->meeting, MAPPE_MEETING_STATE, "cancelled"))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The meeting was cancelled")) != NULL;
  if (mappe_sitting_has_approved_minutes (sitting))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("The minutes are approved; a correction is a new version of the minutes")) != NULL;
  return TRUE;
}

/**
 * mappe_act_may_record_at:
 * @minute: minute of the day at which something happened in the sitting
 *
 * Returns: whether the sitting was open then
 */
gboolean
mappe_act_may_record_at (const MappeSitting *sitting, int minute, GError **error)
{
  int begin = mappe_sitting_begin (sitting), end = mappe_sitting_end (sitting);
  g_autofree char *from = mappe_minute_format (begin);
  g_autofree char *to = mappe_minute_format (end);

  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  if (mappe_sitting_state (sitting) == MAPPE_SITTING_WAITING)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The sitting is not open yet")) != NULL;
  if (minute < 0 || minute >= 24 * 60)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The time is missing")) != NULL;
  if (begin != MAPPE_MINUTE_NONE && minute < begin)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("The sitting was opened later, at %s; what happens after midnight is recorded at"
                               " 23:59"), from) != NULL;
  if (end != MAPPE_MINUTE_NONE && minute > end)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The sitting was closed before, at %s"), to) != NULL;
  return TRUE;
}

/** mappe_act_participant: Returns: (transfer none) (nullable): the participant, who must be one */
const MappeParticipant *
mappe_act_participant (const MappeSitting *sitting, gint64 person, GError **error)
{
  const MappeParticipant *participant = mappe_sitting_participant (sitting, person);

  if (participant == NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This person takes no part in the meeting"));
  return participant;
}
