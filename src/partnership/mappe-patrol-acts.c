/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-field-work-error.h"
#include "mappe-patrol.h"

/* What becomes of patrols. Each act is one edit, so one step of undo. */

static const guint counts_fields[] = { MAPPE_PATROL_CITIZEN_TALKS, MAPPE_PATROL_WARNINGS,
                                       MAPPE_PATROL_DISPERSAL_ORDERS, MAPPE_PATROL_INCIDENTS };

static MappeEdit *
edit_of (const MappeRow *patrol, MappeRow *mine, const char *label)
{
  g_autofree char *day = mappe_date_format (mappe_row_get_text (patrol, MAPPE_PATROL_DATE));
  g_autofree char *text = g_strdup_printf ("%s: %s", label, day);
  MappeEdit *edit = mappe_edit_new (text);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) patrol), mine);
  return edit;
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * mappe_patrol_held:
 * @patrol: the patrol as it is
 * @counts: what was counted
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the edit: it took place; %NULL for one that is still to come
 */
MappeEdit *
mappe_patrol_held (const MappeRow *patrol, const MappePatrolCounts *counts, const char *today, GError **error)
{
  const char *const texts[] = { counts->talks, counts->warnings, counts->dispersal_orders, counts->incidents };
  g_autoptr (MappeRow) mine = NULL;

  if (strcmp (mappe_row_get_text (patrol, MAPPE_PATROL_DATE), today) > 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("This patrol is still to come"));
  mine = mappe_row_copy (patrol);
  mappe_row_set_canonical (mine, MAPPE_PATROL_STATUS, "held", NULL);
  mappe_row_set_canonical (mine, MAPPE_PATROL_CANCEL_REASON, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 number;

      if (!is_blank (texts[i]) && (!g_ascii_string_to_signed (texts[i], 10, 0, 1000000, &number, NULL)))
        return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING,
                                        _("A count is a whole number; leave it empty when nobody counted"));
      mappe_row_set_canonical (mine, counts_fields[i], is_blank (texts[i]) ? NULL : texts[i], NULL);
    }
  return edit_of (patrol, g_steal_pointer (&mine), _("Patrol held"));
}

/**
 * mappe_patrol_cancel:
 * @reason: why; required
 *
 * What was counted is taken away: nobody was there.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_patrol_cancel (const MappeRow *patrol, const char *reason, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (MappeRow) mine = NULL;

  if (*text == '\0')
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING,
                                    _("Please say why the patrol was cancelled"));
  mine = mappe_row_copy (patrol);
  mappe_row_set_canonical (mine, MAPPE_PATROL_STATUS, "cancelled", NULL);
  if (!mappe_row_set_canonical (mine, MAPPE_PATROL_CANCEL_REASON, text, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (counts_fields); i++)
    mappe_row_set_canonical (mine, counts_fields[i], NULL, NULL);
  return edit_of (patrol, g_steal_pointer (&mine), _("Patrol cancelled"));
}

/* --- a week like the one before --- */

/**
 * mappe_patrol_roster_of:
 * @roster: (nullable): name of a duty roster, e.g. "DP-KW47"
 * @from_week: the week it is of, "2026-W47"
 * @to_week: another week
 *
 * Returns: (transfer full) (nullable): the roster of the other week, where the name ends with the number of its week:
 *   "DP-KW48"; otherwise nobody knows what it is called
 */
char *
mappe_patrol_roster_of (const char *roster, const char *from_week, const char *to_week)
{
  const char *from = strchr (from_week, 'W') + 1, *to = strchr (to_week, 'W') + 1;
  gsize length = roster != NULL ? strlen (roster) : 0;

  if (length <= 2 || !g_str_has_suffix (roster, from) || g_ascii_isdigit (roster[length - 3]))
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (length - 2), roster, to);
}

/* A patrol that begins at the same time in the same area is planned already. */
static gboolean
is_planned (GPtrArray *there, const MappeRow *copy)
{
  static const guint fields[] = { MAPPE_PATROL_DATE, MAPPE_PATROL_START_AT, MAPPE_PATROL_AREA };

  for (guint i = 0; i < there->len; i++)
    {
      const MappeRow *other = ((MappeListed *) g_ptr_array_index (there, i))->row;
      gboolean same = TRUE;

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        same = same && mappe_value_equal (&other->values[fields[f]], &copy->values[fields[f]]);
      if (same)
        return TRUE;
    }
  return FALSE;
}

