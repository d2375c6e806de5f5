/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-debrief.h"
#include "mappe-decision.h"
#include "mappe-due.h"
#include "mappe-event.h"
#include "mappe-finance-line.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-listing.h"
#include "mappe-membership.h"
#include "mappe-person.h"
#include "mappe-standing-private.h"

/* What waits for somebody, with the record it leads to. */

/* @date: (nullable) */
static MappeStandingEntry *
add_entry (MappeStandingReport *self, MappeStandingTopic topic, const MappeListed *listed, const char *about,
           const char *date)
{
  MappeStandingEntry *entry = g_new0 (MappeStandingEntry, 1);

  entry->kind = listed->row->kind;
  entry->id = listed->row->id;
  entry->reference = g_strdup (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE));
  entry->title = g_strdup (listed->title);
  entry->about = g_strdup (about);
  entry->date = g_strdup (date);
  entry->days_left = date != NULL ? mappe_date_days_between (self->today, date) : 0;
  g_ptr_array_add (self->entries[topic], entry);
  return entry;
}

/* What has no day comes last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MappeStandingEntry *one = *(const MappeStandingEntry *const *) a;
  const MappeStandingEntry *other = *(const MappeStandingEntry *const *) b;
  int by_day = g_strcmp0 (one->date != NULL ? one->date : "9", other->date != NULL ? other->date : "9");

  return by_day != 0 ? by_day : g_strcmp0 (one->reference, other->reference);
}

static GPtrArray *
list_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, const char *const *codes, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  for (guint i = 0; codes[i] != NULL; i++)
    mappe_query_where (query, field, MAPPE_OP_EQUAL, codes[i]);
  return mappe_snapshot_list (snapshot, query, error);
}

/* --- decisions --- */

static gboolean
add_decisions (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  const char *const open[] = { "open", "in_progress", "overdue", NULL };
  g_autoptr (GPtrArray) list = list_of (snapshot, &mappe_decision_kind, MAPPE_DECISION_STATUS, open, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *decision = g_ptr_array_index (list, i);
      const char *due = mappe_row_get_text (decision->row, MAPPE_DECISION_DUE_ON);
      gint64 item = mappe_row_get_int (decision->row, MAPPE_DECISION_AGENDA_ITEM);
      MappeStandingBody *body = mappe_standing_find_body (self, mappe_standing_body_of_item (snapshot, item, NULL));
      MappeStandingActivity *activity = body != NULL ? &body->activity : &self->council;

      add_entry (self, MAPPE_STANDING_DECISIONS, decision,
                 decision->shown[MAPPE_DECISION_RESPONSIBLE_ORGANISATION], due);
      activity->open++;
      activity->late += due != NULL && g_strcmp0 (due, self->today) < 0;
    }
  return list != NULL;
}

/* --- terms --- */

static gboolean
add_terms_of (MappeStandingReport *self, MappeSnapshot *snapshot, const MappeKind *kind, guint field, GError **error)
{
  g_autofree char *until = mappe_standing_months_after (self->today, MAPPE_STANDING_TERM_MONTHS);
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) list = NULL;
  gboolean person = kind == &mappe_person_kind;

  mappe_query_where (query, field, MAPPE_OP_GREATER_EQUAL, self->today);
  mappe_query_where (query, field, MAPPE_OP_LESS_EQUAL, until);
  if (person)
    mappe_query_where (query, MAPPE_PERSON_STATUS, MAPPE_OP_NOT_EQUAL, "ended");
  list = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *term = g_ptr_array_index (list, i);
      guint shown = person ? MAPPE_PERSON_ORGANISATION : MAPPE_MEMBERSHIP_BODY;
      MappeStandingEntry *entry = add_entry (self, MAPPE_STANDING_TERMS, term, term->shown[shown],
                                             mappe_row_get_text (term->row, field));

      if (!person)
        {
          g_free (entry->title);
          entry->title = g_strdup (term->shown[MAPPE_MEMBERSHIP_PERSON]);
        }
    }
  return list != NULL;
}

/* --- money --- */

static gint64
paid_for (GPtrArray *payments, gint64 application)
{
  gint64 paid = 0;

  for (guint i = 0; i < payments->len; i++)
    {
      const MappeRow *payment = g_ptr_array_index (payments, i);

      if (mappe_row_get_int (payment, MAPPE_FUNDING_PAYMENT_APPLICATION) == application)
        paid += mappe_row_get_int (payment, MAPPE_FUNDING_PAYMENT_AMOUNT_EUR);
    }
  return paid;
}

static gboolean
is_handed_in (const char *status)
{
  return g_strcmp0 (status, "submitted") == 0 || g_strcmp0 (status, "accepted") == 0;
}

