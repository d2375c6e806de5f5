/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only place that knows which dialog types of GTK and libadwaita this platform has. */

typedef enum {
  MAPPE_DIALOGS_OPEN,
  MAPPE_DIALOGS_SAVE,    /* asks before it replaces a file */
  MAPPE_DIALOGS_FOLDER,
} MappeDialogsAction;

/**
 * MappeDialogsFilter:
 * @name: translated, e.g. "Council files"
 * @pattern: of the file name, e.g. "*.ratsmappe"; alternatives with ";"
 */
typedef struct {
  const char *name;
  const char *pattern;
} MappeDialogsFilter;

/* %NULL in @filters offers all files; @suggested: file name to save as, or path of a file or folder to start at. */
void     mappe_dialogs_choose_async   (GtkWidget *near, MappeDialogsAction action, const char *title,
                                       const MappeDialogsFilter *filter, const char *suggested,
                                       GAsyncReadyCallback callback, gpointer data);
GFile   *mappe_dialogs_choose_finish  (GAsyncResult *result, GError **error);

typedef enum {
  MAPPE_DIALOGS_PLAIN,
  MAPPE_DIALOGS_SUGGESTED,
  MAPPE_DIALOGS_DESTRUCTIVE,
} MappeDialogsLook;

/**
 * MappeDialogsAnswer:
 * @id: stable word; "cancel" is what Escape gives
 * @label: translated verb, with mnemonic
 * @look: how the button stands out
 */
typedef struct {
  const char      *id;
  const char      *label;
  MappeDialogsLook look;
} MappeDialogsAnswer;

void     mappe_dialogs_ask_async      (GtkWidget *near, const char *heading, const char *body,
                                       const MappeDialogsAnswer *answers, guint n_answers, GtkWidget *extra,
                                       GAsyncReadyCallback callback, gpointer data);
void     mappe_dialogs_need_text      (GtkEditable *entry, const char *answer);
char    *mappe_dialogs_ask_finish     (GAsyncResult *result, GError **error);
void     mappe_dialogs_confirm_async  (GtkWidget *near, const char *heading, const char *body, const char *verb,
                                       MappeDialogsLook look, GAsyncReadyCallback callback, gpointer data);
gboolean mappe_dialogs_confirm_finish (GAsyncResult *result, GError **error);
GtkWidget *mappe_dialogs_make_detail  (const char *detail);
void     mappe_dialogs_tell           (GtkWidget *near, const char *heading, const char *body, const char *detail);
void     mappe_dialogs_show_uri       (GtkWidget *near, const char *uri);

G_END_DECLS
