/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-new-meeting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-body.h"
#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-day-hints.h"
#include "mappe-feedback.h"
#include "mappe-meeting.h"
#include "mappe-meetings-page.h"
#include "mappe-plan-acts.h"
#include "mappe-window-frame.h"

/* The dialog under way; freed with its window. */
typedef struct {
  GtkWidget      *near;
  MappeStore     *store;
  AdwWindow      *window;
  GtkWidget      *accept;
  GPtrArray      *bodies;     /* MappeListed */
  GPtrArray      *former;     /* (nullable): MappeListed: meetings of the body, the newest first */
  AdwComboRow    *body;
  MappeDateEntry *date;
  AdwEntryRow    *time;
  AdwEntryRow    *place;
  AdwEntryRow    *title;
  AdwComboRow    *copy;
  GtkLabel       *hints;      /* what speaks against the day */
  GCancellable   *cancellable;
  GCancellable   *listing;    /* of former meetings */
  gint64          wanted_body, copy_from;
  MappePlanBase  *base;
  MappeStandingItems *standing;
} Dialog;

static void
dialog_free (Dialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->listing);
  g_clear_object (&self->near);
  g_clear_object (&self->store);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->former, g_ptr_array_unref);
  g_clear_pointer (&self->base, mappe_plan_base_free);
  g_clear_pointer (&self->standing, mappe_standing_free);
  g_free (self);
}

static Dialog *
dialog_of (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), "dialog");
}

static gint64
chosen_body (Dialog *self)
{
  guint n = adw_combo_row_get_selected (self->body);

  return self->bodies != NULL && n < self->bodies->len
             ? ((MappeListed *) g_ptr_array_index (self->bodies, n))->row->id : 0;
}

/* The meeting whose agenda is copied; the first line of the choice is none. */
static gint64
chosen_former (Dialog *self)
{
  guint n = adw_combo_row_get_selected (self->copy);

  return self->former != NULL && n > 0 && n <= self->former->len
             ? ((MappeListed *) g_ptr_array_index (self->former, n - 1))->row->id : 0;
}

/* --- creating: body and standing items are read first, then all is one edit --- */

/* A step of the meeting before goes with it, so the page is looked for first. */
static void
open_plan (Dialog *self, gint64 id)
{
  g_autofree char *state = g_strdup_printf ("meeting:%" G_GINT64_FORMAT ":plan", id);
  GtkWidget *page = gtk_widget_get_ancestor (self->near, MAPPE_TYPE_MEETINGS_PAGE);

  gtk_widget_activate_action (self->near, "win.open-record", "(sx)", "meeting", id);
  if (page != NULL)
    mappe_page_set_state (MAPPE_PAGE (page), state);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  gtk_widget_set_sensitive (self->accept, TRUE);
  if (applied == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (window), error, _("The meeting was not created"));
      return;
    }
  open_plan (self, g_array_index (applied->ids, gint64, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
fail (AdwWindow *window, const GError *error)
{
  gtk_widget_set_sensitive (dialog_of (window)->accept, TRUE);
  mappe_feedback_error (GTK_WIDGET (window), error, _("The meeting was not created"));
}

/* What was typed as the time, "HH:MM"; NULL when nothing was, and the last meeting says it. */
static gboolean
typed_time (Dialog *self, char **time, GError **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->time));

  *time = *typed != '\0' ? mappe_time_parse_typed (typed, error) : NULL;
  return *typed == '\0' || *time != NULL;
}

static void
create (AdwWindow *window, Dialog *self)
{
  g_autofree char *day = mappe_date_entry_get_date (self->date);
  g_autofree char *time = NULL;
  MappePlanWish wish = {
    .title = gtk_editable_get_text (GTK_EDITABLE (self->title)),
    .held_on = day,
    .place = gtk_editable_get_text (GTK_EDITABLE (self->place)),
    .copy_agenda = chosen_former (self) > 0,
  };
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = NULL;

  if (typed_time (self, &time, &error))
    {
      wish.start_at = time;
      edit = mappe_plan_new_meeting (self->base, &wish, self->standing, &error);
    }
  if (edit == NULL)
    {
      fail (window, error);
      return;
    }
  mappe_store_apply_async (self->store, edit, NULL, saved_cb, g_object_ref (window));
}

