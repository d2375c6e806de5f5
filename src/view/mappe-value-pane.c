/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-pane.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-request-letter.h"
#include "mappe-value-grid.h"
#include "mappe-value-import.h"
#include "mappe-value-load.h"
#include "mappe-wrap-layout.h"

/**
 * Request: what the user did and what is not in the file yet. It becomes an edit when its turn comes, because the one
 * before changes what it is based on.
 * @periods: (element-type MappePeriod): lines of cells
 * @odd: (element-type gint64): lines of values whose period says nothing of its length, by id
 * @rows: (nullable) (element-type MappeRow): values of a paste; %NULL for cells
 * @canonical: (nullable): what the cell holds; %NULL clears
 */
typedef struct {
  GArray    *periods, *odd;
  GArray    *fields;
  char      *canonical;
  GPtrArray *rows;
  char      *label, *done;
} Request;

/**
 * MappeValuePane:
 * @loaded: (nullable): what the file says
 * @queue: (element-type Request): waiting for their turn
 * @busy: an edit is on its way, or what it made of the file is being read
 * @stale: the file changed meanwhile
 * @done: (nullable): what is said when the edit under way is on the screen
 */
struct _MappeValuePane {
  GtkBox          parent_instance;
  MappeStore     *store;
  gint64          indicator;
  MappeValueLoad *loaded;
  GCancellable   *cancellable;
  GQueue          queue;
  gboolean        busy, stale;
  guint           earlier;
  char           *done;

  GtkWidget      *grid, *message, *paste_button, *import_button;
};

G_DEFINE_FINAL_TYPE (MappeValuePane, mappe_value_pane, GTK_TYPE_BOX)

static void
request_free (Request *request)
{
  g_clear_pointer (&request->periods, g_array_unref);
  g_clear_pointer (&request->odd, g_array_unref);
  g_clear_pointer (&request->fields, g_array_unref);
  g_clear_pointer (&request->rows, g_ptr_array_unref);
  g_free (request->canonical);
  g_free (request->label);
  g_free (request->done);
  g_free (request);
}

static void
tell (MappeValuePane *self, const char *text, gboolean is_fault)
{
  gtk_label_set_label (GTK_LABEL (self->message), text != NULL ? text : "");
  if (is_fault)
    gtk_widget_add_css_class (self->message, "error");
  else
    gtk_widget_remove_css_class (self->message, "error");
}

/* --- reading --- */

static void advance (MappeValuePane *self);
static void load (MappeValuePane *self);

static void
show_sheet (MappeValuePane *self)
{
  g_autofree char *today = mappe_date_today ();

  mappe_value_grid_show (MAPPE_VALUE_GRID (self->grid),
                         mappe_sheet_new (mappe_value_load_make (self->loaded), mappe_display_get (self->store),
                                          self->loaded->start, today, self->earlier));
}

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_value_load_read (snapshot, *(gint64 *) data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autoptr (GError) error = NULL;
  MappeValueLoad *loaded = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (loaded == NULL || self->store == NULL || loaded->indicator->id != self->indicator)
    {
      g_clear_pointer (&loaded, mappe_value_load_free);
      return;
    }
  g_clear_pointer (&self->loaded, mappe_value_load_free);
  self->loaded = loaded;
  /* What is still on its way is on the screen already and must not jump back. */
  if (g_queue_is_empty (&self->queue))
    {
      show_sheet (self);
      if (self->done != NULL)
        mappe_feedback_undoable (GTK_WIDGET (self), self->done);
      g_clear_pointer (&self->done, g_free);
    }
  if (self->stale && g_queue_is_empty (&self->queue))
    load (self);
  else
    advance (self);
}

static void
load (MappeValuePane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->indicator <= 0)
    return;
  self->cancellable = g_cancellable_new ();
  self->busy = TRUE;
  self->stale = FALSE;
  mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, read_func,
                          g_memdup2 (&self->indicator, sizeof self->indicator), g_free,
                          (GDestroyNotify) mappe_value_load_free, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- writing --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  if (self->store == NULL)
    return;
  if (applied == NULL)
    {
      g_clear_pointer (&self->done, g_free);
      mappe_feedback_error (GTK_WIDGET (self), error, _("The value was not saved"));
    }
  load (self);
}

