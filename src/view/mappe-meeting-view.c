/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-view.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-feedback.h"
#include "mappe-meeting-steps.h"
#include "mappe-meeting.h"
#include "mappe-body.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"

struct _MappeMeetingView {
  AdwBin parent_instance;

  MappeStore   *store;
  MappeSitting *sitting;
  gint64        id;           /* of the meeting asked for, which may still be on its way */
  char         *wanted_step;  /* to be shown when the meeting has come; NULL: the one it has come to */
  GCancellable *cancellable;
  guint         reload_id;
  gboolean      choosing;     /* a step button is set by us */
  gboolean      to_focus;     /* once the meeting has come */

  GtkLabel     *title_label;
  GtkLabel     *subtitle_label;
  AdwBin       *light_bin;
  GtkBox       *stepper;
  GtkStack     *steps;
  GtkWidget    *light;
  GtkWidget    *buttons[MAPPE_MEETING_N_STEPS];
};

G_DEFINE_FINAL_TYPE (MappeMeetingView, mappe_meeting_view, ADW_TYPE_BIN)

enum { STEP_CHANGED, LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- steps are made when they are first shown --- */

static MappeMeetingStep *
step_of (MappeMeetingView *self, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->steps, name);

  return child != NULL ? MAPPE_MEETING_STEP (child) : NULL;
}

static MappeMeetingStep *
make_step (MappeMeetingView *self, guint n)
{
  const MappeMeetingStepSpec *spec = &mappe_meeting_steps[n];
  MappeMeetingStep *step = step_of (self, spec->name);

  if (step != NULL)
    return step;
  step = g_object_new (spec->get_type (), "store", self->store, NULL);
  gtk_stack_add_named (self->steps, GTK_WIDGET (step), spec->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->title), -1);
  if (self->sitting != NULL)
    mappe_meeting_step_set_sitting (step, self->sitting);
  return step;
}

static guint
number_of (const char *name)
{
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    if (g_strcmp0 (mappe_meeting_steps[i].name, name) == 0)
      return i;
  return 0;
}

static void
choose_step (MappeMeetingView *self, guint n)
{
  MappeMeetingStep *before = mappe_meeting_view_front (self);
  MappeMeetingStep *step = make_step (self, n);

  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[n]), TRUE);
  self->choosing = FALSE;
  if (before == step)
    return;
  if (before != NULL)
    mappe_meeting_step_leave (before);
  gtk_stack_set_visible_child (self->steps, GTK_WIDGET (step));
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

/* A step with nothing to focus leaves it to its button: the keys of this view need the focus in it. */
static void
focus_step (MappeMeetingView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);

  if (!gtk_widget_grab_focus (GTK_WIDGET (mappe_meeting_view_front (self))))
    gtk_widget_grab_focus (self->buttons[number_of (name)]);
}

static void
button_cb (GtkToggleButton *button, MappeMeetingView *self)
{
  if (self->choosing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      choose_step (self, i);
  focus_step (self);
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeMeetingView *self = MAPPE_MEETING_VIEW (widget);
  guint n = g_variant_get_uint32 (parameter);

  if (self->sitting == NULL || n >= MAPPE_MEETING_N_STEPS)
    return;
  choose_step (self, n);
  focus_step (self);
}

static void
make_stepper (MappeMeetingView *self)
{
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "flat");
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (button_cb), self, 0);
      gtk_box_append (self->stepper, self->buttons[i]);
    }
}

/* The number of a step, or a check mark when it is done; the name says the same in words. */
static void
fill_stepper (MappeMeetingView *self)
{
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    {
      gboolean done = mappe_meeting_steps[i].is_done (self->sitting);
      const char *title = _(mappe_meeting_steps[i].title);
      g_autofree char *mark = done ? g_strdup ("✓") : g_strdup_printf ("%u", i + 1);
      g_autofree char *text = g_strdup_printf ("%s %s", mark, title);
      /* Translators: a step of the meeting page, for screen readers */
      g_autofree char *spoken = g_strdup_printf (done ? _("%s, done") : _("%s, to do"), title);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), text);
      gtk_widget_set_tooltip_text (self->buttons[i], spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      if (done)
        gtk_widget_add_css_class (self->buttons[i], "step-done");
      else
        gtk_widget_remove_css_class (self->buttons[i], "step-done");
    }
}

/* --- the head --- */

static void
fill_head (MappeMeetingView *self)
{
  const MappeRow *meeting = self->sitting->meeting;
  MappeDisplay *display = mappe_display_get (self->store);
  const char *state = mappe_row_get_text (meeting, MAPPE_MEETING_STATE);
  const char *number = mappe_row_get_text (meeting, MAPPE_MEETING_NUMBER);
  const char *word = mappe_display_code (display, "meeting_state", state);
  g_autofree char *day = mappe_date_format_long (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s%s%s", day, mappe_row_get_text (self->sitting->body, MAPPE_BODY_NAME),
                       number != NULL ? " · " : "", number != NULL ? number : "");

  gtk_label_set_label (self->title_label, mappe_row_get_text (meeting, MAPPE_MEETING_TITLE));
  gtk_label_set_label (self->subtitle_label, subtitle);
  mappe_state_light_set (MAPPE_STATE_LIGHT (self->light), mappe_state_of_code ("meeting_state", state),
                         word != NULL ? word : state != NULL ? state : "");
}

/* --- the meeting --- */

