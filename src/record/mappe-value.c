/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value.h"

/**
 * mappe_value_clear:
 * @value: a value
 *
 * Frees what @value holds and makes it NULL.
 */
void
mappe_value_clear (MappeValue *value)
{
  if (value->type == MAPPE_VALUE_TEXT)
    g_free (value->text);
  *value = (MappeValue) MAPPE_VALUE_INIT;
}

/**
 * mappe_value_copy:
 * @target: an initialised value, overwritten
 * @source: the value to copy; may be @target
 */
void
mappe_value_copy (MappeValue *target, const MappeValue *source)
{
  MappeValue copy = *source;
  if (source->type == MAPPE_VALUE_TEXT)
    copy.text = g_strdup (source->text);
  mappe_value_clear (target);
  *target = copy;
}

/**
 * mappe_value_equal:
 * @left: a value
 * @right: a value
 *
 * Values of different types are never equal, not even 1 and 1.0: a field has one type.
 *
 * Returns: whether both hold the same; two NULLs do
 */
gboolean
mappe_value_equal (const MappeValue *left, const MappeValue *right)
{
  if (left->type != right->type)
    return FALSE;
  switch (left->type)
    {
    case MAPPE_VALUE_NULL:
      return TRUE;
    case MAPPE_VALUE_INT:
      return left->integer == right->integer;
    case MAPPE_VALUE_REAL:
      return left->real == right->real;
    case MAPPE_VALUE_TEXT:
      return g_strcmp0 (left->text, right->text) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * mappe_value_set_int:
 * @value: an initialised value, overwritten
 * @integer: a number, a scaled decimal, 0 or 1, or the id of a record
 */
void
mappe_value_set_int (MappeValue *value, gint64 integer)
{
  mappe_value_clear (value);
  value->type = MAPPE_VALUE_INT;
  value->integer = integer;
}

/**
 * mappe_value_set_real:
 * @value: an initialised value, overwritten
 * @real: a number
 */
void
mappe_value_set_real (MappeValue *value, double real)
{
  mappe_value_clear (value);
  value->type = MAPPE_VALUE_REAL;
  value->real = real;
}

/**
 * mappe_value_set_text:
 * @value: an initialised value, overwritten
 * @text: (nullable): text to copy; %NULL makes the value NULL
 */
void
mappe_value_set_text (MappeValue *value, const char *text)
{
  mappe_value_take_text (value, g_strdup (text));
}

/**
 * mappe_value_take_text:
 * @value: an initialised value, overwritten
 * @text: (transfer full) (nullable): text to hold; %NULL makes the value NULL
 */
void
mappe_value_take_text (MappeValue *value, char *text)
{
  mappe_value_clear (value);
  if (text == NULL)
    return;
  value->type = MAPPE_VALUE_TEXT;
  value->text = text;
}
