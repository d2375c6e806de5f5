/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference of bench-start: the least a libadwaita window can be. */
#include <adwaita.h>

static gint64 main_entered;

static void
painted_cb (GdkFrameClock *frame_clock, GApplication *application)
{
  g_print ("main %" G_GINT64_FORMAT "\nfirst-frame %" G_GINT64_FORMAT "\n", main_entered, g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, application);
  g_application_quit (application);
}

static void
realize_cb (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Button"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  main_entered = g_get_monotonic_time ();
  /* As the program itself does it, so that the ratio compares windows and not renderers. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
