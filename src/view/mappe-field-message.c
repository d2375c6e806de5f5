/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-message.h"

#include <glib/gi18n-lib.h>

#include "mappe-text.h"

#define PROPOSAL_LENGTH 24

struct _MappeFieldMessage {
  GtkBox     parent_instance;
  GtkWidget *label, *button;
};

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeFieldMessage, mappe_field_message, GTK_TYPE_BOX)

static void
clicked_cb (MappeFieldMessage *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
mappe_field_message_class_init (MappeFieldMessageClass *klass)
{
  signals[ACCEPTED] =
      g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mappe_field_message_init (MappeFieldMessage *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new ();
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Problem"), -1);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-message");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self), icon);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

/** mappe_field_message_new: Returns: (transfer floating): a message that says nothing and hides */
GtkWidget *
mappe_field_message_new (void)
{
  return g_object_new (MAPPE_TYPE_FIELD_MESSAGE, NULL);
}

/**
 * mappe_field_message_set:
 * @self: the message
 * @text: (nullable): a sentence; %NULL hides the message
 * @proposal: (nullable): a value that would be right, as it is typed
 */
void
mappe_field_message_set (MappeFieldMessage *self, const char *text, const char *proposal)
{
  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_widget_set_visible (self->button, proposal != NULL);
  if (proposal == NULL)
    return;
  g_autofree char *brief = mappe_text_ellipsize (proposal, PROPOSAL_LENGTH);
  g_autofree char *label = g_strdup_printf (_("Use “%s”"), brief);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
}
