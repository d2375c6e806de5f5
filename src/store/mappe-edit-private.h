/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"

G_BEGIN_DECLS

/* One change of an edit. An update holds the row as it was opened and as it shall be. */
typedef struct {
  MappeChangeOp    op;
  const MappeKind *kind;
  gint64           id;
  gint64           version;
  MappeRow        *base;
  MappeRow        *mine;
} MappeEditChange;

struct _MappeEdit {
  char           *label;
  const char     *set_kind;
  gboolean        typing;    /* goes on with the same typing before it */
  gboolean        merges;    /* makes one record of two: nothing is lost with the other */
  GArray         *changes;
  guint           n_inserts;
  GHashTable     *blobs;     /* hash → GBytes */
  MappeRowSource  next;
  gpointer        next_data;
};

MappeApplied *mappe_applied_new (void);

G_END_DECLS
