/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dossier.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-kept-text.h"
#include "mappe-print.h"

#define WIDEST 1000

/**
 * MappeDossierPrivate:
 * @result: (nullable): what was read last
 * @held: something is being typed: what changes meanwhile is shown afterwards
 * @focus: (nullable): name of the widget to focus as soon as it is there
 * @offset: where the dossier was scrolled to before it was filled anew
 * @tick_id: until its new widgets have their places
 */
typedef struct {
  MappeStore   *store;
  GCancellable *cancellable;
  guint         refresh_id, tick_id, n_ticks;
  double        offset;
  gint64        id;
  gpointer      result;
  char         *title;
  char         *focus;
  gboolean      stale, held, shown;
  GtkStack     *stack;
  GtkBox       *box;
  GtkScrolledWindow *scroller;
} MappeDossierPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeDossier, mappe_dossier, ADW_TYPE_BIN)

#define PRIVATE(self) ((MappeDossierPrivate *) mappe_dossier_get_instance_private (MAPPE_DOSSIER (self)))

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- the focus through a refill --- */

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

/* Entries hold the focus in a part of theirs: the name is that of the nearest one above that was given one. */
static void
note_focus (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (priv->focus != NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (priv->box)))
    return;
  while (focus != GTK_WIDGET (priv->box) && !g_str_has_prefix (gtk_widget_get_name (focus), "dossier-"))
    focus = gtk_widget_get_parent (focus);
  if (focus != GTK_WIDGET (priv->box))
    priv->focus = g_strdup (gtk_widget_get_name (focus));
}

static void
restore_focus (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);
  GtkWidget *widget = priv->focus != NULL ? find_named (GTK_WIDGET (priv->box), priv->focus) : NULL;

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  else if (priv->focus != NULL)
    gtk_widget_child_focus (GTK_WIDGET (priv->box), GTK_DIR_TAB_FORWARD);
  g_clear_pointer (&priv->focus, g_free);
}

/* --- the place through a refill --- */

static void
stop_ticks (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);

  if (priv->tick_id > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick_id);
  priv->tick_id = 0;
}

/* The first frame gives the widgets their places; the focus, set before that, led to the top. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeDossierPrivate *priv = PRIVATE (widget);

  if (priv->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scroller), priv->offset);
  priv->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
keep_place (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);

  if (priv->tick_id == 0)
    priv->offset = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (priv->scroller));
  stop_ticks (self);
  priv->n_ticks = 0;
  if (priv->offset > 0)
    priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* --- filling --- */

static void
drop_result (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);

  if (priv->result != NULL)
    MAPPE_DOSSIER_GET_CLASS (self)->result_free (priv->result);
  priv->result = NULL;
}

/** mappe_dossier_refill: Fills the dossier anew from what was read last. */
void
mappe_dossier_refill (MappeDossier *self)
{
  MappeDossierPrivate *priv;
  GtkWidget *child;

  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  priv = PRIVATE (self);
  note_focus (self);
  keep_place (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->box))))
    gtk_box_remove (priv->box, child);
  if (priv->result != NULL)
    MAPPE_DOSSIER_GET_CLASS (self)->fill (self, priv->box, priv->result);
  gtk_stack_set_visible_child_name (priv->stack, priv->result != NULL ? "dossier" : "missing");
  restore_focus (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDossier) self = data;
  MappeDossierPrivate *priv = PRIVATE (self);
  MappeDossierClass *klass = MAPPE_DOSSIER_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  gpointer answer = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (priv->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (answer != NULL)
        klass->result_free (answer);
      return;
    }
  if (error != NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The page could not be read"));
      return;
    }
  drop_result (self);
  priv->result = answer;
  g_clear_pointer (&priv->title, g_free);
  if (answer != NULL && klass->title != NULL)
    priv->title = klass->title (self, answer);
  mappe_dossier_refill (self);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
fetch (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);
  MappeDossierClass *klass = MAPPE_DOSSIER_GET_CLASS (self);

  /* One reading is enough: a second one would fill the page anew under the pointer. */
  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  priv->stale = FALSE;
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  mappe_store_read_async (priv->store, MAPPE_PRIORITY_PAGE, klass->load, g_memdup2 (&priv->id, sizeof priv->id),
                          g_free, klass->result_free, priv->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  PRIVATE (data)->refresh_id = 0;
  fetch (data);
  return G_SOURCE_REMOVE;
}

