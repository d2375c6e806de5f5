/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-calendar-page.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "mappe-calendar-month.h"
#include "mappe-calendar-text.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-wrap-layout.h"

/* How far the list reaches from its month, in days. */
#define LIST_DAYS 365

/* Every day reached from these years can be stored. */
#define FIRST_YEAR 1600
#define LAST_YEAR 9990

struct _MappeCalendarPage {
  MappePage parent_instance;

  GtkStack           *stack;
  GtkLabel           *title;
  MappeCalendarMonth *month;
  GtkLabel           *day_title;
  GtkListBox         *day_list;
  GtkListBox         *list;

  MappeCalendar      *calendar;
  GCancellable       *cancellable;
  guint               refresh_id;
  char               *today;
  int                 year, month_number;
  gboolean            to_focus;  /* once the month has come */
};

G_DEFINE_FINAL_TYPE (MappeCalendarPage, mappe_calendar_page, MAPPE_TYPE_PAGE)

static gboolean
in_list (MappeCalendarPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

/* --- rows --- */

static GtkWidget *
make_row (const MappeCalendarEntry *entry, const char *today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *title = g_markup_escape_text (entry->title, -1);
  g_autofree char *when = g_strdup_printf ("%s%s%s%s%s", mappe_calendar_text_topic (entry),
                                           entry->time != NULL ? ", " : "", entry->time != NULL ? entry->time : "",
                                           entry->body != NULL ? " · " : "", entry->body != NULL ? entry->body : "");
  g_autofree char *subtitle = g_markup_escape_text (when, -1);
  MappeState state = mappe_calendar_text_state (entry, today);

  mappe_state_show (GTK_IMAGE (image), state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (mappe_state_word (state)));
  g_object_set_data (G_OBJECT (row), "entry", (gpointer) entry);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
row_activated_cb (MappeCalendarPage *self, GtkListBoxRow *row)
{
  const MappeCalendarEntry *entry = g_object_get_data (G_OBJECT (row), "entry");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", entry->kind->name, entry->id);
}

/* An empty list is no stop of Tab, nor is what it scrolls in. */
static void
update_day_focus (MappeCalendarPage *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->day_list), GTK_TYPE_SCROLLED_WINDOW);

  gtk_widget_set_can_focus (scrolled, gtk_list_box_get_row_at_index (self->day_list, 0) != NULL);
}

static void
fill_day (MappeCalendarPage *self)
{
  const char *day = mappe_calendar_month_get_day (self->month);
  g_autofree char *title = mappe_date_format_long (day);
  g_autofree char *holiday = NULL;
  g_autofree char *both = NULL;

  clear_list (self->day_list);
  if (self->calendar == NULL)
    return;
  holiday = mappe_calendar_text_holiday (day, self->calendar->state);
  both = holiday != NULL ? g_strdup_printf ("%s, %s", title, holiday) : g_strdup (title);
  gtk_label_set_label (self->day_title, both);
  for (guint i = 0; i < self->calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (self->calendar->entries, i);

      if (g_str_equal (entry->date, day))
        gtk_list_box_append (self->day_list, make_row (entry, self->today));
    }
  update_day_focus (self);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const MappeCalendarEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  const MappeCalendarEntry *other = before != NULL ? g_object_get_data (G_OBJECT (before), "entry") : NULL;
  g_autofree char *day = NULL;
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (other != NULL && g_str_equal (other->date, entry->date))
    return;
  day = mappe_date_format_long (entry->date);
  label = g_object_new (GTK_TYPE_LABEL, "label", day, "xalign", 0.0, "margin-top", 12, "margin-bottom", 6,
                        "margin-start", 6, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
fill_list (MappeCalendarPage *self)
{
  g_autofree char *first = g_strdup_printf ("%04d-%02d-01", self->year, self->month_number);

  clear_list (self->list);
  for (guint i = 0; i < self->calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (self->calendar->entries, i);

      if (g_strcmp0 (entry->date, first) >= 0)
        gtk_list_box_append (self->list, make_row (entry, self->today));
    }
}

/* --- fetching --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeCalendarPage) self = data;
  g_autoptr (GError) error = NULL;
  MappeCalendar *calendar = mappe_calendar_load_finish (MAPPE_STORE (source), result, &error);

  if (calendar == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The calendar could not be read"));
      return;
    }
  /* The rows point into the calendar before. */
  clear_list (self->day_list);
  clear_list (self->list);
  g_clear_pointer (&self->calendar, mappe_calendar_free);
  self->calendar = calendar;
  mappe_calendar_month_fill (self->month, calendar, self->today);
  fill_day (self);
  fill_list (self);
  if (self->to_focus)
    mappe_calendar_month_focus (self->month);
  self->to_focus = FALSE;
}

static void
fetch (MappeCalendarPage *self)
{
  const char *first = mappe_calendar_month_get_first (self->month);
  g_autofree char *last = mappe_date_add_days (first, LIST_DAYS);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->today);
  self->today = mappe_date_today ();
  mappe_calendar_load_async (mappe_page_get_store (MAPPE_PAGE (self)), first,
                             last != NULL ? last : mappe_calendar_month_get_last (self->month), self->cancellable,
                             loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeCalendarPage *self = data;

  self->refresh_id = 0;
  fetch (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeCalendarPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
show_month (MappeCalendarPage *self, int year, int month, const char *day)
{
  g_autofree char *title = NULL;

  if (year < FIRST_YEAR || year > LAST_YEAR)
    return;
  self->year = year;
  self->month_number = month;
  title = mappe_date_format_month (year, month);
  gtk_label_set_label (self->title, title);
  mappe_calendar_month_show (self->month, year, month, day);
  fetch (self);
}

static void
turn (MappeCalendarPage *self, int months, const char *day)
{
  int month = self->year * 12 + self->month_number - 1 + months;

  show_month (self, month / 12, month % 12 + 1, day);
}

static void
go_today (MappeCalendarPage *self)
{
  g_autofree char *today = mappe_date_today ();

  show_month (self, atoi (today), atoi (today + 5), today);
}

static void
turn_cb (MappeCalendarPage *self, int direction)
{
  g_autofree char *day = g_strdup (mappe_calendar_month_get_day (self->month));

  self->to_focus = TRUE;
  turn (self, direction, day);
}

static void
opened_cb (MappeCalendarPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->day_list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
before_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn (MAPPE_CALENDAR_PAGE (widget), -1, NULL);
}

static void
after_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn (MAPPE_CALENDAR_PAGE (widget), 1, NULL);
}

static void
today_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_today (MAPPE_CALENDAR_PAGE (widget));
}

/* --- MappePage --- */

/* A new thing of the calendar is a meeting. */
static gboolean
mappe_calendar_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  if (kind != NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (page), "win.new-record", "(ssx)", "meeting", "", (gint64) 0);
  return TRUE;
}

