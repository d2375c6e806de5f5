/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-order.h"
#include "mappe-agenda-part.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-sitting-private.h"

/* --- numbers of meetings: "2026/3", without gaps per body and year --- */

/**
 * mappe_plan_next_number:
 * @held_on: day of the meeting
 * @numbers: (nullable) (array zero-terminated=1): numbers of the body's meetings
 *
 * Returns: (transfer full): the next number of that year, "2026/4"
 */
char *
mappe_plan_next_number (const char *held_on, const char *const *numbers)
{
  g_autofree char *year = g_strndup (held_on, 4);
  guint last = 0;

  for (guint i = 0; numbers != NULL && numbers[i] != NULL; i++)
    if (g_str_has_prefix (numbers[i], year) && numbers[i][4] == '/')
      last = MAX (last, (guint) g_ascii_strtoull (numbers[i] + 5, NULL, 10));
  return g_strdup_printf ("%s/%u", year, last + 1);
}

/* --- a meeting --- */

static void
set_people (MappeRow *row, const MappePlanBase *base, const char *day)
{
  g_autoptr (GPtrArray) members = mappe_members_on (base->memberships, day);
  gint64 voting = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const MappeRow *membership = g_ptr_array_index (members, i);
      const char *function = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_FUNCTION);
      gint64 person = mappe_row_get_int (membership, MAPPE_MEMBERSHIP_PERSON);

      voting += mappe_row_get_int (membership, MAPPE_MEMBERSHIP_VOTING) != 0;
      if (g_strcmp0 (function, "chair") == 0)
        mappe_value_set_int (&row->values[MAPPE_MEETING_CHAIR], person);
      if (g_strcmp0 (function, "minute_taker") == 0)
        mappe_value_set_int (&row->values[MAPPE_MEETING_MINUTE_TAKER], person);
    }
  mappe_value_set_int (&row->values[MAPPE_MEETING_VOTING_MEMBERS_AT_DATE], voting);
}

static void
set_or_copy (MappeRow *row, guint field, const char *wish, const MappeRow *last)
{
  if (wish != NULL && *wish != '\0')
    mappe_value_set_text (&row->values[field], wish);
  else if (last != NULL && !mappe_row_is_null (last, field))
    mappe_value_copy (&row->values[field], &last->values[field]);
}

static MappeRow *
new_meeting (const MappePlanBase *base, const MappePlanWish *wish, const char *day, const char *const *numbers)
{
  MappeRow *row = mappe_row_new_preset (&mappe_meeting_kind);
  const MappeLanguage *language = mappe_language_get (base->language);
  g_autofree char *number = mappe_plan_next_number (day, numbers);

  mappe_value_set_int (&row->values[MAPPE_MEETING_BODY], base->body->id);
  mappe_value_set_text (&row->values[MAPPE_MEETING_NUMBER], number);
  mappe_value_set_text (&row->values[MAPPE_MEETING_HELD_ON], day);
  set_or_copy (row, MAPPE_MEETING_START_AT, wish->start_at, base->last);
  set_or_copy (row, MAPPE_MEETING_PLACE, wish->place, base->last);
  set_or_copy (row, MAPPE_MEETING_ZONE, NULL, base->last);
  mappe_value_set_int (&row->values[MAPPE_MEETING_PUBLIC_PART],
                       mappe_row_get_int (base->body, MAPPE_BODY_DEFAULT_PUBLIC) != 0);
  if (wish->title != NULL && *wish->title != '\0')
    mappe_value_set_text (&row->values[MAPPE_MEETING_TITLE], wish->title);
  else
    /* Translators: name of a body, number of the meeting */
    mappe_value_take_text (&row->values[MAPPE_MEETING_TITLE],
                           g_strdup_printf (L_("%s, meeting %s"), mappe_row_get_text (base->body, MAPPE_BODY_NAME),
                                            number));
  set_people (row, base, day);
  return row;
}

/* --- its agenda --- */

static gboolean
is_standing (const MappePlanBase *base, guint n)
{
  return !mappe_row_is_null (g_ptr_array_index (base->last_items, n), MAPPE_AGENDA_ITEM_STANDING);
}

