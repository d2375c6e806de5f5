/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check-private.h"

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-minutes.h"
#include "mappe-roll-call-vote.h"

/* Votes, presence, agenda, minutes and memberships: what the rules of an edit (mappe-guard.c) refuse, as far as it came
 * into the file in another way, and what only shows when all of a sitting is seen together. */

typedef struct {
  MappeCheckRule rule;
  const char    *sql;
} Asked;

#define ROLL_CALL(field, vote)                                                                                        \
  "SELECT d.id, d.reference, d." field ", SUM (CASE WHEN v.vote = '" vote "' THEN 1 ELSE 0 END) FROM decision AS d"   \
  " JOIN roll_call_vote AS v ON v.decision = d.id WHERE d." field " IS NOT NULL GROUP BY d.id, d.reference, d." field \
  " HAVING SUM (CASE WHEN v.vote = '" vote "' THEN 1 ELSE 0 END) <> d." field " ORDER BY d.id"

/* Numbers that are all there are added up by the record itself (mappe-check-rows.c). */
static const Asked votes[] = {
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_YES, "%s counted, but %s at the roll call" },
    ROLL_CALL ("yes", "yes") },
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_NO, "%s counted, but %s at the roll call" },
    ROLL_CALL ("no", "no") },
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_ABSTAIN, "%s counted, but %s at the roll call" },
    ROLL_CALL ("abstain", "abstain") },
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_ELIGIBLE, "%s votes counted, but %s took part" },
    "SELECT d.id, d.reference, COALESCE (d.yes, 0) + COALESCE (d.no, 0) + COALESCE (d.abstain, 0),"
    " COALESCE (d.eligible, 0) FROM decision AS d WHERE (d.vote_type IS NULL OR d.vote_type <> 'consensus')"
    " AND (d.yes IS NOT NULL OR d.no IS NOT NULL OR d.abstain IS NOT NULL)"
    " AND (d.eligible IS NULL OR d.yes IS NULL OR d.no IS NULL OR d.abstain IS NULL)"
    " AND COALESCE (d.yes, 0) + COALESCE (d.no, 0) + COALESCE (d.abstain, 0) <> COALESCE (d.eligible, 0)"
    " ORDER BY d.id" },
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_QUORUM_OVERRIDE, "%s present, but %s needed, and no reason given" },
    "SELECT d.id, d.reference, d.voting_present, d.quorum_needed FROM decision AS d"
    " WHERE d.voting_present < d.quorum_needed AND d.quorum_override IS NULL ORDER BY d.id" },
  { { "votes", &mappe_roll_call_vote_kind, MAPPE_ROLL_CALL_VOTE_PERSON, "voted twice on %s, see %s" },
    "SELECT v.id, v.reference, d.reference, o.reference FROM roll_call_vote AS v JOIN roll_call_vote AS o"
    " ON o.decision = v.decision AND o.person = v.person AND o.id < v.id JOIN decision AS d ON d.id = v.decision"
    " ORDER BY v.id" },
  { { "votes", &mappe_roll_call_vote_kind, MAPPE_ROLL_CALL_VOTE_PERSON, "voted on %s, but was excluded" },
    "SELECT v.id, v.reference, d.reference FROM roll_call_vote AS v JOIN decision AS d ON d.id = v.decision WHERE"
    " EXISTS (SELECT 1 FROM decision_exclusion AS x WHERE x.decision = d.id AND x.person = v.person)"
    " OR EXISTS (SELECT 1 FROM conflict_declaration AS c WHERE c.agenda_item = d.agenda_item AND c.person = v.person"
    " AND c.consequence = 'excluded') ORDER BY v.id" },
  { { "votes", &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, "decided in %s, which was cancelled" },
    "SELECT d.id, d.reference, m.reference FROM meeting AS m JOIN agenda_item AS i ON i.meeting = m.id"
    " JOIN decision AS d ON d.agenda_item = i.id WHERE m.state = 'cancelled' ORDER BY d.id" },
};

/* When a sitting began and ended, as far as known; only meetings of one day have an end later than their begin. */
#define BEGIN "COALESCE (m.opened_at, m.start_at)"
#define END "COALESCE (m.closed_at, m.end_at)"
#define IN_SITTING "JOIN meeting AS m ON m.id = a.meeting AND " BEGIN " <= " END " "