static char *
mappe_calendar_page_get_state (MappePage *page)
{
  MappeCalendarPage *self = MAPPE_CALENDAR_PAGE (page);

  return g_strdup (in_list (self) ? "list" : "month");
}

static void
mappe_calendar_page_set_state (MappePage *page, const char *state)
{
  gtk_stack_set_visible_child_name (MAPPE_CALENDAR_PAGE (page)->stack, g_str_equal (state, "list") ? "list" : "month");
}

static gboolean
mappe_calendar_page_grab_focus (GtkWidget *widget)
{
  MappeCalendarPage *self = MAPPE_CALENDAR_PAGE (widget);

  if (in_list (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  mappe_calendar_month_focus (self->month);
  return TRUE;
}

/* --- GObject --- */

static void
mappe_calendar_page_constructed (GObject *object)
{
  MappeCalendarPage *self = MAPPE_CALENDAR_PAGE (object);

  G_OBJECT_CLASS (mappe_calendar_page_parent_class)->constructed (object);
  g_signal_connect_object (mappe_page_get_store (MAPPE_PAGE (self)), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  go_today (self);
}

static void
mappe_calendar_page_dispose (GObject *object)
{
  MappeCalendarPage *self = MAPPE_CALENDAR_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_CALENDAR_PAGE);
  G_OBJECT_CLASS (mappe_calendar_page_parent_class)->dispose (object);
}

static void
mappe_calendar_page_finalize (GObject *object)
{
  MappeCalendarPage *self = MAPPE_CALENDAR_PAGE (object);

  g_clear_pointer (&self->calendar, mappe_calendar_free);
  g_free (self->today);
  G_OBJECT_CLASS (mappe_calendar_page_parent_class)->finalize (object);
}

static void
mappe_calendar_page_class_init (MappeCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_calendar_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_calendar_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_calendar_page_finalize;
  widget_class->grab_focus = mappe_calendar_page_grab_focus;
  page_class->new_record = mappe_calendar_page_new_record;
  page_class->get_state = mappe_calendar_page_get_state;
  page_class->set_state = mappe_calendar_page_set_state;
  g_type_ensure (MAPPE_TYPE_CALENDAR_MONTH);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, month);
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, day_title);
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, day_list);
  gtk_widget_class_bind_template_child (widget_class, MappeCalendarPage, list);
  gtk_widget_class_bind_template_callback (widget_class, fill_day);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "calendar.before", NULL, before_cb);
  gtk_widget_class_install_action (widget_class, "calendar.after", NULL, after_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
}

static void
mappe_calendar_page_init (MappeCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

/** mappe_calendar_page_new: Returns: (transfer floating): the page, showing the month of today */
GtkWidget *
mappe_calendar_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_CALENDAR_PAGE, "store", store, "page-name", page_name, NULL);
}
