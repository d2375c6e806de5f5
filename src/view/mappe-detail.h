/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeDetail:
 *
 * One record: its title, its form, what refers to it, its history. Property "record" (MappeRecord, nullable) is the
 * record on show; signal "title-changed" (const char *) comes with every other title.
 *
 * Input is saved by mappe_detail_save(), or when the focus leaves a group of fields and everything is valid, or when
 * the pane goes on to another record; always into the record it was typed for. What cannot be saved then is kept as
 * a draft and comes back with the record.
 */
#define MAPPE_TYPE_DETAIL (mappe_detail_get_type ())
G_DECLARE_FINAL_TYPE (MappeDetail, mappe_detail, MAPPE, DETAIL, AdwBin)

MappeDetail     *mappe_detail_new        (MappeStore *store);
void             mappe_detail_show       (MappeDetail *self, const MappeKind *kind, gint64 id);
void             mappe_detail_show_none  (MappeDetail *self);
void             mappe_detail_new_record (MappeDetail *self, MappeRow *preset);
gboolean         mappe_detail_is_dirty   (MappeDetail *self);
gboolean         mappe_detail_is_busy    (MappeDetail *self);
gboolean         mappe_detail_is_new     (MappeDetail *self);
void             mappe_detail_save       (MappeDetail *self);
void             mappe_detail_discard    (MappeDetail *self);
void             mappe_detail_leave      (MappeDetail *self);
void             mappe_detail_delete     (MappeDetail *self);
gboolean         mappe_detail_edit       (MappeDetail *self);
gboolean         mappe_detail_edit_field (MappeDetail *self, guint field);
void             mappe_detail_show_tab   (MappeDetail *self, const char *name);
const MappeKind *mappe_detail_get_kind   (MappeDetail *self);
gint64           mappe_detail_get_id     (MappeDetail *self);
const char      *mappe_detail_get_title  (MappeDetail *self);
void             mappe_detail_set_plain  (MappeDetail *self);

G_END_DECLS