static MappeRow *
copied_item (const MappePlanBase *base, const MappeRow *former, const MappeRow *meeting, gint64 id)
{
  const guint copied[] = { MAPPE_AGENDA_ITEM_TITLE, MAPPE_AGENDA_ITEM_KIND, MAPPE_AGENDA_ITEM_PUBLIC,
                           MAPPE_AGENDA_ITEM_PUBLIC_TITLE, MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND,
                           MAPPE_AGENDA_ITEM_RAPPORTEUR, MAPPE_AGENDA_ITEM_PROJECT,
                           MAPPE_AGENDA_ITEM_PLANNED_MINUTES };
  MappeRow *row = mappe_row_new_preset (&mappe_agenda_item_kind);

  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    mappe_value_copy (&row->values[copied[i]], &former->values[copied[i]]);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_MEETING], id);
  mappe_agenda_suit_meeting (row, meeting, mappe_language_get (base->language));
  return row;
}

/* Place of the item that a former one stands beneath, or -1 for a main item. */
static int
parent_of (const MappePlanBase *base, const MappeRow *former)
{
  for (guint i = 0; i < base->last_items->len; i++)
    {
      const MappeRow *other = g_ptr_array_index (base->last_items, i);

      if (other == former)
        return -1;
      if (other->id == mappe_row_get_int (former, MAPPE_AGENDA_ITEM_PARENT) &&
          mappe_row_get_int (other, MAPPE_AGENDA_ITEM_PUBLIC) == mappe_row_get_int (former, MAPPE_AGENDA_ITEM_PUBLIC))
        return (int) i;
    }
  return -1;
}

/* What came by itself last time comes by itself again, and what stood beneath it comes up; the rest is copied as a
 * plan, without what happened. */
static void
add_copies (MappeAgendaOrder *order, const MappePlanBase *base, const MappeRow *meeting, gint64 id)
{
  g_autofree guint *depths = g_new0 (guint, base->last_items->len + 1);

  for (guint i = 0; i < base->last_items->len; i++)
    {
      const MappeRow *former = g_ptr_array_index (base->last_items, i);
      int parent = parent_of (base, former);

      if (parent >= 0)
        depths[i] = depths[parent] + (is_standing (base, (guint) parent) ? 0 : 1);
      if (!is_standing (base, i))
        mappe_agenda_order_insert (order, copied_item (base, former, meeting, id), -1,
                                   MIN (depths[i], MAPPE_AGENDA_DEEPEST));
    }
}

static void
add_standing (MappeAgendaOrder *order, const MappePlanBase *base, const MappeRow *meeting, gint64 id,
              const MappeStandingItems *standing)
{
  g_autoptr (GPtrArray) rows = mappe_standing_rows (standing, meeting, NULL, mappe_language_get (base->language));

  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_MEETING], id);
      mappe_agenda_order_insert_standing (order, mappe_row_ref (row));
    }
}

static gboolean
check_day (const char *day, GError **error)
{
  if (mappe_date_is_valid (day))
    return TRUE;
  g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING, _("The meeting needs a date"));
  return FALSE;
}

/**
 * mappe_plan_new_meeting:
 * @wish: what the user asks for
 * @standing: (nullable): what comes onto its agenda by itself
 *
 * Plans a meeting: number, chair, minute-taker, entitled members, time and place come from the body and its last
 * meeting; standing items and, if wished, the former agenda come along. One step of undo.
 *
 * Returns: (transfer full) (nullable): the edit; the meeting is its first record
 */
MappeEdit *
mappe_plan_new_meeting (const MappePlanBase *base, const MappePlanWish *wish, const MappeStandingItems *standing,
                        GError **error)
{
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (NULL);
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  MappeRow *row;
  MappeEdit *edit;
  gint64 id;

  if (!check_day (wish->held_on, error))
    return NULL;
  row = new_meeting (base, wish, wish->held_on, (const char *const *) base->numbers);
  day = mappe_date_format (wish->held_on);
  /* Translators: a day */
  label = g_strdup_printf (_("New meeting on %s"), day);
  edit = mappe_edit_new (label);
  id = mappe_edit_insert (edit, mappe_row_ref (row));
  if (standing != NULL)
    add_standing (order, base, row, id, standing);
  if (wish->copy_agenda)
    add_copies (order, base, row, id);
  mappe_agenda_order_write (order, edit);
  mappe_row_unref (row);
  return edit;
}

