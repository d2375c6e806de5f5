/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeFieldRow:
 *
 * One field of a form: reads as text, becomes a field on click, F2 or typing. Knows the value it was opened with
 * (base) and the value as edited. Subclasses bring the editor for a type; it is built at the first edit.
 *
 * Signals: "changed" whenever the input changes, "move" (int direction) when the user leaves by Tab.
 */
#define MAPPE_TYPE_FIELD_ROW (mappe_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeFieldRow, mappe_field_row, MAPPE, FIELD_ROW, AdwPreferencesRow)

/**
 * MappeFieldRowClass:
 * @create_editor: builds the editor; called once, before the first edit
 * @load: puts the input into the editor: @typed as a text when not %NULL, else the stored form @canonical and its
 *        title @shown
 * @focus: puts the focus into the editor
 * @show_value: shows @text when the row is read; default: in the label
 * @activated: (nullable): instead of starting an edit, for rows whose editor is always there
 * @is_open: (nullable): whether the editor shows a list that Enter and Escape belong to
 * @move: (nullable): whether Tab (1) or Shift+Tab (-1) leads to another place inside the editor, which has the focus
 *        then
 * @describe: (nullable): the stored form in words, where that of the kind of field is not enough
 * @note: (nullable): a remark of the row's own, while there is no other
 * @explain: (nullable): a sentence about @fault, %NULL for the usual one and "" for none yet
 */
struct _MappeFieldRowClass {
  AdwPreferencesRowClass parent_class;

  GtkWidget *(*create_editor) (MappeFieldRow *self);
  void       (*load)          (MappeFieldRow *self, const char *typed, const char *canonical, const char *shown);
  void       (*focus)         (MappeFieldRow *self);
  void       (*show_value)    (MappeFieldRow *self, const char *text);
  void       (*activated)     (MappeFieldRow *self);
  gboolean   (*is_open)       (MappeFieldRow *self);
  gboolean   (*move)          (MappeFieldRow *self, int direction);
  char      *(*describe)      (MappeFieldRow *self, const char *canonical);
  char      *(*note)          (MappeFieldRow *self);
  char      *(*explain)       (MappeFieldRow *self, const GError *fault);
};

/* For the form */
guint                 mappe_field_row_get_field   (MappeFieldRow *self);
const MappeFieldSpec *mappe_field_row_get_spec    (MappeFieldRow *self);
const MappeKind      *mappe_field_row_get_kind    (MappeFieldRow *self);
MappeStore           *mappe_field_row_get_store   (MappeFieldRow *self);
void                  mappe_field_row_set_base    (MappeFieldRow *self, const char *canonical, const char *shown);
void                  mappe_field_row_rebase      (MappeFieldRow *self, const char *canonical, const char *shown);
void                  mappe_field_row_set_value   (MappeFieldRow *self, const char *canonical, const char *shown);
void                  mappe_field_row_set_typed   (MappeFieldRow *self, const char *typed);
const char           *mappe_field_row_get_base    (MappeFieldRow *self);
const char           *mappe_field_row_get_base_shown (MappeFieldRow *self);
const char           *mappe_field_row_get_value   (MappeFieldRow *self);
const char           *mappe_field_row_get_shown   (MappeFieldRow *self);
const char           *mappe_field_row_get_typed   (MappeFieldRow *self);
const GError         *mappe_field_row_get_fault   (MappeFieldRow *self);
gboolean              mappe_field_row_is_dirty    (MappeFieldRow *self);
gboolean              mappe_field_row_is_editing  (MappeFieldRow *self);
void                  mappe_field_row_set_locked  (MappeFieldRow *self, gboolean locked);
void                  mappe_field_row_set_remark  (MappeFieldRow *self, const char *remark);
char                 *mappe_field_row_explain     (MappeFieldRow *self, const GError *fault);
void                  mappe_field_row_show_faults (MappeFieldRow *self);
void                  mappe_field_row_refresh     (MappeFieldRow *self);
gboolean              mappe_field_row_begin_edit  (MappeFieldRow *self);
void                  mappe_field_row_end_edit    (MappeFieldRow *self);

/* For subclasses */
void                  mappe_field_row_take        (MappeFieldRow *self, const char *canonical, const char *shown);
void                  mappe_field_row_take_typed  (MappeFieldRow *self, const char *typed);
void                  mappe_field_row_take_fault  (MappeFieldRow *self, const char *typed, GError *fault);
gboolean              mappe_field_row_move        (MappeFieldRow *self, int direction);
void                  mappe_field_row_add_reader  (MappeFieldRow *self, GtkWidget *reader);
void                  mappe_field_row_show_reader (MappeFieldRow *self, gboolean shown);
void                  mappe_field_row_add_suffix  (MappeFieldRow *self, GtkWidget *suffix);
void                  mappe_field_row_name_widget (MappeFieldRow *self, GtkWidget *widget);
gboolean              mappe_field_row_is_locked   (MappeFieldRow *self);

G_END_DECLS
