/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-foreign-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-foreign-error.h"
#include "mappe-number.h"
#include "mappe-text.h"

/* Values as people and other programs write them, in German and in English. */

/* --- formulas --- */

static gboolean
is_formula (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return first != 0 && (first < 0x80 ? strchr ("=+-@\t\r", (int) first) != NULL
                                     : first == 0xFF1D || first == 0xFF0B || first == 0xFF0D || first == 0xFF20);
}

/** mappe_foreign_unguard: Returns: (transfer full): a cell without the apostrophe that our own tables put before what a
 *   spreadsheet would take for a formula */
char *
mappe_foreign_unguard (const char *cell)
{
  return g_strdup (*cell == '\'' && is_formula (cell + 1) ? cell + 1 : cell);
}

/** mappe_foreign_guard: Returns: (transfer full): a cell with that apostrophe where it is needed */
char *
mappe_foreign_guard (const char *cell)
{
  return is_formula (cell) ? g_strconcat ("'", cell, NULL) : g_strdup (cell);
}

/* --- words --- */

/** mappe_foreign_key: Returns: (transfer full): letters and digits alone, by which words are compared */
char *
mappe_foreign_key (const char *text)
{
  g_autofree char *folded = mappe_text_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, FALSE);
}

static gboolean
is_one_of (const char *cell, const char *const *words)
{
  g_autofree char *key = mappe_foreign_key (cell);

  for (; *words != NULL; words++)
    {
      g_autofree char *word = mappe_foreign_key (*words);

      if (g_str_equal (word, key))
        return TRUE;
    }
  return FALSE;
}

static char *
read_bool (const char *cell)
{
  static const char *const yes[] = { "ja", "j", "yes", "y", "x", "wahr", "true", "1", "an", "on", NULL };
  static const char *const no[] = { "nein", "n", "no", "falsch", "false", "0", "aus", "off", NULL };

  if (is_one_of (cell, yes) || g_str_equal (cell, "✓") || g_str_equal (cell, "✔") || g_str_equal (cell, "☑"))
    return g_strdup ("1");
  return is_one_of (cell, no) || g_str_equal (cell, "-") || g_str_equal (cell, "–") ? g_strdup ("0") : NULL;
}

/* By the code, or by its label in one of the languages. */
static char *
read_code (MappeCodes *codes, const char *list, const char *cell)
{
  const char *const *all = mappe_codes_list (codes, list);
  g_autofree char *key = mappe_foreign_key (cell);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], cell))
      return g_strdup (cell);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *code = mappe_foreign_key (all[i]);
      g_autofree char *german = mappe_foreign_key (mappe_codes_label (codes, list, all[i], TRUE));
      g_autofree char *english = mappe_foreign_key (mappe_codes_label (codes, list, all[i], FALSE));

      if (*key != '\0' && (g_str_equal (code, key) || g_str_equal (german, key) || g_str_equal (english, key)))
        return g_strdup (all[i]);
    }
  return NULL;
}

/* --- numbers --- */

/* "1.234,50 €", "EUR 12", "45 %": the unit is known by the field. */
static char *
without_unit (const char *cell)
{
  static const char *const units[] = { "€", "EUR", "Euro", "%", "$", "Prozent", "percent" };
  g_autofree char *bare = g_strstrip (g_strdup (cell));

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i]), whole = strlen (bare);

      if (whole > length && g_ascii_strcasecmp (bare + whole - length, units[i]) == 0)
        bare[whole - length] = '\0';
      else if (whole > length && g_ascii_strncasecmp (bare, units[i], length) == 0)
        memmove (bare, bare + length, whole - length + 1);
      else
        continue;
      g_strstrip (bare);
      if (whole > length && g_str_has_suffix (bare, "\302\240"))
        bare[strlen (bare) - 2] = '\0';
    }
  return g_steal_pointer (&bare);
}

/** mappe_foreign_mark_of: Returns: the decimal mark that the writing of a cell shows, see mappe_number_mark() */
char
mappe_foreign_mark_of (const char *cell)
{
  g_autofree char *bare = without_unit (cell);

  return mappe_number_mark (bare);
}

/* "12.0" of a spreadsheet is the whole number 12. */
static void
drop_zeros (char *number)
{
  char *point = strchr (number, '.');

  if (point != NULL && strspn (point + 1, "0") == strlen (point + 1))
    *point = '\0';
}

static char *
read_number (const MappeForeignWriting *writing, const MappeFieldSpec *field, const char *cell)
{
  g_autofree char *bare = without_unit (cell);
  g_autofree char *number = mappe_number_parse_marked (bare, writing->mark, NULL);

  if (number == NULL && field->type == MAPPE_FIELD_REAL && strpbrk (bare, "eE") != NULL)
    number = g_strdelimit (g_strdup (bare), ",", '.');
  if (number != NULL && field->type == MAPPE_FIELD_INT)
    drop_zeros (number);
  if (number != NULL && field->type == MAPPE_FIELD_DECIMAL)
    {
      char *point = strchr (number, '.');

      /* Zeros beyond what the field keeps say nothing. */
      while (point != NULL && strlen (point + 1) > field->digits && g_str_has_suffix (number, "0"))
        number[strlen (number) - 1] = '\0';
    }
  return g_steal_pointer (&number);
}

