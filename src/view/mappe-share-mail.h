/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-share-job.h"

G_BEGIN_DECLS

/* A draft in the mail program of the desktop. Nothing is sent from here. */

void mappe_share_mail_open (GtkWidget *near, MappeStore *store, const MappeShareWish *wish, GFile *file,
                            const char *subject);

G_END_DECLS
