/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-step.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-part-form.h"
#include "mappe-record-window.h"

enum { WIDTH = 860, GAP = 18, MARGIN = 12 };

typedef struct {
  MappeStore     *store;
  MappeEventFile *file;
  GtkBox         *head, *body, *foot;
  GtkWidget      *form;      /* of a part; NULL until it is first needed */
  char           *edited;    /* name of the row whose record the form shows */
} MappeEventStepPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeEventStep, mappe_event_step, ADW_TYPE_BIN)

#define PRIVATE(self) ((MappeEventStepPrivate *) mappe_event_step_get_instance_private (self))

enum { PROP_0, PROP_STORE, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* --- the focus finds its row again --- */

/** Place: which row had the focus, and which of its buttons */
typedef struct {
  char *row, *button;
  int   index;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->row);
  g_free (place->button);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX_ROW (child))
      g_ptr_array_add (rows, child);
    else
      collect_rows (child, rows);
}

static void
find_place (MappeEventStep *self, Place *place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  place->index = -1;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (PRIVATE (self)->body)))
    return;
  collect_rows (GTK_WIDGET (PRIVATE (self)->body), rows);
  place->button = g_strdup (gtk_widget_get_name (focus));
  place->index = 0;
  for (guint i = 0; i < rows->len; i++)
    if (focus == g_ptr_array_index (rows, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (rows, i)))
      {
        place->index = (int) i;
        place->row = g_strdup (gtk_widget_get_name (g_ptr_array_index (rows, i)));
      }
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
restore_place (MappeEventStep *self, const Place *place)
{
  GtkWidget *body = GTK_WIDGET (PRIVATE (self)->body);
  GtkWidget *row = place->row != NULL ? find_named (body, place->row) : NULL;
  GtkWidget *button = row != NULL ? find_named (row, place->button) : find_named (body, place->button);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (place->index < 0)
    return;
  collect_rows (body, rows);
  if (row == NULL && place->row != NULL && rows->len > 0)
    row = g_ptr_array_index (rows, MIN ((guint) place->index, rows->len - 1));
  if (button == NULL || !gtk_widget_grab_focus (button))
    {
      if (row == NULL || !gtk_widget_grab_focus (row))
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
}

/** mappe_event_step_rebuild: Builds the body anew, e.g. to show something else of the same file. */
void
mappe_event_step_rebuild (MappeEventStep *self)
{
  MappeEventStepPrivate *priv = PRIVATE (self);
  g_auto (Place) place = { 0 };
  GtkWidget *child;

  find_place (self, &place);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->body))) != NULL)
    gtk_box_remove (priv->body, child);
  MAPPE_EVENT_STEP_GET_CLASS (self)->build (self);
  restore_place (self, &place);
}

/* --- keys of rows --- */

static const MappeRow *
focused_record (MappeEventStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
}

static gboolean
key_cb (MappeEventStep *self, guint keyval, guint keycode, GdkModifierType state)
{
  const MappeRow *record = focused_record (self);
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (record == NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (alt && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && MAPPE_EVENT_STEP_GET_CLASS (self)->move != NULL)
    MAPPE_EVENT_STEP_GET_CLASS (self)->move (self, record, keyval == GDK_KEY_Up ? -1 : 1);
  else if (!alt && keyval == GDK_KEY_F2)
    mappe_event_step_open (self, record);
  else if (!alt && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    mappe_event_step_delete_selected (self);
  else
    return FALSE;
  return TRUE;
}

/* --- acts --- */

typedef struct {
  MappeEventStep *step;
  char           *what_failed, *done;
  void          (*then) (MappeEventStep *self, MappeApplied *applied);
} Act;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Act *act = data;
  g_autoptr (MappeEventStep) step = act->step;
  g_autofree char *what_failed = act->what_failed, *done = act->done;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (gtk_widget_get_root (GTK_WIDGET (step)) == NULL)
    return;
  if (applied == NULL)
    mappe_feedback_error (GTK_WIDGET (step), error, what_failed);
  else if (done != NULL)
    mappe_feedback_undoable (GTK_WIDGET (step), done);
  if (act->then != NULL)
    act->then (step, applied);
}

static void
apply (MappeEventStep *self, MappeEdit *edit, GError *error, const char *what_failed, const char *done,
       void (*then) (MappeEventStep *self, MappeApplied *applied))
{
  g_autoptr (GError) refusal = error;
  Act *act;

  if (edit == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), refusal, what_failed);
      return;
    }
  act = g_new0 (Act, 1);
  *act = (Act) { g_object_ref (self), g_strdup (what_failed), g_strdup (done), then };
  mappe_store_apply_async (PRIVATE (self)->store, edit, NULL, applied_cb, act);
}

