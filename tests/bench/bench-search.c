/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search as you type over many records: bench-search [RECORDS]
 *
 * Every beginning of some questions is asked, as the keys are pressed, and the times are compared with those of the
 * plain query anybody would write for a full-text table of the same texts: all words as prefixes, best first by bm25,
 * the rows with their titles. */
#include <locale.h>
#include <math.h>
#include <sqlite3.h>

#include <glib/gstdio.h>

#include "mappe-organisation.h"
#include "mappe-search.h"
#include "mappe-store.h"
#include "mappe-text.h"

#define RUNS 5
#define HITS 50
#define WORDS 30000

static const char *const syllables[] = { "schul", "garten", "bahn", "hof", "sicher", "heit", "jugend", "stadt", "teil",
                                         "licht", "müll", "spiel", "platz", "straße", "eck", "berg", "markt", "ring",
                                         "feld", "brücke", "haus", "ort", "wache", "ver", "ein", "treff", "punkt",
                                         "pro", "jekt", "rat", "an", "ge", "bot", "über", "gang", "kirch", "park" };

static const char *const questions[] = { "schulgarten", "müllplatz", "straße", "sicherheit jugend", "bahnhof licht",
                                         "garten", "wache", "verein 4711", "projektrat", "xylophon" };

typedef struct {
  GRand   *rand;
  char   **words;
  gint64   next;
  gint64   n_rows;
  sqlite3 *raw;
  sqlite3_stmt *insert;
} Source;

static char **
make_words (GRand *rand)
{
  char **words = g_new0 (char *, WORDS + 1);

  for (guint i = 0; i < WORDS; i++)
    {
      GString *word = g_string_new (NULL);
      int n_syllables = g_rand_int_range (rand, 1, 5);

      for (int j = 0; j < n_syllables; j++)
        g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
      if (i % 10 == 0)
        g_string_append_printf (word, "%u", i);
      words[i] = g_string_free (word, FALSE);
    }
  return words;
}

/* Few words are said often, most seldom, as in any language. */
static const char *
draw_word (Source *source)
{
  return source->words[(guint) (WORDS * pow (g_rand_double (source->rand), 4))];
}

static char *
draw_text (Source *source, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, i == 0 ? "%s" : " %s", draw_word (source));
  return g_string_free (text, FALSE);
}

