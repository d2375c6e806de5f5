#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_OP_EQUAL,
  MAPPE_OP_NOT_EQUAL,
  MAPPE_OP_LESS,
  MAPPE_OP_LESS_EQUAL,
  MAPPE_OP_GREATER,
  MAPPE_OP_GREATER_EQUAL,
  MAPPE_OP_EMPTY,
  MAPPE_OP_NOT_EMPTY,
} MappeOp;

/**
 * MappeQuery:
 *
 * Which records of one kind, in which order. All conditions must hold; several MAPPE_OP_EQUAL conditions on the
 * same field are alternatives. Sorted by reference where no order is given; ties are broken by id.
 */
typedef struct _MappeQuery MappeQuery;

MappeQuery      *mappe_query_new       (const MappeKind *kind);
MappeQuery      *mappe_query_copy      (const MappeQuery *self);
void             mappe_query_free      (MappeQuery *self);
void             mappe_query_where     (MappeQuery *self, guint field, MappeOp op, const char *canonical);
void             mappe_query_where_id  (MappeQuery *self, guint field, gint64 id);
void             mappe_query_match     (MappeQuery *self, const char *text);
void             mappe_query_order     (MappeQuery *self, guint field, gboolean descending);
void             mappe_query_limit     (MappeQuery *self, guint limit);
const MappeKind *mappe_query_get_kind  (const MappeQuery *self);
gboolean         mappe_query_equal     (const MappeQuery *left, const MappeQuery *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeQuery, mappe_query_free)

G_END_DECLS
