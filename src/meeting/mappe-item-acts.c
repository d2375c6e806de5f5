/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-item-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-item-private.h"
#include "mappe-sitting-acts.h"

/* Agenda items as they are called, noted and concluded. */

const MappeSittingItem *
mappe_item_find (const MappeSitting *sitting, gint64 id, GError **error)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);

  if (item == NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This item is not on the agenda any more"));
  return item;
}

static const char *
title_of (const MappeSittingItem *item)
{
  return mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
}

/* --- calling --- */

static gboolean
is_running (const MappeSittingItem *item)
{
  return !mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT) &&
         mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT);
}

static gboolean
may_call (const MappeSitting *sitting, const MappeSittingItem *item, int minute, GError **error)
{
  const MappeSittingItem *running = mappe_sitting_running (sitting);
  const char *since = running != NULL ? mappe_row_get_text (running->row, MAPPE_AGENDA_ITEM_OPENED_AT) : NULL;

  if (!mappe_act_may_record_at (sitting, minute, error))
    return FALSE;
  if (mappe_sitting_state (sitting) == MAPPE_SITTING_CLOSED)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("The sitting is closed; correct the times of the item instead")) != NULL;
  if (item == running)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("Item %s was called already, at %s"), item->number,
                             since) != NULL;
  if (running != NULL && minute < mappe_minute_parse (since))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("Item %s was called later, at %s"), running->number,
                             since) != NULL;
  return TRUE;
}

/**
 * mappe_item_call:
 * @item: id of an agenda item
 * @minute: minute of the day
 *
 * Calls an item; the one before is closed. An item may be called again.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_call (const MappeSitting *sitting, gint64 id, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  MappeEdit *edit;
  MappeRow *row;

  if (item == NULL || !may_call (sitting, item, minute, error))
    return NULL;
  /* Translators: number and title of an agenda item */
  edit = mappe_act_begin (_("Item %s is called: %s"), item->number, title_of (item));
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *before = g_ptr_array_index (sitting->items, i);

      if (is_running (before))
        mappe_act_set_minute (mappe_act_update (edit, before->row), MAPPE_AGENDA_ITEM_CLOSED_AT, minute);
    }
  row = mappe_act_update (edit, item->row);
  if (mappe_row_is_null (row, MAPPE_AGENDA_ITEM_OPENED_AT))
    mappe_act_set_minute (row, MAPPE_AGENDA_ITEM_OPENED_AT, minute);
  mappe_act_set_text (row, MAPPE_AGENDA_ITEM_CLOSED_AT, NULL);
  return edit;
}

/** mappe_item_call_next: Returns: (transfer full) (nullable): calls the next item; %NULL with %MAPPE_MEETING_ERROR */
MappeEdit *
mappe_item_call_next (const MappeSitting *sitting, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_sitting_following (sitting);

  if (item == NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("That was the last item of the agenda"));
  return mappe_item_call (sitting, item->row->id, minute, error);
}

/**
 * mappe_item_conclude:
 * @result: code of the list item_result that needs no vote: noted, deferred, deferred_no_quorum, withdrawn, referred
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_conclude (const MappeSitting *sitting, gint64 id, const char *result, int minute, GError **error)
{
  static const char *const without_vote[] = { "noted", "deferred", "deferred_no_quorum", "withdrawn", "referred",
                                              NULL };
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  MappeEdit *edit;
  MappeRow *row;

  if (item == NULL || !mappe_act_may_record_at (sitting, minute, error))
    return NULL;
  if (result == NULL || !g_strv_contains (without_vote, result))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This result needs a vote"));
  if (item->decisions->len > 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("A vote was taken on item %s; its result is that of the vote"), item->number);
  edit = mappe_act_begin (_("Result of item %s: %s"), item->number, title_of (item));
  row = mappe_act_update (edit, item->row);
  mappe_act_set_text (row, MAPPE_AGENDA_ITEM_RESULT, result);
  if (is_running (item) && minute >= mappe_act_get_minute (row, MAPPE_AGENDA_ITEM_OPENED_AT))
    mappe_act_set_minute (row, MAPPE_AGENDA_ITEM_CLOSED_AT, minute);
  return edit;
}

/**
 * mappe_item_correct:
 * @opened: minute at which the item was called, or %MAPPE_MINUTE_NONE
 * @closed: minute at which it was closed, or %MAPPE_MINUTE_NONE
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_correct (const MappeSitting *sitting, gint64 id, int opened, int closed, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  MappeEdit *edit;
  MappeRow *row;

  if (item == NULL || !mappe_act_may_record (sitting, error))
    return NULL;
  if ((opened != MAPPE_MINUTE_NONE && !mappe_act_may_record_at (sitting, opened, error)) ||
      (closed != MAPPE_MINUTE_NONE && !mappe_act_may_record_at (sitting, closed, error)))
    return NULL;
  if (closed != MAPPE_MINUTE_NONE && (opened == MAPPE_MINUTE_NONE || closed < opened))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("Item %s is closed before it is called"),
                             item->number);
  edit = mappe_act_begin (_("Times of item %s: %s"), item->number, title_of (item));
  row = mappe_act_update (edit, item->row);
  mappe_act_set_minute (row, MAPPE_AGENDA_ITEM_OPENED_AT, opened);
  mappe_act_set_minute (row, MAPPE_AGENDA_ITEM_CLOSED_AT, closed);
  return edit;
}

/* --- notes --- */

