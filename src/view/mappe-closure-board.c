/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closure-board.h"

#include <glib/gi18n.h>

#include "mappe-closure-form.h"
#include "mappe-closures.h"
#include "mappe-event-words.h"
#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-part-form.h"
#include "mappe-road-closure.h"
#include "mappe-state-light.h"
#include "mappe-wrap-row.h"

enum { MOST_LIFTED = 30, GAP = 18 };

struct _MappeClosureBoard {
  AdwBin parent_instance;

  MappeStore    *store;
  MappeClosures *closures;
  gint64         event, area;  /* 0: all */
  char          *area_title;
  guint          n_open;
  GCancellable  *cancellable;
  guint          reload_id;

  GtkBox        *box, *body;
  GtkWidget     *form;  /* of the closure that is changed */
  GtkWidget     *file_button;
  GtkLabel      *lead;
};

G_DEFINE_FINAL_TYPE (MappeClosureBoard, mappe_closure_board, ADW_TYPE_BIN)

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- acts of a row --- */

static const MappeListed *
closure_of (MappeClosureBoard *self, gint64 id)
{
  for (guint i = 0; i < self->closures->listed->len; i++)
    {
      const MappeListed *closure = g_ptr_array_index (self->closures->listed, i);

      if (closure->row->id == id)
        return closure;
    }
  return NULL;
}

typedef struct {
  GtkWidget *board;
  char      *done;
} Lift;

static void
lifted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Lift *lift = data;
  g_autoptr (GtkWidget) board = lift->board;
  g_autofree char *done = lift->done;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (gtk_widget_get_root (board) == NULL)
    return;
  if (applied == NULL)
    mappe_feedback_error (board, error, _("The closure was not lifted"));
  else
    mappe_feedback_undoable (board, done);
}

static void
lift_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeClosureBoard *self = MAPPE_CLOSURE_BOARD (widget);
  const MappeListed *closure = closure_of (self, g_variant_get_int64 (parameter));
  g_autofree char *now = mappe_closures_now ();
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = closure != NULL ? mappe_closure_lift (closure->row, now, &error) : NULL;
  Lift *lift;

  if (edit == NULL)
    {
      mappe_feedback_error (widget, error, NULL);
      return;
    }
  lift = g_new (Lift, 1);
  *lift = (Lift) { g_object_ref (widget), g_strdup_printf (_("%s is open again"), closure->title) };
  mappe_store_apply_async (self->store, edit, NULL, lifted_cb, lift);
}

static void
notice_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeClosureBoard *self = MAPPE_CLOSURE_BOARD (widget);
  const MappeListed *closure;
  g_autofree char *text = NULL;
  const char *language;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &language);
  closure = closure_of (self, id);
  if (closure == NULL)
    return;
  text = mappe_closure_notice (closure, self->closures->codes, mappe_language_get (language));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, g_str_equal (language, "de") ? _("German notice copied") : _("English notice copied"));
}

static const int fields[] = {
  MAPPE_ROAD_CLOSURE_ROAD, MAPPE_ROAD_CLOSURE_AREA, MAPPE_ROAD_CLOSURE_CAUSE, MAPPE_ROAD_CLOSURE_STATUS,
  MAPPE_ROAD_CLOSURE_FROM_AT, MAPPE_ROAD_CLOSURE_TO_AT, MAPPE_ROAD_CLOSURE_ORDERED_BY, MAPPE_ROAD_CLOSURE_DIVERSION, -1,
};

static void
open_cb (MappeClosureBoard *self, GtkListBoxRow *row)
{
  const MappeRow *record = g_object_get_data (G_OBJECT (row), "record");
  const MappeListed *closure = closure_of (self, record->id);

  if (closure != NULL)
    mappe_part_form_edit (MAPPE_PART_FORM (self->form), closure);
}

static void
file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_closure_board_file (MAPPE_CLOSURE_BOARD (widget));
}

/* --- rows --- */

static GtkWidget *
button_new (const char *label, const char *spoken, const char *road)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *full = g_strdup_printf ("%s: %s", spoken, road);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  return button;
}

