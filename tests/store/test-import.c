/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mappe-calendar-file.h"
#include "mappe-contacts-file.h"
#include "mappe-council.h"
#include "mappe-event.h"
#include "mappe-foreign-error.h"
#include "mappe-import.h"
#include "mappe-list-file.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-patrol.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-test-demo.h"

/* A file of another program taken into a council: what becomes of its records, and that nothing else does. */

static char *
write_file (MappeTestStore *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static MappeImportOrder *
order_of (MappeTestStore *fixture, const char *name, const char *text, const MappeKind *kind)
{
  g_autofree char *path = write_file (fixture, name, text);
  g_autoptr (GError) error = NULL;
  MappeImportOrder *order = mappe_import_order_new (path, kind, NULL, &error);

  g_assert_no_error (error);
  return order;
}

static MappeImportReport *
run (const MappeImportOrder *order, MappeStore *store, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  MappeImportReport *report = mappe_import_run (order, store, dry_run, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_summary (const MappeImportReport *report, const char *expected)
{
  g_autofree char *summary = mappe_import_report_summary (report);

  g_assert_cmpstr (summary, ==, expected);
}

static const MappeImportItem *
item_at (const MappeImportReport *report, guint64 line)
{
  for (guint i = 0; i < report->items->len; i++)
    if (((const MappeImportItem *) g_ptr_array_index (report->items, i))->line == line)
      return g_ptr_array_index (report->items, i);
  g_assert_not_reached ();
}

static const char people[] = "Vorname;Nachname;Firma;E-Mail;Telefon;Stimmberechtigt;Funktion;Amtszeit endet am;"
                             "Notizen\r\n"
                             "Änne;Müller;Stadtwerke;ae@example.org;'+49 711 1;ja;Mitglied;3.4.2028;\"eins\nzwei\"\r\n"
                             "Bob;Kurz;Stadtwerke;;;nein;chair;;\r\n"
                             "Cora;;Verein Nirgendwo;;;;;;\r\n"
                             "Dora;Lang;;;;vielleicht;;;\r\n";

/* --- one step --- */

static void
test_one_step (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (MappeImportOrder) order = order_of (fixture, "leute.csv", people, &mappe_person_kind);
  g_autofree char *before = mappe_test_store_content (store);
  g_autoptr (MappeImportReport) report = run (order, store, FALSE);
  g_autofree char *undone = NULL, *label = NULL;
  g_autofree char *phone = NULL, *voting = NULL, *end = NULL, *organisation = NULL, *note = NULL;

  assert_summary (report, "2 new · 2 rejected · 1 new organisation");
  /* The organisation of somebody who is rejected is not added. */
  g_assert_cmpint (mappe_test_count (store, "organisation"), ==, 1);
  g_assert_cmpint (mappe_test_count (store, "person"), ==, 2);
  phone = mappe_test_get (store, &mappe_person_kind, report->first, "phone");
  g_assert_cmpstr (phone, ==, "+49 711 1");
  voting = mappe_test_get (store, &mappe_person_kind, report->first, "voting");
  g_assert_cmpstr (voting, ==, "1");
  end = mappe_test_get (store, &mappe_person_kind, report->first, "term_end");
  g_assert_cmpstr (end, ==, "2028-04-03");
  organisation = mappe_test_get (store, &mappe_person_kind, report->first, "organisation");
  g_assert_cmpstr (organisation, ==, "1");
  note = mappe_test_get (store, &mappe_person_kind, report->first, "note");
  g_assert_cmpstr (note, ==, "eins\nzwei");
  g_assert_cmpstr (item_at (report, 5)->field, ==, "Last name");
  g_assert_cmpstr (item_at (report, 6)->reason, ==, "“vielleicht” is neither yes nor no");
  label = mappe_store_undo (store, NULL);
  g_assert_cmpstr (label, ==, "Import of leute.csv: 2 people");
  undone = mappe_test_store_content (store);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_dry_run (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (MappeImportOrder) order = order_of (fixture, "leute.csv", people, &mappe_person_kind);
  gint64 last = mappe_store_get_last_set (store, NULL);
  g_autofree char *before = mappe_test_store_content (store);
  g_autoptr (MappeImportReport) report = run (order, store, TRUE);
  g_autofree char *after = mappe_test_store_content (store);
  g_autoptr (MappeImportReport) real = NULL;
  g_autofree char *reference = NULL;

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (mappe_store_get_last_set (store, NULL), ==, last);
  mappe_test_settle ();
  g_assert_null (mappe_store_get_undo_label (store));
  /* The preview took no numbers, and the work is what it said. */
  real = run (order, store, FALSE);
  for (guint i = 0; i < MAPPE_IMPORT_N_FATES; i++)
    g_assert_cmpuint (real->counts[i], ==, report->counts[i]);
  reference = mappe_test_get (store, &mappe_person_kind, real->first, "reference");
  g_assert_cmpstr (reference, ==, "M01");
}

static void
test_cancel (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "leute.csv", people, &mappe_person_kind);
  g_autofree char *before = mappe_test_store_content (fixture->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mappe_import_run (order, fixture->store, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = mappe_test_store_content (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* A file that breaks off is no half of an import. */
static void
test_broken_off (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "a.csv", "Nachname\nMüller\nLang\n", &mappe_person_kind);
  g_autofree char *before = mappe_test_store_content (fixture->store);
  g_autofree char *path = write_file (fixture, "a.csv", "Nachname\nMüller\n\"Lang\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_null (mappe_import_run (order, fixture->store, FALSE, NULL, NULL, &error));
  g_assert_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_FORM);
  after = mappe_test_store_content (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* --- rejected rows --- */

static void
test_rejected (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order
      = order_of (fixture, "r.csv", "Vorname,Nachname,Stimmberechtigt\nA,'=B,ja\n=C,,ja\nD,E\nF,G,H,I\n",
                  &mappe_person_kind);
  g_autoptr (MappeImportReport) report = run (order, fixture->store, TRUE);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (mappe_import_write_rejected (order, report, out, NULL, &error));
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
  /* What would be a formula is guarded, what was guarded stays so, and all rows are of one length. */
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF" "Vorname,Nachname,Stimmberechtigt,,Rejected because,Line in the file\r\n"
                             "'=C,,ja,,Last name: is missing,3\r\n"
                             "D,E,,,the row has 2 columns instead of 3,4\r\n"
                             "F,G,H,I,the row has 4 columns instead of 3,5\r\n");
}

/* --- duplicates --- */

static const char doubles[] = "Vorname;Nachname;E-Mail;Telefon\nAnna;Mueller;anna@example.org;2\nAnna;Müller;;3\n";

static gint64
add_anna (MappeTestStore *fixture)
{
  return mappe_test_add (fixture->store, "person", "first_name", "Anna", "last_name", "Müller", "phone", "1", NULL);
}

static void
test_skip (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "d.csv", doubles, &mappe_person_kind);
  g_autoptr (MappeImportReport) report = NULL;

  add_anna (fixture);
  report = run (order, fixture->store, FALSE);
  assert_summary (report, "2 left out");
  g_assert_cmpuint (report->n_duplicates, ==, 2);
  g_assert_cmpstr (item_at (report, 2)->other, ==, "Müller, Anna (M01)");
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 1);
  mappe_test_settle ();
  g_assert_cmpstr (mappe_store_get_undo_label (fixture->store), !=, report->label);
}

static void
test_merge (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "d.csv", doubles, &mappe_person_kind);
  g_autoptr (MappeImportReport) report = NULL;
  gint64 id = add_anna (fixture);
  g_autofree char *email = NULL, *phone = NULL, *name = NULL;

  order->duplicates = MAPPE_DUPLICATE_MERGE;
  report = run (order, fixture->store, FALSE);
  g_assert_cmpuint (report->counts[MAPPE_IMPORT_MERGED], ==, 1);
  g_assert_cmpuint (report->counts[MAPPE_IMPORT_SAME], ==, 1);
  email = mappe_test_get (fixture->store, &mappe_person_kind, id, "email");
  g_assert_cmpstr (email, ==, "anna@example.org");
  phone = mappe_test_get (fixture->store, &mappe_person_kind, id, "phone");
  g_assert_cmpstr (phone, ==, "1");
  name = mappe_test_get (fixture->store, &mappe_person_kind, id, "last_name");
  g_assert_cmpstr (name, ==, "Müller");
  g_assert_cmpstr (item_at (report, 2)->reason, ==, "kept as it is there: Last name, Telephone");
}

/* One is another person after all. */
static void
test_choices (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "d.csv", doubles, &mappe_person_kind);
  g_autoptr (MappeImportReport) report = NULL;

  add_anna (fixture);
  mappe_import_order_choose (order, 1, MAPPE_DUPLICATE_NEW);
  report = run (order, fixture->store, FALSE);
  assert_summary (report, "1 new · 1 left out");
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 2);
}

/* Also those that stand in the same file twice. */
static void
test_within_file (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "d.csv", doubles, &mappe_person_kind);
  g_autoptr (MappeImportReport) report = run (order, fixture->store, FALSE);

  assert_summary (report, "1 new · 1 left out");
}

/* --- what is known --- */

static void
test_references (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order
      = order_of (fixture, "m.csv", "Kennung;Nachname;Telefon;E-Mail\nM01;Müller;9;\nM01;Lang;;\nM77;Neu;;\n",
                  &mappe_person_kind);
  g_autoptr (MappeImportReport) report = NULL;
  gint64 id = add_anna (fixture);
  g_autofree char *first = NULL, *phone = NULL;

  mappe_import_order_set_field (order, 0, MAPPE_PERSON_REFERENCE);
  report = run (order, fixture->store, FALSE);
  assert_summary (report, "1 new · 1 changed · 1 rejected");
  g_assert_cmpstr (item_at (report, 3)->reason, ==, "the same record stands further up in the file");
  phone = mappe_test_get (fixture->store, &mappe_person_kind, id, "phone");
  g_assert_cmpstr (phone, ==, "9");
  first = mappe_test_get (fixture->store, &mappe_person_kind, id, "first_name");
  g_assert_cmpstr (first, ==, "Anna");
  g_assert_cmpint (mappe_store_find (fixture->store, &mappe_person_kind, "M77", NULL), >, 0);
}

/* Columns of people are found; those chosen for the same heading before are taken again. */
static void
test_memory (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order = order_of (fixture, "m.csv", "Rufname;Nachname\nA;B\n", &mappe_person_kind);
  g_autoptr (MappeImportOrder) again = order_of (fixture, "n.csv", "Rufname;Nachname\nC;D\n", &mappe_person_kind);
  g_autofree char *signature = mappe_import_order_signature (order);
  g_autofree char *same = mappe_import_order_signature (again);
  g_autofree char *remembered = NULL;

  g_assert_cmpint (g_array_index (order->fields, int, 0), ==, MAPPE_PERSON_FIRST_NAME);
  mappe_import_order_set_field (order, 0, -1);
  mappe_import_order_set_field (order, 1, MAPPE_PERSON_ROLE);
  remembered = mappe_import_order_remember (order);
  g_assert_cmpstr (signature, ==, same);
  mappe_import_order_recall (again, remembered);
  g_assert_cmpint (g_array_index (again->fields, int, 0), ==, -1);
  g_assert_cmpint (g_array_index (again->fields, int, 1), ==, MAPPE_PERSON_ROLE);
  mappe_import_order_recall (again, "first_name");
  g_assert_cmpint (g_array_index (again->fields, int, 1), ==, MAPPE_PERSON_ROLE);
}

/* What rules forbid is rejected with its reason, and the rest comes in. */
static void
test_rules (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeImportOrder) order
      = order_of (fixture, "p.csv", "Titel;Status\nGeplant;geplant\nLäuft;laufend\nAuch geplant;planned\n",
                  &mappe_project_kind);
  g_autoptr (MappeImportReport) report = NULL;
  gint64 before = mappe_test_count (fixture->store, "project");

  report = run (order, fixture->store, FALSE);
  assert_summary (report, "2 new · 1 rejected");
  g_assert_cmpint (mappe_test_count (fixture->store, "project"), ==, before + 2);
  g_assert_true (g_str_has_prefix (item_at (report, 3)->reason, "Status: No start without a goal"));
  mappe_test_settle ();
  g_assert_cmpstr (mappe_store_get_undo_label (fixture->store), ==, "Import of p.csv: 2 projects");
}