static const Asked presence[] = {
  { { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_ARRIVED_AT,
      "arrived at %s, after the end of the meeting at %s" },
    "SELECT a.id, a.reference, a.arrived_at, " END " FROM attendance AS a " IN_SITTING
    "WHERE a.arrived_at > " END " ORDER BY a.id" },
  { { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_LEFT_AT,
      "left at %s, before the begin of the meeting at %s" },
    "SELECT a.id, a.reference, a.left_at, " BEGIN " FROM attendance AS a " IN_SITTING
    "WHERE a.left_at < " BEGIN " ORDER BY a.id" },
  { { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_LEFT_AT, "left at %s, after the end of the meeting at %s" },
    "SELECT a.id, a.reference, a.left_at, " END " FROM attendance AS a " IN_SITTING
    "WHERE a.left_at > " END " ORDER BY a.id" },
  { { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_PERSON, "in the attendance list twice, see %s" },
    "SELECT a.id, a.reference, b.reference FROM attendance AS a"
    " JOIN attendance AS b ON b.meeting = a.meeting AND b.person = a.person AND b.id < a.id ORDER BY a.id" },
  { { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_STATUS, "has times of arrival or departure, but is “%s”" },
    "SELECT a.id, a.reference, a.status FROM attendance AS a WHERE a.status NOT IN ('present', 'deputised')"
    " AND (a.arrived_at IS NOT NULL OR a.left_at IS NOT NULL) ORDER BY a.id" },
  { { "presence", &mappe_absence_kind, MAPPE_ABSENCE_LEFT_AT, "away from %s to %s, but present from %s to %s" },
    "SELECT b.id, b.reference, b.left_at, b.returned_at, a.arrived_at, a.left_at FROM absence AS b"
    " JOIN attendance AS a ON a.id = b.attendance WHERE b.left_at < a.arrived_at OR b.returned_at > a.left_at"
    " ORDER BY b.id" },
  { { "presence", &mappe_absence_kind, MAPPE_ABSENCE_LEFT_AT, "away twice at the same time, see %s" },
    "SELECT b.id, b.reference, o.reference FROM absence AS b JOIN absence AS o ON o.attendance = b.attendance"
    " AND o.id < b.id WHERE o.left_at < b.returned_at AND b.left_at < o.returned_at ORDER BY b.id" },
  { { "presence", &mappe_decision_kind, MAPPE_DECISION_VOTED_AT, "voted at %s, outside of the meeting from %s to %s" },
    "SELECT d.id, d.reference, d.voted_at, " BEGIN ", " END " FROM decision AS d"
    " JOIN agenda_item AS a ON a.id = d.agenda_item " IN_SITTING
    "WHERE d.voted_at < " BEGIN " OR d.voted_at > " END " ORDER BY d.id" },
};

static const Asked papers[] = {
  { { "agenda", &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_PARENT, "stands beneath itself" },
    "WITH RECURSIVE above (item, id) AS (SELECT id, parent FROM agenda_item WHERE parent IS NOT NULL"
    " UNION SELECT b.item, a.parent FROM agenda_item AS a JOIN above AS b ON a.id = b.id)"
    " SELECT i.id, i.reference FROM agenda_item AS i JOIN above AS b ON b.item = i.id AND b.id = i.id ORDER BY i.id" },
  { { "minutes", &mappe_meeting_kind, MAPPE_MEETING_MINUTES_APPROVED_ON, "approved on %s, before the meeting of %s" },
    "SELECT m.id, m.reference, m.minutes_approved_on, m.held_on FROM meeting AS m"
    " WHERE m.minutes_approved_on < m.held_on ORDER BY m.id" },
  { { "minutes", &mappe_minutes_kind, MAPPE_MINUTES_APPROVED_ON, "approved on %s, before the meeting of %s" },
    "SELECT n.id, n.reference, n.approved_on, m.held_on FROM minutes AS n JOIN meeting AS m ON m.id = n.meeting"
    " WHERE n.approved_on < m.held_on ORDER BY n.id" },
  { { "minutes", &mappe_minutes_kind, MAPPE_MINUTES_EDITION, "the same version as %s" },
    "SELECT n.id, n.reference, o.reference FROM minutes AS n JOIN minutes AS o ON o.meeting = n.meeting AND o.id < n.id"
    " AND COALESCE (o.edition, 1) = COALESCE (n.edition, 1) ORDER BY n.id" },
  { { "minutes", &mappe_minutes_kind, MAPPE_MINUTES_SEALED_AT, "sealed without text, approval or signatures" },
    "SELECT n.id, n.reference FROM minutes AS n WHERE n.sealed_at IS NOT NULL AND (n.content IS NULL"
    " OR n.approved_on IS NULL OR n.signed_on IS NULL OR n.signed_chair IS NULL OR n.signed_minute_taker IS NULL)"
    " ORDER BY n.id" },
  { { "membership", &mappe_membership_kind, MAPPE_MEMBERSHIP_VALID_FROM,
      "overlaps with %s of the same person in the same body" },
    "SELECT a.id, a.reference, b.reference FROM membership AS a"
    " JOIN membership AS b ON b.person = a.person AND b.body = a.body AND b.id < a.id"
    " WHERE COALESCE (a.valid_from, '0000') <= COALESCE (b.valid_to, '9999')"
    " AND COALESCE (b.valid_from, '0000') <= COALESCE (a.valid_to, '9999') ORDER BY a.id" },
};

static gboolean
ask_all (MappeCheck *check, const Asked *asked, guint n_asked, GError **error)
{
  for (guint i = 0; i < n_asked; i++)
    if (!mappe_check_ask (check, &asked[i].rule, asked[i].sql, error))
      return FALSE;
  return TRUE;
}

/** mappe_check_sittings: Returns: whether everything could be asked */
gboolean
mappe_check_sittings (MappeCheck *check, GError **error)
{
  return ask_all (check, votes, G_N_ELEMENTS (votes), error)
         && ask_all (check, presence, G_N_ELEMENTS (presence), error)
         && ask_all (check, papers, G_N_ELEMENTS (papers), error);
}
