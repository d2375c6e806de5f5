/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: bench-save [ROWS]
 *
 * One durable save, and an import of many rows, both compared with the engine used directly: a file with the same
 * tables, indexes and foreign keys, WAL, synchronous=FULL, prepared statements, one transaction for the import. The
 * store adds validation, sort keys, search texts, references, the change log and the way to its thread. */
#include <sqlite3.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "mappe-backup.h"
#include "mappe-date.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-organisation.h"
#include "mappe-store.h"

#define SAVES 400
#define VALUES_PER_INDICATOR 700

typedef struct {
  char         *days[VALUES_PER_INDICATOR];
  char         *ends[VALUES_PER_INDICATOR];
  const gint64 *indicators;
  gint64        n_rows;
  gint64        next;
} Source;

static void
check (sqlite3 *raw, int result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (raw));
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *raw;

  if (sqlite3_open (path, &raw) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (raw));
  check (raw, sqlite3_exec (raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                                 "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY", NULL, NULL, NULL));
  return raw;
}

static MappeApplied *
apply (MappeStore *store, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  MappeApplied *applied = mappe_store_apply (store, edit, NULL, &error);

  if (applied == NULL)
    g_error ("%s", error->message);
  return applied;
}

/* --- one save --- */

static double
save_mine (MappeStore *store, gint64 id, guint nth)
{
  MappeRow *base = mappe_store_load (store, &mappe_organisation_kind, id, NULL);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("save");
  g_autofree char *name = g_strdup_printf ("Verein %u", nth);
  gint64 begin;

  mappe_value_set_text (&mine->values[MAPPE_ORGANISATION_NAME], name);
  begin = g_get_monotonic_time ();
  mappe_edit_update (edit, base, mine);
  mappe_applied_free (apply (store, edit));
  return g_get_monotonic_time () - begin;
}

static double
save_raw (sqlite3 *raw, sqlite3_stmt *update, gint64 id, guint nth)
{
  g_autofree char *name = g_strdup_printf ("Verein %u", nth);
  g_autofree char *key = g_strdup_printf ("verein 4%u", nth);
  g_autofree char *search = g_strdup_printf ("u 01 verein %u", nth);
  gint64 begin = g_get_monotonic_time ();

  check (raw, sqlite3_exec (raw, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  sqlite3_bind_int64 (update, 1, nth + 10);
  sqlite3_bind_text (update, 2, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (update, 3, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (update, 4, search, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (update, 5, id);
  check (raw, sqlite3_step (update));
  sqlite3_reset (update);
  check (raw, sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL));
  return g_get_monotonic_time () - begin;
}

static int
compare_times (gconstpointer left, gconstpointer right)
{
  const double *a = left;
  const double *b = right;

  return *a < *b ? -1 : *a > *b;
}

static void
measure_saves (MappeStore *store, sqlite3 *raw, gint64 id)
{
  double mine[SAVES], theirs[SAVES];
  sqlite3_stmt *update;

  check (raw, sqlite3_prepare_v2 (raw, "UPDATE organisation SET version = ?, name = ?, name_key = ?, search_text = ?"
                                       " WHERE id = ?", -1, &update, NULL));
  /* By turns, because the disk has good and bad moments. */
  for (guint i = 0; i < SAVES; i++)
    {
      theirs[i] = save_raw (raw, update, id, i);
      mine[i] = save_mine (store, id, i);
    }
  sqlite3_finalize (update);
  qsort (mine, SAVES, sizeof *mine, compare_times);
  qsort (theirs, SAVES, sizeof *theirs, compare_times);
  g_print ("one durable save: raw %.3f ms (p99 %.3f), store %.3f ms (p99 %.3f)\n", theirs[SAVES / 2] / 1000,
           theirs[SAVES * 99 / 100] / 1000, mine[SAVES / 2] / 1000, mine[SAVES * 99 / 100] / 1000);
  g_print ("save / raw SQLite: %.2f (goal 1.50)\n", mine[SAVES / 2] / theirs[SAVES / 2]);
}

/* --- import --- */

static MappeRow *
next_value (gpointer data, GError **error)
{
  Source *source = data;
  gint64 nth = source->next++;
  MappeRow *row;

  if (nth >= source->n_rows)
    return NULL;
  row = mappe_row_new (&mappe_indicator_value_kind);
  mappe_value_set_int (&row->values[MAPPE_INDICATOR_VALUE_INDICATOR], source->indicators[nth / VALUES_PER_INDICATOR]);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], source->days[nth % VALUES_PER_INDICATOR]);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_START], source->days[nth % VALUES_PER_INDICATOR]);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_END], source->ends[nth % VALUES_PER_INDICATOR]);
  mappe_value_set_real (&row->values[MAPPE_INDICATOR_VALUE_VALUE], nth * 7919 % 1000);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_STATUS], "final");
  return row;
}

