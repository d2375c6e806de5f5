/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-wrap-layout.h"

#define SPACING 6

struct _MappeWrapLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeWrapLayout, mappe_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
mappe_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Goes through the lines; places the children when @place.  Returns the height of all. */
static int
wrap (GtkWidget *widget, int width, gboolean place)
{
  int x = 0, y = 0, line = 0;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wide, high;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      wide = MAX (least, MIN (wide, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &high, NULL, NULL, NULL);
      if (x > 0 && x + wide > width)
        {
          x = 0;
          y += line + SPACING;
          line = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ right_to_left ? width - x - wide : x, y, wide, high },
                                  -1);
      x += wide + SPACING;
      line = MAX (line, high);
    }
  return y + line;
}

static void
mappe_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  int widest = 0, all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wide;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      widest = MAX (widest, least);
      all += wide + (all > 0 ? SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = all;
    }
  else
    *minimum = *natural = wrap (widget, for_size >= 0 ? for_size : all, FALSE);
}

static void
mappe_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  wrap (widget, width, TRUE);
}

static void
mappe_wrap_layout_class_init (MappeWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = mappe_wrap_layout_get_request_mode;
  layout_class->measure = mappe_wrap_layout_measure;
  layout_class->allocate = mappe_wrap_layout_allocate;
}

static void
mappe_wrap_layout_init (MappeWrapLayout *self)
{
}

/**
 * mappe_wrap_layout_new:
 *
 * Returns: (transfer full): a new layout manager
 */
GtkLayoutManager *
mappe_wrap_layout_new (void)
{
  return g_object_new (MAPPE_TYPE_WRAP_LAYOUT, NULL);
}
