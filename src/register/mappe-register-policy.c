/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-agreement.h"
#include "mappe-agreement-review.h"
#include "mappe-best-practice-profile.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-funding-application.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-project.h"
#include "mappe-road-closure.h"

/* Who may see what of which kind. Anybody sees only the fields that are named here, so that a field that comes later
 * is not published by being forgotten; a kind that is missing here is for the council alone. Members see all fields of
 * what is for them but those that the field tables call personal or confidential, the notes of the secretary, and what
 * is named here; a personal field is named where members know it from the minutes anyhow. */

typedef MappeProfile (*Judge) (const MappeRow *row, MappeShow *reason);

/**
 * Rule:
 * @public: (nullable): fields that anybody sees
 * @members: (nullable): further personal fields that members see
 * @not_members: (nullable): further fields that they do not see
 * @context: (nullable): references beside the required ones that hide the record with what they refer to
 */
typedef struct {
  const char  *kind;
  MappeProfile least;
  MappeShow    reason;
  const char  *public;
  const char  *members;
  const char  *not_members;
  const char  *context;
  Judge        judge;
} Rule;

static gboolean
is_one_of (const MappeRow *row, guint field, const char *one, const char *other)
{
  const char *code = mappe_row_get_text (row, field);

  return g_strcmp0 (code, one) == 0 || g_strcmp0 (code, other) == 0;
}

static MappeProfile
judge_draft (gboolean is_draft, MappeProfile otherwise, MappeShow *reason)
{
  if (is_draft)
    *reason = MAPPE_DRAFT;
  return is_draft ? MAPPE_PROFILE_FULL : otherwise;
}

static MappeProfile
judge_agreement (const MappeRow *row, MappeShow *reason)
{
  return judge_draft (is_one_of (row, MAPPE_AGREEMENT_STATUS, "draft", "draft"), MAPPE_PROFILE_MEMBERS, reason);
}

static MappeProfile
judge_review (const MappeRow *row, MappeShow *reason)
{
  return judge_draft (is_one_of (row, MAPPE_AGREEMENT_REVIEW_STATUS, "open", "open"), MAPPE_PROFILE_MEMBERS, reason);
}

static MappeProfile
judge_application (const MappeRow *row, MappeShow *reason)
{
  return judge_draft (is_one_of (row, MAPPE_FUNDING_APPLICATION_STATUS, "draft", "draft"), MAPPE_PROFILE_MEMBERS,
                      reason);
}

static MappeProfile
judge_minutes (const MappeRow *row, MappeShow *reason)
{
  return judge_draft (is_one_of (row, MAPPE_MINUTES_STATE, "draft", "in_review")
                          || mappe_row_is_null (row, MAPPE_MINUTES_STATE),
                      MAPPE_PROFILE_MEMBERS, reason);
}

static MappeProfile
judge_practice (const MappeRow *row, MappeShow *reason)
{
  return judge_draft (mappe_row_is_null (row, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON), MAPPE_PROFILE_PUBLIC, reason);
}

static MappeProfile
judge_project (const MappeRow *row, MappeShow *reason)
{
  return is_one_of (row, MAPPE_PROJECT_STATUS, "idea", "idea") || mappe_row_is_null (row, MAPPE_PROJECT_STATUS)
             ? MAPPE_PROFILE_MEMBERS : MAPPE_PROFILE_PUBLIC;
}

/* GemO § 34: a meeting is known to the public with its notice. */
static MappeProfile
judge_meeting (const MappeRow *row, MappeShow *reason)
{
  gboolean known = !mappe_row_is_null (row, MAPPE_MEETING_PUBLISHED_ON)
                   || is_one_of (row, MAPPE_MEETING_STATE, "held", "held");

  return known && mappe_row_get_int (row, MAPPE_MEETING_PUBLIC_PART) != 0 ? MAPPE_PROFILE_PUBLIC
                                                                          : MAPPE_PROFILE_MEMBERS;
}

static MappeProfile
judge_item (const MappeRow *row, MappeShow *reason)
{
  return mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PUBLIC) != 0 ? MAPPE_PROFILE_PUBLIC : MAPPE_PROFILE_MEMBERS;
}

static MappeProfile
judge_decision (const MappeRow *row, MappeShow *reason)
{
  return mappe_row_get_int (row, MAPPE_DECISION_PUBLIC) != 0 ? MAPPE_PROFILE_PUBLIC : MAPPE_PROFILE_MEMBERS;
}

static MappeProfile
judge_closure (const MappeRow *row, MappeShow *reason)
{
  return is_one_of (row, MAPPE_ROAD_CLOSURE_STATUS, "active", "lifted") ? MAPPE_PROFILE_PUBLIC : MAPPE_PROFILE_MEMBERS;
}

