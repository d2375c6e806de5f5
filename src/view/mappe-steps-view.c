/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-steps-view.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-wrap-layout.h"

/**
 * MappeStepsViewPrivate:
 * @id: of the record asked for, which may still be on its way
 * @file: (nullable): what was read
 * @wanted_step: (nullable): to be shown when the record has come; %NULL: the one it has come to
 * @choosing: a step button is set by us
 * @to_focus: once the record has come
 */
typedef struct {
  MappeStore   *store;
  gpointer      file;
  gint64        id;
  char         *title;
  char         *wanted_step;
  GCancellable *cancellable;
  guint         reload_id;
  gboolean      choosing;
  gboolean      to_focus;

  GtkLabel     *title_label;
  GtkLabel     *subtitle_label;
  AdwBin       *light_bin;
  GtkBox       *stepper;
  GtkStack     *steps;
  GtkWidget    *light;
  GPtrArray    *buttons;
} MappeStepsViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeStepsView, mappe_steps_view, ADW_TYPE_BIN)

#define PRIVATE(self) ((MappeStepsViewPrivate *) mappe_steps_view_get_instance_private (MAPPE_STEPS_VIEW (self)))
#define CLASS(self) MAPPE_STEPS_VIEW_GET_CLASS (self)

enum { STEP_CHANGED, LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- steps are made when they are first shown --- */

static GtkWidget *
step_at (MappeStepsView *self, guint n)
{
  return gtk_stack_get_child_by_name (PRIVATE (self)->steps, CLASS (self)->steps[n].name);
}

static GtkWidget *
make_step (MappeStepsView *self, guint n)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);
  const MappeStepSpec *spec = &CLASS (self)->steps[n];
  GtkWidget *step = step_at (self, n);

  if (step != NULL)
    return step;
  step = g_object_new (spec->get_type (), "store", priv->store, NULL);
  gtk_stack_add_named (priv->steps, step, spec->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->title), -1);
  if (priv->file != NULL)
    CLASS (self)->set_file (step, priv->file);
  return step;
}

static guint
number_of (MappeStepsView *self, const char *name)
{
  for (guint i = 0; i < CLASS (self)->n_steps; i++)
    if (g_strcmp0 (CLASS (self)->steps[i].name, name) == 0)
      return i;
  return 0;
}

static void
leave_front (MappeStepsView *self)
{
  if (mappe_steps_view_front (self) != NULL && CLASS (self)->leave_step != NULL)
    CLASS (self)->leave_step (mappe_steps_view_front (self));
}

static void
choose_step (MappeStepsView *self, guint n)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);
  GtkWidget *before = mappe_steps_view_front (self);
  GtkWidget *step = make_step (self, n);

  priv->choosing = TRUE;
  gtk_toggle_button_set_active (g_ptr_array_index (priv->buttons, n), TRUE);
  priv->choosing = FALSE;
  if (before == step)
    return;
  leave_front (self);
  gtk_stack_set_visible_child (priv->steps, step);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

/* A step with nothing to focus leaves it to its button: the keys of this view need the focus in it. */
static void
focus_step (MappeStepsView *self)
{
  GtkWidget *front = mappe_steps_view_front (self);

  if (front == NULL || !gtk_widget_grab_focus (front))
    mappe_steps_view_focus_stepper (self);
}

static void
button_cb (GtkToggleButton *button, MappeStepsView *self)
{
  guint n;

  if (PRIVATE (self)->choosing || !gtk_toggle_button_get_active (button)
      || !g_ptr_array_find (PRIVATE (self)->buttons, button, &n))
    return;
  choose_step (self, n);
  focus_step (self);
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeStepsView *self = MAPPE_STEPS_VIEW (widget);
  guint n = g_variant_get_uint32 (parameter);

  if (PRIVATE (self)->file == NULL || n >= CLASS (self)->n_steps)
    return;
  choose_step (self, n);
  focus_step (self);
}

static void
make_stepper (MappeStepsView *self)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < CLASS (self)->n_steps; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_hexpand (button, TRUE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (priv->buttons, 0));
      g_signal_connect_object (button, "toggled", G_CALLBACK (button_cb), self, 0);
      gtk_box_append (priv->stepper, button);
      g_ptr_array_add (priv->buttons, button);
    }
}