static void
read_stale (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);

  if (priv->stale && !priv->held && priv->shown && priv->refresh_id == 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (MappeDossier *self)
{
  PRIVATE (self)->stale = TRUE;
  read_stale (self);
}

/* --- for pages and subclasses --- */

/** mappe_dossier_get_store: Returns: (transfer none): the council file */
MappeStore *
mappe_dossier_get_store (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), NULL);
  return PRIVATE (self)->store;
}

/** mappe_dossier_show: @id: of the record; 0 for a dossier of all of them */
void
mappe_dossier_show (MappeDossier *self, gint64 id)
{
  MappeDossierPrivate *priv;

  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  priv = PRIVATE (self);
  /* What is typed stays where it is when somebody comes back to it. */
  if (priv->held && priv->shown && priv->id == id)
    return;
  if (priv->id != id || !priv->shown)
    {
      gtk_stack_set_visible_child_name (priv->stack, "wait");
      stop_ticks (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scroller), 0);
      g_clear_pointer (&priv->title, g_free);
      drop_result (self);
    }
  priv->id = id;
  priv->shown = TRUE;
  priv->held = FALSE;
  fetch (self);
}

/** mappe_dossier_get_id: Returns: id of the record shown, or 0 */
gint64
mappe_dossier_get_id (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), 0);
  return PRIVATE (self)->id;
}

/** mappe_dossier_get_title: Returns: (nullable): title of the window, as soon as it is read */
const char *
mappe_dossier_get_title (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), NULL);
  return PRIVATE (self)->title;
}

/** mappe_dossier_get_result: Returns: (transfer none) (nullable): what was read last */
gconstpointer
mappe_dossier_get_result (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), NULL);
  return PRIVATE (self)->result;
}

/** mappe_dossier_is_writable: Returns: whether acts can be carried out */
gboolean
mappe_dossier_is_writable (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), FALSE);
  return mappe_store_get_state (PRIVATE (self)->store) == MAPPE_STORE_WRITABLE;
}

/** mappe_dossier_hold: @held: whether something is being typed, so that the dossier is not filled anew */
void
mappe_dossier_hold (MappeDossier *self, gboolean held)
{
  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  PRIVATE (self)->held = held;
  read_stale (self);
}

/** mappe_dossier_is_held: Returns: whether something is typed that is not saved */
gboolean
mappe_dossier_is_held (MappeDossier *self)
{
  g_return_val_if_fail (MAPPE_IS_DOSSIER (self), FALSE);
  return PRIVATE (self)->held;
}

/** mappe_dossier_focus: @name: of the widget that has the focus after the next filling, or now if it is there */
void
mappe_dossier_focus (MappeDossier *self, const char *name)
{
  MappeDossierPrivate *priv;

  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  priv = PRIVATE (self);
  g_free (priv->focus);
  priv->focus = g_strdup (name);
}

/** mappe_dossier_save: Saves what is typed, where the dossier has something to type in. */
void
mappe_dossier_save (MappeDossier *self)
{
  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  if (MAPPE_DOSSIER_GET_CLASS (self)->save != NULL)
    MAPPE_DOSSIER_GET_CLASS (self)->save (self);
}

/** mappe_dossier_print: Prints the dossier, after a preview. */
void
mappe_dossier_print (MappeDossier *self)
{
  MappeDossierClass *klass;

  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  klass = MAPPE_DOSSIER_GET_CLASS (self);
  if (klass->paper != NULL && PRIVATE (self)->result != NULL)
    mappe_print_document (GTK_WIDGET (self), klass->paper (self, PRIVATE (self)->result));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_dossier_print (MAPPE_DOSSIER (widget));
}

/* --- acts --- */

/* @typed: (nullable): words of the fields whose texts are saved with it, see mappe_dossier_keep_buffer(); of @record */
typedef struct {
  MappeDossier      *dossier;
  char              *done, *what_failed;
  const char *const *typed;
  gint64             record;
} Act;

