#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeSortRule:
 * @MAPPE_SORT_DIN_5007_1: dictionary order: ä sorts as a, ß as ss
 * @MAPPE_SORT_DIN_5007_2: order of name lists: ä sorts as ae, ß as ss
 */
typedef enum {
  MAPPE_SORT_DIN_5007_1,
  MAPPE_SORT_DIN_5007_2,
} MappeSortRule;

char     *mappe_text_fold         (const char *text);
char     *mappe_text_fold_words   (const char *text);
char     *mappe_text_sort_key     (const char *text, MappeSortRule rule);
char     *mappe_text_clean        (const char *text, gboolean multiline);
gboolean  mappe_text_is_clean     (const char *text, gboolean multiline);
char     *mappe_text_ellipsize    (const char *text, guint max_characters);
double    mappe_text_similarity   (const char *left, const char *right);
gboolean  mappe_set_str           (char **target, const char *value);

G_END_DECLS
