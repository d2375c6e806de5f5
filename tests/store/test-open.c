/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-person.h"
#include "mappe-test-store.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* What lies at the path, and what is said of it. */

#define NOBODY 65534

static void
assert_refused (const char *path, MappeStoreFlags flags, MappeStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_store_open (path, flags, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, (int) code);
}

static char *
beside (MappeTestStore *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (const char *path, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
close_store (MappeTestStore *fixture)
{
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static MappeStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  MappeStore *store = mappe_store_open (path, MAPPE_STORE_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return store;
}

static void
run_sql (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeConn) conn = mappe_conn_open (path, MAPPE_CONN_CREATE, &error);

  g_assert_no_error (error);
  mappe_conn_script (conn, sql, &error);
  g_assert_no_error (error);
}

static MappeEdit *
person_edit (const char *name)
{
  MappeEdit *edit = mappe_edit_new ("person");

  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", name, NULL));
  return edit;
}

static void
assert_read_only (MappeStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_store_apply (store, person_edit ("Ahorn"), NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (mappe_store_undo (store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (mappe_store_merge (store, &mappe_person_kind, 1, 2, "merge", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY);
}

/* --- not a council --- */

static void
test_strange_files (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "strange");
  g_autofree char *noise = g_strnfill (10000, 'x');
  g_autofree char *inside = g_build_filename (path, "below", NULL);

  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_FOUND);
  assert_refused (inside, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_FOUND);
  assert_refused (inside, MAPPE_STORE_OPEN_CREATE, MAPPE_STORE_ERROR_NOT_FOUND);
  write_file (path, "", 0);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  write_file (path, "a", 1);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  assert_refused (inside, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_FOUND);
  write_file (path, noise, 10000);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  memcpy (noise, "SQLite format 3", 16);
  write_file (path, noise, 10000);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  g_unlink (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  assert_refused (path, MAPPE_STORE_OPEN_CREATE, MAPPE_STORE_ERROR_EXISTS);
}

static void
test_foreign_database (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "bookmarks.sqlite");
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  run_sql (path, "CREATE TABLE person (id INTEGER PRIMARY KEY); INSERT INTO person VALUES (1)");
  g_file_get_contents (path, &before, &length, NULL);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  assert_refused (path, MAPPE_STORE_OPEN_CREATE, MAPPE_STORE_ERROR_EXISTS);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length, after, length_after);
}

/* Our mark on a file without our tables. */
static void
test_hollow (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "hollow.ratsmappe");

  run_sql (path, "PRAGMA application_id=1383353712; CREATE TABLE other (a INTEGER)");
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_DAMAGED);
}

static void
test_create (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *content = NULL, *after = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  content = mappe_test_store_content (fixture->store);
  assert_refused (fixture->path, MAPPE_STORE_OPEN_CREATE, MAPPE_STORE_ERROR_EXISTS);
  after = mappe_test_store_content (fixture->store);
  g_assert_cmpstr (after, ==, content);
  close_store (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "council.ratsmappe");
  while ((name = g_dir_read_name (dir)) != NULL)
    g_error ("left over: %s", name);
}

/* --- damage --- */

static void
fill (MappeStore *store)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             mappe_test_add (store, "organisation", "name", name, NULL));

      mappe_test_add (store, "person", "last_name", name, "organisation", id, "note", name, NULL);
    }
}

/* Reads everything there is to read; FALSE when damage was told. Anything else than an answer or DAMAGED fails. */
static gboolean
read_all (MappeStore *store)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gboolean sound = TRUE;

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kinds[i]);
      g_autoptr (GPtrArray) listed = mappe_store_list (store, query, &error);

      g_assert_true (listed != NULL || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED));
      sound = sound && listed != NULL;
      g_clear_error (&error);
    }
  log = mappe_store_log (store, 0, 0, &error);
  g_assert_true (log != NULL || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED));
  return sound && log != NULL;
}

static gboolean
try_to_write (MappeStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (store, person_edit ("Buche"), NULL, &error);

  if (applied == NULL && !g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED))
    g_error ("after damage: %s", error->message);
  return applied != NULL;
}

static gboolean
is_checked_sound (const char *path)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MappeConn) conn = mappe_conn_open (path, MAPPE_CONN_READ_ONLY, NULL);

  return conn != NULL && mappe_conn_check (conn, TRUE, findings, NULL) && findings->len == 0;
}

static gboolean
notices_damage (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = NULL;
  gboolean noticed;

  noticed = !is_checked_sound (path);
  store = mappe_store_open (path, MAPPE_STORE_OPEN_DEFAULT, &error);
  if (store == NULL)
    {
      g_assert_true (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED)
                     || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL));
      return TRUE;
    }
  noticed = !read_all (store) || noticed;
  noticed = !try_to_write (store) || noticed;
  mappe_test_settle ();
  return noticed;
}