static void
standing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->standing, mappe_standing_free);
  self->standing = mappe_standing_load_finish (MAPPE_STORE (source), result, &error);
  if (self->standing != NULL)
    create (window, self);
  else
    fail (window, error);
}

static void
base_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autofree char *day = mappe_date_entry_get_date (self->date);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->base, mappe_plan_base_free);
  self->base = mappe_plan_base_load_finish (MAPPE_STORE (source), result, &error);
  if (self->base == NULL || day == NULL)
    {
      fail (window, error);
      return;
    }
  mappe_standing_load_async (self->store, chosen_body (self), day, NULL, standing_cb, g_object_ref (window));
}

static void
accept_cb (AdwWindow *window)
{
  Dialog *self = dialog_of (window);
  g_autofree char *day = mappe_date_entry_get_date (self->date);

  if (day == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }
  if (chosen_body (self) == 0)
    return;
  gtk_widget_set_sensitive (self->accept, FALSE);
  mappe_plan_base_load_async (self->store, chosen_body (self), chosen_former (self), NULL, base_cb,
                              g_object_ref (window));
}

/* --- fields --- */

/* What the body's last meeting had is offered, so that only the date has to be typed. */
static void
usual_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (MappePlanBase) base = mappe_plan_base_load_finish (MAPPE_STORE (source), result, NULL);
  const char *time, *place;

  if (base == NULL || base->last == NULL || self == NULL)
    return;
  time = mappe_row_get_text (base->last, MAPPE_MEETING_START_AT);
  place = mappe_row_get_text (base->last, MAPPE_MEETING_PLACE);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time != NULL ? time : "");
  gtk_editable_set_text (GTK_EDITABLE (self->place), place != NULL ? place : "");
}

static void
former_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) former = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  guint chosen = 0;

  /* The window is gone, or another body was chosen meanwhile. */
  if (former == NULL || self->hints == NULL)
    return;
  g_clear_pointer (&self->former, g_ptr_array_unref);
  self->former = g_steal_pointer (&former);
  gtk_string_list_append (names, _("No meeting"));
  for (guint i = 0; i < self->former->len; i++)
    {
      const MappeRow *meeting = ((MappeListed *) g_ptr_array_index (self->former, i))->row;
      g_autofree char *day = mappe_date_format (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
      g_autofree char *name = g_strdup_printf ("%s, %s", day, mappe_row_get_text (meeting, MAPPE_MEETING_TITLE));

      gtk_string_list_append (names, name);
      if (meeting->id == self->copy_from)
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->copy, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->copy, chosen);
}

static void
load_former (AdwWindow *window, Dialog *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);

  mappe_query_where_id (query, MAPPE_MEETING_BODY, chosen_body (self));
  mappe_query_order (query, MAPPE_MEETING_HELD_ON, TRUE);
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  mappe_store_list_async (self->store, query, self->listing, former_cb, g_object_ref (window));
}

static void
body_cb (AdwWindow *window)
{
  Dialog *self = dialog_of (window);

  if (chosen_body (self) == 0)
    return;
  mappe_plan_base_load_async (self->store, chosen_body (self), 0, NULL, usual_cb, g_object_ref (window));
  load_former (window, self);
}

/* --- what speaks against the day --- */

static void
show_hints (Dialog *self, GPtrArray *hints)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    g_string_append_printf (text, "%s▲ %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (hints, i));
  gtk_label_set_label (self->hints, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), hints->len > 0);
  g_string_free (text, TRUE);
}

static void
near_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (MappeCalendar) calendar = mappe_calendar_load_finish (MAPPE_STORE (source), result, NULL);
  g_autofree char *day = NULL;
  g_autoptr (GPtrArray) hints = NULL;

  if (calendar == NULL || self->hints == NULL)
    return;
  day = mappe_date_entry_get_date (self->date);
  if (day == NULL)
    return;
  hints = mappe_day_hints_of_day (day, calendar->state);
  g_ptr_array_extend_and_steal (hints, mappe_day_hints_near (calendar, day, 0));
  show_hints (self, hints);
}

