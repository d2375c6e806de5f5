/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-node.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeDossier:
 *
 * What is known of one record, or of all of a kind, on one page to read, with its acts. It is read on a reader's thread
 * and anew when the file changes while it is seen; the focus stays on the widget of the same name.
 *
 * Signal: "loaded" when it was filled. Action: "dossier.print".
 */
#define MAPPE_TYPE_DOSSIER (mappe_dossier_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeDossier, mappe_dossier, MAPPE, DOSSIER, AdwBin)

/**
 * MappeDossierClass:
 * @load: reads what the dossier shows; its data is the id; %NULL without an error: the record is gone
 * @result_free: for what @load returned
 * @title: (nullable): (transfer full): of the window while the dossier is in front
 * @fill: puts widgets into @box, which is empty
 * @save: (nullable): saves what is typed and not saved yet
 * @paper: (nullable): (transfer full): the dossier as a document for the printer
 */
struct _MappeDossierClass {
  AdwBinClass parent_class;

  MappeSnapshotFunc load;
  GDestroyNotify    result_free;
  char      *(*title) (MappeDossier *self, gconstpointer result);
  void       (*fill)  (MappeDossier *self, GtkBox *box, gconstpointer result);
  void       (*save)  (MappeDossier *self);
  MappeNode *(*paper) (MappeDossier *self, gconstpointer result);
};

GtkWidget    *mappe_dossier_new          (GType type, MappeStore *store);
MappeStore   *mappe_dossier_get_store    (MappeDossier *self);
void          mappe_dossier_show         (MappeDossier *self, gint64 id);
gint64        mappe_dossier_get_id       (MappeDossier *self);
const char   *mappe_dossier_get_title    (MappeDossier *self);
gconstpointer mappe_dossier_get_result   (MappeDossier *self);
gboolean      mappe_dossier_is_writable  (MappeDossier *self);
void          mappe_dossier_hold         (MappeDossier *self, gboolean held);
gboolean      mappe_dossier_is_held    (MappeDossier *self);
void          mappe_dossier_refill       (MappeDossier *self);
void          mappe_dossier_focus        (MappeDossier *self, const char *name);
void          mappe_dossier_save         (MappeDossier *self);
void          mappe_dossier_print        (MappeDossier *self);
void          mappe_dossier_apply        (MappeDossier *self, MappeEdit *edit, const char *done,
                                          const char *what_failed);
void          mappe_dossier_apply_typed  (MappeDossier *self, MappeEdit *edit, const char *done,
                                          const char *what_failed, const char *const *typed, gint64 record);

G_END_DECLS
