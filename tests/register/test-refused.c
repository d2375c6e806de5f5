/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not come in, and what must not be left behind. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "mappe-xml-text.h"
#include "register-test.h"

typedef MappeTestStore Fixture;

#define UID(n) "00000000-0000-8000-8000-00000000000" n
#define HEAD_OF(ns, version, profile)                                                                             \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<register xmlns=\"" ns "\" version=\"" version                     \
  "\" profile=\"" profile "\" generator=\"test\" exported=\"2026-01-01T00:00:00Z\" lang=\"de\">\n"
#define HEAD HEAD_OF ("urn:x-ratsmappe:register:1", "1.0", "full")
#define TAIL "</register>\n"
#define AREA(n, name) "<area id=\"area-" UID (n) "\"><reference>X" n "</reference><name>" name "</name></area>"
#define AREAS(what) HEAD "<area-list>" what "</area-list>" TAIL

static void
refuse (Fixture *fixture, const char *text, int code)
{
  g_autoptr (MappeRegisterReport) report = register_refuse (fixture, text, -1, code);
}

/* The text breaks the rule @rule and nothing else, at a line, in words of both languages. */
static void
break_rule (Fixture *fixture, const char *text, const char *rule, const char *path)
{
  g_autoptr (MappeRegisterReport) report = register_refuse (fixture, text, -1, MAPPE_REGISTER_ERROR_RULES);
  const MappeViolation *violation;

  g_assert_cmpuint (report->n_violations, ==, 1);
  violation = g_ptr_array_index (report->violations, 0);
  g_assert_cmpstr (violation->code, ==, rule);
  g_assert_nonnull (strstr (violation->path, path));
  g_assert_cmpuint (strlen (mappe_violation_get_text (violation, mappe_language_get ("en"))), >, 10);
  g_assert_cmpstr (mappe_violation_get_text (violation, mappe_language_get ("en")), !=,
                   mappe_violation_get_text (violation, mappe_language_get ("de")));
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRegisterReport) report =
      register_import (fixture, AREAS (AREA ("1", "A") "<!-- x --><?y z?>\n\t" AREA ("2", "B")));

  g_assert_cmpint (register_sum (report, FALSE), ==, 2);
  g_assert_cmpint (mappe_test_count (fixture->store, "area"), ==, 2);
}

static void
test_no_register (Fixture *fixture, gconstpointer data)
{
  refuse (fixture, "", MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, "last_name;first_name\nMüller;Eva\n", MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, "<register/>", MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, HEAD_OF ("urn:x-ratsmappe:text:1", "1.0", "full") TAIL, MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, HEAD_OF ("urn:x-ratsmappe:register:1", "1.0", "secret") TAIL, MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, "<register xmlns=\"urn:x-ratsmappe:register:1\" version=\"1.0\"/>",
          MAPPE_REGISTER_ERROR_FORMAT);
}

/* Nothing is read of another major version; a newer minor one is read as far as it is known. */
static void
test_version (Fixture *fixture, gconstpointer data)
{
  static const char body[] =
      "<area-list future=\"1\">"
      "<area id=\"area-" UID ("1") "\"><reference>X1</reference><name>A</name><mood>good</mood></area>"
                                   "</area-list><mood-list><mood><a/>b</mood></mood-list>" TAIL;
  g_autofree char *newer = g_strconcat (HEAD_OF ("urn:x-ratsmappe:register:1", "1.7", "full"), body, NULL);
  g_autofree char *same = g_strconcat (HEAD, body, NULL);
  g_autoptr (MappeRegisterReport) report = NULL;

  refuse (fixture, HEAD_OF ("urn:x-ratsmappe:register:2", "2.0", "full") "<nonsense>",
          MAPPE_REGISTER_ERROR_VERSION);
  refuse (fixture, HEAD_OF ("urn:x-ratsmappe:register:1", "2.0", "full") "<nonsense>",
          MAPPE_REGISTER_ERROR_VERSION);
  refuse (fixture, HEAD_OF ("urn:x-ratsmappe:register:1", "1", "full") TAIL, MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, same, MAPPE_REGISTER_ERROR_FORMAT);
  report = register_import (fixture, newer);
  g_assert_cmpint (register_sum (report, FALSE), ==, 1);
  g_assert_cmpuint (report->unknown, ==, 2);
}

