/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-uid-private.h"

#include <stdio.h>
#include <string.h>

#include "mappe-code.h"

/* A copy of a council file that is worked on beside the first gives the same UUIDs to other records: one council has
 * one file. */

#define PAGE_ROWS 256
#define REMEMBERED 512

#define ID_MOST (G_GINT64_CONSTANT (1) << 60)
#define VERSION_8 G_GUINT64_CONSTANT (0x8000)
#define VARIANT G_GUINT64_CONSTANT (0x8000000000000000)
#define LOW_BITS G_GUINT64_CONSTANT (0x3fffffffffffffff)

/* Halves are kept as signed numbers; turned like this they sort as they do without a sign. */
#define TURN(half) ((gint64) ((half) ^ G_GUINT64_CONSTANT (0x8000000000000000)))
#define TURN_BACK(half) ((guint64) (half) ^ G_GUINT64_CONSTANT (0x8000000000000000))

/* The table is made when the first record comes from another file: most files never need it. */
#define TABLE_MARK "record_uid"

typedef struct {
  gint64   id;
  MappeUid uid;
} Known;

/**
 * MappeUids:
 * @origins: of each kind the hash of the file and the kind
 * @foreign: of each kind whether records of it came from another file
 * @by_id: of each kind, where records came from another file, what was asked last
 * @last: of each kind the record that was found last
 * @codes: (nullable) (element-type Known): all codes by UUID
 */
struct _MappeUids {
  MappeConn *conn;
  gboolean   has_table;
  guint64   *origins;
  gboolean  *foreign;
  Known    **by_id;
  Known     *last;
  GArray    *codes;
  guint      n_kinds;
};

/** mappe_uid_format: writes the usual form, in lower case */
void
mappe_uid_format (const MappeUid *uid, char text[MAPPE_UID_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  char *at = text;

  for (int nibble = 0; nibble < 32; nibble++)
    {
      guint64 half = nibble < 16 ? uid->high : uid->low;

      if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
        *at++ = '-';
      *at++ = digits[(half >> (60 - 4 * (nibble % 16))) & 0xf];
    }
  *at = '\0';
}

/** mappe_uid_parse: Returns: whether @text is a UUID in lower case, and not the one of zeros alone */
gboolean
mappe_uid_parse (const char *text, MappeUid *uid)
{
  guint64 halves[2] = { 0, 0 };
  guint nibble = 0;

  for (guint i = 0; i < MAPPE_UID_LENGTH; i++)
    {
      char c = text[i];

      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (c != '-')
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (c) && !(c >= 'a' && c <= 'f'))
        return FALSE;
      halves[nibble / 16] = halves[nibble / 16] << 4 | (guint64) g_ascii_xdigit_value (c);
      nibble++;
    }
  *uid = (MappeUid) { halves[0], halves[1] };
  return text[MAPPE_UID_LENGTH] == '\0' && mappe_uid_is_set (uid);
}

/** mappe_uid_compare: Returns: below, equal to or above 0, in the order of the written forms */
int
mappe_uid_compare (const MappeUid *left, const MappeUid *right)
{
  if (left->high != right->high)
    return left->high < right->high ? -1 : 1;
  return left->low < right->low ? -1 : left->low > right->low;
}

/* --- making them --- */

static guint64
hash_of (const char *one, const char *two, guint64 *further)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 halves[2];

  g_checksum_update (checksum, (const guchar *) one, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) two, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (halves, digest, sizeof halves);
  if (further != NULL)
    *further = GUINT64_FROM_BE (halves[1]);
  return GUINT64_FROM_BE (halves[0]);
}

static void
fill_own (guint64 origin, gint64 id, MappeUid *uid)
{
  guint64 number = (guint64) id;

  uid->high = (number >> 12) << 16 | VERSION_8 | (number & 0xfff);
  uid->low = origin;
}

static void
make_code (const char *reference, MappeUid *uid)
{
  guint64 low;
  guint64 high = hash_of ("code", reference, &low);

  uid->high = (high & ~G_GUINT64_CONSTANT (0xf000)) | VERSION_8;
  uid->low = (low & LOW_BITS) | VARIANT;
}

