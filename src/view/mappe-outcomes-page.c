/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcomes-page.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-evaluation-view.h"
#include "mappe-focus-child.h"
#include "mappe-measure.h"
#include "mappe-outcome-map.h"
#include "mappe-outcome-pairing.h"
#include "mappe-outcome-report.h"
#include "mappe-outcomes-list.h"

#define LIST "list"
#define MAP "map"
#define FRONT "front"
#define EVALUATION "evaluation"
#define PAIRING "pairing"

struct _MappeOutcomesPage {
  MappePage parent_instance;

  GtkStack            *stack;       /* front, evaluation or pairing */
  GtkStack            *front;       /* measures or places */
  MappeOutcomesList   *list;
  MappeOutcomeMap     *map;
  MappeEvaluationView *view;
  MappeOutcomePairing *pairing;
  char                *title;       /* of the page with its list in front */
  gboolean             want_focus;  /* as soon as the evaluation is read */
};

G_DEFINE_FINAL_TYPE (MappeOutcomesPage, mappe_outcomes_page, MAPPE_TYPE_PAGE)

static gboolean
shows (MappeOutcomesPage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static gboolean
in_evaluation (MappeOutcomesPage *self)
{
  return shows (self, EVALUATION);
}

static gboolean
in_map (MappeOutcomesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->front), MAP) == 0;
}

/* What is in front: one of four. */
static GtkWidget *
front_widget (MappeOutcomesPage *self)
{
  if (in_evaluation (self))
    return GTK_WIDGET (self->view);
  if (shows (self, PAIRING))
    return GTK_WIDGET (self->pairing);
  return in_map (self) ? GTK_WIDGET (self->map) : GTK_WIDGET (self->list);
}

/* The window says which measure or place is open. */
static void
update_title (MappeOutcomesPage *self)
{
  const char *title = in_evaluation (self)    ? mappe_evaluation_view_get_title (self->view)
                      : shows (self, PAIRING) ? mappe_outcome_pairing_get_title (self->pairing) : NULL;

  mappe_page_set_title (MAPPE_PAGE (self), title != NULL ? title : self->title);
}

static void
title_cb (MappeOutcomesPage *self)
{
  if (self->title == NULL)
    self->title = g_strdup (mappe_page_get_title (MAPPE_PAGE (self)));
}

static void
loaded_cb (MappeOutcomesPage *self)
{
  update_title (self);
  if (self->want_focus && !shows (self, FRONT))
    gtk_widget_grab_focus (front_widget (self));
  self->want_focus = FALSE;
}

static void
show_inside (MappeOutcomesPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  mappe_page_set_back_visible (MAPPE_PAGE (self), TRUE);
  update_title (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_record (MappeOutcomesPage *self, const MappeKind *kind, gint64 id)
{
  self->want_focus = TRUE;
  if (kind == &mappe_area_kind)
    mappe_outcome_pairing_show (self->pairing, id);
  else
    mappe_evaluation_view_show (self->view, kind, id);
  show_inside (self, kind == &mappe_area_kind ? PAIRING : EVALUATION);
}

static void
show_front (MappeOutcomesPage *self)
{
  const MappeKind *kind;
  gint64 id = mappe_evaluation_view_get (self->view, &kind);

  if (shows (self, PAIRING))
    {
      mappe_outcome_map_select (self->map, mappe_outcome_pairing_get (self->pairing));
      gtk_stack_set_visible_child_name (self->front, MAP);
    }
  else if (in_evaluation (self) && id > 0 && kind == &mappe_measure_kind)
    {
      mappe_outcomes_list_select (self->list, id);
      gtk_stack_set_visible_child_name (self->front, LIST);
    }
  self->want_focus = FALSE;
  gtk_stack_set_visible_child_name (self->stack, FRONT);
  mappe_page_set_back_visible (MAPPE_PAGE (self), FALSE);
  update_title (self);
  gtk_widget_grab_focus (front_widget (self));
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
opened_cb (MappeOutcomesPage *self, gint64 measure)
{
  show_record (self, &mappe_measure_kind, measure);
}

static void
place_opened_cb (MappeOutcomesPage *self, gint64 area)
{
  show_record (self, &mappe_area_kind, area);
}

static void
turned_cb (MappeOutcomesPage *self)
{
  mappe_page_moved (MAPPE_PAGE (self));
}

/* --- MappePage --- */

static gboolean
mappe_outcomes_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  if (!mappe_outcomes_page_allows (kind))
    return FALSE;
  show_record (MAPPE_OUTCOMES_PAGE (page), kind, id);
  return TRUE;
}

static void
mappe_outcomes_page_focus_filter (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (!shows (self, FRONT))
    show_front (self);
  gtk_stack_set_visible_child_name (self->front, LIST);
  mappe_outcomes_list_focus_filter (self->list);
}

static void
mappe_outcomes_page_print (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (in_evaluation (self))
    mappe_evaluation_view_print (self->view);
  else if (shows (self, PAIRING))
    mappe_outcome_pairing_print (self->pairing);
  else if (in_map (self))
    mappe_outcome_map_print (self->map);
  else
    mappe_outcomes_list_print (self->list);
}

static gboolean
mappe_outcomes_page_go_back (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (shows (self, FRONT))
    return FALSE;
  show_front (self);
  return TRUE;
}

/* "evaluation:measure:5", "pairing:area:3", or what is selected in the front: "list:measure:5", "map:area:0". */
static char *
mappe_outcomes_page_get_state (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);
  const MappeKind *kind = &mappe_measure_kind;
  const char *name = in_map (self) ? MAP : LIST;
  gint64 id;

  if (!shows (self, FRONT))
    {
      id = mappe_page_get_record (page, &kind);
      name = gtk_stack_get_visible_child_name (self->stack);
    }
  else if (in_map (self))
    {
      kind = &mappe_area_kind;
      id = mappe_outcome_map_get_selected (self->map);
    }
  else
    id = mappe_outcomes_list_get_selected (self->list);
  return id > 0 || in_map (self) ? g_strdup_printf ("%s:%s:%" G_GINT64_FORMAT, name, kind->name, id) : NULL;
}

static void
set_front (MappeOutcomesPage *self, const char *name, const MappeKind *kind, gint64 id)
{
  if (g_str_equal (name, MAP) && kind == &mappe_area_kind)
    {
      gtk_stack_set_visible_child_name (self->front, MAP);
      mappe_outcome_map_select (self->map, id);
    }
  else if (g_str_equal (name, LIST) && kind == &mappe_measure_kind && id > 0)
    {
      gtk_stack_set_visible_child_name (self->front, LIST);
      mappe_outcomes_list_select (self->list, id);
    }
}

static void
mappe_outcomes_page_set_state (MappePage *page, const char *state)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  const MappeKind *kind = g_strv_length (parts) == 3 ? mappe_kind_lookup (parts[1], NULL) : NULL;
  gint64 id = kind != NULL ? g_ascii_strtoll (parts[2], NULL, 10) : 0;

  if (kind == NULL || !mappe_outcomes_page_allows (kind))
    return;
  if (id > 0 && g_str_equal (parts[0], kind == &mappe_area_kind ? PAIRING : EVALUATION))
    show_record (self, kind, id);
  else
    set_front (self, parts[0], kind, id);
}

