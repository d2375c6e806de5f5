/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-paper-view.h"
#include "mappe-share-job.h"

G_BEGIN_DECLS

enum {
  MAPPE_SHARE_SAVE,
  MAPPE_SHARE_PRINT,
  MAPPE_SHARE_MAIL,
  MAPPE_SHARE_N_ACTS
};

/**
 * MappeSharing: the window in which something goes out of the house. Belongs to the window.
 * @id: of the record in front, of @kind
 * @items: (element-type MappeShareItem): what can be chosen
 * @readers, @formats, @kinds: of the rows with their names
 * @filling: whether rows change because of what was chosen elsewhere
 * @shared: (nullable): what is looked at; %NULL while it is made
 * @looking: stops the look
 * @writing: (nullable): stops the file under way
 */
typedef struct {
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  GPtrArray       *items;
  GPtrArray       *kinds;
  GArray          *readers, *formats;
  AdwWindow       *window;
  GtkWidget       *overlay;      /* of toasts */
  AdwComboRow     *what, *of_kind, *reader, *language, *format;
  GtkWidget       *base;         /* address of a folder for the web */
  GtkWidget       *seal_group, *phrase, *again;
  GtkSwitch       *seal;
  GtkWidget       *hint;         /* what is missing before it can go out */
  gboolean         filling;
  GtkStack        *stack;
  MappePaperView  *paper;
  GtkTextBuffer   *text;
  AdwStatusPage   *nothing;
  GtkLabel        *report;
  GtkWidget       *acts[MAPPE_SHARE_N_ACTS];
  GtkRevealer     *busy;
  GtkProgressBar  *bar;
  guint            pulse;
  MappeShareProgress *progress;
  MappeShared     *shared;
  GCancellable    *looking, *writing;
} MappeSharing;

MappeSharing *mappe_sharing_of          (AdwWindow *window);
void        mappe_sharing_look_again  (MappeSharing *self);
void        mappe_sharing_update_acts (MappeSharing *self);

const MappeShareItem *mappe_sharing_get_item     (MappeSharing *self);
MappeShareWish        mappe_sharing_get_wish     (MappeSharing *self);
const char           *mappe_sharing_find_missing (MappeSharing *self);
GtkWidget            *mappe_sharing_make_choices (MappeSharing *self);

gboolean   mappe_sharing_is_plain_secret (MappeSharing *self);
GtkWidget *mappe_sharing_make_busy       (MappeSharing *self);
void       mappe_sharing_save            (MappeSharing *self);
void       mappe_sharing_print           (MappeSharing *self);
void       mappe_sharing_mail            (MappeSharing *self);

G_END_DECLS
