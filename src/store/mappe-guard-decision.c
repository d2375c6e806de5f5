/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-roll-call-vote.h"

/* What was decided, and by whose votes. */

/* --- the numbers of a decision --- */

static const int count_fields[] = { MAPPE_DECISION_YES, MAPPE_DECISION_NO, MAPPE_DECISION_ABSTAIN };

/* A decision may be typed with its wording alone; the vote begins with the first of its numbers. */
static gboolean
was_counted (const MappeRow *decision)
{
  for (guint i = 0; i < G_N_ELEMENTS (count_fields); i++)
    if (!mappe_row_is_null (decision, (guint) count_fields[i]))
      return TRUE;
  return FALSE;
}

static gboolean
judge_counts (MappeApply *apply, const MappeRow *row, GError **error)
{
  gint64 cast = 0;

  if (!was_counted (row) || mappe_guard_is (row, MAPPE_DECISION_VOTE_TYPE, "consensus"))
    return TRUE;
  if (mappe_row_is_null (row, MAPPE_DECISION_VOTING_PRESENT))
    return mappe_guard_refuse (apply, row, MAPPE_DECISION_VOTING_PRESENT,
                               N_("A vote needs the number of those present and entitled to vote"), error);
  if (mappe_row_is_null (row, MAPPE_DECISION_ELIGIBLE))
    return mappe_guard_refuse (apply, row, MAPPE_DECISION_ELIGIBLE,
                               N_("A vote needs the number of those taking part"), error);
  for (guint i = 0; i < G_N_ELEMENTS (count_fields); i++)
    cast += mappe_row_get_int (row, (guint) count_fields[i]);
  if (cast != mappe_row_get_int (row, MAPPE_DECISION_ELIGIBLE))
    return mappe_guard_refuse (apply, row, MAPPE_DECISION_ELIGIBLE,
                               N_("In favour, against and abstentions do not add up to those taking part"), error);
  return TRUE;
}

/* GemO § 39: without a quorum nothing is decided; who does so all the same says why, and the minutes show it. */
static gboolean
judge_quorum (MappeApply *apply, const MappeRow *row, GError **error)
{
  gint64 present = mappe_row_get_int (row, MAPPE_DECISION_VOTING_PRESENT);
  gint64 needed = mappe_row_get_int (row, MAPPE_DECISION_QUORUM_NEEDED);

  if (mappe_row_is_null (row, MAPPE_DECISION_VOTING_PRESENT) || mappe_row_is_null (row, MAPPE_DECISION_QUORUM_NEEDED)
      || !mappe_row_is_null (row, MAPPE_DECISION_QUORUM_OVERRIDE) || present >= needed)
    return TRUE;
  return mappe_guard_refuse (apply, row, MAPPE_DECISION_QUORUM_OVERRIDE,
                             N_("A vote without a quorum needs a written reason"), error);
}