static gint64
mappe_outcomes_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (in_evaluation (self))
    return mappe_evaluation_view_get (self->view, kind);
  if (!shows (self, PAIRING))
    return 0;
  *kind = &mappe_area_kind;
  return mappe_outcome_pairing_get (self->pairing);
}

static gboolean
mappe_outcomes_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (front_widget (MAPPE_OUTCOMES_PAGE (widget)));
}

static gboolean
key_cb (MappeOutcomesPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || shows (self, FRONT))
    return GDK_EVENT_PROPAGATE;
  show_front (self);
  return GDK_EVENT_STOP;
}

/* --- GObject --- */

static void
mappe_outcomes_page_finalize (GObject *object)
{
  g_free (MAPPE_OUTCOMES_PAGE (object)->title);
  G_OBJECT_CLASS (mappe_outcomes_page_parent_class)->finalize (object);
}

/* Measures | Places, above both. */
static GtkWidget *
make_front (MappeOutcomesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *switcher = gtk_stack_switcher_new ();

  self->front = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->front, FALSE);
  gtk_stack_set_vhomogeneous (self->front, FALSE);
  gtk_stack_add_titled (self->front, GTK_WIDGET (self->list), LIST, _("Measures"));
  gtk_stack_add_titled (self->front, GTK_WIDGET (self->map), MAP, _("Places"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->front);
  g_object_set (switcher, "halign", GTK_ALIGN_CENTER, "margin-top", 8, "margin-bottom", 2, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->front), TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->front));
  g_signal_connect_object (self->front, "notify::visible-child", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
add_escape (MappeOutcomesPage *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
mappe_outcomes_page_constructed (GObject *object)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));

  G_OBJECT_CLASS (mappe_outcomes_page_parent_class)->constructed (object);
  self->list = MAPPE_OUTCOMES_LIST (mappe_outcomes_list_new (store));
  self->map = MAPPE_OUTCOME_MAP (mappe_outcome_map_new (store));
  self->view = MAPPE_EVALUATION_VIEW (mappe_evaluation_view_new (store));
  self->pairing = MAPPE_OUTCOME_PAIRING (mappe_outcome_pairing_new (store));
  gtk_stack_add_named (self->stack, make_front (self), FRONT);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), EVALUATION);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pairing), PAIRING);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "opened", G_CALLBACK (place_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pairing, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  add_escape (self, GTK_WIDGET (self->view));
  add_escape (self, GTK_WIDGET (self->pairing));
}

/* What an outcome begins with is an indicator. */
static gboolean
mappe_outcomes_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  if (kind != NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (page), "win.new-record", "(ssx)", "indicator", "", (gint64) 0);
  return TRUE;
}

static void
mappe_outcomes_page_class_init (MappeOutcomesPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_outcomes_page_finalize;
  G_OBJECT_CLASS (klass)->constructed = mappe_outcomes_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_outcomes_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  page_class->open_record = mappe_outcomes_page_open_record;
  page_class->new_record = mappe_outcomes_page_new_record;
  page_class->focus_filter = mappe_outcomes_page_focus_filter;
  page_class->print = mappe_outcomes_page_print;
  page_class->go_back = mappe_outcomes_page_go_back;
  page_class->get_state = mappe_outcomes_page_get_state;
  page_class->set_state = mappe_outcomes_page_set_state;
  page_class->get_record = mappe_outcomes_page_get_record;
}

static void
mappe_outcomes_page_init (MappeOutcomesPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_outcomes_page_allows: Returns: whether the page can show what is known of records of @kind */
gboolean
mappe_outcomes_page_allows (const MappeKind *kind)
{
  return kind == &mappe_area_kind || mappe_outcome_report_allows (kind);
}

/** mappe_outcomes_page_new: Returns: (transfer floating): the page, showing all measures */
GtkWidget *
mappe_outcomes_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_OUTCOMES_PAGE, "store", store, "page-name", page_name, NULL);
}
