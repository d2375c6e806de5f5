/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment.h"

#include <glib/gi18n-lib.h>

static char *
scanned_pages (const MappeContentText *facts)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u page of this PDF is a picture without text. Members with a screen reader "
                   "cannot read it, and the search does not find its words.",
                   "%u pages of this PDF are pictures without text. Members with a screen reader "
                   "cannot read them, and the search does not find their words.",
                   facts->n_scanned),
      facts->n_scanned);
}

/**
 * mappe_attachment_warning:
 * @facts: what was read of an attached file
 *
 * Returns: (transfer full) (nullable): who cannot read the file and what to do about it; %NULL when there is nothing to
 *   warn of
 */
char *
mappe_attachment_warning (const MappeContentText *facts)
{
  if (facts->state == MAPPE_CONTENT_LOCKED)
    return g_strdup (_("This PDF is protected by a password: it can be neither shown nor searched here. Ask for a copy "
                       "without one."));
  if (facts->state == MAPPE_CONTENT_UNREADABLE)
    return g_strdup (_("This file is damaged or too large: it can be neither shown nor searched here. Ask for it "
                       "again."));
  if (facts->state != MAPPE_CONTENT_PDF)
    return NULL;
  if (!facts->has_text)
    return g_strdup (_("This PDF has no text, only pictures of it: a scan. Members with a screen reader cannot read "
                       "it, and the search does not find its words. Ask for the original, or have the text "
                       "recognised."));
  if (facts->n_scanned > 0)
    return scanned_pages (facts);
  if (!facts->tagged)
    return g_strdup (_("This PDF has no tags: a screen reader cannot tell its headings, lists and tables. Ask for an "
                       "accessible PDF."));
  return NULL;
}
