/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-calendar.h"

#include "mappe-agreement.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-event.h"
#include "mappe-finance-line.h"
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"
#include "mappe-meeting-dates.h"
#include "mappe-meeting.h"
#include "mappe-patrol.h"
#include "mappe-task.h"
#include "mappe-volunteer.h"

/* Deadlines lie at most so many days from their meeting: the longest period a body may set. */
#define REACH 366

typedef struct {
  char *from, *to;
} Span;

static void
span_free (Span *span)
{
  g_free (span->from);
  g_free (span->to);
  g_free (span);
}

static void
entry_free (MappeCalendarEntry *entry)
{
  g_free (entry->date);
  g_free (entry->time);
  g_free (entry->title);
  g_free (entry->body);
  g_free (entry);
}

/** mappe_calendar_free: @self: (transfer full) */
void
mappe_calendar_free (MappeCalendar *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->state);
  g_free (self);
}

static MappeCalendarEntry *
add (MappeCalendar *self, const Span *span, MappeCalendarTopic topic, const char *date, const MappeRow *row,
     const char *title)
{
  MappeCalendarEntry *entry;

  if (date == NULL || g_strcmp0 (date, span->from) < 0 || g_strcmp0 (date, span->to) > 0)
    return NULL;
  entry = g_new0 (MappeCalendarEntry, 1);
  entry->topic = topic;
  entry->date = g_strdup (date);
  entry->kind = row->kind;
  entry->id = row->id;
  entry->title = g_strdup (title != NULL ? title : mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* --- meetings and what is reckoned from them --- */

static guint
days_or (const MappeRow *body, guint field, guint otherwise)
{
  return mappe_row_is_null (body, field) ? otherwise : (guint) mappe_row_get_int (body, field);
}

static void
add_deadline (MappeCalendar *self, const Span *span, MappeCalendarTopic topic, const char *date,
              const MappeListed *meeting, gboolean finished)
{
  MappeCalendarEntry *entry = add (self, span, topic, date, meeting->row,
                                   mappe_row_get_text (meeting->row, MAPPE_MEETING_TITLE));

  if (entry == NULL)
    return;
  entry->body = g_strdup (meeting->shown[MAPPE_MEETING_BODY]);
  entry->finished = finished;
}

static void
add_deadlines (MappeCalendar *self, const Span *span, const MappeListed *meeting, const MappeRow *body)
{
  const MappeRow *row = meeting->row;
  MappeMeetingRules rules = {
    .call_days = days_or (body, MAPPE_BODY_CALL_DAYS, 28),
    .papers_days = days_or (body, MAPPE_BODY_PAPERS_DAYS, 21),
    .notice_days = mappe_row_get_int (row, MAPPE_MEETING_URGENT) != 0 ? days_or (body, MAPPE_BODY_URGENT_NOTICE_DAYS, 1)
                                                                      : days_or (body, MAPPE_BODY_NOTICE_DAYS, 14),
    .minutes_days = days_or (body, MAPPE_BODY_MINUTES_DUE_DAYS, 30),
  };
  const char *call = mappe_row_get_text (row, MAPPE_MEETING_CALL_CLOSES_ON);
  gboolean held = g_strcmp0 (mappe_row_get_text (row, MAPPE_MEETING_STATE), "held") == 0;
  gboolean invited = held || !mappe_row_is_null (row, MAPPE_MEETING_INVITED_ON);
  g_auto (MappeMeetingDates) dates = { 0 };

  if (!mappe_meeting_dates_find (mappe_row_get_text (row, MAPPE_MEETING_HELD_ON), &rules, &dates))
    return;
  add_deadline (self, span, MAPPE_CALENDAR_CALL, call != NULL ? call : dates.call_closes_on, meeting, invited);
  add_deadline (self, span, MAPPE_CALENDAR_PAPERS, dates.papers_due_on, meeting, invited);
  add_deadline (self, span, MAPPE_CALENDAR_INVITATION, dates.invite_by, meeting, invited);
  if (held)
    add_deadline (self, span, MAPPE_CALENDAR_MINUTES, dates.minutes_due_on, meeting,
                  !mappe_row_is_null (row, MAPPE_MEETING_MINUTES_SENT_ON));
}

static gboolean
add_meeting (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, const MappeListed *meeting,
             GError **error)
{
  const MappeRow *row = meeting->row;
  const char *state = mappe_row_get_text (row, MAPPE_MEETING_STATE);
  g_autoptr (MappeRow) body = mappe_snapshot_load (snapshot, &mappe_body_kind,
                                                   mappe_row_get_int (row, MAPPE_MEETING_BODY), error);
  MappeCalendarEntry *entry;

  if (body == NULL)
    return FALSE;
  entry = add (self, span, MAPPE_CALENDAR_MEETING, mappe_row_get_text (row, MAPPE_MEETING_HELD_ON), row,
               mappe_row_get_text (row, MAPPE_MEETING_TITLE));
  if (entry != NULL)
    {
      entry->time = g_strdup (mappe_row_get_text (row, MAPPE_MEETING_START_AT));
      entry->body = g_strdup (meeting->shown[MAPPE_MEETING_BODY]);
      entry->finished = g_strcmp0 (state, "held") == 0;
      entry->cancelled = g_strcmp0 (state, "cancelled") == 0;
    }
  if (g_strcmp0 (state, "cancelled") != 0)
    add_deadlines (self, span, meeting, body);
  return TRUE;
}

static gboolean
add_meetings (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);
  g_autofree char *first = mappe_date_add_days (span->from, -REACH);
  g_autofree char *last = mappe_date_add_days (span->to, REACH);
  g_autoptr (GPtrArray) meetings = NULL;

  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_GREATER_EQUAL, first != NULL ? first : span->from);
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_LESS_EQUAL, last != NULL ? last : span->to);
  meetings = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    if (!add_meeting (self, span, snapshot, g_ptr_array_index (meetings, i), error))
      return FALSE;
  return meetings != NULL;
}