/* --- looking up --- */

static gboolean
find_foreign (MappeUids *self, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn, "SELECT DISTINCT kind_name FROM record_uid", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  while (TRUE)
    {
      const MappeKind *kind;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      kind = mappe_kind_lookup (mappe_stmt_get_text (stmt, 0), NULL);
      if (kind != NULL)
        self->foreign[mappe_kind_index (kind)] = TRUE;
    }
}

MappeUids *
mappe_uids_new_on (MappeConn *conn, GError **error)
{
  g_autoptr (MappeUids) self = g_new0 (MappeUids, 1);
  g_autofree char *council = mappe_schema_get_meta (conn, "council_id", error);
  g_autoptr (GError) cause = NULL;
  g_autofree char *table = council != NULL ? mappe_schema_get_meta (conn, TABLE_MARK, &cause) : NULL;
  const MappeKind *const *kinds = mappe_kinds (&self->n_kinds);

  if (council == NULL || cause != NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  self->conn = conn;
  self->has_table = table != NULL;
  self->origins = g_new0 (guint64, self->n_kinds);
  self->foreign = g_new0 (gboolean, self->n_kinds);
  self->by_id = g_new0 (Known *, self->n_kinds);
  self->last = g_new0 (Known, self->n_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    self->origins[i] = (hash_of (council, kinds[i]->name, NULL) & LOW_BITS) | VARIANT;
  return !self->has_table || find_foreign (self, error) ? g_steal_pointer (&self) : NULL;
}

/** mappe_uids_new: Returns: (transfer full) (nullable): valid as long as @snapshot */
MappeUids *
mappe_uids_new (MappeSnapshot *snapshot, GError **error)
{
  return mappe_uids_new_on (mappe_snapshot_get_conn (snapshot), error);
}

/** mappe_uids_free: @self: (transfer full) */
void
mappe_uids_free (MappeUids *self)
{
  for (guint i = 0; self->by_id != NULL && i < self->n_kinds; i++)
    g_free (self->by_id[i]);
  g_clear_pointer (&self->codes, g_array_unref);
  g_free (self->by_id);
  g_free (self->last);
  g_free (self->origins);
  g_free (self->foreign);
  g_free (self);
}

static Known *
remembered (MappeUids *self, const MappeKind *kind, gint64 id)
{
  Known **known = &self->by_id[mappe_kind_index (kind)];

  if (*known == NULL)
    *known = g_new0 (Known, REMEMBERED);
  return &(*known)[id % REMEMBERED];
}

static gboolean
read_foreign (MappeUids *self, const MappeKind *kind, gint64 id, MappeUid *uid, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn,
                                        "SELECT uid_high, uid_low FROM record_uid WHERE kind_name = $1"
                                        " AND record_id = $2", error);
  gboolean has_row;

  *uid = (MappeUid) { 0, 0 };
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  mappe_stmt_bind_int (stmt, 2, id);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *uid = (MappeUid) { TURN_BACK (mappe_stmt_get_int (stmt, 0)), TURN_BACK (mappe_stmt_get_int (stmt, 1)) };
  mappe_stmt_reset (stmt);
  return TRUE;
}

/* The UUID that @id has by being made here. */
static gboolean
own_uid (MappeUids *self, const MappeKind *kind, gint64 id, MappeUid *uid)
{
  if (id < 1 || id >= ID_MOST)
    return FALSE;
  fill_own (self->origins[mappe_kind_index (kind)], id, uid);
  return TRUE;
}

static gboolean
read_code (MappeUids *self, gint64 id, MappeUid *uid, GError **error)
{
  g_autofree char *reference = mappe_rows_reference_of (self->conn, &mappe_code_kind, id, error);

  if (reference == NULL)
    return FALSE;
  make_code (reference, uid);
  return TRUE;
}

/**
 * mappe_uids_of:
 * @id: of a record that is there
 * @uid: (out): its UUID
 *
 * Returns: whether it could be read
 */
gboolean
mappe_uids_of (MappeUids *self, const MappeKind *kind, gint64 id, MappeUid *uid, GError **error)
{
  Known *known;

  if (kind == &mappe_code_kind)
    return read_code (self, id, uid, error);
  if (!self->foreign[mappe_kind_index (kind)])
    return own_uid (self, kind, id, uid);
  known = remembered (self, kind, id);
  if (known->id != id)
    {
      if (!read_foreign (self, kind, id, uid, error))
        return FALSE;
      if (!mappe_uid_is_set (uid))
        own_uid (self, kind, id, uid);
      *known = (Known) { id, *uid };
    }
  *uid = known->uid;
  return TRUE;
}

/* Returns: the id, 0 for no record, -1 with an error. */
static gint64
ask_id (MappeUids *self, const char *sql, const MappeKind *kind, const MappeUid *uid, gint64 id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn, sql, error);
  gboolean has_row;
  gint64 found = 0;

  if (stmt == NULL)
    return -1;
  if (uid != NULL)
    {
      mappe_stmt_bind_int (stmt, 1, TURN (uid->high));
      mappe_stmt_bind_int (stmt, 2, TURN (uid->low));
      mappe_stmt_bind_text (stmt, 3, kind->name);
    }
  else
    mappe_stmt_bind_int (stmt, 1, id);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return -1;
  if (has_row)
    found = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return found;
}

