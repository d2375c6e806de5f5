/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outgoing.h"

#include "mappe-date.h"
#include "mappe-store-private.h"

#define HASHED_AT_ONCE (16 * 1024)

/* The log of what left the house (DP-09), and for whom each part was at that time: so a part that becomes public, or
 * that went out and is confidential now, can be named before the next time. It is no record: it is neither undone nor
 * exported, and what is exported stays the same when it was exported before. */

static void
part_free (MappeOutgoingPart *self)
{
  g_free (self->part);
  g_free (self->title);
  g_free (self);
}

/** mappe_outgoing_parts_new: Returns: (transfer full) (element-type MappeOutgoingPart): an empty list */
GPtrArray *
mappe_outgoing_parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
}

/** mappe_outgoing_add_part: Adds a part to a list. */
void
mappe_outgoing_add_part (GPtrArray *parts, const char *part, const char *title, int class)
{
  MappeOutgoingPart *added = g_new (MappeOutgoingPart, 1);

  *added = (MappeOutgoingPart) { g_strdup (part), g_strdup (title), class };
  g_ptr_array_add (parts, added);
}

/**
 * mappe_outgoing_hash_file:
 * @path: what was written, of any size
 *
 * Returns: (transfer full): its SHA-256; "" of a folder, and of what cannot be read
 */
char *
mappe_outgoing_hash_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar piece[HASHED_AT_ONCE];
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (G_INPUT_STREAM (stream), piece, sizeof piece, NULL, NULL)) > 0)
    g_checksum_update (checksum, piece, n);
  return g_strdup (n == 0 ? g_checksum_get_string (checksum) : "");
}

/** mappe_outgoing_new: Returns: (transfer full): without parts */
MappeOutgoing *
mappe_outgoing_new (const char *document, gint64 record, int reader, const char *format, const char *way)
{
  MappeOutgoing *self = g_new0 (MappeOutgoing, 1);

  self->document = g_strdup (document);
  self->record = record;
  self->reader = reader;
  self->format = g_strdup (format);
  self->way = g_strdup (way);
  return self;
}

/** mappe_outgoing_free: @self: (transfer full) */
void
mappe_outgoing_free (MappeOutgoing *self)
{
  g_free (self->at);
  g_free (self->actor);
  g_free (self->document);
  g_free (self->reference);
  g_free (self->language);
  g_free (self->format);
  g_free (self->way);
  g_free (self->hash);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/** mappe_outgoing_past_free: @self: (transfer full) */
void
mappe_outgoing_past_free (MappeOutgoingPast *self)
{
  g_free (self->at);
  g_free (self);
}

/* --- writing --- */

static gint64
insert_outgoing (MappeConn *conn, const char *actor, const MappeOutgoing *outgoing, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "INSERT INTO outgoing (at, actor, document, record_id, reference, reader,"
                                        " language, format, way, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
                                        " $10) RETURNING id", error);
  g_autofree char *now = mappe_stamp_now ();
  gboolean has_row;
  gint64 id = 0;

  if (stmt == NULL)
    return 0;
  mappe_stmt_bind_text (stmt, 1, now);
  mappe_stmt_bind_text (stmt, 2, actor);
  mappe_stmt_bind_text (stmt, 3, outgoing->document);
  mappe_stmt_bind_int (stmt, 4, outgoing->record);
  mappe_stmt_bind_text (stmt, 5, outgoing->reference);
  mappe_stmt_bind_int (stmt, 6, outgoing->reader);
  mappe_stmt_bind_text (stmt, 7, outgoing->language);
  mappe_stmt_bind_text (stmt, 8, outgoing->format);
  mappe_stmt_bind_text (stmt, 9, outgoing->way);
  mappe_stmt_bind_text (stmt, 10, outgoing->hash != NULL ? outgoing->hash : "");
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    id = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return id;
}

static gboolean
insert_part (MappeConn *conn, gint64 outgoing, const MappeOutgoingPart *part, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "INSERT INTO outgoing_part (outgoing_id, part, title, class)"
                                        " VALUES ($1, $2, $3, $4)", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, outgoing);
  mappe_stmt_bind_text (stmt, 2, part->part);
  mappe_stmt_bind_text (stmt, 3, part->title);
  mappe_stmt_bind_int (stmt, 4, part->class);
  return mappe_stmt_run (stmt, error);
}

