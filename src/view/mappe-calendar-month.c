/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-calendar-month.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "mappe-calendar-text.h"
#include "mappe-date.h"

#define N_DAYS 42
#define MOST_LINES 3

struct _MappeCalendarMonth {
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GtkWidget *cells[N_DAYS];
  GtkLabel  *week_labels[N_DAYS / 7];
  char      *days[N_DAYS];
  int        month;
  char      *day;       /* selected */
  gboolean   choosing;
};

G_DEFINE_FINAL_TYPE (MappeCalendarMonth, mappe_calendar_month, GTK_TYPE_WIDGET)

enum { SELECTED, OPENED, TURN, N_SIGNALS };

static guint signals[N_SIGNALS];

static int
index_of (MappeCalendarMonth *self, const char *day)
{
  for (int i = 0; i < N_DAYS; i++)
    if (g_strcmp0 (self->days[i], day) == 0)
      return i;
  return -1;
}

/* --- selection --- */

static void
choose (MappeCalendarMonth *self, int n)
{
  g_free (self->day);
  self->day = g_strdup (self->days[n]);
  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[n]), TRUE);
  self->choosing = FALSE;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
toggled_cb (GtkToggleButton *cell, MappeCalendarMonth *self)
{
  if (self->choosing || !gtk_toggle_button_get_active (cell))
    return;
  for (int i = 0; i < N_DAYS; i++)
    if (self->cells[i] == GTK_WIDGET (cell))
      choose (self, i);
}

static void
step (MappeCalendarMonth *self, int days)
{
  int n = index_of (self, self->day) + days;

  if (n < 0 || n >= N_DAYS)
    {
      g_autofree char *day = mappe_date_add_days (self->day, days);

      if (day == NULL)
        return;
      g_free (self->day);
      self->day = g_steal_pointer (&day);
      g_signal_emit (self, signals[TURN], 0, days < 0 ? -1 : 1);
      return;
    }
  choose (self, n);
  gtk_widget_grab_focus (self->cells[n]);
}

