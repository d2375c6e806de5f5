/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-calendar-file.h"

#include "mappe-agreement.h"
#include "mappe-calendar.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-event.h"
#include "mappe-ics.h"
#include "mappe-meeting.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol.h"
#include "mappe-register-veil.h"
#include "mappe-task.h"

/* The calendar of the council for other programs. What was sent to them stays there until it is called off: so what was
 * deleted or does not take place is in the file too, as cancelled. */

#define DAYS_BACK 366
#define DAYS_AHEAD 731
#define LONGEST_EVENT 366

/**
 * Making:
 * @view: what the readers see
 * @everybody: what anybody sees, which tells public appointments from others
 */
typedef struct {
  MappeSnapshot            *snapshot;
  const MappeExchangeOrder *order;
  MappeVeil                *view, *everybody;
  const char               *council;
  char                     *from, *to, *stamp;
  GString                  *out;
} Making;

static const char *const topic_names[] = {
  [MAPPE_CALENDAR_CALL] = "call",           [MAPPE_CALENDAR_PAPERS] = "papers",
  [MAPPE_CALENDAR_INVITATION] = "invitation", [MAPPE_CALENDAR_MINUTES] = "minutes",
  [MAPPE_CALENDAR_DECISION] = "due",        [MAPPE_CALENDAR_TASK] = "due",
  [MAPPE_CALENDAR_USE_REPORT] = "report",   [MAPPE_CALENDAR_REVIEW] = "review",
  [MAPPE_CALENDAR_DEBRIEF] = "debrief",     [MAPPE_CALENDAR_APPLICATIONS] = "deadline",
  [MAPPE_CALENDAR_GRANT_REPORT] = "report", [MAPPE_CALENDAR_TRAINING] = "training",
};

static const char *
topic_words (MappeCalendarTopic topic, const MappeLanguage *language)
{
  switch (topic)
    {
    case MAPPE_CALENDAR_CALL:
      return L_("Call for items closes");
    case MAPPE_CALENDAR_PAPERS:
      return L_("Papers due");
    case MAPPE_CALENDAR_INVITATION:
      return L_("Last day of the invitation");
    case MAPPE_CALENDAR_MINUTES:
      return L_("Minutes due");
    case MAPPE_CALENDAR_DECISION:
      return L_("Decision due");
    case MAPPE_CALENDAR_TASK:
      return L_("Task due");
    case MAPPE_CALENDAR_USE_REPORT:
    case MAPPE_CALENDAR_GRANT_REPORT:
      return L_("Use report due");
    case MAPPE_CALENDAR_APPLICATIONS:
      return L_("Applications until");
    case MAPPE_CALENDAR_TRAINING:
      return L_("Training due");
    case MAPPE_CALENDAR_DEBRIEF:
      return L_("Debrief due");
    default:
      return L_("Review of an agreement");
    }
}

static char *
uid_of (const Making *making, const MappeRow *row, const char *topic)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "%s%s@%s", row->kind->name, row->id, topic != NULL ? "-" : "",
                          topic != NULL ? topic : "", making->council);
}

static gint64
sequence_of (gint64 version)
{
  return MAX (version - 1, 0);
}

static gboolean
is_within (const Making *making, const char *date)
{
  return date != NULL && g_strcmp0 (date, making->from) >= 0 && g_strcmp0 (date, making->to) <= 0;
}

