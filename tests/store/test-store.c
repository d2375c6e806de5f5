/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area.h"
#include "mappe-body.h"
#include "mappe-person.h"
#include "mappe-test-store.h"

#include <string.h>

/* What may be saved, under which reference, and who hears of it. */

static MappeEdit *
insert_edit (MappeRow *row)
{
  MappeEdit *edit = mappe_edit_new ("insert");

  mappe_edit_insert (edit, row);
  return edit;
}

static MappeRow *
person_named (const char *last_name)
{
  MappeRow *row = mappe_row_new_preset (&mappe_person_kind);

  mappe_value_set_text (&row->values[MAPPE_PERSON_LAST_NAME], last_name);
  return row;
}

static void
assert_value (MappeStore *store, const MappeKind *kind, gint64 id, const char *field, const char *expected)
{
  g_autofree char *value = mappe_test_get (store, kind, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_reference (MappeStore *store, gint64 id, const char *expected)
{
  assert_value (store, &mappe_person_kind, id, "reference", expected);
}

/* --- references --- */

static void
test_references_given (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  MappeEdit *edit = mappe_edit_new ("delete");
  g_autoptr (MappeApplied) deleted = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second;

  assert_reference (store, mappe_test_insert (store, person_named ("Ahorn")), "M01");
  second = mappe_test_insert (store, person_named ("Buche"));
  assert_reference (store, second, "M02");
  g_assert_cmpint (mappe_store_find (store, &mappe_person_kind, "M02", &error), ==, second);

  /* Paper remembers: the number of a deleted record and of an undone step is not given again. */
  mappe_edit_delete (edit, &mappe_person_kind, second, 0);
  deleted = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  assert_reference (store, mappe_test_insert (store, person_named ("Eiche")), "M03");
  g_free (mappe_store_undo (store, NULL));
  mappe_test_store_reopen (fixture);
  assert_reference (fixture->store, mappe_test_insert (fixture->store, person_named ("Fichte")), "M04");
}

static void
test_references_own (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 id = mappe_test_add (store, "person", "reference", "M41", "last_name", "Ahorn", NULL);

  assert_reference (store, mappe_test_insert (store, person_named ("Buche")), "M42");
  mappe_test_add (store, "person", "reference", "Fr. Eiche", "last_name", "Eiche", NULL);
  assert_reference (store, mappe_test_insert (store, person_named ("Fichte")), "M43");
  /* Also one that came by renaming. */
  mappe_test_set (store, &mappe_person_kind, id, "reference", "M0099");
  assert_reference (store, mappe_test_insert (store, person_named ("Tanne")), "M100");
}

static void
test_references_within_edit (MappeTestStore *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("both");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;
  MappeRow *child = mappe_row_new_preset (&mappe_body_kind);
  gint64 stand_in = mappe_edit_insert (edit, mappe_test_row (&mappe_body_kind, "name", "Council", NULL));
  g_autofree char *parent = NULL;

  g_assert_cmpint (stand_in, <, 0);
  mappe_value_set_text (&child->values[MAPPE_BODY_NAME], "Group");
  mappe_value_set_int (&child->values[MAPPE_BODY_PARENT], stand_in);
  mappe_edit_insert (edit, child);
  applied = mappe_store_apply (fixture->store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (applied->ids->len, ==, 2);
  g_assert_cmpint (applied->n_inserted, ==, 2);
  parent = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (applied->ids, gint64, 0));
  assert_value (fixture->store, &mappe_body_kind, g_array_index (applied->ids, gint64, 1), "parent", parent);
}

static void
test_references_taken (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (MappeApplied) fault = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = mappe_test_insert (store, person_named ("Ahorn"));
  gint64 other = mappe_test_insert (store, person_named ("Buche"));
  MappeRow *base = mappe_store_load (store, &mappe_person_kind, other, NULL);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("rename");

  fault = mappe_test_refuse (store, insert_edit (mappe_test_row (&mappe_person_kind, "reference", "M01", "last_name",
                                                                 "Eiche", NULL)), MAPPE_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (fault->fault_field, ==, MAPPE_FIELD_REFERENCE);
  mappe_row_set_canonical (mine, MAPPE_FIELD_REFERENCE, "M01", NULL);
  mappe_edit_update (edit, base, mine);
  second = mappe_test_refuse (store, edit, MAPPE_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (second->fault_id, ==, other);
  g_assert_cmpint (mappe_store_find (store, &mappe_person_kind, "M01", NULL), ==, first);
  g_assert_cmpint (mappe_store_find (store, &mappe_person_kind, "M99", &error), ==, 0);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND);
}

/* --- bad input --- */

static void
refuse_person (MappeStore *store, MappeRow *row, MappeStoreError code, int field)
{
  g_autoptr (MappeApplied) fault = mappe_test_refuse (store, insert_edit (row), code);

  g_assert_true (fault->fault_kind == &mappe_person_kind);
  g_assert_cmpint (fault->fault_id, ==, 0);
  g_assert_cmpint (fault->fault_field, ==, field);
  g_assert_cmpuint (fault->conflicts->len, ==, 0);
}

static void
test_bad_texts (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "a\nb", "a\tb", "bell\a", "\x7f", "esc\x1b[31m", "a\xc2\x85" "b", "broken \xff\xfe", "\xc3", "\xed\xa0\x80",
    "left\xe2\x80\xaeright", "iso\xe2\x81\xa6late", "bom\xef\xbb\xbf", "line\xe2\x80\xa8" "end",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse_person (fixture->store, person_named (bad[i]), MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
}

static void
test_long_texts (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *over = g_strnfill (MAPPE_LONGTEXT_MAX + 1, 'y');
  g_autofree char *most = g_strnfill (MAPPE_TEXT_MAX, 'z');
  g_autofree char *reference = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) none = NULL;
  MappeRow *row = person_named ("Ahorn");
  gint64 id;

  refuse_person (fixture->store, person_named (megabyte), MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  mappe_value_set_text (&row->values[MAPPE_PERSON_NOTE], over);
  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_NOTE);

  /* The message about it is fit to be shown. */
  row = person_named ("Ahorn");
  mappe_value_set_text (&row->values[MAPPE_PERSON_REFERENCE], megabyte);
  none = mappe_store_apply (fixture->store, insert_edit (row), NULL, &error);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_INVALID);
  g_assert_cmpuint (strlen (error->message), <, 500);

  row = person_named (most);
  over[MAPPE_LONGTEXT_MAX] = '\0';
  mappe_value_set_text (&row->values[MAPPE_PERSON_NOTE], over);
  id = mappe_test_insert (fixture->store, row);
  assert_value (fixture->store, &mappe_person_kind, id, "last_name", most);
  assert_value (fixture->store, &mappe_person_kind, id, "note", over);
}

static void
test_odd_but_good_texts (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const good[] = { "O'Brien \"Bob\"; DROP TABLE person; --", "%", "_", "\\", "日本 太郎", "🙂",
                                      "e\xcc\x81", " ", "$1", "NULL", "שלום" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      MappeRow *row = person_named ("x");
      gint64 id;

      mappe_value_set_text (&row->values[MAPPE_PERSON_ROLE], good[i]);
      id = mappe_test_insert (fixture->store, row);
      assert_value (fixture->store, &mappe_person_kind, id, "role", good[i]);
    }
}

static void
test_required (MappeTestStore *fixture, gconstpointer data)
{
  MappeRow *row = mappe_row_new_preset (&mappe_person_kind);

  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  refuse_person (fixture->store, person_named (""), MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  refuse_person (fixture->store, person_named (" \t "), MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  row = person_named ("Ahorn");
  mappe_value_set_text (&row->values[MAPPE_PERSON_REFERENCE], "  ");
  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_REFERENCE);
}

/* An empty text and none are one: else undo could not give back which of them it was. */
static void
test_empty_text (MappeTestStore *fixture, gconstpointer data)
{
  MappeRow *row = person_named ("Ahorn");
  g_autoptr (MappeRow) saved = NULL;

  mappe_value_set_text (&row->values[MAPPE_PERSON_ROLE], "");
  saved = mappe_store_load (fixture->store, &mappe_person_kind, mappe_test_insert (fixture->store, row), NULL);
  g_assert_true (mappe_row_is_null (saved, MAPPE_PERSON_ROLE));
}

static void
test_wrong_types (MappeTestStore *fixture, gconstpointer data)
{
  MappeRow *row = person_named ("Ahorn");

  mappe_value_set_int (&row->values[MAPPE_PERSON_FIRST_NAME], 7);
  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_FIRST_NAME);
  row = person_named ("Ahorn");
  mappe_value_set_text (&row->values[MAPPE_PERSON_TERM_END], "2026-02-30");
  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_TERM_END);
  row = person_named ("Ahorn");
  mappe_value_set_int (&row->values[MAPPE_PERSON_VOTING], 2);
  refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_VOTING);
}

