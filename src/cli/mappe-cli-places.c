/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-cli-outline.h"
#include "mappe-date.h"
#include "mappe-place.h"
#include "mappe-practice.h"
#include "mappe-site-audit.h"
#include "mappe-transfer.h"

/* Places, what was done there, and what of it is taken elsewhere. */

/* --- a place --- */

typedef struct {
  gint64      id;
  const char *today;
} Wanted;

static gpointer
load_place_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_place_file_load (snapshot, wanted->id, wanted->today, NULL, error);
}

static void
add_audits (MappeOutline *out, const MappeSiteAudits *audits)
{
  mappe_outline_list (out, "audits", _("Site audits"));
  for (guint i = 0; i < audits->audits->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (audits->audits, i);
      double mean;
      guint n = mappe_site_audits_mean (audits, i, &mean);

      mappe_outline_item (out, mappe_row_get_text (row, MAPPE_SITE_AUDIT_HELD_ON));
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
      mappe_outline_text (out, "light", _("Light"), audits->light[i]);
      mappe_outline_int (out, "participants", _("Participants"),
                         mappe_row_get_int (row, MAPPE_SITE_AUDIT_PARTICIPANTS));
      mappe_outline_real (out, "mean", _("Mean score"), mean, 1);
      mappe_outline_int (out, "criteria", _("Criteria scored"), n);
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_titles (MappeOutline *out, const char *key, const char *heading, const GPtrArray *listed)
{
  mappe_outline_list (out, key, heading);
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeListed *one = g_ptr_array_index (listed, i);

      mappe_outline_item (out, one->title);
      mappe_outline_text (out, "reference", NULL, mappe_row_get_text (one->row, MAPPE_FIELD_REFERENCE));
      mappe_outline_close (out);
    }
  mappe_outline_close (out);
}

static void
add_place (MappeOutline *out, const MappePlaceFile *place)
{
  const MappeRow *area = place->area->row;
  g_autofree char *recorded = mappe_row_get_canonical (area, MAPPE_AREA_OBJECTIVE_DEFICIT);
  g_autofree char *perceived = mappe_row_get_canonical (area, MAPPE_AREA_SUBJECTIVE_DEFICIT);

  mappe_outline_line (out, place->area->title);
  mappe_outline_text (out, "title", NULL, place->area->title);
  mappe_outline_text (out, "reference", NULL, mappe_row_get_text (area, MAPPE_FIELD_REFERENCE));
  mappe_outline_text (out, "recorded_deficit", _("Recorded deficit"), recorded);
  mappe_outline_text (out, "perceived_deficit", _("Perceived deficit"), perceived);
  mappe_outline_int (out, "contributions", _("Contributions"), place->n_inputs);
  mappe_outline_int (out, "contributions_realised", _("Contributions realised"), place->realised);
  mappe_outline_day (out, "patrols_from", _("Patrols since"), place->patrols_from);
  mappe_outline_int (out, "patrols_held", _("Patrols held"), place->patrols.held);
  mappe_outline_int (out, "patrols_cancelled", _("Patrols cancelled"), place->patrols.cancelled);
  add_audits (out, place->audits);
  add_titles (out, "projects", _("Projects"), place->projects);
  add_titles (out, "measures", _("Measures"), place->measures);
  add_titles (out, "participation", _("Citizen participation"), place->events);
  add_titles (out, "transfers", _("Transfers"), place->transfers);
}

/** mappe_cli_place: Prints what the council knows of an area. */
gboolean
mappe_cli_place (MappeCli *cli, char **arguments, GError **error)
{
  const MappeOutlineForm form = { 1, 1, NULL };
  g_autofree char *today = mappe_date_today ();
  g_auto (MappeOutlineRun) run = { NULL };
  g_autoptr (MappePlaceFile) place = NULL;
  Wanted wanted = { 0, today };

  if (!mappe_outline_begin (cli, arguments, &form, &run, error))
    return *error == NULL;
  wanted.id = mappe_cli_find (run.store, &mappe_area_kind, run.reference, error);
  place = wanted.id > 0 ? mappe_store_read (run.store, load_place_cb, &wanted, error) : NULL;
  if (place == NULL)
    return FALSE;
  add_place (run.out, place);
  return mappe_outline_end (cli, &run, error);
}

/* --- best practice --- */

static GPtrArray *
load_practices (MappeSnapshot *snapshot, gint64 only, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_best_practice_profile_kind);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_practice_free);

  mappe_query_order (query, MAPPE_FIELD_REFERENCE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 id = ((MappeRow *) g_ptr_array_index (rows, i))->id;
      MappePractice *practice = only == 0 || only == id ? mappe_practice_load (snapshot, id, NULL, error) : NULL;

      if (practice != NULL)
        g_ptr_array_add (practices, practice);
      else if (only == 0 || only == id)
        return NULL;
    }
  return rows != NULL ? g_steal_pointer (&practices) : NULL;
}

