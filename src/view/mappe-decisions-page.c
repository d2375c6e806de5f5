/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-decisions-page.h"

#include <glib/gi18n.h>

#include "mappe-decision-tasks.h"
#include "mappe-decision.h"
#include "mappe-detail.h"
#include "mappe-follow-up-pane.h"
#include "mappe-new-dates.h"
#include "mappe-split.h"
#include "mappe-switch-page.h"
#include "mappe-task.h"

#define FOLLOW_UP "follow-up"

struct _MappeDecisionsPage {
  MappePage parent_instance;

  MappeSplit        *split;
  MappeFollowUpPane *pane;
  MappeDetail       *detail;
  MappeNewDates     *dates;
  MappeDecisionTasks *tasks;
};

G_DEFINE_FINAL_TYPE (MappeDecisionsPage, mappe_decisions_page, MAPPE_TYPE_PAGE)

static void
update_back (MappeDecisionsPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), mappe_split_get_collapsed (self->split)
                                                  && mappe_split_get_show_content (self->split));
}

/* The split collapses while places are given out, when no column may come or go. */
static gboolean
narrow_cb (gpointer pane)
{
  GtkWidget *split = gtk_widget_get_ancestor (pane, MAPPE_TYPE_SPLIT);

  if (split != NULL)
    mappe_follow_up_pane_set_narrow (pane, !mappe_split_get_collapsed (MAPPE_SPLIT (split)));
  return G_SOURCE_REMOVE;
}

static void
collapsed_cb (MappeDecisionsPage *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, g_object_ref (self->pane), g_object_unref);
  update_back (self);
}

/* --- follow-up --- */

static void
selected_cb (MappeDecisionsPage *self)
{
  const MappeKind *kind;
  gint64 id = mappe_follow_up_pane_get_selected (self->pane, &kind);

  if (id == 0 || (mappe_detail_get_kind (self->detail) == kind && mappe_detail_get_id (self->detail) == id))
    return;
  mappe_detail_show (self->detail, kind, id);
  mappe_new_dates_show (self->dates, kind, id);
  mappe_decision_tasks_show (self->tasks, kind, id);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
opened_cb (MappeDecisionsPage *self)
{
  selected_cb (self);
  mappe_split_set_show_content (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static gboolean
escape_cb (MappeDecisionsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  mappe_split_set_show_content (self->split, FALSE);
  mappe_follow_up_pane_focus_list (self->pane);
  return TRUE;
}

/* --- MappePage --- */

/* A task of a decision stands beneath it in the follow-up; it has a line of its own in the lists. */
static gboolean
mappe_decisions_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (kind != &mappe_decision_kind)
    return FALSE;
  mappe_follow_up_pane_select (self->pane, kind, id);
  mappe_detail_show (self->detail, kind, id);
  mappe_new_dates_show (self->dates, kind, id);
  mappe_decision_tasks_show (self->tasks, kind, id);
  mappe_split_set_show_content (self->split, TRUE);
  return TRUE;
}

static void
mappe_decisions_page_focus_filter (MappePage *page)
{
  mappe_follow_up_pane_focus_filter (MAPPE_DECISIONS_PAGE (page)->pane);
}

static void
mappe_decisions_page_save (MappePage *page)
{
  mappe_detail_save (MAPPE_DECISIONS_PAGE (page)->detail);
}

static void
mappe_decisions_page_delete_selected (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (mappe_detail_get_id (self->detail) > 0)
    mappe_detail_delete (self->detail);
}

static void
mappe_decisions_page_print (MappePage *page)
{
  mappe_follow_up_pane_print (MAPPE_DECISIONS_PAGE (page)->pane);
}

static gboolean
mappe_decisions_page_can_close (MappePage *page)
{
  mappe_detail_leave (MAPPE_DECISIONS_PAGE (page)->detail);
  return TRUE;
}

static gboolean
mappe_decisions_page_go_back (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (!mappe_page_get_back_visible (page))
    return FALSE;
  mappe_split_set_show_content (self->split, FALSE);
  mappe_follow_up_pane_focus_list (self->pane);
  return TRUE;
}

static char *
mappe_decisions_page_get_state (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);
  const MappeKind *kind;
  gint64 id = mappe_follow_up_pane_get_selected (self->pane, &kind);

  return id > 0 ? g_strdup_printf (FOLLOW_UP ":%s:%" G_GINT64_FORMAT, kind->name, id) : NULL;
}

static void
mappe_decisions_page_set_state (MappePage *page, const char *state)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  const MappeKind *kind = g_strv_length (parts) == 3 ? mappe_kind_lookup (parts[1], NULL) : NULL;

  if (kind != NULL)
    mappe_follow_up_pane_select (self->pane, kind, g_ascii_strtoll (parts[2], NULL, 10));
}

