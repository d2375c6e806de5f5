/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* The methods as tables of text: what a row of inputs is and what a method answers, for the command line, for "How
 * was this computed?" and for the test vectors.  Numbers have a point, NA stands for not available, Inf for an open
 * end, none for an empty list, ";" separates values and "/" rows of a table. */

/**
 * MappeMethodForm: what a cell of a column may hold; NA or an empty cell may stand in each but that of words
 */
typedef enum {
  MAPPE_METHOD_TEXT,         /* not looked at */
  MAPPE_METHOD_REAL,
  MAPPE_METHOD_AMOUNT,       /* from 0 on */
  MAPPE_METHOD_COUNT,        /* a whole number from 0 on */
  MAPPE_METHOD_PLACE,        /* a whole number from 1 on */
  MAPPE_METHOD_SHARE,        /* between 0 and 1 */
  MAPPE_METHOD_FLAG,         /* 0 or 1 */
  MAPPE_METHOD_WORD,         /* one of the column's words */
  MAPPE_METHOD_WORD_OR_REAL, /* one of them, or a number */
  MAPPE_METHOD_REALS,        /* from here on lists, written in the cell or kept in a file */
  MAPPE_METHOD_AMOUNTS,
  MAPPE_METHOD_COUNTS,
  MAPPE_METHOD_PLACES,
  MAPPE_METHOD_TABLE,        /* counts, rows of equal length */
} MappeMethodForm;

/**
 * MappeMethodProblem: why a cell cannot be taken
 */
typedef enum {
  MAPPE_METHOD_FINE,
  MAPPE_METHOD_NOT_A_NUMBER,
  MAPPE_METHOD_NOT_FINITE,
  MAPPE_METHOD_NEGATIVE,
  MAPPE_METHOD_NOT_WHOLE,
  MAPPE_METHOD_NOT_A_PLACE,
  MAPPE_METHOD_NOT_A_SHARE,
  MAPPE_METHOD_NOT_A_FLAG,
  MAPPE_METHOD_NO_SUCH_WORD,
  MAPPE_METHOD_MORE_THAN_ALL, /* a part that is larger than its whole */
  MAPPE_METHOD_TOO_LARGE,
  MAPPE_METHOD_TOO_SMALL,
  MAPPE_METHOD_UNEQUAL,       /* a list of another length than that beside it */
  MAPPE_METHOD_TOO_LONG,      /* more than MAPPE_METHOD_MOST_VALUES values */
  MAPPE_METHOD_NO_SERIES,     /* the file of a series cannot be read; the error says why */
} MappeMethodProblem;

/* Of a list. */
#define MAPPE_METHOD_MOST_VALUES 1000000

/**
 * MappeMethodColumn:
 * @name: heading
 * @form: what its cells hold
 * @words: (nullable): the words of MAPPE_METHOD_WORD and MAPPE_METHOD_WORD_OR_REAL, "|" between them
 */
typedef struct {
  const char     *name;
  MappeMethodForm form;
  const char     *words;
} MappeMethodColumn;

/**
 * MappeMethodValue: a cell that was read
 * @text: as written
 * @number: of a number, NAN for none; of a word its place in the column's words, from 0
 * @is_word: a word of MAPPE_METHOD_WORD_OR_REAL
 * @is_missing: the cell was empty or NA
 * @numbers: (array length=n): of a list or, row by row, of a table
 * @n: how many
 * @n_rows: rows of a table
 */
typedef struct {
  const char *text;
  double      number;
  gboolean    is_word;
  gboolean    is_missing;
  double     *numbers;
  gsize       n;
  gsize       n_rows;
} MappeMethodValue;

/**
 * MappeMethodFault: what is wrong with a row
 * @column: number of the input column, from 0
 * @place: which value of a list, from 1; 0 for the whole cell
 * @problem: MAPPE_METHOD_FINE if nothing is wrong
 */
typedef struct {
  guint              column;
  gsize              place;
  MappeMethodProblem problem;
} MappeMethodFault;

typedef struct _MappeMethodAnswer MappeMethodAnswer;

/**
 * MappeMethod:
 * @name: as in the names of the vector files
 * @inputs: columns it reads, up to one without a name
 * @outputs: headings of the answer, a space between them
 * @run: computes an answer
 */
typedef struct {
  const char              *name;
  const MappeMethodColumn *inputs;
  const char              *outputs;
  void                   (*run) (const MappeMethodValue *in, MappeMethodAnswer *answer);
} MappeMethod;

/**
 * MappeSeriesFunc: reads the series that @reference names: FILE.csv#COLUMN, perhaps with ";rows=A-B" or ";COLUMN=VALUE"
 *
 * Returns: (transfer full) (nullable) (element-type double): the values, NAN for gaps; %NULL with @error set
 */
typedef GArray *(*MappeSeriesFunc) (const char *reference, gpointer user_data, GError **error);

const MappeMethod * const *mappe_methods         (guint *n_methods);
const MappeMethod         *mappe_method_find     (const char *name);
guint                      mappe_method_n_inputs (const MappeMethod *self);
GStrv                      mappe_method_outputs  (const MappeMethod *self);
GStrv                      mappe_method_run      (const MappeMethod *self, const char * const *cells,
                                                  MappeSeriesFunc series, gpointer user_data,
                                                  MappeMethodFault *fault, GError **error);
char                      *mappe_method_number   (double value);

G_END_DECLS
