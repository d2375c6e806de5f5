/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-application.h"

#include <glib/gi18n.h>

#include "mappe-config.h"
#include "mappe-demo.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-help.h"
#include "mappe-new-council.h"
#include "mappe-preferences.h"
#include "mappe-settings.h"
#include "mappe-window.h"

struct _MappeApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeApplication, mappe_application, ADW_TYPE_APPLICATION)

/* --- windows --- */

static MappeWindow *
active_window (MappeApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item; item = item->next)
    if (MAPPE_IS_WINDOW (item->data))
      return MAPPE_WINDOW (item->data);
  return MAPPE_WINDOW (mappe_window_new (GTK_APPLICATION (self)));
}

static MappeWindow *
find_window (MappeApplication *self, const char *path)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item; item = item->next)
    if (MAPPE_IS_WINDOW (item->data)
        && g_strcmp0 (mappe_window_get_path (MAPPE_WINDOW (item->data)), path) == 0)
      return MAPPE_WINDOW (item->data);
  return NULL;
}

static MappeWindow *
free_window (MappeApplication *self)
{
  MappeWindow *window = active_window (self);

  return mappe_window_is_free (window) ? window : MAPPE_WINDOW (mappe_window_new (GTK_APPLICATION (self)));
}

/* The same file by another way (a link, a relative path) is the same council. */
static char *
real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);
  char *copy;

  if (real == NULL)
    return g_steal_pointer (&absolute);
  copy = g_strdup (real);
  free (real);
  return copy;
}

/* Raises the window that has the file at @path open, or opens it in a free or new window. */
static void
open_path (MappeApplication *self, const char *path)
{
  g_autofree char *real = real_path (path);
  MappeWindow *window = find_window (self, real);

  if (window)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = free_window (self);
  if (g_str_has_suffix (real, ".mappe.zip"))
    {
      gtk_window_present (GTK_WINDOW (window));
      mappe_dialogs_tell (GTK_WIDGET (window), _("This is a meeting pack"),
                          _("This version of the program opens council files. Meeting packs are opened by the pack "
                            "reader, which comes with a later version; until then, the papers in the pack can be "
                            "read with any program that opens zip archives."),
                          real);
      return;
    }
  mappe_window_open (window, real);
}

/* --- actions --- */

static void
created_cb (MappeApplication *self, const char *path)
{
  open_path (self, path);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MappeApplication *self = MAPPE_APPLICATION (data);
  GtkWidget *dialog = mappe_new_council_new (GTK_WINDOW (active_window (self)));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    open_path (MAPPE_APPLICATION (data), path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MappeWindow *window = active_window (MAPPE_APPLICATION (data));
  MappeDialogsFilter filter = { _("Council files"), "*.ratsmappe" };
  const char *path = mappe_window_get_path (window);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;

  mappe_dialogs_choose_async (GTK_WIDGET (window), MAPPE_DIALOGS_OPEN, _("Open a council file"), &filter, folder,
                              chosen_cb, data);
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_path (MAPPE_APPLICATION (data), g_variant_get_string (parameter, NULL));
}

static void
demo_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) window = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mappe_demo_finish (result, &error);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  mappe_window_show_idle (window);
  if (path == NULL)
    mappe_feedback_error (GTK_WIDGET (window), error, _("The demo council was not made"));
  else if (application)
    open_path (MAPPE_APPLICATION (application), path);
}

static void
demo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MappeWindow *window = free_window (MAPPE_APPLICATION (data));

  mappe_window_show_busy (window, _("Making the demo council…"));
  gtk_window_present (GTK_WINDOW (window));
  /* Translators: the language of your catalogue, "de" or "en": that of the demo council. */
  mappe_demo_async (C_("language of the catalogue", "en"), NULL, demo_done_cb, g_object_ref (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MappeWindow *window = active_window (MAPPE_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (mappe_preferences_new (GTK_WINDOW (window), mappe_window_get_store (window))));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (mappe_help_new (GTK_WINDOW (active_window (MAPPE_APPLICATION (data))))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (GTK_WINDOW (active_window (MAPPE_APPLICATION (data))),
                         "application-name", _("Ratsmappe"),
                         "application-icon", MAPPE_APPLICATION_ID,
                         "version", MAPPE_VERSION,
                         "comments", _("The desk of a crime prevention council’s secretariat"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _("The Ratsmappe authors"),
                         /* Translators: your name, one translator a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window is asked, so that each keeps its place and its drafts. */
  for (GList *item = windows; item; item = item->next)
    if (MAPPE_IS_WINDOW (item->data))
      gtk_window_close (GTK_WINDOW (item->data));
  g_list_free (windows);
}

/* --- the program --- */

static void
add_accelerators (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *accelerators[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.search", { "<Control>k" } },
    { "win.new", { "<Control>n" } },
    { "win.save", { "<Control>s" } },
    { "win.print", { "<Control>p" } },
    { "win.import", { "<Control>i" } },
    { "win.share", { "<Control><Shift>s" } },
    { "win.filter", { "<Control>f" } },
    { "win.back", { "<Alt>Left" } },
    { "win.forward", { "<Alt>Right" } },
    { "win.fullscreen", { "F11" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
    { "win.page::overview", { "<Control>1" } },
    { "win.page::calendar", { "<Control>2" } },
    { "win.page::meetings", { "<Control>3" } },
    { "win.page::decisions", { "<Control>4" } },
    { "win.page::people", { "<Control>5" } },
    { "win.page::bodies", { "<Control>6" } },
    { "win.page::partners", { "<Control>7" } },
    { "win.page::projects", { "<Control>8" } },
    { "win.page::outcomes", { "<Control>9" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].accelerators);
}

static void
mappe_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new", new_cb },
    { "open", open_cb },
    { "open-path", open_path_cb, "s" },
    { "demo", demo_cb },
    { "preferences", preferences_cb },
    { "help", help_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };

  G_APPLICATION_CLASS (mappe_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  add_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (MAPPE_APPLICATION_ID);
  mappe_settings_apply_display ();
}

static void
mappe_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (active_window (MAPPE_APPLICATION (application))));
}

static void
mappe_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        open_path (MAPPE_APPLICATION (application), path);
      else
        mappe_application_activate (application);
    }
}

static void
mappe_application_class_init (MappeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = mappe_application_startup;
  application_class->activate = mappe_application_activate;
  application_class->open = mappe_application_open;
}

static void
mappe_application_init (MappeApplication *self)
{
}

/**
 * mappe_application_new:
 *
 * Returns: (transfer full): the program
 */
MappeApplication *
mappe_application_new (void)
{
  return g_object_new (MAPPE_TYPE_APPLICATION, "application-id", MAPPE_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/ratsmappe/Ratsmappe", NULL);
}
