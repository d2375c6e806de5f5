/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-language.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mappe-date.h"

/* gettext speaks one language a process, or needs locales that a machine may not have. A catalogue is a simple table,
 * so the languages of documents read theirs themselves. */

struct _MappeLanguage {
  const char *code;
  GHashTable *texts;  /* source text → translation; empty where the source language is spoken */
};

static char *catalogues;  /* folder set by the program before any thread starts */

/**
 * mappe_language_set_folder:
 * @folder: where the catalogues are: "@folder/de/LC_MESSAGES/ratsmappe.mo"
 *
 * To be called once, before documents are made.
 */
void
mappe_language_set_folder (const char *folder)
{
  g_free (catalogues);
  catalogues = g_strdup (folder);
}

/* --- reading a catalogue: the format is that of GNU gettext, "GNU MO files" --- */

#define MO_MAGIC 0x950412deu

typedef struct {
  const guint8 *bytes;
  gsize         size;
} Catalogue;

static guint32
word_at (const Catalogue *catalogue, gsize at)
{
  guint32 word = 0;

  if (at + sizeof word <= catalogue->size)
    memcpy (&word, catalogue->bytes + at, sizeof word);
  return word;
}

/* The text that entry @n of a table stands for; NULL when it lies outside of the file. */
static const char *
text_at (const Catalogue *catalogue, gsize table, guint n, gsize *length)
{
  gsize at = word_at (catalogue, table + n * 8 + 4);

  *length = word_at (catalogue, table + n * 8);
  if (at + *length >= catalogue->size || catalogue->bytes[at + *length] != '\0')
    return NULL;
  return (const char *) catalogue->bytes + at;
}

static void
add_text (GHashTable *texts, const char *source, gsize source_length, const char *translated, gsize length)
{
  gsize first = strlen (source);

  if (*source == '\0')
    return;
  g_hash_table_insert (texts, g_strdup (source), g_strdup (translated));
  /* The many of a plural are kept under their own source text; German has two forms, like English. */
  if (first < source_length && strlen (translated) < length)
    g_hash_table_insert (texts, g_strdup (source + first + 1), g_strdup (translated + strlen (translated) + 1));
}

static void
read_catalogue (GHashTable *texts, const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Catalogue catalogue;
  guint n;

  if (file == NULL)
    return;
  catalogue = (Catalogue) { (const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file) };
  if (word_at (&catalogue, 0) != MO_MAGIC)
    return;
  n = MIN (word_at (&catalogue, 8), catalogue.size / 16);
  for (guint i = 0; i < n; i++)
    {
      gsize source_length, length;
      const char *source = text_at (&catalogue, word_at (&catalogue, 12), i, &source_length);
      const char *translated = text_at (&catalogue, word_at (&catalogue, 16), i, &length);

      if (source != NULL && translated != NULL)
        add_text (texts, source, source_length, translated, length);
    }
}

static MappeLanguage *
language_new (const char *code)
{
  MappeLanguage *self = g_new0 (MappeLanguage, 1);
  g_autofree char *path = g_build_filename (catalogues != NULL ? catalogues : ".", code, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);

  self->code = code;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_str_equal (code, "en"))
    read_catalogue (self->texts, path);
  return self;
}

/**
 * mappe_language_get:
 * @code: (nullable): "de" or "en"; anything else, like %NULL, is the language of the user
 *
 * Returns: (transfer none) (nullable): the language, which is never freed; %NULL stands for that of the user
 */
const MappeLanguage *
mappe_language_get (const char *code)
{
  static gsize german, english;

  if (g_strcmp0 (code, "de") == 0)
    {
      if (g_once_init_enter (&german))
        g_once_init_leave (&german, (gsize) language_new ("de"));
      return (const MappeLanguage *) german;
    }
  if (g_strcmp0 (code, "en") != 0)
    return NULL;
  if (g_once_init_enter (&english))
    g_once_init_leave (&english, (gsize) language_new ("en"));
  return (const MappeLanguage *) english;
}

/** mappe_language_get_code: Returns: "de" or "en"; for the language of the user the nearer of the two */
const char *
mappe_language_get_code (const MappeLanguage *language)
{
  /* Translators: "de" in the German catalogue, nothing else. */
  return language != NULL ? language->code : g_str_equal (C_("code of the language", "en"), "de") ? "de" : "en";
}

gboolean
mappe_language_is_german (const MappeLanguage *language)
{
  return g_str_equal (mappe_language_get_code (language), "de");
}

/**
 * mappe_language_text:
 * @language: (nullable): the language wanted
 * @text: source text, marked for translation (or through L_())
 *
 * Returns: (transfer none): the text in that language, or @text where it has none
 */
const char *
mappe_language_text (const MappeLanguage *language, const char *text)
{
  const char *found;

  if (language == NULL)
    return g_dgettext (GETTEXT_PACKAGE, text);
  found = g_hash_table_lookup (language->texts, text);
  return found != NULL && *found != '\0' ? found : text;
}

/** mappe_language_plural: Returns: (transfer none): @one or @many in that language, whichever fits @n */
const char *
mappe_language_plural (const MappeLanguage *language, const char *one, const char *many, gulong n)
{
  if (language == NULL)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);
  return mappe_language_text (language, n == 1 ? one : many);
}

/* --- days and numbers --- */

static const char *const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
  N_("September"), N_("October"), N_("November"), N_("December"),
};
static const char *const weekdays[] = {
  N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
};

/**
 * mappe_language_date:
 * @iso: (nullable): "YYYY-MM-DD"
 *
 * Returns: (transfer full): the day as it is written in that language, e.g. "27.10.2026" or "27 October 2026"; what is
 *   not a day is given back as it is
 */
char *
mappe_language_date (const MappeLanguage *language, const char *iso)
{
  GDate day;

  if (language == NULL)
    return mappe_date_format (iso);
  if (!mappe_date_parse_iso (iso, &day))
    return g_strdup (iso != NULL ? iso : "");
  if (mappe_language_is_german (language))
    return g_strdup_printf ("%02d.%02d.%04d", g_date_get_day (&day), g_date_get_month (&day), g_date_get_year (&day));
  return g_strdup_printf ("%d %s %04d", g_date_get_day (&day),
                          mappe_language_text (language, months[g_date_get_month (&day) - 1]),
                          g_date_get_year (&day));
}

/** mappe_language_long_date: Returns: (transfer full): with the weekday: "Dienstag, 27. Oktober 2026" */
char *
mappe_language_long_date (const MappeLanguage *language, const char *iso)
{
  const char *weekday, *month;
  GDate day;

  if (language == NULL)
    return mappe_date_format_long (iso);
  if (!mappe_date_parse_iso (iso, &day))
    return g_strdup (iso != NULL ? iso : "");
  weekday = mappe_language_text (language, weekdays[g_date_get_weekday (&day) - 1]);
  month = mappe_language_text (language, months[g_date_get_month (&day) - 1]);
  return g_strdup_printf (mappe_language_is_german (language) ? "%s, %d. %s %04d" : "%s, %d %s %04d", weekday,
                          g_date_get_day (&day), month, g_date_get_year (&day));
}
