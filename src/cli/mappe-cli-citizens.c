/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-citizen-input.h"
#include "mappe-cli-outline.h"
#include "mappe-contributions.h"

/* What citizens said, and what became of it. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_contributions_load (snapshot, NULL, error);
}

static void
add_sum (MappeOutline *out, MappeContributionSum sum)
{
  mappe_outline_int (out, "received", _("Received"), sum.received);
  mappe_outline_int (out, "answered", _("Answered"), sum.answered);
  mappe_outline_int (out, "realised", _("Realised"), sum.realised);
  mappe_outline_real (out, "median_days", _("Median days"), sum.median_days, 1);
}

static void
add_events (MappeOutline *out, const MappeContributions *all, int year)
{
  mappe_outline_list (out, "participation", _("By participation"));
  for (guint i = 0; i < all->events->len; i++)
    {
      const MappeListed *event = g_ptr_array_index (all->events, i);
      MappeContributionSum sum = mappe_contributions_sum (all, event->row->id, year);

      if (sum.received == 0)
        continue;
      mappe_outline_item (out, event->title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (event->row, MAPPE_FIELD_REFERENCE));
      add_sum (out, sum);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_waiting (MappeOutline *out, const MappeContributions *all)
{
  g_autoptr (GPtrArray) waiting = mappe_contributions_waiting (all);

  mappe_outline_list (out, "waiting", _("Without an answer"));
  for (guint i = 0; i < waiting->len; i++)
    {
      const MappeListed *input = g_ptr_array_index (waiting, i);

      mappe_outline_item (out, mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_TEXT));
      mappe_outline_text (out, "reference", _("Reference"), mappe_row_get_text (input->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_day (out, "received_on", _("Received on"),
                         mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_RECEIVED_ON));
      mappe_outline_code (out, "category", mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_CATEGORY), _("Category"),
                          mappe_contributions_category (all, input->row));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

/** mappe_cli_citizens: Prints the way of contributions: received, answered, realised; and those without an answer. */
gboolean
mappe_cli_citizens (MappeCli *cli, char **arguments, GError **error)
{
  const MappeOutlineForm form = { 0, 0, N_("The year of receipt; without it all") };
  g_auto (MappeOutlineRun) run = { NULL };
  g_autoptr (MappeContributions) all = NULL;

  if (!mappe_outline_begin (cli, arguments, &form, &run, error))
    return *error == NULL;
  all = mappe_store_read (run.store, load_cb, NULL, error);
  if (all == NULL)
    return FALSE;
  add_sum (run.out, mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, (int) run.year));
  add_events (run.out, all, (int) run.year);
  add_waiting (run.out, all);
  return mappe_outline_end (cli, &run, error);
}