/* Where votes were called by name, they are what was counted; a number that is not there yet says nothing. */
static gboolean
judge_called (MappeApply *apply, const MappeRow *decision, GError **error)
{
  static const char *const sql[] = {
    "SELECT d.id FROM decision d JOIN roll_call_vote v ON v.decision = d.id WHERE d.id = $1 GROUP BY d.id, d.yes"
    " HAVING SUM (CASE WHEN v.vote = 'yes' THEN 1 ELSE 0 END) <> d.yes",
    "SELECT d.id FROM decision d JOIN roll_call_vote v ON v.decision = d.id WHERE d.id = $1 GROUP BY d.id, d.no"
    " HAVING SUM (CASE WHEN v.vote = 'no' THEN 1 ELSE 0 END) <> d.no",
    "SELECT d.id FROM decision d JOIN roll_call_vote v ON v.decision = d.id WHERE d.id = $1 GROUP BY d.id, d.abstain"
    " HAVING SUM (CASE WHEN v.vote = 'abstain' THEN 1 ELSE 0 END) <> d.abstain",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    if (!mappe_guard_refuse_found (apply, decision, count_fields[i],
                                   N_("The roll call does not agree with the number counted"), error, sql[i], "i",
                                   decision->id))
      return FALSE;
  return TRUE;
}

static gboolean
judge_number (MappeApply *apply, const MappeRow *row, GError **error)
{
  return mappe_guard_refuse_found (apply, row, MAPPE_DECISION_NUMBER,
                                   N_("Another decision of this body has this number"), error,
                                   "SELECT x.id FROM decision d JOIN agenda_item a ON a.id = d.agenda_item"
                                   " JOIN meeting m ON m.id = a.meeting"
                                   " JOIN decision x ON x.number_key = d.number_key AND x.number = d.number"
                                   " AND x.id <> d.id JOIN agenda_item y ON y.id = x.agenda_item"
                                   " JOIN meeting z ON z.id = y.meeting AND z.body = m.body WHERE d.id = $1 LIMIT 1",
                                   "i", row->id);
}

gboolean
mappe_guard_decision (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (mappe_guard_changed (change, MAPPE_DECISION_AGENDA_ITEM, -1)
      && !mappe_guard_decision_held (apply, row, MAPPE_DECISION_AGENDA_ITEM, error))
    return FALSE;
  if (mappe_guard_changed (change, MAPPE_DECISION_AGENDA_ITEM, MAPPE_DECISION_NUMBER, -1)
      && !judge_number (apply, row, error))
    return FALSE;
  if (mappe_guard_changed (change, MAPPE_DECISION_VOTE_TYPE, MAPPE_DECISION_VOTING_PRESENT, MAPPE_DECISION_ELIGIBLE,
                           MAPPE_DECISION_YES, MAPPE_DECISION_NO, MAPPE_DECISION_ABSTAIN, -1)
      && !(judge_counts (apply, row, error) && judge_called (apply, row, error)
           && mappe_guard_live_decision (apply, row, error)))
    return FALSE;
  if (mappe_guard_changed (change, MAPPE_DECISION_VOTING_PRESENT, MAPPE_DECISION_QUORUM_NEEDED,
                           MAPPE_DECISION_QUORUM_OVERRIDE, -1)
      && !judge_quorum (apply, row, error))
    return FALSE;
  return mappe_guard_new_date (apply, change, MAPPE_DECISION_DUE_ON, MAPPE_DECISION_DUE_REASON, error);
}

/* --- who voted --- */

/* A person with a roll-call vote in spite of an exclusion, by the decision or by the item (GemO § 22). */
#define VOTED_THOUGH_EXCLUDED                                                                                         \
  "SELECT v.id FROM roll_call_vote v JOIN decision d ON d.id = v.decision WHERE v.id = $1"                            \
  " AND (EXISTS (SELECT 1 FROM decision_exclusion x WHERE x.decision = d.id AND x.person = v.person)"                 \
  " OR EXISTS (SELECT 1 FROM conflict_declaration c WHERE c.agenda_item = d.agenda_item AND c.person = v.person"      \
  " AND c.consequence = 'excluded'))"

static gboolean
judge_sums_of (MappeApply *apply, const MappeRow *vote, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) decision = mappe_rows_load (apply->conn, &mappe_decision_kind,
                                                   mappe_row_get_int (vote, MAPPE_ROLL_CALL_VOTE_DECISION), &cause);

  if (cause == NULL)
    return decision == NULL || judge_called (apply, decision, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
mappe_guard_roll_call (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (mappe_guard_changed (change, MAPPE_ROLL_CALL_VOTE_DECISION, MAPPE_ROLL_CALL_VOTE_PERSON, -1)
      && !(mappe_guard_refuse_found (apply, row, MAPPE_ROLL_CALL_VOTE_PERSON,
                                     N_("This person has voted already"), error,
                                     "SELECT id FROM roll_call_vote WHERE decision = $1 AND person = $2 AND id <> $3"
                                     " LIMIT 1", "iii", mappe_row_get_int (row, MAPPE_ROLL_CALL_VOTE_DECISION),
                                     mappe_row_get_int (row, MAPPE_ROLL_CALL_VOTE_PERSON), row->id)
           && mappe_guard_refuse_found (apply, row, MAPPE_ROLL_CALL_VOTE_PERSON,
                                        N_("Who is excluded does not vote"), error, VOTED_THOUGH_EXCLUDED, "i",
                                        row->id)))
    return FALSE;
  return (change->before == NULL || judge_sums_of (apply, change->before, error))
         && (row == NULL || judge_sums_of (apply, row, error));
}

gboolean
mappe_guard_exclusion (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  return !mappe_guard_changed (change, MAPPE_DECISION_EXCLUSION_DECISION, MAPPE_DECISION_EXCLUSION_PERSON, -1)
         || mappe_guard_refuse_found (apply, row, MAPPE_DECISION_EXCLUSION_PERSON,
                                      N_("This person voted by name; who has voted is not excluded"), error,
                                      "SELECT id FROM roll_call_vote WHERE decision = $1 AND person = $2 LIMIT 1", "ii",
                                      mappe_row_get_int (row, MAPPE_DECISION_EXCLUSION_DECISION),
                                      mappe_row_get_int (row, MAPPE_DECISION_EXCLUSION_PERSON));
}

gboolean
mappe_guard_conflict (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (!mappe_guard_changed (change, MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM, MAPPE_CONFLICT_DECLARATION_PERSON,
                            MAPPE_CONFLICT_DECLARATION_CONSEQUENCE, -1)
      || !mappe_guard_is (row, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE, "excluded"))
    return mappe_guard_live_conflict (apply, change, error);
  return mappe_guard_refuse_found (apply, row, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE,
                                   N_("This person voted by name; who has voted is not excluded"), error,
                                   "SELECT v.id FROM decision d JOIN roll_call_vote v ON v.decision = d.id"
                                   " WHERE d.agenda_item = $1 AND v.person = $2 LIMIT 1", "ii",
                                   mappe_row_get_int (row, MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM),
                                   mappe_row_get_int (row, MAPPE_CONFLICT_DECLARATION_PERSON))
         && mappe_guard_live_conflict (apply, change, error);
}
