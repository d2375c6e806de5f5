/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-row.h"

#include <glib/gi18n-lib.h>

#include "mappe-display.h"
#include "mappe-field-input.h"
#include "mappe-field-message.h"
#include "mappe-personal-warning.h"
#include "mappe-reveal.h"
#include "mappe-text.h"

/**
 * MappeFieldRowPrivate:
 * @base: (nullable): stored form the row was opened with
 * @value: (nullable): stored form as edited; meaningless while @typed is set
 * @typed: (nullable): text that could not be understood
 * @fault: (nullable): what is wrong with the input
 * @remark: (nullable): what the form or the store says about the field
 * @before: (nullable): input at the start of the edit, for Escape
 * @left: the focus has been elsewhere since the last key
 * @loading: the editor is being filled, its signals are not the user's
 */
typedef struct {
  MappeStore      *store;
  const MappeKind *kind;
  guint            field;
  char            *base, *base_shown;
  char            *value, *shown;
  char            *typed;
  GError          *fault;
  char            *remark;
  char            *before, *before_shown;
  gboolean         touched, editing, loading, locked, left;

  GtkWidget       *title, *stack, *reader_box, *reader, *editor, *suffixes;
  GtkWidget       *message;
  char            *proposed;
} MappeFieldRowPrivate;

enum { CHANGED, MOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_STORE, PROP_KIND, PROP_FIELD, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeFieldRow, mappe_field_row, ADW_TYPE_PREFERENCES_ROW)

static MappeFieldRowPrivate *
get_private (MappeFieldRow *self)
{
  return mappe_field_row_get_instance_private (self);
}

static char *
describe (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->typed != NULL)
    return g_strdup (priv->typed);
  if (priv->value != NULL && MAPPE_FIELD_ROW_GET_CLASS (self)->describe != NULL)
    return MAPPE_FIELD_ROW_GET_CLASS (self)->describe (self, priv->value);
  g_autoptr (MappeRow) row = mappe_row_new (priv->kind);
  if (priv->value == NULL || !mappe_row_set_canonical (row, priv->field, priv->value, NULL))
    return g_strdup ("");
  return mappe_display_field (mappe_display_get (priv->store), row, priv->field, priv->shown);
}

static char *
make_message (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  /* A part of a name is no fault while the list of records is still being narrowed down. */
  gboolean searching = mappe_field_row_get_spec (self)->type == MAPPE_FIELD_REF && priv->typed != NULL && !priv->left;
  if (priv->fault != NULL && !searching && (priv->touched || priv->typed != NULL))
    {
      g_autofree char *message = mappe_field_row_explain (self, priv->fault);
      return *message != '\0' ? g_steal_pointer (&message) : NULL;
    }
  if (priv->remark == NULL && priv->value != NULL
      && mappe_personal_warning_concerns (priv->kind, mappe_field_row_get_spec (self)))
    return mappe_personal_warning (priv->value);
  if (priv->remark == NULL && priv->value != NULL && MAPPE_FIELD_ROW_GET_CLASS (self)->note != NULL)
    return MAPPE_FIELD_ROW_GET_CLASS (self)->note (self);
  return g_strdup (priv->remark);
}

/* The state is told by a bar, by the word in the description and by the message: never by colour alone. */
static void
refresh_accessible (MappeFieldRow *self, const char *text, const char *message)
{
  MappeFieldRowPrivate *priv = get_private (self);
  const char *label = _(mappe_field_row_get_spec (self)->label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, *text != '\0' ? text : _("empty"));
  g_autoptr (GString) about = g_string_new (NULL);
  if (mappe_field_row_is_dirty (self))
    g_string_append (about, _("Changed, not saved."));
  if (message != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? " " : "", message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about->str, -1);
  if (priv->editor != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about->str,
                                    -1);
}

