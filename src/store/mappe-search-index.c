/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-store-private.h"

#define INDEX_VERSION 2
#define KNOWN_MOST 300000
/* A part of a word has at least three letters and something before it. */
#define WORD_SHORTEST 4
#define WORD_LONGEST 200

/* Texts are folded before they come here, so the engine only has to part them at the spaces.
 * Part-words are looked for among the words, not among the texts: a town has many texts but few words. */
static const char tables[] =
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);"
  "CREATE VIRTUAL TABLE words USING fts5 (title, body, content='doc', content_rowid='id', tokenize='ascii',"
  " detail=column, columnsize=0, prefix='1 2 3');"
  "CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);"
  "CREATE VIRTUAL TABLE parts USING fts5 (word, content='vocabulary', content_rowid='id', tokenize='trigram',"
  " columnsize=0);"
  /* Attached files that were read: what they are, and the text of their pages as it stands there. */
  "CREATE TABLE content (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, tries INTEGER NOT NULL,"
  " state INTEGER NOT NULL, pages INTEGER, scanned INTEGER, has_text INTEGER, tagged INTEGER);"
  "CREATE TABLE page (doc INTEGER PRIMARY KEY, content INTEGER NOT NULL, text TEXT NOT NULL);"
  "CREATE INDEX page_by_content ON page (content);";

/* Kinds, and the fields of them that are searched: when they change, the index is of no use any more. */
static char *
make_stamp (const char *council_id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  g_string_append_printf (text, "%d %s", INDEX_VERSION, council_id);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_string_append_printf (text, " %s", kinds[i]->name);
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        if (kinds[i]->fields[j].flags & MAPPE_FIELD_SEARCH)
          g_string_append_printf (text, ",%s", kinds[i]->fields[j].name);
      for (const int *field = kinds[i]->title_fields; *field >= 0; field++)
        g_string_append_printf (text, ";%d", *field);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

static char *
get_meta (MappeConn *conn, const char *name, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT value FROM meta WHERE name = $1", error);
  gboolean has_row;
  char *value = NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, name);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return NULL;
  value = g_strdup (has_row ? mappe_stmt_get_text (stmt, 0) : "");
  mappe_stmt_reset (stmt);
  return value;
}

/**
 * mappe_search_index_file_name:
 * @council_path: path of the council file, in any spelling
 *
 * Returns: (transfer full): where the index of that file lies; two copies of one council have an index each
 */
char *
mappe_search_index_file_name (const char *council_id, const char *council_path)
{
  char *real = realpath (council_path, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : council_path, -1);
  g_autofree char *id = g_strcanon (g_strdup (council_id), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '_');
  g_autofree char *name = g_strdup_printf ("%.64s-%.16s.sqlite", id, hash);

  free (real);
  return g_build_filename (g_get_user_cache_dir (), "ratsmappe", "index", name, NULL);
}

static void
remove_files (const char *path)
{
  const char *suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
create_tables (MappeSearchIndex *self, GError **error)
{
  return mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, error)
         && mappe_conn_script (self->conn, tables, error)
         && mappe_conn_set_application_id (self->conn, INDEX_VERSION, error)
         && mappe_schema_set_meta (self->conn, "stamp", self->stamp, error)
         && mappe_conn_commit (self->conn, error);
}

static MappeSearchIndex *
index_new (const char *council_id, char *path)
{
  MappeSearchIndex *self = g_new0 (MappeSearchIndex, 1);

  self->path = path;
  self->stamp = make_stamp (council_id);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mappe_search_index_free (MappeSearchIndex *self)
{
  g_clear_object (&self->conn);
  g_hash_table_unref (self->known);
  g_free (self->stamp);
  g_free (self->path);
  g_free (self);
}

/**
 * mappe_search_index_discard:
 * @self: (transfer full): an index that is damaged or of no use
 *
 * Throws the index away, its file included.
 */
void
mappe_search_index_discard (MappeSearchIndex *self)
{
  g_clear_object (&self->conn);
  if (self->path != NULL)
    remove_files (self->path);
  mappe_search_index_free (self);
}

/* Whether the file is an index of ours for this council; anything else has no claim to its place. */
static gboolean
open_existing (MappeSearchIndex *self)
{
  g_autofree char *stamp = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR) || g_chmod (self->path, 0600) != 0)
    return FALSE;
  self->conn = mappe_conn_open (self->path, MAPPE_CONN_THROW_AWAY, NULL);
  if (self->conn != NULL && mappe_conn_get_application_id (self->conn) == INDEX_VERSION)
    stamp = get_meta (self->conn, "stamp", NULL);
  if (g_strcmp0 (stamp, self->stamp) == 0)
    return TRUE;
  g_clear_object (&self->conn);
  return FALSE;
}

