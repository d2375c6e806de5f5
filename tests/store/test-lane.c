/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-person.h"
#include "mappe-store-private.h"
#include "mappe-test-store.h"

/* Threads that own connections: order, cancelling, the end. */

typedef struct {
  GMutex   lock;
  GCond    cond;
  gboolean entered;
  gboolean open;
} Gate;

static void
gate_pass (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->entered = TRUE;
  g_cond_broadcast (&gate->cond);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static void
gate_wait_entered (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  while (!gate->entered)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->lock);
}

static gpointer
wait_at_gate (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  gate_pass (data);
  return data;
}

/* What the callbacks of a test saw. */
typedef struct {
  GString *order;
  GMutex   lock;
  guint    n_done;
  guint    n_cancelled;
  guint    n_failed;
} Seen;

typedef struct {
  Seen *seen;
  char  name;
} Named;

static gpointer
note_name (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Named *named = data;

  g_mutex_lock (&named->seen->lock);
  g_string_append_c (named->seen->order, named->name);
  g_mutex_unlock (&named->seen->lock);
  return named->seen;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Seen *seen = data;
  g_autoptr (GError) error = NULL;

  mappe_store_run_finish (MAPPE_STORE (source), result, &error);
  seen->n_done++;
  seen->n_cancelled += g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  seen->n_failed += error != NULL;
}

static void
wait_for (Seen *seen, guint n_done)
{
  while (seen->n_done < n_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
ask (MappeStore *store, MappeLaneName lane, MappePriority priority, Seen *seen, char name)
{
  Named *named = g_new0 (Named, 1);

  named->seen = seen;
  named->name = name;
  mappe_store_run_async (store, lane, priority, note_name, named, g_free, NULL, NULL, done_cb, seen);
}

static void
test_priority (MappeTestStore *fixture, gconstpointer data)
{
  Gate gate = { 0 };
  Seen seen = { .order = g_string_new (NULL) };

  mappe_store_run_async (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, wait_at_gate, &gate, NULL, NULL,
                         NULL, done_cb, &seen);
  gate_wait_entered (&gate);
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_EXPORT, &seen, 'e');
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_COUNT, &seen, 'c');
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_LIST, &seen, 'l');
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_PAGE, &seen, 'p');
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_PAGE, &seen, 'q');
  ask (fixture->store, MAPPE_LANE_INDEX, MAPPE_PRIORITY_COUNT, &seen, 'd');
  gate_open (&gate);
  wait_for (&seen, 7);
  g_assert_cmpstr (seen.order->str, ==, "pqlcde");
  g_string_free (seen.order, TRUE);
}

static void
test_writer_in_order (MappeTestStore *fixture, gconstpointer data)
{
  Seen seen = { .order = g_string_new (NULL) };

  for (char name = 'a'; name <= 'z'; name++)
    ask (fixture->store, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, &seen, name);
  wait_for (&seen, 26);
  g_assert_cmpstr (seen.order->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_string_free (seen.order, TRUE);
}

/* A long export keeps one reader; what is on the screen uses the other. */
static void
test_page_beside_export (MappeTestStore *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      Gate gate = { 0 };
      Seen export = { 0 }, page = { .order = g_string_new (NULL) };

      mappe_store_run_async (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_EXPORT, wait_at_gate, &gate, NULL, NULL,
                             NULL, done_cb, &export);
      ask (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, &page, 'p');
      wait_for (&page, 1);
      g_assert_cmpuint (export.n_done, ==, 0);
      gate_open (&gate);
      wait_for (&export, 1);
      g_string_free (page.order, TRUE);
    }
}

static gpointer
count_for_ever (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                              " SELECT max(i) FROM n", error);
  gboolean has_row;

  gate_pass (data);
  return stmt != NULL && mappe_stmt_step (stmt, &has_row, error) ? data : NULL;
}

