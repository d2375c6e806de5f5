/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-pane.h"

#include <glib/gi18n.h>

#include "mappe-build-follow-up.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-due-act.h"
#include "mappe-due-date.h"
#include "mappe-feedback.h"
#include "mappe-follow-up-filters.h"
#include "mappe-follow-up-list.h"
#include "mappe-follow-up-text.h"
#include "mappe-numbering.h"
#include "mappe-print.h"
#include "mappe-reminders.h"
#include "mappe-task.h"
#include "mappe-wrap-layout.h"

struct _MappeFollowUpPane {
  AdwBin parent_instance;

  MappeStore           *store;
  GCancellable         *cancellable;
  guint                 refresh_id;
  char                 *today;

  MappeFollowUpFilters *filters;
  MappeFollowUpList    *list;
  GtkStack             *stack;
  GtkLabel             *summary;
  GtkLabel             *numbers;
  GtkWidget            *date_button;
  AdwStatusPage        *empty;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpPane, mappe_follow_up_pane, ADW_TYPE_BIN)

enum { SELECTED, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GPtrArray *
entries_of (MappeFollowUpPane *self)
{
  return mappe_follow_up_model_get_entries (mappe_follow_up_list_get_model (self->list));
}

/* --- what the list says of itself --- */

static void
fill_summary (MappeFollowUpPane *self, GPtrArray *entries)
{
  guint n_late = 0, n_unfinished = 0;
  g_autofree char *all = g_strdup_printf (ngettext ("%u entry", "%u entries", entries->len), entries->len);
  g_autofree char *text = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      n_unfinished += !entry->finished;
      n_late += !entry->finished && entry->light == MAPPE_DUE_OVERDUE;
    }
  /* Translators: "12 entries"; how many are unfinished; how many of those are overdue */
  text = g_strdup_printf (_("%s · %u unfinished · %u overdue"), all, n_unfinished, n_late);
  gtk_label_set_label (self->summary, text);
}

static void
update_acts (MappeFollowUpPane *self)
{
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);
  gboolean writable = mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;
  gboolean unfinished = entry != NULL && !entry->finished;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.done", unfinished && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.new-date", unfinished && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.meeting", entry != NULL && entry->meeting_id > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.remind", entries_of (self)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.print", entries_of (self)->len > 0);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFollowUpPane) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = mappe_store_follow_up_finish (MAPPE_STORE (source), result, &error);

  if (entries == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The decisions could not be listed"));
      return;
    }
  fill_summary (self, entries);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
  mappe_follow_up_list_take (self->list, entries);
  update_acts (self);
}

static void
fetch (MappeFollowUpPane *self)
{
  MappeFollowUpFilter filter;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->today);
  self->today = mappe_date_today ();
  mappe_follow_up_filters_fill (self->filters, &filter);
  filter.today = self->today;
  mappe_store_follow_up_async (self->store, &filter, self->cancellable, taken_cb, g_object_ref (self));
}

/* --- all there is: what the filters offer, and whether a number is missing --- */

static void
fill_numbers (MappeFollowUpPane *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GPtrArray) gaps = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (entry->number != NULL)
        g_ptr_array_add (taken, entry->number);
    }
  g_ptr_array_add (taken, NULL);
  gaps = mappe_decision_number_gaps ((const char *const *) taken->pdata);
  if (gaps->len == 0)
    {
      gtk_label_set_label (self->numbers, _("✓ Numbers without gaps"));
      return;
    }
  g_ptr_array_add (gaps, NULL);
  missing = g_strjoinv (", ", (char **) gaps->pdata);
  /* Translators: numbers of decisions */
  text = g_strdup_printf (_("▲ Numbers missing: %s"), missing);
  gtk_label_set_label (self->numbers, text);
}

static void
all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFollowUpPane) self = data;
  g_autoptr (GPtrArray) entries = mappe_store_follow_up_finish (MAPPE_STORE (source), result, NULL);

  if (entries == NULL || self->filters == NULL)
    return;
  mappe_follow_up_filters_offer (self->filters, entries);
  fill_numbers (self, entries);
}