/* A record that came from elsewhere is not also the one that its id would stand for. */
static gint64
find_own (MappeUids *self, const MappeKind *kind, const MappeUid *uid, GError **error)
{
  guint at = mappe_kind_index (kind);
  gint64 id = (gint64) ((uid->high >> 16) << 12 | (uid->high & 0xfff));
  g_autofree char *sql = NULL;
  MappeUid now;
  MappeUid own;

  if (uid->low != self->origins[at] || !own_uid (self, kind, id, &own) || mappe_uid_compare (&own, uid) != 0)
    return 0;
  if (self->foreign[at] && (!read_foreign (self, kind, id, &now, error)))
    return -1;
  if (self->foreign[at] && mappe_uid_is_set (&now))
    return 0;
  sql = g_strdup_printf ("SELECT id FROM %s WHERE id = $1", kind->table);
  return ask_id (self, sql, kind, NULL, id, error);
}

static gint64
find_foreign_id (MappeUids *self, const MappeKind *kind, const MappeUid *uid, GError **error)
{
  g_autofree char *sql = NULL;

  if (!self->foreign[mappe_kind_index (kind)])
    return 0;
  sql = g_strdup_printf ("SELECT r.id FROM record_uid AS u JOIN %s AS r ON r.id = u.record_id WHERE u.uid_high = $1"
                         " AND u.uid_low = $2 AND u.kind_name = $3", kind->table);
  return ask_id (self, sql, kind, uid, 0, error);
}

/**
 * mappe_uids_find:
 *
 * Returns: the id of the record with that UUID; 0 when there is none, -1 with an error
 */
gint64
mappe_uids_find (MappeUids *self, const MappeKind *kind, const MappeUid *uid, GError **error)
{
  Known *last = &self->last[mappe_kind_index (kind)];
  gint64 id;

  if (last->id > 0 && mappe_uid_compare (&last->uid, uid) == 0)
    return last->id;
  id = find_foreign_id (self, kind, uid, error);
  if (id == 0)
    id = find_own (self, kind, uid, error);
  if (id > 0)
    *last = (Known) { id, *uid };
  return id;
}

/* --- records of other files --- */

static gboolean
make_table (MappeUids *self, GError **error)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (self->conn);
  g_autofree char *sql = NULL;

  if (self->has_table)
    return TRUE;
  sql = g_strdup_printf ("CREATE TABLE record_uid (kind_name %s NOT NULL, record_id %s NOT NULL, uid_high %s NOT NULL,"
                         " uid_low %s NOT NULL, PRIMARY KEY (kind_name, record_id))%s;"
                         "CREATE UNIQUE INDEX record_uid_by_uid ON record_uid (kind_name, uid_high, uid_low);",
                         dialect->text_type, dialect->int_type, dialect->int_type, dialect->int_type,
                         dialect->key_only);
  self->has_table = mappe_conn_script (self->conn, sql, error)
                    && mappe_schema_set_meta (self->conn, TABLE_MARK, "1", error);
  return self->has_table;
}

