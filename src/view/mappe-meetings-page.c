/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meetings-page.h"

#include "mappe-agenda-item.h"
#include "mappe-list-page.h"
#include "mappe-meeting-view.h"
#include "mappe-meeting.h"
#include "mappe-new-meeting.h"
#include "mappe-sitting-acts.h"

#define LIST "list"
#define MEETING "meeting"

struct _MappeMeetingsPage {
  MappePage parent_instance;

  GtkStack         *stack;
  MappePage        *list;
  MappeMeetingView *view;
};

G_DEFINE_FINAL_TYPE (MappeMeetingsPage, mappe_meetings_page, MAPPE_TYPE_PAGE)

static gboolean
in_meeting (MappeMeetingsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), MEETING) == 0;
}

/* Name of the kind whose list is in front. */
static const char *
front_kind (MappeMeetingsPage *self)
{
  const MappeKind *kind;

  mappe_page_get_record (self->list, &kind);
  return kind != NULL ? kind->name : "meeting";
}

static void
update_back (MappeMeetingsPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), in_meeting (self) || mappe_page_get_back_visible (self->list));
}

static void
update_projected (MappeMeetingsPage *self)
{
  mappe_page_set_projected (MAPPE_PAGE (self), in_meeting (self)
                            && g_strcmp0 (mappe_steps_view_get_step (MAPPE_STEPS_VIEW (self->view)), "sitting") == 0);
}

/* The window says which meeting is open; the list keeps the title of the page. */
static void
update_title (MappeMeetingsPage *self)
{
  const char *title = in_meeting (self) ? mappe_steps_view_get_title (MAPPE_STEPS_VIEW (self->view)) : NULL;

  mappe_page_set_title (MAPPE_PAGE (self), title != NULL ? title : mappe_page_get_title (self->list));
}

static void
title_cb (MappeMeetingsPage *self)
{
  if (!in_meeting (self))
    mappe_page_set_title (self->list, mappe_page_get_title (MAPPE_PAGE (self)));
}

static void
show_meeting (MappeMeetingsPage *self, gint64 id, const char *step)
{
  mappe_steps_view_show (MAPPE_STEPS_VIEW (self->view), id, step);
  gtk_stack_set_visible_child_name (self->stack, MEETING);
  update_back (self);
  update_projected (self);
  update_title (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_list (MappeMeetingsPage *self)
{
  mappe_steps_view_leave (MAPPE_STEPS_VIEW (self->view));
  gtk_stack_set_visible_child_name (self->stack, LIST);
  update_back (self);
  update_projected (self);
  update_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- MappePage --- */

static gboolean
mappe_meetings_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (kind == &mappe_meeting_kind)
    {
      /* Behind the meeting, the list stands at the same one. */
      mappe_page_open_record (self->list, kind, id);
      show_meeting (self, id, NULL);
      return TRUE;
    }
  if (!mappe_page_open_record (self->list, kind, id))
    return FALSE;
  if (in_meeting (self))
    show_list (self);
  return TRUE;
}

static void
show_agenda (MappeMeetingsPage *self, gint64 meeting)
{
  show_meeting (self, meeting, "agenda");
  mappe_steps_view_focus (MAPPE_STEPS_VIEW (self->view));
}

static void
item_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeMeetingsPage) self = data;
  g_autoptr (MappeRow) item = mappe_store_load_finish (MAPPE_STORE (source), result, NULL);

  if (item != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    show_agenda (self, mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING));
}

/* A new item is typed on an agenda, which gives it place, number and part: that of the meeting it is for, or of the
 * item selected in the list. */
static gboolean
new_item (MappeMeetingsPage *self, MappeRow *preset)
{
  gint64 meeting = preset != NULL ? mappe_row_get_int (preset, MAPPE_AGENDA_ITEM_MEETING) : 0;
  const MappeKind *kind = NULL;
  gint64 item = mappe_page_get_record (self->list, &kind);

  if (meeting > 0 || in_meeting (self))
    show_agenda (self, meeting > 0 ? meeting : mappe_steps_view_get_id (MAPPE_STEPS_VIEW (self->view)));
  else if (preset == NULL && item > 0 && kind == &mappe_agenda_item_kind)
    mappe_store_load_async (mappe_page_get_store (MAPPE_PAGE (self)), kind, item, NULL, item_loaded_cb,
                            g_object_ref (self));
  else
    return FALSE;
  return TRUE;
}

static gboolean
mappe_meetings_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (kind == NULL && in_meeting (self) && mappe_meeting_view_front (self->view) != NULL &&
      mappe_meeting_step_add (mappe_meeting_view_front (self->view)))
    return TRUE;
  /* A meeting is planned by its body and its date; everything else follows from them. */
  if (kind == &mappe_meeting_kind || (kind == NULL && g_strcmp0 (front_kind (self), "agenda-item") != 0))
    {
      gint64 body = preset != NULL ? mappe_row_get_int (preset, MAPPE_MEETING_BODY) : 0;

      mappe_new_meeting_run (GTK_WIDGET (self), mappe_page_get_store (page), body, 0);
      return TRUE;
    }
  if ((kind == NULL || kind == &mappe_agenda_item_kind) && new_item (self, preset))
    return TRUE;
  if (!mappe_page_new_record (self->list, kind, preset))
    return FALSE;
  if (in_meeting (self))
    show_list (self);
  return TRUE;
}

