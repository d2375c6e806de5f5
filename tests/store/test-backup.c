/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "mappe-backup-private.h"
#include "mappe-backup.h"

typedef struct {
  MappeTestStore base;
  char          *backup;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  mappe_test_store_set_up (&test->base, data);
  test->backup = g_build_filename (test->base.folder, "copy.ratsmappe", NULL);
}

static void
tear_down (Test *test, gconstpointer data)
{
  mappe_test_store_tear_down (&test->base, data);
  g_free (test->backup);
}

static gint64
add (Test *test, const char *name)
{
  return mappe_test_insert (test->base.store,
                            mappe_test_row (mappe_kind_lookup ("organisation", NULL), "name", name, NULL));
}

static void
close_store (Test *test)
{
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&test->base.store));
}

static void
open_store (Test *test)
{
  g_autoptr (GError) error = NULL;

  test->base.store = mappe_store_open (test->base.path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

static char *
content_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_READ_ONLY, &error);
  char *content;

  g_assert_no_error (error);
  content = mappe_test_store_content (store);
  mappe_store_close (store);
  mappe_test_settle ();
  return content;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = content_of (path);

  g_assert_cmpstr (content, ==, expected);
}

static void
assert_backup (Test *test, const char *path)
{
  g_autoptr (GError) error = NULL;

  mappe_store_backup (test->base.store, path, &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char *const *) left, *(char *const *) right);
}

/* Names in a folder that begin so, in order. */
static char *
names_in (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  char *all;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  all = g_strjoinv ("|", (char **) names->pdata);
  return all;
}

static void
assert_names (const char *folder, const char *prefix, const char *expected)
{
  g_autofree char *names = names_in (folder, prefix);

  g_assert_cmpstr (names, ==, expected);
}

static void
write_over (const char *path, gsize offset, gsize length)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  offset = MIN (offset, size);
  memset (content + offset, 0, MIN (length, size - offset));
  g_assert_true (g_file_set_contents (path, content, size, NULL));
}

