/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-start-clock.h"

/* For tests/bench: with MAPPE_START_CLOCK set the program says when its first frame was painted and when it had
 * settled, then ends. Times are microseconds of CLOCK_MONOTONIC, as python's time.monotonic() reads it. */

#define QUIET_MS 400

typedef struct {
  GtkWindow      *window;
  gint64          main_entered;
  gint64          first_frame;
  gint64          last_frame;
  guint           quiet_id;
} StartClock;

static gboolean
quiet_cb (gpointer data)
{
  StartClock *clock = data;

  clock->quiet_id = 0;
  g_print ("main %" G_GINT64_FORMAT "\nfirst-frame %" G_GINT64_FORMAT "\nsettled %" G_GINT64_FORMAT "\n",
           clock->main_entered, clock->first_frame, clock->last_frame);
  gtk_window_close (clock->window);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *frame_clock, StartClock *clock)
{
  clock->last_frame = g_get_monotonic_time ();
  if (clock->first_frame == 0)
    clock->first_frame = clock->last_frame;
  g_clear_handle_id (&clock->quiet_id, g_source_remove);
  clock->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, clock);
}

static void
realized_cb (GtkWidget *window, StartClock *clock)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), clock);
}

static void
unrealized_cb (GtkWidget *window, StartClock *clock)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (window), painted_cb, clock);
  g_clear_handle_id (&clock->quiet_id, g_source_remove);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, StartClock *clock)
{
  if (clock->window != NULL)
    return;
  clock->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), clock);
  g_signal_connect (window, "unrealize", G_CALLBACK (unrealized_cb), clock);
}

/**
 * mappe_start_clock_attach:
 * @application: watched until its first window has settled
 * @main_entered: monotonic time at the start of main()
 *
 * Does nothing unless the environment asks for it.
 */
void
mappe_start_clock_attach (GtkApplication *application, gint64 main_entered)
{
  StartClock *clock;

  if (g_getenv ("MAPPE_START_CLOCK") == NULL)
    return;
  clock = g_new0 (StartClock, 1);
  clock->main_entered = main_entered;
  g_signal_connect_data (application, "window-added", G_CALLBACK (window_added_cb), clock,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
}
