/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-sitting-words.h"

/* Head, invitation, quorum and agenda of the minutes. */

/* --- head: GemO § 41 (1), MGeschO § 26 (1) nos. 1 and 2, DIN 5008 --- */

static void
add_time (MappeNode *table, const char *label, int minute, const MappeLanguage *language)
{
  g_autofree char *time = minute != MAPPE_MINUTE_NONE ? mappe_words_time (minute, language) : NULL;

  mappe_minutes_add_fact (table, label, time);
}

static void
add_date (MappeNode *table, const char *label, const MappeRow *row, guint field, const MappeLanguage *language)
{
  const char *iso = row != NULL ? mappe_row_get_text (row, field) : NULL;
  g_autofree char *day = iso != NULL ? mappe_language_date (language, iso) : NULL;

  mappe_minutes_add_fact (table, label, day);
}

/* "Kriminalpräventiver Rat Musterhausen, Plenum" */
static char *
organiser_of (const MappeSitting *sitting)
{
  const char *council = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_NAME) : NULL;
  const char *body = mappe_row_get_text (sitting->body, MAPPE_BODY_NAME);

  return council != NULL ? g_strdup_printf ("%s, %s", council, body) : g_strdup (body);
}

/* What the body has not approved must not be taken for what it has. */
static void
add_state (const MappeMinutesBuild *build, MappeNode *table)
{
  const MappeLanguage *language = build->language;
  const char *code = build->edition != NULL ? mappe_row_get_text (build->edition, MAPPE_MINUTES_STATE) : NULL;
  g_autofree char *words = NULL;

  if (build->edition != NULL && !mappe_row_is_null (build->edition, MAPPE_MINUTES_APPROVED_ON))
    return;
  code = code != NULL ? code : "draft";
  words = g_strdup_printf (L_("%s, not approved yet"),
                           mappe_sitting_code (build->sitting, "minutes_state", code, language));
  mappe_minutes_add_fact (table, L_("State of the minutes"), words);
}

static void
add_correction (const MappeMinutesBuild *build, MappeNode *table)
{
  const MappeLanguage *language = build->language;
  g_autofree char *edition = NULL;
  MappeNode *reason;

  if (build->edition == NULL || mappe_row_get_int (build->edition, MAPPE_MINUTES_EDITION) < 2)
    return;
  edition = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_row_get_int (build->edition, MAPPE_MINUTES_EDITION));
  mappe_minutes_add_fact (table, L_("Version"), edition);
  reason = mappe_minutes_add_fact (table, L_("Reason for the correction"),
                                   mappe_row_get_text (build->edition, MAPPE_MINUTES_REASON));
  if (reason != NULL)
    mappe_node_restrict (reason, mappe_minutes_class_of_whole (build->sitting));
}

/* Type, occasion, organiser, place, day, begin, end, chair and minute-taker. */
void
mappe_minutes_build_head (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeSitting *sitting = build->sitting;
  const MappeLanguage *language = build->language;
  const MappeRow *meeting = sitting->meeting;
  const char *kind = mappe_row_get_text (sitting->body, MAPPE_BODY_MINUTES_KIND);
  g_autofree char *organiser = organiser_of (sitting);
  g_autofree char *day = mappe_language_long_date (language, mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
  MappeNode *table = mappe_minutes_add_facts (document);

  mappe_minutes_add_fact (table, L_("Type of minutes"),
                          mappe_sitting_code (sitting, "minutes_kind", kind != NULL ? kind : "results", language));
  add_state (build, table);
  mappe_minutes_add_fact (table, L_("Occasion"), mappe_row_get_text (meeting, MAPPE_MEETING_TITLE));
  mappe_minutes_add_fact (table, L_("Number"), mappe_row_get_text (meeting, MAPPE_MEETING_NUMBER));
  mappe_minutes_add_fact (table, L_("Organiser"), organiser);
  mappe_minutes_add_fact (table, L_("Place"), mappe_row_get_text (meeting, MAPPE_MEETING_PLACE));
  mappe_minutes_add_fact (table, L_("Day"), day);
  add_time (table, L_("Begin"), mappe_minutes_begin_of (sitting), language);
  add_time (table, L_("End"), mappe_minutes_end_of (sitting), language);
  mappe_minutes_add_fact (table, L_("Chair"), sitting->chair);
  mappe_minutes_add_fact (table, L_("Minute-taker"), sitting->minute_taker);
  add_date (table, L_("Date of issue"), build->edition, MAPPE_MINUTES_SENT_ON, language);
  add_correction (build, table);
}

/* --- due invitation and quorum --- */

static void
add_invitation (const MappeMinutesBuild *build, MappeNode *section)
{
  const MappeSitting *sitting = build->sitting;
  const MappeLanguage *language = build->language;
  const char *invited = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON);
  const char *held = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON);
  const char *urgency = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_URGENCY_REASON);
  g_auto (MappeNotice) notice = { 0 };
  g_autofree char *text = NULL;

  if (invited != NULL && mappe_notice_check (invited, held, sitting->rules.notice_days, &notice))
    text = mappe_words_notice (&notice, invited, held, language);
  mappe_minutes_add_bold (section, L_("Invitation:"), text != NULL ? text : L_("no day of invitation is recorded"));
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_SECOND_INVITATION) != 0)
    mappe_node_add_paragraph (section, L_("This was the second invitation for the same items; it said so."));
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) != 0)
    mappe_minutes_add_bold (section, L_("Urgent:"), urgency);
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_minute (GArray *minutes, int minute)
{
  for (guint i = 0; i < minutes->len; i++)
    if (g_array_index (minutes, int, i) == minute)
      return;
  g_array_append_val (minutes, minute);
}