static void
test_ranges (MappeTestStore *fixture, gconstpointer data)
{
  static const struct { double value; gboolean good; } cases[] = {
    { 0, TRUE }, { 100, TRUE }, { 100.5, FALSE }, { -1, FALSE }, { G_MAXDOUBLE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeRow *row = mappe_test_row (&mappe_area_kind, "name", "Park", NULL);
      g_autoptr (MappeApplied) fault = NULL;

      mappe_value_set_real (&row->values[MAPPE_AREA_MAP_X_PCT], cases[i].value);
      if (cases[i].good)
        {
          mappe_test_insert (fixture->store, row);
          continue;
        }
      fault = mappe_test_refuse (fixture->store, insert_edit (row), MAPPE_STORE_ERROR_INVALID);
      g_assert_cmpint (fault->fault_field, ==, MAPPE_AREA_MAP_X_PCT);
    }
}

static void
test_rules_between_fields (MappeTestStore *fixture, gconstpointer data)
{
  refuse_person (fixture->store, mappe_test_row (&mappe_person_kind, "last_name", "Ahorn", "appointed_on",
                                                 "2026-05-01", "term_end", "2026-04-30", NULL),
                 MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_TERM_END);
}

static void
test_codes (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  MappeRow *row = mappe_test_row (&mappe_person_kind, "last_name", "Ahorn", "status", "sleeping", NULL);
  gint64 id;

  refuse_person (store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_STATUS);
  /* A town adds a code of its own; then it is good. */
  mappe_test_add (store, "code", "reference", "member_status/sleeping", "list", "member_status", "code", "sleeping",
                  "label_de", "Schlafend", "label_en", "Sleeping", NULL);
  id = mappe_test_add (store, "person", "last_name", "Ahorn", "status", "sleeping", NULL);
  assert_value (store, &mappe_person_kind, id, "status", "sleeping");
}

static void
test_reference_to_nothing (MappeTestStore *fixture, gconstpointer data)
{
  refuse_person (fixture->store, mappe_test_row (&mappe_person_kind, "last_name", "Ahorn", "organisation", "4711",
                                                 NULL), MAPPE_STORE_ERROR_REFERENCE, MAPPE_PERSON_ORGANISATION);
  /* Neither does a stand-in that no insert returned help. */
  {
    MappeRow *row = person_named ("Ahorn");

    mappe_value_set_int (&row->values[MAPPE_PERSON_ORGANISATION], -5);
    refuse_person (fixture->store, row, MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_ORGANISATION);
  }
}

static void
test_blob (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new ("document");
  g_autofree char *hash = mappe_edit_add_blob (edit, content);

  mappe_edit_insert (edit, person_named ("Ahorn"));
  applied = mappe_store_apply (fixture->store, edit, NULL, &error);
  g_assert_no_error (error);
  back = mappe_store_blob (fixture->store, hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, content));
  g_assert_null (mappe_store_blob (fixture->store, "no hash", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND);
}

/* --- who hears of it --- */

typedef struct {
  GThread *thread;
  GArray  *touched;
  guint    n_changed;
  guint    n_undo, n_redo;
} Heard;

static void
changed_cb (MappeStore *store, GArray *touched, Heard *heard)
{
  g_assert_true (g_thread_self () == heard->thread);
  g_clear_pointer (&heard->touched, g_array_unref);
  heard->touched = touched != NULL ? g_array_ref (touched) : NULL;
  heard->n_changed++;
}

static void
undo_label_cb (MappeStore *store, GParamSpec *pspec, Heard *heard)
{
  g_assert_true (g_thread_self () == heard->thread);
  heard->n_undo++;
}

static void
redo_label_cb (MappeStore *store, GParamSpec *pspec, Heard *heard)
{
  heard->n_redo++;
}

static void
listen (MappeStore *store, Heard *heard)
{
  heard->thread = g_thread_self ();
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), heard);
  g_signal_connect (store, "notify::undo-label", G_CALLBACK (undo_label_cb), heard);
  g_signal_connect (store, "notify::redo-label", G_CALLBACK (redo_label_cb), heard);
}

