/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-step.h"

#include "mappe-wrap-layout.h"
#include "mappe-wrap-row.h"

/* Groups, rows and buttons of a step of an event. */

typedef struct {
  MappeEventStep  *step;  /* not owned: it holds the button */
  MappeRow        *record;
  MappeEventRowAct act;
} Press;

static void
press_free (gpointer data, GClosure *closure)
{
  Press *press = data;

  g_clear_pointer (&press->record, mappe_row_unref);
  g_free (press);
}

/* Acts change the body, and with it the button: so the record is held. */
static void
pressed_cb (GtkWidget *widget, Press *press)
{
  g_autoptr (MappeEventStep) step = g_object_ref (press->step);
  g_autoptr (MappeRow) record = press->record != NULL ? mappe_row_ref (press->record) : NULL;

  press->act (step, record);
}

static void
connect (GtkWidget *widget, const char *signal, MappeEventStep *step, const MappeRow *record, MappeEventRowAct act)
{
  Press *press = g_new0 (Press, 1);

  *press = (Press) { step, record != NULL ? mappe_row_ref ((MappeRow *) record) : NULL, act };
  g_signal_connect_data (widget, signal, G_CALLBACK (pressed_cb), press, press_free, 0);
}

static void
row_activated_cb (MappeEventStep *self, GtkListBoxRow *row)
{
  MappeRow *found = g_object_get_data (G_OBJECT (row), "record");
  g_autoptr (MappeRow) record = found != NULL ? mappe_row_ref (found) : NULL;

  if (record != NULL)
    mappe_event_step_open (self, record);
}

/** mappe_event_part_group: @description: (nullable): beneath the title. Returns: (transfer none): an empty list, at the
 * end of the body */
GtkWidget *
mappe_event_part_group (MappeEventStep *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new (), *list = gtk_list_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (description, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (mappe_event_step_get_body (self), group);
  return list;
}

/**
 * mappe_event_part_row:
 * @record: (nullable): what Enter opens
 * @title: no markup
 * @subtitle: (nullable): no markup
 *
 * Returns: (transfer none): a row at the end of @list
 */
GtkWidget *
mappe_event_part_row (MappeEventStep *self, GtkWidget *list, const MappeRow *record, const char *title,
                      const char *subtitle)
{
  GtkWidget *row = mappe_wrap_row_new (title != NULL ? title : "", subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), record != NULL);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  if (record != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, record->kind->name, record->id);

      gtk_widget_set_name (row, name);
      g_object_set_data_full (G_OBJECT (row), "record", mappe_row_ref ((MappeRow *) record),
                              (GDestroyNotify) mappe_row_unref);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

/** mappe_event_part_light: Says in a row how it stands: shape and word, never cut, since the texts beside it wrap. */
void
mappe_event_part_light (GtkWidget *row, MappeState state, const char *word)
{
  GtkWidget *light = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *image = gtk_image_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", word, "wrap", TRUE, "xalign", 0.0, NULL);

  mappe_state_show (GTK_IMAGE (image), state);
  gtk_box_append (GTK_BOX (light), image);
  gtk_box_append (GTK_BOX (light), label);
  gtk_widget_set_valign (light, GTK_ALIGN_CENTER);
  mappe_wrap_row_append (row, light);
}

/**
 * mappe_event_part_button:
 * @label: translated verb
 * @spoken: (nullable): for screen readers and the tooltip; %NULL: the label and the title of the row
 *
 * Returns: (transfer none): a button at the end of @row
 */
GtkWidget *
mappe_event_part_button (MappeEventStep *self, GtkWidget *row, const char *label, const char *spoken,
                         MappeEventRowAct act)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  const char *title = g_object_get_data (G_OBJECT (row), "title");
  g_autofree char *full = spoken != NULL ? g_strdup (spoken) : g_strdup_printf ("%s: %s", label, title);

  gtk_widget_set_name (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_sensitive (button, mappe_event_step_is_writable (self));
  connect (button, "clicked", self, g_object_get_data (G_OBJECT (row), "record"), act);
  mappe_wrap_row_append (row, button);
  return button;
}

/** mappe_event_part_bar: Returns: (transfer none): a place for buttons at the end of the body; they wrap */
GtkWidget *
mappe_event_part_bar (MappeEventStep *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  gtk_box_append (mappe_event_step_get_body (self), bar);
  return bar;
}

/** mappe_event_part_act: Returns: (transfer none): a button at the end of @bar */
GtkWidget *
mappe_event_part_act (MappeEventStep *self, GtkWidget *bar, const char *label, gboolean suggested,
                      MappeEventRowAct act)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, label);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_sensitive (button, mappe_event_step_is_writable (self));
  connect (button, "clicked", self, NULL, act);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

/** mappe_event_part_note: A sentence with its light at the end of the body. */
void
mappe_event_part_note (MappeEventStep *self, MappeState state, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (text);

  mappe_state_show (GTK_IMAGE (image), state);
  gtk_widget_set_visible (image, state != MAPPE_STATE_NONE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (mappe_event_step_get_body (self), box);
}

/** mappe_event_part_text: A quiet line at the end of the body. */
void
mappe_event_part_text (MappeEventStep *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (mappe_event_step_get_body (self), label);
}
