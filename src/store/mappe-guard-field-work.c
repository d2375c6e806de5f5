/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-best-practice-profile.h"
#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-patrol.h"
#include "mappe-period.h"
#include "mappe-site-audit-score.h"
#include "mappe-transfer.h"
#include "mappe-volunteer-quarter.h"
#include "mappe-volunteer.h"

/* Rules of the partnership's field work that need other rows. */

/* --- patrols --- */

/* A patrol that ends before it begins goes on past midnight; its evening ends at 24:00 here, and what is after midnight
 * is asked of the days beside it. $1 unit, $2 own id, $3 day, $4 begin, $5 end of the evening. */
#define OVERLAPS(unit_)                                                                                              \
  "SELECT id FROM patrol WHERE " unit_ " = $1 AND id <> $2 AND date = $3 AND status <> 'cancelled'"                  \
  " AND start_at < $5 AND $4 < CASE WHEN end_at <= start_at THEN '24:00' ELSE COALESCE (end_at, start_at) END LIMIT 1"
#define OVERLAPS_NIGHT_BEFORE(unit_)                                                                                 \
  "SELECT id FROM patrol WHERE " unit_ " = $1 AND id <> $2 AND date = $3 AND status <> 'cancelled'"                  \
  " AND end_at <= start_at AND end_at > $4 LIMIT 1"
#define OVERLAPS_NIGHT_AFTER(unit_)                                                                                  \
  "SELECT id FROM patrol WHERE " unit_ " = $1 AND id <> $2 AND date = $3 AND status <> 'cancelled'"                  \
  " AND start_at < $4 LIMIT 1"

typedef struct {
  guint       field;
  const char *same_day, *night_before, *night_after;
} PatrolUnit;

static const PatrolUnit units[] = {
  { MAPPE_PATROL_POLICE_ORGANISATION, OVERLAPS ("police_organisation"), OVERLAPS_NIGHT_BEFORE ("police_organisation"),
    OVERLAPS_NIGHT_AFTER ("police_organisation") },
  { MAPPE_PATROL_MUNICIPAL_ORGANISATION, OVERLAPS ("municipal_organisation"),
    OVERLAPS_NIGHT_BEFORE ("municipal_organisation"), OVERLAPS_NIGHT_AFTER ("municipal_organisation") },
};

static const char overlap[] = N_("This unit is on another patrol at that time");

static gboolean
judge_unit (MappeApply *apply, const MappeRow *row, const PatrolUnit *unit, GError **error)
{
  const char *day = mappe_row_get_text (row, MAPPE_PATROL_DATE);
  const char *start = mappe_row_get_text (row, MAPPE_PATROL_START_AT);
  const char *end = mappe_row_get_text (row, MAPPE_PATROL_END_AT);
  gint64 organisation = mappe_row_get_int (row, unit->field);
  gboolean past_midnight = end != NULL && g_strcmp0 (end, start) <= 0;
  g_autofree char *before = mappe_date_add_days (day, -1);
  g_autofree char *after = mappe_date_add_days (day, 1);

  if (mappe_row_is_null (row, unit->field) || end == NULL)
    return TRUE;
  return mappe_guard_refuse_found (apply, row, (int) unit->field, overlap, error, unit->same_day, "iittt",
                                   organisation, row->id, day, start, past_midnight ? "24:00" : end)
         && mappe_guard_refuse_found (apply, row, (int) unit->field, overlap, error, unit->night_before, "iitt",
                                      organisation, row->id, before, start)
         && (!past_midnight
             || mappe_guard_refuse_found (apply, row, (int) unit->field, overlap, error, unit->night_after, "iitt",
                                          organisation, row->id, after, end));
}

