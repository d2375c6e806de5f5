/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-application-paper.h"
#include "mappe-cli-outline.h"
#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-funding-overview.h"
#include "mappe-funding-payment.h"
#include "mappe-funding-programme.h"
#include "mappe-funding-words.h"

/* Where money may come from, what was asked for, and whether the rules are kept. */

static const char *const rule_keys[MAPPE_FUNDING_N_RULES] = {
  "open", "deadline", "quota", "cap", "years", "own_share", "covered", "papers", "statement",
};

static const char *
verdict_key (MappeFundingVerdict verdict)
{
  return verdict == MAPPE_FUNDING_MET ? "met" : verdict == MAPPE_FUNDING_NOT_MET ? "not_met" : "unknown";
}

static gpointer
load_overview_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_funding_overview_load (snapshot, today, error);
}

static char *
title_of (const MappeRow *row, guint title)
{
  return g_strdup_printf ("%s %s", mappe_row_get_text (row, MAPPE_FIELD_REFERENCE), mappe_row_get_text (row, title));
}

/* --- all --- */

static void
add_programmes (MappeOutline *out, const MappeFundingOverview *all)
{
  mappe_outline_list (out, "programmes", _("Funding programmes"));
  for (guint i = 0; i < all->programmes->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (all->programmes, i);
      g_autofree char *title = title_of (row, MAPPE_FUNDING_PROGRAMME_NAME);
      g_autofree char *deadline = mappe_funding_deadline (row, all->today);
      g_autofree char *days = deadline != NULL ? mappe_funding_words_days (deadline, all->today, NULL) : NULL;

      mappe_outline_item (out, title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
      mappe_outline_text (out, "funder", _("Funder"), mappe_row_get_text (row, MAPPE_FUNDING_PROGRAMME_FUNDER));
      mappe_outline_code (out, "deadline", deadline, _("Deadline for applications"), days);
      mappe_outline_text (out, "source", _("Source"), mappe_row_get_text (row, MAPPE_FUNDING_PROGRAMME_SOURCE));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_money (MappeOutline *out, const MappeFundingSum *sum)
{
  mappe_outline_euro (out, "total", _("Total cost"), sum->total);
  mappe_outline_euro (out, "asked", _("Asked for"), sum->asked);
  mappe_outline_euro (out, "own", _("Own share"), sum->own);
  mappe_outline_euro (out, "volunteer_hours", _("of it hours of volunteers"), sum->volunteer);
  mappe_outline_euro (out, "other", _("Other money"), sum->other);
  mappe_outline_euro (out, "granted", _("Amount granted"), sum->granted);
  mappe_outline_euro (out, "paid", _("Paid"), sum->paid);
}

static void
add_rules (MappeOutline *out, const MappeFundingFile *file, const char *today)
{
  mappe_outline_list (out, "rules", _("Rules of the programme"));
  for (guint i = 0; i < MAPPE_FUNDING_N_RULES; i++)
    {
      MappeFundingCheck check = mappe_funding_check (file, i, today);
      g_autofree char *words = mappe_funding_words_check (file, i, today, NULL);
      g_autofree char *line = g_strdup_printf ("%s: %s", mappe_funding_words_rule (i, NULL), words);

      if (words == NULL)
        continue;
      mappe_outline_item (out, line);
      mappe_outline_text (out, "rule", NULL, rule_keys[i]);
      mappe_outline_text (out, "verdict", NULL, verdict_key (check.verdict));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_application (MappeOutline *out, const MappeFundingFile *file, const char *today)
{
  const MappeRow *row = file->application->row;
  g_autofree char *report = mappe_funding_words_report (file, today, NULL);
  const char *due = mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON);

  mappe_outline_text (out, "reference", NULL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_outline_text (out, "programme", _("Funding programme"),
                      mappe_row_get_text (file->programme, MAPPE_FUNDING_PROGRAMME_NAME));
  mappe_outline_text (out, "status", NULL, mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_STATUS));
  mappe_outline_text (out, "applicant", _("Applicant"), file->application->shown[MAPPE_FUNDING_APPLICATION_APPLICANT]);
  add_money (out, &file->sum);
  add_rules (out, file, today);
  mappe_outline_code (out, "use_report_due", due, _("Use report"), report);
  mappe_outline_text (out, "use_report_on", NULL, mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_USE_REPORT_ON));
}

static void
add_applications (MappeOutline *out, const MappeFundingOverview *all)
{
  mappe_outline_list (out, "applications", _("Applications"));
  for (guint i = 0; i < all->files->len; i++)
    {
      const MappeFundingFile *file = g_ptr_array_index (all->files, i);
      g_autofree char *title = title_of (file->application->row, MAPPE_FUNDING_APPLICATION_TITLE);

      mappe_outline_item (out, title);
      add_application (out, file, all->today);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

/* --- one --- */

static void
add_details (MappeOutline *out, const MappeFundingFile *file)
{
  const MappeRow *row = file->application->row;

  mappe_outline_list (out, "papers", _("Papers"));
  for (guint i = 0; i < file->papers->len; i++)
    {
      const MappeRow *paper = ((MappeListed *) g_ptr_array_index (file->papers, i))->row;

      mappe_outline_item (out, mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_TITLE));
      mappe_outline_day (out, "supplied_on", _("Supplied on"),
                         mappe_row_get_text (paper, MAPPE_APPLICATION_PAPER_SUPPLIED_ON));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
  mappe_outline_list (out, "payments", _("Payments"));
  for (guint i = 0; i < file->payments->len; i++)
    {
      const MappeRow *payment = ((MappeListed *) g_ptr_array_index (file->payments, i))->row;

      mappe_outline_item (out, mappe_row_get_text (payment, MAPPE_FUNDING_PAYMENT_PAID_ON));
      mappe_outline_euro (out, "amount", _("Amount"), mappe_row_get_int (payment, MAPPE_FUNDING_PAYMENT_AMOUNT_EUR));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
  mappe_outline_text (out, "statement", _("Statement of the council"),
                      mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT));
}

static gboolean
add_one (MappeOutline *out, MappeStore *store, const MappeFundingOverview *all, const char *reference, GError **error)
{
  gint64 id = mappe_cli_find (store, &mappe_funding_application_kind, reference, error);

  for (guint i = 0; id > 0 && i < all->files->len; i++)
    {
      const MappeFundingFile *file = g_ptr_array_index (all->files, i);
      const MappeRow *row = file->application->row;
      g_autofree char *title = NULL;

      if (row->id != id)
        continue;
      title = title_of (row, MAPPE_FUNDING_APPLICATION_TITLE);
      mappe_outline_line (out, title);
      mappe_outline_text (out, "title", NULL, mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_TITLE));
      add_application (out, file, all->today);
      add_details (out, file);
      return TRUE;
    }
  return FALSE;
}

/** mappe_cli_funding: Prints funding programmes and applications, or one application, with the rules kept or not. */
gboolean
mappe_cli_funding (MappeCli *cli, char **arguments, GError **error)
{
  const MappeOutlineForm form = { 0, 1, NULL };
  g_autofree char *today = mappe_date_today ();
  g_auto (MappeOutlineRun) run = { NULL };
  g_autoptr (MappeFundingOverview) all = NULL;

  if (!mappe_outline_begin (cli, arguments, &form, &run, error))
    return *error == NULL;
  all = mappe_store_read (run.store, load_overview_cb, today, error);
  if (all == NULL || (run.reference != NULL && !add_one (run.out, run.store, all, run.reference, error)))
    return FALSE;
  if (run.reference == NULL)
    {
      add_programmes (run.out, all);
      add_applications (run.out, all);
    }
  return mappe_outline_end (cli, &run, error);
}