/**
 * mappe_plan_series:
 * @days: (array zero-terminated=1): days of the meetings
 *
 * Plans many meetings in one step of undo. Their agendas are made one by one, when each is prepared.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_plan_series (const MappePlanBase *base, const MappePlanWish *wish, const char *const *days, GError **error)
{
  guint n = g_strv_length ((GStrv) days);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = g_strdup_printf (ngettext ("Series of %u meeting", "Series of %u meetings", n), n);
  MappeEdit *edit;

  if (n == 0 || n > MAPPE_SERIES_MOST)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING,
                           n == 0 ? _("No day is chosen") : _("These are too many meetings for one step"));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (!check_day (days[i], error))
      return NULL;
  for (guint i = 0; base->numbers != NULL && base->numbers[i] != NULL; i++)
    g_ptr_array_add (numbers, g_strdup (base->numbers[i]));
  edit = mappe_edit_new (label);
  for (guint i = 0; i < n; i++)
    {
      MappeRow *row;

      g_ptr_array_add (numbers, NULL);
      row = new_meeting (base, wish, days[i], (const char *const *) numbers->pdata);
      g_ptr_array_remove_index (numbers, numbers->len - 1);
      g_ptr_array_add (numbers, g_strdup (mappe_row_get_text (row, MAPPE_MEETING_NUMBER)));
      mappe_edit_insert (edit, row);
    }
  return edit;
}

/**
 * mappe_plan_cancel:
 * @reason: why; kept with the meeting, for the letter that cancels it
 *
 * Cancels a meeting that was not held.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_plan_cancel (const MappeSitting *sitting, const char *reason, GError **error)
{
  g_autofree char *why = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  const char *state = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE);
  MappeRow *mine;
  MappeEdit *edit;

  if (g_strcmp0 (state, "cancelled") == 0)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE, _("The meeting is cancelled"));
      return NULL;
    }
  if (g_strcmp0 (state, "held") == 0 ||
      !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT))
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE,
                           _("The meeting was opened already; it cannot be cancelled"));
      return NULL;
    }
  if (*why == '\0')
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING,
                           _("Say why the meeting does not take place"));
      return NULL;
    }
  mine = mappe_row_copy (sitting->meeting);
  mappe_value_set_text (&mine->values[MAPPE_MEETING_STATE], "cancelled");
  mappe_value_set_text (&mine->values[MAPPE_MEETING_CANCEL_REASON], why);
  edit = mappe_edit_new (_("Cancel the meeting"));
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), mine);
  return edit;
}

/* --- days of a series --- */

/* The same weekday of a later month: the second Tuesday; where a month has no fifth one, its last. */
static void
same_weekday (const GDate *first, guint months, GDate *day)
{
  guint nth = (g_date_get_day (first) - 1) / 7;
  guint month = (guint) g_date_get_year (first) * 12 + (guint) g_date_get_month (first) - 1 + months;
  int shift;

  g_date_clear (day, 1);
  g_date_set_dmy (day, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
  shift = ((int) g_date_get_weekday (first) - (int) g_date_get_weekday (day) + 7) % 7;
  if ((guint) shift + nth * 7 >= g_date_get_days_in_month ((GDateMonth) (month % 12 + 1), (GDateYear) (month / 12)))
    nth--;
  g_date_add_days (day, (guint) shift + nth * 7);
}

/**
 * mappe_plan_series_days:
 * @held_on: the meeting that is repeated; it is not among the days
 * @until: last day
 *
 * Returns: (transfer full): the days of the series, at most %MAPPE_SERIES_MOST
 */
GStrv
mappe_plan_series_days (const char *held_on, MappeRepeat repeat, const char *until)
{
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  GDate first, day;

  for (guint n = 1; n <= MAPPE_SERIES_MOST && mappe_date_parse_iso (held_on, &first); n++)
    {
      g_autofree char *iso = NULL;

      day = first;
      if (repeat == MAPPE_REPEAT_MONTHLY || repeat == MAPPE_REPEAT_QUARTERLY)
        same_weekday (&first, n * (repeat == MAPPE_REPEAT_QUARTERLY ? 3 : 1), &day);
      else
        g_date_add_days (&day, n * (repeat == MAPPE_REPEAT_TWO_WEEKS ? 14 : 7));
      iso = mappe_date_to_iso (&day);
      if (!mappe_date_is_valid (iso) || g_strcmp0 (iso, until) > 0)
        break;
      g_strv_builder_add (days, iso);
    }
  return g_strv_builder_end (days);
}
