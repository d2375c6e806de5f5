/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-agenda.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-meeting.h"
#include "mappe-sitting-words.h"
#include "mappe-writers.h"

#define DEPTHS 8

/* GemO § 34 (6): non-public items are announced in general words only. */
static const char *
title_of (const MappeSitting *sitting, const MappeSittingItem *item, const MappeAgendaView *view,
          const MappeLanguage *language)
{
  const char *neutral = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);
  gboolean open = item->public || (view->reader >= MAPPE_CLASS_MEMBERS
                                   && (view->recipient == NULL
                                       || mappe_recipient_gets (view->recipient, sitting, item)));

  if (open)
    return mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
  return neutral != NULL ? neutral : L_("Non-public matter");
}

/* "16:10 · 30 minutes · Dr. Amalia Ahornstein" */
static void
add_times (MappeNode *node, const MappeSittingItem *item, const MappeLanguage *language)
{
  GString *line = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (item->start != MAPPE_MINUTE_NONE)
    {
      g_autofree char *start = mappe_words_time (item->start, language);

      g_string_append (line, start);
    }
  if (item->minutes > 0)
    {
      g_string_append (line, line->len > 0 ? " · " : "");
      g_string_append_printf (line, mappe_language_plural (language, "%d minute", "%d minutes",
                                                           (gulong) item->minutes), item->minutes);
    }
  if (item->rapporteur != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", item->rapporteur);
  text = g_string_free (line, FALSE);
  if (*text != '\0')
    mappe_node_add_paragraph (node, text);
}

static MappeNode *
add_item (MappeNode *parent, const MappeSitting *sitting, const MappeSittingItem *item, const MappeAgendaView *view,
          const MappeLanguage *language)
{
  MappeNode *node = mappe_node_add (parent, MAPPE_ROLE_AGENDA_ITEM);

  node->number = g_strdup (item->number);
  node->text = g_strdup (title_of (sitting, item, view, language));
  mappe_node_set_source (node, "agenda-item", mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE));
  if (view->times && (item->public || view->reader >= MAPPE_CLASS_MEMBERS))
    add_times (node, item, language);
  return node;
}

static gboolean
has_part (const MappeSitting *sitting, gboolean public)
{
  for (guint i = 0; i < sitting->items->len; i++)
    if (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->public == public)
      return TRUE;
  return FALSE;
}

static void
add_part (MappeNode *parent, guint depth, gboolean public, const MappeSitting *sitting, const MappeAgendaView *view,
          const MappeLanguage *language)
{
  MappeNode *above[DEPTHS] = { NULL };
  MappeNode *section;

  if (!has_part (sitting, public))
    return;
  section = mappe_node_add_section (parent, depth, public ? L_("Public part") : L_("Non-public part"));
  section->class = public ? MAPPE_CLASS_PUBLIC : view->reader;
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      guint at = MIN (item->depth, DEPTHS - 1);
      MappeNode *under = at > 0 && above[at - 1] != NULL ? above[at - 1] : section;

      if (item->public == public)
        above[at] = add_item (under, sitting, item, view, language);
    }
}

/**
 * mappe_build_agenda_parts:
 * @parent: a document or section
 * @depth: of the headings of the two parts
 *
 * Adds the public and the non-public part of the agenda.
 */
void
mappe_build_agenda_parts (MappeNode *parent, guint depth, const MappeSitting *sitting, const MappeAgendaView *view,
                          const MappeLanguage *language)
{
  add_part (parent, depth, TRUE, sitting, view, language);
  add_part (parent, depth, FALSE, sitting, view, language);
}

static void
set_meta (MappeNode *document, const MappeSitting *sitting)
{
  const struct { const char *name; guint field; } meta[] = {
    { "meeting", MAPPE_FIELD_REFERENCE }, { "date", MAPPE_MEETING_HELD_ON }, { "time", MAPPE_MEETING_START_AT },
    { "place", MAPPE_MEETING_PLACE },
  };

  mappe_node_set_meta (document, "kind", "agenda");
  for (guint i = 0; i < G_N_ELEMENTS (meta); i++)
    if (!mappe_row_is_null (sitting->meeting, meta[i].field))
      mappe_node_set_meta (document, meta[i].name, mappe_row_get_text (sitting->meeting, meta[i].field));
  if (sitting->council != NULL)
    mappe_node_set_meta (document, "council", mappe_row_get_text (sitting->council, MAPPE_COUNCIL_NAME));
}

static void
add_head (MappeNode *document, const MappeSitting *sitting, const MappeLanguage *language)
{
  const char *held_on = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON);
  const char *place = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_PLACE);
  const char *number = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_NUMBER);
  int start = mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_START_AT));
  g_autofree char *date = held_on != NULL ? mappe_language_long_date (language, held_on) : g_strdup ("");
  g_autofree char *time = start != MAPPE_MINUTE_NONE ? mappe_words_time (start, language) : NULL;
  g_autofree char *what = g_strconcat (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_TITLE),
                                       number != NULL ? " · " : "", number != NULL ? number : "", NULL);
  g_autofree char *when = g_strconcat (date, time != NULL ? ", " : "", time != NULL ? time : "",
                                       place != NULL ? " · " : "", place != NULL ? place : "", NULL);

  mappe_node_add_paragraph (document, mappe_row_get_text (sitting->body, MAPPE_BODY_NAME));
  mappe_node_add_paragraph (document, what);
  mappe_node_add_paragraph (document, when);
}

/**
 * mappe_build_agenda:
 * @view: who reads it and what is shown
 * @language: (nullable): language of headings
 *
 * Returns: (transfer full): the agenda of a meeting. What the reader may not see is not in it.
 */
MappeNode *
mappe_build_agenda (const MappeSitting *sitting, const MappeAgendaView *view, const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (L_("Agenda"), language);

  document->class = view->reader;
  set_meta (document, sitting);
  add_head (document, sitting, language);
  mappe_build_agenda_parts (document, 1, sitting, view, language);
  return document;
}

/**
 * mappe_freeze_agenda:
 *
 * Returns: (transfer full) (nullable): the agenda as members get it now, for mappe_invitation_send(); no times,
 *   which are a plan only
 */
GBytes *
mappe_freeze_agenda (const MappeSitting *sitting, GError **error)
{
  const MappeAgendaView view = { .reader = MAPPE_CLASS_MEMBERS };
  const char *code = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL;
  g_autoptr (MappeNode) document = mappe_build_agenda (sitting, &view, mappe_language_get (code));

  return mappe_write_xml (document, error);
}
