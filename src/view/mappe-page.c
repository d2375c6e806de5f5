/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-page.h"

#include "mappe-focus-child.h"
#include "mappe-text.h"

typedef struct {
  MappeStore *store;
  char *name;
  char *title;
  char *icon_name;
  gboolean back_visible;
  gboolean projected;
} MappePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappePage, mappe_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((MappePagePrivate *) mappe_page_get_instance_private (self))

enum {
  PROP_0,
  PROP_STORE,
  PROP_NAME,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_BACK_VISIBLE,
  PROP_PROJECTED,
  N_PROPS,
};

enum {
  MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
mappe_page_finalize (GObject *object)
{
  MappePagePrivate *priv = PRIVATE (MAPPE_PAGE (object));

  g_clear_object (&priv->store);
  g_clear_pointer (&priv->name, g_free);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->icon_name, g_free);
  G_OBJECT_CLASS (mappe_page_parent_class)->finalize (object);
}

static void
mappe_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MappePagePrivate *priv = PRIVATE (MAPPE_PAGE (object));

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_NAME:
      g_value_set_string (value, priv->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_BACK_VISIBLE:
      g_value_set_boolean (value, priv->back_visible);
      break;
    case PROP_PROJECTED:
      g_value_set_boolean (value, priv->projected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MappePage *self = MAPPE_PAGE (object);
  MappePagePrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_STORE:
      g_set_object (&priv->store, g_value_get_object (value));
      break;
    case PROP_NAME:
      mappe_set_str (&priv->name, g_value_get_string (value));
      break;
    case PROP_TITLE:
      mappe_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      mappe_page_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_BACK_VISIBLE:
      mappe_page_set_back_visible (self, g_value_get_boolean (value));
      break;
    case PROP_PROJECTED:
      mappe_page_set_projected (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_page_class_init (MappePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mappe_page_finalize;
  object_class->get_property = mappe_page_get_property;
  object_class->set_property = mappe_page_set_property;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MAPPE_TYPE_STORE, once);
  properties[PROP_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL, once);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_BACK_VISIBLE] = g_param_spec_boolean ("back-visible", NULL, NULL, FALSE, flags);
  properties[PROP_PROJECTED] = g_param_spec_boolean ("projected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MappePage::moved:
   *
   * The user went to another record of the page: a place that back and forward come to again.
   */
  signals[MOVED] = g_signal_new ("moved", MAPPE_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_page_init (MappePage *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * mappe_page_get_store:
 *
 * Returns: (transfer none) (nullable): the council file that the page shows
 */
MappeStore *
mappe_page_get_store (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), NULL);
  return PRIVATE (self)->store;
}

/**
 * mappe_page_get_name:
 *
 * Returns: (nullable): the stable word of the page, e.g. "people"; the property is "page-name", as "name" is GTK's
 */
const char *
mappe_page_get_name (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), NULL);
  return PRIVATE (self)->name;
}

/**
 * mappe_page_get_title:
 *
 * Returns: (nullable): the translated title
 */
const char *
mappe_page_get_title (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), NULL);
  return PRIVATE (self)->title;
}

/**
 * mappe_page_set_title:
 * @title: (nullable): the translated title
 */
void
mappe_page_set_title (MappePage *self, const char *title)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (!mappe_set_str (&PRIVATE (self)->title, title))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * mappe_page_get_icon_name:
 *
 * Returns: (nullable): the symbolic icon of the page
 */
const char *
mappe_page_get_icon_name (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), NULL);
  return PRIVATE (self)->icon_name;
}

/**
 * mappe_page_set_icon_name:
 * @icon_name: (nullable): a symbolic icon
 */
void
mappe_page_set_icon_name (MappePage *self, const char *icon_name)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (mappe_set_str (&PRIVATE (self)->icon_name, icon_name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

/**
 * mappe_page_get_back_visible:
 *
 * Returns: whether the window offers a way back within the page
 */
gboolean
mappe_page_get_back_visible (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), FALSE);
  return PRIVATE (self)->back_visible;
}

/**
 * mappe_page_set_back_visible:
 * @back_visible: whether go_back() would lead from the detail to the list
 */
void
mappe_page_set_back_visible (MappePage *self, gboolean back_visible)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (PRIVATE (self)->back_visible == !!back_visible)
    return;
  PRIVATE (self)->back_visible = !!back_visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACK_VISIBLE]);
}

/**
 * mappe_page_get_projected:
 *
 * Returns: whether the page shows what is put on the wall
 */
gboolean
mappe_page_get_projected (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), FALSE);
  return PRIVATE (self)->projected;
}

/**
 * mappe_page_set_projected:
 * @projected: whether the page, in full screen, is to be seen alone
 */