static void
test_damaged_pages (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "damaged.ratsmappe");
  g_autofree char *content = NULL;
  gboolean zero = data != NULL;
  gsize length, page = 4096;
  /* Where each step is watched, some of the pages must do. */
  gsize stride = g_getenv ("MAPPE_TEST_ROWS") != NULL ? 7 : 1;

  fill (fixture->store);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpuint (length % page, ==, 0);
  for (gsize at = 0; at < length; at += page * stride)
    {
      g_autofree char *damaged = g_memdup2 (content, length);

      for (gsize i = 0; i < page; i++)
        damaged[at + i] = zero ? 0 : (char) g_test_rand_int ();
      write_file (path, damaged, length);
      if (!notices_damage (path))
        g_error ("page %" G_GSIZE_FORMAT " was not missed", at / page + 1);
    }
}

static void
test_truncated (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "short.ratsmappe");
  g_autofree char *content = NULL;
  gsize length;

  fill (fixture->store);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  write_file (path, content, length - 1);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_DAMAGED);
  write_file (path, content, length / 2);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_DAMAGED);
  write_file (path, content, 4096);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_DAMAGED);
  write_file (path, content, 100);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_DAMAGED);
  write_file (path, content, 99);
  assert_refused (path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
}

/* --- reading only --- */

static void
test_asked (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  reader = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mappe_store_get_state (reader), ==, MAPPE_STORE_READ_ONLY_ASKED);
  g_assert_cmpint (mappe_test_count (reader, "person"), ==, 1);
  assert_read_only (reader);
  /* It sees what the other one writes. */
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  g_assert_cmpint (mappe_test_count (reader, "person"), ==, 2);
  g_assert_cmpstr (mappe_store_get_council_id (reader), ==, mappe_store_get_council_id (fixture->store));
}

static void
give_away (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      give_away (inside);
    }
}

/* Somebody who owns the files, so that they can be removed at the end, but is bound by their modes. */
static void
become_nobody (MappeTestStore *fixture)
{
  if (geteuid () != 0)
    return;
  give_away (fixture->folder);
  g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
}

/* Root may write everywhere, so this runs as somebody else, in a process of its own. */
static gboolean
in_child_as_nobody (void)
{
  if (g_test_subprocess ())
    return TRUE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  return FALSE;
}

static void
assert_reads_only (const char *path)
{
  g_autoptr (MappeStore) store = open_store (path);

  g_assert_cmpint (mappe_store_get_state (store), ==, MAPPE_STORE_READ_ONLY_FILE);
  g_assert_cmpint (mappe_test_count (store, "person"), ==, 30);
  assert_read_only (store);
}

