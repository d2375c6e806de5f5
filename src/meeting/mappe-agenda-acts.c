/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-acts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-part.h"
#include "mappe-council.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"

static gboolean
refuse (GError **error, MappeMeetingError code, const char *message)
{
  g_set_error_literal (error, MAPPE_MEETING_ERROR, code, message);
  return FALSE;
}

/** mappe_agenda_may_change: Returns: whether the agenda may change; not that of a cancelled meeting */
gboolean
mappe_agenda_may_change (const MappeSitting *sitting, GError **error)
{
  if (g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), "cancelled") == 0)
    return refuse (error, MAPPE_MEETING_ERROR_STATE, _("The meeting is cancelled"));
  return TRUE;
}

/** mappe_agenda_is_sent: Returns: whether members know the agenda, so that what is new on it is a change */
gboolean
mappe_agenda_is_sent (const MappeSitting *sitting)
{
  const char *state = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE);

  return !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON) || sitting->versions->len > 0 ||
         g_strcmp0 (state, "invited") == 0 || g_strcmp0 (state, "held") == 0;
}

static const MappeLanguage *
language_of (const MappeSitting *sitting)
{
  return mappe_language_get (sitting->council != NULL
                                 ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL);
}

static MappeEdit *
edit_of (MappeAgendaOrder *order, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);

  mappe_agenda_order_write (order, edit);
  return edit;
}

static MappeRow *
new_item (const MappeSitting *sitting, const char *title, gboolean public, int minutes)
{
  MappeRow *row = mappe_row_new_preset (&mappe_agenda_item_kind);

  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_MEETING], sitting->meeting->id);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_TITLE], title);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PUBLIC], public ? 1 : 0);
  mappe_agenda_suit_meeting (row, sitting->meeting, language_of (sitting));
  if (minutes > 0)
    mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PLANNED_MINUTES], minutes);
  if (mappe_agenda_is_sent (sitting))
    mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_CHANGE_NOTE], _("Added after the invitation"));
  return row;
}

/**
 * mappe_agenda_add:
 * @after: (nullable): the item that the new one follows; %NULL: at the end of its part
 * @beneath: whether it stands beneath @after, as the last one there
 * @public: of the public part; an item after or beneath another one is of the other's part
 * @title: what it is called
 * @minutes: planned minutes
 *
 * After the invitation a new item is a change of the agenda, and says so. In a meeting without a public part it is
 * non-public in any case; with one, a non-public item gets a neutral public title.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_add (const MappeSitting *sitting, const MappeSittingItem *after, gboolean beneath, gboolean public,
                  const char *title, int minutes, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *name = g_strstrip (g_strdup (title));
  g_autofree char *label = NULL;
  MappeRow *row;

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (*name == '\0')
    {
      refuse (error, MAPPE_MEETING_ERROR_MISSING, _("An agenda item needs a title"));
      return NULL;
    }
  if (after != NULL && beneath && after->depth >= MAPPE_AGENDA_DEEPEST)
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE, _("Items cannot be nested deeper"));
      return NULL;
    }
  row = new_item (sitting, name, after != NULL ? after->public : public, minutes);
  mappe_agenda_order_insert (order, row, after != NULL ? mappe_agenda_order_find (order, after->row->id) : -1,
                             after != NULL ? after->depth + (beneath ? 1 : 0) : 0);
  label = g_strdup_printf (_("Agenda item “%s”"), name);
  return edit_of (order, label);
}

/**
 * mappe_agenda_propose:
 * @proposal: an item with the text that is to be decided
 * @item: (out): id that the edit gives to it, for what else the caller puts into the edit
 *
 * Puts an item on the agenda, at the end of the public part.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_propose (const MappeSitting *sitting, const MappeAgendaProposal *proposal, gint64 *item, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *label = g_strdup_printf (_("Agenda item “%s”"), proposal->title);
  MappeEdit *edit;
  MappeRow *row;

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  row = new_item (sitting, proposal->title, TRUE, 0);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_KIND], proposal->kind);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_DRAFT_DECISION], proposal->draft_decision);
  if (proposal->project > 0)
    mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PROJECT], proposal->project);
  mappe_agenda_order_insert (order, row, -1, 0);
  edit = mappe_edit_new (label);
  *item = mappe_agenda_order_write (order, edit);
  return edit;
}

/* What would go with the item, or NULL when nothing was recorded under it. */
static const char *
record_of (const MappeSittingItem *item)
{
  if (item->decisions->len > 0)
    return _("The item has a decision; delete the decision first");
  if (item->motions->len > 0)
    return _("A motion was put on the item; it stays on the agenda");
  if (item->conflicts->len > 0)
    return _("A conflict of interest was declared on the item; it stays on the agenda");
  if (item->statements->len > 0)
    return _("A statement was recorded on the item; it stays on the agenda");
  if (item->tasks->len > 0)
    return _("The item has a task; delete the task first");
  if (!mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_DISCUSSION))
    return _("The item has notes of the discussion; it stays on the agenda");
  if (!mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT) ||
      !mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT))
    return _("The item was dealt with; it stays on the agenda");
  return NULL;
}

