/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define MAPPE_PICTURE_MOST_BYTES (1024 * 1024)
#define MAPPE_PICTURE_MOST_PIXELS (4 * 1000 * 1000)

/**
 * MappePicture: a picture in a document, such as the logo of the council; it never changes
 * @bytes: PNG or JPEG, as it was chosen
 * @media_type: which of them
 * @width, @height: pixels, as the file says
 */
typedef struct {
  GBytes     *bytes;
  const char *media_type;
  guint       width, height;
} MappePicture;

MappePicture    *mappe_picture_new       (GBytes *bytes, GError **error);
MappePicture    *mappe_picture_ref       (MappePicture *self);
void             mappe_picture_unref     (MappePicture *self);
char            *mappe_picture_to_base64 (const MappePicture *self);
cairo_surface_t *mappe_picture_decode    (const MappePicture *self);
void             mappe_picture_fit       (const MappePicture *self, double most_width, double most_height,
                                          double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePicture, mappe_picture_unref)

G_END_DECLS
