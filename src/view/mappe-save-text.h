/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dialogs.h"

G_BEGIN_DECLS

/**
 * MappeSaveText: a text that becomes a file
 * @title: of the dialog, translated
 * @kind: translated, e.g. "Tables (CSV)"
 * @ending: of the name, without a dot
 * @name: proposed, without its ending
 * @what_failed: translated sentence for a failure
 */
typedef struct {
  const char *title, *kind, *ending, *name, *what_failed;
} MappeSaveText;

void mappe_save_text (GtkWidget *near, const MappeSaveText *save, char *text);

G_END_DECLS
