/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-private.h"

#include "mappe-agenda-item.h"
#include "mappe-agreement.h"
#include "mappe-body.h"
#include "mappe-citizen-input.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-event-consent.h"
#include "mappe-event.h"
#include "mappe-finance-line.h"
#include "mappe-funding-application.h"
#include "mappe-indicator.h"
#include "mappe-meeting-dates.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-notice.h"
#include "mappe-objection.h"
#include "mappe-patrol.h"
#include "mappe-period.h"
#include "mappe-person.h"
#include "mappe-retention-private.h"
#include "mappe-road-closure.h"
#include "mappe-task.h"
#include "mappe-volunteer.h"

/* One statement a topic, each with the same first columns. Every statement starts from an index over days or from a
 * table that stays small (bodies, agreements, indicators); values of indicators are reached by one step each. */

enum {
  COLUMN_ID,
  COLUMN_REFERENCE,
  COLUMN_TITLE,
  COLUMN_WHO,
  COLUMN_WHERE,
  COLUMN_MARK,
  COLUMN_DATE,
  COLUMN_DEADLINE,
  COLUMN_SINCE,
  COLUMN_COUNT,
  COLUMN_OF,
  COLUMN_MORE,  /* what only this topic has */
};

#define NAME_OF(p) "NULLIF (TRIM (COALESCE (" p ".first_name, '') || ' ' || COALESCE (" p ".last_name, '')), '')"
#define IS_OPEN(t) "(" t ".status IS NULL OR " t ".status NOT IN ('done', 'dropped'))"
#define TASK_COLUMNS                                                                                                  \
  "t.id, t.reference, t.title, COALESCE (" NAME_OF ("p") ", o.name), o.name, COALESCE (d.number, m.title), t.due_on," \
  " NULL, m.held_on, 0, 0"
/* The last meeting that each body held, with its items. */
#define LAST_ITEMS                                                                                                  \
  "(SELECT body, MAX (held_on) AS last_on FROM meeting WHERE state = 'held' AND held_on <= $1 GROUP BY body) l"     \
  " JOIN meeting m ON m.body = l.body AND m.held_on = l.last_on AND m.state = 'held'"                               \
  " JOIN agenda_item a ON a.meeting = m.id"
/* Full days of notice that a meeting of the body needs. */
#define NOTICE_DAYS                                                                                                 \
  "CASE WHEN m.urgent = 1 THEN COALESCE (b.urgent_notice_days, 1) ELSE COALESCE (b.notice_days, 14) END"
#define IS_PLANNED(m) "(" m ".state IS NULL OR " m ".state IN ('planned', 'invited'))"
#define TASK_PEOPLE                                                                                                 \
  " LEFT JOIN person p ON p.id = t.responsible_member LEFT JOIN organisation o ON o.id = t.responsible_organisation"

static const char task_sql[] =
  "SELECT " TASK_COLUMNS " FROM task t" TASK_PEOPLE
  " LEFT JOIN decision d ON d.id = t.decision"
  " LEFT JOIN agenda_item a ON a.id = COALESCE (t.agenda_item, d.agenda_item)"
  " LEFT JOIN meeting m ON m.id = a.meeting"
  " WHERE t.due_on <= $1 AND " IS_OPEN ("t")
  " ORDER BY t.due_on, t.reference_key, t.id";

/* A decision is followed through its tasks; it speaks for itself when none of them is open. */
static const char decision_sql[] =
  "SELECT d.id, d.reference, d.text, o.name, o.name, d.number, d.due_on, NULL, NULL, 0, 0 FROM decision d"
  " LEFT JOIN organisation o ON o.id = d.responsible_organisation"
  " WHERE d.due_on <= $1 AND " IS_OPEN ("d")
  " AND NOT EXISTS (SELECT 1 FROM task t WHERE t.decision = d.id AND " IS_OPEN ("t") ")"
  " ORDER BY d.due_on, d.reference_key, d.id";

static const char open_sql[] =
  "SELECT " TASK_COLUMNS ", o.name_key AS office_key, t.reference_key AS task_key FROM " LAST_ITEMS
  " JOIN task t ON t.agenda_item = a.id LEFT JOIN decision d ON d.id = t.decision" TASK_PEOPLE
  " WHERE " IS_OPEN ("t")
  " UNION ALL"
  " SELECT " TASK_COLUMNS ", o.name_key, t.reference_key FROM " LAST_ITEMS
  " JOIN decision d ON d.agenda_item = a.id JOIN task t ON t.decision = d.id AND t.agenda_item IS NULL" TASK_PEOPLE
  " WHERE " IS_OPEN ("t")
  " ORDER BY office_key ASC NULLS LAST, 7 ASC NULLS LAST, task_key, 1";