static gboolean
key_cb (MappeCalendarMonth *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Right:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      step (self, -7);
      return TRUE;
    case GDK_KEY_Down:
      step (self, 7);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      g_signal_emit (self, signals[TURN], 0, keyval == GDK_KEY_Page_Up ? -1 : 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[OPENED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- days --- */

/**
 * mappe_calendar_month_show:
 * @day: (nullable): the day to be selected; %NULL keeps the one selected, or takes the first
 *
 * Shows a month, with the days around it that fill its weeks. Weeks begin on Monday (ISO 8601).
 */
void
mappe_calendar_month_show (MappeCalendarMonth *self, int year, int month, const char *day)
{
  GDate first;
  int n;

  g_return_if_fail (MAPPE_IS_CALENDAR_MONTH (self));
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, (GDateMonth) month, (GDateYear) year);
  self->month = month;
  g_date_subtract_days (&first, (guint) g_date_get_weekday (&first) - 1);
  for (int i = 0; i < N_DAYS; i++, g_date_add_days (&first, 1))
    {
      g_free (self->days[i]);
      self->days[i] = mappe_date_to_iso (&first);
      if (i % 7 == 0)
        {
          g_autofree char *week = g_strdup_printf ("%u", g_date_get_iso8601_week_of_year (&first));

          gtk_label_set_label (self->week_labels[i / 7], week);
        }
    }
  n = index_of (self, day != NULL ? day : self->day);
  choose (self, n >= 0 ? n : index_of (self, self->days[6]));
}

/* Two of a day have room for two lines each; more than two are told by their first words. */
static GtkWidget *
make_line (const MappeCalendarEntry *entry, const char *today, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *text = mappe_calendar_text_line (entry);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "hexpand", TRUE, "width-chars", 0, "max-width-chars", 1, "wrap", n <= 2, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 2, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  mappe_state_show (GTK_IMAGE (image), mappe_calendar_text_state (entry, today));
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_head (MappeCalendarMonth *self, const char *day, const char *holiday, gboolean is_today)
{
  g_autofree char *number = g_strdup_printf ("%d", atoi (day + 8));
  g_autofree char *text = holiday != NULL ? g_strdup_printf ("%s  %s", number, holiday) : g_strdup (number);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", 1, "wrap", TRUE, "lines", 2, NULL);

  gtk_widget_add_css_class (label, is_today ? "accent" : atoi (day + 5) == self->month ? "heading" : "dim-label");
  if (is_today)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

/* What falls on the day, for screen readers; and as a tooltip, since a narrow cell cuts its lines. */
static void
name_cell (GtkWidget *cell, const char *day, const char *holiday, GPtrArray *entries)
{
  g_autofree char *date = mappe_date_format_long (day);
  g_autoptr (GString) name = g_string_new (date);
  g_autoptr (GString) lines = g_string_new (holiday);

  if (holiday != NULL)
    g_string_append_printf (name, ", %s", holiday);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *line = mappe_calendar_text_line (g_ptr_array_index (entries, i));

      g_string_append_printf (name, ", %s", line);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_widget_set_tooltip_text (cell, lines->len > 0 ? lines->str : NULL);
}

static void
fill_cell (MappeCalendarMonth *self, int n, const MappeCalendar *calendar, const char *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *holiday = mappe_calendar_text_holiday (self->days[n], calendar->state);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (guint i = 0; i < calendar->entries->len; i++)
    {
      MappeCalendarEntry *entry = g_ptr_array_index (calendar->entries, i);

      if (g_str_equal (entry->date, self->days[n]))
        g_ptr_array_add (entries, entry);
    }
  gtk_box_append (GTK_BOX (box), make_head (self, self->days[n], holiday, g_strcmp0 (self->days[n], today) == 0));
  for (guint i = 0; i < MIN (entries->len, MOST_LINES); i++)
    gtk_box_append (GTK_BOX (box), make_line (g_ptr_array_index (entries, i), today, entries->len));
  if (entries->len > MOST_LINES)
    {
      /* Translators: how many more entries a day has */
      g_autofree char *more = g_strdup_printf (_("+ %u more"), entries->len - MOST_LINES);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", more, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                       "max-width-chars", 1, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (self->cells[n]), box);
  name_cell (self->cells[n], self->days[n], holiday, entries);
}

/** mappe_calendar_month_fill: Shows what falls on the days. */
void
mappe_calendar_month_fill (MappeCalendarMonth *self, const MappeCalendar *calendar, const char *today)
{
  g_return_if_fail (MAPPE_IS_CALENDAR_MONTH (self));
  for (int i = 0; i < N_DAYS; i++)
    fill_cell (self, i, calendar, today);
}

/** mappe_calendar_month_get_first: Returns: (transfer none): the first day on show */
const char *
mappe_calendar_month_get_first (MappeCalendarMonth *self)
{
  return self->days[0];
}

/** mappe_calendar_month_get_last: Returns: (transfer none): the last day on show */
const char *
mappe_calendar_month_get_last (MappeCalendarMonth *self)
{
  return self->days[N_DAYS - 1];
}

/** mappe_calendar_month_get_day: Returns: (transfer none): the day selected */
const char *
mappe_calendar_month_get_day (MappeCalendarMonth *self)
{
  return self->day;
}

/** mappe_calendar_month_focus: Puts the focus on the day selected. */
void
mappe_calendar_month_focus (MappeCalendarMonth *self)
{
  int n = index_of (self, self->day);

  if (n >= 0)
    gtk_widget_grab_focus (self->cells[n]);
}

/* The month is one stop of Tab, at the day selected; the arrows go from day to day. Where the focus is tells the
 * window: a widget remembers its focus child also when the focus is elsewhere. */
static gboolean
mappe_calendar_month_focus_in (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  MappeCalendarMonth *self = MAPPE_CALENDAR_MONTH (widget);
  int n = index_of (self, self->day);

  if (n < 0 || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (self->cells[n]);
}

/* --- GObject --- */

static void
mappe_calendar_month_dispose (GObject *object)
{
  g_clear_pointer (&MAPPE_CALENDAR_MONTH (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_calendar_month_parent_class)->dispose (object);
}

static void
mappe_calendar_month_finalize (GObject *object)
{
  MappeCalendarMonth *self = MAPPE_CALENDAR_MONTH (object);

  for (int i = 0; i < N_DAYS; i++)
    g_free (self->days[i]);
  g_free (self->day);
  G_OBJECT_CLASS (mappe_calendar_month_parent_class)->finalize (object);
}

static void
mappe_calendar_month_class_init (MappeCalendarMonthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_calendar_month_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_calendar_month_finalize;
  GTK_WIDGET_CLASS (klass)->focus = mappe_calendar_month_focus_in;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[TURN] = g_signal_new ("turn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_heads (MappeCalendarMonth *self)
{
  static const char *const weekdays[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (_(weekdays[i]));

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), label, i + 1, 0, 1, 1);
    }
  for (int i = 0; i < N_DAYS / 7; i++)
    {
      self->week_labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->week_labels[i]), _("Calendar week"));
      gtk_widget_add_css_class (GTK_WIDGET (self->week_labels[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->week_labels[i]), "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->week_labels[i]), 0, i + 1, 1, 1);
    }
}

static void
mappe_calendar_month_init (MappeCalendarMonth *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "row-homogeneous", FALSE, "column-spacing", 2, "row-spacing", 2, NULL);
  make_heads (self);
  for (int i = 0; i < N_DAYS; i++)
    {
      self->cells[i] = gtk_toggle_button_new ();
      g_object_set (self->cells[i], "hexpand", TRUE, "vexpand", TRUE, NULL);
      gtk_widget_add_css_class (self->cells[i], "flat");
      gtk_widget_add_css_class (self->cells[i], "calendar-day");
      gtk_widget_set_size_request (self->cells[i], 40, 44);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->cells[i]), GTK_TOGGLE_BUTTON (self->cells[0]));
      g_signal_connect_object (self->cells[i], "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_grid_attach (GTK_GRID (self->grid), self->cells[i], i % 7 + 1, i / 7 + 1, 1, 1);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
