/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-window-private.h"

#include <glib/gi18n.h>

#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-foreign-error.h"
#include "mappe-settings.h"
#include "mappe-window-frame.h"

/* A file of another program is looked at, tried and taken in. What is shown is the work itself, taken back. */

#define WIDTH 960
#define HEIGHT 640
#define CHOICES_WIDTH 340
#define DELAY_MS 250
#define PROGRESS_MS 100
#define REMEMBERED "import-columns"
#define MOST_REMEMBERED 200

static void
stop_timer (MappeImportWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (self->progress_bar, FALSE);
}

static void
import_free (gpointer data)
{
  MappeImportWindow *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_weak_pointer (&self->near);
  g_object_unref (self->store);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->constant_rows);
  g_ptr_array_unref (self->duplicate_rows);
  g_array_unref (self->duplicates);
  g_clear_pointer (&self->order, mappe_import_order_free);
  g_clear_pointer (&self->report, mappe_import_report_free);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_free (self);
}

/* Returns: (transfer none) (nullable): %NULL once the window was closed */
static MappeImportWindow *
import_of (AdwWindow *window)
{
  MappeImportWindow *self = g_object_get_data (G_OBJECT (window), "mappe-import");

  return self != NULL && !self->closed ? self : NULL;
}

/* Who works for the window holds on to it; whatever is under way is given up at once, not when it is done. */
static void
closed_cb (MappeImportWindow *self)
{
  self->closed = self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->delay, g_source_remove);
}

/* --- progress --- */

static gboolean
progress_cb (gpointer data)
{
  MappeImportWindow *self = data;
  int permille = g_atomic_int_get (&self->progress->permille);

  gtk_widget_set_visible (self->progress_bar, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* Whatever was under way is not wanted any more. */
static void
begin_work (MappeImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  self->progress = g_atomic_rc_box_new0 (MappeImportProgress);
  g_clear_handle_id (&self->delay, g_source_remove);
  stop_timer (self);
  self->timer = g_timeout_add (PROGRESS_MS, progress_cb, self);
}

/* --- what would become of it --- */

static guint64
n_taken (const MappeImportReport *report)
{
  return report->counts[MAPPE_IMPORT_NEW] + report->counts[MAPPE_IMPORT_CHANGED]
         + report->counts[MAPPE_IMPORT_MERGED];
}

static void
show_report (MappeImportWindow *self)
{
  g_autofree char *summary = self->report != NULL ? mappe_import_report_summary (self->report) : NULL;
  guint64 n = self->report != NULL ? n_taken (self->report) : 0;
  g_autofree char *verb = g_strdup_printf (ngettext ("_Import %u record", "_Import %u records", (gulong) n), (guint) n);
  g_autofree char *name = g_strdup_printf (ngettext ("Import %u record", "Import %u records", (gulong) n), (guint) n);

  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : _("Looking at the file…"));
  gtk_button_set_label (GTK_BUTTON (self->accept), n > 0 ? verb : _("_Import"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? name : C_("verb", "Import"), -1);
  gtk_widget_set_sensitive (self->accept, n > 0);
  gtk_widget_set_visible (self->reject, self->report != NULL
                                            && self->report->counts[MAPPE_IMPORT_REJECTED]
                                                       + self->report->counts[MAPPE_IMPORT_SKIPPED] > 0);
  if (self->report != NULL)
    {
      mappe_import_preview_fill (self->preview, self->detail, self->report);
      mappe_import_choices_duplicates (self);
    }
}

static const char *
words_of (const GError *error)
{
  const char *advice = NULL;

  return error->domain == MAPPE_FOREIGN_ERROR ? error->message : mappe_feedback_explain (error, &advice);
}

/* What is wrong with a file is said where its records would be. */
static void
show_fault (MappeImportWindow *self, const GError *error)
{
  g_clear_pointer (&self->report, mappe_import_report_free);
  show_report (self);
  mappe_import_preview_fill (self->preview, self->detail, NULL);
  gtk_label_set_label (GTK_LABEL (self->summary), words_of (error));
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeImportReport) report = mappe_import_job_finish (result, &error);
  MappeImportWindow *self = import_of (window);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_timer (self);
  g_clear_pointer (&self->report, mappe_import_report_free);
  self->report = g_steal_pointer (&report);
  if (error != NULL)
    show_fault (self, error);
  else
    show_report (self);
}

static gboolean
try_cb (gpointer data)
{
  MappeImportWindow *self = data;

  self->delay = 0;
  begin_work (self);
  mappe_import_job_async (self->order, self->store, TRUE, self->progress, self->cancellable, tried_cb,
                          g_object_ref (self->window));
  return G_SOURCE_REMOVE;
}

/** mappe_import_window_changed: Tries the file again, soon, with what was chosen. */
void
mappe_import_window_changed (MappeImportWindow *self)
{
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (DELAY_MS, try_cb, self);
}

/* --- the file --- */

/* A mapping that somebody chose for the same heading is taken again. */
static void
recall (MappeImportWindow *self)
{
  g_autofree char *signature = mappe_import_order_signature (self->order);
  g_autofree char *remembered = mappe_settings_get_entry (REMEMBERED, signature);

  if (remembered != NULL)
    mappe_import_order_recall (self->order, remembered);
}

static void
show_unreadable (MappeImportWindow *self, const GError *error)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (gtk_stack_get_child_by_name (GTK_STACK (self->stack), "nothing"));
  g_autofree char *text = g_markup_escape_text (words_of (error), -1);

  adw_status_page_set_title (page, _("The file cannot be read"));
  adw_status_page_set_description (page, text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeImportOrder) order = mappe_import_look_finish (result, &error);
  MappeImportWindow *self = import_of (window);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_timer (self);
  if (order == NULL && self->order == NULL)
    {
      show_unreadable (self, error);
      return;
    }
  if (order == NULL)
    {
      show_fault (self, error);
      return;
    }
  g_clear_pointer (&self->order, mappe_import_order_free);
  g_clear_pointer (&self->report, mappe_import_report_free);
  self->order = g_steal_pointer (&order);
  recall (self);
  mappe_import_choices_fill (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "work") != 0)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "work");
      gtk_widget_grab_focus (self->kind);
    }
  show_report (self);
  try_cb (self);
}