static const char meeting_sql[] =
  "SELECT m.id, m.reference, m.title, " NAME_OF ("c") ", b.name, m.number, m.held_on, NULL, m.invited_on,"
  " (SELECT COUNT (*) FROM agenda_item a WHERE a.meeting = m.id), " NOTICE_DAYS ","
  " CASE WHEN m.state = 'invited' OR m.invited_on IS NOT NULL THEN 1 ELSE 0 END,"
  " CASE WHEN m.public_part = 1 AND m.published_on IS NULL THEN 0 ELSE 1 END,"
  " CASE WHEN m.place IS NULL OR m.start_at IS NULL THEN 0 ELSE 1 END,"
  " (SELECT COALESCE (l.minutes_state, 'draft') FROM meeting l WHERE l.body = m.body AND l.state = 'held'"
  "  AND l.held_on < m.held_on ORDER BY l.held_on DESC LIMIT 1),"
  " (SELECT COUNT (*) FROM document x WHERE x.meeting = m.id"
  "  AND (x.kind IS NULL OR x.kind NOT IN ('invitation', 'minutes_draft', 'minutes', 'minutes_nonpublic')))"
  " FROM meeting m JOIN body b ON b.id = m.body LEFT JOIN person c ON c.id = m.chair"
  " WHERE m.held_on >= $1 AND " IS_PLANNED ("m")
  " ORDER BY m.held_on, m.start_at ASC NULLS LAST, m.id LIMIT 60";

/* Before the invitation; its day stands with the meeting, or the body says how long before. */
#define NOT_INVITED                                                                                                 \
  " FROM meeting m JOIN body b ON b.id = m.body WHERE m.held_on >= $1"                                              \
  " AND (m.state IS NULL OR m.state = 'planned') AND m.invited_on IS NULL ORDER BY m.held_on, m.id LIMIT 60"

static const char call_sql[] =
  "SELECT m.id, m.reference, m.title, NULL, b.name, m.number, m.call_closes_on, NULL, m.held_on, 0,"
  " COALESCE (b.call_days, 28)" NOT_INVITED;

static const char papers_sql[] =
  "SELECT m.id, m.reference, m.title, NULL, b.name, m.number, NULL, NULL, m.held_on, 0,"
  " COALESCE (b.papers_days, 21)" NOT_INVITED;

static const char notice_sql[] =
  "SELECT m.id, m.reference, m.title, NULL, b.name, m.number, NULL, NULL, m.held_on, 0, " NOTICE_DAYS
  " FROM meeting m JOIN body b ON b.id = m.body WHERE m.held_on >= $1 AND " IS_PLANNED ("m")
  " AND m.public_part = 1 AND m.published_on IS NULL ORDER BY m.held_on, m.id LIMIT 60";

static const char unconfirmed_sql[] =
  "SELECT m.id, m.reference, m.title, NULL, b.name, m.number, m.held_on, NULL, NULL, 0, 0"
  " FROM meeting m JOIN body b ON b.id = m.body"
  " WHERE m.held_on < $1 AND (m.state IS NULL OR m.state IN ('planned', 'invited')) ORDER BY m.held_on, m.id";

static const char minutes_sql[] =
  "SELECT m.id, m.reference, m.title, " NAME_OF ("p") ", b.name, m.number, NULL, NULL, m.held_on, 0,"
  " COALESCE (b.minutes_due_days, 30)"
  " FROM meeting m JOIN body b ON b.id = m.body LEFT JOIN person p ON p.id = m.minute_taker"
  " WHERE m.state = 'held' AND m.held_on <= $1 AND m.minutes_sent_on IS NULL"
  " AND (m.minutes_state IS NULL OR m.minutes_state IN ('draft', 'in_review')) ORDER BY m.held_on, m.id";

static const char with_chair_sql[] =
  "SELECT m.id, m.reference, m.title, " NAME_OF ("c") ", b.name, m.number, NULL, NULL, n.with_chair_on, 0, 0"
  " FROM minutes n JOIN meeting m ON m.id = n.meeting JOIN body b ON b.id = m.body LEFT JOIN person c ON c.id = m.chair"
  " WHERE n.state = 'in_review' AND n.with_chair_on < $1 ORDER BY n.with_chair_on, n.id";

static const char approval_sql[] =
  "SELECT m.id, m.reference, m.title, NULL, b.name, m.number, n.next_on, NULL, m.held_on, 0, 0"
  " FROM (SELECT x.id AS meeting, MIN (y.held_on) AS next_on FROM meeting x"
  "  JOIN meeting y ON y.body = x.body AND y.state = 'held' AND y.held_on > x.held_on AND y.held_on <= $1"
  "  WHERE x.state = 'held' AND x.minutes_sent_on IS NOT NULL AND x.minutes_approved_on IS NULL"
  "  AND (x.minutes_state IS NULL OR x.minutes_state NOT IN ('approved', 'sealed', 'archived')) GROUP BY x.id) n"
  " JOIN meeting m ON m.id = n.meeting JOIN body b ON b.id = m.body ORDER BY n.next_on, m.held_on, m.id";