/* --- round trips --- */

static char *
export_list (MappeTestStore *fixture, const MappeKind *kind, MappeListForm form, const char *language)
{
  const MappeExchangeOrder order = { MAPPE_PROFILE_FULL, mappe_language_get (language), "2026-12-01", 1796083200 };
  g_autofree char *name = g_strdup_printf ("%s.csv", kind->name);
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mappe_list_file_save (fixture->store, kind, &order, form, path, &error));
  g_assert_no_error (error);
  return path;
}

static MappeImportOrder *
order_of_path (const char *path, const MappeKind *kind)
{
  g_autoptr (GError) error = NULL;
  MappeImportOrder *order = mappe_import_order_new (path, kind, NULL, &error);

  g_assert_no_error (error);
  return order;
}

/* Our own tables say of every record exactly what it is: all kinds, both forms, both languages. */
static void
test_own_tables (MappeTestStore *fixture, gconstpointer data)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint v = 0; v < 4; v++)
    for (guint k = 0; k < n_kinds; k++)
      {
        g_autofree char *path = export_list (fixture, kinds[k], v % 2 == 0 ? MAPPE_LIST_PLAIN : MAPPE_LIST_EXCEL,
                                             v < 2 ? "de" : "en");
        g_autoptr (MappeImportOrder) order = order_of_path (path, kinds[k]);
        g_autoptr (MappeImportReport) report = NULL;

        if (kinds[k] == &mappe_council_kind)
          continue;
        g_test_message ("%s, variant %u", kinds[k]->name, v);
        report = run (order, fixture->store, TRUE);
        g_assert_cmpuint (report->counts[MAPPE_IMPORT_SAME], ==, report->rows);
        g_assert_cmpuint (report->rows, ==, (guint64) mappe_test_count (fixture->store, kinds[k]->name));
        g_assert_cmpuint (report->notes, ==, 0);
      }
}

