/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-archive-pack.h"

#include <string.h>

#include "mappe-archive-offer-item.h"
#include "mappe-archive-offer.h"
#include "mappe-document-kinds.h"
#include "mappe-document.h"
#include "mappe-draft-folder.h"
#include "mappe-format.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-register.h"

/* What goes to the archive in one piece: the list of what is offered, the register as XML, the sealed minutes as
 * PDF, the files of the papers that are offered, and the SHA-256 of each, in the form that "sha256sum -c" reads. */

#define HASHES "SHA256SUMS"

typedef struct {
  MappeStore                  *store;
  const MappeArchivePackOrder *order;
  MappeDraftFolder            *folder;
  GString                     *hashes;
} Pack;

static gboolean
put (Pack *pack, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_string_append_printf (pack->hashes, "%s  %s\n", hash, name);
  return mappe_draft_folder_put (pack->folder, name, bytes, error);
}

/* --- documents --- */

static gboolean
put_document (Pack *pack, const char *kind_name, gint64 id, const char *format_name, const char *name, GError **error)
{
  const MappeDocumentKind *kind = mappe_document_kind_find (kind_name);
  const MappeFormat *format = mappe_format_find (format_name);
  const MappeDocumentOrder order = { MAPPE_CLASS_CONFIDENTIAL, pack->order->language, pack->order->today, 0 };
  g_autoptr (MappeNode) document = mappe_document_make (kind, pack->store, id, &order, error);
  g_autoptr (GBytes) bytes = document != NULL ? format->write (document, error) : NULL;

  return bytes != NULL && put (pack, name, bytes, error);
}

static gboolean
put_list (Pack *pack, GError **error)
{
  return put_document (pack, "archive-offer", pack->order->offer, "pdf", "offer.pdf", error)
         && put_document (pack, "archive-offer", pack->order->offer, "fodt", "offer.fodt", error);
}

/* Names of files come from references, which people may write as they like. */
static char *
file_name (const char *folder, const char *reference, const char *ending)
{
  g_autofree char *name = g_strdup (reference);

  g_strdelimit (name, "/\\:*?\"<>|\n\t ", '-');
  if (*name == '.')
    *name = '-';
  return g_strdup_printf ("%s/%s%s", folder, name, ending);
}

static gboolean
put_minutes (Pack *pack, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_minutes_kind);
  g_autoptr (GPtrArray) rows = mappe_store_list (pack->store, query, error);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (rows, i))->row;
      gint64 meeting = mappe_row_get_int (row, MAPPE_MINUTES_MEETING);
      g_autoptr (MappeRow) about = NULL;
      g_autofree char *name = NULL;

      if (mappe_row_is_null (row, MAPPE_MINUTES_SEALED_AT) || g_hash_table_contains (done, &meeting))
        continue;
      g_hash_table_add (done, g_memdup2 (&meeting, sizeof meeting));
      about = mappe_store_load (pack->store, &mappe_meeting_kind, meeting, error);
      if (about == NULL)
        return FALSE;
      name = file_name ("minutes", mappe_row_get_text (about, MAPPE_FIELD_REFERENCE), ".pdf");
      if (!put_document (pack, "minutes", meeting, "pdf", name, error))
        return FALSE;
    }
  return rows != NULL;
}

/* --- files of papers --- */

static char *
name_of_paper (const MappeRow *paper)
{
  const char *name = mappe_row_get_text (paper, MAPPE_DOCUMENT_FILE_NAME);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return file_name ("papers", mappe_row_get_text (paper, MAPPE_FIELD_REFERENCE),
                    dot != NULL && strpbrk (dot, "/\\ ") == NULL ? dot : "");
}

static gboolean
put_paper (Pack *pack, const char *reference, GError **error)
{
  gint64 id = mappe_store_find (pack->store, &mappe_document_kind, reference, error);
  g_autoptr (MappeRow) paper = id > 0 ? mappe_store_load (pack->store, &mappe_document_kind, id, error) : NULL;
  const char *hash = paper != NULL ? mappe_row_get_text (paper, MAPPE_DOCUMENT_CONTENT) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (id <= 0 || hash == NULL)
    return id >= 0;
  name = name_of_paper (paper);
  bytes = mappe_store_blob (pack->store, hash, error);
  return bytes != NULL && put (pack, name, bytes, error);
}

static gboolean
put_papers (Pack *pack, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_archive_offer_item_kind);
  g_autoptr (GPtrArray) items = NULL;

  mappe_query_where_id (query, MAPPE_ARCHIVE_OFFER_ITEM_OFFER, pack->order->offer);
  items = mappe_store_list (pack->store, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MappeRow *item = ((MappeListed *) g_ptr_array_index (items, i))->row;
      const char *scope = mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_SCOPE);

      if ((g_strcmp0 (scope, "paper") == 0 || g_strcmp0 (scope, "concept") == 0)
          && !put_paper (pack, mappe_row_get_text (item, MAPPE_ARCHIVE_OFFER_ITEM_RECORD), error))
        return FALSE;
    }
  return items != NULL;
}

/* --- the register --- */

static gboolean
put_register (Pack *pack, GError **error)
{
  g_autofree char *path = g_build_filename (mappe_draft_folder_place (pack->folder), "register.xml", NULL);
  MappeRegisterOrder order = { .profile = MAPPE_PROFILE_ARCHIVE };
  g_autofree char *hash = NULL, *content = NULL;
  gsize length;

  if (!mappe_register_save (pack->store, path, &order, error) || !g_file_get_contents (path, &content, &length, error))
    return FALSE;
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_string_append_printf (pack->hashes, "%s  register.xml\n", hash);
  return TRUE;
}

static gboolean
fill (Pack *pack, GError **error)
{
  g_autoptr (GBytes) hashes = NULL;

  if (!put_list (pack, error) || !put_register (pack, error) || !put_minutes (pack, error) || !put_papers (pack, error))
    return FALSE;
  hashes = g_bytes_new (pack->hashes->str, pack->hashes->len);
  return mappe_draft_folder_put (pack->folder, HASHES, hashes, error)
         && mappe_draft_folder_finish (pack->folder, error);
}

/**
 * mappe_archive_pack_write:
 * @path: the folder to make; one that was made so before is replaced
 *
 * Writes the folder that goes to the archive with an offer. Takes its time: not for the thread of the window.
 *
 * Returns: whether it is there, whole
 */
gboolean
mappe_archive_pack_write (MappeStore *store, const MappeArchivePackOrder *order, const char *path, GError **error)
{
  g_autoptr (MappeDraftFolder) folder = mappe_draft_folder_open (path, HASHES, error);
  g_autoptr (GString) hashes = g_string_new (NULL);
  Pack pack = { store, order, folder, hashes };

  return folder != NULL && fill (&pack, error);
}