/* What nobody has classified is not given away. */
static MappeProfile
judge_document (const MappeRow *row, MappeShow *reason)
{
  if (is_one_of (row, MAPPE_DOCUMENT_CLASSIFICATION, "public", "public"))
    return MAPPE_PROFILE_PUBLIC;
  return is_one_of (row, MAPPE_DOCUMENT_CLASSIFICATION, "internal", "internal") ? MAPPE_PROFILE_MEMBERS
                                                                                : MAPPE_PROFILE_FULL;
}

#define PUBLIC MAPPE_PROFILE_PUBLIC, MAPPE_CONFIDENTIAL
#define MEMBERS MAPPE_PROFILE_MEMBERS, MAPPE_CONFIDENTIAL
#define COUNCIL MAPPE_PROFILE_FULL, MAPPE_CONFIDENTIAL
#define OWN MAPPE_PROFILE_FULL, MAPPE_PERSONAL

/* In the order of mappe_kinds(). */
static const Rule rules[] = {
  { "council", PUBLIC, .public = "reference name town state language logo address email phone website zone" },
  { "code", PUBLIC, .public = "reference list code label_de label_en position own sources" },
  { "body", PUBLIC,
    .public = "reference name kind parent founded_on constituted_on active statutory_members quorum_rule majority_rule"
              " decision_prefix" },
  { "organisation", PUBLIC, .public = "reference name kind sector status is_partner partner_since" },
  { "person", MEMBERS, .members = "title first_name last_name role",
    .not_members = "appointment_mode expense_entitled pack_channel ui_language" },
  { "membership", MEMBERS, .members = "deputy_name" },
  { "agreement", MEMBERS, .judge = judge_agreement },
  { "agreement-party", MEMBERS },
  { "area", PUBLIC, .public = "reference name kind district residents residents_on map_x_pct map_y_pct" },
  { "prevention-programme", PUBLIC,
    .public = "reference name evidence_rating prevention_level target_group setting description source source_on" },
  { "programme-factor", PUBLIC, .public = "reference programme factor_code" },
  { "project", PUBLIC,
    .public = "reference title summary status best_practice area body lead_organisation approach prevention_level"
              " target_group evidence_rating programme start_on end_on",
    .judge = judge_project },
  { "project-partner", PUBLIC, .public = "reference project organisation involvement" },
  { "project-factor", MEMBERS },
  { "measure", PUBLIC,
    .public = "reference title project number kind responsible_organisation status progress_pct start_on rollout_until"
              " due_on" },
  { "agreement-clause", MEMBERS, .not_members = "duty_roster_ref" },
  { "clause-responsible", MEMBERS },
  { "clause-measure", MEMBERS },
  { "indicator", PUBLIC,
    .public = "reference name definition project measure main kind nature unit scale decimals frequency source_kind"
              " counts suppress_below_5 area area_role measure_series similar direction baseline target target_on"
              " defined_on continues",
    .context = "project measure" },
  { "indicator-value", PUBLIC, .public = "reference indicator period period_start period_end value base status" },
  { "survey-result", PUBLIC,
    .public = "reference indicator held_on wave asked question mode population answered favourable counts"
              " stayed_favourable became_favourable became_unfavourable stayed_unfavourable" },
  { "series-mark", PUBLIC, .public = "reference title kind indicator measure begins_on ends_on excluded",
    .context = "indicator measure" },
  { "measure-goal", MEMBERS },
  { "finance-line", MEMBERS },
  { "meeting", PUBLIC,
    .public = "reference body number title state held_on start_at end_at place zone opened_at closed_at invited_on"
              " published_on public_part second_invitation continues",
    .judge = judge_meeting },
  { "agenda-item", PUBLIC,
    .public = "reference meeting number position parent title kind public project planned_start planned_minutes"
              " standing subject_meeting carried_from second_reading opened_at closed_at result",
    .not_members = "discussion", .context = "parent", .judge = judge_item },
  { "attendance", MEMBERS, .members = "deputy_name" },
  { "absence", MEMBERS },
  { "guest", MEMBERS, .members = "name" },
  { "guest-item", MEMBERS },
  { "motion", MEMBERS, .members = "proposer_name" },
  { "decision", PUBLIC,
    .public = "reference agenda_item number text public vote_type voted_at voting_present statutory quorum_needed"
              " quorum_rule eligible yes no abstain majority_rule outcome responsible_organisation due_on status"
              " done_on",
    .not_members = "secret_yes", .judge = judge_decision },
  { "decision-exclusion", MEMBERS },
  { "roll-call-vote", MEMBERS },
  { "conflict-declaration", MEMBERS, .not_members = "ground_code decided_by" },
  { "statement", MEMBERS },
  { "objection", MEMBERS, .context = "agenda_item" },
  { "task", MEMBERS, .context = "decision agenda_item" },
  { "agenda-version", MEMBERS },
  { "invitation", OWN },
  { "minutes", MEMBERS, .members = "signed_chair signed_minute_taker", .judge = judge_minutes },
  { "text-template", MEMBERS },
  { "gate-answer", MEMBERS },
  { "event-series", MEMBERS },
  { "event", MEMBERS,
    .not_members = "expected_visitors risk_class warning_level concept_status concept_reason plan_version"
                   " plan_released_on plan_released_by debrief_status debrief_participants" },
  { "event-area", MEMBERS },
  { "event-consent", COUNCIL },
  { "deployment-plan-item", COUNCIL },
  { "deployment-plan", COUNCIL },
  { "debrief-finding", COUNCIL },
  { "event-check", COUNCIL },
  { "road-closure", PUBLIC, .public = "reference road area cause status from_at to_at diversion",
    .judge = judge_closure },
  { "closure-support", MEMBERS },
  { "patrol", COUNCIL },
  { "site-audit", MEMBERS },
  { "audit-organisation", MEMBERS },
  { "site-audit-score", MEMBERS },
  { "participation-event", PUBLIC,
    .public = "reference title kind area project held_from held_to participants contributions feedback_published_on" },
  /* People write in with what they have seen and who they are, in their own words. */
  { "citizen-input", OWN },
  { "volunteer-programme", PUBLIC, .public = "reference name project organisation since" },
  { "volunteer-quarter", MEMBERS },
  { "volunteer", OWN },
  { "funding-programme", PUBLIC,
    .public = "reference name funder open quota_pct cap_eur most_years own_share_pct volunteer_rate_eur deadline_on"
              " deadline_yearly use_report_months needs_statement papers conditions source source_on" },
  { "funding-application", MEMBERS, .judge = judge_application },
  { "funding-payment", MEMBERS },
  { "application-paper", MEMBERS },
  { "best-practice-profile", PUBLIC,
    .public = "reference title project context intelligence intervention implementation involvement impact cost_eur"
              " problem_described mechanism_described evaluated replicable published_on",
    .judge = judge_practice },
  { "transfer", MEMBERS },
  { "transfer-condition", MEMBERS },
  { "agreement-review", MEMBERS, .judge = judge_review },
  { "clause-review", MEMBERS },
  { "escalation-contact", MEMBERS, .not_members = "phone deputy deputy_phone" },
  { "document", PUBLIC,
    .public = "reference title kind description meeting agenda_item project content file_name mime pages bytes language"
              " accessible_pdf classification edition published_on",
    .context = "meeting agenda_item project event agreement", .judge = judge_document },
  { "retention-class", MEMBERS },
  { "archive-offer", COUNCIL },
  { "archive-offer-item", COUNCIL },
  { "erasure", COUNCIL },
};