/* What only a later table brings, like the goals that a project needs before it starts, comes the second time. */
static void
import_into (MappeStore *store, const char *path, const MappeKind *kind, gboolean first)
{
  g_autoptr (MappeImportOrder) order = order_of_path (path, kind);
  g_autoptr (MappeImportReport) report = NULL;

  for (guint i = 0; first && kind == &mappe_project_kind && i < order->fields->len; i++)
    {
      int field = g_array_index (order->fields, int, i);

      if (field >= 0 && kind->fields[field].type == MAPPE_FIELD_CODE)
        mappe_import_order_set_field (order, i, -1);
    }
  report = run (order, store, FALSE);
  g_test_message ("%s: %u rejected", kind->name, (guint) report->counts[MAPPE_IMPORT_REJECTED]);
  for (guint i = 0; i < report->items->len && i < 3; i++)
    {
      const MappeImportItem *item = g_ptr_array_index (report->items, i);

      if (item->fate == MAPPE_IMPORT_REJECTED)
        g_test_message ("%s: %s: %s", item->title, item->field, item->reason);
    }
  if (!first)
    g_assert_cmpuint (report->counts[MAPPE_IMPORT_REJECTED], ==, 0);
}

/* Attached files are not in a table, and an empty cell leaves a new record what records begin with. */
static char *
values_of (MappeStore *store, const MappeKind *kind, const char *reference)
{
  gint64 id = mappe_store_find (store, kind, reference, NULL);
  g_autoptr (MappeRow) row = id > 0 ? mappe_store_load (store, kind, id, NULL) : NULL;
  GString *all = g_string_new (NULL);

  for (guint i = 0; row != NULL && i < kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &kind->fields[i];
      const MappeKind *target = field->target != NULL ? mappe_kind_lookup (field->target, NULL) : NULL;
      g_autoptr (MappeRow) other = target != NULL && !mappe_row_is_null (row, i)
                                       ? mappe_store_load (store, target, mappe_row_get_int (row, i), NULL) : NULL;
      g_autofree char *value = other != NULL ? g_strdup (mappe_row_get_text (other, MAPPE_FIELD_REFERENCE))
                                             : mappe_row_get_canonical (row, i);

      if (field->type != MAPPE_FIELD_BLOB)
        g_string_append_printf (all, "%s=%s\n", field->name,
                                value != NULL ? value : field->preset != NULL ? field->preset : "");
    }
  return g_string_free (all, FALSE);
}

