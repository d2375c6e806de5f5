/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "mappe-application.h"
#include "mappe-config.h"
#include "mappe-language.h"
#include "mappe-draft.h"
#include "mappe-file-content.h"
#include "mappe-settings.h"
#include "mappe-start-clock.h"

/* Everything is drawn with cairo; GTK would load Mesa and LLVM all the same, which doubles the time to start. */
static void
keep_gl_away (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv (gtk_get_minor_version () >= 14 ? "GDK_DISABLE" : "GDK_DEBUG",
            gtk_get_minor_version () >= 14 ? "gl,vulkan" : "gl-disable", FALSE);
}

static gboolean
is_in_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  gsize length = strlen (MAPPE_BUILD_ROOT);

  return program && strncmp (program, MAPPE_BUILD_ROOT, length) == 0 && program[length] == '/';
}

/* The schema is looked for where GLib does not look: in the build folder, and in a prefix of one's own. */
static void
find_schemas (gboolean in_build_folder)
{
  GSettingsSchemaSource *source;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *own = g_build_filename (MAPPE_PKGDATADIR, "..", "glib-2.0", "schemas", NULL);

  if (in_build_folder)
    {
      g_setenv ("GSETTINGS_SCHEMA_DIR", MAPPE_BUILD_DATADIR, FALSE);
      return;
    }
  /* The default source is made once and not again, so the environment is set before it is asked for. */
  source = g_settings_schema_source_new_from_directory (own, NULL, FALSE, NULL);
  if (source == NULL)
    return;
  schema = g_settings_schema_source_lookup (source, MAPPE_APPLICATION_ID, FALSE);
  if (schema)
    g_setenv ("GSETTINGS_SCHEMA_DIR", own, FALSE);
  g_settings_schema_source_unref (source);
}

/* Dates and numbers in the language that was chosen, where the system knows how; a system that writes that language
 * anyway keeps its own way. */
static void
choose_formats (const char *language)
{
  static const int categories[] = { LC_TIME, LC_NUMERIC, LC_MONETARY };
  static const char * const german[] = { "de_DE.UTF-8", NULL };
  static const char * const english[] = { "en_GB.UTF-8", "en_US.UTF-8", "C.UTF-8", NULL };
  const char * const *locales = g_str_equal (language, "de") ? german : english;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      const char *present = setlocale (categories[i], NULL);

      if (present && g_str_has_prefix (present, language))
        continue;
      for (guint j = 0; locales[j] && setlocale (categories[i], locales[j]) == NULL; j++)
        ;
    }
}

static void
choose_language (void)
{
  g_autofree char *language = g_settings_get_string (mappe_settings_get (), "language");

  if (*language == '\0')
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  choose_formats (language);
  /* The C locale reads no catalogues, whatever LANGUAGE says. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0 && setlocale (LC_MESSAGES, "C.UTF-8") == NULL)
    setlocale (LC_MESSAGES, "en_US.UTF-8");
}

int
main (int argc, char **argv)
{
  gint64 main_entered = g_get_monotonic_time ();
  gboolean in_build_folder = is_in_build_folder ();
  g_autoptr (MappeApplication) application = NULL;

  keep_gl_away ();
  find_schemas (in_build_folder);
  setlocale (LC_ALL, "");
  choose_language ();
  bindtextdomain (GETTEXT_PACKAGE, in_build_folder ? MAPPE_BUILD_LOCALEDIR : MAPPE_LOCALEDIR);
  mappe_language_set_folder (in_build_folder ? MAPPE_BUILD_LOCALEDIR : MAPPE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (MAPPE_APPLICATION_ID);
  g_set_application_name (_("Ratsmappe"));

  application = mappe_application_new ();
  mappe_start_clock_attach (GTK_APPLICATION (application), main_entered);
  int status = g_application_run (G_APPLICATION (application), argc, argv);
  mappe_draft_flush ();
  mappe_file_content_clean ();
  return status;
}