/* --- what has a day of its own --- */

typedef struct {
  const MappeKind    *kind;
  MappeCalendarTopic  topic;
  guint               day, status, title;
  const char         *finished[3];
} Source;

static gboolean
add_source (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, const Source *source, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (source->kind);
  g_autoptr (GPtrArray) listed = NULL;

  mappe_query_where (query, source->day, MAPPE_OP_GREATER_EQUAL, span->from);
  mappe_query_where (query, source->day, MAPPE_OP_LESS_EQUAL, span->to);
  listed = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      const MappeListed *item = g_ptr_array_index (listed, i);
      const char *status = mappe_row_get_text (item->row, source->status);
      const char *title = source->title > 0 ? mappe_row_get_text (item->row, source->title) : item->title;
      MappeCalendarEntry *entry = add (self, span, source->topic, mappe_row_get_text (item->row, source->day),
                                       item->row, title);

      for (guint f = 0; f < G_N_ELEMENTS (source->finished) && entry != NULL; f++)
        entry->finished |= source->finished[f] != NULL && g_strcmp0 (status, source->finished[f]) == 0;
    }
  return listed != NULL;
}

static gboolean
add_sources (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  const Source sources[] = {
    { &mappe_decision_kind, MAPPE_CALENDAR_DECISION, MAPPE_DECISION_DUE_ON, MAPPE_DECISION_STATUS, MAPPE_DECISION_TEXT,
      { "done", "dropped" } },
    { &mappe_task_kind, MAPPE_CALENDAR_TASK, MAPPE_TASK_DUE_ON, MAPPE_TASK_STATUS, MAPPE_TASK_TITLE,
      { "done", "dropped" } },
    { &mappe_finance_line_kind, MAPPE_CALENDAR_USE_REPORT, MAPPE_FINANCE_LINE_USE_REPORT_DUE_ON,
      MAPPE_FINANCE_LINE_USE_REPORT_STATUS, 0, { "submitted", "accepted" } },
    { &mappe_agreement_kind, MAPPE_CALENDAR_REVIEW, MAPPE_AGREEMENT_NEXT_REVIEW_ON, MAPPE_AGREEMENT_STATUS,
      MAPPE_AGREEMENT_TITLE, { "ended" } },
    { &mappe_event_kind, MAPPE_CALENDAR_DEBRIEF, MAPPE_EVENT_DEBRIEF_DUE_ON, MAPPE_EVENT_DEBRIEF_STATUS,
      MAPPE_EVENT_TITLE, { "done", "waived" } },
    { &mappe_funding_application_kind, MAPPE_CALENDAR_GRANT_REPORT, MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON,
      MAPPE_FUNDING_APPLICATION_USE_REPORT_STATUS, MAPPE_FUNDING_APPLICATION_TITLE, { "submitted", "accepted" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!add_source (self, span, snapshot, &sources[i], error))
      return FALSE;
  return TRUE;
}

/* --- events fill all their days --- */

static void
add_event_days (MappeCalendar *self, const Span *span, const MappeRow *event)
{
  const char *start = mappe_row_get_text (event, MAPPE_EVENT_START_ON);
  const char *end = mappe_row_get_text (event, MAPPE_EVENT_END_ON);
  g_autofree char *today = mappe_date_today ();
  g_autofree char *day = g_strdup (g_strcmp0 (start, span->from) < 0 ? span->from : start);

  while (day != NULL && g_strcmp0 (day, end != NULL ? end : start) <= 0 && g_strcmp0 (day, span->to) <= 0)
    {
      char *next = mappe_date_add_days (day, 1);
      MappeCalendarEntry *entry = add (self, span, MAPPE_CALENDAR_EVENT, day, event,
                                       mappe_row_get_text (event, MAPPE_EVENT_TITLE));

      if (entry != NULL)
        entry->finished = g_strcmp0 (day, today) < 0;
      g_free (day);
      day = next;
    }
}

static gboolean
add_events (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_event_kind);
  g_autofree char *first = mappe_date_add_days (span->from, -REACH);
  g_autoptr (GPtrArray) events = NULL;

  /* As of deadlines: no event goes on for longer than a year. */
  mappe_query_where (query, MAPPE_EVENT_START_ON, MAPPE_OP_GREATER_EQUAL, first != NULL ? first : span->from);
  mappe_query_where (query, MAPPE_EVENT_START_ON, MAPPE_OP_LESS_EQUAL, span->to);
  events = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; events != NULL && i < events->len; i++)
    add_event_days (self, span, g_ptr_array_index (events, i));
  return events != NULL;
}