static gboolean
refresh_cb (gpointer data)
{
  MappeFollowUpPane *self = data;
  MappeFollowUpFilter all = { .state = MAPPE_FOLLOW_UP_ALL };

  self->refresh_id = 0;
  fetch (self);
  all.today = self->today;
  mappe_store_follow_up_async (self->store, &all, self->cancellable, all_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeFollowUpPane *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

/* --- acts --- */

static void
done_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeFollowUpPane *self = MAPPE_FOLLOW_UP_PANE (widget);
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);
  MappeDueItem item;

  if (entry == NULL)
    return;
  mappe_follow_up_text_due_item (entry, &item);
  mappe_due_act_done (widget, self->store, &item);
}

/* The day on show is the one that is moved: that of the decision's next task, where it has one. */
static void
date_chosen_cb (MappeFollowUpPane *self, const char *iso, const char *reason)
{
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);
  const MappeFollowUpTask *task = entry != NULL ? mappe_follow_up_text_due_task (entry) : NULL;
  MappeDueItem item;

  if (entry == NULL)
    return;
  mappe_follow_up_text_due_item (entry, &item);
  if (task != NULL)
    {
      item.topic = MAPPE_DUE_TASK;
      item.kind = &mappe_task_kind;
      item.id = task->id;
      item.title = task->title;
    }
  mappe_due_act_new_date (GTK_WIDGET (self), self->store, &item, iso, reason);
}

/* Asked from a row, the question gives the focus back to it; GTK would give it to the button it stands at. */
static void
popover_closed_cb (MappeFollowUpPane *self, GtkWidget *popover)
{
  gboolean from_row = g_object_get_data (G_OBJECT (popover), "from-row") != NULL;

  gtk_widget_unparent (popover);
  if (from_row)
    mappe_follow_up_list_focus (self->list);
}

static void
new_date_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeFollowUpPane *self = MAPPE_FOLLOW_UP_PANE (widget);
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);
  const MappeFollowUpTask *task = entry != NULL ? mappe_follow_up_text_due_task (entry) : NULL;
  GtkWidget *popover = mappe_due_date_new ();

  mappe_due_date_set_about (MAPPE_DUE_DATE (popover), task != NULL ? task->title : NULL);
  gtk_widget_set_parent (popover, self->date_button);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    g_object_set_data (G_OBJECT (popover), "from-row", self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
remind_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeFollowUpPane *self = MAPPE_FOLLOW_UP_PANE (widget);
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);
  g_autoptr (GPtrArray) people = mappe_follow_up_text_people (entries_of (self));

  if (people->len == 0)
    mappe_feedback_toast (widget, _("Nobody has anything unfinished here"));
  else
    mappe_reminders_show (widget, entries_of (self), entry != NULL ? mappe_follow_up_text_who (entry) : NULL);
}

static void
meeting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (MAPPE_FOLLOW_UP_PANE (widget)->list);

  if (entry != NULL && entry->meeting_id > 0)
    gtk_widget_activate_action (widget, "win.open-record", "(sx)", "meeting", entry->meeting_id);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GPtrArray *entries = entries_of (MAPPE_FOLLOW_UP_PANE (widget));
  g_autofree char *text = mappe_follow_up_text_table (entries);
  g_autofree char *done = g_strdup_printf (ngettext ("%u row copied as a table", "%u rows copied as a table",
                                                     entries->len), entries->len);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, done);
}

/* --- print --- */

static void
print_list (MappeFollowUpPane *self, MappeClass reader)
{
  g_autofree char *state = mappe_follow_up_filters_get_state (self->filters);
  /* Translators: title of a printed list; which decisions it holds */
  g_autofree char *title = g_strdup_printf (_("Decision tracking: %s"), state);
  g_autofree char *today = mappe_date_today ();
  MappeFollowUpPaper paper = { .title = title, .today = today, .reader = reader };

  mappe_print_document (GTK_WIDGET (self), mappe_build_follow_up (entries_of (self), &paper, NULL));
}

static void
part_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFollowUpPane) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "public") == 0)
    print_list (self, MAPPE_CLASS_PUBLIC);
  else if (g_strcmp0 (answer, "all") == 0)
    print_list (self, MAPPE_CLASS_CONFIDENTIAL);
}

static gboolean
has_confidential (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (!((const MappeFollowUp *) g_ptr_array_index (entries, i))->public)
      return TRUE;
  return FALSE;
}

