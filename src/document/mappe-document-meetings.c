/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-build-agenda.h"
#include "mappe-build-extract.h"
#include "mappe-build-letter.h"
#include "mappe-build-minutes.h"
#include "mappe-decision.h"
#include "mappe-document-kinds-private.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-templates.h"
#include "mappe-writers.h"

/* Documents about a meeting. */

/* Where no part of a meeting is public, the public is not told of the meeting. */
static MappeSitting *
load_for (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);

  if (sitting != NULL && order->reader == MAPPE_CLASS_PUBLIC
      && mappe_row_get_int (sitting->meeting, MAPPE_MEETING_PUBLIC_PART) == 0)
    {
      g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY, _("the meeting is not public"));
      return NULL;
    }
  return g_steal_pointer (&sitting);
}

MappeNode *
mappe_document_agenda (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = load_for (store, id, order, error);
  const MappeAgendaView view = { .reader = MIN (order->reader, MAPPE_CLASS_MEMBERS), .times = TRUE };

  return sitting != NULL ? mappe_build_agenda (sitting, &view, order->language) : NULL;
}

/* To everybody: it names public matters only. */
MappeNode *
mappe_document_invitation (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = load_for (store, id, order, error);
  MappeLetterFacts facts = { .sent_on = order->today };
  g_autoptr (MappeTemplate) text = NULL;

  if (sitting == NULL)
    return NULL;
  text = mappe_template_find (sitting, mappe_letter_now (sitting, &facts.edition), order->language);
  return mappe_build_letter (sitting, text, &facts, order->language);
}

MappeNode *
mappe_document_attendance (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);

  return sitting != NULL ? mappe_build_signing_list (sitting, order->language) : NULL;
}

/* Numbers of the votes, for files with places for them. */
static void
attach_votes (MappeNode *node, GHashTable *decisions)
{
  const MappeRow *decision = node->source != NULL ? g_hash_table_lookup (decisions, node->source) : NULL;

  if (node->role == MAPPE_ROLE_DECISION && decision != NULL && !mappe_row_is_null (decision, MAPPE_DECISION_YES))
    {
      const char *outcome = mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME);

      node->vote = g_new0 (MappeVoteCount, 1);
      node->vote->yes = (guint) mappe_row_get_int (decision, MAPPE_DECISION_YES);
      node->vote->no = (guint) mappe_row_get_int (decision, MAPPE_DECISION_NO);
      node->vote->abstained = (guint) mappe_row_get_int (decision, MAPPE_DECISION_ABSTAIN);
      node->vote->adopted = outcome != NULL && g_str_has_prefix (outcome, "adopted");
    }
  for (guint i = 0; i < node->children->len; i++)
    attach_votes (g_ptr_array_index (node->children, i), decisions);
}

static MappeNode *
with_votes (MappeNode *minutes, const MappeSitting *sitting)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint j = 0; j < item->decisions->len; j++)
        {
          MappeRow *row = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, j))->row;
          const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);

          g_hash_table_insert (decisions, g_strconcat ("decision/", reference, NULL), row);
        }
    }
  attach_votes (minutes, decisions);
  return minutes;
}

/* Whoever reads sealed minutes reads what was sealed, whatever has become of the records it was made from. */
MappeNode *
mappe_document_minutes (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = load_for (store, id, order, error);
  const MappeRow *edition = sitting != NULL ? mappe_sitting_last_minutes (sitting) : NULL;
  g_autoptr (MappeNode) sealed = NULL;
  g_autoptr (GBytes) xml = NULL;

  if (sitting == NULL)
    return NULL;
  if (edition == NULL || mappe_row_is_null (edition, MAPPE_MINUTES_SEALED_AT)
      || mappe_row_is_null (edition, MAPPE_MINUTES_CONTENT))
    return with_votes (mappe_build_minutes (sitting, order->reader, order->language), sitting);
  xml = mappe_store_blob (store, mappe_row_get_text (edition, MAPPE_MINUTES_CONTENT), error);
  sealed = xml != NULL ? mappe_read_xml (xml, error) : NULL;
  return sealed != NULL ? with_votes (mappe_minutes_for_reader (sealed, order->reader), sitting) : NULL;
}

MappeNode *
mappe_document_decisions (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = load_for (store, id, order, error);

  return sitting != NULL ? mappe_build_extract (sitting, 0, order->language) : NULL;
}

typedef struct {
  gint64 decision, meeting;
} Place;

static gpointer
find_meeting (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Place *place = data;
  g_autoptr (MappeRow) decision = mappe_snapshot_load (snapshot, &mappe_decision_kind, place->decision, error);
  gint64 item = decision != NULL ? mappe_row_get_int (decision, MAPPE_DECISION_AGENDA_ITEM) : 0;
  g_autoptr (MappeRow) row = item > 0 ? mappe_snapshot_load (snapshot, &mappe_agenda_item_kind, item, error) : NULL;

  if (row == NULL)
    return NULL;
  place->meeting = mappe_row_get_int (row, MAPPE_AGENDA_ITEM_MEETING);
  return place;
}

MappeNode *
mappe_document_decision (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  Place place = { id, 0 };
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeNode) document = NULL;
  GError *cause = NULL;

  mappe_store_read (store, find_meeting, &place, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  sitting = place.meeting > 0 ? mappe_sitting_load (store, place.meeting, error) : NULL;
  if (place.meeting > 0 && sitting == NULL)
    return NULL;
  document = sitting != NULL ? mappe_build_decision (sitting, id, order->language) : NULL;
  if (document == NULL)
    g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY, _("the decision is on no agenda"));
  return document != NULL ? with_votes (g_steal_pointer (&document), sitting) : NULL;
}