static GPtrArray *
values_in (const MappeValues *values, const Request *request)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < request->periods->len; i++)
    g_ptr_array_add (rows, (gpointer) mappe_values_find (values, g_array_index (request->periods, MappePeriod, i)));
  for (guint i = 0; i < request->odd->len; i++)
    g_ptr_array_add (rows, (gpointer) mappe_values_find_id (values, g_array_index (request->odd, gint64, i)));
  while (g_ptr_array_remove (rows, NULL))
    ;
  return rows;
}

static MappeEdit *
edit_of (MappeValues *values, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) rows = request->rows == NULL ? values_in (values, request) : NULL;
  const guint *fields = (const guint *) request->fields->data;

  if (request->rows != NULL)
    return mappe_values_enter (values, request->rows, request->label, error);
  if (request->canonical == NULL)
    return mappe_values_clear (values, rows, fields, request->fields->len, error);
  if (request->odd->len > 0)
    return mappe_values_set_of (values, g_array_index (request->odd, gint64, 0), fields[0], request->canonical, error);
  return mappe_values_set (values, g_array_index (request->periods, MappePeriod, 0), fields[0], request->canonical,
                           error);
}

/* One edit after the other: each is based on what the one before left. */
static void
advance (MappeValuePane *self)
{
  while (!self->busy && self->loaded != NULL && !g_queue_is_empty (&self->queue))
    {
      Request *request = g_queue_pop_head (&self->queue);
      g_autoptr (MappeValues) values = mappe_value_load_make (self->loaded);
      g_autoptr (GError) error = NULL;
      MappeEdit *edit = edit_of (values, request, &error);

      if (edit != NULL)
        {
          self->busy = TRUE;
          g_free (self->done);
          self->done = g_steal_pointer (&request->done);
          g_cancellable_cancel (self->cancellable);
          mappe_store_apply_async (self->store, edit, NULL, applied_cb, g_object_ref (self));
        }
      else
        {
          if (g_queue_is_empty (&self->queue))
            show_sheet (self);
          tell (self, error->message, !g_error_matches (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING));
        }
      request_free (request);
    }
}

static void
push (MappeValuePane *self, Request *request)
{
  g_queue_push_tail (&self->queue, request);
  advance (self);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied == NULL && self->store != NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The value was not saved"));
}

/* What waits is sent off at once, because the page goes on to another indicator, or is closed. */
static void
flush (MappeValuePane *self)
{
  while (self->loaded != NULL && !g_queue_is_empty (&self->queue))
    {
      Request *request = g_queue_pop_head (&self->queue);
      g_autoptr (MappeValues) values = mappe_value_load_make (self->loaded);
      MappeEdit *edit = edit_of (values, request, NULL);

      if (edit != NULL)
        mappe_store_apply_async (self->store, edit, NULL, sent_cb, g_object_ref (self));
      request_free (request);
    }
}

static void
changed_cb (MappeValuePane *self)
{
  if (self->busy)
    self->stale = TRUE;
  else
    load (self);
}

/* --- cells --- */

static void
add_field (Request *request, MappeLineField field)
{
  guint number = (guint) mappe_sheet_field (field);

  g_array_append_val (request->fields, number);
}

static void
add_line (Request *request, MappeValuePane *self, guint line)
{
  const MappeSheetLine *at = mappe_sheet_get (mappe_value_grid_get_sheet (MAPPE_VALUE_GRID (self->grid)), line);

  if (mappe_sheet_is_odd (at))
    g_array_append_val (request->odd, at->row->id);
  else
    g_array_append_val (request->periods, at->period);
}

static Request *
request_new (void)
{
  Request *request = g_new0 (Request, 1);

  request->periods = g_array_new (FALSE, FALSE, sizeof (MappePeriod));
  request->odd = g_array_new (FALSE, FALSE, sizeof (gint64));
  request->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  return request;
}

static void
entered_cb (MappeValuePane *self, guint line, guint field, const char *canonical)
{
  Request *request = request_new ();

  add_line (request, self, line);
  add_field (request, field);
  request->canonical = g_strdup (canonical);
  push (self, request);
}

static void
cleared_cb (MappeValuePane *self)
{
  Request *request = request_new ();
  guint from_line, to_line, from_field, to_field;

  mappe_value_grid_get_selection (MAPPE_VALUE_GRID (self->grid), &from_line, &to_line, &from_field, &to_field);
  for (guint line = from_line; line <= to_line; line++)
    add_line (request, self, line);
  /* The time of a value stays: what has nothing else left goes as a whole. */
  for (guint field = MAX (from_field, MAPPE_LINE_PERIOD + 1); field <= to_field; field++)
    add_field (request, field);
  push (self, request);
}

