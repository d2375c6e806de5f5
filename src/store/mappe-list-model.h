#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeListModel:
 *
 * A #GListModel of #MappeRecord over a key vector. Properties: "query", "loading", "n-total" (records of the kind,
 * whatever the query leaves out). Items are loading records until their page of 256 has come.
 *
 * Signals: "refreshed" (gboolean all) after records went and came, so that a view finds those that have another place
 * again by id; "all" says that the list was emptied and filled, so that the place on the screen is lost, too;
 * "loaded" (GPtrArray of MappeRecord) when rows came or changed; "failed" (GError) when a query could not be answered.
 */
#define MAPPE_TYPE_LIST_MODEL (mappe_list_model_get_type ())
G_DECLARE_FINAL_TYPE (MappeListModel, mappe_list_model, MAPPE, LIST_MODEL, GObject)

MappeListModel   *mappe_list_model_new        (MappeStore *store, const MappeQuery *query);
void              mappe_list_model_set_query  (MappeListModel *self, const MappeQuery *query);
const MappeQuery *mappe_list_model_get_query  (MappeListModel *self);
gboolean          mappe_list_model_get_loading (MappeListModel *self);
gint64            mappe_list_model_get_n_total (MappeListModel *self);  /* -1 until it is known */
gint64            mappe_list_model_get_id     (MappeListModel *self, guint position);
/* Returns G_MAXUINT, which is GTK_INVALID_LIST_POSITION, when absent. */
guint             mappe_list_model_find       (MappeListModel *self, gint64 id);
/* Returns: (nullable) (transfer none): the record without asking for its row */
MappeRecord      *mappe_list_model_peek       (MappeListModel *self, guint position);

G_END_DECLS
