/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-apply-private.h"

G_BEGIN_DECLS

/**
 * MappeGuardChange: a record that an edit touched
 * @kind: its kind
 * @id: its id
 * @before: (nullable): as it was before the edit; %NULL when the edit inserted it
 * @after: (nullable): as it is at the end of the edit; %NULL when the edit deleted it
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  MappeRow        *before;
  MappeRow        *after;
} MappeGuardChange;

/* Judges one change of a kind, at the end of the edit. */
typedef gboolean (*MappeGuardFunc) (MappeApply *apply, const MappeGuardChange *change, GError **error);

/* --- mappe-guard.c --- */
gboolean        mappe_guard_refuse       (MappeApply *apply, const MappeRow *row, int field, const char *reason,
                                          GError **error);
gboolean        mappe_guard_find         (MappeApply *apply, gint64 *found, GError **error, const char *sql,
                                          const char *binds, ...);
gpointer        mappe_guard_recall       (MappeApply *apply, gconstpointer question, gint64 id);
void            mappe_guard_remember     (MappeApply *apply, gconstpointer question, gint64 id, gpointer data,
                                          GDestroyNotify free_func);
gboolean        mappe_guard_find_once    (MappeApply *apply, gint64 *found, GError **error, const char *sql, gint64 id);
gboolean        mappe_guard_refuse_found (MappeApply *apply, const MappeRow *row, int field, const char *reason,
                                          GError **error, const char *sql, const char *binds, ...);
gboolean        mappe_guard_changed      (const MappeGuardChange *change, ...);
gboolean        mappe_guard_is           (const MappeRow *row, guint field, const char *code);
const MappeRow *mappe_guard_row_before   (MappeApply *apply, const MappeKind *kind, gint64 id);
gboolean        mappe_guard_is_new       (MappeApply *apply, const MappeKind *kind, gint64 id);
gboolean        mappe_guard_new_date     (MappeApply *apply, const MappeGuardChange *change, guint due_on,
                                          guint due_reason, GError **error);

/* --- the areas --- */
gboolean        mappe_guard_retention_class (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_archive_offer (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_erasure      (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_decision_held (MappeApply *apply, const MappeRow *decision, int field, GError **error);
gboolean        mappe_guard_attendance   (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_indicator_value (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_indicator (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_survey_result (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_goal (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_absence      (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_agenda_item  (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_meeting      (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_decision     (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_roll_call    (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_exclusion    (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_conflict     (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_minutes      (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_seal         (MappeApply *apply, const MappeGuardChange *change, GError **error);

/* --- mappe-guard-agreement.c --- */
/* --- mappe-guard-project.c --- */
gboolean        mappe_guard_project      (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_last_goal    (MappeApply *apply, const MappeGuardChange *change, GError **error);

/* --- mappe-guard-field-work.c --- */
gboolean        mappe_guard_patrol (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_agreement_review (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_clause_review (MappeApply *apply, const MappeGuardChange *change, GError **error);

/* --- mappe-guard-field-work.c --- */
gboolean        mappe_guard_patrol (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_best_practice_profile (MappeApply *apply, const MappeGuardChange *change,
                                                   GError **error);
gboolean        mappe_guard_transfer (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_site_audit_score (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_volunteer          (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_volunteer_quarter  (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_funding_application (MappeApply *apply, const MappeGuardChange *change,
                                                 GError **error);

/* --- mappe-guard-event.c --- */
gboolean        mappe_guard_event        (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_deployment_plan (MappeApply *apply, const MappeGuardChange *change, GError **error);

/* --- mappe-guard-minutes.c --- */
gboolean        mappe_guard_is_sealed    (const MappeRow *row);

/* --- mappe-guard-live.c --- */
gboolean        mappe_guard_live_attendance (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_live_absence (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_live_conflict (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_live_decision (MappeApply *apply, const MappeRow *decision, GError **error);
gboolean        mappe_guard_live_item    (MappeApply *apply, const MappeRow *item, GError **error);

/* --- mappe-guard-sealed.c --- */
gboolean        mappe_guard_sealed       (MappeApply *apply, const MappeGuardChange *change, GError **error);
gboolean        mappe_guard_is_recorded  (const MappeKind *kind);
gboolean        mappe_guard_is_kept      (MappeConn *conn, const MappeGuardChange *change, gboolean *kept,
                                          GError **error);

G_END_DECLS
