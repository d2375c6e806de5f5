/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-item-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-conflict-declaration.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-statement.h"
#include "mappe-task.h"

/* What is recorded under an agenda item, apart from votes. */

/* --- conflicts of interest --- */

static gboolean
has_voted (const MappeSitting *sitting, const MappeSittingItem *item, const MappeParticipant *participant)
{
  for (guint i = 0; participant->voting && i < item->decisions->len; i++)
    {
      const MappeRow *decision = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row;
      int minute = mappe_act_get_minute (decision, MAPPE_DECISION_VOTED_AT);

      if (mappe_participant_present (participant, minute) &&
          !mappe_sitting_excluded (sitting, item, participant->person))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_declare (const MappeSitting *sitting, const MappeSittingItem *item, const MappeParticipant *participant,
             const MappeConflictDraft *draft, GError **error)
{
  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  for (guint i = 0; i < item->conflicts->len; i++)
    if (mappe_row_get_int (g_ptr_array_index (item->conflicts, i), MAPPE_CONFLICT_DECLARATION_PERSON) == draft->person)
      return mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED,
                               _("A conflict of interest of %s is recorded for item %s already"), participant->name,
                               item->number) != NULL;
  if (draft->ground_code == NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The ground is missing")) != NULL;
  if (draft->excluded && g_str_equal (draft->ground_code, "group_interest"))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED,
                             _("The interest of a group only does not exclude anybody")) != NULL;
  if (draft->excluded && has_voted (sitting, item, participant))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED,
                             _("%s has voted on item %s already; take that vote back first"), participant->name,
                             item->number) != NULL;
  return TRUE;
}

/**
 * mappe_item_declare:
 * @minute: minute of the day, or %MAPPE_MINUTE_NONE
 *
 * Records a conflict of interest (GemO § 22). Who is excluded takes no part in debate and vote; the deputy neither.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_declare (const MappeSitting *sitting, gint64 id, const MappeConflictDraft *draft, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  const MappeParticipant *participant = item != NULL ? mappe_act_participant (sitting, draft->person, error) : NULL;
  MappeEdit *edit;
  MappeRow *row;

  if (participant == NULL || !may_declare (sitting, item, participant, draft, error))
    return NULL;
  edit = mappe_act_begin (draft->excluded ? _("%s is excluded") : _("Conflict of interest of %s"), participant->name);
  row = mappe_row_new_preset (&mappe_conflict_declaration_kind);
  mappe_act_set_int (row, MAPPE_CONFLICT_DECLARATION_MEETING, sitting->meeting->id);
  mappe_act_set_int (row, MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM, id);
  mappe_act_set_int (row, MAPPE_CONFLICT_DECLARATION_PERSON, draft->person);
  mappe_act_set_minute (row, MAPPE_CONFLICT_DECLARATION_DECLARED_AT, minute);
  mappe_act_set_text (row, MAPPE_CONFLICT_DECLARATION_GROUND_CODE, draft->ground_code);
  mappe_act_set_text (row, MAPPE_CONFLICT_DECLARATION_GROUND, draft->ground);
  mappe_act_set_text (row, MAPPE_CONFLICT_DECLARATION_DECIDED_BY, draft->decided_by);
  mappe_act_set_int (row, MAPPE_CONFLICT_DECLARATION_LEFT_ROOM, draft->left_room);
  mappe_act_set_text (row, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE, draft->excluded ? "excluded" : "not_excluded");
  mappe_edit_insert (edit, row);
  return edit;
}

/**
 * mappe_item_undeclare:
 * @conflict: id of a declaration
 *
 * Takes a declaration back that was a mistake; after the vote of the item it stays.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_undeclare (const MappeSitting *sitting, gint64 conflict, GError **error)
{
  if (!mappe_act_may_record (sitting, error))
    return NULL;
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint c = 0; c < item->conflicts->len; c++)
        {
          const MappeRow *row = g_ptr_array_index (item->conflicts, c);
          MappeEdit *edit;

          if (row->id != conflict)
            continue;
          if (item->decisions->len > 0)
            return mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED,
                                     _("Item %s was voted on with this exclusion; take that vote back first"),
                                     item->number);
          edit = mappe_act_begin (_("Conflict of interest taken back, item %s: %s"), item->number,
                                  mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
          mappe_edit_delete (edit, &mappe_conflict_declaration_kind, row->id, row->version);
          return edit;
        }
    }
  return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This declaration is not there any more"));
}

/* --- tasks and statements --- */

