/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-decisions-page.h"

#include <glib/gi18n.h>

#include "mappe-decision-tasks.h"
#include "mappe-decision.h"
#include "mappe-detail.h"
#include "mappe-follow-up-pane.h"
#include "mappe-list-page.h"
#include "mappe-new-dates.h"
#include "mappe-split.h"
#include "mappe-task.h"

#define FOLLOW_UP "follow-up"
#define RECORDS "records"

struct _MappeDecisionsPage {
  MappePage parent_instance;

  GtkStack          *stack;
  MappeSplit        *split;
  MappeFollowUpPane *pane;
  MappeDetail       *detail;
  MappeNewDates     *dates;
  MappeDecisionTasks *tasks;
  MappePage         *records;
  GtkWidget         *records_bin;  /* filled when it is first seen */
};

G_DEFINE_FINAL_TYPE (MappeDecisionsPage, mappe_decisions_page, MAPPE_TYPE_PAGE)

static gboolean
in_records (MappeDecisionsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), RECORDS) == 0 && self->records != NULL;
}

static void
update_back (MappeDecisionsPage *self)
{
  gboolean inside = mappe_split_get_collapsed (self->split) && mappe_split_get_show_content (self->split);

  mappe_page_set_back_visible (MAPPE_PAGE (self),
                               in_records (self) ? mappe_page_get_back_visible (self->records) : inside);
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

static void
make_records (MappeDecisionsPage *self)
{
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));

  if (self->records != NULL)
    return;
  self->records = MAPPE_PAGE (mappe_list_page_new (store, mappe_page_get_name (MAPPE_PAGE (self)),
                                                   &mappe_decision_kind));
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->records), &mappe_task_kind);
  mappe_page_set_icon_name (self->records, mappe_page_get_icon_name (MAPPE_PAGE (self)));
  g_signal_connect_object (self->records, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->records_bin), GTK_WIDGET (self->records));
}

static void
switched_cb (MappeDecisionsPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), RECORDS) == 0)
    make_records (self);
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

static gboolean
mappe_decisions_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (kind != &mappe_decision_kind && kind != &mappe_task_kind)
    return FALSE;
  /* A task of a decision stands beneath it in the follow-up; it has a line of its own among the records. */
  if (kind == &mappe_task_kind)
    {
      gtk_stack_set_visible_child_name (self->stack, RECORDS);
      return mappe_page_open_record (self->records, kind, id);
    }
  gtk_stack_set_visible_child_name (self->stack, FOLLOW_UP);
  mappe_follow_up_pane_select (self->pane, kind, id);
  mappe_detail_show (self->detail, kind, id);
  mappe_new_dates_show (self->dates, kind, id);
  mappe_decision_tasks_show (self->tasks, kind, id);
  mappe_split_set_show_content (self->split, TRUE);
  return TRUE;
}

static gboolean
mappe_decisions_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  /* A decision is made in a sitting; what is noted on this page is a task. */
  if (kind == NULL)
    kind = &mappe_task_kind;
  if (kind != &mappe_decision_kind && kind != &mappe_task_kind)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, RECORDS);
  return mappe_page_new_record (self->records, kind, preset);
}

static void
mappe_decisions_page_focus_filter (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (in_records (self))
    mappe_page_focus_filter (self->records);
  else
    mappe_follow_up_pane_focus_filter (self->pane);
}

static void
mappe_decisions_page_save (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (in_records (self))
    mappe_page_save (self->records);
  else
    mappe_detail_save (self->detail);
}

static void
mappe_decisions_page_delete_selected (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (in_records (self))
    mappe_page_delete_selected (self->records);
  else if (mappe_detail_get_id (self->detail) > 0)
    mappe_detail_delete (self->detail);
}

static void
mappe_decisions_page_print (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (!in_records (self))
    mappe_follow_up_pane_print (self->pane);
}

static gboolean
mappe_decisions_page_can_close (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  mappe_detail_leave (self->detail);
  return self->records == NULL || mappe_page_can_close (self->records);
}

static gboolean
mappe_decisions_page_go_back (MappePage *page)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);

  if (in_records (self))
    return mappe_page_go_back (self->records);
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
  g_autofree char *records = in_records (self) ? mappe_page_get_state (self->records) : NULL;
  const MappeKind *kind;
  gint64 id = mappe_follow_up_pane_get_selected (self->pane, &kind);

  if (records != NULL)
    return g_steal_pointer (&records);
  return id > 0 ? g_strdup_printf (FOLLOW_UP ":%s:%" G_GINT64_FORMAT, kind->name, id) : NULL;
}

static void
mappe_decisions_page_set_state (MappePage *page, const char *state)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  const MappeKind *kind;

  if (!g_str_has_prefix (state, FOLLOW_UP ":"))
    {
      gtk_stack_set_visible_child_name (self->stack, RECORDS);
      mappe_page_set_state (self->records, state);
      return;
    }
  kind = g_strv_length (parts) == 3 ? mappe_kind_lookup (parts[1], NULL) : NULL;
  if (kind != NULL)
    mappe_follow_up_pane_select (self->pane, kind, g_ascii_strtoll (parts[2], NULL, 10));
}

static gint64
mappe_decisions_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (page);
  gint64 id = mappe_detail_get_id (self->detail);

  if (in_records (self))
    return mappe_page_get_record (self->records, kind);
  *kind = id > 0 ? mappe_detail_get_kind (self->detail) : NULL;
  return MAX (id, 0);
}

static gboolean
mappe_decisions_page_grab_focus (GtkWidget *widget)
{
  MappeDecisionsPage *self = MAPPE_DECISIONS_PAGE (widget);

  if (in_records (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->records));
  mappe_follow_up_pane_focus_list (self->pane);
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
  page_class->new_record = mappe_decisions_page_new_record;
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->split = MAPPE_SPLIT (mappe_split_new ());
  self->records_bin = adw_bin_new ();
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->split), FOLLOW_UP, _("Follow-up"));
  gtk_stack_add_titled (self->stack, self->records_bin, RECORDS, _("Lists"));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "list-switcher");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Views of this page"),
                                  -1);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/** mappe_decisions_page_new: Returns: (transfer floating): the page, showing the follow-up */
GtkWidget *
mappe_decisions_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_DECISIONS_PAGE, "store", store, "page-name", page_name, NULL);
}