static gpointer
load_practices_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return load_practices (snapshot, *(gint64 *) data, error);
}

static void
add_transfer (MappeOutline *out, const MappeTransferCheck *check)
{
  const MappeRow *row = check->transfer->row;
  g_autofree char *verdict = mappe_transfer_check_verdict (check, NULL);
  guint counts[MAPPE_FIT_N];

  mappe_transfer_check_count (check, counts);
  mappe_outline_item (out, check->target->title);
  mappe_outline_text (out, "reference", _("Reference"), mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_outline_text (out, "verdict", _("Conditions"), verdict);
  mappe_outline_int (out, "fits", NULL, counts[MAPPE_FIT_FITS]);
  mappe_outline_int (out, "adapt", NULL, counts[MAPPE_FIT_ADAPT]);
  mappe_outline_int (out, "does_not_fit", NULL, counts[MAPPE_FIT_NONE]);
  mappe_outline_int (out, "open", NULL, counts[MAPPE_FIT_OPEN]);
  mappe_outline_text (out, "result", _("Result"), mappe_row_get_text (row, MAPPE_TRANSFER_RESULT));
  mappe_outline_close (out);
}

static void
add_practice (MappeOutline *out, const MappePractice *practice, gboolean whole)
{
  const MappeRow *row = practice->profile;

  mappe_outline_item (out, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_outline_text (out, "project", _("Project"), practice->project != NULL ? practice->project->title : NULL);
  mappe_outline_int (out, "criteria_met", _("Minimum criteria met, of 4"), mappe_practice_n_met (row));
  mappe_outline_day (out, "published_on", _("Published on"),
                     mappe_row_get_text (row, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON));
  for (guint i = 0; whole && i < MAPPE_PRACTICE_PARTS; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[mappe_practice_part (i)];

      mappe_outline_text (out, field->name, _(field->label), mappe_row_get_text (row, mappe_practice_part (i)));
    }
  mappe_outline_list (out, "transfers", _("Transfers"));
  for (guint i = 0; i < practice->transfers->len; i++)
    add_transfer (out, g_ptr_array_index (practice->transfers, i));
  mappe_outline_close (out);
  mappe_outline_close (out);
}

/** mappe_cli_practice: Prints best-practice profiles with their transfers; one of them with all its parts. */
gboolean
mappe_cli_practice (MappeCli *cli, char **arguments, GError **error)
{
  const MappeOutlineForm form = { 0, 1, NULL };
  g_auto (MappeOutlineRun) run = { NULL };
  g_autoptr (GPtrArray) practices = NULL;
  gint64 only = 0;

  if (!mappe_outline_begin (cli, arguments, &form, &run, error))
    return *error == NULL;
  if (run.reference != NULL
      && (only = mappe_cli_find (run.store, &mappe_best_practice_profile_kind, run.reference, error)) == 0)
    return FALSE;
  practices = mappe_store_read (run.store, load_practices_cb, &only, error);
  if (practices == NULL)
    return FALSE;
  mappe_outline_list (run.out, "practice", _("Best practice"));
  for (guint i = 0; i < practices->len; i++)
    add_practice (run.out, g_ptr_array_index (practices, i), only > 0);
  mappe_outline_close (run.out);
  return mappe_outline_end (cli, &run, error);
}
