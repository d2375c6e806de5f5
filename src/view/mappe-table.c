/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-focus-child.h"
#include "mappe-scaled.h"
#include "mappe-table-cures.h"
#include "mappe-table-private.h"

#define LEAST_WIDTH 240   /* pixels */
#define USUAL_COLUMNS 4   /* that a list asks for room for */

/* Of any table: the best guess for one that has no size yet. */
static int last_width = 400;

enum { ACTIVATE, SORT_CHANGED, TYPED, DELETE_PRESSED, EDIT_PRESSED, LEAVE_PRESSED, N_SIGNALS };
enum { PROP_0, PROP_SELECTION, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MappeTable, mappe_table, GTK_TYPE_WIDGET)

static void
mappe_table_show_cells (MappeTable *self, gboolean anew)
{
  for (guint i = 0; i < self->columns->len; i++)
    mappe_table_column_show (g_ptr_array_index (self->columns, i), anew);
}

static void
loaded_cb (MappeTable *self)
{
  mappe_table_show_cells (self, FALSE);
}

static void
display_changed_cb (MappeTable *self)
{
  mappe_table_show_cells (self, TRUE);
}

/* --- sorting by header: GTK before 4.10 does not say which column sorts, so the sorters are asked --- */

static void
sorter_changed_cb (MappeTable *self, GtkSorterChange change, GtkSorter *sorter)
{
  g_autoptr (GObject) left = NULL;
  g_autoptr (GObject) right = NULL;
  GtkOrdering order;

  if (self->sorting)
    return;
  left = g_object_new (G_TYPE_OBJECT, NULL);
  right = g_object_new (G_TYPE_OBJECT, NULL);
  self->probed = NULL;
  order = gtk_sorter_compare (sorter, left, right);
  self->sorted = self->probed != NULL;
  self->sort_field = self->probed != NULL ? mappe_table_column_field (self->probed) : 0;
  self->descending = order == GTK_ORDERING_LARGER;
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* --- columns --- */

static GtkColumnViewColumn *
nth_column (MappeTable *self, guint n)
{
  return mappe_table_column_view (g_ptr_array_index (self->columns, n));
}

static void
mappe_table_clear_columns (MappeTable *self)
{
  self->sorting = TRUE;
  while (self->n_visible > 0)
    gtk_column_view_remove_column (self->view, nth_column (self, --self->n_visible));
  self->sorting = FALSE;
  g_ptr_array_set_size (self->columns, 0);
}

/* Columns that do not fit are left out from the right; the first two always stay. */
static guint
mappe_table_count_fitting (MappeTable *self, int width)
{
  int used = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      used += mappe_table_column_width (g_ptr_array_index (self->columns, i));
      if (used > width && i >= 2)
        return i;
    }
  return self->columns->len;
}

static void
mappe_table_fit (MappeTable *self, int width)
{
  guint n = mappe_table_count_fitting (self, width > 0 ? width : last_width);

  if (n == self->n_visible)
    return;
  self->sorting = TRUE;
  /* Hidden columns would still take their part of the width that is left over. */
  while (self->n_visible > n)
    gtk_column_view_remove_column (self->view, nth_column (self, --self->n_visible));
  while (self->n_visible < n)
    gtk_column_view_append_column (self->view, nth_column (self, self->n_visible++));
  self->sorting = FALSE;
  if (self->sorted)
    mappe_table_set_sort (self, self->sort_field, self->descending);
}

static gboolean
fit_idle_cb (gpointer data)
{
  MappeTable *self = data;

  self->fit_idle = 0;
  mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

static void
mappe_table_measure_columns (MappeTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  for (guint i = 0; i < self->columns->len; i++)
    mappe_table_column_measure (g_ptr_array_index (self->columns, i));
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* --- keys --- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                MappeTable *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    g_signal_emit (self, signals[DELETE_PRESSED], 0);
  else if (keyval == GDK_KEY_F2)
    g_signal_emit (self, signals[EDIT_PRESSED], 0);
  else if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEAVE_PRESSED], 0);
  else if (letter > ' ' && g_unichar_isprint (letter))
    {
      g_unichar_to_utf8 (letter, text);
      g_signal_emit (self, signals[TYPED], 0, text);
    }
  else
    return FALSE;
  return TRUE;
}

static void
activate_cb (MappeTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, mappe_list_model_get_id (self->model, position));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_table_copy (MAPPE_TABLE (widget));
}

/* --- GtkWidget --- */

static void
mappe_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  MappeTable *self = MAPPE_TABLE (widget);
  int usual = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  /* Any width will do, as columns come and go with it. */
  for (guint i = 0; i < MIN (self->columns->len, USUAL_COLUMNS); i++)
    usual += mappe_table_column_width (g_ptr_array_index (self->columns, i));
  *minimum = MIN (usual, LEAST_WIDTH);
  *natural = MAX (usual, LEAST_WIDTH);
}

static void
mappe_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeTable *self = MAPPE_TABLE (widget);
  int minimum;

  last_width = width;
  /* Not now: columns must not come and go while they are being placed. */
  if (mappe_table_count_fitting (self, width) != self->n_visible && self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_idle_cb, self, NULL);
  gtk_widget_measure (self->scrolled, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
  mappe_table_bring_to_top (self);
}

static gboolean
mappe_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MAPPE_TABLE (widget)->view));
}

