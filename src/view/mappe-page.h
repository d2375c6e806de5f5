/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePage:
 *
 * What the window shows beside its sidebar. Properties: "store" (construct only), "name" (stable word, construct
 * only), "title", "icon-name", "back-visible" (the page shows its second half alone, so the window offers a way back),
 * "projected" (it shows what is put on the wall: in full screen it is alone).
 */
#define MAPPE_TYPE_PAGE (mappe_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappePage, mappe_page, MAPPE, PAGE, AdwBin)

/**
 * MappePageClass:
 * @shown: the page came to the front: fetch what became stale
 * @open_record: shows a record; FALSE when the page does not hold its kind
 * @new_record: starts a record of @kind (%NULL: the page's usual one) from @preset (nullable); FALSE when it cannot
 * @focus_filter: puts the focus into the filter of the list
 * @save: stores what was typed
 * @delete_selected: deletes what is selected
 * @can_close: FALSE when closing now would lose something (drafts are kept, so nearly never)
 * @go_back: from the detail to the list in a narrow window; FALSE when there is nothing to leave
 * @print: prints what is on show, after a preview
 * @get_state: (nullable) what set_state() needs to come back to this place: selected record, scroll place
 * @set_state: comes back to a place; unknown text is ignored
 * @get_record: the record on show, for back and forward: returns its id and sets @kind, or 0
 *
 * Every function may be left out.
 */
struct _MappePageClass {
  AdwBinClass parent_class;

  void     (*shown)           (MappePage *self);
  gboolean (*open_record)     (MappePage *self, const MappeKind *kind, gint64 id);
  gboolean (*new_record)      (MappePage *self, const MappeKind *kind, MappeRow *preset);
  void     (*focus_filter)    (MappePage *self);
  void     (*save)            (MappePage *self);
  void     (*delete_selected) (MappePage *self);
  gboolean (*can_close)       (MappePage *self);
  gboolean (*go_back)         (MappePage *self);
  char    *(*get_state)       (MappePage *self);
  void     (*set_state)       (MappePage *self, const char *state);
  gint64   (*get_record)      (MappePage *self, const MappeKind **kind);
  void     (*print)           (MappePage *self);

  gpointer padding[7];
};

MappeStore *mappe_page_get_store        (MappePage *self);
const char *mappe_page_get_name         (MappePage *self);
const char *mappe_page_get_title        (MappePage *self);
void        mappe_page_set_title        (MappePage *self, const char *title);
const char *mappe_page_get_icon_name    (MappePage *self);
void        mappe_page_set_icon_name    (MappePage *self, const char *icon_name);
gboolean    mappe_page_get_back_visible (MappePage *self);
void        mappe_page_set_back_visible (MappePage *self, gboolean back_visible);
gboolean    mappe_page_get_projected    (MappePage *self);
void        mappe_page_set_projected    (MappePage *self, gboolean projected);

void        mappe_page_shown            (MappePage *self);
gboolean    mappe_page_open_record      (MappePage *self, const MappeKind *kind, gint64 id);
gboolean    mappe_page_new_record       (MappePage *self, const MappeKind *kind, MappeRow *preset);
void        mappe_page_focus_filter     (MappePage *self);
void        mappe_page_save             (MappePage *self);
void        mappe_page_print            (MappePage *self);
void        mappe_page_delete_selected  (MappePage *self);
gboolean    mappe_page_can_close        (MappePage *self);
gboolean    mappe_page_go_back          (MappePage *self);
char       *mappe_page_get_state        (MappePage *self);
void        mappe_page_set_state        (MappePage *self, const char *state);
gint64      mappe_page_get_record       (MappePage *self, const MappeKind **kind);
void        mappe_page_moved            (MappePage *self);

G_END_DECLS