/* Whenever the cancel comes, before, between or in the midst of the statement: it ends. */
static void
test_cancel (MappeTestStore *fixture, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Gate gate = { .open = TRUE };
      Seen seen = { 0 };

      mappe_store_run_async (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_LIST, count_for_ever, &gate, NULL, NULL,
                             cancellable, done_cb, &seen);
      gate_wait_entered (&gate);
      g_cancellable_cancel (cancellable);
      wait_for (&seen, 1);
      g_assert_cmpuint (seen.n_cancelled, ==, 1);
      /* The connection serves the next job as if nothing had been. */
      g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
      g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
    }
}

static void
test_cancel_before (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  Seen seen = { .order = g_string_new (NULL) };
  Named named = { &seen, 'x' };

  g_cancellable_cancel (cancellable);
  mappe_store_run_async (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_LIST, note_name, &named, NULL, NULL,
                         cancellable, done_cb, &seen);
  wait_for (&seen, 1);
  g_assert_cmpuint (seen.n_cancelled, ==, 1);
  g_assert_cmpstr (seen.order->str, ==, "");
  g_string_free (seen.order, TRUE);
}

static gpointer
fail_in_transaction (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_false (mappe_conn_in_txn (conn));
  g_assert_true (mappe_conn_begin (conn, MAPPE_TXN_WRITE, error));
  g_assert_true (mappe_conn_script (conn, "DELETE FROM code", error));
  g_set_error_literal (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CORRUPT, "made up");
  return NULL;
}

static void
test_failed_job (MappeTestStore *fixture, gconstpointer data)
{
  gint64 codes = mappe_test_count (fixture->store, "code");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mappe_store_run_sync (fixture->store, MAPPE_LANE_WRITE, fail_in_transaction, NULL, &error));
      g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED);
    }
  g_assert_cmpint (mappe_test_count (fixture->store, "code"), ==, codes);
  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
}

static void
test_close_waits (MappeTestStore *fixture, gconstpointer data)
{
  Seen seen = { .order = g_string_new (NULL) };

  for (guint i = 0; i < 100; i++)
    ask (fixture->store, i % 2 == 0 ? MAPPE_LANE_READ : MAPPE_LANE_WRITE, MAPPE_PRIORITY_LIST, &seen, 'x');
  mappe_store_close (fixture->store);
  g_assert_cmpuint (seen.order->len, ==, 100);
  wait_for (&seen, 100);
  g_assert_cmpuint (seen.n_failed, ==, 0);
  /* Twice is once. */
  mappe_store_close (fixture->store);
  g_string_free (seen.order, TRUE);
}

static void
data_freed (gpointer data)
{
  g_atomic_int_inc ((int *) data);
}

