/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-paper-sheets.h"
#include "mappe-reveal.h"

#define GAP 16              /* around each sheet */
#define SHADOW 6
#define LEAST_WIDTH 160
#define PIXELS_A_POINT (96.0 / 72.0)

struct _MappePaperSheets {
  GtkWidget    parent_instance;

  MappeLayout *layout;  /* NULL: nothing to show */
  GPtrArray   *drawn;   /* (element-type GskRenderNode) (nullable entries): pages drawn so far, a unit a point */
  double       zoom;    /* 1 is the size of the paper; 0: as wide as the view, at most 1 */
};

G_DEFINE_FINAL_TYPE (MappePaperSheets, mappe_paper_sheets, GTK_TYPE_WIDGET)

/* Pixels a point when the widget is @width wide. */
static double
scale_for (MappePaperSheets *self, double width)
{
  if (self->zoom > 0)
    return self->zoom * PIXELS_A_POINT;
  return CLAMP ((width - 2 * GAP) / MAPPE_PAPER_WIDTH, 0.1, PIXELS_A_POINT);
}

static double
height_for (MappePaperSheets *self, double scale)
{
  return GAP + mappe_paper_sheets_get_n (self) * (MAPPE_PAPER_HEIGHT * scale + GAP);
}

/* --- drawing --- */

/* Drawn once as a list of strokes, which any scale can use. */
static GskRenderNode *
page_node (MappePaperSheets *self, guint page)
{
  GskRenderNode *node = g_ptr_array_index (self->drawn, page);
  cairo_t *cr;

  if (node != NULL)
    return node;
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, MAPPE_PAPER_WIDTH, MAPPE_PAPER_HEIGHT));
  cr = gsk_cairo_node_get_draw_context (node);
  mappe_layout_draw (self->layout, page, cr);
  cairo_destroy (cr);
  g_ptr_array_index (self->drawn, page) = node;
  return node;
}

static void
snapshot_page (MappePaperSheets *self, GtkSnapshot *snapshot, guint page, double x, double y, double scale)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, shade = { 0, 0, 0, 0.35 }, edge = { 0.6, 0.6, 0.6, 1 };
  graphene_rect_t sheet = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (MAPPE_PAPER_WIDTH * scale),
                                              (float) (MAPPE_PAPER_HEIGHT * scale));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, SHADOW);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_snapshot_append_node (snapshot, page_node (self, page));
  gtk_snapshot_restore (snapshot);
}

static void
mappe_paper_sheets_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappePaperSheets *self = MAPPE_PAPER_SHEETS (widget);
  double width = gtk_widget_get_width (widget);
  double scale = scale_for (self, width);
  double x = MAX (GAP, (width - MAPPE_PAPER_WIDTH * scale) / 2);
  double top, bottom;

  mappe_reveal_range (GTK_WIDGET (self), &top, &bottom);
  for (guint i = 0; i < mappe_paper_sheets_get_n (self); i++)
    {
      double y = GAP + i * (MAPPE_PAPER_HEIGHT * scale + GAP);

      if (y <= bottom && y + MAPPE_PAPER_HEIGHT * scale + SHADOW >= top)
        snapshot_page (self, snapshot, i, x, y, scale);
    }
}

static GtkSizeRequestMode
mappe_paper_sheets_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mappe_paper_sheets_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  MappePaperSheets *self = MAPPE_PAPER_SHEETS (widget);
  int paper = (int) (MAPPE_PAPER_WIDTH * scale_for (self, G_MAXINT)) + 2 * GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? paper : LEAST_WIDTH;
      *natural = paper;
    }
  else
    *minimum = *natural = (int) height_for (self, scale_for (self, for_size < 0 ? paper : for_size));
}

static void
mappe_paper_sheets_finalize (GObject *object)
{
  MappePaperSheets *self = MAPPE_PAPER_SHEETS (object);

  g_clear_pointer (&self->layout, mappe_layout_free);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  G_OBJECT_CLASS (mappe_paper_sheets_parent_class)->finalize (object);
}

static void
mappe_paper_sheets_class_init (MappePaperSheetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_paper_sheets_finalize;
  widget_class->snapshot = mappe_paper_sheets_snapshot;
  widget_class->get_request_mode = mappe_paper_sheets_get_request_mode;
  widget_class->measure = mappe_paper_sheets_measure;
  gtk_widget_class_set_css_name (widget_class, "papersheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mappe_paper_sheets_init (MappePaperSheets *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** mappe_paper_sheets_new: Returns: (transfer floating): no sheets yet, as wide as there is room */
GtkWidget *
mappe_paper_sheets_new (void)
{
  return g_object_new (MAPPE_TYPE_PAPER_SHEETS, NULL);
}

static void
node_free (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

/** mappe_paper_sheets_set_layout: @layout: (transfer full) (nullable): pages to show */
void
mappe_paper_sheets_set_layout (MappePaperSheets *self, MappeLayout *layout)
{
  g_return_if_fail (MAPPE_IS_PAPER_SHEETS (self));

  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_clear_pointer (&self->layout, mappe_layout_free);
  self->layout = layout;
  self->drawn = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_set_size (self->drawn, (int) mappe_paper_sheets_get_n (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** mappe_paper_sheets_get_n: Returns: number of pages */
guint
mappe_paper_sheets_get_n (MappePaperSheets *self)
{
  return self->layout != NULL ? mappe_layout_n_pages (self->layout) : 0;
}

/** mappe_paper_sheets_set_zoom: @zoom: 1 for the size of the paper; 0 for as wide as the view, but not larger */
void
mappe_paper_sheets_set_zoom (MappePaperSheets *self, double zoom)
{
  g_return_if_fail (MAPPE_IS_PAPER_SHEETS (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** mappe_paper_sheets_get_zoom: Returns: how large it is shown now: 1 for the size of the paper */
double
mappe_paper_sheets_get_zoom (MappePaperSheets *self)
{
  g_return_val_if_fail (MAPPE_IS_PAPER_SHEETS (self), 1);

  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self))) / PIXELS_A_POINT;
}
