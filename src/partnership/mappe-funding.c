/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-agenda-item.h"
#include "mappe-application-paper.h"
#include "mappe-chart-text.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-funding-programme.h"
#include "mappe-meeting.h"
#include "mappe-project.h"

/* --- reckoning --- */

/* What may be asked for: neither more than the cap nor more than the share of the cost, whole cents rounded down. */
static gint64
most_of (const MappeRow *programme, gint64 total)
{
  gint64 most = -1;

  if (!mappe_row_is_null (programme, MAPPE_FUNDING_PROGRAMME_CAP_EUR))
    most = mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_CAP_EUR);
  if (total > 0 && !mappe_row_is_null (programme, MAPPE_FUNDING_PROGRAMME_QUOTA_PCT))
    {
      double quota = mappe_row_get_real (programme, MAPPE_FUNDING_PROGRAMME_QUOTA_PCT);
      gint64 share = (gint64) floor (quota * (double) total / 100 + 1e-6);

      most = most < 0 ? share : MIN (most, share);
    }
  return most;
}

static gint64
paid_of (const GPtrArray *payments)
{
  gint64 paid = 0;

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    paid += mappe_row_get_int (((MappeListed *) g_ptr_array_index (payments, i))->row,
                               MAPPE_FUNDING_PAYMENT_AMOUNT_EUR);
  return paid;
}

/**
 * mappe_funding_sum:
 * @payments: (nullable) (element-type MappeListed): of the application
 *
 * Returns: the money of the application by the rules of its programme
 */
MappeFundingSum
mappe_funding_sum (const MappeRow *application, const MappeRow *programme, const GPtrArray *payments)
{
  double hours = mappe_row_get_real (application, MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS);
  double share = mappe_row_get_real (programme, MAPPE_FUNDING_PROGRAMME_OWN_SHARE_PCT);
  MappeFundingSum sum = { .total = mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_TOTAL_EUR),
                          .asked = mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_ASKED_EUR),
                          .other = mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_OTHER_EUR),
                          .granted = mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_GRANTED_EUR),
                          .paid = paid_of (payments) };

  sum.volunteer = llround (hours * (double) mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_VOLUNTEER_RATE_EUR));
  sum.own = mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_OWN_EUR) + sum.volunteer;
  sum.most = most_of (programme, sum.total);
  sum.least_own = (gint64) ceil (share * (double) sum.total / 100 - 1e-6);
  sum.missing = sum.total - sum.asked - sum.own - sum.other;
  sum.open = sum.granted - sum.paid;
  return sum;
}

/**
 * mappe_funding_deadline:
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the deadline for applications: a yearly one is the next, another may be over
 */
char *
mappe_funding_deadline (const MappeRow *programme, const char *today)
{
  const char *day = mappe_row_get_text (programme, MAPPE_FUNDING_PROGRAMME_DEADLINE_ON);

  if (day == NULL || mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_DEADLINE_YEARLY) == 0)
    return g_strdup (day);
  return mappe_date_next_yearly (day, today);
}

/* --- reading --- */

/* Meetings that the statement can be put on. */
static GPtrArray *
load_meetings (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *coming;

  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_GREATER_EQUAL, today);
  mappe_query_order (query, MAPPE_MEETING_HELD_ON, FALSE);
  all = mappe_snapshot_list (snapshot, query, error);
  if (all == NULL)
    return NULL;
  coming = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_listed_free);
  while (all->len > 0)
    {
      MappeListed *meeting = g_ptr_array_steal_index (all, 0);
      const char *state = mappe_row_get_text (meeting->row, MAPPE_MEETING_STATE);

      if (state == NULL || g_str_equal (state, "planned") || g_str_equal (state, "invited"))
        g_ptr_array_add (coming, meeting);
      else
        mappe_listed_free (meeting);
    }
  return coming;
}

static gboolean
load_statement (MappeFundingFile *self, MappeSnapshot *snapshot, const char *today, GError **error)
{
  const MappeRow *row = self->application->row;
  gint64 project = mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROJECT);
  gint64 item = mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_AGENDA_ITEM);

  if (project > 0)
    self->project = mappe_snapshot_load (snapshot, &mappe_project_kind, project, error);
  if (project > 0 && self->project == NULL)
    return FALSE;
  if (item > 0)
    self->item = mappe_listing_one (snapshot, &mappe_agenda_item_kind, item, error);
  if (item > 0 && self->item == NULL)
    return FALSE;
  self->decisions = mappe_listing_of (snapshot, &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, item,
                                      MAPPE_FIELD_REFERENCE, error);
  if (self->decisions != NULL)
    self->meetings = load_meetings (snapshot, today, error);
  return self->meetings != NULL;
}

/**
 * mappe_funding_file_load:
 * @id: of the application
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the application; %NULL without an error when it is gone
 */
MappeFundingFile *
mappe_funding_file_load (MappeSnapshot *snapshot, gint64 id, const char *today, GError **error)
{
  g_autoptr (MappeFundingFile) self = g_new0 (MappeFundingFile, 1);

  self->application = mappe_listing_one (snapshot, &mappe_funding_application_kind, id, error);
  if (self->application == NULL)
    return NULL;
  self->programme = mappe_snapshot_load (snapshot, &mappe_funding_programme_kind,
                                         mappe_row_get_int (self->application->row,
                                                            MAPPE_FUNDING_APPLICATION_PROGRAMME), error);
  if (self->programme == NULL)
    return NULL;
  self->papers = mappe_listing_of (snapshot, &mappe_application_paper_kind, MAPPE_APPLICATION_PAPER_APPLICATION, id,
                                   MAPPE_FIELD_REFERENCE, error);
  self->payments = self->papers != NULL ? mappe_listing_of (snapshot, &mappe_funding_payment_kind,
                                                            MAPPE_FUNDING_PAYMENT_APPLICATION, id,
                                                            MAPPE_FUNDING_PAYMENT_PAID_ON, error) : NULL;
  if (self->payments == NULL)
    return NULL;
  if (!load_statement (self, snapshot, today, error))
    return NULL;
  self->sum = mappe_funding_sum (self->application->row, self->programme, self->payments);
  self->deadline = mappe_funding_deadline (self->programme, today);
  return g_steal_pointer (&self);
}

