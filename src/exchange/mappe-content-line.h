/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines of iCalendar (RFC 5545) and vCard (RFC 6350), which are the same. */

void mappe_content_line_add         (GString *out, const char *line);
void mappe_content_line_add_format  (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mappe_content_line_append_text (GString *line, const char *text);
void mappe_content_line_add_text    (GString *out, const char *name, const char *text);

G_END_DECLS
