/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-settings.h"

#include <adwaita.h>

#include "mappe-config.h"

enum { MOST_FILES = 12 };

/**
 * mappe_settings_get:
 *
 * Returns: (transfer none): what this user prefers, on this computer
 */
GSettings *
mappe_settings_get (void)
{
  static GSettings *settings;

  if (g_once_init_enter (&settings))
    g_once_init_leave (&settings, g_settings_new (MAPPE_APPLICATION_ID));
  return settings;
}

static void
apply_color_scheme (GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

/* The factor multiplies what the desktop says, which is therefore kept from before the first change. */
static void
apply_text_scale (GSettings *settings)
{
  static int system_dpi = 0;
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  double scale = g_settings_get_double (settings, "text-scale");

  if (system_dpi == 0)
    {
      g_object_get (gtk_settings, "gtk-xft-dpi", &system_dpi, NULL);
      if (system_dpi <= 0)
        system_dpi = 96 * 1024;
      if (scale == 1.0)
        return;
    }
  g_object_set (gtk_settings, "gtk-xft-dpi", (int) (system_dpi * scale + 0.5), NULL);
}

/**
 * mappe_settings_apply_display:
 *
 * Applies colour scheme and text size now and whenever they change.
 */
void
mappe_settings_apply_display (void)
{
  GSettings *settings = mappe_settings_get ();
  static gboolean connected = FALSE;

  apply_color_scheme (settings);
  apply_text_scale (settings);
  if (connected)
    return;
  connected = TRUE;
  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), NULL);
  g_signal_connect (settings, "changed::text-scale", G_CALLBACK (apply_text_scale), NULL);
}

/**
 * mappe_settings_backup_folder:
 *
 * Returns: (transfer full): path of the folder for automatic backups
 */
char *
mappe_settings_backup_folder (void)
{
  g_autofree char *folder = g_settings_get_string (mappe_settings_get (), "backup-folder");

  if (*folder)
    return g_steal_pointer (&folder);
  return g_build_filename (g_get_user_data_dir (), "ratsmappe", "backups", NULL);
}

static void
change_files (const char *path, gboolean add)
{
  g_auto (GStrv) old = g_settings_get_strv (mappe_settings_get (), "last-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;
  guint n_files = 0;

  if (add)
    {
      g_strv_builder_add (builder, path);
      n_files++;
    }
  for (guint i = 0; old[i] && n_files < MOST_FILES; i++)
    if (!g_str_equal (old[i], path))
      {
        g_strv_builder_add (builder, old[i]);
        n_files++;
      }
  files = g_strv_builder_end (builder);
  g_settings_set_strv (mappe_settings_get (), "last-files", (const char * const *) files);
}

/**
 * mappe_settings_add_file:
 * @path: a council file that was opened; becomes the first of the recent ones
 */
void
mappe_settings_add_file (const char *path)
{
  g_return_if_fail (path != NULL);
  change_files (path, TRUE);
}

/**
 * mappe_settings_remove_file:
 * @path: a council file that is not there any more
 */
void
mappe_settings_remove_file (const char *path)
{
  g_return_if_fail (path != NULL);
  change_files (path, FALSE);
}

/**
 * mappe_settings_get_entry:
 * @key: a setting of type a{ss}
 * @name: name of the entry
 *
 * Returns: (transfer full) (nullable): value of the entry
 */
char *
mappe_settings_get_entry (const char *key, const char *name)
{
  g_autoptr (GVariant) entries = g_settings_get_value (mappe_settings_get (), key);
  char *value = NULL;

  g_variant_lookup (entries, name, "s", &value);
  return value;
}

/**
 * mappe_settings_set_entry:
 * @key: a setting of type a{ss}
 * @name: name of the entry
 * @value: (nullable): its value; %NULL removes it
 */
void
mappe_settings_set_entry (const char *key, const char *name, const char *value)
{
  g_autoptr (GVariant) entries = g_settings_get_value (mappe_settings_get (), key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *old_name, *old_value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "{&s&s}", &old_name, &old_value))
    if (!g_str_equal (old_name, name))
      g_variant_builder_add (&builder, "{ss}", old_name, old_value);
  if (value)
    g_variant_builder_add (&builder, "{ss}", name, value);
  g_settings_set_value (mappe_settings_get (), key, g_variant_builder_end (&builder));
}

/**
 * mappe_settings_keep_entries:
 * @key: a setting of type a{ss}
 * @most: how many entries it may have
 *
 * Forgets the oldest entries.
 */
void
mappe_settings_keep_entries (const char *key, guint most)
{
  g_autoptr (GVariant) entries = g_settings_get_value (mappe_settings_get (), key);
  gsize n = g_variant_n_children (entries);
  GVariantBuilder builder;

  if (n <= most)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (gsize i = n - most; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);

      g_variant_builder_add_value (&builder, entry);
    }
  g_settings_set_value (mappe_settings_get (), key, g_variant_builder_end (&builder));
}