/**
 * mappe_item_discuss:
 * @base: the item as it was when typing began; what somebody else wrote meanwhile is a conflict, never overwritten
 * @text: notes of the discussion
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_discuss (const MappeSitting *sitting, const MappeRow *base, const char *text, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, base->id, error);
  MappeEdit *edit;

  if (item == NULL || !mappe_act_may_record (sitting, error))
    return NULL;
  edit = mappe_act_begin (_("Notes on item %s: %s"), item->number, title_of (item));
  mappe_edit_set_typing (edit);
  mappe_act_set_text (mappe_act_update (edit, base), MAPPE_AGENDA_ITEM_DISCUSSION, text);
  return edit;
}

/* --- order --- */

static gboolean
may_bring_forward (const MappeSitting *sitting, const MappeSittingItem *item, const MappeSittingItem *before,
                   const char *note, GError **error)
{
  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  if (mappe_act_is_empty (note))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING,
                             _("A change of the agenda needs a note for the minutes")) != NULL;
  if (item == before || item->public != before->public ||
      mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_PARENT) !=
          mappe_row_get_int (before->row, MAPPE_AGENDA_ITEM_PARENT))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("An item moves within its own part of the agenda only")) != NULL;
  if (!mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT) ||
      !mappe_row_is_null (before->row, MAPPE_AGENDA_ITEM_OPENED_AT))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("An item that was called stays where it is")) != NULL;
  return TRUE;
}

static void
place (MappeEdit *edit, const MappeSittingItem *sibling, const MappeSittingItem *moved, const char *note,
       gint64 position)
{
  MappeRow *row;

  if (sibling != moved && mappe_row_get_int (sibling->row, MAPPE_AGENDA_ITEM_POSITION) == position)
    return;
  row = mappe_act_update (edit, sibling->row);
  mappe_act_set_int (row, MAPPE_AGENDA_ITEM_POSITION, position);
  if (sibling == moved)
    mappe_act_set_text (row, MAPPE_AGENDA_ITEM_CHANGE_NOTE, note);
}

/**
 * mappe_item_bring_forward:
 * @before: id of the item that comes after it then
 * @note: why, for the minutes (GemO § 41 (1): the agenda with its changes)
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_item_bring_forward (const MappeSitting *sitting, gint64 id, gint64 before_id, const char *note, GError **error)
{
  const MappeSittingItem *item = mappe_item_find (sitting, id, error);
  const MappeSittingItem *before = item != NULL ? mappe_item_find (sitting, before_id, error) : NULL;
  gint64 position = 1;
  MappeEdit *edit;

  if (before == NULL || !may_bring_forward (sitting, item, before, note, error))
    return NULL;
  edit = mappe_act_begin (_("Item %s is brought forward: %s"), item->number, title_of (item));
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *sibling = g_ptr_array_index (sitting->items, i);

      if (sibling == item || mappe_row_get_int (sibling->row, MAPPE_AGENDA_ITEM_PARENT) !=
                                 mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_PARENT))
        continue;
      if (sibling == before)
        place (edit, item, item, note, position++);
      place (edit, sibling, item, note, position++);
    }
  return edit;
}