/**
 * mappe_event_step_apply:
 * @edit: (transfer full) (nullable): the act; %NULL with @error when it was refused
 * @error: (transfer full) (nullable): why it was refused; told to the user
 * @what_failed: translated sentence for a failure
 *
 * Carries an act out. The new state of the event arrives by build().
 */
void
mappe_event_step_apply (MappeEventStep *self, MappeEdit *edit, GError *error, const char *what_failed)
{
  apply (self, edit, error, what_failed, NULL, NULL);
}

/** mappe_event_step_apply_said: The same; @done (nullable) is said when it is done, with an undo. */
void
mappe_event_step_apply_said (MappeEventStep *self, MappeEdit *edit, GError *error, const char *what_failed,
                             const char *done)
{
  apply (self, edit, error, what_failed, done, NULL);
}

/** mappe_event_step_apply_then: The same; @then is called when it is done, with %NULL when the store refused it. */
void
mappe_event_step_apply_then (MappeEventStep *self, MappeEdit *edit, GError *error, const char *what_failed,
                             void (*then) (MappeEventStep *self, MappeApplied *applied))
{
  apply (self, edit, error, what_failed, NULL, then);
}

/* --- the form of a part --- */

static const MappeListed *
find_part (MappeEventStep *self, gint64 id)
{
  const MappeEventFile *file = PRIVATE (self)->file;
  const MappeEventPart *part = MAPPE_EVENT_STEP_GET_CLASS (self)->part;
  GPtrArray *const lists[] = { file->areas, file->consents, file->lines, file->checks, file->findings };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const MappeListed *listed = g_ptr_array_index (lists[l], i);

        if (listed->row->kind == part->kind && listed->row->id == id)
          return listed;
      }
  return NULL;
}

/* Whoever closes the form goes on where it was opened. */
static void
form_closed_cb (MappeEventStep *self)
{
  MappeEventStepPrivate *priv = PRIVATE (self);
  GtkWidget *row = priv->edited != NULL ? find_named (GTK_WIDGET (priv->body), priv->edited) : NULL;

  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (GTK_WIDGET (priv->body), GTK_DIR_TAB_FORWARD);
}