static void
assert_touched (Heard *heard, guint nth, const char *kind, gint64 id, MappeChangeOp op)
{
  const MappeTouched *touched;

  g_assert_nonnull (heard->touched);
  g_assert_cmpuint (nth, <, heard->touched->len);
  touched = &g_array_index (heard->touched, MappeTouched, nth);
  g_assert_cmpstr (touched->kind->name, ==, kind);
  g_assert_cmpint (touched->id, ==, id);
  g_assert_cmpint (touched->op, ==, op);
}

static void
test_changed (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  Heard heard = { 0 };
  g_autofree char *name = NULL;
  gint64 organisation, person;
  MappeEdit *edit = mappe_edit_new ("delete");
  g_autoptr (MappeApplied) applied = NULL;

  listen (store, &heard);
  organisation = mappe_test_add (store, "organisation", "name", "Police", NULL);
  /* Nothing happens behind the back of the main loop. */
  g_assert_cmpuint (heard.n_changed, ==, 0);
  mappe_test_settle ();
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.touched->len, ==, 1);
  assert_touched (&heard, 0, "organisation", organisation, MAPPE_CHANGE_INSERT);

  name = g_strdup_printf ("%" G_GINT64_FORMAT, organisation);
  person = mappe_test_add (store, "person", "last_name", "Ahorn", "organisation", name, NULL);
  mappe_edit_delete (edit, mappe_kind_lookup ("organisation", NULL), organisation, 0);
  applied = mappe_store_apply (store, edit, NULL, NULL);
  mappe_test_settle ();
  g_assert_cmpuint (heard.n_changed, ==, 3);
  g_assert_cmpuint (heard.touched->len, ==, 2);
  assert_touched (&heard, 0, "person", person, MAPPE_CHANGE_UPDATE);
  assert_touched (&heard, 1, "organisation", organisation, MAPPE_CHANGE_DELETE);
  g_array_unref (heard.touched);
}