/**
 * mappe_agenda_delete:
 *
 * Takes an item off the agenda; those beneath it come up. An item that was dealt with stays: nothing that was decided,
 * put, declared or noted is lost on the way.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_delete (const MappeSitting *sitting, const MappeSittingItem *item, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *label = g_strdup_printf (_("Delete agenda item %s"), item->number);
  const char *record = record_of (item);
  MappeEdit *edit;

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (record != NULL)
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE, record);
      return NULL;
    }
  mappe_agenda_order_remove (order, (guint) mappe_agenda_order_find (order, item->row->id));
  edit = mappe_edit_new (label);
  mappe_agenda_order_write (order, edit);
  mappe_edit_delete (edit, item->row->kind, item->row->id, item->row->version);
  return edit;
}

/** mappe_agenda_move: Moves an item by one step. Returns: (transfer full) (nullable): the edit */
MappeEdit *
mappe_agenda_move (const MappeSitting *sitting, const MappeSittingItem *item, MappeAgendaMove move, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *label = g_strdup_printf (_("Move agenda item %s"), item->number);

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (!mappe_agenda_order_move (order, (guint) mappe_agenda_order_find (order, item->row->id), move))
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE, _("The item cannot be moved further this way"));
      return NULL;
    }
  return edit_of (order, label);
}

/**
 * mappe_agenda_place:
 * @target: the item it was dropped on
 *
 * Moves an item by dragging. Into the other part it goes by mappe_agenda_set_public() only.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_place (const MappeSitting *sitting, const MappeSittingItem *item, const MappeSittingItem *target,
                    MappeAgendaWhere where, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *label = g_strdup_printf (_("Move agenda item %s"), item->number);
  guint from = (guint) mappe_agenda_order_find (order, item->row->id);
  guint to = (guint) mappe_agenda_order_find (order, target->row->id);

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (!mappe_agenda_order_place (order, from, to, where))
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE,
              item->public != target->public
                  ? _("An item goes into the other part with the lock above the list (Ctrl+L)")
              : mappe_agenda_order_holds (order, from, to) ? _("An item cannot stand beneath itself")
                                                           : _("Items cannot be nested deeper"));
      return NULL;
    }
  return edit_of (order, label);
}

/**
 * mappe_agenda_set_public:
 *
 * Moves an item into the other part. After the invitation that is refused: members and the public were told in which
 * part it is dealt with (GemO § 34).
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_set_public (const MappeSitting *sitting, const MappeSittingItem *item, gboolean public, GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  g_autofree char *label = g_strdup_printf (public ? _("Agenda item %s becomes public")
                                                   : _("Agenda item %s becomes non-public"), item->number);

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (mappe_agenda_is_sent (sitting))
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE,
              _("The invitation is sent: an item no longer changes its part. Take it off the agenda and add it anew."));
      return NULL;
    }
  if (public && !mappe_agenda_has_public_part (sitting->meeting))
    {
      refuse (error, MAPPE_MEETING_ERROR_STATE,
              _("The meeting has no public part. Under “Plan”, switch on “Has a public part” first."));
      return NULL;
    }
  mappe_agenda_order_set_public (order, (guint) mappe_agenda_order_find (order, item->row->id), public,
                                 mappe_agenda_neutral_title (language_of (sitting)));
  return edit_of (order, label);
}

/* "Title 20 min", "Title, 15 min", "Title | 15 min", "Title | 15": a bare number at the end is part of the title. */
#define ITEM_PATTERN                                                                                                  \
  "^\\s*(?:(?<title>.*[^\\s,|])(?:\\s*[,|]\\s*|\\s+)(?<minutes>\\d{1,3})\\s*(?:[Mm]in\\.?|’|')"                     \
  "|(?<title>.*[^\\s|])\\s*\\|\\s*(?<minutes>\\d{1,3}))\\s*$"

/**
 * mappe_agenda_parse_item:
 * @typed: "Title", "Title | 15", "Title, 15 min" or "Title 15 min"
 * @title: (out) (transfer full): the title
 * @minutes: (out): the minutes at its end, 0 without
 *
 * Returns: whether there is a title
 */
gboolean
mappe_agenda_parse_item (const char *typed, char **title, int *minutes)
{
  static gsize pattern;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, (gsize) g_regex_new (ITEM_PATTERN, G_REGEX_DUPNAMES, 0, NULL));
  *minutes = 0;
  if (g_regex_match ((GRegex *) pattern, typed, 0, &match))
    {
      g_autofree char *digits = g_match_info_fetch_named (match, "minutes");

      *title = g_match_info_fetch_named (match, "title");
      *minutes = (int) g_ascii_strtoll (digits, NULL, 10);
    }
  else
    *title = g_strstrip (g_strdup (typed));
  return **title != '\0';
}

/** mappe_agenda_text: Returns: (transfer full): the agenda as text, an item a line: for a mail or a spreadsheet */
char *
mappe_agenda_text (const MappeSitting *sitting)
{
  GString *text = g_string_new (NULL);
  int part = -1;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      g_autofree char *start = mappe_minute_format (item->start);

      if (part != item->public)
        g_string_append_printf (text, "%s%s\n", part >= 0 ? "\n" : "",
                                item->public ? _("Public part") : _("Non-public part"));
      part = item->public;
      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", item->number,
                              mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE), start,
                              item->rapporteur != NULL ? item->rapporteur : "");
    }
  return g_string_free (text, FALSE);
}