static void
take_sitting (MappeMeetingView *self, MappeSitting *sitting)
{
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  self->sitting = sitting;
  fill_head (self);
  fill_stepper (self);
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    if (step_of (self, mappe_meeting_steps[i].name) != NULL)
      mappe_meeting_step_set_sitting (step_of (self, mappe_meeting_steps[i].name), sitting);
  if (mappe_meeting_view_front (self) == NULL || self->wanted_step != NULL)
    choose_step (self, self->wanted_step != NULL ? number_of (self->wanted_step) : mappe_meeting_steps_now (sitting));
  g_clear_pointer (&self->wanted_step, g_free);
  if (self->to_focus)
    focus_step (self);
  self->to_focus = FALSE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeMeetingView) self = data;
  g_autoptr (GError) error = NULL;
  MappeSitting *sitting = mappe_sitting_load_finish (MAPPE_STORE (source), result, &error);

  if (sitting == NULL)
    {
      if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
      else
        mappe_feedback_error (GTK_WIDGET (self), error, _("The meeting was not opened"));
      return;
    }
  take_sitting (self, sitting);
}

static void
reload (MappeMeetingView *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->id <= 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_sitting_load_async (self->store, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  MappeMeetingView *self = data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeMeetingView *self)
{
  if (self->reload_id == 0 && self->id > 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

/**
 * mappe_meeting_view_show:
 * @meeting: id of the meeting
 * @step: (nullable): name of the step; %NULL: the one the meeting has come to
 *
 * Shows a meeting.
 */
void
mappe_meeting_view_show (MappeMeetingView *self, gint64 meeting, const char *step)
{
  g_return_if_fail (MAPPE_IS_MEETING_VIEW (self));
  if (self->id == meeting && self->sitting != NULL && step == NULL)
    return;
  if (self->id != meeting)
    {
      mappe_meeting_view_leave (self);
      self->id = meeting;
      g_clear_pointer (&self->wanted_step, g_free);
      g_clear_pointer (&self->sitting, mappe_sitting_unref);
      /* What was typed for one meeting must never meet another: the steps begin anew. */
      for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
        if (step_of (self, mappe_meeting_steps[i].name) != NULL)
          gtk_stack_remove (self->steps, GTK_WIDGET (step_of (self, mappe_meeting_steps[i].name)));
    }
  if (step != NULL)
    {
      g_free (self->wanted_step);
      self->wanted_step = g_strdup (step);
    }
  reload (self);
}

/** mappe_meeting_view_leave: Saves what was typed, before another meeting or page is shown. */
void
mappe_meeting_view_leave (MappeMeetingView *self)
{
  g_return_if_fail (MAPPE_IS_MEETING_VIEW (self));
  if (mappe_meeting_view_front (self) != NULL && self->sitting != NULL)
    mappe_meeting_step_leave (mappe_meeting_view_front (self));
}

/** mappe_meeting_view_get_id: Returns: id of the meeting on show, or 0 */
gint64
mappe_meeting_view_get_id (MappeMeetingView *self)
{
  g_return_val_if_fail (MAPPE_IS_MEETING_VIEW (self), 0);
  return self->id;
}

/** mappe_meeting_view_get_step: Returns: (nullable): name of the step in front */
const char *
mappe_meeting_view_get_step (MappeMeetingView *self)
{
  g_return_val_if_fail (MAPPE_IS_MEETING_VIEW (self), NULL);
  return gtk_stack_get_visible_child_name (self->steps);
}

/** mappe_meeting_view_get_title: Returns: (nullable): title of the meeting */
const char *
mappe_meeting_view_get_title (MappeMeetingView *self)
{
  g_return_val_if_fail (MAPPE_IS_MEETING_VIEW (self), NULL);
  return self->sitting != NULL ? mappe_row_get_text (self->sitting->meeting, MAPPE_MEETING_TITLE) : NULL;
}

/** mappe_meeting_view_focus: Puts the focus into the step in front, as soon as the meeting is there. */
void
mappe_meeting_view_focus (MappeMeetingView *self)
{
  g_return_if_fail (MAPPE_IS_MEETING_VIEW (self));
  self->to_focus = self->sitting == NULL || self->wanted_step != NULL;
  if (!self->to_focus)
    focus_step (self);
}

/** mappe_meeting_view_front: Returns: (transfer none) (nullable): the step in front */
MappeMeetingStep *
mappe_meeting_view_front (MappeMeetingView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->steps);

  return child != NULL ? MAPPE_MEETING_STEP (child) : NULL;
}

/* --- GObject --- */

static void
mappe_meeting_view_dispose (GObject *object)
{
  MappeMeetingView *self = MAPPE_MEETING_VIEW (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_MEETING_VIEW);
  G_OBJECT_CLASS (mappe_meeting_view_parent_class)->dispose (object);
}

static void
mappe_meeting_view_finalize (GObject *object)
{
  MappeMeetingView *self = MAPPE_MEETING_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  g_free (self->wanted_step);
  G_OBJECT_CLASS (mappe_meeting_view_parent_class)->finalize (object);
}

static void
mappe_meeting_view_class_init (MappeMeetingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_meeting_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_meeting_view_finalize;
  signals[STEP_CHANGED] = g_signal_new ("step-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-meeting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeMeetingView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MappeMeetingView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, MappeMeetingView, light_bin);
  gtk_widget_class_bind_template_child (widget_class, MappeMeetingView, stepper);
  gtk_widget_class_bind_template_child (widget_class, MappeMeetingView, steps);
  gtk_widget_class_install_action (widget_class, "meeting.step", "u", step_cb);
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "meeting.step", "u", i);
}

static void
mappe_meeting_view_init (MappeMeetingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->light = mappe_state_light_new ();
  adw_bin_set_child (self->light_bin, self->light);
  make_stepper (self);
}

/** mappe_meeting_view_new: Returns: (transfer floating): an empty view */
GtkWidget *
mappe_meeting_view_new (MappeStore *store)
{
  MappeMeetingView *self = g_object_new (MAPPE_TYPE_MEETING_VIEW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
