/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-register.h"
#include "mappe-test-demo.h"

G_BEGIN_DECLS

#define EXPORTED "2026-11-30T12:00:00Z"

/* The register as text; fails the test when it cannot be written. */
char *register_of (MappeStore *store, MappeProfile profile);
/* Writes @text to a file in the folder of @fixture. Returns: (transfer full): its path */
char *register_file (MappeTestStore *fixture, const char *name, const char *text);
/* Imports @text; fails the test when it is refused. */
MappeRegisterReport *register_import (MappeTestStore *fixture, const char *text);
/* @text must be refused; what @fixture holds must stay. Returns: (transfer full) (nullable): what was found */
MappeRegisterReport *register_refuse (MappeTestStore *fixture, const char *text, gssize length, int code);
/* All records as text, without ids. */
char *register_dump (MappeStore *store);
/* Replaces the first @old of @text (transfer full), which must be there. */
char *register_edit (char *text, const char *old, const char *new);
/* Fails the test when the texts differ, and tells the first line that does. */
void register_same (const char *one, const char *other);
/* Fills the council with records made by chance. */
void register_fill (MappeStore *store, guint32 seed, guint records);
gboolean register_found (const MappeRegisterReport *report, const char *code);
gint64 register_sum (const MappeRegisterReport *report, gboolean changed);

G_END_DECLS