/* What an import brought that was undone since is not there any more, and its UUID may come again. */
static gboolean
write_uid (MappeUids *self, const MappeKind *kind, gint64 id, const MappeUid *uid, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn,
                                        "INSERT INTO record_uid (kind_name, record_id, uid_high, uid_low)"
                                        " VALUES ($1, $2, $3, $4) ON CONFLICT (kind_name, uid_high, uid_low)"
                                        " DO UPDATE SET record_id = excluded.record_id", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  mappe_stmt_bind_int (stmt, 2, id);
  mappe_stmt_bind_int (stmt, 3, TURN (uid->high));
  mappe_stmt_bind_int (stmt, 4, TURN (uid->low));
  return mappe_stmt_run (stmt, error);
}

/* Keeps the UUID that the new record @id came with. */
gboolean
mappe_uids_keep (MappeUids *self, const MappeKind *kind, gint64 id, const MappeUid *uid, GError **error)
{
  guint at = mappe_kind_index (kind);
  MappeUid own;

  if (kind == &mappe_code_kind || (own_uid (self, kind, id, &own) && mappe_uid_compare (&own, uid) == 0))
    return TRUE;
  if (!make_table (self, error) || !write_uid (self, kind, id, uid, error))
    return FALSE;
  self->foreign[at] = TRUE;
  self->last[at] = (Known) { id, *uid };
  return TRUE;
}

/* --- pages --- */

static void
clear_row (MappeUidRow *one)
{
  g_clear_pointer (&one->row, mappe_row_unref);
}

static GArray *
new_page (void)
{
  GArray *page = g_array_sized_new (FALSE, FALSE, sizeof (MappeUidRow), PAGE_ROWS);

  g_array_set_clear_func (page, (GDestroyNotify) clear_row);
  return page;
}

/* @uid_column: where the halves of the UUID stand, or 0 for records of this file */
static gboolean
read_page (MappeUids *self, MappeStmt *stmt, const MappeKind *kind, guint uid_column, GArray *page, GError **error)
{
  gboolean has_row;

  while (TRUE)
    {
      MappeUidRow one = { { 0, 0 }, NULL };

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      one.row = mappe_row_new (kind);
      mappe_rows_read (stmt, one.row);
      if (uid_column > 0)
        one.uid = (MappeUid) { TURN_BACK (mappe_stmt_get_int (stmt, uid_column)),
                               TURN_BACK (mappe_stmt_get_int (stmt, uid_column + 1)) };
      else
        own_uid (self, kind, one.row->id, &one.uid);
      g_array_append_val (page, one);
    }
}

static GArray *
own_page (MappeUids *self, const MappeKind *kind, gint64 after, GError **error)
{
  g_autoptr (GArray) page = new_page ();
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s AS r WHERE id > $1%s%s%s ORDER BY id LIMIT %d", mappe_rows_columns (kind),
                       kind->table,
                       self->foreign[mappe_kind_index (kind)]
                           ? " AND NOT EXISTS (SELECT 1 FROM record_uid AS u WHERE u.record_id = r.id"
                             " AND u.kind_name = '" : "",
                       self->foreign[mappe_kind_index (kind)] ? kind->name : "",
                       self->foreign[mappe_kind_index (kind)] ? "')" : "", PAGE_ROWS);
  MappeStmt *stmt = mappe_conn_prepare (self->conn, sql, error);

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, after);
  return read_page (self, stmt, kind, 0, page, error) ? g_steal_pointer (&page) : NULL;
}

