/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sidebar-row.h"

#include <glib/gi18n.h>

#include "mappe-number.h"

struct _MappeSidebarRow {
  GtkListBoxRow parent_instance;

  const MappePlace *place;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (MappeSidebarRow, mappe_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
mappe_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (mappe_sidebar_row_parent_class)->dispose (object);
}

static void
mappe_sidebar_row_class_init (MappeSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_sidebar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MappeSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, MappeSidebarRow, count);
}

static void
mappe_sidebar_row_init (MappeSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mappe_sidebar_row_new:
 * @place: what the row leads to
 *
 * Returns: (transfer floating): a row without a count
 */
GtkWidget *
mappe_sidebar_row_new (const MappePlace *place)
{
  MappeSidebarRow *self = g_object_new (MAPPE_TYPE_SIDEBAR_ROW, NULL);

  self->place = place;
  gtk_label_set_label (self->title, _(place->title));
  gtk_image_set_from_icon_name (self->icon, place->icon_name);
  mappe_sidebar_row_set_count (self, 0);
  return GTK_WIDGET (self);
}

/**
 * mappe_sidebar_row_get_place:
 *
 * Returns: (transfer none): what the row leads to
 */
const MappePlace *
mappe_sidebar_row_get_place (MappeSidebarRow *self)
{
  g_return_val_if_fail (MAPPE_IS_SIDEBAR_ROW (self), NULL);
  return self->place;
}

/**
 * mappe_sidebar_row_set_count:
 * @count: how many things are to be done there; 0 shows nothing
 */
void
mappe_sidebar_row_set_count (MappeSidebarRow *self, gint64 count)
{
  g_autofree char *number = mappe_int_format (count);
  g_autofree char *spoken = NULL;

  g_return_if_fail (MAPPE_IS_SIDEBAR_ROW (self));
  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  /* Translators: a page of the sidebar and how many things are to be done there, for screen readers. */
  spoken = count > 0 ? g_strdup_printf (_("%s, %s to do"), _(self->place->title), number)
                     : g_strdup (_(self->place->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
