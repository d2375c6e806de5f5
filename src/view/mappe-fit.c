/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-fit.h"

struct _MappeFit {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeFit, mappe_fit, GTK_TYPE_WIDGET)

static GtkWidget *
find_fitting (GtkWidget *self, int width)
{
  GtkWidget *fitting = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (self); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      fitting = child;
      if (least <= width)
        break;
    }
  return fitting;
}

static void
mappe_fit_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *fitting = !across && for_size >= 0 ? find_fitting (widget, for_size) : NULL;
  *minimum = across ? G_MAXINT : 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, likes;
      if (fitting != NULL && child != fitting)
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &likes, NULL, NULL);
      *minimum = across ? MIN (*minimum, least) : MAX (*minimum, least);
      *natural = MAX (*natural, likes);
    }
  *minimum = *minimum == G_MAXINT ? 0 : *minimum;
  *natural = MAX (*natural, *minimum);
}

static void
mappe_fit_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *fitting = find_fitting (widget, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_child_visible (child, child == fitting);
      if (child == fitting)
        gtk_widget_allocate (child, width, height, baseline, NULL);
    }
}

static GtkSizeRequestMode
mappe_fit_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mappe_fit_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mappe_fit_parent_class)->dispose (object);
}

static void
mappe_fit_class_init (MappeFitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_fit_dispose;
  GTK_WIDGET_CLASS (klass)->measure = mappe_fit_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = mappe_fit_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = mappe_fit_get_request_mode;
}

static void
mappe_fit_init (MappeFit *self)
{
}

/** mappe_fit_new: Returns: (transfer floating): an empty box */
GtkWidget *
mappe_fit_new (void)
{
  return g_object_new (MAPPE_TYPE_FIT, NULL);
}

/** mappe_fit_add: @child: shown when those added before are too wide */
void
mappe_fit_add (MappeFit *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
