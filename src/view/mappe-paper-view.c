/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-paper-view.h"

#include <glib/gi18n.h>

#include "mappe-focus-child.h"
#include "mappe-paper-sheets.h"
#include "mappe-writers.h"

#define ZOOM_STEP 1.2
#define ZOOM_LEAST 0.25
#define ZOOM_MOST 4.0
#define DESCRIPTION_WIDTH 100

struct _MappePaperView {
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller;
  MappePaperSheets  *sheets;
  MappeNode         *document;     /* still to be broken into pages */
  guint              layout_id;
  GCancellable      *cancellable;  /* of the document that is being broken into pages; NULL: none is */
};

G_DEFINE_FINAL_TYPE (MappePaperView, mappe_paper_view, GTK_TYPE_WIDGET)

/* --- layout --- */

typedef struct {
  MappeNode   *document;
  MappeLayout *layout;
  char        *text;
} Job;

static void
job_free (Job *job)
{
  mappe_node_free (job->document);
  mappe_layout_free (job->layout);
  g_free (job->text);
  g_free (job);
}

static void
layout_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  job->layout = mappe_layout_new (job->document, MAPPE_PAPER_WIDTH, MAPPE_PAPER_HEIGHT);
  job->text = mappe_write_text (job->document, DESCRIPTION_WIDTH);
  g_task_return_boolean (task, TRUE);
}

static void
show (MappePaperView *self, MappeLayout *layout, const char *title, const char *text)
{
  mappe_paper_sheets_set_layout (self->sheets, layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : _("Preview"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void begin_layout (MappePaperView *self);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappePaperView *self = data;
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Given up: the view may be gone. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->cancellable);
  show (self, g_steal_pointer (&job->layout), job->document->text, job->text);
  if (self->document != NULL)
    begin_layout (self);
}

/* A page takes milliseconds, so it is done on another thread; one document at a time, the newest when it is done. */
static gboolean
layout_cb (gpointer data)
{
  MappePaperView *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->layout_id = 0;
  if (self->document == NULL || self->cancellable != NULL)
    return G_SOURCE_REMOVE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, done_cb, self);
  g_task_set_source_tag (task, layout_cb);
  job = g_new0 (Job, 1);
  job->document = g_steal_pointer (&self->document);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, layout_thread);
  return G_SOURCE_REMOVE;
}

/* Behind the events that are due, so that of several documents set now only the last is worked on. */
static void
begin_layout (MappePaperView *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, layout_cb, self, NULL);
}

static void
give_up_layout (MappePaperView *self)
{
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* --- size --- */

static void
zoom_by (MappePaperView *self, double factor)
{
  double zoom = mappe_paper_sheets_get_zoom (self->sheets) * factor;

  mappe_paper_sheets_set_zoom (self->sheets, CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappePaperView *self = MAPPE_PAPER_VIEW (widget);
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    mappe_paper_sheets_set_zoom (self->sheets, 0);
  else
    zoom_by (self, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static gboolean
scroll_cb (MappePaperView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

/* --- keys --- */

static gboolean
key_cb (MappePaperView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double line = gtk_adjustment_get_step_increment (adjustment), page = gtk_adjustment_get_page_increment (adjustment);
  double to = gtk_adjustment_get_value (adjustment);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up: to -= line; break;
    case GDK_KEY_Down: to += line; break;
    case GDK_KEY_Page_Up: to -= page; break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space: to += page; break;
    case GDK_KEY_Home: to = 0; break;
    case GDK_KEY_End: to = gtk_adjustment_get_upper (adjustment); break;
    default: return GDK_EVENT_PROPAGATE;
    }
  gtk_adjustment_set_value (adjustment, to);
  return GDK_EVENT_STOP;
}

/* --- widget --- */

static gboolean
mappe_paper_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MAPPE_PAPER_VIEW (widget)->sheets));
}

static void
mappe_paper_view_dispose (GObject *object)
{
  MappePaperView *self = MAPPE_PAPER_VIEW (object);

  give_up_layout (self);
  g_clear_pointer (&self->document, mappe_node_free);
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scroller)));
  G_OBJECT_CLASS (mappe_paper_view_parent_class)->dispose (object);
}

static void
add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; int direction; } keys[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (widget_class, "paper.zoom", "i", zoom_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, "paper.zoom", "i",
                                         keys[i].direction);
}

static void
mappe_paper_view_class_init (MappePaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_paper_view_dispose;
  widget_class->grab_focus = mappe_paper_view_grab_focus;
  widget_class->focus = mappe_focus_child;
  add_zoom_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_controllers (MappePaperView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self->sheets), key);
}

static void
mappe_paper_view_init (MappePaperView *self)
{
  GtkAdjustment *adjustment;

  self->sheets = MAPPE_PAPER_SHEETS (mappe_paper_sheets_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheets));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
  /* The viewport scrolls to what takes the focus; the sheets are always higher than it. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)), FALSE);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self->sheets,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
}

/** mappe_paper_view_new: Returns: (transfer floating): a view without a document */
GtkWidget *
mappe_paper_view_new (void)
{
  return g_object_new (MAPPE_TYPE_PAPER_VIEW, NULL);
}

/**
 * mappe_paper_view_set_document:
 * @document: (transfer full) (nullable): what to show
 *
 * The place that is looked at stays, so that a document may be set again while it is being written.
 */
void
mappe_paper_view_set_document (MappePaperView *self, MappeNode *document)
{
  g_return_if_fail (MAPPE_IS_PAPER_VIEW (self));

  g_clear_pointer (&self->document, mappe_node_free);
  self->document = document;
  if (document != NULL)
    {
      begin_layout (self);
      return;
    }
  give_up_layout (self);
  show (self, NULL, NULL, "");
}

/** mappe_paper_view_get_n_pages: Returns: number of pages shown; 0 before the first document was broken into pages */
guint
mappe_paper_view_get_n_pages (MappePaperView *self)
{
  g_return_val_if_fail (MAPPE_IS_PAPER_VIEW (self), 0);

  return mappe_paper_sheets_get_n (self->sheets);
}