/* --- deadlines of funding programmes --- */

/* One that comes every year falls into each year of the span. */
static void
add_programme (MappeCalendar *self, const Span *span, const MappeRow *programme)
{
  const char *name = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_NAME);
  const char *deadline = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_DEADLINE_ON);
  gboolean yearly = mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_DEADLINE_YEARLY) != 0;
  g_autofree char *today = mappe_date_today ();
  g_autofree char *day = yearly ? mappe_date_next_yearly (deadline, span->from) : g_strdup (deadline);

  while (day != NULL && g_strcmp0 (day, span->to) <= 0)
    {
      g_autofree char *after = mappe_date_add_days (day, 1);
      MappeCalendarEntry *entry = add (self, span, MAPPE_CALENDAR_APPLICATIONS, day, programme, name);

      if (entry != NULL)
        entry->finished = g_strcmp0 (day, today) < 0;
      g_free (day);
      day = yearly && after != NULL ? mappe_date_next_yearly (deadline, after) : NULL;
    }
}

static gboolean
add_programmes (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_funding_programme_kind);
  g_autoptr (GPtrArray) programmes = NULL;

  mappe_query_where (query, MAPPE_FUNDING_PROGRAMME_DEADLINE_ON, MAPPE_OP_NOT_EMPTY, NULL);
  programmes = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; programmes != NULL && i < programmes->len; i++)
    add_programme (self, span, g_ptr_array_index (programmes, i));
  return programmes != NULL;
}

/* --- trainings of those who have not ended by then --- */

