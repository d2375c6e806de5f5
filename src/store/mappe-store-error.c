/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/* What an error carries beside code and message. */
typedef struct {
  const char *reason;
} MappeStoreErrorPrivate;

static void
mappe_store_error_private_init (MappeStoreErrorPrivate *self)
{
  self->reason = NULL;
}

static void
mappe_store_error_private_copy (const MappeStoreErrorPrivate *from, MappeStoreErrorPrivate *to)
{
  to->reason = from->reason;
}

static void
mappe_store_error_private_clear (MappeStoreErrorPrivate *self)
{
  self->reason = NULL;
}

G_DEFINE_EXTENDED_ERROR (MappeStoreError, mappe_store_error)

/**
 * mappe_store_error_get_reason:
 * @error: an error of any domain
 *
 * Returns: (transfer none) (nullable): why an edit was refused by a rule: an English sentence without full stop, marked
 *   for translation; only with %MAPPE_STORE_ERROR_REFUSED
 */
const char *
mappe_store_error_get_reason (const GError *error)
{
  return g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED)
             ? mappe_store_error_get_private (error)->reason : NULL;
}

/* @reason: a literal, marked for translation. */
void
mappe_store_error_set_reason (GError *error, const char *reason)
{
  mappe_store_error_get_private (error)->reason = reason;
}

static MappeStoreError
code_of_sql (int code)
{
  switch ((MappeSqlError) code)
    {
    case MAPPE_SQL_ERROR_BUSY:
      return MAPPE_STORE_ERROR_LOCKED;
    case MAPPE_SQL_ERROR_CONSTRAINT:
      return MAPPE_STORE_ERROR_REFERENCE;
    case MAPPE_SQL_ERROR_LOST:
      return MAPPE_STORE_ERROR_LOST;
    case MAPPE_SQL_ERROR_CORRUPT:
      return MAPPE_STORE_ERROR_DAMAGED;
    case MAPPE_SQL_ERROR_READONLY:
      return MAPPE_STORE_ERROR_READ_ONLY;
    case MAPPE_SQL_ERROR_AUTH:
      return MAPPE_STORE_ERROR_PERMISSION;
    case MAPPE_SQL_ERROR_FULL:
      return MAPPE_STORE_ERROR_FULL;
    case MAPPE_SQL_ERROR_INTERRUPTED:
    case MAPPE_SQL_ERROR_SYNTAX:
    case MAPPE_SQL_ERROR_FAILED:
    default:
      return MAPPE_STORE_ERROR_FAILED;
    }
}

/**
 * mappe_store_prefix_sql:
 * @error: (inout): an error of the sql layer, turned into one of the store; others are left alone
 *
 * An interrupted statement becomes %G_IO_ERROR_CANCELLED, as callers of asynchronous functions expect.
 *
 * Returns: always %FALSE, for use in a return
 */
gboolean
mappe_store_prefix_sql (GError **error)
{
  GError *cause;

  if (error == NULL || *error == NULL || (*error)->domain != MAPPE_SQL_ERROR)
    return FALSE;
  cause = *error;
  *error = NULL;
  if (cause->code == MAPPE_SQL_ERROR_INTERRUPTED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, cause->message);
  else
    g_set_error_literal (error, MAPPE_STORE_ERROR, code_of_sql (cause->code), cause->message);
  g_error_free (cause);
  return FALSE;
}

/**
 * mappe_store_take_error:
 * @error: (out) (optional): where the caller wants it
 * @cause: (transfer full): an error of any layer
 *
 * Hands @cause on as an error of the store.
 */
void
mappe_store_take_error (GError **error, GError *cause)
{
  mappe_store_prefix_sql (&cause);
  g_propagate_error (error, cause);
}
