/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-columns.h"

#include "mappe-scaled.h"

#define SPACING 24
#define COLUMN_WIDTH 380 /* least width worth a column of its own, at normal text size */

struct _MappeColumns {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeColumns, mappe_columns, GTK_TYPE_WIDGET)

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("mappe-columns-place");
}

/* Both places in one number: column of two, and of three. */
static guint
column_of (GtkWidget *child, guint n_columns)
{
  guint place = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (child), place_quark ()));

  return n_columns == 1 ? 0 : n_columns == 2 ? place / MAPPE_COLUMNS_MOST : place % MAPPE_COLUMNS_MOST;
}

/* Larger text needs wider columns. */
static int
least_width (GtkWidget *widget)
{
  return MAX (mappe_scaled (widget, COLUMN_WIDTH), COLUMN_WIDTH);
}

static guint
columns_in (GtkWidget *widget, int width)
{
  int fit = (width + SPACING) / (least_width (widget) + SPACING);

  return (guint) CLAMP (fit, 1, MAPPE_COLUMNS_MOST);
}

static int
column_width (int width, guint n_columns)
{
  return (width - (int) (n_columns - 1) * SPACING) / (int) n_columns;
}

static GtkSizeRequestMode
mappe_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, NULL, NULL, NULL);
      least = MAX (least, child_least);
    }
  *minimum = least;
  *natural = MAX (least, least_width (widget) * MAPPE_COLUMNS_MOST + SPACING * (MAPPE_COLUMNS_MOST - 1));
}

static int
height_of (GtkWidget *child, int width)
{
  int least, natural, least_wide;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_wide, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_wide), &least, &natural, NULL, NULL);
  return natural;
}

static int
measure_height (GtkWidget *widget, int width)
{
  guint n_columns = columns_in (widget, width);
  int wide = column_width (width, n_columns);
  int heights[MAPPE_COLUMNS_MOST] = { 0 };
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        guint column = column_of (child, n_columns);

        heights[column] += height_of (child, wide) + (heights[column] > 0 ? SPACING : 0);
        most = MAX (most, heights[column]);
      }
  return most;
}

static void
mappe_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  int width = for_size, ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  if (width < 0)
    measure_width (widget, &ignored, &width);
  *minimum = *natural = measure_height (widget, width);
}

static void
mappe_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_columns = columns_in (widget, width);
  int wide = column_width (width, n_columns);
  int heights[MAPPE_COLUMNS_MOST] = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        guint column = column_of (child, n_columns);
        guint place = mirrored ? n_columns - 1 - column : column;
        int top = heights[column] + (heights[column] > 0 ? SPACING : 0);
        int high = height_of (child, wide);
        graphene_point_t at = GRAPHENE_POINT_INIT ((float) ((int) place * (wide + SPACING)), (float) top);

        gtk_widget_allocate (child, wide, high, -1, gsk_transform_translate (NULL, &at));
        heights[column] = top + high;
      }
}

static void
mappe_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mappe_columns_parent_class)->dispose (object);
}

static void
mappe_columns_class_init (MappeColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_columns_dispose;
  widget_class->get_request_mode = mappe_columns_get_request_mode;
  widget_class->measure = mappe_columns_measure;
  widget_class->size_allocate = mappe_columns_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_columns_init (MappeColumns *self)
{
}

/** mappe_columns_new: Returns: (transfer floating): columns without children */
GtkWidget *
mappe_columns_new (void)
{
  return g_object_new (MAPPE_TYPE_COLUMNS, NULL);
}

/**
 * mappe_columns_add:
 * @child: (transfer floating): stands below the children added to its column before
 * @of_two: its column, from 0, when two fit
 * @of_three: its column, from 0, when three fit
 */
void
mappe_columns_add (MappeColumns *self, GtkWidget *child, guint of_two, guint of_three)
{
  g_return_if_fail (MAPPE_IS_COLUMNS (self));
  g_return_if_fail (of_two < 2 && of_three < MAPPE_COLUMNS_MOST);
  g_object_set_qdata (G_OBJECT (child), place_quark (), GUINT_TO_POINTER (of_two * MAPPE_COLUMNS_MOST + of_three));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
