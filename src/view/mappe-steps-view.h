/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-state-light.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeStepSpec: a step of the page of one record
 * @name: stable word
 * @title: English, marked for translation
 * @get_type: type of its widget, which has a property "store"
 * @is_done: whether nothing is left to do there; its data is what the view loads
 */
typedef struct {
  const char *name;
  const char *title;
  GType     (*get_type) (void);
  gboolean  (*is_done)  (gconstpointer file);
} MappeStepSpec;

/**
 * MappeStepsView:
 *
 * One record whose work goes in steps: a head, a row of steps with what is done, and the step in front. Follows the
 * file: after every change the record is read anew and handed to the steps. Alt+1 and so on choose a step. Action:
 * "steps.show" with the number of a step. Signals: "step-changed": another step is in front; "loaded": the record
 * is there, or is there anew.
 */
#define MAPPE_TYPE_STEPS_VIEW (mappe_steps_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeStepsView, mappe_steps_view, MAPPE, STEPS_VIEW, AdwBin)

/**
 * MappeStepsViewClass:
 * @name: English name of the row of steps, marked for translation
 * @not_opened: English sentence for a record that could not be read, marked for translation
 * @load_async: reads what is known of the record
 * @load_finish: (transfer full): what was read
 * @file_unref: for what @load_finish returned
 * @now: number of the step that the record has come to
 * @fill_head: shows the record with mappe_steps_view_set_head()
 * @set_file: hands what was read to a step
 * @leave_step: (nullable): a step is left: it saves what was typed
 */
struct _MappeStepsViewClass {
  AdwBinClass parent_class;

  const char *name;
  const char *not_opened;
  void     (*load_async)  (MappeStore *store, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
  gpointer (*load_finish) (MappeStore *store, GAsyncResult *result, GError **error);
  void     (*file_unref)  (gpointer file);
  guint    (*now)         (gconstpointer file);
  void     (*fill_head)   (MappeStepsView *self, gconstpointer file);
  void     (*set_file)    (GtkWidget *step, gpointer file);
  void     (*leave_step)  (GtkWidget *step);

  /*< private >*/
  const MappeStepSpec *steps;
  guint                n_steps;
  gpointer             padding[8];
};

void           mappe_steps_view_class_set_steps (MappeStepsViewClass *klass, const MappeStepSpec *steps, guint n_steps);
GtkWidget     *mappe_steps_view_new             (GType type, MappeStore *store);
void           mappe_steps_view_show            (MappeStepsView *self, gint64 id, const char *step);
void           mappe_steps_view_leave           (MappeStepsView *self);
gint64         mappe_steps_view_get_id          (MappeStepsView *self);
const char    *mappe_steps_view_get_step        (MappeStepsView *self);
const char    *mappe_steps_view_get_title       (MappeStepsView *self);
MappeStore    *mappe_steps_view_get_store       (MappeStepsView *self);
gconstpointer  mappe_steps_view_get_file        (MappeStepsView *self);
GtkWidget     *mappe_steps_view_front           (MappeStepsView *self);
void           mappe_steps_view_focus           (MappeStepsView *self);
void           mappe_steps_view_focus_stepper   (MappeStepsView *self);
void           mappe_steps_view_set_head        (MappeStepsView *self, const char *title, const char *subtitle,
                                                 MappeState state, const char *word);

G_END_DECLS
