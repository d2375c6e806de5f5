/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps Plan and Agenda on the demo council. */
#include "mappe-agenda-item.h"
#include "mappe-agenda-row.h"
#include "mappe-agenda-step.h"
#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-form.h"
#include "mappe-meeting-view.h"
#include "mappe-meeting.h"
#include "mappe-new-meeting.h"
#include "mappe-plan-step.h"
#include "mappe-test-demo.h"
#include "view-test.h"

typedef struct {
  MappeTestStore    base;
  GtkWidget        *window;
  MappeMeetingView *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  mappe_test_demo_set_up (&self->base, "en");
  mappe_test_settle ();
  self->view = MAPPE_MEETING_VIEW (mappe_meeting_view_new (self->base.store));
  self->window = view_test_show (GTK_WIDGET (self->view));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  view_test_close (self->window, self->view);
  mappe_test_store_tear_down (&self->base, NULL);
}

static guint
count_of (gpointer widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  view_test_find_all (widget, type, found);
  return found->len;
}

static const MappeSitting *
sitting_of (Fixture *self)
{
  MappeMeetingStep *step = mappe_meeting_view_front (self->view);

  return step != NULL ? mappe_meeting_step_get_sitting (step) : NULL;
}

static guint
count_items (Fixture *self)
{
  return sitting_of (self) != NULL ? sitting_of (self)->items->len : 0;
}

static gint64
find_meeting (Fixture *self, const char *reference)
{
  return mappe_store_find (self->base.store, &mappe_meeting_kind, reference, NULL);
}

static void
show (Fixture *self, const char *reference, const char *step)
{
  mappe_steps_view_show (MAPPE_STEPS_VIEW (self->view), find_meeting (self, reference), step);
  view_test_wait (sitting_of (self) != NULL
                  && g_strcmp0 (mappe_steps_view_get_step (MAPPE_STEPS_VIEW (self->view)), step) == 0);
}

static GtkWidget *
step_of (Fixture *self)
{
  return GTK_WIDGET (mappe_meeting_view_front (self->view));
}

static MappeAgendaRow *
selected_row (Fixture *self)
{
  GtkWidget *row = view_test_find (step_of (self), MAPPE_TYPE_AGENDA_ROW);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));

  return MAPPE_AGENDA_ROW (gtk_list_box_get_selected_row (list));
}

static const MappeSittingItem *
selected_item (Fixture *self)
{
  return mappe_sitting_item (sitting_of (self), mappe_agenda_row_get_id (selected_row (self)));
}

static void
select_item (Fixture *self, const char *number)
{
  gint64 id = mappe_test_item (sitting_of (self), number)->row->id;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  view_test_find_all (step_of (self), MAPPE_TYPE_AGENDA_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (mappe_agenda_row_get_id (g_ptr_array_index (rows, i)) == id)
      gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (rows, i))),
                               g_ptr_array_index (rows, i));
  g_assert_cmpint (mappe_agenda_row_get_id (selected_row (self)), ==, id);
}