/** mappe_import_window_reread: Reads the file again as was chosen. */
void
mappe_import_window_reread (MappeImportWindow *self)
{
  gtk_widget_set_sensitive (self->accept, FALSE);
  begin_work (self);
  mappe_import_reread_async (self->order, self->cancellable, read_cb, g_object_ref (self->window));
}

static void
read_file (MappeImportWindow *self, const char *path)
{
  g_clear_pointer (&self->order, mappe_import_order_free);
  begin_work (self);
  mappe_import_look_async (path, self->wanted, self->cancellable, read_cb, g_object_ref (self->window));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  MappeImportWindow *self = import_of (window);

  if (file != NULL && self != NULL && g_file_peek_path (file) != NULL)
    read_file (self, g_file_peek_path (file));
}

static void
ask_for_file (GtkWidget *near, GAsyncReadyCallback callback, gpointer data)
{
  MappeDialogsFilter filter = { _("Tables, address books, calendars"), "*.csv;*.tsv;*.txt;*.vcf;*.vcard;*.ics" };

  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_OPEN, _("Import a file"), &filter, NULL, callback, data);
}

/** mappe_import_window_choose: Asks for another file. */
void
mappe_import_window_choose (MappeImportWindow *self)
{
  ask_for_file (GTK_WIDGET (self->window), chosen_cb, g_object_ref (self->window));
}

/* --- rejected rows --- */

static void
rejected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) overlay = data;
  g_autoptr (GError) error = NULL;

  if (mappe_import_reject_finish (result, &error))
    mappe_feedback_toast (overlay, _("The rejected rows are saved"));
  else
    mappe_feedback_error (overlay, error, _("The rejected rows were not saved"));
}

