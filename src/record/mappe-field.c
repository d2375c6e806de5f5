/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field.h"

#include <math.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-number.h"
#include "mappe-record-error.h"
#include "mappe-text.h"

#define HASH_LENGTH 64

static gboolean
fail (const MappeFieldSpec *field, MappeRecordError code, const char *what, GError **error)
{
  g_set_error (error, MAPPE_RECORD_ERROR, code, "%s %s", field->name, what);
  return FALSE;
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

static MappeValueType
value_type (const MappeFieldSpec *field)
{
  if (mappe_field_is_text (field))
    return MAPPE_VALUE_TEXT;
  return field->type == MAPPE_FIELD_REAL ? MAPPE_VALUE_REAL : MAPPE_VALUE_INT;
}

static double
power_of_ten (guint digits)
{
  double power = 1;
  while (digits-- > 0)
    power *= 10;
  return power;
}

static gboolean
is_form_of_type (const MappeFieldSpec *field, const char *text)
{
  switch (field->type)
    {
    case MAPPE_FIELD_DATE:
      return mappe_date_is_valid (text);
    case MAPPE_FIELD_TIME:
      return mappe_time_is_valid (text);
    case MAPPE_FIELD_DATETIME:
      return mappe_datetime_is_valid (text);
    case MAPPE_FIELD_BLOB:
      return is_hash (text);
    default:
      return TRUE;
    }
}

static gboolean
check_text (const MappeFieldSpec *field, const char *text, GError **error)
{
  gboolean multiline = field->type == MAPPE_FIELD_LONGTEXT;
  if (strlen (text) > (multiline ? MAPPE_LONGTEXT_MAX : MAPPE_TEXT_MAX))
    return fail (field, MAPPE_RECORD_ERROR_TOO_LONG, "is too long", error);
  if (!mappe_text_is_clean (text, multiline))
    return fail (field, MAPPE_RECORD_ERROR_ENCODING, "is not UTF-8 or has control characters", error);
  if (!is_form_of_type (field, text))
    return fail (field, MAPPE_RECORD_ERROR_TYPE, "is not a value of its type", error);
  return TRUE;
}

static gboolean
check_number (const MappeFieldSpec *field, double number, GError **error)
{
  if (!isfinite (number))
    return fail (field, MAPPE_RECORD_ERROR_RANGE, "is not a finite number", error);
  if (field->type == MAPPE_FIELD_BOOL && number != 0 && number != 1)
    return fail (field, MAPPE_RECORD_ERROR_TYPE, "is neither 0 nor 1", error);
  if (field->type == MAPPE_FIELD_REF && number < 1)
    return fail (field, MAPPE_RECORD_ERROR_TYPE, "is not the id of a record", error);
  if (field->minimum < field->maximum && (number < field->minimum || number > field->maximum))
    return fail (field, MAPPE_RECORD_ERROR_RANGE, "is out of range", error);
  return TRUE;
}

/* Spaces alone name nothing, so they do not fill a required field. */
static gboolean
is_blank (const MappeValue *value)
{
  if (value->type != MAPPE_VALUE_TEXT)
    return value->type == MAPPE_VALUE_NULL;
  return value->text[strspn (value->text, " \t\r\n")] == '\0';
}

/**
 * mappe_field_is_text:
 * @field: a field
 *
 * Returns: whether values of @field are held as text: texts, dates, times, codes and hashes
 */
gboolean
mappe_field_is_text (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_DATETIME:
    case MAPPE_FIELD_CODE:
    case MAPPE_FIELD_BLOB:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * mappe_field_has_key:
 * @field: a field
 *
 * Returns: whether the store keeps a sort key beside the value: language text that lists sort by. Dates, times and
 * codes sort by their stored form.
 */
gboolean
mappe_field_has_key (const MappeFieldSpec *field)
{
  return (field->flags & MAPPE_FIELD_SORT) != 0 &&
         (field->type == MAPPE_FIELD_TEXT || field->type == MAPPE_FIELD_LONGTEXT);
}

/**
 * mappe_field_to_canonical:
 * @field: a field
 * @value: a value of its type
 *
 * The form of the change log, the dump and the interchange files: without locale, the same on every computer.
 *
 * Returns: (transfer full) (nullable): the text, %NULL for NULL
 */
char *
mappe_field_to_canonical (const MappeFieldSpec *field, const MappeValue *value)
{
  switch (value->type)
    {
    case MAPPE_VALUE_TEXT:
      return g_strdup (value->text);
    case MAPPE_VALUE_REAL:
      return mappe_real_to_canonical (value->real);
    case MAPPE_VALUE_INT:
      return field->type == MAPPE_FIELD_DECIMAL ? mappe_decimal_to_canonical (value->integer, field->digits)
                                                : g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case MAPPE_VALUE_NULL:
    default:
      return NULL;
    }
}

static gboolean
parse_number (const MappeFieldSpec *field, const char *canonical, MappeValue *value)
{
  double real = 0;
  gint64 integer = 0;
  if (field->type == MAPPE_FIELD_REAL)
    {
      if (!mappe_real_parse (canonical, &real))
        return FALSE;
      mappe_value_set_real (value, real);
      return TRUE;
    }
  if (field->type == MAPPE_FIELD_DECIMAL ? !mappe_decimal_parse (canonical, field->digits, &integer)
                                         : !mappe_int_parse (canonical, &integer))
    return FALSE;
  if (field->type == MAPPE_FIELD_BOOL && integer != 0 && integer != 1)
    return FALSE;
  if (field->type == MAPPE_FIELD_REF && integer < 1)
    return FALSE;
  mappe_value_set_int (value, integer);
  return TRUE;
}

/**
 * mappe_field_parse_canonical:
 * @field: a field
 * @canonical: (nullable): a text in canonical form; %NULL and "" mean NULL
 * @value: (inout): an initialised value; left alone on failure
 * @error: return location for %MAPPE_RECORD_ERROR_TYPE
 *
 * Reads what mappe_field_to_canonical() writes. Says only whether the text is a value of the type; whether the
 * field may hold it is the question of mappe_field_validate().
 *
 * Returns: whether @canonical was understood
 */
gboolean
mappe_field_parse_canonical (const MappeFieldSpec *field, const char *canonical, MappeValue *value, GError **error)
{
  if (canonical == NULL || *canonical == '\0')
    {
      mappe_value_clear (value);
      return TRUE;
    }
  if (!mappe_field_is_text (field))
    return parse_number (field, canonical, value) ||
           fail (field, MAPPE_RECORD_ERROR_TYPE, "is not a number of its type", error);
  if (!is_form_of_type (field, canonical))
    return fail (field, MAPPE_RECORD_ERROR_TYPE, "is not a value of its type", error);
  mappe_value_set_text (value, canonical);
  return TRUE;
}

/**
 * mappe_field_validate:
 * @field: a field
 * @value: the value it would hold
 * @error: return location for a #MappeRecordError
 *
 * Checks everything that can be said from the field alone: presence, type, length, characters, range, calendar.
 * Whether a code is in its list, a reference points to a record and a unique text is unique, only the store knows.
 *
 * Returns: whether @field may hold @value
 */
gboolean
mappe_field_validate (const MappeFieldSpec *field, const MappeValue *value, GError **error)
{
  if ((field->flags & MAPPE_FIELD_REQUIRED) != 0 && is_blank (value))
    return fail (field, MAPPE_RECORD_ERROR_REQUIRED, "is required", error);
  if (value->type == MAPPE_VALUE_NULL)
    return TRUE;
  if (value->type != value_type (field))
    return fail (field, MAPPE_RECORD_ERROR_TYPE, "is not a value of its type", error);
  if (value->type == MAPPE_VALUE_TEXT)
    return value->text[0] == '\0' || check_text (field, value->text, error);
  if (value->type == MAPPE_VALUE_REAL)
    return check_number (field, value->real, error);
  return check_number (field, (double) value->integer / power_of_ten (field->digits), error);
}
