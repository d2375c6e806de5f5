/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mappe-error.h"
#include "mappe-number.h"
#include "mappe-text.h"
#include "mappe-value-lines.h"

/* What one cell says. */

typedef struct {
  const char *scale;
  double      least, most;
  gboolean    whole;
  const char *reason;
} ScaleRule;

/* As the store judges, so that a cell says it before anything is saved. */
static const ScaleRule rules[] = {
  { "count", 0, INFINITY, TRUE, N_("A count is never negative") },
  { "rate", 0, INFINITY, FALSE, N_("A rate is never negative") },
  { "percent", 0, 100, FALSE,
    N_("A share lies between 0 and 100 %; a quota that can be higher has the scale “Rate”") },
  { "scale_1_4", 1, 4, FALSE, N_("The mean of this scale lies between 1 and 4") },
  { "scale_1_5", 1, 5, FALSE, N_("The mean of this scale lies between 1 and 5") },
};

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_NUMBER, reason);
  return FALSE;
}

static gboolean
judge (double number, const char *scale, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (g_strcmp0 (scale, rules[i].scale) != 0)
        continue;
      if (number < rules[i].least || number > rules[i].most)
        return refuse (error, _(rules[i].reason));
      if (rules[i].whole && number != floor (number))
        return refuse (error, _("A count is a whole number"));
    }
  return TRUE;
}

/* "12,5 %" is what a spreadsheet copies of a share. */
static char *
without_percent (const char *typed)
{
  char *text = g_strstrip (g_strdup (typed));
  gsize length = strlen (text);

  if (length > 1 && text[length - 1] == '%')
    text[length - 1] = '\0';
  return g_strstrip (text);
}

/* In tables of statistics offices a dash means exactly nothing, elsewhere that nobody counted. */
static gboolean
is_dash (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  return g_str_equal (text, "-") || g_str_equal (text, "–") || g_str_equal (text, "—") || g_str_equal (text, "−");
}

/**
 * mappe_value_cell_number:
 * @typed: the cell
 * @mark: decimal mark where the writing leaves it open; 0: that of the locale
 * @scale: (nullable): code of the list "scale"
 * @field: %MAPPE_LINE_VALUE or %MAPPE_LINE_BASE
 * @number: (out): what it says; never infinite
 * @error: %MAPPE_BASE_ERROR_NUMBER with a message for people
 *
 * Returns: whether it is a number that a value, or what it is out of, can be
 */
gboolean
mappe_value_cell_number (const char *typed, char mark, const char *scale, MappeLineField field, double *number,
                         GError **error)
{
  g_autofree char *text = g_strcmp0 (scale, "percent") == 0 && field == MAPPE_LINE_VALUE ? without_percent (typed)
                                                                                      : g_strdup (typed);
  g_autofree char *canonical = mark != '\0' ? mappe_number_parse_marked (text, mark, error)
                                            : mappe_number_parse_typed (text, error);

  if (canonical == NULL && is_dash (typed))
    {
      g_clear_error (error);
      return refuse (error, _("A dash may mean none or not counted: write 0, or leave the cell empty"));
    }
  if (canonical == NULL)
    return FALSE;
  if (!mappe_real_parse (canonical, number))
    return refuse (error, _("This number is too large"));
  if (field == MAPPE_LINE_BASE)
    return *number >= 0 && *number <= 1e12 ? TRUE
                                           : refuse (error, _("What a value is out of lies between 0 and 10¹²"));
  return judge (*number, scale, error);
}

/**
 * mappe_value_cell_status:
 * @typed: a word or a code
 *
 * Returns: (nullable): the code of the list "value_status" that is meant; %NULL when it is not understood
 */
const char *
mappe_value_cell_status (const char *typed)
{
  static const struct { const char *begins, *code; } words[] = {
    { "prov", "provisional" }, { "vorl", "provisional" }, { "final", "final" },      { "endg", "final" },
    { "revi", "revised" },     { "beri", "revised" },     { "miss", "missing" },     { "fehl", "missing" },
    { "supp", "suppressed" },  { "unterd", "suppressed" }, { "geheim", "suppressed" }, { "withh", "suppressed" },
  };
  g_autofree char *folded = mappe_text_fold (typed);

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (g_strstrip (folded), words[i].begins))
      return words[i].code;
  return NULL;
}

/** mappe_value_cell_is_gap: Returns: whether the cell says that there is no value: empty, "n/a", "k. A.", "#NV" */
gboolean
mappe_value_cell_is_gap (const char *typed)
{
  static const char *const words[] = { "n/a", "na", "#n/a", "#nv", "k.a.", "n.v.", NULL };
  g_autofree char *text = NULL;
  GString *packed;

  if (mappe_cells_is_blank (typed))
    return TRUE;
  packed = g_string_new (NULL);
  for (const char *at = typed; *at != '\0' && packed->len < 8; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (packed, g_ascii_tolower (*at));
  text = g_string_free (packed, FALSE);
  return g_strv_contains (words, text);
}

/** mappe_value_cell_is_withheld: Returns: whether the cell says that the value is too small to be told: "<5", or the
 * sign that a withheld value has in the table of values */
gboolean
mappe_value_cell_is_withheld (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  const char *number = text + 1 + (*text != '\0' ? strspn (text + 1, " ") : 0);

  if (g_str_equal (text, "×"))
    return TRUE;
  return *text == '<' && *number != '\0' && number[strspn (number, "0123456789")] == '\0';
}

/** mappe_line_field_name: Returns: (transfer none): what a column is called */
const char *
mappe_line_field_name (MappeLineField field)
{
  static const char *const names[] = { N_("Period"), N_("Value"), N_("Out of"), N_("Status"), N_("Note") };

  return field < MAPPE_LINE_N_FIELDS ? _(names[field]) : "";
}
