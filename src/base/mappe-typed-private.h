#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MAPPE_TYPED_MAX_PARTS 3

/* A typed date or time taken apart. The shape has one character for each part, spaces left out: "N" for a
 * number, "W" for a word, marks as they are: "3. April 2027" has the shape "N.WN". */
typedef struct {
  char shape[16];
  int numbers[MAPPE_TYPED_MAX_PARTS];
  guint digits[MAPPE_TYPED_MAX_PARTS];
  guint n_numbers;
  char words[MAPPE_TYPED_MAX_PARTS][24];
  guint n_words;
} MappeTyped;

gboolean  mappe_typed_scan          (MappeTyped *typed, const char *text);
gboolean  mappe_typed_has_shape     (const MappeTyped *typed, const char *const *shapes);
char     *mappe_typed_quote         (const char *text);

G_END_DECLS
