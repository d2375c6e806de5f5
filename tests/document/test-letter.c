/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agenda, invitation and supplement of the demo council, word by word. */
#include <string.h>

#include "mappe-agenda-changes.h"
#include "mappe-agenda-item.h"
#include "mappe-build-agenda.h"
#include "mappe-build-follow-up.h"
#include "mappe-build-letter.h"
#include "mappe-invitation-acts.h"
#include "mappe-meeting.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

typedef MappeTestStore Fixture;

#define SECRET_DE "Personalangelegenheit der Geschäftsstelle"

static char *
written (MappeNode *document)
{
  char *text = mappe_write_text (document, 76);

  mappe_node_free (document);
  return text;
}

static const MappeRecipient *
recipient_of (GPtrArray *recipients, const char *last_name)
{
  for (guint i = 0; i < recipients->len; i++)
    if (g_str_has_suffix (((MappeRecipient *) g_ptr_array_index (recipients, i))->name, last_name))
      return g_ptr_array_index (recipients, i);
  g_error ("%s gets no letter", last_name);
}

/* The letter about MTG06 to M01. */
static char *
invitation (Fixture *fixture, const char *code)
{
  const MappeLanguage *language = mappe_language_get (code);
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  g_autoptr (MappeTemplate) text = mappe_template_find (sitting, mappe_letter_purpose (sitting), language);
  const MappeLetterFacts facts = { .recipient = recipient_of (recipients, "Ahornstein"), .sent_on = "2026-11-20",
                                   .edition = 1 };

  return written (mappe_build_letter (sitting, text, &facts, language));
}

static const char invitation_en[] =
    "Kriminalpräventiver Rat Musterhausen\n"
    "Musterstraße 1, 00000 Musterhausen\n"
    "\n"
    "Kriminalpräventiver Rat Musterhausen · Musterstraße 1 · 00000 Musterhausen\n"
    "\n"
    "Stadt Musterhausen – Dezernat für Ordnung und Sicherheit\n"
    "Dr. Amalia Ahornstein\n"
    "Musterstraße 1\n"
    "00000 Musterhausen\n"
    "\n"
    "Telephone: +49 69 90009 199\n"
    "E-mail: praeventionsrat@musterhausen.example\n"
    "Date: Friday, 20 November 2026\n"
    "\n"
    "Second invitation: Fortsetzungssitzung (zweite Einladung), Tuesday, 8\n"
    "December 2026\n"
    "============================================================================\n"
    "\n"
    "Dear Dr. Amalia Ahornstein,\n"
    "\n"
    "I invite you for the second time, as the body could not decide before:\n"
    "\n"
    "– Body: Plenum des Kriminalpräventiven Rates\n"
    "– Meeting: Fortsetzungssitzung (zweite Einladung) (2026/3)\n"
    "– Date: Tuesday, 8 December 2026, 16:00 hrs\n"
    "– Place: Rathaus, Großer Saal\n"
    "\n"
    "This is the second invitation for item 3: on this item the body can decide\n"
    "when at least 3 members entitled to vote are present (GemO § 39 (1)). The\n"
    "other items need the usual quorum.\n"
    "\n"
    "The agenda is below. If you cannot come, please tell the secretariat and\n"
    "your deputy in good time.\n"
    "\n"
    "With kind regards\n"
    "Dr. Amalia Ahornstein\n"
    "Chair\n"
    "\n"
    "Agenda\n"
    "------\n"
    "\n"
    "Public part\n"
    "1    Eröffnung; Hinweis auf die zweite Einladung\n"
    "\n"
    "2    Genehmigung der Niederschrift vom 27.10.2026\n"
    "\n"
    "3    Förderrichtlinie 2027 (zweite Beratung)\n"
    "\n"
    "4    Arbeitsprogramm 2027\n"
    "\n"
    "5    Termine 2027\n"
    "\n"
    "Non-public part\n"
    "6    Personalangelegenheit der Geschäftsstelle\n"
    "\n"
    "Enclosures\n"
    "– Item 3: Entwurf Förderrichtlinie 2027 (unverändert)\n"
    "– Item 4: Entwurf Arbeitsprogramm 2027\n"
    "– Item 6: Vermerk Personalangelegenheit\n";

static void
test_invitation_english (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = invitation (fixture, "en");

  g_assert_cmpstr (text, ==, invitation_en);
}

