/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-guest-item.h"
#include "mappe-guest.h"
#include "mappe-minutes.h"
#include "mappe-sitting-words.h"

/* Who was there and who was not; annexes, recipients, signatures. */

/* --- attendance: GemO § 41 (1), MGeschO § 26 (1) nos. 2 and 3 --- */

static gboolean
was_there (const MappeParticipant *participant)
{
  return participant->stays->len > 0 || g_strcmp0 (participant->status, "present") == 0 ||
         g_strcmp0 (participant->status, "deputised") == 0;
}

/* "Dr. Berta Birke", or "Carla Clematis for Dr. Berta Birke" */
static char *
name_of (const MappeParticipant *participant, const MappeLanguage *language)
{
  int from = mappe_participant_deputy_from (participant);
  g_autofree char *time = mappe_words_time (from, language);

  if (from != MAPPE_MINUTE_NONE && participant->deputy != NULL)
    /* Translators: name of the member, time, name of the deputy who took over then */
    return g_strdup_printf (L_("%s, from %s on %s as deputy"), participant->name, time, participant->deputy);
  if (g_strcmp0 (participant->status, "deputised") == 0 && participant->deputy != NULL)
    /* Translators: name of the deputy, name of the member */
    return g_strdup_printf (L_("%s for %s"), participant->deputy, participant->name);
  return g_strdup (participant->name);
}

static void
add_person (const MappeMinutesBuild *build, MappeNode *table, const MappeParticipant *participant)
{
  g_autofree char *name = name_of (participant, build->language);
  g_autofree char *stay = mappe_words_stay (participant, build->language);
  MappeNode *row = mappe_node_add_row (table, 0, name, participant->office != NULL ? participant->office : "", stay,
                                       NULL);

  ((MappeNode *) g_ptr_array_index (row->children, 2))->flags |= MAPPE_NODE_NARROW;
}

typedef gboolean (*Belongs) (const MappeParticipant *participant);

static gboolean
is_voting_present (const MappeParticipant *participant)
{
  return participant->voting && was_there (participant);
}

static gboolean
is_other_present (const MappeParticipant *participant)
{
  return !participant->voting && was_there (participant);
}

/* A table of those who belong there, under a heading with their number. */
static void
add_present (const MappeMinutesBuild *build, MappeNode *section, const char *heading, Belongs belongs)
{
  const MappeLanguage *language = build->language;
  g_autofree char *title = NULL;
  MappeNode *table;
  guint n = 0;

  for (guint i = 0; i < build->sitting->participants->len; i++)
    n += belongs (g_ptr_array_index (build->sitting->participants, i)) ? 1 : 0;
  if (n == 0)
    return;
  title = g_strdup_printf ("%s (%u)", heading, n);
  mappe_minutes_add_bold (section, title, NULL);
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER | MAPPE_TEXT_BOLD, L_("Name"), L_("Office"), L_("In the room"), NULL);
  for (guint i = 0; i < build->sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (build->sitting->participants, i);

      if (belongs (participant))
        add_person (build, table, participant);
    }
}

static void
add_missing (const MappeMinutesBuild *build, MappeNode *section, const char *heading, const char *const *status)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < build->sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (build->sitting->participants, i);

      if (!was_there (participant) && g_strv_contains (status, participant->status))
        g_string_append_printf (names, names->len > 0 ? "; %s" : "%s", participant->name);
    }
  if (names->len > 0)
    mappe_minutes_add_bold (section, heading, names->str);
}

/* Who came for non-public items alone is not named to the public. */
static MappeClass
class_of_guest (const MappeSitting *sitting, const MappeListed *guest)
{
  MappeClass class = MAPPE_CLASS_PUBLIC;

  for (guint i = 0; i < sitting->guest_items->len; i++)
    {
      const MappeRow *link = g_ptr_array_index (sitting->guest_items, i);
      const MappeSittingItem *item =
          mappe_sitting_item (sitting, mappe_row_get_int (link, MAPPE_GUEST_ITEM_AGENDA_ITEM));

      if (mappe_row_get_int (link, MAPPE_GUEST_ITEM_GUEST) != guest->row->id || item == NULL)
        continue;
      class = mappe_minutes_class_of_item (item);
      if (class == MAPPE_CLASS_PUBLIC)
        return class;
    }
  return class;
}