static void
reject_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  MappeImportWindow *self = import_of (window);

  if (file != NULL && self != NULL && self->order != NULL && g_file_peek_path (file) != NULL)
    mappe_import_reject_async (self->order, self->store, g_file_peek_path (file), NULL, rejected_cb,
                               g_object_ref (self->overlay));
}

static void
reject_cb (MappeImportWindow *self)
{
  MappeDialogsFilter filter = { _("CSV tables"), "*.csv" };

  mappe_dialogs_choose_async (GTK_WIDGET (self->window), MAPPE_DIALOGS_SAVE, _("Save rejected rows"), &filter,
                              _("Rejected rows.csv"), reject_chosen_cb, g_object_ref (self->window));
}

/* --- taking it in --- */

/** Done: what is said behind the window, which may be gone by then */
typedef struct {
  AdwWindow       *window;
  GtkWidget       *near;
  const MappeKind *kind;
} Done;

static void
done_free (Done *done)
{
  g_object_unref (done->window);
  g_clear_weak_pointer (&done->near);
  g_free (done);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Done, done_free)

static void
remember (MappeImportWindow *self)
{
  g_autofree char *signature = mappe_import_order_signature (self->order);
  g_autofree char *fields = mappe_import_order_remember (self->order);

  mappe_settings_set_entry (REMEMBERED, signature, fields);
  mappe_settings_keep_entries (REMEMBERED, MOST_REMEMBERED);
}

static void
tell (const Done *done, const MappeImportReport *report)
{
  if (done->near == NULL || gtk_widget_get_root (done->near) == NULL)
    return;
  if (report->first > 0)
    gtk_widget_activate_action (done->near, "win.open-record", "(sx)", done->kind->name, report->first);
  mappe_feedback_undoable (done->near, report->label);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Done) done = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeImportReport) report = mappe_import_job_finish (result, &error);
  MappeImportWindow *self = import_of (done->window);

  if (self != NULL)
    {
      self->working = FALSE;
      stop_timer (self);
      gtk_widget_set_sensitive (self->choices, TRUE);
    }
  if (report == NULL && self != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_fault (self, error);
      return;
    }
  if (report == NULL)
    return;
  if (self != NULL)
    {
      remember (self);
      gtk_window_close (GTK_WINDOW (self->window));
    }
  tell (done, report);
}

static void
import_cb (MappeImportWindow *self)
{
  Done *done;

  if (self->report == NULL || self->working)
    return;
  done = g_new0 (Done, 1);
  done->window = g_object_ref (self->window);
  done->kind = self->order->kind;
  g_set_weak_pointer (&done->near, self->near);
  self->working = TRUE;
  begin_work (self);
  gtk_label_set_label (GTK_LABEL (self->summary), _("The records are taken in. Closing this window stops it."));
  gtk_widget_set_sensitive (self->accept, FALSE);
  gtk_widget_set_sensitive (self->choices, FALSE);
  mappe_import_job_async (self->order, self->store, FALSE, self->progress, self->cancellable, imported_cb, done);
}

/* --- building --- */

static GtkWidget *
build_header (MappeImportWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (_("_Import"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cancel), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cancel"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (import_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

static GtkWidget *
build_result (MappeImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->summary, "heading");
  self->progress_bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How far the file is read"), -1);
  gtk_widget_set_visible (self->progress_bar, FALSE);
  self->preview = mappe_import_preview_new (&self->detail);
  self->reject = gtk_button_new_with_mnemonic (_("_Save rejected rows…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reject), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Save rejected rows…"), -1);
  gtk_widget_set_halign (self->reject, GTK_ALIGN_START);
  g_signal_connect_swapped (self->reject, "clicked", G_CALLBACK (reject_cb), self);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->progress_bar);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), self->detail);
  gtk_box_append (GTK_BOX (box), self->reject);
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, "hexpand", TRUE,
                NULL);
  return box;
}

static GtkWidget *
build_work (MappeImportWindow *self)
{
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->choices = mappe_import_choices_new (self);
  g_object_set (self->choices, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->choices);
  gtk_widget_set_size_request (scroller, CHOICES_WIDTH, -1);
  gtk_widget_set_hexpand (scroller, FALSE);
  gtk_widget_set_hexpand_set (scroller, TRUE);
  gtk_box_append (GTK_BOX (halves), scroller);
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), build_result (self));
  return halves;
}

