/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-disclosure.h"

#include <math.h>

/* A row or a column of the table. */
typedef struct {
  gsize first;
  gsize step;
  gsize n;
} Line;

static Line
row_of (const MappeDisclosureCase *given, gsize i)
{
  return (Line){ i * given->n_columns, 1, given->n_columns };
}

static Line
column_of (const MappeDisclosureCase *given, gsize i)
{
  return (Line){ i, given->n_columns, given->n_rows };
}

/* Hides the smallest count above 0 of a line in which one alone is hidden, else a 0; the first of equal ones. */
static gboolean
protect_line (const MappeDisclosureCase *given, Line line, gboolean *hidden)
{
  gsize alone = 0, best = G_MAXSIZE;

  for (gsize i = 0; i < line.n; i++)
    {
      gsize at = line.first + i * line.step;
      double count = given->counts[at];

      if (hidden[at])
        alone++;
      else if (!isnan (count) &&
               (best == G_MAXSIZE || (count > 0 && (given->counts[best] <= 0 || count < given->counts[best]))))
        best = at;
    }
  if (alone != 1 || best == G_MAXSIZE)
    return FALSE;
  hidden[best] = TRUE;
  return TRUE;
}

static void
protect (const MappeDisclosureCase *given, gboolean *hidden)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (gsize i = 0; i < given->n_rows; i++)
        changed = protect_line (given, row_of (given, i), hidden) || changed;
      for (gsize i = 0; i < given->n_columns; i++)
        changed = protect_line (given, column_of (given, i), hidden) || changed;
    }
}

/* The sum of what is hidden is known from the total. One count is then known itself; so are several if they are as
 * small as hidden counts can be: two whose sum is 2 are both 1. */
static gboolean
line_gives_away (const MappeDisclosureCase *given, Line line, const gboolean *hidden)
{
  double sum = 0;
  gsize n = 0;

  for (gsize i = 0; i < line.n; i++)
    if (hidden[line.first + i * line.step])
      {
        sum += given->counts[line.first + i * line.step];
        n++;
      }
  return line.n > 1 && (n == 1 || (n > 1 && sum <= (given->zero_shown ? (double) n : 0)));
}

static gboolean
gives_away (const MappeDisclosureCase *given, const gboolean *hidden)
{
  for (gsize i = 0; i < given->n_rows; i++)
    if (line_gives_away (given, row_of (given, i), hidden))
      return TRUE;
  for (gsize i = 0; i < given->n_columns; i++)
    if (line_gives_away (given, column_of (given, i), hidden))
      return TRUE;
  return FALSE;
}

/**
 * mappe_disclosure_hide:
 * @given: the table and the rule
 * @hidden: (out caller-allocates) (array): which cells are not shown, row by row
 *
 * First the small counts, 1 to threshold - 1 (0 as well if it is not to be shown). Then, as totals are shown, a
 * second count of each row and column in which one alone is hidden: the smallest above 0, of equal ones the left
 * or upper one; a 0 only if there is nothing else; rows and columns in turn until nothing changes. The same holds
 * for labels, tooltips, exports and alternative texts. Two releases of one table can give away as well. Source:
 * OECD glossary 7010 and 6898; SDC handbook, chapter 5.
 *
 * Returns: how much is hidden
 */
MappeDisclosure
mappe_disclosure_hide (const MappeDisclosureCase *given, gboolean *hidden)
{
  MappeDisclosure found = { 0, 0, FALSE };

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    {
      double count = given->counts[i];

      hidden[i] = count < given->threshold && (count > 0 || (count == 0 && !given->zero_shown));
      found.n_small += hidden[i] ? 1 : 0;
    }
  if (given->protect)
    protect (given, hidden);
  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    found.n_hidden += hidden[i] ? 1 : 0;
  found.gives_away = gives_away (given, hidden);
  return found;
}

/**
 * mappe_disclosure_round:
 * @count: from 0 on
 * @base: 3, 5 or 10
 *
 * To the nearest multiple, half of the base upwards. Each total is rounded on its own: parts need not add up to
 * it.
 *
 * Returns: the rounded count; NAN if @base is not above 0
 */
double
mappe_disclosure_round (double count, double base)
{
  return base > 0 ? floor (count / base + 0.5) * base : NAN;
}