static void
test_labels (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  Heard heard = { 0 };

  listen (store, &heard);
  g_assert_null (mappe_store_get_undo_label (store));
  mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  mappe_test_settle ();
  g_assert_cmpstr (mappe_store_get_undo_label (store), ==, "insert");
  g_assert_null (mappe_store_get_redo_label (store));
  g_assert_cmpuint (heard.n_undo, ==, 1);
  g_assert_cmpuint (heard.n_redo, ==, 0);
  g_free (mappe_store_undo (store, NULL));
  mappe_test_settle ();
  g_assert_null (mappe_store_get_undo_label (store));
  g_assert_cmpstr (mappe_store_get_redo_label (store), ==, "insert");
  g_assert_cmpuint (heard.n_undo, ==, 2);
  g_assert_cmpuint (heard.n_redo, ==, 1);
  g_clear_pointer (&heard.touched, g_array_unref);
}

static void
test_refusal_is_silent (MappeTestStore *fixture, gconstpointer data)
{
  Heard heard = { 0 };

  listen (fixture->store, &heard);
  refuse_person (fixture->store, person_named (NULL), MAPPE_STORE_ERROR_INVALID, MAPPE_PERSON_LAST_NAME);
  mappe_test_settle ();
  g_assert_cmpuint (heard.n_changed, ==, 0);
  g_assert_null (mappe_store_get_undo_label (fixture->store));
}

/* --- the objects of the user interface --- */

