/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-person.h"
#include "mappe-test-store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* The disk is full, the program is killed, the computer goes off: what was acknowledged is there, and nothing is
 * there by halves. Processes that die are this program again, with "--write" or "--create". */

#define N_BATCH 40

static const char *program;

static void
assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeConn) conn = mappe_conn_open (path, MAPPE_CONN_DEFAULT, &error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  mappe_conn_check (conn, TRUE, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* --- full disk --- */

static void
limit_files (rlim_t most)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static goffset
size_of (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  GStatBuf status;

  return g_stat (file, &status) == 0 ? status.st_size : 0;
}

static MappeRow *
heavy_person (gpointer data, GError **error)
{
  int *left = data;
  MappeRow *row;

  if ((*left)-- == 0)
    return NULL;
  row = mappe_test_row (&mappe_person_kind, "last_name", "Schwer", NULL);
  mappe_value_take_text (&row->values[MAPPE_PERSON_NOTE], g_strnfill (100000, 'x'));
  return row;
}

static MappeApplied *
save_heavy (MappeStore *store, int count, GError **error)
{
  MappeEdit *edit = mappe_edit_new_import ("heavy");

  mappe_edit_set_source (edit, heavy_person, &count);
  return mappe_store_apply (store, edit, NULL, error);
}

/* In a process of its own: the limit would hit the log of the test, too. */
static void
test_full (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (MappeApplied) none = NULL, some = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  signal (SIGXFSZ, SIG_IGN);
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  before = mappe_test_store_content (fixture->store);
  for (guint i = 0; i < 6; i++)
    {
      limit_files (MAX (size_of (fixture->path, ""), size_of (fixture->path, "-wal")) + (10000 << i));
      g_assert_null (save_heavy (fixture->store, i < 3 ? 40 : 200, &error));
      g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL);
      g_clear_error (&error);
      g_free (after);
      after = mappe_test_store_content (fixture->store);
      g_assert_cmpstr (after, ==, before);
    }
  limit_files (RLIM_INFINITY);
  some = save_heavy (fixture->store, 20, &error);
  g_assert_no_error (error);
  mappe_test_store_reopen (fixture);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 21);
  assert_sound (fixture->path);
}

static void
test_full_create (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.ratsmappe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  signal (SIGXFSZ, SIG_IGN);
  limit_files (100000);
  g_assert_null (mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "council.ratsmappe"));
}

/* --- killed while saving --- */

static guint
batch_of (guint step)
{
  return step % 4 == 3 ? N_BATCH : 1;
}

/* Saves one step after another and says so, until it is killed. */
static int
write_for_ever (const char *path, guint first)
{
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_DEFAULT, NULL);

  for (guint number = first; store != NULL; number++)
    {
      g_autofree char *role = g_strdup_printf ("step %u", number);
      g_autofree char *line = g_strdup_printf ("%u\n", number);
      g_autoptr (MappeApplied) applied = NULL;
      MappeEdit *edit = mappe_edit_new (role);

      for (guint i = 0; i < batch_of (number); i++)
        mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", "Ahorn", "role", role, NULL));
      applied = mappe_store_apply (store, edit, NULL, NULL);
      if (applied == NULL || write (STDOUT_FILENO, line, strlen (line)) < 0)
        break;
    }
  return 1;
}

/* Returns: the last step that was acknowledged. */
static guint
run_writer (const char *path, guint first, guint kill_after)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write",
                                                      path, number, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint last = first - 1;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      last = (guint) g_ascii_strtoull (line, NULL, 10);
      g_free (line);
      if (last == first + kill_after)
        g_subprocess_send_signal (process, SIGKILL);
    }
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
  return last;
}

static gint64
count_of_step (MappeStore *store, guint step)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autofree char *role = g_strdup_printf ("step %u", step);
  g_autoptr (GError) error = NULL;
  gint64 count;

  mappe_query_where (query, MAPPE_PERSON_ROLE, MAPPE_OP_EQUAL, role);
  count = mappe_store_count (store, query, &error);
  g_assert_no_error (error);
  return count;
}

static void
test_killed (MappeTestStore *fixture, gconstpointer data)
{
  const char *remote = data;
  guint first = 1;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  if (remote != NULL)
    g_setenv ("MAPPE_TEST_REMOTE", remote, TRUE);
  for (guint round = 0; round < 6; round++)
    {
      g_autofree char *lease = g_build_filename (fixture->folder, ".council.ratsmappe.lease", NULL);
      guint last = run_writer (fixture->path, first, g_test_rand_int_range (3, 40));
      g_autoptr (GError) error = NULL;

      /* The dead do not give their lease back. */
      g_unlink (lease);
      fixture->store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (last, >, first);
      for (guint step = first; step <= last; step++)
        g_assert_cmpint (count_of_step (fixture->store, step), ==, batch_of (step));
      /* What was under way is there as a whole or not at all. */
      if (count_of_step (fixture->store, last + 1) != 0)
        {
          last++;
          g_assert_cmpint (count_of_step (fixture->store, last), ==, batch_of (last));
        }
      g_assert_cmpint (count_of_step (fixture->store, last + 1), ==, 0);
      mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
      mappe_test_settle ();
      g_assert_finalize_object (g_steal_pointer (&fixture->store));
      assert_sound (fixture->path);
      first = last + 1;
    }
  g_unsetenv ("MAPPE_TEST_REMOTE");
}

/* --- killed while creating --- */

static int
create_until_killed (const char *path, guint microseconds)
{
  struct itimerval timer = { { 0, 0 }, { 0, (suseconds_t) microseconds } };
  g_autoptr (MappeStore) store = NULL;

  /* Its own action is to end the process without another word. */
  setitimer (ITIMER_REAL, &timer, NULL);
  store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, NULL);
  return store != NULL ? 0 : 1;
}

static void
test_killed_creating (MappeTestStore *fixture, gconstpointer data)
{
  guint n_killed = 0, n_whole = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new-%u.ratsmappe", fixture->folder, round);
      g_autofree char *delay = g_strdup_printf ("%d", g_test_rand_int_range (1000, 120000));
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (0, &error, program, "--create", path, delay, NULL);
      g_autoptr (MappeStore) store = NULL;

      g_assert_no_error (error);
      g_subprocess_wait (process, NULL, NULL);
      n_killed += g_subprocess_get_if_signaled (process);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          n_whole++;
          store = mappe_store_open (path, MAPPE_STORE_OPEN_DEFAULT, &error);
        }
      else
        store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (mappe_test_count (store, "code"), >, 300);
      mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
      mappe_test_settle ();
    }
  g_test_message ("%u killed, %u whole", n_killed, n_whole);
}

static void
add (const char *path, gconstpointer data, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, data, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_for_ever (argv[2], (guint) atoi (argv[3]));
  if (argc == 4 && g_str_equal (argv[1], "--create"))
    return create_until_killed (argv[2], (guint) atoi (argv[3]));
  g_test_init (&argc, &argv, NULL);
  add ("/crash/full", NULL, test_full);
  add ("/crash/full-create", NULL, test_full_create);
  add ("/crash/killed", NULL, test_killed);
  add ("/crash/killed-remote", "1", test_killed);
  add ("/crash/killed-creating", NULL, test_killed_creating);
  return g_test_run ();
}
