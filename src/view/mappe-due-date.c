/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-date.h"

#include <glib/gi18n.h>

#include "mappe-date-entry.h"

struct _MappeDueDate {
  GtkPopover      parent_instance;
  MappeDateEntry *date;
  GtkEditable    *reason;
  GtkLabel       *about;
};

G_DEFINE_FINAL_TYPE (MappeDueDate, mappe_due_date, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (MappeDueDate *self)
{
  g_autofree char *iso = mappe_date_entry_get_date (self->date);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due-date.choose", iso != NULL && *reason != '\0');
}

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDueDate *self = MAPPE_DUE_DATE (widget);
  g_autofree char *iso = mappe_date_entry_get_date (self->date);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  if (iso == NULL || *reason == '\0')
    return;
  g_signal_emit (self, signals[CHOSEN], 0, iso, reason);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
reason_activate_cb (MappeDueDate *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "due-date.choose", NULL);
}

static void
mappe_due_date_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_DUE_DATE);
  G_OBJECT_CLASS (mappe_due_date_parent_class)->dispose (object);
}

static void
mappe_due_date_class_init (MappeDueDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_due_date_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", MAPPE_TYPE_DUE_DATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_STRING, G_TYPE_STRING);
  g_type_ensure (MAPPE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-due-date.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeDueDate, date);
  gtk_widget_class_bind_template_child (widget_class, MappeDueDate, reason);
  gtk_widget_class_bind_template_child (widget_class, MappeDueDate, about);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, reason_activate_cb);
  gtk_widget_class_install_action (widget_class, "due-date.choose", NULL, choose_cb);
}

static void
mappe_due_date_init (MappeDueDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mappe_date_entry_set_name (self->date, _("New date"));
  mappe_date_entry_set_text (self->date, "+14");
  update (self);
}

/** mappe_due_date_new: Returns: (transfer floating): a popover that proposes a day in two weeks */
GtkWidget *
mappe_due_date_new (void)
{
  return g_object_new (MAPPE_TYPE_DUE_DATE, NULL);
}

/** mappe_due_date_set_about: @about: (nullable): what is moved, where the place of the popover does not say it */
void
mappe_due_date_set_about (MappeDueDate *self, const char *about)
{
  g_return_if_fail (MAPPE_IS_DUE_DATE (self));
  gtk_label_set_label (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), about != NULL);
}
