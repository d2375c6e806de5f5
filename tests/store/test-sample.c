/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mappe-backup.h"
#include "mappe-council.h"
#include "mappe-csv.h"
#include "mappe-document.h"
#include "mappe-sample.h"
#include "mappe-test-store.h"

typedef struct {
  const char *kind;
  gint64      n;
} Count;

/* The rows of the sample tables, and one link for each reference of their columns with several. */
static const Count counts[] = {
  { "council", 1 }, { "code", 507 }, { "body", 6 }, { "organisation", 33 }, { "person", 25 }, { "membership", 61 },
  { "agreement", 3 }, { "agreement-party", 9 }, { "area", 11 }, { "project", 12 }, { "project-partner", 48 },
  { "project-factor", 11 }, { "measure", 37 }, { "agreement-clause", 10 }, { "clause-responsible", 24 },
  { "clause-measure", 11 }, { "indicator", 46 }, { "indicator-value", 686 }, { "survey-result", 8 },
  { "measure-goal", 3 }, { "series-mark", 2 }, { "finance-line", 19 },
  { "meeting", 6 }, { "agenda-item", 40 }, { "attendance", 117 }, { "guest", 5 }, { "guest-item", 3 },
  { "decision", 15 }, { "decision-exclusion", 2 }, { "roll-call-vote", 15 }, { "conflict-declaration", 3 },
  { "objection", 2 }, { "task", 18 }, { "document", 30 }, { "motion", 3 }, { "statement", 1 }, { "minutes", 5 },
  { "absence", 0 }, { "agenda-version", 0 }, { "invitation", 0 }, { "text-template", 0 },
  { "prevention-programme", 2 }, { "programme-factor", 4 }, { "gate-answer", 26 }, { "event-series", 4 }, {
  "event", 7 }, { "event-area", 3 }, { "event-consent", 6 }, { "deployment-plan-item", 8 }, { "deployment-plan",
  0 }, { "debrief-finding", 9 }, { "event-check", 3 }, { "road-closure", 5 }, { "closure-support", 8 }, {
  "patrol", 28 }, { "site-audit", 3 }, { "audit-organisation", 9 }, { "site-audit-score", 30 }, {
  "participation-event", 6 }, { "citizen-input", 16 }, { "volunteer-programme", 3 }, { "volunteer-quarter", 37
  }, { "volunteer", 6 }, { "funding-programme", 4 }, { "funding-application", 4 }, { "funding-payment", 3 }, {
  "application-paper", 4 }, { "best-practice-profile", 1 }, { "transfer", 1 }, { "transfer-condition", 5 }, {
  "agreement-review", 1 }, { "clause-review", 4 }, { "escalation-contact", 6 },
  { "retention-class", 0 }, { "archive-offer", 0 }, { "archive-offer-item", 0 }, { "erasure", 0 },
};

static void
load (MappeTestStore *test, const char *language)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autoptr (GError) error = NULL;

  mappe_sample_load (test->store, folder, language, &error);
  g_assert_no_error (error);
}

