/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-personal-data.h"

#include <stdlib.h>
#include <string.h>

/* Who is younger than that is a child whose date of birth is told by a word before it; a bare date that is more recent
 * is rather the day of what happened. */
#define YOUNGEST_BARE 14
#define OLDEST 120

#define YEAR "(?:19|20)[0-9]{2}"
#define DAY_MONTH "[0-3]?[0-9]\\.\\s?[01]?[0-9]\\.\\s?"
#define ISO_REST "-[01][0-9]-[0-3][0-9]"
#define DATE "(?:" DAY_MONTH "(?:" YEAR "|[0-9]{2})|" YEAR ISO_REST ")"
#define MONTH                                                                                                    \
  "(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"                         \
  "January|February|March|May|June|July|October|December)"
#define LONG_DATE "[0-3]?[0-9]\\.?\\s" MONTH "\\s" YEAR

/* A word that tells of a birth, then a date close behind it. */
static const char birth_told[] =
  "(?:\\bgeb\\.?|\\bgeboren|\\bgeburts(?:datum|tag)|\\bjahrgang|\\bborn|\\bdate of birth|\\bd\\.?o\\.?b\\.?|\\*)"
  "[^0-9\\n]{0,12}(?:" DATE "|" LONG_DATE ")";

static const char birth_bare[] =
  "(?<![0-9.])(?:" DAY_MONTH "(" YEAR ")|(" YEAR ")" ISO_REST ")(?![0-9])";

/* District, one or two letters, up to four digits, E for electric, H for old: "TR-AB 123", "TR AB 123E". Written small
 * only with the hyphen. References of this program, like MS-P11-3, go on with a hyphen. */
static const char plate_hyphen[] = "(?<![\\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?[1-9][0-9]{0,3}[EH]?(?![\\w-])";
static const char plate_space[] =
  "(?<![\\w-])(?!TOP |KW |NR )[A-ZÄÖÜ]{1,3} [A-Z]{1,2}[ -]?[1-9][0-9]{1,3}[EH]?(?![\\w-])";

/* "8033 Js 12345/24": department, register, number, year. */
static const char case_court[] =
  "\\b[0-9]{1,5}\\s?(?:UJs|Js|Gs|Ds|Ls|Ks|Cs|OWi|Ss|Bs|VRs|AR)\\s?[0-9]{1,6}/[0-9]{2,4}\\b";
static const char case_police[] = "\\b(?:ST/[0-9]{5,7}/[0-9]{4}|[0-9]{6}-[0-9]{4}-[0-9]{5,6})\\b";
static const char case_told[] =
  "(?:\\bvorgangs-?(?:nummer|nr\\.?)|\\btagebuch-?(?:nummer|nr\\.?)|\\btgb\\.?-?\\s?nr\\.?|\\baktenzeichen|\\baz\\.?|"
  "\\bcase (?:number|no\\.?)|\\bfile (?:number|no\\.?))[:\\s]{1,3}[\\w./ -]{0,12}[0-9][\\w./-]*";

/* Returns: (transfer full) (nullable): the first match */
static char *
first_match (const char *text, const char *pattern, gboolean any_case)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | (any_case ? G_REGEX_CASELESS : 0), 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (regex != NULL, NULL);
  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

/* The first full date that lies as far back as the birth of somebody who writes. */
static char *
find_bare_birth (const char *text, int this_year)
{
  g_autoptr (GRegex) regex = g_regex_new (birth_bare, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (regex != NULL, NULL);
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *german = g_match_info_fetch (match, 1), *iso = g_match_info_fetch (match, 2);
      int year = german != NULL && *german != '\0' ? atoi (german) : iso != NULL ? atoi (iso) : this_year;

      if (this_year - year >= YOUNGEST_BARE && this_year - year <= OLDEST)
        return g_match_info_fetch (match, 0);
    }
  return NULL;
}

static void
take (char **found, char *match)
{
  if (*found == NULL)
    *found = match;
  else
    g_free (match);
}

/**
 * mappe_personal_data_find:
 * @text: (nullable): what was typed
 * @this_year: the present year
 * @found: (out): what looks like personal data of a case; to be cleared
 *
 * Looks for dates of birth, German number plates and case numbers. A hint for whoever types, not a proof: it may be
 * wrong both ways, so it warns and never forbids. Data protection: the council has no data on suspects, victims or
 * cases (requirement DP-04).
 *
 * Returns: whether anything was found
 */
gboolean
mappe_personal_data_find (const char *text, int this_year, MappePersonalFound *found)
{
  memset (found, 0, sizeof *found);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  take (&found->found[MAPPE_PERSONAL_BIRTH], first_match (text, birth_told, TRUE));
  take (&found->found[MAPPE_PERSONAL_BIRTH], find_bare_birth (text, this_year));
  take (&found->found[MAPPE_PERSONAL_PLATE], first_match (text, plate_hyphen, TRUE));
  take (&found->found[MAPPE_PERSONAL_PLATE], first_match (text, plate_space, FALSE));
  take (&found->found[MAPPE_PERSONAL_CASE], first_match (text, case_court, FALSE));
  take (&found->found[MAPPE_PERSONAL_CASE], first_match (text, case_police, FALSE));
  take (&found->found[MAPPE_PERSONAL_CASE], first_match (text, case_told, TRUE));
  for (guint i = 0; i < MAPPE_PERSONAL_KINDS; i++)
    if (found->found[i] != NULL)
      return TRUE;
  return FALSE;
}

/** mappe_personal_data_clear: Frees what was found. */
void
mappe_personal_data_clear (MappePersonalFound *found)
{
  for (guint i = 0; i < MAPPE_PERSONAL_KINDS; i++)
    g_clear_pointer (&found->found[i], g_free);
}