static gboolean
open_anew (MappeSearchIndex *self, GError **error)
{
  remove_files (self->path);
  self->conn = mappe_conn_open (self->path, MAPPE_CONN_CREATE | MAPPE_CONN_THROW_AWAY, error);
  return self->conn != NULL && create_tables (self, error);
}

/**
 * mappe_search_index_open:
 * @council_id: id of the council
 * @council_path: path of its file
 *
 * Opens the index in the user's cache folder; makes it anew when it is missing, damaged or of something else.
 *
 * Returns: (transfer full) (nullable): the index; %NULL with an error when the folder takes none
 */
MappeSearchIndex *
mappe_search_index_open (const char *council_id, const char *council_path, GError **error)
{
  g_autoptr (MappeSearchIndex) self = index_new (council_id, mappe_search_index_file_name (council_id, council_path));
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_AUTH, "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  if (!open_existing (self) && !open_anew (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mappe_search_index_open_memory:
 *
 * Returns: (transfer full) (nullable): an index for this session only, where no file can be written
 */
MappeSearchIndex *
mappe_search_index_open_memory (const char *council_id, GError **error)
{
  g_autoptr (MappeSearchIndex) self = index_new (council_id, NULL);

  self->conn = mappe_conn_open (":memory:", MAPPE_CONN_THROW_AWAY, error);
  if (self->conn == NULL || !create_tables (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
mappe_search_index_begin (MappeSearchIndex *self, GError **error)
{
  return mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, error);
}

gboolean
mappe_search_index_commit (MappeSearchIndex *self, GError **error)
{
  if (mappe_conn_commit (self->conn, error))
    return TRUE;
  g_hash_table_remove_all (self->known);
  return FALSE;
}

void
mappe_search_index_rollback (MappeSearchIndex *self)
{
  mappe_conn_rollback (self->conn);
  g_hash_table_remove_all (self->known);
}

/** mappe_search_index_clear: Empties the index inside the caller's transaction. */
gboolean
mappe_search_index_clear (MappeSearchIndex *self, GError **error)
{
  g_hash_table_remove_all (self->known);
  return mappe_conn_script (self->conn,
                            "DELETE FROM doc; DELETE FROM vocabulary; DELETE FROM page; DELETE FROM content;"
                            "INSERT INTO words (words) VALUES ('delete-all');"
                            "INSERT INTO parts (parts) VALUES ('delete-all');",
                            error);
}

void
mappe_search_mark_clear (MappeSearchMark *self)
{
  g_clear_pointer (&self->at, g_free);
}

static gint64
number_of (char **numbers, guint nth)
{
  return nth < g_strv_length (numbers) ? g_ascii_strtoll (numbers[nth], NULL, 10) : 0;
}

/**
 * mappe_search_index_get_mark:
 * @mark: (out caller-allocates): how far the index has come; all zero when nothing was indexed
 */
gboolean
mappe_search_index_get_mark (MappeSearchIndex *self, MappeSearchMark *mark, GError **error)
{
  g_autofree char *numbers = get_meta (self->conn, "mark", error);
  g_autofree char *at = numbers != NULL ? get_meta (self->conn, "at", error) : NULL;
  g_auto (GStrv) parts = NULL;

  if (at == NULL)
    return FALSE;
  parts = g_strsplit (numbers, " ", -1);
  *mark = (MappeSearchMark) {
    .ready = number_of (parts, 0) != 0,
    .set_id = *numbers != '\0' ? number_of (parts, 1) : -1,
    .change_id = number_of (parts, 2),
    .kind = (guint) number_of (parts, 3),
    .row = number_of (parts, 4),
    .at = g_steal_pointer (&at),
  };
  return TRUE;
}

gboolean
mappe_search_index_set_mark (MappeSearchIndex *self, const MappeSearchMark *mark, GError **error)
{
  g_autofree char *numbers = g_strdup_printf ("%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %" G_GINT64_FORMAT,
                                              mark->ready ? 1 : 0, mark->set_id, mark->change_id, mark->kind,
                                              mark->row);

  return mappe_schema_set_meta (self->conn, "mark", numbers, error) &&
         mappe_schema_set_meta (self->conn, "at", mark->at, error);
}

static gboolean
put_word (MappeSearchIndex *self, const char *word, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->conn,
                                        "INSERT INTO vocabulary (word) VALUES ($1) ON CONFLICT (word) DO NOTHING"
                                        " RETURNING id", error);
  gboolean has_row;
  gint64 id;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, word);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  id = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
  mappe_stmt_reset (stmt);
  if (id == 0)
    return TRUE;
  stmt = mappe_conn_prepare (self->conn, "INSERT INTO parts (rowid, word) VALUES ($1, $2)", error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, id);
  mappe_stmt_bind_text (stmt, 2, word);
  return mappe_stmt_run (stmt, error);
}

static gboolean
put_words (MappeSearchIndex *self, const char *text, GError **error)
{
  char word[WORD_LONGEST + 1];

  while (*text != '\0')
    {
      const char *end = strchrnul (text, ' ');
      gsize length = end - text;

      if (length >= WORD_SHORTEST && length <= WORD_LONGEST)
        {
          memcpy (word, text, length);
          word[length] = '\0';
          if (!g_hash_table_contains (self->known, word))
            {
              if (g_hash_table_size (self->known) >= KNOWN_MOST)
                g_hash_table_remove_all (self->known);
              g_hash_table_add (self->known, g_strdup (word));
              if (!put_word (self, word, error))
                return FALSE;
            }
        }
      text = *end != '\0' ? end + 1 : end;
    }
  return TRUE;
}

static gboolean
run_with_texts (MappeConn *conn, const char *sql, gint64 doc, const char *title, const char *body, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, doc);
  mappe_stmt_bind_text (stmt, 2, title);
  mappe_stmt_bind_text (stmt, 3, body);
  return mappe_stmt_run (stmt, error);
}

