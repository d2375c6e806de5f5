/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-aside-layout.h"

#include "mappe-scaled.h"

#define SPACING 18
#define SIDE_BY_SIDE 860   /* least width for both, at normal text size */
#define ASIDE_LEAST 250
#define ASIDE_MOST 380

struct _MappeAsideLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeAsideLayout, mappe_aside_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
mappe_aside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
least_width (GtkWidget *child)
{
  int least = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
height_for (GtkWidget *child, int width)
{
  int high = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width (child)), &high, NULL, NULL, NULL);
  return high;
}

/* Width of the second child beside the first; 0: it stands beneath. */
static int
aside_width (GtkWidget *widget, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  int aside;

  if (second == NULL || !gtk_widget_should_layout (second) || width < mappe_scaled (widget, SIDE_BY_SIDE))
    return 0;
  aside = CLAMP (width / 3, mappe_scaled (widget, ASIDE_LEAST), mappe_scaled (widget, ASIDE_MOST));
  aside = MAX (aside, least_width (second));
  return width - aside - SPACING >= MAX (least_width (first), width / 2) ? aside : 0;
}

static void
mappe_aside_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  int aside;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least_width (first), least_width (second));
      *natural = MAX (*minimum, mappe_scaled (widget, SIDE_BY_SIDE));
      return;
    }
  if (for_size < 0)
    for_size = MAX (least_width (first), least_width (second));
  aside = aside_width (widget, for_size);
  if (aside > 0)
    *minimum = MAX (height_for (first, for_size - aside - SPACING), height_for (second, aside));
  else
    *minimum = height_for (first, for_size) + (second != NULL ? SPACING : 0) + height_for (second, for_size);
  *natural = *minimum;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
mappe_aside_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int aside = aside_width (widget, width), main_width = width - aside - SPACING, high;

  if (aside > 0)
    {
      place (first, right_to_left ? aside + SPACING : 0, 0, main_width, height);
      place (second, right_to_left ? 0 : main_width + SPACING, 0, aside, height);
      return;
    }
  high = height_for (first, width);
  place (first, 0, 0, width, high);
  place (second, 0, high + SPACING, width, MAX (height - high - SPACING, height_for (second, width)));
}

static void
mappe_aside_layout_class_init (MappeAsideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = mappe_aside_layout_get_request_mode;
  layout_class->measure = mappe_aside_layout_measure;
  layout_class->allocate = mappe_aside_layout_allocate;
}

static void
mappe_aside_layout_init (MappeAsideLayout *self)
{
}

/** mappe_aside_layout_new: Returns: (transfer full): a new layout manager */
GtkLayoutManager *
mappe_aside_layout_new (void)
{
  return g_object_new (MAPPE_TYPE_ASIDE_LAYOUT, NULL);
}