/** mappe_funding_file_free: @self: (transfer full) */
void
mappe_funding_file_free (MappeFundingFile *self)
{
  g_clear_pointer (&self->application, mappe_listed_free);
  g_clear_pointer (&self->programme, mappe_row_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->project, mappe_row_unref);
  g_clear_pointer (&self->item, mappe_listed_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_free (self->deadline);
  g_free (self);
}

/* --- papers --- */

static gboolean
has_paper (const MappeFundingFile *self, const char *title)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      const MappeRow *paper = ((MappeListed *) g_ptr_array_index (self->papers, i))->row;

      if (g_strcmp0 (mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_TITLE), title) == 0)
        return TRUE;
    }
  return FALSE;
}

/** mappe_funding_wanted_papers: Returns: (transfer full) (element-type utf8): papers of the programme that are not on
 * the list of the application */
GPtrArray *
mappe_funding_wanted_papers (const MappeFundingFile *self)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);
  const char *text = mappe_row_get_text (self->programme, MAPPE_FUNDING_PROGRAMME_PAPERS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !has_paper (self, lines[i]))
      g_ptr_array_add (wanted, g_strdup (lines[i]));
  return wanted;
}

/** mappe_funding_take_papers: Returns: (transfer full): the edit that puts them on the list of the application */
MappeEdit *
mappe_funding_take_papers (const MappeFundingFile *self, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  g_autoptr (GPtrArray) wanted = mappe_funding_wanted_papers (self);

  for (guint i = 0; i < wanted->len; i++)
    {
      MappeRow *paper = mappe_row_new_preset (&mappe_application_paper_kind);

      mappe_value_set_int (&paper->values[MAPPE_APPLICATION_PAPER_APPLICATION], self->application->row->id);
      mappe_value_set_text (&paper->values[MAPPE_APPLICATION_PAPER_TITLE], g_ptr_array_index (wanted, i));
      mappe_edit_insert (edit, paper);
    }
  return edit;
}

/** mappe_funding_supply: @day: (nullable): %NULL: it is missing again. Returns: (transfer full): the edit */
MappeEdit *
mappe_funding_supply (const MappeRow *paper, const char *day, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (paper);

  mappe_row_set_canonical (mine, MAPPE_APPLICATION_PAPER_SUPPLIED_ON, day, NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) paper), mine);
  return edit;
}

/* --- the statement of the council --- */

/** mappe_funding_draft_statement: @language: (nullable): of the council. Returns: (transfer full): a text to be decided
 * on */
char *
mappe_funding_draft_statement (const MappeFundingFile *self, const MappeLanguage *language)
{
  const MappeRow *row = self->application->row;
  const char *applicant = self->application->shown[MAPPE_FUNDING_APPLICATION_APPLICANT];
  g_autofree char *asked = mappe_chart_number_text ((double) self->sum.asked / 100, 2, language);

  /* Translators: title of an application, applicant, name of a funding programme, amount */
  return g_strdup_printf (L_ ("The council has examined the application “%1$s” of %2$s for %4$s € from “%3$s”. It "
                              "supports the application because …"),
                          mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_TITLE),
                          applicant != NULL ? applicant : "–",
                          mappe_row_get_text (self->programme, MAPPE_FUNDING_PROGRAMME_NAME), asked);
}

/**
 * mappe_funding_put_on_agenda:
 * @edit: gets the link from the application to the item, and @statement where it has none yet
 * @item: of an agenda, also a new one of @edit
 */
void
mappe_funding_put_on_agenda (const MappeFundingFile *self, MappeEdit *edit, gint64 item, const char *statement)
{
  MappeRow *mine = mappe_row_copy (self->application->row);

  mappe_value_set_int (&mine->values[MAPPE_FUNDING_APPLICATION_AGENDA_ITEM], item);
  if (mappe_row_is_null (mine, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT))
    mappe_value_set_text (&mine->values[MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT], statement);
  mappe_edit_update (edit, mappe_row_ref (self->application->row), mine);
}

/** mappe_funding_take_decision: Returns: (transfer full) (nullable): the edit that makes the last decision of the
 * agenda item, with its words, the statement; %NULL: there is none */
MappeEdit *
mappe_funding_take_decision (const MappeFundingFile *self, const char *label)
{
  const MappeRow *decision;
  MappeEdit *edit;
  MappeRow *mine;

  if (self->decisions->len == 0)
    return NULL;
  decision = ((MappeListed *) g_ptr_array_index (self->decisions, self->decisions->len - 1))->row;
  edit = mappe_edit_new (label);
  mine = mappe_row_copy (self->application->row);
  mappe_value_set_int (&mine->values[MAPPE_FUNDING_APPLICATION_DECISION], decision->id);
  mappe_value_set_text (&mine->values[MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT],
                        mappe_row_get_text (decision, MAPPE_DECISION_TEXT));
  mappe_edit_update (edit, mappe_row_ref (self->application->row), mine);
  return edit;
}
