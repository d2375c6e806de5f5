/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-reveal.h"

#define MARGIN 18

/* The layout of this frame is still to come, and so is what it changes. */
#define FRAMES 3

/* Scrolls as little as it takes to see from @top to @bottom, both seen from @scroller. */
static void
scroll_to (GtkWidget *scroller, double top, double bottom)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double height = gtk_widget_get_height (scroller);
  double by = top < 0 || bottom - top > height ? MIN (top, 0) : MAX (bottom - height, 0);

  if (by != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *ticks = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (++*ticks < FRAMES)
    return G_SOURCE_CONTINUE;
  if (scroller != NULL && gtk_widget_compute_bounds (widget, scroller, &bounds))
    scroll_to (scroller, bounds.origin.y - MARGIN, bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

/**
 * mappe_reveal:
 * @widget: a widget inside a scrolled window
 *
 * Scrolls, once the layout is done, as little as it takes to see all of @widget: GTK itself follows the cursor only,
 * and leaves what stands below it out of sight.
 */
void
mappe_reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (guint, 1), g_free);
}

/* --- where one types --- */

/* Frames that the cursor of a text still waits for its layout. */
static GQuark
waiting_quark (void)
{
  return g_quark_from_static_string ("mappe-reveal-waiting");
}

static gboolean
cursor_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint left = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (widget), waiting_quark ())) - 1;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GdkRectangle cursor;
  graphene_point_t at;
  int y;

  g_object_set_qdata (G_OBJECT (widget), waiting_quark (), GUINT_TO_POINTER (left));
  if (left > 0)
    return G_SOURCE_CONTINUE;
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (widget), NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (widget), GTK_TEXT_WINDOW_WIDGET, 0, cursor.y, NULL, &y);
  if (scroller != NULL && gtk_widget_has_focus (widget) &&
      gtk_widget_compute_point (widget, scroller, &GRAPHENE_POINT_INIT (0, (float) y), &at))
    scroll_to (scroller, at.y - MARGIN, at.y + cursor.height + MARGIN);
  return G_SOURCE_REMOVE;
}

static void
cursor_cb (GtkWidget *view)
{
  gboolean waits = g_object_get_qdata (G_OBJECT (view), waiting_quark ()) != NULL;

  if (!gtk_widget_has_focus (view))
    return;
  g_object_set_qdata (G_OBJECT (view), waiting_quark (), GUINT_TO_POINTER (FRAMES));
  if (!waits)
    gtk_widget_add_tick_callback (view, cursor_tick_cb, NULL, NULL);
}

/**
 * mappe_reveal_cursor:
 * @view: a text that is as high as its lines, inside a scrolled window
 *
 * From now on the line one types in stays in sight: such a text does not scroll itself, it grows out of the window.
 */
void
mappe_reveal_cursor (GtkTextView *view)
{
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position", G_CALLBACK (cursor_cb), view,
                           G_CONNECT_SWAPPED);
}

/**
 * mappe_reveal_range:
 * @widget: the child of a viewport
 * @top: (out): where what can be seen of it begins, in pixels of its own
 * @bottom: (out): where it ends
 */
void
mappe_reveal_range (GtkWidget *widget, double *top, double *bottom)
{
  GtkWidget *viewport = gtk_widget_get_parent (widget);
  graphene_point_t origin;

  *top = 0;
  *bottom = gtk_widget_get_height (widget);
  if (!GTK_IS_VIEWPORT (viewport)
      || !gtk_widget_compute_point (viewport, widget, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  *top = origin.y;
  *bottom = origin.y + gtk_widget_get_height (viewport);
}