static MappeRow *
copy_of (const MappeRow *patrol, const char *week)
{
  static const guint kept[] = {
    MAPPE_PATROL_START_AT, MAPPE_PATROL_END_AT, MAPPE_PATROL_AREA, MAPPE_PATROL_POLICE_ORGANISATION,
    MAPPE_PATROL_POLICE_STAFF, MAPPE_PATROL_MUNICIPAL_ORGANISATION, MAPPE_PATROL_MUNICIPAL_STAFF, MAPPE_PATROL_CLAUSE,
    MAPPE_PATROL_MEASURE,
  };
  MappeRow *copy = mappe_row_new_preset (&mappe_patrol_kind);
  const char *day = mappe_row_get_text (patrol, MAPPE_PATROL_DATE);
  g_autofree char *later = mappe_date_add_days (day, MAPPE_WEEK_DAYS);
  g_autofree char *before = mappe_patrol_week_name (day);
  g_autofree char *roster = mappe_patrol_roster_of (mappe_row_get_text (patrol, MAPPE_PATROL_DUTY_ROSTER_REF), before,
                                                    week);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    mappe_value_copy (&copy->values[kept[i]], &patrol->values[kept[i]]);
  mappe_row_set_canonical (copy, MAPPE_PATROL_DATE, later, NULL);
  mappe_row_set_canonical (copy, MAPPE_PATROL_STATUS, "planned", NULL);
  mappe_row_set_canonical (copy, MAPPE_PATROL_DUTY_ROSTER_REF, roster, NULL);
  return copy;
}

/**
 * mappe_patrol_move:
 * @patrol: a planned patrol as it is
 * @area: id of the area it is to be in
 * @day: "YYYY-MM-DD": the day it is to be on
 *
 * Times, services and staff stay; the duty roster is that of the other week, where its name says it.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL for one that was reported on, and where nothing changes
 */
MappeEdit *
mappe_patrol_move (const MappeRow *patrol, gint64 area, const char *day, GError **error)
{
  const char *before = mappe_row_get_text (patrol, MAPPE_PATROL_DATE);
  g_autofree char *from_week = mappe_patrol_week_name (before), *to_week = mappe_patrol_week_name (day);
  g_autoptr (MappeRow) mine = NULL;

  if (g_strcmp0 (mappe_row_get_text (patrol, MAPPE_PATROL_STATUS), "planned") != 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE,
                                    _("Only a planned patrol is moved; this one was reported on"));
  if (to_week == NULL || (strcmp (before, day) == 0 && mappe_row_get_int (patrol, MAPPE_PATROL_AREA) == area))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_NOTHING, _("There is nothing to change"));
  mine = mappe_row_copy (patrol);
  mappe_value_set_int (&mine->values[MAPPE_PATROL_AREA], area);
  mappe_row_set_canonical (mine, MAPPE_PATROL_DATE, day, NULL);
  if (!g_str_equal (from_week, to_week))
    {
      g_autofree char *roster = mappe_patrol_roster_of (mappe_row_get_text (patrol, MAPPE_PATROL_DUTY_ROSTER_REF),
                                                        from_week, to_week);

      mappe_row_set_canonical (mine, MAPPE_PATROL_DUTY_ROSTER_REF, roster, NULL);
    }
  return edit_of (patrol, g_steal_pointer (&mine), _("Move patrol"));
}

/**
 * mappe_patrol_copy_week:
 * @n_copied: (out): how many patrols it adds
 *
 * Plans the week like the one before: time, area, services, staff, clause and measure; those that were cancelled were
 * planned too. What is planned already is left alone.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when there is nothing to copy
 */
MappeEdit *
mappe_patrol_copy_week (const MappePatrolWeek *week, guint *n_copied, GError **error)
{
  g_autoptr (GPtrArray) before = mappe_patrol_week_before (week);
  g_autoptr (GPtrArray) there = mappe_patrol_week_find (week, 0, week->days[0], week->days[MAPPE_WEEK_DAYS - 1]);
  g_autofree char *name = mappe_patrol_week_name (week->days[0]);
  g_autofree char *label = g_strdup_printf (_("Copy patrols into week %s"), name);
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);

  *n_copied = 0;
  for (guint i = 0; i < before->len; i++)
    {
      g_autoptr (MappeRow) copy = copy_of (((MappeListed *) g_ptr_array_index (before, i))->row, name);

      if (is_planned (there, copy))
        continue;
      mappe_edit_insert (edit, g_steal_pointer (&copy));
      ++*n_copied;
    }
  if (*n_copied > 0)
    return g_steal_pointer (&edit);
  return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_NOTHING,
                                  before->len > 0 ? _("All patrols of last week are in this week already")
                                                  : _("There was no patrol last week"));
}