static void
test_read_only_file (MappeTestStore *fixture, gconstpointer data)
{
  if (!in_child_as_nobody ())
    return;
  fill (fixture->store);
  close_store (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  become_nobody (fixture);
  assert_reads_only (fixture->path);
}

static void
test_read_only_folder (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *copy = beside (fixture, "copy.ratsmappe");

  if (!in_child_as_nobody ())
    return;
  fill (fixture->store);
  close_store (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  become_nobody (fixture);
  assert_reads_only (fixture->path);
  assert_refused (copy, MAPPE_STORE_OPEN_CREATE, MAPPE_STORE_ERROR_PERMISSION);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* The writer crashed: its journal holds saves, and here nobody may write. */
static void
test_read_only_with_journal (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *folder = beside (fixture, "medium");
  g_autofree char *path = g_build_filename (folder, "council.ratsmappe", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *wal_copy = g_strconcat (path, "-wal", NULL);
  g_autofree char *content = NULL, *journal = NULL;
  g_autoptr (MappeStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, journal_length;

  if (!in_child_as_nobody ())
    return;
  fill (fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_get_contents (wal, &journal, &journal_length, NULL));
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  write_file (path, content, length);
  write_file (wal_copy, journal, journal_length);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (wal_copy, 0444), ==, 0);
  close_store (fixture);
  become_nobody (fixture);
  /* Either it is all there, or it is said that it cannot be read: never an old state. */
  store = mappe_store_open (path, MAPPE_STORE_OPEN_DEFAULT, &error);
  if (store == NULL)
    g_assert_true (error->domain == MAPPE_STORE_ERROR);
  else
    g_assert_cmpint (mappe_test_count (store, "person"), ==, 30);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_no_permission (MappeTestStore *fixture, gconstpointer data)
{
  if (!in_child_as_nobody ())
    return;
  close_store (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  become_nobody (fixture);
  assert_refused (fixture->path, MAPPE_STORE_OPEN_DEFAULT, MAPPE_STORE_ERROR_PERMISSION);
}

/* --- lost while open --- */

static void
assert_lost (MappeStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_store_apply (store, person_edit ("Ahorn"), NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOST);
}

static void
count_cb (MappeStore *store, guint *count)
{
  ++*count;
}

static void
test_deleted (MappeTestStore *fixture, gconstpointer data)
{
  guint n_lost = 0;

  fill (fixture->store);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 30);
  g_signal_connect (fixture->store, "lost", G_CALLBACK (count_cb), &n_lost);
  mappe_store_watch (fixture->store, 1);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_lost (fixture->store);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  while (n_lost == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_lost, ==, 1);
  /* What was read can still be read, and brought to safety. */
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 30);
  mappe_store_watch (fixture->store, 0);
}

static void
test_replaced (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture, "other.ratsmappe");
  g_autoptr (MappeStore) other = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture->store);
  other = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_clear_object (&other);
  g_assert_cmpint (g_rename (path, fixture->path), ==, 0);
  assert_lost (fixture->store);
  /* A reader that starts only now does not show the successor as the council it is not. */
  g_assert_null (mappe_store_load (fixture->store, &mappe_person_kind, 1, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOST);
}

/* --- two programs on one file --- */

static void
changed_cb (MappeStore *store, GArray *touched, guint *count)
{
  g_assert_null (touched);
  ++*count;
}

static void
test_two_stores (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeStore) other = open_store (fixture->path);
  guint n_changed = 0;
  gint64 id;

  id = mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  mappe_test_set (other, &mappe_person_kind, id, "first_name", "Anna");
  mappe_test_set (fixture->store, &mappe_person_kind, id, "role", "Chair");
  g_assert_cmpint (mappe_store_get_last_set (other, NULL), ==, mappe_store_get_last_set (fixture->store, NULL));
  mappe_test_settle ();
  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &n_changed);
  mappe_store_watch (other, 1);
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (mappe_store_get_undo_label (other), ==, "insert");
  mappe_store_watch (other, 0);
}

static void
test_mode (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  mode_t mask = umask (0);
  g_autofree char *path = beside (fixture, "open.ratsmappe");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);
      GStatBuf status;

      g_assert_cmpint (g_stat (file, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
  umask (mask);
  mappe_test_settle ();
}

/* --- asynchronously --- */

typedef struct {
  MappeStore *store;
  GError     *error;
  gboolean    done;
} Opened;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opened *opened = data;

  opened->store = mappe_store_open_finish (result, &opened->error);
  opened->done = TRUE;
}

static void
test_async (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *missing = beside (fixture, "missing.ratsmappe");
  Opened opened = { NULL, NULL, FALSE }, failed = { NULL, NULL, FALSE };

  mappe_store_open_async (fixture->path, MAPPE_STORE_OPEN_DEFAULT, NULL, opened_cb, &opened);
  mappe_store_open_async (missing, MAPPE_STORE_OPEN_DEFAULT, NULL, opened_cb, &failed);
  while (!opened.done || !failed.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (opened.error);
  g_assert_cmpstr (mappe_store_get_path (opened.store), ==, fixture->path);
  mappe_test_add (opened.store, "person", "last_name", "Ahorn", NULL);
  mappe_test_settle ();
  g_assert_finalize_object (opened.store);
  g_assert_error (failed.error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND);
  g_assert_null (failed.store);
  g_error_free (failed.error);
}

static void
add (const char *path, gconstpointer data, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, data, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/open/strange-files", NULL, test_strange_files);
  add ("/open/foreign-database", NULL, test_foreign_database);
  add ("/open/hollow", NULL, test_hollow);
  add ("/open/create", NULL, test_create);
  add ("/open/damage/zeroed-page", "zero", test_damaged_pages);
  add ("/open/damage/noise-page", NULL, test_damaged_pages);
  add ("/open/damage/truncated", NULL, test_truncated);
  add ("/open/read-only/asked", NULL, test_asked);
  add ("/open/read-only/file", NULL, test_read_only_file);
  add ("/open/read-only/folder", NULL, test_read_only_folder);
  add ("/open/read-only/journal", NULL, test_read_only_with_journal);
  add ("/open/no-permission", NULL, test_no_permission);
  add ("/open/lost/deleted", NULL, test_deleted);
  add ("/open/lost/replaced", NULL, test_replaced);
  add ("/open/two-stores", NULL, test_two_stores);
  add ("/open/mode", NULL, test_mode);
  add ("/open/async", NULL, test_async);
  return g_test_run ();
}
