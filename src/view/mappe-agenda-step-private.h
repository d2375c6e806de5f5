/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-agenda-row.h"
#include "mappe-agenda-step.h"
#include "mappe-banner.h"
#include "mappe-detail.h"
#include "mappe-split.h"
#include "mappe-standing.h"

G_BEGIN_DECLS

struct _MappeAgendaStep {
  MappeMeetingStep    parent_instance;

  MappeSplit         *split;
  MappeBanner        *banner;
  GtkListBox         *list;
  GtkEntry           *entry;
  GtkCheckButton     *nonpublic;
  GtkLabel           *plan;
  GtkButton          *standing_button;
  GtkButton          *part_button;
  AdwBin             *detail_bin;
  MappeDetail        *detail;

  MappeStandingItems *standing;
  GCancellable       *cancellable;
  gint64              selected;   /* id of the item */
  gboolean            chosen;     /* by the user, not for want of another */
  gboolean            filling;
  gboolean            to_entry;   /* the focus stays in the entry, for the next item */
  gboolean            to_row;     /* the focus follows the item that was moved */
};

/* mappe-agenda-step.c */
const MappeSitting     *mappe_agenda_step_sitting      (MappeAgendaStep *self);
const MappeSittingItem *mappe_agenda_step_item         (MappeAgendaStep *self);
void                    mappe_agenda_step_edit         (MappeAgendaStep *self);

/* mappe-agenda-step-acts.c */
void                    mappe_agenda_step_add_typed    (MappeAgendaStep *self);
void                    mappe_agenda_step_delete       (MappeMeetingStep *step);
void                    mappe_agenda_step_drop         (MappeAgendaStep *self, gint64 id, int where,
                                                        MappeAgendaRow *row);
void                    mappe_agenda_step_attach       (MappeAgendaStep *self, GFile *file, MappeAgendaRow *row);
void                    mappe_agenda_step_install_acts (GtkWidgetClass *widget_class);

G_END_DECLS
