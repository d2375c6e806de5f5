/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeRichText:
 *
 * Text with paragraphs, lists, bold and italic, typed in place; grows with its text. "- " and "1. " begin a list, Enter
 * goes on with it, Enter in an empty item ends it; Shift+Enter is a line feed. What is pasted is plain text. Undo and
 * redo go back to what was typed here, and are left to the window when there is nothing.
 *
 * Signal "changed": a person changed the text. Actions: "rich-text.bold", "rich-text.italic", "rich-text.bullets",
 * "rich-text.numbers".
 */
#define MAPPE_TYPE_RICH_TEXT (mappe_rich_text_get_type ())
G_DECLARE_FINAL_TYPE (MappeRichText, mappe_rich_text, MAPPE, RICH_TEXT, GtkTextView)

GtkWidget *mappe_rich_text_new             (const char *name);
char      *mappe_rich_text_get_markup      (MappeRichText *self);
void       mappe_rich_text_set_markup      (MappeRichText *self, const char *markup);
void       mappe_rich_text_set_placeholder (MappeRichText *self, const char *placeholder);

G_END_DECLS
