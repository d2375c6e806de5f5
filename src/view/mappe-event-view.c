/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-view.h"

#include <glib/gi18n.h>

#include "mappe-build-event.h"
#include "mappe-date.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-feedback.h"
#include "mappe-print.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"

struct _MappeEventView {
  AdwBin parent_instance;

  MappeStore   *store;
  MappeEventFile *file;
  gint64        id;           /* of the event asked for, which may still be on its way */
  char         *wanted_step;  /* to be shown when the event has come; NULL: the one it has come to */
  GCancellable *cancellable;
  guint         reload_id;
  gboolean      choosing;     /* a step button is set by us */
  gboolean      to_focus;     /* once the event has come */

  GtkLabel     *title_label;
  GtkLabel     *subtitle_label;
  AdwBin       *light_bin;
  GtkBox       *stepper;
  GtkStack     *steps;
  GtkWidget    *light;
  GtkWidget    *buttons[MAPPE_EVENT_N_STEPS];
};

G_DEFINE_FINAL_TYPE (MappeEventView, mappe_event_view, ADW_TYPE_BIN)

enum { STEP_CHANGED, LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- steps are made when they are first shown --- */

static MappeEventStep *
step_of (MappeEventView *self, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->steps, name);

  return child != NULL ? MAPPE_EVENT_STEP (child) : NULL;
}

static MappeEventStep *
make_step (MappeEventView *self, guint n)
{
  const MappeEventStepSpec *spec = &mappe_event_steps[n];
  MappeEventStep *step = step_of (self, spec->name);

  if (step != NULL)
    return step;
  step = g_object_new (spec->get_type (), "store", self->store, NULL);
  gtk_stack_add_named (self->steps, GTK_WIDGET (step), spec->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->title), -1);
  if (self->file != NULL)
    mappe_event_step_set_file (step, self->file);
  return step;
}

static guint
number_of (const char *name)
{
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
    if (g_strcmp0 (mappe_event_steps[i].name, name) == 0)
      return i;
  return 0;
}

static void
choose_step (MappeEventView *self, guint n)
{
  MappeEventStep *before = mappe_event_view_front (self);
  MappeEventStep *step = make_step (self, n);

  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[n]), TRUE);
  self->choosing = FALSE;
  if (before == step)
    return;
  gtk_stack_set_visible_child (self->steps, GTK_WIDGET (step));
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

/* A step with nothing to focus leaves it to its button: the keys of this view need the focus in it. */
static void
focus_step (MappeEventView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);

  if (!gtk_widget_grab_focus (GTK_WIDGET (mappe_event_view_front (self))))
    gtk_widget_grab_focus (self->buttons[number_of (name)]);
}