static gboolean
note (MappeConn *conn, const char *actor, const MappeOutgoing *outgoing, GError **error)
{
  gint64 id = insert_outgoing (conn, actor, outgoing, error);

  for (guint i = 0; id > 0 && outgoing->parts != NULL && i < outgoing->parts->len; i++)
    if (!insert_part (conn, id, g_ptr_array_index (outgoing->parts, i), error))
      return FALSE;
  return id > 0;
}

static gpointer
note_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!mappe_store_guard_write (self, error) || !mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return NULL;
  if (note (conn, mappe_store_get_actor (self), data, error))
    return mappe_conn_commit (conn, error) ? GINT_TO_POINTER (TRUE) : NULL;
  mappe_conn_rollback (conn);
  return NULL;
}

/** mappe_store_note_outgoing: Notes that something left the house. Returns: whether it is noted */
gboolean
mappe_store_note_outgoing (MappeStore *self, const MappeOutgoing *outgoing, GError **error)
{
  return mappe_store_run_sync (self, MAPPE_LANE_WRITE, note_on_lane, (gpointer) outgoing, error) != NULL;
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* A file that can only be read can still be shared. */
  mappe_store_run_finish (MAPPE_STORE (source), result, NULL);
}

/** mappe_store_note_outgoing_async: @outgoing: (transfer full): noted without anybody waiting for it */
void
mappe_store_note_outgoing_async (MappeStore *self, MappeOutgoing *outgoing)
{
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, note_on_lane, outgoing,
                         (GDestroyNotify) mappe_outgoing_free, NULL, NULL, noted_cb, NULL);
}

/* --- reading --- */

static MappeOutgoing *
read_outgoing (MappeStmt *stmt)
{
  MappeOutgoing *self = g_new0 (MappeOutgoing, 1);

  self->at = g_strdup (mappe_stmt_get_text (stmt, 0));
  self->actor = g_strdup (mappe_stmt_get_text (stmt, 1));
  self->document = g_strdup (mappe_stmt_get_text (stmt, 2));
  self->record = mappe_stmt_get_int (stmt, 3);
  self->reference = g_strdup (mappe_stmt_get_text (stmt, 4));
  self->reader = (int) mappe_stmt_get_int (stmt, 5);
  self->language = g_strdup (mappe_stmt_get_text (stmt, 6));
  self->format = g_strdup (mappe_stmt_get_text (stmt, 7));
  self->way = g_strdup (mappe_stmt_get_text (stmt, 8));
  self->hash = g_strdup (mappe_stmt_get_text (stmt, 9));
  return self;
}

/** mappe_snapshot_outgoing: Returns: (transfer full) (nullable) (element-type MappeOutgoing): newest first, without
 * parts */
GPtrArray *
mappe_snapshot_outgoing (MappeSnapshot *self, guint most, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (mappe_snapshot_get_conn (self),
                                        "SELECT at, actor, document, record_id, reference, reader, language, format,"
                                        " way, hash FROM outgoing ORDER BY id DESC LIMIT $1", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_outgoing_free);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, most);
  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (list, read_outgoing (stmt));
    }
  return g_steal_pointer (&list);
}

/**
 * mappe_snapshot_outgoing_past:
 * @document: what goes out: a document of another kind may say less of the same part
 * @record: what it is about
 * @part: see #MappeOutgoingPart
 *
 * Returns: (transfer full) (nullable): what is known of the part; %NULL without an error when it never went out
 */
MappeOutgoingPast *
mappe_snapshot_outgoing_past (MappeSnapshot *self, const char *document, gint64 record, const char *part,
                              GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (mappe_snapshot_get_conn (self),
                                        "SELECT p.class, o.reader, o.at FROM outgoing_part p"
                                        " JOIN outgoing o ON o.id = p.outgoing_id WHERE p.part = $1"
                                        " AND o.document = $2 AND o.record_id = $3 ORDER BY o.id",
                                        error);
  g_autoptr (MappeOutgoingPast) past = NULL;
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, part);
  mappe_stmt_bind_text (stmt, 2, document);
  mappe_stmt_bind_int (stmt, 3, record);
  while (has_row)
    {
      int class, reader;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      if (past == NULL)
        {
          past = g_new0 (MappeOutgoingPast, 1);
          past->went_to = G_MAXINT;
        }
      class = (int) mappe_stmt_get_int (stmt, 0);
      reader = (int) mappe_stmt_get_int (stmt, 1);
      past->class = class;
      if (class <= reader)
        past->went_to = MIN (past->went_to, reader);
      g_free (past->at);
      past->at = g_strdup (mappe_stmt_get_text (stmt, 2));
    }
  return g_steal_pointer (&past);
}
