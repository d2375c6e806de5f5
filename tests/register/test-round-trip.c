/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out, in and out again: not a byte may differ, and nothing may be lost. */
#include <string.h>

#include "mappe-meeting.h"
#include "mappe-person.h"
#include "register-test.h"

typedef MappeTestStore Fixture;

static void
add_file (MappeTestStore *self)
{
  mappe_test_store_set_up (self, NULL);
}

static void
drop_file (MappeTestStore *self)
{
  mappe_test_store_tear_down (self, NULL);
}

/* Returns: (transfer full): the register of a council that got it from @text */
static char *
pass_on (const char *text, const char *dump)
{
  MappeTestStore other;
  g_autoptr (MappeRegisterReport) report = NULL;
  g_autofree char *there = NULL;
  char *again;

  add_file (&other);
  report = register_import (&other, text);
  again = register_of (other.store, MAPPE_PROFILE_FULL);
  there = register_dump (other.store);
  if (dump != NULL)
    register_same (dump, there);
  drop_file (&other);
  return again;
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *dump = register_dump (fixture->store);
  g_autofree char *second = pass_on (first, dump);
  g_autofree char *third = pass_on (second, dump);

  register_same (first, second);
  register_same (first, third);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      MappeTestStore fixture;
      g_autofree char *first = NULL, *second = NULL, *dump = NULL;

      add_file (&fixture);
      register_fill (fixture.store, seed, 5);
      first = register_of (fixture.store, MAPPE_PROFILE_FULL);
      dump = register_dump (fixture.store);
      second = pass_on (first, dump);
      register_same (first, second);
      drop_file (&fixture);
    }
}

/* Ids of the records of a list, in the order of the register. */
static GPtrArray *
ids_of (const char *text, const char *kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *pattern = g_strdup_printf ("    <%s id=\"", kind);

  for (const char *at = strstr (text, pattern); at != NULL; at = strstr (at + 1, pattern))
    {
      const char *id = at + strlen (pattern);

      g_ptr_array_add (ids, g_strndup (id, strcspn (id, "\"")));
    }
  return ids;
}

static void
add_people (MappeStore *store, const char *stem, guint number)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new_base ("people");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < number; i++)
    {
      g_autofree char *reference = g_strdup_printf ("%s%u", stem, i);

      mappe_edit_insert (edit,
                         mappe_test_row (&mappe_person_kind, "reference", reference, "last_name", stem, NULL));
    }
  applied = mappe_store_apply (store, g_steal_pointer (&edit), NULL, &error);
  g_assert_no_error (error);
}

/* More records than a page, of this council and of another by turns. */
static void
test_mixed (void)
{
  MappeTestStore one, other;
  g_autofree char *first = NULL, *mixed = NULL, *second = NULL, *dump = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  add_file (&one);
  add_people (one.store, "A", 700);
  first = register_of (one.store, MAPPE_PROFILE_FULL);
  add_file (&other);
  add_people (other.store, "B", 600);
  report = register_import (&other, first);
  g_assert_cmpint (register_sum (report, FALSE), ==, 700);
  add_people (other.store, "C", 10);
  mixed = register_of (other.store, MAPPE_PROFILE_FULL);
  ids = ids_of (mixed, "person");
  g_assert_cmpuint (ids->len, ==, 1310);
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpstr (g_ptr_array_index (ids, i - 1), <, g_ptr_array_index (ids, i));
  dump = register_dump (other.store);
  second = pass_on (mixed, dump);
  register_same (mixed, second);
  drop_file (&one);
  drop_file (&other);
}

/* What is known already is changed, not added; one step of undo takes all of it back. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = register_dump (fixture->store);
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (MappeRegisterReport) same = register_import (fixture, text);
  g_autoptr (MappeRegisterReport) edited = NULL;

  g_assert_cmpint (register_sum (same, FALSE) + register_sum (same, TRUE), ==, 0);
  changed = register_edit (g_strdup (text), "<name>Kriminalpräventiver", "<name>Neuer");
  edited = register_import (fixture, changed);
  g_assert_cmpint (register_sum (edited, FALSE), ==, 0);
  g_assert_cmpint (register_sum (edited, TRUE), ==, 1);
  label = mappe_store_undo (fixture->store, NULL);
  g_assert_nonnull (label);
  after = register_dump (fixture->store);
  register_same (before, after);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *empty = NULL, *undone = NULL, *redone = NULL, *label = NULL, *again = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;
  MappeTestStore other;

  add_file (&other);
  empty = register_dump (other.store);
  report = register_import (&other, text);
  label = mappe_store_undo (other.store, NULL);
  g_assert_nonnull (label);
  undone = register_dump (other.store);
  register_same (empty, undone);
  again = mappe_store_redo (other.store, NULL);
  g_assert_nonnull (again);
  redone = register_of (other.store, MAPPE_PROFILE_FULL);
  register_same (text, redone);
  drop_file (&other);
}

/* A register for others says less; what it does not say stays. */
static void
test_partial (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = register_dump (fixture->store);

  for (MappeProfile profile = MAPPE_PROFILE_PUBLIC; profile <= MAPPE_PROFILE_MEMBERS; profile++)
    {
      g_autofree char *text = register_of (fixture->store, profile);
      g_autofree char *after = NULL;
      g_autoptr (MappeRegisterReport) report = register_import (fixture, text);

      g_assert_cmpint (register_sum (report, FALSE) + register_sum (report, TRUE), ==, 0);
      after = register_dump (fixture->store);
      register_same (before, after);
    }
}

