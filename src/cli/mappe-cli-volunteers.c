/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-cli-outline.h"
#include "mappe-date.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers.h"

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_volunteers_load (snapshot, today, error);
}

static void
add_shares (MappeOutline *out, const MappeVolunteers *all, gint64 programme, int year)
{
  g_autoptr (GPtrArray) shares = mappe_volunteers_shares (all, programme, year);

  mappe_outline_list (out, "own_share", _("Hours as own share of a grant"));
  for (guint i = 0; i < shares->len; i++)
    {
      const MappeVolunteerShare *share = g_ptr_array_index (shares, i);

      mappe_outline_item (out, share->application->title);
      mappe_outline_text (out, "application", NULL,
                          mappe_row_get_text (share->application->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_euro (out, "rate", _("Rate per hour"), share->rate);
      mappe_outline_euro (out, "amount", _("Amount"), share->amount);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_programmes (MappeOutline *out, const MappeVolunteers *all, int year)
{
  g_autofree char *heading = g_strdup_printf (_("Volunteer programmes %d"), year);

  mappe_outline_list (out, "programmes", heading);
  for (guint i = 0; i < all->programmes->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (all->programmes, i))->row;
      MappeVolunteerSum sum = mappe_volunteers_sum (all, row->id, year);

      mappe_outline_item (out, mappe_row_get_text (row, MAPPE_VOLUNTEER_PROGRAMME_NAME));
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
      mappe_outline_int (out, "quarters", _("Quarters"), sum.n);
      mappe_outline_real (out, "hours", _("Hours"), sum.hours, 1);
      mappe_outline_int (out, "active", _("Active"), sum.active);
      mappe_outline_int (out, "trained", _("Trained"), sum.trained);
      mappe_outline_int (out, "joined", _("Joined"), sum.joined);
      mappe_outline_int (out, "left", _("Left"), sum.departed);
      add_shares (out, all, row->id, year);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_people (MappeOutline *out, const MappeVolunteers *all)
{
  g_autoptr (GPtrArray) training = mappe_volunteers_training (all);
  g_autoptr (GPtrArray) missing = mappe_volunteers_missing_undertaking (all);

  mappe_outline_list (out, "training", _("Training due"));
  for (guint i = 0; i < training->len; i++)
    {
      const MappeVolunteerTraining *line = g_ptr_array_index (training, i);

      mappe_outline_item (out, line->person->title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (line->person->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_day (out, "due", _("Due"), line->due);
      mappe_outline_int (out, "days_left", _("Days left"), line->days_left);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
  mappe_outline_list (out, "undertaking_missing", _("Undertaking missing"));
  for (guint i = 0; i < missing->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (missing, i);

      mappe_outline_item (out, person->title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (person->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_thanks (MappeOutline *out, const MappeVolunteers *all, int year)
{
  g_autoptr (GPtrArray) thanks = mappe_volunteers_thanks (all, year);

  mappe_outline_list (out, "thanks", _("Thanks"));
  for (guint i = 0; i < thanks->len; i++)
    {
      const MappeVolunteerThanks *line = g_ptr_array_index (thanks, i);

      mappe_outline_item (out, line->person->title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (line->person->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_int (out, "years", _("Years of service"), line->years);
      mappe_outline_bool (out, "thanked", NULL, line->thanked);
      mappe_outline_day (out, "thanked_on", _("Thanked on"),
                         line->thanked ? mappe_row_get_text (line->person->row, MAPPE_VOLUNTEER_THANKED_ON) : NULL);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

/** mappe_cli_volunteers: Prints the volunteers of a year: programmes, hours as own share, training due, thanks. */
gboolean
mappe_cli_volunteers (MappeCli *cli, char **arguments, GError **error)
{
  const MappeOutlineForm form = { 0, 0, N_("The year; without it the newest with an entry") };
  g_autofree char *today = mappe_date_today ();
  g_auto (MappeOutlineRun) run = { NULL };
  g_autoptr (MappeVolunteers) all = NULL;
  g_autoptr (GArray) years = NULL;
  int year;

  if (!mappe_outline_begin (cli, arguments, &form, &run, error))
    return *error == NULL;
  all = mappe_store_read (run.store, load_cb, today, error);
  if (all == NULL)
    return FALSE;
  years = mappe_volunteers_years (all, 0);
  year = run.year == 0 && years->len > 0 ? g_array_index (years, int, 0) : (int) run.year;
  mappe_outline_int (run.out, "year", NULL, year);
  add_programmes (run.out, all, year);
  add_people (run.out, all);
  add_thanks (run.out, all, year);
  return mappe_outline_end (cli, &run, error);
}
