/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sidebar.h"

#include <glib/gi18n.h>

#include "mappe-focus-child.h"
#include "mappe-places.h"
#include "mappe-sidebar-row.h"
#include "mappe-table-cures.h"

struct _MappeSidebar {
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean chosen;  /* another place, by the activation that is under way */
};

G_DEFINE_FINAL_TYPE (MappeSidebar, mappe_sidebar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PAGE,
  N_PROPS,
};

enum {
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static MappeSidebarRow *
find_row (MappeSidebar *self, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (g_strcmp0 (mappe_sidebar_row_get_place (MAPPE_SIDEBAR_ROW (row))->name, page) == 0)
      return MAPPE_SIDEBAR_ROW (row);
  return NULL;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, MappeSidebar *self)
{
  self->chosen = TRUE;
  if (row)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MappeSidebar *self)
{
  gboolean again = !self->chosen;

  self->chosen = FALSE;
  g_signal_emit (self, signals[ACTIVATED], 0, again);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const MappePlace *place = mappe_sidebar_row_get_place (MAPPE_SIDEBAR_ROW (row));
  GtkWidget *label;

  if (place->group == NULL || gtk_list_box_row_get_header (row))
    return;
  label = gtk_label_new (_(place->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "mappe-sidebar-group");
  gtk_list_box_row_set_header (row, label);
}

/* Focus comes to the place one is at, not to the first. */
static gboolean
mappe_sidebar_grab_focus (GtkWidget *widget)
{
  MappeSidebar *self = MAPPE_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
mappe_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SIDEBAR);
  G_OBJECT_CLASS (mappe_sidebar_parent_class)->dispose (object);
}

static void
mappe_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PAGE)
    g_value_set_string (value, mappe_sidebar_get_page (MAPPE_SIDEBAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mappe_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PAGE)
    mappe_sidebar_set_page (MAPPE_SIDEBAR (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mappe_sidebar_class_init (MappeSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mappe_sidebar_dispose;
  object_class->get_property = mappe_sidebar_get_property;
  object_class->set_property = mappe_sidebar_set_property;
  widget_class->grab_focus = mappe_sidebar_grab_focus;
  widget_class->focus = mappe_focus_child;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", MAPPE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mappe_sidebar_init (MappeSidebar *self)
{
  guint n_places;
  const MappePlace *places = mappe_places (&n_places);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_places; i++)
    gtk_list_box_append (self->list, mappe_sidebar_row_new (&places[i]));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  /* Tab from row to row would open one page after the other. */
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

/**
 * mappe_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar with all places
 */
GtkWidget *
mappe_sidebar_new (void)
{
  return g_object_new (MAPPE_TYPE_SIDEBAR, NULL);
}

/**
 * mappe_sidebar_get_page:
 *
 * Returns: (nullable): name of the selected place
 */
const char *
mappe_sidebar_get_page (MappeSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MAPPE_IS_SIDEBAR (self), NULL);
  row = gtk_list_box_get_selected_row (self->list);
  return row ? mappe_sidebar_row_get_place (MAPPE_SIDEBAR_ROW (row))->name : NULL;
}

/**
 * mappe_sidebar_set_page:
 * @page: (nullable): name of a place; an unknown one changes nothing
 */
void
mappe_sidebar_set_page (MappeSidebar *self, const char *page)
{
  MappeSidebarRow *row;

  g_return_if_fail (MAPPE_IS_SIDEBAR (self));
  row = find_row (self, page);
  if (row == NULL || gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    return;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->chosen = FALSE;
  /* The keyboard goes on from the page that is seen. */
  if (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * mappe_sidebar_set_count:
 * @page: name of a place
 * @count: how many things are to be done there
 */
void
mappe_sidebar_set_count (MappeSidebar *self, const char *page, gint64 count)
{
  MappeSidebarRow *row;

  g_return_if_fail (MAPPE_IS_SIDEBAR (self));
  row = find_row (self, page);
  if (row)
    mappe_sidebar_row_set_count (row, count);
}
