/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-template-parts.h"

#include <glib/gi18n.h>

#include "mappe-wrap-layout.h"

#define TEXT_HEIGHT 200
#define PAPER_HEIGHT 420

/** mappe_template_parts_get_text: Returns: (transfer full): what is typed */
char *
mappe_template_parts_get_text (MappeTemplateParts *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/** mappe_template_parts_show_unknown: Names the fields of the text that nobody knows. */
void
mappe_template_parts_show_unknown (MappeTemplateParts *self, const MappeFilledText *filled)
{
  g_autofree char *names = g_strjoinv ("}, {", filled->unknown);
  /* Translators: %s are names of fields that do not exist */
  g_autofree char *text = g_strdup_printf (_("Nothing is filled in for {%s}."), names);

  gtk_label_set_label (self->unknown, filled->unknown[0] != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), filled->unknown[0] != NULL);
}

static void
insert_cb (MappeTemplateParts *self, GtkButton *button)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text),
                                    gtk_widget_get_tooltip_text (GTK_WIDGET (button)), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/** mappe_template_parts_set: Shows a text in place of what is typed. */
void
mappe_template_parts_set (MappeTemplateParts *self, const MappeTemplate *template)
{
  gtk_editable_set_text (self->subject, template->subject != NULL ? template->subject : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), template->text, -1);
}

static GtkWidget *
build_fields (MappeTemplateParts *self, const MappeTemplateField *fields, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, mappe_wrap_layout_new ());
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(fields[i].meaning));
      g_autofree char *field = g_strdup_printf ("{%s}", fields[i].name);

      gtk_widget_set_tooltip_text (button, field);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, field, -1);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (insert_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
build_text (MappeTemplateParts *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *frame = gtk_frame_new (NULL);

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 8);
  gtk_text_view_set_right_margin (self->text, 8);
  gtk_text_view_set_top_margin (self->text, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text"), -1);
  gtk_widget_set_size_request (scroller, -1, TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_frame_set_child (GTK_FRAME (frame), scroller);
  return frame;
}

static GtkWidget *
build_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/** mappe_template_parts_build: Returns: (transfer floating): subject, text, fields to insert, preview */
GtkWidget *
mappe_template_parts_build (MappeTemplateParts *self, const MappeTemplateField *fields, guint n_fields)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *subject = gtk_entry_new ();
  GtkWidget *reset = gtk_button_new_with_label (_("Back to the built-in text"));

  self->subject = GTK_EDITABLE (subject);
  self->reset = reset;
  gtk_accessible_update_property (GTK_ACCESSIBLE (subject), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Subject"), -1);
  self->unknown = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->unknown, 0);
  gtk_label_set_wrap (self->unknown, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown), "error");
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->paper), -1, PAPER_HEIGHT);
  gtk_widget_set_halign (reset, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), build_heading (_("Subject")));
  gtk_box_append (GTK_BOX (box), subject);
  gtk_box_append (GTK_BOX (box), build_heading (_("Text")));
  gtk_box_append (GTK_BOX (box), build_text (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unknown));
  gtk_box_append (GTK_BOX (box), build_heading (_("Insert a field")));
  gtk_box_append (GTK_BOX (box), build_fields (self, fields, n_fields));
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), build_heading (_("Preview")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  return box;
}

/** mappe_template_parts_connect: @changed and @reset are called with @data alone */
void
mappe_template_parts_connect (MappeTemplateParts *self, GCallback changed, GCallback reset, gpointer data)
{
  g_signal_connect_swapped (self->reset, "clicked", reset, data);
  g_signal_connect_swapped (self->subject, "changed", changed, data);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", changed, data);
}