static void
add_buttons (MappeClosureBoard *self, GtkWidget *row, const MappeListed *closure, gboolean open)
{
  static const struct { const char *language, *label, *spoken; } notices[] = {
    { "de", "DE", N_("Copy notice in German") },
    { "en", "EN", N_("Copy notice in English") },
  };
  const char *road = mappe_row_get_text (closure->row, MAPPE_ROAD_CLOSURE_ROAD);

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      GtkWidget *button = button_new (notices[i].label, _(notices[i].spoken), road);

      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "closures.notice");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", closure->row->id, notices[i].language);
      mappe_wrap_row_append (row, button);
    }
  if (open)
    {
      GtkWidget *button = button_new (_("Lift now"), _("Lift now"), road);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "closures.lift");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", closure->row->id);
      mappe_wrap_row_append (row, button);
    }
}

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

static char *
about (MappeClosureBoard *self, const MappeListed *closure, const char *now)
{
  const MappeRow *row = closure->row;
  g_autofree char *state = mappe_closure_words_state (row, now, NULL);
  const char *cause = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_CAUSE);
  GString *line = g_string_new (state);

  append (line, cause != NULL ? mappe_event_words_code (self->closures->codes, "closure_cause", cause, NULL) : NULL);
  append (line, closure->shown[MAPPE_ROAD_CLOSURE_ORDERED_BY]);
  append (line, mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_DIVERSION));
  if (!mappe_row_is_null (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES))
    {
      double minutes = (double) mappe_row_get_int (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES);
      g_autofree char *words = mappe_closure_words_minutes (minutes, NULL);
      g_autofree char *lead = g_strdup_printf (_("Lead time %s"), words);

      append (line, lead);
    }
  return g_string_free (line, FALSE);
}

static void
add_row (MappeClosureBoard *self, GtkWidget *list, const MappeListed *closure, gboolean open)
{
  static const MappeState states[] = {
    [MAPPE_CLOSURE_PLANNED] = MAPPE_STATE_WAITING,
    [MAPPE_CLOSURE_ACTIVE] = MAPPE_STATE_ON_TRACK,
    [MAPPE_CLOSURE_OVER] = MAPPE_STATE_OVERDUE,
    [MAPPE_CLOSURE_LIFTED] = MAPPE_STATE_DONE,
  };
  g_autofree char *now = mappe_closures_now (), *subtitle = about (self, closure, now);
  const char *area = closure->shown[MAPPE_ROAD_CLOSURE_AREA];
  g_autofree char *title = g_strdup_printf ("%s%s%s", mappe_row_get_text (closure->row, MAPPE_ROAD_CLOSURE_ROAD),
                                            area != NULL ? " · " : "", area != NULL ? area : "");
  g_autofree char *name = g_strdup_printf ("closure-%" G_GINT64_FORMAT, closure->row->id);
  GtkWidget *row = mappe_wrap_row_new (title, subtitle), *image = gtk_image_new ();

  mappe_state_show (GTK_IMAGE (image), states[mappe_closure_state (closure->row, now)]);
  mappe_wrap_row_append (row, image);
  gtk_widget_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "record", mappe_row_ref (closure->row), (GDestroyNotify) mappe_row_unref);
  add_buttons (self, row, closure, open);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
add_group (MappeClosureBoard *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new (), *list = gtk_list_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->body, group);
  return list;
}

static gboolean
belongs (MappeClosureBoard *self, const MappeListed *closure)
{
  return self->event == 0 || mappe_row_get_int (closure->row, MAPPE_ROAD_CLOSURE_EVENT) == self->event;
}

static void
add_part (MappeClosureBoard *self, gboolean open)
{
  GPtrArray *listed = self->closures->listed;
  guint from = open ? 0 : self->closures->n_open, to = open ? self->closures->n_open : listed->len;
  GtkWidget *list = NULL, *none;
  guint n = 0;

  for (guint i = from; i < to && n < MOST_LIFTED; i++)
    if (belongs (self, g_ptr_array_index (listed, i)))
      {
        if (list == NULL)
          list = add_group (self, open ? _("Closed or planned") : _("Lifted"));
        add_row (self, list, g_ptr_array_index (listed, i), open);
        n++;
      }
  if (open)
    self->n_open = n;
  if (!open || n > 0)
    return;
  none = gtk_label_new (_("No road is closed."));
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_box_append (self->body, none);
}

static void
rebuild (MappeClosureBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *child;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->body));
  g_autofree char *lead = mappe_closure_words_lead (self->closures, NULL);

  if (focused)
    gtk_widget_grab_focus (self->file_button);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
  add_part (self, TRUE);
  gtk_label_set_label (self->lead, lead);
  add_part (self, FALSE);
  mappe_part_form_follow (MAPPE_PART_FORM (self->form),
                          closure_of (self, mappe_part_form_get_id (MAPPE_PART_FORM (self->form))));
  g_signal_emit (self, signals[LOADED], 0);
}