static void
add_guests (const MappeMinutesBuild *build, MappeNode *section)
{
  const MappeSitting *sitting = build->sitting;
  const MappeLanguage *language = build->language;
  MappeClass least = MAPPE_CLASS_CONFIDENTIAL;
  MappeNode *heading, *list;

  if (sitting->guests->len == 0)
    return;
  heading = mappe_minutes_add_bold (section, L_("Guests"), NULL);
  list = mappe_node_add (section, MAPPE_ROLE_LIST);
  for (guint i = 0; i < sitting->guests->len; i++)
    {
      const MappeListed *guest = g_ptr_array_index (sitting->guests, i);
      const char *organisation = guest->shown[MAPPE_GUEST_ORGANISATION];
      g_autofree char *line = g_strconcat (mappe_row_get_text (guest->row, MAPPE_GUEST_NAME),
                                           organisation != NULL ? ", " : "", organisation, NULL);
      MappeNode *item = mappe_node_add (list, MAPPE_ROLE_LIST_ITEM);

      mappe_node_add_text (item, MAPPE_TEXT_PLAIN, line);
      mappe_node_set_source (item, guest->row->kind->name, mappe_row_get_text (guest->row, MAPPE_FIELD_REFERENCE));
      mappe_node_restrict (item, class_of_guest (sitting, guest));
      least = MIN (least, item->class);
    }
  mappe_node_restrict (heading, least);
}

void
mappe_minutes_build_attendance (const MappeMinutesBuild *build, MappeNode *document)
{
  static const char *const excused[] = { "excused", "declined", NULL };
  static const char *const unexcused[] = { "absent", NULL };
  static const char *const unknown[] = { "accepted", "no_reply", NULL };
  const MappeLanguage *language = build->language;
  MappeNode *section = mappe_node_add (document, MAPPE_ROLE_ATTENDANCE);

  section->depth = 1;
  section->text = g_strdup (L_("Attendance"));
  add_present (build, section, L_("Members entitled to vote"), is_voting_present);
  add_present (build, section, L_("Advisory members and others taking part"), is_other_present);
  add_guests (build, section);
  add_missing (build, section, L_("Missing, excused:"), excused);
  add_missing (build, section, L_("Missing, unexcused:"), unexcused);
  add_missing (build, section, L_("Attendance not recorded:"), unknown);
}

/* --- annexes: DIN 5008; a file name is never shown, a confidential title only to who may know it --- */

static MappeClass
class_of_annex (const MappeListed *document)
{
  const char *class = mappe_row_get_text (document->row, MAPPE_DOCUMENT_CLASSIFICATION);

  if (g_strcmp0 (class, "public") == 0)
    return MAPPE_CLASS_PUBLIC;
  return g_strcmp0 (class, "confidential") == 0 ? MAPPE_CLASS_CONFIDENTIAL : MAPPE_CLASS_MEMBERS;
}

static gboolean
is_annex (const MappeListed *document)
{
  static const char *const kinds[] = { "invitation", "minutes", "minutes_draft", "minutes_nonpublic", NULL };
  const char *kind = mappe_row_get_text (document->row, MAPPE_DOCUMENT_KIND);

  return kind == NULL || !g_strv_contains (kinds, kind);
}

