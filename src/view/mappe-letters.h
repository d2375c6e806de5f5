/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the letter to the @nth recipient */
typedef char *(*MappeLetterFunc) (guint nth, gpointer data);
/** Returns: (transfer full): the same for the printer; @text: as it was corrected */
typedef MappeNode *(*MappeLetterPaperFunc) (guint nth, const char *text, gpointer data);

/**
 * MappeLetters: letters about one matter, one for each recipient
 * @title: of the window
 * @to: accessible name of the list of recipients
 * @text: accessible name of the letter
 * @copied: what is said when a letter was copied
 * @subject: (nullable): of a mail; without one there is no button that writes mail
 * @names: (element-type utf8) (transfer full): the recipients
 * @first: place in @names of the one who is shown first
 * @paper: (nullable): makes a letter on paper of it; without it there is no button that prints
 * @data_free: for @data, when the window is closed
 */
typedef struct {
  const char      *title, *to, *text, *copied;
  char            *subject;
  GPtrArray       *names;
  guint            first;
  MappeLetterFunc  letter;
  MappeLetterPaperFunc paper;
  gpointer         data;
  GDestroyNotify   data_free;
} MappeLetters;

void mappe_letters_show (GtkWidget *near, const MappeLetters *letters);

G_END_DECLS
