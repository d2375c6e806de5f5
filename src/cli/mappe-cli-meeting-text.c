/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-meeting.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-roll-call-vote.h"
#include "mappe-sitting-words.h"
#include "mappe-task.h"

static void
add_head (GString *out, const MappeSitting *sitting)
{
  const MappeRow *meeting = sitting->meeting;
  g_autofree char *day = mappe_date_format_long (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
  const char *place = mappe_row_get_text (meeting, MAPPE_MEETING_PLACE);
  const char *start = mappe_row_get_text (meeting, MAPPE_MEETING_START_AT);
  const char *end = mappe_row_get_text (meeting, MAPPE_MEETING_END_AT);

  g_string_append_printf (out, "%s %s: %s\n", mappe_row_get_text (meeting, MAPPE_FIELD_REFERENCE),
                          mappe_row_get_text (sitting->body, MAPPE_BODY_NAME),
                          mappe_row_get_text (meeting, MAPPE_MEETING_TITLE));
  g_string_append_printf (out, "%s, %s–%s%s%s\n", day, start != NULL ? start : "?", end != NULL ? end : "",
                          place != NULL ? ", " : "", place != NULL ? place : "");
  g_string_append_printf (out, "%s\n", mappe_sitting_code (sitting, "meeting_state",
                                                           mappe_row_get_text (meeting, MAPPE_MEETING_STATE), NULL));
}

static void
add_presence (GString *out, const MappeSitting *sitting, int minute)
{
  g_string_append_printf (out, "\n%s\n", _("Presence"));
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);
      gboolean deputised = g_strcmp0 (participant->status, "deputised") == 0;
      g_autofree char *stays = mappe_words_stay (participant, NULL);
      g_autofree char *from = mappe_minute_format (mappe_participant_deputy_from (participant));
      g_autofree char *line =
          g_strdup_printf ("  %s %s %s (%s)  %s  %s", mappe_participant_present (participant, minute) ? "●" : "○",
                           mappe_row_get_text (participant->row, MAPPE_FIELD_REFERENCE), participant->sort_name,
                           participant->voting ? _("voting") : _("advisory"),
                           mappe_sitting_code (sitting, "attendance_status", participant->status, NULL), stays);

      g_string_append (out, g_strchomp (line));
      if (deputised && participant->deputy != NULL)
        g_string_append_printf (out, "  (%s: %s%s%s%s)", _("deputy"), participant->deputy, *from != '\0' ? ", " : "",
                                from, *from != '\0' ? "–" : "");
      g_string_append_c (out, '\n');
    }
}

static void
add_quorum (GString *out, const MappeSitting *sitting, int minute)
{
  const MappeSittingItem *item = mappe_sitting_item_at (sitting, minute);
  MappeQuorum quorum = mappe_sitting_quorum (sitting, NULL, minute);
  MappeQuorum of_item = mappe_sitting_quorum (sitting, item, minute);
  g_autofree char *at = mappe_minute_format (minute);
  g_autofree char *text = mappe_words_quorum (&quorum, NULL);
  g_autofree char *item_text = mappe_words_quorum (&of_item, NULL);

  /* Translators: a time */
  g_string_append_printf (out, _("\nQuorum at %s\n"), at);
  g_string_append_printf (out, "  %s\n", text);
  if (item != NULL && !g_str_equal (text, item_text))
    /* Translators: number of the agenda item, sentence about its quorum */
    g_string_append_printf (out, _("  Item %s: %s\n"), item->number, item_text);
}

static void
add_roll_call (GString *out, const MappeSitting *sitting, const MappeSittingDecision *decision)
{
  for (guint i = 0; i < decision->roll_call->len; i++)
    {
      const MappeRow *vote = g_ptr_array_index (decision->roll_call, i);
      g_autofree char *name = mappe_sitting_person_name (sitting,
                                                         mappe_row_get_int (vote, MAPPE_ROLL_CALL_VOTE_PERSON));

      g_string_append_printf (out, "        %s: %s\n", name != NULL ? name : "?",
                              mappe_sitting_code (sitting, "vote", mappe_row_get_text (vote, MAPPE_ROLL_CALL_VOTE_VOTE),
                                                  NULL));
    }
}