static void
add_annexes (const MappeMinutesBuild *build, MappeNode *list, GPtrArray *documents, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;

  for (guint i = 0; i < documents->len; i++)
    {
      const MappeListed *document = g_ptr_array_index (documents, i);
      const char *title = mappe_row_get_text (document->row, MAPPE_DOCUMENT_TITLE);
      g_autofree char *line = NULL;
      MappeNode *annex;

      if (!is_annex (document))
        continue;
      /* Translators: title of an annex, number of the agenda item it belongs to */
      line = item != NULL ? g_strdup_printf (L_("%s (item %s)"), title, item->number) : g_strdup (title);
      annex = mappe_node_add (list, MAPPE_ROLE_LIST_ITEM);
      mappe_node_add_text (annex, MAPPE_TEXT_PLAIN, line);
      mappe_node_set_source (annex, document->row->kind->name,
                             mappe_row_get_text (document->row, MAPPE_FIELD_REFERENCE));
      mappe_node_restrict (annex, class_of_annex (document));
      if (item != NULL)
        mappe_node_restrict (annex, mappe_minutes_class_of_item (item));
    }
}

void
mappe_minutes_build_annexes (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeLanguage *language = build->language;
  MappeNode *list = mappe_node_add (mappe_node_add_section (document, 1, L_("Annexes")), MAPPE_ROLE_LIST);

  list->flags |= MAPPE_NODE_ORDERED;
  add_annexes (build, list, build->sitting->documents, NULL);
  for (guint i = 0; i < build->sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (build->sitting->items, i);

      add_annexes (build, list, item->documents, item);
    }
  if (list->children->len == 0)
    g_ptr_array_set_size (document->children, (int) document->children->len - 1);
}

/* --- distribution list: GemO § 41, MGeschO § 26 --- */

/* The public does not read who gets what. */
void
mappe_minutes_build_recipients (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeLanguage *language = build->language;
  g_autoptr (GString) all = g_string_new (NULL);
  MappeNode *section;

  section = mappe_node_add_section (document, 1, L_("Distribution list"));
  for (guint i = 0; i < build->sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (build->sitting->participants, i);
      g_autofree char *withheld = mappe_minutes_withheld (build->sitting, participant);

      if (participant->membership == NULL)
        continue;
      g_string_append_printf (all, all->len > 0 ? "; %s" : "%s", participant->name);
      if (withheld != NULL)
        {
          g_string_append (all, " ");
          /* Translators: numbers of agenda items whose minutes somebody does not receive */
          g_string_append_printf (all, L_("(without item %s)"), withheld);
        }
    }
  mappe_node_add_paragraph (section, all->str);
  mappe_node_restrict (section, MAPPE_CLASS_MEMBERS);
}

/* --- approval and signatures: GemO § 41 (1), MGeschO § 26 (2) --- */

static void
add_signature (const MappeMinutesBuild *build, MappeNode *block, const char *office, const char *name)
{
  const MappeLanguage *language = build->language;
  g_autofree char *day = build->signatures.signed_on != NULL
                             ? mappe_language_date (language, build->signatures.signed_on) : NULL;
  g_autoptr (GString) line = g_string_new (name != NULL ? name : "");

  g_string_append_printf (line, line->len > 0 ? ", %s" : "%s", office);
  if (day != NULL)
    {
      g_string_append (line, ", ");
      g_string_append_printf (line, L_("signed on %s"), day);
    }
  mappe_node_add_paragraph (block, line->str);
}

void
mappe_minutes_build_signatures (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeLanguage *language = build->language;
  MappeNode *block;

  if (build->edition != NULL && !mappe_row_is_null (build->edition, MAPPE_MINUTES_APPROVED_ON))
    {
      g_autofree char *day = mappe_language_date (language,
                                                  mappe_row_get_text (build->edition, MAPPE_MINUTES_APPROVED_ON));

      mappe_minutes_add_bold (document, L_("Minutes approved on:"), day);
    }
  block = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
  block->depth = 1;
  block->text = g_strdup (L_("Signatures"));
  add_signature (build, block, L_("Chair"), build->signatures.chair);
  add_signature (build, block, L_("Minute-taker"), build->signatures.minute_taker);
}