static gboolean
load_texts (MappeConn *conn, gint64 doc, char **title, char **body, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT title, body FROM doc WHERE id = $1", error);
  gboolean has_row;

  *title = *body = NULL;
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, doc);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *title = g_strdup (mappe_stmt_get_text (stmt, 0));
      *body = g_strdup (mappe_stmt_get_text (stmt, 1));
    }
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gboolean
remove_texts (MappeSearchIndex *self, gint64 doc, const char *title, const char *body, GError **error)
{
  MappeStmt *stmt;

  /* The engine keeps no texts of its own here: it must be told what it forgets. */
  if (!run_with_texts (self->conn, "INSERT INTO words (words, rowid, title, body) VALUES ('delete', $1, $2, $3)",
                       doc, title, body, error))
    return FALSE;
  stmt = mappe_conn_prepare (self->conn, "DELETE FROM doc WHERE id = $1", error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, doc);
  return mappe_stmt_run (stmt, error);
}

/**
 * mappe_search_index_remove:
 * @doc: number of a text, see MAPPE_SEARCH_DOC; it need not be in the index
 */
gboolean
mappe_search_index_remove (MappeSearchIndex *self, gint64 doc, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (!load_texts (self->conn, doc, &title, &body, error))
    return FALSE;
  return title == NULL || remove_texts (self, doc, title, body, error);
}

/**
 * mappe_search_index_put:
 * @title: folded words of what the record is called
 * @body: folded words of its other texts
 *
 * Puts a text into the index, in the place of what was there before. A text without words is left out.
 */
gboolean
mappe_search_index_put (MappeSearchIndex *self, gint64 doc, const char *title, const char *body, GError **error)
{
  g_autofree char *old_title = NULL;
  g_autofree char *old_body = NULL;

  if (!load_texts (self->conn, doc, &old_title, &old_body, error))
    return FALSE;
  if (old_title != NULL && g_str_equal (old_title, title) && g_str_equal (old_body, body))
    return TRUE;
  if (old_title != NULL && !remove_texts (self, doc, old_title, old_body, error))
    return FALSE;
  if (*title == '\0' && *body == '\0')
    return TRUE;
  return run_with_texts (self->conn, "INSERT INTO doc (id, title, body) VALUES ($1, $2, $3)", doc, title, body, error)
         && run_with_texts (self->conn, "INSERT INTO words (rowid, title, body) VALUES ($1, $2, $3)", doc, title, body,
                            error)
         && put_words (self, title, error) && put_words (self, body, error);
}
