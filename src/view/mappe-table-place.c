/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-table-private.h"

#define ROW_HEIGHT 34     /* pixels, at normal text size */
#define MOST_TRIES 20     /* frames in which a place is waited for */

static double
mappe_table_row_height (MappeTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  return n > 0 ? gtk_adjustment_get_upper (mappe_table_get_adjustment (self)) / n : 0;
}

static void
scrolled_cb (MappeTable *self)
{
  double height = mappe_table_row_height (self);

  if (height >= 1 && self->pending_top == 0)
    self->top_id = mappe_list_model_get_id (self->model,
      (guint) (gtk_adjustment_get_value (mappe_table_get_adjustment (self)) / height + 0.5));
}

static GtkWidget *
inner_list (MappeTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Scrolls as far as needed to see the row at the place. */
static void
scroll_to (MappeTable *self, guint position)
{
  GtkWidget *list;

  g_return_if_fail (MAPPE_IS_TABLE (self));
  list = inner_list (self);
  if (list != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* Near the place at once, so that the next frame shows no other, and exactly there when the list has been laid
 * out. */
static void
mappe_table_bring_near (MappeTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = mappe_list_model_find (self->model, self->pending_top);
  guint visible = (guint) (gtk_adjustment_get_page_size (mappe_table_get_adjustment (self)) / ROW_HEIGHT);

  /* The list scrolls no further than it must, so what has to be at the top is reached from its lower end. */
  if (position != GTK_INVALID_LIST_POSITION && visible > 0)
    scroll_to (self, MIN (position + visible - 1, n - 1));
}

static gboolean
bring_to_top_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeTable *self = MAPPE_TABLE (widget);
  double height = mappe_table_row_height (self);
  guint position = mappe_list_model_find (self->model, self->pending_top);

  /* While the height of all is not that of all rows, the list has not been laid out since it changed. */
  if (position != GTK_INVALID_LIST_POSITION && (height < 1 || height != floor (height)) && self->top_tries-- > 0)
    return G_SOURCE_CONTINUE;
  self->top_tick = 0;
  if (position == GTK_INVALID_LIST_POSITION && mappe_list_model_get_loading (self->model))
    return G_SOURCE_REMOVE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_adjustment_set_value (mappe_table_get_adjustment (self), position * height);
  self->top_id = self->pending_top;
  self->pending_top = 0;
  return G_SOURCE_REMOVE;
}

/** mappe_table_bring_to_top: Brings the pending record to the upper edge as soon as there is one. */
void
mappe_table_bring_to_top (MappeTable *self)
{
  if (self->pending_top == 0 || self->top_tick != 0 || gtk_widget_get_height (self->scrolled) <= 0)
    return;
  self->top_tries = MOST_TRIES;
  self->top_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_to_top_cb, NULL, NULL);
}

static void
refreshed_cb (MappeTable *self, gboolean all)
{
  gboolean expected = self->expects_refill;

  self->expects_refill = FALSE;
  if (self->pending_show != 0 && mappe_table_show_id (self, self->pending_show))
    self->pending_show = 0;
  else if (all && !expected && self->top_id != 0 && self->pending_top == 0)
    {
      self->pending_top = self->top_id;
      mappe_table_bring_near (self);
      mappe_table_bring_to_top (self);
    }
  else if (all && expected)
    scroll_to (self, 0);
}

static void
selection_changed_cb (MappeTable *self)
{
  self->pending_show = 0;
}

static void
loading_cb (MappeTable *self)
{
  if (mappe_list_model_get_loading (self->model))
    return;
  if (self->pending_show != 0)
    mappe_table_show_id (self, self->pending_show);
  self->pending_show = 0;
  mappe_table_bring_to_top (self);
}

/** mappe_table_init_place: Makes the table follow its model; call it once. */
void
mappe_table_init_place (MappeTable *self)
{
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_table_get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mappe_table_show_id:
 * @id: id of a record
 *
 * Selects it and scrolls to it, at once or as soon as it has come.
 *
 * Returns: whether it is in the list by now
 */
gboolean
mappe_table_show_id (MappeTable *self, gint64 id)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), FALSE);
  if (!mappe_selection_select_id (self->selection, id))
    {
      /* It may just have been saved: then the list has not heard of it yet. */
      self->pending_show = id;
      return FALSE;
    }
  scroll_to (self, mappe_list_model_find (self->model, id));
  return TRUE;
}

/**
 * mappe_table_get_top_id:
 *
 * Returns: id of the record at the upper edge, 0 for none
 */
gint64
mappe_table_get_top_id (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), 0);
  return self->pending_top != 0 ? self->pending_top : self->top_id;
}

/**
 * mappe_table_set_top_id:
 * @id: id of a record
 *
 * Brings it to the upper edge, at once or as soon as it has come.
 */
void
mappe_table_set_top_id (MappeTable *self, gint64 id)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->pending_top = id;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
