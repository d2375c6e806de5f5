/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-split.h"

#include <glib/gi18n.h>

#include "mappe-scaled.h"

enum {
  SHARE_OF_SIDEBAR = 48, /* per cent of the width, until a width is chosen */
  HANDLE_WIDTH = 1,
};

/* A GtkPaned whose halves are hidden in turn. AdwLeaflet is not used: it resizes its window's contents while they
 * are being sized, and it is deprecated in libadwaita 1.4. */
struct _MappeSplit {
  GtkWidget parent_instance;

  GtkWidget *paned;
  GtkWidget *start; /* wrappers, so that the visibility of the halves stays with their owner */
  GtkWidget *end;
  int threshold;
  int position;
  gboolean collapsed;
  gboolean show_content;
  gboolean alone;
  gboolean fit_sidebar;
  gboolean setting_position;
  guint update_id;
};

#define LEAST_HEIGHT 300

G_DEFINE_FINAL_TYPE (MappeSplit, mappe_split, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_THRESHOLD,
  PROP_POSITION,
  PROP_COLLAPSED,
  PROP_SHOW_CONTENT,
  PROP_FIT_SIDEBAR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static int
least_width (GtkWidget *half, int for_size)
{
  GtkWidget *child = gtk_widget_get_first_child (half);
  int least = 0;

  if (child && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* Also where the halves do not fit beside each other, in whatever language and text size. */
static gboolean
is_too_narrow (MappeSplit *self, int width)
{
  if (self->threshold == 0)
    return FALSE;
  return width < mappe_scaled (GTK_WIDGET (self), self->threshold)
         || width < least_width (self->start, -1) + least_width (self->end, -1) + HANDLE_WIDTH;
}

/* A GtkPaned takes clicks for its divider even while that is hidden: they were lost in a strip across the window. */
static void
update_divider (MappeSplit *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->paned);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller, (self->collapsed || self->alone) ? GTK_PHASE_NONE
                                                                                      : GTK_PHASE_CAPTURE);
    }
}