static GtkWidget *
build_nothing (MappeImportWindow *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("Choose _file…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Import a file"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page), _("A table (CSV), an address book (vCard) or a calendar (iCalendar) of another program."
                                " You see what will happen before anything is changed."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose file…"), -1);
  gtk_widget_set_halign (choose, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choose, "pill");
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (mappe_import_window_choose), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), choose);
  self->nothing = choose;
  return page;
}

static void
build_window (MappeImportWindow *self, GtkWidget *near)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = ADW_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), "mappe-import", self, import_free);
  g_signal_connect_swapped (self->window, "unrealize", G_CALLBACK (closed_cb), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_nothing (self), "nothing");
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_stack_add_named (GTK_STACK (self->stack), build_work (self), "work");
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), self->stack);
  gtk_box_append (GTK_BOX (box), self->overlay);
  adw_window_set_content (self->window, box);
  gtk_window_set_title (GTK_WINDOW (self->window), C_("window", "Import"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (gtk_widget_get_root (near)));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  mappe_window_close_on_escape (GTK_WIDGET (self->window));
}

static void
open_window (GtkWidget *near, MappeStore *store, const MappeKind *kind, const char *path)
{
  MappeImportWindow *self = g_new0 (MappeImportWindow, 1);

  g_set_weak_pointer (&self->near, near);
  self->store = g_object_ref (store);
  self->wanted = kind;
  self->kinds = g_ptr_array_new ();
  self->duplicates = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->cancellable = g_cancellable_new ();
  self->progress = g_atomic_rc_box_new0 (MappeImportProgress);
  build_window (self, near);
  gtk_widget_set_sensitive (self->accept, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->nothing);
  read_file (self, path);
}

/** Wish: what was asked for before there is a file */
typedef struct {
  GtkWidget       *near;
  MappeStore      *store;
  const MappeKind *kind;
} Wish;

static void
wished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && gtk_widget_get_root (wish->near) != NULL)
    open_window (wish->near, wish->store, wish->kind, g_file_peek_path (file));
  g_object_unref (wish->near);
  g_object_unref (wish->store);
  g_free (wish);
}

/**
 * mappe_import_window_open:
 * @near: a widget of the window, near which is said what was done
 * @kind: (nullable): what the records are, unless the file says otherwise
 * @path: (nullable): the file; without one it is asked for
 *
 * Opens the window in which a file of another program is looked at and taken in.
 */
void
mappe_import_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, const char *path)
{
  Wish *wish;

  if (path != NULL)
    {
      open_window (near, store, kind, path);
      return;
    }
  wish = g_new (Wish, 1);
  *wish = (Wish) { g_object_ref (near), g_object_ref (store), kind };
  ask_for_file (near, wished_cb, wish);
}

/* --- dropped files --- */

typedef struct {
  MappeStore      *store;
  const MappeKind *kind;
} Drop;

static void
drop_free (gpointer data, GClosure *closure)
{
  Drop *drop = data;

  g_object_unref (drop->store);
  g_free (drop);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  const Drop *drop = data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GSList *files = g_value_get_boxed (value);
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;
  MappeForeignForm form;

  if (mappe_store_get_state (drop->store) != MAPPE_STORE_WRITABLE)
    return FALSE;
  if (path == NULL || files->next != NULL || !mappe_foreign_form_of (path, &form))
    {
      mappe_feedback_toast (widget, _("Drop one file at a time: a table (.csv), an address book (.vcf) or a calendar"
                                      " (.ics)"));
      return FALSE;
    }
  mappe_import_window_open (widget, drop->store, drop->kind, path);
  return TRUE;
}

/** mappe_import_accept_drop: A file that is dropped on @widget is looked at as records of @kind. */
void
mappe_import_accept_drop (GtkWidget *widget, MappeStore *store, const MappeKind *kind)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop) { g_object_ref (store), kind };
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drop, drop_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
