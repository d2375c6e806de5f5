/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-attachment.h"

G_BEGIN_DECLS

GtkPrintOperation *mappe_attachment_print_operation (MappeAttachment *file, const char *name);

G_END_DECLS
