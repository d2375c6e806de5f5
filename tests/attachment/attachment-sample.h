/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files as others send them, made here. */

/* An A4 page for each text; a text of NULL is a scan: a picture and no text. @tagged: with a structure */
GBytes *attachment_sample_pdf     (const char *const *texts, guint n_texts, gboolean tagged);
/* The same file behind a password. */
GBytes *attachment_sample_lock    (GBytes *pdf);
/* A PNG with so many pixels, half of it red. */
GBytes *attachment_sample_png     (int width, int height);
/* A header that says so, with nothing behind it. */
GBytes *attachment_sample_header  (const char *kind, guint width, guint height);
/* A PDF that says it has so many pages. */
GBytes *attachment_sample_claim   (guint n_pages);

G_END_DECLS