static void
told_cb (MappeValuePane *self, const char *text, gboolean is_fault)
{
  tell (self, text, is_fault);
}

static void
earlier_cb (MappeValuePane *self)
{
  self->earlier++;
  if (self->loaded != NULL)
    show_sheet (self);
}

/* --- tables --- */

static void
take (const MappeIntake *intake, gpointer data)
{
  MappeValuePane *self = MAPPE_VALUE_PANE (data);
  g_autoptr (GPtrArray) borrowed = mappe_intake_rows (intake);
  g_autofree char *summary = mappe_intake_summary (intake);
  Request *request = request_new ();

  request->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; i < borrowed->len; i++)
    g_ptr_array_add (request->rows, mappe_row_ref (g_ptr_array_index (borrowed, i)));
  request->label = g_strdup (_("Enter values"));
  /* Translators: what a paste brought, e.g. "12 new · 2 changed" */
  request->done = g_strdup_printf (_("Values entered: %s"), summary);
  push (self, request);
}

static MappePeriod
period_at_cursor (MappeValuePane *self, MappeLineField *field)
{
  MappeSheet *sheet = mappe_value_grid_get_sheet (MAPPE_VALUE_GRID (self->grid));
  guint line;

  mappe_value_grid_get_cursor (MAPPE_VALUE_GRID (self->grid), &line, field);
  return sheet != NULL && mappe_sheet_get (sheet, line) != NULL ? mappe_sheet_get (sheet, line)->period
                                                               : (MappePeriod) { MAPPE_PERIOD_NONE, 0, 0 };
}

static void
take_table (MappeValuePane *self, const char *text, const char *encoding, const char *title, gboolean ask)
{
  MappeLineField at;
  MappePeriod first;
  g_autoptr (MappeIntake) intake = NULL;

  if (self->loaded == NULL)
    return;
  first = period_at_cursor (self, &at);
  intake = mappe_intake_new (mappe_value_load_make (self->loaded), text, encoding, first, at);
  if (intake->lines->len == 0)
    tell (self, _("There are no values in it"), TRUE);
  else if (!ask && mappe_intake_is_plain (intake))
    take (intake, self);
  else if (!ask && intake->n_added + intake->n_changed + intake->n_faults == 0 && intake->plan.mark != '?')
    tell (self, _("These values are there already"), FALSE);
  else
    mappe_value_import_run (GTK_WIDGET (self), title, g_steal_pointer (&intake), take, g_object_ref (self),
                            g_object_unref);
}

/** mappe_value_pane_paste_text: Puts a table at the cursor; asks when it would overwrite, or cannot be read plainly. */
void
mappe_value_pane_paste_text (MappeValuePane *self, const char *text)
{
  take_table (self, text, "UTF-8", _("Paste values"), FALSE);
}

/** mappe_value_pane_take_bytes: Shows what a file of values would change. */
void
mappe_value_pane_take_bytes (MappeValuePane *self, GBytes *bytes)
{
  const char *encoding;
  g_autofree char *text = mappe_cells_decode (bytes, &encoding);

  if (text == NULL)
    tell (self, _("This file is no table of text"), TRUE);
  else
    take_table (self, text, encoding, _("Import values"), TRUE);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->store == NULL)
    return;
  if (text == NULL)
    tell (self, _("There is no text on the clipboard"), TRUE);
  else
    mappe_value_pane_paste_text (self, text);
}

static void
paste (MappeValuePane *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_cb, g_object_ref (self));
}

static void
copy (MappeValuePane *self)
{
  g_autofree char *text = mappe_value_grid_copy (MAPPE_VALUE_GRID (self->grid), FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  mappe_feedback_toast (GTK_WIDGET (self), _("Copied"));
}

/* --- files --- */

static void
content_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (self->store == NULL)
    return;
  if (bytes == NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The file was not read"));
  else
    mappe_value_pane_take_bytes (self, bytes);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeValuePane) self = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file != NULL && self->store != NULL)
    g_file_load_bytes_async (file, NULL, content_cb, g_object_ref (self));
}

static void
import (MappeValuePane *self)
{
  MappeDialogsFilter filter = { _("Tables (CSV)"), "*.csv;*.txt;*.tsv" };

  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_OPEN, _("Import values"), &filter, NULL, chosen_cb,
                              g_object_ref (self));
}