static void
add_decision (GString *out, const MappeSitting *sitting, const MappeSittingDecision *decision)
{
  const MappeRow *row = decision->row;
  const char *number = mappe_row_get_text (row, MAPPE_DECISION_NUMBER);
  const char *reason = mappe_row_get_text (row, MAPPE_DECISION_QUORUM_OVERRIDE);

  g_string_append_printf (out, "      %s %s: %s\n", number != NULL ? number : "",
                          mappe_sitting_code (sitting, "item_result", mappe_row_get_text (row, MAPPE_DECISION_OUTCOME),
                                              NULL),
                          mappe_row_get_text (row, MAPPE_DECISION_TEXT));
  if (!mappe_row_is_null (row, MAPPE_DECISION_YES))
    {
      g_autofree char *counts = mappe_words_counts ((guint) mappe_row_get_int (row, MAPPE_DECISION_YES),
                                                    (guint) mappe_row_get_int (row, MAPPE_DECISION_NO),
                                                    (guint) mappe_row_get_int (row, MAPPE_DECISION_ABSTAIN), NULL);
      const char *at = mappe_row_get_text (row, MAPPE_DECISION_VOTED_AT);

      g_string_append_printf (out, "        %s%s%s (%s)\n", at != NULL ? at : "", at != NULL ? " " : "", counts,
                              mappe_sitting_code (sitting, "vote_type",
                                                  mappe_row_get_text (row, MAPPE_DECISION_VOTE_TYPE), NULL));
    }
  if (reason != NULL)
    g_string_append_printf (out, _("        Voted without a quorum: %s\n"), reason);
  add_roll_call (out, sitting, decision);
}

static void
add_task (GString *out, const MappeSitting *sitting, const MappeListed *task)
{
  const char *who = task->shown[MAPPE_TASK_RESPONSIBLE_MEMBER];
  const char *office = task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION];
  const char *due = mappe_row_get_text (task->row, MAPPE_TASK_DUE_ON);
  g_autofree char *day = due != NULL ? mappe_date_format (due) : g_strdup ("–");

  g_string_append_printf (out, "      ☐ %s %s  %s  %s  %s\n", mappe_row_get_text (task->row, MAPPE_FIELD_REFERENCE),
                          mappe_row_get_text (task->row, MAPPE_TASK_TITLE), who != NULL ? who : office ? office : "–",
                          day, mappe_sitting_code (sitting, "task_status",
                                                   mappe_row_get_text (task->row, MAPPE_TASK_STATUS), NULL));
}

static void
add_item (GString *out, const MappeSitting *sitting, const MappeSittingItem *item)
{
  g_autofree char *start = mappe_minute_format (item->start);
  const char *result = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_RESULT);

  g_string_append_printf (out, "  %s %s  %s  [%s]%s%s\n", start, item->number,
                          mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE),
                          item->public ? _("public") : _("non-public"), result != NULL ? "  " : "",
                          mappe_sitting_code (sitting, "item_result", result, NULL));
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (mappe_sitting_excluded (sitting, item, participant->person))
        /* Translators: name of a member */
        g_string_append_printf (out, _("      ⊘ %s is excluded from debate and vote\n"), participant->name);
    }
  for (guint i = 0; i < item->decisions->len; i++)
    add_decision (out, sitting, g_ptr_array_index (item->decisions, i));
  for (guint i = 0; i < item->tasks->len; i++)
    add_task (out, sitting, g_ptr_array_index (item->tasks, i));
}

/** mappe_cli_meeting_text: Returns: (transfer full): the meeting for people, quorum and presence at @minute */
char *
mappe_cli_meeting_text (const MappeSitting *sitting, int minute)
{
  GString *out = g_string_new (NULL);

  add_head (out, sitting);
  add_quorum (out, sitting, minute);
  g_string_append_printf (out, "\n%s\n", _("Agenda"));
  for (guint i = 0; i < sitting->items->len; i++)
    add_item (out, sitting, g_ptr_array_index (sitting->items, i));
  add_presence (out, sitting, minute);
  return g_string_free (out, FALSE);
}
