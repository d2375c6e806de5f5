/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mappe-archive-offer-item.h"
#include "mappe-archive-offer.h"
#include "mappe-build-archive.h"
#include "mappe-build-event.h"
#include "mappe-build-tasks.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-document-kinds-private.h"
#include "mappe-organisation.h"

/* Documents about what is to be done and about what is kept. */

typedef struct {
  gint64                    id;
  const MappeDocumentOrder *order;
} Wanted;

static MappeRow *
read_council (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = mappe_snapshot_rows (snapshot, query, error);

  return councils != NULL && councils->len > 0 ? mappe_row_ref (g_ptr_array_index (councils, 0)) : NULL;
}

/* --- tasks --- */

static gpointer
read_tasks (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const MappeDocumentOrder *order = wanted->order;
  const MappeFollowUpFilter filter = { .state = MAPPE_FOLLOW_UP_UNFINISHED, .office = wanted->id,
                                       .today = order->today };
  g_autoptr (GPtrArray) entries = mappe_snapshot_follow_up (snapshot, &filter, error);
  g_autoptr (MappeRow) council = entries != NULL ? read_council (snapshot, error) : NULL;
  g_autoptr (MappeRow) office = wanted->id != 0 && entries != NULL
                                    ? mappe_snapshot_load (snapshot, &mappe_organisation_kind, wanted->id, error)
                                    : NULL;
  const MappeLanguage *language = order->language;
  g_autofree char *title = office != NULL
                               ? g_strdup_printf (L_("Open tasks: %s"),
                                                  mappe_row_get_text (office, MAPPE_ORGANISATION_NAME))
                               : g_strdup (L_("Open tasks by office"));
  const MappeFollowUpPaper paper = { title, council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_NAME) : NULL,
                                     order->today, order->reader };

  if (entries == NULL || (wanted->id != 0 && office == NULL))
    return NULL;
  return mappe_build_tasks (entries, office != NULL ? mappe_row_get_text (office, MAPPE_ORGANISATION_NAME) : NULL,
                            &paper, language);
}

MappeNode *
mappe_document_tasks (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  Wanted wanted = { id, order };

  return mappe_store_read (store, read_tasks, &wanted, error);
}

/* --- events --- */

MappeNode *
mappe_document_debrief (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeEventFile) file = mappe_event_file_load (store, id, error);

  return file != NULL ? mappe_build_event_debrief (file, order->today, order->language) : NULL;
}

/* --- archive --- */

static MappeCodes *
read_codes (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  return rows != NULL ? mappe_codes_new (rows) : NULL;
}

static GPtrArray *
read_items (MappeSnapshot *snapshot, gint64 offer, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_archive_offer_item_kind);

  mappe_query_where_id (query, MAPPE_ARCHIVE_OFFER_ITEM_OFFER, offer);
  return mappe_snapshot_rows (snapshot, query, error);
}

static gpointer
read_archive_offer (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeRow) offer = mappe_snapshot_load (snapshot, &mappe_archive_offer_kind, wanted->id, error);
  g_autoptr (GPtrArray) items = offer != NULL ? read_items (snapshot, wanted->id, error) : NULL;
  MappeCodes *codes = items != NULL ? read_codes (snapshot, error) : NULL;
  g_autoptr (MappeRow) council = codes != NULL ? read_council (snapshot, error) : NULL;
  const MappeArchivePaper paper = { council, codes, wanted->order->today };
  MappeNode *document = codes != NULL ? mappe_build_archive_offer (offer, items, &paper, wanted->order->language)
                                      : NULL;

  g_clear_pointer (&codes, mappe_codes_free);
  return document;
}

static gpointer
read_retention (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeDocumentOrder *order = ((const Wanted *) data)->order;
  g_autoptr (MappeRetention) retention = mappe_retention_load (snapshot, order->today, error);
  MappeCodes *codes = retention != NULL ? read_codes (snapshot, error) : NULL;
  g_autoptr (MappeRow) council = codes != NULL ? read_council (snapshot, error) : NULL;
  const MappeArchivePaper paper = { council, codes, order->today };
  MappeNode *document = codes != NULL ? mappe_build_retention (retention, &paper, order->language) : NULL;

  g_clear_pointer (&codes, mappe_codes_free);
  return document;
}

MappeNode *
mappe_document_archive_offer (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  Wanted wanted = { id, order };

  return mappe_store_read (store, read_archive_offer, &wanted, error);
}

MappeNode *
mappe_document_retention (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  Wanted wanted = { id, order };

  return mappe_store_read (store, read_retention, &wanted, error);
}
