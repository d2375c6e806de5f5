/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-sheets.h"
#include "mappe-reveal.h"

#include <math.h>

#define GAP 16                    /* around each sheet */
#define SHADOW 6
#define LEAST_WIDTH 160
#define PIXELS_A_POINT (96.0 / 72.0)
#define WIDEST 1.5                /* of the size of the paper, as long as the width of the view decides */
#define MOST_KEPT (24 * 1000000)  /* pixels of all pages that are kept: 96 MB */
#define LEAST_DRAG 3              /* pixels; less is a click */

/** Sheet: a page that was drawn */
typedef struct {
  GdkTexture *texture;
  double      scale;  /* pixels a point that it was drawn for */
} Sheet;

struct _MappeAttachmentSheets {
  GtkWidget        parent_instance;

  MappeAttachment *file;          /* NULL: nothing to show */
  GArray          *above;         /* double: points of all pages above each page; one more for the end */
  double           widest;        /* page, in points */
  double           zoom;          /* 1 is the size of the paper; 0: as wide as the view */
  GHashTable      *drawn;         /* page + 1 → Sheet */
  GCancellable    *cancellable;   /* of what is done on threads for this file */
  gboolean         drawing;
  GArray          *marks;         /* (nullable): MappeAttachmentMark */
  guint            mark;          /* the one to be seen */
  guint            from_page;     /* of the selection */
  MappeAttachmentBox from_to, wanted;
  gboolean         selecting, again;
  GArray          *selected;      /* (nullable): MappeAttachmentBox */
  char            *selection;
};

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeAttachmentSheets, mappe_attachment_sheets, GTK_TYPE_WIDGET)

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_object_unref (sheet->texture);
  g_free (sheet);
}

/* --- where pages are --- */

static guint
n_pages (MappeAttachmentSheets *self)
{
  return self->file != NULL ? mappe_attachment_n_pages (self->file) : 0;
}

/* Pixels a point when the widget is @width wide. */
static double
scale_for (MappeAttachmentSheets *self, double width)
{
  if (self->zoom > 0)
    return self->zoom * PIXELS_A_POINT;
  return CLAMP ((width - 2 * GAP) / MAX (self->widest, 1), 0.05, WIDEST * PIXELS_A_POINT);
}

static double
scale_now (MappeAttachmentSheets *self)
{
  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static double
top_of (MappeAttachmentSheets *self, guint page, double scale)
{
  return GAP + g_array_index (self->above, double, page) * scale + page * GAP;
}

static void
sheet_of (MappeAttachmentSheets *self, guint page, graphene_rect_t *sheet)
{
  double scale = scale_now (self), width, height;

  mappe_attachment_page_size (self->file, page, &width, &height);
  *sheet = GRAPHENE_RECT_INIT ((float) MAX (GAP, (gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2),
                               (float) top_of (self, page, scale), (float) (width * scale), (float) (height * scale));
}

/** mappe_attachment_sheets_page_at: @y: in the widget. Returns: the page there, or the nearest above; from 0 */
guint
mappe_attachment_sheets_page_at (MappeAttachmentSheets *self, double y)
{
  double scale = scale_now (self);
  guint first = 0, end = n_pages (self);

  while (first + 1 < end)
    {
      guint middle = (first + end) / 2;

      if (top_of (self, middle, scale) <= y)
        first = middle;
      else
        end = middle;
    }
  return first;
}

/**
 * mappe_attachment_sheets_place:
 * @box: (nullable): a place on the page; %NULL for the whole page
 * @place: (out caller-allocates): where it is in the widget now
 */
void
mappe_attachment_sheets_place (MappeAttachmentSheets *self, guint page, const MappeAttachmentBox *box,
                               graphene_rect_t *place)
{
  double scale = scale_now (self);

  g_return_if_fail (page < n_pages (self));

  sheet_of (self, page, place);
  if (box != NULL)
    *place = GRAPHENE_RECT_INIT ((float) (place->origin.x + box->x * scale), (float) (place->origin.y + box->y * scale),
                                 (float) (box->width * scale), (float) (box->height * scale));
}

static void
visible_pages (MappeAttachmentSheets *self, guint *first, guint *last)
{
  double top, bottom;

  mappe_reveal_range (GTK_WIDGET (self), &top, &bottom);
  *first = mappe_attachment_sheets_page_at (self, top);
  *last = mappe_attachment_sheets_page_at (self, bottom);
}

/* --- drawing on a thread --- */

typedef struct {
  MappeAttachment *file;
  guint            page;
  double           scale;
  MappeAttachmentBox from_to;
  GArray          *boxes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mappe_attachment_unref (job->file);
  g_clear_pointer (&job->boxes, g_array_unref);
  g_free (job);
}

static GTask *
task_new (MappeAttachmentSheets *self, guint page, GAsyncReadyCallback callback, Job **job)
{
  GTask *task = g_task_new (self, self->cancellable, callback, NULL);

  *job = g_new0 (Job, 1);
  (*job)->file = mappe_attachment_ref (self->file);
  (*job)->page = page;
  g_task_set_source_tag (task, task_new);
  g_task_set_task_data (task, *job, job_free);
  return task;
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, mappe_attachment_render (job->file, job->page, job->scale),
                         (GDestroyNotify) cairo_surface_destroy);
}

static gsize
pixels_of (const Sheet *sheet)
{
  return (gsize) gdk_texture_get_width (sheet->texture) * (gsize) gdk_texture_get_height (sheet->texture);
}

/** mappe_attachment_sheets_get_kept: Returns: pixels of all pages that are kept */
gsize
mappe_attachment_sheets_get_kept (MappeAttachmentSheets *self)
{
  GHashTableIter iter;
  gpointer sheet;
  gsize sum = 0;

  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, NULL, &sheet))
    sum += pixels_of (sheet);
  return sum;
}

