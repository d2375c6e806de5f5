/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-events-page.h"

#include <glib/gi18n.h>

#include "mappe-closure-board.h"
#include "mappe-debrief-finding.h"
#include "mappe-event-series.h"
#include "mappe-event-view.h"
#include "mappe-event.h"
#include "mappe-list-page.h"
#include "mappe-road-closure.h"

#define LIST "list"
#define EVENT "event"
#define CLOSURES "closures"

enum { MARGIN = 12, WIDTH = 860 };

struct _MappeEventsPage {
  MappePage parent_instance;

  GtkStack          *stack;
  MappePage         *list;
  MappeEventView    *view;
  MappeClosureBoard *board;
  GtkWidget         *closures_button;
};

G_DEFINE_FINAL_TYPE (MappeEventsPage, mappe_events_page, MAPPE_TYPE_PAGE)

static gboolean
shows (MappeEventsPage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static void
update_back (MappeEventsPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), !shows (self, LIST) || mappe_page_get_back_visible (self->list));
}

/* The window says which event is open; the list keeps the title of the page. */
static void
update_title (MappeEventsPage *self)
{
  const char *title = shows (self, EVENT) ? mappe_steps_view_get_title (MAPPE_STEPS_VIEW (self->view))
                      : shows (self, CLOSURES) ? _("Closed roads") : NULL;

  mappe_page_set_title (MAPPE_PAGE (self), title != NULL ? title : mappe_page_get_title (self->list));
}

static void
title_cb (MappeEventsPage *self)
{
  if (shows (self, LIST))
    mappe_page_set_title (self->list, mappe_page_get_title (MAPPE_PAGE (self)));
}

static void
show_child (MappeEventsPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  update_back (self);
  update_title (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_event (MappeEventsPage *self, gint64 id, const char *step)
{
  mappe_steps_view_show (MAPPE_STEPS_VIEW (self->view), id, step);
  show_child (self, EVENT);
}

static void
show_list (MappeEventsPage *self)
{
  show_child (self, LIST);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
show_closures (MappeEventsPage *self)
{
  show_child (self, CLOSURES);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

/* --- MappePage --- */

static gboolean
mappe_events_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (!mappe_page_open_record (self->list, kind, id))
    return FALSE;
  /* Behind the event, the list stands at the same one. */
  if (kind == &mappe_event_kind)
    show_event (self, id, NULL);
  else if (!shows (self, LIST))
    show_list (self);
  return TRUE;
}

/* Ctrl+N is about what is in front; a closure is filed in its short form wherever it is asked for. */
static gboolean
mappe_events_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);
  const MappeKind *front = NULL;

  if (kind == NULL && shows (self, EVENT) && mappe_event_view_front (self->view) != NULL
      && mappe_event_step_add (mappe_event_view_front (self->view)))
    return TRUE;
  if (kind == NULL && shows (self, LIST))
    mappe_page_get_record (self->list, &front);
  if (preset == NULL && (kind == &mappe_road_closure_kind || front == &mappe_road_closure_kind
                         || (kind == NULL && shows (self, CLOSURES))))
    {
      mappe_closure_board_file (self->board);
      return TRUE;
    }
  if (!mappe_page_new_record (self->list, kind, preset))
    return FALSE;
  if (!shows (self, LIST))
    show_list (self);
  return TRUE;
}

static void
mappe_events_page_focus_filter (MappePage *page)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (shows (self, LIST))
    mappe_page_focus_filter (self->list);
}

static void
mappe_events_page_save (MappePage *page)
{
  mappe_page_save (MAPPE_EVENTS_PAGE (page)->list);
}

static void
mappe_events_page_delete_selected (MappePage *page)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (shows (self, LIST))
    mappe_page_delete_selected (self->list);
  else if (shows (self, EVENT) && mappe_event_view_front (self->view) != NULL)
    mappe_event_step_delete_selected (mappe_event_view_front (self->view));
}

static void
mappe_events_page_print (MappePage *page)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (shows (self, EVENT) && mappe_event_view_front (self->view) != NULL)
    mappe_event_view_print (self->view);
  else if (shows (self, LIST))
    mappe_page_print (self->list);
}

static gboolean
mappe_events_page_can_close (MappePage *page)
{
  return mappe_page_can_close (MAPPE_EVENTS_PAGE (page)->list);
}

static gboolean
mappe_events_page_go_back (MappePage *page)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (shows (self, LIST))
    return mappe_page_go_back (self->list);
  show_list (self);
  return TRUE;
}

/* "event:5:plan", "closures", or what the list says. */
static char *
mappe_events_page_get_state (MappePage *page)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);
  const char *step = mappe_steps_view_get_step (MAPPE_STEPS_VIEW (self->view));

  if (shows (self, LIST))
    return mappe_page_get_state (self->list);
  if (shows (self, CLOSURES))
    return g_strdup (CLOSURES);
  return g_strdup_printf (EVENT ":%" G_GINT64_FORMAT ":%s", mappe_steps_view_get_id (MAPPE_STEPS_VIEW (self->view)),
                          step != NULL ? step : "");
}

static void
mappe_events_page_set_state (MappePage *page, const char *state)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state != NULL ? state : "", ":", 3);
  gint64 id = g_strv_length (parts) == 3 ? g_ascii_strtoll (parts[1], NULL, 10) : 0;

  if (g_strcmp0 (state, CLOSURES) == 0)
    show_closures (self);
  else if (id > 0 && g_str_equal (parts[0], EVENT))
    show_event (self, id, *parts[2] != '\0' ? parts[2] : NULL);
  else
    mappe_page_set_state (self->list, state);
}