static const char invitation_de[] =
    "Kriminalpräventiver Rat Musterhausen\n"
    "Musterstraße 1, 00000 Musterhausen\n"
    "\n"
    "Kriminalpräventiver Rat Musterhausen · Musterstraße 1 · 00000 Musterhausen\n"
    "\n"
    "Stadt Musterhausen – Dezernat für Ordnung und Sicherheit\n"
    "Dr. Amalia Ahornstein\n"
    "Musterstraße 1\n"
    "00000 Musterhausen\n"
    "\n"
    "Telefon: +49 69 90009 199\n"
    "E-Mail: praeventionsrat@musterhausen.example\n"
    "Datum: Freitag, 20. November 2026\n"
    "\n"
    "Zweite Einladung: Fortsetzungssitzung (zweite Einladung), Dienstag, 8.\n"
    "Dezember 2026\n"
    "============================================================================\n"
    "\n"
    "Guten Tag Dr. Amalia Ahornstein,\n"
    "\n"
    "da das Gremium nicht beschlussfähig war, lade ich Sie zum zweiten Mal ein:\n"
    "\n"
    "– Gremium: Plenum des Kriminalpräventiven Rates\n"
    "– Sitzung: Fortsetzungssitzung (zweite Einladung) (2026/3)\n"
    "– Termin: Dienstag, 8. Dezember 2026, 16:00 Uhr\n"
    "– Ort: Rathaus, Großer Saal\n"
    "\n"
    "Zu TOP 3 wird zum zweiten Mal eingeladen: Über diesen Punkt kann beschlossen\n"
    "werden, wenn mindestens 3 stimmberechtigte Mitglieder anwesend sind (§ 39\n"
    "Abs. 1 GemO). Für die übrigen Punkte gilt die übliche Beschlussfähigkeit.\n"
    "\n"
    "Die Tagesordnung steht unten. Wenn Sie verhindert sind, geben Sie bitte der\n"
    "Geschäftsstelle und Ihrer Stellvertretung rechtzeitig Bescheid.\n"
    "\n"
    "Mit freundlichen Grüßen\n"
    "Dr. Amalia Ahornstein\n"
    "Vorsitz\n"
    "\n"
    "Tagesordnung\n"
    "------------\n"
    "\n"
    "Öffentlicher Teil\n"
    "1    Eröffnung; Hinweis auf die zweite Einladung\n"
    "\n"
    "2    Genehmigung der Niederschrift vom 27.10.2026\n"
    "\n"
    "3    Förderrichtlinie 2027 (zweite Beratung)\n"
    "\n"
    "4    Arbeitsprogramm 2027\n"
    "\n"
    "5    Termine 2027\n"
    "\n"
    "Nicht öffentlicher Teil\n"
    "6    Personalangelegenheit der Geschäftsstelle\n"
    "\n"
    "Anlagen\n"
    "– TOP 3: Entwurf Förderrichtlinie 2027 (unverändert)\n"
    "– TOP 4: Entwurf Arbeitsprogramm 2027\n"
    "– TOP 6: Vermerk Personalangelegenheit\n";

static void
test_invitation_german (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = invitation (fixture, "de");

  g_assert_cmpstr (text, ==, invitation_de);
}

static MappeSitting *
without_public_title (Fixture *fixture)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");

  mappe_test_set (fixture->store, &mappe_agenda_item_kind, mappe_test_item (sitting, "6")->row->id, "public_title",
                  NULL);
  return mappe_test_sitting (fixture->store, "MTG06");
}

/* Nobody outside reads the title of a non-public item: not as text, not in the file. */
static void
test_public (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = without_public_title (fixture);
  const MappeLanguage *language = mappe_language_get ("en");
  const MappeAgendaView open = { .reader = MAPPE_CLASS_PUBLIC, .times = TRUE };
  const MappeAgendaView members = { .reader = MAPPE_CLASS_MEMBERS };
  const MappeLetterFacts facts = { .sent_on = "2026-11-20" };
  g_autoptr (MappeTemplate) notice = mappe_template_find (sitting, MAPPE_TEMPLATE_NOTICE, language);
  g_autoptr (MappeNode) agenda = mappe_build_agenda (sitting, &open, language);
  g_autoptr (GBytes) xml = mappe_write_xml (agenda, NULL);
  g_autofree char *public_text = mappe_write_text (agenda, 76);
  g_autofree char *notice_text = written (mappe_build_letter (sitting, notice, &facts, language));
  g_autofree char *members_text = written (mappe_build_agenda (sitting, &members, language));

  g_assert_nonnull (strstr (members_text, SECRET_DE));
  g_assert_null (strstr (public_text, SECRET_DE));
  g_assert_null (strstr (notice_text, SECRET_DE));
  g_assert_null (g_strstr_len (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml), SECRET_DE));
  g_assert_nonnull (strstr (public_text, "Non-public matter"));
  g_assert_nonnull (strstr (notice_text, "Non-public matter"));
}