static void
forget_typed (const Act *act)
{
  for (guint i = 0; act->typed != NULL && act->typed[i] != NULL; i++)
    mappe_kept_text_save (PRIVATE (act->dossier)->store, act->typed[i], act->record, NULL);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Act *act = data;
  g_autoptr (MappeDossier) dossier = act->dossier;
  g_autofree char *done = act->done, *what_failed = act->what_failed;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied != NULL)
    forget_typed (act);
  if (applied == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (dossier), error, what_failed);
      /* What was switched goes back to what is stored; what was typed stays. */
      if (PRIVATE (dossier)->box != NULL && !PRIVATE (dossier)->held)
        mappe_dossier_refill (dossier);
    }
  else if (done != NULL)
    mappe_feedback_undoable (GTK_WIDGET (dossier), done);
}

/**
 * mappe_dossier_apply:
 * @edit: (transfer full): the act
 * @done: (nullable): translated, said when it is saved, with an undo
 * @what_failed: translated sentence for a failure
 *
 * Carries an act out; the dossier is filled anew when it is saved.
 */
void
mappe_dossier_apply (MappeDossier *self, MappeEdit *edit, const char *done, const char *what_failed)
{
  mappe_dossier_apply_typed (self, edit, done, what_failed, NULL, 0);
}

/**
 * mappe_dossier_apply_typed:
 * @typed: (nullable) (array zero-terminated=1): words of the fields whose texts it saves; stay for ever
 * @record: the record that they belong to
 *
 * The same; what was typed is kept until it is saved, see mappe_dossier_keep_buffer().
 */
void
mappe_dossier_apply_typed (MappeDossier *self, MappeEdit *edit, const char *done, const char *what_failed,
                           const char *const *typed, gint64 record)
{
  Act *act;

  g_return_if_fail (MAPPE_IS_DOSSIER (self));
  act = g_new (Act, 1);
  *act = (Act) { g_object_ref (self), g_strdup (done), g_strdup (what_failed), typed, record };
  mappe_store_apply_async (PRIVATE (self)->store, edit, NULL, applied_cb, act);
}

/* --- GObject --- */

static gboolean
mappe_dossier_grab_focus (GtkWidget *widget)
{
  MappeDossierPrivate *priv = PRIVATE (widget);

  if (priv->result != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (priv->box), GTK_DIR_TAB_FORWARD);
  if (priv->focus == NULL)
    priv->focus = g_strdup ("dossier-first");
  return FALSE;
}

static void
mappe_dossier_dispose (GObject *object)
{
  MappeDossierPrivate *priv = PRIVATE (object);

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  stop_ticks (MAPPE_DOSSIER (object));
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  priv->box = NULL;
  drop_result (MAPPE_DOSSIER (object));
  G_OBJECT_CLASS (mappe_dossier_parent_class)->dispose (object);
}

static void
mappe_dossier_finalize (GObject *object)
{
  MappeDossierPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->store);
  g_free (priv->title);
  g_free (priv->focus);
  G_OBJECT_CLASS (mappe_dossier_parent_class)->finalize (object);
}

static void
mappe_dossier_class_init (MappeDossierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_dossier_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_dossier_finalize;
  widget_class->grab_focus = mappe_dossier_grab_focus;
  widget_class->focus = mappe_focus_child;
  gtk_widget_class_install_action (widget_class, "dossier.print", NULL, print_cb);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkWidget *
make_missing (void)
{
  GtkWidget *missing = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (missing), _("The record is not there any more"));
  adw_status_page_set_description (ADW_STATUS_PAGE (missing), _("The record was deleted. Undo brings it back."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (missing), "edit-delete-symbolic");
  gtk_widget_add_css_class (missing, "compact");
  return missing;
}

static void
mappe_dossier_init (MappeDossier *self)
{
  MappeDossierPrivate *priv = PRIVATE (self);
  GtkWidget *clamp = adw_clamp_new ();

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_object_set (priv->box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 24, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (priv->box));
  priv->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (priv->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (priv->scroller, clamp);
  priv->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (priv->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (priv->stack, GTK_WIDGET (priv->scroller), "dossier");
  gtk_stack_add_named (priv->stack, make_missing (), "missing");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->stack));
}

/** mappe_dossier_new: @type: a subclass. Returns: (transfer floating): a dossier that shows nothing yet */
GtkWidget *
mappe_dossier_new (GType type, MappeStore *store)
{
  MappeDossier *self = g_object_new (type, NULL);

  PRIVATE (self)->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.print", MAPPE_DOSSIER_GET_CLASS (self)->paper != NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (read_stale), NULL);
  return GTK_WIDGET (self);
}
