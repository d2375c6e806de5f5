/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-banner.h"
#include "mappe-help.h"
#include "mappe-help-text.h"
#include "mappe-new-council.h"
#include "mappe-personal-warning.h"
#include "mappe-places.h"
#include "mappe-preferences-backup.h"
#include "mappe-preferences-display.h"
#include "mappe-settings.h"
#include "mappe-sidebar.h"
#include "mappe-states.h"
#include "mappe-welcome.h"
#include "view-test.h"

/* Every place leads to kinds that exist, and no kind has two homes. */
static void
test_places (void)
{
  guint n_places;
  const MappePlace *places = mappe_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (mappe_places_find (places[i].name) == &places[i]);
      for (guint k = 0; places[i].kinds[k]; k++)
        {
          const MappeKind *kind = mappe_kind_lookup (places[i].kinds[k], NULL);

          g_assert_nonnull (kind);
          g_assert_true (mappe_places_for_kind (kind) == &places[i]);
        }
    }
  g_assert_null (mappe_places_find ("nowhere"));
  g_assert_null (mappe_places_find (NULL));
}

static void
test_sidebar (void)
{
  MappeSidebar *sidebar = g_object_ref_sink (MAPPE_SIDEBAR (mappe_sidebar_new ()));
  guint notified = 0;

  g_signal_connect_swapped (sidebar, "notify::page", G_CALLBACK (view_test_count_cb), &notified);
  mappe_sidebar_set_page (sidebar, "people");
  mappe_sidebar_set_page (sidebar, "people");
  mappe_sidebar_set_page (sidebar, "nowhere");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (mappe_sidebar_get_page (sidebar), ==, "people");
  mappe_sidebar_set_count (sidebar, "people", 12);
  mappe_sidebar_set_count (sidebar, "people", 0);
  mappe_sidebar_set_count (sidebar, "nowhere", 1);
  g_assert_finalize_object (sidebar);
}

static void
test_banner (void)
{
  MappeBanner *banner = g_object_ref_sink (MAPPE_BANNER (mappe_banner_new ()));

  mappe_banner_show (banner, MAPPE_BANNER_NOTE, "Read only", "Save a copy", "win.save-copy");
  mappe_banner_show (banner, MAPPE_BANNER_ERROR, "Gone", NULL, NULL);
  mappe_banner_hide (banner);
  g_assert_finalize_object (banner);
}

/* A file that is not there is not offered. */
static void
test_welcome (void)
{
  GtkWidget *welcome;

  mappe_settings_add_file ("/nowhere/a.ratsmappe");
  mappe_settings_add_file (g_test_get_filename (G_TEST_DIST, "test-shell.c", NULL));
  welcome = g_object_ref_sink (mappe_welcome_new ());
  mappe_settings_remove_file ("/nowhere/a.ratsmappe");
  mappe_welcome_refresh (MAPPE_WELCOME (welcome));
  g_assert_finalize_object (welcome);
}

static void
test_settings (void)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *first = NULL;
  g_autofree char *none = NULL;

  g_settings_reset (mappe_settings_get (), "last-files");
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tmp/%d.ratsmappe", i);

      mappe_settings_add_file (path);
    }
  mappe_settings_add_file ("/tmp/15.ratsmappe");
  files = g_settings_get_strv (mappe_settings_get (), "last-files");
  g_assert_cmpuint (g_strv_length (files), ==, 12);
  g_assert_cmpstr (files[0], ==, "/tmp/15.ratsmappe");
  g_assert_cmpstr (files[1], ==, "/tmp/19.ratsmappe");
  mappe_settings_set_entry ("last-page", "/a", "people");
  mappe_settings_set_entry ("last-page", "/b", "areas");
  mappe_settings_set_entry ("last-page", "/a", NULL);
  first = mappe_settings_get_entry ("last-page", "/b");
  none = mappe_settings_get_entry ("last-page", "/a");
  g_assert_cmpstr (first, ==, "areas");
  g_assert_null (none);
}

static void
test_preferences (void)
{
  GtkWidget *display = g_object_ref_sink (GTK_WIDGET (mappe_preferences_display_new (NULL)));
  GtkWidget *backup = g_object_ref_sink (GTK_WIDGET (mappe_preferences_backup_new (NULL)));

  g_assert_finalize_object (display);
  g_assert_finalize_object (backup);
}

static void
test_help (void)
{
  guint n_chapters;
  const MappeHelpChapter *chapters = mappe_help_chapters (&n_chapters);
  GtkWidget *help = mappe_help_new (NULL);

  g_assert_cmpuint (n_chapters, >, 0);
  for (guint i = 0; i < n_chapters; i++)
    g_assert_nonnull (chapters[i].paragraphs[0]);
  g_object_add_weak_pointer (G_OBJECT (help), (gpointer *) &help);
  gtk_window_destroy (GTK_WINDOW (help));
  view_test_wait (help == NULL);
}

/* All that is typed on citizens and volunteers is looked at; where a name or an address belongs, it is not. */
static void
test_personal_warning (void)
{
  static const struct { const char *kind, *field; gboolean concerned; } cases[] = {
    { "citizen-input", "text", TRUE }, { "citizen-input", "answer", TRUE }, { "citizen-input", "contact", TRUE },
    { "citizen-input", "note", TRUE }, { "citizen-input", "reference", FALSE },
    { "citizen-input", "received_on", FALSE },
    { "participation-event", "title", TRUE }, { "volunteer", "expense_rule", TRUE }, { "volunteer", "note", TRUE },
    { "volunteer", "last_name", FALSE }, { "volunteer", "phone", FALSE }, { "volunteer-quarter", "note", TRUE },
    { "volunteer-programme", "name", TRUE }, { "task", "note", TRUE }, { "task", "title", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MappeKind *kind = mappe_kind_lookup (cases[i].kind, NULL);
      int field = mappe_kind_find_field (kind, cases[i].field);

      g_assert_cmpint (field, >=, 0);
      g_assert_cmpint (mappe_personal_warning_concerns (kind, &kind->fields[field]), ==, cases[i].concerned);
    }
}

static void
test_new_council (void)
{
  g_autoptr (MappeEdit) edit = NULL;
  g_autoptr (MappeEdit) alone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = mappe_new_council_new (NULL);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  view_test_wait (dialog == NULL);
  edit = mappe_new_council_edit (" Council of Musterheim ", "Musterheim", "Rheinland-Pfalz", "Plenary", "de", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mappe_edit_size (edit), ==, 2);
  alone = mappe_new_council_edit ("Council", NULL, NULL, "", "en", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mappe_edit_size (alone), ==, 1);
}

static void
test_states (void)
{
  g_autoptr (GtkStringList) model = mappe_states_model ();

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 17);
  g_assert_null (mappe_states_name (0));
  g_assert_null (mappe_states_name (99));
  g_assert_cmpstr (gtk_string_list_get_string (model, 7), ==, "Hesse");
  g_assert_cmpstr (mappe_states_name (7), ==, "Hessen");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/shell/places", test_places);
  g_test_add_func ("/shell/sidebar", test_sidebar);
  g_test_add_func ("/shell/banner", test_banner);
  g_test_add_func ("/shell/welcome", test_welcome);
  g_test_add_func ("/shell/settings", test_settings);
  g_test_add_func ("/shell/preferences", test_preferences);
  g_test_add_func ("/shell/help", test_help);
  g_test_add_func ("/shell/personal-warning", test_personal_warning);
  g_test_add_func ("/shell/new-council", test_new_council);
  g_test_add_func ("/shell/states", test_states);
  return g_test_run ();
}