static void
test_elements (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    AREAS ("<street/>"),
    AREAS ("text"),
    AREAS ("<area id=\"area-" UID ("1") "\"><name>A</name><reference>X1</reference></area>"),
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference><name>A</name><name>B</name></area>"),
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference><name>A<b/></name></area>"),
    AREAS ("<area id=\"area-" UID ("1") "\" more=\"1\"><reference>X1</reference><name>A</name></area>"),
    AREAS ("<area><reference>X1</reference><name>A</name></area>"),
    AREAS ("<area id=\"area-" UID ("1") "\"><o:reference xmlns:o=\"urn:o\">X1</o:reference><name>A</name></area>"),
    HEAD "<area-list/><area-list/>" TAIL,
    HEAD "<area-list/><body-list/>" TAIL,
    HEAD "<ext ns=\"urn:o\"/><area-list/>" TAIL,
    HEAD "<ext ns=\"urn:o\"><name>ours</name></ext>" TAIL,
    HEAD "<ext/>" TAIL,
    HEAD "<file-list><file sha256=\"00\" size=\"1\"/></file-list>" TAIL,
    HEAD "<area-list></area-list>" TAIL "<more/>",
    HEAD "<area-list></body-list>" TAIL,
    HEAD "<area-list>&nbsp;</area-list>" TAIL,
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>&#1;</reference></area>"),
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>&lost;</reference></area>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    refuse (fixture, texts[i], MAPPE_REGISTER_ERROR_FORMAT);
}

static const struct {
  const char *rule;
  const char *path;
  const char *text;
} cases[] = {
  { "R01", "area[@id='area-" UID ("1") "']", AREAS (AREA ("1", "A") AREA ("1", "B")) },
  { "R01", "area-" UID ("1"), AREAS (AREA ("1", "A") AREA ("2", "B") AREA ("1", "A")) },
  { "R01", "/reference",
    AREAS (AREA ("1", "A") "<area id=\"area-" UID ("3") "\"><reference>X1</reference><name>B</name></area>") },
  { "R02", "area", AREAS ("<area id=\"body-" UID ("1") "\"><reference>X1</reference><name>A</name></area>") },
  { "R02", "area", AREAS ("<area id=\"area-" UID ("X") "\"><reference>X1</reference><name>A</name></area>") },
  { "R02", "/owner_organisation",
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference><name>A</name><owner_organisation"
                                        " ref=\"organisation-" UID ("9") "\"/></area>") },
  { "R02", "/owner_organisation",
    AREAS (AREA ("1",
                 "A") "<area id=\"area-" UID ("2") "\"><reference>X2</reference><name>A</name><owner_organisation"
                                                   " ref=\"area-" UID ("1") "\"/></area>") },
  { "R02", "/person",
    HEAD "<body-list><body id=\"body-" UID ("1") "\"><reference>X1</reference><name>A</name></body></body-list>"
                                                 "<membership-list><membership id=\"membership-" UID (
                                                     "1") "\"><reference>X1</reference><person"
                                                          " ref=\"person-" UID ("1") "\"/><body ref=\"body-" UID (
                                                              "1") "\"/></membership></membership-list>" TAIL },
  { "R03", "/event",
    HEAD "<organisation-list><organisation id=\"organisation-" UID (
        "1") "\"><reference>X1</reference><name>A</name>"
             "</organisation></organisation-list><event-list><event id=\"event-" UID (
                 "1") "\"><reference>X1</reference>"
                      "<title>A</title><kind>city_festival</kind><start_on>2026-05-02</"
                      "start_on><end_on>2026-05-01</end_on>"
                      "<lead_organisation ref=\"organisation-" UID ("1") "\"/></event></event-list>" TAIL },
  { "R11", "/register/file-list/file",
    HEAD "<file-list><file sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856\" size=\"0\">"
         "<content/></file></file-list>" TAIL },
  { "R11", "/register/file-list/file",
    HEAD "<file-list><file sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\" size=\"7\">"
         "<content/></file></file-list>" TAIL },
  { "R11", "/register/file-list/file",
    HEAD "<document-list><document id=\"document-" UID (
        "1") "\"><reference>X1</reference><title>A</title><content"
             " sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"/></document></"
             "document-list>" TAIL },
  { "R15", "/withheld",
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference><withheld reason=\"personal\"/></area>") },
  { "R16", "/name", AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference></area>") },
  { "R16", "/kind",
    AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference><name>A</name><kind>moon</kind></area>") },
  { "R16", "/residents",
    AREAS ("<area id=\"area-" UID (
        "1") "\"><reference>X1</reference><name>A</name><residents>many</residents></area>") },
  { "R16", "/residents_on",
    AREAS ("<area id=\"area-" UID (
        "1") "\"><reference>X1</reference><name>A</name><residents_on>2026-02-30</residents_on>"
             "</area>") },
};

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      break_rule (fixture, cases[i].text, cases[i].rule, cases[i].path);
    }
}