static void
assert_text (MappeTestStore *test,
             const char *kind_name,
             const char *reference,
             const char *field,
             const char *text)
{
  const MappeKind *kind = mappe_kind_lookup (kind_name, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = mappe_store_find (test->store, kind, reference, &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  value = mappe_test_get (test->store, kind, id, field);
  g_assert_cmpstr (value, ==, text);
}

static void
test_counts (MappeTestStore *test, gconstpointer data)
{
  guint n_kinds;

  mappe_kinds (&n_kinds);
  g_assert_cmpuint (n_kinds, ==, G_N_ELEMENTS (counts));
  load (test, data);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (mappe_kind_lookup (counts[i].kind, NULL));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", counts[i].kind);
      g_assert_cmpint (mappe_store_count (test->store, query, &error), ==, counts[i].n);
      g_assert_no_error (error);
    }
}

static void
test_sound (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  load (test, data);
  findings = mappe_store_check (test->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const MappeFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s %s: %s", finding->rule, finding->reference, finding->detail);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_german (MappeTestStore *test, gconstpointer data)
{
  load (test, "de");
  assert_text (test, "council", "KPR1", "name", "Kriminalpräventiver Rat Musterhausen");
  assert_text (test, "body", "B02", "name", "Lenkungsgruppe");
  assert_text (test, "meeting", "MTG01", "held_on", "2025-11-11");
  /* Columns without a language of their own. */
  assert_text (test, "document", "DOC-001", "title", "Einladung und Tagesordnung");
}

static void
test_english (MappeTestStore *test, gconstpointer data)
{
  load (test, "en");
  assert_text (test, "council", "KPR1", "name", "Crime prevention council Musterhausen");
  assert_text (test, "body", "B02", "name", "Steering group");
  /* There is no English column, so the German one is taken. */
  assert_text (test, "document", "DOC-001", "title", "Einladung und Tagesordnung");
}

static void
test_no_undo (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  load (test, "de");
  mappe_test_settle ();
  g_assert_null (mappe_store_get_undo_label (test->store));
  label = mappe_store_undo (test->store, &error);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
}

/* Each document opens, and its size and hash are those of what opens. */
static void
test_documents (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_document_kind);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  load (test, "de");
  listed = mappe_store_list (test->store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      const char *hash = mappe_row_get_text (row, MAPPE_DOCUMENT_CONTENT);
      g_autoptr (GBytes) content = mappe_store_blob (test->store, hash, &error);
      g_autofree char *own = NULL;

      g_assert_no_error (error);
      own = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      g_assert_cmpstr (own, ==, hash);
      g_assert_cmpint (mappe_row_get_int (row, MAPPE_DOCUMENT_BYTES), ==, (gint64) g_bytes_get_size (content));
      g_assert_true (g_str_has_prefix (g_bytes_get_data (content, NULL), "%PDF-1."));
    }
}

/* The code lists of a new file are those of the sample. */
static void
test_codes (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autofree char *path = g_build_filename (folder, "code_lists.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeCsvReader) reader = mappe_csv_reader_open (path, ',', &error);
  const char * const *cells;

  g_assert_no_error (error);
  mappe_csv_reader_next (reader, &error);
  while ((cells = mappe_csv_reader_next (reader, &error)) != NULL)
    {
      g_autofree char *reference = g_strdup_printf ("%s/%s", cells[0], cells[1]);

      assert_text (test, "code", reference, "label_de", cells[2]);
      assert_text (test, "code", reference, "label_en", cells[3]);
    }
  g_assert_no_error (error);
}

/* --- a sample with a mistake --- */

static char *
copy_sample (MappeTestStore *test)
{
  g_autofree char *source = mappe_sample_find_folder ();
  char *target = g_build_filename (test->folder, "sample", NULL);
  g_autoptr (GDir) dir = g_dir_open (source, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (source, name, NULL);
      g_autofree char *to = g_build_filename (target, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (from, &content, NULL, NULL));
      g_assert_true (g_file_set_contents (to, content, -1, NULL));
    }
  return target;
}

typedef struct {
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *message;
} Mistake;

static const Mistake mistakes[] = {
  { "date", "members.csv", "2024-07-01", "1.7.2024", "members.csv:2: appointed_on: " },
  { "reference", "members.csv", ",U-08,", ",U-99,", "members.csv:3: org_id: " },
  { "link", "agreements.csv", "U-01;U-08;P-09", "U-01;U-77;P-09", "agreements.csv:3: party_org_ids: " },
  { "code", "bodies.csv", ",plenary,", ",plenum,", "bodies.csv:2: " },
  { "rule", "decisions.csv", ",16,16,14,0,2,", ",16,16,15,0,2,", "decisions.csv:2: " },
  { "twice", "areas.csv", "AR-02,", "AR-01,", "areas.csv:3: " },
  { "quotes", "areas.csv", "AR-03,", "AR-\"03,", "areas.csv:4:4: " },
  { "columns", "tasks.csv", "T-02,", "T-02,,", "tasks.csv:3:1: " },
  { "heading", "tasks.csv", ",done_on", ",ended_on", "tasks.csv: " },
};

static void
test_mistake (MappeTestStore *test, gconstpointer data)
{
  const Mistake *mistake = data;
  g_autofree char *folder = copy_sample (test);
  g_autofree char *path = g_build_filename (folder, mistake->file, NULL);
  g_autofree char *content = NULL;
  g_autofree char *before = mappe_test_store_content (test->store);
  g_autofree char *after = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, mistake->from, mistake->to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  g_assert_false (mappe_sample_load (test->store, folder, "de", &error));
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, mistake->message));
  after = mappe_test_store_content (test->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_missing (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mappe_sample_load (test->store, test->folder, "de", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
add (const char *name, gconstpointer data, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (name, MappeTestStore, data, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/sample/counts/de", "de", test_counts);
  add ("/sample/counts/en", "en", test_counts);
  add ("/sample/sound/de", "de", test_sound);
  add ("/sample/sound/en", "en", test_sound);
  add ("/sample/german", NULL, test_german);
  add ("/sample/english", NULL, test_english);
  add ("/sample/no-undo", NULL, test_no_undo);
  add ("/sample/documents", NULL, test_documents);
  add ("/sample/codes", NULL, test_codes);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *name = g_strconcat ("/sample/mistake/", mistakes[i].name, NULL);

      add (name, &mistakes[i], test_mistake);
    }
  add ("/sample/missing", NULL, test_missing);
  return g_test_run ();
}