static void
type_item (Fixture *self, const char *typed)
{
  GtkWidget *entry = view_test_find (step_of (self), GTK_TYPE_ENTRY);
  guint n = count_items (self);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
  view_test_wait (count_items (self) == n + 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static const char *
title_of (Fixture *self, const char *number)
{
  return mappe_row_get_text (mappe_test_item (sitting_of (self), number)->row, MAPPE_AGENDA_ITEM_TITLE);
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  show (self, "MTG06", "agenda");
  g_assert_true (MAPPE_IS_AGENDA_STEP (step_of (self)));
  g_assert_cmpuint (count_of (step_of (self), MAPPE_TYPE_AGENDA_ROW), ==, 6);
  g_assert_cmpstr (selected_item (self)->number, ==, "1");
}

/* One after the other, each behind the one before; nothing chosen: at the end of the part. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  show (self, "MTG06", "agenda");
  type_item (self, "First | 20");
  type_item (self, "Second");
  g_assert_cmpstr (title_of (self, "6"), ==, "First");
  g_assert_cmpint (mappe_test_item (sitting_of (self), "6")->minutes, ==, 20);
  g_assert_cmpstr (title_of (self, "7"), ==, "Second");
  g_assert_false (mappe_test_item (sitting_of (self), "8")->public);
  select_item (self, "2");
  type_item (self, "Third");
  g_assert_cmpstr (title_of (self, "3"), ==, "Third");
  g_assert_cmpstr (selected_item (self)->number, ==, "3");
}

/* The item that was moved stays selected. */
static void
test_moving (Fixture *self, gconstpointer data)
{
  show (self, "MTG06", "agenda");
  select_item (self, "5");
  gtk_widget_activate_action (step_of (self), "agenda.up", NULL);
  view_test_wait (g_strcmp0 (selected_item (self)->number, "4") == 0);
  gtk_widget_activate_action (step_of (self), "agenda.in", NULL);
  view_test_wait (g_strcmp0 (selected_item (self)->number, "3.1") == 0);
  gtk_widget_activate_action (step_of (self), "agenda.out", NULL);
  view_test_wait (g_strcmp0 (selected_item (self)->number, "4") == 0);
  g_assert_cmpstr (title_of (self, "4"), ==, "Dates 2027");
}

static void
test_deleting (Fixture *self, gconstpointer data)
{
  show (self, "MTG06", "agenda");
  select_item (self, "4");
  gtk_widget_activate_action (step_of (self), "agenda.delete", NULL);
  view_test_wait (count_items (self) == 5);
  g_assert_cmpstr (title_of (self, "4"), ==, "Dates 2027");
  g_assert_cmpstr (selected_item (self)->number, ==, "4");
}

/* An item with a decision stays. */
static void
test_delete_refused (Fixture *self, gconstpointer data)
{
  show (self, "MTG05", "agenda");
  select_item (self, "5");
  gtk_widget_activate_action (step_of (self), "agenda.delete", NULL);
  view_test_settle ();
  g_assert_cmpuint (count_items (self), ==, 8);
  g_assert_cmpint (mappe_test_count (self->base.store, "agenda-item"), ==, 40);
}

/* The days of the plan with their arithmetic; what is odd about the day. */
static void
test_plan (Fixture *self, gconstpointer data)
{
  show (self, "MTG06", "plan");
  g_assert_true (MAPPE_IS_PLAN_STEP (step_of (self)));
  g_assert_true (view_test_says (step_of (self), "14 full days in between"));
  g_assert_true (view_test_says (step_of (self), "28 days before the meeting"));
  g_assert_false (view_test_says (step_of (self), "public holiday"));
  mappe_test_set (self->base.store, &mappe_meeting_kind, find_meeting (self, "MTG06"), "held_on", "2026-12-26");
  view_test_wait (view_test_says (step_of (self), "public holiday"));
  g_assert_true (view_test_says (step_of (self), "at a weekend"));
}

static GtkWindow *
dialog_of (Fixture *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (GTK_WINDOW (each->data) != GTK_WINDOW (self->window) &&
        view_test_find (each->data, MAPPE_TYPE_DATE_ENTRY) != NULL)
      return each->data;
  return NULL;
}

static void
set_date (Fixture *self, const char *date)
{
  GtkWidget *entry = view_test_find (GTK_WIDGET (dialog_of (self)), MAPPE_TYPE_DATE_ENTRY);

  mappe_date_entry_set_date (MAPPE_DATE_ENTRY (entry), date);
}

static void
activate_time (Fixture *self, const char *time)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWindow *dialog = dialog_of (self);

  view_test_find_all (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, rows);
  view_test_wait (*gtk_editable_get_text (g_ptr_array_index (rows, 0)) != '\0');
  gtk_editable_set_text (g_ptr_array_index (rows, 0), time);
  gtk_widget_activate (gtk_window_get_default_widget (dialog));
}

static gboolean
warns (Fixture *self, const char *start)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean found = FALSE;

  view_test_find_all (GTK_WIDGET (dialog_of (self)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len && !found; i++)
    found = gtk_widget_get_visible (g_ptr_array_index (labels, i)) &&
            g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)), start);
  return found;
}