static const char deferred_sql[] =
  "SELECT a.id, a.reference, a.title, " NAME_OF ("p") ", b.name, m.number, NULL,"
  " (SELECT MIN (n.held_on) FROM meeting n WHERE n.body = m.body AND n.held_on >= $2 AND " IS_PLANNED ("n") "),"
  " m.held_on, 0, 0 FROM meeting m JOIN agenda_item a ON a.meeting = m.id JOIN body b ON b.id = m.body"
  " LEFT JOIN person p ON p.id = a.rapporteur"
  " WHERE m.held_on >= $1 AND m.state = 'held' AND a.result IN ('deferred', 'deferred_no_quorum')"
  " AND NOT EXISTS (SELECT 1 FROM agenda_item c WHERE c.carried_from = a.id) ORDER BY m.held_on, a.position, a.id";

static const char objection_sql[] =
  "SELECT j.id, j.reference, j.text, " NAME_OF ("p") ", b.name, m.number, j.raised_on,"
  " (SELECT MIN (n.held_on) FROM meeting n WHERE n.body = m.body AND n.held_on >= $1"
  "  AND (n.state IS NULL OR n.state IN ('planned', 'invited'))), m.held_on, 0, 0"
  " FROM objection j JOIN meeting m ON m.id = j.meeting JOIN body b ON b.id = m.body"
  " LEFT JOIN person p ON p.id = j.raised_by"
  " WHERE j.outcome IS NULL OR j.outcome = 'open' ORDER BY j.raised_on ASC NULLS LAST, j.id";

static const char use_report_sql[] =
  "SELECT f.id, f.reference, p.title, o.name, o.name, f.source, f.use_report_due_on, NULL, NULL, 0, 0"
  " FROM finance_line f JOIN project p ON p.id = f.project LEFT JOIN organisation o ON o.id = p.lead_organisation"
  " WHERE f.use_report_due_on <= $1 AND (f.use_report_status IS NULL OR f.use_report_status = 'open')"
  " ORDER BY f.use_report_due_on, f.reference_key, f.id";

static const char review_sql[] =
  "SELECT g.id, g.reference, g.title, NULL, NULL, NULL, g.next_review_on, NULL, NULL, 0, 0 FROM agreement g"
  " WHERE g.next_review_on <= $1 AND (g.status IS NULL OR g.status = 'active')"
  " ORDER BY g.next_review_on, g.reference_key, g.id";

/* The index over indicator and end of period gives the newest value in one step, however many there are. */
static const char numbers_sql[] =
  "SELECT i.id, i.reference, i.name, o.name, p.title, i.frequency,"
  " (SELECT v.period_end FROM indicator_value v WHERE v.indicator = i.id AND v.period_end IS NOT NULL"
  "  AND (v.status IS NULL OR v.status <> 'missing') ORDER BY v.period_end DESC LIMIT 1),"
  " NULL, NULL, 0, 0, p.start_on"
  " FROM indicator i LEFT JOIN measure s ON s.id = i.measure"
  " LEFT JOIN project p ON p.id = COALESCE (i.project, s.project)"
  " LEFT JOIN organisation o ON o.id = p.lead_organisation"
  " WHERE p.id IS NULL OR ((p.status IS NULL OR p.status = 'running') AND (p.end_on IS NULL OR p.end_on >= $1))"
  " ORDER BY p.title_key ASC NULLS LAST, i.reference_key, i.id";

/* Values entered without the days of their period: the last ones entered are enough to find the newest. */
static const char entered_sql[] =
  "SELECT v.period FROM indicator_value v WHERE v.indicator = $1 AND v.period_end IS NULL"
  " AND (v.status IS NULL OR v.status <> 'missing') ORDER BY v.id DESC LIMIT 12";

static const char term_sql[] =
  "SELECT p.id, p.reference, " NAME_OF ("p") ", o.name, NULL, p.function, p.term_end, NULL, NULL, 0, 0"
  " FROM person p LEFT JOIN organisation o ON o.id = p.organisation"
  " WHERE p.term_end <= $1 AND (p.status IS NULL OR p.status = 'active') ORDER BY p.term_end, p.last_name_key, p.id";