/* Lets go of the pages farthest from what is looked at. */
static void
keep_less (MappeAttachmentSheets *self)
{
  guint first, last;

  visible_pages (self, &first, &last);
  while (mappe_attachment_sheets_get_kept (self) > MOST_KEPT)
    {
      guint farthest = 0, distance = 0;
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->drawn);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          guint page = GPOINTER_TO_UINT (key) - 1;
          guint away = page < first ? first - page : page > last ? page - last : 0;

          if (away > distance)
            {
              farthest = GPOINTER_TO_UINT (key);
              distance = away;
            }
        }
      if (farthest == 0)
        return;
      g_hash_table_remove (self->drawn, GUINT_TO_POINTER (farthest));
    }
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guchar *pixels = cairo_image_surface_get_data (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (pixels, stride * (gsize) height, (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void draw_next (MappeAttachmentSheets *self);

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeAttachmentSheets *self = MAPPE_ATTACHMENT_SHEETS (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);
  Sheet *sheet;

  if (error != NULL)
    return;
  self->drawing = FALSE;
  if (surface == NULL)
    return;
  sheet = g_new0 (Sheet, 1);
  sheet->texture = texture_of (surface);
  sheet->scale = job->scale;
  g_hash_table_insert (self->drawn, GUINT_TO_POINTER (job->page + 1), sheet);
  keep_less (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  draw_next (self);
}

static double
scale_wanted (MappeAttachmentSheets *self)
{
  return scale_now (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static gboolean
is_missing (MappeAttachmentSheets *self, guint page)
{
  const Sheet *sheet = page < n_pages (self) ? g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (page + 1)) : NULL;

  return page < n_pages (self) && (sheet == NULL || fabs (sheet->scale - scale_wanted (self)) > 0.001);
}

/* One page at a time: what can be seen, then what comes next. */
static void
draw_next (MappeAttachmentSheets *self)
{
  g_autoptr (GTask) task = NULL;
  guint first, last, page;
  Job *job;

  if (self->drawing || n_pages (self) == 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  visible_pages (self, &first, &last);
  for (page = first; page <= last && !is_missing (self, page); page++)
    ;
  if (!is_missing (self, page))
    return;
  task = task_new (self, page, drawn_cb, &job);
  job->scale = scale_wanted (self);
  self->drawing = TRUE;
  g_task_run_in_thread (task, draw_thread);
}

/* --- on the screen --- */

static void
snapshot_boxes (MappeAttachmentSheets *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA found = { 1, 0.85, 0, 0.35 }, current = { 1, 0.5, 0, 0.55 }, chosen = { 0.2, 0.5, 1, 0.3 };
  graphene_rect_t place;

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const MappeAttachmentMark *mark = &g_array_index (self->marks, MappeAttachmentMark, i);

      if (mark->page != page)
        continue;
      mappe_attachment_sheets_place (self, page, &mark->box, &place);
      gtk_snapshot_append_color (snapshot, i == self->mark ? &current : &found, &place);
    }
  for (guint i = 0; self->selected != NULL && page == self->from_page && i < self->selected->len; i++)
    {
      mappe_attachment_sheets_place (self, page, &g_array_index (self->selected, MappeAttachmentBox, i), &place);
      gtk_snapshot_append_color (snapshot, &chosen, &place);
    }
}

static void
snapshot_page (MappeAttachmentSheets *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, shade = { 0, 0, 0, 0.35 }, edge = { 0.6, 0.6, 0.6, 1 };
  const Sheet *drawn = g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (page + 1));
  graphene_rect_t sheet;
  GskRoundedRect outline;

  sheet_of (self, page, &sheet);
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, SHADOW);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  if (drawn != NULL)
    gtk_snapshot_append_texture (snapshot, drawn->texture, &sheet);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
  snapshot_boxes (self, snapshot, page);
}

static void
mappe_attachment_sheets_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappeAttachmentSheets *self = MAPPE_ATTACHMENT_SHEETS (widget);
  guint first, last;

  if (n_pages (self) == 0)
    return;
  visible_pages (self, &first, &last);
  for (guint page = first; page <= last; page++)
    snapshot_page (self, snapshot, page);
  draw_next (self);
}

static GtkSizeRequestMode
mappe_attachment_sheets_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mappe_attachment_sheets_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  MappeAttachmentSheets *self = MAPPE_ATTACHMENT_SHEETS (widget);
  int sheet = (int) ceil (self->widest * scale_for (self, self->widest * PIXELS_A_POINT + 2 * GAP)) + 2 * GAP;
  double scale = scale_for (self, for_size < 0 ? sheet : for_size);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? sheet : LEAST_WIDTH;
      *natural = MAX (*minimum, sheet);
    }
  else
    *minimum = *natural = n_pages (self) > 0 ? (int) ceil (top_of (self, n_pages (self), scale)) : 0;
}

