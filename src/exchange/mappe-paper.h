/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mappe_paper_write (const char *title, const char *council, const char *language);

G_END_DECLS
