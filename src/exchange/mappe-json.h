/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeJson:
 *
 * Writes JSON into a string, indented, with the commas where they belong. @name is %NULL within an array.
 */
typedef struct _MappeJson MappeJson;

MappeJson *mappe_json_new    (void);
char      *mappe_json_finish (MappeJson *self);
void       mappe_json_free   (MappeJson *self);
void       mappe_json_open   (MappeJson *self, const char *name, char bracket);
void       mappe_json_close  (MappeJson *self);
void       mappe_json_text   (MappeJson *self, const char *name, const char *text);
void       mappe_json_int    (MappeJson *self, const char *name, gint64 number);
void       mappe_json_number (MappeJson *self, const char *name, double number);
void       mappe_json_bool   (MappeJson *self, const char *name, gboolean value);
void       mappe_json_append_text (GString *out, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeJson, mappe_json_free)

G_END_DECLS
