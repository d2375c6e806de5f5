/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-help.h"

#include <glib/gi18n.h>

#include "mappe-help-text.h"
#include "mappe-split.h"

struct _MappeHelp {
  AdwWindow parent_instance;

  MappeSplit *split;
  AdwHeaderBar *sidebar_header;
  GtkListBox *chapters;
  AdwWindowTitle *chapter_title;
  GtkWidget *back_button;
  GtkScrolledWindow *scroller;
  GtkBox *body;
};

G_DEFINE_FINAL_TYPE (MappeHelp, mappe_help, ADW_TYPE_WINDOW)

static void
add_label (MappeHelp *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->body, label);
}

static void
show_chapter (MappeHelp *self, const MappeHelpChapter *chapter)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))))
    gtk_box_remove (self->body, child);
  adw_window_title_set_title (self->chapter_title, _(chapter->title));
  add_label (self, _(chapter->title), "title-1");
  for (guint i = 0; i < MAPPE_HELP_MOST_PARAGRAPHS && chapter->paragraphs[i]; i++)
    add_label (self, _(chapter->paragraphs[i]), NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, MappeHelp *self)
{
  guint n_chapters;
  const MappeHelpChapter *chapters = mappe_help_chapters (&n_chapters);

  if (row)
    show_chapter (self, &chapters[gtk_list_box_row_get_index (row)]);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MappeHelp *self)
{
  mappe_split_set_show_content (self->split, TRUE);
}

static void
back_cb (MappeHelp *self)
{
  mappe_split_set_show_content (self->split, FALSE);
}

static void
collapsed_cb (MappeHelp *self)
{
  gboolean collapsed = mappe_split_get_collapsed (self->split);

  gtk_widget_set_visible (self->back_button, collapsed);
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, collapsed);
}

static void
mappe_help_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_HELP);
  G_OBJECT_CLASS (mappe_help_parent_class)->dispose (object);
}

static void
mappe_help_class_init (MappeHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_help_dispose;
  g_type_ensure (MAPPE_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-help.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, split);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, chapters);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, chapter_title);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, back_button);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, scroller);
  gtk_widget_class_bind_template_child (widget_class, MappeHelp, body);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mappe_help_init (MappeHelp *self)
{
  guint n_chapters;
  const MappeHelpChapter *chapters = mappe_help_chapters (&n_chapters);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_chapters; i++)
    {
      GtkWidget *label = gtk_label_new (_(chapters[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->chapters, label);
    }
  mappe_split_set_show_content (self->split, TRUE);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_select_row (self->chapters, gtk_list_box_get_row_at_index (self->chapters, 0));
}

/**
 * mappe_help_new:
 * @parent: (nullable): the window that it is opened from
 *
 * Returns: (transfer none): the help, open at what to do first
 */
GtkWidget *
mappe_help_new (GtkWindow *parent)
{
  return g_object_new (MAPPE_TYPE_HELP, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
}