static void
focus_half (GtkWidget *half)
{
  GtkWidget *child = gtk_widget_get_first_child (half);

  if (child != NULL && !gtk_widget_grab_focus (child))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
update_halves (MappeSplit *self)
{
  GtkWidget *hidden = self->alone || (self->collapsed && self->show_content) ? self->start
                      : self->collapsed                                       ? self->end
                                                                              : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = hidden != NULL && focus != NULL && gtk_widget_is_ancestor (focus, hidden);

  /* Where only one half is seen, there is no handle to move either. */
  gtk_widget_set_focusable (self->paned, hidden == NULL);
  update_divider (self);
  gtk_widget_set_visible (self->start, hidden != self->start);
  gtk_widget_set_visible (self->end, hidden != self->end);
  if (inside)
    focus_half (hidden == self->start ? self->end : self->start);
}

static void
apply_position (MappeSplit *self, int width)
{
  int position = self->position < 0 ? width * SHARE_OF_SIDEBAR / 100 : self->position;
  int least, natural;

  if (self->collapsed || self->alone || width <= 0)
    return;
  gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  if (self->position < 0 && self->fit_sidebar)
    position = MIN (position, natural);
  position = MAX (position, least);
  if (gtk_paned_get_position (GTK_PANED (self->paned)) != position)
    gtk_paned_set_position (GTK_PANED (self->paned), position);
}

/* Nothing may change the tree while it is being sized, so the switch happens just before the next frame. */
static gboolean
update_cb (gpointer data)
{
  MappeSplit *self = MAPPE_SPLIT (data);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean collapsed = is_too_narrow (self, width);

  self->update_id = 0;
  if (collapsed == self->collapsed || width == 0)
    return G_SOURCE_REMOVE;
  self->collapsed = collapsed;
  update_halves (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  return G_SOURCE_REMOVE;
}

static void
position_cb (MappeSplit *self)
{
  if (self->setting_position || self->collapsed || self->alone || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  self->position = gtk_paned_get_position (GTK_PANED (self->paned));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
mappe_split_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  MappeSplit *self = MAPPE_SPLIT (widget);

  /* Both sides scroll, so they make do with any height. Asking them all the same would break every line of both
   * several times before the first frame: a third of the time to start. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = LEAST_HEIGHT;
      return;
    }
  gtk_widget_measure (self->paned, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (least_width (self->start, -1), least_width (self->end, -1));
  *natural = MAX (*minimum, *natural);
}

static void
mappe_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeSplit *self = MAPPE_SPLIT (widget);
  int least;

  gtk_widget_measure (self->paned, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  /* Only what the user drags is remembered, not what a narrow window forces. */
  self->setting_position = TRUE;
  apply_position (self, width);
  gtk_widget_size_allocate (self->paned, &(GtkAllocation) { 0, 0, MAX (width, least), height }, -1);
  self->setting_position = FALSE;
  if (is_too_narrow (self, width) != self->collapsed && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
mappe_split_dispose (GObject *object)
{
  MappeSplit *self = MAPPE_SPLIT (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_split_parent_class)->dispose (object);
}

static void
mappe_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MappeSplit *self = MAPPE_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, mappe_split_get_sidebar (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, mappe_split_get_content (self));
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_POSITION:
      g_value_set_int (value, self->position);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, self->show_content);
      break;
    case PROP_FIT_SIDEBAR:
      g_value_set_boolean (value, self->fit_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MappeSplit *self = MAPPE_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      mappe_split_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      mappe_split_set_content (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      mappe_split_set_threshold (self, g_value_get_int (value));
      break;
    case PROP_POSITION:
      mappe_split_set_position (self, g_value_get_int (value));
      break;
    case PROP_SHOW_CONTENT:
      mappe_split_set_show_content (self, g_value_get_boolean (value));
      break;
    case PROP_FIT_SIDEBAR:
      self->fit_sidebar = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_split_class_init (MappeSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mappe_split_dispose;
  object_class->get_property = mappe_split_get_property;
  object_class->set_property = mappe_split_set_property;
  widget_class->measure = mappe_split_measure;
  widget_class->size_allocate = mappe_split_size_allocate;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 640, flags);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, flags);
  properties[PROP_FIT_SIDEBAR] = g_param_spec_boolean ("fit-sidebar", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static GtkWidget *
make_half (void)
{
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (half, TRUE);
  gtk_widget_set_vexpand (half, TRUE);
  return half;
}

static void
mappe_split_init (MappeSplit *self)
{
  GtkPaned *paned;

  self->threshold = 640;
  self->position = -1;
  self->start = make_half ();
  self->end = make_half ();
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  paned = GTK_PANED (self->paned);
  gtk_paned_set_start_child (paned, self->start);
  gtk_paned_set_end_child (paned, self->end);
  gtk_paned_set_resize_start_child (paned, FALSE);
  gtk_paned_set_shrink_start_child (paned, FALSE);
  gtk_paned_set_shrink_end_child (paned, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paned), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Divider"), -1);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (paned, "notify::position", G_CALLBACK (position_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
replace_child (GtkWidget *half, GtkWidget *child)
{
  GtkWidget *old = gtk_widget_get_first_child (half);

  if (old == child)
    return FALSE;
  if (old)
    gtk_box_remove (GTK_BOX (half), old);
  if (child)
    {
      gtk_widget_set_hexpand (child, TRUE);
      gtk_box_append (GTK_BOX (half), child);
    }
  return TRUE;
}

/**
 * mappe_split_new:
 *
 * Returns: (transfer floating): a split without halves
 */
GtkWidget *
mappe_split_new (void)
{
  return g_object_new (MAPPE_TYPE_SPLIT, NULL);
}

/**
 * mappe_split_get_sidebar:
 *
 * Returns: (transfer none) (nullable): the first half
 */
GtkWidget *
mappe_split_get_sidebar (MappeSplit *self)
{
  g_return_val_if_fail (MAPPE_IS_SPLIT (self), NULL);
  return gtk_widget_get_first_child (self->start);
}

/**
 * mappe_split_set_sidebar:
 * @sidebar: (nullable): the first half: what one chooses from
 */
void
mappe_split_set_sidebar (MappeSplit *self, GtkWidget *sidebar)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (replace_child (self->start, sidebar))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

/**
 * mappe_split_get_content:
 *
 * Returns: (transfer none) (nullable): the second half
 */
GtkWidget *
mappe_split_get_content (MappeSplit *self)
{
  g_return_val_if_fail (MAPPE_IS_SPLIT (self), NULL);
  return gtk_widget_get_first_child (self->end);
}

/**
 * mappe_split_set_content:
 * @content: (nullable): the second half: what was chosen
 */
void
mappe_split_set_content (MappeSplit *self, GtkWidget *content)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (replace_child (self->end, content))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/**
 * mappe_split_set_threshold:
 * @threshold: width in pixels at normal text size; 0 never collapses
 */
void
mappe_split_set_threshold (MappeSplit *self, int threshold)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (self->threshold == threshold)
    return;
  self->threshold = threshold;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

/**
 * mappe_split_set_position:
 * @position: width of the sidebar in pixels, or -1 for a share of the whole
 */
void
mappe_split_set_position (MappeSplit *self, int position)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (self->position == position)
    return;
  self->position = position;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/**
 * mappe_split_get_collapsed:
 *
 * Returns: whether only one half is seen
 */
gboolean
mappe_split_get_collapsed (MappeSplit *self)
{
  g_return_val_if_fail (MAPPE_IS_SPLIT (self), FALSE);
  return self->collapsed;
}

/**
 * mappe_split_get_show_content:
 *
 * Returns: whether the content is the half that is seen while collapsed
 */
gboolean
mappe_split_get_show_content (MappeSplit *self)
{
  g_return_val_if_fail (MAPPE_IS_SPLIT (self), FALSE);
  return self->show_content;
}

/**
 * mappe_split_set_show_content:
 * @show_content: whether the content is the half to be seen while collapsed
 */
void
mappe_split_set_show_content (MappeSplit *self, gboolean show_content)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (self->show_content == !!show_content)
    return;
  self->show_content = !!show_content;
  update_halves (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

/**
 * mappe_split_set_alone:
 * @alone: whether the content is seen alone, however wide the window is
 */
void
mappe_split_set_alone (MappeSplit *self, gboolean alone)
{
  g_return_if_fail (MAPPE_IS_SPLIT (self));
  if (self->alone == !!alone)
    return;
  self->alone = !!alone;
  update_halves (self);
}