void
mappe_page_set_projected (MappePage *self, gboolean projected)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (PRIVATE (self)->projected == !!projected)
    return;
  PRIVATE (self)->projected = !!projected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTED]);
}

/**
 * mappe_page_shown:
 *
 * Tells the page that it came to the front.
 */
void
mappe_page_shown (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (MAPPE_PAGE_GET_CLASS (self)->shown)
    MAPPE_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * mappe_page_open_record:
 *
 * Returns: whether the page holds records of @kind
 */
gboolean
mappe_page_open_record (MappePage *self, const MappeKind *kind, gint64 id)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);
  if (MAPPE_PAGE_GET_CLASS (self)->open_record == NULL)
    return FALSE;
  return MAPPE_PAGE_GET_CLASS (self)->open_record (self, kind, id);
}

/**
 * mappe_page_new_record:
 * @kind: (nullable): kind of the record, or the page's usual one
 * @preset: (nullable): values that the new record starts with
 *
 * Returns: whether a form for a new record is on show
 */
gboolean
mappe_page_new_record (MappePage *self, const MappeKind *kind, MappeRow *preset)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), FALSE);
  if (MAPPE_PAGE_GET_CLASS (self)->new_record == NULL)
    return FALSE;
  return MAPPE_PAGE_GET_CLASS (self)->new_record (self, kind, preset);
}

/**
 * mappe_page_focus_filter:
 *
 * Puts the focus into the filter of the page's list.
 */
void
mappe_page_focus_filter (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (MAPPE_PAGE_GET_CLASS (self)->focus_filter)
    MAPPE_PAGE_GET_CLASS (self)->focus_filter (self);
}

/**
 * mappe_page_save:
 *
 * Stores what was typed.
 */
void
mappe_page_save (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (MAPPE_PAGE_GET_CLASS (self)->save)
    MAPPE_PAGE_GET_CLASS (self)->save (self);
}

/**
 * mappe_page_print:
 *
 * Prints what the page shows, where it can be printed.
 */
void
mappe_page_print (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (MAPPE_PAGE_GET_CLASS (self)->print)
    MAPPE_PAGE_GET_CLASS (self)->print (self);
}

/**
 * mappe_page_delete_selected:
 *
 * Deletes the records selected in the page's list; undoable.
 */
void
mappe_page_delete_selected (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (MAPPE_PAGE_GET_CLASS (self)->delete_selected)
    MAPPE_PAGE_GET_CLASS (self)->delete_selected (self);
}

/**
 * mappe_page_can_close:
 *
 * Returns: whether the window may close without losing anything of this page
 */
gboolean
mappe_page_can_close (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), TRUE);
  if (MAPPE_PAGE_GET_CLASS (self)->can_close == NULL)
    return TRUE;
  return MAPPE_PAGE_GET_CLASS (self)->can_close (self);
}

/**
 * mappe_page_go_back:
 *
 * Returns: whether the page went from its detail to its list
 */
gboolean
mappe_page_go_back (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), FALSE);
  if (MAPPE_PAGE_GET_CLASS (self)->go_back == NULL)
    return FALSE;
  return MAPPE_PAGE_GET_CLASS (self)->go_back (self);
}

/**
 * mappe_page_get_state:
 *
 * Returns: (transfer full) (nullable): what brings the page back to its place
 */
char *
mappe_page_get_state (MappePage *self)
{
  g_return_val_if_fail (MAPPE_IS_PAGE (self), NULL);
  if (MAPPE_PAGE_GET_CLASS (self)->get_state == NULL)
    return NULL;
  return MAPPE_PAGE_GET_CLASS (self)->get_state (self);
}

/**
 * mappe_page_set_state:
 * @state: (nullable): what mappe_page_get_state() gave, maybe in another session
 */
void
mappe_page_set_state (MappePage *self, const char *state)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  if (state != NULL && MAPPE_PAGE_GET_CLASS (self)->set_state)
    MAPPE_PAGE_GET_CLASS (self)->set_state (self, state);
}

/**
 * mappe_page_get_record:
 * @kind: (out) (optional) (nullable): kind of the record on show
 *
 * Returns: id of the record on show, or 0
 */
gint64
mappe_page_get_record (MappePage *self, const MappeKind **kind)
{
  const MappeKind *shown = NULL;
  gint64 id = 0;

  g_return_val_if_fail (MAPPE_IS_PAGE (self), 0);
  if (MAPPE_PAGE_GET_CLASS (self)->get_record)
    id = MAPPE_PAGE_GET_CLASS (self)->get_record (self, &shown);
  if (kind)
    *kind = shown;
  return id;
}

/**
 * mappe_page_moved:
 *
 * For subclasses: another record is on show.
 */
void
mappe_page_moved (MappePage *self)
{
  g_return_if_fail (MAPPE_IS_PAGE (self));
  g_signal_emit (self, signals[MOVED], 0);
}
