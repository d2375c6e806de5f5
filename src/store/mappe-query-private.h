/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-query.h"

G_BEGIN_DECLS

typedef struct {
  guint   field;
  MappeOp op;
  char   *canonical;
} MappeCondition;

typedef struct {
  guint    field;
  gboolean descending;
} MappeOrder;

struct _MappeQuery {
  const MappeKind *kind;
  GArray          *conditions;
  GArray          *orders;
  char            *text;
  guint            limit;
};

G_END_DECLS
