/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-acts-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-objection.h"

/* The way of minutes from the first draft to the seal: GemO § 41, MGeschO § 26. */

static const char *const codes[] = {
  [MAPPE_MINUTES_DRAFT] = "draft",       [MAPPE_MINUTES_WITH_CHAIR] = "in_review",
  [MAPPE_MINUTES_SENT] = "sent",         [MAPPE_MINUTES_OBJECTED] = "objected",
  [MAPPE_MINUTES_APPROVED] = "approved", [MAPPE_MINUTES_SEALED] = "sealed",
};

gboolean
mappe_minutes_refuse (GError **error, MappeMeetingError code, const char *reason)
{
  g_set_error_literal (error, MAPPE_MEETING_ERROR, code, reason);
  return FALSE;
}

/* --- where they stand --- */

/** mappe_minutes_stage: Returns: how far the newest edition has come */
MappeMinutesStage
mappe_minutes_stage (const MappeSitting *sitting)
{
  const MappeRow *edition = mappe_sitting_last_minutes (sitting);
  const char *state = edition != NULL ? mappe_row_get_text (edition, MAPPE_MINUTES_STATE) : NULL;

  if (edition == NULL)
    return MAPPE_MINUTES_NONE;
  if (!mappe_row_is_null (edition, MAPPE_MINUTES_SEALED_AT))
    return MAPPE_MINUTES_SEALED;
  for (guint i = MAPPE_MINUTES_DRAFT; state != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (state, codes[i]))
      return i;
  /* Archived before there were seals. */
  return g_strcmp0 (state, "archived") == 0 ? MAPPE_MINUTES_APPROVED : MAPPE_MINUTES_DRAFT;
}

/** mappe_minutes_can_be_typed: Returns: whether the text may still be changed: until it is approved */
gboolean
mappe_minutes_can_be_typed (const MappeSitting *sitting)
{
  return mappe_minutes_stage (sitting) < MAPPE_MINUTES_APPROVED;
}

static gboolean
is_held (const MappeSitting *sitting)
{
  return g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), "held") == 0;
}

gboolean
mappe_minutes_has_stage (const MappeSitting *sitting,
                         MappeMinutesStage least,
                         MappeMinutesStage most,
                         GError **error)
{
  MappeMinutesStage stage = mappe_minutes_stage (sitting);

  if (stage == MAPPE_MINUTES_NONE)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("There are no minutes of this meeting yet"));
  if (stage == MAPPE_MINUTES_SEALED)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE,
                                 _("Sealed minutes stay as they are; a correction is a new version"));
  if (!is_held (sitting))
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The meeting was not held yet"));
  if (stage < least || stage > most)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The minutes are not in that state"));
  return TRUE;
}

/* A day on which something can have happened to the minutes of the meeting. */
gboolean
mappe_minutes_is_day_after (const MappeSitting *sitting, const char *day, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  if (day == NULL || !mappe_date_is_valid (day))
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day is missing"));
  if (strcmp (day, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) < 0)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("That day is before the meeting"));
  if (strcmp (day, today) > 0)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("That day is still to come"));
  return TRUE;
}

/* --- changing --- */

MappeRow *
mappe_minutes_copy_of_edition (const MappeSitting *sitting)
{
  return mappe_row_copy (mappe_sitting_last_minutes (sitting));
}

/* A correction that is not as far leaves the meeting the day of the edition before. */
static void
keep_day (MappeRow *meeting, guint field, const MappeRow *edition, guint edition_field)
{
  const char *day = mappe_row_get_text (edition, edition_field);

  if (day != NULL || mappe_row_get_int (edition, MAPPE_MINUTES_EDITION) < 2)
    mappe_row_set_canonical (meeting, field, day, NULL);
}

/* The edit that makes the newest edition what @edition is (transfer full), and keeps the meeting in step with it.
 */
MappeEdit *
mappe_minutes_edit_for (const MappeSitting *sitting, MappeRow *edition, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *meeting = mappe_row_copy (sitting->meeting);
  const MappeRow *base = mappe_sitting_last_minutes (sitting);

  mappe_row_set_canonical (meeting, MAPPE_MEETING_MINUTES_STATE, mappe_row_get_text (edition, MAPPE_MINUTES_STATE),
                           NULL);
  keep_day (meeting, MAPPE_MEETING_MINUTES_SENT_ON, edition, MAPPE_MINUTES_SENT_ON);
  keep_day (meeting, MAPPE_MEETING_MINUTES_APPROVED_ON, edition, MAPPE_MINUTES_APPROVED_ON);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), edition);
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), meeting);
  return edit;
}