static gint64
mappe_decisions_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);
  gint64 id = mappe_detail_get_id (self->detail);

  *kind = id > 0 ? mappe_detail_get_kind (self->detail) : NULL;
  return MAX (id, 0);
}

static gboolean
mappe_decisions_page_grab_focus (GtkWidget *widget)
{
  mappe_follow_up_pane_focus_list (MAPPE_DECISIONS_PAGE (widget)->pane);
  return TRUE;
}

/* --- GObject --- */

static GtkWidget *
make_content (MappeDecisionsPage *self, MappeStore *store)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->detail = mappe_detail_new (store);
  self->dates = MAPPE_NEW_DATES (mappe_new_dates_new (store));
  self->tasks = MAPPE_DECISION_TASKS (mappe_decision_tasks_new (store));
  gtk_widget_set_vexpand (GTK_WIDGET (self->detail), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tasks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
  return box;
}

static void
mappe_decisions_page_constructed (GObject *object)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));

  G_OBJECT_CLASS (mappe_decisions_page_parent_class)->constructed (object);
  self->pane = MAPPE_FOLLOW_UP_PANE (mappe_follow_up_pane_new (store));
  mappe_split_set_sidebar (self->split, GTK_WIDGET (self->pane));
  mappe_split_set_content (self->split, make_content (self, store));
  mappe_split_set_threshold (self->split, 900);
  mappe_split_set_position (self->split, 620);
  g_signal_connect_object (self->pane, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  collapsed_cb (self);
  g_signal_connect_object (self->split, "notify::show-content", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
}

static void
mappe_decisions_page_class_init (MappeDecisionsPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_decisions_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_decisions_page_grab_focus;
  page_class->open_record = mappe_decisions_page_open_record;
  page_class->focus_filter = mappe_decisions_page_focus_filter;
  page_class->save = mappe_decisions_page_save;
  page_class->delete_selected = mappe_decisions_page_delete_selected;
  page_class->print = mappe_decisions_page_print;
  page_class->can_close = mappe_decisions_page_can_close;
  page_class->go_back = mappe_decisions_page_go_back;
  page_class->get_state = mappe_decisions_page_get_state;
  page_class->set_state = mappe_decisions_page_set_state;
  page_class->get_record = mappe_decisions_page_get_record;
}

static void
mappe_decisions_page_init (MappeDecisionsPage *self)
{
  self->split = MAPPE_SPLIT (mappe_split_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->split));
}

/** mappe_decisions_page_new: Returns: (transfer floating): the page with its lists, showing the follow-up */
GtkWidget *
mappe_decisions_page_new (MappeStore *store, const char *page_name)
{
  MappePage *own = g_object_new (MAPPE_TYPE_DECISIONS_PAGE, "store", store, "page-name", page_name, NULL);
  GtkWidget *page = mappe_switch_page_new (own, FOLLOW_UP, _("Follow-up"), _("Lists"));

  /* A decision is made in a sitting; what is noted on this page is a task. */
  mappe_switch_page_set_new_kind (MAPPE_SWITCH_PAGE (page), &mappe_task_kind);
  return page;
}
