#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeListModel:
 *
 * A #GListModel of #MappeRecord over a key vector. Properties: "query", "loading", "n-total". Items are loading
 * records until their page of 256 has come.
 */
#define MAPPE_TYPE_LIST_MODEL (mappe_list_model_get_type ())
G_DECLARE_FINAL_TYPE (MappeListModel, mappe_list_model, MAPPE, LIST_MODEL, GObject)

MappeListModel   *mappe_list_model_new        (MappeStore *store, const MappeQuery *query);
void              mappe_list_model_set_query  (MappeListModel *self, const MappeQuery *query);
const MappeQuery *mappe_list_model_get_query  (MappeListModel *self);
gboolean          mappe_list_model_get_loading (MappeListModel *self);
gint64            mappe_list_model_get_id     (MappeListModel *self, guint position);
guint             mappe_list_model_find       (MappeListModel *self, gint64 id);  /* GTK_INVALID_LIST_POSITION (G_MAXUINT) when absent */

G_END_DECLS