void
mappe_minutes_set_stage (MappeRow *edition, MappeMinutesStage stage)
{
  mappe_row_set_canonical (edition, MAPPE_MINUTES_STATE, codes[stage], NULL);
}

MappeRow *
mappe_minutes_new_edition (const MappeSitting *sitting, gint64 number)
{
  MappeRow *edition = mappe_row_new_preset (&mappe_minutes_kind);

  mappe_act_set_id (edition, MAPPE_MINUTES_MEETING, sitting->meeting->id);
  mappe_act_set_int (edition, MAPPE_MINUTES_EDITION, number);
  mappe_minutes_set_stage (edition, MAPPE_MINUTES_DRAFT);
  return edition;
}

/* The edit that adds an edition (transfer full); the days of the meeting stay those of the edition before. */
MappeEdit *
mappe_minutes_edit_adding (const MappeSitting *sitting, MappeRow *edition, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *meeting = mappe_row_copy (sitting->meeting);

  mappe_row_set_canonical (meeting, MAPPE_MEETING_MINUTES_STATE, codes[MAPPE_MINUTES_DRAFT], NULL);
  mappe_edit_insert (edit, edition);
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), meeting);
  return edit;
}

/* --- acts --- */

/**
 * mappe_minutes_begin:
 *
 * Begins the first edition, once the sitting has begun.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL with %MAPPE_MEETING_ERROR_STATE when it is refused
 */
MappeEdit *
mappe_minutes_begin (const MappeSitting *sitting, GError **error)
{
  if (sitting->minutes->len > 0)
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("There are minutes of this meeting already"));
      return NULL;
    }
  if (!is_held (sitting) && mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT))
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The meeting was not held yet"));
      return NULL;
    }
  return mappe_minutes_edit_adding (sitting, mappe_minutes_new_edition (sitting, 1), _("Begin minutes"));
}

/**
 * mappe_minutes_type:
 * @base: the minutes or the agenda item, as it was when the typing began
 * @field: the field that holds the text
 * @markup: (nullable): the text as it shall be, see mappe_markup_parse()
 *
 * Saves a text that was typed. When somebody else changed it meanwhile the store refuses the edit and shows both.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_minutes_type (const MappeSitting *sitting,
                    const MappeRow *base,
                    guint field,
                    const char *markup,
                    GError **error)
{
  g_autoptr (MappeRow) mine = mappe_row_copy (base);
  MappeEdit *edit;

  if (!mappe_minutes_can_be_typed (sitting))
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE,
                            _("The minutes are approved; their text stays as it is"));
      return NULL;
    }
  if (!mappe_row_set_canonical (mine, field, markup != NULL && *markup != '\0' ? markup : NULL, error))
    return NULL;
  edit = mappe_edit_new (_("Text of the minutes"));
  mappe_edit_set_typing (edit);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), g_steal_pointer (&mine));
  return edit;
}

/** mappe_minutes_give_to_chair: Returns: (transfer full) (nullable): the edit: a draft goes to the chair on @day
 */
MappeEdit *
mappe_minutes_give_to_chair (const MappeSitting *sitting, const char *day, GError **error)
{
  MappeRow *edition;

  if (!mappe_minutes_has_stage (sitting, MAPPE_MINUTES_DRAFT, MAPPE_MINUTES_DRAFT, error) ||
      !mappe_minutes_is_day_after (sitting, day, error))
    return NULL;
  edition = mappe_minutes_copy_of_edition (sitting);
  mappe_minutes_set_stage (edition, MAPPE_MINUTES_WITH_CHAIR);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_WITH_CHAIR_ON, day, NULL);
  return mappe_minutes_edit_for (sitting, edition, _("Give minutes to the chair"));
}

/** mappe_minutes_send: Returns: (transfer full) (nullable): the edit: the minutes go to the members on @day */
MappeEdit *
mappe_minutes_send (const MappeSitting *sitting, const char *day, GError **error)
{
  MappeRow *edition;

  if (!mappe_minutes_has_stage (sitting, MAPPE_MINUTES_DRAFT, MAPPE_MINUTES_WITH_CHAIR, error) ||
      !mappe_minutes_is_day_after (sitting, day, error))
    return NULL;
  edition = mappe_minutes_copy_of_edition (sitting);
  mappe_minutes_set_stage (edition, MAPPE_MINUTES_SENT);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_SENT_ON, day, NULL);
  return mappe_minutes_edit_for (sitting, edition, _("Send minutes"));
}

