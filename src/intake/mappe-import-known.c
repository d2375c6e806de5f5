/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-private.h"

#include <string.h>

#include "mappe-council.h"

/* Whether a record of the file is there already: by its reference, or by what the world calls it. */

/* Ids of other programs are any text; a hash of it is as good as a UUID of theirs (RFC 9562, version 8). */
static void
hash_uid (const MappeKind *kind, const char *text, MappeUid *uid)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) kind->name, (gssize) strlen (kind->name) + 1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  *uid = (MappeUid) { 0, 0 };
  for (guint i = 0; i < 8; i++)
    {
      uid->high = uid->high << 8 | digest[i];
      uid->low = uid->low << 8 | digest[i + 8];
    }
  uid->high = (uid->high & ~G_GUINT64_CONSTANT (0xF000)) | G_GUINT64_CONSTANT (0x8000);
  uid->low = (uid->low & ~(G_GUINT64_CONSTANT (3) << 62)) | G_GUINT64_CONSTANT (2) << 62;
}

static gboolean
read_uid (const char *text, MappeUid *uid)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  const char *bare = g_str_has_prefix (lower, "urn:uuid:") ? lower + 9 : lower;

  return strlen (bare) == MAPPE_UID_LENGTH && mappe_uid_parse (bare, uid);
}

/**
 * Own: an id as our own calendars write it: "meeting-12@COUNCIL", "meeting-12-minutes@COUNCIL"
 * @topic: it is a deadline, not the record itself
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  gboolean         topic;
  const char      *council;
} Own;

static gboolean
read_own (const char *text, Own *own)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  const char *at = strrchr (text, '@');

  for (guint i = 0; at != NULL && i < n_kinds; i++)
    {
      gsize length = strlen (kinds[i]->name);
      char *end;

      if (!g_str_has_prefix (text, kinds[i]->name) || text[length] != '-' || !g_ascii_isdigit (text[length + 1]))
        continue;
      own->kind = kinds[i];
      own->id = g_ascii_strtoll (text + length + 1, &end, 10);
      own->topic = end != at;
      own->council = at + 1;
      return end == at || *end == '-';
    }
  return FALSE;
}

/* Returns: MAPPE_KNOWN_THERE with @id, or that it is not */
static MappeKnown
load_known (MappeImporting *self, const MappeKind *kind, gint64 found, gint64 *id, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = found > 0 ? mappe_intake_load (self->intake, kind, found, &cause) : NULL;

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return MAPPE_KNOWN_FAILED;
    }
  if (found < 0)
    return MAPPE_KNOWN_FAILED;
  *id = row != NULL ? found : 0;
  return row != NULL ? MAPPE_KNOWN_THERE : MAPPE_KNOWN_NEW;
}

static MappeKnown
find_own (MappeImporting *self, const MappeKind *kind, const Own *own, gint64 *id, GError **error)
{
  if (own->topic || own->kind != kind)
    return MAPPE_KNOWN_ELSEWHERE;
  if (g_strcmp0 (own->council, mappe_store_get_council_id (self->store)) != 0)
    return MAPPE_KNOWN_NEW;
  return load_known (self, kind, own->id, id, error);
}

static MappeKnown
find_uid (MappeImporting *self, const MappeKind *kind, const char *text, MappeUid *uid, gint64 *id, GError **error)
{
  gboolean is_uuid = read_uid (text, uid);
  gint64 council = is_uuid ? mappe_intake_find_uid (self->intake, &mappe_council_kind, uid, error) : 0;
  Own own;
  MappeKnown known;

  if (council != 0)
    return council > 0 ? MAPPE_KNOWN_ELSEWHERE : MAPPE_KNOWN_FAILED;
  if (!is_uuid && read_own (text, &own))
    {
      known = find_own (self, kind, &own, id, error);
      if (known != MAPPE_KNOWN_NEW)
        return known;
    }
  if (!is_uuid)
    hash_uid (kind, text, uid);
  known = load_known (self, kind, mappe_intake_find_uid (self->intake, kind, uid, error), id, error);
  return known;
}

/* What our own calendars describe an appointment by is made of its other fields; no note ever was that. */
static void
forget_description (const MappeImporting *self, MappeImportRecord *record, const char *uid_text)
{
  int note = mappe_kind_find_field (record->row->kind, "note");
  Own own;

  if (self->order->file->form != MAPPE_FOREIGN_APPOINTMENTS || note < 0 || uid_text == NULL
      || !read_own (uid_text, &own))
    return;
  mappe_value_clear (&record->row->values[note]);
  record->given[note] = FALSE;
}

/**
 * mappe_import_find_known:
 * @uid_text: (nullable): what the other program calls it
 * @uid: (out): what is kept of that, or zero
 * @id: (out): of the record, where it is there
 */
MappeKnown
mappe_import_find_known (MappeImporting *self, MappeImportRecord *record, const char *uid_text, MappeUid *uid,
                         gint64 *id, GError **error)
{
  const char *reference = record->given[MAPPE_FIELD_REFERENCE]
                              ? mappe_row_get_text (record->row, MAPPE_FIELD_REFERENCE) : NULL;
  MappeKnown known = MAPPE_KNOWN_NEW;

  *uid = (MappeUid) { 0, 0 };
  *id = 0;
  forget_description (self, record, uid_text);
  if (reference != NULL)
    known = load_known (self, record->row->kind,
                        mappe_intake_find (self->intake, record->row->kind, reference, error), id, error);
  if (known == MAPPE_KNOWN_NEW && uid_text != NULL && *uid_text != '\0')
    known = find_uid (self, record->row->kind, uid_text, uid, id, error);
  return known;
}