static gboolean
dropped_cb (MappeValuePane *self, const GValue *value)
{
  if (self->loaded == NULL || mappe_store_get_state (self->store) != MAPPE_STORE_WRITABLE)
    return FALSE;
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_file_load_bytes_async (g_value_get_object (value), NULL, content_cb, g_object_ref (self));
  else if (G_VALUE_HOLDS_STRING (value))
    mappe_value_pane_paste_text (self, g_value_get_string (value));
  return TRUE;
}

static void
add_drop (MappeValuePane *self)
{
  GType types[] = { G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- building --- */

static void
request_letter (MappeValuePane *self)
{
  mappe_request_letter_show (GTK_WIDGET (self), self->store, self->indicator);
}

static GtkWidget *
add_button (MappeValuePane *self, GtkWidget *bar, const char *label, const char *hint, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_bar (MappeValuePane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  self->paste_button = add_button (self, bar, _("Paste"), _("Ctrl+V in the grid: numbers, or periods and numbers"),
                                   G_CALLBACK (paste));
  self->import_button = add_button (self, bar, _("Import…"), _("A CSV file; it can be dropped here as well"),
                                    G_CALLBACK (import));
  add_button (self, bar, _("Copy"), _("Ctrl+C in the grid: the selection, for a spreadsheet"), G_CALLBACK (copy));
  add_button (self, bar, _("Request missing values…"), _("A text for whoever delivers them"),
              G_CALLBACK (request_letter));
  return bar;
}

static GtkWidget *
make_legend (void)
{
  GtkWidget *legend = gtk_label_new (
      _("○ provisional, may still change · × withheld by whoever counts, a gap with a reason · – missing · "
        "* fewer than 5, only shown here. An empty cell is a gap, never a zero. "
        "Enter goes down, Tab to the right, F2 edits, Delete clears."));

  g_object_set (legend, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (legend, "caption");
  gtk_widget_add_css_class (legend, "dim-label");
  return legend;
}

static void
mappe_value_pane_dispose (GObject *object)
{
  MappeValuePane *self = MAPPE_VALUE_PANE (object);

  if (self->store != NULL)
    flush (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_value_pane_parent_class)->dispose (object);
}

static void
mappe_value_pane_finalize (GObject *object)
{
  MappeValuePane *self = MAPPE_VALUE_PANE (object);

  g_queue_clear_full (&self->queue, (GDestroyNotify) request_free);
  g_clear_pointer (&self->loaded, mappe_value_load_free);
  g_free (self->done);
  G_OBJECT_CLASS (mappe_value_pane_parent_class)->finalize (object);
}

static void
mappe_value_pane_class_init (MappeValuePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_value_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_value_pane_finalize;
}

static void
mappe_value_pane_init (MappeValuePane *self)
{
  GtkWidget *scroller;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_object_set (self, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_box_append (GTK_BOX (self), make_bar (self));
  self->grid = mappe_value_grid_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (self), scroller);
  self->message = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self), self->message);
  gtk_box_append (GTK_BOX (self), make_legend ());
  g_signal_connect_object (self->grid, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "pasted", G_CALLBACK (paste), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "earlier", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  add_drop (self);
}

/** mappe_value_pane_new: Returns: (transfer floating): a pane that shows nothing yet */
GtkWidget *
mappe_value_pane_new (MappeStore *store)
{
  MappeValuePane *self = g_object_new (MAPPE_TYPE_VALUE_PANE, NULL);
  gboolean locked = mappe_store_get_state (store) != MAPPE_STORE_WRITABLE;

  self->store = g_object_ref (store);
  mappe_value_grid_set_locked (MAPPE_VALUE_GRID (self->grid), locked);
  gtk_widget_set_sensitive (self->paste_button, !locked);
  gtk_widget_set_sensitive (self->import_button, !locked);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_display_get (store), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** mappe_value_pane_show: @indicator: id; 0 for none. What was typed for another one is saved first. */
void
mappe_value_pane_show (MappeValuePane *self, gint64 indicator)
{
  if (self->indicator == indicator)
    return;
  mappe_value_grid_commit (MAPPE_VALUE_GRID (self->grid));
  flush (self);
  self->indicator = indicator;
  self->earlier = 0;
  g_clear_pointer (&self->loaded, mappe_value_load_free);
  g_clear_pointer (&self->done, g_free);
  tell (self, NULL, FALSE);
  load (self);
}
