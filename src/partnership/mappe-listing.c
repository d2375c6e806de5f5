/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-listing.h"

#include "mappe-code.h"

/**
 * mappe_listing_one:
 * @id: of the record; 0 stands for none
 *
 * Returns: (transfer full) (nullable): the record with its titles; %NULL without an error when there is none
 */
MappeListed *
mappe_listing_one (MappeSnapshot *snapshot, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (MappeRow) row = id > 0 ? mappe_snapshot_load (snapshot, kind, id, error) : NULL;
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) listed = NULL;

  if (row == NULL)
    return NULL;
  mappe_query_where (query, MAPPE_FIELD_REFERENCE, MAPPE_OP_EQUAL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  listed = mappe_snapshot_list (snapshot, query, error);
  return listed != NULL && listed->len > 0 ? g_ptr_array_steal_index (listed, 0) : NULL;
}

/**
 * mappe_listing_of:
 * @field: number of a reference of @kind
 * @id: what it refers to
 * @order: number of the field to sort by
 *
 * Returns: (transfer full) (nullable) (element-type MappeListed): the records that refer to it
 */
GPtrArray *
mappe_listing_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_where_id (query, field, id);
  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_list (snapshot, query, error);
}

/**
 * mappe_listing_code:
 * @code: (nullable): a code of @list
 *
 * Returns: (transfer full) (nullable): its label; the code itself when it is not in the list any more
 */
char *
mappe_listing_code (MappeSnapshot *snapshot, const char *list, const char *code, const MappeLanguage *language)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;
  guint label = mappe_language_is_german (language) ? MAPPE_CODE_LABEL_DE : MAPPE_CODE_LABEL_EN;
  const char *text;

  if (code == NULL)
    return NULL;
  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, list);
  mappe_query_where (query, MAPPE_CODE_CODE, MAPPE_OP_EQUAL, code);
  rows = mappe_snapshot_rows (snapshot, query, NULL);
  text = rows != NULL && rows->len > 0 ? mappe_row_get_text (g_ptr_array_index (rows, 0), label) : NULL;
  return g_strdup (text != NULL ? text : code);
}