/* --- days and times --- */

/* Spreadsheets write midnight behind a day, and a "T" or a space between day and time. */
static void
part_day (const char *cell, char **day, char **time)
{
  const char *mark = NULL;

  for (const char *at = cell; *at != '\0'; at++)
    if ((*at == ' ' || *at == 'T') && at > cell && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1])
        && strchr (at, ':') != NULL)
      mark = at;
  *day = mark != NULL ? g_strndup (cell, (gsize) (mark - cell)) : g_strdup (cell);
  *time = mark != NULL ? g_strdup (mark + 1) : NULL;
  g_strdelimit (g_strstrip (*day), ",", ' ');
  g_strstrip (*day);
}

/* "18:30:00" */
static char *
read_time (const char *cell)
{
  g_autofree char *bare = g_strstrip (g_strdup (cell));
  gsize length = strlen (bare);

  if (length > 6 && bare[length - 3] == ':' && strchr (bare, ':') != bare + length - 3)
    bare[length - 3] = '\0';
  return mappe_time_parse_typed (bare, NULL);
}

/* A table speaks of days, not of "tomorrow" or "in two weeks". */
static char *
read_date (const MappeForeignWriting *writing, const char *cell)
{
  g_autofree char *day = NULL, *time = NULL;

  part_day (cell, &day, &time);
  if (strpbrk (day, "0123456789") == NULL || strchr ("+-", *day) != NULL)
    return NULL;
  return mappe_date_parse_typed (day, writing->today, NULL);
}

static char *
read_datetime (const MappeForeignWriting *writing, const char *cell)
{
  g_autofree char *day = NULL, *time = NULL, *date = NULL, *clock = NULL;

  part_day (cell, &day, &time);
  date = mappe_date_parse_typed (day, writing->today, NULL);
  clock = time != NULL ? read_time (time) : g_strdup ("00:00");
  return date != NULL && clock != NULL ? g_strdup_printf ("%sT%s", date, clock) : NULL;
}

/* --- all --- */

static char *
complaint_of (const MappeFieldSpec *field, const char *cell)
{
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
      return g_strdup_printf (_("“%s” is not a whole number"), cell);
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return g_strdup_printf (_("“%s” is not a number"), cell);
    case MAPPE_FIELD_BOOL:
      return g_strdup_printf (_("“%s” is neither yes nor no"), cell);
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_DATETIME:
      return g_strdup_printf (_("“%s” is not a day"), cell);
    case MAPPE_FIELD_TIME:
      return g_strdup_printf (_("“%s” is not a time"), cell);
    case MAPPE_FIELD_CODE:
      return g_strdup_printf (_("“%s” is none of the entries of the list"), cell);
    default:
      return g_strdup_printf (_("“%s” cannot be taken"), cell);
    }
}

static char *
read_any (const MappeForeignWriting *writing, const MappeFieldSpec *field, const char *cell)
{
  switch (field->type)
    {
    case MAPPE_FIELD_TEXT:
      return mappe_text_clean (cell, FALSE);
    case MAPPE_FIELD_LONGTEXT:
      return mappe_text_clean (cell, TRUE);
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return read_number (writing, field, cell);
    case MAPPE_FIELD_BOOL:
      return read_bool (cell);
    case MAPPE_FIELD_DATE:
      return read_date (writing, cell);
    case MAPPE_FIELD_TIME:
      return read_time (cell);
    case MAPPE_FIELD_DATETIME:
      return read_datetime (writing, cell);
    case MAPPE_FIELD_CODE:
      return read_code (writing->codes, field->code_list, cell);
    default:
      return NULL;
    }
}

/**
 * mappe_foreign_value:
 * @field: not a reference, and not a file
 * @cell: not empty, without a guard
 * @error: return location for %MAPPE_FOREIGN_ERROR_ORDER; its message says why
 *
 * Returns: (transfer full) (nullable): the stored form, which the field's own rules have let pass
 */
char *
mappe_foreign_value (const MappeForeignWriting *writing, const MappeFieldSpec *field, const char *cell, GError **error)
{
  g_autofree char *canonical = read_any (writing, field, cell);
  g_autofree char *shown = NULL, *complaint = NULL;
  g_auto (MappeValue) value = MAPPE_VALUE_INIT;

  if (canonical != NULL && mappe_field_parse_canonical (field, canonical, &value, NULL))
    return g_steal_pointer (&canonical);
  shown = mappe_text_ellipsize (cell, 40);
  complaint = complaint_of (field, shown);
  g_set_error_literal (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ORDER, complaint);
  return NULL;
}
