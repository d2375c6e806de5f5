/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcomes-page.h"

#include <glib/gi18n.h>

#include "mappe-evaluation-view.h"
#include "mappe-focus-child.h"
#include "mappe-measure.h"
#include "mappe-outcome-report.h"
#include "mappe-outcomes-list.h"

#define LIST "list"
#define EVALUATION "evaluation"

struct _MappeOutcomesPage {
  MappePage parent_instance;

  GtkStack            *stack;
  MappeOutcomesList   *list;
  MappeEvaluationView *view;
  char                *title;       /* of the page with its list in front */
  gboolean             want_focus;  /* as soon as the evaluation is read */
};

G_DEFINE_FINAL_TYPE (MappeOutcomesPage, mappe_outcomes_page, MAPPE_TYPE_PAGE)

static gboolean
in_evaluation (MappeOutcomesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), EVALUATION) == 0;
}

/* The window says which measure is open. */
static void
update_title (MappeOutcomesPage *self)
{
  const char *title = in_evaluation (self) ? mappe_evaluation_view_get_title (self->view) : NULL;

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
  if (self->want_focus && in_evaluation (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->want_focus = FALSE;
}

static void
show_evaluation (MappeOutcomesPage *self, const MappeKind *kind, gint64 id)
{
  self->want_focus = TRUE;
  mappe_evaluation_view_show (self->view, kind, id);
  gtk_stack_set_visible_child_name (self->stack, EVALUATION);
  mappe_page_set_back_visible (MAPPE_PAGE (self), TRUE);
  update_title (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_list (MappeOutcomesPage *self)
{
  const MappeKind *kind;
  gint64 id = mappe_evaluation_view_get (self->view, &kind);

  if (id > 0 && kind == &mappe_measure_kind)
    mappe_outcomes_list_select (self->list, id);
  self->want_focus = FALSE;
  gtk_stack_set_visible_child_name (self->stack, LIST);
  mappe_page_set_back_visible (MAPPE_PAGE (self), FALSE);
  update_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
opened_cb (MappeOutcomesPage *self, gint64 measure)
{
  show_evaluation (self, &mappe_measure_kind, measure);
}

/* --- MappePage --- */

static gboolean
mappe_outcomes_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  if (!mappe_outcome_report_allows (kind))
    return FALSE;
  show_evaluation (MAPPE_OUTCOMES_PAGE (page), kind, id);
  return TRUE;
}

static void
mappe_outcomes_page_focus_filter (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (in_evaluation (self))
    show_list (self);
  mappe_outcomes_list_focus_filter (self->list);
}

static void
mappe_outcomes_page_print (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (in_evaluation (self))
    mappe_evaluation_view_print (self->view);
  else
    mappe_outcomes_list_print (self->list);
}

static gboolean
mappe_outcomes_page_go_back (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  if (!in_evaluation (self))
    return FALSE;
  show_list (self);
  return TRUE;
}

/* "evaluation:measure:5", or the measure that is selected in the list. */
static char *
mappe_outcomes_page_get_state (MappePage *page)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);
  const MappeKind *kind = &mappe_measure_kind;
  gboolean inside = in_evaluation (self);
  gint64 id = inside ? mappe_evaluation_view_get (self->view, &kind) : mappe_outcomes_list_get_selected (self->list);

  return id > 0 ? g_strdup_printf ("%s:%s:%" G_GINT64_FORMAT, inside ? EVALUATION : LIST, kind->name, id) : NULL;
}

static void
mappe_outcomes_page_set_state (MappePage *page, const char *state)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  const MappeKind *kind = g_strv_length (parts) == 3 ? mappe_kind_lookup (parts[1], NULL) : NULL;
  gint64 id = kind != NULL ? g_ascii_strtoll (parts[2], NULL, 10) : 0;

  if (id <= 0 || !mappe_outcome_report_allows (kind))
    return;
  if (g_str_equal (parts[0], EVALUATION))
    show_evaluation (self, kind, id);
  else if (kind == &mappe_measure_kind)
    mappe_outcomes_list_select (self->list, id);
}

static gint64
mappe_outcomes_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (page);

  return in_evaluation (self) ? mappe_evaluation_view_get (self->view, kind) : 0;
}

static gboolean
mappe_outcomes_page_grab_focus (GtkWidget *widget)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (widget);

  return gtk_widget_grab_focus (in_evaluation (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->list));
}

static gboolean
key_cb (MappeOutcomesPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !in_evaluation (self))
    return GDK_EVENT_PROPAGATE;
  show_list (self);
  return GDK_EVENT_STOP;
}

/* --- GObject --- */

static void
mappe_outcomes_page_finalize (GObject *object)
{
  g_free (MAPPE_OUTCOMES_PAGE (object)->title);
  G_OBJECT_CLASS (mappe_outcomes_page_parent_class)->finalize (object);
}

static void
mappe_outcomes_page_constructed (GObject *object)
{
  MappeOutcomesPage *self = MAPPE_OUTCOMES_PAGE (object);
  MappeStore *store = mappe_page_get_store (MAPPE_PAGE (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (mappe_outcomes_page_parent_class)->constructed (object);
  self->list = MAPPE_OUTCOMES_LIST (mappe_outcomes_list_new (store));
  self->view = MAPPE_EVALUATION_VIEW (mappe_evaluation_view_new (store));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), LIST);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), EVALUATION);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
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

/** mappe_outcomes_page_new: Returns: (transfer floating): the page, showing all measures */
GtkWidget *
mappe_outcomes_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_OUTCOMES_PAGE, "store", store, "page-name", page_name, NULL);
}
