/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-templates.h"

G_BEGIN_DECLS

/** Returns: (transfer full) (nullable): what stands for the field; %NULL for one that is not known */
typedef char *(*MappeTemplateValueFunc) (const char *name, gconstpointer data);

MappeFilledText *mappe_template_fill_with (const MappeTemplate *self, MappeTemplateValueFunc value_of,
                                           gconstpointer data);

G_END_DECLS