static void
mappe_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTION)
    g_value_set_object (value, MAPPE_TABLE (object)->selection);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mappe_table_dispose (GObject *object)
{
  MappeTable *self = MAPPE_TABLE (object);

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      mappe_table_clear_columns (self);
    }
  self->view = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->display);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_table_parent_class)->dispose (object);
}

static void
mappe_table_finalize (GObject *object)
{
  MappeTable *self = MAPPE_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_free (self->scratch);
  G_OBJECT_CLASS (mappe_table_parent_class)->finalize (object);
}

static void
mappe_table_class_init (MappeTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mappe_table_get_property;
  object_class->dispose = mappe_table_dispose;
  object_class->finalize = mappe_table_finalize;
  widget_class->measure = mappe_table_measure;
  widget_class->size_allocate = mappe_table_size_allocate;
  widget_class->grab_focus = mappe_table_grab_focus;
  widget_class->focus = mappe_focus_child;
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, MAPPE_TYPE_SELECTION,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATE] = g_signal_new ("activate", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[DELETE_PRESSED] =
      g_signal_new ("delete-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT_PRESSED] = g_signal_new ("edit-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[LEAVE_PRESSED] = g_signal_new ("leave-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_table_init (MappeTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_table_column_free);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mappe-table");
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  mappe_table_cure_scrolling (GTK_SCROLLED_WINDOW (self->scrolled));
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  mappe_scaled_follow (GTK_WIDGET (self), G_CALLBACK (mappe_table_measure_columns));
  mappe_table_measure_columns (self);
}

/**
 * mappe_table_new:
 * @model: the records
 * @store: their store
 *
 * Returns: (transfer floating): a table with the usual columns
 */
GtkWidget *
mappe_table_new (MappeListModel *model, MappeStore *store)
{
  MappeTable *self;
  guint fields[MAPPE_TABLE_MOST_COLUMNS];
  guint n;

  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  self = g_object_new (MAPPE_TYPE_TABLE, NULL);
  self->model = g_object_ref (model);
  self->store = g_object_ref (store);
  self->kind = mappe_query_get_kind (mappe_list_model_get_query (model));
  self->display = g_object_ref (mappe_display_get (store));
  self->selection = mappe_selection_new (model);
  n = mappe_table_usual_columns (self->kind, fields);
  mappe_table_set_columns (self, fields, n);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  mappe_table_init_place (self);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->display, "changed", G_CALLBACK (display_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
  return GTK_WIDGET (self);
}

/**
 * mappe_table_get_selection:
 *
 * Returns: (transfer none): what is selected
 */
MappeSelection *
mappe_table_get_selection (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  return self->selection;
}

/**
 * mappe_table_get_columns:
 * @n_columns: (out): their number
 *
 * Returns: (transfer none): numbers of the fields that have a column, whether it fits into the window or not
 */
const guint *
mappe_table_get_columns (MappeTable *self, guint *n_columns)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  *n_columns = self->columns->len;
  return self->fields;
}

/**
 * mappe_table_set_columns:
 * @fields: numbers of fields
 * @n_fields: 1 to MAPPE_TABLE_MOST_COLUMNS; more are left out
 */
void
mappe_table_set_columns (MappeTable *self, const guint *fields, guint n_fields)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  g_return_if_fail (n_fields > 0);

  n_fields = MIN (n_fields, MAPPE_TABLE_MOST_COLUMNS);
  mappe_table_clear_columns (self);
  memmove (self->fields, fields, n_fields * sizeof *fields);
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (self->columns, mappe_table_column_new (self, self->fields[i]));
  mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/**
 * mappe_table_get_sort:
 * @field: (out): number of the field
 * @descending: (out): whether the greatest is first
 *
 * Returns: whether an order was chosen
 */
gboolean
mappe_table_get_sort (MappeTable *self, guint *field, gboolean *descending)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), FALSE);
  *field = self->sort_field;
  *descending = self->descending;
  return self->sorted;
}

/**
 * mappe_table_set_sort:
 * @field: number of a field; it need not have a column
 * @descending: whether the greatest is first
 *
 * Shows the order in the header. The model is sorted by whoever gave it its query.
 */
void
mappe_table_set_sort (MappeTable *self, guint field, gboolean descending)
{
  GtkColumnViewColumn *sorted = NULL;

  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->sorted = TRUE;
  self->sort_field = field;
  self->descending = descending;
  for (guint i = 0; i < self->n_visible; i++)
    if (self->fields[i] == field)
      sorted = nth_column (self, i);
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (sorted != NULL)
    gtk_column_view_sort_by_column (self->view, sorted, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/**
 * mappe_table_expect_refill:
 *
 * Another question was put to the model: when the answer comes, the list starts at its top.
 */
void
mappe_table_expect_refill (MappeTable *self)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->expects_refill = TRUE;
}

/**
 * mappe_table_focus_list:
 *
 * Puts the keyboard into the list.
 */
void
mappe_table_focus_list (MappeTable *self)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * mappe_table_get_adjustment:
 *
 * Returns: (transfer none): the vertical place
 */
GtkAdjustment *
mappe_table_get_adjustment (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/**
 * mappe_table_set_single_click:
 * @single_click: whether one click opens a record, where there is no room to show it beside the list
 */
void
mappe_table_set_single_click (MappeTable *self, gboolean single_click)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  gtk_column_view_set_single_click_activate (self->view, single_click);
}

/* --- for the other files of the table --- */

MappeStore *
mappe_table_get_store (MappeTable *self)
{
  return self->store;
}

const MappeKind *
mappe_table_get_kind (MappeTable *self)
{
  return self->kind;
}