static void
add_application (MappeStandingReport *self, const MappeListed *application, GPtrArray *payments)
{
  const MappeRow *row = application->row;
  const char *programme = application->shown[MAPPE_FUNDING_APPLICATION_PROGRAMME];
  const char *due = mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON);
  gint64 open = mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_GRANTED_EUR) - paid_for (payments, row->id);

  if (open > 0)
    add_entry (self, MAPPE_STANDING_GRANTS, application, programme, NULL)->cents = open;
  if (due != NULL && mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_ON)
      && !is_handed_in (mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_STATUS)))
    add_entry (self, MAPPE_STANDING_REPORTS, application, programme, due);
}

static gboolean
add_applications (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  const char *const granted[] = { "granted", NULL };
  g_autoptr (GPtrArray) list = list_of (snapshot, &mappe_funding_application_kind, MAPPE_FUNDING_APPLICATION_STATUS,
                                        granted, error);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_funding_payment_kind);
  g_autoptr (GPtrArray) payments = list != NULL ? mappe_snapshot_rows (snapshot, query, error) : NULL;

  for (guint i = 0; payments != NULL && i < list->len; i++)
    add_application (self, g_ptr_array_index (list, i), payments);
  return payments != NULL;
}

/* A finance line is called by its project. */
static MappeStandingEntry *
add_line (MappeStandingReport *self, MappeStandingTopic topic, const MappeListed *line, const char *due)
{
  MappeStandingEntry *entry = add_entry (self, topic, line,
                                         mappe_row_get_text (line->row, MAPPE_FINANCE_LINE_SOURCE), due);

  g_free (entry->title);
  entry->title = g_strdup (line->shown[MAPPE_FINANCE_LINE_PROJECT]);
  return entry;
}

static gboolean
add_lines (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_finance_line_kind);
  g_autoptr (GPtrArray) list = mappe_snapshot_list (snapshot, query, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *line = g_ptr_array_index (list, i);
      const char *due = mappe_row_get_text (line->row, MAPPE_FINANCE_LINE_USE_REPORT_DUE_ON);
      gint64 open = mappe_row_get_int (line->row, MAPPE_FINANCE_LINE_PLAN_EUR)
                    - mappe_row_get_int (line->row, MAPPE_FINANCE_LINE_ACTUAL_EUR);

      if (open > 0 && !mappe_row_is_null (line->row, MAPPE_FINANCE_LINE_PLAN_EUR))
        add_line (self, MAPPE_STANDING_BUDGETS, line, NULL)->cents = open;
      if (due != NULL && !is_handed_in (mappe_row_get_text (line->row, MAPPE_FINANCE_LINE_USE_REPORT_STATUS)))
        add_line (self, MAPPE_STANDING_REPORTS, line, due);
    }
  return list != NULL;
}

/* --- debriefs and reviews --- */

static gboolean
add_debriefs (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_event_kind);
  g_autoptr (GPtrArray) list = mappe_snapshot_list (snapshot, query, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *event = g_ptr_array_index (list, i);
      g_autofree char *due = mappe_debrief_due_on (event->row);

      if (mappe_debrief_state (event->row, self->today, NULL) == MAPPE_DEBRIEF_OVERDUE)
        add_entry (self, MAPPE_STANDING_DEBRIEFS, event, event->shown[MAPPE_EVENT_LEAD_ORGANISATION], due);
    }
  return list != NULL;
}

static gboolean
add_reviews (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autofree char *until = mappe_date_add_days (self->today, MAPPE_DUE_REPORT_DAYS);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_agreement_kind);
  g_autoptr (GPtrArray) list = NULL;

  mappe_query_where (query, MAPPE_AGREEMENT_STATUS, MAPPE_OP_EQUAL, "active");
  mappe_query_where (query, MAPPE_AGREEMENT_NEXT_REVIEW_ON, MAPPE_OP_LESS_EQUAL, until);
  list = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *agreement = g_ptr_array_index (list, i);

      add_entry (self, MAPPE_STANDING_REVIEWS, agreement, NULL,
                 mappe_row_get_text (agreement->row, MAPPE_AGREEMENT_NEXT_REVIEW_ON));
    }
  return list != NULL;
}

gboolean
mappe_standing_load_entries (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  if (!add_decisions (self, snapshot, error)
      || !add_terms_of (self, snapshot, &mappe_person_kind, MAPPE_PERSON_TERM_END, error)
      || !add_terms_of (self, snapshot, &mappe_membership_kind, MAPPE_MEMBERSHIP_VALID_TO, error)
      || !add_applications (self, snapshot, error) || !add_lines (self, snapshot, error)
      || !add_debriefs (self, snapshot, error) || !add_reviews (self, snapshot, error))
    return FALSE;
  for (guint i = 0; i < MAPPE_STANDING_N_TOPICS; i++)
    g_ptr_array_sort (self->entries[i], compare_entries);
  return TRUE;
}