static double
import_mine (MappeStore *store, Source *source)
{
  MappeEdit *edit = mappe_edit_new_import ("values");
  gint64 begin = g_get_monotonic_time ();

  source->next = 0;
  mappe_edit_set_source (edit, next_value, source);
  mappe_applied_free (apply (store, edit));
  return (g_get_monotonic_time () - begin) / 1e6;
}

static void
bind_value (sqlite3_stmt *insert, const Source *source, gint64 nth)
{
  char reference[32], key[32], search[32];
  const char *day = source->days[nth % VALUES_PER_INDICATOR];

  g_snprintf (reference, sizeof reference, "IV%04" G_GINT64_FORMAT, nth + 1);
  g_snprintf (key, sizeof key, "iv7%" G_GINT64_FORMAT, nth + 1);
  g_snprintf (search, sizeof search, "iv%04" G_GINT64_FORMAT, nth + 1);
  sqlite3_bind_int64 (insert, 1, 5);
  sqlite3_bind_text (insert, 2, reference, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (insert, 3, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (insert, 4, source->indicators[nth / VALUES_PER_INDICATOR]);
  sqlite3_bind_text (insert, 5, day, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 6, day, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 7, day, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 8, source->ends[nth % VALUES_PER_INDICATOR], -1, SQLITE_STATIC);
  sqlite3_bind_double (insert, 9, nth * 7919 % 1000);
  sqlite3_bind_text (insert, 10, "final", -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 11, search, -1, SQLITE_TRANSIENT);
}

static double
import_raw (sqlite3 *raw, const Source *source)
{
  gint64 begin = g_get_monotonic_time ();
  sqlite3_stmt *insert;

  check (raw, sqlite3_prepare_v2 (raw, "INSERT INTO indicator_value (version, reference, reference_key, indicator,"
                                       " period, period_key, period_start, period_end, value, status, search_text)"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL));
  check (raw, sqlite3_exec (raw, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (gint64 nth = 0; nth < source->n_rows; nth++)
    {
      bind_value (insert, source, nth);
      check (raw, sqlite3_step (insert));
      sqlite3_reset (insert);
    }
  check (raw, sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL));
  sqlite3_finalize (insert);
  return (g_get_monotonic_time () - begin) / 1e6;
}

static MappeApplied *
add_indicators (MappeStore *store, gint64 n_indicators)
{
  MappeEdit *edit = mappe_edit_new_base ("indicators");

  for (gint64 i = 0; i < n_indicators; i++)
    {
      MappeRow *row = mappe_row_new_preset (&mappe_indicator_kind);

      mappe_value_take_text (&row->values[MAPPE_INDICATOR_NAME], g_strdup_printf ("District %d", (int) i));
      mappe_edit_insert (edit, row);
    }
  return apply (store, edit);
}

static gint64
add_organisation (MappeStore *store)
{
  MappeEdit *edit = mappe_edit_new ("organisation");
  MappeRow *row = mappe_row_new_preset (&mappe_organisation_kind);
  g_autoptr (MappeApplied) applied = NULL;

  mappe_value_set_text (&row->values[MAPPE_ORGANISATION_NAME], "Verein");
  mappe_edit_insert (edit, row);
  applied = apply (store, edit);
  return g_array_index (applied->ids, gint64, 0);
}

static void
measure (const char *path, const char *raw_path, Source *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
  g_autoptr (MappeApplied) indicators = NULL;
  gint64 organisation;
  double mine, theirs;
  sqlite3 *raw;

  if (store == NULL)
    g_error ("%s", error->message);
  indicators = add_indicators (store, source->n_rows / VALUES_PER_INDICATOR + 1);
  source->indicators = (const gint64 *) (gpointer) indicators->ids->data;
  organisation = add_organisation (store);
  if (!mappe_store_backup (store, raw_path, &error))
    g_error ("%s", error->message);
  raw = open_raw (raw_path);
  measure_saves (store, raw, organisation);
  theirs = import_raw (raw, source);
  mine = import_mine (store, source);
  g_print ("import of %" G_GINT64_FORMAT " rows: raw %.2f s, store %.2f s\n", source->n_rows, theirs, mine);
  g_print ("import / raw SQLite: %.2f (goal 2.00)\n", mine / theirs);
  mappe_store_close (store);
  sqlite3_close (raw);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("mappe-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "council.ratsmappe", NULL);
  g_autofree char *raw_path = g_build_filename (folder, "raw.ratsmappe", NULL);
  Source source = { .n_rows = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000 };

  for (int i = 0; i < VALUES_PER_INDICATOR; i++)
    {
      source.days[i] = mappe_date_add_days ("1960-01-01", 30 * i);
      source.ends[i] = mappe_date_add_days (source.days[i], 29);
    }
  measure (path, raw_path, &source);
  for (int i = 0; i < VALUES_PER_INDICATOR; i++)
    {
      g_free (source.days[i]);
      g_free (source.ends[i]);
    }
  g_unlink (path);
  g_unlink (raw_path);
  g_rmdir (folder);
  return 0;
}