/* --- selecting text --- */

static void select_text (MappeAttachmentSheets *self);

static void
select_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, mappe_attachment_selection (job->file, job->page, &job->from_to, &job->boxes), g_free);
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeAttachmentSheets *self = MAPPE_ATTACHMENT_SHEETS (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text == NULL)
    return;
  self->selecting = FALSE;
  if (job->page == self->from_page)
    {
      g_clear_pointer (&self->selected, g_array_unref);
      self->selected = g_steal_pointer (&job->boxes);
      g_free (self->selection);
      self->selection = g_steal_pointer (&text);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_signal_emit (self, signals[SELECTED], 0);
    }
  if (self->again)
    select_text (self);
}

/* The newest wish, when the one before is done. */
static void
select_text (MappeAttachmentSheets *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->again = self->selecting;
  if (self->selecting)
    return;
  task = task_new (self, self->from_page, selected_cb, &job);
  job->from_to = self->wanted;
  self->selecting = TRUE;
  g_task_run_in_thread (task, select_thread);
}

static void
unselect (MappeAttachmentSheets *self)
{
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->selection, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
drag_begin_cb (MappeAttachmentSheets *self, double x, double y)
{
  graphene_rect_t sheet;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  unselect (self);
  if (n_pages (self) == 0)
    return;
  self->from_page = mappe_attachment_sheets_page_at (self, y);
  sheet_of (self, self->from_page, &sheet);
  self->from_to = (MappeAttachmentBox) { (x - sheet.origin.x) / scale_now (self),
                                         (y - sheet.origin.y) / scale_now (self), 0, 0 };
}

static void
drag_update_cb (MappeAttachmentSheets *self, double dx, double dy)
{
  if (n_pages (self) == 0 || mappe_attachment_is_picture (self->file) || (fabs (dx) + fabs (dy)) < LEAST_DRAG)
    return;
  self->wanted = self->from_to;
  self->wanted.width = dx / scale_now (self);
  self->wanted.height = dy / scale_now (self);
  select_text (self);
}

/* --- widget --- */

static void
forget (MappeAttachmentSheets *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, mappe_attachment_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->selection, g_free);
  g_hash_table_remove_all (self->drawn);
  self->drawing = self->selecting = self->again = FALSE;
}

