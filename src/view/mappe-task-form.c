/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-task-form.h"

#include <glib/gi18n-lib.h>

#include "mappe-date-entry.h"
#include "mappe-person.h"
#include "mappe-reference-entry.h"

struct _MappeTaskForm {
  AdwBin          parent_instance;

  GtkEntry       *what;
  AdwBin         *who_bin;
  GtkWidget      *who;
  MappeDateEntry *until;
};

G_DEFINE_FINAL_TYPE (MappeTaskForm, mappe_task_form, ADW_TYPE_BIN)

enum { ADD, CLOSE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[ADD], 0);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

static void
activate_cb (MappeTaskForm *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

/* Enter in the last field adds the task. */
static gboolean
until_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, MappeTaskForm *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  g_signal_emit (self, signals[ADD], 0);
  return TRUE;
}

static void
mappe_task_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_TASK_FORM);
  G_OBJECT_CLASS (mappe_task_form_parent_class)->dispose (object);
}

static void
mappe_task_form_class_init (MappeTaskFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_task_form_dispose;
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-task-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeTaskForm, what);
  gtk_widget_class_bind_template_child (widget_class, MappeTaskForm, who_bin);
  gtk_widget_class_bind_template_child (widget_class, MappeTaskForm, until);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "task-form.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "task-form.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "task-form.close", NULL);
}

static void
mappe_task_form_init (MappeTaskForm *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  mappe_date_entry_set_name (self->until, _("Until"));
  gtk_widget_add_css_class (GTK_WIDGET (self->until), "framed-entry");
  gtk_widget_add_css_class (GTK_WIDGET (self->who_bin), "framed-entry");
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (until_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->until), keys);
}

/** mappe_task_form_new: Returns: (transfer floating): an empty form */
GtkWidget *
mappe_task_form_new (MappeStore *store)
{
  MappeTaskForm *self = g_object_new (MAPPE_TYPE_TASK_FORM, NULL);

  self->who = mappe_reference_entry_new (store, &mappe_person_kind);
  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (self->who), FALSE);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (self->who), _("Who"));
  adw_bin_set_child (self->who_bin, self->who);
  return GTK_WIDGET (self);
}

/**
 * mappe_task_form_take:
 * @given: (out): title, person and day are set; they belong to the texts returned
 * @due_on: (out) (transfer full) (nullable): the day
 *
 * Returns: (transfer full): what is to be done
 */
char *
mappe_task_form_take (MappeTaskForm *self, MappeTaskGiven *given, char **due_on)
{
  char *what;

  g_return_val_if_fail (MAPPE_IS_TASK_FORM (self), NULL);
  what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->what))));
  *due_on = mappe_date_entry_get_date (self->until);
  given->title = what;
  given->person = mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (self->who));
  given->due_on = *due_on;
  return what;
}

/** mappe_task_form_clear: Empties the form for the next task. */
void
mappe_task_form_clear (MappeTaskForm *self)
{
  g_return_if_fail (MAPPE_IS_TASK_FORM (self));
  gtk_editable_set_text (GTK_EDITABLE (self->what), "");
  mappe_reference_entry_set_value (MAPPE_REFERENCE_ENTRY (self->who), 0, NULL);
  mappe_date_entry_set_text (self->until, "");
}

/** mappe_task_form_begin: Puts the caret into the first field. */
void
mappe_task_form_begin (MappeTaskForm *self)
{
  g_return_if_fail (MAPPE_IS_TASK_FORM (self));
  gtk_entry_grab_focus_without_selecting (self->what);
}