/* Not those that end with the person's own term, nor those that were renewed already. */
static const char membership_sql[] =
  "SELECT s.id, s.reference, " NAME_OF ("p") ", o.name, b.name, s.function, s.valid_to, NULL, NULL, 0, 0"
  " FROM membership s JOIN person p ON p.id = s.person JOIN body b ON b.id = s.body"
  " LEFT JOIN organisation o ON o.id = p.organisation"
  " WHERE s.valid_to >= $1 AND s.valid_to <= $2 AND (p.status IS NULL OR p.status <> 'ended')"
  " AND (p.term_end IS NULL OR p.term_end <> s.valid_to)"
  " AND NOT EXISTS (SELECT 1 FROM membership n WHERE n.person = s.person AND n.body = s.body AND n.id <> s.id"
  "  AND (n.valid_to IS NULL OR n.valid_to > s.valid_to))"
  " ORDER BY s.valid_to, p.last_name_key, s.id";

static const char undertaking_sql[] =
  "SELECT p.id, p.reference, " NAME_OF ("p") ", o.name, NULL, p.function, p.appointed_on, NULL, NULL, 0, 0"
  " FROM person p LEFT JOIN organisation o ON o.id = p.organisation"
  " WHERE p.appointment_mode = 'nomination' AND p.obligation_signed_on IS NULL"
  " AND (p.status IS NULL OR p.status = 'active') ORDER BY p.appointed_on ASC NULLS LAST, p.last_name_key, p.id";

static const char debrief_sql[] =
  "SELECT e.id, e.reference, e.title, o.name, NULL, NULL, e.debrief_due_on, NULL, COALESCE (e.end_on, e.start_on), 0, 0"
  " FROM event e LEFT JOIN organisation o ON o.id = e.lead_organisation"
  " WHERE COALESCE (e.end_on, e.start_on) < $1 AND e.debrief_on IS NULL"
  " AND (e.debrief_status IS NULL OR e.debrief_status NOT IN ('done', 'waived'))"
  " ORDER BY e.debrief_due_on ASC NULLS LAST, e.start_on, e.id";

static const char consent_sql[] =
  "SELECT c.id, c.reference, c.part, o.name, e.title, NULL, e.start_on, NULL, NULL, 0, 0"
  " FROM event e JOIN event_consent c ON c.event = e.id LEFT JOIN organisation o ON o.id = c.organisation"
  " WHERE COALESCE (e.end_on, e.start_on) >= $1 AND e.start_on <= $2 AND c.state <> 'given'"
  " ORDER BY e.start_on, e.id, c.reference_key, c.id";

static const char closure_sql[] =
  "SELECT r.id, r.reference, r.road, o.name, a.name, r.cause, SUBSTR (r.to_at, 1, 10), NULL, SUBSTR (r.from_at, 1, 10),"
  " 0, 0 FROM road_closure r LEFT JOIN organisation o ON o.id = r.ordered_by LEFT JOIN area a ON a.id = r.area"
  " WHERE r.status = 'active' ORDER BY r.from_at, r.id";

static const char grant_report_sql[] =
  "SELECT f.id, f.reference, f.title, o.name, g.name, NULL, f.use_report_due_on, NULL, NULL, 0, 0"
  " FROM funding_application f JOIN funding_programme g ON g.id = f.programme"
  " LEFT JOIN organisation o ON o.id = f.applicant"
  " WHERE f.use_report_due_on <= $1 AND f.status = 'granted' AND f.use_report_on IS NULL"
  " AND (f.use_report_status IS NULL OR f.use_report_status = 'open')"
  " ORDER BY f.use_report_due_on, f.reference_key, f.id";

/* The day of a programme may come every year: which one is meant is reckoned afterwards. */
static const char application_sql[] =
  "SELECT f.id, f.reference, f.title, o.name, g.name, NULL, g.deadline_on, NULL, NULL, 0,"
  " COALESCE (g.deadline_yearly, 0) FROM funding_application f JOIN funding_programme g ON g.id = f.programme"
  " LEFT JOIN organisation o ON o.id = f.applicant WHERE f.status = 'draft' AND g.deadline_on IS NOT NULL"
  " ORDER BY f.reference_key, f.id";

/* Who is active; the day follows from the last training, or the begin, and the rhythm of the programme. */
static const char training_sql[] =
  "SELECT v.id, v.reference, " NAME_OF ("v") ", NULL, p.name, NULL, v.training_due_on, NULL,"
  " COALESCE (v.trained_on, v.begins_on), CASE WHEN v.trained_on IS NULL THEN 0 ELSE 1 END,"
  " COALESCE (p.training_every_months, 0) FROM volunteer v JOIN volunteer_programme p ON p.id = v.programme"
  " WHERE v.begins_on <= $1 AND (v.ends_on IS NULL OR v.ends_on >= $1)"
  " AND (v.training_due_on IS NOT NULL OR p.training_every_months IS NOT NULL)"
  " ORDER BY v.training_due_on ASC NULLS LAST, v.last_name_key, v.id";