/* Also into an empty council: what is there is there, and what is withheld is not. */
static void
test_partial_empty (Fixture *fixture, gconstpointer data)
{
  for (MappeProfile profile = MAPPE_PROFILE_PUBLIC; profile <= MAPPE_PROFILE_MEMBERS; profile++)
    {
      g_autofree char *text = register_of (fixture->store, profile);
      g_autofree char *again = NULL;
      g_autoptr (MappeRegisterReport) report = NULL;
      MappeTestStore other;

      add_file (&other);
      report = register_import (&other, text);
      g_assert_cmpint (register_sum (report, FALSE), >, 500);
      again = register_of (other.store, MAPPE_PROFILE_FULL);
      g_assert_null (strstr (again, "<withheld"));
      drop_file (&other);
    }
}

#define EXTRA                                                                                                      \
  "  <ext ns=\"urn:x-other\">text <o:a xmlns:o=\"urn:x-other\" o:b=\"1 &lt; 2\" c=\"&quot;\"><o:d/>Grüße &amp; " \
  "mehr<e xmlns=\"urn:x-third\"><f>  </f></e></o:a>\n tail</ext>\n"

static void
test_extra (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *text = register_edit (g_strdup (plain), "</register>", EXTRA EXTRA "</register>");
  g_autofree char *again = pass_on (text, NULL);
  g_autofree char *public = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;

  register_same (text, again);
  report = register_import (fixture, text);
  g_assert_cmpuint (report->extras, ==, 2);
  public = register_of (fixture->store, MAPPE_PROFILE_MEMBERS);
  g_assert_null (strstr (public, "urn:x-other"));
}

/* A prefix that is declared further out comes along. */
static void
test_extra_prefix (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *outer = register_edit (g_strdup (plain), "<register ", "<register xmlns:o=\"urn:x-other\" ");
  g_autofree char *text = register_edit (
      g_strdup (outer), "</register>", "<ext ns=\"urn:x-other\"><!-- no --><o:a o:b='1'/><o:c/></ext></register>");
  g_autofree char *again = pass_on (text, NULL);

  g_assert_nonnull (strstr (again, "  <ext ns=\"urn:x-other\"><o:a xmlns:o=\"urn:x-other\" o:b=\"1\"/>"
                                   "<o:c xmlns:o=\"urn:x-other\"/></ext>\n"));
}

/* One form of a text, whatever was typed; and the same instant gives the same bytes. */
static void
test_canonical (void)
{
  MappeTestStore fixture;
  g_autofree char *text = NULL, *again = NULL;

  add_file (&fixture);
  mappe_test_add (fixture.store, "person", "last_name", "Mu\xcc\x88ller & <Co> \"x\"", "note", "a\n\tb ]]>", NULL);
  text = register_of (fixture.store, MAPPE_PROFILE_FULL);
  again = register_of (fixture.store, MAPPE_PROFILE_FULL);
  g_assert_cmpstr (text, ==, again);
  g_assert_nonnull (strstr (text, "<last_name>Müller &amp; &lt;Co&gt; \"x\"</last_name>\n"));
  g_assert_nonnull (strstr (text, "<note>a\n\tb ]]&gt;</note>\n"));
  g_assert_true (g_str_has_prefix (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<register xmlns=\""));
  g_assert_true (g_str_has_suffix (text, "  <file-list/>\n</register>\n"));
  g_assert_null (strchr (text, '\r'));
  drop_file (&fixture);
}