static void
assert_equal_kind (MappeStore *one, MappeStore *two, const MappeKind *kind)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) rows = mappe_store_list (one, query, NULL);

  g_assert_cmpint (mappe_test_count (one, kind->name), ==, mappe_test_count (two, kind->name));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *reference = mappe_row_get_text (((MappeListed *) g_ptr_array_index (rows, i))->row,
                                                  MAPPE_FIELD_REFERENCE);
      g_autofree char *here = values_of (one, kind, reference);
      g_autofree char *there = values_of (two, kind, reference);

      g_assert_cmpstr (here, ==, there);
    }
}

static MappeStore *
new_council (MappeTestStore *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.ratsmappe", NULL);
  g_autoptr (GError) error = NULL;
  MappeStore *store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

/* All tables of the council, one after the other, twice, into an empty one: the same records with the same values. */
static void
test_empty_council (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeStore) other = new_council (fixture);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  MappeListForm form = g_strcmp0 (data, "de") == 0 ? MAPPE_LIST_EXCEL : MAPPE_LIST_PLAIN;

  for (guint round = 0; round < 2; round++)
    for (guint k = 0; k < n_kinds; k++)
      {
        g_autofree char *path = export_list (fixture, kinds[k], form, data);

        if (kinds[k] != &mappe_council_kind)
          import_into (other, path, kinds[k], round == 0);
      }
  for (guint k = 0; k < n_kinds; k++)
    if (kinds[k] != &mappe_council_kind)
      assert_equal_kind (fixture->store, other, kinds[k]);
  mappe_store_close (other);
}

