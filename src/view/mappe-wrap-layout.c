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

/* Next child that is seen, from this one on. */
static GtkWidget *
seen (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_of (GtkWidget *child, int width)
{
  int least, wide;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
  return MAX (least, MIN (wide, width));
}

/* A line: from @first to before @end. */
typedef struct {
  GtkWidget *first, *end;
  int        wide, high;
  int        n_expanding;
} Line;

/* Children that expand share what is left of the line. */
static int
extra_of (const Line *line, int width)
{
  return line->n_expanding > 0 ? MAX (0, width - line->wide) / line->n_expanding : 0;
}

static int
given_width (const Line *line, GtkWidget *child, int width)
{
  return width_of (child, width)
         + (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? extra_of (line, width) : 0);
}

static Line
line_from (GtkWidget *first, int width)
{
  Line line = { .first = first };
  GtkWidget *child = first;

  for (; child != NULL; child = seen (gtk_widget_get_next_sibling (child)))
    {
      int wide = width_of (child, width);

      if (child != first && line.wide + SPACING + wide > width)
        break;
      line.wide += wide + (child != first ? SPACING : 0);
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  for (child = first; child != line.end; child = seen (gtk_widget_get_next_sibling (child)))
    {
      int high;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, given_width (&line, child, width), &high, NULL, NULL, NULL);
      line.high = MAX (line.high, high);
    }
  return line;
}

static void
place_line (GtkWidget *widget, const Line *line, int width, int y)
{
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = seen (gtk_widget_get_next_sibling (child)))
    {
      int wide = given_width (line, child, width);

      gtk_widget_size_allocate (child, &(GtkAllocation) { right_to_left ? width - x - wide : x, y, wide, line->high },
                                -1);
      x += wide + SPACING;
    }
}

/* Goes through the lines; places the children when @place.  Returns the height of all. */
static int
wrap (GtkWidget *widget, int width, gboolean place)
{
  int y = 0;

  for (GtkWidget *child = seen (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = line_from (child, width);

      if (place)
        place_line (widget, &line, width, y);
      child = line.end;
      y += line.high + (child != NULL ? SPACING : 0);
    }
  return y;
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
