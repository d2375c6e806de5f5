/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who reads what of minutes: no byte of what is not public reaches the public, as text, XML or PDF, whether the minutes
 * were just built or sealed years ago. */
#include <string.h>

#include "mappe-format.h"
#include "mappe-agenda-item.h"
#include "mappe-build-minutes.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-person.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

typedef MappeTestStore Fixture;

#define SECRET "Quittenmus"  /* in each text that the public may not read */
#define INNER "Holunder"     /* in each text that only those read who read all */
#define A4 595, 842

static char *
id_of (Fixture *fixture, const MappeKind *kind, const char *reference)
{
  gint64 id = mappe_store_find (fixture->store, kind, reference, NULL);

  g_assert_cmpint (id, >, 0);
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
text_of_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Everything that can be recorded under an item, with @secret in each text. */
static void
fill_item (Fixture *fixture, const char *meeting, const char *item, gboolean public, const char *decided)
{
  g_autofree char *person = id_of (fixture, &mappe_person_kind, "M24");
  g_autofree char *motion = NULL, *decision = NULL;

  motion = text_of_id (mappe_test_add (fixture->store, "motion", "agenda_item", item, "kind", "motion",
                                       "proposer_name", SECRET, "text", SECRET, NULL));
  decision = text_of_id (mappe_test_add (fixture->store, "decision", "agenda_item", item, "number", decided, "text",
                                         SECRET, "public", "0", "motion", motion, "vote_type", "roll_call",
                                         "voting_present", "1", "eligible", "1", "yes", "1", "no", "0", "abstain",
                                         "0", "quorum_needed", "9", "quorum_override", SECRET, NULL));
  mappe_test_add (fixture->store, "task", "title", SECRET, "decision", decision, "agenda_item", item, NULL);
  mappe_test_add (fixture->store, "document", "title", SECRET, "agenda_item", item, "classification",
                  public ? "internal" : "public", NULL);
  if (public)
    return;
  mappe_test_add (fixture->store, "statement", "agenda_item", item, "person", person, "kind", "personal", "text",
                  SECRET, NULL);
  mappe_test_add (fixture->store, "conflict-declaration", "meeting", meeting, "agenda_item", item, "person", person,
                  "consequence", "not_excluded", "ground", SECRET INNER, NULL);
}

/* MTG01 with one word in all that is not public: under its non-public item 8, in a non-public decision of its public
 * item 2, and in what was typed about the meeting as a whole. */
static MappeSitting *
stuffed (Fixture *fixture)
{
  g_autoptr (MappeSitting) before = mappe_test_sitting (fixture->store, "MTG01");
  g_autofree char *meeting = text_of_id (before->meeting->id);
  g_autofree char *closed = id_of (fixture, &mappe_agenda_item_kind, "AI-0108");
  g_autofree char *open = id_of (fixture, &mappe_agenda_item_kind, "AI-0102");
  const MappeRow *edition = mappe_sitting_last_minutes (before);
  const MappeSittingItem *item = mappe_test_item (before, "8");
  g_autofree char *guest = NULL;

  g_assert_false (item->public);
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item->row->id, "title", SECRET);
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item->row->id, "discussion", SECRET " **" SECRET "**");
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item->row->id, "change_note", SECRET);
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item->row->id, "public_title", "Eine Zuwendung");
  mappe_test_set (fixture->store, &mappe_minutes_kind, edition->id, "opening", SECRET);
  mappe_test_set (fixture->store, &mappe_minutes_kind, edition->id, "closing", SECRET);
  fill_item (fixture, meeting, closed, FALSE, SECRET "/1");
  fill_item (fixture, meeting, open, TRUE, SECRET "/2");
  guest = text_of_id (mappe_test_add (fixture->store, "guest", "meeting", meeting, "name", SECRET, NULL));
  mappe_test_add (fixture->store, "guest-item", "guest", guest, "agenda_item", closed, NULL);
  return mappe_test_sitting (fixture->store, "MTG01");
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p += strlen (word))
    n++;
  return n;
}

