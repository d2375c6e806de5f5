/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-banner.h"
#include "mappe-detail.h"
#include "mappe-draft.h"
#include "mappe-form.h"

G_BEGIN_DECLS

typedef struct _MappeSaveJob MappeSaveJob;

/**
 * MappeDetail:
 * @forms: kind to form; a form is built once and serves all records of its kind
 * @form: (nullable): the form of @kind
 * @generation: counts the records shown; answers for older ones are dropped
 * @id: the record on show; 0 for a new one, -1 for none
 * @slot: (nullable): name of the draft of the record on show
 * @shown: (nullable): the record as last read, with the titles of what it refers to
 * @job: (nullable): the save under way for the record on show
 * @jobs: (element-type MappeSaveJob): all saves under way, also of records shown before
 * @again: there is more to save when @job is done
 * @restored: the input is a draft from before that nobody has touched since
 * @stamped: the program set the day on which an indicator was written down
 * @draft_source: writes the draft soon
 */
struct _MappeDetail {
  AdwBin           parent_instance;
  MappeStore      *store;
  GHashTable      *forms;
  MappeForm       *form;
  const MappeKind *kind;
  gint64           id;
  guint            generation;
  char            *slot, *title;
  MappeListed     *shown;
  MappeRecord     *record;
  GCancellable    *cancellable;
  MappeSaveJob    *job;
  gboolean         again, links_stale, history_stale, members_stale, reloading, restored, stamped;
  GPtrArray       *jobs;
  guint            draft_source, busy;

  GtkStack        *stack, *form_stack;
  AdwStatusPage   *status;
  GtkWidget       *banner_box, *duplicates_box, *extra_box;
  GtkLabel        *title_label, *reference_label;
  gboolean         plain;
  GtkWidget       *light_box, *save_button, *discard_button, *open_button, *outcome_button, *menu_button;
  AdwViewStack    *tabs;
  GtkWidget       *switcher_box;
  GtkBox          *links_box, *history_box;
  GtkWidget       *banner, *light, *links, *history, *memberships;
  GtkBox          *values_box;
  AdwViewStackPage *values_page;
  GtkWidget       *values, *parts, *sums;
  GtkScrolledWindow *scroller;
};

/* mappe-detail.c */
void   mappe_detail_refresh_actions (MappeDetail *self);
void   mappe_detail_set_record_id   (MappeDetail *self, gint64 id);
void   mappe_detail_reload          (MappeDetail *self);
char  *mappe_detail_make_title      (MappeDetail *self);

/* mappe-detail-save.c */
void   mappe_detail_start_save      (MappeDetail *self);
void   mappe_detail_queue_draft     (MappeDetail *self);
void   mappe_detail_drop_draft      (MappeDetail *self);
void   mappe_detail_restore_draft   (MappeDetail *self);
void   mappe_detail_keep_draft      (MappeDetail *self);
gboolean mappe_detail_is_saving     (MappeDetail *self, const MappeKind *kind, gint64 id);

/* mappe-detail-series.c */
void   mappe_detail_build_series    (MappeDetail *self);
void   mappe_detail_refresh_values  (MappeDetail *self);
void   mappe_detail_show_series     (MappeDetail *self);
void   mappe_detail_follow_series   (MappeDetail *self);
void   mappe_detail_offer_series    (MappeDetail *self, const MappeApplied *fault);
void   mappe_detail_start_series    (GtkWidget *widget, const char *action, GVariant *parameter);

/* mappe-detail-actions.c */
void   mappe_detail_install_actions (GtkWidgetClass *klass);

G_END_DECLS