gboolean
mappe_guard_patrol (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (!mappe_guard_changed (change, MAPPE_PATROL_DATE, MAPPE_PATROL_START_AT, MAPPE_PATROL_END_AT, MAPPE_PATROL_STATUS,
                            MAPPE_PATROL_POLICE_ORGANISATION, MAPPE_PATROL_MUNICIPAL_ORGANISATION, -1)
      || mappe_guard_is (change->after, MAPPE_PATROL_STATUS, "cancelled"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (!judge_unit (apply, change->after, &units[i], error))
      return FALSE;
  return TRUE;
}

/* --- places --- */

/* The gate: what does not meet all minimum criteria of the EUCPN is not published as good practice. */
gboolean
mappe_guard_best_practice_profile (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL || mappe_row_is_null (row, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON))
    return TRUE;
  for (guint i = MAPPE_BEST_PRACTICE_PROFILE_PROBLEM_DESCRIBED; i <= MAPPE_BEST_PRACTICE_PROFILE_REPLICABLE; i++)
    if (mappe_row_get_int (row, i) == 0)
      return mappe_guard_refuse (apply, row, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON,
                                 N_("Published only when all four minimum criteria are met"), error);
  return TRUE;
}

gboolean
mappe_guard_transfer (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (!mappe_guard_changed (change, MAPPE_TRANSFER_PROFILE, MAPPE_TRANSFER_TARGET_AREA, -1))
    return TRUE;
  return mappe_guard_refuse_found (apply, row, MAPPE_TRANSFER_TARGET_AREA,
                                   N_("This is the area that the best practice comes from"), error,
                                   "SELECT project.id FROM best_practice_profile, project"
                                   " WHERE best_practice_profile.id = $1"
                                   " AND project.id = best_practice_profile.project AND project.area = $2", "ii",
                                   mappe_row_get_int (row, MAPPE_TRANSFER_PROFILE),
                                   mappe_row_get_int (row, MAPPE_TRANSFER_TARGET_AREA));
}

gboolean
mappe_guard_site_audit_score (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (!mappe_guard_changed (change, MAPPE_SITE_AUDIT_SCORE_AUDIT, MAPPE_SITE_AUDIT_SCORE_CRITERION, -1))
    return TRUE;
  return mappe_guard_refuse_found (apply, row, MAPPE_SITE_AUDIT_SCORE_CRITERION,
                                   N_("This criterion has a score in this audit already"), error,
                                   "SELECT id FROM site_audit_score WHERE audit = $1 AND criterion = $2 AND id <> $3",
                                   "iti", mappe_row_get_int (row, MAPPE_SITE_AUDIT_SCORE_AUDIT),
                                   mappe_row_get_text (row, MAPPE_SITE_AUDIT_SCORE_CRITERION), row->id);
}

/* --- volunteers --- */

/* Active is who has begun; who only came forward may wait for the undertaking. */
gboolean
mappe_guard_volunteer (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL || mappe_row_is_null (row, MAPPE_VOLUNTEER_BEGINS_ON)
      || !mappe_row_is_null (row, MAPPE_VOLUNTEER_UNDERTAKING_ON))
    return TRUE;
  return mappe_guard_refuse (apply, row, MAPPE_VOLUNTEER_UNDERTAKING_ON,
                             N_("Nobody is active without an undertaking: enter its day, or leave the begin empty"),
                             error);
}

static gboolean
is_quarter (const char *text)
{
  MappePeriod period = mappe_period_parse (text);
  g_autofree char *canonical = period.kind == MAPPE_PERIOD_QUARTER ? mappe_period_to_text (period) : NULL;

  return g_strcmp0 (text, canonical) == 0;
}

/* Hours of a quarter that stands there twice, or of none, would be counted wrongly or not at all. */
gboolean
mappe_guard_volunteer_quarter (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;
  const char *period;

  if (!mappe_guard_changed (change, MAPPE_VOLUNTEER_QUARTER_PROGRAMME, MAPPE_VOLUNTEER_QUARTER_PERIOD, -1))
    return TRUE;
  period = mappe_row_get_text (row, MAPPE_VOLUNTEER_QUARTER_PERIOD);
  if (!is_quarter (period))
    return mappe_guard_refuse (apply, row, MAPPE_VOLUNTEER_QUARTER_PERIOD, N_("Enter a quarter, like 2026Q4"),
                               error);
  return mappe_guard_refuse_found (apply, row, MAPPE_VOLUNTEER_QUARTER_PERIOD,
                                   N_("This quarter has figures already; change those"), error,
                                   "SELECT id FROM volunteer_quarter WHERE programme = $1 AND period = $2"
                                   " AND id <> $3", "iti",
                                   mappe_row_get_int (row, MAPPE_VOLUNTEER_QUARTER_PROGRAMME), period, row->id);
}

/* --- money --- */

static gboolean
keeps_cap (MappeApply *apply, const MappeRow *row, guint field, GError **error)
{
  return mappe_row_is_null (row, field)
         || mappe_guard_refuse_found (apply, row, (int) field,
                                      N_("The amount is over the cap of the funding programme"), error,
                                      "SELECT id FROM funding_programme WHERE id = $1 AND cap_eur < $2", "ii",
                                      mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROGRAMME),
                                      mappe_row_get_int (row, field));
}

static gboolean
keeps_share (MappeApply *apply, const MappeRow *row, guint field, GError **error)
{
  return mappe_row_is_null (row, field) || mappe_row_is_null (row, MAPPE_FUNDING_APPLICATION_TOTAL_EUR)
         || mappe_guard_refuse_found (apply, row, (int) field,
                                      N_("The amount is over the highest share of the total cost"), error,
                                      "SELECT id FROM funding_programme WHERE id = $1 AND $2 * 100.0 > quota_pct * $3",
                                      "iii", mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROGRAMME),
                                      mappe_row_get_int (row, field),
                                      mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_TOTAL_EUR));
}

/* Amounts are whole cents, so the share is compared without rounding: asked ≤ quota % of the total cost.  What is
 * granted keeps the same rules. */
gboolean
mappe_guard_funding_application (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  static const guint amounts[] = { MAPPE_FUNDING_APPLICATION_ASKED_EUR, MAPPE_FUNDING_APPLICATION_GRANTED_EUR };

  if (!mappe_guard_changed (change, MAPPE_FUNDING_APPLICATION_PROGRAMME, MAPPE_FUNDING_APPLICATION_ASKED_EUR,
                            MAPPE_FUNDING_APPLICATION_GRANTED_EUR, MAPPE_FUNDING_APPLICATION_TOTAL_EUR, -1))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (!keeps_cap (apply, change->after, amounts[i], error) || !keeps_share (apply, change->after, amounts[i], error))
      return FALSE;
  return TRUE;
}
