/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-input.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-error.h"
#include "mappe-number.h"
#include "mappe-record-error.h"
#include "mappe-text.h"

/* Digits beyond the field's places are the only way a number can still fail here. */
static char *
normalise (const MappeFieldSpec *field, const char *canonical, GError **error)
{
  g_autofree char *result = NULL;
  MappeValue value = MAPPE_VALUE_INIT;
  if (mappe_field_parse_canonical (field, canonical, &value, error))
    result = mappe_field_to_canonical (field, &value);
  mappe_value_clear (&value);
  return g_steal_pointer (&result);
}

static char *
parse_number (const MappeFieldSpec *field, const char *typed, GError **error)
{
  g_autofree char *number = mappe_number_parse_typed (typed, error);
  return number == NULL ? NULL : normalise (field, number, error);
}

static char *
parse_date (const char *typed, GError **error)
{
  g_autofree char *today = mappe_date_today ();
  return mappe_date_parse_typed (typed, today, error);
}

/* The last word is the time; a day alone begins at midnight. */
static char *
parse_datetime (const char *typed, GError **error)
{
  g_autofree char *whole = parse_date (typed, NULL);
  if (whole != NULL)
    return g_strconcat (whole, "T00:00", NULL);
  const char *gap = strrchr (typed, ' ') != NULL ? strrchr (typed, ' ') : strrchr (typed, 'T');
  if (gap == NULL)
    {
      g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE, "“%s” is not a date and time", typed);
      return NULL;
    }
  g_autofree char *day = g_strndup (typed, gap - typed);
  g_autofree char *date = parse_date (g_strstrip (day), error);
  g_autofree char *time = date == NULL ? NULL : mappe_time_parse_typed (gap + 1, error);
  return time == NULL ? NULL : g_strconcat (date, "T", time, NULL);
}

/**
 * mappe_field_parse_typed:
 * @field: the field that is typed into
 * @typed: the text as typed, in the manner of the locale
 * @canonical: (out) (nullable): stored form; %NULL when @typed is empty
 * @error: return location for a #MappeBaseError or #MappeRecordError
 *
 * Understands what people type: `31.12.26`, `+14`, `1.234,5`. Whether the field may hold the value is another
 * question: mappe_field_check().
 *
 * Returns: whether @typed was understood
 */
gboolean
mappe_field_parse_typed (const MappeFieldSpec *field, const char *typed, char **canonical, GError **error)
{
  g_autofree char *clean = mappe_text_clean (typed, field->type == MAPPE_FIELD_LONGTEXT);
  g_strchomp (clean);
  *canonical = NULL;
  if (*clean == '\0')
    return TRUE;
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      *canonical = parse_number (field, clean, error);
      break;
    case MAPPE_FIELD_DATE:
      *canonical = parse_date (clean, error);
      break;
    case MAPPE_FIELD_TIME:
      *canonical = mappe_time_parse_typed (clean, error);
      break;
    case MAPPE_FIELD_DATETIME:
      *canonical = parse_datetime (clean, error);
      break;
    default:
      *canonical = g_steal_pointer (&clean);
    }
  return *canonical != NULL;
}

/* Without grouping: in an editor a separator of thousands only gets in the way. */
static char *
format_number (const char *canonical)
{
  g_auto (GStrv) halves = g_strsplit (canonical, ".", 2);
  return g_strjoinv (nl_langinfo (RADIXCHAR), halves);
}

/**
 * mappe_field_format_typed:
 * @field: a field
 * @canonical: (nullable): stored form
 *
 * Returns: (transfer full): the text an editor starts with; mappe_field_parse_typed() reads it back
 */
char *
mappe_field_format_typed (const MappeFieldSpec *field, const char *canonical)
{
  if (canonical == NULL)
    return g_strdup ("");
  switch (field->type)
    {
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return format_number (canonical);
    case MAPPE_FIELD_DATE:
      return mappe_date_format (canonical);
    case MAPPE_FIELD_DATETIME:
      return mappe_datetime_format (canonical);
    default:
      return g_strdup (canonical);
    }
}

/**
 * mappe_field_check:
 * @field: a field
 * @canonical: (nullable): the value it would hold
 * @error: return location for a #MappeRecordError
 *
 * An empty reference passes: the program gives one.
 *
 * Returns: whether @field may hold @canonical
 */
gboolean
mappe_field_check (const MappeFieldSpec *field, const char *canonical, GError **error)
{
  MappeValue value = MAPPE_VALUE_INIT;
  gboolean given = canonical == NULL && (field->flags & MAPPE_FIELD_UNIQUE) && g_str_equal (field->name, "reference");
  gboolean valid = given || (mappe_field_parse_canonical (field, canonical, &value, error) &&
                             mappe_field_validate (field, &value, error));
  mappe_value_clear (&value);
  return valid;
}

static char *
bound (const MappeFieldSpec *field, double number)
{
  return mappe_real_format (number, (int) field->digits);
}

static char *
range_message (const MappeFieldSpec *field)
{
  g_autofree char *least = bound (field, field->minimum);
  g_autofree char *most = bound (field, field->maximum);
  if (field->maximum >= 1e9)
    return g_strdup_printf (_("At least %s."), least);
  return g_strdup_printf (_("From %s to %s."), least, most);
}