static void
test_public_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  const char *neutral = mappe_row_get_text (mappe_test_item (sitting, "6")->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);
  const MappeAgendaView open = { .reader = MAPPE_CLASS_PUBLIC };
  g_autofree char *text = written (mappe_build_agenda (sitting, &open, mappe_language_get ("de")));

  g_assert_nonnull (neutral);
  g_assert_nonnull (strstr (text, neutral));
  g_assert_null (strstr (text, SECRET_DE));
}

/* The list of decisions: each with what is still to do and by whom; for the public without the confidential part. */
static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  const MappeFollowUpFilter filter = { .state = MAPPE_FOLLOW_UP_AGENDA, .today = "2026-11-23" };
  const MappeFollowUpPaper open = { .title = "List", .today = "2026-11-23", .reader = MAPPE_CLASS_PUBLIC };
  const MappeFollowUpPaper inside = { .title = "List", .today = "2026-11-23", .reader = MAPPE_CLASS_CONFIDENTIAL };
  g_autoptr (GPtrArray) entries = mappe_store_follow_up (fixture->store, &filter, NULL);
  const MappeLanguage *language = mappe_language_get ("de");
  g_autoptr (MappeNode) public_list = mappe_build_follow_up (entries, &open, language);
  g_autoptr (MappeNode) full_list = mappe_build_follow_up (entries, &inside, language);
  g_autofree char *public_text = mappe_write_text (public_list, 2000);
  g_autofree char *full_text = mappe_write_text (full_list, 2000);

  g_assert_nonnull (strstr (full_text, "Hochwasserübung planen (Isolde Igelbacher, 30.09.2026)"));
  g_assert_null (strstr (public_text, "Hochwasserübung planen"));
  g_assert_nonnull (strstr (public_text, "Sperrmaterial am Moselufer lagern (Jodokus Jasminhain, 28.02.2027); "
                                         "Funkkanal-Absprache Weinfest (Kunigunde Kieselgrund, 31.03.2027)"));
}

/* MTG05 item 5 as a non-public one: M24, who is excluded from it, reads neither its title nor of its papers. */
static void
test_excluded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) before = mappe_test_sitting (fixture->store, "MTG05");
  const MappeSittingItem *item = mappe_test_item (before, "5");
  const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (GPtrArray) recipients = NULL;
  g_autoptr (MappeTemplate) text = NULL;

  mappe_test_set (fixture->store, &mappe_meeting_kind, before->meeting->id, "state", "planned");
  mappe_test_set (fixture->store, &mappe_meeting_kind, before->meeting->id, "invited_on", NULL);
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item->row->id, "public", "0");
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  recipients = mappe_invitation_recipients (sitting);
  text = mappe_template_find (sitting, MAPPE_TEMPLATE_INVITATION, mappe_language_get ("en"));
  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);
      const MappeLetterFacts facts = { .recipient = recipient, .sent_on = "2026-10-10" };
      g_autofree char *letter = written (mappe_build_letter (sitting, text, &facts, mappe_language_get ("en")));
      gboolean excluded = mappe_sitting_excluded (sitting, mappe_sitting_item (sitting, item->row->id),
                                                  recipient->person);

      g_assert_cmpint (strstr (letter, title) == NULL, ==, excluded);
      g_assert_cmpint (strstr (recipient->withheld, "") != NULL && *recipient->withheld != '\0', ==, excluded);
    }
}

/* --- changes --- */

static MappeNode *
agenda_of (const char *const *items)
{
  MappeNode *document = mappe_node_new_document ("Agenda", mappe_language_get ("en"));
  MappeNode *section = mappe_node_add_section (document, 1, "Public part");

  mappe_node_set_meta (document, "date", "2026-12-08");
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (items[i], " ", 2);
      MappeNode *item = mappe_node_add (section, MAPPE_ROLE_AGENDA_ITEM);

      item->number = g_strdup_printf ("%u", i + 1);
      item->text = g_strdup (parts[1]);
      mappe_node_set_source (item, "agenda-item", parts[0]);
    }
  return document;
}