static void
mappe_meetings_page_focus_filter (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (in_meeting (self) && mappe_meeting_view_front (self->view) != NULL)
    mappe_meeting_step_focus_filter (mappe_meeting_view_front (self->view));
  else
    mappe_page_focus_filter (self->list);
}

static void
mappe_meetings_page_save (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (in_meeting (self))
    mappe_steps_view_leave (MAPPE_STEPS_VIEW (self->view));
  else
    mappe_page_save (self->list);
}

static void
mappe_meetings_page_delete_selected (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (in_meeting (self) && mappe_meeting_view_front (self->view) != NULL)
    mappe_meeting_step_delete_selected (mappe_meeting_view_front (self->view));
  else
    mappe_page_delete_selected (self->list);
}

static void
mappe_meetings_page_print (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (in_meeting (self) && mappe_meeting_view_front (self->view) != NULL)
    mappe_meeting_step_print (mappe_meeting_view_front (self->view));
}

static gboolean
mappe_meetings_page_can_close (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  mappe_steps_view_leave (MAPPE_STEPS_VIEW (self->view));
  return mappe_page_can_close (self->list);
}

static gboolean
mappe_meetings_page_go_back (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (!in_meeting (self))
    return mappe_page_go_back (self->list);
  show_list (self);
  return TRUE;
}

/* "meeting 5 agenda", or what the list says. */
static char *
mappe_meetings_page_get_state (MappePage *page)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);
  const char *step = mappe_steps_view_get_step (MAPPE_STEPS_VIEW (self->view));

  if (!in_meeting (self))
    return mappe_page_get_state (self->list);
  return g_strdup_printf (MEETING ":%" G_GINT64_FORMAT ":%s", mappe_steps_view_get_id (MAPPE_STEPS_VIEW (self->view)),
                          step != NULL ? step : "");
}

static void
mappe_meetings_page_set_state (MappePage *page, const char *state)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  gint64 id;

  if (g_strv_length (parts) != 3 || !g_str_equal (parts[0], MEETING))
    {
      mappe_page_set_state (self->list, state);
      return;
    }
  id = g_ascii_strtoll (parts[1], NULL, 10);
  if (id > 0)
    show_meeting (self, id, *parts[2] != '\0' ? parts[2] : NULL);
}

static gint64
mappe_meetings_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (page);

  if (!in_meeting (self))
    return mappe_page_get_record (self->list, kind);
  *kind = &mappe_meeting_kind;
  return mappe_steps_view_get_id (MAPPE_STEPS_VIEW (self->view));
}

static gboolean
mappe_meetings_page_grab_focus (GtkWidget *widget)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (widget);

  if (!in_meeting (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  mappe_steps_view_focus (MAPPE_STEPS_VIEW (self->view));
  return TRUE;
}

/* Whether the sitting is in front and goes on: in the room, nobody leaves it by a key too many. */
static gboolean
in_sitting (MappeMeetingsPage *self)
{
  MappeMeetingStep *step = mappe_meeting_view_front (self->view);
  const MappeSitting *sitting = step != NULL ? mappe_meeting_step_get_sitting (step) : NULL;

  return sitting != NULL && g_strcmp0 (mappe_steps_view_get_step (MAPPE_STEPS_VIEW (self->view)), "sitting") == 0
         && mappe_sitting_state (sitting) == MAPPE_SITTING_RUNNING;
}

/* Where text is typed, Escape does not leave: it would be pressed for the text. */
static gboolean
key_cb (MappeMeetingsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (keyval != GDK_KEY_Escape || !in_meeting (self))
    return FALSE;
  if (in_sitting (self) || (focus != NULL && (GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus))))
    {
      mappe_steps_view_focus (MAPPE_STEPS_VIEW (self->view));
      return TRUE;
    }
  show_list (self);
  return TRUE;
}

/* --- GObject --- */

static void
mappe_meetings_page_constructed (GObject *object)
{
  MappeMeetingsPage *self = MAPPE_MEETINGS_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (mappe_meetings_page_parent_class)->constructed (object);
  self->list = MAPPE_PAGE (mappe_list_page_new (store, mappe_page_get_name (MAPPE_PAGE (self)), &mappe_meeting_kind));
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->list), &mappe_agenda_item_kind);
  self->view = MAPPE_MEETING_VIEW (mappe_meeting_view_new (store));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), LIST);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), MEETING);
  g_object_bind_property (self, "icon-name", self->list, "icon-name", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->list, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  g_signal_connect_object (self->view, "step-changed", G_CALLBACK (update_projected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
}

static void
mappe_meetings_page_class_init (MappeMeetingsPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_meetings_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_meetings_page_grab_focus;
  page_class->open_record = mappe_meetings_page_open_record;
  page_class->new_record = mappe_meetings_page_new_record;
  page_class->focus_filter = mappe_meetings_page_focus_filter;
  page_class->save = mappe_meetings_page_save;
  page_class->delete_selected = mappe_meetings_page_delete_selected;
  page_class->print = mappe_meetings_page_print;
  page_class->can_close = mappe_meetings_page_can_close;
  page_class->go_back = mappe_meetings_page_go_back;
  page_class->get_state = mappe_meetings_page_get_state;
  page_class->set_state = mappe_meetings_page_set_state;
  page_class->get_record = mappe_meetings_page_get_record;
}

static void
mappe_meetings_page_init (MappeMeetingsPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_meetings_page_new: Returns: (transfer floating): the page, showing its list */
GtkWidget *
mappe_meetings_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_MEETINGS_PAGE, "store", store, "page-name", page_name, NULL);
}