static gboolean
add_trainings (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_volunteer_kind);
  g_autoptr (GPtrArray) people = NULL;

  mappe_query_where (query, MAPPE_VOLUNTEER_TRAINING_DUE_ON, MAPPE_OP_GREATER_EQUAL, span->from);
  mappe_query_where (query, MAPPE_VOLUNTEER_TRAINING_DUE_ON, MAPPE_OP_LESS_EQUAL, span->to);
  people = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (people, i);
      const char *due = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_TRAINING_DUE_ON);
      const char *end = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_ENDS_ON);

      if (end == NULL || g_strcmp0 (end, due) >= 0)
        add (self, span, MAPPE_CALENDAR_TRAINING, due, person->row, person->title);
    }
  return people != NULL;
}

/* --- patrols: called by their area --- */

static gboolean
add_patrols (MappeCalendar *self, const Span *span, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  g_autoptr (GPtrArray) patrols = NULL;

  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_GREATER_EQUAL, span->from);
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS_EQUAL, span->to);
  patrols = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; patrols != NULL && i < patrols->len; i++)
    {
      const MappeListed *patrol = g_ptr_array_index (patrols, i);
      const char *status = mappe_row_get_text (patrol->row, MAPPE_PATROL_STATUS);
      MappeCalendarEntry *entry = add (self, span, MAPPE_CALENDAR_PATROL,
                                       mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE), patrol->row,
                                       patrol->shown[MAPPE_PATROL_AREA]);

      if (entry == NULL)
        continue;
      entry->time = g_strdup (mappe_row_get_text (patrol->row, MAPPE_PATROL_START_AT));
      entry->finished = g_strcmp0 (status, "held") == 0;
      entry->cancelled = g_strcmp0 (status, "cancelled") == 0;
    }
  return patrols != NULL;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MappeCalendarEntry *left = *(MappeCalendarEntry *const *) a, *right = *(MappeCalendarEntry *const *) b;
  int order = g_strcmp0 (left->date, right->date);

  if (order == 0 && left->topic != right->topic)
    order = (int) left->topic - (int) right->topic;
  return order != 0 ? order : g_strcmp0 (left->time, right->time);
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (MappeCalendar) self = g_new0 (MappeCalendar, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = NULL;

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  councils = mappe_snapshot_list (snapshot, query, error);
  if (councils == NULL || !add_meetings (self, data, snapshot, error) || !add_sources (self, data, snapshot, error)
      || !add_events (self, data, snapshot, error) || !add_patrols (self, data, snapshot, error)
      || !add_programmes (self, data, snapshot, error) || !add_trainings (self, data, snapshot, error))
    return NULL;
  if (councils->len > 0)
    self->state = g_strdup (mappe_row_get_text (((MappeListed *) g_ptr_array_index (councils, 0))->row,
                                                MAPPE_COUNCIL_STATE));
  g_ptr_array_sort (self->entries, compare_entries);
  return g_steal_pointer (&self);
}

/** mappe_calendar_read: Returns: (transfer full) (nullable): the same as mappe_calendar_load(), within a job */
MappeCalendar *
mappe_calendar_read (MappeSnapshot *snapshot, const char *from, const char *to, GError **error)
{
  Span span = { (char *) from, (char *) to };

  return load_job (snapshot, &span, error);
}

/**
 * mappe_calendar_load:
 * @from: first day, "YYYY-MM-DD"
 * @to: last day
 *
 * Returns: (transfer full) (nullable): meetings, their deadlines and whatever else is due from @from to @to
 */
MappeCalendar *
mappe_calendar_load (MappeStore *store, const char *from, const char *to, GError **error)
{
  Span span = { (char *) from, (char *) to };

  return mappe_store_read (store, load_job, &span, error);
}

void
mappe_calendar_load_async (MappeStore *store, const char *from, const char *to, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  Span *span = g_new (Span, 1);

  *span = (Span) { g_strdup (from), g_strdup (to) };
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, span, (GDestroyNotify) span_free,
                          (GDestroyNotify) mappe_calendar_free, cancellable, callback, data);
}

/** mappe_calendar_load_finish: Returns: (transfer full) (nullable): see mappe_calendar_load() */
MappeCalendar *
mappe_calendar_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}
