/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-row.h"

#include <glib/gi18n.h>

struct _MappeSearchRow {
  GtkListBoxRow parent_instance;

  const MappeKind *kind;
  gint64 id;
  guint page;
  GtkLabel *title;
  GtkLabel *reference;
  GtkLabel *context;
};

G_DEFINE_FINAL_TYPE (MappeSearchRow, mappe_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
mappe_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SEARCH_ROW);
  G_OBJECT_CLASS (mappe_search_row_parent_class)->dispose (object);
}

static void
mappe_search_row_class_init (MappeSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_search_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchRow, reference);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchRow, context);
}

static void
mappe_search_row_init (MappeSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_texts (MappeSearchRow *self, const char *title, const char *reference, const char *context)
{
  g_autofree char *spoken = g_strjoin (", ", title, *reference ? reference : NULL, NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->reference, reference);
  gtk_label_set_label (self->context, context);
  gtk_widget_set_visible (GTK_WIDGET (self->context), *context != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, context, -1);
}

/* A context comes with the line breaks of its field. */
static char *
on_one_line (const char *text)
{
  return g_strdelimit (g_strdup (text ? text : ""), "\n\r\t", ' ');
}

/**
 * mappe_search_row_new:
 * @hit: what was found
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mappe_search_row_new (const MappeSearchHit *hit)
{
  MappeSearchRow *self = g_object_new (MAPPE_TYPE_SEARCH_ROW, NULL);
  g_autofree char *title = on_one_line (hit->title && *hit->title ? hit->title : hit->reference);
  g_autofree char *words = on_one_line (hit->context);
  /* Translators: page of an attached file, and the words there. */
  g_autofree char *context = hit->page > 0 ? g_strdup_printf (_("Page %u: %s"), hit->page, words) : g_strdup (words);

  self->kind = hit->kind;
  self->id = hit->id;
  self->page = hit->page;
  set_texts (self, title, hit->reference ? hit->reference : "", context);
  return GTK_WIDGET (self);
}

/**
 * mappe_search_row_new_more:
 * @kind: kind of the group
 * @n_more: how many of it are not shown
 *
 * Returns: (transfer floating): the row that shows them
 */
GtkWidget *
mappe_search_row_new_more (const MappeKind *kind, guint n_more)
{
  MappeSearchRow *self = g_object_new (MAPPE_TYPE_SEARCH_ROW, NULL);
  g_autofree char *title = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  self->kind = kind;
  set_texts (self, title, "", "");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  return GTK_WIDGET (self);
}

/**
 * mappe_search_row_get_kind:
 *
 * Returns: (transfer none): kind of the record
 */
const MappeKind *
mappe_search_row_get_kind (MappeSearchRow *self)
{
  g_return_val_if_fail (MAPPE_IS_SEARCH_ROW (self), NULL);
  return self->kind;
}

/** mappe_search_row_get_page: Returns: page of the attached file where the words are, from 1; 0 for none */
guint
mappe_search_row_get_page (MappeSearchRow *self)
{
  g_return_val_if_fail (MAPPE_IS_SEARCH_ROW (self), 0);
  return self->page;
}

/**
 * mappe_search_row_get_id:
 *
 * Returns: id of the record, 0 for the row that opens the rest
 */
gint64
mappe_search_row_get_id (MappeSearchRow *self)
{
  g_return_val_if_fail (MAPPE_IS_SEARCH_ROW (self), 0);
  return self->id;
}
