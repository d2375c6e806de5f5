/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-step.h"

#include "mappe-feedback.h"
#include "mappe-focus-child.h"

typedef struct {
  MappeStore   *store;
  MappeSitting *sitting;
} MappeMeetingStepPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeMeetingStep, mappe_meeting_step, ADW_TYPE_BIN)

#define PRIVATE(self) ((MappeMeetingStepPrivate *) mappe_meeting_step_get_instance_private (self))

enum { PROP_0, PROP_STORE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
mappe_meeting_step_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STORE)
    g_set_object (&PRIVATE (MAPPE_MEETING_STEP (object))->store, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mappe_meeting_step_finalize (GObject *object)
{
  MappeMeetingStepPrivate *priv = PRIVATE (MAPPE_MEETING_STEP (object));

  g_clear_object (&priv->store);
  g_clear_pointer (&priv->sitting, mappe_sitting_unref);
  G_OBJECT_CLASS (mappe_meeting_step_parent_class)->finalize (object);
}

/* The first thing that can have it; a step with something better says so itself. */
static gboolean
mappe_meeting_step_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  return child != NULL && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
mappe_meeting_step_class_init (MappeMeetingStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mappe_meeting_step_set_property;
  object_class->finalize = mappe_meeting_step_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_meeting_step_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MAPPE_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mappe_meeting_step_init (MappeMeetingStep *self)
{
}

/** mappe_meeting_step_get_store: Returns: (transfer none): the council file */
MappeStore *
mappe_meeting_step_get_store (MappeMeetingStep *self)
{
  g_return_val_if_fail (MAPPE_IS_MEETING_STEP (self), NULL);
  return PRIVATE (self)->store;
}

/** mappe_meeting_step_get_sitting: Returns: (transfer none) (nullable): the meeting as it is in the file */
const MappeSitting *
mappe_meeting_step_get_sitting (MappeMeetingStep *self)
{
  g_return_val_if_fail (MAPPE_IS_MEETING_STEP (self), NULL);
  return PRIVATE (self)->sitting;
}

/** mappe_meeting_step_set_sitting: @sitting: (nullable): the meeting to show */
void
mappe_meeting_step_set_sitting (MappeMeetingStep *self, MappeSitting *sitting)
{
  MappeMeetingStepPrivate *priv;

  g_return_if_fail (MAPPE_IS_MEETING_STEP (self));
  priv = PRIVATE (self);
  if (priv->sitting == sitting)
    return;
  g_clear_pointer (&priv->sitting, mappe_sitting_unref);
  priv->sitting = sitting != NULL ? mappe_sitting_ref (sitting) : NULL;
  if (sitting != NULL && MAPPE_MEETING_STEP_GET_CLASS (self)->update)
    MAPPE_MEETING_STEP_GET_CLASS (self)->update (self);
}

/* --- acts --- */

typedef struct {
  MappeMeetingStep *step;
  char             *what_failed;
  void            (*then) (MappeMeetingStep *self, MappeApplied *applied, gpointer data);
  gpointer          data;
} Act;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Act *act = data;
  g_autoptr (MappeMeetingStep) step = act->step;
  g_autofree char *what_failed = act->what_failed;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied == NULL)
    mappe_feedback_error (GTK_WIDGET (step), error, what_failed);
  if (act->then != NULL)
    act->then (step, applied, act->data);
}

/**
 * mappe_meeting_step_apply_then:
 * @edit: (transfer full) (nullable): the act; %NULL with @error when it was refused
 * @error: (transfer full) (nullable): why it was refused; told to the user
 * @what_failed: translated sentence for a failure, e.g. "The vote was not recorded"
 * @then: (nullable): called when it is done, with %NULL when it was not
 * @data: data of @then
 *
 * Carries an act out. The new state of the meeting arrives by update().
 */
void
mappe_meeting_step_apply_then (MappeMeetingStep *self, MappeEdit *edit, GError *error, const char *what_failed,
                               void (*then) (MappeMeetingStep *self, MappeApplied *applied, gpointer data),
                               gpointer data)
{
  g_autoptr (GError) refusal = error;
  Act *act;

  g_return_if_fail (MAPPE_IS_MEETING_STEP (self));
  if (edit == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), refusal, what_failed);
      if (then != NULL)
        then (self, NULL, data);
      return;
    }
  act = g_new0 (Act, 1);
  *act = (Act) { g_object_ref (self), g_strdup (what_failed), then, data };
  mappe_store_apply_async (PRIVATE (self)->store, edit, NULL, applied_cb, act);
}

/** mappe_meeting_step_apply: The same where nothing follows. */
void
mappe_meeting_step_apply (MappeMeetingStep *self, MappeEdit *edit, GError *error, const char *what_failed)
{
  mappe_meeting_step_apply_then (self, edit, error, what_failed, NULL, NULL);
}

/* --- from the meeting page --- */

void
mappe_meeting_step_leave (MappeMeetingStep *self)
{
  if (MAPPE_MEETING_STEP_GET_CLASS (self)->leave)
    MAPPE_MEETING_STEP_GET_CLASS (self)->leave (self);
}

/** mappe_meeting_step_add: Returns: whether the step has something that Ctrl+N begins */
gboolean
mappe_meeting_step_add (MappeMeetingStep *self)
{
  return MAPPE_MEETING_STEP_GET_CLASS (self)->add != NULL && MAPPE_MEETING_STEP_GET_CLASS (self)->add (self);
}

void
mappe_meeting_step_print (MappeMeetingStep *self)
{
  if (MAPPE_MEETING_STEP_GET_CLASS (self)->print)
    MAPPE_MEETING_STEP_GET_CLASS (self)->print (self);
}

void
mappe_meeting_step_delete_selected (MappeMeetingStep *self)
{
  if (MAPPE_MEETING_STEP_GET_CLASS (self)->delete_selected)
    MAPPE_MEETING_STEP_GET_CLASS (self)->delete_selected (self);
}

void
mappe_meeting_step_focus_filter (MappeMeetingStep *self)
{
  if (MAPPE_MEETING_STEP_GET_CLASS (self)->focus_filter)
    MAPPE_MEETING_STEP_GET_CLASS (self)->focus_filter (self);
}