/* All rules that are broken are told, not only the first. */
static void
test_all_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRegisterReport) report = register_refuse (
      fixture,
      AREAS ("<area id=\"area-" UID ("1") "\"><reference>X1</reference></area>"
                                          "<area id=\"area-" UID (
                                              "2") "\"><reference>X2</reference><name>A</name><residents>x"
                                                   "</residents></area>"
                                                   "<area id=\"area-" UID (
                                                       "2") "\"><reference>X3</reference><name>A</name></area>"),
      -1, MAPPE_REGISTER_ERROR_RULES);

  g_assert_cmpuint (report->n_violations, ==, 3);
  g_assert_true (register_found (report, "R01") && register_found (report, "R16"));
  g_assert_cmpint (((MappeViolation *) g_ptr_array_index (report->violations, 0))->line, ==, 3);
}

/* --- rules among records: told of a council that had records, noted in one that had none --- */

/* A public decision on an item that is not, and more grants than the budget. */
#define BROKEN                                                                                                    \
  HEAD "<body-list><body id=\"body-" UID (                                                                        \
      "1") "\"><reference>X1</reference><name>A</name></body></body-list>"                                        \
           "<meeting-list><meeting id=\"meeting-" UID ("1") "\"><reference>X1</reference><body ref=\"body-" UID ( \
               "1") "\"/>"                                                                                        \
                    "<title>A</title><held_on>2026-05-01</held_on></meeting></"                                   \
                    "meeting-list><agenda-item-list><agenda-item"                                                 \
                    " id=\"agenda-item-" UID ("1") "\"><reference>X1</reference><meeting ref=\"meeting-" UID (    \
                        "1") "\"/><title>A</title>"                                                               \
                             "<public>false</public></agenda-item></agenda-item-list><decision-list><decision "   \
                             "id=\"decision-" UID (                                                               \
                                 "1") "\">"                                                                       \
                                      "<reference>X1</reference><agenda_item ref=\"agenda-item-" UID (            \
                                          "1") "\"/><text>A</text><public>true</public>"                          \
                                               "</decision></decision-list>" TAIL

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRegisterReport) report = register_import (fixture, BROKEN);
  g_autofree char *other = g_strdup (BROKEN);
  g_autoptr (MappeRegisterReport) refused = NULL;

  g_assert_true (register_found (report, "R10"));
  g_assert_cmpuint (report->n_violations, ==, 0);
  for (char *at = strstr (other, "00000001\""); at != NULL; at = strstr (at, "00000001\""))
    at[7] = '2';
  for (char *at = strstr (other, ">X1<"); at != NULL; at = strstr (at, ">X1<"))
    at[2] = '2';
  refused = register_refuse (fixture, other, -1, MAPPE_REGISTER_ERROR_RULES);
  g_assert_true (register_found (refused, "R10"));
}

/* --- what costs time and memory --- */

static char *
repeat (const char *before, const char *what, guint number, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < number; i++)
    g_string_append (text, what);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
