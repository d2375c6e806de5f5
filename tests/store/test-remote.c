/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-person.h"
#include "mappe-test-store.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

/* A file on a network share: another journal, one writer, a lease. MAPPE_TEST_REMOTE makes every folder remote. */

static void
set_up (MappeTestStore *self, gconstpointer data)
{
  g_setenv ("MAPPE_TEST_REMOTE", "1", TRUE);
  mappe_test_store_set_up (self, data);
}

static void
tear_down (MappeTestStore *self, gconstpointer data)
{
  mappe_test_store_tear_down (self, data);
  g_unsetenv ("MAPPE_TEST_REMOTE");
}

static char *
lease_of (MappeTestStore *fixture)
{
  return g_build_filename (fixture->folder, ".council.ratsmappe.lease", NULL);
}

static MappeStore *
open_again (MappeTestStore *fixture)
{
  g_autoptr (GError) error = NULL;
  MappeStore *store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return store;
}

static MappeEdit *
person_edit (const char *name)
{
  MappeEdit *edit = mappe_edit_new ("person");

  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", name, NULL));
  return edit;
}

static void
assert_refused (MappeStore *store, MappeStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_store_apply (store, person_edit ("Buche"), NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, (int) code);
}

static void
let_expire (MappeTestStore *fixture)
{
  g_autofree char *lease = lease_of (fixture);
  GStatBuf status;
  struct utimbuf times;

  g_assert_cmpint (g_stat (lease, &status), ==, 0);
  times.actime = times.modtime = status.st_mtime - 3600;
  g_assert_cmpint (utime (lease, &times), ==, 0);
}

static void
test_journal (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  GStatBuf status;

  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_WRITABLE);
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 1);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, 0);
}

/* A council that was made on a local disk moves to the share. */
static void
test_moved (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_unsetenv ("MAPPE_TEST_REMOTE");
  fixture->store = open_again (fixture);
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_setenv ("MAPPE_TEST_REMOTE", "1", TRUE);
  fixture->store = open_again (fixture);
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 2);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_second (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *lease = lease_of (fixture);
  g_autoptr (MappeStore) second = NULL;

  g_assert_true (g_file_test (lease, G_FILE_TEST_EXISTS));
  second = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (second), ==, MAPPE_STORE_READ_ONLY_LEASE);
  g_assert_nonnull (strstr (mappe_store_get_lease_holder (second), g_get_user_name ()));
  g_assert_nonnull (strstr (mappe_store_get_lease_holder (second), g_get_host_name ()));
  assert_refused (second, MAPPE_STORE_ERROR_READ_ONLY);
  /* It reads on while the first one writes. */
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  g_assert_cmpint (mappe_test_count (second, "person"), ==, 1);
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  g_assert_cmpint (mappe_test_count (second, "person"), ==, 2);
  /* The reader takes nothing away when it closes. */
  g_clear_object (&second);
  g_assert_true (g_file_test (lease, G_FILE_TEST_EXISTS));
  mappe_test_add (fixture->store, "person", "last_name", "Eiche", NULL);
}

static void
test_release (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *lease = lease_of (fixture);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_false (g_file_test (lease, G_FILE_TEST_EXISTS));
  fixture->store = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_WRITABLE);
}

static void
test_expired (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *lease = lease_of (fixture);
  g_autoptr (MappeStore) second = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  let_expire (fixture);
  second = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (second), ==, MAPPE_STORE_WRITABLE);
  mappe_test_add (second, "person", "last_name", "Buche", NULL);
  /* The first one was asleep; it does not write over the second one, and takes nothing from it. */
  assert_refused (fixture->store, MAPPE_STORE_ERROR_LOCKED);
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_test (lease, G_FILE_TEST_EXISTS));
  mappe_test_add (second, "person", "last_name", "Eiche", NULL);
  mappe_test_settle ();
  g_clear_object (&second);
  g_assert_false (g_file_test (lease, G_FILE_TEST_EXISTS));
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "council.ratsmappe"));
}

/* Saving shows that somebody is there: the lease that was about to expire does not. */
static void
test_renewed (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeStore) second = NULL;

  let_expire (fixture);
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  second = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (second), ==, MAPPE_STORE_READ_ONLY_LEASE);
}

static void
test_lost_lease (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *lease = lease_of (fixture);

  g_assert_cmpint (g_unlink (lease), ==, 0);
  assert_refused (fixture->store, MAPPE_STORE_ERROR_LOCKED);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
}

/* A lease that somebody cut short, or a folder in its place, names nobody but is respected. */
static void
test_odd_lease (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *lease = lease_of (fixture);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_file_set_contents (lease, "", 0, NULL);
  fixture->store = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_READ_ONLY_LEASE);
  g_assert_nonnull (mappe_store_get_lease_holder (fixture->store));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  let_expire (fixture);
  fixture->store = open_again (fixture);
  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_WRITABLE);
}

static gpointer
take_over (gpointer data)
{
  return open_again (data);
}

/* Many find the expired lease at the same moment: one of them gets it. */
static void
test_race (MappeTestStore *fixture, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      GThread *threads[6];
      guint n_writers = 0;
      MappeStore *stores[G_N_ELEMENTS (threads)];

      let_expire (fixture);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("race", take_over, fixture);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          stores[i] = g_thread_join (threads[i]);
          n_writers += mappe_store_get_state (stores[i]) == MAPPE_STORE_WRITABLE;
        }
      g_assert_cmpuint (n_writers, ==, 1);
      g_assert_finalize_object (g_steal_pointer (&fixture->store));
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        if (mappe_store_get_state (stores[i]) == MAPPE_STORE_WRITABLE)
          fixture->store = stores[i];
        else
          g_object_unref (stores[i]);
    }
}

static void
add (const char *path, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/remote/journal", test_journal);
  add ("/remote/moved", test_moved);
  add ("/remote/second", test_second);
  add ("/remote/release", test_release);
  add ("/remote/expired", test_expired);
  add ("/remote/renewed", test_renewed);
  add ("/remote/lost-lease", test_lost_lease);
  add ("/remote/odd-lease", test_odd_lease);
  add ("/remote/race", test_race);
  return g_test_run ();
}