static void
wait_for_text (MappeRecord *record, guint field, const char *expected)
{
  while (g_strcmp0 (mappe_record_get_text (record, field), expected) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_identity (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 organisation = mappe_test_add (store, "organisation", "name", "Police", NULL);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, organisation);
  gint64 id = mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  g_autoptr (MappeRecord) record = mappe_store_get_record (store, &mappe_person_kind, id);
  g_autoptr (MappeRecord) same = mappe_store_get_record (store, &mappe_person_kind, id);
  g_autoptr (MappeRecord) other = mappe_store_get_record (store, &mappe_area_kind, id);

  g_assert_true (record == same);
  g_assert_true (record != other);
  g_assert_true (mappe_record_is_loading (record));
  /* A commit brings the new row, and what the references are called. */
  mappe_test_set (store, &mappe_person_kind, id, "organisation", text);
  mappe_test_set (store, &mappe_person_kind, id, "last_name", "Buche");
  wait_for_text (record, MAPPE_PERSON_LAST_NAME, "Buche");
  g_assert_cmpstr (mappe_record_get_shown (record, MAPPE_PERSON_ORGANISATION), ==, "Police");
  g_assert_true (mappe_record_is_loading (other));

  g_free (mappe_store_undo (store, NULL));
  wait_for_text (record, MAPPE_PERSON_LAST_NAME, "Ahorn");

  /* Nobody holds it: the next one is new. */
  g_clear_object (&same);
  g_assert_finalize_object (g_steal_pointer (&record));
  record = mappe_store_get_record (store, &mappe_person_kind, id);
  g_assert_true (mappe_record_is_loading (record));
}

/* Answers of two readers may overtake each other; what is shown does not go back in time. */
static void
test_overtaken (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 id = mappe_test_insert (store, person_named ("Ahorn"));
  g_autoptr (MappeRecord) record = mappe_store_get_record (store, &mappe_person_kind, id);
  g_autoptr (GPtrArray) early = mappe_store_rows (store, &mappe_person_kind, &id, 1, NULL);

  mappe_listed_show (g_ptr_array_index (early, 0), record);
  g_assert_cmpstr (mappe_record_get_text (record, MAPPE_PERSON_LAST_NAME), ==, "Ahorn");
  mappe_test_set (store, &mappe_person_kind, id, "last_name", "Buche");
  wait_for_text (record, MAPPE_PERSON_LAST_NAME, "Buche");
  mappe_listed_show (g_ptr_array_index (early, 0), record);
  g_assert_cmpstr (mappe_record_get_text (record, MAPPE_PERSON_LAST_NAME), ==, "Buche");
}

/* --- imports --- */

typedef struct {
  gint64 left;
  gint64 fail_at;     /* the source breaks here */
  gint64 bad_at;      /* a row that must be refused */
} Source;

static MappeRow *
next_area (gpointer data, GError **error)
{
  Source *source = data;
  MappeRow *row;

  if (source->left == source->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the file ends in the middle");
      return NULL;
    }
  if (source->left-- == 0)
    return NULL;
  row = mappe_row_new_preset (&mappe_area_kind);
  if (source->left != source->bad_at)
    mappe_value_take_text (&row->values[MAPPE_AREA_NAME], g_strdup_printf ("Area %" G_GINT64_FORMAT, source->left));
  return row;
}

static void
test_import (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  /* Fewer where each step is watched, but always more than are told one by one. */
  const char *rows = g_getenv ("MAPPE_TEST_ROWS");
  gint64 total = rows != NULL ? g_ascii_strtoll (rows, NULL, 10) : 100000;
  Source source = { total, -1, -1 };
  MappeEdit *edit = mappe_edit_new_import ("import");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  listen (store, &heard);
  mappe_edit_set_source (edit, next_area, &source);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (applied->n_inserted, ==, total);
  g_assert_cmpint (mappe_test_count (store, "area"), ==, total);
  log = mappe_store_log (store, 0, 1, NULL);
  g_assert_cmpint (((MappeLogEntry *) g_ptr_array_index (log, 0))->n_records, ==, total);
  mappe_test_settle ();
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_null (heard.touched);

  g_free (mappe_store_undo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (store, "area"), ==, 0);
  g_free (mappe_store_redo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (store, "area"), ==, total);
  mappe_test_settle ();
}

static void
test_import_broken (MappeTestStore *fixture, gconstpointer data)
{
  Source source = { 500, 200, -1 };
  MappeEdit *edit = mappe_edit_new_import ("import");
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (GError) error = NULL;

  mappe_edit_insert (edit, person_named ("Ahorn"));
  mappe_edit_set_source (edit, next_area, &source);
  g_assert_null (mappe_store_apply (fixture->store, edit, &fault, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpint (fault->n_inserted, ==, 301);
  g_assert_cmpint (mappe_test_count (fixture->store, "area"), ==, 0);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
  /* Not even the numbers of the references were used up. */
  assert_reference (fixture->store, mappe_test_insert (fixture->store, person_named ("Buche")), "M01");
}

static void
test_import_refused (MappeTestStore *fixture, gconstpointer data)
{
  Source source = { 500, -1, 100 };
  MappeEdit *edit = mappe_edit_new_import ("import");
  g_autoptr (MappeApplied) fault = NULL;

  mappe_edit_set_source (edit, next_area, &source);
  fault = mappe_test_refuse (fixture->store, edit, MAPPE_STORE_ERROR_INVALID);
  g_assert_cmpint (fault->n_inserted, ==, 399);
  g_assert_true (fault->fault_kind == &mappe_area_kind);
  g_assert_cmpint (fault->fault_field, ==, MAPPE_AREA_NAME);
}

static void
add (const char *path, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, NULL, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

/* One autosave of typing in the field @n of an area. */
static void
save_typing (MappeStore *store, gint64 id, guint n, const char *label, const char *text)
{
  MappeEdit *edit = mappe_edit_new (label);
  g_autoptr (MappeRow) base = mappe_store_load (store, &mappe_area_kind, id, NULL);
  MappeRow *mine = mappe_row_copy (base);
  g_autoptr (MappeApplied) applied = NULL;

  mappe_edit_set_typing (edit);
  g_assert_true (mappe_row_set_canonical (mine, n, text, NULL));
  mappe_edit_update (edit, mappe_row_ref (base), mine);
  applied = mappe_store_apply (store, edit, NULL, NULL);
  g_assert_nonnull (applied);
}

static void
assert_area (MappeStore *store, gint64 id, const char *name, const char *note)
{
  g_autoptr (MappeRow) row = mappe_store_load (store, &mappe_area_kind, id, NULL);

  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_AREA_NAME), ==, name);
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_AREA_NOTE), ==, note);
}