static void
test_copy (Test *test, gconstpointer data)
{
  g_autofree char *content = NULL;
  GStatBuf status;

  add (test, "Turnverein");
  content = mappe_test_store_content (test->base.store);
  assert_backup (test, test->backup);
  add (test, "Später");
  assert_content (test->backup, content);
  g_assert_cmpint (g_stat (test->backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_names (test->base.folder, ".", "");
}

static void
test_exists (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (test->backup, "mine", -1, NULL));
  g_assert_false (mappe_store_backup (test->base.store, test->backup, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (test->backup, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_clear_error (&error);
  g_assert_false (mappe_store_backup (test->base.store, test->base.path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_EXISTS);
}

static void
test_no_folder (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test->base.folder, "not", "there", NULL);

  g_assert_false (mappe_store_backup (test->base.store, path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND);
}

static void
test_read_only_folder (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->base.folder, "closed", NULL);
  g_autofree char *path = g_build_filename (folder, "copy", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  g_assert_false (mappe_store_backup (test->base.store, path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_PERMISSION);
}

static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
}

static void
test_full (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  limit_file_size (64 * 1024);
  mappe_store_backup (test->base.store, test->backup, &error);
  limit_file_size (RLIM_INFINITY);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL);
  assert_names (test->base.folder, "copy", "");
  assert_names (test->base.folder, ".", "");
  assert_backup (test, test->backup);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  mappe_store_backup_finish (MAPPE_STORE (source), result, error);
}

static void
test_cancelled (Test *test, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add (test, "Turnverein");
  mappe_store_backup_async (test->base.store, test->backup, cancellable, backed_up_cb, &error);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_names (test->base.folder, "copy", "");
  assert_names (test->base.folder, ".", "");
}

static MappeRow *
next_row (gpointer data, GError **error)
{
  guint *left = data;

  if (*left == 0)
    return NULL;
  --*left;
  return mappe_test_row (mappe_kind_lookup ("organisation", NULL), "name", "Verein mit einem langen Namen", NULL);
}

typedef struct {
  const char   *folder;
  GCancellable *cancellable;
  int           over;  /* atomic */
} Watcher;

/* Cancels as soon as something unfinished lies in the folder. */
static gpointer
cancel_copy (gpointer data)
{
  Watcher *watcher = data;
  gboolean begun = FALSE;

  while (!begun && !g_atomic_int_get (&watcher->over))
    {
      g_autofree char *names = names_in (watcher->folder, ".copy");

      begun = *names != '\0';
      g_thread_yield ();
    }
  g_cancellable_cancel (watcher->cancellable);
  return NULL;
}

/* Whenever it hits: either there is a whole copy, or nothing. */
static void
test_cancelled_midway (Test *test, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;
  Watcher watcher = { test->base.folder, cancellable, FALSE };
  MappeEdit *edit = mappe_edit_new_import ("rows");
  g_autoptr (MappeConn) conn = NULL;
  GThread *thread;
  guint left = 20000;
  gboolean done;

  mappe_edit_set_source (edit, next_row, &left);
  applied = mappe_store_apply (test->base.store, edit, NULL, NULL);
  conn = mappe_conn_open (test->base.path, MAPPE_CONN_READ_ONLY, NULL);
  thread = g_thread_new ("cancel", cancel_copy, &watcher);
  done = mappe_backup_make (conn, test->backup, cancellable, &error);
  g_atomic_int_set (&watcher.over, TRUE);
  g_thread_join (thread);
  if (!done)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (done, ==, g_file_test (test->backup, G_FILE_TEST_EXISTS));
  assert_names (test->base.folder, ".", "");
}

/* Zeroes a page that opening does not need. */
static void
damage_a_page (Test *test)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (test->base.path, &content, &length, NULL));
  for (gsize page = 8; page < length / 4096; page++)
    {
      write_over (test->base.path, page * 4096, 4096);
      test->base.store = mappe_store_open (test->base.path, MAPPE_STORE_OPEN_DEFAULT, NULL);
      if (test->base.store != NULL)
        return;
      g_assert_true (g_file_set_contents (test->base.path, content, length, NULL));
    }
  g_assert_not_reached ();
}

static void
test_damaged_source (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->base.folder, "copies", NULL);
  g_autofree char *first = mappe_store_backup_rotate (test->base.store, folder, 1, &error);

  g_assert_no_error (error);
  add (test, "Turnverein");
  close_store (test);
  damage_a_page (test);
  g_assert_null (mappe_store_backup_rotate (test->base.store, folder, 1, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_false (mappe_store_backup (test->base.store, test->backup, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED);
  assert_names (test->base.folder, "copy", "");
  assert_names (folder, ".", "");
}

static void
test_rotate (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->base.folder, "copies", NULL);
  g_autofree char *first = mappe_store_backup_rotate (test->base.store, folder, 2, &error);
  g_autofree char *same = mappe_store_backup_rotate (test->base.store, folder, 2, &error);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("/council-\\d{8}-\\d{6}\\.ratsmappe-backup$", first, 0, 0));
  g_assert_cmpstr (first, ==, same);
  add (test, "Eins");
  second = mappe_store_backup_rotate (test->base.store, folder, 2, &error);
  g_assert_cmpstr (second, >, first);
  add (test, "Zwei");
  third = mappe_store_backup_rotate (test->base.store, folder, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (third, >, second);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (third, G_FILE_TEST_EXISTS));
}

/* A copy with a stamp in the future is what a clock that was wrong once leaves behind. */
static void
test_rotate_clock (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->base.folder, "copies", NULL);
  g_autofree char *future = g_build_filename (folder, "council-20991231-235959.ratsmappe-backup", NULL);
  g_autofree char *first = mappe_store_backup_rotate (test->base.store, folder, 1, &error);
  g_autofree char *second = NULL;

  g_assert_cmpint (g_rename (first, future), ==, 0);
  add (test, "Eins");
  second = mappe_store_backup_rotate (test->base.store, folder, 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (second, "/council-21000101-000000.ratsmappe-backup"));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (future, G_FILE_TEST_EXISTS));
}

