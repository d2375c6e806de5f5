/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-banner.h"
#include "mappe-sitting-agenda.h"
#include "mappe-sitting-bar.h"
#include "mappe-sitting-item-pane.h"
#include "mappe-sitting-people.h"
#include "mappe-sitting-step.h"

G_BEGIN_DECLS

/* What one key or button does. */
typedef enum {
  ACT_OPEN,
  ACT_CLOSE,
  ACT_REOPEN,
  ACT_ARRIVE,
  ACT_ARRIVE_ALL,
  ACT_LEAVE,
  ACT_EXCUSE,
  ACT_ABSENT,
  ACT_REMOVE_GUEST,
  ACT_NEXT,
  ACT_CALL,
  ACT_CONCLUDE,
  ACT_VOTE,
  ACT_NOTES,
  ACT_UNDECLARE,
  ACT_WITHDRAW_MOTION,
  ACT_ACTIVATE,        /* an action that asks something, about what is shown after the act before */
} ActKind;

struct _MappeSittingStep {
  MappeMeetingStep parent_instance;

  GQueue      waiting;      /* (element-type Act) */
  gboolean    busy;         /* an act is on its way, and the sitting is not that after it yet */
  gboolean    applied;      /* it is in the file; only the sitting is missing */
  guint       patience_id;  /* the sitting may fail to come */
  gboolean    placed;       /* the divider has its first place */
  guint       project_id;
  const char *look;         /* (nullable): of projections */
  gboolean    closing;      /* the parts go away and say so */

  MappeBanner          *banner;
  GtkPaned             *across, *down;
  MappeSittingBar      *bar;
  MappeSittingAgenda   *agenda;
  GtkWidget            *agenda_acts;
  MappeSittingItemPane *item_pane;
  GtkWidget            *people_acts;
  MappeSittingPeople   *people;
  GtkBox               *guests;
};

/* --- mappe-sitting-step.c --- */
gint64   mappe_sitting_step_get_item    (MappeSittingStep *self);
gint64   mappe_sitting_step_get_person  (MappeSittingStep *self);
int      mappe_sitting_step_get_minute  (MappeSittingStep *self);

/* --- mappe-sitting-step-acts.c --- */
void     mappe_sitting_step_act         (MappeSittingStep *self, ActKind kind, gint64 id);
void     mappe_sitting_step_act_with    (MappeSittingStep *self, ActKind kind, gint64 id, const char *text,
                                         MappeRow *base);
void     mappe_sitting_step_settle      (MappeSittingStep *self);
void     mappe_sitting_step_forget_acts (MappeSittingStep *self);
gboolean mappe_sitting_step_carry_out   (MappeSittingStep *self, MappeEdit *edit, const char *what_failed);

/* --- mappe-sitting-forms.c, mappe-sitting-people-forms.c --- */
void     mappe_sitting_step_install_forms        (GtkWidgetClass *widget_class);
void     mappe_sitting_step_install_people_forms (GtkWidgetClass *widget_class);

G_END_DECLS
