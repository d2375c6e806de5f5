/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-private.h"

#include <string.h>

/* A file that takes longer is searched as far as was read by then. */
#define MOST_SECONDS 60

static MappeContentState
state_of (const GError *error)
{
  switch ((MappeAttachmentError) error->code)
    {
    case MAPPE_ATTACHMENT_ERROR_ENCRYPTED:
      return MAPPE_CONTENT_LOCKED;
    case MAPPE_ATTACHMENT_ERROR_DAMAGED:
    case MAPPE_ATTACHMENT_ERROR_EMPTY:
    case MAPPE_ATTACHMENT_ERROR_LIMIT:
      return MAPPE_CONTENT_UNREADABLE;
    case MAPPE_ATTACHMENT_ERROR_KIND:
    default:
      return MAPPE_CONTENT_OTHER;
    }
}

/* A word that was divided at the end of a line is one word: "Sicher-\nheit". "Bus- und Bahn-\nSteig" stays. */
static char *
join_words (const char *text)
{
  GString *joined = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      gunichar next = at[0] == '-' && at[1] == '\n' ? g_utf8_get_char (at + 2) : 0;

      if (at > text && next != 0 && g_unichar_islower (next))
        at++;
      else
        g_string_append_c (joined, *at);
    }
  return g_string_free (joined, FALSE);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isgraph (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Returns: bytes of the text of the page */
static gsize
read_page (MappeAttachment *file, guint page, gboolean keep, MappeContentText *read)
{
  g_autofree char *text = mappe_attachment_page_text (file, page);
  gboolean blank = is_blank (text);
  gsize length = strlen (text);

  read->has_text |= !blank;
  if (blank && mappe_attachment_has_picture (file, page))
    read->n_scanned++;
  if (keep)
    g_ptr_array_add (read->texts, join_words (text));
  return length;
}

static void
read_pages (MappeAttachment *file, gboolean with_text, GCancellable *cancellable, MappeContentText *read)
{
  gint64 until = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;
  gsize length = 0;

  read->n_pages = mappe_attachment_n_pages (file);
  read->tagged = mappe_attachment_is_tagged (file);
  for (guint i = 0; i < read->n_pages; i++)
    {
      if (g_cancellable_is_cancelled (cancellable) || g_get_monotonic_time () > until)
        return;
      length += read_page (file, i, with_text && length < MAPPE_ATTACHMENT_ALL_TEXT, read);
    }
}

/**
 * mappe_attachment_read:
 * @bytes: a file
 * @with_text: whether the text of the pages is wanted too
 * @cancellable: (nullable): ends the reading at the next page
 *
 * Takes its time: not for the thread of the window.
 *
 * Returns: (transfer full): what it is and whether everybody can read it; never an error, for a damaged file is a fact
 *   as well
 */
MappeContentText *
mappe_attachment_read (GBytes *bytes, gboolean with_text, GCancellable *cancellable)
{
  MappeContentText *read = mappe_content_text_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeAttachment) file = mappe_attachment_new (bytes, &error);

  if (file == NULL)
    read->state = state_of (error);
  else if (mappe_attachment_is_picture (file))
    read->state = MAPPE_CONTENT_PICTURE;
  else
    {
      read->state = MAPPE_CONTENT_PDF;
      read_pages (file, with_text, cancellable, read);
    }
  return read;
}
