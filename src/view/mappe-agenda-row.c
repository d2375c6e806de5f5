/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-row.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-order.h"
#include "mappe-document.h"

#define INDENT 20

struct _MappeAgendaRow {
  GtkListBoxRow parent_instance;

  gint64        id;
  gboolean      public;
};

G_DEFINE_FINAL_TYPE (MappeAgendaRow, mappe_agenda_row, GTK_TYPE_LIST_BOX_ROW)

enum { DROPPED, FILE_DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *const drop_classes[] = {
  [MAPPE_AGENDA_BEFORE] = "drop-before", [MAPPE_AGENDA_AFTER] = "drop-after", [MAPPE_AGENDA_INTO] = "drop-into",
};

/* --- drag and drop --- */

static void
show_drop (MappeAgendaRow *self, int where)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), drop_classes[i]);
  if (where >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), drop_classes[where]);
}

static MappeAgendaWhere
where_at (MappeAgendaRow *self, double y)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return y < height / 3 ? MAPPE_AGENDA_BEFORE : y > height * 2 / 3 ? MAPPE_AGENDA_AFTER : MAPPE_AGENDA_INTO;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, MappeAgendaRow *self)
{
  show_drop (self, where_at (self, y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (MappeAgendaRow *self)
{
  show_drop (self, -1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MappeAgendaRow *self)
{
  show_drop (self, -1);
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value), (int) where_at (self, y));
  return TRUE;
}

static gboolean
file_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MappeAgendaRow *self)
{
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_signal_emit (self, signals[FILE_DROPPED], 0, file->data);
  return TRUE;
}

static void
add_dragging (MappeAgendaRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  GtkDropTarget *files = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_INT64, self->id);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (files, "drop", G_CALLBACK (file_drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (files));
}

/* --- content --- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "single-line-mode", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A PDF that is a scan or has no tags: some members cannot read it. */
static guint
count_closed (const MappeSittingItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->documents->len; i++)
    {
      const MappeRow *row = ((const MappeListed *) g_ptr_array_index (item->documents, i))->row;

      n += !mappe_row_is_null (row, MAPPE_DOCUMENT_CONTENT)
           && g_strcmp0 (mappe_row_get_text (row, MAPPE_DOCUMENT_MIME), "application/pdf") == 0
           && mappe_row_get_int (row, MAPPE_DOCUMENT_ACCESSIBLE_PDF) == 0;
    }
  return n;
}

/* Returns: (transfer full) (nullable): "2 papers, 1 of them not accessible" */
static char *
about_papers (const MappeSittingItem *item)
{
  guint n = item->documents->len, n_closed = count_closed (item);
  g_autofree char *papers = n > 0 ? g_strdup_printf (ngettext ("%u paper", "%u papers", n), n) : NULL;

  if (n_closed == 0)
    return g_steal_pointer (&papers);
  /* Translators: papers of an agenda item: how many, and how many of them a screen reader cannot read */
  return g_strdup_printf (_("%s (%u not accessible)"), papers, n_closed);
}

static char *
about (const MappeSitting *sitting, const MappeSittingItem *item, const char *mark)
{
  const char *kind = mappe_sitting_code (sitting, "agenda_kind", mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND),
                                         NULL);
  g_autofree char *papers = about_papers (item);

  return g_strconcat (kind, item->rapporteur != NULL ? " · " : "", item->rapporteur != NULL ? item->rapporteur : "",
                      papers != NULL ? " · " : "", papers != NULL ? papers : "", mark != NULL ? " · " : "",
                      mark != NULL ? mark : "", NULL);
}

static char *
minutes_of (const MappeSittingItem *item)
{
  /* Translators: planned minutes of an agenda item, short */
  return item->minutes > 0 ? g_strdup_printf (_("%d min"), item->minutes) : g_strdup ("");
}

static void
fill (MappeAgendaRow *self, const MappeSitting *sitting, const MappeSittingItem *item, const char *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *start = mappe_minute_format (item->start);
  g_autofree char *minutes = minutes_of (item);
  g_autofree char *text = about (sitting, item, mark);
  const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
  const char *part = item->public ? _("public") : _("non-public");
  g_autofree char *spoken = g_strjoin (", ", item->number, title, text, part, *start != '\0' ? start : NULL, NULL);

  g_object_set (box, "margin-start", 8 + (int) item->depth * INDENT, "margin-end", 8, "margin-top", 4,
                "margin-bottom", 4, NULL);
  g_object_set (add_label (box, item->number, "numeric"), "width-chars", 3, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_set_hexpand (middle, TRUE);
  add_label (middle, title, item->depth == 0 ? "heading" : NULL);
  gtk_widget_add_css_class (add_label (middle, text, "caption"), "dim-label");
  g_object_set (add_label (end, start, "numeric"), "xalign", 1.0, NULL);
  g_object_set (add_label (end, minutes, "caption"), "xalign", 1.0, NULL);
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), end);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  if (*minutes != '\0')
    {
      g_autofree char *all = g_strjoin (", ", spoken, minutes, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/** mappe_agenda_row_get_id: Returns: id of the item */
gint64
mappe_agenda_row_get_id (MappeAgendaRow *self)
{
  g_return_val_if_fail (MAPPE_IS_AGENDA_ROW (self), 0);
  return self->id;
}

gboolean
mappe_agenda_row_is_public (MappeAgendaRow *self)
{
  g_return_val_if_fail (MAPPE_IS_AGENDA_ROW (self), FALSE);
  return self->public;
}

static void
mappe_agenda_row_class_init (MappeAgendaRowClass *klass)
{
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  signals[FILE_DROPPED] = g_signal_new ("file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
mappe_agenda_row_init (MappeAgendaRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-row");
}

/**
 * mappe_agenda_row_new:
 * @mark: (nullable): what changed since the agenda was sent
 *
 * Returns: (transfer floating): the line of an item
 */
GtkWidget *
mappe_agenda_row_new (const MappeSitting *sitting, const MappeSittingItem *item, const char *mark)
{
  MappeAgendaRow *self = g_object_new (MAPPE_TYPE_AGENDA_ROW, NULL);

  self->id = item->row->id;
  self->public = item->public;
  fill (self, sitting, item, mark);
  add_dragging (self);
  return GTK_WIDGET (self);
}