static void
assert_changes (const char *const *earlier, const char *const *later, const char *expected)
{
  g_autoptr (MappeNode) old = agenda_of (earlier);
  g_autoptr (MappeNode) new = agenda_of (later);
  g_autoptr (GPtrArray) changes = mappe_agenda_compare (old, new);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *each = mappe_agenda_change_words (g_ptr_array_index (changes, i), mappe_language_get ("en"));

      g_string_append_printf (words, "%s|", each);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

#define ITEMS(...) (const char *const[]) { __VA_ARGS__, NULL }

static void
test_changes (void)
{
  assert_changes (ITEMS ("A Opening", "B Budget"), ITEMS ("A Opening", "B Budget"), "");
  assert_changes (ITEMS ("A Opening", "B Budget"), ITEMS ("A Opening", "C Light", "B Budget"), "New: 2 Light|");
  assert_changes (ITEMS ("A Opening", "B Budget"), ITEMS ("B Budget"), "Removed: 1 Opening|");
  assert_changes (ITEMS ("A Opening", "B Budget"), ITEMS ("A Opening", "B Budget 2027"),
                  "New title: 2 Budget 2027 (before: Budget)|");
  assert_changes (ITEMS ("A a", "B b", "C c", "D d"), ITEMS ("A a", "D d", "B b", "C c"),
                  "Moved: 2 d (before: item 4)|");
  assert_changes (ITEMS ("A a", "B b"), ITEMS ("B b", "A x"),
                  "New title: 2 x (before: a)|Moved: 2 x (before: item 1)|");
}

static void
test_place_changes (void)
{
  g_autoptr (MappeNode) old = agenda_of (ITEMS ("A a"));
  g_autoptr (MappeNode) new = agenda_of (ITEMS ("A a"));
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *words = NULL;

  mappe_node_set_meta (new, "date", "2026-12-09");
  changes = mappe_agenda_compare (old, new);
  g_assert_cmpuint (changes->len, ==, 1);
  words = mappe_agenda_change_words (g_ptr_array_index (changes, 0), mappe_language_get ("de"));
  g_assert_nonnull (strstr (words, "09.12.2026"));
  g_assert_nonnull (strstr (words, "08.12.2026"));
}

/* Sends the agenda as it is; gives the meeting afterwards. */
static MappeSitting *
sent (Fixture *fixture, MappeSitting *sitting, const char *reason)
{
  g_autoptr (GBytes) content = mappe_freeze_agenda (sitting, NULL);
  const MappeInvitationOrder order = { "2026-11-24", reason, FALSE };
  GError *error = NULL;
  MappeEdit *edit = mappe_invitation_send (sitting, &order, content, &error);

  return mappe_test_act (fixture->store, sitting, edit, error);
}

static char *
letter_now (const MappeSitting *sitting)
{
  const MappeLanguage *language = mappe_language_get ("en");
  MappeLetterFacts facts = { .sent_on = "2026-11-24" };
  g_autoptr (MappeTemplate) text = mappe_template_find (sitting, mappe_letter_now (sitting, &facts.edition), language);

  return written (mappe_build_letter (sitting, text, &facts, language));
}

/* The letter is the invitation until something changes; what changed stands in it before and after it was sent. */
static void
test_supplement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autofree char *first = NULL, *before = NULL, *after = NULL;
  gint64 item = mappe_test_item (sitting, "5")->row->id;

  sitting = sent (fixture, g_steal_pointer (&sitting), "again");
  first = letter_now (sitting);
  g_assert_nonnull (strstr (first, "Second invitation: "));
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, item, "title", "Termine und Orte");
  g_clear_pointer (&sitting, mappe_sitting_unref);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  before = letter_now (sitting);
  g_assert_nonnull (strstr (before, "Supplement 1 to the agenda"));
  g_assert_nonnull (strstr (before, "New title: 5 Termine und Orte (before: Termine 2027)"));
  sitting = sent (fixture, g_steal_pointer (&sitting), "more to say");
  after = letter_now (sitting);
  g_assert_cmpstr (after, ==, before);
}

static void
test_signing_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (MappeNode) list = mappe_build_signing_list (sitting, mappe_language_get ("en"));
  const MappeNode *table = g_ptr_array_index (list->children, list->children->len - 1);

  g_assert_cmpuint (table->children->len, ==, 26);  /* headings, 25 people */
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/letter/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("invitation/english", test_invitation_english);
  ADD ("invitation/german", test_invitation_german);
  ADD ("public", test_public);
  ADD ("follow-up", test_follow_up);
  ADD ("public-title", test_public_title);
  ADD ("excluded", test_excluded);
  ADD ("supplement", test_supplement);
  ADD ("signing-list", test_signing_list);
  g_test_add_func ("/letter/changes", test_changes);
  g_test_add_func ("/letter/place", test_place_changes);
  return g_test_run ();
}
