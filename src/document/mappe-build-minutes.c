/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-council.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"

/* The minutes of a meeting with the twenty elements of GemO § 41 and MGeschO § 26, from what was recorded. They are
 * built whole, each part with the class of those who may read it, and what a reader gets is taken from the whole: so
 * sealed minutes serve every reader, and no reader gets anything else than what was sealed. */

/* --- small pieces --- */

/* Returns: (transfer none): a table of two columns, what and its value. */
MappeNode *
mappe_minutes_add_facts (MappeNode *parent)
{
  return mappe_node_add (parent, MAPPE_ROLE_TABLE);
}

/* A row of such a table; nothing without a value. Returns: (transfer none) (nullable): the row */
MappeNode *
mappe_minutes_add_fact (MappeNode *table, const char *label, const char *value)
{
  MappeNode *row;

  if (value == NULL || *value == '\0')
    return NULL;
  row = mappe_node_add_row (table, 0, label, value, NULL);
  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  return row;
}

/* A paragraph that begins with bold words. Returns: (transfer none): the paragraph */
MappeNode *
mappe_minutes_add_bold (MappeNode *parent, const char *bold, const char *text)
{
  MappeNode *paragraph = mappe_node_add (parent, MAPPE_ROLE_PARAGRAPH);

  mappe_node_add_text (paragraph, MAPPE_TEXT_BOLD, bold);
  if (text != NULL && *text != '\0')
    {
      mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, " ");
      mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, text);
    }
  return paragraph;
}

/* Nobody below @class may see the parts of @parent from the part @first on. */
void
mappe_minutes_restrict_from (MappeNode *parent, guint first, MappeClass class)
{
  for (guint i = first; i < parent->children->len; i++)
    mappe_node_restrict (g_ptr_array_index (parent->children, i), class);
}

/* A part that a person typed: the field @field of @row. */
void
mappe_minutes_add_typed (const MappeMinutesBuild *build, MappeNode *parent, const MappeRow *row, guint field)
{
  const char *markup = mappe_row_get_text (row, field);
  MappeNode *part;

  if (markup == NULL && !build->editing)
    return;
  part = mappe_node_add_section (parent, 0, NULL);
  mappe_node_set_source (part, row->kind->name, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_node_set_typed (part, row->kind->fields[field].name);
  mappe_node_add_markup (part, markup);
}

/* Who reads the public minutes reads of a non-public item only that there was one: GemO § 41. */
MappeClass
mappe_minutes_class_of_item (const MappeSittingItem *item)
{
  return item->public ? MAPPE_CLASS_PUBLIC : MAPPE_CLASS_MEMBERS;
}

/* Text about the meeting as a whole may tell of any item: the public reads it when all of them are public. */
MappeClass
mappe_minutes_class_of_whole (const MappeSitting *sitting)
{
  MappeClass class = MAPPE_CLASS_PUBLIC;

  for (guint i = 0; i < sitting->items->len; i++)
    class = MAX (class, mappe_minutes_class_of_item (g_ptr_array_index (sitting->items, i)));
  return class;
}

/* Returns: (transfer none): the title of a non-public item for those who may not read it */
const char *
mappe_minutes_public_title (const MappeMinutesBuild *build, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;
  const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);

  return title != NULL ? title : L_("Non-public item");
}

static int
minute_of (const MappeRow *row, guint recorded, guint planned)
{
  int minute = mappe_minute_parse (mappe_row_get_text (row, recorded));

  return minute != MAPPE_MINUTE_NONE ? minute : mappe_minute_parse (mappe_row_get_text (row, planned));
}

/* Minute the meeting began at, as recorded, else as entered. */
int
mappe_minutes_begin_of (const MappeSitting *sitting)
{
  return minute_of (sitting->meeting, MAPPE_MEETING_OPENED_AT, MAPPE_MEETING_START_AT);
}

/* Minute it ended at; a meeting that was opened and not closed has no end. */
int
mappe_minutes_end_of (const MappeSitting *sitting)
{
  if (!mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT))
    return mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_CLOSED_AT));
  return minute_of (sitting->meeting, MAPPE_MEETING_CLOSED_AT, MAPPE_MEETING_END_AT);
}

/* --- the whole --- */

static void
set_reader (MappeNode *document, MappeClass reader)
{
  static const char *const classes[] = { "public", "members", "confidential" };

  mappe_node_set_meta (document, "reader", classes[reader]);
}

static void
set_meta (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeSitting *sitting = build->sitting;
  g_autofree char *edition =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       build->edition != NULL ? mappe_row_get_int (build->edition, MAPPE_MINUTES_EDITION) : 1);

  mappe_node_set_meta (document, "kind", "minutes");
  mappe_node_set_meta (document, "meeting", mappe_row_get_text (sitting->meeting, MAPPE_FIELD_REFERENCE));
  mappe_node_set_meta (document, "date", mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON));
  mappe_node_set_meta (document, "council",
                       sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_NAME) : NULL);
  mappe_node_set_meta (document, "edition", edition);
  set_reader (document, MAPPE_CLASS_CONFIDENTIAL);
}

