/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-archive-offer.h"
#include "mappe-date.h"
#include "mappe-guard-private.h"
#include "mappe-retention-class.h"
#include "mappe-uid-private.h"

/* Records are kept for their time, and are offered to the archive before they go (DP-10, R-03, R-05). What is wrong or
 * not over yet is nobody's record: an event to come, a paper of a meeting that was not held, can be deleted. */

/* Practice guides on safety concepts of events; R-05. */
#define SAFETY_YEARS 3

static gboolean
refuse (MappeApply *apply, const MappeRow *row, const char *reason, GError **error)
{
  return mappe_guard_refuse (apply, row, -1, reason, error);
}

static char *
uid_of (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (MappeUids) uids = mappe_uids_new_on (conn, error);
  char text[MAPPE_UID_LENGTH + 1];
  MappeUid uid;

  if (uids == NULL || !mappe_uids_of (uids, kind, id, &uid, error))
    return NULL;
  mappe_uid_format (&uid, text);
  return g_strdup (text);
}

/* @reason: (out) (nullable): why not; marked for translation */
static gboolean
judge_rule (MappeConn *conn, const MappeRetentionRule *rule, gint64 id, const char **reason, GError **error)
{
  g_autofree char *today = mappe_date_today (), *uid = NULL, *decision = NULL;
  g_autoptr (GPtrArray) ended = mappe_retention_ended (conn, rule, id, error);
  const MappeRetentionDue *due = ended != NULL && ended->len > 0 ? g_ptr_array_index (ended, 0) : NULL;
  gint64 offer;

  *reason = NULL;
  if (due == NULL || g_strcmp0 (due->ends_on, today) >= 0)
    return ended != NULL;
  uid = uid_of (conn, rule->kind, id, error);
  if (uid == NULL || !mappe_retention_decided (conn, uid, &decision, &offer, error))
    return FALSE;
  if (rule->follow == MAPPE_RETENTION_KEEP)
    *reason = N_("It is kept permanently");
  else if (rule->follow == MAPPE_RETENTION_DELETE && g_strcmp0 (due->due_on, today) > 0)
    *reason = N_("Its retention period is not over yet");
  else if (rule->offer && decision == NULL)
    *reason = N_("It is offered to the archive first; record the decision of the archive, then it can be deleted");
  return TRUE;
}

/** mappe_guard_retention: Asks before @row, which is still there, is deleted. */
gboolean
mappe_guard_retention (MappeApply *apply, const MappeRow *row, GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;
  const char *reason = NULL;

  if (!mappe_retention_is_about (row->kind) || apply->edit->merges
      || g_str_equal (apply->edit->set_kind, "MIGRATE"))
    return TRUE;
  rules = mappe_retention_rules (apply->conn, error);
  for (guint i = 0; rules != NULL && i < rules->len && reason == NULL; i++)
    {
      const MappeRetentionRule *rule = g_ptr_array_index (rules, i);

      if (rule->kind == row->kind && rule->follow != MAPPE_RETENTION_BLANK
          && !judge_rule (apply->conn, rule, row->id, &reason, error))
        return FALSE;
    }
  return rules != NULL && (reason == NULL || refuse (apply, row, reason, error));
}

/** mappe_guard_erasing: Asks before the personal data of a record are erased; the error has a reason for people. */
gboolean
mappe_guard_erasing (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rules = mappe_retention_rules (conn, error);
  const char *reason = NULL;

  for (guint i = 0; rules != NULL && i < rules->len && reason == NULL; i++)
    {
      const MappeRetentionRule *rule = g_ptr_array_index (rules, i);

      if (rule->kind == kind && rule->offer && rule->follow == MAPPE_RETENTION_BLANK
          && !judge_rule (conn, rule, id, &reason, error))
        return FALSE;
    }
  if (rules == NULL || reason == NULL)
    return rules != NULL;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED, "%s %" G_GINT64_FORMAT ": %s", kind->name, id,
               reason);
  if (error != NULL)
    mappe_store_error_set_reason (*error, reason);
  return FALSE;
}

/** mappe_guard_retention_class: There is one rule for one sort of records; safety concepts have a least period. */
gboolean
mappe_guard_retention_class (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;
  const char *scope = row != NULL ? mappe_row_get_text (row, MAPPE_RETENTION_CLASS_SCOPE) : NULL;

  if (row == NULL)
    return TRUE;
  if ((g_strcmp0 (scope, "event") == 0 || g_strcmp0 (scope, "concept") == 0)
      && !mappe_row_is_null (row, MAPPE_RETENTION_CLASS_YEARS)
      && mappe_row_get_int (row, MAPPE_RETENTION_CLASS_YEARS) < SAFETY_YEARS)
    return mappe_guard_refuse (apply, row, MAPPE_RETENTION_CLASS_YEARS,
                               N_("Safety concepts of events are kept for three years at least"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_RETENTION_CLASS_SCOPE,
                                   N_("There is a retention period for these records already"), error,
                                   "SELECT id FROM retention_class WHERE scope = $1 AND id <> $2 LIMIT 1", "ti", scope,
                                   row->id);
}

/** mappe_guard_archive_offer: What the archive decided is kept; a decision says when and by whom. */
gboolean
mappe_guard_archive_offer (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL)
    return mappe_row_is_null (change->before, MAPPE_ARCHIVE_OFFER_DECISION)
           || mappe_guard_refuse (apply, change->before, MAPPE_ARCHIVE_OFFER_DECISION,
                                  N_("The archive has decided on this offer; it stays as the proof of that"), error);
  if (mappe_row_is_null (row, MAPPE_ARCHIVE_OFFER_DECISION))
    return TRUE;
  if (mappe_row_is_null (row, MAPPE_ARCHIVE_OFFER_DECIDED_ON))
    return mappe_guard_refuse (apply, row, MAPPE_ARCHIVE_OFFER_DECIDED_ON,
                               N_("A decision of the archive needs its day"), error);
  return !mappe_row_is_null (row, MAPPE_ARCHIVE_OFFER_DECIDED_BY)
         || mappe_guard_refuse (apply, row, MAPPE_ARCHIVE_OFFER_DECIDED_BY,
                                N_("Please write who decided for the archive"), error);
}

/** mappe_guard_erasure: The record of an erasure comes with the erasure and stays. */
gboolean
mappe_guard_erasure (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->before != NULL ? change->before : change->after;

  if (g_str_equal (apply->edit->set_kind, "REDACT") || g_str_equal (apply->edit->set_kind, "IMPORT")
      || (change->before != NULL && change->after != NULL && mappe_row_equal (change->before, change->after)))
    return TRUE;
  return mappe_guard_refuse (apply, row, -1, N_("Records of erasures are written by the program alone"), error);
}