static char *
xml_of (const MappeNode *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = mappe_write_xml (document, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
}

/* Returns: (nullable): the text of the PDF; NULL where no pdftotext is */
static char *
pdf_of (Fixture *fixture, const MappeNode *document)
{
  g_autofree char *path = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  const char *program = g_getenv ("MAPPE_PDFTOTEXT");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mappe_format_find ("pdf")->write (document, &error);
  char *text = NULL;

  g_assert_no_error (error);
  mappe_save_bytes (pdf, path, &error);
  g_assert_no_error (error);
  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char *[]) { (char *) program, path, (char *) "-", NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* How often the word stands in the text of a reader; in XML and PDF it must be absent where it is absent here. */
static guint
count_for (Fixture *fixture, const MappeNode *whole, MappeClass reader, const char *word)
{
  g_autoptr (MappeNode) document = mappe_minutes_for_reader (whole, reader);
  g_autofree char *text = mappe_write_text (document, 4000), *xml = xml_of (document);
  g_autofree char *pdf = pdf_of (fixture, document);
  guint n = count (text, word);

  g_assert_true ((n == 0) == (count (xml, word) == 0));
  g_assert_true (pdf == NULL || (n == 0) == (count (pdf, word) == 0));
  return n;
}

static MappeNode *
sealed_of (const MappeSitting *sitting)
{
  MappeMinutesSignatures names = { "Dr. Amalia Ahornstein", "Dorian Distelfeld", "2025-12-01" };
  g_autoptr (MappeNode) document = mappe_build_minutes_signed (sitting, &names, mappe_language_get ("de"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = mappe_write_xml (document, &error);
  MappeNode *read;

  g_assert_no_error (error);
  read = mappe_read_xml (xml, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = stuffed (fixture);
  g_autoptr (MappeNode) sealed = sealed_of (sitting);
  g_autoptr (MappeNode) document = mappe_minutes_for_reader (sealed, MAPPE_CLASS_PUBLIC);
  g_autofree char *text = mappe_write_text (document, 4000);

  g_assert_cmpuint (count_for (fixture, sealed, MAPPE_CLASS_PUBLIC, SECRET), ==, 0);
  g_assert_cmpuint (count_for (fixture, sealed, MAPPE_CLASS_MEMBERS, SECRET), >=, 20);
  g_assert_cmpuint (count_for (fixture, sealed, MAPPE_CLASS_MEMBERS, INNER), ==, 0);
  g_assert_cmpuint (count_for (fixture, sealed, MAPPE_CLASS_CONFIDENTIAL, INNER), ==, 1);
  g_assert_null (strstr (text, "Undine Uferweide (§ 22"));
  /* Under the agenda and as the heading of the item. */
  g_assert_cmpuint (count (text, "Eine Zuwendung"), ==, 2);
  g_assert_cmpstr (mappe_node_get_meta (document, "reader"), ==, "public");
}

/* A meeting that is public from the first to the last item hides nothing that was typed about it. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) before = mappe_test_sitting (fixture->store, "MTG05"), sitting = NULL;
  g_autoptr (MappeNode) document = NULL;
  g_autofree char *text = NULL;

  mappe_test_set (fixture->store, &mappe_minutes_kind, mappe_sitting_last_minutes (before)->id, "opening", SECRET);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  document = mappe_build_minutes (sitting, MAPPE_CLASS_PUBLIC, mappe_language_get ("de"));
  text = mappe_write_text (document, 4000);
  g_assert_cmpuint (count (text, SECRET), ==, 1);
}

/* What readers get of sealed minutes is what they got on the day of the seal, whoever was renamed since. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  static const MappeClass readers[] = { MAPPE_CLASS_PUBLIC, MAPPE_CLASS_MEMBERS, MAPPE_CLASS_CONFIDENTIAL };
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG03");
  g_autoptr (MappeNode) whole = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, mappe_language_get ("de"));
  g_autofree char *bytes = xml_of (whole);
  g_autoptr (GBytes) xml = g_bytes_new_static (bytes, strlen (bytes));
  g_autoptr (MappeNode) sealed = mappe_read_xml (xml, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (MappeNode) built = mappe_build_minutes (sitting, readers[i], mappe_language_get ("de"));
      g_autoptr (MappeNode) taken = mappe_minutes_for_reader (sealed, readers[i]);

      g_assert_true (mappe_node_equal (built, taken));
    }
}

/* Who was excluded from item 8 gets the minutes without it, as built and as sealed, and what is not about it. */
static void
test_excluded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) before = stuffed (fixture), sitting = NULL;
  g_autoptr (MappeNode) sealed = NULL, members = NULL, document = NULL;
  g_autofree char *xml = NULL, *all = NULL, *text = NULL, *withheld = NULL;
  const MappeParticipant *excluded, *other;

  mappe_test_set (fixture->store, &mappe_minutes_kind, mappe_sitting_last_minutes (before)->id, "opening", INNER);
  sitting = mappe_test_sitting (fixture->store, "MTG01");
  excluded = mappe_test_participant (sitting, "M21");
  other = mappe_test_participant (sitting, "M20");
  withheld = mappe_minutes_withheld (sitting, excluded);
  g_assert_cmpstr (withheld, ==, "8");
  g_assert_null (mappe_minutes_withheld (sitting, other));
  sealed = sealed_of (sitting);
  document = mappe_minutes_for_member (sealed, sitting, excluded);
  xml = xml_of (document);
  text = mappe_write_text (document, 4000);
  g_assert_cmpuint (count (xml, SECRET "/1"), ==, 0);
  g_assert_cmpuint (count (xml, SECRET "/2"), ==, 1);
  g_assert_cmpuint (count (xml, INNER), ==, 0);
  g_assert_cmpuint (count (text, "8    Eine Zuwendung"), ==, 1);
  members = mappe_minutes_for_reader (sealed, MAPPE_CLASS_MEMBERS);
  all = xml_of (members);
  g_assert_cmpuint (count (all, SECRET "/1"), ==, 1);
  g_assert_cmpuint (count (all, INNER), ==, 1);
  g_clear_pointer (&document, mappe_node_free);
  document = mappe_minutes_for_member (sealed, sitting, other);
  g_assert_true (mappe_node_equal (members, document));
}

/* Of two guests the excluded member is told the one who came for another item too. */
static void
test_excluded_guests (Fixture *fixture, gconstpointer data)
{
  g_autofree char *meeting = id_of (fixture, &mappe_meeting_kind, "MTG01");
  g_autofree char *withheld = id_of (fixture, &mappe_agenda_item_kind, "AI-0108");
  g_autofree char *other = id_of (fixture, &mappe_agenda_item_kind, "AI-0104");
  gint64 secret = mappe_test_add (fixture->store, "guest", "meeting", meeting, "name", SECRET, NULL);
  gint64 inner = mappe_test_add (fixture->store, "guest", "meeting", meeting, "name", INNER, NULL);
  g_autofree char *one = text_of_id (secret);
  g_autofree char *two = text_of_id (inner);
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeNode) whole = NULL, excluded = NULL, member = NULL;
  g_autofree char *first = NULL, *second = NULL;

  mappe_test_add (fixture->store, "guest-item", "guest", one, "agenda_item", withheld, NULL);
  mappe_test_add (fixture->store, "guest-item", "guest", two, "agenda_item", withheld, NULL);
  mappe_test_add (fixture->store, "guest-item", "guest", two, "agenda_item", other, NULL);
  sitting = mappe_test_sitting (fixture->store, "MTG01");
  whole = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, mappe_language_get ("de"));
  excluded = mappe_minutes_for_member (whole, sitting, mappe_test_participant (sitting, "M21"));
  member = mappe_minutes_for_member (whole, sitting, mappe_test_participant (sitting, "M20"));
  first = xml_of (excluded);
  second = xml_of (member);
  g_assert_cmpuint (count (first, SECRET), ==, 0);
  g_assert_cmpuint (count (first, INNER), ==, 1);
  g_assert_cmpuint (count (second, SECRET), ==, 1);
  g_assert_cmpuint (count (second, INNER), ==, 1);
}

/* A file from anywhere may mark all of its text as not for the public. */
static void
test_nothing (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document (SECRET, mappe_language_get ("de")), read = NULL;

  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_add_paragraph (document, SECRET)->class = MAPPE_CLASS_PUBLIC;
  read = mappe_minutes_for_reader (document, MAPPE_CLASS_PUBLIC);
  g_assert_cmpuint (read->children->len, ==, 0);
  g_assert_cmpstr (read->text, ==, NULL);
  g_assert_true (mappe_node_get_language (read) == mappe_language_get ("de"));
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/readers/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("closed", test_closed);
  ADD ("open", test_open);
  ADD ("sealed", test_sealed);
  ADD ("excluded", test_excluded);
  ADD ("excluded-guests", test_excluded_guests);
  g_test_add_func ("/readers/nothing", test_nothing);
  return g_test_run ();
}
