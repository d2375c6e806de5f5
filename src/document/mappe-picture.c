/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-picture.h"

#include <glib/gi18n-lib.h>

#include "mappe-attachment.h"
#include "mappe-writers.h"

static gboolean
check (const MappePicture *self, GError **error)
{
  if (self->media_type == NULL)
    g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT,
                         _("The picture is neither PNG nor JPEG."));
  else if (g_bytes_get_size (self->bytes) > MAPPE_PICTURE_MOST_BYTES)
    g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_LIMIT, _("The picture is larger than %d MiB."),
                 MAPPE_PICTURE_MOST_BYTES / (1024 * 1024));
  else if (self->width == 0 || self->height == 0)
    g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT, _("The picture is damaged."));
  else if (self->width > MAPPE_PICTURE_MOST_PIXELS / self->height)
    g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_LIMIT,
                 _("The picture has %u × %u pixels; at most %d megapixels stand on a letter."), self->width,
                 self->height, MAPPE_PICTURE_MOST_PIXELS / 1000000);
  else
    return TRUE;
  return FALSE;
}

static void
clear (gpointer data)
{
  g_bytes_unref (((MappePicture *) data)->bytes);
}

/**
 * mappe_picture_new:
 * @bytes: a file, PNG or JPEG; only its header is read
 * @error: return location for a #MappeDocumentError with a message for people
 *
 * Returns: (transfer full) (nullable): the picture; %NULL for other files and for pictures that are too large
 */
MappePicture *
mappe_picture_new (GBytes *bytes, GError **error)
{
  MappePicture *self = g_atomic_rc_box_new0 (MappePicture);
  const char *type = mappe_attachment_picture_type (bytes, &self->width, &self->height);

  self->bytes = g_bytes_ref (bytes);
  self->media_type = g_strcmp0 (type, "image/png") == 0 || g_strcmp0 (type, "image/jpeg") == 0 ? type : NULL;
  if (check (self, error))
    return self;
  mappe_picture_unref (self);
  return NULL;
}

/** mappe_picture_ref: Returns: (transfer full): the same picture */
MappePicture *
mappe_picture_ref (MappePicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** mappe_picture_unref: @self: (transfer full) */
void
mappe_picture_unref (MappePicture *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/** mappe_picture_to_base64: Returns: (transfer full): the file as text for XML */
char *
mappe_picture_to_base64 (const MappePicture *self)
{
  gsize length;
  const guchar *content = g_bytes_get_data (self->bytes, &length);

  return g_base64_encode (content, length);
}

/** mappe_picture_decode: Returns: (transfer full) (nullable): the picture to draw; %NULL when the file is damaged */
cairo_surface_t *
mappe_picture_decode (const MappePicture *self)
{
  g_autoptr (MappeAttachment) file = mappe_attachment_new (self->bytes, NULL);

  return file != NULL ? mappe_attachment_get_picture (file) : NULL;
}

/** mappe_picture_fit: @width: (out): as large as both limits allow, in their unit; @height: (out): the same */
void
mappe_picture_fit (const MappePicture *self, double most_width, double most_height, double *width, double *height)
{
  double scale = MIN (most_width / self->width, most_height / self->height);

  *width = self->width * scale;
  *height = self->height * scale;
}
