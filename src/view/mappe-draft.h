/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeDraft:
 *
 * Input that is not saved yet, as it survives a crash: a key file of one record, readable only by its owner.
 * @id is 0 for a new record. @base, @input, @typed and @shown map names of fields to texts: what the file held when
 * the form was opened, stored forms as edited ("" for empty), texts not understood, titles of references.
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  gint64           version;
  char            *slot;
  GHashTable      *base, *input, *typed, *shown;
} MappeDraft;

char       *mappe_draft_slot   (const MappeRow *row);
MappeDraft *mappe_draft_new    (const MappeRow *base);
void        mappe_draft_free   (MappeDraft *self);
gboolean    mappe_draft_is_empty (const MappeDraft *self);
GBytes     *mappe_draft_to_bytes (const MappeDraft *self);
MappeDraft *mappe_draft_from_bytes (GBytes *bytes);

/* The folder of a council; writing is done by a thread of its own, in order. */
void        mappe_draft_save   (MappeStore *store, const MappeDraft *self);
void        mappe_draft_remove (MappeStore *store, const char *slot);
MappeDraft *mappe_draft_load   (MappeStore *store, const char *slot);
GPtrArray  *mappe_draft_list   (MappeStore *store);
void        mappe_draft_flush  (void);
void        mappe_draft_rescan (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeDraft, mappe_draft_free)

G_END_DECLS