/** mappe_minutes_has_open_objection: Returns: whether an objection to the minutes is not decided yet */
gboolean
mappe_minutes_has_open_objection (const MappeSitting *sitting)
{
  for (guint i = 0; i < sitting->objections->len; i++)
    {
      const MappeListed *objection = g_ptr_array_index (sitting->objections, i);
      const char *outcome = mappe_row_get_text (objection->row, MAPPE_OBJECTION_OUTCOME);

      if (outcome == NULL || g_str_equal (outcome, "open"))
        return TRUE;
    }
  return FALSE;
}

/**
 * mappe_minutes_approve:
 * @day: day of the approval, not before the meeting and not before the minutes were sent
 * @decision: id of the decision by which they were approved, or 0
 *
 * Approves the minutes; objections are decided before (GemO § 41).
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_minutes_approve (const MappeSitting *sitting, const char *day, gint64 decision, GError **error)
{
  MappeRow *edition;

  if (!mappe_minutes_has_stage (sitting, MAPPE_MINUTES_SENT, MAPPE_MINUTES_OBJECTED, error) ||
      !mappe_minutes_is_day_after (sitting, day, error))
    return NULL;
  if (mappe_minutes_has_open_objection (sitting))
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE,
                            _("An objection to the minutes is not decided yet"));
      return NULL;
    }
  if (g_strcmp0 (day, mappe_row_get_text (mappe_sitting_last_minutes (sitting), MAPPE_MINUTES_SENT_ON)) < 0)
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("Minutes are not approved before they are sent"));
      return NULL;
    }
  edition = mappe_minutes_copy_of_edition (sitting);
  mappe_minutes_set_stage (edition, MAPPE_MINUTES_APPROVED);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_APPROVED_ON, day, NULL);
  mappe_act_set_id (edition, MAPPE_MINUTES_DECISION, decision);
  return mappe_minutes_edit_for (sitting, edition, _("Approve minutes"));
}

/* What the stage before is, and what belongs to the present one goes. */
static MappeMinutesStage
step_back (const MappeSitting *sitting, MappeRow *edition)
{
  switch (mappe_minutes_stage (sitting))
    {
    case MAPPE_MINUTES_APPROVED:
      mappe_row_set_canonical (edition, MAPPE_MINUTES_APPROVED_ON, NULL, NULL);
      if (mappe_row_get_int (edition, MAPPE_MINUTES_EDITION) < 2)
        mappe_row_set_canonical (edition, MAPPE_MINUTES_DECISION, NULL, NULL);
      return sitting->objections->len > 0 ? MAPPE_MINUTES_OBJECTED : MAPPE_MINUTES_SENT;
    case MAPPE_MINUTES_OBJECTED:
      return MAPPE_MINUTES_SENT;
    case MAPPE_MINUTES_SENT:
      mappe_row_set_canonical (edition, MAPPE_MINUTES_SENT_ON, NULL, NULL);
      return mappe_row_is_null (edition, MAPPE_MINUTES_WITH_CHAIR_ON) ? MAPPE_MINUTES_DRAFT
                                                                      : MAPPE_MINUTES_WITH_CHAIR;
    case MAPPE_MINUTES_NONE:
    case MAPPE_MINUTES_DRAFT:
    case MAPPE_MINUTES_WITH_CHAIR:
    case MAPPE_MINUTES_SEALED:
    default:
      mappe_row_set_canonical (edition, MAPPE_MINUTES_WITH_CHAIR_ON, NULL, NULL);
      return MAPPE_MINUTES_DRAFT;
    }
}

/**
 * mappe_minutes_take_back:
 *
 * Takes the last step back, as long as the minutes are not sealed. Minutes against which there are objections stay
 * what they are.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_minutes_take_back (const MappeSitting *sitting, GError **error)
{
  MappeRow *edition;

  if (!mappe_minutes_has_stage (sitting, MAPPE_MINUTES_WITH_CHAIR, MAPPE_MINUTES_APPROVED, error))
    return NULL;
  if (mappe_minutes_stage (sitting) == MAPPE_MINUTES_OBJECTED && sitting->objections->len > 0)
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE, _("There are objections to these minutes"));
      return NULL;
    }
  edition = mappe_minutes_copy_of_edition (sitting);
  mappe_minutes_set_stage (edition, step_back (sitting, edition));
  return mappe_minutes_edit_for (sitting, edition, _("Take minutes one step back"));
}