static void
mappe_attachment_sheets_dispose (GObject *object)
{
  forget (MAPPE_ATTACHMENT_SHEETS (object));
  G_OBJECT_CLASS (mappe_attachment_sheets_parent_class)->dispose (object);
}

static void
mappe_attachment_sheets_finalize (GObject *object)
{
  MappeAttachmentSheets *self = MAPPE_ATTACHMENT_SHEETS (object);

  g_hash_table_unref (self->drawn);
  g_array_unref (self->above);
  G_OBJECT_CLASS (mappe_attachment_sheets_parent_class)->finalize (object);
}

static void
mappe_attachment_sheets_class_init (MappeAttachmentSheetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_attachment_sheets_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_attachment_sheets_finalize;
  widget_class->snapshot = mappe_attachment_sheets_snapshot;
  widget_class->get_request_mode = mappe_attachment_sheets_get_request_mode;
  widget_class->measure = mappe_attachment_sheets_measure;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "papersheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mappe_attachment_sheets_init (MappeAttachmentSheets *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, sheet_free);
  self->above = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/** mappe_attachment_sheets_new: Returns: (transfer floating): no sheets yet, as wide as there is room */
GtkWidget *
mappe_attachment_sheets_new (void)
{
  return g_object_new (MAPPE_TYPE_ATTACHMENT_SHEETS, NULL);
}

/** mappe_attachment_sheets_set_file: @file: (nullable): what to show */
void
mappe_attachment_sheets_set_file (MappeAttachmentSheets *self, MappeAttachment *file)
{
  double sum = 0;

  g_return_if_fail (MAPPE_IS_ATTACHMENT_SHEETS (self));

  forget (self);
  self->file = file != NULL ? mappe_attachment_ref (file) : NULL;
  self->cancellable = g_cancellable_new ();
  self->widest = 0;
  g_array_set_size (self->above, 0);
  for (guint i = 0; i < n_pages (self); i++)
    {
      double width, height;

      mappe_attachment_page_size (file, i, &width, &height);
      g_array_append_val (self->above, sum);
      sum += height;
      self->widest = MAX (self->widest, width);
    }
  g_array_append_val (self->above, sum);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** mappe_attachment_sheets_set_zoom: @zoom: 1 for the size of the paper; 0 for as wide as the view */
void
mappe_attachment_sheets_set_zoom (MappeAttachmentSheets *self, double zoom)
{
  g_return_if_fail (MAPPE_IS_ATTACHMENT_SHEETS (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** mappe_attachment_sheets_get_zoom: Returns: how large it is shown now: 1 for the size of the paper */
double
mappe_attachment_sheets_get_zoom (MappeAttachmentSheets *self)
{
  g_return_val_if_fail (MAPPE_IS_ATTACHMENT_SHEETS (self), 1);

  return scale_now (self) / PIXELS_A_POINT;
}

/**
 * mappe_attachment_sheets_set_marks:
 * @marks: (nullable) (element-type MappeAttachmentMark): places that were found
 * @current: number of the one that is looked at
 */
void
mappe_attachment_sheets_set_marks (MappeAttachmentSheets *self, GArray *marks, guint current)
{
  g_return_if_fail (MAPPE_IS_ATTACHMENT_SHEETS (self));

  if (marks != NULL)
    g_array_ref (marks);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  self->mark = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** mappe_attachment_sheets_get_selection: Returns: (nullable): the text that is selected */
const char *
mappe_attachment_sheets_get_selection (MappeAttachmentSheets *self)
{
  g_return_val_if_fail (MAPPE_IS_ATTACHMENT_SHEETS (self), NULL);

  return self->selection != NULL && *self->selection != '\0' ? self->selection : NULL;
}