/** mappe_follow_up_pane_print: Prints the list; asks for which readers when it holds confidential entries. */
void
mappe_follow_up_pane_print (MappeFollowUpPane *self)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "all", _("_Both parts"), MAPPE_DIALOGS_PLAIN },
    { "public", _("_Public part only"), MAPPE_DIALOGS_SUGGESTED },
  };

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_PANE (self));
  if (!has_confidential (entries_of (self)))
    print_list (self, MAPPE_CLASS_PUBLIC);
  else
    mappe_dialogs_ask_async (GTK_WIDGET (self), _("Who will read the list?"),
                             _("It holds decisions that are not public. They stand in a part of their own; in a list "
                               "of the public part they are absent."),
                             answers, G_N_ELEMENTS (answers), NULL, part_cb, g_object_ref (self));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_follow_up_pane_print (MAPPE_FOLLOW_UP_PANE (widget));
}

/* --- for the page --- */

static void
list_selected_cb (MappeFollowUpPane *self)
{
  update_acts (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
list_opened_cb (MappeFollowUpPane *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/** mappe_follow_up_pane_select: Selects a record as soon as it is listed; all are listed when it is not among these. */
void
mappe_follow_up_pane_select (MappeFollowUpPane *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_PANE (self));
  if (mappe_follow_up_model_find (mappe_follow_up_list_get_model (self->list), kind, id) == G_MAXUINT)
    mappe_follow_up_filters_reset (self->filters);
  mappe_follow_up_list_select (self->list, kind, id);
}

/** mappe_follow_up_pane_get_selected: @kind: (out): of the record. Returns: id of the record selected, or 0 */
gint64
mappe_follow_up_pane_get_selected (MappeFollowUpPane *self, const MappeKind **kind)
{
  const MappeFollowUp *entry = mappe_follow_up_list_get_selected (self->list);

  *kind = entry != NULL ? entry->kind : NULL;
  return entry != NULL ? entry->id : 0;
}

void
mappe_follow_up_pane_focus_filter (MappeFollowUpPane *self)
{
  mappe_follow_up_filters_focus (self->filters);
}

/** mappe_follow_up_pane_set_narrow: @narrow: whether a record stands beside the list and says the rest */
void
mappe_follow_up_pane_set_narrow (MappeFollowUpPane *self, gboolean narrow)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_PANE (self));
  mappe_follow_up_list_set_narrow (self->list, narrow);
}

void
mappe_follow_up_pane_focus_list (MappeFollowUpPane *self)
{
  mappe_follow_up_list_focus (self->list);
}

/* --- GObject --- */

static void
mappe_follow_up_pane_dispose (GObject *object)
{
  MappeFollowUpPane *self = MAPPE_FOLLOW_UP_PANE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->filters = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_FOLLOW_UP_PANE);
  G_OBJECT_CLASS (mappe_follow_up_pane_parent_class)->dispose (object);
}

static void
mappe_follow_up_pane_finalize (GObject *object)
{
  MappeFollowUpPane *self = MAPPE_FOLLOW_UP_PANE (object);

  g_clear_object (&self->store);
  g_free (self->today);
  G_OBJECT_CLASS (mappe_follow_up_pane_parent_class)->finalize (object);
}

static void
mappe_follow_up_pane_class_init (MappeFollowUpPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_follow_up_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_follow_up_pane_finalize;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_FOLLOW_UP_FILTERS);
  g_type_ensure (MAPPE_TYPE_FOLLOW_UP_LIST);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-follow-up-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, filters);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, list);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, summary);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, numbers);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, date_button);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpPane, empty);
  gtk_widget_class_bind_template_callback (widget_class, fetch);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_opened_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.new-date", NULL, new_date_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.remind", NULL, remind_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.meeting", NULL, meeting_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "follow-up.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "follow-up.new-date", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "follow-up.remind", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "follow-up.meeting", NULL);
}

static void
mappe_follow_up_pane_init (MappeFollowUpPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** mappe_follow_up_pane_new: Returns: (transfer floating): the follow-up, showing what the next meeting needs */
GtkWidget *
mappe_follow_up_pane_new (MappeStore *store)
{
  MappeFollowUpPane *self = g_object_new (MAPPE_TYPE_FOLLOW_UP_PANE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