refuse_long (Fixture *fixture, char *text, int code)
{
  refuse (fixture, text, code);
  g_free (text);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  refuse_long (fixture, repeat (HEAD "<area-list", " a='1'", 100000, "/>" TAIL), MAPPE_REGISTER_ERROR_LIMIT);
  refuse_long (fixture, repeat (HEAD "<ext ns='urn:o'>", "<o xmlns='urn:o'>", 300, TAIL),
               MAPPE_REGISTER_ERROR_LIMIT);
  refuse_long (fixture, repeat (HEAD "<ext ns='urn:o'>", "long text ", 200000, "</ext>" TAIL),
               MAPPE_REGISTER_ERROR_FORMAT);
  refuse_long (fixture, repeat (HEAD, "<ext ns='urn:o'/>", 100, TAIL), MAPPE_REGISTER_ERROR_FORMAT);
  refuse_long (fixture,
               repeat (HEAD "<area-list><area id='area-" UID ("1") "'><reference>X1</reference><name>",
                       "long text ", 500000, "</name></area></area-list>" TAIL),
               MAPPE_REGISTER_ERROR_LIMIT);
  refuse_long (fixture,
               repeat (HEAD
                       "<file-list><file sha256='e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b"
                       "855' size='1'><content><piece>",
                       "AAAAAAAA", 20000, "</piece></content></file></file-list>" TAIL),
               MAPPE_REGISTER_ERROR_LIMIT);
}

static void
test_entities (Fixture *fixture, gconstpointer data)
{
  static const char *const declarations[] = {
    "<!DOCTYPE register [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
    "<!DOCTYPE register SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE register [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!ENTITY x \"y\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      g_autofree char *text =
          g_strconcat (declarations[i],
                       AREAS (AREA ("1", "&x;")) + strlen ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), NULL);

      refuse (fixture, text, MAPPE_REGISTER_ERROR_FORMAT);
    }
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const char *const sets[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-1" };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      gsize length;
      g_autofree char *text = g_convert (AREAS (AREA ("1", "Größe")), -1, sets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (MappeRegisterReport) report =
          register_refuse (fixture, text, (gssize) length, MAPPE_REGISTER_ERROR_FORMAT);
    }
  refuse (fixture, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" TAIL, MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, AREAS (AREA ("1", "\xed\xa0\x80")), MAPPE_REGISTER_ERROR_FORMAT);
  refuse (fixture, AREAS (AREA ("1", "\xc0\x80")), MAPPE_REGISTER_ERROR_FORMAT);
}

/* Wherever a file breaks off or a byte changes, it is read whole or not at all. MAPPE_FUZZ_ROUNDS asks for more.
 */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.xml", NULL);
  g_autofree char *text = NULL, *before = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const char *asked = g_getenv ("MAPPE_FUZZ_ROUNDS");
  guint rounds = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : 120;
  gsize length;
  MappeTestStore other;

  mappe_test_store_set_up (&other, NULL);
  register_fill (other.store, 3, 1);
  text = register_of (other.store, MAPPE_PROFILE_FULL);
  mappe_test_store_tear_down (&other, NULL);
  length = strlen (text);
  before = register_dump (fixture->store);
  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      gsize kept = i % 2 == 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) length - 2) : length;
      g_autoptr (GError) error = NULL;
      g_autoptr (MappeRegisterReport) report = NULL;

      if (i % 2 == 1)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] ^= (char) (1 << g_rand_int_range (rand, 0, 7));
      g_assert_true (g_file_set_contents (path, damaged, (gssize) kept, NULL));
      report = mappe_register_import (fixture->store, path, NULL, TRUE, NULL, NULL, &error);
      g_assert_true ((report == NULL) == (error != NULL));
      g_assert_true (report == NULL || i % 2 == 1);
    }
  g_autofree char *after = register_dump (fixture->store);
  register_same (before, after);
}

/* --- files --- */

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_register_import (fixture->store, "/nowhere/in.xml", NULL, FALSE, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mappe_register_import (fixture->store, fixture->folder, NULL, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
}

/* Returns: the number of files in the folder of the council */
static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint number = 0;

  while (g_dir_read_name (folder) != NULL)
    number++;
  return number;
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  const MappeRegisterOrder order = { MAPPE_PROFILE_FULL, EXPORTED, "de", 0 };
  g_autofree char *path = register_file (fixture, "out.xml", "kept");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  guint files = count_files (fixture);
  int full = g_open ("/dev/full", O_WRONLY, 0);

  g_assert_false (mappe_register_write (fixture->store, full, &order, &error));
  g_assert_error (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE);
  g_clear_error (&error);
  close (full);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit){ 100000, before.rlim_max };
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (mappe_register_save (fixture->store, path, &order, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");
  g_assert_cmpuint (count_files (fixture), ==, files);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  const MappeRegisterOrder order = { MAPPE_PROFILE_FULL, EXPORTED, "de", 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf facts;

  g_assert_true (mappe_register_save (fixture->store, path, &order, &error));
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_assert_false (mappe_register_save (fixture->store, "/nowhere/out.xml", &order, &error));
  g_assert_error (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE);
}

/* --- an older copy --- */

/* A meeting that was held is not planned again, and sealed minutes stay as they are. */
static void
test_older_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *older = register_edit (g_strdup (text), "<state>held</state>", "<state>planned</state>");
  g_autoptr (MappeRegisterReport) report = register_refuse (fixture, older, -1, MAPPE_REGISTER_ERROR_RULES);

  g_assert_true (register_found (report, "R14"));
}

/* --- sealed minutes --- */

/* Minutes get a text. */
static gint64
add_base (MappeStore *store, MappeRow *row)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new_base ("base");
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  int content = mappe_kind_find_field (row->kind, "content");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  if (content >= 0)
    mappe_value_take_text (&row->values[content], mappe_edit_add_blob (edit, text));
  mappe_edit_insert (edit, row);
  applied = mappe_store_apply (store, g_steal_pointer (&edit), NULL, &error);
  g_assert_no_error (error);
  return g_array_index (applied->ids, gint64, 0);
}

