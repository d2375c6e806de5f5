/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-intake-private.h"

#include "mappe-check-private.h"
#include "mappe-document.h"
#include "mappe-decision.h"
#include "mappe-funding-application.h"
#include "mappe-funding-payment.h"
#include "mappe-meeting.h"

/* Rules that only what comes from another file can break: the pages of the program do not let anybody do that. */

typedef struct {
  MappeCheckRule rule;
  const char    *sql;
} Asked;

static const Asked asked[] = {
  { { "public", &mappe_decision_kind, MAPPE_DECISION_PUBLIC, "is public, but %s is not" },
    "SELECT d.id, d.reference, i.reference FROM decision AS d JOIN agenda_item AS i ON i.id = d.agenda_item"
    " WHERE d.public = 1 AND COALESCE (i.public, 0) = 0 ORDER BY d.id" },
  { { "public", &mappe_document_kind, MAPPE_DOCUMENT_AGENDA_ITEM, "is public, but %s is not" },
    "SELECT d.id, d.reference, i.reference FROM document AS d JOIN agenda_item AS i ON i.id = d.agenda_item"
    " WHERE d.classification = 'public' AND COALESCE (i.public, 0) = 0 ORDER BY d.id" },
  { { "budget", &mappe_funding_application_kind, MAPPE_FUNDING_APPLICATION_GRANTED_EUR,
      "grants of %s cents for %s, whose budget is %s" },
    "SELECT max(a.id), max(a.reference), sum(a.granted_eur), p.reference, p.budget_eur FROM funding_application AS a"
    " JOIN project AS p ON p.id = a.project WHERE p.budget_eur IS NOT NULL GROUP BY p.id, p.reference, p.budget_eur"
    " HAVING sum(a.granted_eur) > p.budget_eur" },
  { { "budget", &mappe_funding_payment_kind, MAPPE_FUNDING_PAYMENT_AMOUNT_EUR, "%s cents paid of %s, granted were %s" },
    "SELECT max(f.id), max(f.reference), sum(f.amount_eur), a.reference, a.granted_eur FROM funding_payment AS f"
    " JOIN funding_application AS a ON a.id = f.application WHERE a.granted_eur IS NOT NULL"
    " GROUP BY a.id, a.reference, a.granted_eur HAVING sum(f.amount_eur) > a.granted_eur" },
};

/* Asks all that records say of each other. */
gboolean
mappe_intake_ask (MappeCheck *check, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (!mappe_check_ask (check, &asked[i].rule, asked[i].sql, error))
      return FALSE;
  return mappe_check_sittings (check, error) && mappe_check_numbers (check, error);
}

static int
stage_of (const MappeRow *meeting)
{
  static const char *const states[] = { "planned", "invited", "held" };
  const char *state = mappe_row_get_text (meeting, MAPPE_MEETING_STATE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i]) == 0)
      return (int) i;
  return -1;
}

/* A meeting is planned, invited to and held, or cancelled before that; an older copy does not take it back. */
gboolean
mappe_intake_may_follow (MappeApply *apply, const MappeRow *before, const MappeRow *after, GError **error)
{
  int was = before->kind == &mappe_meeting_kind ? stage_of (before) : -1;
  int is = was >= 0 ? stage_of (after) : -1;
  gboolean cancelled = was >= 0 && g_strcmp0 (mappe_row_get_text (after, MAPPE_MEETING_STATE), "cancelled") == 0;

  if (was < 0 || (is >= was && !cancelled) || (cancelled && was < 2))
    return TRUE;
  mappe_apply_refuse (apply, MAPPE_STORE_ERROR_REFUSED, after, MAPPE_MEETING_STATE, error,
                      "a meeting does not go back from “%s” to “%s”", mappe_row_get_text (before, MAPPE_MEETING_STATE),
                      mappe_row_get_text (after, MAPPE_MEETING_STATE) ?: "");
  return FALSE;
}
