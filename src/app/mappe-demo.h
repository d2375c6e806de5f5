/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void  mappe_demo_async  (const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char *mappe_demo_finish (GAsyncResult *result, GError **error);

G_END_DECLS