static gboolean
is_of_item (const MappeSittingItem *item, gint64 decision)
{
  for (guint i = 0; i < item->decisions->len; i++)
    if (((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row->id == decision)
      return TRUE;
  return decision == 0;
}

/**
 * mappe_item_add_task:
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_add_task (const MappeSitting *sitting, gint64 id, const MappeTaskDraft *draft, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  MappeEdit *edit;
  MappeRow *row;

  if (item == NULL || !mappe_act_may_record (sitting, error))
    return NULL;
  if (mappe_act_is_empty (draft->title))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("What is to be done is missing"));
  if (draft->due_on != NULL && !mappe_date_is_valid (draft->due_on))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day is missing"));
  if (!is_of_item (item, draft->decision))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("That decision is not of this item"));
  edit = mappe_act_begin (_("Task: %s"), draft->title);
  row = mappe_row_new_preset (&mappe_task_kind);
  mappe_act_set_text (row, MAPPE_TASK_TITLE, draft->title);
  mappe_act_set_int (row, MAPPE_TASK_AGENDA_ITEM, id);
  mappe_act_set_text (row, MAPPE_TASK_DUE_ON, draft->due_on);
  if (draft->decision != 0)
    mappe_act_set_int (row, MAPPE_TASK_DECISION, draft->decision);
  if (draft->member > 0)
    mappe_act_set_int (row, MAPPE_TASK_RESPONSIBLE_MEMBER, draft->member);
  if (draft->office > 0)
    mappe_act_set_int (row, MAPPE_TASK_RESPONSIBLE_ORGANISATION, draft->office);
  mappe_edit_insert (edit, row);
  return edit;
}

/**
 * mappe_item_state:
 * @person: whose statement
 * @kind: code of the list statement_kind
 * @text: wording
 *
 * A statement for the record. A dissenting opinion is voiced before the vote (MGeschO § 26 (3)).
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_state (const MappeSitting *sitting, gint64 id, gint64 person, const char *kind, const char *text, int minute,
                  GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  const MappeParticipant *participant = item != NULL ? mappe_act_participant (sitting, person, error) : NULL;
  MappeEdit *edit;
  MappeRow *row;

  if (participant == NULL || !mappe_act_may_record_at (sitting, minute, error))
    return NULL;
  if (mappe_act_is_empty (text))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The wording of the statement is missing"));
  for (guint i = 0; g_strcmp0 (kind, "dissent") == 0 && i < item->decisions->len; i++)
    {
      const MappeRow *decision = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row;

      if (mappe_act_is (decision, MAPPE_DECISION_VOTE_TYPE, "secret"))
        return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                                 _("The vote on item %s was secret; a dissenting opinion is not recorded"),
                                 item->number);
      if (mappe_act_get_minute (decision, MAPPE_DECISION_VOTED_AT) <= minute)
        return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                                 _("A dissenting opinion is voiced before the vote; item %s was voted on at %s"),
                                 item->number, mappe_row_get_text (decision, MAPPE_DECISION_VOTED_AT));
    }
  edit = mappe_act_begin (_("Statement of %s"), participant->name);
  row = mappe_row_new_preset (&mappe_statement_kind);
  mappe_act_set_int (row, MAPPE_STATEMENT_AGENDA_ITEM, id);
  mappe_act_set_int (row, MAPPE_STATEMENT_PERSON, person);
  mappe_act_set_text (row, MAPPE_STATEMENT_KIND, kind);
  mappe_act_set_minute (row, MAPPE_STATEMENT_STATED_AT, minute);
  mappe_act_set_text (row, MAPPE_STATEMENT_TEXT, text);
  mappe_edit_insert (edit, row);
  return edit;
}