static void
set_class (MappeFieldRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
refresh_message (MappeFieldRow *self, const char *message)
{
  MappeFieldRowPrivate *priv = get_private (self);
  const char *typed = priv->typed != NULL ? priv->typed : priv->value != NULL ? priv->value : "";
  g_clear_pointer (&priv->proposed, g_free);
  if (message != NULL && priv->fault != NULL)
    priv->proposed = mappe_field_proposal (mappe_field_row_get_spec (self), typed, priv->fault);
  g_autofree char *proposed =
      priv->proposed != NULL ? mappe_field_format_typed (mappe_field_row_get_spec (self), priv->proposed) : NULL;
  mappe_field_message_set (MAPPE_FIELD_MESSAGE (priv->message), message, proposed);
}

static void
show_text (MappeFieldRow *self, const char *text)
{
  MappeFieldRowPrivate *priv = get_private (self);
  gboolean empty = *text == '\0';
  gtk_label_set_label (GTK_LABEL (priv->reader), empty ? "–" : text);
  if (empty)
    gtk_widget_add_css_class (priv->reader, "dim-label");
  else
    gtk_widget_remove_css_class (priv->reader, "dim-label");
}

static gboolean
is_fixed (MappeFieldRow *self)
{
  return get_private (self)->locked || (mappe_field_row_get_spec (self)->flags & MAPPE_FIELD_READONLY) != 0;
}

static void
judge (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->typed != NULL)
    return;
  g_clear_error (&priv->fault);
  mappe_field_check (mappe_field_row_get_spec (self), priv->value, &priv->fault);
}

/* A remark was made about the former value; a new one makes it void. */
static void
announce (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  g_clear_pointer (&priv->remark, g_free);
  priv->touched = TRUE;
  priv->left = FALSE;
  judge (self);
  mappe_field_row_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load_editor (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->editor == NULL)
    return;
  priv->loading = TRUE;
  MAPPE_FIELD_ROW_GET_CLASS (self)->load (self, priv->typed, priv->value, priv->shown);
  priv->loading = FALSE;
}

static void
put (MappeFieldRow *self, const char *canonical, const char *shown)
{
  MappeFieldRowPrivate *priv = get_private (self);
  g_clear_pointer (&priv->typed, g_free);
  mappe_set_str (&priv->value, canonical != NULL && *canonical != '\0' ? canonical : NULL);
  mappe_set_str (&priv->shown, shown);
}

static void
proposal_cb (MappeFieldRow *self)
{
  g_autofree char *proposed = g_strdup (get_private (self)->proposed);
  mappe_field_row_set_value (self, proposed, NULL);
  if (mappe_field_row_is_editing (self))
    MAPPE_FIELD_ROW_GET_CLASS (self)->focus (self);
}

static void
revert (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  g_autofree char *before = g_strdup (priv->before), *shown = g_strdup (priv->before_shown);
  mappe_field_row_set_value (self, before, shown);
  mappe_field_row_end_edit (self);
}

/* Enter and Escape belong to a list that is open, and Enter to a button that has the focus. */
static gboolean
list_has_key (MappeFieldRow *self, guint keyval)
{
  MappeFieldRowClass *klass = MAPPE_FIELD_ROW_GET_CLASS (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || (klass->is_open != NULL && klass->is_open (self)))
    return TRUE;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;
  return keyval != GDK_KEY_Escape && !GTK_IS_TEXT (focus);
}

static gboolean
move_on (MappeFieldRow *self, int direction)
{
  gboolean handled = FALSE;
  g_signal_emit (self, signals[MOVE], 0, direction, &handled);
  return handled;
}

static gboolean
step (MappeFieldRow *self, int direction)
{
  MappeFieldRowClass *klass = MAPPE_FIELD_ROW_GET_CLASS (self);
  return (klass->move != NULL && klass->move (self, direction)) || move_on (self, direction);
}

