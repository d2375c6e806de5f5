/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteers-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-work-error.h"
#include "mappe-funding-application.h"
#include "mappe-number.h"
#include "mappe-period.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer-quarter.h"
#include "mappe-volunteer.h"

static MappeRow *
update (MappeEdit *edit, const MappeRow *base)
{
  MappeRow *mine = mappe_row_copy (base);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), mine);
  return mine;
}

/* --- a quarter --- */

/* Returns: (nullable): the row of a quarter that was entered before */
static const MappeRow *
find_quarter (const MappeVolunteers *self, gint64 programme, const char *period)
{
  g_autoptr (GPtrArray) quarters = mappe_volunteers_quarters (self, programme);

  for (guint i = 0; i < quarters->len; i++)
    if (g_strcmp0 (mappe_row_get_text (g_ptr_array_index (quarters, i), MAPPE_VOLUNTEER_QUARTER_PERIOD), period) == 0)
      return g_ptr_array_index (quarters, i);
  return NULL;
}

/* Returns: (transfer full) (nullable): "2026Q4" */
static char *
parse_quarter (const char *typed, GError **error)
{
  MappePeriod period = mappe_period_parse_typed (typed);

  if (period.kind == MAPPE_PERIOD_QUARTER)
    return mappe_period_to_text (period);
  return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("Enter a quarter, like 2026Q4"));
}

static gboolean
set_counts (MappeRow *row, const MappeVolunteerEntry *entry, GError **error)
{
  const struct { guint field; const char *value; } counts[] = {
    { MAPPE_VOLUNTEER_QUARTER_ACTIVE, entry->active },     { MAPPE_VOLUNTEER_QUARTER_JOINED, entry->joined },
    { MAPPE_VOLUNTEER_QUARTER_DEPARTED, entry->departed }, { MAPPE_VOLUNTEER_QUARTER_HOURS, entry->hours },
    { MAPPE_VOLUNTEER_QUARTER_TRAINED, entry->trained },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!mappe_row_set_canonical (row, counts[i].field, counts[i].value, error))
      return FALSE;
  return mappe_row_validate (row, NULL, error);
}

/**
 * mappe_volunteers_enter:
 * @programme: id
 * @entry: what was counted; a quarter that was entered before is changed
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it is no quarter, or nothing was counted
 */
MappeEdit *
mappe_volunteers_enter (const MappeVolunteers *self, gint64 programme, const MappeVolunteerEntry *entry,
                        GError **error)
{
  g_autofree char *period = parse_quarter (entry->period, error), *label = NULL;
  const MappeListed *whose = mappe_volunteers_programme (self, programme);
  g_autoptr (MappeEdit) edit = NULL;
  g_autoptr (MappeRow) mine = NULL;
  const MappeRow *before;

  if (period == NULL || whose == NULL)
    return NULL;
  if (entry->active == NULL && entry->hours == NULL)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("Enter who is active, or the hours"));
  /* Translators: a quarter, like 2026Q4; name of a programme */
  label = g_strdup_printf (_("Volunteers in %1$s: %2$s"), period,
                           mappe_row_get_text (whose->row, MAPPE_VOLUNTEER_PROGRAMME_NAME));
  before = find_quarter (self, programme, period);
  mine = before != NULL ? mappe_row_copy (before) : mappe_row_new_preset (&mappe_volunteer_quarter_kind);
  mappe_value_set_int (&mine->values[MAPPE_VOLUNTEER_QUARTER_PROGRAMME], programme);
  mappe_value_set_text (&mine->values[MAPPE_VOLUNTEER_QUARTER_PERIOD], period);
  if (!set_counts (mine, entry, error))
    return NULL;
  edit = mappe_edit_new (label);
  if (before != NULL)
    mappe_edit_update (edit, mappe_row_ref ((MappeRow *) before), g_steal_pointer (&mine));
  else
    mappe_edit_insert (edit, g_steal_pointer (&mine));
  return g_steal_pointer (&edit);
}

/* --- people --- */

/**
 * mappe_volunteers_train:
 * @day: of the training, "YYYY-MM-DD"; the next one is due in the rhythm of the programme
 *
 * Returns: (transfer full): the edit
 */
MappeEdit *
mappe_volunteers_train (const MappeVolunteers *self, const MappeRow *person, const char *day, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = update (edit, person);
  guint months = mappe_volunteers_rhythm (self, person);
  g_autofree char *next = months > 0 ? mappe_volunteers_months_later (day, months) : NULL;

  mappe_row_set_canonical (mine, MAPPE_VOLUNTEER_TRAINED_ON, day, NULL);
  mappe_row_set_canonical (mine, MAPPE_VOLUNTEER_TRAINING_DUE_ON, next, NULL);
  return edit;
}

/** mappe_volunteers_thank: Returns: (transfer full): the edit that notes today for all who were active in the year and
 * were not thanked since it began */
MappeEdit *
mappe_volunteers_thank (const MappeVolunteers *self, int year, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  g_autoptr (GPtrArray) list = mappe_volunteers_thanks (self, year);

  for (guint i = 0; i < list->len; i++)
    {
      const MappeVolunteerThanks *thanks = g_ptr_array_index (list, i);

      if (!thanks->thanked)
        mappe_row_set_canonical (update (edit, thanks->person->row), MAPPE_VOLUNTEER_THANKED_ON, self->today, NULL);
    }
  return edit;
}

/** mappe_volunteers_give: Returns: (transfer full): the edit that puts the hours into the application */
MappeEdit *
mappe_volunteers_give (const MappeVolunteerShare *share, double hours, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = update (edit, share->application->row);
  g_autofree char *value = mappe_real_to_canonical (hours);

  mappe_row_set_canonical (mine, MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS, value, NULL);
  return edit;
}