static GArray *
foreign_page (MappeUids *self, const MappeKind *kind, const MappeUid *after, GError **error)
{
  g_autoptr (GArray) page = new_page ();
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s, uid_high, uid_low FROM record_uid AS u JOIN %s AS r ON r.id = u.record_id"
                       " WHERE u.kind_name = $1 AND u.uid_high >= $2 AND (u.uid_high > $2 OR u.uid_low > $3)"
                       " ORDER BY u.uid_high, u.uid_low LIMIT %d", mappe_rows_columns (kind), kind->table, PAGE_ROWS);
  MappeStmt *stmt;

  if (!self->foreign[mappe_kind_index (kind)])
    return g_steal_pointer (&page);
  stmt = mappe_conn_prepare (self->conn, sql, error);
  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  mappe_stmt_bind_int (stmt, 2, TURN (after->high));
  mappe_stmt_bind_int (stmt, 3, TURN (after->low));
  return read_page (self, stmt, kind, kind->n_fields + 2, page, error) ? g_steal_pointer (&page) : NULL;
}

static void
take_first (GArray *page, GArray *from, guint *at)
{
  MappeUidRow *one = &g_array_index (from, MappeUidRow, (*at)++);
  MappeUidRow taken = { one->uid, g_steal_pointer (&one->row) };

  g_array_append_val (page, taken);
}

/* A list that may go on in the file must not run empty before the other is overtaken. */
static void
merge_pages (GArray *page, GArray *own, GArray *foreign, MappeUidPlace *place)
{
  guint o = 0, f = 0;

  while ((o < own->len || own->len < PAGE_ROWS) && (f < foreign->len || foreign->len < PAGE_ROWS)
         && (o < own->len || f < foreign->len))
    {
      const MappeUidRow *mine = o < own->len ? &g_array_index (own, MappeUidRow, o) : NULL;
      const MappeUidRow *theirs = f < foreign->len ? &g_array_index (foreign, MappeUidRow, f) : NULL;

      if (theirs == NULL || (mine != NULL && mappe_uid_compare (&mine->uid, &theirs->uid) < 0))
        {
          place->own = mine->row->id;
          take_first (page, own, &o);
        }
      else
        {
          place->foreign = theirs->uid;
          take_first (page, foreign, &f);
        }
    }
}

static int
compare_known (gconstpointer left, gconstpointer right)
{
  return mappe_uid_compare (&((const Known *) left)->uid, &((const Known *) right)->uid);
}

/* There are some hundreds of codes, and their UUIDs say nothing of their ids: they are sorted in memory. */
static gboolean
sort_codes (MappeUids *self, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn, "SELECT id, reference FROM code", error);
  gboolean has_row = stmt != NULL;

  self->codes = g_array_new (FALSE, FALSE, sizeof (Known));
  while (has_row)
    {
      Known known;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      known.id = mappe_stmt_get_int (stmt, 0);
      make_code (mappe_stmt_get_text (stmt, 1) ?: "", &known.uid);
      g_array_append_val (self->codes, known);
    }
  g_array_sort (self->codes, compare_known);
  return stmt != NULL;
}

static GArray *
code_page (MappeUids *self, MappeUidPlace *place, GError **error)
{
  g_autoptr (GArray) page = new_page ();

  if (self->codes == NULL && !sort_codes (self, error))
    return NULL;
  for (; place->n_codes < self->codes->len && page->len < PAGE_ROWS; place->n_codes++)
    {
      const Known *known = &g_array_index (self->codes, Known, place->n_codes);
      MappeUidRow one = { known->uid, mappe_rows_load (self->conn, &mappe_code_kind, known->id, error) };

      if (one.row == NULL)
        return NULL;
      g_array_append_val (page, one);
    }
  return g_steal_pointer (&page);
}

/**
 * mappe_uids_page:
 * @place: (inout): where to go on; { 0 } for the beginning
 *
 * Returns: (transfer full) (nullable) (element-type MappeUidRow): the next records in the order of their UUIDs, as many
 *   as are read at once; none when there are no more
 */
GArray *
mappe_uids_page (MappeUids *self, const MappeKind *kind, MappeUidPlace *place, GError **error)
{
  g_autoptr (GArray) page = NULL;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GArray) foreign = NULL;

  if (kind == &mappe_code_kind)
    return code_page (self, place, error);
  own = own_page (self, kind, place->own, error);
  foreign = own != NULL ? foreign_page (self, kind, &place->foreign, error) : NULL;
  if (foreign == NULL)
    return NULL;
  page = new_page ();
  merge_pages (page, own, foreign, place);
  return g_steal_pointer (&page);
}