static char *
save_text (MappeTestStore *fixture, const char *name, char *text)
{
  char *path;

  g_assert_nonnull (text);
  path = write_file (fixture, name, text);
  g_free (text);
  return path;
}

static const MappeExchangeOrder full = { MAPPE_PROFILE_FULL, NULL, "2026-12-01", 1796083200 };

static void
test_own_contacts (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = save_text (fixture, "o.vcf", mappe_contacts_file_vcf (fixture->store, &full, NULL));
  g_autoptr (MappeImportOrder) order = order_of_path (path, NULL);
  g_autoptr (MappeImportReport) same = run (order, fixture->store, TRUE);
  g_autoptr (MappeStore) other = new_council (fixture);
  g_autoptr (MappeImportReport) report = NULL;
  gint64 n_people = mappe_test_count (fixture->store, "person");
  gint64 organisations = mappe_test_count (fixture->store, "organisation");
  g_autofree char *mail = NULL, *copy = NULL;

  /* The card of the council itself is no partner. */
  g_assert_cmpuint (same->counts[MAPPE_IMPORT_SAME], ==, (guint64) (n_people + organisations));
  g_assert_cmpuint (same->counts[MAPPE_IMPORT_ELSEWHERE], ==, 1);
  order->duplicates = MAPPE_DUPLICATE_NEW;
  report = run (order, other, FALSE);
  g_assert_cmpint (mappe_test_count (other, "person"), ==, n_people);
  g_assert_cmpint (mappe_test_count (other, "organisation"), ==, organisations + 1);
  mail = mappe_test_get (fixture->store, &mappe_person_kind, mappe_test_id (fixture->store, "person", "M01"), "email");
  copy = mappe_test_get (other, &mappe_person_kind, report->first, "email");
  g_assert_nonnull (mail);
  g_assert_cmpstr (copy, ==, mail);
  mappe_store_close (other);
}