/* --- as masks --- */

static guint64
mask_of (const MappeKind *kind, const char *names)
{
  g_auto (GStrv) all = g_strsplit (names != NULL ? names : "", " ", -1);
  guint64 mask = 0;

  for (guint i = 0; all[i] != NULL; i++)
    {
      int field = *all[i] != '\0' ? mappe_kind_find_field (kind, all[i]) : -1;

      if (field >= 0)
        mask |= G_GUINT64_CONSTANT (1) << field;
      else if (*all[i] != '\0')
        g_error ("%s has no field %s", kind->name, all[i]);
    }
  return mask;
}

static guint64
members_mask (const MappeKind *kind, const Rule *rule)
{
  guint64 hidden = mask_of (kind, rule->not_members) | mask_of (kind, "note");
  guint64 mask = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & (MAPPE_FIELD_PERSONAL | MAPPE_FIELD_CONFIDENTIAL)) == 0)
      mask |= G_GUINT64_CONSTANT (1) << i;
  return (mask | mask_of (kind, rule->members)) & ~hidden;
}

static guint64
context_mask (const MappeKind *kind, const Rule *rule)
{
  guint64 mask = mask_of (kind, rule->context);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MAPPE_FIELD_REF && (kind->fields[i].flags & MAPPE_FIELD_REQUIRED) != 0)
      mask |= G_GUINT64_CONSTANT (1) << i;
  return mask;
}

static MappePolicy *
make_policies (void)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  MappePolicy *policies = g_new0 (MappePolicy, n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    policies[i] = (MappePolicy) { .kind = kinds[i], .least = MAPPE_PROFILE_FULL, .reason = MAPPE_CONFIDENTIAL };
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];
      const MappeKind *kind = mappe_kind_lookup (rule->kind, NULL);

      g_assert (kind != NULL && kind->n_fields <= 64);
      policies[mappe_kind_index (kind)] =
          (MappePolicy) { kind, rule->least, rule->reason, mask_of (kind, rule->public), members_mask (kind, rule),
                          context_mask (kind, rule), rule->judge };
    }
  return policies;
}

/** mappe_policy_of: Returns: (transfer none): who may see what of @kind */
const MappePolicy *
mappe_policy_of (const MappeKind *kind)
{
  static gsize ready;
  static MappePolicy *policies;

  if (g_once_init_enter (&ready))
    {
      policies = make_policies ();
      g_once_init_leave (&ready, 1);
    }
  return &policies[mappe_kind_index (kind)];
}