static MappePartForm *
need_form (MappeEventStep *self, const char *row)
{
  MappeEventStepPrivate *priv = PRIVATE (self);
  const MappeEventPart *part = MAPPE_EVENT_STEP_GET_CLASS (self)->part;

  if (priv->form == NULL)
    {
      priv->form = mappe_part_form_new (priv->store, part->kind, part->fields);
      g_signal_connect_object (priv->form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (priv->head, priv->form);
    }
  g_free (priv->edited);
  priv->edited = g_strdup (row);
  return MAPPE_PART_FORM (priv->form);
}

static void
follow_form (MappeEventStep *self)
{
  MappeEventStepPrivate *priv = PRIVATE (self);

  if (priv->form != NULL)
    mappe_part_form_follow (MAPPE_PART_FORM (priv->form),
                            find_part (self, mappe_part_form_get_id (MAPPE_PART_FORM (priv->form))));
}

/** mappe_event_step_open: Shows a record: a part that the step changes in its form, another event in front, anything
 * else in a window over the page */
void
mappe_event_step_open (MappeEventStep *self, const MappeRow *record)
{
  const MappeEventFile *file = PRIVATE (self)->file;
  const MappeEventPart *part = MAPPE_EVENT_STEP_GET_CLASS (self)->part;
  const MappeListed *listed = part != NULL && record->kind == part->kind ? find_part (self, record->id) : NULL;
  g_autofree char *row = g_strdup_printf ("%s-%" G_GINT64_FORMAT, record->kind->name, record->id);

  if (listed != NULL)
    mappe_part_form_edit (need_form (self, row), listed);
  else if (record->kind == file->event->row->kind && record->id != file->event->row->id)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", record->kind->name, record->id);
  else
    mappe_record_window_open (GTK_WIDGET (self), PRIVATE (self)->store, record->kind, record->id);
}

/** mappe_event_step_new: Asks for a new part of the event in the form of the step. */
void
mappe_event_step_new (MappeEventStep *self)
{
  const MappeEventPart *part = MAPPE_EVENT_STEP_GET_CLASS (self)->part;
  g_autoptr (MappeRow) preset = mappe_row_new_preset (part->kind);

  mappe_value_set_int (&preset->values[part->owner], PRIVATE (self)->file->event->row->id);
  mappe_part_form_add (need_form (self, NULL), preset);
}

/** mappe_event_step_delete_selected: Deletes the record of the row with the focus. Returns: whether there is one */
gboolean
mappe_event_step_delete_selected (MappeEventStep *self)
{
  const MappeRow *record = focused_record (self);
  g_autofree char *title = NULL, *label = NULL, *done = NULL;
  MappeEdit *edit;

  if (record == NULL || record->kind == PRIVATE (self)->file->event->row->kind || !mappe_event_step_is_writable (self))
    return FALSE;
  title = mappe_row_get_title (record);
  label = g_strdup_printf (_("Delete %s"), title);
  done = g_strdup_printf (_("%s deleted"), title);
  edit = mappe_edit_new (label);
  mappe_edit_delete (edit, record->kind, record->id, record->version);
  apply (self, edit, NULL, _("Nothing was deleted"), done, NULL);
  return TRUE;
}

/* --- from the page --- */

gboolean
mappe_event_step_add (MappeEventStep *self)
{
  return PRIVATE (self)->file != NULL && MAPPE_EVENT_STEP_GET_CLASS (self)->add != NULL
         && mappe_event_step_is_writable (self) && MAPPE_EVENT_STEP_GET_CLASS (self)->add (self);
}

gboolean
mappe_event_step_print (MappeEventStep *self)
{
  return PRIVATE (self)->file != NULL && MAPPE_EVENT_STEP_GET_CLASS (self)->print != NULL
         && MAPPE_EVENT_STEP_GET_CLASS (self)->print (self);
}

/** mappe_event_step_get_store: Returns: (transfer none): the council file */
MappeStore *
mappe_event_step_get_store (MappeEventStep *self)
{
  return PRIVATE (self)->store;
}

/** mappe_event_step_is_writable: Returns: whether the file takes changes */
gboolean
mappe_event_step_is_writable (MappeEventStep *self)
{
  return mappe_store_get_state (PRIVATE (self)->store) == MAPPE_STORE_WRITABLE;
}

/** mappe_event_step_get_file: Returns: (transfer none) (nullable): the event as it is in the file */
const MappeEventFile *
mappe_event_step_get_file (MappeEventStep *self)
{
  return PRIVATE (self)->file;
}

GtkBox *
mappe_event_step_get_head (MappeEventStep *self)
{
  return PRIVATE (self)->head;
}

GtkBox *
mappe_event_step_get_body (MappeEventStep *self)
{
  return PRIVATE (self)->body;
}

GtkBox *
mappe_event_step_get_foot (MappeEventStep *self)
{
  return PRIVATE (self)->foot;
}

/** mappe_event_step_set_file: @file: the event to show */
void
mappe_event_step_set_file (MappeEventStep *self, MappeEventFile *file)
{
  MappeEventStepPrivate *priv = PRIVATE (self);

  if (priv->file == file)
    return;
  g_clear_pointer (&priv->file, mappe_event_file_unref);
  priv->file = mappe_event_file_ref (file);
  mappe_event_step_rebuild (self);
  follow_form (self);
}

/* --- GObject --- */

static void
mappe_event_step_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STORE)
    g_set_object (&PRIVATE (MAPPE_EVENT_STEP (object))->store, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mappe_event_step_finalize (GObject *object)
{
  MappeEventStepPrivate *priv = PRIVATE (MAPPE_EVENT_STEP (object));

  g_clear_object (&priv->store);
  g_clear_pointer (&priv->file, mappe_event_file_unref);
  g_free (priv->edited);
  G_OBJECT_CLASS (mappe_event_step_parent_class)->finalize (object);
}

/* The first thing that can have it. */
static gboolean
mappe_event_step_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

static void
mappe_event_step_class_init (MappeEventStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mappe_event_step_set_property;
  object_class->finalize = mappe_event_step_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_event_step_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MAPPE_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkBox *
box_new (GtkBox *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  if (parent != NULL)
    gtk_box_append (parent, box);
  return GTK_BOX (box);
}

static void
mappe_event_step_init (MappeEventStep *self)
{
  MappeEventStepPrivate *priv = PRIVATE (self);
  GtkWidget *clamp = adw_clamp_new ();
  GtkBox *all = box_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->head = box_new (all);
  priv->body = box_new (all);
  priv->foot = box_new (all);
  gtk_widget_set_margin_top (GTK_WIDGET (all), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (all), 2 * MARGIN);
  gtk_widget_set_margin_start (GTK_WIDGET (all), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (all), MARGIN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (all));
  adw_bin_set_child (ADW_BIN (self), clamp);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