/* (element-type int): minutes after @begin and before @end at which somebody entitled to vote comes or goes, or hands
 * over to a deputy. */
static GArray *
changes_between (const MappeSitting *sitting, int begin, int end)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      for (guint s = 0; participant->voting && s < participant->stays->len; s++)
        {
          const MappeStay *stay = &g_array_index (participant->stays, MappeStay, s);

          if (stay->from > begin && (end == MAPPE_MINUTE_NONE || stay->from < end))
            add_minute (minutes, stay->from);
          if (stay->to > begin && stay->to != MAPPE_MINUTE_OPEN && (end == MAPPE_MINUTE_NONE || stay->to < end))
            add_minute (minutes, stay->to);
        }
      if (participant->voting && mappe_participant_deputy_from (participant) > begin)
        add_minute (minutes, mappe_participant_deputy_from (participant));
    }
  g_array_sort (minutes, compare_minutes);
  return minutes;
}

/* Who comes into the chair of the member, or goes, at that minute: the member or the deputy. */
static char *
mover_of (const MappeMinutesBuild *build, const MappeParticipant *participant, int minute, gboolean coming)
{
  const MappeLanguage *language = build->language;
  int from = mappe_participant_deputy_from (participant);
  gboolean deputised = g_strcmp0 (participant->status, "deputised") == 0 && participant->deputy != NULL;

  /* One who goes was there the minute before. */
  if (deputised && (from == MAPPE_MINUTE_NONE || from <= (coming ? minute : minute - 1)))
    /* Translators: name of the deputy, name of the member */
    return g_strdup_printf (L_("%s for %s"), participant->deputy, participant->name);
  return g_strdup (participant->name);
}

/* Names of those who come, or go, at that minute; NULL for nobody. */
static char *
movers_at (const MappeMinutesBuild *build, int minute, gboolean coming)
{
  const MappeSitting *sitting = build->sitting;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);
      gboolean before = mappe_participant_present (participant, minute - 1);
      gboolean after = mappe_participant_present (participant, minute);
      gboolean handed_over = before && after && mappe_participant_deputy_from (participant) == minute;
      g_autofree char *name = mover_of (build, participant, minute, coming);

      if (participant->voting && (handed_over || (before != after && after == coming)))
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", name);
    }
  return g_string_free (names, names->len == 0);
}

/* "17:10: Vera Veilchen leaves. No quorum: 9 of 19 …" */
static void
add_change (const MappeMinutesBuild *build, MappeNode *list, int minute)
{
  const MappeLanguage *language = build->language;
  MappeQuorum quorum = mappe_sitting_quorum (build->sitting, NULL, minute);
  g_autofree char *time = mappe_words_time (minute, language);
  g_autofree char *came = movers_at (build, minute, TRUE);
  g_autofree char *left = movers_at (build, minute, FALSE);
  g_autofree char *sentence = mappe_words_quorum (&quorum, language);
  g_autoptr (GString) text = g_string_new (time);

  if (came != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: %s are names of members who come into the sitting */
      g_string_append_printf (text, L_("Arrival: %s"), came);
    }
  if (left != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: %s are names of members who leave the sitting */
      g_string_append_printf (text, L_("Departure: %s"), left);
    }
  g_string_append_printf (text, " · %s", sentence);
  mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text->str);
}

/* Invitation and quorum at the opening, and how the quorum changed: GemO §§ 34, 39. */
void
mappe_minutes_build_opening (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeSitting *sitting = build->sitting;
  const MappeLanguage *language = build->language;
  MappeNode *section = mappe_node_add_section (document, 1, L_("Invitation and quorum"));
  int begin = mappe_minutes_begin_of (sitting);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *sentence = NULL;
  MappeQuorum quorum;
  MappeNode *list;

  add_invitation (build, section);
  if (begin == MAPPE_MINUTE_NONE)
    return;
  quorum = mappe_sitting_quorum (sitting, NULL, begin);
  sentence = mappe_words_quorum (&quorum, language);
  mappe_minutes_add_bold (section, L_("At the opening:"), sentence);
  changes = changes_between (sitting, begin, mappe_minutes_end_of (sitting));
  if (changes->len == 0)
    return;
  mappe_minutes_add_bold (section, L_("During the sitting:"), NULL);
  list = mappe_node_add (section, MAPPE_ROLE_LIST);
  for (guint i = 0; i < changes->len; i++)
    add_change (build, list, g_array_index (changes, int, i));
}

/* --- agenda with its changes: GemO § 41 (1) --- */

static void
add_agenda_item (const MappeMinutesBuild *build, MappeNode *table, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;
  const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
  const char *note = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE);
  g_autofree char *line = note != NULL ? g_strdup_printf (L_("%s (change: %s)"), title, note) : g_strdup (title);
  MappeNode *row = mappe_node_add_row (table, 0, item->number, line,
                                       item->public ? L_("public") : L_("non-public"), NULL);
  MappeNode *run = g_ptr_array_index (((MappeNode *) g_ptr_array_index (row->children, 1))->children, 0);

  mappe_node_restrict (run, mappe_minutes_class_of_item (item));
  mappe_node_set_source (run, item->row->kind->name, mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE));
  if (!item->public)
    mappe_node_set_substitute (run, mappe_minutes_public_title (build, item));
  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  ((MappeNode *) g_ptr_array_index (row->children, 2))->flags |= MAPPE_NODE_NARROW;
}

void
mappe_minutes_build_agenda (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeLanguage *language = build->language;
  MappeNode *section = mappe_node_add_section (document, 1, L_("Agenda"));
  MappeNode *table;

  if (build->sitting->items->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  for (guint i = 0; i < build->sitting->items->len; i++)
    add_agenda_item (build, table, g_ptr_array_index (build->sitting->items, i));
}