/* The saves of one typing are one step; another field, another act or an undo in between begins the next. */
static void
test_typing (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 id = mappe_test_add (store, "area", "name", "Park", NULL);

  save_typing (store, id, MAPPE_AREA_NOTE, "typing", "a");
  save_typing (store, id, MAPPE_AREA_NOTE, "typing", "ab");
  save_typing (store, id, MAPPE_AREA_NOTE, "typing", "abc");
  save_typing (store, id, MAPPE_AREA_NAME, "typing", "Parks");
  save_typing (store, id, MAPPE_AREA_NOTE, "typing", "abcd");
  save_typing (store, id, MAPPE_AREA_NOTE, "other typing", "abcde");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Parks", "abcd");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Parks", "abc");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Park", "abc");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Park", NULL);
  g_free (mappe_store_redo (store, NULL));
  assert_area (store, id, "Park", "abc");
  save_typing (store, id, MAPPE_AREA_NOTE, "typing", "abcX");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Park", "abc");
  g_free (mappe_store_undo (store, NULL));
  assert_area (store, id, "Park", NULL);
  g_free (mappe_store_undo (store, NULL));
  g_assert_cmpint (mappe_test_count (store, "area"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/references/given", test_references_given);
  add ("/store/references/own", test_references_own);
  add ("/store/references/within-edit", test_references_within_edit);
  add ("/store/references/taken", test_references_taken);
  add ("/store/bad/texts", test_bad_texts);
  add ("/store/bad/long", test_long_texts);
  add ("/store/bad/odd-but-good", test_odd_but_good_texts);
  add ("/store/bad/required", test_required);
  add ("/store/bad/empty", test_empty_text);
  add ("/store/bad/types", test_wrong_types);
  add ("/store/bad/ranges", test_ranges);
  add ("/store/bad/rules", test_rules_between_fields);
  add ("/store/bad/codes", test_codes);
  add ("/store/bad/reference-to-nothing", test_reference_to_nothing);
  add ("/store/blob", test_blob);
  add ("/store/signals/changed", test_changed);
  add ("/store/signals/labels", test_labels);
  add ("/store/signals/refusal", test_refusal_is_silent);
  add ("/store/identity", test_identity);
  add ("/store/overtaken", test_overtaken);
  add ("/store/typing", test_typing);
  add ("/store/import/all", test_import);
  add ("/store/import/broken", test_import_broken);
  add ("/store/import/refused", test_import_refused);
  return g_test_run ();
}