static gint64
mappe_events_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (page);

  if (shows (self, LIST))
    return mappe_page_get_record (self->list, kind);
  *kind = &mappe_event_kind;
  return shows (self, EVENT) ? mappe_steps_view_get_id (MAPPE_STEPS_VIEW (self->view)) : 0;
}

static gboolean
mappe_events_page_grab_focus (GtkWidget *widget)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (widget);

  if (shows (self, EVENT))
    mappe_steps_view_focus (MAPPE_STEPS_VIEW (self->view));
  else
    gtk_widget_grab_focus (shows (self, LIST) ? GTK_WIDGET (self->list) : GTK_WIDGET (self->board));
  return TRUE;
}

static gboolean
has_text (GtkWidget *focus)
{
  g_autofree char *text = NULL;

  if (focus == NULL || !(GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus)))
    return FALSE;
  if (GTK_IS_TEXT (focus))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
  return TRUE;
}

/* Where text is typed, Escape does not leave: it would be pressed for the text. It leads to the steps, so that it
 * leaves when it is pressed again. */
static gboolean
key_cb (MappeEventsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (keyval != GDK_KEY_Escape || shows (self, LIST))
    return FALSE;
  if (has_text (focus) && shows (self, EVENT))
    mappe_steps_view_focus_stepper (MAPPE_STEPS_VIEW (self->view));
  else
    show_list (self);
  return TRUE;
}

static void
board_loaded_cb (MappeEventsPage *self)
{
  guint n = mappe_closure_board_get_n_open (self->board);
  g_autofree char *label = g_strdup_printf (ngettext ("%u road closed", "%u roads closed", n), n);

  gtk_button_set_label (GTK_BUTTON (self->closures_button), label);
}

/* --- GObject --- */

static void
closures_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_closures (MAPPE_EVENTS_PAGE (widget));
}

static void
file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_closure_board_file (MAPPE_EVENTS_PAGE (widget)->board);
}

/* Above the lists: the way to what is most urgent. */
static GtkWidget *
list_new (MappeEventsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *file = gtk_button_new_with_label (_("Close a road…"));

  self->closures_button = gtk_button_new_with_label (_("Closed roads"));
  gtk_widget_set_tooltip_text (self->closures_button, _("Closed roads, lead times and notices"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->closures_button), "events.closures");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (file), "events.file-closure");
  gtk_widget_add_css_class (bar, "list-bar");
  gtk_box_append (GTK_BOX (bar), self->closures_button);
  gtk_box_append (GTK_BOX (bar), file);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  return box;
}

static GtkWidget *
board_new (MappeEventsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *board = GTK_WIDGET (self->board);

  gtk_widget_set_margin_top (board, MARGIN);
  gtk_widget_set_margin_bottom (board, 2 * MARGIN);
  gtk_widget_set_margin_start (board, MARGIN);
  gtk_widget_set_margin_end (board, MARGIN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), board);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
mappe_events_page_constructed (GObject *object)
{
  MappeEventsPage *self = MAPPE_EVENTS_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (mappe_events_page_parent_class)->constructed (object);
  self->list = MAPPE_PAGE (mappe_list_page_new (store, mappe_page_get_name (MAPPE_PAGE (self)), &mappe_event_kind));
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->list), &mappe_road_closure_kind);
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->list), &mappe_debrief_finding_kind);
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->list), &mappe_event_series_kind);
  self->view = MAPPE_EVENT_VIEW (mappe_event_view_new (store));
  self->board = MAPPE_CLOSURE_BOARD (mappe_closure_board_new (store));
  gtk_stack_add_named (self->stack, list_new (self), LIST);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), EVENT);
  gtk_stack_add_named (self->stack, board_new (self), CLOSURES);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.file-closure",
                                 mappe_store_get_state (store) == MAPPE_STORE_WRITABLE);
  g_object_bind_property (self, "icon-name", self->list, "icon-name", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->list, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "loaded", G_CALLBACK (board_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
}

static void
mappe_events_page_class_init (MappeEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_events_page_constructed;
  widget_class->grab_focus = mappe_events_page_grab_focus;
  page_class->open_record = mappe_events_page_open_record;
  page_class->new_record = mappe_events_page_new_record;
  page_class->focus_filter = mappe_events_page_focus_filter;
  page_class->save = mappe_events_page_save;
  page_class->delete_selected = mappe_events_page_delete_selected;
  page_class->print = mappe_events_page_print;
  page_class->can_close = mappe_events_page_can_close;
  page_class->go_back = mappe_events_page_go_back;
  page_class->get_state = mappe_events_page_get_state;
  page_class->set_state = mappe_events_page_set_state;
  page_class->get_record = mappe_events_page_get_record;
  gtk_widget_class_install_action (widget_class, "events.closures", NULL, closures_cb);
  gtk_widget_class_install_action (widget_class, "events.file-closure", NULL, file_cb);
}

static void
mappe_events_page_init (MappeEventsPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_events_page_new: Returns: (transfer floating): the page, showing its lists */
GtkWidget *
mappe_events_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_EVENTS_PAGE, "store", store, "page-name", page_name, NULL);
}