static char *
type_message (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_DATE:
      return g_strdup (_("Not a date. Type for example 31.12.26, +14, Monday or week 12."));
    case MAPPE_FIELD_TIME:
      return g_strdup (_("Not a time. Type for example 14:30."));
    case MAPPE_FIELD_DATETIME:
      return g_strdup (_("Not a date with a time. Type for example 31.12.26 14:30."));
    case MAPPE_FIELD_INT:
      return g_strdup (_("Not a whole number."));
    case MAPPE_FIELD_DECIMAL:
      return g_strdup_printf (ngettext ("Not a number with at most %u decimal place.",
                                        "Not a number with at most %u decimal places.", field->digits),
                              field->digits);
    case MAPPE_FIELD_REAL:
      return g_strdup (_("Not a number."));
    case MAPPE_FIELD_REF:
      return g_strdup (_("Nothing of this name. Choose from the list or create it."));
    case MAPPE_FIELD_CODE:
      return g_strdup (_("Not in the list. Choose from the list."));
    default:
      return g_strdup (_("This cannot be stored here."));
    }
}

/**
 * mappe_field_explain:
 * @field: the field at fault
 * @error: what is wrong, of either domain
 *
 * Returns: (transfer full): a sentence for the user, made from the code of @error
 */
char *
mappe_field_explain (const MappeFieldSpec *field, const GError *error)
{
  if (error->domain != MAPPE_RECORD_ERROR)
    return type_message (field);
  switch ((MappeRecordError) error->code)
    {
    case MAPPE_RECORD_ERROR_REQUIRED:
      return g_strdup (_("Please fill in this field."));
    case MAPPE_RECORD_ERROR_RANGE:
      return range_message (field);
    case MAPPE_RECORD_ERROR_TOO_LONG:
      return g_strdup (_("Too long for this field."));
    case MAPPE_RECORD_ERROR_ENCODING:
      return g_strdup (_("Contains characters that cannot be stored."));
    case MAPPE_RECORD_ERROR_RULE:
      return g_strdup (_("Does not agree with another field."));
    case MAPPE_RECORD_ERROR_TYPE:
    case MAPPE_RECORD_ERROR_UNKNOWN_KIND:
    case MAPPE_RECORD_ERROR_UNKNOWN_FIELD:
    default:
      return type_message (field);
    }
}

/* The message of a rule names the fields by their untranslated names; the last word is the other one. */
static int
other_field (const MappeKind *kind, const GError *error)
{
  const char *last = strrchr (error->message, ' ');
  return last == NULL ? -1 : mappe_kind_find_field (kind, last + 1);
}

/* Such a message begins "cancel_reason is missing". */
static gboolean
is_missing (const MappeFieldSpec *field, const GError *error)
{
  const char *what = g_str_has_prefix (error->message, field->name) ? error->message + strlen (field->name) : "";

  return g_str_has_prefix (what, " is missing");
}

/**
 * mappe_field_rule_message:
 * @kind: kind of the record
 * @field: number of the field the rule points at
 * @error: %MAPPE_RECORD_ERROR_RULE
 *
 * Returns: (transfer full): a sentence for the user about two fields that contradict each other
 */
char *
mappe_field_rule_message (const MappeKind *kind, guint field, const GError *error)
{
  int other = other_field (kind, error);

  if (is_missing (&kind->fields[field], error))
    return g_strdup (_("Please fill in this field."));
  switch (kind->fields[field].type)
    {
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_DATETIME:
      return other >= 0 ? g_strdup_printf (_("Must not be before “%s”."), _(kind->fields[other].label))
                        : g_strdup (_("Does not agree with another date."));
    case MAPPE_FIELD_INT:
      return g_strdup (_("The numbers do not add up."));
    default:
      return g_strdup (_("Does not agree with another field."));
    }
}

/* The last day of the month for "31.11." and the like. */
static char *
propose_day (const char *typed)
{
  guint day = 0, month = 0, year = 0;
  int read = sscanf (typed, "%u.%u.%u", &day, &month, &year);
  if (read < 2 || month < 1 || month > 12 || day < 29 || day > 31)
    return NULL;
  if (read == 3 && year < 100)
    year += 2000;
  if (read < 3 || year < 1900 || year > 9999)
    return NULL;
  guint last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return day > last ? g_strdup_printf ("%04u-%02u-%02u", year, month, last) : NULL;
}

static char *
propose_bound (const MappeFieldSpec *field, const char *typed)
{
  g_autofree char *number = mappe_number_parse_typed (typed, NULL);
  double value = 0;
  if (number == NULL || !mappe_real_parse (number, &value))
    return NULL;
  g_autofree char *nearest = mappe_real_to_canonical (value < field->minimum ? field->minimum : field->maximum);
  return normalise (field, nearest, NULL);
}

static char *
propose_shorter (const MappeFieldSpec *field, const char *typed)
{
  const char *end = NULL;
  gsize most = field->type == MAPPE_FIELD_LONGTEXT ? MAPPE_LONGTEXT_MAX : MAPPE_TEXT_MAX;
  g_utf8_validate (typed, (gssize) MIN (most, strlen (typed)), &end);
  return g_strndup (typed, end - typed);
}

/**
 * mappe_field_proposal:
 * @field: the field at fault
 * @typed: what was typed
 * @error: what is wrong with it
 *
 * Returns: (transfer full) (nullable): a stored form that would be right and is near to what was typed
 */
char *
mappe_field_proposal (const MappeFieldSpec *field, const char *typed, const GError *error)
{
  if (field->type == MAPPE_FIELD_DATE && error->domain == MAPPE_BASE_ERROR)
    return propose_day (typed);
  if (error->domain != MAPPE_RECORD_ERROR)
    return NULL;
  if (error->code == MAPPE_RECORD_ERROR_RANGE)
    return propose_bound (field, typed);
  if (error->code == MAPPE_RECORD_ERROR_TOO_LONG)
    return propose_shorter (field, typed);
  if (error->code == MAPPE_RECORD_ERROR_REQUIRED)
    return g_strdup (field->preset);
  return NULL;
}