static void
button_cb (GtkToggleButton *button, MappeEventView *self)
{
  if (self->choosing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      choose_step (self, i);
  focus_step (self);
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeEventView *self = MAPPE_EVENT_VIEW (widget);
  guint n = g_variant_get_uint32 (parameter);

  if (self->file == NULL || n >= MAPPE_EVENT_N_STEPS)
    return;
  choose_step (self, n);
  focus_step (self);
}

static void
make_stepper (MappeEventView *self)
{
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
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
fill_stepper (MappeEventView *self)
{
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
    {
      gboolean done = mappe_event_steps[i].is_done (self->file);
      const char *title = _(mappe_event_steps[i].title);
      g_autofree char *mark = done ? g_strdup ("✓") : g_strdup_printf ("%u", i + 1);
      g_autofree char *text = g_strdup_printf ("%s %s", mark, title);
      /* Translators: a step of the page of an event, for screen readers */
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
fill_head (MappeEventView *self)
{
  const MappeListed *event = self->file->event;
  const char *status = mappe_row_get_text (event->row, MAPPE_EVENT_CONCEPT_STATUS);
  const char *word = mappe_event_words_code (self->file->codes, "concept_status", status, NULL);
  g_autofree char *days = mappe_event_words_days (event->row, NULL);
  const char *area = event->shown[MAPPE_EVENT_AREA];
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", mappe_row_get_text (event->row, MAPPE_FIELD_REFERENCE),
                                               days, area != NULL ? " · " : "", area != NULL ? area : "");
  /* Translators: how far the safety concept of an event is */
  g_autofree char *light = g_strdup_printf (_("Concept: %s"), word);

  gtk_label_set_label (self->title_label, mappe_row_get_text (event->row, MAPPE_EVENT_TITLE));
  gtk_label_set_label (self->subtitle_label, subtitle);
  mappe_state_light_set (MAPPE_STATE_LIGHT (self->light), g_strcmp0 (status, "released") == 0     ? MAPPE_STATE_DONE
                         : g_strcmp0 (status, "in_consent") == 0 ? MAPPE_STATE_WAITING
                                                                 : MAPPE_STATE_NONE, light);
}

/* --- the event --- */

static void
take_file (MappeEventView *self, MappeEventFile *file)
{
  g_clear_pointer (&self->file, mappe_event_file_unref);
  self->file = file;
  fill_head (self);
  fill_stepper (self);
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
    if (step_of (self, mappe_event_steps[i].name) != NULL)
      mappe_event_step_set_file (step_of (self, mappe_event_steps[i].name), file);
  if (mappe_event_view_front (self) == NULL || self->wanted_step != NULL)
    choose_step (self, self->wanted_step != NULL ? number_of (self->wanted_step) : mappe_event_steps_now (file));
  g_clear_pointer (&self->wanted_step, g_free);
  if (self->to_focus)
    focus_step (self);
  self->to_focus = FALSE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeEventView) self = data;
  g_autoptr (GError) error = NULL;
  MappeEventFile *file = mappe_event_file_load_finish (MAPPE_STORE (source), result, &error);

  if (file == NULL)
    {
      if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
      else
        mappe_feedback_error (GTK_WIDGET (self), error, _("The event was not opened"));
      return;
    }
  take_file (self, file);
}

static void
reload (MappeEventView *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->id <= 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_event_file_load_async (self->store, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  MappeEventView *self = data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeEventView *self)
{
  if (self->reload_id == 0 && self->id > 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

/**
 * mappe_event_view_show:
 * @event: id of the event
 * @step: (nullable): name of the step; %NULL: the one the event has come to
 *
 * Shows an event.
 */
void
mappe_event_view_show (MappeEventView *self, gint64 event, const char *step)
{
  g_return_if_fail (MAPPE_IS_EVENT_VIEW (self));
  if (self->id == event && self->file != NULL && step == NULL)
    return;
  if (self->id != event)
    {
      self->id = event;
      g_clear_pointer (&self->wanted_step, g_free);
      g_clear_pointer (&self->file, mappe_event_file_unref);
      /* What was typed for one event must never meet another: the steps begin anew. */
      for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
        if (step_of (self, mappe_event_steps[i].name) != NULL)
          gtk_stack_remove (self->steps, GTK_WIDGET (step_of (self, mappe_event_steps[i].name)));
    }
  if (step != NULL)
    {
      g_free (self->wanted_step);
      self->wanted_step = g_strdup (step);
    }
  reload (self);
}

/** mappe_event_view_get_id: Returns: id of the event on show, or 0 */
gint64
mappe_event_view_get_id (MappeEventView *self)
{
  g_return_val_if_fail (MAPPE_IS_EVENT_VIEW (self), 0);
  return self->id;
}

/** mappe_event_view_get_step: Returns: (nullable): name of the step in front */
const char *
mappe_event_view_get_step (MappeEventView *self)
{
  g_return_val_if_fail (MAPPE_IS_EVENT_VIEW (self), NULL);
  return gtk_stack_get_visible_child_name (self->steps);
}

/** mappe_event_view_get_title: Returns: (nullable): title of the event */
const char *
mappe_event_view_get_title (MappeEventView *self)
{
  g_return_val_if_fail (MAPPE_IS_EVENT_VIEW (self), NULL);
  return self->file != NULL ? mappe_row_get_text (self->file->event->row, MAPPE_EVENT_TITLE) : NULL;
}

/** mappe_event_view_focus: Puts the focus into the step in front, as soon as the event is there. */
void
mappe_event_view_focus (MappeEventView *self)
{
  g_return_if_fail (MAPPE_IS_EVENT_VIEW (self));
  self->to_focus = self->file == NULL || self->wanted_step != NULL;
  if (!self->to_focus)
    focus_step (self);
}

/** mappe_event_view_focus_stepper: Puts the focus onto the button of the step in front. */
void
mappe_event_view_focus_stepper (MappeEventView *self)
{
  g_return_if_fail (MAPPE_IS_EVENT_VIEW (self));
  gtk_widget_grab_focus (self->buttons[number_of (gtk_stack_get_visible_child_name (self->steps))]);
}

/** mappe_event_view_front: Returns: (transfer none) (nullable): the step in front */
MappeEventStep *
mappe_event_view_front (MappeEventView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->steps);

  return child != NULL ? MAPPE_EVENT_STEP (child) : NULL;
}

/** mappe_event_view_print: Prints what is in front: the deployment plan, else the whole file of the event. */
void
mappe_event_view_print (MappeEventView *self)
{
  g_autofree char *today = mappe_date_today ();

  g_return_if_fail (MAPPE_IS_EVENT_VIEW (self));
  if (self->file != NULL && !mappe_event_step_print (mappe_event_view_front (self)))
    mappe_print_document (GTK_WIDGET (self), mappe_build_event (self->file, today, NULL));
}

/* --- GObject --- */

static void
mappe_event_view_dispose (GObject *object)
{
  MappeEventView *self = MAPPE_EVENT_VIEW (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_EVENT_VIEW);
  G_OBJECT_CLASS (mappe_event_view_parent_class)->dispose (object);
}

static void
mappe_event_view_finalize (GObject *object)
{
  MappeEventView *self = MAPPE_EVENT_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->file, mappe_event_file_unref);
  g_free (self->wanted_step);
  G_OBJECT_CLASS (mappe_event_view_parent_class)->finalize (object);
}

static void
mappe_event_view_class_init (MappeEventViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_event_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_event_view_finalize;
  signals[STEP_CHANGED] = g_signal_new ("step-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-event-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeEventView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MappeEventView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, MappeEventView, light_bin);
  gtk_widget_class_bind_template_child (widget_class, MappeEventView, stepper);
  gtk_widget_class_bind_template_child (widget_class, MappeEventView, steps);
  gtk_widget_class_install_action (widget_class, "event.step", "u", step_cb);
  for (guint i = 0; i < MAPPE_EVENT_N_STEPS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "event.step", "u", i);
}

static void
mappe_event_view_init (MappeEventView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->light = mappe_state_light_new ();
  adw_bin_set_child (self->light_bin, self->light);
  make_stepper (self);
}

/** mappe_event_view_new: Returns: (transfer floating): an empty view */
GtkWidget *
mappe_event_view_new (MappeStore *store)
{
  MappeEventView *self = g_object_new (MAPPE_TYPE_EVENT_VIEW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