/* A number that was given is not given again, also where its record is gone: paper remembers it. */
static void
test_last_number (Fixture *fixture, gconstpointer data)
{
  gint64 gone = mappe_test_add (fixture->store, "person", "last_name", "Gone", NULL);
  g_autofree char *reference = mappe_test_get (fixture->store, &mappe_person_kind, gone, "reference");
  g_autoptr (MappeEdit) edit = mappe_edit_new ("delete");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;
  g_autofree char *text = NULL, *next = NULL;
  MappeTestStore other;

  mappe_edit_delete (edit, &mappe_person_kind, gone, 0);
  applied = mappe_store_apply (fixture->store, g_steal_pointer (&edit), NULL, NULL);
  g_assert_nonnull (applied);
  text = register_of (fixture->store, MAPPE_PROFILE_FULL);
  add_file (&other);
  report = register_import (&other, text);
  next = mappe_test_get (other.store, &mappe_person_kind,
                         mappe_test_add (other.store, "person", "last_name", "Next", NULL), "reference");
  g_assert_cmpstr (reference, <, next);
  drop_file (&other);
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;
  g_autoptr (GError) error = NULL;
  MappeTestStore other;

  add_file (&other);
  path = register_file (&other, "in.xml", text);
  before = mappe_test_store_content (other.store);
  report = mappe_register_import (other.store, path, NULL, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  after = mappe_test_store_content (other.store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (register_sum (report, FALSE), >, 1000);
  g_assert_cmpuint (report->n_violations, ==, 0);
  g_assert_cmpstr (report->profile, ==, "full");
  g_assert_cmpuint (report->files, ==, report->files_carried);
  drop_file (&other);
}

/* --- who waits --- */

typedef struct {
  MappeRegisterWatch watch;
  guint told;
  guint enough;
  guint64 done;
  guint64 all;
} Waiting;

static void
tell_cb (gpointer data, guint64 done, guint64 all)
{
  Waiting *self = data;

  g_assert_cmpuint (done, >, self->done);
  self->done = done;
  self->all = all;
  if (++self->told == self->enough)
    g_cancellable_cancel (self->watch.cancellable);
}

/* It is told how far the work is; who has waited enough keeps what was there. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) patient = g_cancellable_new ();
  g_autoptr (GCancellable) impatient = g_cancellable_new ();
  Waiting one = { { patient, tell_cb, &one } }, other = { { impatient, tell_cb, &other }, .enough = 2 };
  MappeRegisterOrder order = { MAPPE_PROFILE_FULL, EXPORTED, "de", .watch = &one.watch };
  g_autofree char *path = register_file (fixture, "out.xml", "kept"), *kept = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  order.watch = &other.watch;
  g_assert_false (mappe_register_save (fixture->store, path, &order, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");
  order.watch = &one.watch;
  g_assert_true (mappe_register_save (fixture->store, path, &order, &error));
  g_assert_cmpuint (one.done, >, 1500);
  other = (Waiting){ other.watch, .enough = 2 };
  g_cancellable_reset (impatient);
  before = register_dump (fixture->store);
  g_assert_null (mappe_register_import (fixture->store, path, NULL, FALSE, &other.watch, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (other.done, <=, other.all);
  after = register_dump (fixture->store);
  register_same (before, after);
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_MEMBERS);
  g_autofree char *path = register_file (fixture, "look.xml", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRegisterReport) report = mappe_register_look (path, NULL, &error);
  gint64 meetings = 0, withheld = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < report->counts->len; i++)
    {
      const MappeRegisterCount *count = &g_array_index (report->counts, MappeRegisterCount, i);

      withheld += count->withheld;
      if (count->kind == &mappe_meeting_kind)
        meetings = count->records;
    }
  g_assert_cmpint (meetings, ==, mappe_test_count (fixture->store, "meeting"));
  g_assert_cmpint (withheld, >, 0);
  g_assert_cmpstr (report->exported, ==, EXPORTED);
  g_assert_cmpuint (report->files_carried, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/register/round-trip/demo-de", Fixture, "de", mappe_test_demo_set_up, test_demo,
              mappe_test_store_tear_down);
  g_test_add ("/register/round-trip/demo-en", Fixture, "en", mappe_test_demo_set_up, test_demo,
              mappe_test_store_tear_down);
  g_test_add_func ("/register/round-trip/random", test_random);
  g_test_add_func ("/register/round-trip/mixed", test_mixed);
  g_test_add ("/register/again", Fixture, "de", mappe_test_demo_set_up, test_again, mappe_test_store_tear_down);
  g_test_add ("/register/undo", Fixture, "de", mappe_test_demo_set_up, test_undo, mappe_test_store_tear_down);
  g_test_add ("/register/partial", Fixture, "de", mappe_test_demo_set_up, test_partial,
              mappe_test_store_tear_down);
  g_test_add ("/register/partial-empty", Fixture, "de", mappe_test_demo_set_up, test_partial_empty,
              mappe_test_store_tear_down);
  g_test_add ("/register/extra", Fixture, "de", mappe_test_demo_set_up, test_extra, mappe_test_store_tear_down);
  g_test_add ("/register/extra-prefix", Fixture, "de", mappe_test_demo_set_up, test_extra_prefix,
              mappe_test_store_tear_down);
  g_test_add_func ("/register/canonical", test_canonical);
  g_test_add ("/register/last-number", Fixture, "de", mappe_test_demo_set_up, test_last_number,
              mappe_test_store_tear_down);
  g_test_add ("/register/dry-run", Fixture, "de", mappe_test_demo_set_up, test_dry_run,
              mappe_test_store_tear_down);
  g_test_add ("/register/watch", Fixture, "de", mappe_test_demo_set_up, test_watch, mappe_test_store_tear_down);
  g_test_add ("/register/look", Fixture, "de", mappe_test_demo_set_up, test_look, mappe_test_store_tear_down);
  return g_test_run ();
}