/* A date is enough; what is no time is refused, not passed over. */
static void
test_new_meeting (Fixture *self, gconstpointer data)
{
  gint64 n = mappe_test_count (self->base.store, "meeting");
  GtkWidget *accept;

  mappe_new_meeting_run (GTK_WIDGET (self->view), self->base.store, 0, 0);
  view_test_wait (dialog_of (self) != NULL);
  accept = gtk_window_get_default_widget (dialog_of (self));
  g_assert_false (gtk_widget_get_sensitive (accept));
  set_date (self, "2026-12-08");
  view_test_wait (warns (self, "▲ On the same day: Plenary"));
  set_date (self, "2026-12-25");
  view_test_wait (warns (self, "▲ The day is a public holiday"));
  set_date (self, "2027-03-02");
  view_test_wait (gtk_widget_get_sensitive (accept) && !warns (self, "▲"));
  activate_time (self, "soon");
  view_test_wait (gtk_widget_get_sensitive (accept));
  g_assert_cmpint (mappe_test_count (self->base.store, "meeting"), ==, n);
  activate_time (self, "9");
  view_test_wait (dialog_of (self) == NULL);
  g_assert_cmpint (mappe_test_count (self->base.store, "meeting"), ==, n + 1);
}

/* The choice of meetings in the dialog. */
static AdwComboRow *
copy_row (Fixture *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  view_test_find_all (GTK_WIDGET (dialog_of (self)), ADW_TYPE_COMBO_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 2);
  return g_ptr_array_index (rows, 1);
}

static const char *
chosen_meeting (Fixture *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (copy_row (self));

  return chosen != NULL ? gtk_string_object_get_string (chosen) : "";
}

/* The agenda of any meeting of the body can be copied, not only that of the last one. */
static void
test_copy_any (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) made = NULL;
  g_autoptr (MappeSitting) former = mappe_test_sitting (self->base.store, "MTG01");
  const MappeSittingItem *item = mappe_test_item (former, "6");
  g_autofree char *day = mappe_date_format (mappe_row_get_text (former->meeting, MAPPE_MEETING_HELD_ON));

  mappe_new_meeting_run (GTK_WIDGET (self->view), self->base.store, former->body->id, former->meeting->id);
  view_test_wait (dialog_of (self) != NULL);
  view_test_wait (g_str_has_prefix (chosen_meeting (self), day));
  adw_combo_row_set_selected (copy_row (self), 0);
  g_assert_cmpstr (chosen_meeting (self), ==, "No meeting");
  for (guint i = 1; !g_str_has_prefix (chosen_meeting (self), day); i++)
    adw_combo_row_set_selected (copy_row (self), i);
  set_date (self, "2027-03-02");
  gtk_widget_activate (gtk_window_get_default_widget (dialog_of (self)));
  view_test_wait (dialog_of (self) == NULL);
  made = mappe_test_sitting (self->base.store, "MTG07");
  for (guint i = 0; i < made->items->len; i++)
    if (g_strcmp0 (mappe_row_get_text (((MappeSittingItem *) g_ptr_array_index (made->items, i))->row,
                                       MAPPE_AGENDA_ITEM_TITLE),
                   mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE)) == 0)
      return;
  g_assert_not_reached ();
}

/* Beside the agenda stands what is typed; place, number, part and meeting are the agenda's. */
static void
test_form (Fixture *self, gconstpointer data)
{
  static const guint gone[] = { MAPPE_AGENDA_ITEM_MEETING, MAPPE_AGENDA_ITEM_NUMBER, MAPPE_AGENDA_ITEM_POSITION,
                                MAPPE_AGENDA_ITEM_PARENT, MAPPE_AGENDA_ITEM_PUBLIC };
  MappeForm *form;

  show (self, "MTG06", "agenda");
  form = MAPPE_FORM (view_test_find (GTK_WIDGET (self->view), MAPPE_TYPE_FORM));
  view_test_wait (mappe_form_get_id (form) > 0);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (mappe_form_get_row (form, gone[i]))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (mappe_form_get_row (form, MAPPE_AGENDA_ITEM_TITLE))));
}

#define ADD(path, function) g_test_add ("/agenda-step/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("rows", test_rows);
  ADD ("form", test_form);
  ADD ("typing", test_typing);
  ADD ("moving", test_moving);
  ADD ("deleting", test_deleting);
  ADD ("delete-refused", test_delete_refused);
  ADD ("plan", test_plan);
  ADD ("new-meeting", test_new_meeting);
  ADD ("copy-any", test_copy_any);
  return g_test_run ();
}