static void
test_after_close (MappeTestStore *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("late");
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (MappeRecord) record = mappe_store_get_record (fixture->store, &mappe_person_kind, 1);
  g_autoptr (GError) error = NULL;
  Seen seen = { 0 };
  int n_freed = 0;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  mappe_store_close (fixture->store);
  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", "Buche", NULL));
  g_assert_null (mappe_store_apply (fixture->store, edit, NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (mappe_store_undo (fixture->store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (mappe_store_query (fixture->store, query, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED);
  mappe_store_run_async (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_LIST, note_name, &n_freed, data_freed, NULL,
                         NULL, done_cb, &seen);
  g_assert_cmpint (n_freed, ==, 1);
  wait_for (&seen, 1);
  g_assert_cmpuint (seen.n_failed, ==, 1);
}

static gpointer
copy_data (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return data;
}

static void
test_freeing (MappeTestStore *fixture, gconstpointer data)
{
  int n_data = 0, n_results = 0;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Seen seen = { 0 };
  Gate gate = { 0 };

  /* No callback: nobody fetches the result. */
  mappe_store_run_async (fixture->store, MAPPE_LANE_READ, MAPPE_PRIORITY_LIST, copy_data, &n_results, NULL, data_freed,
                         NULL, NULL, NULL);
  /* Cancelled while it is under way. */
  mappe_store_run_async (fixture->store, MAPPE_LANE_WRITE, MAPPE_PRIORITY_LIST, wait_at_gate, &gate, NULL, NULL, NULL,
                         done_cb, &seen);
  mappe_store_run_async (fixture->store, MAPPE_LANE_WRITE, MAPPE_PRIORITY_LIST, copy_data, &n_data, data_freed, NULL,
                         cancellable, done_cb, &seen);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  wait_for (&seen, 2);
  g_assert_cmpuint (seen.n_cancelled, ==, 1);
  g_assert_cmpint (g_atomic_int_get (&n_data), ==, 1);
  while (g_atomic_int_get (&n_results) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* The page that asked is gone, and with it the last reference to the store. */
static void
test_last_reference (MappeTestStore *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      MappeStore *store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
      Seen seen = { .order = g_string_new (NULL) };

      g_assert_no_error (error);
      g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
      ask (store, MAPPE_LANE_READ, MAPPE_PRIORITY_LIST, &seen, 'x');
      ask (store, MAPPE_LANE_WRITE, MAPPE_PRIORITY_LIST, &seen, 'y');
      g_object_unref (store);
      wait_for (&seen, 2);
      while (store != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_string_free (seen.order, TRUE);
    }
}

static gpointer
read_and_write (gpointer data)
{
  MappeStore *store = data;

  for (guint i = 0; i < 20; i++)
    {
      MappeEdit *edit = mappe_edit_new ("parallel");
      g_autoptr (MappeApplied) applied = NULL;
      g_autoptr (GError) error = NULL;

      mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", "Ahorn", NULL));
      applied = mappe_store_apply (store, edit, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (mappe_test_count (store, "person"), >, 0);
    }
  return NULL;
}

static void
test_parallel (MappeTestStore *fixture, gconstpointer data)
{
  GThread *threads[6];
  Seen seen = { .order = g_string_new (NULL) };
  g_autoptr (GPtrArray) log = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parallel", read_and_write, fixture->store);
  for (guint i = 0; i < 500; i++)
    ask (fixture->store, MAPPE_LANE_READ, i % 4, &seen, 'x');
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  wait_for (&seen, 500);
  g_assert_cmpuint (seen.n_failed, ==, 0);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 120);
  log = mappe_store_log (fixture->store, 0, 0, NULL);
  g_assert_cmpuint (log->len, ==, 121);
  g_string_free (seen.order, TRUE);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Seen *seen = data;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  seen->n_done++;
  seen->n_failed += error != NULL;
  g_assert_true ((applied != NULL) == (error == NULL));
  g_assert_true ((fault != NULL) == (error != NULL));
}

static void
test_apply_async (MappeTestStore *fixture, gconstpointer data)
{
  Seen seen = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < 3; i++)
    {
      MappeEdit *edit = mappe_edit_new ("async");

      mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, i == 1 ? "role" : "last_name", "x", NULL));
      mappe_store_apply_async (fixture->store, edit, i == 2 ? cancellable : NULL, applied_cb, &seen);
    }
  wait_for (&seen, 3);
  g_assert_cmpuint (seen.n_failed, ==, 1);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 2);
}

static void
add (const char *path, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, NULL, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/lane/priority", test_priority);
  add ("/lane/writer-in-order", test_writer_in_order);
  add ("/lane/page-beside-export", test_page_beside_export);
  add ("/lane/cancel", test_cancel);
  add ("/lane/cancel-before", test_cancel_before);
  add ("/lane/failed-job", test_failed_job);
  add ("/lane/close-waits", test_close_waits);
  add ("/lane/after-close", test_after_close);
  add ("/lane/freeing", test_freeing);
  add ("/lane/last-reference", test_last_reference);
  add ("/lane/parallel", test_parallel);
  add ("/lane/apply-async", test_apply_async);
  return g_test_run ();
}