static void
add_item (MappeStore *store, gint64 meeting, const char *title)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);

  add_base (store, mappe_test_row (mappe_kind_lookup ("agenda-item", NULL), "meeting", id, "title", title, NULL));
}

/* A meeting whose minutes are sealed comes in as a whole; what was recorded of it is not added to later. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL, *meeting = NULL, *text = NULL, *more = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;
  g_autoptr (MappeRegisterReport) refused = NULL;
  MappeTestStore other;
  gint64 id;

  mappe_test_add (fixture->store, "area", "reference", "Z1", "name", "not empty", NULL);
  mappe_test_store_set_up (&other, NULL);
  id = add_base (other.store, mappe_test_row (mappe_kind_lookup ("body", NULL), "name", "A", NULL));
  body = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  id = add_base (other.store,
                 mappe_test_row (mappe_kind_lookup ("meeting", NULL), "body", body, "title", "A", "state", "held",
                                 "held_on", "2026-05-01", "invited_on", "2026-04-01", NULL));
  meeting = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  add_item (other.store, id, "One");
  add_base (other.store,
            mappe_test_row (mappe_kind_lookup ("minutes", NULL), "meeting", meeting, "edition", "1", "state",
                            "sealed", "approved_on", "2026-06-01", "signed_on", "2026-06-02", "signed_chair", "A",
                            "signed_minute_taker", "B", "sealed_at", "2026-06-02T10:00", NULL));
  text = register_of (other.store, MAPPE_PROFILE_FULL);
  report = register_import (fixture, text);
  g_assert_cmpint (mappe_test_count (fixture->store, "minutes"), ==, 1);
  add_item (other.store, id, "Two");
  more = register_of (other.store, MAPPE_PROFILE_FULL);
  refused = register_refuse (fixture, more, -1, MAPPE_REGISTER_ERROR_RULES);
  g_assert_true (register_found (refused, "R14"));
  mappe_test_store_tear_down (&other, NULL);
}

#define ADD(path, setup, function)                                                                                \
  g_test_add ("/register/refused/" path, Fixture, "de", setup, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("good", mappe_test_store_set_up, test_good);
  ADD ("no-register", mappe_test_store_set_up, test_no_register);
  ADD ("version", mappe_test_store_set_up, test_version);
  ADD ("elements", mappe_test_store_set_up, test_elements);
  ADD ("rules", mappe_test_store_set_up, test_rules);
  ADD ("all-rules", mappe_test_store_set_up, test_all_rules);
  ADD ("notes", mappe_test_store_set_up, test_notes);
  ADD ("limits", mappe_test_store_set_up, test_limits);
  ADD ("entities", mappe_test_store_set_up, test_entities);
  ADD ("encodings", mappe_test_store_set_up, test_encodings);
  ADD ("damaged", mappe_test_store_set_up, test_damaged);
  ADD ("no-file", mappe_test_store_set_up, test_no_file);
  ADD ("full-disk", mappe_test_demo_set_up, test_full_disk);
  ADD ("mode", mappe_test_store_set_up, test_mode);
  ADD ("sealed", mappe_test_store_set_up, test_sealed);
  ADD ("older-copy", mappe_test_demo_set_up, test_older_copy);
  return g_test_run ();
}
