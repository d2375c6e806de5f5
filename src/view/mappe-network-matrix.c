/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-network-matrix.h"

#include <glib/gi18n.h>
#include <math.h>

enum {
  SHADES = 4,
  BATCH = 6,  /* rows that are made at once: hundreds of buttons take time, in which the window must answer */
};

/**
 * MappeNetworkMatrix:
 * @cells: buttons of one row after the other; %NULL where an organisation meets itself
 * @rows, @columns: (element-type guint): numbers of organisations
 * @row_names, @column_names: (element-type utf8): their names
 * @counts: (element-type guint): of one row after the other
 * @more: source that makes the next rows
 * @row, @column: where the keyboard is
 */
struct _MappeNetworkMatrix {
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GPtrArray *cells;
  GArray    *rows, *columns, *counts;
  GPtrArray *row_names, *column_names;
  guint      more, most;
  int        row, column;
};

G_DEFINE_FINAL_TYPE (MappeNetworkMatrix, mappe_network_matrix, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- the keyboard --- */

/* Returns: (nullable): the cell there */
static GtkWidget *
cell_at (MappeNetworkMatrix *self, int row, int column)
{
  if (row < 0 || column < 0 || column >= (int) self->columns->len
      || (guint) row * self->columns->len + (guint) column >= self->cells->len)
    return NULL;
  return g_ptr_array_index (self->cells, (guint) row * self->columns->len + (guint) column);
}

/* Goes on over the cell in which an organisation would meet itself. */
static gboolean
step (MappeNetworkMatrix *self, int down, int right)
{
  int row = self->row + down, column = self->column + right;
  GtkWidget *cell = cell_at (self, row, column);

  if (cell == NULL)
    {
      row += down;
      column += right;
      cell = cell_at (self, row, column);
    }
  if (cell == NULL)
    return TRUE;
  self->row = row;
  self->column = column;
  return gtk_widget_grab_focus (cell);
}

static gboolean
leap (MappeNetworkMatrix *self, gboolean last)
{
  int column = last ? (int) self->columns->len - 1 : 0;

  if (cell_at (self, self->row, column) == NULL)
    column += last ? -1 : 1;
  if (cell_at (self, self->row, column) == NULL)
    return TRUE;
  self->column = column;
  return gtk_widget_grab_focus (cell_at (self, self->row, column));
}

static gboolean
key_cb (MappeNetworkMatrix *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      return step (self, 0, -1);
    case GDK_KEY_Right:
      return step (self, 0, 1);
    case GDK_KEY_Up:
      return step (self, -1, 0);
    case GDK_KEY_Down:
      return step (self, 1, 0);
    case GDK_KEY_Home:
      return leap (self, FALSE);
    case GDK_KEY_End:
      return leap (self, TRUE);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
mappe_network_matrix_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MappeNetworkMatrix *self = MAPPE_NETWORK_MATRIX (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = cell_at (self, self->row, self->column);

  if (cell == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (cell);
}

/* --- filling --- */

static void
clicked_cb (GtkButton *cell, MappeNetworkMatrix *self)
{
  guint n;

  if (!g_ptr_array_find (self->cells, cell, &n))
    return;
  self->row = (int) (n / self->columns->len);
  self->column = (int) (n % self->columns->len);
  g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->rows, guint, self->row),
                 g_array_index (self->columns, guint, self->column));
}

/* One pair often has far more than all others: the shades go by the logarithm, so that these differ, too. */
static int
shade_of (guint count, guint most)
{
  return count > 0 ? (int) ceil (SHADES * log1p (count) / log1p (most) - 1e-9) : 0;
}

static GtkWidget *
cell_new (MappeNetworkMatrix *self, guint row, guint column)
{
  GtkWidget *cell = gtk_button_new ();
  guint count = g_array_index (self->counts, guint, row * self->columns->len + column);
  g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : NULL;
  g_autofree char *shade = g_strdup_printf ("heat-%d", shade_of (count, self->most));
  /* Translators: names of two organisations, number of records that they share */
  g_autofree char *name = g_strdup_printf (_("%1$s and %2$s: %3$u in common"),
                                           (const char *) g_ptr_array_index (self->row_names, row),
                                           (const char *) g_ptr_array_index (self->column_names, column), count);
  g_autofree char *id = g_strdup_printf ("dossier-cell-%u-%u", g_array_index (self->rows, guint, row),
                                         g_array_index (self->columns, guint, column));

  gtk_button_set_label (GTK_BUTTON (cell), text != NULL ? text : "");
  gtk_widget_set_name (cell, id);
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "matrix-cell");
  gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_add_css_class (cell, shade);
  gtk_widget_set_tooltip_text (cell, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (cell, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return cell;
}

/* A heading is a number, so that the columns are narrow: that of the row with the same name where there is one. */
static void
add_heading (MappeNetworkMatrix *self, guint column)
{
  g_autofree char *number = g_strdup_printf ("%u", column + 1);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_tooltip_text (label, g_ptr_array_index (self->column_names, column));
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) column + 1, 0, 1, 1);
}