static void
test_own_calendar (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *path = save_text (fixture, "o.ics", mappe_calendar_file_ics (fixture->store, &full, NULL));
  static const MappeKind *const kinds[] = { &mappe_event_kind, &mappe_meeting_kind, &mappe_patrol_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MappeImportOrder) order = order_of_path (path, kinds[i]);
      g_autoptr (MappeImportReport) report = run (order, fixture->store, TRUE);

      g_assert_cmpuint (report->counts[MAPPE_IMPORT_SAME], >, 0);
      g_assert_cmpuint (report->counts[MAPPE_IMPORT_SAME] + report->counts[MAPPE_IMPORT_ELSEWHERE], ==, report->rows);
    }
}

/* An appointment of another program is known again by its id, each of its repetitions too. */
static void
test_appointments (MappeTestStore *fixture, gconstpointer data)
{
  static const char calendar[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@x\nSUMMARY:Markt\nDTSTART:20270104T080000\n"
                                 "RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:b@x\nSUMMARY:Fest\n"
                                 "DTSTART;VALUE=DATE:20270501\nEND:VEVENT\nEND:VCALENDAR\n";
  g_autoptr (MappeImportOrder) order = order_of (fixture, "c.ics", calendar, &mappe_event_kind);
  g_autoptr (MappeImportReport) report = NULL, again = NULL, after_undo = NULL;

  mappe_import_order_set_constant (order, MAPPE_EVENT_LEAD_ORGANISATION, "P-01");
  report = run (order, fixture->store, FALSE);
  assert_summary (report, "4 new");
  again = run (order, fixture->store, FALSE);
  assert_summary (again, "4 there already");
  g_free (mappe_store_undo (fixture->store, NULL));
  after_undo = run (order, fixture->store, FALSE);
  assert_summary (after_undo, "4 new");
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
#define ADD_EMPTY(path, test)                                                                                         \
  g_test_add (path, MappeTestStore, NULL, mappe_test_store_set_up, test, mappe_test_store_tear_down)
#define ADD_DEMO(path, test)                                                                                          \
  g_test_add (path, MappeTestStore, "de", mappe_test_demo_set_up, test, mappe_test_store_tear_down)
  ADD_EMPTY ("/import/one-step", test_one_step);
  ADD_EMPTY ("/import/dry-run", test_dry_run);
  ADD_EMPTY ("/import/cancel", test_cancel);
  ADD_EMPTY ("/import/broken-off", test_broken_off);
  ADD_EMPTY ("/import/rejected", test_rejected);
  ADD_EMPTY ("/import/skip", test_skip);
  ADD_EMPTY ("/import/merge", test_merge);
  ADD_EMPTY ("/import/choices", test_choices);
  ADD_EMPTY ("/import/within-file", test_within_file);
  ADD_EMPTY ("/import/references", test_references);
  ADD_EMPTY ("/import/memory", test_memory);
  ADD_DEMO ("/import/rules", test_rules);
  ADD_DEMO ("/import/own-tables", test_own_tables);
  ADD_DEMO ("/import/empty-council", test_empty_council);
  g_test_add ("/import/empty-council-en", MappeTestStore, "en", mappe_test_demo_set_up, test_empty_council,
              mappe_test_store_tear_down);
  ADD_DEMO ("/import/own-contacts", test_own_contacts);
  ADD_DEMO ("/import/own-calendar", test_own_calendar);
  ADD_DEMO ("/import/appointments", test_appointments);
  return g_test_run ();
}
