/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date-entry.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-focus-child.h"

struct _MappeDateEntry {
  GtkWidget  parent_instance;
  GtkWidget *box, *entry, *preview, *button, *calendar;
  gboolean   showing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeDateEntry, mappe_date_entry, GTK_TYPE_WIDGET)

/* What is typed in full needs no echo. */
static void
refresh_preview (MappeDateEntry *self)
{
  g_autofree char *date = mappe_date_entry_get_date (self);
  g_autofree char *long_form = date != NULL ? mappe_date_format_long (date) : NULL;
  g_autofree char *label = long_form != NULL ? g_strdup_printf ("= %s", long_form) : NULL;
  gtk_label_set_label (GTK_LABEL (self->preview), label != NULL ? label : "");
  gtk_widget_set_visible (self->preview, label != NULL);
}

static void
changed_cb (MappeDateEntry *self)
{
  refresh_preview (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
day_cb (MappeDateEntry *self)
{
  if (self->showing)
    return;
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  mappe_date_entry_set_date (self, iso);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (self->entry);
}

/* The calendar is built when it is first wanted: most dates are typed. */
static void
popup_cb (GtkMenuButton *button, gpointer data)
{
  MappeDateEntry *self = MAPPE_DATE_ENTRY (data);
  g_autofree char *date = mappe_date_entry_get_date (self);
  GDate day;
  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();
      self->calendar = gtk_calendar_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
    }
  if (date == NULL || !mappe_date_parse_iso (date, &day))
    return;
  g_autoptr (GDateTime) time =
      g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
  self->showing = FALSE;
}

/* Arrows step through the days, as in a calendar. */
static gboolean
key_cb (MappeDateEntry *self, guint keyval, guint code, GdkModifierType state)
{
  int step = keyval == GDK_KEY_Up ? 1 : keyval == GDK_KEY_Down ? -1 : 0;
  g_autofree char *date = mappe_date_entry_get_date (self);
  if (step == 0 || date == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_autofree char *next = mappe_date_add_days (date, step);
  if (next != NULL)
    mappe_date_entry_set_date (self, next);
  return GDK_EVENT_STOP;
}

static gboolean
mappe_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MAPPE_DATE_ENTRY (widget)->entry);
}

static void
mappe_date_entry_dispose (GObject *object)
{
  MappeDateEntry *self = MAPPE_DATE_ENTRY (object);
  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), NULL, NULL, NULL);
  self->button = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_date_entry_parent_class)->dispose (object);
}

static void
mappe_date_entry_class_init (MappeDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = mappe_date_entry_dispose;
  widget_class->grab_focus = mappe_date_entry_grab_focus;
  widget_class->focus = mappe_focus_child;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_entry (MappeDateEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "field-editor");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_date_entry_init (MappeDateEntry *self)
{
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_entry (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->button, _("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose from a calendar"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "field-button");
  self->preview = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->preview), 0);
  gtk_label_set_wrap (GTK_LABEL (self->preview), TRUE);
  gtk_widget_add_css_class (self->preview, "caption");
  gtk_widget_add_css_class (self->preview, "dim-label");
  gtk_widget_set_visible (self->preview, FALSE);
  gtk_box_append (GTK_BOX (across), self->entry);
  gtk_box_append (GTK_BOX (across), self->button);
  gtk_box_append (GTK_BOX (self->box), across);
  gtk_box_append (GTK_BOX (self->box), self->preview);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** mappe_date_entry_new: Returns: (transfer floating): an empty entry */
GtkWidget *
mappe_date_entry_new (void)
{
  return g_object_new (MAPPE_TYPE_DATE_ENTRY, NULL);
}

/** mappe_date_entry_get_text: Returns: what is typed */
const char *
mappe_date_entry_get_text (MappeDateEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/** mappe_date_entry_set_text: @text: as if typed */
void
mappe_date_entry_set_text (MappeDateEntry *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/** mappe_date_entry_get_date: Returns: (transfer full) (nullable): the day understood, `YYYY-MM-DD` */
char *
mappe_date_entry_get_date (MappeDateEntry *self)
{
  const char *text = mappe_date_entry_get_text (self);
  g_autofree char *today = mappe_date_today ();
  return *text == '\0' ? NULL : mappe_date_parse_typed (text, today, NULL);
}

/** mappe_date_entry_set_date: @iso: (nullable): a day, `YYYY-MM-DD` */
void
mappe_date_entry_set_date (MappeDateEntry *self, const char *iso)
{
  g_autofree char *text = iso != NULL ? mappe_date_format (iso) : NULL;
  mappe_date_entry_set_text (self, text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/** mappe_date_entry_set_name: @name: accessible name, the label of the field */
void
mappe_date_entry_set_name (MappeDateEntry *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** mappe_date_entry_set_hint: @hint: stands in the empty entry where no label is beside it */
void
mappe_date_entry_set_hint (MappeDateEntry *self, const char *hint)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
}