static const char volunteer_sql[] =
  "SELECT v.id, v.reference, " NAME_OF ("v") ", NULL, p.name, NULL, NULL, NULL, NULL, 0, 0"
  " FROM volunteer v JOIN volunteer_programme p ON p.id = v.programme"
  " WHERE (v.undertaking_on IS NULL OR v.undertaking_on > $1) AND (v.ends_on IS NULL OR v.ends_on >= $1)"
  " ORDER BY v.last_name_key, v.id";

#define WAITS(c) "(" c ".status IS NULL OR " c ".status NOT IN ('answered', 'rejected'))"

static const char contributions_sql[] =
  "SELECT c.id, c.reference, c.text, NULL, a.name, NULL, c.received_on, NULL, NULL,"
  " (SELECT COUNT (*) FROM citizen_input n WHERE n.received_on < $1 AND " WAITS ("n") "), 0"
  " FROM citizen_input c LEFT JOIN area a ON a.id = c.area WHERE c.received_on < $1 AND " WAITS ("c")
  " ORDER BY c.received_on, c.id LIMIT 1";

static const char patrols_sql[] =
  "SELECT r.id, r.reference, a.name, NULL, a.name, NULL, r.date, NULL, NULL,"
  " (SELECT COUNT (*) FROM patrol n WHERE n.date < $1 AND n.status = 'planned'), 0"
  " FROM patrol r LEFT JOIN area a ON a.id = r.area WHERE r.date < $1 AND r.status = 'planned'"
  " ORDER BY r.date, r.id LIMIT 1";

#define PRESENT_MEMBERS                                                                                             \
  "(SELECT COUNT (DISTINCT s.person) FROM membership s JOIN person p ON p.id = s.person WHERE s.body = b.id"        \
  " AND (p.status IS NULL OR p.status <> 'ended')"                                                                  \
  " AND (s.valid_from IS NULL OR s.valid_from <= $1) AND (s.valid_to IS NULL OR s.valid_to >= $1)"

static const char standing_sql[] =
  "SELECT b.id, b.reference, b.name, NULL, NULL, NULL,"
  " (SELECT MIN (m.held_on) FROM meeting m WHERE m.body = b.id AND m.held_on >= $1"
  "  AND (m.state IS NULL OR m.state IN ('planned', 'invited'))),"
  " (SELECT MAX (m.held_on) FROM meeting m WHERE m.body = b.id AND m.held_on <= $1 AND m.state = 'held'), NULL, "
  PRESENT_MEMBERS "), " PRESENT_MEMBERS " AND s.voting = 1)"
  " FROM body b WHERE b.active IS NULL OR b.active = 1"
  " ORDER BY CASE WHEN b.kind = 'plenary' THEN 0 WHEN b.parent IS NULL THEN 1 ELSE 2 END, b.reference_key, b.id"
  " LIMIT 1";

/* --- what follows from the columns --- */

typedef struct {
  MappeConn  *conn;
  MappeStmt  *stmt;
  const char *today;
} Scan;

/** mappe_due_light: @date: (nullable): the day it is due. @days_left: days until then. */
MappeDueLight
mappe_due_light (const char *date, int days_left)
{
  if (date == NULL)
    return MAPPE_DUE_UNDATED;
  if (days_left < 0)
    return MAPPE_DUE_OVERDUE;
  return days_left <= MAPPE_DUE_SOON_DAYS ? MAPPE_DUE_SOON : MAPPE_DUE_AHEAD;
}