/* The number of a step, or a check mark when it is done; the name says the same in words. */
static void
fill_stepper (MappeStepsView *self)
{
  for (guint i = 0; i < CLASS (self)->n_steps; i++)
    {
      const MappeStepSpec *spec = &CLASS (self)->steps[i];
      GtkWidget *button = g_ptr_array_index (PRIVATE (self)->buttons, i);
      gboolean done = spec->is_done (PRIVATE (self)->file);
      const char *title = _(spec->title);
      g_autofree char *mark = done ? g_strdup ("✓") : g_strdup_printf ("%u", i + 1);
      g_autofree char *text = g_strdup_printf ("%s %s", mark, title);
      /* Translators: a step of the page of a meeting or an event, for screen readers */
      g_autofree char *spoken = g_strdup_printf (done ? _("%s, done") : _("%s, to do"), title);

      gtk_button_set_label (GTK_BUTTON (button), text);
      gtk_widget_set_tooltip_text (button, spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      if (done)
        gtk_widget_add_css_class (button, "step-done");
      else
        gtk_widget_remove_css_class (button, "step-done");
    }
}

/**
 * mappe_steps_view_set_head:
 * @title: of the record
 * @state: its light
 * @word: what the light says, in words
 *
 * Shows what stands above the steps.
 */
void
mappe_steps_view_set_head (MappeStepsView *self, const char *title, const char *subtitle, MappeState state,
                           const char *word)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  gtk_label_set_label (priv->title_label, title);
  gtk_label_set_label (priv->subtitle_label, subtitle);
  mappe_state_light_set (MAPPE_STATE_LIGHT (priv->light), state, word);
}

/* --- the record --- */

static void
drop_file (MappeStepsView *self)
{
  if (PRIVATE (self)->file != NULL)
    CLASS (self)->file_unref (PRIVATE (self)->file);
  PRIVATE (self)->file = NULL;
}

static void
take_file (MappeStepsView *self, gpointer file)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  drop_file (self);
  priv->file = file;
  CLASS (self)->fill_head (self, file);
  fill_stepper (self);
  for (guint i = 0; i < CLASS (self)->n_steps; i++)
    if (step_at (self, i) != NULL)
      CLASS (self)->set_file (step_at (self, i), file);
  if (mappe_steps_view_front (self) == NULL || priv->wanted_step != NULL)
    choose_step (self, priv->wanted_step != NULL ? number_of (self, priv->wanted_step) : CLASS (self)->now (file));
  g_clear_pointer (&priv->wanted_step, g_free);
  if (priv->to_focus)
    focus_step (self);
  priv->to_focus = FALSE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeStepsView) self = data;
  g_autoptr (GError) error = NULL;
  gpointer file = CLASS (self)->load_finish (MAPPE_STORE (source), result, &error);

  if (file == NULL)
    {
      if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
      else
        mappe_feedback_error (GTK_WIDGET (self), error, _(CLASS (self)->not_opened));
      return;
    }
  take_file (self, file);
}

static void
reload (MappeStepsView *self)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->reload_id, g_source_remove);
  if (priv->id <= 0)
    return;
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  CLASS (self)->load_async (priv->store, priv->id, priv->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  PRIVATE (data)->reload_id = 0;
  reload (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeStepsView *self)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  if (priv->reload_id == 0 && priv->id > 0)
    priv->reload_id = g_idle_add (reload_cb, self);
}

/* What was typed for one record must never meet another: the steps begin anew. */
static void
begin_anew (MappeStepsView *self, gint64 id)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  mappe_steps_view_leave (self);
  priv->id = id;
  g_clear_pointer (&priv->wanted_step, g_free);
  g_clear_pointer (&priv->title, g_free);
  drop_file (self);
  for (guint i = 0; i < CLASS (self)->n_steps; i++)
    if (step_at (self, i) != NULL)
      gtk_stack_remove (priv->steps, step_at (self, i));
}

/**
 * mappe_steps_view_show:
 * @id: of the record
 * @step: (nullable): name of the step; %NULL: the one the record has come to
 *
 * Shows a record.
 */
void
mappe_steps_view_show (MappeStepsView *self, gint64 id, const char *step)
{
  MappeStepsViewPrivate *priv;

  g_return_if_fail (MAPPE_IS_STEPS_VIEW (self));
  priv = PRIVATE (self);
  if (priv->id == id && priv->file != NULL && step == NULL)
    return;
  if (priv->id != id)
    begin_anew (self, id);
  if (step != NULL)
    {
      g_free (priv->wanted_step);
      priv->wanted_step = g_strdup (step);
    }
  reload (self);
}

/** mappe_steps_view_leave: Saves what was typed, before another record or page is shown. */
void
mappe_steps_view_leave (MappeStepsView *self)
{
  g_return_if_fail (MAPPE_IS_STEPS_VIEW (self));
  if (PRIVATE (self)->file != NULL)
    leave_front (self);
}

/** mappe_steps_view_get_id: Returns: id of the record on show, or 0 */
gint64
mappe_steps_view_get_id (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), 0);
  return PRIVATE (self)->id;
}

