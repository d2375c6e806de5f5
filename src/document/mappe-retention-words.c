/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-words.h"

#include <glib/gi18n-lib.h>

/** mappe_retention_words_rule: Returns: (transfer full): "10 years from the end of the year; offered to the archive,
 * then deleted" */
char *
mappe_retention_words_rule (const MappeRetentionRule *rule, const MappeLanguage *language)
{
  const char *then;

  if (rule->follow == MAPPE_RETENTION_KEEP)
    return g_strdup (L_("Kept permanently"));
  if (rule->follow == MAPPE_RETENTION_BLANK)
    then = rule->offer ? L_("offered to the archive, then personal data are erased") : L_("personal data are erased");
  else
    then = rule->offer ? L_("offered to the archive, then deleted") : L_("deleted");
  /* Translators: period in years; what comes after it */
  return g_strdup_printf (rule->year_end
                              ? mappe_language_plural (language,
                                                       "%d year from the end of the year in which it ended; %s",
                                                       "%d years from the end of the year in which it ended; %s",
                                                       (gulong) rule->years)
                              : mappe_language_plural (language, "%d year from the day it ended; %s",
                                                       "%d years from the day it ended; %s", (gulong) rule->years),
                          rule->years, then);
}

/** mappe_retention_words_basis: Returns: (transfer none): the law or decision; the council's own words as they are */
const char *
mappe_retention_words_basis (const MappeRetentionRule *rule, const MappeLanguage *language)
{
  return rule->basis == NULL ? "–" : rule->class_id == 0 ? mappe_language_text (language, rule->basis) : rule->basis;
}

/** mappe_retention_words_state: Returns: (transfer none): what is to be done with a record whose period is over */
const char *
mappe_retention_words_state (MappeRetentionState state, const MappeLanguage *language)
{
  switch (state)
    {
    case MAPPE_RETENTION_TO_OFFER:
      return L_("to be offered to the archive");
    case MAPPE_RETENTION_OFFERED:
      return L_("offered, the archive has not decided");
    case MAPPE_RETENTION_TO_DELETE:
      return L_("may be deleted");
    case MAPPE_RETENTION_TO_BLANK:
    default:
      return L_("personal data are to be erased");
    }
}

/** mappe_retention_words_period: Returns: (transfer full): "4 March 2010 – 6 June 2012" */
char *
mappe_retention_words_period (const char *from, const char *until, const MappeLanguage *language)
{
  g_autofree char *first = from != NULL ? mappe_language_date (language, from) : NULL;
  g_autofree char *last = until != NULL ? mappe_language_date (language, until) : NULL;

  if (first == NULL || last == NULL || g_str_equal (first, last))
    return g_strdup (last != NULL ? last : first != NULL ? first : "–");
  return g_strdup_printf ("%s – %s", first, last);
}

/** mappe_retention_words_volume: Returns: (transfer full): "3 files, 40 pages" */
char *
mappe_retention_words_volume (gint64 files, gint64 pages, const MappeLanguage *language)
{
  g_autofree char *first = NULL, *second = NULL;

  if (files == 0)
    return g_strdup (L_("record, no files"));
  first = g_strdup_printf (mappe_language_plural (language, "%d file", "%d files", (gulong) files), (int) files);
  if (pages == 0)
    return g_steal_pointer (&first);
  second = g_strdup_printf (mappe_language_plural (language, "%d page", "%d pages", (gulong) pages), (int) pages);
  return g_strdup_printf ("%s, %s", first, second);
}