/* Files of others in the folder are neither counted nor removed; a rotten newest copy is no copy. */
static void
test_rotate_others (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->base.folder, "copies", NULL);
  g_autofree char *other_folder = g_build_filename (test->base.folder, "other", NULL);
  g_autofree char *other_path = g_build_filename (other_folder, "council.ratsmappe", NULL);
  g_autoptr (MappeStore) other = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *junk = g_build_filename (folder, "council-20000101-000000.ratsmappe-backup", NULL);
  g_autofree char *mine = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpint (g_mkdir (other_folder, 0700), ==, 0);
  other = mappe_store_open (other_path, MAPPE_STORE_OPEN_CREATE, &error);
  theirs = mappe_store_backup_rotate (other, folder, 1, &error);
  g_assert_true (g_file_set_contents (junk, "x", -1, NULL));
  mine = mappe_store_backup_rotate (test->base.store, folder, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mine, !=, theirs);
  write_over (mine, 30 * 4096, 30 * 4096);
  again = mappe_store_backup_rotate (test->base.store, folder, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, !=, mine);
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (junk, G_FILE_TEST_EXISTS));
  mappe_store_close (other);
}

static void
test_restore (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = g_strconcat (test->base.path, ".before-restore", NULL);
  g_autofree char *aside_2 = g_strconcat (test->base.path, ".before-restore-2", NULL);

  add (test, "Eins");
  before = mappe_test_store_content (test->base.store);
  assert_backup (test, test->backup);
  add (test, "Zwei");
  after = mappe_test_store_content (test->base.store);
  close_store (test);

  g_assert_true (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_no_error (error);
  assert_content (test->base.path, before);
  assert_content (aside, after);
  g_assert_true (mappe_backup_restore (aside, test->base.path, &error));
  assert_content (test->base.path, after);
  assert_content (aside_2, before);
  assert_names (test->base.folder, ".", "");
  open_store (test);
  add (test, "Drei");
}

static void
test_restore_open (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  assert_backup (test, test->backup);
  add (test, "Eins");
  content = mappe_test_store_content (test->base.store);
  g_assert_false (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOCKED);
  add (test, "Zwei");
  assert_names (test->base.folder, ".", "");
  g_clear_error (&error);
  g_assert_false (mappe_backup_restore (test->base.path, test->base.path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_EXISTS);
}

/* Another program that has the file open without doing anything. */
static void
idle_in_child (const char *path, int ready, int end)
{
  g_autoptr (MappeConn) conn = mappe_conn_open (path, MAPPE_CONN_DEFAULT, NULL);
  char byte = conn != NULL && mappe_conn_script (conn, "SELECT count(*) FROM meta", NULL) ? 'y' : 'n';

  if (write (ready, &byte, 1) == 1 && read (end, &byte, 1) >= 0)
    g_clear_object (&conn);
  _exit (0);
}

static void
test_restore_open_elsewhere (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ready[2], end[2];
  char byte = 'n';
  pid_t child;

  assert_backup (test, test->backup);
  close_store (test);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  child = fork ();
  if (child == 0)
    idle_in_child (test->base.path, ready[1], end[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  g_assert_false (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpint (write (end[1], &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_true (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      close (ready[i]);
      close (end[i]);
    }
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, length, NULL));
}

/* The program died and left its journal: the restored file must not see it, and the old file must keep it. */
static void
test_leftover_journal (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *dead = g_build_filename (test->base.folder, "dead.ratsmappe", NULL);
  g_autofree char *journal = g_strconcat (test->base.path, "-wal", NULL);
  g_autofree char *dead_journal = g_strconcat (dead, "-wal", NULL);
  g_autofree char *aside = g_strconcat (dead, ".before-restore", NULL);

  add (test, "Eins");
  before = mappe_test_store_content (test->base.store);
  assert_backup (test, test->backup);
  add (test, "Zwei");
  after = mappe_test_store_content (test->base.store);
  copy_file (test->base.path, dead);
  copy_file (journal, dead_journal);

  g_assert_true (mappe_backup_restore (test->backup, dead, &error));
  g_assert_no_error (error);
  assert_content (dead, before);
  assert_content (aside, after);
}

/* The main file is beyond reading, so its journal cannot be folded in: it goes aside with it. */
static void
test_restore_over_damage (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *journal = g_strconcat (test->base.path, "-wal", NULL);
  g_autofree char *aside_journal = g_strconcat (test->base.path, ".before-restore-wal", NULL);

  add (test, "Eins");
  before = mappe_test_store_content (test->base.store);
  assert_backup (test, test->backup);
  close_store (test);
  g_assert_true (g_file_set_contents (test->base.path, "no database at all, but something quite different", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "a journal of something else", -1, NULL));
  g_assert_true (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside_journal, G_FILE_TEST_EXISTS));
  assert_content (test->base.path, before);
}

static void
test_restore_missing (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *journal = g_strconcat (test->base.path, "-wal", NULL);

  add (test, "Eins");
  before = mappe_test_store_content (test->base.store);
  assert_backup (test, test->backup);
  close_store (test);
  g_unlink (test->base.path);
  g_assert_true (g_file_set_contents (journal, "a journal without a file", -1, NULL));
  g_assert_true (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_no_error (error);
  assert_content (test->base.path, before);
}

static void
refuse (Test *test, const char *content, MappeStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mappe_backup_restore (test->backup, test->base.path, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, (int) code);
  assert_content (test->base.path, content);
  assert_names (test->base.folder, "council.ratsmappe.before", "");
  assert_names (test->base.folder, ".", "");
}

static void
test_bad_backups (Test *test, gconstpointer data)
{
  g_autofree char *content = mappe_test_store_content (test->base.store);
  g_autofree char *whole = NULL;
  g_autoptr (MappeConn) conn = NULL;
  gsize length;

  assert_backup (test, test->backup);
  close_store (test);
  g_assert_true (g_file_get_contents (test->backup, &whole, &length, NULL));

  g_assert_true (g_file_set_contents (test->backup, whole, length / 2, NULL));
  refuse (test, content, MAPPE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (test->backup, whole, length, NULL));
  write_over (test->backup, 20 * 4096, 4096);
  refuse (test, content, MAPPE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (test->backup, "", 0, NULL));
  refuse (test, content, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  g_assert_true (g_file_set_contents (test->backup, "some text", -1, NULL));
  refuse (test, content, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
  g_unlink (test->backup);
  refuse (test, content, MAPPE_STORE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (test->backup, whole, length, NULL));
  conn = mappe_conn_open (test->backup, MAPPE_CONN_REMOTE, NULL);
  g_assert_true (mappe_conn_script (conn, "UPDATE meta SET value = '99' WHERE name = 'schema_version'", NULL));
  g_clear_object (&conn);
  refuse (test, content, MAPPE_STORE_ERROR_NEWER);

  conn = mappe_conn_open (test->backup, MAPPE_CONN_REMOTE, NULL);
  g_assert_true (mappe_conn_set_application_id (conn, 77, NULL));
  g_clear_object (&conn);
  refuse (test, content, MAPPE_STORE_ERROR_NOT_A_COUNCIL);
}

static void
test_restore_full (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  assert_backup (test, test->backup);
  add (test, "Eins");
  after = mappe_test_store_content (test->base.store);
  close_store (test);
  limit_file_size (64 * 1024);
  mappe_backup_restore (test->backup, test->base.path, &error);
  limit_file_size (RLIM_INFINITY);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL);
  assert_content (test->base.path, after);
  assert_names (test->base.folder, ".", "");
  assert_names (test->base.folder, "council.ratsmappe.before", "");
}

#define ADD(path, func) g_test_add ("/backup/" path, Test, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("copy", test_copy);
  ADD ("exists", test_exists);
  ADD ("no-folder", test_no_folder);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("full", test_full);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-midway", test_cancelled_midway);
  ADD ("damaged-source", test_damaged_source);
  ADD ("rotate", test_rotate);
  ADD ("rotate-clock", test_rotate_clock);
  ADD ("rotate-others", test_rotate_others);
  ADD ("restore", test_restore);
  ADD ("restore-open", test_restore_open);
  ADD ("restore-open-elsewhere", test_restore_open_elsewhere);
  ADD ("leftover-journal", test_leftover_journal);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("restore-missing", test_restore_missing);
  ADD ("bad-backups", test_bad_backups);
  ADD ("restore-full", test_restore_full);
  return g_test_run ();
}