static gboolean
is_square (MappeNetworkMatrix *self)
{
  if (self->rows->len != self->columns->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, guint, i) != g_array_index (self->columns, guint, i))
      return FALSE;
  return TRUE;
}

static void
add_row (MappeNetworkMatrix *self, guint row)
{
  guint nth = g_array_index (self->rows, guint, row);
  const char *name = g_ptr_array_index (self->row_names, row);
  g_autofree char *numbered = is_square (self) ? g_strdup_printf ("%u  %s", row + 1, name) : g_strdup (name);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", numbered, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 18, "max-width-chars", 34, "tooltip-text", name, NULL);

  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) row + 1, 1, 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *cell = g_array_index (self->columns, guint, i) != nth ? cell_new (self, row, i) : NULL;

      g_ptr_array_add (self->cells, cell);
      if (cell != NULL)
        gtk_grid_attach (GTK_GRID (self->grid), cell, (int) i + 1, (int) row + 1, 1, 1);
    }
}

static gboolean
more_cb (gpointer data)
{
  MappeNetworkMatrix *self = data;
  guint row = self->columns->len > 0 ? self->cells->len / self->columns->len : self->rows->len;

  for (guint i = 0; i < BATCH && row < self->rows->len; i++, row++)
    add_row (self, row);
  if (row < self->rows->len)
    return G_SOURCE_CONTINUE;
  self->more = 0;
  return G_SOURCE_REMOVE;
}

static void
clear (MappeNetworkMatrix *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->more, g_source_remove);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->row_names, 0);
  g_ptr_array_set_size (self->column_names, 0);
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->counts, 0);
}

static void
take_names (GPtrArray *names, const MappeNetwork *network, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    g_ptr_array_add (names, g_strdup (mappe_network_name (network, g_array_index (numbers, guint, i))));
}

/* Taken at once, as rows are made later, when the network may be another. */
static void
take_counts (MappeNetworkMatrix *self, const MappeNetwork *network, MappeTie tie)
{
  self->most = 0;
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->columns->len; j++)
      {
        guint count = mappe_network_count (network, g_array_index (self->rows, guint, i),
                                           g_array_index (self->columns, guint, j), tie);

        g_array_append_val (self->counts, count);
        self->most = MAX (self->most, count);
      }
}

/**
 * mappe_network_matrix_fill:
 * @rows: (element-type guint): numbers of the organisations that are rows
 * @columns: (element-type guint): of those that are columns
 *
 * Shows how much these organisations share.
 */
void
mappe_network_matrix_fill (MappeNetworkMatrix *self, const MappeNetwork *network, const GArray *rows,
                           const GArray *columns, MappeTie tie)
{
  g_return_if_fail (MAPPE_IS_NETWORK_MATRIX (self));
  clear (self);
  g_array_append_vals (self->rows, rows->data, rows->len);
  g_array_append_vals (self->columns, columns->data, columns->len);
  take_names (self->row_names, network, rows);
  take_names (self->column_names, network, columns);
  take_counts (self, network, tie);
  for (guint i = 0; i < columns->len; i++)
    add_heading (self, i);
  if (more_cb (self) == G_SOURCE_CONTINUE)
    self->more = g_idle_add (more_cb, self);
  self->row = 0;
  self->column = cell_at (self, 0, 0) != NULL ? 0 : 1;
}

/* --- GObject --- */

static void
mappe_network_matrix_dispose (GObject *object)
{
  MappeNetworkMatrix *self = MAPPE_NETWORK_MATRIX (object);

  g_clear_handle_id (&self->more, g_source_remove);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_network_matrix_parent_class)->dispose (object);
}

static void
mappe_network_matrix_finalize (GObject *object)
{
  MappeNetworkMatrix *self = MAPPE_NETWORK_MATRIX (object);

  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->row_names);
  g_ptr_array_unref (self->column_names);
  G_OBJECT_CLASS (mappe_network_matrix_parent_class)->finalize (object);
}

static void
mappe_network_matrix_class_init (MappeNetworkMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_network_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_network_matrix_finalize;
  GTK_WIDGET_CLASS (klass)->focus = mappe_network_matrix_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mappe_network_matrix_init (MappeNetworkMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row_names = g_ptr_array_new_with_free_func (g_free);
  self->column_names = g_ptr_array_new_with_free_func (g_free);
  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "column-spacing", 2, "row-spacing", 2, "halign", GTK_ALIGN_START, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who works with whom"),
                                  -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/** mappe_network_matrix_new: Returns: (transfer floating): a matrix of nothing yet */
GtkWidget *
mappe_network_matrix_new (void)
{
  return g_object_new (MAPPE_TYPE_NETWORK_MATRIX, NULL);
}