static gboolean
editor_key_cb (MappeFieldRow *self, guint keyval, guint code, GdkModifierType state)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (!priv->editing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return step (self, keyval == GDK_KEY_Tab ? 1 : -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Escape:
      if (list_has_key (self, keyval))
        return GDK_EVENT_PROPAGATE;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (keyval == GDK_KEY_Escape)
    revert (self);
  else
    mappe_field_row_end_edit (self);
  if (!priv->editing)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
row_key_cb (MappeFieldRow *self, guint keyval, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  MappeFieldRowPrivate *priv = get_private (self);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean types = letter > ' ' && letter != 0x7f && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (priv->editing || root == NULL || gtk_root_get_focus (root) != GTK_WIDGET (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    return mappe_field_row_begin_edit (self);
  if (!types || !mappe_field_row_begin_edit (self))
    return GDK_EVENT_PROPAGATE;
  GtkWidget *focus = gtk_root_get_focus (root);
  return GTK_IS_TEXT (focus) && gtk_event_controller_key_forward (keys, focus);
}

static void
click_cb (MappeFieldRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->editing || (at != NULL && gtk_widget_is_ancestor (at, priv->suffixes)))
    return;
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
mappe_field_row_activate (GtkListBoxRow *row)
{
  MappeFieldRow *self = MAPPE_FIELD_ROW (row);
  if (is_fixed (self))
    return;
  if (MAPPE_FIELD_ROW_GET_CLASS (self)->activated != NULL)
    MAPPE_FIELD_ROW_GET_CLASS (self)->activated (self);
  else
    mappe_field_row_begin_edit (self);
}

static GtkWidget *
build_value (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  priv->stack = gtk_stack_new ();
  priv->reader_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  priv->reader = gtk_label_new (NULL);
  gtk_stack_set_vhomogeneous (GTK_STACK (priv->stack), FALSE);
  /* Else the stack asks for the width of the reader in one line while the editor is seen. */
  gtk_stack_set_hhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_label_set_wrap (GTK_LABEL (priv->reader), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (priv->reader), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (priv->reader), 0);
  gtk_widget_set_hexpand (priv->reader, TRUE);
  gtk_box_append (GTK_BOX (priv->reader_box), priv->reader);
  gtk_stack_add_named (GTK_STACK (priv->stack), priv->reader_box, "read");
  return priv->stack;
}

static void
build (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *down = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  priv->title = gtk_label_new (NULL);
  priv->suffixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  priv->message = mappe_field_message_new ();
  g_signal_connect_object (priv->message, "accepted", G_CALLBACK (proposal_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->title), TRUE);
  gtk_widget_add_css_class (priv->title, "caption");
  gtk_widget_add_css_class (priv->title, "dim-label");
  gtk_widget_set_hexpand (down, TRUE);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (across, "field-content");
  gtk_box_append (GTK_BOX (down), priv->title);
  gtk_box_append (GTK_BOX (down), build_value (self));
  gtk_box_append (GTK_BOX (down), priv->message);
  gtk_box_append (GTK_BOX (across), down);
  gtk_box_append (GTK_BOX (across), priv->suffixes);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), across);
}

static void
mappe_field_row_constructed (GObject *object)
{
  MappeFieldRow *self = MAPPE_FIELD_ROW (object);
  const MappeFieldSpec *spec = mappe_field_row_get_spec (self);
  gboolean required = (spec->flags & MAPPE_FIELD_REQUIRED) != 0 && (spec->flags & MAPPE_FIELD_UNIQUE) == 0;
  g_autofree char *title = required ? g_strdup_printf ("%s *", _(spec->label)) : g_strdup (_(spec->label));
  G_OBJECT_CLASS (mappe_field_row_parent_class)->constructed (object);
  gtk_label_set_label (GTK_LABEL (get_private (self)->title), title);
  if (required)
    gtk_widget_set_tooltip_text (get_private (self)->title, _("Required"));
  gtk_widget_set_name (GTK_WIDGET (self), spec->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), (spec->flags & MAPPE_FIELD_READONLY) == 0);
}

static void
mappe_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MappeFieldRowPrivate *priv = get_private (MAPPE_FIELD_ROW (object));
  switch (prop_id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    case PROP_KIND:
      priv->kind = g_value_get_pointer (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_field_row_dispose (GObject *object)
{
  MappeFieldRowPrivate *priv = get_private (MAPPE_FIELD_ROW (object));
  g_clear_object (&priv->store);
  G_OBJECT_CLASS (mappe_field_row_parent_class)->dispose (object);
}

static void
mappe_field_row_finalize (GObject *object)
{
  MappeFieldRowPrivate *priv = get_private (MAPPE_FIELD_ROW (object));
  char **texts[] = { &priv->base,   &priv->base_shown, &priv->value,        &priv->shown,   &priv->typed,
                     &priv->remark, &priv->before,     &priv->before_shown, &priv->proposed };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_error (&priv->fault);
  G_OBJECT_CLASS (mappe_field_row_parent_class)->finalize (object);
}

static void
mappe_field_row_class_init (MappeFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mappe_field_row_constructed;
  object_class->set_property = mappe_field_row_set_property;
  object_class->dispose = mappe_field_row_dispose;
  object_class->finalize = mappe_field_row_finalize;
  GTK_LIST_BOX_ROW_CLASS (klass)->activate = mappe_field_row_activate;
  klass->show_value = show_text;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MAPPE_TYPE_STORE, flags);
  properties[PROP_KIND] = g_param_spec_pointer ("kind", NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_uint ("field", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
}

static void
mappe_field_row_init (MappeFieldRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *editor_keys = gtk_event_controller_key_new ();

  build (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-row");
  gtk_event_controller_set_propagation_phase (editor_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (click_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor_keys, "key-pressed", G_CALLBACK (editor_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (get_private (self)->stack, editor_keys);
}

/** mappe_field_row_get_field: Returns: number of the field in its kind */
guint
mappe_field_row_get_field (MappeFieldRow *self)
{
  return get_private (self)->field;
}

/** mappe_field_row_get_kind: Returns: kind of the record */
const MappeKind *
mappe_field_row_get_kind (MappeFieldRow *self)
{
  return get_private (self)->kind;
}

/** mappe_field_row_get_spec: Returns: the field */
const MappeFieldSpec *
mappe_field_row_get_spec (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  return &priv->kind->fields[priv->field];
}

/** mappe_field_row_get_store: Returns: (transfer none): the store */
MappeStore *
mappe_field_row_get_store (MappeFieldRow *self)
{
  return get_private (self)->store;
}

/**
 * mappe_field_row_set_base:
 * @self: the row
 * @canonical: (nullable): stored form in the file
 * @shown: (nullable): title of the record referred to
 *
 * Starts anew with what the file holds; input not saved is gone.
 */
void
mappe_field_row_set_base (MappeFieldRow *self, const char *canonical, const char *shown)
{
  MappeFieldRowPrivate *priv = get_private (self);
  mappe_set_str (&priv->base, canonical != NULL && *canonical != '\0' ? canonical : NULL);
  mappe_set_str (&priv->base_shown, shown);
  put (self, canonical, shown);
  g_clear_pointer (&priv->remark, g_free);
  priv->touched = FALSE;
  judge (self);
  mappe_field_row_end_edit (self);
  load_editor (self);
  mappe_field_row_refresh (self);
}

/**
 * mappe_field_row_rebase:
 * @self: the row
 * @canonical: (nullable): stored form now in the file
 * @shown: (nullable): title of the record referred to
 *
 * Like mappe_field_row_set_base(), but input stays.
 */
void
mappe_field_row_rebase (MappeFieldRow *self, const char *canonical, const char *shown)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (!mappe_field_row_is_dirty (self) && !(priv->editing && g_strcmp0 (priv->base, canonical) == 0))
    {
      mappe_field_row_set_base (self, canonical, shown);
      return;
    }
  mappe_set_str (&priv->base, canonical != NULL && *canonical != '\0' ? canonical : NULL);
  mappe_set_str (&priv->base_shown, shown);
  mappe_field_row_refresh (self);
}

/**
 * mappe_field_row_set_value:
 * @self: the row
 * @canonical: (nullable): stored form
 * @shown: (nullable): title of the record referred to
 *
 * Input by the program: a proposal, a draft, a choice between values.
 */
void
mappe_field_row_set_value (MappeFieldRow *self, const char *canonical, const char *shown)
{
  put (self, canonical, shown);
  load_editor (self);
  announce (self);
}

/**
 * mappe_field_row_set_typed:
 * @self: the row
 * @typed: a text as the user typed it, for example from a draft
 */
void
mappe_field_row_set_typed (MappeFieldRow *self, const char *typed)
{
  mappe_field_row_take_typed (self, typed);
  load_editor (self);
}

/** mappe_field_row_get_base: Returns: (nullable): stored form the row was opened with */
const char *
mappe_field_row_get_base (MappeFieldRow *self)
{
  return get_private (self)->base;
}

/** mappe_field_row_get_base_shown: Returns: (nullable): title of the record the base refers to */
const char *
mappe_field_row_get_base_shown (MappeFieldRow *self)
{
  return get_private (self)->base_shown;
}

/** mappe_field_row_get_value: Returns: (nullable): stored form of the input; void while a fault stands */
const char *
mappe_field_row_get_value (MappeFieldRow *self)
{
  return get_private (self)->value;
}

/** mappe_field_row_get_shown: Returns: (nullable): title of the record referred to */
const char *
mappe_field_row_get_shown (MappeFieldRow *self)
{
  return get_private (self)->shown;
}

/** mappe_field_row_get_typed: Returns: (nullable): input that was not understood */
const char *
mappe_field_row_get_typed (MappeFieldRow *self)
{
  return get_private (self)->typed;
}

/** mappe_field_row_get_fault: Returns: (nullable): what is wrong with the input */
const GError *
mappe_field_row_get_fault (MappeFieldRow *self)
{
  return get_private (self)->fault;
}

/** mappe_field_row_is_dirty: Returns: whether the input differs from what the row was opened with */
gboolean
mappe_field_row_is_dirty (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  return priv->typed != NULL || g_strcmp0 (priv->value, priv->base) != 0;
}

/** mappe_field_row_is_editing: Returns: whether the editor is shown */
gboolean
mappe_field_row_is_editing (MappeFieldRow *self)
{
  return get_private (self)->editing;
}

/** mappe_field_row_is_locked: Returns: whether the user cannot change the field now */
gboolean
mappe_field_row_is_locked (MappeFieldRow *self)
{
  return is_fixed (self);
}

/** mappe_field_row_set_locked: @locked: no editing: the store is read-only, or the record is not there yet */
void
mappe_field_row_set_locked (MappeFieldRow *self, gboolean locked)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->locked == locked)
    return;
  priv->locked = locked;
  if (locked)
    mappe_field_row_end_edit (self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !is_fixed (self));
  mappe_field_row_refresh (self);
}

/** mappe_field_row_set_remark: @remark: (nullable): a sentence below the field, until its input changes */
void
mappe_field_row_set_remark (MappeFieldRow *self, const char *remark)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (mappe_set_str (&priv->remark, remark))
    mappe_field_row_refresh (self);
}

/** mappe_field_row_show_faults: Shows also faults in fields the user has not been to: after an attempt to save. */
void
mappe_field_row_show_faults (MappeFieldRow *self)
{
  get_private (self)->touched = get_private (self)->left = TRUE;
  mappe_field_row_refresh (self);
}

/** mappe_field_row_refresh: Shows value, state and message anew, for example when code labels have come. */
void
mappe_field_row_refresh (MappeFieldRow *self)
{
  g_autofree char *text = describe (self);
  g_autofree char *message = make_message (self);
  gboolean dirty = mappe_field_row_is_dirty (self);
  MAPPE_FIELD_ROW_GET_CLASS (self)->show_value (self, text);
  refresh_message (self, message);
  refresh_accessible (self, text, message);
  set_class (self, "dirty", dirty);
  set_class (self, "faulty", message != NULL);
  /* The preview or the message below the editor may have come. */
  if (get_private (self)->editing)
    mappe_reveal (GTK_WIDGET (self));
}

/**
 * mappe_field_row_begin_edit:
 * @self: the row
 *
 * Returns: whether the row is in edit now, with the focus in its editor
 */
gboolean
mappe_field_row_begin_edit (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  MappeFieldRowClass *klass = MAPPE_FIELD_ROW_GET_CLASS (self);
  if (is_fixed (self) || klass->create_editor == NULL)
    return FALSE;
  if (priv->editor == NULL)
    {
      priv->editor = klass->create_editor (self);
      gtk_stack_add_named (GTK_STACK (priv->stack), priv->editor, "edit");
      load_editor (self);
      mappe_field_row_refresh (self);
    }
  if (!priv->editing)
    {
      mappe_set_str (&priv->before, priv->value);
      mappe_set_str (&priv->before_shown, priv->shown);
    }
  priv->editing = TRUE;
  set_class (self, "editing", TRUE);
  gtk_stack_set_visible_child (GTK_STACK (priv->stack), priv->editor);
  klass->focus (self);
  mappe_reveal (GTK_WIDGET (self));
  return TRUE;
}

/**
 * mappe_field_row_end_edit:
 * @self: the row
 *
 * Goes back to reading. A text that was not understood stays in the editor, beside its message.
 */
void
mappe_field_row_end_edit (MappeFieldRow *self)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (!priv->editing)
    return;
  if (priv->typed != NULL && !priv->locked)
    {
      priv->left = TRUE;
      mappe_field_row_refresh (self);
      return;
    }
  priv->editing = FALSE;
  set_class (self, "editing", FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "read");
  load_editor (self);
}

/** mappe_field_row_take: The user chose @canonical, called @shown. */
void
mappe_field_row_take (MappeFieldRow *self, const char *canonical, const char *shown)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->loading)
    return;
  put (self, canonical, shown);
  announce (self);
}

/** mappe_field_row_take_typed: The user typed @typed. */
void
mappe_field_row_take_typed (MappeFieldRow *self, const char *typed)
{
  g_autofree char *canonical = NULL;
  GError *fault = NULL;
  if (get_private (self)->loading)
    return;
  if (mappe_field_parse_typed (mappe_field_row_get_spec (self), typed, &canonical, &fault))
    mappe_field_row_take (self, canonical, NULL);
  else
    mappe_field_row_take_fault (self, typed, fault);
}

/** mappe_field_row_take_fault: The user typed @typed, which means nothing: @fault (transfer full). */
void
mappe_field_row_take_fault (MappeFieldRow *self, const char *typed, GError *fault)
{
  MappeFieldRowPrivate *priv = get_private (self);
  if (priv->loading)
    {
      g_error_free (fault);
      return;
    }
  mappe_set_str (&priv->typed, typed);
  g_clear_error (&priv->fault);
  priv->fault = fault;
  announce (self);
}

/** mappe_field_row_move: Leaves to the next row, or with -1 to the one before. Returns: whether there is one */
gboolean
mappe_field_row_move (MappeFieldRow *self, int direction)
{
  return move_on (self, direction);
}

/** mappe_field_row_add_reader: Puts @reader beside or instead of the text that is read. */
void
mappe_field_row_add_reader (MappeFieldRow *self, GtkWidget *reader)
{
  gtk_box_append (GTK_BOX (get_private (self)->reader_box), reader);
}

/** mappe_field_row_show_reader: Whether the text that is read is shown; a reader of the subclass may stand for it. */
void
mappe_field_row_show_reader (MappeFieldRow *self, gboolean shown)
{
  gtk_widget_set_visible (get_private (self)->reader, shown);
}

/** mappe_field_row_add_suffix: Puts @suffix at the end of the row. */
void
mappe_field_row_add_suffix (MappeFieldRow *self, GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (get_private (self)->suffixes), suffix);
}

/** mappe_field_row_name_widget: Gives @widget the label of the field as its accessible name. */
void
mappe_field_row_name_widget (MappeFieldRow *self, GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(mappe_field_row_get_spec (self)->label), -1);
}