/** mappe_steps_view_get_step: Returns: (nullable): name of the step in front */
const char *
mappe_steps_view_get_step (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), NULL);
  return gtk_stack_get_visible_child_name (PRIVATE (self)->steps);
}

/** mappe_steps_view_get_title: Returns: (nullable): title of the record, as soon as it is read */
const char *
mappe_steps_view_get_title (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), NULL);
  return PRIVATE (self)->title;
}

/** mappe_steps_view_get_store: Returns: (transfer none): the council file */
MappeStore *
mappe_steps_view_get_store (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), NULL);
  return PRIVATE (self)->store;
}

/** mappe_steps_view_get_file: Returns: (transfer none) (nullable): what was read of the record */
gconstpointer
mappe_steps_view_get_file (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), NULL);
  return PRIVATE (self)->file;
}

/** mappe_steps_view_front: Returns: (transfer none) (nullable): the step in front */
GtkWidget *
mappe_steps_view_front (MappeStepsView *self)
{
  g_return_val_if_fail (MAPPE_IS_STEPS_VIEW (self), NULL);
  return gtk_stack_get_visible_child (PRIVATE (self)->steps);
}

/** mappe_steps_view_focus: Puts the focus into the step in front, as soon as the record is there. */
void
mappe_steps_view_focus (MappeStepsView *self)
{
  MappeStepsViewPrivate *priv;

  g_return_if_fail (MAPPE_IS_STEPS_VIEW (self));
  priv = PRIVATE (self);
  priv->to_focus = priv->file == NULL || priv->wanted_step != NULL;
  if (!priv->to_focus)
    focus_step (self);
}

/** mappe_steps_view_focus_stepper: Puts the focus onto the button of the step in front. */
void
mappe_steps_view_focus_stepper (MappeStepsView *self)
{
  g_return_if_fail (MAPPE_IS_STEPS_VIEW (self));
  gtk_widget_grab_focus (g_ptr_array_index (PRIVATE (self)->buttons,
                                            number_of (self, mappe_steps_view_get_step (self))));
}

/* --- GObject --- */

static void
mappe_steps_view_constructed (GObject *object)
{
  MappeStepsView *self = MAPPE_STEPS_VIEW (object);

  G_OBJECT_CLASS (mappe_steps_view_parent_class)->constructed (object);
  gtk_accessible_update_property (GTK_ACCESSIBLE (PRIVATE (self)->stepper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(CLASS (self)->name), -1);
  make_stepper (self);
}

static void
mappe_steps_view_dispose (GObject *object)
{
  MappeStepsViewPrivate *priv = PRIVATE (object);

  g_clear_handle_id (&priv->reload_id, g_source_remove);
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (mappe_steps_view_parent_class)->dispose (object);
}

static void
mappe_steps_view_finalize (GObject *object)
{
  MappeStepsViewPrivate *priv = PRIVATE (object);

  drop_file (MAPPE_STEPS_VIEW (object));
  g_clear_object (&priv->store);
  g_ptr_array_unref (priv->buttons);
  g_free (priv->title);
  g_free (priv->wanted_step);
  G_OBJECT_CLASS (mappe_steps_view_parent_class)->finalize (object);
}

static void
mappe_steps_view_class_init (MappeStepsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_steps_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_steps_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_steps_view_finalize;
  signals[STEP_CHANGED] = g_signal_new ("step-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-steps-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MappeStepsView, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, MappeStepsView, subtitle_label);
  gtk_widget_class_bind_template_child_private (widget_class, MappeStepsView, light_bin);
  gtk_widget_class_bind_template_child_private (widget_class, MappeStepsView, stepper);
  gtk_widget_class_bind_template_child_private (widget_class, MappeStepsView, steps);
  gtk_widget_class_install_action (widget_class, "steps.show", "u", show_cb);
}

static void
mappe_steps_view_init (MappeStepsView *self)
{
  MappeStepsViewPrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->buttons = g_ptr_array_new ();
  priv->light = mappe_state_light_new ();
  adw_bin_set_child (priv->light_bin, priv->light);
}

/** mappe_steps_view_class_set_steps: @steps: (array length=n_steps): of a subclass, in their order; stay for ever */
void
mappe_steps_view_class_set_steps (MappeStepsViewClass *klass, const MappeStepSpec *steps, guint n_steps)
{
  klass->steps = steps;
  klass->n_steps = n_steps;
  for (guint i = 0; i < n_steps; i++)
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_1 + i, GDK_ALT_MASK, "steps.show", "u", i);
}

/** mappe_steps_view_new: @type: a subclass. Returns: (transfer floating): an empty view */
GtkWidget *
mappe_steps_view_new (GType type, MappeStore *store)
{
  GtkWidget *self = g_object_new (type, NULL);

  PRIVATE (self)->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