/* Whoever closes the form goes on at a closure, or where one is filed. */
static void
form_closed_cb (MappeClosureBoard *self)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (self->body), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->file_button);
}

/* --- loading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeClosureBoard) self = data;
  g_autoptr (GError) error = NULL;
  MappeClosures *closures = mappe_closures_load_finish (MAPPE_STORE (source), result, &error);

  if (closures == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The closures were not read"));
      return;
    }
  g_clear_pointer (&self->closures, mappe_closures_free);
  self->closures = closures;
  if (self->body != NULL)
    rebuild (self);
}

static gboolean
reload_cb (gpointer data)
{
  MappeClosureBoard *self = data;

  self->reload_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_closures_load_async (self->store, self->cancellable, loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeClosureBoard *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

/** mappe_closure_board_set_event: @event: id; only its closures are shown. @area: where new ones are at first */
void
mappe_closure_board_set_event (MappeClosureBoard *self, gint64 event, gint64 area, const char *area_title)
{
  gboolean other = self->event != event;

  self->event = event;
  self->area = area;
  g_free (self->area_title);
  self->area_title = g_strdup (area_title);
  if (other && self->closures != NULL)
    rebuild (self);
}

/** mappe_closure_board_file: Asks for a closure and files it. */
void
mappe_closure_board_file (MappeClosureBoard *self)
{
  mappe_closure_form_run (GTK_WIDGET (self), self->store, self->event, self->area, self->area_title);
}

/** mappe_closure_board_get_n_open: Returns: how many are closed or planned */
guint
mappe_closure_board_get_n_open (MappeClosureBoard *self)
{
  return self->n_open;
}

/* --- GObject --- */

static gboolean
mappe_closure_board_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MAPPE_CLOSURE_BOARD (widget)->file_button);
}

static void
mappe_closure_board_dispose (GObject *object)
{
  MappeClosureBoard *self = MAPPE_CLOSURE_BOARD (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->body = NULL;
  G_OBJECT_CLASS (mappe_closure_board_parent_class)->dispose (object);
}

static void
mappe_closure_board_finalize (GObject *object)
{
  MappeClosureBoard *self = MAPPE_CLOSURE_BOARD (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->closures, mappe_closures_free);
  g_free (self->area_title);
  G_OBJECT_CLASS (mappe_closure_board_parent_class)->finalize (object);
}

static void
mappe_closure_board_class_init (MappeClosureBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_closure_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_closure_board_finalize;
  widget_class->grab_focus = mappe_closure_board_grab_focus;
  widget_class->focus = mappe_focus_child;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "closures.lift", "x", lift_cb);
  gtk_widget_class_install_action (widget_class, "closures.notice", "(xs)", notice_cb);
  gtk_widget_class_install_action (widget_class, "closures.file", NULL, file_cb);
}

static void
mappe_closure_board_init (MappeClosureBoard *self)
{
  GtkWidget *lead = gtk_label_new (NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP));
  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP));
  self->lead = GTK_LABEL (lead);
  self->file_button = gtk_button_new_with_label (_("Close a road…"));
  gtk_widget_add_css_class (self->file_button, "suggested-action");
  gtk_widget_set_halign (self->file_button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->file_button), "closures.file");
  gtk_label_set_xalign (self->lead, 0);
  gtk_label_set_wrap (self->lead, TRUE);
  gtk_box_append (self->box, self->file_button);
  gtk_box_append (self->box, lead);
  gtk_box_append (self->box, GTK_WIDGET (self->body));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/** mappe_closure_board_new: Returns: (transfer floating): a board of all closures. Signal "loaded": they are there */
GtkWidget *
mappe_closure_board_new (MappeStore *store)
{
  MappeClosureBoard *self = g_object_new (MAPPE_TYPE_CLOSURE_BOARD, NULL);

  self->store = g_object_ref (store);
  self->form = mappe_part_form_new (store, &mappe_road_closure_kind, fields);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->box, self->form, self->file_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closures.file",
                                 mappe_store_get_state (store) == MAPPE_STORE_WRITABLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closures.lift",
                                 mappe_store_get_state (store) == MAPPE_STORE_WRITABLE);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