/* The items under the heading of their part. */
static void
add_items (const MappeMinutesBuild *build, MappeNode *document)
{
  const MappeSitting *sitting = build->sitting;
  const MappeLanguage *language = build->language;
  MappeNode *part = NULL;
  gboolean public = FALSE;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (part == NULL || item->public != public)
        part = mappe_node_add_section (document, 1, item->public ? L_("Public part") : L_("Non-public part"));
      public = item->public;
      mappe_minutes_build_item (build, part, item);
    }
}

/* What was typed before or behind the items. */
static void
add_typed_of_edition (const MappeMinutesBuild *build, MappeNode *document, guint field)
{
  guint first = document->children->len;

  if (build->edition == NULL)
    return;
  mappe_minutes_add_typed (build, document, build->edition, field);
  mappe_minutes_restrict_from (document, first, mappe_minutes_class_of_whole (build->sitting));
}

static MappeNode *
build_all (const MappeMinutesBuild *build)
{
  const MappeLanguage *language = build->language;
  g_autofree char *title = g_strdup_printf ("%s: %s", L_("Minutes"),
                                            mappe_row_get_text (build->sitting->meeting, MAPPE_MEETING_TITLE));
  MappeNode *document = mappe_node_new_document (title, language);

  set_meta (build, document);
  mappe_minutes_build_head (build, document);
  mappe_minutes_build_attendance (build, document);
  mappe_minutes_build_opening (build, document);
  mappe_minutes_build_agenda (build, document);
  add_typed_of_edition (build, document, MAPPE_MINUTES_OPENING);
  add_items (build, document);
  add_typed_of_edition (build, document, MAPPE_MINUTES_CLOSING);
  mappe_minutes_build_annexes (build, document);
  mappe_minutes_build_recipients (build, document);
  mappe_minutes_build_signatures (build, document);
  return document;
}

/* Names as signed, else as of the meeting. */
static MappeMinutesBuild
build_for (const MappeSitting *sitting, const MappeLanguage *language)
{
  const MappeRow *edition = mappe_sitting_last_minutes (sitting);
  MappeMinutesBuild build = { .sitting = sitting, .edition = edition, .language = language };

  if (edition != NULL)
    build.signatures = (MappeMinutesSignatures) { mappe_row_get_text (edition, MAPPE_MINUTES_SIGNED_CHAIR),
                                                  mappe_row_get_text (edition, MAPPE_MINUTES_SIGNED_MINUTE_TAKER),
                                                  mappe_row_get_text (edition, MAPPE_MINUTES_SIGNED_ON) };
  if (build.signatures.chair == NULL)
    build.signatures.chair = sitting->chair;
  if (build.signatures.minute_taker == NULL)
    build.signatures.minute_taker = sitting->minute_taker;
  return build;
}

/**
 * mappe_minutes_for_reader:
 * @minutes: the whole minutes, as built or as sealed
 * @reader: who will read them: %MAPPE_CLASS_PUBLIC has of non-public items only the number and the public title
 *   (GemO § 41); below %MAPPE_CLASS_CONFIDENTIAL an exclusion has no ground
 *
 * Returns: (transfer full): what the reader may read of the minutes, and nothing else; a document without content when
 *   that is nothing
 */
MappeNode *
mappe_minutes_for_reader (const MappeNode *minutes, MappeClass reader)
{
  MappeNode *copy = mappe_node_copy_for (minutes, reader);

  if (copy == NULL)
    copy = mappe_node_new_document (NULL, mappe_node_get_language (minutes));
  set_reader (copy, reader);
  return copy;
}

/**
 * mappe_build_minutes:
 * @sitting: a meeting
 * @reader: who will read them, see mappe_minutes_for_reader()
 * @language: (nullable): language of the document
 *
 * Builds the newest edition of the minutes from what is recorded. Personal contact data are never part of it.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_minutes (const MappeSitting *sitting, MappeClass reader, const MappeLanguage *language)
{
  MappeMinutesBuild build = build_for (sitting, language);
  g_autoptr (MappeNode) whole = build_all (&build);

  return mappe_minutes_for_reader (whole, reader);
}

/**
 * mappe_build_minutes_for_editing:
 *
 * Returns: (transfer full): the full minutes, with every part that can be typed, empty or not
 */
MappeNode *
mappe_build_minutes_for_editing (const MappeSitting *sitting, const MappeLanguage *language)
{
  MappeMinutesBuild build = build_for (sitting, language);

  build.editing = TRUE;
  return build_all (&build);
}

/**
 * mappe_build_minutes_signed:
 * @signatures: who signs and when
 *
 * Returns: (transfer full): the full minutes as they are sealed: what mappe_build_minutes() builds when the signatures
 *   are recorded
 */
MappeNode *
mappe_build_minutes_signed (const MappeSitting *sitting, const MappeMinutesSignatures *signatures,
                            const MappeLanguage *language)
{
  MappeMinutesBuild build = build_for (sitting, language);

  build.signatures = *signatures;
  return build_all (&build);
}
