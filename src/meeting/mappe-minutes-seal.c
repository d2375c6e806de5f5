/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-acts-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-minutes.h"

/* The seal of minutes, and what comes after it. */

static gboolean
is_signed (const MappeSitting *sitting, const MappeMinutesSeal *seal, GError **error)
{
  const char *approved = mappe_row_get_text (mappe_sitting_last_minutes (sitting), MAPPE_MINUTES_APPROVED_ON);

  if (seal->chair == NULL || *seal->chair == '\0')
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The signature of the chair is missing"));
  if (seal->minute_taker == NULL || *seal->minute_taker == '\0')
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_MISSING,
                                 _("The signature of the minute-taker is missing"));
  if (!mappe_minutes_is_day_after (sitting, seal->signed_on, error))
    return FALSE;
  if (g_strcmp0 (seal->signed_on, approved) < 0)
    return mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE,
                                 _("Minutes are not signed before they are approved"));
  return TRUE;
}

/**
 * mappe_minutes_seal:
 * @seal: the text and the signatures
 *
 * Signs and seals approved minutes: nothing of them changes any more (GemO § 41 (1), MGeschO § 26 (2)).
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_minutes_seal (const MappeSitting *sitting, const MappeMinutesSeal *seal, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M");
  g_autofree char *hash = NULL;
  MappeRow *edition;
  MappeEdit *edit;

  if (!mappe_minutes_has_stage (sitting, MAPPE_MINUTES_APPROVED, MAPPE_MINUTES_APPROVED, error) ||
      !is_signed (sitting, seal, error))
    return NULL;
  edition = mappe_minutes_copy_of_edition (sitting);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, seal->content);
  mappe_minutes_set_stage (edition, MAPPE_MINUTES_SEALED);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_SIGNED_ON, seal->signed_on, NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_SIGNED_CHAIR, seal->chair, NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_SIGNED_MINUTE_TAKER, seal->minute_taker, NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_SEALED_AT, at, NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_CONTENT, hash, NULL);
  edit = mappe_minutes_edit_for (sitting, edition, _("Sign and seal minutes"));
  g_free (mappe_edit_add_blob (edit, seal->content));
  return edit;
}

/**
 * mappe_minutes_correct:
 * @reason: why
 * @decision: id of the decision to correct them
 *
 * Begins a correction of sealed minutes as a new edition; the sealed one stays as it is.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_minutes_correct (const MappeSitting *sitting, const char *reason, gint64 decision, GError **error)
{
  const MappeRow *sealed = mappe_sitting_last_minutes (sitting);
  MappeRow *edition;

  if (mappe_minutes_stage (sitting) != MAPPE_MINUTES_SEALED)
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_STATE,
                            _("Minutes that are not sealed are changed as they are"));
      return NULL;
    }
  if (reason == NULL || *reason == '\0' || decision <= 0)
    {
      mappe_minutes_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("A correction needs a reason and a decision"));
      return NULL;
    }
  edition = mappe_minutes_new_edition (sitting, mappe_row_get_int (sealed, MAPPE_MINUTES_EDITION) + 1);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_OPENING, mappe_row_get_text (sealed, MAPPE_MINUTES_OPENING),
                           NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_CLOSING, mappe_row_get_text (sealed, MAPPE_MINUTES_CLOSING),
                           NULL);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_REASON, reason, NULL);
  mappe_act_set_id (edition, MAPPE_MINUTES_DECISION, decision);
  return mappe_minutes_edit_adding (sitting, edition, _("Correct minutes"));
}
