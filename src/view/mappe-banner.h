/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  MAPPE_BANNER_NOTE,
  MAPPE_BANNER_WARNING,
  MAPPE_BANNER_ERROR,
} MappeBannerLook;

/**
 * MappeBanner:
 *
 * A strip above the page for a state that lasts.
 */
#define MAPPE_TYPE_BANNER (mappe_banner_get_type ())
G_DECLARE_FINAL_TYPE (MappeBanner, mappe_banner, MAPPE, BANNER, AdwBin)

GtkWidget *mappe_banner_new  (void);
void       mappe_banner_show (MappeBanner *self, MappeBannerLook look, const char *text, const char *button_label,
                              const char *action_name);
void       mappe_banner_hide (MappeBanner *self);

G_END_DECLS
