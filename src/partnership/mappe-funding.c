/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding.h"

#include <math.h>
#include <stdlib.h>

#include "mappe-application-paper.h"
#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-funding-programme.h"

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

/* The same day of another year; 29 February becomes the 28th where there is none. */
static char *
in_year (const char *day, int year)
{
  char *moved = g_strdup_printf ("%04d%s", year, day + 4);

  if (!mappe_date_is_valid (moved))
    moved[9] = '8';
  return moved;
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
  char *next = g_strdup (day);

  if (day == NULL || mappe_row_get_int (programme, MAPPE_FUNDING_PROGRAMME_DEADLINE_YEARLY) == 0)
    return next;
  for (int year = MAX (atoi (day), atoi (today)); g_strcmp0 (next, today) < 0; year++)
    {
      g_free (next);
      next = in_year (day, year);
    }
  return next;
}

/* --- reading --- */

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