static MappeRow *
next_row (gpointer data, GError **error)
{
  Source *source = data;
  gint64 nth = source->next++;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autofree char *folded_title = NULL;
  g_autofree char *folded_note = NULL;
  MappeRow *row;

  if (nth >= source->n_rows)
    return NULL;
  title = draw_text (source, 3);
  note = draw_text (source, 8);
  folded_title = mappe_text_fold_words (title);
  folded_note = mappe_text_fold_words (note);
  sqlite3_bind_int64 (source->insert, 1, nth + 1);
  sqlite3_bind_text (source->insert, 2, folded_title, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (source->insert, 3, folded_note, -1, SQLITE_TRANSIENT);
  sqlite3_step (source->insert);
  sqlite3_reset (source->insert);
  row = mappe_row_new_preset (&mappe_organisation_kind);
  mappe_value_set_text (&row->values[MAPPE_ORGANISATION_NAME], title);
  mappe_value_set_text (&row->values[MAPPE_ORGANISATION_NOTE], note);
  return row;
}

static void
fill (MappeStore *store, sqlite3 *raw, gint64 n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new_import ("rows");
  Source source = { g_rand_new_with_seed (42), NULL, 0, n_rows, raw, NULL };

  source.words = make_words (source.rand);
  sqlite3_exec (raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
                     "CREATE VIRTUAL TABLE raw USING fts5 (title, note, prefix='1 2 3'); BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (raw, "INSERT INTO raw (rowid, title, note) VALUES (?, ?, ?)", -1, &source.insert, NULL);
  mappe_edit_set_source (edit, next_row, &source);
  applied = mappe_store_apply (store, edit, NULL, &error);
  if (applied == NULL)
    g_error ("%s", error->message);
  sqlite3_finalize (source.insert);
  sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL);
  g_rand_free (source.rand);
  g_strfreev (source.words);
}

static guint
ask_raw (sqlite3_stmt *stmt, const char *text)
{
  g_autofree char *folded = mappe_text_fold_words (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) query = g_string_new (NULL);
  guint n_hits = 0;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (query, "%s\"%s\" *", query->len > 0 ? " AND " : "", *word);
  sqlite3_bind_text (stmt, 1, query->str, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (stmt, 2, HITS);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    n_hits += sqlite3_column_text (stmt, 1) != NULL;
  sqlite3_reset (stmt);
  return n_hits;
}

static guint
ask_store (MappeStore *store, const char *text)
{
  g_autoptr (GPtrArray) hits = mappe_store_search (store, text, HITS, NULL);

  return hits->len;
}

static int
compare_times (gconstpointer left, gconstpointer right)
{
  const gint64 *a = left;
  const gint64 *b = right;

  return *a < *b ? -1 : *a > *b;
}

static double
median_ms (gint64 *times)
{
  qsort (times, RUNS, sizeof *times, compare_times);
  return times[RUNS / 2] / 1000.0;
}

typedef struct {
  double raw, unranked, mine, worst_raw, worst_mine;
  guint  n_keys;
} Sum;

static void
press (MappeStore *store, sqlite3_stmt *ranked, sqlite3_stmt *unranked, const char *typed, Sum *sum)
{
  gint64 raw[RUNS], quick[RUNS], mine[RUNS];
  double raw_ms, quick_ms, mine_ms;
  guint n_raw = 0, n_mine = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 times[4];

      times[0] = g_get_monotonic_time ();
      n_raw = ask_raw (ranked, typed);
      times[1] = g_get_monotonic_time ();
      ask_raw (unranked, typed);
      times[2] = g_get_monotonic_time ();
      n_mine = ask_store (store, typed);
      times[3] = g_get_monotonic_time ();
      raw[i] = times[1] - times[0];
      quick[i] = times[2] - times[1];
      mine[i] = times[3] - times[2];
    }
  raw_ms = median_ms (raw);
  quick_ms = median_ms (quick);
  mine_ms = median_ms (mine);
  sum->raw += raw_ms;
  sum->unranked += quick_ms;
  sum->mine += mine_ms;
  sum->worst_raw = MAX (sum->worst_raw, raw_ms);
  sum->worst_mine = MAX (sum->worst_mine, mine_ms);
  sum->n_keys++;
  g_print ("  %-20s raw %8.2f ms (%2u)   unranked %8.2f ms   search %8.2f ms (%2u)\n", typed, raw_ms, n_raw, quick_ms,
           mine_ms, n_mine);
}

static void
type_all (MappeStore *store, sqlite3 *raw, Sum *sum)
{
  sqlite3_stmt *ranked, *unranked;

  sqlite3_prepare_v2 (raw, "SELECT rowid, title FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT ?", -1, &ranked, NULL);
  sqlite3_prepare_v2 (raw, "SELECT rowid, title FROM raw WHERE raw MATCH ? LIMIT ?", -1, &unranked, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (glong n = 1; n <= g_utf8_strlen (questions[i], -1); n++)
      {
        g_autofree char *typed = g_utf8_substring (questions[i], 0, n);

        press (store, ranked, unranked, typed, sum);
      }
  sqlite3_finalize (ranked);
  sqlite3_finalize (unranked);
}

static goffset
size_of_index (const char *cache)
{
  g_autofree char *folder = g_build_filename (cache, "ratsmappe", "index", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  goffset sum = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      sum += g_stat (path, &status) == 0 ? status.st_size : 0;
      g_unlink (path);
    }
  g_rmdir (folder);
  return sum;
}

static void
measure (const char *folder, gint64 n_rows)
{
  g_autofree char *path = g_build_filename (folder, "council.ratsmappe", NULL);
  g_autofree char *raw_path = g_build_filename (folder, "raw.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
  sqlite3 *raw;
  Sum sum = { 0 };
  gint64 begin;

  if (store == NULL || sqlite3_open (raw_path, &raw) != SQLITE_OK)
    g_error ("%s", error != NULL ? error->message : raw_path);
  fill (store, raw, n_rows);
  begin = g_get_monotonic_time ();
  ask_store (store, "xyzzy");
  g_print ("records %" G_GINT64_FORMAT ", first reading of the index %.1f s\n", n_rows,
           (g_get_monotonic_time () - begin) / 1e6);
  type_all (store, raw, &sum);
  mappe_store_close (store);
  sqlite3_close (raw);
  g_print ("a key press: raw %.2f ms (worst %.1f), unranked %.2f ms, search %.2f ms (worst %.1f)\n",
           sum.raw / sum.n_keys, sum.worst_raw, sum.unranked / sum.n_keys, sum.mine / sum.n_keys, sum.worst_mine);
  g_print ("search / raw FTS5: %.2f (goal 1.50)\n", sum.mine / sum.raw);
  g_unlink (raw_path);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("mappe-bench-XXXXXX", NULL);
  gint64 n_rows = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000;

  setlocale (LC_ALL, "");
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  measure (folder, n_rows);
  g_print ("index %.0f MB\n", size_of_index (folder) / 1e6);
  return 0;
}
