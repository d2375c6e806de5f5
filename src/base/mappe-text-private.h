#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest compatibility decomposition of Unicode (U+FDFA) has 18 characters. */
#define MAPPE_TEXT_MAX_DECOMPOSED 18

const char *mappe_text_make_valid       (const char *text, char **owned);
gunichar    mappe_text_lower            (gunichar c);
const char *mappe_text_plain            (gunichar lower);
gboolean    mappe_text_is_dropped       (gunichar c);

G_END_DECLS
