/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-network-words.h"

#include <glib/gi18n-lib.h>

#include "mappe-chart-text.h"

/** mappe_network_words_quiet: @n: their number. Returns: how many partners did nothing in the last twelve months */
char *
mappe_network_words_quiet (const MappeNetwork *network, guint n, const MappeLanguage *language)
{
  if (network->nodes->len == 0)
    return g_strdup (L_ ("No partners yet"));
  if (n == 0)
    return g_strdup (L_ ("All partners were active in the last twelve months"));
  return g_strdup_printf (mappe_language_plural (language, "%u partner without activity in the last twelve months",
                                                 "%u partners without activity in the last twelve months", n), n);
}

/** mappe_network_words_last: Returns: day and title of what an organisation did last */
char *
mappe_network_words_last (const MappeNetworkActivity *last, const MappeLanguage *language)
{
  g_autofree char *day = last->date != NULL ? mappe_language_date (language, last->date) : NULL;

  if (last->kind == NULL)
    return g_strdup (L_ ("No activity is recorded"));
  return g_strdup_printf ("%s · %s: %s", day, L_ (last->kind->label), last->title);
}

/** mappe_network_words_source: Returns: where the figures to compare with come from, and what they are */
char *
mappe_network_words_source (const MappeLanguage *language)
{
  const MappeNetworkReference *reference = mappe_network_reference ();

  /* Translators: a region; a source; a year */
  return g_strdup_printf (L_ ("To compare: share of the municipal prevention bodies in %1$s in which the sector is "
                              "present. Source: %2$s (read in %3$d; the year of the survey is not given there)."),
                          reference->region, reference->source, reference->year);
}

/** mappe_network_words_percent: Returns: "76.8 %" */
char *
mappe_network_words_percent (double percent, const MappeLanguage *language)
{
  g_autofree char *number = mappe_chart_number_text (percent, 1, language);

  return g_strconcat (number, "\u00a0%", NULL);
}

/** mappe_network_words_share: Returns: the share in percent; a dash of nothing */
char *
mappe_network_words_share (guint part, guint of, const MappeLanguage *language)
{
  return of > 0 ? mappe_network_words_percent (100.0 * part / of, language) : g_strdup ("–");
}

/** mappe_network_words_kind: Returns: (transfer none): the label of a kind of organisation */
const char *
mappe_network_words_kind (const MappeNetwork *network, const char *kind, const MappeLanguage *language)
{
  const char *label = mappe_codes_label (network->codes, "org_kind", kind, mappe_language_is_german (language));

  return label != NULL ? label : kind;
}
