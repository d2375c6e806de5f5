/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-backup-timer.h"
#include "mappe-banner.h"
#include "mappe-navigation.h"
#include "mappe-page.h"
#include "mappe-search-palette.h"
#include "mappe-sidebar.h"
#include "mappe-split.h"
#include "mappe-window.h"

G_BEGIN_DECLS

struct _MappeWindow {
  AdwApplicationWindow parent_instance;

  /* The file */
  MappeStore *store;
  char *path;                  /* of the store, or of the file being opened */
  GCancellable *cancellable;   /* lives as long as the store */
  guint warm_id;               /* has the search index fed once the window stands */
  guint attention_id;          /* counts anew when the user's changes have settled */
  MappeBackupTimer *backup_timer;
  char *council_name;
  guint present_id;            /* presents a window whose file takes long to open */
  gboolean lost;

  /* The places */
  MappeNavigation *navigation;
  gboolean travelling;         /* going back or forward is not a new visit */
  GtkWidget *palette;
  GSignalGroup *page_signals;  /* of the page in front */

  AdwToastOverlay *toasts;
  GtkStack *root_stack;
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  GtkWidget *council_box;
  MappeSplit *split;
  GtkWidget *council_button;
  GtkLabel *council_label;
  AdwHeaderBar *sidebar_header;
  MappeSidebar *sidebar;
  AdwWindowTitle *page_title;
  GtkWidget *leave_button;
  GtkWidget *new_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  MappeBanner *banner;
  GtkStack *pages;
  GtkMenuButton *menu_button;
  GtkMenuButton *welcome_menu_button;
};

/* mappe-window-file.c */
void       mappe_window_close_store    (MappeWindow *self);
void       mappe_window_install_file_actions (GtkWidgetClass *widget_class);

/* mappe-window-attention.c */
void       mappe_window_count_attention (MappeWindow *self);
void       mappe_window_recount_soon   (MappeWindow *self);

/* mappe-window-trouble.c */
void       mappe_window_open_failed    (MappeWindow *self, const GError *error);
void       mappe_window_install_trouble_actions (GtkWidgetClass *widget_class);

/* mappe-window-pages.c */
MappePage *mappe_window_front_page     (MappeWindow *self);
void       mappe_window_clear_pages    (MappeWindow *self);
void       mappe_window_start_pages    (MappeWindow *self);
void       mappe_window_keep_place     (MappeWindow *self);
gboolean   mappe_window_pages_can_close (MappeWindow *self);
void       mappe_window_update_titles  (MappeWindow *self);
void       mappe_window_init_pages     (MappeWindow *self);
void       mappe_window_sidebar_page   (MappeWindow *self);
void       mappe_window_install_page_actions (GtkWidgetClass *widget_class);

/* mappe-window-actions.c */
void       mappe_window_update_undo    (MappeWindow *self);
void       mappe_window_install_actions (GtkWidgetClass *widget_class);
void       mappe_window_add_area_keys  (MappeWindow *self);

G_END_DECLS