/* Returns: whether it could be found out; @seen: (out) (nullable): what readers see of the record */
static gboolean
see (MappeVeil *view, const MappeRow *row, MappeRow **seen, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *seen = mappe_veil_see (view, (MappeRow *) row, &cause);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
class_of (const Making *making, const MappeRow *row, MappeIcsClass *class, GError **error)
{
  g_autoptr (MappeRow) seen = NULL;

  if (!see (making->everybody, row, &seen, error))
    return FALSE;
  *class = seen != NULL ? MAPPE_ICS_PUBLIC : MAPPE_ICS_PRIVATE;
  return TRUE;
}

/* --- meetings --- */

static char *
describe_meeting (const MappeRow *seen, const char *body)
{
  const char *reason = mappe_row_get_text (seen, MAPPE_MEETING_CANCEL_REASON);

  if (mappe_row_is_null (seen, MAPPE_MEETING_BODY))
    body = NULL;
  return g_strdup_printf ("%s%s%s", body != NULL ? body : "", body != NULL && reason != NULL ? "\n" : "",
                          reason != NULL ? reason : "");
}

/* The deadlines of a meeting that is off are off as well; on which days they were is not reckoned any more. */
static void
call_off_deadlines (const Making *making, const MappeRow *seen)
{
  const MappeLanguage *language = making->order->language;

  for (MappeCalendarTopic topic = MAPPE_CALENDAR_CALL; topic <= MAPPE_CALENDAR_MINUTES; topic++)
    {
      g_autofree char *uid = uid_of (making, seen, topic_names[topic]);
      g_autofree char *summary = g_strdup_printf ("%s: %s", topic_words (topic, language),
                                                  mappe_row_get_text (seen, MAPPE_MEETING_TITLE));
      const MappeIcsEvent event = {
        .uid = uid, .sequence = sequence_of (seen->version), .summary = summary, .cancelled = TRUE,
        .date = mappe_row_get_text (seen, MAPPE_MEETING_HELD_ON), .class = MAPPE_ICS_PRIVATE,
      };

      mappe_ics_add (making->out, &event, making->stamp);
    }
}

static gboolean
add_meeting (const Making *making, const MappeListed *meeting, gboolean deleted, GError **error)
{
  g_autoptr (MappeRow) seen = NULL;
  g_autofree char *uid = uid_of (making, meeting->row, NULL);
  g_autofree char *description = NULL;
  MappeIcsEvent event = { .uid = uid, .sequence = sequence_of (meeting->row->version) };

  if (!see (making->view, meeting->row, &seen, error) || !class_of (making, meeting->row, &event.class, error))
    return FALSE;
  if (seen == NULL || !is_within (making, mappe_row_get_text (seen, MAPPE_MEETING_HELD_ON)))
    return TRUE;
  description = describe_meeting (seen, meeting->shown[MAPPE_MEETING_BODY]);
  event.date = mappe_row_get_text (seen, MAPPE_MEETING_HELD_ON);
  event.start = mappe_row_get_text (seen, MAPPE_MEETING_START_AT);
  event.end = mappe_row_get_text (seen, MAPPE_MEETING_END_AT);
  event.zone = mappe_row_get_text (seen, MAPPE_MEETING_ZONE);
  event.summary = mappe_row_get_text (seen, MAPPE_MEETING_TITLE);
  event.location = mappe_row_get_text (seen, MAPPE_MEETING_PLACE);
  event.description = description;
  event.cancelled = deleted || g_strcmp0 (mappe_row_get_text (seen, MAPPE_MEETING_STATE), "cancelled") == 0;
  mappe_ics_add (making->out, &event, making->stamp);
  if (event.cancelled && making->order->profile != MAPPE_PROFILE_PUBLIC)
    call_off_deadlines (making, seen);
  return TRUE;
}

/* --- events --- */

static gboolean
add_event (const Making *making, const MappeListed *listed, gboolean deleted, GError **error)
{
  g_autoptr (MappeRow) seen = NULL;
  g_autofree char *uid = uid_of (making, listed->row, NULL);
  MappeIcsEvent event = { .uid = uid, .sequence = sequence_of (listed->row->version), .cancelled = deleted,
                          .class = MAPPE_ICS_PRIVATE };

  if (!see (making->view, listed->row, &seen, error))
    return FALSE;
  if (seen == NULL)
    return TRUE;
  event.date = mappe_row_get_text (seen, MAPPE_EVENT_START_ON);
  event.last_date = mappe_row_get_text (seen, MAPPE_EVENT_END_ON);
  event.summary = mappe_row_get_text (seen, MAPPE_EVENT_TITLE);
  event.location = mappe_row_is_null (seen, MAPPE_EVENT_AREA) ? NULL : listed->shown[MAPPE_EVENT_AREA];
  if (is_within (making, event.date) || is_within (making, event.last_date))
    mappe_ics_add (making->out, &event, making->stamp);
  return TRUE;
}

/* --- patrols: see mappe-patrol-file.c --- */

static gboolean
add_patrol (const Making *making, const MappeListed *patrol, gboolean deleted, GError **error)
{
  g_autoptr (MappeRow) seen = NULL;

  if (!see (making->view, patrol->row, &seen, error))
    return FALSE;
  if (seen != NULL && is_within (making, mappe_row_get_text (seen, MAPPE_PATROL_DATE)))
    mappe_patrol_file_add (making->out, patrol, making->council, making->stamp, deleted);
  return TRUE;
}

/* --- what has a time of its own, by kind --- */

typedef struct {
  const MappeKind *kind;
  guint            day;
  guint            longest;  /* days that one goes on at most */
  MappeProfile     least;
  gboolean       (*add) (const Making *making, const MappeListed *listed, gboolean deleted, GError **error);
} Source;

static const Source sources[] = {
  { &mappe_meeting_kind, MAPPE_MEETING_HELD_ON, 0, MAPPE_PROFILE_PUBLIC, add_meeting },
  { &mappe_event_kind, MAPPE_EVENT_START_ON, LONGEST_EVENT, MAPPE_PROFILE_MEMBERS, add_event },
  { &mappe_patrol_kind, MAPPE_PATROL_DATE, 0, MAPPE_PROFILE_FULL, add_patrol },
};

static gboolean
add_all (const Making *making, const Source *source, GPtrArray *all, gboolean deleted, GError **error)
{
  for (guint i = 0; i < all->len; i++)
    if (!source->add (making, g_ptr_array_index (all, i), deleted, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_source (const Making *making, const Source *source, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (source->kind);
  g_autofree char *first = mappe_date_add_days (making->from, -(int) source->longest);
  g_autoptr (GPtrArray) all = NULL, gone = NULL;

  if (making->order->profile < source->least)
    return TRUE;
  mappe_query_where (query, source->day, MAPPE_OP_GREATER_EQUAL, first != NULL ? first : making->from);
  mappe_query_where (query, source->day, MAPPE_OP_LESS_EQUAL, making->to);
  mappe_query_order (query, source->day, FALSE);
  all = mappe_snapshot_list (making->snapshot, query, error);
  gone = all != NULL ? mappe_snapshot_deleted (making->snapshot, source->kind, error) : NULL;
  return gone != NULL && add_all (making, source, all, FALSE, error) && add_all (making, source, gone, TRUE, error);
}

/* --- deadlines --- */

static void
put_deadline (const Making *making, MappeCalendarTopic topic, const MappeRow *seen, gint64 version, const char *date,
              const char *title, gboolean cancelled)
{
  /* What falls on several days of one record, like yearly deadlines, needs an id for each. */
  g_autofree char *name = topic == MAPPE_CALENDAR_APPLICATIONS ? g_strdup_printf ("%s-%s", topic_names[topic], date)
                                                               : g_strdup (topic_names[topic]);
  g_autofree char *uid = uid_of (making, seen, name);
  g_autofree char *summary = g_strdup_printf ("%s: %s", topic_words (topic, making->order->language), title);
  const MappeIcsEvent event = {
    .uid = uid, .sequence = sequence_of (version), .date = date, .summary = summary, .cancelled = cancelled,
    .class = MAPPE_ICS_PRIVATE,
  };

  mappe_ics_add (making->out, &event, making->stamp);
}

/* What it is called, unless a part of its name is not for the readers. */
static char *
title_for (const MappeRow *row, const MappeRow *seen, const char *title)
{
  g_autofree char *whole = mappe_row_get_title (row);
  g_autofree char *rest = mappe_row_get_title (seen);

  return g_strdup (g_strcmp0 (whole, rest) == 0 ? title : mappe_row_get_text (seen, MAPPE_FIELD_REFERENCE));
}

/* The rules of the body decide on the days before and after its meetings. */
static gboolean
version_of (const Making *making, const MappeRow *row, gint64 *version, GError **error)
{
  g_autoptr (MappeRow) body = NULL;

  *version = row->version;
  if (row->kind != &mappe_meeting_kind)
    return TRUE;
  body = mappe_snapshot_load (making->snapshot, mappe_kind_lookup ("body", NULL),
                              mappe_row_get_int (row, MAPPE_MEETING_BODY), error);
  if (body != NULL)
    *version = MAX (row->version, body->version);
  return body != NULL;
}

static gboolean
add_deadline (const Making *making, const MappeCalendarEntry *entry, GError **error)
{
  g_autoptr (MappeRow) row = mappe_snapshot_load (making->snapshot, entry->kind, entry->id, error);
  g_autoptr (MappeRow) seen = NULL;
  g_autofree char *title = NULL;
  gint64 version;

  if (row == NULL || !see (making->view, row, &seen, error) || !version_of (making, row, &version, error))
    return FALSE;
  if (seen == NULL)
    return TRUE;
  title = title_for (row, seen, entry->title);
  put_deadline (making, entry->topic, seen, version, entry->date, title, FALSE);
  return TRUE;
}

/* --- deadlines that went with their record --- */

static gboolean
call_off (const Making *making, const MappeKind *kind, MappeCalendarTopic topic, guint day, GError **error)
{
  g_autoptr (GPtrArray) gone = mappe_snapshot_deleted (making->snapshot, kind, error);

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      const MappeListed *one = g_ptr_array_index (gone, i);
      g_autoptr (MappeRow) seen = NULL;
      g_autofree char *title = NULL;

      if (!see (making->view, one->row, &seen, error))
        return FALSE;
      if (seen == NULL || !is_within (making, mappe_row_get_text (seen, day)))
        continue;
      title = title_for (one->row, seen, one->title);
      put_deadline (making, topic, seen, seen->version, mappe_row_get_text (seen, day), title, TRUE);
    }
  return gone != NULL;
}

static gboolean
add_deadlines (const Making *making, GError **error)
{
  g_autoptr (MappeCalendar) calendar = NULL;

  if (making->order->profile < MAPPE_PROFILE_MEMBERS)
    return TRUE;
  calendar = mappe_calendar_read (making->snapshot, making->from, making->to, error);
  for (guint i = 0; calendar != NULL && i < calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (calendar->entries, i);

      if (entry->topic != MAPPE_CALENDAR_MEETING && entry->topic != MAPPE_CALENDAR_EVENT
          && entry->topic != MAPPE_CALENDAR_PATROL && !add_deadline (making, entry, error))
        return FALSE;
    }
  return calendar != NULL && call_off (making, &mappe_task_kind, MAPPE_CALENDAR_TASK, MAPPE_TASK_DUE_ON, error)
         && call_off (making, &mappe_decision_kind, MAPPE_CALENDAR_DECISION, MAPPE_DECISION_DUE_ON, error)
         && call_off (making, &mappe_agreement_kind, MAPPE_CALENDAR_REVIEW, MAPPE_AGREEMENT_NEXT_REVIEW_ON, error)
         && call_off (making, &mappe_event_kind, MAPPE_CALENDAR_DEBRIEF, MAPPE_EVENT_DEBRIEF_DUE_ON, error);
}

/* --- the whole --- */

static gboolean
make (Making *making, GError **error)
{
  const MappeRegisterOrder readers = { .profile = making->order->profile };
  const MappeRegisterOrder anybody = { .profile = MAPPE_PROFILE_PUBLIC };
  g_autoptr (MappeVeil) view = mappe_veil_new (making->snapshot, &readers, error);
  g_autoptr (MappeVeil) everybody = view != NULL ? mappe_veil_new (making->snapshot, &anybody, error) : NULL;

  if (everybody == NULL)
    return FALSE;
  making->view = view;
  making->everybody = everybody;
  mappe_ics_begin (making->out);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!add_source (making, &sources[i], error))
      return FALSE;
  if (!add_deadlines (making, error))
    return FALSE;
  mappe_ics_end (making->out);
  return TRUE;
}

static gpointer
make_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Making *making = data;

  making->snapshot = snapshot;
  return make (making, error) ? making->out : NULL;
}

/**
 * mappe_calendar_file_ics:
 * @error: return location for what reading says
 *
 * Makes the calendar of the council (RFC 5545) from a year back to two years ahead: for everybody the public meetings
 * by their titles, without their agendas; for members all meetings, the deadlines of the council and the days of
 * events; in full the patrols too. Deployment plans are in none. Each appointment keeps its id in every file, that of a
 * patrol also in mappe_patrol_file_ics(), and its sequence grows with each change.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
char *
mappe_calendar_file_ics (MappeStore *store, const MappeExchangeOrder *order, GError **error)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (order->now);
  g_autofree char *stamp = g_date_time_format (made, "%Y%m%dT%H%M%SZ");
  g_autofree char *from = mappe_date_add_days (order->today, -DAYS_BACK);
  g_autofree char *to = mappe_date_add_days (order->today, DAYS_AHEAD);
  GString *out = g_string_new (NULL);
  Making making = { .order = order, .council = mappe_store_get_council_id (store), .from = from, .to = to,
                    .stamp = stamp, .out = out };
  gboolean done = mappe_store_read (store, make_cb, &making, error) != NULL;

  return g_string_free (out, !done);
}
