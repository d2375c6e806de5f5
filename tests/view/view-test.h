/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <string.h>

/* Far beyond what anything takes, also under a sanitizer on a busy machine. */
#define VIEW_TEST_LIMIT (60 * G_USEC_PER_SEC)

/* Runs the main loop until the condition holds; fails the test when it never does. */
#define view_test_wait(condition)                                                                                     \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    gint64 limit_ = g_get_monotonic_time () + VIEW_TEST_LIMIT;                                                        \
    guint tick_ = g_timeout_add (20, view_test_tick, NULL);                                                           \
    while (!(condition) && g_get_monotonic_time () < limit_)                                                          \
      g_main_context_iteration (NULL, TRUE);                                                                          \
    g_source_remove (tick_);                                                                                          \
    g_assert_true (condition);                                                                                        \
  }                                                                                                                   \
  G_STMT_END

/* Wakes the loop, so that a wait ends at its limit even when nothing happens. */
static inline gboolean
view_test_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static inline void
view_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
view_test_count_cb (guint *count)
{
  (*count)++;
}

/* A GAsyncReadyCallback for waits: keeps the result in a GAsyncResult*. */
static inline void
view_test_keep_result_cb (GObject *source, GAsyncResult *result, gpointer kept)
{
  g_set_object ((GAsyncResult **) kept, result);
}

/* The first widget of a type, depth first; NULL: there is none. */
static inline GtkWidget *
view_test_find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = view_test_find (child, type);
  return found;
}

/* All widgets of a type, depth first, are added to @found. */
static inline void
view_test_find_all (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    view_test_find_all (child, type, found);
}

/* Does a label in it hold the words? */
static inline gboolean
view_test_says (gpointer widget, const char *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  view_test_find_all (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), words) != NULL)
      return TRUE;
  return FALSE;
}

/* A key press, as the widget's own controllers hear it. Returns: it was handled */
static inline gboolean
view_test_press (gpointer widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (each))
        g_signal_emit_by_name (each, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

/* Shows the widget in a window of its own, with room for messages. */
static inline GtkWidget *
view_test_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), widget);
  gtk_window_set_child (GTK_WINDOW (window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The question that is asked; NULL: none is. */
static inline AdwMessageDialog *
view_test_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

/* What a press of the button does. */
static inline void
view_test_respond (const char *answer)
{
  AdwMessageDialog *dialog = view_test_question ();

  adw_message_dialog_response (dialog, answer);
  gtk_window_destroy (GTK_WINDOW (dialog));
  view_test_wait (view_test_question () != dialog);
  view_test_settle ();
}

/* The modal window over @window; NULL: there is none. */
static inline GtkWidget *
view_test_modal (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_window_get_modal (GTK_WINDOW (other)))
        return other;
    }
  return NULL;
}

/* Closes the window and waits until @page in it is gone: nothing may hold it. */
static inline void
view_test_close (GtkWidget *window, gpointer page)
{
  gpointer alive = page;

  g_object_add_weak_pointer (G_OBJECT (page), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  view_test_wait (alive == NULL);
  view_test_settle ();
}