static void
load_hints (AdwWindow *window, Dialog *self, const char *day)
{
  g_autofree char *from = day != NULL ? mappe_date_add_days (day, -MAPPE_DAY_HINTS_NEAR) : NULL;
  g_autofree char *to = day != NULL ? mappe_date_add_days (day, MAPPE_DAY_HINTS_NEAR) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->hints), FALSE);
  if (from != NULL && to != NULL)
    mappe_calendar_load_async (self->store, from, to, self->cancellable, near_cb, g_object_ref (window));
}

static void
update_accept (AdwWindow *window)
{
  Dialog *self = dialog_of (window);
  g_autofree char *day = mappe_date_entry_get_date (self->date);

  gtk_widget_set_sensitive (self->accept, day != NULL && chosen_body (self) > 0);
}

/* An answer that comes late finds no label any more. */
static void
destroyed_cb (AdwWindow *window)
{
  Dialog *self = dialog_of (window);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->listing);
  self->hints = NULL;
}

static void
date_cb (AdwWindow *window)
{
  Dialog *self = dialog_of (window);
  g_autofree char *day = mappe_date_entry_get_date (self->date);

  update_accept (window);
  load_hints (window, self, day);
}

static void
bodies_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *self = dialog_of (window);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->bodies = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  for (guint i = 0; self->bodies != NULL && i < self->bodies->len; i++)
    {
      const MappeListed *body = g_ptr_array_index (self->bodies, i);

      gtk_string_list_append (names, mappe_row_get_text (body->row, MAPPE_BODY_NAME));
      if (body->row->id == self->wanted_body)
        chosen = i;
    }
  adw_combo_row_set_model (self->body, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->body, chosen);
  body_cb (window);
  update_accept (window);
}

static AdwEntryRow *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

static GtkWidget *
make_date (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("Date"));

  self->date = MAPPE_DATE_ENTRY (mappe_date_entry_new ());
  mappe_date_entry_set_name (self->date, _("Date"));
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "framed-entry");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  self->hints = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hints));
  return box;
}

static GtkWidget *
make_copy (Dialog *self)
{
  GtkWidget *row = adw_combo_row_new ();

  self->copy = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Copy the agenda of"));
  adw_combo_row_set_use_subtitle (self->copy, TRUE);
  return row;
}

static GtkWidget *
make_content (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (box), make_date (self));
  self->body = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->body), _("Body"));
  /* At the end of the row it is cut after 20 letters. */
  adw_combo_row_set_use_subtitle (self->body, TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->body));
  self->time = add_entry (group, _("Begin"));
  self->place = add_entry (group, _("Place"));
  self->title = add_entry (group, _("Title (body and number, if left empty)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_copy (self));
  gtk_box_append (GTK_BOX (box), group);
  return box;
}

/**
 * mappe_new_meeting_run:
 * @near: widget in the window to be modal for
 * @body: id of the body chosen at first, or 0
 * @copy_from: id of the meeting whose agenda is proposed to be copied, or 0
 *
 * Asks for the date of a new meeting, creates it with its standing items and opens it.
 */
void
mappe_new_meeting_run (GtkWidget *near, MappeStore *store, gint64 body, gint64 copy_from)
{
  Dialog *self = g_new0 (Dialog, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_body_kind);

  self->near = g_object_ref (near);
  self->store = g_object_ref (store);
  self->wanted_body = body;
  self->copy_from = copy_from;
  self->window = mappe_window_frame_new (near, copy_from > 0 ? _("Copy the meeting") : _("New meeting"), _("Create"),
                                         make_content (self), &self->accept);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, (GDestroyNotify) dialog_free);
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self->window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (date_cb), self->window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->body, "notify::selected", G_CALLBACK (body_cb), self->window, G_CONNECT_SWAPPED);
  g_signal_connect (self->window, "destroy", G_CALLBACK (destroyed_cb), NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->accept);
  mappe_query_where (query, MAPPE_BODY_ACTIVE, MAPPE_OP_NOT_EQUAL, "0");
  mappe_store_list_async (store, query, NULL, bodies_cb, g_object_ref (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
}