static char *
take_text (MappeStmt *stmt, guint column)
{
  const char *text = mappe_stmt_is_null (stmt, column) ? NULL : mappe_stmt_get_text (stmt, column);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
reckon (MappeDueItem *item, const char *today)
{
  item->days_left = item->date != NULL ? mappe_date_days_between (today, item->date) : 0;
  item->deadline_left = item->deadline != NULL ? mappe_date_days_between (today, item->deadline) : 0;
  item->light = mappe_due_light (item->date, item->days_left);
}

static gboolean
finish_meeting (const Scan *scan, MappeDueItem *item, GError **error)
{
  const char *last_minutes = mappe_stmt_get_text (scan->stmt, COLUMN_MORE + 3);
  gboolean invited = mappe_stmt_get_int (scan->stmt, COLUMN_MORE) != 0;

  item->papers = mappe_stmt_get_int (scan->stmt, COLUMN_MORE + 4);
  mappe_notice_deadline (item->date, (guint) item->of, &item->deadline);
  reckon (item, scan->today);
  item->lacks = (item->count == 0 ? MAPPE_DUE_LACKS_AGENDA : 0) | (invited ? 0 : MAPPE_DUE_LACKS_INVITATION)
                | (mappe_stmt_get_int (scan->stmt, COLUMN_MORE + 1) ? 0 : MAPPE_DUE_LACKS_NOTICE)
                | (mappe_stmt_get_int (scan->stmt, COLUMN_MORE + 2) ? 0 : MAPPE_DUE_LACKS_PLACE);
  if (last_minutes != NULL && !g_str_equal (last_minutes, "approved") && !g_str_equal (last_minutes, "sealed")
      && !g_str_equal (last_minutes, "archived"))
    item->lacks |= MAPPE_DUE_LACKS_APPROVAL;
  if (invited && item->since != NULL && g_strcmp0 (item->since, item->deadline) > 0)
    item->lacks |= MAPPE_DUE_LACKS_LATE;
  if (!invited)
    item->light = mappe_due_light (item->deadline, item->deadline_left);
  return TRUE;
}

static gboolean
finish_minutes (const Scan *scan, MappeDueItem *item, GError **error)
{
  item->date = mappe_minutes_due_on (item->since, (guint) item->of);
  reckon (item, scan->today);
  return TRUE;
}

/* So many days before the meeting, unless the meeting itself has a day for it. */
static gboolean
finish_before (const Scan *scan, MappeDueItem *item, GError **error)
{
  if (item->date == NULL)
    item->date = mappe_date_add_days (item->since, -(int) item->of);
  reckon (item, scan->today);
  return TRUE;
}

/* The public notice follows the notice period of the invitation (GemO § 34 (6)). */
static gboolean
finish_notice (const Scan *scan, MappeDueItem *item, GError **error)
{
  mappe_notice_deadline (item->since, (guint) item->of, &item->date);
  reckon (item, scan->today);
  return TRUE;
}

static gboolean
finish_debrief (const Scan *scan, MappeDueItem *item, GError **error)
{
  if (item->date == NULL)
    item->date = mappe_date_add_days (item->since, MAPPE_DUE_DEBRIEF_DAYS);
  reckon (item, scan->today);
  return TRUE;
}

static gboolean
finish_with_chair (const Scan *scan, MappeDueItem *item, GError **error)
{
  item->date = mappe_date_add_days (item->since, MAPPE_DUE_CHAIR_DAYS);
  reckon (item, scan->today);
  return TRUE;
}

static gboolean
finish_objection (const Scan *scan, MappeDueItem *item, GError **error)
{
  item->light = mappe_due_light (item->deadline, item->deadline_left);
  return TRUE;
}

static gboolean
finish_undated (const Scan *scan, MappeDueItem *item, GError **error)
{
  item->light = MAPPE_DUE_UNDATED;
  return TRUE;
}

/* A day that comes every year is the next one. */
static gboolean
finish_application (const Scan *scan, MappeDueItem *item, GError **error)
{
  if (item->of != 0)
    {
      char *next = mappe_date_next_yearly (item->date, scan->today);

      g_free (item->date);
      item->date = next;
    }
  reckon (item, scan->today);
  return TRUE;
}

/* @since: the last training, or the begin, with which the first one is due; @count: whether it is a training. */
static gboolean
finish_training (const Scan *scan, MappeDueItem *item, GError **error)
{
  GDate day;

  if (item->date == NULL && item->of > 0 && mappe_date_parse_iso (item->since, &day))
    {
      g_date_add_months (&day, item->count != 0 ? (guint) item->of : 0);
      item->date = mappe_date_to_iso (&day);
    }
  reckon (item, scan->today);
  return TRUE;
}

/* Sets the end of the newest period from what was typed, where no value says the days. */
static gboolean
read_entered (const Scan *scan, MappeDueItem *item, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (scan->conn, entered_sql, error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, item->id);
  while (mappe_stmt_step (stmt, &has_row, error) && has_row)
    {
      g_autofree char *end = mappe_period_last_day (mappe_period_parse_typed (mappe_stmt_get_text (stmt, 0)));

      if (end != NULL && g_strcmp0 (end, item->date) > 0)
        {
          g_free (item->date);
          item->date = g_steal_pointer (&end);
        }
    }
  mappe_stmt_reset (stmt);
  return !has_row;
}

static gboolean
finish_numbers (const Scan *scan, MappeDueItem *item, GError **error)
{
  const char *start = mappe_stmt_get_text (scan->stmt, COLUMN_MORE);
  g_autofree char *before = NULL;

  if (item->date == NULL && !read_entered (scan, item, error))
    return FALSE;
  if (item->date == NULL && start != NULL)
    before = mappe_date_add_days (start, -1);
  item->count = mappe_due_missing_periods (item->mark, item->date != NULL ? item->date : before, scan->today,
                                           &item->deadline);
  reckon (item, scan->today);
  /* One period late by less than a month is on its way. */
  item->light = item->deadline == NULL          ? MAPPE_DUE_UNDATED
                : item->count > 1               ? MAPPE_DUE_OVERDUE
                : item->deadline_left < -30     ? MAPPE_DUE_OVERDUE
                                                : MAPPE_DUE_SOON;
  return TRUE;
}

/* --- the topics --- */

#define NO_DAY -1

typedef struct {
  MappeDueTopic    topic;
  const MappeKind *kind;
  const char      *sql;
  int              days[2];  /* the days that $1 and $2 stand for, from today; NO_DAY: no such parameter */
  gboolean       (*finish) (const Scan *scan, MappeDueItem *item, GError **error);
} Topic;

static const Topic topics[] = {
  { MAPPE_DUE_TASK, &mappe_task_kind, task_sql, { MAPPE_DUE_SOON_DAYS, NO_DAY }, NULL },
  { MAPPE_DUE_DECISION, &mappe_decision_kind, decision_sql, { MAPPE_DUE_SOON_DAYS, NO_DAY }, NULL },
  { MAPPE_DUE_OPEN, &mappe_task_kind, open_sql, { 0, NO_DAY }, NULL },
  { MAPPE_DUE_MEETING, &mappe_meeting_kind, meeting_sql, { 0, NO_DAY }, finish_meeting },
  { MAPPE_DUE_CALL, &mappe_meeting_kind, call_sql, { 0, NO_DAY }, finish_before },
  { MAPPE_DUE_PAPERS, &mappe_meeting_kind, papers_sql, { 0, NO_DAY }, finish_before },
  { MAPPE_DUE_NOTICE, &mappe_meeting_kind, notice_sql, { 0, NO_DAY }, finish_notice },
  { MAPPE_DUE_UNCONFIRMED, &mappe_meeting_kind, unconfirmed_sql, { 0, NO_DAY }, NULL },
  { MAPPE_DUE_MINUTES, &mappe_meeting_kind, minutes_sql, { 0, NO_DAY }, finish_minutes },
  { MAPPE_DUE_WITH_CHAIR, &mappe_meeting_kind, with_chair_sql, { -MAPPE_DUE_CHAIR_DAYS, NO_DAY }, finish_with_chair },
  { MAPPE_DUE_APPROVAL, &mappe_meeting_kind, approval_sql, { 0, NO_DAY }, NULL },
  { MAPPE_DUE_DEFERRED, &mappe_agenda_item_kind, deferred_sql, { -MAPPE_DUE_DEFERRED_DAYS, 0 }, finish_undated },
  { MAPPE_DUE_OBJECTION, &mappe_objection_kind, objection_sql, { 0, NO_DAY }, finish_objection },
  { MAPPE_DUE_USE_REPORT, &mappe_finance_line_kind, use_report_sql, { MAPPE_DUE_REPORT_DAYS, NO_DAY }, NULL },
  { MAPPE_DUE_REVIEW, &mappe_agreement_kind, review_sql, { MAPPE_DUE_REPORT_DAYS, NO_DAY }, NULL },
  { MAPPE_DUE_NUMBERS, &mappe_indicator_kind, numbers_sql, { 0, NO_DAY }, finish_numbers },
  { MAPPE_DUE_TERM, &mappe_person_kind, term_sql, { MAPPE_DUE_TERM_DAYS, NO_DAY }, NULL },
  { MAPPE_DUE_MEMBERSHIP, &mappe_membership_kind, membership_sql, { 0, MAPPE_DUE_TERM_DAYS }, NULL },
  { MAPPE_DUE_UNDERTAKING, &mappe_person_kind, undertaking_sql, { NO_DAY, NO_DAY }, finish_undated },
  { MAPPE_DUE_DEBRIEF, &mappe_event_kind, debrief_sql, { 0, NO_DAY }, finish_debrief },
  { MAPPE_DUE_CONSENT, &mappe_event_consent_kind, consent_sql, { 0, MAPPE_DUE_REPORT_DAYS }, NULL },
  { MAPPE_DUE_CLOSURE, &mappe_road_closure_kind, closure_sql, { NO_DAY, NO_DAY }, NULL },
  { MAPPE_DUE_GRANT_REPORT, &mappe_funding_application_kind, grant_report_sql, { MAPPE_DUE_REPORT_DAYS, NO_DAY },
    NULL },
  { MAPPE_DUE_APPLICATION, &mappe_funding_application_kind, application_sql, { NO_DAY, NO_DAY }, finish_application },
  { MAPPE_DUE_TRAINING, &mappe_volunteer_kind, training_sql, { 0, NO_DAY }, finish_training },
  { MAPPE_DUE_VOLUNTEER, &mappe_volunteer_kind, volunteer_sql, { 0, NO_DAY }, finish_undated },
  { MAPPE_DUE_CONTRIBUTIONS, &mappe_citizen_input_kind, contributions_sql, { -MAPPE_DUE_ANSWER_DAYS, NO_DAY },
    finish_undated },
  { MAPPE_DUE_PATROLS, &mappe_patrol_kind, patrols_sql, { 0, NO_DAY }, finish_undated },
  { MAPPE_DUE_STANDING, &mappe_body_kind, standing_sql, { 0, NO_DAY }, NULL },
};

static MappeDueItem *
item_from_row (const Topic *topic, const Scan *scan)
{
  MappeStmt *stmt = scan->stmt;
  MappeDueItem *item = g_new0 (MappeDueItem, 1);

  item->topic = topic->topic;
  item->kind = topic->kind;
  item->id = mappe_stmt_get_int (stmt, COLUMN_ID);
  item->reference = take_text (stmt, COLUMN_REFERENCE);
  item->title = take_text (stmt, COLUMN_TITLE);
  item->who = take_text (stmt, COLUMN_WHO);
  item->where = take_text (stmt, COLUMN_WHERE);
  item->mark = take_text (stmt, COLUMN_MARK);
  item->date = take_text (stmt, COLUMN_DATE);
  item->deadline = take_text (stmt, COLUMN_DEADLINE);
  item->since = take_text (stmt, COLUMN_SINCE);
  item->count = mappe_stmt_get_int (stmt, COLUMN_COUNT);
  item->of = mappe_stmt_get_int (stmt, COLUMN_OF);
  reckon (item, scan->today);
  return item;
}

/* Whether there is anything to say about it. */
static gboolean
is_due (const MappeDueItem *item)
{
  switch (item->topic)
    {
    case MAPPE_DUE_NUMBERS:
      return item->count > 0 || (item->date == NULL && item->deadline == NULL);
    case MAPPE_DUE_CALL:
    case MAPPE_DUE_PAPERS:
      return item->light == MAPPE_DUE_SOON;
    case MAPPE_DUE_NOTICE:
    case MAPPE_DUE_DEBRIEF:
    case MAPPE_DUE_TRAINING:
      return item->light != MAPPE_DUE_AHEAD;
    case MAPPE_DUE_APPLICATION:
      return item->days_left <= MAPPE_DUE_REPORT_DAYS;
    default:
      return TRUE;
    }
}

static gboolean
step_through (const Topic *topic, const Scan *scan, GPtrArray *items, GError **error)
{
  gboolean has_row;

  for (;;)
    {
      g_autoptr (MappeDueItem) item = NULL;

      if (!mappe_stmt_step (scan->stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      item = item_from_row (topic, scan);
      if (topic->finish != NULL && !topic->finish (scan, item, error))
        return FALSE;
      if (is_due (item))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
}

static gboolean
collect_topic (MappeConn *conn, const Topic *topic, const char *today, GPtrArray *items, GError **error)
{
  Scan scan = { conn, mappe_conn_prepare (conn, topic->sql, error), today };
  gboolean done;

  if (scan.stmt == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (topic->days) && topic->days[i] != NO_DAY; i++)
    {
      g_autofree char *day = mappe_date_add_days (today, topic->days[i]);

      mappe_stmt_bind_text (scan.stmt, i + 1, day);
    }
  done = step_through (topic, &scan, items, error);
  mappe_stmt_reset (scan.stmt);
  return done;
}

/* One entry for all of them: what is longest past its time leads to the others. */
static gboolean
collect_records (MappeConn *conn, const char *today, GPtrArray *items, GError **error)
{
  g_autoptr (MappeRetention) retention = mappe_retention_load_on (conn, today, error);
  const MappeRetentionDue *oldest = NULL;
  MappeDueItem *item;

  for (guint i = 0; retention != NULL && i < retention->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (retention->due, i);

      if (oldest == NULL || g_strcmp0 (due->due_on, oldest->due_on) < 0)
        oldest = due;
    }
  if (oldest == NULL)
    return retention != NULL;
  item = g_new0 (MappeDueItem, 1);
  item->topic = MAPPE_DUE_RECORDS;
  item->kind = oldest->rule->kind;
  item->id = oldest->id;
  item->reference = g_strdup (oldest->reference);
  item->title = g_strdup (oldest->title);
  item->date = g_strdup (oldest->due_on);
  item->count = (gint64) retention->due->len;
  reckon (item, today);
  item->light = MAPPE_DUE_UNDATED;
  g_ptr_array_add (items, item);
  return TRUE;
}

/**
 * mappe_due_collect:
 * @items: (element-type MappeDueItem): gets what is due, by topic, then by day
 */
gboolean
mappe_due_collect (MappeConn *conn, const char *today, GPtrArray *items, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (!collect_topic (conn, &topics[i], today, items, error))
      return FALSE;
  return collect_records (conn, today, items, error);
}
