/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-minutes.h"

/* Minutes, from approval to the seal. */

/**
 * mappe_guard_is_sealed:
 * @row: a record of any kind
 *
 * Returns: whether it is sealed minutes, which nobody changes any more, neither by an edit nor by undo
 */
gboolean
mappe_guard_is_sealed (const MappeRow *row)
{
  return row->kind == &mappe_minutes_kind && !mappe_row_is_null (row, MAPPE_MINUTES_SEALED_AT);
}

/** mappe_guard_seal: Sealed minutes are not changed or deleted, alone or with their meeting, whoever asks for it. */
gboolean
mappe_guard_seal (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (change->before == NULL || !mappe_guard_is_sealed (change->before)
      || (change->after != NULL && mappe_row_equal (change->before, change->after)))
    return TRUE;
  return mappe_guard_refuse (apply, change->before, MAPPE_MINUTES_SEALED_AT,
                             N_("Sealed minutes stay as they are; a correction is a new version"), error);
}

static gboolean
is_approved (const MappeRow *row)
{
  return mappe_guard_is (row, MAPPE_MINUTES_STATE, "approved") || mappe_guard_is (row, MAPPE_MINUTES_STATE, "sealed")
         || mappe_guard_is (row, MAPPE_MINUTES_STATE, "archived") || mappe_guard_is_sealed (row);
}

/* What must be there before the seal. */
static gboolean
judge_sealing (MappeApply *apply, const MappeRow *row, GError **error)
{
  static const struct { guint field; const char *reason; } needed[] = {
    { MAPPE_MINUTES_CONTENT, N_("There is no text to seal") },
    { MAPPE_MINUTES_SIGNED_ON, N_("Minutes are signed before they are sealed") },
    { MAPPE_MINUTES_SIGNED_CHAIR, N_("The signature of the chair is missing") },
    { MAPPE_MINUTES_SIGNED_MINUTE_TAKER, N_("The signature of the minute-taker is missing") },
  };

  if (!mappe_guard_is_sealed (row))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (mappe_row_is_null (row, needed[i].field))
      return mappe_guard_refuse (apply, row, (int) needed[i].field, needed[i].reason, error);
  return TRUE;
}

static gboolean
judge_edition (MappeApply *apply, const MappeRow *row, GError **error)
{
  if (mappe_row_get_int (row, MAPPE_MINUTES_EDITION) > 1 && mappe_row_is_null (row, MAPPE_MINUTES_REASON))
    return mappe_guard_refuse (apply, row, MAPPE_MINUTES_REASON, N_("A correction of minutes needs a reason"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_MINUTES_EDITION,
                                   N_("There are minutes of this meeting with this version"), error,
                                   "SELECT o.id FROM minutes n JOIN minutes o ON o.meeting = n.meeting AND o.id <> n.id"
                                   " AND COALESCE (o.edition, 1) = COALESCE (n.edition, 1) WHERE n.id = $1 LIMIT 1",
                                   "i", row->id);
}

/* Nobody decides on a correction before there is something to correct. */
static gboolean
judge_decision (MappeApply *apply, const MappeRow *row, GError **error)
{
  return mappe_guard_refuse_found (apply, row, MAPPE_MINUTES_DECISION,
                                   N_("That decision was made before the meeting"), error,
                                   "SELECT n.id FROM minutes n JOIN meeting m ON m.id = n.meeting"
                                   " JOIN decision d ON d.id = n.decision JOIN agenda_item i ON i.id = d.agenda_item"
                                   " JOIN meeting o ON o.id = i.meeting WHERE n.id = $1 AND o.held_on < m.held_on",
                                   "i", row->id);
}

static gboolean
judge_approval (MappeApply *apply, const MappeRow *row, GError **error)
{
  if (is_approved (row) && mappe_row_is_null (row, MAPPE_MINUTES_APPROVED_ON))
    return mappe_guard_refuse (apply, row, MAPPE_MINUTES_APPROVED_ON,
                               N_("Approved minutes need the day of their approval"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_MINUTES_APPROVED_ON,
                                   N_("Minutes are not approved before the meeting"), error,
                                   "SELECT n.id FROM minutes n JOIN meeting m ON m.id = n.meeting"
                                   " WHERE n.id = $1 AND n.approved_on < m.held_on", "i", row->id);
}

gboolean
mappe_guard_minutes (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (mappe_guard_changed (change, MAPPE_MINUTES_STATE, MAPPE_MINUTES_MEETING, MAPPE_MINUTES_APPROVED_ON,
                           MAPPE_MINUTES_SEALED_AT, -1)
      && !judge_approval (apply, row, error))
    return FALSE;
  if (mappe_guard_changed (change, MAPPE_MINUTES_EDITION, MAPPE_MINUTES_MEETING, MAPPE_MINUTES_REASON, -1)
      && !judge_edition (apply, row, error))
    return FALSE;
  if (mappe_guard_changed (change, MAPPE_MINUTES_DECISION, MAPPE_MINUTES_MEETING, -1)
      && !judge_decision (apply, row, error))
    return FALSE;
  return !mappe_guard_changed (change, MAPPE_MINUTES_SEALED_AT, -1) || judge_sealing (apply, row, error);
}
